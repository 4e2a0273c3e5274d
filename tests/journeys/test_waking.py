"""D10: the power goes, or the program is killed; the words are there, and that is said."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from beiguan_desktop.ui.waking import CRASHED, CrashLine
from tests.journeys.test_bin_and_past import hands_in, writes

ROOT = Path(__file__).resolve().parents[2]
WORDS = "停车位太少，晚上回家绕"


def line_of(deputy) -> CrashLine | None:
    return deputy.window.findChild(CrashLine)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_process_killed_while_somebody_writes_loses_no_word(deputy):
    """A real process with a real window, killed from one moment to the next."""
    deputy.database.parent.mkdir(parents=True)
    dying = [sys.executable, "-m", "tests.studies.dying_window", str(deputy.database), WORDS]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(dying, cwd=ROOT, env=surroundings, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    deputy.starts()
    assert deputy.box.toPlainText() == WORDS
    assert deputy.box.hasFocus()
    assert deputy.texts() == ["第一条", "第二条", "第三条"]
    line = line_of(deputy)
    assert line.isVisible()
    assert CRASHED == "上次没有正常关闭，写到一半的话还在"
    assert line.words.text() == f"{CRASHED}；有 3 条还没交"
    here = deputy.window.reading.writing.anchor.unit
    assert deputy.window.page.view.state.current_unit == here
    deputy.types("三圈。")
    deputy.finishes()
    assert deputy.texts()[-1] == f"{WORDS}三圈。"
    assert not line.isVisible(), "it has been seen: the words are an opinion now"


@pytest.mark.parametrize("way", ["button", "esc"])
def test_the_line_is_put_away_by_its_button_and_by_esc(deputy, way):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("半句")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    line = line_of(deputy)
    assert line.isVisible()
    if way == "button":
        deputy.presses(line.button)
    else:
        deputy.window.page.view.setFocus()
        deputy.key(Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert deputy.box.toPlainText() == "半句"


def test_nothing_is_said_after_an_ordinary_end(deputy):
    deputy.starts()
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("半句")
    deputy.starts_again()
    assert line_of(deputy) is None
    assert deputy.texts() == ["半句"]


def test_what_is_handed_in_does_not_wait(deputy):
    deputy.starts()
    hands_in(deputy, writes(deputy, "交了"))
    deputy.clicks(4, "无人机产业加速")
    deputy.types("半句")
    deputy.window.reading.writing.save_draft()
    deputy.loses_power()
    assert line_of(deputy).words.text() == CRASHED
