"""Words at the door: cleaned once, never shortened in silence, letters as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import text
from beiguan_desktop.core.errors import UserError


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u000b", "\u000c"])
def test_every_line_end_becomes_one_line_feed(end):
    assert text.clean(f"甲{end}乙") == "甲\n乙"


def test_a_no_break_space_becomes_a_space():
    assert text.clean("第\u00a03\u00a0页") == "第 3 页"


@pytest.mark.parametrize("unwanted", ["\x00", "\x1b", "\x7f", "\ud800", "\ufffe", "\ufdd0"])
def test_what_no_file_can_carry_goes(unwanted):
    assert text.clean(f"甲{unwanted}乙") == "甲乙"


@pytest.mark.parametrize("words", ["𠮷林", "e\u0301", "ﬁ", "=1+1", "\t缩进", "①②", "\u200b\u2060"])
def test_letters_and_signs_are_kept_as_they_are(words):
    assert text.clean(words) == words


def test_100_000_characters_are_kept_and_one_more_is_refused_in_words():
    longest = "字" * text.LONGEST
    assert text.clean(longest) == longest
    with pytest.raises(UserError, match=r"100001个字.*请分成几条意见"):
        text.clean(longest + "𠮷")


def test_a_whole_report_is_cleaned_whatever_its_length():
    assert text.legible("字\r" * text.LONGEST) == "字\n" * text.LONGEST


def test_the_limit_counts_what_remains():
    assert len(text.clean("字" * text.LONGEST + "\x00" * 10)) == text.LONGEST


@pytest.mark.parametrize(
    ("words", "kept", "unseen"),
    [
        ("甲\u200b乙\ufeff", "甲乙", 2),
        ("\u202e倒\u202c着", "倒着", 2),
        ("\u2067右\u2069\u200f\u200e\u061c", "右", 5),
        ("软\u00ad连\u2060", "软连", 2),
        ("图\ufffc", "图", 1),
        ("甲\x00乙\r\n丙\u2028丁", "甲乙\n丙\n丁", 1),
        ("👩\u200d👧 می\u200cخواهم ℹ\ufe0f", "👩\u200d👧 می\u200cخواهم ℹ\ufe0f", 0),
        ("第\u00a03页", "第 3页", 0),
    ],
)
def test_what_nobody_sees_goes_from_words_that_come_from_elsewhere(words, kept, unseen):
    assert text.seen(words) == (kept, unseen)


@given(st.text(st.characters()))
def test_seen_words_stay_as_they_are(words):
    once, _ = text.seen(words)
    assert text.seen(once) == (once, 0)


@given(st.text(st.characters()))
def test_clean_words_can_be_stored_and_stay_clean(words):
    once = text.clean(words)
    assert text.clean(once) == once
    once.encode("utf-8")
    assert not {unicodedata.category(c) for c in once if c not in "\n\t"} & {"Cc", "Cs"}
