"""Places where nothing can be: every command refuses them in words, and leaves nothing behind."""

import os
import shutil
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from beiguan_desktop import paths
from tests.cli.conftest import ROOT
from tests.journeys.surroundings import nobody

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights, links, pipes of POSIX")

SHIPPED = paths.shipped_report()


@pytest.fixture
def places(tmp_path):
    """Lay out, by name, paths that the system refuses."""
    closed = tmp_path / "不让看"
    closed.mkdir(mode=0)
    (tmp_path / "文件").touch()
    (tmp_path / "圈").symlink_to(tmp_path / "圈")
    os.mkfifo(tmp_path / "管道")
    (tmp_path / "到管道").symlink_to(tmp_path / "管道")
    return {
        "closed folder": closed / "某处" / "a.docx",
        "through a file": tmp_path / "文件" / "a.docx",
        "long name": tmp_path / ("a" * 300 + ".docx"),
        "circle": tmp_path / "圈",
        "through a circle": tmp_path / "圈" / "a.docx",
        "pipe": tmp_path / "管道",
        "link to a pipe": tmp_path / "到管道",
        "device": Path("/dev/zero"),
    }


NAMES = (
    *("closed folder", "through a file", "long name", "circle", "through a circle"),
    *("pipe", "link to a pipe", "device"),
)


@pytest.mark.parametrize("name", NAMES)
def test_no_command_takes_a_library_where_none_can_be(new, tmp_path, places, name):
    new.database = places[name]
    report = tmp_path / "报告.txt"
    shutil.copyfile(SHIPPED, report)
    before = sorted(tmp_path.rglob("*"))
    options = ("--report", "abcdef", "--kind", "建议", "--author", "甲", "好")
    with nobody() if name == "closed folder" else nullcontext():
        for words in (
            *(("reports",), ("check",), ("comments",), ("selftest",), ("import", report)),
            *(("comment", *options), ("backup", "--output", tmp_path / "b.db")),
            *(("restore", report), ("export", "mine", "--report", "r", "--output", "a.docx")),
        ):
            assert new.refuses(*words)[-2] == "。"
        assert new.says("--database", new.database, status=1).err.startswith("“")
    assert sorted(tmp_path.rglob("*")) == before
    assert not list(Path("/dev").glob("zero?*"))


@pytest.mark.parametrize("name", NAMES)
def test_no_command_reads_what_is_no_file(cli, places, name):
    file = places[name]
    with nobody() if name == "closed folder" else nullcontext():
        assert cli.refuses("outline", file)[-2] == "。"
    if name == "closed folder":
        return
    before = cli.database.read_bytes()
    assert cli.refuses("import", file)[-2] == "。"
    assert cli.refuses("restore", file)[-2] == "。"
    assert cli.database.read_bytes() == before


@pytest.mark.parametrize("name", NAMES)
def test_no_command_writes_where_no_file_can_be(cli, tmp_path, places, name):
    cli.writes("一条")
    output, report = places[name], cli.report
    if name == "closed folder":
        report = "abcdef"  # somebody else cannot look into this library either
    before = sorted(tmp_path.rglob("*"))
    with nobody() if name == "closed folder" else nullcontext():
        for words in (
            ("backup", "--output", output),
            ("export", "mine", "--report", report, "--author", "代表甲", "--output", output),
            ("screenshot", "reading", "--output", output),
        ):
            assert cli.refuses(*words)[-2] == "。"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_restore_that_fails_leaves_nothing_where_nothing_was(cli, tmp_path):
    damaged = tmp_path / "坏的.db"
    data = bytearray(cli.database.read_bytes())
    data[4096 * 3 : 4096 * 12] = b"x" * 4096 * 9
    damaged.write_bytes(data)
    cli.database = tmp_path / "新的" / "资料库.db"
    assert cli.refuses("restore", damaged)[-2] == "。"
    assert list(cli.database.parent.iterdir()) == []


def test_no_lock_is_left_beside_what_is_no_library(new, tmp_path):
    letter = tmp_path / "信.db"
    letter.write_text("一封信" * 999, encoding="utf-8")
    new.database = letter
    assert "不是北关审议的资料库" in new.refuses("import", SHIPPED)
    options = ("--report", "abcdef", "--kind", "建议", "--author", "甲", "好")
    assert "不是北关审议的资料库" in new.refuses("comment", *options)
    assert [it.name for it in tmp_path.iterdir()] == ["信.db"]


@pytest.mark.parametrize("blocks", [50, 200])
def test_an_import_that_fails_on_a_full_disk_leaves_no_half_library(tmp_path, home, blocks):
    words = [sys.executable, "-m", "beiguan_desktop", "import", SHIPPED, "--database", "a.db"]
    limited = ["bash", "-c", f"ulimit -f {blocks}; trap '' XFSZ; exec \"$@\"", "limited", *words]
    known = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        limited, cwd=tmp_path, env=known, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("。\n")
    assert list(tmp_path.iterdir()) == []


def test_an_import_that_fails_leaves_a_library_that_was_there(cli, tmp_path):
    before = cli.database.read_bytes()
    file = tmp_path / "另一份.txt"
    file.write_text("另一份报告\n\n各位代表：\n\n现在报告工作。\n", encoding="utf-8")
    assert "没有编号为" in cli.refuses("import", file, "--edition-of", "abcdef")
    assert cli.database.read_bytes() == before
