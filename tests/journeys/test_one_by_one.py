"""一段一段看: one paragraph, large; whatever is written goes the same way as from the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from beiguan_desktop.ui.paragraph_flow import ParagraphFlow
from tests.ui.page_parts import point, seal_point

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reader(deputy):
    """Somebody who has clicked on the 12th paragraph and sees it alone."""
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.clicks(12, "地区生产总值")
    deputy.key(Qt.Key.Key_F5)
    return deputy


def pane(deputy):
    return deputy.window.findChild(ParagraphFlow).pane


def shown(deputy) -> str:
    return pane(deputy).view.lines.document.report.units[0].text


def number(deputy) -> int | None:
    return deputy.report.units[pane(deputy).view.unit].number


def test_the_current_paragraph_is_shown_alone_larger_and_says_where_it_stands(reader):
    one, view = pane(reader), reader.window.page.view
    assert shown(reader) == reader.report.paragraphs[12].text
    assert one.place.text() == "第12段，共63段"
    assert one.page.text() == "原件约第5页"
    assert one.path.words.startswith("一、2025年和“十四五”时期工作回顾 ——五年接续奋斗")
    assert one.view.lines.document.em == pytest.approx(view.lines.document.em * 4 / 3, abs=0.5)
    assert not view.isVisible()
    assert not reader.window.page.tree.isVisible()
    assert one.view.hasFocus()


def test_keys_and_buttons_lead_to_the_neighbours_and_the_box_goes_along(reader):
    reader.key(Qt.Key.Key_Right)
    assert (number(reader), reader.window.reading.writing.anchor.unit) == (
        13,
        reader.report.paragraphs[13].ordinal,
    )
    reader.key(Qt.Key.Key_Left)
    reader.key(Qt.Key.Key_Left)
    assert number(reader) == 11
    reader.presses(pane(reader).next_button)
    assert number(reader) == 12
    reader.presses(pane(reader).previous_button)
    assert number(reader) == 11


def test_the_space_bar_reads_on_and_with_shift_back(reader):
    assert pane(reader).view.verticalScrollBar().maximum() == 0
    reader.key(Qt.Key.Key_Space)
    assert number(reader) == 13
    reader.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert number(reader) == 12
    assert reader.box.toPlainText() == ""


def test_a_click_on_a_sentence_and_words_become_an_opinion_on_it(reader):
    view = pane(reader).view
    at = shown(reader).index("发展质效")
    reader.qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 0, at))
    assert reader.box.hasFocus()
    reader.types("建议写明数目")
    reader.finishes()
    anchor = reader.the_comment().anchor
    assert anchor.unit == reader.report.paragraphs[12].ordinal
    assert anchor.quote.startswith("发展质效显著增强")
    assert anchor.letter_start == reader.report.letter_at(anchor.unit, anchor.start)
    assert number(reader) == 13  # finished: on to the next
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Left)
    mark = view.state.marks.of(0)[0] if view.state.marks.of(0) else None
    assert mark.comment.id == reader.the_comment().id
    reader.qtbot.mouseClick(view.viewport(), LEFT, pos=seal_point(view, 0, 0))
    assert reader.window.page.panel.current == mark.comment.id
    reader.window.undo()
    assert view.state.marks.of(0) == ()


def test_writing_by_the_button_and_by_enter_puts_the_keys_into_the_box(reader):
    reader.presses(pane(reader).write_button)
    assert reader.box.hasFocus()
    reader.key(Qt.Key.Key_Escape)
    assert pane(reader).view.hasFocus()
    reader.key(Qt.Key.Key_Return)
    assert reader.box.hasFocus()


def test_escape_leads_back_to_the_text_where_one_was(reader):
    reader.key(Qt.Key.Key_Right)
    reader.key(Qt.Key.Key_Escape)
    view = reader.window.page.view
    assert pane(reader) is None
    assert view.isVisible()
    assert view.hasFocus()
    assert reader.window.page.tree.isVisible()
    assert view.top_place() == (reader.report.paragraphs[13].ordinal, 0)
    assert view.state.current_unit == reader.report.paragraphs[13].ordinal


def test_the_key_leads_back_too_and_the_button(reader):
    reader.key(Qt.Key.Key_F5)
    assert pane(reader) is None
    reader.window.actions_by_name["one_by_one"].trigger()
    reader.presses(pane(reader).back_button)
    assert pane(reader) is None


def test_at_36_points_a_long_paragraph_scrolls_and_turns_at_its_ends(reader):
    for _ in range(9):
        reader.window.actions_by_name["larger"].trigger()
    view = pane(reader).view
    assert view.lines.document.em == pytest.approx(48)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    reader.key(Qt.Key.Key_Down)
    assert view.top_place() == (
        0,
        view.lines.document.displays[0].position(view.lines.of(0)[1].start),
    )
    reader.key(Qt.Key.Key_End)
    assert view.scroller.top_line().index > 1
    assert view.lines.last(0).bottom <= bar.value() + view.viewport().height()
    reader.key(Qt.Key.Key_Home)
    assert bar.value() == 0
    seen = []
    while number(reader) == 12:
        seen.append(bar.value())
        reader.key(Qt.Key.Key_PageDown)
    assert number(reader) == 13
    assert seen == sorted(set(seen))
    assert len(seen) > 1
    assert bar.value() == 0
    reader.key(Qt.Key.Key_PageUp)
    assert number(reader) == 12
    reader.key(Qt.Key.Key_Up)
    assert number(reader) == 11


def test_a_paragraph_seen_whole_for_as_long_as_it_takes_is_read(reader):
    flow, marks = reader.window.findChild(ParagraphFlow), reader.window.reading.marks
    unit = reader.report.paragraphs[12].ordinal
    for _ in range(9):
        reader.window.actions_by_name["larger"].trigger()
    for _ in range(120):
        flow.time.look()
    assert unit in marks.unread  # its end has not been seen
    reader.key(Qt.Key.Key_End)
    flow.time.look()
    assert unit not in marks.unread
    assert not flow.time.timer.isActive()
    reader.key(Qt.Key.Key_Right)
    flow.time.look()
    assert reader.report.paragraphs[13].ordinal in marks.unread
    reader.window.hide()
    for _ in range(120):
        flow.time.look()
    assert reader.report.paragraphs[13].ordinal in marks.unread


def test_the_first_and_the_last_paragraph_say_so(reader):
    view = reader.window.page.view
    view.move_paragraph(-99)
    one = pane(reader)
    assert (number(reader), one.previous_button.isEnabled()) == (1, False)
    assert one.previous_button.toolTip() == "这是第一段"
    view.move_paragraph(99)
    assert (number(reader), one.next_button.isEnabled()) == (63, False)
    assert one.next_button.accessibleDescription() == "这是最后一段"
    reader.key(Qt.Key.Key_Right)
    assert number(reader) == 63


def test_the_number_copies_how_people_name_the_paragraph(reader):
    view = pane(reader).view
    spot = seal_point(view, 0, 0)
    spot.setX(view.measure.numbers - 5)
    reader.qtbot.mouseClick(view.viewport(), LEFT, pos=spot)
    assert QGuiApplication.clipboard().text() == (
        "第一部分“——五年接续奋斗，综合实力稳步提升”一段（约第5页）"
    )
    assert reader.window.status.words.startswith("第12段在报告里的位置已复制")


def test_the_whole_report_is_shown_by_its_title(reader):
    reader.window.reading.write_on_whole_report()
    assert shown(reader) == "政府工作报告"
    assert pane(reader).place.text() == "标题，共63段"
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Right)
    assert number(reader) == 1


def test_another_report_takes_the_place_of_the_first(reader, tmp_path):
    other = tmp_path / "短.txt"
    other.write_text("政府工作报告\n一、回顾\n各位代表，过去一年全区经济平稳。\n", encoding="utf-8")
    reader.window.import_report(other)
    assert shown(reader) in {unit.text for unit in reader.report.units}
    assert pane(reader).place.text().endswith("共1段")


def test_without_a_report_and_on_the_first_page_nothing_happens(deputy):
    deputy.window.open()
    deputy.window.actions_by_name["one_by_one"].trigger()
    assert pane(deputy) is None


def test_f11_fills_the_screen_and_escape_or_f11_leads_back(deputy):
    deputy.starts()
    window = deputy.window
    for key in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        deputy.qtbot.keyClick(window, Qt.Key.Key_F11)
        assert window.isFullScreen()
        window.page.view.setFocus()
        deputy.key(key)
        assert not window.isFullScreen()


def test_escape_elsewhere_leads_to_the_text_first(deputy):
    deputy.starts()
    deputy.qtbot.keyClick(deputy.window, Qt.Key.Key_F11)
    deputy.window.status.person_button.setFocus()
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.isFullScreen()
    deputy.key(Qt.Key.Key_Escape)
    assert not deputy.window.isFullScreen()


def test_escape_leads_out_of_the_full_screen_from_the_first_page_too(deputy):
    deputy.window.open()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.key(Qt.Key.Key_F11)
    assert deputy.window.isFullScreen()
    deputy.key(Qt.Key.Key_Escape)
    assert not deputy.window.isFullScreen()
    assert deputy.window.stage.is_asking


def test_the_full_screen_is_not_remembered(deputy):
    deputy.starts()
    size = deputy.window.size()
    deputy.qtbot.keyClick(deputy.window, Qt.Key.Key_F11)
    deputy.starts_again()
    assert not deputy.window.isFullScreen()
    assert deputy.window.size() == size


def test_a_key_copies_the_place_of_a_paragraph_and_of_a_section(deputy):
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.clicks(12, "地区生产总值")
    shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
    deputy.key(Qt.Key.Key_C, shifted)
    name = "第一部分“——五年接续奋斗，综合实力稳步提升”一段（约第5页）"
    assert QGuiApplication.clipboard().text() == name
    heading = next(unit for unit in deputy.report.units if unit.kind == "heading")
    deputy.window.page.tree.section_chosen.emit(heading.ordinal)
    deputy.key(Qt.Key.Key_C, shifted)
    name = "第一部分“2025年和‘十四五’时期工作回顾”（约第1页）"
    assert QGuiApplication.clipboard().text() == name
    assert deputy.window.status.words.startswith("这一处在报告里的位置已复制")


def test_strokes_and_stars_are_seen_alone_too_and_are_made_there(reader):
    view = pane(reader).view
    at = shown(reader).index("发展质效")
    reader.qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 0, at))
    reader.key(Qt.Key.Key_Escape)
    actions = reader.window.actions_by_name
    actions["highlight"].trigger()
    actions["star"].trigger()
    ((start, _end),) = view.state.strokes[0]
    assert (start, set(view.state.stars)) == (at, {0})
    reader.key(Qt.Key.Key_Right)
    assert (list(view.state.strokes[0]), set(view.state.stars)) == ([], set())
    reader.key(Qt.Key.Key_Left)
    assert view.state.strokes[0]
    actions["star"].trigger()
    assert not view.state.stars


def test_what_was_selected_in_the_text_leaves_no_bar_over_the_paragraph(deputy):
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.drags(12, "地区生产总值")
    deputy.window.page.view.setFocus()
    deputy.key(Qt.Key.Key_F5)
    assert not deputy.window.reading.my_marks.bar.bar.isVisible()
    assert pane(deputy).view.state.chosen.quote == "地区生产总值"
