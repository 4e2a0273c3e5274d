"""与我有关: from the ticks to the sentences, from a sentence into the text and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.name_rules import KINDS
from beiguan_desktop.core.places import Name, Passage, passages, sentence_counts
from beiguan_desktop.services import concerns
from beiguan_desktop.ui.concern_offer import is_chosen, toggle
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.name_model import Entry
from beiguan_desktop.ui.names_page import NamesPage
from beiguan_desktop.ui.passage_list import Line
from beiguan_desktop.ui.place_words import place_words
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.tour import Trip, tour_of
from beiguan_desktop.ui.window_acts import look_for

if TYPE_CHECKING:
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow

TITLE = "与我有关"
_HINT = "找村、街道、路、项目、行业"
_TICKED = "已经勾上的"
_NO_NAMES = "这份报告里没有认出村、街道、路、项目和企业的名字。要找别的词，请用“查找”。"
_NO_MATCH = "清单里没有“{}”。按回车，到报告全文里找。"
_NOTHING_TICKED = (
    "请在左边勾上您的村、街道和关心的行业",
    "勾上以后，报告里讲到它们的每一句都列在这里，点一句就到那里。只用勾一次，下次打开还在。",
)
_NOT_HERE = ("勾上的这些，这份报告里都没有提到", "可以在左边再勾别的；也可以对整篇报告提意见。")
_ONLY_READ = "这个资料库现在只能看，勾选只在关掉窗口以前有用"
_ABSENT = "本报告没有提到"
_WAIT = "正在找报告里的地名和项目…"


class ConcernFlow(QObject):
    """Knows the names of the report that is shown and which of them somebody has ticked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._names: tuple[Name, ...] | None = None
        self._shown: tuple[Passage, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._person: str | None = None
        self._is_stale = self._is_looking = False
        self.page = NamesPage(WORN, TITLE, _HINT, has_ticks=True)
        self.tree_button = self.page.button("", "list-filter", "目录里只留下与您有关的各节")
        self.page.strip.addWidget(self.tree_button)
        self.tree_button.clicked.connect(self._reduce_tree)
        self.clear_button = self.page.button("全部不勾", "x", "把勾上的全部去掉")
        self.page.foot.addWidget(self.clear_button)
        self.page.foot.addStretch(1)
        self.page.set_order(strip=(self.tree_button,), foot=(self.clear_button,))
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(window.rooms.show_text)
        self.page.wanted.connect(self._on_wanted)
        self.page.missed.connect(lambda words: look_for(window, words))
        self.page.names.ticked.connect(self._on_ticked)
        self.page.passages.opened.connect(self._go)
        self.clear_button.clicked.connect(self._untick_all)
        self._workspace.opened.connect(self._on_opened)

    def open(self) -> None:
        """Show the page in place of the report."""
        self._is_stale = True  # what was ticked since comes first
        self._window.rooms.show_page(self.page)
        self.prepare()
        self.page.take_focus()

    def _come_back(self) -> None:
        """Show the page as it was left, at the sentence one was at."""
        self._window.rooms.show_page(self.page)
        self.prepare()
        self.page.passages.setFocus()

    def prepare(self) -> None:
        """Find the names of the report, if that is not done, and show what is ticked."""
        me = self._workspace.me
        if self._person != (me.id if me else None):
            self._person = me.id if me else None
            self._ticked = self._kept()
            self._is_stale = True
        if self._names is None and not self._is_looking:
            self._find_names()
        elif self._is_stale:
            self._show()

    @property
    def units(self) -> frozenset[int]:
        """The units that speak of what is ticked."""
        return frozenset(each.unit for each in self._shown)

    # -- names

    def _kept(self) -> frozenset[str]:
        if self._person is None:
            return frozenset()
        return concerns.ticked(self._workspace.store, self._person)

    def _find_names(self) -> None:
        report = self._workspace.report
        if report is None:
            return
        self.page.head.setText(_WAIT)
        self._is_looking = True
        self._window.jobs.run(
            lambda: (report.id, concerns.index_report(report)), self._on_names, self.page.tell
        )

    def _on_names(self, found: tuple[str, tuple[Name, ...]]) -> None:
        self._is_looking = False
        if found[0] == self._workspace.shown:
            self._names = found[1]
            self._show()

    def _show(self) -> None:
        """Show all names anew, those that are ticked first."""
        report, names = self._workspace.report, self._names or ()
        if report is None:
            return
        self._is_stale = False
        here = {name.words: name for name in names}
        absent = sorted(self._ticked - here.keys())
        counts = sentence_counts(report, names)
        first = [_entry(words, counts[words], _TICKED) for words in here if words in self._ticked]
        first += [Entry(words, words, _ABSENT, _TICKED) for words in absent]
        ordered = sorted(names, key=lambda name: KINDS.index(name.kind))
        self.page.model.set_entries(
            [*first, *(_entry(each.words, counts[each.words], each.kind) for each in ordered)],
            self._ticked,
        )
        self._on_wanted(self.page.search.text())
        self._show_passages()

    def _on_wanted(self, words: str) -> None:
        named = any(name.kind != "行业" for name in self._names or ())
        none = "" if named else _NO_NAMES
        if self._names is not None and words.strip() and not self.page.model.rowCount():
            none = _NO_MATCH.format(words.strip())
        self.page.show_none(none)

    # -- ticks

    def _on_ticked(self) -> None:
        self._ticked = self.page.model.ticked
        self._show_passages()
        self._keep()

    def _untick_all(self) -> None:
        self.page.model.untick_all()
        self._on_ticked()

    def _keep(self) -> None:
        store, me = self._workspace.store, None
        if not store.read_only:
            me = self._workspace.ensure_me()
        if me is None:
            self.page.tell(_ONLY_READ)
            return
        self._person = me.id
        try:
            concerns.tick(store, me.id, self._ticked)
        except UserError as error:
            self.page.tell(f"勾选没有存上：{error}")
        else:
            self.page.tell("")

    # -- the tree

    def _reduce_tree(self) -> None:
        """Leave out of the tree what does not concern one, or show all of it again."""
        if toggle(self._window):
            self._window.rooms.show_text()
        else:
            self._show_tree_button()

    def _show_tree_button(self) -> None:
        is_on = is_chosen(self._window)
        self.tree_button.setText("目录全部显示" if is_on else "目录只看这些")
        self.tree_button.setAccessibleName(self.tree_button.text())
        self.tree_button.setVisible(is_on or bool(self._shown))

    # -- sentences

    def _chosen(self) -> list[Name]:
        return [name for name in self._names or () if name.words in self._ticked]

    def _show_passages(self) -> None:
        report = self._workspace.report
        if report is None:
            return
        self._shown = passages(report, self._chosen())
        page = self.page
        page.passages.show_lines([self._line(report, each) for each in self._shown])
        self.clear_button.setVisible(bool(self._ticked))
        if self._shown:
            units = len({each.unit for each in self._shown})
            page.head.setText(f"报告里讲到它们的有 {len(self._shown)} 句，在 {units} 段里")
            page.show_empty("", "")
        else:
            page.head.setText("")
            page.show_empty(*(_NOT_HERE if self._ticked else _NOTHING_TICKED))
        self._show_tree_button()
        if is_chosen(self._window):
            self._window.progress.filter.renew()

    def _line(self, report: Report, each: Passage) -> Line:
        text = report.units[each.unit].text[each.start : each.end]
        marks = tuple((m.start - each.start, m.end - each.start) for m in each.mentions)
        place = place_words(report, self._workspace.pages, each.unit, each.start)
        return Line(place, "、".join(each.names), text, marks)

    def _go(self, at: int) -> None:
        tour = tour_of(self._window)
        tour.begin(Trip(TITLE, self._shown, self._come_back, self.page.passages.stand_at), at)

    def _on_opened(self, _report: Report) -> None:
        """Another report: its own names, and the same ticks by name."""
        self._names, self._shown, self._is_looking = None, (), False
        if self.page.isVisible() or is_chosen(self._window):
            self.prepare()


def _entry(words: str, count: int, group: str) -> Entry:
    return Entry(words, words, f"{count} 句", group)


def concerns_of(window: MainWindow) -> ConcernFlow:
    """Return the one flow of a window, made on first use."""
    return flow_of(window, ConcernFlow)


def open_concerns(window: MainWindow) -> None:
    """Show what concerns whoever sits here; nothing without a report."""
    if has_report(window):
        concerns_of(window).open()
