"""How far one has read: seen in tree and foot, gone on from, set by hand, and nobody else's."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from beiguan_desktop.core.progress import seconds_to_read
from beiguan_desktop.services import checking
from beiguan_desktop.ui.going_on import STAYS
from beiguan_desktop.ui.outline_filter import UNREAD, WITH_OPINIONS
from beiguan_desktop.ui.outline_model import Role
from beiguan_desktop.ui.workspace import look_ahead
from tests.journeys.surroundings import read_only

CONTROL = Qt.KeyboardModifier.ControlModifier


def sits(deputy) -> None:
    """Sit before the window: it is the active one."""
    deputy.window.activateWindow()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)


def reads(deputy, number: int) -> None:
    """Look at a paragraph for as long as it takes, by a clock that is put forward."""
    unit = deputy.report.paragraphs[number]
    deputy.window.page.view.show_place(unit.ordinal)
    watch = deputy.window.reading.time
    for _ in range(int(seconds_to_read(unit.text)) + 2):
        watch._looked -= 1.0
        watch.look()


def row(deputy, number: int):
    return deputy.window.page.model.index_of_unit(deputy.report.paragraphs[number].ordinal)


def words(deputy) -> str:
    return deputy.window.status.share.words


def menu_of(deputy, index) -> QMenu:
    """Open the menu of a row by key."""
    tree = deputy.window.page.tree
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    tree.setCurrentIndex(index)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(tree, event)
    (menu,) = [menu for menu in tree.findChildren(QMenu) if menu.isVisible()]
    return menu


def entries(deputy, index) -> list[str]:
    """Look at the menu of a row and leave it."""
    menu = menu_of(deputy, index)
    found = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return found


def chooses(deputy, index, entry: str) -> None:
    """Choose an entry of a row's menu, which goes."""
    menu = menu_of(deputy, index)
    (action,) = [action for action in menu.actions() if action.text() == entry]
    action.trigger()
    menu.close()


# -- time


def test_what_is_read_shows_at_once_in_tree_and_foot(deputy):
    deputy.starts()
    sits(deputy)
    assert words(deputy).startswith("已读 0%　约剩 ")
    assert row(deputy, 3).data(Role.READ) == 0
    reads(deputy, 3)
    assert row(deputy, 3).data(Role.READ) == 1
    assert words(deputy).startswith("已读 ")
    assert not words(deputy).startswith("已读 0%")
    spoken = row(deputy, 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "（一）经济运行稳中有进，读过了"


def test_time_counts_on_the_text_that_was_painted_before_the_library_was_open(deputy):
    deputy.starts()
    deputy.window.close()
    deputy.window = deputy._new_window()
    assert look_ahead(deputy.window.workspace)
    deputy.starts()
    sits(deputy)
    reads(deputy, 3)
    assert row(deputy, 3).data(Role.READ) == 1


def test_marks_are_on_disk_soon_after_they_are_made(deputy):
    deputy.starts()
    sits(deputy)
    rest = deputy.window.reading._rest
    rest.setInterval(1)
    reads(deputy, 3)
    first = deputy.report.paragraphs[3].letter
    desk, report = deputy.window.workspace.store.desk, deputy.report.id
    deputy.qtbot.waitUntil(lambda: first in desk.read_marks(report))
    deputy.loses_power()
    assert row(deputy, 3).data(Role.READ) == 1
    assert checking.check(deputy.database).ok


# -- by hand


def test_a_section_is_marked_by_menu_and_key_and_taken_back_by_undo(deputy):
    deputy.starts()
    index = row(deputy, 45).parent()
    assert entries(deputy, index) == [
        "这一节读过了",
        "只看有意见的",
        "只看没读的",
        "只看与我有关的",
    ]
    chooses(deputy, index, "这一节读过了")
    assert index.data(Role.READ) == 1
    bar = deputy.window.page.undo_bar
    assert bar.isVisible()
    assert bar.words == "读过了：（四）提能级跃新阶，绘就城乡发展新图景"
    assert entries(deputy, index) == [
        "这一节还没读",
        "只看有意见的",
        "只看没读的",
        "只看与我有关的",
    ]
    deputy.window.page.view.setFocus()
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert index.data(Role.READ) == 0
    assert not bar.isVisible()
    assert deputy.window.status.words.startswith("已撤销“读过了”")


def test_undo_brings_back_what_was_read_in_part(deputy):
    deputy.starts()
    sits(deputy)
    reads(deputy, 44)
    index = row(deputy, 44).parent()
    half = index.data(Role.READ)
    assert 0 < half < 1
    marks = set(deputy.window.reading.marks.marks)
    for entry in ("这一节读过了", "这一节还没读"):
        chooses(deputy, index, entry)
        assert index.data(Role.READ) in (0, 1)
        deputy.presses(deputy.window.page.undo_bar.button)
        assert deputy.window.reading.marks.marks == marks
    assert index.data(Role.READ) == half


def test_when_the_bar_is_gone_undo_means_the_opinions_again(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写得好。")
    deputy.finishes()
    chooses(deputy, row(deputy, 5), "这一节读过了")
    deputy.window.page.hide_undo_bar()
    deputy.window.undo()
    assert deputy.window.workspace.comments == {}
    assert row(deputy, 5).data(Role.READ) == 1


def test_the_whole_report_can_be_called_read_and_unread(deputy):
    deputy.starts()
    whole = deputy.window.page.model.index(0, 0)
    chooses(deputy, whole, "整篇读过了")
    assert words(deputy) == "已读 100%　读完了"
    assert deputy.window.reading.marks.unread == set()
    chooses(deputy, whole, "整篇还没读")
    assert words(deputy).startswith("已读 0%　约剩 ")


def test_marks_by_hand_are_there_at_the_next_start(deputy):
    deputy.starts()
    chooses(deputy, row(deputy, 5), "这一节读过了")
    deputy.starts_again()
    assert row(deputy, 5).data(Role.READ) == 1


def test_what_is_called_unread_before_ones_eyes_is_read_anew_from_the_beginning(deputy):
    deputy.starts()
    sits(deputy)
    reads(deputy, 3)
    chooses(deputy, row(deputy, 3), "这一节还没读")
    watch = deputy.window.reading.time
    watch._looked -= 1.0
    watch.look()
    assert row(deputy, 3).data(Role.READ) == 0


# -- going on


def test_the_key_leads_from_one_unread_place_to_the_next_and_round(deputy):
    deputy.starts()
    report, view = deputy.report, deputy.window.page.view
    left = {report.paragraphs[number].ordinal for number in (12, 30)}
    everything = {unit.ordinal for unit in report.paragraphs.values()}
    deputy.window.reading.marks.mark(everything - left)
    tops = []
    for _ in range(3):
        deputy.key(Qt.Key.Key_F7)
        tops.append(report.units[view.top_place()[0]].number)
        assert deputy.window.reading.writing.anchor.unit == view.top_place()[0]
    assert tops == [12, 30, 12]
    assert deputy.window.status.words.startswith("后面都读过了")
    assert deputy.box.hasFocus(), "one may write at once"
    deputy.window.reading.marks.mark(left)
    deputy.key(Qt.Key.Key_F7)
    assert deputy.window.status.words.startswith("整篇都读过了")


def test_going_on_leaves_words_in_the_box_where_they_belong(deputy):
    deputy.starts()
    report = deputy.report
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("还在写")
    place = deputy.window.reading.writing.anchor
    numbers = []
    for _ in range(3):
        deputy.window.actions_by_name["next_unread"].trigger()
        numbers.append(report.units[deputy.window.page.view.top_place()[0]].number)
    assert numbers == [4, 5, 6]
    assert deputy.window.reading.writing.anchor == place
    assert deputy.box.toPlainText() == "还在写"
    assert deputy.window.page.view.hasFocus()
    deputy.types("x")
    assert deputy.window.status.words.startswith("要写意见，请先按回车")


def test_where_reading_stopped_is_shown_and_needs_no_offer(deputy):
    deputy.starts()
    unit = deputy.report.paragraphs[20]
    deputy.window.page.view.show_place(unit.ordinal)
    deputy.starts_again()
    assert deputy.window.page.view.top_place()[0] == unit.ordinal
    assert not deputy.window.progress.going_on.isVisible(), "what comes next stands here"


def test_when_all_that_stands_here_is_read_the_next_unread_place_is_offered(deputy):
    deputy.starts()
    report = deputy.report
    deputy.window.reading.marks.mark({report.paragraphs[n].ordinal for n in range(1, 40)})
    deputy.window.page.view.show_place(report.paragraphs[20].ordinal)
    deputy.starts_again()
    button = deputy.window.progress.going_on
    assert button.isVisible()
    assert button.text() == "下一段没读的"
    assert button.height() >= 44
    head = deputy.window.page.head
    assert head.rect().contains(button.geometry())
    assert button.geometry().right() <= head.page_left()
    deputy.presses(button)
    assert deputy.window.page.view.top_place()[0] == report.paragraphs[40].ordinal
    assert not button.isVisible()


def test_when_a_draft_stands_elsewhere_the_last_place_is_offered(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("还在写")
    deputy.window.reading.writing.save_draft()
    far = deputy.report.paragraphs[50]
    deputy.window.page.view.show_place(far.ordinal)
    deputy.window.reading.keep_place()
    deputy.loses_power()
    button = deputy.window.progress.going_on
    assert button.text() == "接着读"
    assert button.accessibleName() == "到上次读到的地方，接着读"
    button.setFocus()
    deputy.key(Qt.Key.Key_Space)
    assert deputy.window.page.view.top_place()[0] == far.ordinal
    assert deputy.window.focusWidget() is deputy.window.page.view
    assert deputy.box.toPlainText() == "还在写"


def test_the_offer_goes_by_itself_but_not_under_the_hand(deputy):
    deputy.starts()
    button = deputy.window.progress.going_on
    assert button._timer.interval() == STAYS == 10_000
    assert not button.isVisible(), "nothing was read yet"
    button._timer.setInterval(30)
    button.offer("接着读", "接着读", lambda: None)
    button.setFocus()
    deputy.qtbot.wait(90)
    assert button.isVisible()
    deputy.window.page.view.setFocus()
    deputy.qtbot.waitUntil(lambda: not button.isVisible(), timeout=2000)
    button.offer("接着读", "接着读", lambda: None)
    button.setFocus()
    button.withdraw()
    assert deputy.window.page.view.hasFocus()


# -- the tree


def test_the_tree_is_reduced_by_keyboard_and_brought_back(deputy):
    deputy.starts()
    deputy.clicks(44, deputy.report.paragraphs[44].text[10:16])
    deputy.types("写得好。")
    deputy.finishes()
    progress, tree = deputy.window.progress, deputy.window.page.tree
    chooses(deputy, row(deputy, 44), "只看有意见的")
    assert progress.filter.chosen is WITH_OPINIONS
    assert progress.head.told.isVisible()
    assert "全部显示" in entries(deputy, row(deputy, 44))
    deputy.presses(progress.head.button)
    assert progress.filter.chosen is None
    assert not progress.head.told.isVisible()
    assert not tree.isRowHidden(0, tree.rootIndex())


def test_the_tree_follows_the_text_unless_somebody_is_in_it(deputy):
    deputy.starts()
    tree, view = deputy.window.page.tree, deputy.window.page.view
    view.show_place(deputy.report.paragraphs[4].ordinal)
    assert tree.currentIndex() == row(deputy, 4)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    deputy.key(Qt.Key.Key_Home)
    view.show_place(deputy.report.paragraphs[8].ordinal)
    assert tree.here() == row(deputy, 8)
    assert tree.currentIndex().row() == 0
    deputy.key(Qt.Key.Key_Escape)
    assert tree.currentIndex() == row(deputy, 8)


def test_tab_leads_from_the_filter_to_the_tree_and_over_the_offer_to_the_text(deputy):
    deputy.starts()
    window, progress = deputy.window, deputy.window.progress
    progress.going_on.offer("接着读", "接着读", lambda: None)
    progress.head.button.setFocus(Qt.FocusReason.TabFocusReason)
    for expected in (window.page.tree, progress.going_on, window.page.view):
        deputy.key(Qt.Key.Key_Tab)
        assert window.focusWidget() is expected
    progress.going_on.withdraw()
    for expected in (window.page.tree, progress.head.button):
        deputy.key(Qt.Key.Key_Backtab)
        assert window.focusWidget() is expected


# -- reports of every kind


def made(deputy, tmp_path, text: str, name: str = "另一份.txt"):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    deputy.window.import_report(file)


@pytest.mark.parametrize(
    "text",
    [
        "政府工作报告\n\n各位代表：\n\n第一段没有标题。\n\n第二段也没有。\n",
        "只有一段，请予审议。\n",
    ],
)
def test_a_report_without_headings_is_read_and_filtered_all_the_same(deputy, tmp_path, text):
    deputy.starts()
    made(deputy, tmp_path, text)
    sits(deputy)
    model = deputy.window.page.model
    assert model.rowCount() == 1
    chooses(deputy, model.index(0, 0), "整篇读过了")
    assert words(deputy) == "已读 100%　读完了"
    for only in (UNREAD, WITH_OPINIONS, None):
        deputy.window.progress.filter.choose(only)
    deputy.key(Qt.Key.Key_F7)
    assert deputy.window.status.words.startswith("整篇都读过了")


def test_a_report_of_headings_alone_says_nothing_of_reading(deputy, tmp_path):
    deputy.starts()
    chooses(deputy, row(deputy, 5), "这一节读过了")
    made(deputy, tmp_path, "政府工作报告\n\n一、总的情况\n\n二、主要工作\n")
    share = deputy.window.reading.marks.share
    assert deputy.window.status.share.isVisible() == (share.letters > 0)


def test_two_reports_keep_their_marks_apart(deputy, tmp_path):
    deputy.starts()
    first = deputy.report.id
    chooses(deputy, row(deputy, 5), "这一节读过了")
    made(deputy, tmp_path, "另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n")
    assert words(deputy).startswith("已读 0%")
    assert not deputy.window.page.undo_bar.isVisible(), "it would take back what is not in sight"
    deputy.window.change_report(first)
    assert row(deputy, 5).data(Role.READ) == 1


def test_two_thousand_sections_are_marked_filtered_and_followed(deputy, tmp_path):
    deputy.starts()
    made(deputy, tmp_path, of_sections(50, 39))
    model, progress = deputy.window.page.model, deputy.window.progress
    count = sum(1 for _ in model.rows())
    assert count > 1900
    chooses(deputy, model.index_of_unit(len(deputy.report.units) - 1), "这一节读过了")
    progress.filter.choose(UNREAD)
    assert progress.filter.hidden == 1
    progress.filter.choose(WITH_OPINIONS)
    assert progress.filter.hidden >= count - 3
    progress.filter.choose(None)
    deputy.key(Qt.Key.Key_F7)
    assert deputy.window.page.tree.here().isValid()


def of_sections(parts: int, sections: int) -> str:
    """Return a report of so many parts with so many sections each."""
    lines = ["政府工作报告", "各位代表："]
    for part in range(1, parts + 1):
        lines.append(f"{numeral(part)}、第{numeral(part)}个方面的重点工作")
        for section in range(1, sections + 1):
            lines.append(f"（{numeral(section)}）推进重点工作，提升群众幸福指数")
            lines.append("这里说明情况，内容写得长一些，免得认成标题。")
    return "\n\n".join(lines) + "\n"


def numeral(number: int) -> str:
    """Write 1…99 in Chinese."""
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones]}".replace(
        " ", ""
    )


def test_where_nothing_can_be_written_marks_work_until_the_window_is_closed(deputy, open_folder):
    deputy.starts()
    chooses(deputy, row(deputy, 5), "这一节读过了")
    deputy.window.close()
    shutil.copyfile(deputy.database, open_folder / "资料库.db")
    deputy.database = open_folder / "资料库.db"
    with read_only(open_folder):
        deputy.window = deputy._new_window()
        deputy.starts()
        sits(deputy)
        assert deputy.window.workspace.store.read_only
        assert row(deputy, 5).data(Role.READ) == 1
        reads(deputy, 8)
        chooses(deputy, row(deputy, 7), "这一节读过了")
        assert [row(deputy, n).data(Role.READ) for n in (5, 7, 8)] == [1, 1, 1]
        deputy.presses(deputy.window.page.undo_bar.button)
        assert row(deputy, 7).data(Role.READ) == 0
        assert not deputy.window.status.is_amber
        deputy.window.reading.keep_place()
        assert deputy.window.close()
        deputy.window = deputy._new_window()
        deputy.starts()
        assert [row(deputy, n).data(Role.READ) for n in (5, 8)] == [1, 0]
        deputy.window.close()
