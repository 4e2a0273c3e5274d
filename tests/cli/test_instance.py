"""One window a library: a second start knocks, hands its report over and ends."""

import socket
import subprocess
import sys

import pytest
from PySide6.QtCore import QDir, qInstallMessageHandler, qWarning
from PySide6.QtNetwork import QLocalSocket

from beiguan_desktop import paths
from beiguan_desktop.cli.display import has_display
from beiguan_desktop.ui import instance, offscreen, session
from beiguan_desktop.ui.instance import Doorbell, hand_over
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from tests.cli.conftest import ROOT

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def database(tmp_path):
    return tmp_path / "资料 库.db"


@pytest.fixture
def bell(database):
    rung = Doorbell(database)
    yield rung
    rung.close()


KNOCK = (
    "import sys; from pathlib import Path; from beiguan_desktop.ui.instance import hand_over;"
    "sys.exit(hand_over(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2] else None))"
)


def knocked(qtbot, bell, database, report=""):
    """Knock from another process; return what was heard here and there."""
    command = [sys.executable, "-c", KNOCK, str(database), str(report)]
    with qtbot.waitSignal(bell.rung, timeout=20_000) as signal:
        process = subprocess.Popen(command, cwd=ROOT)
    return signal.args[0], process.wait(20) == 1


def test_where_no_window_is_nothing_is_handed_over(database):
    assert hand_over(database, None) is False


def test_a_second_start_is_heard_with_its_report(qtbot, bell, database, tmp_path):
    assert knocked(qtbot, bell, database) == ("", True)
    report = tmp_path / "报 告 100%.txt"
    assert knocked(qtbot, bell, database, report) == (str(report), True)


def test_a_window_that_does_not_answer_is_no_window(bell, database, monkeypatch):
    monkeypatch.setattr(instance, "_ANSWER", 50)
    assert hand_over(database, None) is False


def test_what_a_killed_program_left_is_cleared_away(qtbot, database):
    left = QDir(QDir.tempPath()).filePath(instance._name(database))
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(left)
    bell = Doorbell(database)
    assert knocked(qtbot, bell, database)[1]
    bell.close()


def test_noise_at_the_door_is_ignored(qtbot, bell, database):
    rings = []
    bell.rung.connect(rings.append)
    for noise in (b"half a li", b"[]\n", b"{}\n", b'{"report": 7}\n'):
        stranger = QLocalSocket()
        stranger.connectToServer(instance._name(database))
        stranger.write(noise)
        stranger.flush()
        stranger.disconnectFromServer()
    qtbot.waitUntil(lambda: rings == [""])


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(tmp_path / "资料库.db", jobs=Jobs(is_synchronous=True))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_report_that_comes_before_the_library_is_open_waits_for_it(window, tmp_path):
    other = tmp_path / "计划.txt"
    other.write_text("关于计划的报告\n\n各位代表：\n\n全年工作良好。\n", encoding="utf-8")
    session.come_forward(window, "")
    session.come_forward(window, str(other))
    session.open_with(window, paths.shipped_report())
    assert len(window.workspace.report.paragraphs) == 1
    session.come_forward(window, str(paths.shipped_report()))
    assert len(window.workspace.report.paragraphs) == 63


def test_only_what_the_off_screen_plugin_says_of_itself_is_left_out(capsys):
    before = qInstallMessageHandler(None)
    try:
        with offscreen.quiet():
            qWarning("This plugin does not support raise()")
            qWarning("something else")
        assert capsys.readouterr().err == "something else\n"
        heard = []
        qInstallMessageHandler(lambda _kind, _context, words: heard.append(words))
        with offscreen.quiet():
            qWarning("This plugin does not support raise()")
            qWarning("something else")
        assert heard == ["something else"]
    finally:
        qInstallMessageHandler(before)


@pytest.mark.parametrize(
    ("platform", "environment", "is_there"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": "nonsense"}, False),
        ("linux", {"DISPLAY": ":4242"}, False),
        ("linux", {"DISPLAY": "localhost:59000.0"}, False),
        ("linux", {"DISPLAY": "localhost:99999"}, False),
    ],
)
def test_a_screen_is_there_or_not(platform, environment, is_there):
    assert has_display(platform, environment) is is_there


def test_a_screen_that_answers_is_there():
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4243")
        server.listen()
        assert has_display("linux", {"DISPLAY": ":4243.0"})
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        number = server.getsockname()[1] - 6000
        assert has_display("linux", {"DISPLAY": f"127.0.0.1:{number}"})
