"""One spelling of a value, and identifiers that sort by age."""

import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.canonical import dumps
from beiguan_desktop.core.identity import uuid7

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


def test_keys_are_sorted_blanks_left_out_and_characters_kept():
    assert dumps({"b": [1, None, True], "a": "𠮷“甲”"}) == '{"a":"𠮷“甲”","b":[1,null,true]}'


@given(PLAIN)
def test_what_is_spelled_can_be_read_back(value):
    assert json.loads(dumps(value)) == value


@given(st.dictionaries(st.text(), st.integers()))
def test_the_order_of_keys_does_not_matter(value):
    assert dumps(dict(reversed(value.items()))) == dumps(value)


@pytest.mark.parametrize("value", [1.0, [0.5], {"a": (1, {"b": float("nan")})}])
def test_a_float_is_refused_wherever_it_stands(value):
    with pytest.raises(ValueError, match="no canonical spelling"):
        dumps(value)


def test_an_identifier_is_a_uuid_of_version_7_and_tells_its_time():
    made = uuid.UUID(uuid7(0x0123456789AB, b"\xff" * 10))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == 0x0123456789AB


@given(st.integers(0, 2**48 - 2), st.binary(min_size=10, max_size=10))
def test_a_later_identifier_sorts_behind_an_earlier_one(milliseconds, entropy):
    assert uuid7(milliseconds, entropy) < uuid7(milliseconds + 1, b"\x00" * 10)


@pytest.mark.parametrize("entropy", [b"", b"123456789", b"12345678901"])
def test_too_little_or_too_much_chance_is_a_bug(entropy):
    with pytest.raises(ValueError, match="ten random bytes"):
        uuid7(0, entropy)
