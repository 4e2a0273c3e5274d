"""Progress: what has been read by letters, what is left by seconds, what comes next."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.progress import (
    moved,
    next_unread,
    of_whole,
    reading_progress,
    seconds_to_read,
    unread,
    weights,
    without,
)
from tests.ui.panes import shipped
from tests.unit.small_report import body, line, report_of, small

ORDINALS = sorted(unit.ordinal for unit in shipped().paragraphs.values())


def letters_of(units) -> set[int]:
    return {shipped().units[unit].letter for unit in units}


def test_reading_is_measured_in_letters_of_paragraphs():
    report = small()
    paragraphs = [unit for unit in report.units if unit.number is not None]
    letters = sum(letter_count(unit.text) for unit in paragraphs)
    whole, *parts = reading_progress(report, set())
    assert (whole.read, whole.letters, whole.percent) == (0, letters, 0)
    assert [part.label for part in parts] == ["一、", "二、", "三、"]
    first = next(unit for unit in paragraphs if unit.runin)
    whole, review, *others = reading_progress(report, {first.letter})
    assert whole.read == review.read == letter_count(first.text)
    assert 0 < review.percent < 100
    assert all(part.read == 0 for part in others)
    everything = reading_progress(report, {unit.letter for unit in paragraphs})
    assert all((part.percent, part.seconds) == (100, 0.0) for part in everything)


def test_a_mark_anywhere_in_a_paragraph_means_that_paragraph():
    report = small()
    third = report.paragraphs[3]
    last = third.letter + letter_count(third.text) - 1
    for mark in (third.letter, last):
        assert unread(report, {mark}) == unread(report, set()) - {third.ordinal}
    assert third.ordinal in unread(report, {third.letter - 1, last + 1})


def test_percent_never_says_all_or_nothing_when_it_is_not_so():
    (whole, *_) = reading_progress(shipped(), {shipped().paragraphs[1].letter})
    assert whole.percent == 1 or whole.read * 100 >= whole.letters
    nearly = {unit.letter for unit in shipped().paragraphs.values() if unit.number != 63}
    assert reading_progress(shipped(), nearly)[0].percent == 99


def test_a_paragraph_takes_its_length_and_two_seconds_at_least():
    assert seconds_to_read("字" * 400) == 60.0
    assert seconds_to_read("短") == 2.0
    (whole, *_) = reading_progress(shipped(), set())
    texts = [unit.text for unit in shipped().paragraphs.values()]
    assert whole.seconds == sum(seconds_to_read(text) for text in texts)


def test_a_report_without_sections_is_read_all_the_same():
    report = report_of(line("title", "报告"), body("只有一段。"))
    assert [share.percent for share in reading_progress(report, {2})] == [100]


@given(st.sets(st.sampled_from(ORDINALS)), st.sets(st.sampled_from(ORDINALS)))
def test_a_share_that_is_carried_on_is_the_share_counted_anew(read, more):
    before = of_whole(shipped(), letters_of(read))
    after = moved(before, shipped(), more - read, is_read=True)
    anew = of_whole(shipped(), letters_of(read | more))
    assert (after.read, after.letters) == (anew.read, anew.letters)
    assert abs(after.seconds - anew.seconds) < 1e-6
    back = moved(after, shipped(), more - read, is_read=False)
    assert back.read == before.read
    assert abs(back.seconds - before.seconds) < 1e-6


def test_what_is_unread_next_comes_after_the_place_and_then_from_the_beginning():
    assert next_unread({3, 7, 9}, after=7) == 9
    assert next_unread({3, 7, 9}, after=6) == 7
    assert next_unread({3, 7, 9}, after=9) == 3
    assert next_unread({3, 7, 9}, after=-1) == 3
    assert next_unread(set(), after=7) is None


@given(st.sets(st.sampled_from(ORDINALS)), st.sets(st.sampled_from(ORDINALS)))
def test_marks_taken_from_some_paragraphs_leave_the_others_read(read, gone):
    kept = without(shipped(), letters_of(read), gone)
    assert kept == letters_of(read - gone)


def test_a_mark_inside_a_paragraph_goes_with_it():
    report = small()
    third = report.paragraphs[3]
    assert without(report, {third.letter + 2, 0}, {third.ordinal}) == {0}


def test_paragraphs_weigh_their_letters_and_headings_nothing():
    report = small()
    for unit, weight in zip(report.units, weights(report.units), strict=True):
        assert weight == (letter_count(unit.text) if unit.number is not None else 0)
    assert weights(()) == []


def test_a_paragraph_without_letters_has_nothing_to_be_read():
    report = report_of(body("……"), body("有字。"), body("！"))
    assert unread(report, set()) == {1}
    assert weights(report.units) == [0, 2, 0]
    nothing = report_of(line("title", "报告"), body("——"))
    assert of_whole(nothing, set()).percent == 0
    assert unread(nothing, set()) == frozenset()
