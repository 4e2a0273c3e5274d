"""Reports on the command line: their structure, taking them in, listing them."""

import os
import shutil

import pytest

from beiguan_desktop import paths
from beiguan_desktop.storage.store import open_store
from tests.journeys.surroundings import nobody

SHIPPED = paths.shipped_report()
OTHER = (
    "关于计划执行情况的报告\n\n各位代表：\n\n现在报告工作。\n\n"
    "一、工作回顾\n\n全年工作完成良好，各项指标顺利实现。\n"
)


@pytest.fixture
def other(tmp_path):
    """Return another, very short report."""
    path = tmp_path / "另一份 报告.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


def test_the_outline_touches_no_library(new):
    document = new.says("outline", "--json", SHIPPED).json
    assert document["title"].endswith("政府工作报告")
    assert document["source"]["name"] == SHIPPED.name
    numbers = [unit["number"] for unit in document["units"] if unit["number"]]
    assert numbers == list(range(1, 64))
    assert new.says("outline", "--json", SHIPPED, "--database", "pg://host").json == document
    assert not new.database.parent.exists()


def test_the_outline_for_people_is_a_table(new):
    lines = new.says("outline", SHIPPED).out.splitlines()
    assert lines[0].split() == ["段", "类别", "页", "文字"]
    assert any("一、2025年和“十四五”时期工作回顾" in line for line in lines)
    assert any(line.startswith("63 ") for line in lines)
    assert any("约第" in line for line in lines)


def test_what_would_command_the_terminal_is_not_printed(new, tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(OTHER.replace("工作回顾", "工作\x1b[31m回顾"), encoding="utf-8")
    assert "\x1b" not in new.says("outline", path).out


BAD = {
    "不在.txt": (None, "没有找到“不在.txt”"),
    "空.txt": (b"", "文件是空的"),
    "空白.txt": (b" \n\t\n", "文件是空的"),
    "二进制.txt": (bytes(range(256)) * 8, "不是文字|认不出"),
    "图片.txt": (b"\x89PNG\r\n\x1a\n" + bytes(99), "图片"),
    "文档.docx": (b"PK\x03\x04" + bytes(99), "Word"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["outline", "import"])
def test_a_file_that_is_no_report_is_refused_and_leaves_nothing(new, tmp_path, name, command):
    data, reason = BAD[name]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    words = new.refuses(command, tmp_path / name)
    assert any(part in words for part in reason.split("|"))
    assert not new.database.parent.exists()


@pytest.mark.parametrize("command", ["outline", "import"])
def test_a_folder_is_no_report(cli, tmp_path, command):
    assert "是一个文件夹" in cli.refuses(command, tmp_path)


def test_importing_makes_the_library_and_doing_it_again_changes_nothing(new):
    first = new.gives("import", SHIPPED)
    assert first == {
        "report": first["report"],
        "title": first["title"],
        "paragraphs": 63,
        "already": False,
    }
    before = new.database.read_bytes()
    assert new.gives("import", SHIPPED, "--edition", "修改稿") == first | {"already": True}
    assert new.database.read_bytes() == before
    assert "已经有这份报告" in new.does("import", SHIPPED).out
    assert new.gives("reports")["reports"] == [
        {
            "report": first["report"],
            "title": first["title"],
            "edition": "审议稿",
            "paragraphs": 63,
            "comments": 0,
        }
    ]


def test_importing_for_people_is_a_sentence(new):
    assert new.does("import", SHIPPED).out.startswith("已放进资料库：")


def test_another_edition_names_the_first(cli, other):
    first = cli.report
    added = cli.gives("import", other, "--edition", "征求意见稿", "--edition-of", first[:8])
    entries = {entry["report"]: entry for entry in cli.gives("reports")["reports"]}
    assert len(entries) == 2
    assert entries[added["report"]]["edition"] == "征求意见稿"
    table = cli.does("reports").out
    assert "征求意见稿" in table
    assert first in table


def test_the_opinions_that_wait_on_the_older_edition_are_told(cli, other):
    first = cli.gives("import", SHIPPED)["report"]
    words = ("--kind", "建议", "--author", "王建国", "写得短些。")
    cli.gives("comment", "--report", first, *words)
    asked = ("import", other, "--edition", "修改稿", "--edition-of", first)
    answer = cli.does(*asked)
    assert "上一稿有 1 条意见还没有放到这一稿，请在窗口里看一看。" in answer.err
    assert "上一稿" not in answer.out
    assert "上一稿" not in cli.does("import", SHIPPED, "--edition-of", first).err


def test_an_edition_of_nothing_is_refused(cli, new, other, tmp_path):
    assert "没有" in cli.refuses("import", other, "--edition-of", "0" * 64)
    assert "稿次不能空着" in cli.refuses("import", other, "--edition", " ")
    fresh = tmp_path / "新.db"
    words = new.says(
        *("import", other, "--database", fresh, "--edition-of", "0" * 64), status=1
    ).err
    assert "新的资料库" in words
    assert not fresh.exists()


def test_a_file_name_that_is_no_text_is_imported_all_the_same(new, tmp_path):
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    shutil.copyfile(SHIPPED, path)
    assert new.gives("import", os.fsdecode(path))["paragraphs"] == 63


def test_an_empty_library_lists_nothing_and_says_what_to_do(cli, tmp_path):
    empty = tmp_path / "空.db"
    open_store(empty, create=True).close()
    answer = cli.says("reports", "--database", empty)
    assert answer.out == "资料库里还没有报告。用 import 命令放一份进来。\n"
    assert cli.says("reports", "--database", empty, "--json").json == {"reports": []}
    words = ("screenshot", "reading", "--output", tmp_path / "a.png", "--database", empty)
    assert "还没有报告" in cli.says(*words, status=1).err


def test_a_report_is_named_by_six_characters_of_its_id(cli):
    assert cli.comments("--report", cli.report[:6]) == []
    assert "没有" in cli.refuses("comments", "--report", cli.report[:5])
    assert "没有" in cli.refuses("comments", "--report", "没有这份")


def test_a_file_that_may_not_be_read_is_told(cli, tmp_path):
    path = tmp_path / "锁住.txt"
    path.write_text(OTHER, encoding="utf-8")
    path.chmod(0)
    with nobody():
        assert "权限" in cli.says("outline", path, status=1).err


def test_a_file_that_is_nearly_a_known_report_is_told_and_never_taken_for_it(cli, tmp_path):
    text = SHIPPED.read_text(encoding="utf-8-sig")
    nearly = tmp_path / "另存.txt"
    nearly.write_text(text.replace("推进教育优质均衡发展", "推进教育优质发展"), encoding="utf-8")
    answer = cli.does("import", nearly)
    assert "几乎一样（99.9% 的字相同）" in answer.err
    assert "已当作另一份报告" in answer.err
    assert len(cli.gives("reports")["reports"]) == 2
    newer = tmp_path / "修改稿.txt"
    newer.write_text(text.replace("推进教育优质均衡发展", "推进教育"), encoding="utf-8")
    first = next(
        it["report"] for it in cli.gives("reports")["reports"] if it["edition"] == "审议稿"
    )
    told = cli.does("import", newer, "--edition-of", first).err
    assert "《" in told
    editions = {it["edition"] for it in cli.gives("reports")["reports"]}
    assert editions == {"审议稿", "修改稿"}


def test_an_edition_of_another_year_is_taken_and_told(cli, tmp_path):
    text = SHIPPED.read_text(encoding="utf-8-sig")
    other = tmp_path / "另一年.txt"
    other.write_text(text.replace("2026", "2031").replace("2025", "2030"), encoding="utf-8")
    answer = cli.does("import", other, "--edition-of", cli.report)
    assert "看起来是2031年的。已按您说的放进资料库，请核对。" in answer.err
