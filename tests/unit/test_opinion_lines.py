"""我的意见 as text: a line an opinion, and of an internal paper no word."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.my_opinions import parts
from beiguan_desktop.core.opinion_lines import STAYS_INSIDE, lines
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


def test_of_an_internal_paper_nothing_is_quoted_and_it_says_so():
    found = text(report=INTERNAL)
    assert found[0] == STAYS_INSIDE == "内部材料，不要发到群里"
    assert "（征求意见稿）" in found[1]
    own = "".join(c.text + c.reason + c.replacement for c in comments())
    for line in found[2:]:
        for at in range(len(line) - 5):
            piece = line[at : at + 6]
            assert piece in own or not any(piece in unit.text for unit in REPORT.units), piece


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"act": "修改", "replacement": "乙"}, "第7段，有一处改为“乙”。"),
        ({"act": "增加", "replacement": "乙"}, "第7段，增加“乙”。"),
        ({"act": "移位", "replacement": "后面"}, "第7段，有一处移到后面。"),
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
    assert "一处标题，有一处改为" in text([at], INTERNAL)[-1]
    assert "对报告全文：=1+1" in text([comments()[4]], INTERNAL)[-1]
    assert "（第20页）" in text([one], INTERNAL, page_of=lambda _: "第20页")[-1]
