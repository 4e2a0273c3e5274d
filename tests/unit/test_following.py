"""Places follow a report into another reading of its letters exactly, or say that they cannot."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.anchoring import paragraph, passage, section
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Level, Merge, Recast, Split, Unrepair
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.report import Report
from tests.unit.reading_checks import read
from tests.unit.specimen import TEXT

READING = read(TEXT)


def report_of(reading):
    units = reading.units
    return Report("r", reading.title, "审议", "", None, reading.id, units, reading.marks)


OLD = report_of(READING)


def after(*corrections, reading=READING, text=TEXT):
    now, unfit = corrected(text, reading, corrections)
    assert not unfit
    return report_of(now)


def words_of(report, anchor):
    return report.units[anchor.unit].text[anchor.start : anchor.end]


def unit_of(report, words):
    return next(it.ordinal for it in report.units if words in it.text)


def quoted(report, words):
    unit = unit_of(report, words)
    at = report.units[unit].text.index(words)
    return passage(report, unit, at, at + len(words))


def start_of(words):
    return TEXT.index(words)


@given(st.data())
def test_passages_follow_any_joins_splits_and_repairs_and_come_back_the_same(data):
    begins = [unit.spans[0][0] for unit in READING.units[6:]]
    acts = st.one_of(
        st.sampled_from(begins).map(Merge),
        st.integers(start_of("2030年是"), len(TEXT)).map(Split),
        st.sampled_from(READING.repairs).map(lambda it: Unrepair(it.start, it.end)),
    )
    now, _ = corrected(TEXT, READING, data.draw(st.lists(acts, max_size=8)))
    new = report_of(now)
    assert now.letters == READING.letters
    unit = data.draw(st.sampled_from(OLD.units))
    low = data.draw(st.integers(0, len(unit.text) - 1))
    high = data.draw(st.integers(low + 1, len(unit.text)))
    anchor = passage(OLD, unit.ordinal, low, high)
    there = Following(OLD, new).at(anchor, is_original=True)
    if there is None:
        last = new.place_of(max(anchor.letter_start, anchor.letter_end - 1))[0]
        is_torn = new.place_of(anchor.letter_start)[0] != last
        assert is_torn or not letters(words_of(OLD, anchor))
        return
    assert letters(words_of(new, there)) == letters(words_of(OLD, anchor))
    assert (there.letter_start, there.letter_end) == (anchor.letter_start, anchor.letter_end)
    back = Following(new, OLD).at(there, is_original=True)
    assert back is not None
    assert letters(words_of(OLD, back)) == letters(words_of(OLD, anchor))


def test_where_nothing_changed_every_place_stays_as_it_is():
    following = Following(OLD, OLD)
    for unit in OLD.units:
        for low in range(0, len(unit.text), 3):
            anchor = passage(OLD, unit.ordinal, low, low + 7)
            if letters(words_of(OLD, anchor)):
                assert following.at(anchor) == anchor
        if unit.kind == "heading" or unit.runin:
            assert following.at(section(OLD, unit.ordinal)) == section(OLD, unit.ordinal)
    assert following.at(WHOLE_REPORT) == WHOLE_REPORT


def test_signs_round_a_passage_follow_in_either_width():
    old = quoted(OLD, "5.5%，与全市")
    repair = next(it for it in READING.repairs if it.before == ",")
    new = after(Unrepair(repair.start, repair.end))
    assert Following(OLD, new).at(old).quote == "5.5%,与全市"
    marks = quoted(OLD, "，与全市")
    there = Following(OLD, new).at(marks)
    assert there.quote == ",与全市"
    assert Following(new, OLD).at(there) == marks


def test_blanks_and_signs_that_went_are_left_aside():
    texts = (
        "政府工作报告\n\n各位代表：\n\n我们要“ 加强 ”建设。",
        "政府工作报告\n\n各位代表：\n\n我们要“加强”建设。",
    )
    one, other = (report_of(read(text)) for text in texts)
    assert Following(one, other).at(quoted(one, "“ 加强 ”")).quote == "“加强”"
    assert Following(other, one).at(quoted(other, "“加强”")).quote == "“ 加强 ”"
    bare = report_of(read(texts[1].replace("“", "").replace("”", "")))
    assert Following(other, bare).at(quoted(other, "“加强”")).quote == "加强"
    end = report_of(read(texts[1].replace("”建设。", "建设")))
    assert Following(other, end).at(quoted(other, "建设")).quote == "建设"
    assert Following(other, end).at(quoted(other, "加强”建设。")).quote == "加强建设"


def test_a_paragraph_stays_the_paragraph_that_holds_its_beginning_and_keeps_its_letters():
    at = start_of("完善社会保障")
    new = after(Merge(at))
    unit = unit_of(OLD, "完善社会保障")
    there = Following(OLD, new).at(paragraph(OLD, unit))
    assert (there.place, there.unit) == ("paragraph", unit_of(new, "完善社会保障"))
    assert there.letter_start == OLD.units[unit].letter
    assert Following(new, OLD).at(there) == paragraph(OLD, unit)


def test_an_opinion_on_the_very_words_of_a_paragraph_stays_with_them():
    at = start_of("完善社会保障")
    old = paragraph(OLD, unit_of(OLD, "完善社会保障"))
    there = Following(OLD, after(Merge(at))).at(old, is_original=True)
    assert (there.place, there.quote) == ("passage", words_of(OLD, old))
    parted = after(Split(start_of("切实兜牢")))
    assert Following(OLD, parted).at(old, is_original=True) is None
    assert Following(OLD, OLD).at(old, is_original=True) == old


def test_a_passage_over_a_new_border_has_no_place_but_a_proposal():
    old = quoted(OLD, "救助政策，切实兜牢")
    new = after(Split(start_of("切实兜牢")))
    assert Following(OLD, new).at(old) is None
    assert Following(OLD, new).proposal(old) == paragraph(new, unit_of(new, "救助政策"))


def test_a_section_follows_its_heading_and_goes_with_it():
    head = section(OLD, unit_of(OLD, "扩内需稳增长"))
    at = start_of("（一）扩内需")
    assert Following(OLD, after(Level(at, 3))).at(head) == head
    assert Following(OLD, after(Recast(at, "note"))).at(head) is None
    assert Following(OLD, after(Merge(at))).at(head) is None


def test_places_without_letters_are_found_where_there_is_only_one():
    text = TEXT.replace("完善社会保障。", "……\n\n完善社会保障。")
    reading = read(text)
    if not any(unit.text == "……" for unit in reading.units):
        reading, _ = corrected(
            text, reading, [Split(text.index("……")), Split(text.index("完善社"))]
        )
    old = report_of(reading)
    dots = next(unit for unit in old.units if unit.text == "……")
    place = paragraph(old, dots.ordinal)
    assert Following(old, old).at(place) == place
    gone = report_of(corrected(text, reading, [Merge(dots.spans[0][0])])[0])
    assert Following(old, gone).at(place) is None
    comma = quoted(old, "政策，切实")
    sign = passage(old, comma.unit, comma.start + 2, comma.start + 3)
    assert Following(old, old).at(sign) == sign
    doubled = replace(sign, quote="；")
    assert Following(old, old).at(doubled) is None


def test_a_place_that_is_not_what_it_says_has_none():
    old = quoted(OLD, "救助政策")
    assert Following(OLD, OLD).at(replace(old, quote="救助办法")) is None
    beyond = Anchor("passage", 0, 0, 2, 10**6, 10**6, quote="，")
    assert Following(OLD, OLD).at(beyond) is None


@pytest.mark.parametrize("sign", ["。", "——"])
def test_a_sign_at_an_end_is_found_in_the_unit_where_it_stands(sign):
    old = next(it for it in OLD.units if it.text.startswith("——") or it.text.endswith("。"))
    found = [m.start() for m in re.finditer(sign, OLD.units[-4].text)]
    assert old.text
    for at in found:
        place = passage(OLD, OLD.units[-4].ordinal, at, at + len(sign))
        assert Following(OLD, OLD).at(place) == place
