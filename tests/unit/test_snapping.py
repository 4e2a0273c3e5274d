"""The border of a mark snaps to where words begin and end."""

import pytest
from hypothesis import given
from hypothesis.strategies import booleans, integers, sampled_from, text

from beiguan_desktop.core.snapping import clause_step, snapped, step

TEXT = "增长24.3%，建成“好房子”小区（二期）。 新增车位1,200个"


def at(words, *, is_end):
    return TEXT.index(words) + (len(words) if is_end else 0)


@pytest.mark.parametrize(
    ("hit", "is_end", "border"),
    [
        (at("增", is_end=False) + 1, False, 0),
        (at("，", is_end=True) + 1, False, at("，", is_end=True)),
        (at("24.3%", is_end=True) + 2, True, at("，", is_end=True)),
        (at("24.3%", is_end=True) - 1, True, at("24.3%", is_end=True)),
        (at("1,200", is_end=False) + 1, False, at("1,200", is_end=False)),
        (at("1,200", is_end=False) + 4, False, at("1,200", is_end=True)),
        (at("“好", is_end=False) + 1, False, at("“", is_end=True)),
        (at("房子”", is_end=True), True, at("房子”", is_end=True)),
        (at("车位", is_end=False), False, at("车位", is_end=False) - 2),
        (999, True, len(TEXT)),
        (-5, False, 0),
    ],
)
def test_a_border_falls_where_words_begin_or_end(hit, is_end, border):
    assert snapped(TEXT, hit, is_end=is_end) == border


def test_a_mark_neither_begins_nor_ends_with_a_blank():
    blank = TEXT.index(" ")
    assert snapped(TEXT, blank, is_end=False) != blank
    assert snapped(TEXT, blank + 1, is_end=True) == blank


def test_steps_go_letter_by_letter_but_never_into_a_figure():
    low = at("24.3%", is_end=False)
    assert step(TEXT, low, 1, is_end=True) == low + 5
    assert step(TEXT, low + 5, -1, is_end=True) == low
    assert step(TEXT, 0, -1, is_end=True) == 0
    assert step(TEXT, len(TEXT), 1, is_end=True) == len(TEXT)
    assert step("ge\u0301n e\u0301", 4, 1, is_end=True) == 7


def test_a_letter_stays_with_its_signs():
    assert step("字e\u0301字", 1, 1, is_end=True) == 3
    assert snapped("一二三四五字\u0301六七八九十", 6, is_end=False) == 7


def test_clause_by_clause_to_the_ends_of_the_text():
    first = clause_step(TEXT, 3, 1, is_end=True)
    assert TEXT[:first].endswith("%")
    assert clause_step(TEXT, len(TEXT), 1, is_end=True) == len(TEXT)
    assert clause_step(TEXT, 0, -1, is_end=False) == 0
    assert clause_step("没有标点", 2, -1, is_end=False) == 0


@given(
    words=text(sampled_from("一二，。12.%a“”（） \u0301𠮷"), max_size=24),
    hit=integers(-3, 30),
    is_end=booleans(),
    by=sampled_from([-1, 1]),
)
def test_a_border_is_always_in_the_text_and_steps_always_lead_on(words, hit, is_end, by):
    border = snapped(words, hit, is_end=is_end)
    assert 0 <= border <= len(words)
    there = step(words, border, by, is_end=is_end)
    assert 0 <= there <= len(words)
    assert (there - border) * by >= 0
    assert 0 <= clause_step(words, border, by, is_end=is_end) <= len(words)
