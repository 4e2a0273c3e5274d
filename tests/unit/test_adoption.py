"""What was asked of a report's words, and whether its new edition has them."""

from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.adoption import Adoption, Judge
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.referring import reference
from beiguan_desktop.core.report import Report, Unit
from tests.unit.small_report import body, heading, report_of

CARE = (
    "完善老年助餐服务网络，提升养老服务水平。抓好重点群体就业，全年完成职业技能培训3000人次以上。"
)
ROADS = "一是加快城区道路改造，新建停车位三千个，打通断头路五条。"
SCHOOLS = "二是办好民生实事，新增公办幼儿园学位一千二百个，改造老旧小区二十八个。"
FIELDS = "三是推进乡村全面振兴，建成高标准农田两万亩，粮食总产量保持稳定。"
AIR = "四是加强生态环境保护，空气优良天数比例达到百分之八十以上。"
ALL = (ROADS, CARE, SCHOOLS, FIELDS, AIR)
MEALS = "，新增老年助餐场所20个以上"


def edition(*texts: str) -> Report:
    """Make a report of paragraphs."""
    starts = accumulate(map(letter_count, texts), initial=0)
    units = tuple(
        Unit(at, "paragraph", 0, text, text, ((0, len(text)),), number=at + 1, letter=letter)
        for at, (text, letter) in enumerate(zip(texts, starts, strict=False))
    )
    return Report("r", "报告", "审议", "审议稿", None, "r", units, ())


OLD = edition(*ALL)


def on(quote: str, report: Report = OLD) -> Anchor:
    """Anchor the words where they stand first."""
    unit = next(unit for unit in report.units if quote in unit.text)
    at = unit.text.index(quote)
    return anchoring.passage(report, unit.ordinal, at, at + len(quote))


def opinion(anchor: Anchor, act: str = "", words: str = "", *, kind: str = "", text: str = ""):
    """Write an opinion of a kind that follows from its act."""
    kind = kind or ("修改" if act else "建议")
    at = "2026-02-27T09:00:00+08:00"
    return Comment(
        "c", "r", "r", anchor, kind, text, "p", "甲", "", at, at, act=act, replacement=words
    )


def judged(new: Report, comment: Comment, old: Report = OLD) -> Adoption:
    """Judge an opinion that asks for words."""
    found = Judge(old, new).of(comment)
    assert found is not None
    return found


def having(*changes: tuple[str, str], texts: tuple[str, ...] = ALL) -> Report:
    """Return the edition with words replaced."""
    for old, new in changes:
        assert any(old in text for text in texts)
        texts = tuple(text.replace(old, new) for text in texts)
    return edition(*texts)


def outcome(new: Report, comment: Comment, old: Report = OLD) -> str:
    return judged(new, comment, old).outcome


# -- 修改


def test_a_figure_that_was_changed_as_asked_is_adopted():
    new = having(("3000人次", "5000人次"))
    found = judged(new, opinion(on("3000人次"), "修改", "5000人次"))
    assert (found.outcome, found.note) == ("采纳", "“5000人次”已写进第2段")
    ((unit, start, end),) = found.spots
    assert new.units[unit].text[start:end] == "5000人次"
    assert found.was.endswith("培训3000人次以上。")
    assert found.now.endswith("培训5000人次以上。")
    assert found.unit == 1


def test_one_judge_judges_several_opinions_on_a_paragraph():
    judge = Judge(OLD, having(("3000人次", "5000人次")))
    asked = [opinion(on("3000人次"), "修改", words) for words in ("5000人次", "8000人次")]
    assert [judge.of(each).outcome for each in asked] == ["采纳", "未见"]


def test_words_beside_other_changes_are_adopted():
    new = having(("全年完成职业技能培训3000人次以上", "力争开展技能培训5000人次左右"))
    assert outcome(new, opinion(on("3000人次"), "修改", "5000人次")) == "采纳"


def test_words_within_a_larger_change_are_adopted():
    asked = opinion(on("提升养老服务水平"), "修改", "办好家门口的养老院")
    assert outcome(having(("提升养老服务水平", "大力推动办好家门口的养老院建设")), asked) == "采纳"
    asked = opinion(on("老旧小区"), "修改", "老旧片区和城中村")
    new = having(("改造老旧小区二十八个", "整治老旧片区和城中村一批"))
    assert outcome(new, asked) == "采纳"


def test_another_figure_than_asked_is_not_adopted():
    new = having(("3000人次", "4000人次"))
    assert outcome(new, opinion(on("3000人次"), "修改", "5000人次")) == "未见"


def test_an_untouched_sentence_is_not_adopted_even_if_its_paragraph_was_rewritten():
    new = having(
        ("完善老年助餐服务网络", "健全居家社区机构相协调的养老服务体系，办好5000人次的活动")
    )
    found = judged(new, opinion(on("3000人次"), "修改", "5000人次"))
    assert (found.outcome, found.note) == ("未见", "没有看到：这里没有改动")


def test_words_that_stood_elsewhere_before_are_no_adoption():
    new = having(("改造老旧小区二十八个", "改造一批小区"))
    asked = opinion(on("改造老旧小区二十八个"), "修改", "建成高标准农田两万亩")
    assert outcome(new, asked) == "未见"


def test_three_characters_found_elsewhere_are_no_adoption():
    new = having(("打通断头路五条", "修好断头路"), ("保持稳定", "稳中有升"))
    assert outcome(new, opinion(on("五条"), "修改", "稳中有")) == "未见"


def test_half_of_what_was_asked_is_half_adopted():
    asked = "完成职业技能培训5000人次以上，新建零工市场3个"
    new = having(("3000人次", "5000人次"))
    found = judged(new, opinion(on("完成职业技能培训3000人次以上"), "修改", asked))
    assert found.outcome == "部分采纳"
    assert found.note == "写进了一半：“5000”已写进第2段，请您核对"


def test_new_words_beside_the_old_ones_are_half_adopted():
    new = having(("提升养老服务水平", "提升养老服务水平，办好家门口的养老院"))
    found = judged(new, opinion(on("提升养老服务水平"), "修改", "办好家门口的养老院"))
    assert (found.outcome, found.note) == (
        "部分采纳",
        "“办好家门口的养老院”已写进第2段，原来的话还在，请您核对",
    )


def test_a_shortening_is_adopted_only_as_a_whole():
    asked = opinion(on("加快城区道路改造，新建停车位三千个"), "修改", "新建停车位三千个")
    assert outcome(having(("加快城区道路改造，", "")), asked) == "采纳"
    other = having(("加快城区道路改造，", "抓好路网建设，"), ("打通断头路五条", "畅通道路"))
    assert outcome(other, asked) == "未见"
    beside = having(("改造，新建停车位三千个，打通断头路五条", "提升，新建停车位三千个"))
    asked = opinion(on("新建停车位三千个，打通断头路五条"), "修改", "新建停车位三千个")
    assert outcome(beside, asked) == "采纳"


def test_a_rewritten_paragraph_has_no_words_by_chance():
    new = edition(ROADS, "养老、就业工作稳步推进，群众更加满意，各项事业全面进步。", *ALL[2:])
    assert outcome(new, opinion(on("3000人次"), "修改", "稳步推")) == "未见"


def test_words_of_a_lost_paragraph_are_looked_for_elsewhere():
    new = edition(ROADS, SCHOOLS, FIELDS, AIR + "全年完成职业技能培训五千人次，帮扶困难家庭。")
    asked = opinion(
        on("全年完成职业技能培训3000人次以上"), "修改", "全年完成职业技能培训五千人次，帮扶困难家庭"
    )
    assert outcome(new, asked) == "部分采纳"
    few = judged(new, opinion(on("3000人次以上"), "修改", "帮扶困难家庭"))
    assert (few.outcome, few.note) == ("未见", "没有看到：这一段不在新稿里，请您核对")


def test_a_whole_paragraph_can_be_changed():
    asked = opinion(anchoring.paragraph(OLD, 3), "修改", "三是推进农业农村现代化。")
    assert outcome(edition(ROADS, CARE, SCHOOLS, "三是推进农业农村现代化。", AIR), asked) == "采纳"
    assert outcome(OLD, asked) == "未见"


# -- 增加


def test_added_words_that_stand_behind_the_quotation_are_adopted():
    new = having(("服务网络，", f"服务网络{MEALS}，"))
    found = judged(new, opinion(on("完善老年助餐服务网络"), "增加", MEALS))
    assert (found.outcome, found.note) == ("采纳", "“新增老年助餐场所20个以上”已写进第2段")


def test_added_words_elsewhere_in_the_paragraph_are_adopted_if_long():
    new = having(("3000人次以上。", f"3000人次以上{MEALS}。"))
    assert outcome(new, opinion(on("完善老年助餐服务网络"), "增加", MEALS)) == "采纳"
    new = having(("3000人次以上。", "3000人次以上，办好食堂。"))
    assert outcome(new, opinion(on("完善老年助餐服务网络"), "增加", "办好食堂")) == "未见"


def test_added_words_as_a_paragraph_of_their_own_are_adopted():
    new = edition(ROADS, CARE, "新增老年助餐场所20个以上。", *ALL[2:])
    assert judged(new, opinion(on("服务网络"), "增加", MEALS)).note == (
        "“新增老年助餐场所20个以上”已写进第3段"
    )


def test_added_words_far_away_are_told_as_being_there():
    new = having(("二十八个。", "二十八个，新增老年助餐场所20个以上。"))
    found = judged(new, opinion(on("打通断头路五条"), "增加", MEALS))
    assert found.outcome == "未见"
    assert found.note.startswith("没有看到：“新增老年助餐场所20个以上”写在第3段，不在原来的地方")


def test_added_words_in_other_words_are_half_adopted():
    new = having(("服务网络，", "服务网络，新增老年助餐服务点20个，"))
    found = judged(new, opinion(on("完善老年助餐服务网络"), "增加", MEALS))
    assert found.outcome == "部分采纳"
    assert found.note.startswith("写法不完全一样：第2段现在是“新增老年助餐服务点20个")


def test_one_of_two_added_clauses_is_half():
    new = having(("服务网络，", "服务网络，新增老年助餐场所20个，"))
    asked = "，新增老年助餐场所20个，为八十岁以上老人送餐上门"
    found = judged(new, opinion(on("完善老年助餐服务网络"), "增加", asked))
    assert found.note == "写进了一半：“新增老年助餐场所20个”已写进第2段，请您核对"


def test_words_can_be_added_before_a_paragraph_behind_a_section_and_to_the_report():
    front = Anchor("paragraph", 1)
    assert outcome(
        having(("完善老年", "各级各部门要完善老年")), opinion(front, "增加", "各级各部门要")
    )
    told = "对民生实事每季度公开一次进度"
    new = edition(*ALL, f"五是{told}。")
    assert outcome(new, opinion(WHOLE_REPORT, "增加", told)) == "采纳"
    assert outcome(OLD, opinion(WHOLE_REPORT, "增加", told)) == "未见"


def test_words_of_marks_alone_are_nowhere():
    assert outcome(OLD, opinion(on("服务网络"), "增加", "，")) == "未见"


# -- 删除


def test_deleted_words_that_are_gone_are_adopted():
    new = having(("，打通断头路五条", ""))
    found = judged(new, opinion(on("，打通断头路五条"), "删除"))
    assert (found.outcome, found.note) == ("采纳", "“打通断头路五条”已不在第1段")


def test_words_that_only_moved_were_not_deleted():
    long = "，新增公办幼儿园学位一千二百个"
    new = having((long, ""), ("保持稳定", f"保持稳定{long}"))
    found = judged(new, opinion(on(long), "删除"))
    assert (found.outcome, found.spots[0].unit) == ("未见", 3)
    assert found.note == "没有看到：“新增公办幼儿园学位一千二百个”还在第4段，没有删去"


def test_words_that_moved_within_their_paragraph_were_not_deleted():
    new = having(("新建停车位三千个，打通断头路五条", "打通断头路五条，新建停车位三千个"))
    found = judged(new, opinion(on("打通断头路五条"), "删除"))
    assert found.outcome == "未见"


def test_reworded_words_were_not_deleted():
    new = having(("打通断头路五条", "打通断头路八条"))
    assert outcome(new, opinion(on("打通断头路五条"), "删除")) == "未见"
    assert outcome(OLD, opinion(on("打通断头路五条"), "删除")) == "未见"


def test_half_of_the_words_gone_is_half():
    new = having(("全年完成职业技能培训3000人次以上。", ""))
    asked = opinion(on("抓好重点群体就业，全年完成职业技能培训3000人次以上。"), "删除")
    assert outcome(new, asked) == "部分采纳"


def test_a_paragraph_that_is_gone_was_deleted():
    asked = opinion(anchoring.paragraph(OLD, 3), "删除")
    found = judged(edition(ROADS, CARE, SCHOOLS, AIR), asked)
    assert found.outcome == "采纳"
    assert found.note.endswith("所在的一段已经删去")
    assert outcome(edition(ROADS, FIELDS, CARE, SCHOOLS, AIR), asked) == "未见"


def test_nothing_is_deleted_by_another_years_report():
    other = edition("去年的报告讲别的事情，没有一句相同。", "第二段也是这样，完全不同的内容。")
    for unit in range(5):
        assert outcome(other, opinion(anchoring.paragraph(OLD, unit), "删除")) == "未见"
    assert outcome(other, opinion(on("3000人次"), "修改", "5000人次")) == "未见"


def test_nothing_is_adopted_by_traditional_characters():
    other = edition(
        "一是加快城區道路改造，新建停車位三千個，打通斷頭路五條。", "完善老年助餐服務網絡。"
    )
    assert outcome(other, opinion(on("，打通断头路五条"), "删除")) == "未见"
    assert outcome(other, opinion(on("服务网络"), "增加", MEALS)) == "未见"


def test_a_passage_that_cuts_a_residue_in_two_is_judged_like_any_other():
    fine = "空气质量持续改善，PM_{2.5}浓度下降到31微克每立方米，优良天数达到二百八十天以上。"
    old = edition(ROADS, fine, SCHOOLS)
    cut = opinion(anchoring.passage(old, 1, 4, fine.index("5}")), "删除")
    assert outcome(old, cut, old) == "未见"
    gone = edition(
        ROADS, "空气质量，浓度下降到31微克每立方米，优良天数达到二百八十天以上。", SCHOOLS
    )
    assert outcome(gone, cut, old) in ("采纳", "部分采纳")


# -- 移位


def test_a_paragraph_that_moved_where_it_was_wished_is_adopted():
    new = edition(CARE, SCHOOLS, FIELDS, ROADS, AIR)
    goal = f"{reference(OLD, anchoring.paragraph(OLD, 3))}后"
    found = judged(new, opinion(anchoring.paragraph(OLD, 0), "移位", goal))
    assert (found.outcome, found.spots[0].unit) == ("采纳", 3)
    assert outcome(new, opinion(anchoring.paragraph(OLD, 0), "移位", "移到第4段后面")) == "采纳"
    away = judged(new, opinion(anchoring.paragraph(OLD, 0), "移位", "移到结尾"))
    assert (away.outcome, away.note[-16:]) == (
        "部分采纳",
        "现在在第4段，是不是您要的地方，请您核对"[-16:],
    )
    assert outcome(OLD, opinion(anchoring.paragraph(OLD, 0), "移位", goal)) == "未见"


def test_a_passage_that_moved_is_found():
    new = having(("，打通断头路五条", ""), ("二十八个。", "二十八个，打通断头路五条。"))
    assert outcome(new, opinion(on("打通断头路五条"), "移位", "移到第3段后")) == "采纳"
    assert outcome(OLD, opinion(on("打通断头路五条"), "移位", "移到第3段后")) == "未见"
    gone = having(("，打通断头路五条", ""))
    assert outcome(gone, opinion(on("打通断头路五条"), "移位", "移到第3段后")) == "未见"
    to_end = having(("加快城区道路改造，", ""), ("五条。", "五条，加快城区道路改造。"))
    assert outcome(to_end, opinion(on("加快城区道路改造"), "移位", "本段末尾")) == "采纳"


def test_what_has_no_paragraph_has_not_moved():
    assert outcome(OLD, opinion(WHOLE_REPORT, "移位", "第二部分在前")) == "未见"
    lost = edition(*ALL[1:])
    assert outcome(lost, opinion(anchoring.paragraph(OLD, 0), "移位", "第4段后")) == "未见"


# -- 建议, 意见


def test_a_wording_in_quotation_marks_is_looked_for():
    asked = opinion(on("服务网络"), text="建议补上“新增老年助餐场所20个以上”的任务。")
    assert outcome(having(("服务网络，", f"服务网络{MEALS}，")), asked) == "采纳"
    assert outcome(OLD, asked) == "未见"
    two = opinion(on("服务网络"), text="补上“新增老年助餐场所20个以上”和“为高龄老人送餐上门”。")
    assert outcome(having(("服务网络，", f"服务网络{MEALS}，")), two) == "部分采纳"


def test_a_short_name_in_quotation_marks_is_no_wording_unless_it_shall_be_written():
    new = having(("二十八个。", "二十八个，落实减负工作。"))
    named = opinion(on("办好民生实事"), text="学校要落实“减负工作”。")
    assert Judge(OLD, OLD).of(named) is None
    wished = opinion(on("办好民生实事"), text="建议写上“减负工作”。")
    assert outcome(OLD, wished) == "未见"
    assert outcome(new, wished) == "采纳"


def test_words_without_a_wording_are_half_adopted_at_most():
    asked = opinion(on("服务网络"), text="建议新增老年助餐场所20个以上，老人多。")
    found = judged(having(("服务网络，", f"服务网络{MEALS}，")), asked)
    assert (found.outcome, found.note) == (
        "部分采纳",
        "“新增老年助餐场所20个以上”已写进第2段，请您核对",
    )
    assert Judge(OLD, OLD).of(asked) is None
    known = opinion(on("服务网络"), text="完善老年助餐服务网络很重要。")
    assert Judge(OLD, having(("3000人次", "5000人次"))).of(known) is None
    assert Judge(OLD, having(("三千个", "四千个"))).of(asked) is None


@pytest.mark.parametrize("kind", ["批评", "询问", "肯定", "数据核实"])
def test_other_kinds_ask_for_no_words(kind):
    assert Judge(OLD, OLD).of(opinion(on("服务网络"), kind=kind, text="写“别的话”")) is None


def test_a_change_without_words_is_judged_by_what_was_said():
    asked = opinion(on("服务网络"), "修改", text="这句话要具体一些。")
    assert outcome(having(("三千个", "四千个")), asked) == "未见"


# -- sections, and what is damaged

ONE, TWO = "一、回顾", "二、任务"


def with_sections(*second: str) -> Report:
    """Make a report of two sections."""
    return report_of(
        heading(ONE, 1),
        *(body(text, ONE) for text in (ROADS, CARE, SCHOOLS)),
        *([heading(TWO, 1)] if second else []),
        *(body(text, TWO) for text in second),
    )


def test_a_section_is_deleted_when_nothing_of_it_is_left():
    old = with_sections(FIELDS, AIR)
    asked = opinion(anchoring.section(old, 4), "删除")
    assert outcome(with_sections(), asked, old) == "采纳"
    half = judged(with_sections(FIELDS), asked, old)
    assert (half.outcome, half.note) == ("部分采纳", "这一节还剩2段，请您核对")
    assert outcome(old, asked, old) == "未见"
    assert outcome(edition("别的报告，讲别的事。"), asked, old) == "未见"


def test_words_for_a_section_have_to_stand_in_it():
    old, told = with_sections(FIELDS, AIR), "对民生实事每季度公开一次进度"
    there, here = (anchoring.section(old, at) for at in (4, 0))
    new = with_sections(FIELDS, f"{told}。", AIR)
    assert outcome(new, opinion(there, "增加", told), old) == "采纳"
    assert outcome(new, opinion(here, "增加", told), old) == "未见"
    said = f"请写上“{told}”。"
    assert outcome(new, opinion(there, text=said), old) == "采纳"
    assert outcome(new, opinion(here, text=said), old) == "未见"
    assert outcome(new, opinion(WHOLE_REPORT, text=said), old) == "采纳"
    assert outcome(new, opinion(WHOLE_REPORT, text="请写上“每季度公开”。"), old) == "未见"
    assert Judge(old, new).of(opinion(there, text=told)) is None
    assert outcome(new, opinion(there, "移位", "第一部分"), old) == "未见"


def test_the_words_of_a_heading_are_named_as_such():
    old = with_sections(FIELDS)
    new = report_of(
        heading(ONE, 1),
        *(body(text, ONE) for text in (ROADS, CARE, SCHOOLS)),
        heading("二、主要任务", 1),
        body(FIELDS, "二、主要任务"),
    )
    asked = opinion(anchoring.paragraph(old, 4), "修改", "二、主要任务")
    assert judged(new, asked, old).note == "“二、主要任务”已写进标题"


@pytest.mark.parametrize("unit", [None, 99, 3])
def test_a_place_of_a_damaged_reading_is_judged_by_its_words_alone(unit):
    lost = replace(on("3000人次"), unit=unit)
    new = having(("3000人次", "5000人次"))
    assert outcome(new, opinion(lost, "修改", "5000人次")) == "未见"
    assert outcome(new, opinion(lost, "删除")) == "未见"
    assert outcome(new, opinion(lost, "移位", "第1段后")) == "未见"


def asked_of(report: Report) -> Comment:
    return opinion(on("粮食总产量保持稳定", report), "删除")


def test_words_of_a_deleted_paragraph_are_gone_with_it():
    asked = opinion(on("粮食总产量保持稳定"), "删除")
    assert outcome(edition(ROADS, CARE, SCHOOLS, AIR), asked) == "采纳"
    kept = edition(ROADS, CARE, SCHOOLS, AIR + "粮食总产量保持稳定。")
    assert outcome(kept, asked) == "未见"
    long = (
        "村村通上水泥路，户户用上自来水，家家住上安全房，处处看得见青山绿水，人人记得住浓浓乡愁。"
    )
    old = edition(ROADS, CARE, SCHOOLS, long + FIELDS + long[::-1], AIR)
    told = judged(edition(ROADS, CARE, SCHOOLS, "粮食总产量保持稳定。" + AIR), asked_of(old), old)
    assert (told.outcome, told.note) == (
        "未见",
        "没有看到：这一段没有了，别处还有“粮食总产量保持稳定”，请您核对",
    )
    twice = edition(ROADS, CARE, SCHOOLS, long + FIELDS + long[::-1], AIR + "粮食总产量保持稳定。")
    left = edition(ROADS, CARE, SCHOOLS, AIR + "粮食总产量保持稳定。")
    assert outcome(left, asked_of(twice), twice) == "采纳"
    assert outcome(edition(ROADS, CARE), opinion(anchoring.paragraph(OLD, 3), "删除")) == "未见"
    both = edition(ROADS, CARE, SCHOOLS)
    assert outcome(both, opinion(anchoring.paragraph(OLD, 4), "删除")) == "未见"


def test_deleted_words_beside_other_changes_are_judged_by_what_stands_there():
    gone = having(
        ("全年完成职业技能培训3000人次以上", "办好夜校"), ("提升养老服务水平。", "提升水平。")
    )
    assert outcome(gone, opinion(on("全年完成职业技能培训3000人次以上"), "删除")) == "采纳"
    same = having(("，新建停车位三千个", "，加密公交，新建停车位三千个，"))
    assert outcome(same, opinion(on("改造，新建停车位三千个，打通"), "删除")) == "未见"


def test_words_in_another_place_of_a_rewritten_paragraph_are_not_theirs():
    new = having(("3000人次以上", "五千人次以上"), ("服务网络", "服务网络和3000个网点"))
    assert outcome(new, opinion(on("3000人次"), "删除")) == "未见"


def test_a_split_paragraph_keeps_what_was_asked():
    first, second = (
        CARE.split("。", maxsplit=1)[0] + "。",
        "抓好重点群体就业，全年完成职业技能培训5000人次以上。",
    )
    new = edition(ROADS, first, second, *ALL[2:])
    found = judged(new, opinion(on("3000人次"), "修改", "5000人次"))
    assert (found.outcome, found.note) == ("采纳", "“5000人次”已写进第3段")


# -- by chance

POOL = tuple(
    line.strip()
    for line in (Path(__file__).parents[2] / "resources" / "report")
    .glob("*.txt")
    .__next__()
    .read_text(encoding="utf-8")
    .splitlines()
    if len(line.strip()) > 60 and "{" not in line  # words put into PM_{2.5} make it another
)
WISHES = (
    "对民生实事每季度公开一次进度",
    "新增老年助餐场所20个以上",
    "8600人次",
    "把夜校办到每个街道",
    "让孩子就近入学",
)


@st.composite
def asked(draw):
    texts = draw(st.lists(st.sampled_from(POOL), min_size=4, max_size=8, unique=True))
    at = draw(st.integers(0, len(texts) - 1))
    text = texts[at]
    start = draw(st.integers(0, len(text) - 5))
    end = draw(st.integers(start + 4, min(len(text), start + 40)))
    act = draw(st.sampled_from(["修改", "增加", "删除"]))
    words = "" if act == "删除" else draw(st.sampled_from(WISHES))
    return texts, at, (start, end), act, words


def applied(text: str, span: tuple[int, int], act: str, words: str) -> str:
    start, end = span
    return text[: end if act == "增加" else start] + words + text[end:]


@settings(max_examples=150, deadline=None)
@given(asked())
def test_what_was_done_exactly_is_adopted_and_nothing_done_is_not(case):
    texts, at, span, act, words = case
    old = edition(*texts)
    anchor = anchoring.passage(old, at, *span)
    assume(anchor.place == "passage")
    comment = opinion(anchor, act, words)
    assert outcome(old, comment, old) == "未见"
    span = anchor.start, anchor.end
    done = [*texts[:at], applied(texts[at], span, act, words), *texts[at + 1 :]]
    found = judged(edition(*done), comment, old)
    assert found.outcome == "采纳", found.note


@settings(max_examples=100, deadline=None)
@given(asked(), st.integers(0, 3), st.sampled_from(WISHES))
def test_a_change_elsewhere_adopts_nothing(case, other, strange):
    texts, at, span, act, words = case
    other %= len(texts)
    assume(other != at)
    old = edition(*texts)
    anchor = anchoring.passage(old, at, *span)
    changed = [*texts]
    changed[other] = changed[other][:20] + strange + changed[other][20:]
    assert outcome(edition(*changed), opinion(anchor, act, words), old) == "未见"
