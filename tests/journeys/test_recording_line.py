"""代录: nothing typed is lost, nobody is taken for another, what was recorded is mended."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.ui.bin_flow import BinFlow
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.past_flow import PastFlow
from beiguan_desktop.ui.recording_flow import RecordingFlow
from beiguan_desktop.ui.recording_pane import WAITING
from beiguan_desktop.ui.staff import staff_of
from tests.journeys.surroundings import full_disk
from tests.journeys.test_people import changes_to, line, takes

WORDS = "建议多建学校，还没说完"


@pytest.fixture
def staff(deputy):
    """The window as a delegation's staff have it."""
    deputy.starts("王秘书", "第三代表团")
    deputy.chooses("意见", "我是工作人员")
    return deputy


def pane_of(deputy):
    return deputy.window.findChild(RecordingFlow).pane


def fills(staff, name="赵强 第一代表团", place="段16", words=WORDS):
    pane = line(staff)
    for box, typed in ((pane.name_box, name), (pane.place_box, place), (pane.words_box, words)):
        box.clear()
        box.setFocus()
        staff.types(typed)
    return pane


def records(staff, name, words, place="段16"):
    pane = fills(staff, name, place, words)
    staff.key(Qt.Key.Key_Return)
    return pane


def waits(staff):
    """Wait until the line is back, as it was."""
    staff.qtbot.waitUntil(lambda: staff.window.findChild(RecordingFlow) is not None)
    pane = pane_of(staff)
    staff.qtbot.waitUntil(pane.isVisible)
    return pane


def is_kept(staff):
    desk, me = staff.window.workspace.store.desk, staff.window.workspace.me
    return WORDS in (desk.setting(f"recording:{me.id}:{staff.report.id}") or "")


# -- nothing is lost


def test_words_in_the_line_outlive_a_power_cut(staff):
    pane = fills(staff)
    staff.presses(pane.kind)
    staff._takes(pane.kind.menu_of_choices, "询问")
    staff.presses(pane.manner)
    staff._takes(pane.manner.menu_of_choices, "书面意见")
    staff.qtbot.waitUntil(lambda: is_kept(staff))
    staff.qtbot.waitUntil(
        lambda: "书面意见" in (staff.window.workspace.store.desk.setting(_key(staff)) or "")
    )
    staff.loses_power()
    pane = waits(staff)
    assert pane.words_box.toPlainText() == WORDS
    assert (pane.name_box.text(), pane.place_box.text()) == ("赵强 第一代表团", "段16")
    assert (pane.kind.value, pane.manner.value) == ("询问", "书面意见")
    assert WAITING in staff.window.status.words
    assert pane.earlier.isVisible()
    staff.key(Qt.Key.Key_Return)
    assert staff.texts() == [WORDS]
    assert not pane.earlier.isVisible()
    staff.starts_again()
    QApplication.processEvents()
    assert staff.window.findChild(RecordingFlow) is None, "what was recorded does not come back"


def _key(staff):
    return f"recording:{staff.window.workspace.me.id}:{staff.report.id}"


def test_words_in_the_line_outlive_a_closed_window_at_once(staff):
    fills(staff)
    staff.starts_again()
    assert waits(staff).words_box.toPlainText() == WORDS


def test_words_are_kept_when_one_leaves_the_box(staff):
    staff.window.activateWindow()
    staff.qtbot.waitUntil(staff.window.isActiveWindow)
    pane = fills(staff)
    pane.name_box.setFocus()
    assert is_kept(staff)


def test_esc_puts_the_line_away_with_all_that_stands_in_it(staff):
    pane = fills(staff)
    staff.key(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert line(staff).words_box.toPlainText() == WORDS
    staff.key(Qt.Key.Key_Escape)
    staff.starts_again()
    assert waits(staff).words_box.toPlainText() == WORDS


def test_each_recorder_finds_his_own_words(staff):
    fills(staff)
    changes_to(staff, "李梅", "第一代表团")
    assert not pane_of(staff).isVisible()
    assert pane_of(staff).words_box.toPlainText() == ""
    staff.chooses("意见", "我是工作人员")
    assert line(staff).words_box.toPlainText() == ""
    takes(staff, "王秘书　第三代表团")
    assert waits(staff).words_box.toPlainText() == WORDS


def test_the_line_goes_when_staff_are_no_more_and_its_words_stay(staff):
    pane = fills(staff)
    staff.chooses("意见", "我是工作人员")
    assert not pane.isVisible()
    pane.record_asked.emit()
    assert staff.window.workspace.store.comments() == []
    staff.chooses("意见", "我是工作人员")
    assert waits(staff).words_box.toPlainText() == WORDS


def test_what_is_no_draft_is_no_trouble(staff):
    staff.window.workspace.store.desk.put_setting(_key(staff), "[1")
    staff.starts_again()
    assert line(staff).words_box.toPlainText() == ""
    staff.window.workspace.store.desk.put_setting(_key(staff), "[1]")
    staff.starts_again()
    assert line(staff).words_box.toPlainText() == ""


# -- whose words


def test_the_beginning_of_a_name_is_somebody_new_until_he_is_pointed_at(staff):
    records(staff, "张建国 第三代表团", "一。")
    pane = fills(staff, "张建", words="二。")
    assert "是张建国（第三代表团）吗？按↓选他。不选，就是新的人“张建”" in pane.who.text()
    staff.key(Qt.Key.Key_Return)
    assert staff.window.workspace.store.people()[-1].name == "张建"
    pane.name_box.clear()
    pane.name_box.setFocus()
    staff.types("张")
    staff.key(Qt.Key.Key_Down)
    assert pane.who.text().startswith("张建国　第三代表团")
    staff.key(Qt.Key.Key_Up)
    assert "吗？按↓选他" in pane.who.text()
    staff.key(Qt.Key.Key_Down)
    pane.words_box.setFocus()
    for words in ("三。", "四。"):
        staff.types(words)
        staff.key(Qt.Key.Key_Return)
        pane.words_box.setFocus()
    kept = {it.text: it.author_name for it in staff.window.workspace.store.comments()}
    assert kept == {"一。": "张建国", "二。": "张建", "三。": "张建国", "四。": "张建国"}


@pytest.mark.parametrize("blank", [" ", "\u3000", "\t"])
def test_any_blank_parts_name_and_delegation(staff, blank):
    pane = fills(staff, "")
    pane.name_box.setText(f"赵强{blank}第一代表团")
    pane.words_box.setFocus()
    staff.key(Qt.Key.Key_Return)
    kept = staff.the_comment()
    assert (kept.author_name, kept.author_delegation) == ("赵强", "第一代表团")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("王五、赵六", "不止一个人"), ("13800138000", "不像姓名"), ("zq", "没有首字母是“zq”的人")],
)
def test_what_is_no_name_of_one_person_is_refused_in_words(staff, typed, said):
    pane = records(staff, typed, "一句话。")
    assert said in pane.who.text()
    assert staff.window.focusWidget() is pane.name_box
    assert staff.window.workspace.store.comments() == []
    assert pane.words_box.toPlainText() == "一句话。"


# -- mending what was recorded


def test_staff_mend_and_withdraw_what_they_recorded_and_not_a_deputys_own(staff):
    changes_to(staff, "李梅", "第一代表团")
    staff.clicks(16, "老旧小区")
    staff.types("李梅自己写的。")
    staff.finishes()
    takes(staff, "王秘书　第三代表团")
    records(staff, "赵强", "赵强的话。")
    staff.key(Qt.Key.Key_Escape)
    panel = staff.window.page.panel
    found = staff.window.workspace.comments.values()
    own, recorded = sorted(found, key=lambda it: it.recorder or "")
    panel.edit_asked.emit(own.id)
    assert staff.box.toPlainText() == ""
    panel.withdraw_asked.emit(own.id)
    assert own.id in staff.window.workspace.comments
    panel.edit_asked.emit(recorded.id)
    assert staff.box.toPlainText() == "赵强的话。"
    staff.types("补充。")
    staff.finishes()
    after = staff.window.workspace.comments[recorded.id]
    assert "补充。" in after.text
    assert (after.person, after.recorder) == (recorded.person, "王秘书")
    panel.withdraw_asked.emit(recorded.id)
    assert recorded.id not in staff.window.workspace.comments


def test_staff_write_a_change_of_the_report_for_who_stands_in_the_line(staff):
    pane = fills(staff, "李梅 第一代表团", words="")
    staff.presses(pane.change_button)
    assert not pane.isVisible()
    head = staff.window.page.panel.place
    assert head.text().startswith("替李梅写　")
    staff.clicks(16, "老旧小区")
    assert head.text().startswith("替李梅写　"), "the sentence is still to be clicked"
    box = staff.editor.replacement_box
    box.setFocus()
    box.moveCursor(box.textCursor().MoveOperation.End)
    staff.types("新词")
    staff.window.reading.writing.save_draft()
    staff.loses_power()
    head = staff.window.page.panel.place
    assert head.text().startswith("替李梅写　")
    staff.editor.focus_box()
    staff.finishes()
    kept = staff.the_comment()
    assert (kept.kind, kept.author_name, kept.author_delegation) == ("修改", "李梅", "第一代表团")
    assert (kept.recorder, kept.manner, kept.capacity) == ("王秘书", "口头发言", "代表")
    assert "替李梅写" not in head.text()
    staff.clicks(16, "老旧小区")
    staff.types("我自己的。")
    staff.finishes()
    mine = [it for it in staff.window.workspace.comments.values() if it.recorder is None]
    assert [it.author_name for it in mine] == ["王秘书"]


def test_a_change_for_nobody_or_nowhere_is_told(staff):
    pane = fills(staff, "", words="")
    staff.presses(pane.change_button)
    assert "请先写是谁说的" in pane.who.text()
    fills(staff, "李梅", "段999", "")
    staff.presses(pane.change_button)
    assert "没有找到这个位置" in pane.where.text()
    assert pane.isVisible()


def test_what_others_keep_to_themselves_stays_hidden_when_it_changes(staff):
    """A change of an opinion that who sits here does not see shows it nowhere."""
    records(staff, "赵强", "赵强的话。")
    staff.key(Qt.Key.Key_Escape)
    before = staff.the_comment()
    after = replace(before, private=True)
    edit = Edit(before.id, before, after)
    staff.window.workspace.do(Change("k", "改意见", before.changed_at, None, (edit,)))
    assert staff.texts() == []
    assert staff.window.page.view.comment_order() == []
    assert staff.window.page.panel.model.rowCount() == 0
    assert staff_of(staff.window.workspace).is_on


def test_the_switch_of_an_older_library_is_taken_over_once(deputy):
    deputy.starts()
    deputy.window.workspace.store.desk.put_setting("staff", "1")
    deputy.starts_again()
    assert staff_of(deputy.window.workspace).is_on
    changes_to(deputy, "李梅", "第一代表团")
    assert not staff_of(deputy.window.workspace).is_on
    takes(deputy, "张建国　第三代表团")
    assert staff_of(deputy.window.workspace).is_on


def test_staff_bring_back_from_bin_and_past_what_they_recorded_and_nothing_else(staff):
    changes_to(staff, "李梅", "第一代表团")
    staff.clicks(16, "老旧小区")
    staff.types("李梅自己写的。")
    staff.finishes()
    own = staff.the_comment()
    staff.window.page.panel.withdraw_asked.emit(own.id)
    takes(staff, "王秘书　第三代表团")
    staff.chooses("意见", "回收站")
    page = staff.window.findChild(BinFlow).page
    page.list.show_comment(own.id)
    assert not page.restore_button.isVisible()
    assert not page.purge_button.isVisible()
    page.back_in_force_asked.emit(own.id)
    assert staff.window.workspace.store.comments() == []
    past = flow_of(staff.window, PastFlow)
    past.open(own.id, back=lambda: None)
    past.go_back_to(past.page._states[-1])
    assert staff.window.workspace.store.comments() == []


def test_words_that_cannot_be_kept_hold_the_window_open(staff):
    fills(staff).words_box.insertPlainText("很长" * 20_000)
    with full_disk(staff.database):
        assert not staff.window.close()
        (asked,) = staff.window.findChildren(QMessageBox)
        (give_up,) = (it for it in asked.buttons() if it.text() == "不要了，关闭")
        staff.presses(give_up)
        assert not staff.window.isVisible()
