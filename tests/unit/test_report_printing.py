"""A report in large type is stored whole and proved, or the target stays as it was."""

from dataclasses import replace
from datetime import date

import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import gongwen_docx, pdf_back
from beiguan_desktop.services.paper_files import CancelledError
from beiguan_desktop.services.report_printing import (
    export_large,
    file_name,
    on_paper,
)
from beiguan_desktop.ui import gongwen_pdf
from tests.journeys.surroundings import full_disk, read_only
from tests.unit.small_report import body, heading, line, report_of, small

DAY = date(2026, 2, 27)


def export(report, output, *, points=22, pdf=None):
    return export_large(report, output, points=points, today=DAY, pdf=pdf or gongwen_pdf.painted)


def letters_of(report):
    return "".join(c for unit in report.units for c in unit.text if c.isalnum())


def only(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["大字 稿 50%.pdf", "大字稿.PDF", "大字稿.docx"])
def test_a_file_holds_every_word_and_nothing_is_left_beside_it(qapp, tmp_path, name):
    report = small()
    done = export(report, tmp_path / name)
    assert (done.file, done.comments) == (tmp_path / name, 0)
    assert only(tmp_path) == [name]
    data = done.file.read_bytes()
    if name.endswith("docx"):
        assert gongwen_docx.read_back(data) == gongwen_docx.lines(on_paper(report, 22))
    else:
        pages, letters = pdf_back.read_back(data)
        assert pages == 3
        for unit in report.units:
            assert "".join(c for c in unit.text if c.isalnum()) in letters


def test_the_same_report_gives_the_same_file(qapp, tmp_path):
    for suffix in (".pdf", ".docx"):
        one, two = (export(small(), tmp_path / f"{n}{suffix}").file for n in "一二")
        assert one.read_bytes() == two.read_bytes()


def test_a_report_without_headings_of_one_endless_paragraph(qapp, tmp_path):
    report = report_of(body("北关区政府工作报告，" * 6_600))
    export(report, tmp_path / "长.pdf")
    pages, letters = pdf_back.read_back((tmp_path / "长.pdf").read_bytes())
    assert pages > 150
    assert letters.count("北关区政府工作报告") > 6_000


def test_a_report_of_two_thousand_sections(qapp, tmp_path):
    parts = [part for n in range(1_000) for part in (heading(f"{n}、节", 1), body(f"第{n}。"))]
    report = report_of(line("title", "很" * 3_000), *parts)
    for suffix in (".pdf", ".docx"):
        assert export(report, tmp_path / f"多{suffix}").file.stat().st_size > 10_000


def test_characters_that_no_face_has_do_not_hinder(qapp, tmp_path):
    report = report_of(line("title", "𠮷㐂报告"), body("甲\U0002a6d6乙㐂丙𠮷丁"), body("\u1234Ω"))
    export(report, tmp_path / "生僻.pdf")
    assert "丙𠮷丁" in pdf_back.read_back((tmp_path / "生僻.pdf").read_bytes())[1]


@pytest.mark.parametrize("points", [15, 37, 0, -1])
def test_a_size_that_no_page_can_be_set_in_is_refused(tmp_path, points):
    with pytest.raises(UserError, match="16 到 36"):
        export(small(), tmp_path / "稿.pdf", points=points)


@pytest.mark.parametrize("name", ["稿.xlsx", "稿", "稿.doc"])
def test_another_format_is_refused_in_words(tmp_path, name):
    with pytest.raises(UserError, match=r"后缀写成“\.pdf”或“\.docx”"):
        export(small(), tmp_path / name)


def test_what_was_cancelled_leaves_everything_as_it_was(qapp, tmp_path):
    target = tmp_path / "稿.pdf"
    target.write_bytes(b"before")

    def impatient(paper):
        def on_page(done, count):
            assert (done, count) == (1, 3)
            raise CancelledError

        return gongwen_pdf.painted(paper, on_page)

    with pytest.raises(CancelledError):
        export(small(), target, pdf=impatient)
    assert only(tmp_path) == ["稿.pdf"]
    assert target.read_bytes() == b"before"


def test_a_file_that_says_something_else_is_not_stored(qapp, tmp_path):
    def forgetful(paper):
        return replace(gongwen_pdf.painted(paper), words="别的话")

    with pytest.raises(UserError, match="对不上"):
        export(small(), tmp_path / "稿.pdf", pdf=forgetful)
    assert only(tmp_path) == []


@pytest.mark.parametrize("name", ["稿.pdf", "稿.docx"])
def test_places_that_take_no_file_are_told(qapp, tmp_path, name):
    with pytest.raises(UserError, match="文件夹"):
        export(small(), tmp_path / "没有" / name)
    (tmp_path / name).mkdir()
    with pytest.raises(UserError, match="是一个文件夹"):
        export(small(), tmp_path / name)
    closed = tmp_path / "锁"
    closed.mkdir()
    with read_only(closed), pytest.raises(UserError, match="不让写"):
        export(small(), closed / name)


def test_a_full_disk_is_told_and_the_old_file_stays(qapp, tmp_path):
    target = tmp_path / "稿.pdf"
    target.write_bytes(b"before")
    with full_disk(target), pytest.raises(UserError, match="磁盘满了"):
        export(small(), target)
    assert only(tmp_path) == ["稿.pdf"]
    assert target.read_bytes() == b"before"


def test_the_proposed_name_says_what_it_is():
    assert file_name(small(), 22, ".pdf") == "政府工作报告_审议稿_大字稿.pdf"
    assert file_name(replace(small(), edition=""), 16, ".docx") == "政府工作报告_打印稿.docx"
