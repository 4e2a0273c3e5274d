"""我的意见, 发言提纲 and 空白意见表 as files: golden texts, validators, and what is refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.handing_in import Printed
from beiguan_desktop.formats import gongwen_docx, pdf_back
from beiguan_desktop.services import opinion_papers, speaking
from beiguan_desktop.storage.store import open_store
from beiguan_desktop.ui import gongwen_pdf
from tests.formats.opinions import AUTHOR, REPORT, TODAY, comments

GOLDEN = Path(__file__).parents[1] / "formats" / "golden"
NOW = "2026-02-27T09:41:00+08:00"


def sheets():
    printed = [Printed("r1", "p1", "甲7", "c3", NOW), Printed("r1", "p1", "甲2", "c0", NOW)]
    return {
        "my_opinions_again": opinion_papers.mine(
            REPORT,
            comments(),
            author=AUTHOR,
            today=TODAY,
            printed=printed,
            chosen={"c0", "c3", "c5"},
            ordinal=2,
        ),
        "speech": opinion_papers.to_speak(REPORT, comments(), author=AUTHOR),
        "blank_sheet": opinion_papers.blank(REPORT, today=TODAY),
    }


NAMES = tuple(sheets())


@pytest.mark.parametrize("name", NAMES)
def test_it_reads_as_the_golden_one(name):
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert sheets()[name].paper.lines == golden


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_every_word_is_in_the_file_and_it_is_the_same_each_time(qapp, tmp_path, name, suffix):
    sheet = sheets()[name]
    one, two = (
        opinion_papers.export(
            sheet, tmp_path / f"{n} 50%{suffix}", today=TODAY, pdf=gongwen_pdf.painted
        )
        for n in "一二"
    )
    assert one.comments == sheet.comments
    data = one.file.read_bytes()
    assert data == two.file.read_bytes()
    if suffix == ".docx":
        assert gongwen_docx.read_back(data) == sheet.paper.lines
        assert OpenXmlValidator().validate(one.file).error_count == 0
        assert ooxml_integrity.check(one.file) == []
    else:
        letters = pdf_back.read_back(data)[1]
        for line in sheet.paper.lines:
            assert "".join(c for c in line if c.isalnum()) in letters


def test_each_opinion_begins_a_page_in_word_and_in_pdf(qapp, tmp_path):
    sheet = sheets()["speech"]
    opinion_papers.export(sheet, tmp_path / "讲.pdf", today=TODAY, pdf=gongwen_pdf.painted)
    assert pdf_back.read_back((tmp_path / "讲.pdf").read_bytes())[0] == len(comments())
    opinion_papers.export(sheet, tmp_path / "讲.docx", today=TODAY, pdf=gongwen_pdf.painted)
    import docx  # noqa: PLC0415

    breaks = [
        paragraph.text[:2]
        for paragraph in docx.Document(tmp_path / "讲.docx").paragraphs
        if paragraph.paragraph_format.page_break_before
    ]
    assert breaks == ["二、", "三、", "四、", "五、", "六、"]


def test_the_empty_sheet_is_one_leaf_of_two_sides(qapp, tmp_path):
    sheet = sheets()["blank_sheet"]
    opinion_papers.export(sheet, tmp_path / "空.pdf", today=TODAY, pdf=gongwen_pdf.painted)
    assert pdf_back.read_back((tmp_path / "空.pdf").read_bytes())[0] == 2
    named = opinion_papers.blank(REPORT, today=TODAY, author=AUTHOR)
    assert any("姓名：代表甲" in line for line in named.paper.lines)
    guest = opinion_papers.blank(REPORT, today=TODAY, author=replace(AUTHOR, capacity="列席人员"))
    assert guest.paper.lines[0] == "审议意见表"


@pytest.mark.parametrize(
    ("name", "words"),
    [("my_opinions_again", "还没有可以交的意见"), ("speech", "还没有可以讲的意见")],
)
def test_without_an_opinion_nothing_is_stored(tmp_path, name, words):
    empty = replace(sheets()[name], comments=0)
    with pytest.raises(UserError, match=f"代表甲{words}"):
        opinion_papers.export(empty, tmp_path / "空.docx", today=TODAY, pdf=gongwen_pdf.painted)
    nobody = replace(empty, paper=replace(empty.paper, creator=""))
    with pytest.raises(UserError, match=f"您{words}"):
        opinion_papers.export(nobody, tmp_path / "空.docx", today=TODAY, pdf=gongwen_pdf.painted)
    assert list(tmp_path.iterdir()) == []


def test_a_size_one_cannot_speak_from_is_refused():
    with pytest.raises(UserError, match="20、22、24"):
        opinion_papers.to_speak(REPORT, comments(), author=AUTHOR, points=16)


def test_proposed_names_say_what_it_is():
    day, nobody = date(2026, 2, 7), Person("", "")
    found = [
        opinion_papers.file_name(sheet, REPORT, AUTHOR, day, ".pdf") for sheet in sheets().values()
    ]
    assert found == [
        "代表审议意见_第三代表团_代表甲_政府工作报告_2026-02-07.pdf",
        "发言提纲_第三代表团_代表甲_政府工作报告_2026-02-07.pdf",
        "空白意见表_政府工作报告.pdf",
    ]
    speech = sheets()["speech"]
    name = opinion_papers.file_name(speech, REPORT, nobody, day, ".docx")
    assert name == "发言提纲_政府工作报告_2026-02-07.docx"


def test_lines_of_text_bear_the_same_numbers():
    from beiguan_desktop.core import my_opinions  # noqa: PLC0415

    parts = my_opinions.parts(comments(), AUTHOR)
    found = opinion_papers.lines(REPORT, parts, author=AUTHOR)
    assert found[1].startswith("甲1. ")


def test_the_order_of_a_speech_is_kept(tmp_path):
    private = replace(comments()[2], private=True)
    foreign = replace(comments()[1], person="p2")
    mine = [comments()[3], private, comments()[0], foreign]

    def chosen(store, these=mine):
        found = speaking.choices(store, REPORT, AUTHOR, these)
        return [(comment.id, is_chosen) for comment, is_chosen in found]

    with open_store(tmp_path / "库.db", create=True) as store:
        assert chosen(store) == [("c3", True), ("c0", True), ("c2", False)]
        gone = replace(private, id="c9")
        given = [(comments()[0], False), (private, True), (gone, True)]
        speaking.keep(store, REPORT, AUTHOR, given)
        assert chosen(store) == [("c0", False), ("c2", True), ("c3", True)]
    (said,) = speaking.points(REPORT, [mine[0]])
    assert said.words[0] == "助餐场所难以维持，"


def test_a_tick_from_before_an_opinion_became_private_does_not_count(tmp_path):
    public = comments()[0]
    private = replace(public, private=True)

    def is_chosen(store, comment):
        ((_, chosen),) = speaking.choices(store, REPORT, AUTHOR, [comment])
        return chosen

    with open_store(tmp_path / "库.db", create=True) as store:
        speaking.keep(store, REPORT, AUTHOR, [(public, True)])
        assert is_chosen(store, public)
        assert not is_chosen(store, private)
        older = f'[["{public.id}", true]]'  # as the program wrote it before it knew of this
        store.desk.put_setting(f"speech {REPORT.id} {AUTHOR.id}", older)
        assert is_chosen(store, public)
        assert not is_chosen(store, private)
        speaking.keep(store, REPORT, AUTHOR, [(private, True)])
        assert is_chosen(store, private), "chosen since, knowing that it is private"
