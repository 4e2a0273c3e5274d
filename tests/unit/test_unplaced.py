"""Opinions without a place in the text: which, and where their words may be now."""

from dataclasses import replace

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.unplaced import (
    MOST,
    candidates,
    has_place,
    old_words,
    placed_draft,
    without_place,
)
from tests.ui.page_parts import report_of
from tests.ui.panes import opinion

OLD = report_of("雨水管网改造年底前完成。", "多建学校，办好托育。")
NEW = replace(report_of("今年改造雨水管网，年底前完成。", "办好托育。"), reading="second")


def on(report, unit, words):
    start = report.units[unit].text.index(words)
    return passage(report, unit, start, start + len(words))


def test_an_opinion_has_its_place_in_the_text_it_was_written_on():
    here = opinion("a", reading="second")
    there = opinion("b", reading="reading")
    assert has_place(NEW, here)
    assert without_place(NEW, [here, there]) == [there]


def test_a_box_for_an_opinion_of_the_library_follows_it_or_waits():
    shown = opinion("a", on(OLD, 0, "雨水"), reading="reading")
    base = replace(shown, anchor=on(NEW, 0, "雨水"), reading="second")
    assert placed_draft(OLD, None, shown) is shown
    assert placed_draft(NEW, shown, shown) is None
    placed = placed_draft(NEW, base, shown)
    assert (placed.anchor, placed.reading) == (base.anchor, "second")
    fresh = placed_draft(NEW, None, shown)
    assert (fresh.anchor, fresh.reading, fresh.text) == (WHOLE_REPORT, "second", shown.text)


def test_the_words_one_spoke_about_are_the_passage_or_the_paragraph():
    assert old_words(on(OLD, 1, "办好托育"), OLD) == "办好托育"
    assert old_words(paragraph(OLD, 1), OLD) == OLD.units[1].text
    assert old_words(replace(paragraph(OLD, 1), unit=9), OLD) == ""
    assert old_words(WHOLE_REPORT, OLD) == ""


def test_words_that_stand_in_the_text_are_shown_in_its_order():
    assert [it.unit for it in candidates(NEW, "完成")] == [0]
    many = report_of(*["年底前完成。"] * 12)
    assert [it.unit for it in candidates(many, "完成")] == list(range(MOST))


def test_else_the_places_most_like_them_are_shown_and_nothing_for_few_letters():
    (found,) = candidates(NEW, "雨水管网的改造年底前要完成。")
    assert found.unit == 0
    (whole,) = candidates(NEW, "多建学校，办好托育。")
    assert (whole.place, whole.unit) == ("paragraph", 1)
    assert candidates(NEW, "学校") == []
    assert candidates(NEW, "谁也没有说过这样的话呀。") == []
