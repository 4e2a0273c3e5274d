"""Letters: blanks, punctuation, width and joins cannot move them."""

import hashlib
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.letters import letter_count, letter_offsets, letters, letters_hash

TEXT = st.text("甲乙丙𠮷12a①㎡ﬁ５Ａ，。 \n“”%（）")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长 5.2%。", "增长52"),
        ("（三）创新", "三创新"),
        ("５．２％", "52"),
        ("𠮷林 𠮷", "𠮷林𠮷"),
        ("①㎡", "1m2"),
        ("，。“”—— \n\u3000", ""),
    ],
)
def test_only_letters_and_digits_count_after_folding(text, expected):
    assert letters(text) == expected
    assert letter_count(text) == len(expected)


def test_what_python_calls_alphanumeric_is_a_letter_or_a_digit_of_unicode():
    characters = map(chr, range(sys.maxunicode + 1))
    assert all((unicodedata.category(c)[0] in "LN") == c.isalnum() for c in characters)


def test_each_position_knows_the_letters_before_it():
    assert letter_offsets("") == [0]
    assert letter_offsets("甲，乙") == [0, 1, 1, 2]
    assert letter_offsets("①㎡甲") == [0, 1, 3, 4]


@given(TEXT)
def test_the_last_offset_is_the_count_and_offsets_never_fall(text):
    offsets = letter_offsets(text)
    assert len(offsets) == len(text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == letter_count(text)


@given(TEXT, TEXT)
def test_cutting_a_text_into_paragraphs_moves_no_letter(one, other):
    assert letters_hash([one, other]) == letters_hash([one + other])
    assert letters_hash([one, " \n", other]) == letters_hash([one, other])


def test_the_hash_is_the_sha256_of_the_letters():
    assert letters_hash(["甲，", "乙"]) == hashlib.sha256("甲乙".encode()).hexdigest()
