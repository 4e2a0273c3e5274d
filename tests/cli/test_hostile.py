"""Word and PDF files on the command line: read apart, refused in words, nothing left behind."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.formats import hostile

SLOW = ("炸弹说小.docx", "双重炸弹.pdf", "深括号.pdf", "画中画.pdf")
"""Those that take a second or more, and are read elsewhere (tests/unit/test_reading_apart.py)."""


@pytest.fixture(autouse=True)
def private(tmp_path, monkeypatch):
    """Nothing may stay where temporary files are made."""
    folder = tmp_path / "临时"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert list(folder.iterdir()) == []


@pytest.fixture
def written(tmp_path):
    """Write a file by its name."""

    def write(name: str, data: bytes):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return write


@pytest.mark.parametrize(
    ("name", "make"), [("报 告.docx", hostile.sound_docx), ("报 告.pdf", hostile.sound_pdf)]
)
def test_word_and_pdf_files_are_imported_and_outlined(new, written, name, make):
    file = written(name, make())
    first = new.says("import", file, "--database", new.database, "--json")
    assert first.err == f"正在读“{name}”……\n"
    assert first.json["already"] is False
    assert new.gives("import", file)["already"] is True
    printed = new.says("outline", file, "--json").json
    assert printed["source"]["encoding"] == ""
    assert printed["source"]["name"] == name
    assert any("请予审议" in unit["text"] for unit in printed["units"])
    assert "请予审议" in new.says("outline", file).out


def test_every_hostile_file_is_refused_and_the_library_stays_as_it_was(cli, written):
    before = cli.database.read_bytes()
    for name, (make, words) in hostile.FILES.items():
        if name in SLOW:
            continue
        answer = cli.says("import", written(name, make()), "--database", cli.database, status=1)
        assert answer.out == ""
        assert any(word in answer.err for word in words.split("|")), (name, answer.err)
        assert "请" in answer.err
    assert cli.database.read_bytes() == before


def test_a_hostile_file_makes_no_library_and_has_no_outline(new, written):
    file = written("断了.docx", hostile.FILES["断了.docx"][0]())
    for command in ("outline", "import"):
        assert "不完整" in new.refuses(command, file)
    assert not new.database.parent.exists()


def test_the_worker_is_not_in_the_list_of_commands(new):
    listed = new.says("--help").out
    assert "outline" in listed
    assert "worker" not in listed
    assert "替程序读" in new.says("worker", "--help").out


def workers(private) -> list[int]:
    """Return the processes that read in the private folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (place / "cmdline").read_bytes().split(b"\0")
            if b"worker" in words and any(w.startswith(os.fsencode(private)) for w in words):
                found.append(int(place.name))
    return found


def until(is_so, seconds: float = 20):
    end = time.monotonic() + seconds
    while not (found := is_so()):
        assert time.monotonic() < end
        time.sleep(0.01)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize("who", ["worker", "program"])
def test_a_kill_or_ctrl_c_in_the_middle_of_an_import_changes_nothing(cli, written, private, who):
    before = cli.database.read_bytes()
    file = written("慢.docx", hostile.slow_docx())
    command = [sys.executable, "-m", "beiguan_desktop", "import", str(file)]
    command += ["--database", str(cli.database)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
    ) as program:
        (worker,) = until(lambda: workers(private))
        if who == "worker":
            os.kill(worker, signal.SIGKILL)
        else:
            program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=20)
    assert program.returncode == 1
    assert out == ""
    assert ("中途断了" if who == "worker" else "已中断，没有做完") in err
    assert workers(private) == []
    assert cli.database.read_bytes() == before
    assert cli.gives("check")["ok"] is True


def test_the_print_of_the_shipped_report_is_known(cli, shared):
    report = cli.report
    given = cli.gives("import", shared / "report" / "beiguan-2026.pdf")
    assert (given["report"], given["already"], given["paragraphs"]) == (report, True, 63)
    words = cli.refuses("import", shared / "report" / "beiguan-2026-scan.pdf")
    assert "扫描件" in words
