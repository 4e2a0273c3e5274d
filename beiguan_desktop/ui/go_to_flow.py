"""转到: a page, a paragraph, or the words one begins with; told while typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from beiguan_desktop.core.going import Aimed, Guide
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.framed_bar import BarBox, FramedBar
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.reading import place_of
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow

_HINT = "打页码（20）、段号（段12），或者一段开头的几个字，按回车就到。"
_SHOWN = 12
"""How many characters of a paragraph say which it is."""
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class GoToPane(AboveText):
    """A bar to type in, and under it what was understood."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        box = BarBox("转到的页、段或开头的字", "页、段或开头的字")
        self.bar = FramedBar(theme, box, "arrow-right", "关闭转到（Esc）")
        self.go = QPushButton("转到")
        self.go.setProperty("role", "flat")
        self.go.setFont(faces.sans(14))
        self.go.setAccessibleName("转到（回车）")
        self.bar.row.addWidget(self.go)
        self.bar.row.addWidget(self.bar.close_button)
        self.bar.rescale()  # 转到 is as high as any other button
        self.understood: QLabel = plain_label(_HINT, "ink2", faces.sans(14))
        self.column.addWidget(self.bar)
        self.column.addWidget(self.understood)
        self.bar.closed.connect(self.closed)
        self._space()

    def _space(self) -> None:
        self.understood.setContentsMargins(0, px(8), 0, px(10))

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._space()
        super().rescale()

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self.bar.box, self.go, self.bar.close_button]


class GoToFlow(QObject):
    """The conduct of 转到; made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._view = window, window.workspace, window.page.view
        self._guide: tuple[Report, Guide] | None = None
        self.pane = GoToPane(self._view.theme, self._view)
        self.pane.lie_down(window.page.tree)
        self.pane.closed.connect(self.close)
        self.pane.bar.box.textChanged.connect(lambda _text: self._tell())
        self.pane.bar.box.entered.connect(lambda _step: self.go())
        self.pane.go.clicked.connect(self.go)
        self._workspace.opened.connect(lambda _report: self._tell())

    def open(self) -> None:
        """Show the bar, empty or with what was typed last, to be typed over."""
        if has_report(self._window):
            self.pane.appear()
            self.pane.bar.box.setFocus(_BY_KEY)
            self.pane.bar.box.selectAll()
            self._tell()

    def close(self) -> None:
        """Take the bar away; nothing has moved."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.pane.isAncestorOf(focused)
        self.pane.hide()
        if had_focus:
            self._view.setFocus(_BY_KEY)

    def go(self) -> None:
        """Go where the words lead; where they lead nowhere, the bar stays and says so."""
        report, aimed = self._workspace.report, self._understand()
        if report is None or aimed is None or aimed.place is None:
            return
        self.close()
        unit, position = aimed.place
        place = place_of(report, unit)
        self._window.reading.cards.look_at(place, position)
        self._view.show_place(unit, position, settle=False)
        self._view.glow(replace(place, start=position))
        self._window.reading.cards.let_write()

    def _understand(self) -> Aimed | None:
        report, pages = self._workspace.report, self._workspace.pages
        if report is None or pages is None:
            return None
        if self._guide is None or self._guide[0] is not report:
            self._guide = report, Guide(report, pages)
        return self._guide[1].understand(self.pane.bar.box.text())

    def _tell(self) -> None:
        report, pages, aimed = self._workspace.report, self._workspace.pages, self._understand()
        if report is not None and pages is not None and aimed is not None:
            self.pane.understood.setText(understood_words(report, pages, aimed))
            self.pane.go.setEnabled(aimed.place is not None)


def understood_words(report: Report, pages: Pages, aimed: Aimed) -> str:
    """Say where some words lead, or what is missing and what could be typed instead."""
    if aimed.aim == "nothing":
        return _HINT
    if aimed.place is None:
        return _missing_words(report, aimed)
    unit, position = aimed.place
    words = _beginning(report.units[unit].text[position:])
    at = pages.at(unit, position)
    page = f"{'约' if at.about else ''}第{at.page}页" if at else ""
    number = report.units[unit].number
    paragraph = "" if number is None else f"第{number}段"
    if aimed.aim == "page":
        inside = f"，在{paragraph}里" if paragraph and position else f"，从{paragraph}起"
        return f"到原件{page}{inside if paragraph else ''}：“{words}”"
    others = f"，这样开头的共 {aimed.most} 处，这是第一处" if aimed.most > 1 else ""
    others = others if aimed.aim == "words" else ""
    name = paragraph or ("标题" if report.units[unit].kind == "heading" else "这一行")
    return f"到{name}{page and f'（{page}）'}：“{words}”{others}"


def _missing_words(report: Report, aimed: Aimed) -> str:
    if aimed.aim == "words":
        return "没有哪一段这样开头。找段落中间的字，请用查找（Ctrl+F）。"
    if aimed.aim == "page" and not aimed.most:
        return "这份报告没有页码。可以打段号，例如：段12。"
    word = "页" if aimed.aim == "page" else "段"
    is_paragraph = aimed.aim == "page" and aimed.number in report.paragraphs
    also = f"要到第{aimed.number}段，请打：段{aimed.number}。" if is_paragraph else ""
    return f"没有第{aimed.number}{word}，这份报告共{aimed.most}{word}。{also}"


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
