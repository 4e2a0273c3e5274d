"""The suite runs in two halves at once; nothing of either gets lost on the way."""

import sys

import pytest

from tests.halves import HALVES, ROOT, run, summed


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                "= 842 passed, 3 skipped in 280.11s (0:04:40) =",
                "= 1 failed, 3700 passed in 9.00s =",
            ],
            "4542 passed, 3 skipped, 1 failed in 300s",
        ),
        (["= 2 passed, 1 error in 1.00s =", "Segmentation fault"], "2 passed, 1 error in 300s"),
        (["", ""], "no tests ran in 300s"),
    ],
)
def test_counts_of_both_halves_are_summed(lines, expected):
    assert summed(lines, 300.4) == expected


def test_every_test_is_in_one_half_only():
    (journeys, *left_out), others = HALVES
    taken = {word.removeprefix("--ignore=") for word in left_out}
    first = {str(path.relative_to(ROOT)) for path in (ROOT / journeys).rglob("test_*.py")} - taken
    second = {
        str(path.relative_to(ROOT))
        for each in others
        for path in ([ROOT / each] if each.endswith(".py") else (ROOT / each).rglob("test_*.py"))
    }
    every = {str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("test_*.py")}
    assert taken
    assert taken < second
    assert not first & second
    assert first | second == every


@pytest.mark.parametrize("status", [0, 3])
def test_both_are_shown_and_one_that_fails_fails_all(capfd, status):
    good = [sys.executable, "-c", "print('one'); print('1 passed')"]
    other = [sys.executable, "-c", f"import sys; print('two\\n'); sys.exit({status})"]
    assert run([other, good]) == (status, ["two", "1 passed"])
    assert capfd.readouterr().out.split() == ["two", "one", "1", "passed"]


def test_the_signal_that_ended_one_is_told():
    dying = [sys.executable, "-c", "import os; os.abort()"]
    status, last = run([dying, [sys.executable, "-c", "print('1 passed')"]])
    assert status != 0
    assert last[1] == "1 passed"
