"""The command line as processes of their own: encodings, pipes, exit statuses, two windows."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer

from beiguan_desktop import paths
from beiguan_desktop.ui import instance
from tests.cli.conftest import ROOT

SHIPPED = paths.shipped_report()


def test_the_main_job_in_a_plain_locale(program, tmp_path):
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    database = ("--database", str(tmp_path / "张 三 100%" / "资料 库.db"), "--json")

    def gives(*words):
        done = program(*words[:1], *database, *words[1:], environment=plain)
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    report = gives("import", str(SHIPPED))["report"]
    options = ("--report", report, "--kind", "建议", "--author", "代表甲", "--", "-5% =1+1 𠮷")
    written = gives("comment", *options)["comment"]
    (only,) = gives("comments")["comments"]
    assert (only["comment"], only["text"]) == (written, "-5% =1+1 𠮷")
    output = str(tmp_path / "我的 意见.docx")
    assert gives("export", "mine", "--report", report, "--output", output)["comments"] == 1
    assert Path(output).stat().st_size > 5_000
    assert gives("check")["ok"] is True


def test_failures_have_a_status_and_a_sentence(program, tmp_path):
    missing = program("reports", "--json", "--database", str(tmp_path / "没有.db"))
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr.startswith("没有找到资料库")
    wrong = program("reports", "--quick")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "用法不对" in wrong.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of Unix")
def test_a_reader_that_goes_away_and_a_full_disk_are_no_bugs(program):
    reading, writing = os.pipe()
    os.close(reading)
    gone = program("outline", str(SHIPPED), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (gone.returncode, gone.stderr) == (0, "")
    with Path("/dev/full").open("w") as full:
        lost = program("outline", "--json", str(SHIPPED), stdout=full, stderr=subprocess.PIPE)
        assert lost.returncode == 1
        assert lost.stderr.startswith("结果写不出去")
        mute = program("outline", "没有.txt", stdout=subprocess.PIPE, stderr=full)
        assert mute.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_in_the_middle_of_the_answer_is_a_failure(tmp_path, unbuffered):
    words = [sys.executable, "-m", "beiguan_desktop", "outline", str(SHIPPED), "--json"]
    known = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered}
    with (tmp_path / "out.json").open("wb") as out:
        for blocks, status in ((4, 1), (4000, 0)):
            limit = f"ulimit -f {blocks}; trap '' XFSZ; exec \"$@\""
            limited = ["bash", "-c", limit, "limited", *words]
            done = subprocess.run(
                limited, env=known, stdout=out, stderr=subprocess.PIPE, text=True, check=False
            )
            assert done.returncode == status
            assert done.stderr.startswith("结果写不出去" if status else "")
            out.truncate(0)
            out.seek(0)


def test_a_program_without_a_console_does_its_work_in_silence():
    words = (
        "import sys; sys.stdout = sys.stderr = None;"
        "from beiguan_desktop.cli.main import run;"
        f"sys.exit(run(['outline', {str(SHIPPED)!r}]) + run(['outline', 'no.txt']))"
    )
    done = subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False)
    assert done.returncode == 1


def test_the_program_tests_itself_without_a_screen(program, home):
    done = program("selftest", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["ok"] is True
    assert all(line.endswith("……") for line in done.stderr.splitlines())
    assert not home.exists()


def test_a_second_start_hands_its_report_to_the_window_that_is_open(program, tmp_path, home):
    database = str(tmp_path / "资料库.db")
    other = tmp_path / "计划.txt"
    other.write_text("关于计划的报告\n\n各位代表：\n\n全年工作良好。\n", encoding="utf-8")
    command = [sys.executable, "-m", "beiguan_desktop", "--database", database]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as first:
        try:
            until(lambda: len(reports(program, database)) == 1)
            second = program("--database", database, str(other))
            assert (second.returncode, second.stderr) == (0, "")
            until(lambda: len(reports(program, database)) == 2)
            options = ("--report", reports(program, database)[0]["report"], "--kind", "建议")
            locked = program("comment", "--database", database, *options, "--author", "甲", "好")
            assert locked.returncode == 1
            assert "正开着这个资料库" in locked.stderr
        finally:
            first.terminate()
            first.wait()
            QLocalServer.removeServer(instance._name(Path(database)))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_ends_the_window_in_silence(program, tmp_path):
    database = str(tmp_path / "资料库.db")
    command = [sys.executable, "-m", "beiguan_desktop", "--database", database]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as window:
        until(lambda: len(reports(program, database)) == 1)
        window.send_signal(signal.SIGINT)
        _, said = window.communicate(timeout=20)
    assert (window.returncode, said) == (0, "")


def reports(program, database):
    done = program("reports", "--json", "--database", database)
    return json.loads(done.stdout)["reports"] if done.returncode == 0 else []


def until(is_so, seconds: float = 20):
    """Wait for another process."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)
