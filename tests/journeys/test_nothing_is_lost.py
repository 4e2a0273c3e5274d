"""Words stay in sight or in the library, whatever one clicks next."""

import signal
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui import interruption
from tests.journeys.surroundings import full_disk

QUOTE = "规模以上工业增加值"
CONTROL = Qt.KeyboardModifier.ControlModifier


def begins_a_change(deputy, wording: str) -> None:
    deputy.clicks(3, QUOTE)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.editor.replacement_box.selectAll()
    deputy.types(wording)


def test_a_new_wording_comes_into_sight_when_the_kind_is_changed(deputy):
    deputy.starts()
    begins_a_change(deputy, "这是我写的新句子。")
    deputy.presses(deputy.editor.kind_buttons["建议"])
    assert deputy.box.toPlainText() == "这是我写的新句子。"
    deputy.loses_power()
    assert deputy.box.toPlainText() == "这是我写的新句子。"
    deputy.clicks(4, "无人机产业加速")
    assert deputy.texts() == ["这是我写的新句子。"]


def test_reason_and_wording_both_survive_the_change_of_kind_and_back(deputy):
    deputy.starts()
    begins_a_change(deputy, "新句子。")
    deputy.box.setFocus()
    deputy.types("因为旧的不对。")
    deputy.presses(deputy.editor.kind_buttons["询问"])
    assert deputy.box.toPlainText() == "因为旧的不对。\n新句子。"
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.box.toPlainText() == "因为旧的不对。"
    assert deputy.editor.replacement_box.toPlainText() == "新句子。"
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.replacement, comment.reason) == ("新句子", "因为旧的不对。"), "。 stayed"


def test_the_remark_beside_a_change_is_kept_when_it_becomes_a_suggestion(deputy):
    deputy.starts()
    workspace, report = deputy.window.workspace, deputy.report
    change = commenting.add(
        report,
        commenting.place(report, paragraph=3, quote="地区生产总值", nth=None),
        commenting.Words("修改", "口径要说明。", "修改", "生产总值", "用语统一。"),
        author=workspace.ensure_me() or Person("", ""),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    assert workspace.do(change)
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    deputy.presses(deputy.editor.kind_buttons["建议"])
    deputy.presses(deputy.editor.finish_button)
    assert deputy.texts() == ["口径要说明。\n删去“地区”"], "not the whole sentence"
    assert deputy.the_comment().reason == "用语统一。"


def test_words_and_reason_of_a_suggestion_are_in_sight_and_survive_a_change_of_kind(deputy):
    deputy.starts()
    workspace = deputy.window.workspace
    place = commenting.place(deputy.report, paragraph=3, quote="地区生产总值", nth=None)
    both = commenting.add(
        deputy.report,
        place,
        commenting.Words("建议", "正文", reason="理由甲"),
        author=workspace.ensure_me() or Person("", ""),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    assert workspace.do(both)
    aside = deputy.editor.fields.aside
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    assert (aside.head.text(), aside.text(), aside.box.isVisible()) == ("理由", "理由甲", True)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert (deputy.box.toPlainText(), aside.head.text(), aside.text()) == ("理由甲", "说明", "正文")
    deputy.enters(deputy.editor.replacement_box, "稳步")
    deputy.presses(deputy.editor.finish_button)
    now = deputy.the_comment()
    assert (now.kind, now.text, now.reason) == ("修改", "正文", "理由甲")
    assert not aside.box.isVisible(), "the next opinion has none"
    deputy.window.page.panel.edit_asked.emit(now.id)
    deputy.presses(deputy.editor.kind_buttons["建议"])
    aside.box.setFocus()
    deputy.types("，再说一句")
    deputy.box.setFocus()
    deputy.loses_power()
    aside = deputy.editor.fields.aside
    assert aside.text() == "理由甲，再说一句"
    deputy.presses(deputy.editor.finish_button)
    now = deputy.the_comment()
    assert now.reason == "理由甲，再说一句"
    assert now.text.startswith("正文\n")


def test_the_bar_never_takes_back_another_step_than_it_names(deputy):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("第一条")
    deputy.finishes()
    deputy.window.page.panel.withdraw_asked.emit(deputy.the_comment().id)
    assert deputy.window.page.undo_bar.isVisible()
    deputy.clicks(4, "无人机产业加速")
    deputy.types("第二条")
    deputy.finishes()
    assert not deputy.window.page.undo_bar.isVisible()
    assert deputy.texts() == ["第二条"]


def test_a_wording_keeps_the_words_it_answers(deputy):
    deputy.starts()
    begins_a_change(deputy, "整句换成这样。")
    sentence = deputy.window.reading.writing.anchor
    deputy.clicks(3, QUOTE)
    assert deputy.window.reading.writing.anchor == sentence
    assert deputy.window.page.view.state.chosen == sentence
    deputy.editor.replacement_box.setFocus()
    deputy.finishes()
    now = deputy.the_comment().anchor
    assert (now.start, now.end) == (sentence.start, sentence.end - 1), "its mark has not changed"


def test_words_on_a_paragraph_stay_with_the_paragraph(deputy):
    deputy.starts()
    for _ in range(3):
        deputy.clicks(3, QUOTE)
    assert deputy.window.reading.writing.anchor.place == "paragraph"
    deputy.types("整段写得好。")
    deputy.clicks(3, "一般公共预算收入")
    assert deputy.the_comment().anchor.place == "paragraph"
    assert deputy.box.toPlainText() == ""


def test_a_sentence_struck_out_is_a_deletion_and_offered_as_one(deputy):
    """Formerly the form refused it and asked for the words 建议删去: the act is computed now."""
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    sentence = deputy.window.reading.writing.anchor
    box = deputy.editor.replacement_box
    box.selectAll()
    deputy.key(Qt.Key.Key_Delete)
    assert box.placeholderText() == "框里空着，就是把这句话删去"
    assert "删去“" in deputy.editor.preview.toPlainText()
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.act, comment.replacement, comment.anchor) == ("删除", "", sentence)


def test_when_a_place_cannot_be_left_all_panes_show_it(deputy):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.box.setPlainText("长" * 100_001)
    here = deputy.window.reading.writing.anchor
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])
    assert deputy.window.reading.writing.anchor == here
    assert deputy.window.page.view.state.chosen == here


def test_the_page_before_handing_in_closes_when_the_report_changes(deputy, tmp_path):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("写得好。")
    deputy.window.open_hand_in()
    assert deputy.window.hand_in.page.isVisible()
    other = tmp_path / "另一份.txt"
    other.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    deputy.window.import_report(other)
    assert not deputy.window.hand_in.page.isVisible()


def test_the_place_survives_another_report_and_the_loss_of_power(deputy, qtbot, tmp_path):
    deputy.starts()
    view, first = deputy.window.page.view, deputy.report.id
    view.show_place(deputy.report.paragraphs[40].ordinal)
    there = view.top_place()
    other = tmp_path / "另一份.txt"
    other.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    deputy.window.import_report(other)
    deputy.window.change_report(first)
    assert view.top_place() == there
    view.show_place(deputy.report.paragraphs[20].ordinal)
    there = view.top_place()
    rest = deputy.window.reading._rest
    assert rest.isActive()
    with qtbot.waitSignal(rest.timeout, timeout=4000):
        pass
    deputy.loses_power()
    assert deputy.window.page.view.top_place() == there


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_in_the_terminal_keeps_the_words_in_the_box(deputy, qtbot, tmp_path):
    small = tmp_path / "small"
    small.touch()
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("还在框里")
    before = signal.getsignal(signal.SIGINT)
    with interruption.closes(deputy.window):
        with full_disk(small):
            signal.raise_signal(signal.SIGINT)
            assert deputy.window.isVisible(), "not in the middle of anything"
            qtbot.waitUntil(lambda: bool(deputy.window.findChildren(QMessageBox)))
        (asked,) = deputy.window.findChildren(QMessageBox)
        assert "还有文字没有保存上" in asked.windowTitle()
        asked.buttons()[0].click()
        signal.raise_signal(signal.SIGINT)
        qtbot.waitUntil(lambda: not deputy.window.isVisible())
    assert signal.getsignal(signal.SIGINT) is before
    deputy.window = deputy._new_window()
    deputy.starts()
    assert deputy.texts() == ["还在框里"]


def test_a_stumble_while_closing_keeps_the_window_and_asks_the_next_time(deputy, monkeypatch):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("还在框里")

    def stumble(**_) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(deputy.window.reading.writing, "leave", stumble)
    with pytest.raises(ZeroDivisionError):
        deputy.window.close()
    assert deputy.window.isVisible()
    assert deputy.box.toPlainText() == "还在框里"
    deputy.window.close()
    (asked,) = deputy.window.findChildren(QMessageBox)
    assert "还有文字没有保存上" in asked.windowTitle()
    assert deputy.window.isVisible()
    give_up = next(b for b in asked.buttons() if "不要了" in b.text())
    give_up.click()
    assert not deputy.window.isVisible()
