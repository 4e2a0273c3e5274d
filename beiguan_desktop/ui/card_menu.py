"""What is needed seldom with an opinion: another place, its past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.card_buttons import PLACE
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.past_flow import PastFlow
from beiguan_desktop.ui.placing_flow import PlacingFlow

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from beiguan_desktop.ui.main_window import MainWindow


def open_menu(window: MainWindow, comment_id: str, at: QPoint) -> QMenu | None:
    """Open the menu of an opinion at a point of the screen; None if the opinion is gone."""
    comment = window.workspace.comments.get(comment_id)
    if comment is None:
        return None
    menu = QMenu(window.page.panel.list)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setFont(faces.sans(14))
    menu.setAccessibleName("这条意见")
    moving, report = flow_of(window, PlacingFlow), window.workspace.report
    is_lost = report is not None and not has_place(report, comment)
    if is_lost:
        menu.addAction(
            f"在正文里{PLACE}", lambda: window.reading.cards.place_wished.emit(comment_id)
        )
    elif comment.anchor.place in ("passage", "paragraph"):
        menu.addAction("改位置", lambda: moving.begin_resize(comment_id))
    if not is_lost:
        menu.addAction("换地方", lambda: moving.begin_move(comment_id))
    menu.addSeparator()
    past = flow_of(window, PastFlow)
    menu.addAction("以前的写法", lambda: past.open(comment_id))
    menu.popup(at)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu
