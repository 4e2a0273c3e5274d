"""`compare` on the command line: two files, two reports of the library, or one of each."""

import pytest

OLD = (
    "政府工作报告\n\n各位代表：\n\n一、工作回顾\n\n全年工作完成良好，各项指标顺利实现，群众满意度提高。\n\n"
    "二、今年任务\n\n改造老旧小区二十八个，新增学位一千二百个，完善养老服务。\n"
)
NEW = OLD.replace("二十八", "三十").replace("一千二百个，", "一千二百个，优化营商环境，")


@pytest.fixture
def files(tmp_path):
    """Return two editions as files."""
    old, new = tmp_path / "征求意见稿.txt", tmp_path / "审议稿.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_two_files_are_compared_without_a_library(new, files):
    found = new.says("compare", "--json", "--plain", *files).json
    assert {pair["status"] for pair in found["pairs"]} == {"same", "edited"}
    edits = [edit for pair in found["pairs"] for edit in pair["edits"]]
    assert [(it["type"], it["old"], it["new"]) for it in edits] == [
        ("changed", "二十八", "三十"),
        ("added", "", "，优化营商环境"),
    ]
    for it in edits:
        assert OLD[it["old_start"] : it["old_end"]] == it["old"]
        assert NEW[it["new_start"] : it["new_end"]] == it["new"]
    assert not new.database.parent.exists()


def test_what_changed_is_a_table_for_people(new, files):
    out = new.says("compare", "--plain", *files).out
    assert out.splitlines()[0].split() == ["原段", "新段", "情况", "原来的文字", "现在的文字"]
    assert "优化营商环境" in out
    assert "改动：改" in out
    assert new.says("compare", "--plain", files[0], files[0]).out == "两稿的文字相同。\n"


def test_what_is_new_or_only_moved_is_told_too(new, files, tmp_path):
    more = tmp_path / "又一稿.txt"
    parts = OLD.strip().split("\n\n")
    more.write_text(
        "\n\n".join([*parts[:2], *parts[4:], *parts[2:4], "全新的结尾一段话。"]), "utf-8"
    )
    out = new.says("compare", "--plain", files[0], more).out
    assert "新增" in out
    assert "移动" in out
    found = new.says("compare", "--plain", "--json", files[0], more).json["pairs"]
    (added,) = [it for it in found if it["status"] == "added"]
    assert (added["old"], added["edits"][0]["old_start"]) == (None, None)


def test_reports_of_the_library_are_named_by_their_ids(new, files):
    ids = [new.gives("import", "--plain", file)["report"] for file in files]
    by_id = new.gives("compare", *ids)
    assert by_id == new.says("compare", "--json", "--plain", *files).json
    answer = new.says("compare", "--database", new.database, "0123456789", files[0], status=1)
    assert "没有编号为" in answer.err


def test_what_cannot_be_compared_is_refused_in_a_sentence(new, files, tmp_path):
    missing, scan = tmp_path / "没有.txt", tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF-1.4 nothing")
    for pair in ((missing, files[0]), (files[0], missing), (files[0], scan), (tmp_path, files[0])):
        for options in ((), ("--json",)):
            answer = new.says("compare", *options, "--plain", *pair, status=1)
            assert answer.out == ""
            assert answer.err.splitlines()[-1].endswith("。")


def test_two_reports_that_are_no_editions_are_compared_and_said_to_be_none(new, files, tmp_path):
    other = tmp_path / "法院.txt"
    other.write_text(
        "法院工作报告\n\n各位代表：\n\n全年审结各类案件两万件，结案率百分之九十。\n\n"
        "坚持司法为民，着力解决执行难，当事人满意度持续上升。\n",
        "utf-8",
    )
    answer = new.says("compare", "--plain", files[0], other)
    assert "不像同一份报告的两稿" in answer.err
    assert "删去" in answer.out
