"""What the cards lead to, wired once; each part is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.report import Description
from beiguan_desktop.core.sifting import Known
from beiguan_desktop.core.unplaced import without_place
from beiguan_desktop.ui.comment_model import Role
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.labels import clock_words
from beiguan_desktop.ui.unplaced_homes import homes_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.unplaced_flow import UnplacedFlow

_NEVER_OUT = "还没有交过，以后只交现在的写法"
_ONCE = Qt.ConnectionType.SingleShotConnection


def wire_cards(window: MainWindow) -> None:
    """Let the panel's buttons, the marks in the text and the undo bar do what they say."""
    page, reading = window.page, window.reading
    page.undo_bar.undo_asked.connect(window.undo)
    page.undo_bar.redo_asked.connect(window.redo)
    page.panel.list.menu_asked.connect(lambda one, at: _open_menu(window, one, at))
    page.panel.list.customContextMenuRequested.connect(lambda at: _open_menu_at(window, at))
    page.panel.model.home = homes_of(window.workspace).of
    sifting = page.panel.sifting
    sifting.known_from = lambda: _known(window)
    reading.my_marks.changed.connect(lambda: look_again(window))
    window.workspace.changed.connect(lambda change: _on_changed(window, change))
    page.view.comment_current.connect(lambda _one: _offer_handles(window))
    window.workspace.opened.connect(lambda _report: _tell_of_crash(window), _ONCE)
    reading.cards.place_wished.connect(lambda one: _unplaced(window).begin(one))
    window.workspace.opened.connect(lambda _report: _count_lost(window))
    window.workspace.changed.connect(lambda _change: _count_lost(window))
    window.workspace.opened.connect(lambda report: _offer_older(window, report.edition_of))
    window.workspace.changed.connect(lambda change: _on_described(window, change))


def _offer_older(window: MainWindow, older: str | None) -> None:
    """Offer the opinions on the edition before, once a newer one is shown and can be read."""
    if older is not None:
        from beiguan_desktop.ui.crossing_flow import CrossingFlow  # noqa: PLC0415 - seldom needed

        QTimer.singleShot(0, window, lambda: flow_of(window, CrossingFlow).offer())


def _on_described(window: MainWindow, change: Change) -> None:
    """Offer them as well where somebody says later which edition was before."""
    for edit in change.edits:
        was, now = edit.before, edit.after
        is_shown = isinstance(now, Description) and now.id == window.workspace.shown
        if is_shown and isinstance(now, Description) and isinstance(was, Description):
            _offer_older(window, now.edition_of if now.edition_of != was.edition_of else None)


def _offer_handles(window: MainWindow) -> None:
    """Let the current opinion's mark be taken hold of; who does that follows by himself then."""
    from beiguan_desktop.ui.placing_flow import PlacingFlow  # noqa: PLC0415 - on first use

    flow_of(window, PlacingFlow).follow()


def _unplaced(window: MainWindow) -> UnplacedFlow:
    from beiguan_desktop.ui.unplaced_flow import UnplacedFlow  # noqa: PLC0415 - seldom needed

    return flow_of(window, UnplacedFlow)


def _count_lost(window: MainWindow) -> None:
    """Say at the foot how many opinions have no place in the text, from the first one on."""
    report, comments = window.workspace.report, window.workspace.comments.values()
    count = len(without_place(report, comments)) if report is not None else 0
    if count or window.status.lost is not None:
        _unplaced(window).tell(count)


def _tell_of_crash(window: MainWindow) -> None:
    """Words in the box at the start are there because the program was not closed."""
    if window.reading.writing.has_words and not window.workspace.store.read_only:
        from beiguan_desktop.ui.waking import tell_of_crash  # noqa: PLC0415 - seldom needed

        tell_of_crash(window)


def _on_changed(window: MainWindow, change: Change) -> None:
    look_again(window)
    edit = change.edits[0] if len(change.edits) == 1 and change.undoes is None else None
    one, other = (edit.before, edit.after) if edit is not None else (None, None)
    if isinstance(one, Comment) and isinstance(other, Comment) and _is_reworded(one, other):
        from beiguan_desktop.core.paper_trail import reworded_words  # noqa: PLC0415 - on first use
        from beiguan_desktop.services import binning  # noqa: PLC0415 - on first use

        said = reworded_words(binning.trail(window.workspace.store, other), clock_words)
        if said:
            window.page.undo_bar.tell(f"意见已改。{said}", sign="info")
        else:
            window.status.add_told(_NEVER_OUT)


def _is_reworded(one: Comment, other: Comment) -> bool:
    words = [(it.text, it.replacement, it.reason, it.kind) for it in (one, other)]
    return words[0] != words[1] and other.withdrawn_at is None


def _open_menu(window: MainWindow, comment_id: str, at: QPoint) -> None:
    from beiguan_desktop.ui.card_menu import open_menu  # noqa: PLC0415 - on first use

    open_menu(window, comment_id, at)


def _open_menu_at(window: MainWindow, point: QPoint) -> None:
    """Open the menu of the card at a point of the list, or of the current one; of one's own."""
    cards = window.page.panel.list
    index = cards.indexAt(point)
    if index.isValid():
        cards.setCurrentIndex(index)
    current = cards.currentIndex()
    if current.isValid() and current.data(Role.MAY_CHANGE) and not window.workspace.store.read_only:
        _open_menu(window, str(current.data(Role.ID)), cards.viewport().mapToGlobal(point))


def look_again(window: MainWindow) -> None:
    """Let the cards follow what they do not say themselves: a star, a hand-in."""
    sieve = window.page.panel.sifting.sieve
    if sieve.is_starred or sieve.is_unsent:
        window.page.panel.sifting.refresh()


def _known(window: MainWindow) -> Known:
    """Return which units bear a star, and what has not been handed in."""
    from beiguan_desktop.services import handing_in  # noqa: PLC0415 - on first use

    workspace = window.workspace
    comments = list(workspace.comments.values())
    unsent = handing_in.unsent(workspace.store, workspace.shown, comments)
    return Known(frozenset(window.reading.my_marks.stars()), frozenset(unsent))
