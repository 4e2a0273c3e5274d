"""Finding: from typed words to marks in the text, a list, and where one then is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.finding import Found, Query
from beiguan_desktop.ui.find_pane import SCOPES, FindPane
from beiguan_desktop.ui.find_rows import Group, Hit, exact_or_similar
from beiguan_desktop.ui.find_scopes import LibraryScope, OpinionScope, TextScope
from beiguan_desktop.ui.find_words import Outcome, count_words, sentence, short_count
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.reading import place_of
from beiguan_desktop.ui.reading_page import put_aside, when_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beiguan_desktop.ui.main_window import MainWindow

TEXT, OPINIONS, LIBRARY = range(3)
_LONGEST_SEED = 40
"""Of a longer selection nobody means every word."""
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class FindFlow(QObject):
    """The conduct of 查找; made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._view = window, window.workspace, window.page.view
        self.pane = FindPane(self._view.theme, self._view)
        self._library = LibraryScope(self._workspace)
        self._text = TextScope(self._workspace, self._library)
        self._opinions = OpinionScope(self._workspace)
        self._origin = (0, 0)
        self._current: Hit | None = None
        self._wanted: Hit | None = None
        self._has_moved = False
        self._marked: tuple[Found, list[tuple[int, int, int]]] | None = None
        self._pump = QTimer(self, interval=0)
        self._pump.timeout.connect(self._read_one)
        pane = self.pane
        pane.lie_down(window.page.tree)
        pane.closed.connect(self.close)
        pane.listed.connect(lambda is_listed: put_aside(window.page, is_away=is_listed))
        pane.resized.connect(self._stay, Qt.ConnectionType.QueuedConnection)
        pane.scope_chosen.connect(self._on_scope)
        pane.bar.box.textChanged.connect(lambda _text: self._search())
        pane.bar.stepped.connect(self.step)
        when_wanted(window.page, lambda: pane.show_list(is_listing=False))
        pane.list.chosen.connect(self._on_row)
        pane.list.clicked_row.connect(window.reading.cards.let_write)
        pane.list.left.connect(lambda: self._view.setFocus(_BY_KEY))
        self._view.place_chosen.connect(lambda _anchor: self._begin_here())
        self._workspace.opened.connect(lambda _report: self._on_opened())
        self._workspace.changed.connect(lambda _change: self._on_changed())

    # -- acts

    def open(self) -> None:
        """Show the bar; words that are selected in the text are looked for.

        With the words of the last time nothing moves until somebody asks for a hit.
        """
        if not has_report(self._window):
            return
        box, was_hidden = self.pane.bar.box, self.pane.isHidden()
        anchor = self._view.selected_anchor()
        seed = " ".join(anchor.quote.split()) if anchor else ""
        self.pane.appear()
        box.setFocus(_BY_KEY)
        if was_hidden:
            self._begin_here()
            self._search(goes=False)
        if anchor is not None and 0 < len(seed) <= _LONGEST_SEED:
            self._origin = anchor.unit or 0, anchor.start
            box.setText(seed)
            self._search()
        box.selectAll()

    def close(self) -> None:
        """Take bar and marks away; one stays at the hit, or comes back to where one was."""
        if self.pane.isHidden():
            return
        had_focus = self._has_focus()
        self._pump.stop()
        self.pane.hide()
        put_aside(self._window.page, is_away=False)
        self._mark(None)
        if self._current is None and self._has_moved:
            self._view.show_place(*self._origin, settle=False)
        if had_focus:
            self._view.setFocus(_BY_KEY)

    def step(self, step: int) -> None:
        """Go to the next (1), this (0) or the previous (-1) hit that is found as this one is."""
        if self._workspace.report is None or not self.pane.bar.box.text().strip():
            self.open()
            return
        if self.pane.isHidden():
            self.pane.appear()
            self._begin_here()
            self._search(self._current, goes=False)
        now, groups = self._current, self.pane.rows.groups
        anywhere = Hit(groups[0].source, groups[0].found, 0) if groups else None
        target = now.beside(step) if now else self._first() or anywhere
        if target is not None:
            self._go(target)

    def _begin_here(self) -> None:
        """Look from the place where one is now; Esc comes back to it."""
        self._origin = self._view.top_place()
        self._has_moved = False

    # -- searching

    def _search(self, again: Hit | None = None, *, goes: bool = True) -> None:
        """Look for what stands in the box; go to the first hit from where one was, or `again`."""
        query, here = Query(self.pane.bar.box.text()), self.pane.scope
        library = self._library.search(query) if here == LIBRARY else []
        found = self._text.search(query), self._opinions.search(query), library
        self.pane.rows.set_groups(found[here])
        self.pane.set_counts(tuple(map(exact_or_similar, found)))
        self._current = self._same(again) if again else None
        self._tell(found)
        self.pane.make_room()
        first = self._current or self._first()
        if first is not None and goes:
            self._go(first)
        else:
            self._mark(first if here != OPINIONS else None)
            self._count()
        if self._current is not None:
            self.pane.list.show_row(self.pane.rows.row_of(self._current))

    def _first(self) -> Hit | None:
        """Return the hit to begin with: from where one was; none in another report."""
        here = ("", self._workspace.shown)
        group = next((each for each in self.pane.rows.groups if each.source.report in here), None)
        if group is None:
            return None
        at = group.found.first_from(*self._origin) if group.source.report else 0
        return Hit(group.source, group.found, at)

    def _same(self, hit: Hit) -> Hit | None:
        """Return the hit of this search that stands in a report where an earlier one stood."""
        wanted = hit.source.report, hit.found.likeness
        for group in self.pane.rows.groups if hit.source.report else ():
            if (group.source.report, group.found.likeness) == wanted:
                span = hit.span
                same = Hit(group.source, group.found, group.found.first_from(*span.begin))
                return same if same.span == span else None
        return None

    def _tell(self, found: Sequence[Sequence[Group]]) -> None:
        """Say what the count alone does not tell."""
        here = self.pane.scope
        exact = sum(g.last - g.first for g in found[here] if g.found.likeness == "exact")
        elsewhere = [(SCOPES[at], exact_or_similar(found[at])) for at in (TEXT, OPINIONS)]
        outcome = Outcome(
            self.pane.bar.box.text(),
            SCOPES[here],
            exact,
            found[here][-1].found.likeness if found[here] else "",
            sum(group.last - group.first for group in found[here]) - exact,
            tuple(each for each in elsewhere if each[0] != SCOPES[here] and here != LIBRARY),
            *((self._library.read, self._library.count) if here == LIBRARY else (1, 1)),
        )
        self.pane.tell(sentence(outcome))

    def _count(self) -> None:
        groups, now = self.pane.rows.groups, self._current
        is_asked = bool(self.pane.bar.box.text().strip())
        count, at = (len(now.found), now.at) if now else (exact_or_similar(groups), None)
        words = (count_words(at, count), short_count(at, count)) if is_asked else ("", "")
        self.pane.bar.set_count(*words, can_step=bool(groups))

    # -- going

    def _go(self, hit: Hit) -> None:
        """Stand at a hit: in the text, at a card, or in another report."""
        if hit.source.report not in ("", self._workspace.shown):
            self._wanted = hit
            self._window.change_report(hit.source.report)
            self._wanted = None
            if self._current is not None:  # where one is now, were it the report before
                self.pane.list.show_row(self.pane.rows.row_of(self._current))
            return
        self._current = hit
        self.pane.list.show_row(self.pane.rows.row_of(hit))
        self._count()
        self._mark(hit if hit.source.report else None)
        self._has_moved = True
        report = self._workspace.report
        if hit.source.report and report is not None:
            span = hit.span
            self._window.reading.cards.look_at(place_of(report, span.piece), span.start)
        else:
            comment = self._opinions.comment(hit.span)
            self._window.page.panel.choose(comment)
            self._window.reading.cards.go_to(comment)

    def _stay(self) -> None:
        """Keep the hit in sight while the list takes room and gives it back."""
        if self._current is not None and self._current.source.report and self._has_focus():
            self._view.reveal(*self._current.span.begin)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.pane.isAncestorOf(focused)

    def _mark(self, hit: Hit | None) -> None:
        """Mark in the text everything that was found as a hit was, framed where one stands."""
        if hit is None:
            self._marked = None
            self._view.set_found((), None)
            return
        if self._marked is None or self._marked[0] is not hit.found:
            spans = [(span.piece, span.start, span.end) for span in hit.found.spans()]
            self._marked = hit.found, spans
        self._view.set_found(self._marked[1], hit.at if hit is self._current else None)

    def _on_row(self, row: int) -> None:
        hit = self.pane.rows.row(row)
        if isinstance(hit, Hit):
            self._go(hit)

    def _on_scope(self, scope: int) -> None:
        self._look_around()
        self.pane.show_list(is_listing=self.pane.is_listing or scope != TEXT)
        self._search()

    def _look_around(self) -> None:
        """Begin to read the reports of the library, if they are searched."""
        if self.pane.scope == LIBRARY:
            self._library.look()
            self._library.read_one()
            self._pump.start()

    def _read_one(self) -> None:
        """Read one more report; look again when all have been read."""
        self._library.read_one()
        if self._library.read == self._library.count:
            self._pump.stop()
            self._search(self._current)

    # -- the library tells

    def _on_opened(self) -> None:
        self._opinions.forget()
        self._current = None
        if not self.pane.isHidden():
            self._begin_here()
            self._look_around()
            self._search(self._wanted, goes=self._wanted is not None)

    def _on_changed(self) -> None:
        """Look again: opinions are others now; nothing moves, somebody is writing."""
        self._opinions.forget()
        if not self.pane.isHidden():
            self._search(self._current, goes=False)
