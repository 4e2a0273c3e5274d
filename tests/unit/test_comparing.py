"""Two editions beside one another: units, then words, with their places in the sources."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core import backbone, editions, kinship
from beiguan_desktop.core.backbone import Same
from beiguan_desktop.core.comparing import compare
from beiguan_desktop.core.evening import even
from beiguan_desktop.core.report import Unit
from beiguan_desktop.core.source_places import SourcePlaces
from tests.unit.test_placing import ALL, FOUR, ONE, THREE, TWO, edition


def side_of(*texts):
    return editions.Side(texts, {text: text for text in texts})


def seen(old, new):
    """Return each pair with the words of its edits."""
    one, two = edition(*old).units, edition(*new).units
    return [
        (
            pair.old,
            pair.new,
            pair.status,
            [
                (
                    edit.type,
                    ""
                    if edit.old_unit is None
                    else old[edit.old_unit][edit.old_start : edit.old_end],
                    ""
                    if edit.new_unit is None
                    else new[edit.new_unit][edit.new_start : edit.new_end],
                )
                for edit in pair.edits
            ],
        )
        for pair in compare(one, two)
    ]


def test_every_status_has_its_pair():
    changed = TWO.replace("二十八", "三十")
    assert seen(
        [*ALL, "尾声在这里。"], ["全新的开头，没有旧字。", FOUR, ONE, changed, "尾声 在这里。"]
    ) == [
        (None, 0, "added", [("added", "", "全新的开头，没有旧字。")]),
        (3, 1, "moved", []),
        (0, 2, "same", []),
        (1, 3, "edited", [("changed", "二十八", "三十")]),
        (2, None, "deleted", [("deleted", THREE, "")]),
        (4, 4, "same", []),
    ]


def test_what_is_gone_before_everything_stands_first():
    assert [it[:3] for it in seen([ONE, TWO], [TWO])] == [(0, None, "deleted"), (1, 0, "same")]


def test_a_moved_paragraph_may_be_reworded_too():
    found = seen(ALL, [FOUR.replace("八十", "九十"), ONE, TWO, THREE])
    assert found[0] == (3, 0, "moved", [("changed", "八", "九")])


def test_a_split_paragraph_stands_in_two_pairs_and_nothing_is_called_new():
    at = TWO.index("改造")
    found = seen(ALL, [ONE, TWO[:at].replace("一千二百", "一千五百"), TWO[at:], THREE, FOUR])
    assert [it[:3] for it in found[1:3]] == [(1, 1, "edited"), (1, 2, "edited")]
    assert [it[3] for it in found[1:3]] == [[("changed", "二", "五")], []]
    found = seen([ONE, "各位代表！" + TWO, THREE], [ONE, "各位代表！", TWO, THREE])
    assert [it[2:] for it in found] == [("same", []), ("edited", []), ("edited", []), ("same", [])]
    assert seen([ONE, TWO, "谢谢大家！"], [ONE, TWO + "谢谢大家！"])[-1][2:] == ("edited", [])


def test_words_that_span_two_paragraphs_lose_none():
    old, new = [ONE, TWO, THREE], [ONE[:-6] + "。另起一段，", "写完了。" + TWO[6:], THREE]
    for side, others in ((old, new), (new, old)):
        found = seen(side, others)
        assert "".join(w for it in found for _, w, _ in it[3])
        assert all(kind in ("changed", "added", "deleted") for it in found for kind, _, _ in it[3])


def of_kinds(*units):
    """Return units of (kind, text)."""
    made = edition(*(text for _, text in units)).units
    return [replace(unit, kind=kind) for unit, (kind, _) in zip(made, units, strict=True)]


def outline(old, new):
    return [(it.old, it.new, it.status) for it in compare(of_kinds(*old), of_kinds(*new))]


def test_a_title_has_become_the_title_whatever_it_is_called():
    old = ("title", "某某市二〇二五年国民经济和社会发展计划"), ("paragraph", ONE)
    new = ("title", "计划报告"), ("paragraph", ONE)
    assert outline(old, new) == [(0, 0, "edited"), (1, 1, "same")]
    two = ("title", "计划报告"), ("title", "送审的稿子"), ("paragraph", ONE)
    assert outline(old, two)[:2] == [(0, None, "deleted"), (None, 0, "added")]


@pytest.mark.parametrize("is_back", [False, True])
def test_an_address_cut_off_from_its_paragraph_is_a_split(is_back):
    one = ("heading", "一、回顾"), ("paragraph", "各位代表，" + TWO), ("paragraph", THREE)
    two = (
        ("heading", "一、回顾"),
        ("salutation", "各位代表："),
        ("paragraph", TWO.replace("二十八", "三十")),
        ("paragraph", THREE),
    )
    old, new = (two, one) if is_back else (one, two)
    found = compare(of_kinds(*old), of_kinds(*new))
    assert [it.status for it in found] == ["same", "edited", "edited", "same"]
    texts = [[text for _, text in units] for units in (old, new)]
    told = [
        (
            texts[0][it.old_unit][it.old_start : it.old_end],
            texts[1][it.new_unit][it.new_start : it.new_end],
        )
        for pair in found
        for it in pair.edits
    ]
    wanted = [("，", "："), ("二十八", "三十")]
    assert told == ([pair[::-1] for pair in wanted] if is_back else wanted)


def test_a_short_line_that_began_nothing_is_new():
    other = ("paragraph", "各位来宾，" + TWO)
    address = ("salutation", "各位代表：")
    assert outline([other], [address, ("paragraph", TWO)])[0] == (None, 0, "added")
    assert outline([other], [("paragraph", TWO), address])[-1] == (None, 1, "added")
    unmarked = ("salutation", "各位来宾")
    assert outline([other], [unmarked, ("paragraph", "各位来宾的" + TWO)])[0][2] == "added"


LIKE = st.sampled_from([*ALL, ONE + TWO, TWO[:16], THREE.replace("两万", "三万"), "短句。"])


@settings(max_examples=150, deadline=None)
@given(st.lists(LIKE, max_size=6), st.lists(LIKE, max_size=6))
def test_edits_done_to_the_old_words_make_the_new_ones(old, new):
    found = compare(edition(*old).units, edition(*new).units)
    for pair in found:
        alone = [it for it in found if pair.old == it.old or pair.new == it.new] == [pair]
        if pair.old is None or pair.new is None or not alone:
            continue
        words = old[pair.old]
        for edit in sorted(pair.edits, key=lambda it: -it.old_start):
            said = new[pair.new][edit.new_start : edit.new_end]
            words = words[: edit.old_start] + said + words[edit.old_end :]
        assert even(words) == even(new[pair.new])


@pytest.mark.parametrize("is_back", [False, True])
def test_words_over_a_border_that_became_fewer_paragraphs_are_told_in_each(is_back):
    apart, joined = [ONE[:-8] + "甲。", "乙" + TWO[8:]], [ONE[:-8] + "丙丁戊" + TWO[8:]]
    old, new = (joined, apart) if is_back else (apart, joined)
    words = [edit for it in seen(old, new) for edit in it[3]]
    gone, come = "".join(it[1] for it in words), "".join(it[2] for it in words)
    assert (gone, come) == (("丙丁戊", "甲。乙") if is_back else ("甲。乙", "丙丁戊"))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([*ALL, ONE + TWO, TWO[:16], "短句。", "各位代表！"]), max_size=7),
    st.lists(st.sampled_from([*ALL, ONE + "加。", THREE[9:], "短句。", "各位代表！"]), max_size=7),
)
def test_every_unit_of_both_editions_has_a_pair(old, new):
    found = compare(edition(*old).units, edition(*new).units)
    assert {it.old for it in found} - {None} == set(range(len(old)))
    assert {it.new for it in found} - {None} == set(range(len(new)))
    for pair in found:
        if pair.status == "same":
            assert even(old[pair.old]) == even(new[pair.new])


def test_copies_are_paired_only_where_as_many_stand():
    assert backbone.in_order(["a", "x", "x", "b"], ["a", "x", "b"]) == [Same(0, 0), Same(3, 2)]
    assert backbone.in_order(["a", "x", "x", "b"], ["a", "x", "x", "b"])[1] == Same(1, 1)
    assert backbone.in_order([], ["a"]) == []
    assert backbone.out_of_order(["a", "b"], ["b", "a"], [Same(0, 1)]) == [Same(1, 0)]


def test_of_two_equally_alike_paragraphs_none_is_certain():
    half = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
    found = kinship.kin([half], [half + "前后左右", half + "东西南北"], [], [])
    assert set(found.doubtful) == {0}
    near, far = TWO.replace("二十八", "三十"), TWO.replace("二十八", "四十")
    fixed = [Same(0, 0), Same(2, 2)]
    found = kinship.kin([ONE, TWO, THREE], [ONE, near, THREE, far], fixed, [])
    assert (found.pairs, found.doubtful, found.others) == ([Same(1, 1)], {}, [Same(1, 3)])
    short = kinship.kin(["子丑"], ["子寅", "子卯"], [], [])
    assert short.pairs == []
    many = [chr(0x4E00 + at) for at in range(90)]
    assert kinship.kin(many, [it + it for it in many[:60]], [], []).pairs == []


def test_very_long_texts_are_compared_clause_by_clause(monkeypatch):
    monkeypatch.setattr(editions, "_MOST", 100)
    found = editions.alike(ONE + "甲" * 30, ONE + "乙" * 30)
    assert sum(length for _, _, length in found) == len(ONE)
    assert editions.alike(ONE, ONE + "改。")[-1][2] > 0


def test_a_place_in_the_source_is_found_through_joins_and_repairs():
    unit = Unit(0, "paragraph", 0, "一、甲乙丙丁戊", "甲乙 丙丁x", ((10, 13), (20, 23)), number=1)
    places = SourcePlaces(unit)
    assert places.span(2, 4) == (10, 12)
    assert places.span(3, 5) == (11, 21)
    assert places.span(4, 4) == (13, 13)
    assert places.span(0, 2) == (10, 10)
    assert places.span(0, 0) == (10, 10)
    assert places.span(6, 7) == (22, 23)


def test_words_that_no_unit_holds_whole_are_not_found():
    side = side_of("甲乙", "丙丁甲乙")
    assert list(side.places("甲乙")) == [0, 4]
    assert list(side.places("乙丙")) == []
    assert list(side.places("")) == []
    assert list(side.places("甲乙", [1])) == [4]
    assert list(side_of().places("甲")) == []


def test_a_blank_unit_is_like_no_other():
    assert backbone.in_order(["", "a"], ["", "a"]) == [Same(1, 1)]


def test_a_long_reworded_group_is_laid_once_and_knows_what_is_taken():
    both = editions.Editions(
        [ONE + TWO, THREE], [ONE, TWO.replace("二十八", "三十"), THREE + "加。"]
    )
    assert both.runs(0) is both.runs(0)
    assert not both.is_free(0, 10)
    assert both.is_free(len(both.new.stream) - 2, len(both.new.stream))


def test_a_character_that_changed_is_told_with_its_word_only_to_a_reader():
    here = "中华民族自强不息，中华大地生机勃勃，中华儿女团结奋进。"
    old, new = (edition(it, here).units for it in ("推动中国文化走出去。", "推动中华文化走出去。"))
    told = [
        [(edit.old_start, edit.old_end) for pair in pairs for edit in pair.edits]
        for pairs in (compare(old, new), compare(old, new, is_read=True))
    ]
    assert told == [[(3, 4)], [(2, 4)]]
