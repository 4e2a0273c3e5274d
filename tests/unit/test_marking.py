"""A stroke over words: what it adds, what it takes off, where it stands in another reading."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists, tuples

from beiguan_desktop.core import marking
from beiguan_desktop.core.comment import Highlight
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Unit

TEXT = "教育、医疗和养老，都要办好。办好教育。"


def report(*texts: str, reading: str = "reading") -> Report:
    units, letter = [], 0
    for at, text in enumerate(texts):
        units.append(Unit(at, "paragraph", 0, text, text, (), number=at + 1, letter=letter))
        letter += letter_count(text)
    return Report("r1", "报告", "审议", "审议稿", None, reading, tuple(units), ())


def mark(of: Report, unit: int, words: str, nth: int = 0) -> Highlight:
    text = of.units[unit].text
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    letters = (of.letter_at(unit, start), of.letter_at(unit, end))
    return Highlight("h", of.id, of.reading, "p", unit, start, end, *letters, words, "now")


def test_in_its_own_reading_a_mark_stands_where_it_was_made():
    here = report("前言。", TEXT)
    place = marking.place_of(here, mark(here, 1, "教育", nth=1))
    assert (place.place, place.unit, place.quote) == ("passage", 1, "教育")
    assert place.start == TEXT.rindex("教育")


def test_a_whole_paragraph_that_is_marked_is_the_paragraph():
    here = report(TEXT)
    assert marking.place_of(here, mark(here, 0, TEXT)).place == "paragraph"


def test_in_another_reading_the_words_are_found_at_their_letter():
    old = report("前言。", TEXT)
    seen = mark(old, 1, "教育", nth=1)
    new = report("前言。教育 、医疗 和养老，", "都要办好。“办好”教育。", reading="better")
    place = marking.place_of(new, seen)
    assert (place.unit, place.quote) == (1, "教育")
    assert new.units[1].text[place.start - 1] == "”"


def test_words_that_another_reading_no_longer_has_have_no_place():
    old = report(TEXT)
    gone = report("教育、医院和养老，都要办好。办好教育。", reading="other")
    assert marking.place_of(gone, mark(old, 0, "医疗")) is None
    again = report("教育、医疗和养老，都要办好。办好文化。", reading="other")
    assert marking.place_of(again, mark(old, 0, "教育", nth=1)) is None
    torn = report("教育、医", "疗和养老，都要办好。办好教育。", reading="other")
    assert marking.place_of(torn, mark(old, 0, "医疗")) is None


@pytest.mark.parametrize("bad", [{"unit": 9}, {"end": 999}, {"start": 5, "end": 5}])
def test_a_place_that_cannot_be_is_none(bad):
    here = report(TEXT)
    assert marking.place_of(here, replace(mark(here, 0, "教育"), **bad)) is None


def test_letters_decide_whether_words_are_marked():
    assert marking.is_covered(TEXT, [(0, 2), (3, 5)], (0, 5))
    assert not marking.is_covered(TEXT, [(0, 2)], (0, 5))
    assert not marking.is_covered(TEXT, [], (2, 3)), "a comma alone is marked or it is not"
    assert marking.is_covered(TEXT, [(0, 4)], (2, 3))


def test_what_is_left_over_has_letters():
    assert marking.left_over(TEXT, (0, 9), (3, 5)) == [(0, 3), (5, 9)]
    assert marking.left_over(TEXT, (0, 9), (0, 8)) == []
    assert marking.left_over(TEXT, (3, 5), (0, 9)) == []
    assert marking.left_over(TEXT, (0, 9), (5, 19)) == [(0, 5)]


SPANS = tuples(integers(0, 18), integers(1, 19)).map(sorted).filter(lambda it: it[0] < it[1])


@given(spans=lists(SPANS.map(tuple), max_size=4), wanted=SPANS.map(tuple))
def test_a_stroke_joins_and_takes_off_as_sets_of_characters_do(spans, wanted):
    def at(*some):
        return {it for low, high in some for it in range(low, high)}

    met = [span for span in spans if marking.touches(span, wanted)]
    assert met == [span for span in spans if at(span) & at(wanted)]
    assert at(marking.joined(spans, wanted)) == at(wanted, *met)
    for span in spans:
        pieces = marking.left_over(TEXT, span, wanted)
        assert at(*pieces) <= at(span) - at(wanted)
        lost = at(span) - at(wanted) - at(*pieces)
        assert not any(letter_count(TEXT[it]) for it in lost)
    covered = marking.is_covered(TEXT, spans, wanted)
    letters = {it for it in at(wanted) if letter_count(TEXT[it])}
    assert covered == ((letters or at(wanted)) <= at(*spans))
