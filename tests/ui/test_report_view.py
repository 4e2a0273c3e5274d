"""Choosing a place in the text, by mouse and by keys, through the real widget."""

import string

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.ui.report_view import ReportView
from tests.ui.page_parts import pages, point, report_of, seal_point, shown
from tests.ui.panes import on_paragraph, on_words, opinion, shipped, unit_of

LEFT = Qt.MouseButton.LeftButton
WORDS = "申报专利8项、形成样机9套"


@pytest.fixture
def view(qtbot):
    view = shown(qtbot)
    view.show_place(unit_of("（三）创新驱动"))
    return view


@pytest.fixture
def chosen(view):
    """Collect what the view tells, in order: anchors and ids."""
    told = []
    view.place_chosen.connect(told.append)
    view.comment_chosen.connect(told.append)
    return told


def find(words: str) -> tuple[int, int]:
    """Return unit and position of words as they stand in the report, blanks and all."""
    bare = words.replace(" ", "")
    for unit in shipped().units:
        text = "".join(unit.text.split())
        if bare in text:
            at, seen = text.index(bare), 0
            for position, character in enumerate(unit.text):
                if seen == at and not character.isspace():
                    return unit.ordinal, position
                seen += not character.isspace()
    raise AssertionError(words)


def click(qtbot, view, words: str, keys=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(view.viewport(), LEFT, keys, point(view, *find(words)))


def drag(qtbot, view, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), (start + end) / 2)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def press_again(view, spot: QPoint) -> None:
    """Press as a desktop tells the second press of a quick pair."""
    above = QPointF(view.viewport().mapToGlobal(spot))
    kept = Qt.KeyboardModifier.NoModifier
    press = QMouseEvent(QEvent.Type.MouseButtonDblClick, QPointF(spot), above, LEFT, LEFT, kept)
    QApplication.sendEvent(view.viewport(), press)


def edge(view, words: str, *, after: bool) -> QPoint:
    """Return the point just before or after words."""
    unit, position = find(words)
    last = position + len(words) - 1 if after else position
    strip = view.lines.strips(unit, last, last + 1)[0]
    x = strip.right - 1 if after else strip.left + 1
    return QPoint(round(x), round(strip.line.middle - view.verticalScrollBar().value()))


def test_clicks_on_a_sentence_choose_sentence_clause_paragraph(qtbot, view, chosen):
    for _ in range(3):
        click(qtbot, view, "国家高新技术企业")
    assert chosen[0].quote.startswith("国家高新技术企业增至")
    assert chosen[0].quote.endswith("亿元。")
    assert chosen[1].quote.replace(" ", "") == "国家高新技术企业增至34家"
    assert chosen[2] == on_paragraph("（三）创新驱动")


def test_a_plain_click_asks_for_the_box_and_a_double_click_keeps_the_focus(qtbot, view, chosen):
    clicks = []
    view.clicked.connect(lambda: clicks.append(len(chosen)))
    click(qtbot, view, "国家高新技术企业")
    assert clicks == [1]  # the place is known before the box opens
    qtbot.mouseDClick(view.viewport(), LEFT, pos=point(view, *find("国家高新技术企业")))
    assert chosen[-1].place == "passage"
    click(qtbot, view, "国家高新", Qt.KeyboardModifier.ShiftModifier)
    assert len(clicks) == 1


@pytest.mark.parametrize("times", [2, 3])
def test_two_or_three_quick_clicks_choose_what_as_many_slow_ones_do(qtbot, view, chosen, times):
    spot = point(view, *find("技术合同成交额"))
    for _ in range(times):
        qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    slow = list(chosen)
    view.set_current(None)
    chosen.clear()
    for at in range(times):
        if at == 1:
            press_again(view, spot)
        else:
            qtbot.mousePress(view.viewport(), LEFT, pos=spot)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=spot)
    assert chosen == slow
    assert not view.textCursor().hasSelection()


@pytest.mark.parametrize("by", [QPoint(4, 0), QPoint(-3, 1), QPoint(0, 4)])
def test_a_hand_that_trembles_clicks_and_does_not_select(qtbot, view, chosen, by):
    spot = edge(view, "技术合同", after=True)  # between two characters
    drag(qtbot, view, spot, spot + by)
    assert [each.quote[:6] for each in chosen] == ["国家高新技术"]
    assert not view.textCursor().hasSelection()


def test_a_drag_selects_from_where_the_button_was_pressed(qtbot, view, chosen):
    start = edge(view, "创新平台能级", after=False)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    for step in (4, 8, 12, 40):
        qtbot.mouseMove(view.viewport(), start + QPoint(step, 0))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(40, 0))
    assert chosen[0].quote.startswith("创新")


def test_dragging_chooses_the_passage_and_keeps_it_selected(qtbot, view, chosen):
    drag(
        qtbot, view, edge(view, "创新平台能级", after=False), edge(view, "创新平台能级", after=True)
    )
    assert [each.quote for each in chosen] == ["创新平台能级"]
    assert view.selected_anchor() == chosen[0]
    assert view.textCursor().hasSelection()


def test_dragging_on_into_the_next_paragraph_stays_in_the_first(qtbot, view, chosen):
    start = edge(view, "智力支撑。", after=False)
    end = edge(view, "扎实推进", after=True)
    drag(qtbot, view, start, end)
    assert [(each.unit, each.quote) for each in chosen] == [
        (unit_of("（三）创新驱动"), "智力支撑。")
    ]


def test_a_passage_over_dropped_blanks_holds_the_reports_own_text(qtbot, view, chosen):
    unit, _ = find(WORDS)
    text = shipped().units[unit].text
    start, end = text.index("申报专利"), text.index("套；") + 1
    left = view.lines.strips(unit, start, start + 1)[0]
    right = view.lines.strips(unit, end - 1, end)[0]
    value = view.verticalScrollBar().value()
    drag(
        qtbot,
        view,
        QPoint(round(left.left + 1), round(left.line.middle - value)),
        QPoint(round(right.right - 1), round(right.line.middle - value)),
    )
    assert chosen == [passage(shipped(), unit, start, end)]


def test_a_heading_stands_for_its_section_and_the_title_for_all(qtbot, view, chosen):
    view.show_place(0)
    click(qtbot, view, "政府工作报告")
    click(qtbot, view, "时期工作回顾")
    assert chosen[0] == WHOLE_REPORT
    assert (chosen[1].place, chosen[1].unit) == ("section", unit_of("一、"))


def test_a_click_on_the_number_chooses_the_paragraph(qtbot, view, chosen):
    unit = unit_of("（三）创新驱动")
    spot = seal_point(view, unit, 0)
    spot.setX(view.measure.numbers - 5)
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert chosen == [on_paragraph("（三）创新驱动")]


def number_point(view, unit: int) -> QPoint:
    spot = seal_point(view, unit, 0)
    return QPoint(view.measure.numbers - 5, spot.y())


def test_a_click_on_the_number_copies_how_people_name_the_paragraph(qtbot, view):
    unit, told = unit_of("（三）创新驱动"), []
    view.told.connect(told.append)
    spot = number_point(view, unit)
    help_event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), help_event)
    name = "第一部分（三）“创新驱动纵深推进”一段（约第2页）"
    assert QToolTip.text() == f"点一下，复制“{name}”"
    QToolTip.hideText()
    QGuiApplication.clipboard().clear()
    qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert QGuiApplication.clipboard().text() == name
    assert told == ["第5段在报告里的位置已复制"]


def test_elsewhere_in_the_margin_a_click_copies_nothing(qtbot, view):
    unit = unit_of("（三）创新驱动")
    QGuiApplication.clipboard().setText("原来的")
    for line in (1, 2):
        spot = QPoint(view.measure.numbers - 5, seal_point(view, unit, line).y())
        qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    heading = seal_point(view, unit_of("一、"), 0)
    view.show_place(unit_of("一、"))
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(view.measure.numbers, heading.y()))
    assert QGuiApplication.clipboard().text() == "原来的"


def test_a_report_without_pages_has_references_without_a_page(qtbot):
    view = shown(qtbot, report_of("全区经济稳中有进。", "民生持续改善。"))
    qtbot.mouseClick(view.viewport(), LEFT, pos=number_point(view, 1))
    assert QGuiApplication.clipboard().text() == "“民生持续改善”一段"


def test_a_seal_chooses_its_place_then_its_opinion(qtbot, view, chosen):
    first = opinion("first", on_words("创新平台能级"))
    second = opinion("second", on_words("创新主体"), kind="询问")
    view.set_comments([second, first])
    qtbot.mouseClick(view.viewport(), LEFT, pos=seal_point(view, unit_of("（三）创新驱动"), 1))
    assert chosen == [second.anchor, "second"]


def test_a_count_leads_through_the_opinions_it_counts(qtbot, chosen, view):
    unit = unit_of("围绕上述目标")
    view.set_comments([opinion(f"{at}", paragraph(shipped(), unit)) for at in range(3)])
    view.show_place(unit)
    for _ in range(4):
        qtbot.mouseClick(view.viewport(), LEFT, pos=seal_point(view, unit, 0))
        view.set_current_comment(chosen[-1])
    assert chosen[1::2] == ["0", "1", "2", "0"]


def test_a_count_asks_for_all_opinions_of_its_paragraph_first(qtbot, view, chosen):
    unit = unit_of("围绕上述目标")
    view.set_comments([opinion(f"{at}", paragraph(shipped(), unit)) for at in range(3)])
    view.show_place(unit)
    view.count_clicked.connect(lambda: chosen.append("all"))
    qtbot.mouseClick(view.viewport(), LEFT, pos=seal_point(view, unit, 0))
    assert chosen[1:] == ["all", "0"]


def test_a_marked_passage_chooses_its_opinion_and_then_goes_on_as_usual(qtbot, view, chosen):
    mine = opinion("mine", on_words("国家高新技术企业"))
    view.set_comments([mine])
    click(qtbot, view, "高新技术")
    assert chosen == [mine.anchor, "mine"]
    click(qtbot, view, "高新技术")
    assert (chosen[2].place, chosen[3]) == ("passage", "mine")
    assert chosen[2] != mine.anchor


def test_arrows_go_from_paragraph_to_paragraph(qtbot, view, chosen):
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    numbers = [shipped().units[each.unit].number for each in chosen]
    assert numbers == [5, 6, 5]
    assert {each.place for each in chosen} == {"paragraph"}


def test_arrows_bring_the_paragraph_into_view(qtbot, view, chosen):
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        first = view.lines.first(chosen[-1].unit)
        top = view.verticalScrollBar().value()
        assert top <= first.top < top + view.viewport().height()


def test_arrows_sideways_go_from_sentence_to_sentence_and_shift_selects_from_there(
    qtbot, view, chosen
):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert chosen[-1].quote.startswith("全力支持蓝天实验室")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert chosen[-1].quote == "创新平台能级不断跃升。"
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_anchor().quote == "创新平台"


def test_no_letter_does_anything(qtbot, view, chosen):
    cursor, value = view.textCursor().position(), view.verticalScrollBar().value()
    text = view.toPlainText()
    for key in string.ascii_letters + string.digits + " ,./":
        qtbot.keyClicks(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert (view.textCursor().position(), view.verticalScrollBar().value()) == (cursor, value)
    assert view.toPlainText() == text
    assert chosen == []


def test_a_copy_is_the_reports_own_text(qtbot, view):
    unit = unit_of("（一）经济运行")
    start = view.lines.document.document_position(unit, 0)
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == shipped().units[unit].text
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_shift_and_arrows_select_from_the_chosen_place(qtbot, view):
    anchor = on_words("创新主体")
    view.set_current(anchor)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_anchor() == anchor


def test_choosing_a_place_by_program_scrolls_nothing_and_tells_nothing(view, chosen):
    value = view.verticalScrollBar().value()
    view.set_current(on_paragraph("抓实稳岗就业"))
    view.set_current_comment("nobody")
    view.set_current(None)
    assert view.verticalScrollBar().value() == value
    assert chosen == []


def test_a_character_beyond_the_basic_plane_moves_no_place(qtbot):
    view = shown(qtbot, report_of("前𠮷面的话，𠮷祥如意。后面的𠮷话。"))
    told = []
    view.place_chosen.connect(told.append)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 0, 12))
    assert told[0].quote == "后面的𠮷话。"
    start, end = point(view, 0, 6), point(view, 0, 9)
    drag(qtbot, view, start - QPoint(10, 0), end + QPoint(10, 0))
    assert told[1].quote == "𠮷祥如意"


def test_tooltips_tell_opinions_without_obeying_them(qtbot, view):
    unit = unit_of("（三）创新驱动")
    view.set_comments([opinion("a", paragraph(shipped(), unit), "<b>粗</b>" + "很" * 99)])
    spot = seal_point(view, unit, 0)
    words = view._hit(spot).words
    assert words.startswith("建议：&lt;b&gt;粗")
    assert len(words) < 100
    help_event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), help_event)
    assert QToolTip.text() == words
    QToolTip.hideText()
    seam = view.lines.at(unit, shipped().units[unit].seams[0])
    assert view._hit(seal_point(view, unit, seam.index)).words == "原件约第3页从这里开始"
    assert view._hit(point(view, unit, 30)).words == ""


def test_the_pointer_shows_what_can_be_clicked(qtbot, view):
    unit, port = unit_of("（三）创新驱动"), view.viewport()
    shapes = []
    for spot in (point(view, unit, 30), seal_point(view, unit, 0)):
        there, none = QPointF(spot), Qt.MouseButton.NoButton
        kept = Qt.KeyboardModifier.NoModifier
        above = QPointF(port.mapToGlobal(spot))
        move = QMouseEvent(QEvent.Type.MouseMove, there, above, none, none, kept)
        QApplication.sendEvent(port, move)
        shapes.append(port.cursor().shape())
    assert shapes == [Qt.CursorShape.IBeamCursor, Qt.CursorShape.PointingHandCursor]


def test_the_context_menu_copies_and_changes_nothing(qtbot, view):
    spot = view.viewport().rect().center()
    QApplication.sendEvent(
        view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, spot)
    )
    menu = view.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["复制", "全选"]
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_other_buttons_choose_nothing(qtbot, view, chosen):
    spot = point(view, unit_of("（三）创新驱动"), 30)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=spot)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=spot)
    assert chosen == []


def test_a_view_without_a_report_bears_everything(qtbot):
    view = ReportView()
    qtbot.addWidget(view)
    view.show()
    view.set_comments([opinion("a")])
    view.apply_comments([], [opinion("a")])
    view.set_current(WHOLE_REPORT)
    view.set_current_comment("a")
    view.set_text_size(20)
    view.show_place(3)
    view.reveal(3)
    view.move_paragraph(1)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_A):
        qtbot.keyClick(view, key)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(200, 50))
    assert (view.top_place(), view.selected_anchor(), view.comment_order()) == ((0, 0), None, [])
    view.set_report(shipped(), pages())
    assert view.lines.document.em == pytest.approx(20 * 4 / 3, abs=0.5)


def test_opinions_come_in_the_order_of_the_report(view):
    later, sooner = opinion("later", on_words("国家高新技术企业")), opinion("sooner")
    view.set_comments([later, sooner])
    assert view.comment_order() == ["sooner", "later"]


def test_a_screen_reader_is_told_what_this_is(view):
    assert view.accessibleName() == "报告正文"
    assert view.isReadOnly()
