"""提示: said where there is hardly a doubt, and silent otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop import paths
from beiguan_desktop.core import hints
from beiguan_desktop.core.comment import KINDS
from beiguan_desktop.core.departments import parse

DESK = paths.resources() / "desk"


def table(name: str) -> str:
    return (DESK / f"{name}.txt").read_text(encoding="utf-8")


TABLES = hints.Tables(
    hints.parse_powers(table("powers")),
    hints.parse_acts(table("acts")),
    parse(table("departments")),
)


def said(text: str, kind: str = "建议") -> tuple[str, ...]:
    return hints.hints(kind, text, TABLES)


def test_the_tables_that_ship_are_read_whole():
    lines = [it for it in table("powers").splitlines() if not it.startswith("#")]
    assert len(TABLES.powers) == len(lines)
    assert [word for word, _ in TABLES.acts] == ["质询", "议案", "罢免"]
    assert len(TABLES.departments) >= 20
    assert hints.parse_powers("不是一行\n谁｜甲｜乙") == ()
    assert hints.parse_acts("不是一行") == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("建议修路，我的电话是13812345678。", "手机号"),
        ("建议修路，电话138 1234 5678", "手机号"),
        ("建议修路，电话１３８１２３４５６７８", "手机号"),
        ("建议修路，电话+8613812345678", "手机号"),
        ("建议修路，电话 +86-138-1234-5678", "手机号"),
        ("建议修路，电话0372-2912345", "电话号码"),
        ("建议修路，电话（0372）2912345转3", "电话号码"),
        ("建议修路，电话03722912345", "电话号码"),
        ("建议修路，电话010 65432100", "电话号码"),
        ("建议给身份证号41050319700101123X的老人补发", "身份证号"),
        ("现就学位问题提出质询，请答复", "第二十四条"),
        ("我要质询教育局为什么不办", "第二十四条"),
        ("建议作为议案列入大会议程", "第二十二条"),
        ("建议罢免这位局长", "第三十一条"),
        ("建议铁路局调整车次", "归铁路部门管"),
        ("请国务院提高标准", "归国家机关管"),
        ("希望由省政府出钱修路", "归省里管"),
        ("高速公路免费应当早点实行", "归省里管"),
        ("建议供电公司改造线路", "归企业管"),
        ("去年成效显著，令人振奋，完全赞同", "都是肯定的话"),
        ("老旧小区停车位一直是老大难", "看不出请政府做什么"),
        ("一是建议增加学位；二是建议加强消防检查。", "几件事"),
        ("1.建议增加学位\n2.建议多建助餐点", "几件事"),
    ],
)
def test_what_leaves_no_doubt_is_said(text, word):
    assert any(word in each for each in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "建议在学校门口设停车位",
        "建议把24小时热线0372-2345678公布出来",
        "建议把咨询电话：(0372)2345678公布出来",
        "建议把服务热线4001234567890123公布出来",
        "建议完善质询制度，让监督有力",
        "建议公开代表提出议案的办理情况",
        "建议罢免制度写得更清楚",
        "建议铁路局家属院加装电梯",
        "建议教育部门拿出学位计划",
        "建议法院路早日修通",
        "建议区政府向国务院有关部门反映",
        "建议区政府与铁路部门对接，铁路车次多一些",
        "高速公路收费站附近堵车严重，区里能不能修一条辅路",
        "学校门口堵车，应设临时停车区",
        "一是建议增加学位；二是建议幼儿园延时。",
        "一是学位不够；二是停车难。请研究。",
        "成效显著，但是还有不足，建议再加力",
        "好",
        "",
    ],
)
def test_what_may_well_be_meant_so_is_left_alone(text):
    assert said(text) == ()


def test_some_rules_are_for_suggestions_only():
    praise, nothing = "去年成效显著，令人振奋，完全赞同", "物业收费不服务的现象没有好转"
    for kind in KINDS:
        assert bool(said(praise, kind)) == (kind == "建议")
        assert bool(said(nothing, kind)) == (kind == "建议")
    several = "一是建议增加学位；二是建议加强消防检查。"
    assert said(several, "意见")
    assert not said(several, "修改")


def test_what_matters_most_comes_first():
    found = said("我要质询教育局。电话13812345678。")
    assert "手机号" in found[0]
    assert "质询案" in found[1]


def test_without_tables_the_other_rules_still_hold():
    bare = hints.Tables()
    assert hints.hints("建议", "我要质询教育局，请国务院处理", bare) == ()
    assert hints.hints("建议", "电话13812345678，请回复", bare)
    odd = hints.Tables(acts=(("没有规则的词", "说明"),))
    assert hints.hints("建议", "建议写上没有规则的词", odd) == ()


@given(st.sampled_from(KINDS), st.text(max_size=120))
def test_whatever_is_written_the_rules_answer_with_sentences(kind, text):
    for sentence in said(text, kind):
        assert sentence.endswith("。")
