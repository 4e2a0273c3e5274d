"""By menu and by key: every way leads to the same place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from beiguan_desktop import paths
from beiguan_desktop.ui import session
from beiguan_desktop.ui.dialogs.about import About
from beiguan_desktop.ui.people_flow import PeopleFlow

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def writes(deputy, number: int, words: str) -> None:
    view = deputy.window.page.view
    view.show_place(deputy.report.paragraphs[number].ordinal)
    deputy.clicks(number, deputy.report.paragraphs[number].text[:2])
    deputy.types(words)
    deputy.finishes()


def test_the_menu_says_what_would_be_undone(deputy):
    deputy.starts()
    assert {"撤销", "重做"} <= set(deputy.reads_menu())
    writes(deputy, 3, "一")
    deputy.chooses("撤销：写意见")
    assert deputy.texts() == []
    deputy.chooses("重做：写意见")
    assert deputy.texts() == ["一"]


def test_the_menu_speaks_chinese_and_greys_what_cannot_be_done(deputy):
    deputy.starts()
    assert {"下一条意见\tAlt+↓", "上一条意见\tAlt+↑"} <= set(deputy.reads_menu("意见"))
    assert "字恢复标准大小" in deputy.reads_menu("外观")
    assert not deputy.reads_menu()["重做"].isEnabled()
    writes(deputy, 3, "一")
    deputy.window.undo()
    assert deputy.reads_menu()["重做：写意见"].isEnabled()


def test_the_size_of_letters_is_told_while_it_changes(deputy):
    deputy.starts()
    writes(deputy, 3, "一")
    actions, status = deputy.window.actions_by_name, deputy.window.status
    actions["larger"].trigger()
    actions["larger"].trigger()
    assert status.words.startswith("正文 22 磅，已自动保存")
    for _ in range(8):
        actions["larger"].trigger()
    assert status.words.startswith("正文 36 磅，已经最大")


def test_another_report_is_chosen_in_the_menu_and_the_open_box_is_kept(deputy, tmp_path):
    deputy.starts()
    first = deputy.report
    file = tmp_path / "第二份.txt"
    file.write_text(
        "关于2025年财政&预算执行情况的报告\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8"
    )
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("还没写完")
    deputy.window.import_report(file)
    assert deputy.report.id != first.id
    assert deputy.texts() == []
    assert deputy.box.toPlainText() == ""
    entries = deputy.reads_menu("报告")
    (here,) = [action for action in entries.values() if action.isChecked()]
    assert "&&" in here.text()
    next(a for words, a in entries.items() if words.startswith(first.title)).trigger()
    assert deputy.report.id == first.id
    assert deputy.texts() == ["还没写完"]


def another_report(tmp_path):
    """Write a report of a few paragraphs into a file."""
    file = tmp_path / "第二份.txt"
    text = "关于财政预算的报告\n各位代表：\n第一段写得清楚明白，请予审议。\n"
    file.write_text(text + "第二段也写得清楚明白，请予审议。\n", "utf-8")
    return file


def test_a_second_start_with_the_report_that_is_shown_changes_nothing(deputy):
    deputy.starts()
    writes(deputy, 3, "一")
    writes(deputy, 5, "二")
    window, stack = deputy.window, deputy.window.workspace.stack
    window.undo()
    deputy.clicks(7, deputy.report.paragraphs[7].text[:2])
    deputy.types("还没写完")
    shown = deputy.report
    session.come_forward(window, str(paths.shipped_report()))
    assert deputy.report is shown
    assert deputy.box.toPlainText() == "还没写完"
    assert (stack.canUndo(), stack.canRedo()) == (True, True)
    assert deputy.texts() == ["一"]


def test_a_second_start_with_a_file_that_is_no_report_leaves_the_box_open(deputy, tmp_path):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("还没写完")
    session.come_forward(deputy.window, str(tmp_path / "没有.txt"))
    assert "没有找到" in deputy.window.taking_in.refusal.words
    assert deputy.box.toPlainText() == "还没写完"
    assert deputy.texts() == []


def test_a_step_in_another_report_is_undone_there_and_shown(deputy, tmp_path):
    deputy.starts()
    writes(deputy, 40, "一")
    first, view = deputy.report, deputy.window.page.view
    deputy.window.import_report(another_report(tmp_path))
    second = deputy.report
    writes(deputy, 2, "二")
    deputy.window.change_report(first.id)
    view.show_place(0)
    deputy.window.undo()
    assert (deputy.report.id, deputy.texts()) == (second.id, [])
    bar = deputy.window.page.undo_bar
    assert bar.words == f"撤销了：《{second.title}》里的写意见“二”"
    deputy.window.undo()
    assert (deputy.report.id, deputy.texts()) == (first.id, [])
    there = first.paragraphs[40].ordinal
    assert view.top_place()[0] <= there
    assert view.top_place()[0] > first.paragraphs[20].ordinal
    deputy.window.redo()
    assert deputy.texts() == ["一"]
    assert bar.words == "重做了：写意见“一”"
    deputy.window.redo()
    assert (deputy.report.id, deputy.texts()) == (second.id, ["二"])
    assert bar.words == f"重做了：《{second.title}》里的写意见“二”"


def test_words_in_the_box_stay_while_a_step_in_another_report_is_undone(deputy, tmp_path):
    deputy.starts()
    writes(deputy, 40, "一")
    deputy.window.import_report(another_report(tmp_path))
    second = deputy.report
    deputy.clicks(1, "第一段")
    deputy.types("还没写完")
    deputy.window.undo()
    assert deputy.report.id == second.id
    assert deputy.box.toPlainText() == "还没写完"
    assert deputy.window.page.undo_bar.words.endswith("里的写意见“一”")
    assert deputy.window.workspace.store.comments() == []
    assert deputy.window.workspace.stack.canRedo()


def test_whose_work_it_is_is_told_from_the_menu(deputy):
    deputy.starts()
    deputy.chooses("关于北关审议")
    (page,) = deputy.window.findChildren(About)
    assert page.isVisible()
    page.close()


def test_the_name_can_be_changed_from_the_menu_and_from_the_foot(deputy):
    deputy.starts()
    deputy.chooses("意见", "姓名和代表团")
    page = deputy.window.stage.first_start
    assert page.isVisible()
    assert page.name_edit.text() == "张建国"
    deputy.presses(page.start_button)
    assert not page.isVisible()
    assert not deputy.window.workspace.stack.canUndo(), "the same name is no change"
    changes_name(deputy)
    assert page.isVisible()


def changes_name(deputy):
    """Press the name in the foot and choose to change it."""
    deputy.presses(deputy.window.status.person_button)
    deputy._takes(deputy.window.findChild(PeopleFlow).menu, "改我的姓名和代表团……")


def test_the_name_is_asked_again_and_left_with_esc(deputy):
    deputy.starts()
    deputy.window.actions_by_name["larger"].trigger()
    changes_name(deputy)
    page = deputy.window.stage.first_start
    assert (page.skip_button.text(), page.start_button.text()) == ("不改了", "改好了")
    page.name_edit.clear()
    deputy.types("写错了")
    deputy.key(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert deputy.window.workspace.me.name == "张建国"
    assert deputy.window.looks.text_size == 20
    changes_name(deputy)
    assert page.name_edit.text() == "张建国"
    deputy.presses(page.start_button)
    assert deputy.window.looks.text_size == 20, "who looks at the name changes no size"


def test_the_first_page_is_answered_with_keys_alone(deputy):
    deputy.window.open()
    page = deputy.window.stage.first_start
    deputy.window.activateWindow()
    deputy.types("张建国")
    deputy.key(Qt.Key.Key_Escape)
    assert page.isVisible(), "there is nothing yet to go back to"
    page.cards[1].setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert page.cards[1].isChecked()
    page.start_button.setFocus()
    deputy.key(Qt.Key.Key_Enter)
    assert not page.isVisible()
    assert deputy.window.workspace.me.name == "张建国"
    assert deputy.window.looks.text_size == page.cards[1].points


def test_opinions_are_walked_through_by_key_and_round_again(deputy):
    deputy.starts()
    for number, words in ((9, "丙"), (3, "甲"), (5, "乙")):
        writes(deputy, number, words)
    seen = []
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Up,) * 2:
        deputy.key(key, ALT)
        current = deputy.window.page.panel.current
        seen.append(deputy.window.workspace.comments[current].text)
    assert seen == ["甲", "乙", "丙", "甲", "丙", "乙"]


def test_f6_reaches_the_undo_bar_and_leaves_every_box(deputy):
    deputy.starts()
    writes(deputy, 3, "一")
    page = deputy.window.page
    page.panel.withdraw_asked.emit(deputy.the_comment().id)
    assert page.view.hasFocus(), "no card is left"
    deputy.key(Qt.Key.Key_F6)
    assert page.undo_bar.button.hasFocus()
    deputy.key(Qt.Key.Key_F6)
    assert deputy.box.hasFocus()
    page.hide_undo_bar()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.replacement_box.hasFocus()
    deputy.key(Qt.Key.Key_F6)
    assert page.tree.hasFocus(), "the cards are hidden while the form is open"


def test_without_opinions_the_keys_do_nothing(deputy):
    deputy.starts()
    deputy.key(Qt.Key.Key_Down, ALT)
    assert deputy.window.page.panel.current is None


def test_f6_goes_round_the_panes(deputy):
    deputy.starts()
    page = deputy.window.page
    page.view.setFocus()
    panes = [page.panel.editor.words_box, page.panel.list, page.tree, page.view]
    for pane in panes:
        deputy.key(Qt.Key.Key_F6)
        assert pane.hasFocus()


@pytest.mark.parametrize(("key", "kind"), [("1", "建议"), ("2", "修改"), ("3", "询问")])
def test_a_kind_is_chosen_by_key(deputy, key, kind):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.key(getattr(Qt.Key, f"Key_{key}"), ALT)
    assert deputy.editor.kind == kind
    assert deputy.window.focusWidget() in (deputy.box, deputy.editor.replacement_box)


def test_the_selection_gets_an_opinion_by_key(deputy):
    deputy.starts()
    deputy.drags(50, "全年完成职业技能培训")
    deputy.key(Qt.Key.Key_M, CONTROL | ALT)
    assert deputy.box.hasFocus()
    deputy.types("很好")
    deputy.finishes()
    assert deputy.the_comment().anchor.quote == "全年完成职业技能培训"


def test_an_empty_box_passes_arrows_page_keys_and_copying_on(deputy):
    deputy.starts()
    view = deputy.window.page.view
    deputy.clicks(3, "规模以上工业增加值")
    here = deputy.window.reading.writing.anchor.unit
    deputy.key(Qt.Key.Key_Down)
    assert view.hasFocus()
    assert deputy.window.reading.writing.anchor.unit > here
    deputy.box.setFocus()
    deputy.key(Qt.Key.Key_Up)
    assert deputy.window.reading.writing.anchor.unit == here
    top = view.verticalScrollBar().value()
    deputy.box.setFocus()
    deputy.key(Qt.Key.Key_PageDown)
    assert view.hasFocus()
    deputy.qtbot.waitUntil(lambda: view.verticalScrollBar().value() > top)
    deputy.drags(50, "全年完成职业技能培训")
    deputy.box.setFocus()
    deputy.key(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "全年完成职业技能培训"


def test_the_tree_leads_to_a_section_and_to_the_whole_report(deputy):
    deputy.starts()
    page, writing = deputy.window.page, deputy.window.reading.writing
    heading = next(unit for unit in deputy.report.units if unit.kind == "heading")
    page.tree.section_chosen.emit(heading.ordinal)
    assert (writing.anchor.place, writing.anchor.unit) == ("section", heading.ordinal)
    page.tree.section_chosen.emit(None)
    assert writing.anchor.place == "report"
    assert deputy.box.hasFocus()


def test_handing_in_takes_the_open_box_with_it(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("顺手写的")
    deputy.key(Qt.Key.Key_E, CONTROL)
    rows = deputy.window.hand_in.page.list.model_of_rows.rows
    assert [row.text for row in rows if row.is_ticked] == ["顺手写的"]
    assert deputy.texts() == ["顺手写的"]


def test_a_name_is_asked_before_anything_is_handed_in(deputy):
    deputy.window.open()
    deputy.window.open_hand_in()
    assert deputy.window.hand_in is None


def test_the_same_words_as_the_report_are_no_change_of_it(deputy):
    deputy.starts()
    quote = "全年完成职业技能培训 3000 人次以上"
    deputy.drags(50, quote)
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.editor.replacement_box.moveCursor(QTextCursor.MoveOperation.End)
    deputy.types("多")
    deputy.key(Qt.Key.Key_Backspace)
    deputy.finishes()
    assert deputy.window.workspace.comments == {}
    assert "和原文一样" in deputy.editor.fields.warning.text()
    assert not deputy.window.status.is_amber
