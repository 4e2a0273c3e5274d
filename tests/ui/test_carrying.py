"""换类型 keeps all words, from every kind and act to every other."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.comment import ACTS, KINDS
from beiguan_desktop.ui.carrying import Boxes, Tail, turned

EVERY = [(kind, "") for kind in KINDS if kind != "修改"] + [("修改", act) for act in ACTS]
ORIGINAL = "全年完成职业技能培训3000人次以上，努力做到应培尽培、愿训尽训。"


def offered(boxes: Boxes) -> Boxes:
    """Offer the report's words for changing, as the window does where nothing else stands."""
    is_blank = boxes.act == "修改" and not boxes.wording.strip()
    return replace(boxes, wording=ORIGINAL) if is_blank else boxes


def walk(boxes: Boxes, steps) -> Boxes:
    tail = Tail()
    for kind, act in steps:
        boxes, tail = turned(boxes, tail, kind, act, original=ORIGINAL)
        assert (boxes.kind, boxes.act) == (kind, act)
        boxes = offered(boxes)
    return boxes


def said(boxes: Boxes) -> str:
    return "\n".join((boxes.words, boxes.wording, boxes.aside))


@pytest.mark.parametrize(("one", "other"), list(product(EVERY, EVERY)))
def test_every_switch_keeps_all_words_and_back_again_each_in_its_box(one, other):
    has_box = one[0] == "修改" and one[1] != "删除"
    wording = "另一种讲法" if has_box else ""
    aside = "旁边的话"
    begun = offered(Boxes(*one, "写下的话", wording, aside))
    there = walk(begun, [other])
    for words in filter(None, ("写下的话", wording, aside)):
        assert said(there).count(words) == 1
    if other[0] != "修改":
        assert not there.wording, "all of it is in sight"
    is_exchanged = (one[0] == "修改") != (other[0] == "修改")
    assert there.aside == ("写下的话" if is_exchanged else "旁边的话")
    assert walk(begun, [other, one]) == begun


def test_words_that_are_added_become_the_sentence_with_them_and_back():
    begun = Boxes("修改", "增加", "理由", "并公布名单。")
    there = walk(begun, [("修改", "修改")])
    assert there.wording == f"{ORIGINAL}并公布名单。"
    assert walk(begun, [("修改", "修改"), ("修改", "增加")]) == begun


def test_where_something_goes_is_no_sentence():
    begun = Boxes("修改", "移位", "理由", "第三段之后")
    there = walk(begun, [("修改", "修改")])
    assert there == Boxes("修改", "修改", "理由\n第三段之后", ORIGINAL)
    assert walk(begun, [("修改", "修改"), ("修改", "移位")]) == begun


@pytest.mark.parametrize("other", EVERY)
def test_the_reports_own_words_offered_for_changing_are_nobodys_and_stay_behind(other):
    there = walk(Boxes("修改", "修改", "理由", f" {ORIGINAL}"), [other])
    assert there.words == "理由"
    assert there.wording in ("", ORIGINAL)


@pytest.mark.parametrize("other", [kind for kind in EVERY if kind[1] != "修改"])
def test_a_changed_sentence_is_told_where_it_has_no_box_and_stands_in_it_again(other):
    begun = Boxes("修改", "修改", "理由", ORIGINAL.replace("3000", "5000"))
    there = walk(begun, [other])
    if not there.has_wording:
        assert there.words.startswith("理由\n将“")
        assert "5000" in there.words
        assert "愿训尽训" not in there.words
    assert walk(begun, [other, ("修改", "修改")]) == begun


@pytest.mark.parametrize("other", [kind for kind in EVERY if kind[0] != "修改"])
def test_a_sentence_struck_out_stays_told_in_the_words(other):
    struck = Boxes("修改", "修改", "理由", "")
    boxes, tail = turned(struck, Tail(), *other, original=ORIGINAL)
    assert boxes.words == f"理由\n删去“{ORIGINAL}”"
    back, _ = turned(boxes, tail, "修改", "修改", original=ORIGINAL)
    assert back.words == boxes.words


@pytest.mark.parametrize("reason", ["理由", ""])
def test_a_changed_sentence_comes_back_when_a_word_was_added_behind_it(reason):
    changed = ORIGINAL.replace("3000", "5000")
    begun = Boxes("修改", "修改", reason, changed)
    boxes, tail = turned(begun, Tail(), "建议", "", original=ORIGINAL)
    typed = replace(boxes, words=boxes.words + "\n再加一句")
    back, tail = turned(typed, tail, "修改", "修改", original=ORIGINAL)
    said_too = "理由\n再加一句" if reason else "再加一句"
    assert back == Boxes("修改", "修改", said_too, changed)
    assert tail == Tail()


def test_what_was_put_behind_and_changed_there_stays_where_it_is():
    begun = Boxes("修改", "增加", "理由", "新写法")
    boxes, tail = turned(begun, Tail(), "建议", "")
    assert boxes.words == "理由\n新写法"
    typed = Boxes("建议", "", "理由\n新的写法", "")
    back, tail = turned(typed, tail, "修改", "增加")
    assert back == Boxes("修改", "增加", "理由\n新的写法")
    assert tail == Tail()


def test_a_wording_written_since_does_not_take_the_place_of_the_one_put_behind():
    boxes, tail = turned(
        Boxes("修改", "移位", "", "第三段"), Tail(), "修改", "修改", original=ORIGINAL
    )
    typed = replace(boxes, wording="另一种讲法")
    there, _ = turned(typed, tail, "建议", "", original=ORIGINAL)
    assert "第三段" in there.words
    assert "另一种讲法" in there.words


def test_a_wording_alone_becomes_the_words_without_a_blank_line():
    assert walk(Boxes("修改", "增加", "", "加的话"), [("询问", "")]).words == "加的话"


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
LETTERS = st.text("甲乙丙丁ab", max_size=6)
"""A new wording is told with the report's blanks closed up: letters are what must be kept."""


@given(
    begun=st.sampled_from(EVERY),
    steps=st.lists(st.sampled_from(EVERY), max_size=6),
    words=WORDS,
    wording=LETTERS,
    aside=WORDS,
)
def test_any_row_of_switches_loses_no_word_and_ends_where_it_began(
    begun, steps, words, wording, aside
):
    boxes = offered(Boxes(*begun, words, wording, aside))
    there = walk(boxes, steps)
    assert boxes.words in said(there)
    assert boxes.aside in said(there)
    own = boxes.told(ORIGINAL)
    assert own in said(there) or boxes.wording in said(there)
    back = walk(boxes, [*steps, begun])
    expected = offered(Boxes(*begun, words, boxes.wording if own else "", boxes.aside))
    if steps:
        assert back == expected
