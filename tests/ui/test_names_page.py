"""The list of names, the list of sentences, the bar that leads from one to the next."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from beiguan_desktop.ui.name_list import NameList
from beiguan_desktop.ui.name_model import Entry, NameModel, Role
from beiguan_desktop.ui.names_page import NamesPage
from beiguan_desktop.ui.passage_list import Line, PassageList
from beiguan_desktop.ui.theme import LIGHT, PALETTES
from beiguan_desktop.ui.tour_bar import TourBar
from tests.ui.page_parts import report_of, shown

ENTRIES = (
    Entry("北花村", "北花村", "3 句", "镇村街道"),
    Entry("柏庄镇", "柏庄镇", "2 句", "镇村街道"),
    Entry("教育", "教育", "22 句", "行业"),
    Entry("低空", "云洹低空+AI研学基地", "1 句", "项目"),
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def model(qapp):
    made = NameModel(has_ticks=True)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.set_entries(ENTRIES, {"教育"})
    return made


@pytest.fixture
def names(qtbot, model):
    made = NameList(model, "与我有关", LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(model) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def middle(view, row: int) -> QPoint:
    return view.visualRect(view.model().index(row)).center()


def test_names_stand_under_the_headings_of_their_groups(model):
    assert words(model) == [
        "镇村街道",
        "北花村",
        "柏庄镇",
        "行业",
        "教育",
        "项目",
        "云洹低空+AI研学基地",
    ]
    heading = model.index(0)
    assert heading.data(Role.IS_HEADING)
    assert model.entry(heading) is None
    assert heading.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not model.flags(heading) & Qt.ItemFlag.ItemIsSelectable


def test_typing_leaves_what_holds_the_words_whatever_width_and_case(model):
    model.set_wanted("柏 庄")
    assert words(model) == ["镇村街道", "柏庄镇"]
    model.set_wanted("＋ai")
    assert words(model) == ["项目", "云洹低空+AI研学基地"]
    model.set_wanted("没有")
    assert words(model) == []
    model.set_wanted("")
    assert len(words(model)) == 7


def test_a_tick_is_told_to_eyes_and_to_screen_readers(model):
    row = model.index(1)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "北花村，3 句，没有勾"
    assert model.toggle(row) == "北花村"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "北花村，3 句，已勾上"
    assert row.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.ticked == {"教育", "北花村"}
    assert model.toggle(model.index(0)) is None
    model.untick_all()
    assert model.ticked == frozenset()


def test_a_name_that_stands_twice_is_ticked_in_both_places(model):
    model.set_entries([Entry("教育", "教育", "", "已经勾上的"), *ENTRIES], ())
    model.toggle(model.index(1))
    assert [row for row in range(model.rowCount()) if model.index(row).data(Role.IS_TICKED)] == [
        1,
        6,
    ]


def test_without_ticks_nothing_can_be_ticked(qtbot):
    model = NameModel()
    model.set_entries(ENTRIES)
    assert model.toggle(model.index(1)) is None
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "北花村，3 句"


def test_a_click_anywhere_in_a_row_ticks_it(qtbot, names, model):
    with qtbot.waitSignal(names.ticked):
        qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=middle(names, 2))
    assert "柏庄镇" in model.ticked
    qtbot.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=middle(names, 0))
    assert model.ticked == {"教育", "柏庄镇"}


def test_keys_step_over_headings_and_tick(qtbot, names, model):
    names.setFocus(Qt.FocusReason.TabFocusReason)
    assert names.currentIndex().row() == 1
    for _ in range(2):
        qtbot.keyClick(names, Qt.Key.Key_Down)
    assert names.currentIndex().data() == "教育"
    qtbot.keyClick(names, Qt.Key.Key_Space)
    assert "教育" not in model.ticked
    qtbot.keyClick(names, Qt.Key.Key_Up)
    assert names.currentIndex().data() == "柏庄镇"
    for _ in range(3):
        qtbot.keyClick(names, Qt.Key.Key_Up)
    assert names.currentIndex().data() == "北花村"
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert model.ticked == {"北花村"}


def test_rows_are_high_enough_and_no_name_is_cut(qtbot, names, model):
    long = "安阳市低空经济培训交流中心和世界文字文明互鉴与体验中心"
    model.set_entries([*ENTRIES, Entry("长", long, "12 句", "项目")])
    names.resize(320, 600)
    heights = [names.visualRect(model.index(row)).height() for row in range(model.rowCount())]
    assert min(heights) >= 44
    assert heights[-1] > heights[1]


def test_a_list_without_a_name_bears_focus_and_keys(qtbot, names, model):
    model.set_wanted("没有这个名字")
    assert model.rowCount() == 0
    assert model.entry_row(-1) is None
    names.clearFocus()
    names.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Space):
        qtbot.keyClick(names, key)
    assert not names.currentIndex().isValid()
    model.set_wanted("")
    qtbot.keyClick(names, Qt.Key.Key_Down)
    assert names.currentIndex().row() == 1


def test_an_entry_is_chosen_by_its_key(qtbot, names):
    with qtbot.waitSignal(names.chosen) as told:
        names.choose("低空")
    assert told.args == ["低空"]
    names.choose("没有")
    assert not names.currentIndex().isValid()


def test_the_list_is_painted_in_every_state(qtbot, names, model):
    names.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(names, Qt.Key.Key_Down)
    assert not names.grab().isNull()
    names.set_theme(LIGHT)
    bare = NameList(NameModel(names), "名词", LIGHT)
    qtbot.addWidget(bare)
    bare.model().set_entries([Entry("a", "“四应四不”问题", "", "没有解释的")])
    bare.choose_first()
    bare.show()
    qtbot.waitExposed(bare)
    assert not bare.grab().isNull()


# -- sentences


LINES = tuple(
    Line(f"第{n}段", "柏庄镇", "推动柏庄镇北花村、西苏度村农文旅融合发展。" * n, ((2, 5),))
    for n in range(1, 5)
)


@pytest.fixture
def sentences(qtbot):
    made = PassageList("报告里的句子", LIGHT)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_lines(LINES)
    return made


def test_a_click_or_enter_on_a_sentence_leads_there(qtbot, sentences):
    with qtbot.waitSignal(sentences.opened) as told:
        pos = middle(sentences, 1)
        qtbot.mouseClick(sentences.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert told.args == [1]
    sentences.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(sentences, Qt.Key.Key_Down)
    with qtbot.waitSignal(sentences.opened) as told:
        qtbot.keyClick(sentences, Qt.Key.Key_Return)
    assert told.args == [2]


def test_nothing_under_the_last_sentence_leads_anywhere(qtbot, sentences):
    sentences.show_lines(LINES[:1])
    with qtbot.assertNotEmitted(sentences.opened):
        qtbot.mouseClick(sentences.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 480))
        qtbot.keyClick(sentences, Qt.Key.Key_Return)


def test_a_sentence_is_told_with_its_place(sentences):
    index = sentences.model().index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "第1段，柏庄镇，推动柏庄镇北花村、西苏度村农文旅融合发展。"
    assert index.data() == LINES[0].text


def test_long_sentences_are_higher_and_all_are_painted(qtbot, sentences):
    heights = [sentences.visualRect(sentences.model().index(row)).height() for row in range(4)]
    assert heights == sorted(heights)
    assert heights[0] < heights[3]
    sentences.stand_at(3)
    sentences.setFocus(Qt.FocusReason.TabFocusReason)
    assert not sentences.grab().isNull()
    sentences.resize(400, 500)
    assert sentences.visualRect(sentences.model().index(3)).height() > heights[3]
    sentences.set_theme(LIGHT)


def test_the_first_sentence_is_the_current_one_for_keys(sentences):
    sentences.setFocus(Qt.FocusReason.TabFocusReason)
    assert sentences.currentIndex().row() == 0


# -- the page and the bar


def test_the_page_tells_why_a_list_is_empty_and_leads_on_by_keys(qtbot):
    page = NamesPage(LIGHT, "与我有关", "找村", has_ticks=True)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    qtbot.waitExposed(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.model.set_entries(ENTRIES)
    page.show_empty("没有", "请勾上")
    assert page.empty.accessibleName() == "没有，请勾上"
    assert page.empty.isVisible()
    assert not page.passages.isVisible()
    page.show_none("没有名字")
    page.show_words("解释")
    page.tell("没有存上")
    assert page.told.accessibleName() == "没有存上"
    page.take_focus()
    with qtbot.waitSignal(page.wanted):
        qtbot.keyClicks(page.search, "a")
    page.search.clear()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.names.hasFocus()
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page.names, Qt.Key.Key_Escape)
    qtbot.keyClick(page.search, Qt.Key.Key_F2)
    assert not page.grab().isNull()


@pytest.mark.parametrize(("width", "count"), [(1400, "第 2 句，共 9 句"), (560, "2/9")])
def test_the_bar_says_as_much_as_there_is_room_for(qtbot, width, count):
    view = shown(qtbot, report_of("字" * 400), (width, 500))
    bar = TourBar(LIGHT, view)
    qtbot.addWidget(bar)
    bar.resize(width, 63)
    bar.show()
    qtbot.waitExposed(bar)
    bar.set_title("与我有关：柏庄镇、北花村、西苏度村、东辛庄村、红旗路、中华路、人民大道、健康路")
    bar.set_count(2, 9)
    assert bar.count.text() == count
    assert bar.count.accessibleName() == "第 2 句，共 9 句"
    assert (bar.next.text() == "下一句") == (width == 1400)
    assert bar.title.text().startswith("与我")
    bar.set_count(1, 1)
    assert not bar.next.isEnabled()
    assert not bar.grab().isNull()


def test_without_tints_marks_are_lines_and_everything_follows_another_palette(qtbot, sentences):
    stark = PALETTES["contrast"]
    sentences.set_theme(stark)
    (line, *_) = sentences._rows._sentence(sentences.model().index(0)).formats()
    assert line.format.fontUnderline()
    assert line.format.background().style() == Qt.BrushStyle.NoBrush
    page = NamesPage(stark, "名词", "找一个说法", has_ticks=False)
    qtbot.addWidget(page)
    page.show()
    page.rescale()
    assert not page.grab().isNull()
