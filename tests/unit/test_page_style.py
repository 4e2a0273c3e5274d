"""页码写法: which pages and lines of the print stand on paper."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.services import handing_in, opinion_papers, page_style, speaking
from beiguan_desktop.services.page_style import LINE, NONE, PAGE, pages_of
from beiguan_desktop.storage.store import open_store
from tests.formats.opinions import AUTHOR, REPORT, SERVICE, TODAY, comments
from tests.unit.test_pagination import paragraphs

FIXED = replace(REPORT, marks=(PageMark(REPORT.units[SERVICE].letter, 3, 1, "hand"),))
SEAMS = replace(REPORT, marks=(PageMark(0, 1, 1, "seam"),))


def at(report, unit):
    return replace(comments()[3], anchor=paragraph(report, unit))


@pytest.mark.parametrize(
    ("report", "style", "words"),
    [
        (FIXED, NONE, ""),
        (FIXED, PAGE, "第3页"),
        (FIXED, LINE, "第3页第1行"),
        (SEAMS, PAGE, "约第1页"),  # its end is inferred
        (SEAMS, LINE, "约第1页"),  # the line is inferred
        (REPORT, LINE, ""),  # nothing is known
    ],
)
def test_page_and_line_are_named_as_far_as_they_are_known(report, style, words):
    assert pages_of(report, style)(at(report, SERVICE)) == words
    assert pages_of(report, style)(replace(comments()[0], anchor=WHOLE_REPORT)) == ""


def test_where_the_print_is_known_on_one_side_only_nothing_is_named():
    far = replace(REPORT, marks=(PageMark(REPORT.units[12].letter, 9, 1, "hand"),))
    assert pages_of(far)(at(far, 2)) == ""
    assert pages_of(far)(at(far, 12)) == "第9页"


def test_near_a_border_that_is_only_inferred_the_page_is_about():
    units = tuple(paragraphs(*[1] * 50))
    two = replace(REPORT, units=units, marks=(PageMark(units[44].letter, 3, 1, "pdf"),))
    named = [pages_of(two)(at(two, line)) for line in (0, 19, 20, 21, 22, 23, 24, 43, 44)]
    assert named == ["第1页"] * 2 + ["约第1页"] * 2 + ["约第2页"] * 2 + ["第2页"] * 2 + ["第3页"]


def test_the_setting_is_kept_in_the_library_and_obeyed_by_every_paper(tmp_path):
    with open_store(tmp_path / "库.db", create=True) as store:
        assert page_style.style(store) == PAGE
        assert handing_in.look(store, REPORT, AUTHOR).pages == PAGE
        page_style.keep(store, NONE)
        assert page_style.style(store) == NONE
        assert handing_in.look(store, REPORT, AUTHOR).pages == NONE
        with pytest.raises(UserError, match="无、页、页和行"):
            page_style.keep(store, "行")
        store.desk.put_setting("page style", "别的")
        assert page_style.style(store) == PAGE


@pytest.mark.parametrize(("style", "is_named"), [(NONE, False), (PAGE, True)])
def test_sheet_text_and_speech_name_it_alike(style, is_named):
    mine = [comments()[0]]
    sheet = opinion_papers.mine(FIXED, mine, author=AUTHOR, today=TODAY, pages=style)
    speech = opinion_papers.to_speak(FIXED, mine, author=AUTHOR, pages=style)
    parts = handing_in.Outgoing(FIXED, AUTHOR, mine).parts
    lines = opinion_papers.lines(FIXED, parts, author=AUTHOR, pages=style)
    (said,) = speaking.points(FIXED, mine, pages=style)
    for text in (str(sheet.paper), str(speech.paper), str(lines), said.heading):
        assert ("（第3页）" in text) == is_named
