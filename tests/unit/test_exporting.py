"""A document is stored whole and proved, or the target stays as it was."""

import json
import os
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import ooxml_integrity
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from beiguan_desktop import paths
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import PageMark, Report
from beiguan_desktop.formats.gongwen_docx import read_back
from beiguan_desktop.services import commenting, exporting, importing, opinion_papers, page_style
from beiguan_desktop.services.commenting import Words
from beiguan_desktop.services.exporting import free_name, put, safe_name
from beiguan_desktop.services.opinion_papers import file_name
from beiguan_desktop.ui import gongwen_pdf
from tests.formats.opinions import AUTHOR, REPORT, SERVICE, TODAY, WRITTEN, comments
from tests.journeys.surroundings import nobody

SHARED = Path(os.environ.get("BEIGUAN_SHARED", Path(__file__).resolve().parents[3] / "shared"))
FORTY = SHARED / "design" / "examples" / "opinions.jsonl"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")
NOW = "2026-02-27T09:41:00+08:00"


def export(output, these=None, author=AUTHOR, report=REPORT, **how):
    these = comments() if these is None else these
    sheet = opinion_papers.mine(report, these, author=author, today=TODAY, **how)
    return opinion_papers.export(sheet, output, today=TODAY, pdf=gongwen_pdf.painted)


def default_name(report, author, day):
    sheet = opinion_papers.mine(report, [], author=author, today=day)
    return file_name(sheet, report, author, day, ".docx")


def only(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_holds_every_opinion_and_nothing_is_left_beside_it(tmp_path):
    folder = tmp_path / "我的 文件 50%"
    folder.mkdir()
    done = export(folder / "意见.docx")
    assert (done.file, done.comments) == (folder / "意见.docx", len(WRITTEN))
    assert only(folder) == ["意见.docx"]
    assert "甲4. =1+1 与 @某人 <b>&amp;</b> {PAGE}\t制表。" in read_back(done.file.read_bytes())


def test_the_same_opinions_give_the_same_file(tmp_path):
    one, two = export(tmp_path / "一.docx").file, export(tmp_path / "二.DOCX").file
    assert one.read_bytes() == two.read_bytes()


def test_opinions_on_another_report_stay_out(tmp_path):
    foreign = replace(comments()[0], report="r2")
    assert export(tmp_path / "意见.docx", [foreign, comments()[3]]).comments == 1


@pytest.mark.parametrize(
    "these", [[], [replace(comments()[0], private=True)], [replace(comments()[0], person="p2")]]
)
def test_nothing_to_hand_in_is_said_and_nothing_written(tmp_path, these):
    with pytest.raises(UserError, match="代表甲还没有可以交的意见"):
        export(tmp_path / "意见.docx", these)
    assert only(tmp_path) == []


@pytest.mark.parametrize("name", ["意见.xlsx", "意见", "意见.doc"])
def test_another_format_is_refused_in_words(tmp_path, name):
    with pytest.raises(UserError, match="Word 文件"):
        export(tmp_path / name)


def test_the_page_is_printed_as_the_setting_says(tmp_path):
    at = REPORT.units[SERVICE].letter
    marked = replace(REPORT, marks=(PageMark(at, 3, 1, "hand"),))
    found = []
    for pages in page_style.STYLES:
        file = tmp_path / f"{pages}.docx"
        export(file, comments(), report=marked, pages=pages)
        found.append("".join(read_back(file.read_bytes())))
    assert ["（第3页）" in text for text in found] == [False, True, False]
    assert ["（第3页第1行）" in text for text in found] == [False, False, True]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match=r"没有“.*没有的”这个文件夹.*换一个文件夹"):
        export(tmp_path / "没有的" / "意见.docx")
    (tmp_path / "文件").write_text("x")
    with pytest.raises(UserError, match=r"没有“.*文件”这个文件夹"):
        export(tmp_path / "文件" / "意见.docx")


def test_a_folder_in_the_files_place_is_not_touched(tmp_path):
    (tmp_path / "意见.docx").mkdir()
    with pytest.raises(UserError, match=r"是一个文件夹.*意见\(2\)\.docx"):
        export(tmp_path / "意见.docx")
    assert only(tmp_path) == ["意见.docx"]


@on_posix
def test_a_document_never_takes_the_place_of_a_pipe_or_a_device(tmp_path):
    pipe = tmp_path / "意见.docx"
    os.mkfifo(pipe)
    (tmp_path / "去处.docx").symlink_to("/dev/null")
    for place in (pipe, tmp_path / "去处.docx"):
        with pytest.raises(exporting.NameTakenError, match=r"已经有别的文件了.*换一个文件名"):
            export(place)
    assert pipe.is_fifo()
    assert only(tmp_path) == ["去处.docx", "意见.docx"]


@on_posix
def test_a_document_stored_through_a_link_is_in_the_file_that_is_meant(tmp_path):
    real, link = tmp_path / "真的" / "意见.docx", tmp_path / "到那里.docx"
    real.parent.mkdir()
    link.symlink_to(real)
    for _ in range(2):  # first there is no file yet
        assert export(link).file == link
        assert link.is_symlink()
        assert read_back(real.read_bytes())
        real.write_bytes(b"old")
    (tmp_path / "圈.docx").symlink_to(tmp_path / "圈.docx")
    with pytest.raises(UserError, match="快捷方式绕成了圈"):
        export(tmp_path / "圈.docx")
    assert only(real.parent) == ["意见.docx"]


def test_a_name_no_system_takes_is_said(tmp_path):
    with pytest.raises(UserError, match="太长"):
        export(tmp_path / ("意" * 300 + ".docx"))
    with pytest.raises(UserError, match="没有存成"):
        export(tmp_path / "意\0见.docx")


def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path):
    output = tmp_path / "意见.docx"
    output.write_bytes(b"old")
    resource = pytest.importorskip("resource", reason="this system limits no file's size")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(UserError, match=r"磁盘满了.*没有动.*意见\(2\)\.docx"):
            export(output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert output.read_bytes() == b"old"
    assert only(tmp_path) == ["意见.docx"]


def locked(times):
    """Make the system's replace refuse so often, as Windows does while Word has the file."""
    left, really = Counter(times=times), os.replace

    def replace_when_free(source, target):
        if left["times"]:
            left["times"] -= 1
            raise PermissionError(13, "locked", str(source), None, str(target))
        really(source, target)

    return replace_when_free


def test_a_file_open_elsewhere_is_left_alone_and_another_name_offered(tmp_path, monkeypatch):
    output = tmp_path / "意见.docx"
    output.write_bytes(b"old")
    monkeypatch.setattr("pathlib.os.replace", locked(1))
    with pytest.raises(UserError, match=r"Word 或 WPS 里开着.*另存为“意见\(2\)\.docx”"):
        export(output)
    assert output.read_bytes() == b"old"
    assert only(tmp_path) == ["意见.docx"]


def test_a_file_locked_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr("pathlib.os.replace", locked(1))
    monkeypatch.setattr(exporting, "_LOCKED_FOR", 2.5)
    assert export(tmp_path / "意见.docx").file.exists()


def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)
    with nobody(), pytest.raises(UserError, match=r"“.*只读”这个文件夹不让写.*换一个文件夹"):
        export(folder / "意见.docx")
    assert only(folder) == []


def test_what_reads_back_otherwise_is_not_stored(tmp_path):
    output = tmp_path / "意见.docx"
    output.write_bytes(b"old")
    with pytest.raises(UserError, match="对不上，没有存"):
        put(output, b"new", lambda stored: stored != b"new")
    assert output.read_bytes() == b"old"
    assert only(tmp_path) == ["意见.docx"]


def test_the_next_free_name_is_numbered_and_never_too_long(tmp_path):
    path = tmp_path / "意见.docx"
    assert free_name(path).name == "意见(2).docx"
    (tmp_path / "意见(2).docx").touch()
    (tmp_path / "意见(3).docx").symlink_to("nowhere")
    assert free_name(path).name == "意见(4).docx"
    assert len(free_name(tmp_path / ("a" * 75 + ".docx")).name) == 80


def test_a_name_is_proposed_that_says_what_whose_and_when():
    name = default_name(REPORT, AUTHOR, date(2026, 2, 7))
    assert name == "代表审议意见_第三代表团_代表甲_政府工作报告_2026-02-07.docx"
    plan = replace(REPORT, genre="计划", title='计划<>:"/\\|?*报告')
    assert default_name(plan, Person("p", ""), TODAY) == "代表审查意见_计划报告_2026-02-27.docx"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("CON", "意见CON.docx"),
        ("com1", "意见com1.docx"),
        ("nul.x", "意见nul.x.docx"),
        ("", "意见.docx"),
        (" .. ", "意见.docx"),
        ("甲\u202e乙\n丙\t丁\x00", "甲乙丙 丁.docx"),
        ("甲" * 100, "甲" * 75 + ".docx"),
        ("𠮷" * 100, "𠮷" * 58 + ".docx"),
    ],
)
def test_a_file_name_is_one_that_every_system_takes(stem, name):
    assert safe_name(stem, ".docx") == name


@given(st.text())
def test_no_word_makes_a_file_name_unsafe(stem):
    name = safe_name(stem, ".docx")
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert 5 < len(name) <= 80
    assert len(name.encode("utf-8", "surrogatepass")) <= 240
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


def shipped():
    _, reading = importing.read_report(paths.shipped_report(), now=NOW)
    return Report(
        "r1", reading.title, "审议", "审议稿", None, reading.id, reading.units, reading.marks
    )


def test_three_opinions_on_the_shipped_report_read_as_the_golden_sheet(tmp_path):
    hard = "化解东部区域学位紧张难题"
    rows = (
        (
            "优化公共服务",
            f"多措并举{hard}",
            "修改",
            f"深化集团化办学，{hard}",
            "看不出做什么。",
            "",
        ),
        ("（四）坚守清廉底线", "“10+3”件民生实事", "增加", "（项目见附件）", "没有清单。", ""),
        ("", "", "", "", "", "助餐场所吃饭的人少、难以维持，建议落实运营补助和送餐上门。"),
    )
    fields = ("paragraph_starts", "quote", "act", "replacement", "reason", "text")
    report = shipped()
    written = [
        _written(report, dict(zip(fields, row, strict=True)), f"c{n}") for n, row in enumerate(rows)
    ]
    done = export(tmp_path / "三.docx", written, report=report)
    golden = Path(__file__).parents[1] / "formats" / "golden" / "three_on_the_shipped_report.txt"
    assert read_back(done.file.read_bytes()) == golden.read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(not FORTY.exists(), reason="the forty opinions are not beside the checkout")
def test_forty_opinions_on_the_shipped_report_are_all_in_the_file(tmp_path):
    report = shipped()
    rows = [json.loads(row) for row in FORTY.read_text(encoding="utf-8").splitlines()]
    written = [_written(report, row, f"c{n:02}") for n, row in enumerate(rows)]
    done = export(tmp_path / "四十.docx", written, report=report)
    assert done.comments == len(rows) == 40
    text = "".join(_unquoted("".join(read_back(done.file.read_bytes()))).split())
    for row in rows:
        for field in ("text", "reason", "replacement"):
            assert "".join(_unquoted(row[field]).split()).rstrip("。") in text
        if row["kind"] == "修改":
            assert "".join(_unquoted(row["quote"]).split()) in text
    assert OpenXmlValidator().validate(done.file).error_count == 0
    assert ooxml_integrity.check(done.file) == []


def _written(report, row, comment_id):
    begins = "".join(row["paragraph_starts"].split())
    numbers = [n for n, unit in report.paragraphs.items() if _begins(unit.text, begins)]
    anchor = commenting.place(
        report,
        paragraph=numbers[0] if begins else None,
        quote=row["quote"] or None,
        nth=None,
    )
    kind = row.get("kind") or ("修改" if row["act"] else "建议")
    words = Words(kind, row["text"], row["act"], row["replacement"], row["reason"])
    change = commenting.add(
        report, anchor, words, author=AUTHOR, comment_id=comment_id, change_id="k", now=NOW
    )
    return change.edits[-1].after


def _begins(text, words):
    return "".join(text.split()).startswith(words)


def _unquoted(text):
    return text.translate(dict.fromkeys(map(ord, "“”‘’")))


def test_a_document_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(UserError, match="读不出来"):
        exporting.read_back(tmp_path / "nothing.docx")


def test_the_numbers_of_free_names_do_not_pile_up(tmp_path):
    assert free_name(tmp_path / "意见(2).docx").name == "意见(3).docx"
    (tmp_path / "意见(3).docx").touch()
    assert free_name(tmp_path / "意见(2).docx").name == "意见(4).docx"
    assert free_name(tmp_path / "意见(1).docx").name == "意见(2).docx"
    assert free_name(tmp_path / "(2).docx").name == "(2)(2).docx"
    assert free_name(tmp_path / "意见(20260227).docx").name == "意见(20260227)(2).docx"


def test_another_name_helps_where_the_name_is_the_obstacle(tmp_path, monkeypatch):
    (tmp_path / "意见.docx").mkdir()
    with pytest.raises(exporting.NameTakenError):
        export(tmp_path / "意见.docx")
    monkeypatch.setattr("pathlib.os.replace", locked(1))
    with pytest.raises(exporting.NameTakenError):
        export(tmp_path / "另一份.docx")


def test_another_name_does_not_help_where_the_folder_is_the_obstacle(tmp_path):
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)
    with nobody(), pytest.raises(UserError) as refused:
        export(folder / "意见.docx")
    assert not isinstance(refused.value, exporting.NameTakenError)


def test_a_picture_is_stored_whole_and_only_as_a_picture(tmp_path):
    png = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    exporting.export_picture(tmp_path / "统计.PNG", png)
    assert (tmp_path / "统计.PNG").read_bytes() == png
    with pytest.raises(UserError, match=r"后缀写成“\.png”"):
        exporting.export_picture(tmp_path / "统计.jpg", png)
    with pytest.raises(UserError, match="没有存"):
        exporting.export_picture(tmp_path / "不是图.png", b"no picture")
    assert only(tmp_path) == ["统计.PNG"]


def test_a_picture_is_named_after_the_report_and_the_day():
    assert exporting.picture_name(REPORT, TODAY).startswith("意见统计_")
    assert exporting.picture_name(REPORT, TODAY).endswith(f"{TODAY.isoformat()}.png")
