"""换人 and 代录: several people on one laptop, and staff who write for others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui.people_flow import PeopleFlow
from beiguan_desktop.ui.recording_flow import RecordingFlow
from beiguan_desktop.ui.staff import staff_of

PLACE = (16, "老旧小区")


def menu_at_the_name(deputy):
    deputy.presses(deputy.window.status.person_button)
    return deputy.window.findChild(PeopleFlow).menu


def takes(deputy, words, menu=None):
    return deputy._takes(menu or menu_at_the_name(deputy), words)


def changes_to(deputy, name, delegation=""):
    """Let somebody new sit down."""
    takes(deputy, "换一位新的……")
    page = deputy.window.stage.first_start
    assert page.isVisible()
    deputy.enters(page.name_edit, name)
    deputy.enters(page.delegation_edit, delegation)
    deputy.presses(page.start_button)
    return page


def writes(deputy, words):
    deputy.clicks(*PLACE)
    deputy.types(words)
    deputy.finishes()


def test_each_on_a_laptop_sees_his_own_and_finds_it_again(deputy):
    deputy.starts()
    writes(deputy, "张建国的话。")
    page = changes_to(deputy, "李梅", "第一代表团")
    assert not page.isVisible()
    assert deputy.window.workspace.me.name == "李梅"
    assert deputy.texts() == []
    assert "李梅 代表" in deputy.window.status.person_button.text()
    deputy.window.undo()
    assert deputy.window.workspace.store.comments()[0].text == "张建国的话。"
    writes(deputy, "李梅的话。")
    assert deputy.texts() == ["李梅的话。"]
    takes(deputy, "张建国　第三代表团")
    assert deputy.texts() == ["张建国的话。"]
    assert "现在是张建国在写" in deputy.window.status.words
    deputy.starts_again()
    assert deputy.texts() == ["张建国的话。"]


def test_words_in_the_open_box_are_his_who_wrote_them(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    deputy.types("还没写完")
    changes_to(deputy, "李梅", "第一代表团")
    assert deputy.box.toPlainText() == ""
    deputy.clicks(*PLACE)
    deputy.types("李梅写了一半")
    deputy.qtbot.waitUntil(lambda: bool(deputy.window.workspace.drafts()))
    deputy.loses_power()
    assert deputy.box.toPlainText() == "李梅写了一半"
    takes(deputy, "张建国　第三代表团")
    assert deputy.box.toPlainText() == ""
    assert deputy.texts() == ["还没写完"]
    takes(deputy, "李梅　第一代表团")
    assert deputy.texts() == ["李梅写了一半"]


def test_of_one_name_the_delegation_tells(deputy):
    deputy.starts()
    page = changes_to(deputy, "张建国")
    assert page.isVisible()
    assert "已经有“张建国”（第三代表团）。请写上代表团" in page.trouble.text()
    deputy.enters(page.delegation_edit, "第一代表团")
    deputy.presses(page.start_button)
    assert not page.isVisible()
    assert len(deputy.window.workspace.store.people()) == 2
    takes(deputy, "换一位新的……")
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.workspace.me.delegation == "第一代表团"


def test_a_name_typed_by_mistake_is_struck_off_and_comes_back(deputy):
    deputy.starts()
    changes_to(deputy, "李枚", "第一代表团")
    takes(deputy, "张建国　第三代表团")
    writes(deputy, "我的话。")
    menu = menu_at_the_name(deputy)
    below = takes(deputy, "从名单里去掉", menu).menu()
    takes(deputy, "李枚　第一代表团", below)
    assert [it.name for it in deputy.window.workspace.store.people()] == ["张建国"]
    assert "李枚" in deputy.window.page.undo_bar.words
    deputy.window.undo()
    assert len(deputy.window.workspace.store.people()) == 2
    changes_to(deputy, "王芳")
    lines = [action.text() for action in menu_at_the_name(deputy).actions()]
    assert lines[:3] == ["张建国　第三代表团", "李枚　第一代表团", "王芳"]
    assert "张建国　第三代表团" not in [it.text() for it in takes_menu(deputy).actions()], (
        "he has written: his words would lose their name"
    )


def takes_menu(deputy):
    menu = deputy.window.findChild(PeopleFlow).menu
    (line,) = (it for it in menu.actions() if it.text() == "从名单里去掉")
    return line.menu()


# -- 代录


@pytest.fixture
def staff(deputy):
    """The window as a delegation's staff have it."""
    deputy.starts("王秘书", "第三代表团")
    deputy.chooses("意见", "我是工作人员")
    assert staff_of(deputy.window.workspace).is_on
    return deputy


def line(deputy):
    deputy.chooses("意见", "代录")
    return deputy.window.findChild(RecordingFlow).pane


def test_staff_record_by_keys_alone_and_the_name_stays_for_the_next(staff):
    pane = line(staff)
    staff.types("赵强 第一代表团")
    assert "名单里没有" in pane.who.text()
    staff.key(Qt.Key.Key_Tab)
    staff.types("20/10")
    assert "（约第20页）" in pane.where.text()
    staff.key(Qt.Key.Key_Tab)
    staff.types("建议多建学校。")
    staff.key(Qt.Key.Key_Return)
    assert staff.window.focusWidget() is pane.place_box
    assert pane.name_box.text() == "赵强 第一代表团"
    staff.types("段16")
    staff.key(Qt.Key.Key_Return)
    staff.types("停车位要够。")
    staff.key(Qt.Key.Key_Return)
    kept = staff.window.workspace.store.comments()
    assert [(it.author_name, it.author_delegation) for it in kept] == [("赵强", "第一代表团")] * 2
    assert {(it.recorder, it.manner, it.capacity) for it in kept} == {
        ("王秘书", "口头发言", "代表")
    }
    first, second = (staff.report.units[it.anchor.unit] for it in kept)
    assert staff.window.workspace.pages.at(first.ordinal).page in (19, 20)
    assert second.number == 16
    assert len(staff.window.workspace.store.people()) == 2
    assert sorted(staff.texts()) == ["停车位要够。", "建议多建学校。"]
    staff.window.undo()
    assert staff.texts() == ["建议多建学校。"]


def test_a_known_name_is_meant_by_initials_and_down_takes_the_next(staff):
    pane = line(staff)
    for name in ("赵强 第一代表团", "郑群 第二代表团"):
        pane.name_box.clear()
        pane.name_box.setFocus()
        staff.types(name)
        pane.words_box.setFocus()
        staff.types("一句话。")
        staff.key(Qt.Key.Key_Return)
    pane.name_box.clear()
    pane.name_box.setFocus()
    staff.types("zq")
    assert pane.who.text() == "赵强　第一代表团（第 1 位，共 2 位，按↓换）"
    staff.key(Qt.Key.Key_Down)
    assert pane.who.text().startswith("郑群　第二代表团")
    pane.place_box.setFocus()
    staff.types("wnjxfdcxmm")
    assert pane.where.text().startswith("第16段（约第7页）：“——五年接续奋斗")
    pane.words_box.setFocus()
    staff.types("按首字母找到的。")
    staff.presses(pane.record_button)
    (found,) = (it for it in staff.window.workspace.store.comments() if it.text[0] == "按")
    assert (found.author_name, staff.report.units[found.anchor.unit].number) == ("郑群", 16)


def test_what_is_missing_is_said_beside_the_boxes(staff):
    pane = line(staff)
    pane.words_box.setFocus()
    staff.types("没有名字的话。")
    staff.key(Qt.Key.Key_Return)
    assert pane.who.text() == "请先写是谁说的。"
    assert staff.window.focusWidget() is pane.name_box
    staff.types("赵强 第一代表团")
    pane.place_box.setFocus()
    staff.types("段999")
    pane.words_box.setFocus()
    staff.key(Qt.Key.Key_Return)
    assert "没有找到这个位置" in pane.where.text()
    assert staff.window.workspace.store.comments() == []
    pane.place_box.clear()
    pane.words_box.clear()
    staff.presses(pane.record_button)
    assert "还没有写字" in pane.where.text()
    staff.key(Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_kind_capacity_and_manner_are_chosen_and_the_manner_stays(staff):
    pane = line(staff)
    pane.name_box.setFocus()
    staff.types("钱进")
    for button, wanted in (
        (pane.kind, "询问"),
        (pane.capacity, "列席人员"),
        (pane.manner, "书面意见"),
    ):
        staff.presses(button)
        staff._takes(button.menu_of_choices, wanted)
    pane.words_box.setFocus()
    staff.types("什么时候做完？")
    staff.key(Qt.Key.Key_Return)
    kept = staff.the_comment()
    assert (kept.kind, kept.capacity, kept.manner) == ("询问", "列席人员", "书面意见")
    assert kept.anchor.unit is None
    assert (pane.manner.value, pane.capacity.value) == ("书面意见", "列席人员")
    assert staff.window.workspace.store.people()[-1].capacity == "列席人员"


def test_whoever_is_no_staff_is_told_where_the_switch_is(deputy):
    deputy.starts()
    deputy.window.actions_by_name["record"].trigger()
    assert "我是工作人员" in deputy.window.status.words
    assert deputy.window.findChild(RecordingFlow) is None
    assert "代录" not in deputy.reads_menu("意见")


def test_the_switch_is_whoever_turned_it_and_nobody_elses(staff):
    line(staff)
    staff.types("赵强")
    staff.window.findChild(RecordingFlow).pane.words_box.setFocus()
    staff.types("赵强的话。")
    staff.key(Qt.Key.Key_Return)
    changes_to(staff, "李梅", "第一代表团")
    assert staff.texts() == []
    assert not staff_of(staff.window.workspace).is_on
    assert not staff.window.findChild(RecordingFlow).pane.isVisible()
    staff.starts_again()
    assert staff.texts() == []
    takes(staff, "王秘书　第三代表团")
    assert staff.texts() == ["赵强的话。"]
    assert staff_of(staff.window.workspace).is_on


def test_nobody_takes_the_name_of_somebody_else_here(deputy):
    deputy.starts()
    changes_to(deputy, "李梅", "第一代表团")
    takes(deputy, "改我的姓名和代表团……")
    page = deputy.window.stage.first_start
    page.name_edit.clear()
    page.delegation_edit.clear()
    deputy.enters(page.name_edit, "张建国")
    deputy.enters(page.delegation_edit, "第三代表团")
    deputy.presses(page.start_button)
    assert page.isVisible()
    assert "已经有一位“张建国”（第三代表团）。您就是这一位，请用“换人”" in page.trouble.text()
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.workspace.me.name == "李梅"


def test_staff_see_everybody_and_a_deputy_only_himself_once_the_switch_is_off(staff):
    pane = line(staff)
    staff.types("赵强")
    pane.words_box.setFocus()
    staff.types("赵强的话。")
    staff.key(Qt.Key.Key_Return)
    assert staff.texts() == ["赵强的话。"]
    staff.chooses("意见", "我是工作人员")
    QApplication.processEvents()
    assert staff.texts() == []
    assert not pane.isVisible()
    staff.window.undo()
    assert len(staff.window.workspace.store.comments()) == 1, "nobody undoes what he does not see"
