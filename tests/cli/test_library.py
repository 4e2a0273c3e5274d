"""Libraries on the command line: missing, foreign, locked, read-only, damaged, copied."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.services import library
from tests.cli.conftest import CommandLine, writer
from tests.journeys.surroundings import nobody

LOCKED = "北关审议正开着这个资料库，请先关闭窗口，或在窗口里操作"


def needing_a_library(folder):
    """Return every command that needs a library, with words that are otherwise right."""
    comment = ["comment", "好", "--report", "abcdef", "--kind", "建议", "--author", "甲"]
    export = ["export", "mine", "--report", "abcdef", "--output", folder / "意见.docx"]
    picture = ["screenshot", "reading", "--output", folder / "图.png"]
    backup = ["backup", "--output", folder / "备份.db"]
    return [["reports"], ["comments"], ["check"], comment, export, picture, backup]


def test_a_missing_library_is_told_and_not_made(new, tmp_path):
    for command, *words in needing_a_library(tmp_path):
        assert "没有找到资料库" in new.refuses(command, *words)
    assert not new.database.parent.exists()
    assert list(tmp_path.iterdir()) == []


def test_an_address_is_not_supported_yet(new, tmp_path, capsys):
    remote = CommandLine(capsys, "postgresql://host/beiguan")
    others = [["import", __file__], ["restore", __file__], ["selftest"], ["--exit-after-paint"]]
    for command, *words in [*needing_a_library(tmp_path), *others]:
        assert "还不支持" in remote.refuses(command, *words)
    for useless in ("", "a\0b"):
        assert "不能用" in CommandLine(capsys, useless).refuses("reports")


def test_a_text_file_a_folder_and_an_empty_file_are_no_library(new, tmp_path, capsys):
    text = tmp_path / "资料库.db"
    text.write_text("这不是资料库，只是一些文字。" * 99, encoding="utf-8")
    before = text.read_bytes()
    empty = tmp_path / "空.db"
    empty.touch()
    for command, *words in needing_a_library(tmp_path):
        assert "不是北关审议的资料库" in CommandLine(capsys, text).refuses(command, *words)
        assert "是空的" in CommandLine(capsys, empty).refuses(command, *words)
        assert "是一个文件夹" in CommandLine(capsys, tmp_path).refuses(command, *words)
    assert text.read_bytes() == before


def test_a_library_of_a_newer_program_is_neither_written_nor_damaged(cli):
    with closing(sqlite3.connect(cli.database)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = cli.database.read_bytes()
    assert cli.gives("reports")["reports"][0]["paragraphs"] == 63
    options = ("--report", cli.report, "--kind", "建议", "--author", "甲")
    assert "更新版本" in cli.refuses("comment", *options, "好")
    assert "更新版本" in cli.refuses("import", __file__)
    assert cli.database.read_bytes() == before


def test_while_another_process_writes_reading_works_and_writing_is_refused(cli, tmp_path):
    report = cli.report
    cli.writes("以前的")
    output = tmp_path / "意见.docx"
    cli.gives("export", "mine", "--report", report, "--output", output)  # it has its number now
    with writer(cli.database):
        options = ("--report", report, "--kind", "建议", "--author", "甲")
        for words in (
            ["comment", *options, "好"],
            ["import", __file__],
            ["restore", str(tmp_path / "备份.db")],
        ):
            cli.gives("backup", "--output", tmp_path / "备份.db")
            assert cli.refuses(*words).strip() == LOCKED
        assert cli.comment()["text"] == "以前的"
        assert cli.gives("check")["ok"]
        assert cli.gives("export", "mine", "--report", report, "--output", output)["comments"] == 1
    cli.writes("以后的")
    assert len(cli.comments()) == 2


@pytest.fixture
def read_only(filled, capsys):
    """Return a command line on a library in a folder that may not be written."""
    folder = Path(tempfile.mkdtemp(prefix="beiguan-"))  # others may look into it
    database = folder / "资料库.db"
    shutil.copyfile(filled, database)
    database.chmod(0o444)
    folder.chmod(0o555)
    yield CommandLine(capsys, database)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_in_a_read_only_folder_reading_works_and_writing_is_refused(read_only):
    with nobody():
        report = read_only.report
        options = ("--report", report, "--kind", "建议", "--author", "甲")
        assert "不能写" in read_only.refuses("comment", *options, "好")
        assert read_only.comments() == []
        fresh = CommandLine(read_only._capsys, read_only.database.with_name("新.db"))
        assert "不能写" in fresh.refuses("import", paths.shipped_report())
        copy = read_only.database.with_name("备份.db")
        assert "读写权限" in read_only.refuses("backup", "--output", copy)
    assert [path.name for path in read_only.database.parent.iterdir()] == ["资料库.db"]


def test_a_sound_library_passes_the_check(cli):
    cli.writes("好")
    assert cli.gives("check") == {"ok": True, "revisions": 2, "problems": []}
    assert cli.does("check").out == "资料库完好，没有发现问题。\n"


def test_a_damaged_library_fails_the_check_by_name(cli):
    written = cli.writes("原来的话")
    with closing(sqlite3.connect(cli.database)) as damaged:
        damaged.execute("UPDATE comment SET text = '别的话'")
        damaged.commit()
    answer = cli.says("check", "--database", cli.database, "--json", status=1)
    assert not answer.json["ok"]
    assert any(written in problem for problem in answer.json["problems"])
    assert "restore" in answer.err
    people = cli.says("check", "--database", cli.database, status=1)
    assert written in people.out
    assert "原来的话" not in people.out


def test_a_backup_gives_everything_back(cli, tmp_path):
    copy = tmp_path / "备 份 100%.db"
    cli.writes("第一条")
    assert cli.gives("backup", "--output", copy) == {"file": str(copy)}
    cli.writes("第二条")
    answer = cli.says("restore", copy, "--database", cli.database, "--json")
    assert answer.json == {"file": str(cli.database)}
    assert cli.comment()["text"] == "第一条"
    (kept,) = cli.database.parent.glob("*before-restore*.db")
    assert str(kept) in answer.err
    assert len(CommandLine(cli._capsys, kept).comments()) == 2
    assert cli.gives("check")["ok"]


def test_a_backup_becomes_a_library_where_there_was_none(cli, tmp_path):
    copy = tmp_path / "备份.db"
    assert "已备份并核对" in cli.does("backup", "--output", copy).out
    fresh = CommandLine(cli._capsys, tmp_path / "新的" / "资料库.db")
    assert "原来没有资料库" in fresh.does("restore", copy).out
    assert fresh.report == cli.report


def test_what_is_no_backup_is_refused_and_the_library_stays(cli, tmp_path):
    before = cli.database.read_bytes()
    text = tmp_path / "文字.db"
    text.write_text("文字" * 999, encoding="utf-8")
    assert "不是北关审议的资料库" in cli.refuses("restore", text)
    assert "没有找到资料库" in cli.refuses("restore", tmp_path / "没有.db")
    assert "已经有别的文件" in cli.refuses("backup", "--output", text)
    assert "自己的位置" in cli.refuses("backup", "--output", cli.database)
    assert cli.database.read_bytes() == before


def test_commands_use_the_users_own_library_when_none_is_named(cli, home):
    home.mkdir(parents=True)
    os.link(cli.database, home / "beiguan.db")
    assert cli.says("reports", "--json").json["reports"][0]["report"] == cli.report


def test_an_id_that_two_reports_begin_with_is_not_guessed(cli, tmp_path):
    with closing(sqlite3.connect(cli.database)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(
            "INSERT INTO report SELECT substr(id, 1, 10) || '0', title, genre, edition, "
            "edition_of, current_reading, hidden_at, meeting, version FROM report"
        )
        database.commit()
    with library.open_library(cli.database, read_only=True) as store:
        first = store.shelf.entries()[0].report
    assert "有2份报告的编号" in cli.refuses("comments", "--report", first[:7])
    unknown = cli.refuses("comments", "--report", "zzz")
    assert "没有编号为“zzz”的报告。用 reports 命令看有哪些。" in unknown


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a place that takes no files")
def test_what_cannot_be_written_is_told_in_chinese_by_its_own_name(cli, tmp_path):
    (tmp_path / "file").touch()
    places = {
        Path("/proc/x.db"): "x.db",
        tmp_path / "file" / "x.db": "路径中间有一段不是文件夹",
        tmp_path / ("x" * 300): "名字太长",
    }
    for output, words in places.items():
        told = cli.refuses("backup", "--output", output)
        assert words in told
        assert ".part" not in told
        assert "Errno" not in told
