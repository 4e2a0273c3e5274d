"""A process of its own reads DOCX and PDF: bounded, cancelled, killed – always a sentence."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.kinds import DOCX, PDF, Extracted
from beiguan_desktop.services import answer, own_limits, reading_apart
from beiguan_desktop.services.reading_apart import USUAL, CancelledError, Limits, read_apart
from tests.formats import hostile

resource = pytest.importorskip("resource", reason="these limits are POSIX")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

SHORT = Limits({DOCX: 0.5, PDF: 0.5})
LONG = Limits({DOCX: 60, PDF: 60})


@pytest.fixture
def instead(monkeypatch):
    """Let another program stand in for the worker: it gets the same words."""

    def stand_in(code: str) -> None:
        command = [sys.executable, "-c", f"import os, sys, time; folder = sys.argv[3]; {code}"]
        monkeypatch.setattr(paths, "program", lambda: command)

    return stand_in


def refusal(data: bytes, media: str, **options) -> str:
    with pytest.raises(UserError) as refused:
        read_apart(data, media, **options)
    assert not isinstance(refused.value, CancelledError)
    assert "请" in str(refused.value)
    return str(refused.value)


def test_both_kinds_are_read(private):
    assert read_apart(hostile.sound_docx(), DOCX).text.startswith("政府工作报告\n各位代表：")
    read = read_apart(hostile.sound_pdf(), PDF)
    assert (read.text.split("\n")[0], read.pages) == ("各位代表：", 1)


def test_the_worker_needs_neither_window_nor_database(private, tmp_path):
    waiting, held = os.pipe()
    for data in (hostile.sound_docx(), hostile.sound_pdf()):
        (tmp_path / "文件").write_bytes(data)
        command = ["worker", str(tmp_path / "文件"), str(tmp_path), "--memory", str(1 << 40)]
        words = (
            "import sys; from beiguan_desktop.cli.main import run;"
            f"print(run({command}), *(name for name in sys.modules if name.split('.')[0] in"
            " ('PySide6', 'shiboken6', 'sqlalchemy', 'alembic', 'sqlite3', 'docx')))"
        )
        done = subprocess.run(
            [sys.executable, "-c", words],
            env=paths.program_environment(),
            stdin=waiting,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.stdout, done.stderr) == ("0\n", "")
    os.close(waiting)
    os.close(held)


def test_a_file_that_takes_too_long_is_given_up(private, instead):
    instead("time.sleep(60)")
    began = time.monotonic()
    assert "用了超过 0.5 秒，已停下" in refusal(b"", PDF, limits=SHORT)
    assert time.monotonic() - began < 5


def test_real_slowness_is_given_up_in_time(private):
    slow = hostile.slow_docx()
    limits = Limits({DOCX: 0.5})
    assert "用了超过 0.5 秒" in refusal(slow, DOCX, limits=limits)


def test_what_the_user_wants_no_longer_is_stopped_at_once(private, instead):
    instead("time.sleep(60)")
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError, match="已取消，没有导入"):
        read_apart(b"", DOCX, stop=stop, limits=LONG)
    assert time.monotonic() - began < 5


def test_a_key_that_interrupts_the_program_takes_the_worker_along(private, instead, monkeypatch):
    instead("time.sleep(60)")
    started = []

    def interrupt(process):
        started.append(process)
        raise KeyboardInterrupt

    monkeypatch.setattr(reading_apart, "_ended", interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_apart(b"", DOCX)
    assert started[0].returncode == -signal.SIGKILL


def test_what_a_worker_has_started_goes_with_it(private, instead, tmp_path):
    note = tmp_path / "pid"
    code = "import subprocess; child = subprocess.Popen(['sleep', '60']);"
    instead(code + f"open({str(note)!r}, 'w').write(str(child.pid)); time.sleep(60)")
    refusal(b"", PDF, limits=Limits({PDF: 2}))
    child = int(note.read_text())
    end = time.monotonic() + 5
    while is_running(child):
        assert time.monotonic() < end


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    "code",
    [
        "os.kill(os.getpid(), 9)",
        "os.abort()",
        "sys.exit(1)",
        "pass",
        "open(folder + '/answer.json', 'w').write('{}')",
        "open(folder + '/answer.json', 'w').write('x' * 34_000_000)",
        "os.mkfifo(folder + '/answer.json'); sys.exit(3)",
    ],
)
def test_a_worker_that_ends_without_a_sound_answer_is_told_in_words(private, instead, code):
    instead(code)
    assert "中途断了" in refusal(b"", PDF)


def test_an_answer_is_not_believed_when_its_worker_ended_badly(private, instead):
    good = answer.done(Extracted("报告", PDF, 1)).decode()
    write = f"open(folder + '/answer.json', 'w').write({good!r});"
    instead(write)
    assert read_apart(b"", PDF).text == "报告"
    instead(write + "os._exit(7)")
    assert "中途断了" in refusal(b"", PDF)


def test_a_worker_that_is_killed_from_outside_is_told_in_words(private, instead):
    instead("open(folder + '/pid', 'w').write(str(os.getpid())); time.sleep(60)")

    def kill() -> None:
        notes: list[Path] = []
        while not (notes and notes[0].read_text()):
            time.sleep(0.01)
            notes = list(private.glob("*/pid"))
        os.kill(int(notes[0].read_text()), signal.SIGKILL)

    threading.Thread(target=kill).start()
    assert "中途断了" in refusal(b"", DOCX, limits=LONG)


def test_what_the_worker_prints_reaches_nobody(private, instead, capfd):
    instead("print('秘密'); print('秘密', file=sys.stderr)")
    refusal(b"", PDF)
    assert capfd.readouterr() == ("", "")


def test_a_program_that_is_gone_is_told(private, monkeypatch):
    monkeypatch.setattr(paths, "program", lambda: ["no such program"])
    assert "重新安装" in refusal(b"", PDF)


def test_want_of_room_is_told(private, tmp_path, monkeypatch):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        assert "磁盘已满" in refusal(b"x" * 100, PDF)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有"))
    assert "没有这个文件或文件夹" in refusal(b"", PDF)


def test_a_worker_whose_program_dies_ends_and_leaves_nothing(private):
    """The program is killed in the middle: it cannot clean up, its worker does."""
    words = (
        "from beiguan_desktop.services.reading_apart import read_apart, Limits;"
        "from tests.formats import hostile;"
        "data = hostile.slow_docx(); print('ready', flush=True);"
        f"read_apart(data, {DOCX!r}, limits=Limits({{{DOCX!r}: 60}}))"
    )
    environment = paths.program_environment() | {"TMPDIR": str(private)}
    command = [sys.executable, "-c", words]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as program:
        assert program.stdout.readline() == b"ready\n"
        end = time.monotonic() + 20
        while not list(private.glob("*/file")):
            assert time.monotonic() < end
            time.sleep(0.01)
        time.sleep(0.2)  # until the worker is under way
        program.kill()
    while list(private.iterdir()):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_folder_that_cannot_be_deleted_is_left_after_some_tries(tmp_path, monkeypatch):
    monkeypatch.setattr(own_limits, "_TRIES", 2)
    held = tmp_path / "held"
    held.symlink_to(tmp_path)  # what rmtree never deletes
    own_limits.remove(held)
    assert held.exists()


@pytest.mark.parametrize("name", [n for n in hostile.FILES if n not in hostile.REFUSED_AT_ONCE])
def test_every_hostile_file_is_refused_in_words_within_the_limits(private, name):
    make, words = hostile.FILES[name]
    data, media = make(), PDF if name.endswith("pdf") else DOCX
    began = time.monotonic()
    said = refusal(data, media)
    assert any(word in said for word in words.split("|"))
    assert time.monotonic() - began < USUAL.seconds[media] + 1


def test_the_greediest_file_stays_within_the_memory_it_is_given(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(hostile.flate_bomb())
    memory = str(USUAL.memory)
    command = [*paths.program(), "worker", str(file), str(tmp_path), "--memory", memory]
    # in between: a process begins with the peak of the one that starts it, and this one is large
    ask = (
        "import os, subprocess, sys;"
        "child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL);"
        "print(os.wait4(child.pid, 0)[2].ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, *command],
        env=paths.program_environment(),
        capture_output=True,
        check=True,
    )
    peak = int(done.stdout) * (1 if sys.platform == "darwin" else 1024)
    assert 10_000_000 < peak <= USUAL.memory
