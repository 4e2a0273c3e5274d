"""The bar over selected words: where it stands, when it goes, what it leads to."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor

from beiguan_desktop.core.wording import canonical
from tests.ui.page_parts import point

WORDS = (3, "规模以上工业")
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def bar(deputy):
    flow = deputy.window.reading.my_marks.bar
    return flow.bar if flow else None


def is_there(deputy) -> bool:
    return bar(deputy) is not None and bar(deputy).isVisible()


def asks(deputy, word: str) -> None:
    deputy.presses(bar(deputy).buttons[word])


def selects(deputy, start, end) -> None:
    """Select from one place to another, each a paragraph's number and a code point."""
    view, paragraphs = deputy.window.page.view, deputy.report.paragraphs
    document = view.lines.document
    cursor = view.textCursor()
    cursor.setPosition(document.document_position(paragraphs[start[0]].ordinal, start[1]))
    place = document.document_position(paragraphs[end[0]].ordinal, end[1])
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    view.setFocus()
    view.put_cursor(cursor)


def covered(deputy) -> bool:
    """Tell whether the bar lies on a selected word that is in view."""
    view, cursor = deputy.window.page.view, deputy.window.page.view.textCursor()
    lines, down = view.lines, view.verticalScrollBar().value()
    units = lines.between(down, down + view.height())
    box = bar(deputy).geometry()
    origin = view.pos()
    return any(
        QRect(
            origin.x() + round(strip.left),
            origin.y() + strip.line.top - down,
            round(strip.right - strip.left),
            strip.line.height,
        )
        .intersected(view.geometry())
        .intersects(box)
        for strip in lines.selected(units, cursor.selectionStart(), cursor.selectionEnd())
    )


def test_a_drag_brings_the_bar_and_it_takes_no_focus(deputy):
    deputy.starts()
    assert not is_there(deputy)
    deputy.drags(*WORDS)
    assert is_there(deputy)
    view = deputy.window.page.view
    assert view.hasFocus()
    assert not covered(deputy)
    assert bar(deputy).height() == 48
    assert [it.text() for it in bar(deputy).buttons.values()] == [
        "写意见",
        "建议修改",
        "增加一句",
        "画重点",
    ]
    for button in bar(deputy).buttons.values():
        assert button.height() >= 44
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert button.toolTip()
    deputy.qtbot.keyClicks(view, "abc")
    assert deputy.box.toPlainText() == "", "typing still does nothing"


def test_while_the_button_is_down_there_is_no_bar(deputy):
    deputy.starts()
    view, unit = deputy.window.page.view, deputy.report.paragraphs[3]
    view.show_place(unit.ordinal)
    first, last = point(view, unit.ordinal, 4), point(view, unit.ordinal, 20)
    deputy.qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    deputy.qtbot.mouseMove(view.viewport(), last)
    assert view.textCursor().hasSelection()
    assert not is_there(deputy)
    deputy.qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert is_there(deputy)


def test_a_click_lets_the_words_go_and_the_bar_with_them(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    deputy.clicks(3, "规模以上工业增加值")
    assert not is_there(deputy)


def test_words_are_selected_by_keys_and_the_bar_comes(deputy):
    deputy.starts()
    deputy.clicks(*WORDS)
    view = deputy.window.page.view
    view.setFocus()
    deputy.key(Qt.Key.Key_Right, SHIFT)
    assert is_there(deputy)
    assert not covered(deputy)
    deputy.key(Qt.Key.Key_Left, SHIFT)
    assert not is_there(deputy)


def test_esc_sends_the_bar_away_and_another_selection_brings_it_again(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    deputy.key(Qt.Key.Key_Escape)
    assert not is_there(deputy)
    assert deputy.window.page.view.textCursor().hasSelection()
    deputy.window.page.view.scroller.by_page(1, 300)
    assert not is_there(deputy), "it was sent away for these words"
    deputy.drags(*WORDS)
    assert is_there(deputy), "they were selected again"
    deputy.key(Qt.Key.Key_Escape)
    deputy.drags(3, "工业增加值")
    assert is_there(deputy)


def test_the_bar_goes_when_one_goes_to_the_box(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    deputy.box.setFocus(Qt.FocusReason.TabFocusReason)
    assert not is_there(deputy)
    deputy.drags(*WORDS)
    deputy.box.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    deputy.window.page.view.setFocus()


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1024, 640)])
@pytest.mark.parametrize("points", [12, 18, 30])
def test_the_bar_never_covers_the_words_wherever_they_are(deputy, size, points):
    deputy.starts()
    window, view = deputy.window, deputy.window.page.view
    window.resize(*size)
    window.looks.set_text_size(points)
    text = deputy.report.paragraphs[5].text
    view.show_place(deputy.report.paragraphs[5].ordinal)
    pane = window.page.text_pane.rect()
    spans = [((5, 0), (5, 4)), ((5, 40), (5, 90)), ((5, len(text) - 4), (5, len(text)))]
    for start, end in [*spans, ((5, 0), (8, 5)), ((4, 0), (5, 20))]:
        view.reveal(deputy.report.paragraphs[start[0]].ordinal, start[1])
        selects(deputy, start, end)
        assert is_there(deputy)
        assert not covered(deputy)
        assert pane.contains(bar(deputy).geometry())


def test_the_bar_follows_the_words_while_the_text_moves(deputy):
    deputy.starts()
    view, start = deputy.window.page.view, deputy.report.paragraphs[5]
    view.show_place(start.ordinal)
    selects(deputy, (5, 60), (5, 70))
    before = bar(deputy).y()
    view.scroller.by_page(1, view.lines.document.pitch * 3)
    assert is_there(deputy)
    assert bar(deputy).y() != before
    assert not covered(deputy)
    view.show_place(deputy.report.paragraphs[30].ordinal)
    assert not is_there(deputy), "the words are out of sight"
    view.show_place(start.ordinal)
    assert is_there(deputy)
    deputy.window.resize(1200, 800)
    assert not covered(deputy)


def test_where_something_stands_under_the_head_the_bar_goes_below_the_words(deputy):
    """A bar in the layout, as for finding, is not to be covered."""
    deputy.starts()
    view, page = deputy.window.page.view, deputy.window.page
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    find = QWidget()
    find.setFixedHeight(54)
    page.text_pane.layout().insertWidget(2, find)
    deputy.qtbot.waitUntil(lambda: view.y() >= find.geometry().bottom())
    unit = deputy.report.paragraphs[5]
    view.show_place(unit.ordinal)
    selects(deputy, (5, 0), (5, 4))
    assert not covered(deputy)
    assert not bar(deputy).geometry().intersects(find.geometry())
    assert bar(deputy).y() > view.y()
    selects(deputy, (5, 0), (9, 4))
    assert not covered(deputy)
    assert not bar(deputy).geometry().intersects(find.geometry())


def test_another_report_and_another_page_take_the_bar_away(deputy, tmp_path):
    deputy.starts()
    deputy.drags(*WORDS)
    deputy.window.actions_by_name["statistics"].trigger()
    assert not is_there(deputy)
    deputy.window.rooms.show_text()
    file = tmp_path / "第二份.txt"
    file.write_text("计划报告\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8")
    deputy.drags(*WORDS)
    deputy.window.import_report(file)
    assert not is_there(deputy)


# -- what it leads to


def test_write_leads_to_the_box_with_the_words_as_its_place(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "写意见")
    assert not is_there(deputy)
    assert deputy.box.hasFocus()
    deputy.types("写明口径。")
    deputy.finishes()
    assert deputy.the_comment().anchor.quote == "规模以上工业"


def test_change_leads_to_the_form_with_the_words_in_it(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "建议修改")
    editor = deputy.editor
    assert editor.original.toPlainText() == "规模以上工业"
    assert editor.replacement_box.hasFocus()
    editor.replacement_box.selectAll()
    deputy.types("全区规上工业")
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.kind, comment.act, comment.replacement) == ("修改", "修改", "全区规上工业")


def test_adding_puts_words_right_after_those_that_are_selected(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "增加一句")
    editor = deputy.editor
    assert deputy.window.reading.writing.anchor.quote == "规模以上工业"
    assert editor.original.toPlainText() == "规模以上工业"
    assert editor.replacement_box.toPlainText() == ""
    assert editor.replacement_box.hasFocus()
    assert not editor.preview.isVisible()
    deputy.finishes()
    assert editor.fields.warning.text() == "“在后面增加”空着。请写上要增加的话。"
    assert editor.replacement_box.hasFocus()
    deputy.types("（含高新技术企业）")
    assert "在“规模以上工业”后增加“（含高新技术企业）”" in editor.preview.toPlainText()
    deputy.finishes()
    comment = deputy.the_comment()
    added = "（含高新技术企业）"
    assert (comment.kind, comment.act, comment.replacement) == ("修改", "增加", added)
    assert f"在“规模以上工业”后增加“{added}”" in canonical(deputy.report, comment)
    assert editor.kind == "建议", "the next opinion begins as usual"


def test_an_addition_that_is_not_finished_is_there_again_after_a_power_cut(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "增加一句")
    deputy.types("和高新")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    editor = deputy.editor
    assert editor.kind == "修改"
    new = editor.replacement_box.toPlainText()
    assert new.startswith("规模以上工业和高新增加值"), "the sentence as it shall be"
    at = new.index("增加值")
    editor.focus_box()
    cursor = editor.replacement_box.textCursor()
    cursor.setPosition(at)
    editor.replacement_box.setTextCursor(cursor)
    deputy.types("产业")
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.act, comment.replacement) == ("增加", "和高新产业")


def test_only_a_reason_to_add_something_is_kept_as_such_when_one_goes_elsewhere(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "增加一句")
    deputy.box.setFocus()
    deputy.types("口径不清。")
    deputy.clicks(10, deputy.report.paragraphs[10].text[4:8])
    comment = deputy.the_comment()
    assert (comment.act, comment.replacement, comment.reason) == ("增加", "", "口径不清。")
    assert "后增加内容" in canonical(deputy.report, comment)


def test_words_already_written_there_are_taken_along_as_the_reason(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "写意见")
    deputy.types("口径不清。")
    deputy.drags(*WORDS)
    asks(deputy, "增加一句")
    assert deputy.box.toPlainText() == "口径不清。"
    deputy.types("并写明口径。")
    deputy.finishes()
    assert (deputy.the_comment().reason, deputy.the_comment().act) == ("口径不清。", "增加")


def test_a_form_with_words_becomes_an_opinion_before_another_is_begun(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "建议修改")
    deputy.editor.replacement_box.selectAll()
    deputy.types("全区规上工业")
    deputy.drags(3, "工业增加值")
    asks(deputy, "增加一句")
    assert [it.replacement for it in deputy.window.workspace.comments.values()] == ["全区规上工业"]
    assert deputy.window.status.words.startswith("第3段的话已存成一条意见")
    assert (deputy.editor.act, deputy.editor.replacement_box.toPlainText()) == ("增加", "")


def test_an_addition_is_given_up_and_no_word_is_lost(deputy):
    deputy.starts()
    deputy.drags(*WORDS)
    asks(deputy, "增加一句")
    deputy.types("并写明口径。")
    deputy.presses(deputy.editor.cancel_button)
    assert (deputy.editor.kind, deputy.box.toPlainText()) == ("建议", "并写明口径。")
    assert bar(deputy).mapTo(deputy.window, QPoint()).x() >= 0
