"""What makes no difference between two wordings, and the ways there and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beiguan_desktop.core import evening
from beiguan_desktop.core.evening import Evened, all_even, even

ODD = "甲乙 ㎡…_^{}25，,“\u200b\u2014-½\n"


def origins(text):
    """Tell of each even character which characters it came from, one after another."""
    found, done = [], 0
    for match in evening._RESIDUE.finditer(text):
        found += plain(text, done, match.start())
        inner = plain(text, match.start(1), match.end(1))
        if inner:
            first, last = inner[0][0], inner[-1][1]
            inner = [
                (match.start() if low == first else low, match.end() if high == last else high)
                for low, high in inner
            ]
        found += inner
        done = match.end()
    return found + plain(text, done, len(text))


def plain(text, start, end):
    return [(at, at + 1) for at in range(start, end) for _ in evening._EVEN[ord(text[at])]]


@given(st.text(ODD, max_size=24))
@example("PM_{2.5}和m^{ ½ }与_{}")
@example("_{ 25}…㎡")
@example("_{2 2}")
@example("_{½ }^{  ")
def test_every_even_character_leads_back_to_where_it_came_from(text):
    evened, spans = Evened(text), origins(text)
    assert len(spans) == len(evened.text)
    for at, span in enumerate(spans):
        assert evened.back(at, at + 1) == span
    for at in range(len(text) + 1):
        assert evened.there(0, at) == (0, sum(low < at for low, _ in spans))
    low, high = evened.back(0, 0)
    assert (low, high) == (0, 0)
    end = spans[-1][1] if spans else 0
    assert evened.back(len(spans), len(spans)) == (end, end)


@given(st.lists(st.text(ODD, max_size=12), max_size=6))
def test_many_texts_are_made_even_as_each_by_itself(texts):
    assert all_even(texts) == [even(text) for text in texts]


@pytest.mark.parametrize("texts", [["甲\0乙", "丙"], ["".join(map(chr, range(0xFF01, 0xFFE0)))]])
def test_texts_that_hold_the_border_or_too_many_signs_are_made_even_one_by_one(texts):
    assert all_even(texts) == [even(text) for text in texts]


def test_what_makes_no_difference_is_gone():
    assert even("全年 PM_{2.5} 为３１微克,「蓝天」－增加") == even("全年PM₂.₅为31微克，“蓝天”—增加")
