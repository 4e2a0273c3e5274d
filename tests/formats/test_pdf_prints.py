"""Reports as they are really printed – set in 仿宋 by the standard, painted, read back."""

from itertools import groupby

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import Paper, block
from beiguan_desktop.formats import pdf_in
from beiguan_desktop.ui import gongwen_pdf
from beiguan_desktop.ui.gongwen_page import laid_out
from tests.unit import specimen
from tests.unit.reading_checks import assert_whole, read

LINES = [line.replace("\n", "") for line in specimen.LINES[1:-2]]
ROLES = {0: "title", 1: "byline", 2: "byline", 3: "addressee"}


def paper(points: float) -> Paper:
    """Make a report to be printed."""
    blocks = (block(ROLES.get(at, "body"), line) for at, line in enumerate(LINES))
    return Paper("《政府工作报告》", "", tuple(blocks), points=points)


@pytest.fixture(scope="module", params=[16, 22, 30])
def print_(qapp, request):
    """Return how a report was set in type of a size, and its PDF file."""
    pages = tuple(laid_out(paper(request.param)))
    return pages, gongwen_pdf.paint(pages, title="报告")


def solid(unit) -> str:
    """Return a unit's text without the blanks that a line end of the print has swallowed."""
    return unit.text.replace(" ", "")


def rows_of(page) -> list[str]:
    """Return the words of each row of a page, its number not among them."""
    by_height = sorted([w for w in page.words if not w.is_note], key=lambda w: (round(w.y, 2), w.x))
    return ["".join(w.text for w in row) for _, row in groupby(by_height, lambda w: round(w.y, 2))]


def test_every_paragraph_is_whole_and_every_page_number_is_noise(print_):
    pages, data = print_
    found = pdf_in.read(data)
    assert found.pages == len(pages) > 1
    reading = outline.read(found.text, source="0" * 64, layout=found.layout)
    assert_whole(found.text, reading)
    whole = read("\n\n".join(LINES))
    assert list(map(solid, reading.units)) == list(map(solid, whole.units))
    assert reading.letters == whole.letters
    assert len(reading.noise) == len(pages)


def test_page_and_line_of_every_place_are_those_of_the_print(print_):
    pages, data = print_
    found = pdf_in.read(data)
    reading = outline.read(found.text, source="0" * 64, layout=found.layout)
    where = Pages(reading.units, reading.marks)
    told = iter(
        (sign, at.page, at.line)
        for unit in reading.units
        for position, sign in enumerate(unit.text)
        for at in [where.at(unit.ordinal, position)]
        if sign.isalnum() and sign not in "₂₅"
    )
    for page in pages:
        for number, row in enumerate(rows_of(page), 1):
            for sign in filter(str.isalnum, row.replace("PM_{2.5}", "PM")):
                assert next(told) == (sign, page.number, number)
    assert next(told, None) is None
