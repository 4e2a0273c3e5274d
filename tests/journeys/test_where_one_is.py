"""Focus, place and pane stay together, and nothing in the pane jumps."""

from itertools import pairwise

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
