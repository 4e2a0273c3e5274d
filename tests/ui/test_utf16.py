"""Qt counts halves of pairs, the program counts characters."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.utf16 import to_points, to_units

TEXTS = st.text(st.sampled_from("一2A𠮷😀"), max_size=20)


@given(TEXTS)
def test_every_position_comes_back(text):
    for position in range(len(text) + 1):
        assert to_points(text, to_units(text, position)) == position


@given(TEXTS)
def test_units_are_what_utf_16_needs(text):
    assert to_units(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_belongs_to_its_character():
    assert to_points("一𠮷二", 2) == 1
    assert to_points("一𠮷二", 3) == 2


def test_what_lies_beyond_is_the_end():
    assert to_points("𠮷", 9) == 1
    assert to_units("𠮷", 9) == 2
