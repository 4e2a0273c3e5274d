"""改报告: what is a change and what is none, in words beside the box, and nothing is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from beiguan_desktop.core.referring import closed_up
from beiguan_desktop.core.wording import canonical

SENTENCE = (3, "规模以上工业增加值")
CONTROL = Qt.KeyboardModifier.ControlModifier


def opens_the_form(deputy, place=SENTENCE) -> str:
    """Click on a sentence, open the form and return the sentence."""
    deputy.clicks(*place)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    return deputy.window.reading.writing.anchor.quote


def warning(deputy) -> str:
    label = deputy.editor.fields.warning
    return label.text() if label.isVisible() else ""


def test_words_without_a_change_are_refused_beside_the_box(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    deputy.types("数字要核实。")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.finishes()
    assert deputy.window.workspace.comments == {}
    assert "改一改这句话" in warning(deputy)
    assert "提建议" in warning(deputy)
    assert deputy.editor.replacement_box.hasFocus()
    assert deputy.box.toPlainText() == "数字要核实。"
    assert deputy.editor.preview.toPlainText() == "", "what is no change is not printed as one"
    deputy.types("改")
    assert warning(deputy) == ""
    assert "改为“" in deputy.editor.preview.toPlainText()
    deputy.finishes()
    assert deputy.the_comment().kind == "修改"


def test_a_reason_without_a_change_becomes_a_suggestion_when_one_goes_elsewhere(deputy):
    deputy.starts()
    quote = opens_the_form(deputy)
    deputy.box.setFocus()
    deputy.types("数字要核实。")
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])
    comment = deputy.the_comment()
    assert (comment.kind, comment.text, comment.anchor.quote) == ("建议", "数字要核实。", quote)
    assert "作修改" not in canonical(deputy.report, comment)
    words = deputy.window.status.words
    assert words.startswith("原文没有改，第3段的话已存成一条建议")
    assert "已自动保存" in words
    assert deputy.window.page.panel.current == comment.id


def test_closing_keeps_a_reason_without_a_change_as_a_suggestion(deputy):
    deputy.starts()
    opens_the_form(deputy)
    deputy.box.setFocus()
    deputy.types("数字要核实。")
    deputy.starts_again()
    assert (deputy.the_comment().kind, deputy.texts()) == ("建议", ["数字要核实。"])


def test_a_change_is_opened_again_with_its_sentence(deputy):
    deputy.starts()
    quote = opens_the_form(deputy)
    deputy.key(Qt.Key.Key_End, CONTROL)  # the caret stands where the sentence was clicked
    deputy.types("（改过）")
    deputy.finishes()
    comment, panel = deputy.the_comment(), deputy.window.page.panel
    panel.edit_asked.emit(comment.id)
    assert (comment.act, comment.replacement) == ("增加", "（改过）")
    assert comment.anchor.quote == "增速均居全市第 2 位。", "the mark lies where it is added"
    sentence = deputy.window.reading.writing.anchor
    assert sentence.quote == quote, "the sentence is in the box again"
    assert deputy.editor.replacement_box.toPlainText() == f"{closed_up(quote)}（改过）"
    deputy.presses(deputy.editor.cancel_button)
    workspace = deputy.window.workspace
    bare = replace(
        comment, act="修改", replacement="", reason="说不清。"
    )  # as earlier editions wrote it
    deputy.window.reading.writing.open(bare, bare)
    assert deputy.editor.replacement_box.toPlainText() == closed_up(bare.anchor.quote)
    deputy.presses(deputy.editor.cancel_button)
    assert list(workspace.comments.values()) == [comment]


def test_for_the_whole_report_the_form_asks_for_a_sentence_and_takes_the_words_there(deputy):
    deputy.starts()
    deputy.window.actions_by_name["whole_report"].trigger()
    deputy.types("全文精简三分之一。")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    editor = deputy.editor
    for box in (editor.words_box, editor.replacement_box, editor.original, editor.preview):
        assert not box.isVisible()
    deputy.presses(editor.finish_button)
    assert deputy.window.workspace.comments == {}
    deputy.clicks(*SENTENCE)
    assert editor.replacement_box.isVisible()
    assert deputy.box.toPlainText() == "全文精简三分之一。"
    assert deputy.window.workspace.comments == {}
    deputy.window.actions_by_name["whole_report"].trigger()
    assert deputy.the_comment().kind == "建议"


def test_the_words_of_a_heading_are_changed_like_a_sentence(deputy):
    """Formerly a heading had nothing to change, and the form asked for a sentence."""
    deputy.starts()
    heading = next(unit for unit in deputy.report.units if unit.text.startswith("（六）惠民生"))
    deputy.window.page.tree.section_chosen.emit(heading.ordinal)
    deputy.box.setFocus()
    deputy.types("太长。")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.original.toPlainText() == heading.text
    assert deputy.box.toPlainText() == "太长。"
    deputy.editor.replacement_box.setPlainText(heading.text.replace("，提升群众幸福指数", ""))
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.anchor.unit, comment.act) == (heading.ordinal, "删除")
    assert canonical(deputy.report, comment) == (
        "第三部分（六）标题，删去“，提升群众幸福指数”。理由：太长。"
    )


def test_words_on_a_section_stay_with_it_where_its_heading_is_not_changed(deputy):
    deputy.starts()
    heading = next(unit for unit in deputy.report.units if unit.kind == "heading")
    deputy.window.page.tree.section_chosen.emit(heading.ordinal)
    deputy.box.setFocus()
    deputy.types("标题太长。")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.presses(deputy.editor.cancel_button)
    assert (deputy.editor.kind, deputy.box.toPlainText()) == ("建议", "标题太长。")
    deputy.finishes()
    assert deputy.the_comment().anchor.place == "section"


def test_a_whole_paragraph_is_changed_like_a_sentence(deputy):
    deputy.starts()
    for _ in range(3):
        deputy.clicks(*SENTENCE)
    assert deputy.window.reading.writing.anchor.place == "paragraph"
    text = deputy.report.paragraphs[3].text
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.original.toPlainText() == closed_up(text)
    assert deputy.editor.replacement_box.toPlainText() == closed_up(text)
    deputy.finishes()
    assert "和原文一样" in warning(deputy)
    deputy.editor.replacement_box.selectAll()
    deputy.types("工业增长较快。")
    deputy.finishes()
    words = canonical(deputy.report, deputy.the_comment())
    assert words.endswith("一段，整段改为“工业增长较快。”")


def test_there_is_a_way_back_from_the_form_and_it_keeps_all_words(deputy):
    deputy.starts()
    opens_the_form(deputy)
    assert deputy.editor.cancel_button.isVisible()
    deputy.editor.replacement_box.selectAll()
    deputy.types("新句子。")
    deputy.box.setFocus()
    deputy.types("旧的不对。")
    deputy.presses(deputy.editor.cancel_button)
    assert deputy.editor.kind == "建议"
    assert deputy.box.toPlainText() == "旧的不对。\n新句子。"
    assert not deputy.editor.cancel_button.isVisible()


def test_an_empty_form_does_not_follow_the_tree(deputy):
    deputy.starts()
    opens_the_form(deputy)
    deputy.window.page.tree.section_chosen.emit(deputy.report.paragraphs[30].ordinal)
    assert deputy.editor.kind == "建议"
    assert deputy.window.workspace.comments == {}


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_a_sentence_of_four_lines_leaves_the_printed_one_in_sight(deputy, size):
    deputy.starts()
    deputy.window.resize(*size)
    deputy.clicks(13, "建成国内首个半开放式")
    editor, port = deputy.editor, deputy.editor.fields.viewport()
    deputy.presses(editor.kind_buttons["修改"])
    deputy.types("并抓好落实")
    deputy.qtbot.wait(30)
    for box in (editor.original, editor.replacement_box, editor.words_box):
        assert box.mapTo(port, QPoint()).y() >= 0
    begin = editor.preview.mapTo(port, QPoint()).y()
    assert begin + 1.5 * editor.preview.fontMetrics().lineSpacing() < port.height()
    low, high = editor.original.cursorRect().top(), editor.original.cursorRect().bottom()
    assert low >= 0
    assert high <= editor.original.viewport().height(), "what is done is in sight"


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_long_words_scroll_in_few_lines_and_all_others_in_the_form(deputy, size):
    deputy.starts()
    deputy.window.resize(*size)
    for _ in range(3):
        deputy.clicks(44, deputy.report.paragraphs[44].text[30:36])
    editor, fields = deputy.editor, deputy.editor.fields
    deputy.presses(editor.kind_buttons["修改"])
    deputy.types("再加一句。")
    deputy.box.setFocus()
    deputy.types("理由很长。" * 20)
    deputy.qtbot.wait(30)
    boxes = (editor.original, editor.replacement_box, editor.words_box, editor.preview)
    for box, lines in zip(boxes, (3, 6, 0, 0), strict=True):
        assert (box.verticalScrollBar().maximum() > 0) == bool(lines)
        assert not lines or box.height() < (lines + 1.5) * box.cursorRect().height()
    bar, port = fields.verticalScrollBar(), fields.viewport()
    assert bar.maximum() > 0
    top = editor.words_box.mapTo(port, QPoint()).y()
    assert top >= 0
    assert top + editor.words_box.height() <= port.height(), "the box one types in is whole"
    assert editor.finish_button.isVisible()
    assert editor.finish_button.mapTo(deputy.window, QPoint()).y() < deputy.window.height() - 90
    for box in boxes[2:]:
        bar.setValue(max(0, box.y() - 40))
        before = bar.value()
        middle = box.viewport().mapTo(deputy.window, box.viewport().rect().topLeft() + QPoint(9, 9))
        QTest.wheelEvent(deputy.window.windowHandle(), middle, QPoint(0, -120))
        assert bar.value() > before or before == bar.maximum()
