"""Whether two reports are nearly the same, by their letters."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import likeness
from beiguan_desktop.core.likeness import in_order, share


def slowly(one, other):
    row = [0] * (len(other) + 1)
    for a in one:
        last = row
        row = [0]
        for at, b in enumerate(other):
            row.append(last[at] + 1 if a == b else max(row[-1], last[at + 1]))
    return row[-1]


@given(st.text("甲乙丙丁", max_size=30), st.text("甲乙丙丁", max_size=30))
def test_letters_in_order_are_counted_as_the_slow_way_counts_them(one, other):
    assert in_order(one, other) == slowly(one, other)


UNITS = ["".join(chr(0x4E00 + 37 * n + m) for m in range(50)) for n in range(20)]


def test_the_same_letters_agree_wholly_however_they_are_parted():
    assert share(UNITS, UNITS) == 1
    assert share(UNITS, ["".join(UNITS)]) == 1


def test_a_few_other_letters_are_counted_and_many_are_no_likeness():
    few = [UNITS[0][:-3] + "甲乙丙", *UNITS[1:]]
    assert share(few, UNITS) == 1 - 3 / 1000
    many = [unit[:25] for unit in UNITS]
    assert share(many, UNITS) == 0
    mixed = [unit[::-1] for unit in UNITS]
    assert share(mixed, UNITS) == 0
    assert share([], []) == 0


def test_what_would_take_too_long_is_compared_unit_by_unit(monkeypatch):
    monkeypatch.setattr(likeness, "_LONGEST", 10)
    assert share([UNITS[0][:-1] + "甲", *UNITS[1:]], UNITS, least=0.9) == 0.95
