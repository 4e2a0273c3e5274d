"""The main job, as a deputy does it: from the first start to the Word file."""

from PySide6.QtCore import Qt

from beiguan_desktop.core.referring import closed_up
from beiguan_desktop.formats import gongwen_docx
from beiguan_desktop.services import checking, library

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "建议写明负责部门。=1+1 &<b>𠮷</b>"


def test_from_the_first_start_to_the_document(deputy, tmp_path):
    deputy.starts()
    deputy.clicks(5, "全力支持蓝天实验室发展")
    assert deputy.box.hasFocus()
    deputy.types(WORDS)
    deputy.finishes()
    assert deputy.texts() == [WORDS]
    assert deputy.box.toPlainText() == ""
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[6].ordinal

    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert deputy.texts() == []
    deputy.key(Qt.Key.Key_Y, CONTROL)
    assert deputy.texts() == [WORDS]

    deputy.starts_again()
    assert deputy.texts() == [WORDS]
    assert deputy.the_comment().author_name == "张建国"

    target = tmp_path / "我的 意见.docx"
    deputy.window.open_hand_in()
    deputy.window.hand_in.store_at(target)
    lines = gongwen_docx.read_back(target.read_bytes())
    assert any(WORDS in line for line in lines)
    assert any("张建国" in line and "第三代表团" in line for line in lines)
    assert checking.check(deputy.database).ok


def test_one_click_takes_the_sentence_a_second_the_clause_a_third_the_paragraph(deputy):
    deputy.starts()
    quotes = []
    for _ in range(3):
        deputy.clicks(3, "规模以上工业增加值")
        quotes.append(deputy.window.reading.writing.anchor.quote)
    sentence, clause, paragraph = quotes
    assert sentence.startswith("规模以上工业增加值增长")
    assert sentence.endswith("位。")
    assert clause == "规模以上工业增加值增长 15.2%"
    assert paragraph == ""


def test_a_kind_chosen_before_the_place_is_kept(deputy):
    deputy.starts()
    deputy.presses(deputy.editor.kind_buttons["询问"])
    deputy.clicks(3, "一般公共预算收入")
    deputy.types("为什么？")
    deputy.finishes()
    assert deputy.the_comment().kind == "询问"
    assert deputy.editor.kind == "建议"


def test_another_wording_becomes_the_canonical_sentence(deputy):
    deputy.starts()
    quote = "全年完成职业技能培训 3000 人次以上"
    deputy.drags(50, quote)
    assert deputy.window.reading.writing.anchor.quote == quote
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.original.toPlainText() == closed_up(quote), "as the page shows it"
    deputy.editor.replacement_box.selectAll()
    deputy.types("全年完成职业技能培训7000人次以上")
    deputy.box.setFocus()
    deputy.types("去年已完成7341人次。")
    assert "改为“全年完成职业技能培训7000人次以上”" in deputy.editor.preview.toPlainText()
    deputy.finishes()
    comment = deputy.the_comment()
    assert (comment.kind, comment.act, comment.reason) == ("修改", "修改", "去年已完成7341人次。")


def test_a_sentence_offered_for_changing_is_no_opinion_until_it_is_changed(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.clicks(4, "无人机产业加速")
    assert deputy.window.workspace.comments == {}
    assert deputy.editor.replacement_box.toPlainText().startswith("无人机产业加速")


def test_leaving_a_place_with_words_keeps_them_as_an_opinion(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写得好。")
    deputy.clicks(4, "无人机产业加速")
    assert deputy.texts() == ["写得好。"]
    assert deputy.box.toPlainText() == ""


def test_a_finer_choice_in_the_same_sentence_moves_the_words_with_it(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写得好。")
    deputy.clicks(3, "规模以上工业增加值")
    assert deputy.box.toPlainText() == "写得好。"
    deputy.finishes()
    assert deputy.the_comment().anchor.quote == "规模以上工业增加值增长 15.2%"


def test_words_in_an_open_box_survive_the_loss_of_power(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("还没有写完")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    assert deputy.box.toPlainText() == "还没有写完"
    assert deputy.texts() == []
    deputy.finishes()
    assert deputy.the_comment().anchor.quote.startswith("规模以上工业增加值")
    deputy.starts_again()
    assert deputy.texts() == ["还没有写完"]


def test_typing_alone_puts_the_draft_on_disk(deputy, qtbot):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("一")
    with qtbot.waitSignal(deputy.window.workspace.saved, timeout=3000):
        pass
    (draft,) = deputy.window.workspace.drafts()
    assert draft.comment.text == "一"


def test_closing_the_window_turns_the_open_box_into_an_opinion(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("别忘了我")
    deputy.starts_again()
    assert deputy.texts() == ["别忘了我"]
    assert deputy.box.toPlainText() == ""


def test_rewording_and_giving_it_up(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("话说重了")
    deputy.finishes()
    panel, first = deputy.window.page.panel, deputy.the_comment()
    panel.edit_asked.emit(first.id)
    assert deputy.box.toPlainText() == "话说重了"
    deputy.box.selectAll()
    deputy.types("轻一点")
    deputy.presses(deputy.editor.cancel_button)
    assert deputy.texts() == ["话说重了"]
    panel.edit_asked.emit(first.id)
    deputy.box.selectAll()
    deputy.types("轻一点")
    deputy.presses(deputy.editor.finish_button)
    assert deputy.texts() == ["轻一点"]
    assert deputy.the_comment().id == first.id
    deputy.window.undo()
    assert deputy.texts() == ["话说重了"]


def test_a_withdrawn_opinion_comes_back_from_the_bar(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("不要了")
    deputy.finishes()
    deputy.window.page.panel.withdraw_asked.emit(deputy.the_comment().id)
    assert deputy.texts() == []
    bar = deputy.window.page.undo_bar
    assert bar.isVisible()
    assert "撤回" in bar.words
    deputy.presses(bar.button)
    assert deputy.texts() == ["不要了"]


def test_an_opinion_on_the_whole_report(deputy):
    deputy.starts()
    deputy.window.actions_by_name["whole_report"].trigger()
    deputy.types("报告实事求是。")
    deputy.finishes()
    assert deputy.the_comment().anchor.place == "report"


def test_by_keyboard_alone(deputy):
    deputy.starts()
    view = deputy.window.page.view
    view.setFocus()
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Down)
    assert view.hasFocus()
    chosen = deputy.window.reading.writing.anchor
    deputy.key(Qt.Key.Key_Return)
    assert deputy.box.hasFocus()
    deputy.types("好")
    deputy.key(Qt.Key.Key_Escape)
    assert view.hasFocus()
    deputy.key(Qt.Key.Key_Down)
    assert deputy.the_comment().anchor == chosen


def test_letters_typed_into_the_text_do_nothing(deputy):
    deputy.starts()
    deputy.window.page.view.setFocus()
    before = deputy.window.page.view.toPlainText()
    deputy.types("abc")
    assert deputy.window.page.view.toPlainText() == before
    assert deputy.box.toPlainText() == ""


def test_the_box_undoes_its_own_typing_first(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("第一条")
    deputy.finishes()
    deputy.types("甲乙")
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert deputy.box.toPlainText() != "甲乙"
    assert deputy.texts() == ["第一条"]
    while deputy.box.document().isUndoAvailable():
        deputy.key(Qt.Key.Key_Z, CONTROL)
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert deputy.texts() == []


def test_reading_goes_on_where_it_stopped(deputy):
    deputy.starts()
    unit = deputy.report.paragraphs[40].ordinal
    deputy.window.page.view.show_place(unit)
    there = deputy.window.page.view.top_place()
    deputy.starts_again()
    assert deputy.window.page.view.top_place() == there


def test_tree_text_and_card_lead_to_each_other(deputy):
    deputy.starts()
    deputy.clicks(5, "全力支持蓝天实验室发展")
    deputy.types("补充数量。")
    deputy.finishes()
    comment, page = deputy.the_comment(), deputy.window.page
    page.view.show_place(0)
    page.panel.choose(comment.id)
    page.panel.chosen.emit(comment.id)
    top, _ = page.view.top_place()
    assert abs(top - comment.anchor.unit) <= 1
    page.tree.section_chosen.emit(deputy.report.paragraphs[50].ordinal)
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[50].ordinal


def test_skipping_the_first_page_and_giving_a_name_later(deputy):
    window = deputy.window
    window.open()
    deputy.presses(window.stage.first_start.skip_button)
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("无名的意见")
    deputy.finishes()
    assert deputy.the_comment().author_name == ""
    window.ask_person()
    deputy.enters(window.stage.first_start.name_edit, "李四")
    deputy.presses(window.stage.first_start.start_button)
    assert deputy.the_comment().author_name == "李四"
    assert "李四" in window.status.person_button.text()
    deputy.starts_again()
    assert deputy.window.workspace.me.name == "李四"


def test_the_size_of_letters_is_remembered(deputy):
    deputy.starts()
    deputy.window.actions_by_name["larger"].trigger()
    deputy.starts_again()
    assert deputy.window.looks.text_size == 20
    for _ in range(30):
        deputy.window.actions_by_name["larger"].trigger()
    assert deputy.window.looks.text_size == 36
    deputy.window.actions_by_name["normal_size"].trigger()
    assert deputy.window.looks.text_size == 18


def test_a_library_of_somebody_elses_making_opens_with_its_opinions(deputy):
    deputy.starts()
    with_words = deputy.database
    deputy.window.close()
    with library.open_library(with_words, read_only=True) as store:
        assert [entry.paragraphs for entry in store.shelf.entries()] == [63]
