"""A window that is low or narrow for its letters: bars give way, what one reads and writes not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.paragraph_flow import ParagraphFlow
from beiguan_desktop.ui.print_flow import PrintFlow
from beiguan_desktop.ui.reading import place_of
from beiguan_desktop.ui.recording_flow import RecordingFlow
from beiguan_desktop.ui.scale import HAND, SCALE
from tests.ui.sight import cut, name_of

SMALL, SMALLEST = (1024, 640), (800, 600)
SIZES = [(size, points) for size in (SMALL, SMALLEST) for points in (14, 18, 22)]
LINES = "第一行。\n第二行。\n第三行。\n第四行。\n第五行。"


@pytest.fixture(autouse=True)
def put_off_again(qapp):
    """Colours and sizes belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


def stands(deputy, size, points: int, letters: int = 18):
    """Let somebody sit before a window of a size, with letters of other sizes."""
    window = deputy.window
    window.setMinimumSize(1, 1)
    window.looks.wear("light", points)
    window.looks.set_text_size(letters)
    window.resize(*size)
    settle()
    return window


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def lines_in_box(box) -> int:
    """Count the lines of a box that are seen whole."""
    foot, found, block = box.viewport().height(), 0, box.firstVisibleBlock()
    while block.isValid():
        place = box.blockBoundingGeometry(block).translated(box.contentOffset())
        found += place.top() >= 0 and place.bottom() <= foot
        block = block.next()
    return found


def lines_in_text(view) -> int:
    """Count the lines of the report that are seen whole."""
    top, high = view.verticalScrollBar().value(), view.viewport().height()
    units = range(len(view.lines.document.report.units))
    every = [line for unit in units for line in view.lines.of(unit)]
    return sum(line.top >= top and line.bottom <= top + high for line in every)


def buttons_of(window) -> list[QPushButton]:
    return [each for each in window.findChildren(QPushButton) if each.isVisible()]


@pytest.mark.parametrize(("size", "points"), SIZES)
def test_the_box_shows_three_lines_and_the_text_four_however_small_the_screen(deputy, size, points):
    window = stands(deputy.starts(), size, points)
    deputy.clicks(12, "地区生产总值")
    deputy.types("一")
    deputy.box.setPlainText(LINES)
    settle()
    assert lines_in_box(deputy.box) >= 3
    assert lines_in_text(window.page.view) >= 4
    assert cut(window) == []


@pytest.mark.parametrize(("size", "points"), SIZES)
def test_one_paragraph_alone_shows_four_lines_beside_a_box_of_three(deputy, size, points):
    window = stands(deputy.starts(), size, points)
    deputy.clicks(12, "地区生产总值")
    deputy.key(Qt.Key.Key_F5)
    settle()
    pane = window.findChild(ParagraphFlow).pane
    deputy.box.setPlainText(LINES)
    settle()
    assert lines_in_text(pane.view) >= 4
    assert lines_in_box(deputy.box) >= 3
    assert pane.view.lines.document.em >= window.page.view.lines.document.em
    assert cut(window) == []
    for button in pane.in_order()[2:]:
        assert name_of(button)
        assert pane.rect().contains(button.geometry())


def test_large_letters_stay_as_large_where_one_paragraph_has_room_for_fewer_lines(deputy):
    window = stands(deputy.starts(), SMALL, 22, letters=28)
    deputy.clicks(12, "地区生产总值")
    deputy.key(Qt.Key.Key_F5)
    settle()
    pane = window.findChild(ParagraphFlow).pane
    assert pane.view.lines.document.em == window.page.view.lines.document.em
    assert lines_in_text(pane.view) >= 3


def test_one_paragraph_gets_its_foot_and_its_large_letters_back_with_the_room(deputy):
    window = stands(deputy.starts(), SMALLEST, 22)
    deputy.clicks(12, "地区生产总值")
    deputy.key(Qt.Key.Key_F5)
    settle()
    pane = window.findChild(ParagraphFlow).pane
    assert pane.previous_button.text() == pane.back_button.text() == ""
    assert pane.write_button.y() < pane.view.y()
    before = pane.view.lines.document.em
    window.resize(1600, 1000)
    settle()
    assert pane.previous_button.text() == "上一段"
    assert pane.write_button.y() > pane.view.y() + pane.view.height()
    assert pane.view.lines.document.em > before
    assert pane.path.isVisible()


@pytest.mark.parametrize("points", [14, 18, 22])
def test_nothing_to_be_pressed_is_lower_than_a_hand_needs(deputy, points):
    window = stands(deputy.starts(), SMALLEST, points)
    small = [(each.text(), each.height()) for each in buttons_of(window) if each.height() < HAND]
    assert small == []
    for bar in (window.top_bar, window.status, window.page.head):
        assert bar.height() >= HAND


def test_bars_are_as_high_as_before_when_the_window_has_been_low(deputy):
    window = stands(deputy.starts(), (1440, 900), 14)

    def heights() -> list[int]:
        parts = (window.top_bar, window.page.head, window.status, *window.top_bar._buttons)
        return [part.height() for part in (*parts, window.page.panel.editor.finish_button)]

    before = heights()
    stands(deputy, SMALLEST, 22)
    assert SCALE.is_low
    assert heights() != before
    stands(deputy, (1440, 900), 14)
    assert heights() == before
    assert deputy.editor.finish_button.text() == "完成并到下一段"


def test_a_window_that_was_left_low_starts_low(deputy):
    deputy.starts()
    stands(deputy, (784, 600), 22)
    kept, _ = deputy.window.top_bar.height(), deputy.window.close()
    SCALE.is_low = False
    deputy.window = type(deputy.window)(deputy.database, jobs=deputy.window.jobs)
    deputy.qtbot.addWidget(deputy.window)
    assert SCALE.is_low
    assert deputy.window.top_bar.height() == kept


def test_the_name_of_the_report_stays_whole_and_words_of_buttons_give_way(deputy):
    bar = stands(deputy.starts(), SMALLEST, 22).top_bar
    assert bar._title.text() == deputy.report.title
    find, _, _, hand_in, more = bar._buttons
    assert [each.text() for each in (find, hand_in, more)] == ["", "", ""]
    assert all(name_of(each) for each in (find, hand_in, more))
    deputy.presses(find)
    assert deputy.window.findChild(FindFlow).pane.isVisible()
    stands(deputy, (1440, 900), 14)
    assert [each.text() for each in (find, hand_in, more)] == ["查找", "交意见", "更多"]


def test_the_foot_is_one_line_in_a_narrow_window_and_the_ear_hears_all(deputy):
    window = stands(deputy.starts(), SMALLEST, 22)
    deputy.clicks(12, "地区生产总值")
    deputy.types("请说明")
    window.page.view.setFocus()  # leaving the box saves the draft
    settle()
    status = window.status
    assert status.height() <= 60
    assert status.count_button.text() == "意见 1 条"
    assert "其中草稿 1 条" in name_of(status.count_button)
    assert len(status.words) <= 5
    assert status._state.toolTip().startswith("已自动保存")
    stands(deputy, (1440, 900), 14)
    assert status.words.startswith("已自动保存")
    assert status.count_button.text() == "意见 1 条，其中草稿 1 条"


def test_kinds_without_room_are_reached_by_chevron_wheel_tab_and_key(deputy):
    stands(deputy.starts(), SMALLEST, 22)
    deputy.clicks(12, "地区生产总值")
    row = deputy.editor.choice._three
    bar, last = row.horizontalScrollBar(), deputy.editor.kind_buttons["询问"]

    def is_whole() -> bool:
        left = last.mapTo(row, QPoint()).x()
        return left >= 0 and left + last.width() <= row.width()

    assert bar.maximum() > 0
    assert not is_whole()
    before, on = row._ends
    assert not before.isVisible()
    deputy.presses(on)
    deputy.presses(on)
    assert is_whole()
    assert before.isVisible()
    assert not on.isVisible()
    deputy.presses(before)
    deputy.presses(before)
    assert bar.value() == 0
    turned = QWheelEvent(
        QPointF(5, 5),
        row.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(row.viewport(), turned)
    assert is_whole()
    deputy.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert bar.value() == 0
    deputy.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert deputy.editor.kind == "询问"
    assert is_whole()
    assert deputy.box.hasFocus()


def test_where_the_words_belong_is_said_while_one_looks_elsewhere(deputy):
    window = stands(deputy.starts(), SMALL, 22)
    deputy.clicks(12, "地区生产总值")
    head = window.page.panel.place
    assert not head.isVisible()  # the number stands in the margin of the text
    deputy.types("请说明")
    window.reading.cards.look_at(place_of(deputy.report, deputy.report.paragraphs[40].ordinal))
    settle()
    assert head.isVisible()
    assert head.text().startswith("写到")
    deputy.presses(head)
    settle()
    assert not head.isVisible()


def listing(deputy, words: str = "教育"):
    deputy.window.actions_by_name["find"].trigger()
    pane = deputy.window.findChild(FindFlow).pane
    pane.bar.box.setText(words)
    deputy.key(Qt.Key.Key_Down)
    settle()
    return pane


@pytest.mark.parametrize("size", [SMALL, SMALLEST])
def test_the_list_of_hits_has_the_room_of_the_writing_pane_while_it_is_open(deputy, size):
    window = stands(deputy.starts(), size, 22)
    deputy.clicks(12, "地区生产总值")
    deputy.types("请说明")
    pane = listing(deputy)
    assert pane.list.hasFocus()
    assert pane.tabs[0].y() >= pane.bar.y() + pane.bar.height()
    assert pane.list.y() >= pane.tabs[0].y() + pane.tabs[0].height()
    assert pane.list.height() >= 4 * HAND
    assert not deputy.box.isVisible()
    assert cut(window) == []
    deputy.key(Qt.Key.Key_Return)
    settle()
    assert deputy.box.isVisible()
    assert deputy.box.toPlainText() == "请说明"
    listing(deputy)
    pane.closed.emit()
    settle()
    assert deputy.box.isVisible()


def test_a_list_in_a_usual_window_leaves_the_writing_pane_where_it_is(deputy):
    stands(deputy.starts(), (1366, 768), 14)
    deputy.clicks(12, "地区生产总值")
    listing(deputy)
    assert deputy.box.isVisible()


def test_whoever_wants_to_write_gets_the_box_back_from_the_list(deputy):
    window = stands(deputy.starts(), SMALL, 14)
    pane = listing(deputy)
    assert not deputy.box.isVisible()
    assert pane.list.height() >= 4 * HAND
    deputy.clicks(12, "地区生产总值")
    assert deputy.box.hasFocus()
    assert not pane.is_listing
    deputy.types("请说明")
    assert deputy.box.toPlainText() == "请说明"
    listing(deputy)
    assert not deputy.box.isVisible()
    window.actions_by_name["kind_3"].trigger()
    assert deputy.box.hasFocus()


@pytest.mark.parametrize(("size", "points"), SIZES)
def test_what_others_said_is_written_down_in_full_sight(deputy, size, points):
    deputy.starts()
    deputy.window.workspace.is_staff = True
    window = stands(deputy, size, points)
    deputy.clicks(12, "地区生产总值")
    window.actions_by_name["record"].trigger()
    pane = window.findChild(RecordingFlow).pane
    for words in ("", "李"):
        pane.name_box.setText(words)
        pane.place_box.setText(words and "20/10")
        settle()
        assert cut(pane) == []
        assert [each.text() for each in (pane.who, pane.where) if each.isVisible()] or not words
        assert window.page.panel.isVisible() is not (SCALE.is_low)
    window.page.panel.editor.focus_box()
    assert deputy.box.isVisible()
    assert deputy.box.hasFocus()
    assert pane.isVisible() is not SCALE.is_low


VIEWS = ("go_to", "concerns", "terms", "my_marks", "statistics", "find", "one_by_one")


@pytest.mark.parametrize(("size", "points"), SIZES)
def test_nothing_is_cut_in_any_view(deputy, size, points):
    window = stands(deputy.starts(), size, points)
    deputy.clicks(12, "地区生产总值")
    for view in VIEWS:
        window.actions_by_name[view].trigger()
        settle()
        assert cut(window) == [], view
        assert (window.width(), window.height()) == size
    window.ask_person()
    settle()
    assert cut(window) == []


@pytest.mark.parametrize("size", [(1008, 600), (784, 560)])
@pytest.mark.parametrize("points", [14, 18, 22])
def test_the_pages_before_printing_have_room_on_a_small_screen(deputy, size, points):
    window = stands(deputy.starts(), SMALL, points)
    window.actions_by_name["large_print"].trigger()
    page = window.findChild(PrintFlow).page
    page.resize(*size)
    settle()
    assert (page.width(), page.height()) == size
    assert cut(page) == []
    for button in (page.print_button, page.pdf_button, page.word_button):
        assert page.rect().contains(button.geometry().translated(button.parentWidget().pos()))
    assert page.preview.width() >= 300
    assert name_of(page.place) == f"第 1 页，共 {page.preview.count} 页"
    for choice in page.sizes.buttons():
        assert choice.toolTip()
