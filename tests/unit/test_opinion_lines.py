"""我的意见 as text: a line an opinion, and of an internal paper no word."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.my_opinions import parts
from beiguan_desktop.core.opinion_lines import STAYS_INSIDE, is_internal, lines
from beiguan_desktop.services import revising
from tests.formats.opinions import AUTHOR, REPORT, SERVICE, comments

INTERNAL = replace(REPORT, edition="征求意见稿")


def text(these=None, report=REPORT, author=AUTHOR, **more):
    these = comments() if these is None else these
    return lines(report, parts(these, author), author=author, **more)


def test_each_opinion_is_one_line_with_its_number():
    head, *rest = text()
    assert head == "第三代表团代表甲对《政府工作报告》的审议意见，共6条："
    assert [line.split(". ")[0] for line in rest] == [f"甲{n}" for n in range(1, 7)]
    assert not any("\n" in line or "\t" in line for line in rest)
    assert "助餐场所难以维持， 建议落实运营补助𠮷" in "".join(rest)
    assert STAYS_INSIDE not in "".join(rest)


def test_whoever_has_no_name_says_i():
    assert text([], author=Person("p1", ""))[0].startswith("我对《政府工作报告》")


def quotations(line, unit, own=""):
    """Return every four Han characters of a line that the paragraph has too, but not the author."""
    text = "".join(unit.text.split())
    runs = (line[at : at + 4] for at in range(len(line) - 3))
    return [it for it in runs if re.fullmatch("[\u4e00-\u9fff]{4}", it) and it in text not in own]


def test_of_an_internal_paper_nothing_is_quoted_and_it_says_so():
    found = text(report=INTERNAL)
    assert found[0] == STAYS_INSIDE == "内部材料，不要发到群里"
    assert "（征求意见稿）" in found[1]
    own = "".join(c.text + c.reason for c in comments())
    for line in found[2:]:
        for unit in REPORT.units:
            assert not quotations(line, unit, own)


@pytest.mark.parametrize("edition", ["征求意见稿（第二稿）", "第二次征求意见稿", ""])
def test_every_draft_is_an_internal_paper(edition):
    title = REPORT.title if edition else "政府工作报告（征求意见稿）"
    draft = replace(REPORT, edition=edition, title=title)
    assert is_internal(draft)
    assert text(report=draft)[0] == STAYS_INSIDE
    assert not is_internal(REPORT)
    assert not is_internal(replace(REPORT, edition="审议稿"))


def changed(words, report=INTERNAL, **fields):
    """Return the line of 优化公共服务, changed into some words in place; "" if unchanged."""
    whole = replace(comments()[3], kind="修改", text="", reason="")
    done = revising.revised(report, whole.anchor, words)
    if done is None:
        return ""
    anchor, act, new = done
    one = replace(whole, anchor=anchor, act=act, replacement=new, **fields)
    return text([one], report)[-1].removeprefix("甲1. 第8段，")


PARAGRAPH = REPORT.units[SERVICE]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("多措并举化解", "新增学位，化解", "有一处要改，加上“新增学位，”。"),
        ("优质均衡", "优质更均衡", "有一处要改，加上“更”。"),
        ("学位紧张难题，", "学位紧张难题（见附件），", "增加“（见附件）”。"),
        ("东部区域", "", "删去一处。"),
        ("均衡发展。", "均衡发展。增加学位紧张难题的说明。", "增加“增加……的说明。”"),
        ("均衡发展。", "均衡发展。多措并举化解。", "有一处要增加。"),
        ("推进教育优质均衡发展。多措并举化解", "多措并举推进教育优质均衡发展，化解", None),
        ("东部区域", "西部、东部各区域", None),
    ],
)
def test_of_words_changed_in_place_only_what_was_added_is_told(old, new, line):
    assert PARAGRAPH.text.count(old) == 1
    found = changed(PARAGRAPH.text.replace(old, new))
    assert not quotations(found, PARAGRAPH)
    if line is not None:
        assert found == line


@given(st.data())
def test_however_a_sentence_is_changed_it_is_not_quoted(data):
    words, whole = "", PARAGRAPH.text
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, len(whole)))
        words += whole[start:end] + data.draw(st.sampled_from(["", "新", "新增的话", "，", "8"]))
    assert not quotations(changed(words), PARAGRAPH)


def test_words_copied_from_elsewhere_in_the_report_are_left_out_when_they_are_many():
    told = "深入开展双拥活动，年内办结"
    assert changed(PARAGRAPH.text + told).startswith("增加“……，年内办结”")
    assert "高质量发展" in changed(PARAGRAPH.text + "实现高质量发展。")


def test_what_the_author_says_himself_stays_his_own():
    found = changed(
        PARAGRAPH.text.replace("，多措并举", ""), text="重复", reason="多措并举写了两遍"
    )
    assert found == "删去一处。说明：重复。理由：多措并举写了两遍。"


def test_where_a_passage_goes_is_told_by_words_of_the_report_and_left_out():
    to = "第三部分（六）“惠民生增福祉，提升群众幸福指数”之后"
    one = replace(comments()[0], kind="修改", act="移位", text="", replacement=to, reason="更顺")
    assert text([one], INTERNAL)[-1] == "甲1. 第8段，有一处要移位。理由：更顺。"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"act": "修改", "replacement": "乙"}, "第7段，有一处要改，加上“乙”。"),
        ({"act": "增加", "replacement": "乙"}, "第7段，增加“乙”。"),
        ({"act": "移位", "replacement": "后面"}, "第7段，有一处要移位。"),
        ({"act": "删除"}, "第7段，删去一处。"),
        ({"act": "修改", "text": "太笼统"}, "第7段，有一处要修改。说明：太笼统。"),
        ({"act": "删除", "reason": "重了", "text": "重了"}, "第7段，删去一处。理由：重了。"),
        ({"kind": "建议", "text": "好"}, "第7段：好。"),
        ({"kind": "建议", "reason": "好"}, "第7段。理由：好。"),
        (
            {"cosigners": "代表乙 代表丙", "act": "删除"},
            "第7段，删去一处。意见相同的代表：代表乙、代表丙。",
        ),
        (
            {"apart": True, "act": "删除"},
            "第7段，删去一处。要求：本条请单独反映，不与别的意见合并。",
        ),
    ],
)
def test_of_an_internal_paper_a_place_is_named_by_its_number(fields, line):
    plain = {"kind": "修改", "act": "", "text": "", "replacement": "", "reason": ""}
    one = replace(comments()[0], **(plain | fields))
    number = REPORT.units[SERVICE].number
    assert text([one], INTERNAL)[-1] == "甲1. " + line.replace("第7段", f"第{number}段")


def test_other_places_of_an_internal_paper():
    one = comments()[0]
    title = next(unit for unit in REPORT.units if unit.number is None)
    at = replace(one, anchor=replace(one.anchor, unit=title.ordinal))
    assert "一处标题，有一处要改，加上" in text([at], INTERNAL)[-1]
    assert "对报告全文：=1+1" in text([comments()[4]], INTERNAL)[-1]
    assert "（第20页）" in text([one], INTERNAL, page_of=lambda _: "第20页")[-1]


def test_what_counts_no_more_is_told_by_its_number():
    told = "撤回：以前交的甲1—甲2，共2条，请不再列入。"
    assert text(taken_back=("甲1", "甲2"))[-1] == told
    head, last = text([], taken_back=("甲1", "甲2"))
    assert head.endswith("的审议意见，没有了。")
    assert last == told
