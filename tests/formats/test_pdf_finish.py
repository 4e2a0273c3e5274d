"""A PDF file as Qt writes it, finished: dated by the day, every character with its name."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.paper import Paper, block
from beiguan_desktop.formats.pdf_back import read_back
from beiguan_desktop.formats.pdf_finish import finish
from beiguan_desktop.ui import gongwen_pdf

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 2, 27)
RARE = Paper(
    "《政府工作报告》",
    "",
    (block("title", "题𠮷"), block("body", "甲𠮷乙𬬻丙𠮷丁"), block("heading2", "𬬻号")),
)


@pytest.fixture(scope="module")
def painted(qapp):
    return gongwen_pdf.painted(RARE)


@pytest.fixture(scope="module")
def finished(painted):
    return finish(painted.data, today=DAY, rare=painted.rare)


def page_text(data):
    document = pypdfium2.PdfDocument(data)
    text = document[0].get_textpage().get_text_range()
    document.close()
    return text


def test_rare_characters_can_be_copied(painted, finished):
    assert "𠮷" not in page_text(painted.data)
    text = "".join(page_text(finished).split())
    assert text.startswith("题𠮷甲𠮷乙𬬻丙𠮷丁𬬻号")


def test_the_file_bears_the_day_its_title_and_its_language(finished):
    about = pypdfium2.PdfDocument(finished).get_metadata_dict()
    assert about["Title"] == "《政府工作报告》"
    assert about["CreationDate"] == about["ModDate"] == "D:20260227000000Z"
    assert b'CreateDate="2026-02-27T00:00:00+00:00"' in finished
    assert b"/Lang (zh-CN)" in finished


def test_every_object_stands_where_the_table_says(finished):
    start = int(finished.rpartition(b"startxref")[2].split()[0])
    table = re.findall(rb"^(\d{10}) 00000 n ", finished[start:], re.MULTILINE)
    assert table
    for number, place in enumerate(table, start=1):
        assert finished[int(place) :].startswith(b"%d 0 obj" % number)
    assert re.search(rb"/Size %d\b" % (len(table) + 1), finished)


def test_the_same_pages_are_the_same_bytes_in_any_time_zone(finished):
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from beiguan_desktop.ui import fonts; fonts.load();"
        "from tests.formats.test_pdf_finish import *;"
        "made = gongwen_pdf.painted(RARE);"
        "sys.stdout.buffer.write(finish(made.data, today=DAY, rare=made.rare))"
    )
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Adak", "2")):
        surroundings = {"TZ": zone, "PYTHONHASHSEED": seed, "QT_QPA_PLATFORM": "offscreen"}
        run = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            cwd=ROOT,
            env=os.environ | surroundings,
            check=True,
        )
        assert run.stdout == finished


def test_nothing_is_guessed_where_the_counts_differ(painted):
    guessed = finish(painted.data, today=DAY, rare={"NotoSerifSC-Regular": ["𠮷"]})
    assert "𠮷" not in page_text(guessed)
    assert "甲" in page_text(guessed)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"startxref\n12\n%%EOF", b"x" * 99])
def test_what_is_no_such_file_is_told(data):
    with pytest.raises(UserError, match="没有写好"):
        finish(data, today=DAY, rare={})


def test_a_file_is_read_back_page_by_page(qapp):
    blocks = [block("body", f"第{n}段，共55家。") for n in range(50)]
    made = gongwen_pdf.painted(Paper("题", "", tuple(blocks)))
    pages, letters = read_back(finish(made.data, today=DAY, rare=made.rare))
    assert pages == made.pages == 3
    assert letters.startswith("第0段共55家第1段共55家")
    assert letters.endswith("第49段共55家3")


def test_what_is_no_pdf_says_nothing():
    assert read_back(b"PK") == (0, "")
