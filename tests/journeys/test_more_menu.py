"""更多: few lines, menus below them by subject, by mouse and by keys, on small screens too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from beiguan_desktop.ui import dressing

SMALL = 640
"""Pixels of height that the smallest window has."""
TARGET = 44


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put other sizes off again: they belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


@pytest.fixture
def reader(deputy, tmp_path):
    """Return somebody with a library of several reports, one of them with a long name."""
    deputy.starts()
    file = tmp_path / "计划.txt"
    title = "关于2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告"
    file.write_text(f"{title}\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8")
    deputy.window.import_report(file)
    return deputy


def below(menu: QMenu) -> list[QMenu]:
    """Return the menus that open beside lines of a menu or of these, and the menu first."""
    found = [action.menu() for action in menu.actions()]
    return [menu, *(one for each in found if each is not None for one in below(each))]


def more_button(deputy) -> QPushButton:
    return next(b for b in deputy.window.top_bar.findChildren(QPushButton) if b.text() == "更多")


def presses_keys(deputy, *keys: Qt.Key) -> None:
    """Press keys in whatever menu is the last that opened, as a keyboard does."""
    for key in keys:
        deputy.qtbot.keyClick(QApplication.activePopupWidget(), key)
        QApplication.processEvents()


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("palette", ["light", "contrast"])
def test_every_menu_has_room_on_a_small_screen_and_lines_for_every_hand(reader, points, palette):
    reader.window.looks.wear(palette, points)
    menu = reader.opens_menu()
    subjects = [each.title() for each in below(menu)]
    assert subjects == ["", "意见", "页码写法", "阅读", "打印", "报告", "外观"]
    for each in below(menu):
        lines = [action for action in each.actions() if not action.isSeparator()]
        assert len(lines) <= 12
        assert each.sizeHint().height() <= SMALL, each.title()
        assert each.sizeHint().width() <= 1024, each.title()
        assert each.font().pointSizeF() == points
        assert min(each.actionGeometry(action).height() for action in lines) >= TARGET
        assert each.accessibleName() == (each.title() or "更多")
    menu.close()


def test_everything_the_window_can_do_is_in_the_menu_or_in_a_button_and_shows_its_key(deputy):
    deputy.starts()
    lines = {
        action
        for each in below(deputy.opens_menu())
        for action in each.actions()
        if action.menu() is None
    }
    deputy.window.top_bar.menu.close()
    shown = {name for name, act in deputy.window.actions_by_name.by_name.items() if act in lines}
    every = set(deputy.window.actions_by_name.by_name)
    in_buttons = {"smaller", "larger", "hand_in", "find_next", "find_previous"}
    in_buttons |= {"kind_1", "kind_2", "kind_3"}
    in_buttons |= {"record", "table"}  # which only staff are offered
    in_buttons |= {"compare"}  # once there are two reports
    assert every - shown == in_buttons | {"next_pane"}  # F6 is where a screen reader says it is
    for name in shown:
        action = deputy.window.actions_by_name[name]
        assert action.isShortcutVisibleInContextMenu() or action.shortcut().isEmpty(), name


def test_keys_alone_lead_through_the_menus_to_an_act(deputy):
    deputy.starts()
    before = deputy.window.page.view.top_place()
    more_button(deputy).setFocus()
    deputy.key(Qt.Key.Key_Space)
    menu = deputy.window.top_bar.menu
    assert menu.activeAction().text() == "撤销"
    while menu.activeAction().text() != "外观":
        presses_keys(deputy, Qt.Key.Key_Down)
    presses_keys(deputy, Qt.Key.Key_Right)
    looks = menu.activeAction().menu()
    assert looks.isVisible()
    assert looks.activeAction().text() == "浅色"
    presses_keys(deputy, Qt.Key.Key_Left)
    assert not looks.isVisible()
    assert menu.isVisible()
    presses_keys(deputy, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert deputy.window.looks.palette == "dark"
    assert deputy.window.page.view.top_place() == before


def test_esc_leads_back_menu_by_menu_to_the_button(deputy):
    deputy.starts()
    more_button(deputy).setFocus()
    deputy.key(Qt.Key.Key_Space)
    menu = deputy.window.top_bar.menu
    presses_keys(deputy, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert menu.activeAction().menu().isVisible()
    presses_keys(deputy, Qt.Key.Key_Escape)
    assert menu.isVisible()
    presses_keys(deputy, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert more_button(deputy).hasFocus()


def test_a_click_leaves_the_cursor_in_the_words_and_no_line_is_chosen(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业")
    menu = deputy.opens_menu()
    assert menu.activeAction() is None
    menu.close()
    assert deputy.box.hasFocus()


def test_menus_of_the_last_time_do_not_gather(deputy):
    deputy.starts()
    for _ in range(3):
        deputy.reads_menu("阅读")
        QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    menu = deputy.window.top_bar.menu
    assert len(menu.findChildren(QMenu)) == len(below(menu)) - 1


def test_a_report_is_chosen_by_its_name_however_long(reader):
    lines = reader.reads_menu("报告")
    assert sorted(it.isChecked() for it in lines.values() if it.isCheckable()) == [False, True]
    (there,) = [action for action in lines.values() if action.isChecked()]
    assert "…" in there.text()
    assert there.toolTip() == reader.report.title
    other = next(words for words, it in lines.items() if it.isCheckable() and it is not there)
    reader.chooses("报告", other)
    assert reader.report.title == "政府工作报告"


def test_reports_that_are_called_alike_are_told_apart_by_their_files(reader, tmp_path):
    file = tmp_path / "去年的&报告.txt"
    file.write_text("政府工作报告\n各位代表：\n去年的工作写得清楚明白，请予审议。\n", "utf-8")
    reader.window.import_report(file)
    lines = [words for words, it in reader.reads_menu("报告").items() if it.isCheckable()]
    alike = [words for words in lines if words.startswith("政府工作报告")]
    assert {words.split("　")[2] for words in alike} == {"去年的&&报告.txt", "beiguan-2026.txt"}
    assert not any("计划.txt" in words for words in lines), "its title tells which it is"


def test_the_sentence_about_another_report_names_no_more_than_the_line_holds(reader):
    assert "已换到《关于2025年国民经济和社会发…》" in reader.window.status.words


def test_the_menu_is_seen_in_the_colours_and_sizes_of_the_window(deputy):
    """A menu opened after a change looks as one of a window that was born so."""
    deputy.starts()
    deputy.reads_menu("外观")
    deputy.window.looks.wear("dark", 22)
    changed = deputy.opens_menu()
    seen = changed.grab().toImage()
    changed.close()
    deputy.starts_again()
    assert deputy.opens_menu().grab().toImage() == seen
    deputy.window.top_bar.menu.close()


def test_the_button_looks_as_before_when_its_menu_is_closed(deputy):
    deputy.starts()
    button = more_button(deputy)
    QCursor.setPos(deputy.window.mapToGlobal(deputy.window.rect().center()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    before = button.grab().toImage()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    menu = deputy.opens_menu()
    button.setDown(True)
    menu.close()
    assert not button.underMouse()
    assert button.grab().toImage() == before


def test_a_window_goes_quietly_with_a_menu_open_over_marked_words(deputy):
    """The words had the focus when they were deleted, and PySide ended the process."""
    deputy.starts()
    deputy.drags(3, deputy.report.paragraphs[3].text[5:12])
    deputy.window.actions_by_name["highlight"].trigger()
    menu = deputy.opens_menu()
    line = next(action for action in menu.actions() if action.menu() is not None)
    deputy.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())
    assert QApplication.activePopupWidget() is not None
    deputy.window.close()
    assert QApplication.activePopupWidget() is None
    gone = deputy.window.focusWidget()
    assert gone is None or not gone.hasFocus()
