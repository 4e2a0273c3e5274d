"""Focus, place and pane stay together, and nothing in the pane jumps."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

ALT = Qt.KeyboardModifier.AltModifier


def writes(deputy, number: int, words: str) -> str:
    deputy.clicks(number, deputy.report.paragraphs[number].text[10:16])
    deputy.types(words)
    known = set(deputy.window.workspace.comments)
    deputy.finishes()
    (new,) = set(deputy.window.workspace.comments) - known
    return new


def test_giving_a_rewording_up_brings_the_cards_back(deputy):
    deputy.starts()
    comment = writes(deputy, 3, "写得好。")
    deputy.window.page.panel.edit_asked.emit(comment)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert not deputy.window.page.panel.list.isVisible()
    deputy.presses(deputy.editor.cancel_button)
    assert deputy.window.page.panel.list.isVisible()
    assert deputy.box.hasFocus()


def test_a_card_takes_the_empty_box_along_and_enter_rewords_it(deputy):
    deputy.starts()
    first, second = writes(deputy, 3, "第一"), writes(deputy, 40, "第二")
    deputy.clicks(10, deputy.report.paragraphs[10].text[10:16])
    deputy.key(Qt.Key.Key_Down, ALT)
    deputy.key(Qt.Key.Key_Down, ALT)
    chosen = deputy.window.page.panel.current
    assert chosen in (first, second)
    comment = deputy.window.workspace.comments[chosen]
    assert deputy.window.reading.writing.anchor == comment.anchor
    deputy.key(Qt.Key.Key_Return)
    assert deputy.box.toPlainText() == comment.text


def test_a_card_leaves_words_where_they_belong(deputy):
    deputy.starts()
    first = writes(deputy, 3, "第一")
    deputy.clicks(10, deputy.report.paragraphs[10].text[10:16])
    deputy.types("还在写")
    here = deputy.window.reading.writing.anchor
    deputy.window.page.panel.choose(first)
    deputy.window.page.panel.chosen.emit(first)
    assert deputy.window.reading.writing.anchor == here
    assert deputy.box.toPlainText() == "还在写"


def test_after_the_undo_bar_the_keys_mean_the_report(deputy):
    deputy.starts()
    comment = writes(deputy, 3, "写得好。")
    deputy.window.page.panel.withdraw_asked.emit(comment)
    bar = deputy.window.page.undo_bar
    bar.button.setFocus()
    deputy.key(Qt.Key.Key_Space)
    assert comment in deputy.window.workspace.comments
    assert deputy.window.page.view.hasFocus()


def test_escape_leads_to_the_text_from_every_button(deputy):
    deputy.starts()
    deputy.window.status.person_button.setFocus()
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.page.view.hasFocus()


def test_the_box_stays_where_it_is_whatever_was_clicked(deputy):
    deputy.starts()
    tops = set()
    for number in (3, 29, 44, 50):
        deputy.clicks(number, deputy.report.paragraphs[number].text[30:36])
        deputy.qtbot.wait(1)
        tops.add(deputy.box.mapTo(deputy.window, deputy.box.rect().topLeft()).y())
    assert len(tops) == 1


def test_the_form_of_a_long_sentence_overlaps_nothing(deputy):
    deputy.starts()
    deputy.window.resize(1366, 728)
    for number in (29, 44):
        deputy.clicks(number, deputy.report.paragraphs[number].text[30:36])
        deputy.presses(deputy.editor.kind_buttons["修改"])
        deputy.qtbot.wait(20)
        shown = (deputy.editor.original, deputy.editor.replacement_box, deputy.box)
        boxes = [box.geometry() for box in shown]
        assert all(a.bottom() < b.top() for a, b in pairwise(boxes))
        deputy.presses(deputy.editor.kind_buttons["建议"])


def test_another_report_says_how_to_go_back(deputy, tmp_path):
    deputy.starts()
    other = tmp_path / "另一份.txt"
    other.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    deputy.window.import_report(other)
    assert "要换回去" in deputy.window.status.words


def test_words_left_behind_are_told_and_their_card_is_shown(deputy):
    deputy.starts()
    deputy.clicks(4, deputy.report.paragraphs[4].text[10:16])
    deputy.types("写到一半")
    deputy.clicks(10, deputy.report.paragraphs[10].text[10:16])
    assert deputy.window.status.words.startswith("第4段的话已存成一条意见，已自动保存")
    assert deputy.window.page.panel.current == deputy.the_comment().id


def test_after_withdrawing_the_next_card_has_the_focus_and_then_the_text(deputy):
    deputy.starts()
    first = writes(deputy, 3, "第一")
    deputy.clicks(3, deputy.report.paragraphs[3].text[10:16])
    deputy.types("第二")
    deputy.finishes()
    page = deputy.window.page
    page.panel.choose(first)
    page.panel.list.setFocus()
    deputy.key(Qt.Key.Key_Delete)
    (second,) = deputy.window.workspace.comments
    assert page.panel.list.hasFocus()
    assert page.panel.current == second
    deputy.key(Qt.Key.Key_Delete)
    assert page.view.hasFocus()
    deputy.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(deputy.window.workspace.comments) == [second]


def test_the_empty_box_follows_what_is_taken_back(deputy):
    deputy.starts()
    writes(deputy, 3, "第一")
    deputy.clicks(40, deputy.report.paragraphs[40].text[10:16])
    deputy.window.undo()
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[3].ordinal
    deputy.clicks(40, deputy.report.paragraphs[40].text[10:16])
    deputy.window.redo()
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[3].ordinal


def test_while_words_stay_behind_the_head_says_so_and_leads_back(deputy):
    deputy.starts()
    first = writes(deputy, 40, "第一")
    deputy.clicks(4, deputy.report.paragraphs[4].text[10:16])
    deputy.types("还在写")
    panel = deputy.window.page.panel
    head = panel.place
    panel.choose(first)
    panel.chosen.emit(first)
    assert head.text() == "写到：第4段"
    deputy.presses(head)
    assert head.text() == "第4段"
    assert deputy.box.hasFocus()
    assert abs(deputy.window.page.view.top_place()[0] - deputy.report.paragraphs[4].ordinal) <= 1


def test_a_click_in_the_tree_leads_the_next_words_into_the_box(deputy):
    deputy.starts()
    tree, model = deputy.window.page.tree, deputy.window.page.model
    index = model.index_of_unit(deputy.report.paragraphs[4].ordinal)
    tree.scrollTo(index)
    middle = tree.visualRect(index).center()
    deputy.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert deputy.box.hasFocus()
    tree.setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert tree.hasFocus()


def test_control_enter_in_the_cards_means_the_box(deputy):
    deputy.starts()
    first = writes(deputy, 3, "第一")
    deputy.clicks(40, deputy.report.paragraphs[40].text[10:16])
    deputy.types("第二")
    panel = deputy.window.page.panel
    panel.choose(first)
    panel.list.setFocus()
    deputy.finishes()
    assert deputy.texts() == ["第一", "第二"]
    panel.choose(first)
    panel.list.setFocus()
    deputy.finishes()
    assert deputy.window.reading.writing.rewording is None


def test_the_buttons_of_the_kinds_stay_where_they_are(deputy):
    deputy.starts()
    buttons, tops = deputy.editor.kind_buttons, set()

    def look() -> None:
        deputy.qtbot.wait(1)
        button = buttons["建议"]
        tops.add(button.mapTo(deputy.window, button.rect().topLeft()).y())

    for _ in range(3):
        deputy.clicks(3, deputy.report.paragraphs[3].text[10:16])
        look()
    for kind in ("修改", "询问", "建议"):
        deputy.presses(buttons[kind])
        look()
    deputy.window.actions_by_name["whole_report"].trigger()
    look()
    assert len(tops) == 1


def test_all_of_a_paragraph_and_a_section_are_named_alike_everywhere(deputy):
    deputy.starts()
    panel = deputy.window.page.panel
    for _ in range(3):
        deputy.clicks(3, deputy.report.paragraphs[3].text[10:16])
    assert panel.place.text() == "第3段　整段"
    heading = next(unit for unit in deputy.report.units if unit.kind == "heading")
    deputy.window.page.tree.section_chosen.emit(heading.ordinal)
    assert panel.place.text() == "这一节"
    assert [tab.text() for tab in panel.tabs if tab.isVisible()] == ["本节", "全部"]
    panel.tabs[0].click()
    assert panel.list.accessibleDescription().startswith("这一节还没有意见")


def test_scrolled_away_from_its_place_the_empty_box_says_where_words_would_go(deputy):
    deputy.starts()
    deputy.clicks(4, deputy.report.paragraphs[4].text[:4])
    head = deputy.window.page.panel.place
    assert head.text() == "第4段"
    deputy.window.page.view.show_end()
    deputy.qtbot.waitUntil(lambda: head.text() == "写到：第4段")
    deputy.presses(head)
    assert deputy.window.page.view.shows(deputy.report.paragraphs[4].ordinal)
    deputy.qtbot.waitUntil(lambda: head.text() == "第4段")


@pytest.mark.parametrize("height", [697, 738, 768])
def test_the_box_is_whole_in_windows_as_people_have_them(deputy, height):
    """1366×768 less the bars of the system."""
    deputy.starts()
    deputy.window.resize(1366, height)
    deputy.clicks(4, deputy.report.paragraphs[4].text[:4])
    fields = deputy.editor.fields
    assert fields.verticalScrollBar().maximum() == 0
    assert deputy.box.height() <= fields.viewport().height()
    assert deputy.box.viewport().height() >= 3 * deputy.box.fontMetrics().lineSpacing()
