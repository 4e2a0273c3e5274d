"""The parts of 查找 by themselves: what is said, the rows, the bar in little room, the marks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.finding import Query, Searchable
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.find_bar import FindBar
from beiguan_desktop.ui.find_list import FindList, shortened
from beiguan_desktop.ui.find_pane import FindPane
from beiguan_desktop.ui.find_rows import FindRows, Group, Heading, Hit, Role, Source
from beiguan_desktop.ui.find_words import Outcome, count_words, sentence, short_count
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import report_of, shown

TEXT = "新增学位 200 个，优化学位布局，学位还不够。"


def group(words: str = "", text: str = TEXT, typed: str = "学位") -> Group:
    found = Searchable([text]).find(Query(typed))
    source = Source(lambda span: f"第{span.piece + 1}段　约第3页", "r1")
    return Group(words, source, found, 0, len(found))


@pytest.mark.parametrize(
    ("at", "count", "words", "short"),
    [
        (3, 27, "第 4 处，共 27 处", "4/27"),
        (None, 27, "共 27 处", "27"),
        (None, 0, "没有找到", "0"),
    ],
)
def test_the_count_is_said_long_and_short(at, count, words, short):
    assert count_words(at, count) == words
    assert short_count(at, count) == short


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(" ", "正文"), ""),
        (Outcome("学位", "正文", exact=2), ""),
        (
            Outcome("学位", "全部报告", exact=2, read=3, reports=72),
            "正在读别的报告：共 72 篇，已读 3 篇。",
        ),
        (Outcome("jy", "正文", likeness="sound", similar=3), "按拼音首字母“jy”找到 3 处。"),
        (
            Outcome("试验室", "正文", likeness="letter", similar=8),
            "没有“试验室”，有 8 处只差一个字。",
        ),
        (
            Outcome("学" * 30, "意见", elsewhere=(("正文", 2), ("意见", 0))),
            "意见里没有“学学学学学学学学学学学学学学学学…”。正文里有 2 处。",
        ),
        (
            Outcome("没有", "正文", elsewhere=(("意见", 0),)),
            "正文里没有“没有”。可以少打几个字，或者只打拼音的首字母，例如找“教育”就打 jy。",
        ),
    ],
)
def test_a_sentence_says_what_the_count_does_not_tell(outcome, words):
    assert sentence(outcome) == words


def test_the_rows_are_a_model_that_keeps_its_word(qapp):
    rows = FindRows()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.set_groups([group("一、去年"), group()])
    rows.set_groups([])
    there = group("一、去年")
    rows.set_groups([there, group()])
    assert rows.rowCount() == 7
    assert rows.rowCount(rows.index(0)) == 0
    assert rows.row(0) == Heading("一、去年", 3)
    hit = rows.row(3)
    assert hit == Hit(there.source, there.found, 2)
    assert rows.row_of(hit) == 3
    assert rows.row_of(rows.row(4)) == 4
    assert hit.beside(1) == rows.row(1)
    with pytest.raises(ValueError, match="another search"):
        rows.row_of(Hit(there.source, group().found, 0))
    assert rows.index(0).flags() == Qt.ItemFlag.NoItemFlags
    assert rows.index(1).flags() & Qt.ItemFlag.ItemIsEnabled
    assert rows.index(0).data() == "一、去年，3 处"
    assert rows.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert rows.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    assert rows.index(99).data() is None
    assert rows.index(2).data(Role.ROW).words == ("…200个，优化", "学位", "布局，学位还不够。")
    assert rows.index(3).data() == "…个，优化学位布局，学位还不够。，第1段　约第3页"
    del tester


def test_words_around_a_hit_are_one_line_and_tell_where_they_go_on():
    hit = group("", "前\n面\t的 字" + "很" * 60 + "学 位" + "长" * 60).row(0)
    before, found, after = hit.words
    assert (before, found) == ("…" + "很" * 9, "学位")
    assert after == "长" * 40 + "…"


@pytest.mark.parametrize(
    ("width", "button", "count"),
    [
        (700, "上一处", "第 4 处，共 27 处"),
        (500, "", "第 4 处，共 27 处"),
        (360, "", "4/27"),
    ],
)
def test_the_bar_says_less_where_there_is_less_room(qtbot, width, button, count):
    bar = FindBar(LIGHT)
    qtbot.addWidget(bar)
    bar.resize(width, bar.height())
    bar.set_count("第 4 处，共 27 处", "4/27", can_step=True)
    bar.show()
    assert (bar.previous.text(), bar.count.text()) == (button, count)
    parts = [bar.box, bar.count, bar.previous, bar.next, bar.close_button]
    assert all(part.isVisible() and part.height() >= 44 for part in parts)
    words = bar.count.fontMetrics().horizontalAdvance(bar.count.text())
    assert bar.count.width() >= words + 4
    assert bar.count.accessibleName() == "第 4 处，共 27 处，列出每一处"
    assert bar.previous.accessibleName() == "上一处（Shift+F3）"


def test_in_no_room_at_all_the_box_comes_first(qtbot):
    bar = FindBar(LIGHT)
    qtbot.addWidget(bar)
    bar.resize(250, bar.height())
    bar.set_count("第 4 处，共 27 处", "4/27", can_step=True)
    bar.show()
    assert bar.count.isHidden()
    assert bar.box.width() >= 60


def test_tab_leads_through_the_bar_in_the_order_of_the_eye(qtbot):
    view = shown(qtbot, report_of("一段", "二段"))
    pane = FindPane(LIGHT, view)
    before = QPushButton()
    for widget in (pane, before):
        qtbot.addWidget(widget)
    pane.rows.set_groups([group()])
    pane.bar.set_count("第 1 处，共 3 处", "1/3", can_step=True)
    pane.resize(700, 400)
    pane.show_list(is_listing=True)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    for one, other in zip([*pane.in_order()], pane.in_order()[1:], strict=False):
        pane.setTabOrder(one, other)
    pane.bar.box.setFocus()
    met = []
    for _ in range(8):
        met.append(QApplication.focusWidget())
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
    tab = next(tab for tab in pane.tabs if tab.isChecked())
    bar = pane.bar
    buttons = [bar.box, bar.count, bar.previous, bar.next, bar.close_button]
    assert [widget for widget in met if widget in buttons] == buttons
    assert tab in met
    assert pane.list in met


@pytest.fixture
def low(qtbot):
    """Return the pane above a text where there is little height for both."""
    host, before = QWidget(), QPushButton("前")
    report = report_of("学位" * 300)
    view = ReportView(host, theme=LIGHT)
    view.set_report(report, Pages(report.units, ()))
    column = QVBoxLayout(host)
    column.addWidget(before)
    column.addWidget(view)
    pane = FindPane(LIGHT, view)
    pane.lie_down(before)
    qtbot.addWidget(host)
    host.resize(760, 380)
    host.show()
    pane.rows.set_groups([group()] * 9)
    pane.appear()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    yield pane
    host.hide()  # and it was here until now


def test_in_little_height_the_list_and_the_text_take_turns(low, qtbot):
    qtbot.waitUntil(lambda: not any(tab.isVisible() for tab in low.tabs))
    assert low.list_button.isHidden()
    low.bar.box.setFocus()
    qtbot.keyClick(low.bar.box, Qt.Key.Key_Down)
    assert all(tab.isVisible() for tab in low.tabs)
    assert low.list.isVisible()
    assert 44 <= low.list.height() < low.room - 150
    low.list.show_row(0)
    qtbot.keyClick(low.list, Qt.Key.Key_Return)
    assert low.list.isHidden()
    low.toggle_list()
    spot = low.list.visualRect(low.rows.index(0)).center()
    qtbot.mouseClick(low.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert low.list.isHidden()


def test_in_height_enough_the_list_stays(low, qtbot):
    low.parentWidget().resize(760, 700)
    qtbot.waitUntil(lambda: all(tab.isVisible() for tab in low.tabs))
    low.toggle_list()
    spot = low.list.visualRect(low.rows.index(0)).center()
    qtbot.mouseClick(low.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert low.list.isVisible()


def test_every_control_has_a_name(qtbot):
    pane = FindPane(LIGHT, shown(qtbot, report_of("一段")))
    qtbot.addWidget(pane)
    pane.rows.set_groups([group()])
    pane.bar.set_count("第 1 处，共 3 处", "1/3")
    pane.set_counts((3, 0, 0))
    nameless = [w for w in pane.in_order() if not (w.accessibleName() or w.text())]
    assert nameless == []
    assert pane.tabs[0].accessibleName() == "在正文里查找，3 处"
    assert pane.tabs[1].accessibleName() == "在意见里查找"


def test_a_list_is_painted_wide_and_narrow(qtbot):
    rows = FindRows()
    there = FindList(rows, LIGHT)
    qtbot.addWidget(there)
    rows.set_groups([group("一、" + "很长的标题" * 20)])
    there.resize(600, 200)
    there.show()
    there.show_row(1)
    wide = there.viewport().grab().toImage()
    there.resize(240, 200)
    narrow = there.viewport().grab().toImage()
    assert wide.pixelColor(1, 66).name() == LIGHT.accent.lower()
    assert narrow.pixelColor(1, 66).name() == LIGHT.accent.lower()


def test_a_hit_over_two_lines_is_marked_on_both(qtbot):
    view = shown(qtbot, report_of("字" * 25 + "学位" + "字" * 30))
    view.set_found([(0, 25, 27), (0, 30, 31)], 0)
    strips = view.lines.strips(0, 25, 27)
    assert len(strips) == 2
    image = view.viewport().grab().toImage()
    for strip in strips:
        colour = image.pixelColor(round(strip.left) + 3, round(strip.line.middle) - 14)
        assert colour.name() == LIGHT.mark.lower()
    view.set_found((), None)
    clean = view.viewport().grab().toImage()
    strip = strips[0]
    colour = clean.pixelColor(round(strip.left) + 3, round(strip.line.middle) - 14)
    assert colour.name() == LIGHT.paper.lower()


def test_without_tints_a_hit_has_a_line(qtbot):
    view = shown(qtbot, report_of("字" * 5 + "学位" + "字" * 30))
    view.set_theme(replace(LIGHT, tint_share=0.0))
    view.set_found([(0, 5, 7)], None)
    (strip,) = view.lines.strips(0, 5, 7)
    image = view.viewport().grab().toImage()
    column = {
        image.pixelColor(round(strip.left) + 1, y).name()
        for y in range(strip.line.top, strip.line.bottom)
    }
    assert LIGHT.mark.lower() in column
    assert image.pixelColor(round(strip.left) + 1, strip.line.top + 6).name() == LIGHT.paper.lower()


def test_a_hit_within_a_stroke_has_a_rim(qtbot):
    view = shown(qtbot, report_of("字" * 30))
    view.state.strokes = {0: [(2, 20)]}
    view.set_found([(0, 5, 7)], None)
    (strip,) = view.lines.strips(0, 5, 7)
    image = view.viewport().grab().toImage()
    y = strip.line.top + 6
    seen = [image.pixelColor(round(strip.left) + x, y).name() for x in (-4, -1, 2)]
    assert seen == [LIGHT.mark.lower(), LIGHT.paper.lower(), LIGHT.mark.lower()]


def test_another_report_has_no_marks(qtbot):
    view = shown(qtbot, report_of("学位"))
    view.set_found([(0, 0, 2)], 0)
    view.set_report(report_of("别的"), view.state.pages)
    assert view.state.found == {}
    assert view.state.found_now is None


@pytest.mark.parametrize(
    ("letters", "wanted"),
    [
        (40, "一、去年和前几年工作回顾　（三）创新驱动纵深推进"),
        (21, "一、去年和前几…　（三）创新驱动纵深推进"),
        (14, "一、去年和前…动纵深推进"),
    ],
)
def test_a_heading_without_room_keeps_its_section_and_both_ends(qapp, letters, wanted):
    metrics = QFontMetricsF(faces.kai(14))
    words = "一、去年和前几年工作回顾　（三）创新驱动纵深推进"
    room = letters * metrics.horizontalAdvance("一")
    found = shortened(words, room, metrics)
    assert metrics.horizontalAdvance(found) <= room
    assert found[:3] == wanted[:3]
    assert found[-4:] == wanted[-4:]
    assert ("（三）创新驱动纵深推进" in found) is (letters > 20)


def test_the_tip_of_a_row_says_all_of_it(qapp):
    rows = FindRows()
    rows.set_groups([group("一、<去年>　（一）")])
    heading, hit = (rows.index(at).data(Qt.ItemDataRole.ToolTipRole) for at in (0, 1))
    assert heading == "一、＜去年>　（一），3 处"
    assert "第1段" in hit
