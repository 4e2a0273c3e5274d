"""名词: what the report explains, where it is used, and what it leaves unexplained."""

import pytest

from beiguan_desktop.core.places import Mention
from beiguan_desktop.core.terms import Terms, terms
from tests.unit.small_report import body, heading, line, report_of


def glossary(*items, text="深化“放管服”改革。", head="名词解释"):
    notes = [line("note", head)] if head else []
    return report_of(body(text), *notes, *(line("note", item) for item in items))


def explained(report):
    return {term.term: term.words for term in terms(report).explained}


@pytest.mark.parametrize(
    "item",
    [
        "1.“放管服”：简政放权、放管结合、优化服务。",
        "1、“放管服”——简政放权、放管结合、优化服务。",
        "[1]“放管服”：简政放权、放管结合、优化服务。",
        "【1】“放管服”:简政放权、放管结合、优化服务。",
        "（1）放管服：简政放权、放管结合、优化服务。",
        "①放管服：简政放权、放管结合、优化服务。",
        "1.[放管服]简政放权、放管结合、优化服务。",
        "“放管服”：简政放权、放管结合、优化服务。",
    ],
)
def test_an_item_of_the_glossary_is_read_however_it_is_numbered(item):
    report = glossary(item)
    (term,) = terms(report).explained
    assert (term.term, term.words) == ("放管服", "简政放权、放管结合、优化服务。")
    assert term.mentions == (Mention(0, 3, 6),)
    assert term.source.unit == 2


def test_a_full_stop_before_an_explanation_separates_too():
    assert explained(glossary("10.“河长制”。是指由党政负责人担任“河长”。")) == {
        "河长制": "是指由党政负责人担任“河长”。"
    }


def test_numbered_items_need_no_heading_and_other_lines_after_them_are_none():
    report = glossary("[1]“四风”：形式主义、官僚主义。", "责任单位：农业农村局等", head="")
    assert explained(report) == {"四风": "形式主义、官僚主义。"}


def test_without_heading_and_number_a_line_explains_nothing():
    assert explained(glossary("责任单位：农业农村局等部门", head="")) == {}


def test_lines_of_one_item_are_put_together():
    report = glossary("1.“双向揭榜”：企业找技术、", "成果找市场的简称", "。", "2.无关", "“乱”：字")
    assert explained(report) == {"双向揭榜": "企业找技术、成果找市场的简称。"}


def test_an_item_is_found_by_each_of_its_quoted_parts():
    text = "坚定“四个自信”，做到“两个维护”，推进“1+5”和1+5项目，“四个自信”。"
    report = glossary(
        "1.“四个自信”“两个维护”：道路自信等等。", "2.“1+5”专项整治：违建等六项。", text=text
    )
    found = {term.term: term for term in terms(report).explained}
    assert [text[m.start : m.end] for m in found["“四个自信”“两个维护”"].mentions] == [
        "四个自信",
        "两个维护",
        "四个自信",
    ]
    (place,) = found["“1+5”专项整治"].mentions
    assert text[place.start - 1 : place.end + 1] == "“1+5”"


def test_a_term_with_a_quoted_end_is_shown_with_its_mark():
    text = "清理河道“五乱”问题"
    (term,) = terms(glossary("1.清理河道“五乱”：乱占、乱采等。", text=text)).explained
    (place,) = term.mentions
    assert text[place.start : place.end] == "清理河道“五乱”"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("抓好“两园”（县城园区、电谷园区）建设。", "县城园区、电谷园区"),
        ("落实“三重”即抓战略、抓项目、抓民生。", "抓战略、抓项目、抓民生"),
        ("“小升规”，即小微企业升级为规上企业。", "小微企业升级为规上企业"),
        ("“九通”是指通路、通水、通电等。", "通路、通水、通电等"),
        ("“六馆”指博物馆、图书馆等。", "博物馆、图书馆等"),
        ("国家级经济开发区（以下简称“经开区”）。", "国家级经济开发区"),
    ],
)
def test_the_report_explains_in_passing(text, words):
    assert list(explained(report_of(body(text))).values()) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "“一站式”即时结算。",
        "“大北环”即将启动。",
        "“三年大变化”指明了方向。",
        "“12345”指挥中心。",
        "“四风”（见第3页）问题。",
        "“四风”（附件2有名单）问题。",
        "“三”（一）",
    ],
)
def test_what_only_looks_like_an_explanation_is_none(text):
    assert explained(report_of(body(text))) == {}


def test_what_has_figures_or_letters_and_is_not_explained_is_listed_once_with_its_places():
    report = report_of(
        heading("一、聚焦“两高四着力”", 1),
        body("“12+2+N”场景，“两高四着力”，“十五五”时期，“党建引领”，“一不等于二。”"),
        line("note", "“三清一改”"),
    )
    found = terms(report).unexplained
    assert [term.term for term in found] == ["两高四着力", "12+2+N"]
    assert [m.unit for m in found[0].mentions] == [0, 1]
    assert found[0].words == ""
    assert found[0].source is None


def test_what_the_glossary_explains_is_not_listed_as_unexplained():
    report = glossary("1.“1+5”专项整治：违建等六项。", text="开展“1+5”专项整治，落实“46+3”。")
    assert [term.term for term in terms(report).unexplained] == ["46+3"]


def test_terms_at_a_place_come_with_explained_and_longer_ones_first():
    text = "落实“放管服”改革、“46+3”事项和四个不摘"
    items = (
        "1.“放管服”：简政放权等等。",
        "2.“放管服”改革：一项改革。",
        "3.四个不摘：摘帽不摘责任。",
    )
    found = terms(glossary(*items, text=text))
    assert [t.term for t in found.among(0, 0, len(text))] == ["“放管服”改革", "四个不摘", "46+3"]
    assert [t.term for t in found.among(0, 4, 5)] == ["“放管服”改革"]
    assert found.among(0, 0, 2) == ()
    assert found.among(1, 0, 9) == ()
    assert Terms().among(0, 0, 9) == ()


def test_a_term_of_one_character_is_none_it_would_stand_everywhere():
    assert explained(glossary("1.碳“  ”：二氧化碳的简称。", text="双碳")) == {}


def test_a_term_that_is_only_in_the_glossary_has_no_place():
    (term,) = terms(glossary("1.“双碳”：碳达峰与碳中和。")).explained
    assert term.mentions == ()


def test_a_report_without_terms_has_none():
    assert terms(report_of()) == Terms()
    assert terms(report_of(body("没有简称。"))) == Terms()
