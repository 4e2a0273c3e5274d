"""Which opinions the panel shows, in what order, and how it says so."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT, Comment
from beiguan_desktop.core.sifting import (
    BY_KIND,
    BY_PLACE,
    NEWEST,
    OPEN,
    ORDERS,
    Known,
    Sieve,
    authors,
)
from tests.unit.small_report import small

NOW = "2026-02-27T09:41:00+08:00"


def opinion(identity="c1", **fields):
    values = {"anchor": WHOLE_REPORT, "kind": "建议", "text": "写", "person": "p1", **fields}
    return Comment(
        id=identity,
        report="r1",
        reading="reading",
        author_name=values.pop("author_name", "代表甲"),
        author_delegation=values.pop("author_delegation", ""),
        created_at=values.pop("created_at", NOW),
        changed_at=NOW,
        **values,
    )


def test_without_a_wish_everything_passes():
    assert OPEN.is_open
    assert OPEN.passes(opinion())
    assert OPEN.words({}) == ""


@pytest.mark.parametrize(
    ("sieve", "fields", "other"),
    [
        (Sieve(kinds=frozenset(["询问"])), {"kind": "询问"}, {}),
        (
            Sieve(natures=frozenset(["对报告文本的修改意见"])),
            {"kind": "修改", "act": "删除", "text": ""},
            {},
        ),
        (Sieve(authors=frozenset(["p2"])), {"person": "p2"}, {}),
        (Sieve(is_private=True), {"private": True}, {}),
        (Sieve(is_starred=True), {"anchor": paragraph(small(), 6)}, {}),
        (Sieve(is_unsent=True), {"identity": "c9"}, {}),
    ],
)
def test_each_wish_lets_its_own_pass(sieve, fields, other):
    known = Known(starred={6}, unsent={"c9"})
    assert not sieve.is_open
    assert sieve.passes(opinion(**fields), known)
    assert not sieve.passes(opinion(**other), known)


def test_what_is_shown_is_said_in_the_order_of_the_menu():
    sieve = Sieve(
        frozenset(["询问", "建议"]),
        frozenset(["对政府工作的意见建议"]),
        frozenset(["p1", "p9"]),
        is_starred=True,
        is_private=True,
        is_unsent=True,
    )
    assert sieve.words({"p1": "代表甲"}) == (
        "建议、询问，对政府工作的意见建议，代表甲、未署名，加了星标的段，仅自己可见的，还没交的"
    )


def test_authors_of_one_name_are_told_apart_by_their_delegations():
    written = [
        opinion("c1", person="p1", author_name="李明", author_delegation="第一代表团"),
        opinion("c2", person="p2", author_name="李明", author_delegation="第三代表团"),
        opinion("c3", person="p3", author_name="王芳", author_delegation="第一代表团"),
        opinion("c4", person="p4", author_name=""),
        opinion("c5", person="p5", author_name=""),
    ]
    assert authors(written) == {
        "p1": "李明（第一代表团）",
        "p2": "李明（第三代表团）",
        "p4": "未署名",
        "p5": "未署名",
        "p3": "王芳",
    }


def test_orders_are_by_place_by_time_and_by_kind():
    report = small()
    early = opinion("c1", anchor=paragraph(report, 7), created_at="2026-02-27T09:00:00+08:00")
    late = replace(
        early,
        id="c2",
        anchor=paragraph(report, 6),
        kind="询问",
        created_at="2026-02-27T02:00:00+00:00",
    )
    whole = replace(early, id="c3", anchor=WHOLE_REPORT, kind="修改", act="增加")
    every = [early, late, whole]
    ordered = {name: [it.id for it in sorted(every, key=key)] for name, key in ORDERS.items()}
    assert ordered[BY_PLACE] == ["c3", "c2", "c1"]
    assert ordered[NEWEST] == ["c2", "c3", "c1"], "ids grow with time"
    assert ordered[BY_KIND] == ["c1", "c2", "c3"]
