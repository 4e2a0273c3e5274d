"""名词: the list of terms, what the report says of them, and the way to their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.anchoring import passage, sentence_at
from beiguan_desktop.core.places import Passage
from beiguan_desktop.core.terms import Term, Terms
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.name_model import Entry
from beiguan_desktop.ui.names_page import NamesPage
from beiguan_desktop.ui.passage_list import Line
from beiguan_desktop.ui.place_words import place_words
from beiguan_desktop.ui.term_tips import tips_of
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.tour import Trip, tour_of
from beiguan_desktop.ui.window_acts import look_for

if TYPE_CHECKING:
    from beiguan_desktop.core.places import Mention
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow

TITLE = "名词"
_HINT = "找一个说法"
_EXPLAINED, _UNEXPLAINED = "报告里有解释的", "报告里没有解释的"
_NO_TERMS = "这份报告里没有名词解释，也没有带数字或字母的简称。"
_NO_MATCH = "清单里没有“{}”。按回车，到报告全文里找。"
_NO_WORDS = "报告没有解释这个说法。想知道指的是什么，可以点“问情况”，请政府说清楚。"
_NO_PLACE = ("正文里没有再用到这个说法", "它只在报告后面的名词解释里。")
_NONE_EXPLAINED = (
    "这份报告没有附名词解释",
    "左边是报告里带数字或字母的说法，点一个，就看到它用在哪几句里。",
)
ASKED = "“{}”指的是什么？请说清楚。"


class TermsFlow(QObject):
    """Keeps the terms of the report that is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._stops: list[Passage] = []
        self._current: Term | None = None
        self.page = NamesPage(WORN, TITLE, _HINT, has_ticks=False)
        self.ask_button = self.page.button("问情况", "circle-question-mark", "请政府说清楚")
        self.ask_button.setProperty("role", "")
        self.page.tools.addWidget(self.ask_button)
        self.page.tools.addStretch(1)
        self.page.set_order(tools=(self.ask_button,))
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(window.rooms.show_text)
        self.page.wanted.connect(self._on_wanted)
        self.page.missed.connect(lambda words: look_for(window, words))
        self.page.names.chosen.connect(self._on_chosen)
        self.page.passages.opened.connect(self._go)
        self.ask_button.clicked.connect(self.ask)
        self._workspace.opened.connect(self._on_opened)

    @property
    def terms(self) -> Terms:
        """The terms of the report that is shown."""
        return tips_of(self._window).terms

    def open(self, term: Term | None = None) -> None:
        """Show the page in place of the report, and one term on it."""
        self._window.rooms.show_page(self.page)
        if not self.page.model.rowCount() and not self.page.search.text():
            self._show()
        if term is not None:
            self.page.search.clear()
            self.page.names.choose(term.term)
            self.page.names.setFocus()
        else:
            if self._current is None:
                self._choose_first()
            self.page.take_focus()

    def _on_opened(self, _report: Report) -> None:
        self._current = None
        self.page.model.set_entries(())
        if self.page.isVisible():
            self._show()
            self._choose_first()

    def _choose_first(self) -> None:
        """Begin with what is explained; where nothing is, with what the list holds."""
        if self.terms.explained:
            self.page.names.choose_first()

    def _show(self) -> None:
        found, report = self.terms, self._workspace.report
        if report is None:
            return
        entries = [_entry(report, term, _EXPLAINED) for term in found.explained]
        entries += [_entry(report, term, _UNEXPLAINED) for term in found.unexplained]
        self.page.model.set_entries(entries)
        self._on_wanted(self.page.search.text())
        self._on_chosen("")

    def _on_wanted(self, words: str) -> None:
        none = "" if self.page.model.rowCount() else _NO_TERMS
        if none and words.strip():
            none = _NO_MATCH.format(words.strip())
        self.page.show_none(none)

    def _on_chosen(self, key: str) -> None:
        report, page = self._workspace.report, self.page
        everything = (*self.terms.explained, *self.terms.unexplained)
        term = self._current = next((each for each in everything if each.term == key), None)
        page.head.setText(_quoted(term.term) if term else "")
        page.show_words((term.words or _NO_WORDS) if term else "")
        is_open = term is not None and bool(term.mentions) and not term.words
        self.ask_button.setVisible(is_open and not self._workspace.store.read_only)
        self._stops = _stops(report, term) if term and report else []
        page.passages.show_lines([self._line(each) for each in self._stops])
        if term is None:
            is_bare = bool(self.terms.unexplained) and not self.terms.explained
            page.show_empty(*(_NONE_EXPLAINED if is_bare else ("", "")))
        else:
            page.show_empty(*(("", "") if self._stops else _NO_PLACE))

    def _line(self, stop: Passage) -> Line:
        report = self._workspace.report
        if report is None:
            raise RuntimeError("sentences without a report")
        text = report.units[stop.unit].text[stop.start : stop.end]
        marks = tuple((m.start - stop.start, m.end - stop.start) for m in stop.mentions)
        place = place_words(report, self._workspace.pages, stop.unit, stop.start)
        return Line(place, "", text, marks)

    def _go(self, at: int) -> None:
        if self._current is not None:
            title = f"{TITLE}：{self._current.term}"
            trip = Trip(title, self._stops, self._come_back, self.page.passages.stand_at)
            tour_of(self._window).begin(trip, at)

    def _come_back(self) -> None:
        self._window.rooms.show_page(self.page)
        self.page.passages.setFocus()

    def ask(self) -> None:
        """Open the box for a question at the first place of the term, the question in it.

        Words that wait in the box stay: then only the place is shown.
        """
        report, term, window = self._workspace.report, self._current, self._window
        if report is None or term is None or not self._stops:
            return
        self._go(0)
        stop, mark = self._stops[0], self._stops[0].mentions[0]
        writing, editor = window.reading.writing, window.page.panel.editor
        anchor = passage(report, stop.unit, mark.start + 1, mark.end - 1)  # the marks stay out
        if writing.has_words or not writing.choose(anchor):
            return
        editor.kind_buttons["询问"].click()
        editor.words_box.insertPlainText(ASKED.format(term.term))
        editor.focus_box()


def _entry(report: Report, term: Term, group: str) -> Entry:
    count = len(_stops(report, term))
    return Entry(term.term, term.term, f"{count} 句" if count else "", group)


def _quoted(words: str) -> str:
    return words if "“" in words else f"“{words}”"


def _stops(report: Report, term: Term) -> list[Passage]:
    """Return the sentences in which a term stands."""
    found: dict[tuple[int, int, int], list[Mention]] = {}
    for mention in term.mentions:
        start, end = sentence_at(report.units[mention.unit].text, mention.start)
        found.setdefault((mention.unit, start, end), []).append(mention)
    return [Passage(*place, (), tuple(marks)) for place, marks in found.items()]


def terms_of(window: MainWindow) -> TermsFlow:
    """Return the one flow of a window, made on first use."""
    return flow_of(window, TermsFlow)


def open_terms(window: MainWindow) -> None:
    """Show the terms of the report; nothing without one."""
    if has_report(window):
        terms_of(window).open()
