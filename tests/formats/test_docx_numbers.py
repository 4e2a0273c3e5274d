"""Automatic numbers are what Word shows, level by level, list by list."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.formats.docx_numbers import (
    Abstract,
    Definitions,
    Instance,
    Level,
    Numbering,
    Style,
)

CHINESE = Level(form="chineseCountingThousand", text="%1、")
BRACKET = Level(form="chineseCounting", text="（%2）")
THIRD = Level(text="%1.%2.%3", suffix="space", is_legal=True)
LEVELS = {0: CHINESE, 1: BRACKET, 2: THIRD}


def shown(items, lists=None, abstracts=None, styles=None, usual="") -> list[str]:
    """Number items: (list, level), or (style, list, level)."""
    definitions = Definitions(
        abstracts or {"A": Abstract(LEVELS)},
        lists or {"1": Instance("A"), "2": Instance("A")},
        styles or {},
        usual,
    )
    numbering = Numbering(definitions)
    return [numbering.before(*(each if len(each) == 3 else ("", *each))) for each in items]


def test_levels_count_each_for_itself_and_begin_anew_below_one_that_goes_on():
    items = [("1", each) for each in (0, 1, 1, 2, 0, 1, 2, 2)]
    want = ["一、", "（一）", "（二）", "1.2.1 ", "二、", "（一）", "2.1.1 ", "2.1.2 "]
    assert shown(items) == want


def test_a_level_whose_upper_ones_have_not_begun_shows_their_first_numbers():
    assert shown([("1", 2), ("1", 0), ("1", 2)]) == ["1.1.1 ", "一、", "1.1.1 "]


def test_lists_of_one_kind_count_together_unless_one_begins_with_its_own_number():
    lists = {"1": Instance("A"), "2": Instance("A"), "3": Instance("A", starts={0: 5, 1: 3})}
    items = [("1", 0), ("2", 0), ("3", 0), ("3", 1), ("3", 0), ("3", 1), ("1", 0)]
    want = ["一、", "二、", "五、", "（三）", "六、", "（三）", "七、"]
    assert shown(items, lists) == want


def test_a_list_may_have_levels_of_its_own():
    lists = {
        "1": Instance("A"),
        "2": Instance("A", levels={0: Level(text="%1)", suffix="nothing")}),
    }
    assert shown([("1", 0), ("2", 0)], lists) == ["一、", "2)"]


@pytest.mark.parametrize(
    ("restart", "want"),
    [(None, "1.1.1 "), (0, "1.1.3 "), (1, "1.1.3 "), (2, "1.1.1 "), (9, "1.1.1 ")],
)
def test_a_level_begins_anew_after_the_levels_it_names(restart, want):
    third = replace(THIRD, restart=restart)
    levels = {"A": Abstract({**LEVELS, 1: Level(text="%2.", restart=0), 2: third})}
    items = [("1", 0), ("1", 1), ("1", 2), ("1", 2), ("1", 1), ("1", 2)]
    got = shown(items, abstracts=levels)
    assert got[-1] == want.replace("1.1", "1.2")
    assert got[-2] == "2. "
    if restart == 1:
        assert shown([*items, ("1", 0), ("1", 2)], abstracts=levels)[-1] == "2.2.1 "


def test_numbers_of_a_legal_level_are_figures():
    levels = {"A": Abstract({0: CHINESE, 1: Level(form="upperRoman", text="%1.%2", is_legal=True)})}
    assert shown([("1", 0), ("1", 1)], abstracts=levels) == ["一、", "1.1 "]
    levels = {"A": Abstract({0: CHINESE, 1: Level(form="upperRoman", text="%1.%2")})}
    assert shown([("1", 0), ("1", 1)], abstracts=levels) == ["一、", "一.I "]


def test_a_pattern_shows_neither_what_is_below_nor_what_is_not_counted():
    levels = {
        0: Level(form="none", text="附%1"),
        1: Level(text="%1%2%3%9."),
        2: Level(form="bullet", text="●%3"),
        3: Level(form="none"),
    }
    got = shown([("1", each) for each in range(4)], abstracts={"A": Abstract(levels)})
    assert got == ["附 ", "1. ", "● ", ""]


def test_a_hidden_number_counts_and_is_not_shown():
    levels = {"A": Abstract({0: Level(text="%1.", is_hidden=True), 1: Level(text="%1.%2")})}
    assert shown([("1", 0), ("1", 0), ("1", 1)], abstracts=levels) == ["", "", "2.1 "]


@pytest.mark.parametrize("place", [("0", 0), (None, None), ("9", 0), ("1", 8)])
def test_no_list_an_unknown_one_and_a_level_it_lacks_give_no_number(place):
    assert shown([place, ("1", 0)]) == ["", "一、"]
    assert shown([("1", 0)], lists={"1": Instance("gone")}) == [""]


def test_a_style_is_a_list_and_a_paragraph_may_say_otherwise():
    styles = {
        "a": Style(),
        "1": Style(based_on="a", list_id="1"),
        "2": Style(based_on="1", level=1),
        "3": Style(based_on="2", list_id="0"),
    }
    items = [
        *(("1", None, None), ("2", None, None), ("2", "0", None), ("3", None, None)),
        *(("2", None, None), ("1", "2", 1), ("2", None, 0), ("gone", None, None)),
    ]
    want = ["一、", "（一）", "", "", "（二）", "（三）", "二、", ""]
    assert shown(items, styles=styles, usual="a") == want


def test_the_level_that_names_a_style_is_the_one_of_its_paragraphs():
    levels = {"A": Abstract({0: CHINESE, 1: Level(text="%2.", style="2")})}
    styles = {"2": Style(list_id="1", level=0), "3": Style(based_on="2")}
    items = [("2", None, None), ("3", None, None), ("2", "1", None)]
    assert shown(items, abstracts=levels, styles=styles) == ["1. ", "2. ", "一、"]


def test_the_usual_style_numbers_paragraphs_that_name_none():
    assert shown([("", None, None)], styles={"a": Style(list_id="1")}, usual="a") == ["一、"]


def test_a_numbering_style_stands_for_the_list_it_names():
    abstracts = {"A": Abstract(LEVELS), "B": Abstract(link="S"), "C": Abstract(link="T")}
    lists = {"1": Instance("A"), "2": Instance("B"), "3": Instance("C")}
    styles = {"S": Style(list_id="1"), "T": Style()}
    assert shown([("1", 0), ("2", 0), ("3", 0)], lists, abstracts, styles) == ["一、", "二、", ""]


def test_styles_and_lists_that_stand_upon_themselves_end():
    styles = {"S": Style(based_on="S", list_id="2"), "T": Style(based_on="T")}
    abstracts = {"B": Abstract(link="S")}
    assert shown([("S", None, None)], {"2": Instance("B")}, abstracts, styles) == [""]
    assert shown([("T", None, None)], styles=styles) == [""]


_FEW = st.sampled_from(["", "0", "1", "2", "S", "T"])
_LEVELS = st.dictionaries(
    st.integers(0, 8),
    st.builds(
        Level,
        start=st.integers(0, 10**8),
        form=st.text(max_size=3) | st.sampled_from(["bullet", "none", "upperRoman", "decimal"]),
        text=st.text(alphabet="%0123456789、.a", max_size=12),
        suffix=st.sampled_from(["tab", "space", "nothing", ""]),
        restart=st.none() | st.integers(0, 99),
        is_legal=st.booleans(),
        style=_FEW,
    ),
    max_size=4,
)
_DEFINITIONS = st.builds(
    Definitions,
    st.dictionaries(_FEW, st.builds(Abstract, _LEVELS, _FEW), max_size=3),
    st.dictionaries(
        _FEW,
        st.builds(Instance, _FEW, _LEVELS, st.dictionaries(st.integers(0, 9), st.integers(0, 99))),
        max_size=3,
    ),
    st.dictionaries(
        _FEW,
        st.builds(Style, _FEW, st.none() | _FEW, st.none() | st.integers(0, 99)),
        max_size=4,
    ),
    _FEW,
)


@given(
    _DEFINITIONS,
    st.lists(st.tuples(_FEW, st.none() | _FEW, st.none() | st.integers(0, 99)), max_size=9),
)
def test_whatever_is_defined_every_paragraph_has_a_number_or_none(definitions, paragraphs):
    numbering = Numbering(definitions)
    for each in paragraphs:
        number = numbering.before(*each)
        assert len(number) < 200
        assert number == "" or number.strip() or "\n" not in number
