"""What is no report is told by its look; a report, however poor a file it is, is never refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop import paths
from beiguan_desktop.core.outline import read, read_plain
from beiguan_desktop.core.recognizing import taken_for
from beiguan_desktop.formats.text_in import decode
from tests.no_reports import FILES, NOVEL, REPORTS, TABLE
from tests.unit.reading_checks import assert_whole
from tests.unit.specimen import TEXT


def look(text: str) -> str:
    return taken_for(read(text, source="0" * 64), text)


@pytest.mark.parametrize(("text", "word"), FILES.values(), ids=FILES)
def test_what_is_no_report_is_told(text, word):
    assert word in look(text)


@pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
def test_a_report_of_any_kind_is_let_in(text):
    assert look(text) == ""


def test_the_shipped_report_and_the_invented_one_are_let_in(shipped_text):
    assert look(shipped_text) == look(TEXT) == ""


@pytest.fixture(scope="module")
def shipped_text() -> str:
    return paths.shipped_report().read_text(encoding="utf-8")


@given(at=st.integers(0, 13_000), length=st.integers(600, 3_000))
def test_a_piece_cut_out_of_a_report_is_let_in(shipped_text, at, length):
    assert look(shipped_text[at : at + length].ljust(600, "。")) == ""


def test_no_corpus_file_is_refused(shared):
    for file in sorted((shared / "corpus").rglob("*.txt")):
        assert look(decode(file.read_bytes())[0]) == "", file.name


def test_a_long_article_that_is_none_of_all_that_is_another_text():
    article = "做红烧肉要先把肉焯水，再用小火慢慢炖，等汤汁收干，撒上葱花就可以吃了。" * 12
    assert look(article) == "看起来是别的文章"


def test_nothing_at_all_is_a_few_words():
    assert look("") == look("\n 12 \n") == look("春风又绿江南岸") == "只有几句话"


def test_a_tale_stays_one_although_a_report_is_spoken_of_in_it():
    assert "小说" in look(f"一份报告\n\n{NOVEL}")
    assert "小说" in look(NOVEL.replace("雨还在下", "雨还在下，他要向县长报告工作", 1))


def test_a_table_below_a_sentence_is_one_still():
    assert "数字表" in look(f"下面是历年的产量，单位是吨。\n{TABLE}")


def test_only_the_beginning_is_looked_at(shipped_text):
    assert look(shipped_text * 2 + NOVEL * 100) == ""
    assert "小说" in look(NOVEL * 50 + shipped_text)


def test_a_text_without_line_ends_is_looked_at_no_longer_than_others():
    assert look("他说道。" * 100_000) == "看起来是一部小说或者故事"


# -- read as plain paragraphs


@pytest.mark.parametrize("text", [text for text, _ in FILES.values()], ids=FILES)
def test_as_plain_paragraphs_every_line_is_one(text):
    reading = read_plain(text, source="0" * 64)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert [unit.text for unit in reading.units] == lines
    assert [unit.number for unit in reading.units] == list(range(1, len(lines) + 1))
    assert {unit.kind for unit in reading.units} == {"paragraph"}
    assert (reading.noise, reading.repairs, reading.marks) == ((), (), ())
    assert_whole(text, reading)


@given(st.text("一。 \u3000\u200b\ufeff\t\n\r\x0b\x0c\x85\u2028a?&<", max_size=60))
def test_no_character_is_lost_as_plain_paragraphs(text):
    assert_whole(text, read_plain(text, source="0" * 64))


def test_a_plain_reading_is_called_by_its_first_words():
    assert read_plain("\n　　雨夜\n他来了。", source="0" * 64).title == "雨夜"
    assert read_plain("", source="0" * 64).title == ""


def test_a_plain_reading_is_called_by_its_file_if_that_says_anything():
    speech = "各位代表：\n我赞成政府工作报告。"
    assert read_plain(speech, source="0" * 64, called="老王的发言").title == "老王的发言"
    assert read_plain(speech, source="0" * 64, called="IMG_2026").title == "各位代表"
