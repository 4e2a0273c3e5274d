"""The window where things go wrong: said in words, nothing lost, undo and redo as they were."""

import logging
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from beiguan_desktop.cli import main
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import checking, clock, commenting, library
from beiguan_desktop.storage import opening
from beiguan_desktop.storage.lock import HELD
from beiguan_desktop.ui import app, session
from beiguan_desktop.ui.instance import Doorbell
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from tests.journeys.surroundings import full_disk, read_only

ROOT = Path(__file__).resolve().parents[2]
LONG = "这里要写得很长。" * 8000
STILL_THERE = "文字还在框里"


def writes(deputy, words: str) -> None:
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types(words)
    deputy.finishes()


def stack_of(deputy):
    stack = deputy.window.workspace.stack
    return stack.index(), [stack.text(at) for at in range(stack.count())]


def boxes(window) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def button(box, word: str):
    return next(b for b in box.buttons() if b.text().startswith(word))


# -- a full disk


def test_a_full_disk_leaves_words_and_undo_as_they_were_until_there_is_room(deputy):
    deputy.starts()
    writes(deputy, "第一条")
    before, status = stack_of(deputy), deputy.window.status
    deputy.clicks(5, "全力支持蓝天实验室发展")
    deputy.box.insertPlainText(LONG)
    with full_disk(deputy.database):
        deputy.window.reading.writing.save_draft()
        assert status.is_amber
        deputy.finishes()
        assert status.is_amber
        assert status.words.startswith("没有保存上：")
        assert STILL_THERE in status.words
        assert "磁盘" in status.words
        assert deputy.box.toPlainText() == LONG
        assert deputy.texts() == ["第一条"]
        assert stack_of(deputy) == before
    deputy.finishes()
    assert not status.is_amber
    assert status.words.startswith("已自动保存")
    assert deputy.texts() == ["第一条", LONG]
    assert deputy.box.toPlainText() == ""
    deputy.window.undo()
    deputy.window.undo()
    assert deputy.texts() == []
    deputy.starts_again()
    assert checking.check(deputy.database).ok


def test_a_step_that_cannot_be_undone_for_want_of_room_can_be_undone_later(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.box.insertPlainText(LONG)
    deputy.finishes()
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    deputy.box.selectAll()
    deputy.types("短了")
    deputy.finishes()
    before = stack_of(deputy)
    with full_disk(deputy.database):
        deputy.window.undo()
        assert deputy.window.status.is_amber
        assert deputy.texts() == ["短了"]
        assert stack_of(deputy) == before
    deputy.window.undo()
    assert deputy.texts() == [LONG]
    assert not deputy.window.status.is_amber


def test_a_rewording_that_cannot_be_saved_stays_in_the_box_beside_the_old_words(deputy):
    deputy.starts()
    writes(deputy, "旧的话")
    comment = deputy.the_comment()
    deputy.window.page.panel.edit_asked.emit(comment.id)
    deputy.box.insertPlainText(LONG)
    with full_disk(deputy.database):
        deputy.window.page.panel.withdraw_asked.emit(comment.id)
        assert deputy.texts() == ["旧的话"]
        assert LONG in deputy.box.toPlainText()
    deputy.finishes()
    assert LONG in deputy.the_comment().text


def test_closing_with_words_that_cannot_be_saved_asks(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.box.insertPlainText(LONG)
    window = deputy.window
    with full_disk(deputy.database):
        assert not window.close()
        (asked,) = boxes(window)
        assert "没有保存上" in asked.text()
        deputy.presses(button(asked, "留下"))
        assert window.isVisible()
        assert deputy.box.toPlainText() == LONG
        assert not window.close()
        (asked,) = boxes(window)
        deputy.presses(button(asked, "不要了"))
        assert not window.isVisible()
    deputy.window = deputy._new_window()
    deputy.starts()
    assert deputy.texts() == []


def test_the_first_page_says_why_a_name_could_not_be_written(deputy, qtbot):
    deputy.window.open()
    page = deputy.window.stage.first_start
    deputy.enters(page.name_edit, "张建国")
    with full_disk(Path(__file__)):  # a few kB: not even a name finds room
        deputy.presses(page.start_button)
        assert page.isVisible()
        assert page.trouble.isVisible()
        assert "没有保存上" in page.trouble.text()
    deputy.presses(page.start_button)
    assert not page.isVisible()
    assert deputy.window.workspace.me.name == "张建国"
    deputy.starts_again()
    assert [p.name for p in deputy.window.workspace.store.people()] == ["张建国"]


# -- places that cannot be written


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_place_that_cannot_be_written_is_read_with_a_banner(deputy, qtbot, open_folder, is_asked):
    deputy.starts()
    writes(deputy, "以前写的")
    deputy.clicks(5, "全力支持蓝天实验室发展")
    deputy.types("还在写的草稿")
    deputy.window.reading.writing.save_draft()
    shutil.copyfile(deputy.database, open_folder / "资料库.db")
    with read_only(open_folder):
        window = MainWindow(open_folder / "资料库.db", jobs=Jobs(is_synchronous=True))
        qtbot.addWidget(window)
        window.show()
        if not is_asked:
            window.workspace._only_read = True
        window.open()
        deputy.window, other = window, deputy.window
        assert (window.page.banner.text() != "") == is_asked
        assert window.page.banner.isVisible() == is_asked
        assert not is_asked or "只能看，不能写意见" in window.page.banner.text()
        deputy.clicks(3, "规模以上工业增加值")
        assert deputy.texts() == ["以前写的"]
        assert not window.page.panel.editor.isEnabled()
        assert not window.actions_by_name["whole_report"].isEnabled()
        assert window.actions_by_name["hand_in"].isEnabled()
        assert not window.status.person_button.isEnabled()
        (identity,) = window.workspace.comments
        window.page.panel.choose(identity)
        assert window.page.panel.list.indexWidget(window.page.panel.list.currentIndex()) is None
        window.page.panel.withdraw_asked.emit(identity)
        assert deputy.texts() == ["以前写的"]
        assert deputy.box.toPlainText() == ""
        window.open_hand_in()
        assert window.hand_in.page.isVisible()
        window.hand_in.page.close()
        assert window.close(), "a draft of somebody is no reason to hold the window"
    deputy.window = other


def test_a_library_that_is_a_text_file_is_refused_and_left_alone(deputy, capsys):
    deputy.database.parent.mkdir(parents=True, exist_ok=True)
    deputy.database.write_text("不是资料库\n", "utf-8")
    with pytest.raises(UserError, match="不是北关审议的资料库，没有动它"):
        deputy.window.open()
    assert main.run(["--database", str(deputy.database), "--exit-after-paint"]) == 1
    assert "不是北关审议的资料库" in capsys.readouterr().err
    assert deputy.database.read_text("utf-8") == "不是资料库\n"


@pytest.fixture
def session_ends(monkeypatch):
    """Undo what a run of the program leaves in the process."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield
    log = logging.getLogger("beiguan_desktop")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def test_a_run_on_a_text_file_says_so_in_a_box_and_ends_with_one(qapp, tmp_path, session_ends):
    database = tmp_path / "资料库.db"
    database.write_text("不是资料库\n", "utf-8")
    said = []

    def look() -> None:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        asked = [box for window in found for box in boxes(window)]
        if not asked:
            QTimer.singleShot(20, look)
            return
        said.append(asked[0].text())
        button(asked[0], "退出").click()

    QTimer.singleShot(20, look)
    with pytest.raises(UserError, match="不是北关审议的资料库"):
        session.run(database, None)
    assert "不是北关审议的资料库" in said[0]
    assert database.read_text("utf-8") == "不是资料库\n"


def test_a_second_window_on_the_same_library_is_refused_in_words(deputy, qtbot):
    deputy.starts()
    second = MainWindow(deputy.database, jobs=Jobs(is_synchronous=True))
    qtbot.addWidget(second)
    with pytest.raises(UserError, match=HELD):
        second.open()
    assert second.close()
    writes(deputy, "第一个窗口照常")
    assert deputy.texts() == ["第一个窗口照常"]


def test_a_second_start_brings_the_first_window_forward_with_its_file(deputy, qtbot, tmp_path):
    deputy.starts()
    bell = Doorbell(deputy.database, deputy.window)
    bell.rung.connect(lambda path: session.come_forward(deputy.window, path))
    report = tmp_path / "第二份 报告.txt"
    report.write_text("政府工作报告\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8")
    deputy.window.showMinimized()
    words = ["--database", str(deputy.database), str(report)]
    with subprocess.Popen([sys.executable, "-m", "beiguan_desktop", *words], cwd=ROOT) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert not deputy.window.isMinimized()
    assert any("第一段写得清楚明白" in unit.text for unit in deputy.report.units)


# -- the record has gone on


def test_what_was_changed_by_other_means_is_not_undone(deputy):
    deputy.starts()
    writes(deputy, "我的话")
    comment, before = deputy.the_comment(), stack_of(deputy)
    other = commenting.Words("建议", "后来的话")
    store = deputy.window.workspace.store
    store.apply(commenting.reword(comment, other, change_id=clock.new_id(), now=clock.now()))
    deputy.window.undo()
    assert deputy.window.status.words == "这条意见后来又改过，不能撤销。请直接在卡片上修改"
    assert stack_of(deputy) == before
    assert [c.text for c in store.comments()] == ["后来的话"]


def test_a_library_of_a_newer_program_is_only_read(deputy):
    deputy.starts()
    writes(deputy, "写得好。")
    deputy.window.close()
    with deputy.database.open("r+b") as file:  # user_version: bytes 60…63 of the header
        file.seek(60)
        file.write((opening.schema.SCHEMA_VERSION + 1).to_bytes(4, "big"))
    before = deputy.database.read_bytes()
    deputy.window = deputy._new_window()
    deputy.starts()
    assert "不能改" in deputy.window.page.banner.text()
    assert deputy.window.page.banner.isVisible()
    assert deputy.texts() == ["写得好。"]
    assert not deputy.editor.isEnabled()
    deputy.window.close()
    assert deputy.database.read_bytes() == before
    with pytest.raises(UserError, match="更新版本的北关审议"):
        library.open_library(deputy.database)


# -- bugs


def test_a_bug_is_shown_without_anybodys_words(deputy, session_ends, monkeypatch):
    canary = "金丝雀的话7f3a"
    deputy.starts()
    app.log_to(deputy.database.parent)
    app.report_bugs()
    writes(deputy, canary)
    stumble(deputy, canary)
    (box,) = app._told
    assert box.isVisible()
    assert "先复制" in box.text()
    assert "ValueError" in box.detailedText()
    assert "test_trouble.py" in box.detailedText()
    log = (deputy.database.parent / "beiguan.log").read_text("utf-8")
    assert "ValueError" in log
    for shown in (box.text(), box.detailedText(), box.informativeText(), log):
        assert canary not in shown
    stumble(deputy, canary)
    assert app._told == [box], "one box, however often it stumbles"
    box.close()
    assert app._told == []


def stumble(deputy, words: str) -> None:
    """Raise within a slot, as a bug would."""

    def slot() -> None:
        raise ValueError(words)

    button = QPushButton(deputy.window)
    button.clicked.connect(slot)
    button.click()


def test_what_the_surroundings_did_is_no_bug(deputy, session_ends):
    app.report_bugs()
    error = UserError("移动盘拔掉了。请插好再试。")
    sys.excepthook(UserError, error, None)
    (box,) = app._told
    assert box.text() == "移动盘拔掉了。请插好再试。"
    assert box.detailedText() == ""
    button(box, "知道了").click()
    assert app._told == []


def test_no_word_reaches_the_log_in_good_and_bad_times(deputy, session_ends, tmp_path):
    canary = "金丝雀"
    log_file = deputy.database.parent / "beiguan.log"
    deputy.database.parent.mkdir(parents=True, exist_ok=True)
    app.log_to(deputy.database.parent)
    logging.getLogger("beiguan_desktop").info("begin")
    deputy.starts(name=canary)
    writes(deputy, f"{canary}一")
    deputy.clicks(5, "全力支持蓝天实验室发展")
    deputy.box.insertPlainText(canary * 20000)
    with full_disk(deputy.database):
        deputy.finishes()
    deputy.finishes()
    deputy.window.undo()
    deputy.window.open_hand_in()
    deputy.window.hand_in.store_at(tmp_path / "没有这个文件夹" / f"{canary}.docx")
    deputy.window.hand_in.page.close()
    assert canary not in log_file.read_text("utf-8")
