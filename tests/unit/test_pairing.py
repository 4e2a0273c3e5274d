"""Which two reports stand beside one another before anybody has chosen."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.shelving import Listed
from beiguan_desktop.services.pairing import expected, pair_for

FIRST = Listed(
    "1",
    "政府工作报告",
    "政府工作报告",
    "征求意见稿",
    "六届一次",
    received_at="2026-01-01",
    file="一.txt",
)
SECOND = replace(FIRST, id="2", edition="审议稿", received_at="2026-01-05", edition_of="1")
THIRD = replace(FIRST, id="3", edition="修改稿", received_at="2026-01-09", edition_of="2")
PLAN = replace(FIRST, id="4", title="计划报告", genre="计划", received_at="2026-01-02")
LAST_YEAR = replace(FIRST, id="5", meeting="五届九次", received_at="2026-01-03")


@pytest.mark.parametrize(
    ("entries", "shown", "pair"),
    [
        ([FIRST, SECOND, THIRD], "3", ("2", "3")),
        ([FIRST, SECOND, THIRD], "2", ("1", "2")),
        ([FIRST, SECOND, replace(THIRD, edition_of="1")], "1", ("1", "3")),
        ([FIRST, replace(SECOND, edition_of=None)], "2", ("1", "2")),
        ([FIRST, replace(SECOND, edition_of=None)], "1", ("1", "2")),
        ([FIRST, replace(SECOND, edition_of="gone"), PLAN], "2", ("1", "2")),
        ([FIRST, PLAN, LAST_YEAR], "1", None),
        ([replace(FIRST, meeting=""), replace(SECOND, edition_of=None, meeting="")], "1", None),
        ([FIRST], "unknown", None),
    ],
)
def test_editions_of_one_report_are_expected_beside_one_another(entries, shown, pair):
    assert expected(entries, shown) == pair


@pytest.mark.parametrize(
    ("entries", "shown", "pair"),
    [
        ([FIRST, SECOND], "2", ("1", "2")),
        ([FIRST, PLAN, LAST_YEAR], "5", ("1", "5")),
        ([FIRST, PLAN], "4", ("1", "4")),
        ([FIRST, PLAN], "1", ("1", "4")),
        ([FIRST], "1", None),
        ([FIRST], "unknown", None),
    ],
)
def test_somebody_who_asks_gets_two_reports_wherever_there_are_two(entries, shown, pair):
    assert pair_for(entries, shown) == pair
