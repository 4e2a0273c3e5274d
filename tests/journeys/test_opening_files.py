"""Opening Word and PDF files: the window lives on, and nothing is taken from who is writing."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from beiguan_desktop.services import checking
from beiguan_desktop.ui import session
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from tests.formats import hostile
from tests.formats.made_files import docx, paragraph

TITLE = "北关区计划执行情况的报告"
OTHER = docx("".join(map(paragraph, [TITLE, "各位代表：", "全年计划执行情况良好，请予审议。"])))
QUOTE = "规模以上工业增加值"


@pytest.fixture
def busy(deputy, qtbot, private):
    """Return somebody before a window that works in real threads."""
    deputy.window.jobs.is_synchronous = False
    deputy.starts()
    return deputy


def write(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def has_title(deputy, title: str) -> bool:
    return deputy.report is not None and deputy.report.title == title


def entries(deputy) -> list[str]:
    return [entry.title for entry in deputy.window.workspace.store.shelf.entries()]


def workers(private: Path) -> list[int]:
    """Return the workers that read in the private folder (Linux only)."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (place / "cmdline").read_bytes().split(b"\0")
            if b"worker" in words and any(w.startswith(os.fsencode(private)) for w in words):
                found.append(int(place.name))
    return found


class Pulse:
    """Counts how often the window answers, and its longest silence.

    Silence is what the interface's thread computed between two answers, in seconds: time on the
    wall would be the business of whatever else the machine does. A window that waits for the
    reader instead of computing has no beats at all.
    """

    def __init__(self) -> None:
        self.beats, self.silence, self._last = 0, 0.0, time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(10)

    def _beat(self) -> None:
        now = time.thread_time()
        self.beats, self.silence = self.beats + 1, max(self.silence, now - self._last)
        self._last = now


# -- files that are reports


@pytest.mark.parametrize("name", ["报 告.docx", "报 告.pdf"])
def test_a_word_or_pdf_file_is_read_beside_the_window_and_shown(busy, qtbot, tmp_path, name):
    make = hostile.sound_pdf if name.endswith("pdf") else hostile.sound_docx
    window, before = busy.window, busy.report.id
    with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
        window.import_report(write(tmp_path, name, make()))
        assert window.taking_in.is_busy
        assert busy.report.id == before
    assert any("请予审议" in unit.text for unit in busy.report.units)
    assert "要换回去" in window.status.words
    assert not window.taking_in.is_busy
    assert not window.taking_in.bar.isVisible()
    assert len(entries(busy)) == 2


def test_a_program_started_with_a_word_file_opens_first_and_shows_it_then(
    deputy, qtbot, private, tmp_path
):
    window = deputy.window
    window.jobs.is_synchronous = False
    file = write(tmp_path, "计划.docx", OTHER)
    with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
        session.open_with(window, file)
    assert not has_title(deputy, TITLE), "the library is open before the file is read"
    qtbot.waitUntil(lambda: has_title(deputy, TITLE), timeout=20_000)
    assert window.stage.first_start.isVisible()


def test_a_draft_from_last_time_stays_a_draft_and_in_sight(deputy, private, tmp_path):
    deputy.starts()
    deputy.clicks(3, QUOTE)
    deputy.types("还没写完")
    deputy.window.reading.writing.save_draft()
    kept = deputy.database.with_name("after the power cut.db")
    kept.write_bytes(deputy.database.read_bytes())
    deputy.left_behind, deputy.database = deputy.window, kept
    deputy.window = deputy._new_window()
    session.open_with(deputy.window, write(tmp_path, "计划.docx", OTHER))
    assert deputy.box.toPlainText() == "还没写完"
    assert deputy.texts() == []
    assert TITLE in entries(deputy)


def test_in_tests_and_pictures_all_happens_at_once(deputy, private, tmp_path):
    session.open_with(deputy.window, write(tmp_path, "计划.docx", OTHER))
    assert has_title(deputy, TITLE)


def test_the_file_that_is_open_already_is_said_to_be_open(busy, tmp_path):
    file = write(
        tmp_path, "计划.txt", f"{TITLE}\n各位代表：\n第一段写得清楚明白，请予审议。".encode()
    )
    busy.window.import_report(file)
    assert has_title(busy, TITLE)
    busy.window.import_report(file)
    assert f"《{TITLE}》已经打开，就是这一份" in busy.window.status.words
    assert len(entries(busy)) == 2


def test_who_has_begun_to_write_keeps_the_page(busy, qtbot, tmp_path):
    window = busy.window
    window.import_report(write(tmp_path, "计划.docx", OTHER))
    busy.clicks(3, QUOTE)
    busy.types("写到一半")
    qtbot.waitUntil(lambda: not window.taking_in.is_busy, timeout=20_000)
    assert busy.box.toPlainText() == "写到一半"
    assert busy.texts() == []
    assert f"已放进资料库：《{TITLE}》，要看请点“更多—报告”" in window.status.words
    assert TITLE in entries(busy)
    busy.finishes()
    assert busy.texts() == ["写到一半"]


# -- files that are none, and files that mean harm


def test_a_file_that_is_refused_at_the_start_is_told_and_the_library_opens(
    deputy, qtbot, private, tmp_path
):
    window = deputy.window
    window.jobs.is_synchronous = False
    session.open_with(window, write(tmp_path, "断了.docx", hostile.sound_docx()[:-200]))
    qtbot.waitUntil(lambda: "不完整" in window.taking_in.refusal.words, timeout=20_000)
    assert deputy.report is not None
    assert window.stage.first_start.isVisible()


def test_a_file_handed_over_that_is_refused_is_told_under_the_pages(busy, qtbot, tmp_path):
    window, before = busy.window, busy.report.id
    session.come_forward(window, str(write(tmp_path, "加密.pdf", hostile.encrypted_pdf())))
    qtbot.waitUntil(lambda: not window.taking_in.is_busy, timeout=20_000)
    assert "加了密码" in window.taking_in.refusal.words
    assert busy.report.id == before


def test_the_window_answers_and_takes_words_while_a_hostile_file_is_read(busy, qtbot, tmp_path):
    window, bomb = busy.window, write(tmp_path, "炸弹.pdf", hostile.flate_bomb())
    pulse = Pulse()
    window.import_report(bomb)
    qtbot.waitUntil(window.taking_in.bar.isVisible, timeout=20_000)
    assert window.taking_in.bar.words == "正在读“炸弹.pdf”…"
    busy.clicks(3, QUOTE)
    busy.types("一边读一边写")
    busy.finishes()
    assert busy.texts() == ["一边读一边写"]
    qtbot.waitUntil(lambda: not window.taking_in.is_busy, timeout=40_000)
    assert "中途断了" in window.taking_in.refusal.words
    assert pulse.beats > 20
    assert pulse.silence < 0.5
    assert len(entries(busy)) == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks for processes in /proc")
def test_a_worker_killed_from_outside_changes_nothing(busy, qtbot, private, tmp_path):
    window = busy.window
    window.import_report(write(tmp_path, "慢.docx", hostile.slow_docx()))
    qtbot.waitUntil(lambda: bool(workers(private)), timeout=20_000)
    os.kill(workers(private)[0], signal.SIGKILL)
    qtbot.waitUntil(lambda: not window.taking_in.is_busy, timeout=20_000)
    assert "中途断了" in window.taking_in.refusal.words
    assert len(entries(busy)) == 1
    assert checking.check(busy.database).ok


# -- one at a time, cancelled, closed


def test_only_one_file_is_read_at_a_time_and_it_can_be_cancelled(busy, qtbot, private, tmp_path):
    window = busy.window
    window.import_report(write(tmp_path, "慢.docx", hostile.slow_docx()))
    qtbot.waitUntil(window.taking_in.bar.isVisible, timeout=20_000)
    window.import_report(write(tmp_path, "计划.docx", OTHER))
    assert "请等它读完" in window.status.words
    busy.presses(window.taking_in.bar.button)
    assert not window.taking_in.is_busy
    assert not window.taking_in.bar.isVisible()
    assert window.status.words.startswith("已取消，没有导入")
    assert window.page.view.hasFocus()
    window.import_report(tmp_path / "计划.docx")
    qtbot.waitUntil(lambda: has_title(busy, TITLE), timeout=20_000)
    window.jobs.wait()
    assert workers(private) == []
    assert len(entries(busy)) == 2


def test_what_is_cancelled_at_the_last_moment_is_not_shown(busy, qtbot, tmp_path):
    window = busy.window
    window.import_report(write(tmp_path, "计划.docx", OTHER))
    window.jobs.wait()  # it has been read, and the window has not heard of it yet
    window.taking_in.cancel()
    qtbot.wait(50)
    assert not has_title(busy, TITLE)
    window.import_report(write(tmp_path, "断了.docx", hostile.sound_docx()[:-200]))
    window.jobs.wait()
    window.taking_in.cancel()
    qtbot.wait(50)
    assert window.taking_in.refusal.words == ""


def test_closing_the_window_ends_the_reading(busy, qtbot, private, tmp_path):
    window = busy.window
    window.import_report(write(tmp_path, "慢.docx", hostile.slow_docx()))
    qtbot.waitUntil(lambda: bool(list(private.glob("*/file"))), timeout=20_000)
    began = time.monotonic()
    assert window.close()
    assert time.monotonic() - began < 3
    assert workers(private) == []
    assert list(private.iterdir()) == []
    qtbot.wait(50)  # what the thread still says is heard by nobody


def test_a_library_that_can_only_be_read_takes_no_report(busy, qtbot, tmp_path):
    busy.window.close()
    busy.window = MainWindow(busy.database, jobs=Jobs())
    qtbot.addWidget(busy.window)
    busy.window.workspace._only_read = True
    busy.starts()
    busy.window.import_report(write(tmp_path, "计划.docx", OTHER))
    qtbot.waitUntil(lambda: not busy.window.taking_in.is_busy, timeout=20_000)
    assert not has_title(busy, TITLE)
    assert busy.window.status.words != ""
