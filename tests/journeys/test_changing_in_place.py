"""改报告 as people do it: click the sentence, change it, done; what was done to it is found out."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.wording import canonical
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.theme import WORN
from tests.ui.page_parts import point

TYPO = "城市品质在建管并重申中加速提质。"
CITY = "谋划 19 个老旧小区改造"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """Clicks and strokes of somebody who changes the report, and how many acts they were."""

    def __init__(self, deputy) -> None:
        self.deputy, self.acts = deputy, 0
        self.new = deputy.editor.replacement_box

    def clicks_sentence(self, words: str, offset: int = 1) -> None:
        number = next(n for n, it in self.deputy.report.paragraphs.items() if words in it.text)
        self.deputy.clicks(number, words, offset)
        self.acts += 1

    def chooses(self, kind: str = "修改") -> None:
        self.deputy.presses(self.deputy.editor.kind_buttons[kind])
        self.acts += 1

    def changes(self, old: str, new: str) -> None:
        """Mark words in the box of the sentence and type others, as one act."""
        at = self.new.toPlainText().index(old)
        cursor = self.new.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + len(old), QTextCursor.MoveMode.KeepAnchor)
        self.new.setTextCursor(cursor)
        self.new.setFocus()
        if new:
            self.deputy.types(new)
        else:
            self.deputy.key(Qt.Key.Key_Delete)
        self.acts += 1

    def finishes(self) -> None:
        self.deputy.presses(self.deputy.editor.finish_button)
        self.acts += 1


@pytest.fixture
def hand(deputy):
    deputy.starts()
    return Hand(deputy)


def begins(hand, words: str = TYPO) -> None:
    hand.clicks_sentence(words)
    hand.chooses()


# -- what the trials ask


def test_a_character_too_many_takes_four_acts(deputy, hand):
    """D6: 「建管并重申中」多了一个字，改掉."""
    begins(hand)
    hand.changes("申", "")
    assert deputy.editor.original.toPlainText() == TYPO, "what is struck still stands there"
    assert deputy.editor.original.accessibleDescription() == "删去“申”"
    printed = deputy.editor.preview.toPlainText()
    assert printed.endswith("一段，将“建管并重申中”改为“建管并重中”。")
    hand.finishes()
    comment = deputy.the_comment()
    assert (comment.act, comment.anchor.quote, comment.replacement) == (
        "修改",
        "建管并重申中",
        "建管并重中",
    )
    assert canonical(deputy.report, comment) == printed
    assert hand.acts == 4


def test_the_caret_stands_where_the_sentence_was_clicked(deputy, hand):
    """A click on the very character that is too many, and one key takes it away."""
    begins_at = TYPO.index("申")
    hand.clicks_sentence(TYPO, begins_at)
    hand.chooses()
    assert hand.new.textCursor().position() == begins_at
    deputy.key(Qt.Key.Key_Delete)
    hand.finishes()
    assert deputy.the_comment().replacement == "建管并重中"
    begins(hand, "谋划 19 个老旧小区改造")
    assert hand.new.textCursor().position() == hand.new.toPlainText().index("谋划") + 1


def test_words_behind_others_take_four_acts(deputy, hand):
    """D7: 在老旧小区改造后面加上「加装电梯」."""
    begins(hand, CITY)
    at = hand.new.toPlainText().index("老旧小区改造") + len("老旧小区改造")
    cursor = hand.new.textCursor()
    cursor.setPosition(at)
    hand.new.setTextCursor(cursor)
    deputy.types("加装电梯")
    hand.acts += 1
    hand.finishes()
    comment = deputy.the_comment()
    assert (comment.act, comment.anchor.quote, comment.replacement) == (
        "增加",
        "老旧小区改造",
        "加装电梯",
    )
    assert "在“老旧小区改造”后增加“加装电梯”。" in canonical(deputy.report, comment)
    assert hand.acts == 4


def test_a_question_takes_three_acts_and_leaving(deputy, hand):
    """D8: 培训为什么从7341降到3000."""
    hand.clicks_sentence("全年完成职业技能培训")
    hand.chooses("询问")
    deputy.types("去年培训7341人次，今年为什么是3000人次？")
    hand.acts += 1
    deputy.clicks(3, "规模以上工业")
    comment = deputy.the_comment()
    assert comment.kind == "询问"
    assert "7341" in comment.text
    assert hand.acts == 3


def test_leaving_keeps_the_change_as_done_does(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    deputy.clicks(3, "规模以上工业")
    assert deputy.the_comment().replacement == "建管并重中"
    assert deputy.window.status.words.startswith("第16段的话已存成一条意见")


# -- what is seen


def test_the_mark_lies_on_the_words_that_are_quoted(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    hand.finishes()
    anchor = deputy.the_comment().anchor
    marks = deputy.window.page.view.state.marks
    at = deputy.report.units[anchor.unit].text.index
    assert marks.at(anchor.unit, at("重申")) is not None
    assert marks.at(anchor.unit, at("城市品质在")) is None


@pytest.mark.parametrize("palette", ["light", "dark", "contrast"])
@pytest.mark.parametrize("points", [14, 22])
def test_struck_and_added_words_are_marked_in_every_dress(deputy, hand, palette, points):
    app = QApplication.instance()
    begins(hand, "全年完成职业技能培训")
    hand.changes("3000", "7000")
    try:
        dressing.wear(app, palette, points)
        deputy.qtbot.wait(30)
        view = deputy.editor.original
        image = view.viewport().grab().toImage()
        seen = [it for it in view._strips() if view.viewport().rect().contains(it[1].toRect())]
        assert {"deleted", "added"} == {kind for kind, *_ in seen}, "brought into sight"
        for _, strip, _ in seen:
            row = [
                image.pixelColor(x, y)
                for x in range(round(strip.left()), round(strip.right()))
                for y in range(round(strip.top()), round(strip.bottom()))
            ]
            assert any(_is_like(it, QColor(WORN.accent)) for it in row)
        assert view.font().pointSizeF() == pytest.approx(16 * points / 14)
        selections = deputy.editor.preview.extraSelections()
        assert {it.format.foreground().color().name() for it in selections} == {
            QColor(WORN.ink2).name()
        }
    finally:
        dressing.wear(app, "light", 14)


def _is_like(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) < 60 for a, b in pairs)


def test_one_s_own_words_stand_out_from_the_fixed_ones(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    preview = deputy.editor.preview
    faint = "".join(it.cursor.selectedText() for it in preview.extraSelections())
    assert "将“" in faint
    assert "”改为“" in faint
    assert "建管" not in faint


def test_several_changes_are_one_opinion_that_tells_each(deputy, hand):
    begins(hand, CITY)
    hand.changes("老旧小区改造", "老旧小区改造、加装电梯")
    hand.changes("、蔬菜公司家属院", "")
    hand.finishes()
    comment = deputy.the_comment()
    assert comment.act == "修改"
    assert comment.anchor.quote.startswith("老旧小区改造")
    assert comment.anchor.quote.endswith("、蔬菜公司家属院")
    sentence = canonical(deputy.report, comment)
    assert sentence.endswith("，在“老旧小区改造”后增加“、加装电梯”，删去“、蔬菜公司家属院”。")


# -- again, undone, after a power cut


def test_an_opinion_is_opened_again_with_its_sentence_as_it_shall_be(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    hand.finishes()
    before = deputy.the_comment()
    deputy.window.page.panel.edit_asked.emit(before.id)
    assert hand.new.toPlainText() == TYPO.replace("申", "")
    assert deputy.editor.original.accessibleDescription() == "删去“申”"
    deputy.clicks(3, "规模以上工业")
    assert deputy.the_comment() == before, "looking at it changes nothing"
    deputy.window.page.panel.edit_asked.emit(before.id)
    hand.changes("城市", "城乡")
    hand.finishes()
    now = deputy.the_comment()
    assert (now.id, now.anchor.quote) == (before.id, "城市品质在建管并重申中")
    assert now.replacement == "城乡品质在建管并重中"
    deputy.window.undo()
    assert deputy.the_comment().replacement == "建管并重中"


def test_an_opinion_changed_back_to_the_report_s_words_says_so(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    hand.finishes()
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    hand.changes("并重", "并重申")
    hand.finishes()
    assert "还和原文一样" in deputy.editor.fields.warning.text()
    assert deputy.the_comment().replacement == "建管并重中"


def test_a_half_changed_sentence_is_there_again_after_a_power_cut(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    deputy.box.setFocus()
    deputy.types("多了一个字")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    editor = deputy.editor
    assert editor.kind == "修改"
    assert editor.replacement_box.toPlainText() == TYPO.replace("申", "")
    assert editor.original.toPlainText() == TYPO
    assert deputy.box.toPlainText() == "多了一个字"
    assert deputy.window.workspace.comments == {}
    editor.focus_box()
    deputy.finishes()
    assert deputy.the_comment().replacement == "建管并重中"


def test_undo_goes_back_over_the_keys_and_then_over_the_opinion(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert hand.new.toPlainText() == TYPO
    assert deputy.editor.original.accessibleDescription() == ""
    deputy.key(Qt.Key.Key_Y, CONTROL)
    hand.finishes()
    assert deputy.the_comment().replacement == "建管并重中"
    deputy.window.undo()
    assert deputy.window.workspace.comments == {}
    deputy.window.redo()
    assert deputy.the_comment().replacement == "建管并重中"


def test_words_in_the_form_outlive_the_undo_of_their_opinion(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    hand.finishes()
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    hand.changes("城市", "城乡")
    deputy.window.undo()
    assert deputy.window.workspace.comments == {}
    assert hand.new.toPlainText() == "城乡品质在建管并重中加速提质。"
    hand.finishes()
    assert deputy.the_comment().anchor.quote == "城市品质在建管并重申中"


# -- what is no change, and what is more than one meant


def test_only_blanks_are_no_change(deputy, hand):
    begins(hand)
    hand.new.setPlainText(f"  {TYPO[:4]} {TYPO[4:]}\n")
    hand.finishes()
    assert "还和原文一样" in deputy.editor.fields.warning.text()
    deputy.clicks(3, "规模以上工业")
    assert deputy.window.workspace.comments == {}


def test_a_sentence_emptied_is_offered_as_a_deletion(deputy, hand):
    begins(hand)
    hand.new.selectAll()
    deputy.key(Qt.Key.Key_Delete)
    assert hand.new.placeholderText() == "框里空着，就是把这句话删去"
    assert deputy.editor.preview.toPlainText().endswith(f"删去“{TYPO}”")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    assert deputy.editor.replacement_box.toPlainText() == ""
    deputy.clicks(3, "规模以上工业")
    assert (deputy.the_comment().act, deputy.the_comment().anchor.quote) == ("删除", TYPO)


def test_a_passage_over_a_paragraph_s_end_is_cut_there_and_told(deputy, hand):
    view = deputy.window.page.view
    first = deputy.report.paragraphs[4]
    view.show_place(first.ordinal)
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    start = point(view, first.ordinal, len(first.text) - 12)
    end = point(view, deputy.report.paragraphs[5].ordinal, 6)
    deputy.qtbot.mousePress(port, left, pos=start)
    deputy.qtbot.mouseMove(port, pos=(start + end) / 2)
    deputy.qtbot.mouseMove(port, pos=end)
    deputy.qtbot.mouseRelease(port, left, pos=end)
    anchor = deputy.window.reading.writing.anchor
    assert (anchor.unit, anchor.end) == (first.ordinal, len(first.text))
    assert "先取到这一段末尾" in deputy.window.status.words
    hand.chooses()
    hand.changes(deputy.editor.original.toPlainText()[-4:], "（改过）。")
    hand.finishes()
    assert deputy.the_comment().anchor.unit == first.ordinal


def test_a_change_at_a_paragraph_s_very_beginning_and_end(deputy, hand):
    begins(hand, "推进城市更新。")
    cursor = hand.new.textCursor()
    cursor.setPosition(0)
    hand.new.setTextCursor(cursor)
    deputy.types("城市是大家的。")
    hand.finishes()
    comment = deputy.the_comment()
    assert canonical(deputy.report, comment).endswith("一段，在本段开头增加“城市是大家的。”")
    deputy.window.page.panel.edit_asked.emit(comment.id)
    assert hand.new.toPlainText() == "城市是大家的。推进城市更新。"
    deputy.presses(deputy.editor.cancel_button)
    begins(hand, "不断提升城市发展承载能力。")
    hand.new.moveCursor(QTextCursor.MoveOperation.End)
    deputy.types("做好城市体检。")
    assert "在本段末尾增加“做好城市体检。”" in deputy.editor.preview.toPlainText()


# -- 移位


def moves(hand) -> None:
    begins(hand)
    hand.deputy.presses(hand.deputy.editor.fields.move_button)


def asked(deputy) -> str:
    return deputy.editor.fields._asking.text()


def test_a_sentence_is_moved_by_a_click_where_it_goes(deputy, hand):
    moves(hand)
    assert asked(deputy).startswith("移到哪一段后面？")
    assert deputy.window.page.view.hasFocus()
    deputy.clicks(17, "生态环境质量")
    assert asked(deputy) == ""
    editor = deputy.editor
    assert (
        editor.replacement_box.toPlainText() == "第一部分“——五年接续奋斗，民生福祉更加殷实”一段后"
    )
    printed = editor.preview.toPlainText()
    assert printed.endswith("移至第一部分“——五年接续奋斗，民生福祉更加殷实”一段后。")
    assert deputy.window.reading.writing.anchor.quote == TYPO, "the place stays"
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    assert deputy.editor.preview.toPlainText() == printed
    deputy.presses(deputy.editor.finish_button)
    comment = deputy.the_comment()
    assert (comment.act, comment.anchor.quote) == ("移位", TYPO)
    deputy.clicks(3, "规模以上工业")
    deputy.window.page.panel.edit_asked.emit(comment.id)
    assert deputy.editor.act == "移位"
    assert deputy.editor.fields.move_button.text() == "不移了"


def test_esc_gives_the_moving_up_and_the_changed_sentence_is_there_again(deputy, hand):
    begins(hand)
    hand.changes("申", "")
    deputy.presses(deputy.editor.fields.move_button)
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.editor.act == "修改"
    assert hand.new.toPlainText() == TYPO.replace("申", "")
    assert asked(deputy) == ""
    deputy.clicks(3, "规模以上工业")
    assert deputy.the_comment().act == "修改", "a click is a place again"


def test_keys_go_from_paragraph_to_paragraph_until_it_is_the_right_one(deputy, hand):
    moves(hand)
    for _ in range(2):
        deputy.key(Qt.Key.Key_Down)
    assert "民生福祉" in hand.new.toPlainText() or "发展" in hand.new.toPlainText()
    assert asked(deputy), "keys may still go on"
    deputy.editor.focus_box()
    deputy.finishes()
    assert deputy.the_comment().act == "移位"
    deputy.key(Qt.Key.Key_PageUp)
    deputy.clicks(3, "规模以上工业")
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[3].ordinal


def test_done_without_a_goal_says_what_is_missing_and_the_button_gives_up(deputy, hand):
    moves(hand)
    hand.finishes()
    assert "还不知道移到哪里" in deputy.editor.fields.warning.text()
    assert deputy.window.workspace.comments == {}
    deputy.presses(deputy.editor.fields.move_button)
    assert hand.new.toPlainText() == TYPO
    assert deputy.editor.act == "修改"


def test_a_whole_paragraph_is_not_moved_behind_itself(deputy, hand):
    for _ in range(3):
        hand.clicks_sentence(TYPO)
    hand.chooses()
    deputy.presses(deputy.editor.fields.move_button)
    hand.clicks_sentence(TYPO)
    assert asked(deputy).startswith("就在这里，没有移动")
    assert hand.new.toPlainText() == ""
    deputy.clicks(17, "生态环境质量")
    assert "，整段移至第一部分" in deputy.editor.preview.toPlainText()


def test_the_tree_leads_far_away_while_it_is_asked_where_to(deputy, hand):
    moves(hand)
    far = deputy.report.paragraphs[50]
    deputy.window.page.tree.section_chosen.emit(far.ordinal)
    assert deputy.editor.act == "移位"
    deputy.clicks(50, "稳定和扩大")
    assert "“抓实稳岗就业”一段后" in hand.new.toPlainText()


def test_pressing_the_kind_again_leaves_the_form_as_it_is(deputy, hand):
    moves(hand)
    deputy.clicks(17, "生态环境质量")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.act == "移位"
    assert hand.new.toPlainText().endswith("一段后")


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768)])
def test_the_way_to_move_is_large_enough_and_in_sight(deputy, hand, size):
    deputy.window.resize(*size)
    begins(hand)
    button = deputy.editor.fields.move_button
    assert button.height() >= 44
    top = button.mapTo(deputy.editor.fields.viewport(), QPoint()).y()
    assert 0 <= top < deputy.editor.fields.viewport().height() - 44
