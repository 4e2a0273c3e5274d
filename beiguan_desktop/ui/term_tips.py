"""What is said of a term where it stands in the text: a tip, and a way on in the menu."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.terms import Term, Terms, terms
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.scale import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.hits import Hit
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.report_view import TermAsked

_WIDTH = 420
"""Pixels of a tip; longer explanations are wrapped, and cut where a tip would hide the text."""
_MOST = 280
_OFFERED = 3
"""How many terms of a selection the menu offers."""


class TermTips(QObject):
    """The terms of the report that is shown, found when first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._known: tuple[Report, Terms] | None = None

    @property
    def terms(self) -> Terms:
        """The terms of the report that is shown."""
        report = self._window.workspace.report
        if report is None:
            return Terms()
        if self._known is None or self._known[0] is not report:
            self._known = report, terms(report)
        return self._known[1]

    def explain(self, asked: TermAsked) -> None:
        """Put the explanation of the term that stands at a place into its tip."""
        found = self.terms.among(asked.unit, asked.position, asked.position + 1)
        asked.words = _tip(found[0]) if found and found[0].words else ""

    def offer(self, menu: QMenu, hit: Hit | None) -> None:
        """Offer in a menu of the text the terms of what is selected, or pointed at, or chosen."""
        found = self._terms_at(hit)[:_OFFERED]
        if found:
            menu.addSeparator()
        for term in found:
            words = f"名词：{term.term}".replace("&", "&&")
            menu.addAction(words, partial(self._open, term))

    def _terms_at(self, hit: Hit | None) -> tuple[Term, ...]:
        view = self._window.page.view
        place = view.selected_anchor()
        if place is None and hit is not None and hit.position is not None:
            return self.terms.among(hit.unit, hit.position, hit.position + 1)
        if place is None and hit is None:
            place = view.state.chosen
        if place is None or place.unit is None:
            return ()
        return self.terms.among(place.unit, place.start, place.end)

    def _open(self, term: Term) -> None:
        from beiguan_desktop.ui.terms_flow import terms_of  # noqa: PLC0415 - on first use

        terms_of(self._window).open(term)


def _tip(term: Term) -> str:
    words = term.words if len(term.words) <= _MOST else term.words[: _MOST - 1] + "…"
    name = f"<b>{escape(term.term)}</b>"
    return f'<table width="{px(_WIDTH)}"><tr><td>{name}<br>{escape(words)}</td></tr></table>'


def tips_of(window: MainWindow) -> TermTips:
    """Return the one keeper of a window's terms, made on first use."""
    return flow_of(window, TermTips)
