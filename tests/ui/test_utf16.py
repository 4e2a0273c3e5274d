"""Qt counts halves of pairs, the program counts characters."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.utf16 import by_units, pairs, width

TEXTS = st.text(st.sampled_from("一2A𠮷😀\ud842"), max_size=20)


@given(TEXTS)
def test_a_pair_is_two_units_and_everything_else_one(text):
    assert width(text) == len(text) + sum(character in "𠮷😀" for character in text)


@given(TEXTS)
def test_pairs_are_what_makes_a_text_wider_than_it_is_long(text):
    assert len(text) + len(pairs(text)) == width(text)
    assert {text[at] for at in pairs(text)} <= {"𠮷", "😀"}


def test_a_text_is_cut_where_units_begin():
    text = by_units("一𠮷二A")
    assert (text[0:3], text[3:5], text[5:9], text[0:0]) == ("一𠮷", "二A", "", "")
    assert by_units("一二")[1:] == "二"


@given(TEXTS, st.data())
def test_cutting_loses_nothing(text, data):
    table = [width(text[:at]) for at in range(len(text) + 1)]
    places = sorted({0, *data.draw(st.sets(st.sampled_from(table))), table[-1]})
    assert "".join(by_units(text)[low:high] for low, high in pairwise(places)) == text
