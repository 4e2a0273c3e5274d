"""What is needed seldom with an opinion: another place, its past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.card_buttons import PLACE
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.past_flow import PastFlow
from beiguan_desktop.ui.placing_flow import PlacingFlow

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from beiguan_desktop.ui.main_window import MainWindow


_GONE = "上一稿的那条意见已经撤回了。要看，请到上一稿的回收站里找。"


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
    older = comment.follows
    if older is not None:
        menu.addAction("看上一稿的那条意见", lambda: _show_older(window, older))
    menu.popup(at)
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])
    return menu


def _show_older(window: MainWindow, comment_id: str) -> None:
    """Show the opinion on the older edition that another one follows."""
    record = window.workspace.store.present([comment_id])[comment_id]
    if not isinstance(record, Comment) or record.withdrawn_at is not None:
        window.workspace.refused.emit(_GONE)
        return
    window.change_report(record.report)
    if window.workspace.shown == record.report:
        window.rooms.show_text()
        window.reading.cards.go_to(record.id)
        window.page.panel.choose(record.id)
