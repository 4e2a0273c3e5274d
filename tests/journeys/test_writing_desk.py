"""Round the box: all kinds for staff, 更多, 常用语, 提示 – as somebody uses them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from beiguan_desktop.core.my_opinions import parts
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.writing_desk import EDIT_PHRASES
from tests.journeys.surroundings import full_disk
from tests.ui.sight import cut, name_of

QUOTE = "规模以上工业增加值"
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALL = ["建议", "批评", "意见", "询问", "肯定", "数据核实", "修改", "增加一句", "删去", "移位"]


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put other sizes off again: they belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


@pytest.fixture
def staff(deputy):
    """Return staff before the window, at a sentence."""
    deputy.starts()
    deputy.chooses("意见", "我是工作人员")
    comes_back(deputy)
    deputy.clicks(3, QUOTE)
    return deputy


@pytest.fixture
def writer(deputy):
    """Return a deputy who has begun to write."""
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("建议在学校门口增设停车位。")
    return deputy


def button(deputy, word: str):
    return next(it for it in deputy.editor.choice.buttons if it.text() == word)


def form(deputy):
    return deputy.editor.extra.form


def opens_more(deputy):
    deputy.presses(deputy.editor.feet.more_button)
    return form(deputy)


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def comes_back(deputy) -> None:
    """Let the window be the active one again: without a display a menu keeps that for itself."""
    deputy.window.activateWindow()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)


def takes(deputy, words: str) -> None:
    """Choose a line of the menu that is open."""
    menu = popup()
    action = next(it for it in menu.actions() if it.text() == words)
    menu.setActiveAction(action)
    deputy.qtbot.keyClick(menu, Qt.Key.Key_Return)
    comes_back(deputy)


# -- kinds for staff


def test_staff_see_every_kind_and_act_and_deputies_three(staff):
    assert [it.text() for it in staff.editor.choice.buttons] == ALL
    assert all(it.isVisible() for it in staff.editor.choice.buttons)
    staff.chooses("意见", "我是工作人员")
    assert [it.text() for it in staff.editor.choice.buttons] == ["提建议", "改报告", "问情况"]
    assert not any(it.text() in ALL for it in staff.editor.choice.buttons if it.isVisible())


@pytest.mark.parametrize("number", range(1, 10))
def test_alt_and_a_number_is_the_kind_in_the_order_shown(staff, number):
    staff.types("写下的话")
    staff.key(getattr(Qt.Key, f"Key_{number}"), ALT)
    shown = [it.text() for it in staff.editor.choice.buttons if it.isChecked()]
    assert shown == [ALL[number - 1]]
    assert "写下的话" in staff.box.toPlainText()


def test_a_deputys_keys_are_three(writer):
    writer.key(Qt.Key.Key_3, ALT)
    assert writer.editor.kind == "询问"
    writer.key(Qt.Key.Key_4, ALT)
    assert writer.editor.kind == "询问"
    writer.key(Qt.Key.Key_2, ALT)
    assert writer.editor.kind == "修改"


@pytest.mark.parametrize("word", ["批评", "意见", "肯定", "数据核实"])
def test_a_kind_that_only_staff_see_is_kept_and_shown(staff, word):
    staff.presses(button(staff, word))
    assert staff.box.hasFocus()
    staff.types("写下的话")
    staff.finishes()
    assert staff.the_comment().kind == word
    staff.starts_again()
    staff.window.page.panel.edit_asked.emit(staff.the_comment().id)
    assert button(staff, word).isChecked()


def test_adding_and_striking_out_are_a_button_each(staff):
    staff.presses(button(staff, "增加一句"))
    staff.types("并公布名单。")
    staff.finishes()
    comment = staff.the_comment()
    assert (comment.kind, comment.act, comment.replacement) == ("修改", "增加", "并公布名单。")
    staff.clicks(4, "无人机产业加速")
    staff.presses(button(staff, "删去"))
    staff.finishes()
    acts = sorted(it.act for it in staff.window.workspace.comments.values())
    assert acts == ["删除", "增加"]


def test_moving_asks_for_the_place_by_a_click(staff):
    staff.presses(button(staff, "移位"))
    assert button(staff, "移位").isChecked()
    assert staff.window.reading.writing.is_asking
    staff.clicks(5, staff.report.paragraphs[5].text[12:18])
    assert "移至" in staff.editor.preview.toPlainText()
    staff.editor.focus_box()
    staff.finishes()
    assert staff.the_comment().act == "移位"


def test_from_every_kind_to_every_other_no_word_is_lost(staff):
    staff.types("甲甲甲")
    for word in (
        "增加一句",
        "删去",
        "批评",
        "修改",
        "意见",
        "删去",
        "增加一句",
        "数据核实",
        "建议",
    ):
        staff.presses(button(staff, word))
        boxes = (staff.box, staff.editor.replacement_box)
        assert any("甲甲甲" in box.toPlainText() for box in boxes if box.isVisible()), word
        if word == "增加一句" and staff.editor.replacement_box.document().isEmpty():
            staff.types("乙乙乙")
    assert staff.box.toPlainText() == "甲甲甲\n乙乙乙"
    staff.loses_power()
    assert staff.box.toPlainText() == "甲甲甲\n乙乙乙"


def test_another_kind_pressed_twice_changes_nothing(staff):
    staff.presses(button(staff, "增加一句"))
    staff.types("并公布名单。")
    staff.presses(button(staff, "增加一句"))
    assert staff.editor.replacement_box.toPlainText() == "并公布名单。"
    assert button(staff, "增加一句").isChecked()


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1440, 900)])
def test_nothing_is_cut_for_staff_at_any_size(staff, size, points):
    window = staff.window
    window.setMinimumSize(1024, 640)
    window.looks.wear(points=points)
    window.resize(*size)
    for word in ("删去", "建议"):
        button(staff, word).click()
        for _ in range(4):
            QApplication.processEvents()
        assert cut(window) == [], word
        for each in staff.editor.choice.buttons:
            assert min(each.width(), each.height()) >= 44, each.text()


def test_all_kinds_have_their_room_beside_the_text(staff):
    staff.window.resize(1366, 768)
    for _ in range(3):
        QApplication.processEvents()
    assert not staff.window.page.arrangement.is_lying
    assert staff.editor.choice.widest() <= staff.editor.choice.width()
    assert staff.editor.choice._all.horizontalScrollBar().maximum() == 0


def test_where_there_is_no_room_the_kinds_stand_in_one_row_that_scrolls(staff):
    window = staff.window
    window.setMinimumSize(1024, 640)
    window.resize(1024, 640)
    for _ in range(3):
        QApplication.processEvents()
    assert window.page.arrangement.is_lying
    tops = {it.mapTo(window, QPoint()).y() for it in staff.editor.choice.buttons}
    assert len(tops) == 1
    staff.key(Qt.Key.Key_9, ALT)
    for _ in range(3):
        QApplication.processEvents()
    chosen, area = button(staff, "删去"), staff.editor.choice._all
    left = chosen.mapTo(area, QPoint()).x()
    assert 0 <= left <= area.width() - chosen.width()


# -- 更多


def test_what_is_set_under_more_is_kept_shown_and_undone(writer):
    more = opens_more(writer)
    assert more.field.line.hasFocus()
    writer.types("城市管理")
    writer.presses(more.proposal)
    assert more.departments.words() == "教育局、城市管理局"
    writer.presses(more.weights["重要"])
    more.cosigners.setFocus()
    writer.types("李四 王五")
    writer.presses(more.agreed)
    writer.presses(more.apart)
    writer.key(Qt.Key.Key_Escape)
    assert writer.box.hasFocus()
    assert not more.isVisible()
    assert writer.editor.feet.more_button.text() == "更多 5"
    writer.finishes()
    comment = writer.the_comment()
    assert (comment.field, comment.departments) == ("城市管理", "教育局、城市管理局")
    assert (comment.weight, comment.cosigners) == ("重要", "李四、王五")
    assert (comment.apart, comment.private) == (True, False)
    assert writer.editor.feet.more_button.text() == "更多", "the next opinion has nothing set"
    spoken = writer.window.page.panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for tag in ("单独反映", "重要", "城市管理", "教育局", "意见相同：李四、王五"):
        assert tag in spoken
    writer.key(Qt.Key.Key_Z, CONTROL)
    assert writer.window.workspace.comments == {}


def test_a_change_of_more_alone_is_a_change_that_can_be_undone(writer):
    writer.finishes()
    first = writer.the_comment()
    writer.window.page.panel.edit_asked.emit(first.id)
    more = opens_more(writer)
    writer.presses(more.private)
    writer.presses(writer.editor.finish_button)
    assert writer.the_comment().private
    assert writer.the_comment().text == first.text
    writer.key(Qt.Key.Key_Z, CONTROL)
    assert not writer.the_comment().private


def test_names_are_taken_only_with_their_consent_and_that_is_said(writer):
    more = opens_more(writer)
    more.cosigners.setFocus()
    writer.types("李四")
    assert "还没有勾“本人已同意”" in more.told.text()
    assert more.told.isVisible()
    writer.presses(writer.editor.finish_button)
    assert writer.the_comment().cosigners == ""


def test_the_draft_keeps_what_is_set_through_a_power_cut(writer):
    more = opens_more(writer)
    writer.types("教育")
    writer.presses(more.weights["紧急"])
    writer.window.reading.writing.save_draft()
    writer.loses_power()
    assert writer.editor.feet.more_button.text() == "更多 2"
    more = opens_more(writer)
    assert more.field.words() == "教育"
    assert more.weights["紧急"].isChecked()


def test_a_field_and_departments_are_picked_from_a_menu(writer):
    more = opens_more(writer)
    writer.presses(more.field.button)
    takes(writer, "教育")
    assert more.field.words() == "教育"
    more.departments.line.setFocus()
    for name in ("民政局", "公安部门", "民政局"):
        writer.key(Qt.Key.Key_Down)
        takes(writer, name)
    assert more.departments.words() == "民政局、公安部门"


def test_what_is_for_oneself_alone_is_never_printed(writer):
    more = opens_more(writer)
    writer.presses(more.private)
    writer.presses(writer.editor.finish_button)
    workspace = writer.window.workspace
    assert parts(workspace.comments.values(), workspace.me) == ()


def test_the_form_gives_way_to_the_words_and_the_words_to_the_form(writer):
    writer.presses(writer.editor.kind_buttons["修改"])
    more = opens_more(writer)
    assert more.isVisible()
    assert not writer.editor.replacement_box.isVisible()
    assert writer.editor.finish_button.isVisible()
    writer.clicks(3, QUOTE)
    assert not more.isVisible()
    assert writer.editor.replacement_box.hasFocus()
    writer.presses(writer.editor.feet.more_button)
    writer.presses(writer.editor.feet.more_button)
    assert not more.isVisible()


@pytest.mark.parametrize("points", [14, 22])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1440, 900)])
def test_the_form_is_whole_at_any_size_and_everything_in_it_has_a_name(writer, size, points):
    window = writer.window
    window.setMinimumSize(1024, 640)
    window.looks.wear("dark", points)
    window.resize(*size)
    QApplication.processEvents()
    more = opens_more(writer)
    more.cosigners.setText("李四")
    more.cosigners.textEdited.emit("李四")
    for _ in range(4):
        QApplication.processEvents()
    assert cut(window) == []
    named = [more.field.line, more.field.button, more.departments.line, more.cosigners]
    named += [*more.weights.values(), more.agreed, more.private, more.apart, more.proposal]
    assert all(name_of(each) for each in named)
    assert all(each.height() >= 44 * points // 14 for each in named)


# -- the table of departments


def test_the_table_can_be_changed_and_is_proposed_from_at_once(writer):
    more = opens_more(writer)
    writer.presses(more.departments.button)
    takes(writer, "改部门对照表…")
    aids = writer.window.desk._aids()
    page = aids.departments
    assert page.isVisible()
    writer.presses(page.add_button)
    writer.types("停车位")
    writer.key(Qt.Key.Key_Tab)
    writer.types("停车办")
    writer.key(Qt.Key.Key_Escape)
    assert more.field.line.hasFocus()
    assert "停车办" in more.proposal.accessibleName()
    writer.starts_again()
    writer.clicks(3, QUOTE)
    more = opens_more(writer)
    writer.presses(more.departments.button)
    assert "停车办" in [it.text() for it in popup().actions()]
    popup().close()


def test_a_row_half_filled_is_no_row_yet(writer):
    opens_more(writer)
    aids = writer.window.desk._aids()
    aids.open_departments()
    before = len(aids.departments.column.rows())
    writer.presses(aids.departments.add_button)
    writer.types("只有词")
    aids.departments.keep()
    writer.presses(aids.departments.back_button)
    aids.open_departments()
    assert len(aids.departments.column.rows()) == before


# -- 常用语


def test_a_phrase_is_put_at_the_caret_and_taken_back_like_typing(writer):
    cursor = writer.box.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    writer.box.setTextCursor(cursor)
    writer.presses(writer.editor.feet.phrases_button)
    takes(writer, "群众反映比较集中的是")
    assert writer.box.toPlainText() == "群众反映比较集中的是建议在学校门口增设停车位。"
    assert writer.box.hasFocus()
    writer.key(Qt.Key.Key_Z, CONTROL)
    assert writer.box.toPlainText() == "建议在学校门口增设停车位。"


def test_a_phrase_goes_into_the_box_one_writes_in(writer):
    writer.presses(writer.editor.kind_buttons["修改"])
    writer.editor.replacement_box.setFocus()
    writer.presses(writer.editor.feet.phrases_button)
    takes(writer, "建议区政府")
    assert writer.editor.replacement_box.toPlainText().count("建议区政府") == 1
    opens_more(writer)
    writer.presses(writer.editor.feet.phrases_button)
    takes(writer, "建议区政府")
    assert writer.editor.replacement_box.toPlainText().count("建议区政府") == 2


def test_phrases_are_changed_in_a_page_of_their_own_and_stay(writer):
    writer.presses(writer.editor.feet.phrases_button)
    takes(writer, EDIT_PHRASES)
    page = writer.window.desk._aids().phrases
    writer.presses(page.add_button)
    writer.types("请在年内办完。")
    writer.presses(page.column._rows[0].buttons[-1])
    writer.key(Qt.Key.Key_Escape)
    assert writer.box.hasFocus()
    assert writer.box.toPlainText() == "建议在学校门口增设停车位。"
    writer.starts_again()
    writer.presses(writer.editor.feet.phrases_button)
    lines = [it.text() for it in popup().actions()]
    assert "请在年内办完。" in lines
    assert "建议区政府" not in lines
    popup().close()


def test_without_phrases_the_menu_says_so_and_leads_to_the_page(writer):
    writer.window.desk._aids().open_phrases()
    page = writer.window.desk._aids().phrases
    page.column.show_rows([])
    page.keep()
    writer.presses(page.back_button)
    writer.presses(writer.editor.feet.phrases_button)
    assert [it.text() for it in popup().actions() if it.text()] == [
        "还没有常用语",
        EDIT_PHRASES,
    ]
    popup().close()


def test_keys_alone_put_a_phrase_in(writer):
    writer.editor.feet.phrases_button.setFocus()
    writer.key(Qt.Key.Key_Space)
    menu = popup()
    assert menu.activeAction().text() == "建议区政府"
    writer.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert writer.box.toPlainText().endswith("建议区政府")


def test_on_a_full_disk_it_is_said_that_phrases_are_not_kept(writer):
    writer.window.desk._aids().open_phrases()
    page = writer.window.desk._aids().phrases
    for _ in range(40):
        page.column.insert(99, ("很长的一句常用语" * 60 + str(len(page.column.rows())),))
    with full_disk(writer.database):
        page.keep()
    assert page.told.text().startswith("没有存上：")
    page.keep()
    assert page.told.text() == ""


# -- 提示


def rests(deputy) -> str:
    """Wait until the typing has rested; return what is said then."""
    hinting = deputy.window.desk.hinting
    hinting.rest.setInterval(0)
    hinting.rest.start()
    deputy.qtbot.waitUntil(lambda: not hinting.rest.isActive())
    return deputy.editor.hint.words


def test_a_hint_comes_when_the_typing_rests_and_never_while_it_lasts(deputy):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("老旧小区停车位一直是老大难")
    assert deputy.editor.hint.words == ""
    assert "看不出请政府做什么" in rests(deputy)
    assert deputy.editor.hint.isVisible()
    assert deputy.editor.isAncestorOf(deputy.editor.hint)
    assert deputy.editor.hint.text().startswith("提示：")
    deputy.types("，建议")
    assert "看不出请政府做什么" in deputy.editor.hint.words, "it does not flicker"
    assert rests(deputy) == ""


def test_a_hint_stops_nobody(deputy):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("我要质询教育局，电话13812345678")
    assert "手机号" in rests(deputy)
    deputy.finishes()
    assert deputy.texts() == ["我要质询教育局，电话13812345678"]
    assert deputy.editor.hint.words == ""


def test_a_hint_knows_the_kind_and_both_boxes(writer):
    assert rests(writer) == ""
    writer.presses(writer.editor.kind_buttons["修改"])
    writer.editor.replacement_box.setFocus()
    writer.types("联系人13812345678")
    assert "手机号" in rests(writer)
    assert writer.editor.hint.isVisible()


def test_where_the_pane_lies_under_the_text_a_hint_is_one_line_and_cuts_nothing(deputy):
    deputy.starts()
    deputy.window.setMinimumSize(1024, 640)
    deputy.window.resize(1024, 640)
    QApplication.processEvents()
    deputy.clicks(3, QUOTE)
    deputy.types("我要质询教育局")
    assert "第二十四条" in rests(deputy)
    for _ in range(4):
        QApplication.processEvents()
    note = deputy.editor.hint
    assert note.isVisible()
    assert note.text().endswith("…")
    assert "第二十四条" in note.toolTip()
    assert cut(deputy.window) == []
    deputy.box.selectAll()
    deputy.types("建议公布名单")
    assert rests(deputy) == ""
    assert not note.isVisible()


def test_staff_are_not_told_what_they_know(staff):
    assert not staff.editor.note.isVisible()
