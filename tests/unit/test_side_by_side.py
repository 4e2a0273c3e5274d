"""Two editions as rows to be read: what stands side by side, and what of it is shown."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core.comment import WHOLE_REPORT, Comment
from beiguan_desktop.core.comparing import Pair
from beiguan_desktop.core.report import Unit
from beiguan_desktop.core.side_by_side import GAP, Comparison, Piece, Row, in_rows, shortened
from beiguan_desktop.services.comparing import opinions_by_unit, side_by_side
from tests.unit.test_placing import ALL, FOUR, ONE, THREE, TWO, edition, on

LONG = (
    "全面实施战略性新兴产业发展规划，加快新材料、人工智能、集成电路、生物制药等技术研发和转化，"
    "做大做强产业集群。支持和引导分享经济发展，提高社会资源利用效率，便利人民群众生活。"
    "本着鼓励创新、包容审慎原则，制定新兴产业监管规则。深化统计管理体制改革，健全新兴产业统计。"
    "今年网络提速降费要迈出更大步伐，年内全部取消手机国内长途和漫游费。"
)


def compared(old, new) -> Comparison:
    return side_by_side(edition(*old).units, edition(*new).units)


def words(pieces) -> str:
    """Spell pieces: [deleted], {added}."""
    signs = {"same": "{}", "left out": "{}", "deleted": "[{}]", "added": "{{{}}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in pieces if piece.text)


def test_each_paragraph_stands_in_a_row_with_its_other_form():
    fresh = "全新的一段，讲的是营商环境。"
    found = compared(ALL, (ONE.replace("三千", "五百"), THREE, TWO, fresh))
    assert [(row.status, row.olds, row.news) for row in found.rows] == [
        ("edited", (0,), (0,)),
        ("same", (2,), (1,)),
        ("deleted", (3,), ()),
        ("moved", (1,), (2,)),
        ("added", (), (3,)),
    ]
    assert found.counts == {"edited": 1, "deleted": 1, "same": 1, "moved": 1, "added": 1}
    assert found.changes == 4
    edited, added = found.rows[0], found.rows[4]
    assert words(found.old_pieces(edited)[0]) == ONE.replace("三千", "[三千]")
    assert words(found.new_pieces(edited)[0]) == ONE.replace("三千", "{五百}")
    assert words(found.merged_pieces(edited)[0]) == ONE.replace("三千", "[三千]{五百}")
    assert words(found.merged_pieces(added)[0]) == f"{{{fresh}}}"
    assert found.old_pieces(added) == []


def test_what_is_gone_is_struck_in_one_text_too():
    found = compared(ALL, ALL[:3])
    (gone,) = (row for row in found.rows if row.is_changed)
    assert words(found.merged_pieces(gone)[0]) == f"[{FOUR}]"
    assert found.new_pieces(gone) == []


def test_a_paragraph_that_was_split_stands_in_one_row():
    first, second = LONG[: LONG.index("支持")], LONG[LONG.index("支持") :]
    found = compared((ONE, LONG, TWO), (ONE, first, second, TWO))
    (row,) = (row for row in found.rows if row.is_changed)
    assert (row.status, row.olds, row.news) == ("edited", (1,), (1, 2))
    back = compared((ONE, first, second, TWO), (ONE, LONG, TWO))
    (row,) = (row for row in back.rows if row.is_changed)
    assert (row.status, row.olds, row.news) == ("edited", (1, 2), (1,))


def test_pairs_that_meet_later_come_into_one_row():
    pairs = [Pair(0, 0, "edited"), Pair(1, 1, "edited"), Pair(5, 5, "same"), Pair(0, 1, "edited")]
    assert in_rows(pairs) == (Row((0, 1), (0, 1), "edited"), Row((5,), (5,), "same"))
    assert in_rows([Pair(0, 1, "moved"), Pair(1, 1, "moved")]) == (Row((0, 1), (1,), "moved"),)


def test_headings_are_rows_but_not_counted_among_paragraphs_that_stayed():
    heading = Unit(0, "heading", 1, "一、工作回顾", "一、工作回顾", ((0, 6),))
    units = (heading, *(replace(unit, ordinal=unit.ordinal + 1) for unit in edition(ONE).units))
    found = side_by_side(units, units)
    assert len(found.rows) == 2
    assert found.counts == {"same": 1}
    assert [found.is_paragraph(row) for row in found.rows] == [False, True]


def test_what_is_far_from_a_change_is_left_out():
    new = LONG.replace("新材料", "新材料、新能源").replace("规则。", "规则，引导产业健康发展。")
    found = compared((LONG,), (new,))
    (row,) = found.rows
    merged = shortened(found.merged_pieces(row)[0])
    assert words(merged) == (
        "全面实施战略性新兴产业发展规划，加快新材料{、新能源}、人工智能、集成电路、生物制药等技术研发和转化…"
        "本着鼓励创新、包容审慎原则，制定新兴产业监管规则{，引导产业健康发展}。深化统计管理体制改革，健全新兴产业统计…"
    )
    old = words(shortened(found.old_pieces(row)[0]))
    assert words(merged).replace("{、新能源}", "").replace("{，引导产业健康发展}", "") == old


def test_a_paragraph_without_a_change_of_its_own_keeps_both_ends():
    (start, gap, end) = shortened([Piece("same", LONG)])
    assert (gap.kind, gap.text) == ("left out", GAP)
    assert LONG.startswith(start.text)
    assert LONG.endswith(end.text)
    assert shortened([Piece("same", ONE)]) == [Piece("same", ONE)]


def test_words_without_a_clause_are_cut_anywhere():
    run = "长" * 200
    near = shortened([Piece("same", run), Piece("added", "新"), Piece("same", run)])
    assert [len(piece.text) for piece in near] == [1, 20, 1, 20, 1]


@given(st.lists(st.tuples(st.text("，。长短句子", max_size=90), st.text("改动", max_size=5))))
@settings(max_examples=60)
def test_nothing_but_what_stayed_is_left_out_and_what_is_shown_is_there(runs):
    pieces = [it for same, new in runs for it in (Piece("same", same), Piece("added", new))]
    shown = shortened(pieces)
    assert [it for it in shown if it.kind == "added"] == [it for it in pieces if it.kind == "added"]
    rest = "".join(piece.text for piece in pieces)
    for piece in shown:
        if piece.kind != "left out":
            assert piece.text in rest
            rest = rest[rest.index(piece.text) :]


def test_two_reports_that_have_little_in_common_are_told_apart():
    other = ("完全不同的一份报告，讲的是法院工作。", "审结各类案件两万件，结案率百分之九十。")
    assert "不像同一份报告的两稿" in compared(ALL, other).kept.warning
    assert compared(ALL, ALL).kept.warning == ""


def test_opinions_are_counted_where_they_are():
    report, now = edition(*ALL), "2026-01-01T00:00:00+08:00"
    one = Comment("c", "r", "r", WHOLE_REPORT, "建议", "写明", "p", "甲", "三", now, now)
    parking, road, school = (
        replace(one, anchor=on(report, quote)) for quote in ("停车位", "断头路", "学位")
    )
    assert opinions_by_unit([one, parking, road, replace(school, withdrawn_at=now)]) == {0: 2}


def test_what_is_shown_closes_its_quotation():
    quoted = "，要继续全面准确贯彻“一国两制”、“港人治港”、“澳人治澳”、高度自治，严格依法办事。"
    (_, kept, gap) = shortened([Piece("added", "我们"), Piece("same", quoted)])
    assert kept.text.endswith("“港人治港”")
    assert gap == Piece("left out", GAP)
