"""Statistics: every opinion once."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.comment import KINDS, WHOLE_REPORT, Anchor
from beiguan_desktop.core.statistics import by_kind, by_section
from tests.ui.panes import opinion, shipped
from tests.unit.small_report import DASH, REVIEW, SIX, THREE, body, line, report_of, small, unit_of

UNITS = len(shipped().units)
PLACES = st.one_of(st.none(), st.integers(0, UNITS + 3))


def on(unit: int | None, kind: str = "建议"):
    anchor = WHOLE_REPORT if unit is None else Anchor("paragraph", unit)
    return opinion(f"c{unit}", anchor, kind=kind)


def named(rows) -> list[tuple[str, str, int]]:
    return [(row.where, row.label + row.words, row.total) for row in rows]


@given(st.lists(st.tuples(PLACES, st.sampled_from(KINDS), st.booleans()), max_size=60))
def test_the_sums_are_the_number_of_opinions(drawn):
    comments = [
        replace(on(unit, kind), withdrawn_at="2026-02-27T09:00:00+08:00" if is_gone else None)
        for unit, kind, is_gone in drawn
    ]
    standing = [comment for comment in comments if comment.withdrawn_at is None]
    rows = by_section(shipped(), comments)
    outer = [row for row in rows if not row.is_inner]
    assert sum(row.total for row in outer) == len(standing)
    assert sum(by_kind(comments).values()) == len(standing)
    together = Counter()
    for row in outer:
        together.update(row.counts)
    assert together == Counter(by_kind(comments))
    for at, row in enumerate(rows):
        if row.where != "part":
            continue
        inner = []
        for below in rows[at + 1 :]:
            if not below.is_inner:
                break
            inner.append(below)
        if inner:
            added = sum((Counter(each.counts) for each in inner), Counter())
            assert added == Counter(row.counts)


def test_parts_and_sections_stand_in_the_order_of_the_report():
    report = small()
    rows = named(by_section(report, []))
    assert rows == [
        ("report", "", 0),
        ("part", REVIEW, 0),
        ("section", "（三）创新驱动纵深推进", 0),
        ("section", DASH.rstrip("。"), 0),
        ("part", "二、“十五五”时期主要目标任务", 0),
        ("section", "一是高质量发展实现重大突破", 0),
        ("part", THREE, 0),
        ("section", SIX, 0),
    ]


def test_an_opinion_counts_in_its_section_and_in_the_part_around_it():
    report = small()
    topic = unit_of(report, "优化公共服务")
    rows = by_section(report, [on(topic, "询问"), on(topic), on(None)])
    found = {row.words: row for row in rows if row.total}
    assert found["惠民生增福祉，提升群众幸福指数"].counts == {"询问": 1, "建议": 1}
    assert found["惠民生增福祉，提升群众幸福指数"].unit == unit_of(report, SIX)
    assert found["2026年重点工作"].total == 2
    assert rows[0].counts == {"建议": 1}
    assert rows[0].unit is None


def test_what_lies_in_no_section_has_a_row_of_its_own():
    report = small()
    rows = by_section(report, [on(0), on(unit_of(report, THREE)), on(unit_of(report, REVIEW))])
    found = [(row.where, row.unit, row.total) for row in rows if row.total]
    review, three = unit_of(report, REVIEW), unit_of(report, THREE)
    assert found == [
        ("outside", 0, 1),
        ("part", review, 1),
        ("rest", review, 1),
        ("part", three, 1),
        ("rest", three, 1),
    ]


def test_a_part_that_is_not_divided_has_no_rest():
    report = report_of(line("title", "报告"), body("甲。", runin="甲。", form="numbered", level=1))
    assert named(by_section(report, [on(1)])) == [("report", "", 0), ("part", "甲", 1)]


def test_a_report_without_sections_counts_all_the_same():
    report = report_of(line("title", "报告"), body("只有一段。"))
    assert named(by_section(report, [on(1)])) == [("report", "", 0), ("outside", "", 1)]


def test_every_kind_is_counted_in_its_order():
    counts = by_kind([on(1, "修改"), on(2, "建议"), on(3, "修改")])
    assert list(counts) == list(KINDS)
    assert counts["修改"] == 2
    assert counts["批评"] == 0


def test_what_has_no_place_in_the_text_is_counted_by_itself():
    report = shipped()
    lost = replace(on(1), reading="earlier")
    rows = by_section(report, [on(1), lost])
    assert [(row.where, row.total) for row in rows[:2]] == [("lost", 1), ("report", 0)]
    assert sum(row.total for row in rows if not row.is_inner) == 2
