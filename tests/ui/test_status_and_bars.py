"""What is always in sight: who, how many, saved or not; the bar that takes back."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.progress import Share
from beiguan_desktop.ui.read_share import BAR, time_left
from beiguan_desktop.ui.reading_bar import SHOWN_AFTER, ReadingBar
from beiguan_desktop.ui.refusal_bar import RefusalBar
from beiguan_desktop.ui.status_line import StatusLine
from beiguan_desktop.ui.theme import LIGHT
from beiguan_desktop.ui.top_bar import TopBar
from beiguan_desktop.ui.undo_bar import HEIGHT, UndoBar

FULL = "磁盘已满，这次没有写进去，以前写好的还在。请腾出一些空间再试。"


@pytest.fixture
def line(qtbot):
    around = QWidget()
    result = StatusLine(LIGHT)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(result)
    around.resize(1024, 640)
    qtbot.addWidget(around)
    around.show()
    result.around = around
    return result


def test_the_line_says_who_writes_here(line, qtbot):
    assert line.person_button.text() == "请填姓名"
    line.set_person(Person("p", "张建国", "第三代表团"))
    assert line.person_button.text() == "张建国 代表　第三代表团"
    line.set_person(Person("p", "张建国"))
    assert line.person_button.text() == "张建国 代表"
    line.set_person(Person("p", "买买提·艾力" * 10, "A&B代表团" * 10))
    assert line.person_button.sizeHint().width() < 400
    assert line.person_button.accessibleName().endswith("A&B代表团")
    line.set_person(None)
    assert line.person_button.text() == "请填姓名"
    with qtbot.waitSignal(line.person_clicked):
        line.person_button.click()


def test_an_open_box_is_counted_and_named(line):
    line.set_count(0, 0)
    assert line.count_button.text() == "意见 0 条"
    line.set_count(3, 1)
    assert line.count_button.text() == "意见 4 条，其中草稿 1 条"
    assert line.count_button.accessibleName() == "意见 4 条，其中草稿 1 条，看统计"


def test_the_count_is_a_button_for_mouse_and_keys(line, qtbot):
    line.set_count(3, 0)
    button = line.count_button
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert button.minimumHeight() >= 44
    with qtbot.waitSignal(line.count_clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    with qtbot.waitSignal(line.count_clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_what_was_done_is_told_once_before_the_state_of_saving(line):
    line.add_told("已取消，没有导入")
    assert line.words == "已取消，没有导入"
    line.set_saved("09:41")
    line.add_told("已撤销")
    line.add_told("已重做")
    assert line.words == "已重做，已自动保存 09:41"


def test_the_line_of_a_file_being_read_comes_a_moment_later_with_a_way_out(qtbot):
    around = QWidget()
    bar = ReadingBar(LIGHT, around)
    qtbot.addWidget(around)
    around.show()
    bar.tell("很长的名字" * 40 + "<b>.pdf")
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert bar.words.startswith("正在读“很长的名字")
    assert "…" in bar.words
    assert bar.words.endswith("<b>.pdf”…")
    assert bar.sizeHint().width() < 1024
    with qtbot.waitSignal(bar.cancel_asked):
        bar.button.click()
    bar.tell("短.pdf")
    bar.leave()
    qtbot.wait(SHOWN_AFTER + 50)
    assert not bar.isVisible()


def test_a_refusal_offers_what_can_be_done_and_goes_when_it_was_read(qtbot):
    around = QWidget()
    bar = RefusalBar(LIGHT, around)
    qtbot.addWidget(around)
    around.resize(1024, 200)
    around.show()
    assert bar.words == ""
    bar.tell("“<b>.txt”读不了。请换一个文件。")
    assert bar.words == "“<b>.txt”读不了。请换一个文件。"
    assert bar.accessibleName() == "没有导入：“<b>.txt”读不了。请换一个文件。"
    assert not bar.plain_button.isVisible()
    bar.tell("文件“一.txt”看起来是一部小说。", may_be_plain=True)
    for button, signal in (
        (bar.plain_button, bar.plain_asked),
        (bar.other_button, bar.other_asked),
    ):
        assert button.minimumHeight() >= 44
        with qtbot.waitSignal(signal):
            button.click()
    with qtbot.assertNotEmitted(bar.left):
        bar.close_button.click()
    assert bar.words == ""


def test_trouble_is_told_with_its_reason_and_where_the_words_are(line):
    line.set_saved("09:41")
    assert (line.words, line.is_amber) == ("已自动保存 09:41", False)
    line.set_trouble(FULL, words_kept=True)
    assert line.is_amber
    assert line.words == f"没有保存上：{FULL[:-1]}，文字还在框里"
    line.set_trouble("盘拔掉了。", words_kept=False)
    assert line.words == "没有保存上：盘拔掉了"
    line.add_told("已撤销“写意见”")
    assert line.words == "没有保存上：盘拔掉了", "trouble stays until something is saved"
    line.set_saved("09:42")
    line.add_told("已撤销“写意见”")
    assert line.words == "已撤销“写意见”，已自动保存 09:42"


def test_a_refusal_is_no_failed_save(line):
    line.set_saved("09:41")
    line.set_refusal("这条意见后来又改过，不能撤销。")
    assert line.words == "这条意见后来又改过，不能撤销"
    assert not line.is_amber


def test_a_long_reason_makes_the_line_higher_and_the_window_no_wider(line, qtbot):
    line.set_person(Person("p", "张建国", "第三代表团"))
    line.set_count(12, 1)
    line.set_saved("09:41")
    QApplication.processEvents()
    low = line.height()
    assert low == 44
    line.set_trouble(FULL * 2, words_kept=True)
    qtbot.waitUntil(lambda: line.height() > low)
    assert line.around.width() == 1024
    label = line._state
    assert label.height() >= label.heightForWidth(label.width())


def test_reasons_are_never_read_as_rich_text(line):
    line.set_trouble("<img src='file:///x'>", words_kept=False)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in texts(line))
    assert "<" not in line._state.toolTip()


def texts(widget) -> list[QLabel]:
    return [label for label in widget.findChildren(QLabel) if label.text()]


def test_where_nothing_can_be_written_no_name_is_asked(line, qtbot):
    line.set_saved("09:41")
    assert not line._sign.isHidden()
    line.set_read_only("这个资料库现在只能看，不能写")
    assert line._sign.isHidden()
    with qtbot.assertNotEmitted(line.person_clicked):
        line.person_button.click()
    assert "只能看" in line.person_button.accessibleDescription()
    line.set_refusal("这里写不了")
    assert not line._sign.isHidden()


def share(read: int, letters: int = 14_000, seconds: float = 1500.0) -> Share:
    return Share(None, "", "", read, letters, seconds)


def test_how_much_is_read_is_shown_between_name_and_count(line):
    line.set_count(3, 0)
    assert line.share is None
    line.set_share(share(2700))
    assert line.share.words == "已读 19%　约剩 25 分钟"
    assert line.share.accessibleName() == "已读 19%，约剩 25 分钟"
    assert "正文 14000 字，读过 2700 字" in line.share.toolTip()
    QApplication.processEvents()
    assert line.person_button.x() < line.share.x() < line.count_button.x()
    line.set_share(share(14_000, seconds=0.0))
    assert line.share.words == "已读 100%　读完了"
    line.set_share(share(0, letters=0, seconds=0.0))
    assert not line.share.isVisible()
    line.set_share(share(1))
    assert line.share.isVisible()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1.0, "约剩 1 分钟"),
        (60.0, "约剩 1 分钟"),
        (61.0, "约剩 2 分钟"),
        (3540.5, "约剩 1 小时"),
        (3600.0, "约剩 1 小时"),
        (9000.0, "约剩 2 小时 30 分钟"),
    ],
)
def test_the_time_left_is_told_in_whole_minutes(seconds, words):
    assert time_left(share(1, seconds=seconds)) == words


def test_the_bar_is_as_long_as_the_share(line):
    """How much of 160 pixels is painted in the accent."""

    def red() -> int:
        QApplication.processEvents()
        image = line.share.grab().toImage()
        row = image.height() // 2
        return sum(image.pixelColor(x, row).name() == "#9a2b20" for x in range(image.width()))

    line.around.resize(1440, 640)
    line.set_share(share(0))
    assert red() == 0
    line.set_share(share(7000))
    assert abs(red() - BAR // 2) <= 2
    line.set_share(share(14_000))
    assert abs(red() - BAR) <= 2


def test_where_there_is_no_room_the_bar_goes_first_and_then_the_time(line):
    line.set_person(Person("p", "买买提·艾力", "第三代表团"))
    line.set_saved("09:41")
    line.set_count(12, 1)
    line.set_share(share(2700))
    wide = line.share.sizeHint().width()
    for width, has_bar in ((1440, True), (1024, False)):
        line.around.resize(width, 640)
        QApplication.processEvents()
        assert (line.share.width() == wide) == has_bar
        assert line.share.width() >= line.share.minimumSizeHint().width()
        assert line.minimumSizeHint().width() <= 1024
    line.share.setFixedWidth(line.share.minimumSizeHint().width())
    assert not line.share.grab().toImage().isNull()


def test_trouble_takes_the_room_of_what_is_read(line):
    line.set_share(share(2700))
    line.set_trouble(FULL, words_kept=True)
    assert not line.share.isVisible()
    line.set_share(share(2800))
    assert not line.share.isVisible()
    line.set_saved("09:41")
    assert line.share.isVisible()
    line.set_trouble(FULL, words_kept=True)
    other = StatusLine(LIGHT, line.around)
    other.set_trouble(FULL, words_kept=True)
    other.set_share(share(1))
    assert other.share.isHidden()


# -- the undo bar


@pytest.fixture
def bar(qtbot):
    pane = QWidget()
    pane.resize(800, 600)
    result = UndoBar(LIGHT, pane)
    result._timer.setInterval(40)
    qtbot.addWidget(pane)
    pane.show()
    result.pane = pane
    return result


def test_the_bar_stands_over_the_foot_of_the_text_and_goes_by_itself(bar, qtbot):
    assert not bar.isVisible()
    bar.tell("已撤回 1 条“建议”")
    assert bar.isVisible()
    assert bar.pane.rect().contains(bar.geometry())
    assert bar.height() == HEIGHT
    assert "可以撤销" in bar.accessibleName()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)


def test_what_is_no_change_of_the_library_has_its_own_way_back(bar):
    done = []
    bar.tell("读过了：（六）优化公共服务", sign="check", back=lambda: done.append(1))
    assert bar.take_back()
    assert not bar.take_back(), "once is enough"
    bar.tell("读过了：（六）优化公共服务", sign="check", back=lambda: done.append(2))
    bar.hide()
    assert not bar.take_back(), "what is not offered any more is not done"
    bar.tell("已撤回")
    assert not bar.take_back()
    assert done == [1]


def test_long_words_take_a_second_row_where_the_line_is_short(qtbot):
    line = StatusLine(LIGHT)
    qtbot.addWidget(line)
    line.show()
    words = "已换到《全区生产总值完成情况》，要换回去，请点“更多”，再点“换一份报告”"
    for width, rows in ((640, 2), (1920, 1)):
        line.resize(width, 44)
        line.add_told(words)
        assert line._state.wordWrap() == (rows > 1)
        assert line.minimumSizeHint().width() <= width


def test_in_a_narrow_column_the_words_give_way_and_not_the_button(bar, qtbot):
    bar.lie_on(lambda: (0, 320))
    words = "读过了：惠民生增福祉，提升群众幸福…"
    bar.tell(words)
    qtbot.waitUntil(lambda: bar.button.width() > 100)
    assert bar.button.width() >= bar.button.sizeHint().width()
    assert bar.rect().contains(bar.button.geometry())
    assert bar.words == words
    assert bar._words.text() == words
    assert bar.height() > HEIGHT
    assert bar._words.heightForWidth(bar._words.width()) <= bar.height()


def test_the_bar_lies_edge_on_edge_with_the_text(bar):
    bar.lie_on(lambda: (130, 504))
    bar.tell("已撤回")
    assert (bar.x(), bar.width()) == (130, 504)


def test_the_bar_stays_while_the_pointer_or_the_focus_is_on_it(bar, qtbot):
    bar.tell("已撤回")
    place = QPointF(5, 5)
    QApplication.sendEvent(bar, QEnterEvent(place, place, place))
    qtbot.wait(90)
    assert bar.isVisible()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    bar.button.setFocus()
    qtbot.wait(90)
    assert bar.isVisible()
    bar.button.clearFocus()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=2000)


def test_the_bar_asks_for_undo_and_is_dark(bar, qtbot):
    bar.tell("已撤回")
    with qtbot.waitSignal(bar.undo_asked):
        bar.button.click()
    assert bar.grab().toImage().pixelColor(300, 4).name().upper() == LIGHT.ink


# -- the top bar


def test_a_long_title_is_shown_whole_in_the_tip(qtbot):
    bar = TopBar(LIGHT)
    qtbot.addWidget(bar)
    title = "关于2025年国民经济和社会发展计划执行情况与2026年计划<草案>的报告"
    bar.set_report(title, "2026年2月27日　审议稿")
    bar.resize(1024, 68)
    assert isinstance(bar.grab(), QPixmap)
    tips = [label.toolTip() for label in bar.findChildren(QLabel)]
    assert title.replace("<", "＜") in tips
    assert bar.minimumSizeHint().width() <= 1024
    for label in texts(bar):
        assert label.minimumSizeHint().width() <= 524
    bar.set_report("2026年四川省人民政府工作报告", "2026年2月3日　审议稿")
    assert "2026年四川省人民政府工作报告" in [label.text() for label in texts(bar)]
    bar.set_report("政府工作报告", "2026年2月27日　审议稿")
    assert "政府工作报告" in [label.text() for label in texts(bar)]


def test_the_menu_is_filled_each_time_it_opens(qtbot):
    bar = TopBar(LIGHT)
    qtbot.addWidget(bar)
    bar.show()
    times = []

    def fill(menu: QMenu) -> None:
        times.append(1)
        menu.addAction("一项")

    button = bar.add_menu("更多", fill)
    for _ in range(2):
        button.click()
        assert [action.text() for action in bar.menu.actions()] == ["一项"]
        bar.menu.close()
    assert len(times) == 2


def test_the_view_that_is_shown_cannot_be_switched_off(qtbot):
    bar = TopBar(LIGHT)
    qtbot.addWidget(bar)
    bar.reading_tab.click()
    assert bar.reading_tab.isChecked()
    assert all(isinstance(tab, QPushButton) for tab in (bar.reading_tab,))
    assert bar.grab().toImage().pixelColor(346, 66).name().upper() == LIGHT.accent


def hairlines(line, row: int) -> list[int]:
    """Return where hairlines stand in a row of pixels."""
    image = line.grab().toImage()
    wanted = LIGHT.line.lower()
    return [x for x in range(image.width()) if image.pixelColor(x, row).name() == wanted]


def test_the_hairlines_stand_in_the_middle_between_what_is_seen(line, qapp):
    line.set_person(Person("p", "张建国", "第三代表团"))
    line.set_share(Share(None, "", "", 100, 14_000, 2000))
    line.set_count(6, 0)
    line.set_saved("09:41")
    qapp.processEvents()
    first, second = hairlines(line, 14)
    count, sign = line.count_button.geometry(), line._sign.geometry()
    within = 12
    words_end, icon = line.share.geometry().right() + 1, count.left() + within
    assert abs((first - words_end) - (icon - first)) <= 1
    words_end = count.right() + 1 - within
    assert abs((second - words_end) - (sign.left() - second)) <= 1


def test_the_lines_of_a_long_reason_stand_clear_of_the_hairline(line, qtbot):
    line.set_trouble(FULL * 4, words_kept=True)
    qtbot.waitUntil(lambda: line.height() > 44)
    image, ground = line.grab().toImage(), LIGHT.ground.lower()
    at = range(line._sign.geometry().right() + 4, line.width())
    assert {image.pixelColor(x, y).name() for x in at for y in (1, 2, 3)} == {ground}


def test_a_reason_gets_the_room_and_the_name_gives_way(line, qapp):
    line.set_person(Person("p", "张建国", "第三代表团"))
    line.set_trouble(FULL, words_kept=True)
    qapp.processEvents()
    assert line._state.width() > line.width() / 2
    assert line.person_button.text().endswith("…")
    line.set_saved("09:41")
    assert line.person_button.text() == "张建国 代表　第三代表团"


def test_what_was_done_is_said_alone_where_there_is_no_room_for_both(line, qapp):
    line.set_saved("09:41")
    line.around.setMinimumSize(1, 1)  # as a window on a small screen
    for width, words in ((1024, "第12段加了星标，已自动保存 09:41"), (330, "第12段加了星标")):
        line.around.resize(width, 640)
        qapp.processEvents()
        line.add_told("第12段加了星标")
        assert line.words == words
