"""`export` on the command line: whose opinions, whereto, and every word in the file."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from beiguan_desktop.cli.main import run
from beiguan_desktop.cli.parser import EXPORTS
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Person
from beiguan_desktop.formats import pdf_back
from beiguan_desktop.services import clock, exporting, handing_in
from beiguan_desktop.storage.store import open_store
from tests.cli.conftest import ROOT, make_two_of_one_name, writer
from tests.journeys.surroundings import read_only
from tests.storage.library import adding, sit


@pytest.fixture
def open_place():
    """Return a folder that others may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="beiguan-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def output(tmp_path):
    return tmp_path / "我的 意见 100%.docx"


def exported(cli, output, *words):
    done = cli.gives("export", "mine", "--report", cli.report, "--output", output, *words)
    assert done["file"] == str(output)
    return done["comments"], "\n".join(exporting.read_back(output))


def test_the_document_holds_every_word_that_was_written(cli, output):
    cli.writes("--paragraph", 5, "--quote", "支持蓝天实验室", "=1+1 𠮷 <b>&amp;")
    cli.writes("--", "-5% 整篇")
    place = ("--paragraph", 50, "--quote", "3000 人次以上")
    cli.writes(*place, "--replacement", "7000人次", "--reason", "已做到", "", kind="修改")
    count, text = exported(cli, output)
    assert count == 3
    for words in ("=1+1 𠮷 <b>&amp;", "-5% 整篇", "7000人次", "已做到", "代表甲"):
        assert words in text


def test_the_only_writer_is_meant_when_nobody_is_named(cli, output):
    refused = cli.refuses("export", "mine", "--report", cli.report, "--output", output)
    assert "--author" in refused
    cli.writes("甲的话")
    assert exported(cli, output)[0] == 1
    cli.writes("乙的话", author="代表乙")
    refused = cli.refuses("export", "mine", "--report", cli.report, "--output", output)
    assert "--author" in refused
    count, text = exported(cli, output, "--author", "代表乙")
    assert count == 1
    assert "乙的话" in text
    assert "甲的话" not in text


def test_mine_are_the_opinions_of_who_sits_here(cli, output):
    cli.writes("甲的话")
    cli.writes("乙的话", author="代表乙")
    with open_store(cli.database) as store:
        me = next(person for person in store.people() if person.name == "代表乙")
        sit(store, me.id)
    assert "乙的话" in exported(cli, output)[1]


def test_two_of_one_name_are_told_apart_by_their_delegation(cli, output):
    make_two_of_one_name(cli.database, cli.report)
    options = ("export", "mine", "--report", cli.report, "--output", output, "--author", "王伟")
    assert "--delegation" in cli.refuses(*options)
    _, text = exported(cli, output, "--author", "王伟", "--delegation", "第二代表团")
    assert "第二代表团的意见" in text
    assert "第一代表团" not in text


def test_a_namesake_who_wrote_nothing_is_not_in_the_way(cli, output):
    cli.writes("甲的话")
    with open_store(cli.database) as store:
        namesake = Person(clock.new_id(), "代表甲", "别的代表团")
        silent = Person(clock.new_id(), "代表丙")
        store.apply(adding(namesake, silent, change=clock.new_id()))
    assert exported(cli, output, "--author", "代表甲")[0] == 1
    options = ("export", "mine", "--report", cli.report, "--output", output, "--author")
    assert "还没有可以交的意见" in cli.refuses(*options, "代表丙")
    assert "没有“代表丁”的意见" in cli.refuses(*options, "代表丁")


def test_a_target_that_cannot_be_written_is_told_and_stays(cli, output, tmp_path):
    cli.writes("甲的话")
    options = ("export", "mine", "--report", cli.report, "--output")
    output.mkdir()
    assert "是一个文件夹" in cli.refuses(*options, output)
    assert "文件夹" in cli.refuses(*options, tmp_path / "没有" / "意见.docx")
    assert ".docx" in cli.refuses(*options, tmp_path / "意见.xlsx")


def test_for_people_the_file_is_named_in_a_sentence(cli, output):
    cli.writes("甲的话")
    words = cli.does("export", "mine", "--report", cli.report, "--output", output).out
    assert words == f"已存好 1 条意见：{output}\n"


@pytest.mark.parametrize("document", ["digest", "table", "brief", "marked"])
def test_the_other_documents_are_still_to_be_built(cli, output, document):
    words = ("export", document, "--report", cli.report, "--output", output)
    assert "还没有做好" in cli.refuses(*words)
    assert not output.exists()


def test_what_somebody_has_read_is_in_no_document_and_in_no_list(cli, tmp_path):
    """With marks and a last place everything that goes out is what it is without."""
    cli.writes("--paragraph", 10, "写得好。")
    clean = goes_out(cli, tmp_path / "没读")
    assert clean
    with open_store(cli.database) as store:
        (entry,) = store.shelf.entries()
        report = store.shelf.load(entry.report)
        store.desk.put_read_marks(report.id, {unit.letter for unit in report.units})
        store.desk.put_last_place(report.id, 7000)
    assert goes_out(cli, tmp_path / "读过") == clean


def goes_out(cli, folder) -> dict[str, object]:
    """Return all documents that can be made, part by part, and what the lists say."""
    folder.mkdir()
    found: dict[str, object] = {}
    for document in EXPORTS:
        output = folder / f"{document}.docx"
        words = ("export", document, "--report", cli.report, "--output", output)
        if run([*map(str, words), "--database", str(cli.database)]) == 0:
            with zipfile.ZipFile(output) as parts:
                found |= {f"{document} {name}": parts.read(name) for name in parts.namelist()}
    assert any(name.startswith("mine ") for name in found)
    return found | {name: cli.gives(name) for name in ("comments", "reports")}


def test_two_of_one_name_have_numbers_of_their_own(cli, output):
    make_two_of_one_name(cli.database, cli.report)
    for delegation, number in (("第一代表团", "一伟1"), ("第二代表团", "二伟1")):
        who = ("--author", "王伟", "--delegation", delegation)
        count, text = exported(cli, output, *who)
        assert count == 1
        assert f"编号：{number}" in text
        assert f"{number}. {delegation}的意见" in text


# -- the report in large type


def large(cli, output, *words):
    return cli.gives("export", "large", "--report", cli.report, "--output", output, *words)


@pytest.fixture
def undisturbed(monkeypatch):
    """Let the command choose the platform for itself and leave it as it was."""
    monkeypatch.setenv("QT_QPA_PLATFORM", os.environ["QT_QPA_PLATFORM"])


def test_the_report_is_stored_in_large_type(cli, tmp_path, undisturbed):
    for name in ("大字 稿.pdf", "大字 稿.docx"):
        output = tmp_path / name
        assert large(cli, output) == {"file": str(output), "comments": 0}
    pages, letters = pdf_back.read_back((tmp_path / "大字 稿.pdf").read_bytes())
    assert pages > 40
    text = "".join(exporting.read_back(tmp_path / "大字 稿.docx"))
    for words in ("第63段", "山海寻梦", "原件约第2页"):
        assert words in letters
        assert words in text


def test_the_type_can_be_larger_or_smaller(cli, tmp_path, undisturbed):
    counts = []
    for points in (16, 28):
        large(cli, tmp_path / "稿.pdf", "--text-size", points)
        counts.append(pdf_back.read_back((tmp_path / "稿.pdf").read_bytes())[0])
    assert counts[1] > 2 * counts[0]
    options = ("export", "large", "--report", cli.report, "--output", tmp_path / "稿.pdf")
    assert "16 到 36" in cli.refuses(*options, "--text-size", 60)


def test_a_place_that_takes_no_large_print_is_told(cli, tmp_path, undisturbed):
    options = ("export", "large", "--report", cli.report, "--output")
    assert "后缀" in cli.refuses(*options, tmp_path / "稿.xlsx")
    assert "没有" in cli.refuses(*options, tmp_path / "无" / "稿.pdf")
    words = cli.does(*options, tmp_path / "稿.docx").out
    assert words == f"已存好《政府工作报告》的大字稿：{tmp_path / '稿.docx'}\n"


def test_no_screen_is_needed(cli, tmp_path):
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    words = ["export", "large", "--report", cli.report, "--output", str(tmp_path / "稿.pdf")]
    run = subprocess.run(
        [sys.executable, "-m", "beiguan_desktop", *words, "--database", str(cli.database)],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert pdf_back.read_back((tmp_path / "稿.pdf").read_bytes())[0] > 40


# -- numbers kept for good, what one speaks from, what is filled by hand


def test_numbers_are_given_once_and_kept(cli, output):
    first = cli.writes("--paragraph", 10, "后面的")
    assert "甲1. " in exported(cli, output)[1]
    cli.writes("--paragraph", 5, "前面的")
    _, text = exported(cli, output)
    assert text.index("甲2. ") < text.index("甲1. "), "sorted by place, each with its own number"
    assert "编号：甲1—甲2" in text
    with open_store(cli.database) as store:
        printed = store.out_tray.printed(cli.report)
        assert {each.number: each.comment for each in printed}["甲1"] == first
        assert store.out_tray.hand_ins(cli.report, printed[0].person) == [], "no hand-in"


def test_what_is_kept_at_home_in_the_window_stays_out(cli, output):
    cli.writes("交的")
    home = cli.writes("留着的")
    with open_store(cli.database) as store:
        (person,) = store.people()
        handing_in.keep_at_home(store, cli.report, person.id, {home})
    count, text = exported(cli, output)
    assert count == 1
    assert "留着的" not in text


def test_while_the_window_is_open_known_numbers_can_be_stored_and_new_ones_not(cli, output):
    cli.writes("甲的话")
    options = ("export", "mine", "--report", cli.report, "--output", output)
    report = cli.report
    with writer(cli.database):
        assert "正开着这个资料库" in cli.refuses(*options)
        assert not output.exists()
    cli.does(*options)
    with writer(cli.database):
        cli.does("export", "mine", "--report", report, "--output", output)


def test_from_a_place_that_cannot_be_written_the_numbers_are_not_kept(cli, open_place, tmp_path):
    cli.writes("甲的话")
    report = cli.report
    folder = open_place / "库"
    folder.mkdir()
    shutil.copyfile(cli.database, folder / "库.db")
    out = open_place / "出"
    out.mkdir()
    out.chmod(0o777)
    with read_only(folder):
        words = ("export", "mine", "--report", report, "--output", out / "意见.docx")
        answer = cli.says(*words, "--database", folder / "库.db")
    assert "编号没有记下来" in answer.err
    assert (out / "意见.docx").exists()


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_each_document_is_stored_as_word_and_as_pdf(cli, tmp_path, undisturbed, suffix):
    cli.writes("--paragraph", 5, "第一件事")
    cli.writes("第二件事")
    for document, count, words in (
        ("mine", 2, "第一件事"),
        ("speech", 2, "发言提纲"),
        ("blank", 0, "对政府工作的意见建议"),
    ):
        output = tmp_path / f"{document} 文件{suffix}"
        done = cli.gives("export", document, "--report", cli.report, "--output", output)
        assert done == {"file": str(output), "comments": count}
        if suffix == ".docx":
            assert words in "".join(exporting.read_back(output))
        else:
            assert words in pdf_back.read_back(output.read_bytes())[1]


def test_what_is_said_of_each_document_names_it(cli, tmp_path):
    cli.writes("甲的话")
    said = [
        cli.does("export", document, "--report", cli.report, "--output", tmp_path / "文.docx").out
        for document in ("speech", "blank")
    ]
    file = tmp_path / "文.docx"
    assert said == [f"已存好 1 条意见的发言提纲：{file}\n", f"已存好空白意见表：{file}\n"]


def test_a_speech_of_another_size_or_without_opinions_is_refused(cli, tmp_path):
    options = ("export", "speech", "--report", cli.report, "--output", tmp_path / "讲.docx")
    assert "--author" in cli.refuses(*options)
    private = cli.writes("只自己看")
    with open_store(cli.database) as store:
        comment = store.present([private])[private]
        after = replace(comment, private=True)
        store.apply(Change("x", "改", comment.created_at, None, (Edit(private, comment, after),)))
    assert "还没有可以讲的意见" in cli.refuses(*options)
    assert "20、22、24" in cli.refuses(*options, "--text-size", 30)


def test_an_empty_sheet_bears_a_name_only_when_one_is_given(cli, tmp_path):
    cli.writes("甲的话")
    options = ("export", "blank", "--report", cli.report, "--output", tmp_path / "空.docx")
    cli.does(*options)
    assert "代表甲" not in "".join(exporting.read_back(tmp_path / "空.docx"))
    cli.does(*options, "--author", "代表甲")
    assert "姓名：代表甲" in "".join(exporting.read_back(tmp_path / "空.docx"))
    cli.does(*options, "--author", "王新", "--delegation", "第九代表团")
    assert "第九代表团" in "".join(exporting.read_back(tmp_path / "空.docx"))
    assert ".docx" in cli.refuses(*options[:-1], tmp_path / "空.xlsx")
