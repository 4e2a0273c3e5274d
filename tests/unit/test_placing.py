"""Opinions that follow the text: into a new reading, and into another edition."""

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor
from beiguan_desktop.core.letters import letter_count, letters
from beiguan_desktop.core.placing import Placed, place, told
from beiguan_desktop.core.report import Report, Unit

ONE = "一是加快城区道路改造，新建停车位三千个，打通断头路五条。"
TWO = "二是办好民生实事，新增公办幼儿园学位一千二百个，改造老旧小区二十八个。"
THREE = "三是推进乡村全面振兴，建成高标准农田两万亩，粮食总产量保持稳定。"
FOUR = "四是加强生态环境保护，空气优良天数比例达到百分之八十以上。"
ALL = (ONE, TWO, THREE, FOUR)


def edition(*texts: str) -> Report:
    """Make a report of paragraphs."""
    starts = accumulate(map(letter_count, texts), initial=0)
    units = tuple(
        Unit(at, "paragraph", 0, text, text, ((0, len(text)),), number=at + 1, letter=letter)
        for at, (text, letter) in enumerate(zip(texts, starts, strict=False))
    )
    return Report("r", "报告", "审议", "审议稿", None, "r", units, ())


def on(report: Report, quote: str, nth: int = 0) -> Anchor:
    """Anchor the words where they stand first."""
    spots = [(unit.ordinal, unit.text.index(quote)) for unit in report.units if quote in unit.text]
    unit, at = spots[nth]
    return anchoring.passage(report, unit, at, at + len(quote))


def placed(old: Report, new: Report, quote: str, nth: int = 0):
    """Place one passage in another edition."""
    (found,) = place(old, new, [on(old, quote, nth)])
    return found


OLD = edition(*ALL)


def test_the_whole_report_stays_the_whole_report():
    (found,) = place(OLD, edition("别的", "文字"), [WHOLE_REPORT])
    assert (found.anchor, found.rule, found.confidence) == (WHOLE_REPORT, "report", 1.0)


def test_an_equal_paragraph_keeps_its_words_wherever_it_stands():
    new = edition(FOUR, ONE, TWO + "增加的一句话。", THREE)
    found = placed(OLD, new, "高标准农田")
    assert (found.anchor.unit, found.anchor.quote, found.rule) == (3, "高标准农田", "same")
    found = placed(OLD, new, "空气优良天数")
    assert (found.anchor.unit, found.rule, found.confidence) == (0, "moved", 1.0)


def test_width_blanks_and_quotes_make_no_paragraph_another():
    old = edition("全年PM₂.₅浓度为31微克，“蓝天”天数增加。", ONE)
    new = edition("全年 PM_{2.5}浓度为３１ 微克,「蓝天」天数增加。", "新的一段文字在这里。", ONE)
    found = placed(old, new, "PM₂.₅浓度为31微克，“蓝天”")
    assert (found.anchor.quote, found.rule) == ("PM_{2.5}浓度为３１ 微克,「蓝天」", "same")


def test_words_that_stayed_are_found_in_a_reworded_paragraph():
    new = edition(ONE, TWO.replace("公办幼儿园", "普惠性公办托育机构和幼儿园"), THREE, FOUR)
    found = placed(OLD, new, "改造老旧小区二十八个")
    assert (found.anchor.unit, found.anchor.quote) == (1, "改造老旧小区二十八个")
    assert found.rule == "edited"
    assert found.confidence > 0.9


def test_reworded_words_are_found_when_they_are_much_alike():
    new = edition(ONE, TWO.replace("一千二百", "一千五百"), THREE, FOUR)
    found = placed(OLD, new, "新增公办幼儿园学位一千二百个")
    assert (found.anchor.quote, found.rule) == ("新增公办幼儿园学位一千五百个", "fuzzy")
    assert 0.75 <= found.confidence < 1


def test_short_reworded_words_need_their_context():
    new = edition(ONE, TWO.replace("老旧小区", "老旧片区"), THREE, FOUR)
    assert placed(OLD, new, "老旧小区").anchor.quote == "老旧片区"
    worn = TWO.replace("改造老旧小区二十八个", "同时完善一批背街小巷和老旧片区配套设施")
    found = placed(edition(TWO), edition(worn), "老旧小区")
    assert (found.anchor, found.rule) == (None, "unlike")


def test_what_is_gone_is_placed_nowhere():
    found = placed(OLD, edition(ONE, TWO, FOUR, "全新的段落，讲别的事情。"), "建成高标准农田两万亩")
    assert (found.anchor, found.rule, found.confidence) == (None, "gone", 0.0)


def test_a_copy_of_the_words_in_another_paragraph_is_not_their_place():
    old = edition(ONE, TWO + "建成高标准农田两万亩。", THREE, FOUR)
    new = edition(ONE, TWO + "建成高标准农田两万亩。", FOUR, "末段")
    assert placed(old, new, "建成高标准农田两万亩", 1).anchor is None


def test_words_of_a_lost_paragraph_are_found_in_a_new_one_when_long_enough():
    long = "建成高标准农田两万亩，粮食总产量保持稳定"
    new = edition(
        ONE, TWO, FOUR, f"展望明年，前景广阔，{long}，形势喜人，人人称道，家家欢喜，处处兴旺。"
    )
    found = placed(edition(ONE, TWO, "头。" + long + "。尾。", FOUR), new, long)
    assert found.anchor is None or found.anchor.quote == long


def test_a_quote_in_ten_equal_paragraphs_of_which_one_is_gone_is_listed():
    same = "各位代表，大家辛苦了。"
    old, new = edition(*[same] * 10, ONE), edition(*[same] * 9, ONE)
    found = placed(old, new, "大家辛苦了", 4)
    assert (found.anchor, found.rule) == (None, "several")
    many = edition(*["会议指出，大家辛苦了。"] * 80)
    assert placed(edition(same, ONE), many, "大家辛苦了").rule == "several"


def test_as_many_copies_as_before_keep_their_order():
    same = "各位代表，大家辛苦了。"
    old = edition(ONE, same, same, TWO, THREE)
    new = edition(ONE, same, same, TWO, THREE + "加一句。")
    assert placed(old, new, "大家辛苦了", 1).anchor.unit == 2


def test_words_that_a_new_paragraph_cuts_in_two_are_listed():
    at = TWO.index("改造")
    new = edition(ONE + "加一句话。", TWO[:at], TWO[at:], THREE, FOUR)
    found = placed(OLD, new, "学位一千二百个，改造老旧小区")
    assert (found.anchor, found.rule) == (None, "torn")
    assert placed(OLD, new, "改造老旧小区").anchor.unit == 2


@pytest.mark.parametrize("unit", [None, 99, 1])
def test_an_anchor_of_a_corrupted_reading_is_found_by_its_words_alone(unit):
    lost = replace(on(OLD, "建成高标准农田两万亩"), unit=unit, letter_end=0)
    (found,) = place(OLD, edition("新的开头。", *ALL), [lost])
    assert (found.anchor.unit, found.anchor.quote) == (3, "建成高标准农田两万亩")
    assert found.rule == "context"
    (found,) = place(OLD, OLD, [lost])
    assert (found.anchor.unit, found.anchor.quote) == (2, "建成高标准农田两万亩")


def test_nothing_and_blanks_are_no_words():
    old = edition("甲 乙", ONE)
    empty = Anchor("passage", 0, 1, 2, 1, 1, quote=" ")
    (found,) = place(old, edition("甲  丙", ONE), [empty])
    assert (found.anchor, found.rule) == (None, "unlike")


@pytest.mark.parametrize("make", [anchoring.paragraph, anchoring.section])
def test_paragraphs_and_sections_follow_what_they_became(make):
    new = edition(
        "新的开头一段。", ONE, TWO.replace("二十八", "三十"), THREE[:14], THREE[14:], FOUR
    )
    one, two, three, four = place(OLD, new, [make(OLD, at) for at in range(4)])
    assert (one.anchor, one.rule) == (make(new, 1), "same")
    assert (two.anchor, two.rule) == (make(new, 2), "fuzzy")
    assert four.anchor == make(new, 5)
    assert three.anchor is None or three.anchor.unit in (3, 4)
    (gone,) = place(OLD, edition(ONE, FOUR, "另一件事"), [make(OLD, 1)])
    assert (gone.anchor, gone.rule) == (None, "gone")


def test_an_edition_in_other_characters_or_of_another_year_gets_nothing():
    new = edition("關於經濟運行的若干情況說明。", "第二段講的是完全不同的內容。")
    assert {it.anchor for it in place(OLD, new, [on(OLD, "高标准农田"), on(OLD, "停车位")])} == {
        None
    }


texts = st.lists(st.text("甲乙丙丁12，。 “”", min_size=1, max_size=30), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(texts, st.data())
def test_equal_letters_are_placed_exactly_through_joins_splits_and_repairs(parts, data):
    old = edition(*parts)
    whole = "".join(parts)
    cuts = data.draw(st.lists(st.integers(0, len(whole)), max_size=6))
    ends = [0, *sorted(cuts), len(whole)]
    pieces = [whole[a:b] for a, b in pairwise(ends) if a < b]
    new = edition(*(piece.replace("，", "、").replace(" ", "") or "。" for piece in pieces))
    unit = data.draw(st.integers(0, len(parts) - 1))
    low = data.draw(st.integers(0, len(parts[unit])))
    high = data.draw(st.integers(low, len(parts[unit])))
    anchor = anchoring.passage(old, unit, low, high)
    if anchor.letter_start == anchor.letter_end:
        return
    (found,) = place(old, new, [anchor])
    spot = found.anchor
    if spot is None:  # a passage whose words are in two paragraphs now
        last = new.place_of(anchor.letter_end - 1)[0]
        assert (found.rule, anchor.place) == ("torn", "passage")
        assert new.place_of(anchor.letter_start)[0] != last
        return
    assert (found.rule, found.confidence) == ("letters", 1.0)
    assert (spot.letter_start, spot.letter_end) == (anchor.letter_start, anchor.letter_end)
    assert new.units[spot.unit].letter <= anchor.letter_start
    if spot.place == "passage" and anchor.place == "passage":
        assert letters(spot.quote) == letters(anchor.quote)


def test_a_new_reading_keeps_marks_and_leaves_a_paragraph_where_it_begins():
    old = edition("（一）改革。", "持续深化，成效明显。", "收尾。")
    new = edition("（一）改革。持续深化，成效明显。", "收", "尾。")
    part, end = place(old, new, [anchoring.paragraph(old, 1), anchoring.paragraph(old, 2)])
    assert [(it.anchor.place, it.anchor.unit, it.rule) for it in (part, end)] == [
        ("paragraph", 0, "letters"),
        ("paragraph", 1, "letters"),
    ]
    marked = Anchor("passage", 1, 4, 10, 7, 11, quote="，成效明显。")
    (found,) = place(old, new, [marked])
    assert (found.anchor.quote, found.anchor.unit) == ("，成效明显。", 0)


def test_a_heading_that_has_become_part_of_a_paragraph_has_no_place():
    old, new = edition("（一）改革。", "持续深化。"), edition("（一）改革。持续深化。")
    (found,) = place(old, new, [anchoring.section(old, 0)])
    assert (found.anchor, found.rule) == (None, "joined")
    dots = edition(ONE, "……", TWO)
    (found,) = place(dots, edition(ONE, TWO), [anchoring.paragraph(dots, 1)])
    assert (found.anchor, found.rule) == (None, "unlike")


@pytest.mark.parametrize("letters_at", [(-5, 2), (0, 10**9), (9, 3)])
def test_damaged_letters_are_those_of_the_unit(letters_at):
    first, last = letters_at
    wanted = on(OLD, "建成高标准农田两万亩")
    lost = replace(wanted, letter_start=first, letter_end=last)
    whole = replace(anchoring.paragraph(OLD, 2), letter_start=first, letter_end=last)
    head = replace(whole, place="section")
    (found, there, _) = place(OLD, OLD, [lost, whole, head])
    assert (found.anchor, found.rule) == (wanted, "letters")
    assert there.anchor == anchoring.paragraph(OLD, 2)
    (found, there, section) = place(OLD, edition(ONE, TWO, "加。", THREE), [lost, whole, head])
    assert found.anchor == on(edition(ONE, TWO, "加。", THREE), "建成高标准农田两万亩")
    assert (there.anchor.place, section.anchor.place) == ("paragraph", "section")


def test_a_phrase_that_stands_twice_in_a_reworded_paragraph_needs_its_own_context():
    piece = "加快建设步伐，"
    old = edition(
        "起初，" + piece + "改善道路条件和停车环境，" + piece + "提升学校和医院服务水平。", ONE
    )
    new = edition(old.units[0].text.replace("改善道路", "大力改善城乡道路"), ONE)
    (second,) = place(old, new, [anchoring.passage(old, 0, 22, 28)])
    assert second.anchor.start == new.units[0].text.rindex("加快")
    flat = "加快发展" * 12
    old = edition(flat + "甲" * 30 + "乙丙")
    new = edition(flat + "甲" * 30 + "丁丙")
    (found,) = place(old, new, [anchoring.passage(old, 0, 20, 24)])
    assert (found.anchor.start, found.anchor.end) == (20, 24)


def test_a_long_sentence_that_changed_its_neighbours_is_found_by_itself():
    long = "推动公共服务资源向基层延伸向农村覆盖向困难群众倾斜"
    old = edition("甲" * 40 + long + "乙" * 40, ONE)
    found = placed(old, edition(ONE, "丙" * 40 + long + "丁" * 40), long)
    assert (found.anchor.quote, found.anchor.unit) == (long, 1)
    lost = replace(on(old, long), unit=None, letter_end=0, prefix="", suffix="")
    (found,) = place(old, edition(ONE, "丙" * 40 + long + "丁" * 40), [lost])
    assert (found.anchor.quote, found.rule) == (long, "quote")
    (found,) = place(old, edition("丙" * 40 + long + "丁" * 40, "戊" * 40 + long), [lost])
    assert found.anchor is None


def test_words_whose_likeness_stands_twice_are_listed():
    body = "新增公办学位一千二百个"
    old = edition("今年" + body + "，改善办学条件，提高教师待遇。", ONE)
    new = edition(
        "今年"
        + body.replace("二", "五")
        + "，改善办学条件，提高教师待遇，"
        + body.replace("二", "六")
        + "。",
        ONE,
    )
    assert placed(old, new, body).rule == "several"


def test_a_paragraph_torn_in_halves_or_with_two_heirs_is_listed():
    new = edition(ONE + "加。", TWO[:16], TWO[16:], THREE, FOUR)
    (half,) = place(OLD, new, [anchoring.paragraph(OLD, 1)])
    assert (half.anchor, half.rule) == (None, "torn")
    (twice,) = place(
        edition(TWO, ONE),
        edition(TWO[:-1] + "个。", TWO[:-1] + "座。", ONE),
        [anchoring.paragraph(edition(TWO, ONE), 0)],
    )
    assert twice.anchor is None
    (other,) = place(
        edition(TWO, ONE),
        edition(TWO[:12] + "丁" * 40, ONE),
        [anchoring.paragraph(edition(TWO, ONE), 0)],
    )
    assert other.anchor is None


def test_equal_but_for_width_and_only_in_doubt():
    old = edition("甲" + TWO, "甲" + TWO, ONE)
    (found,) = place(old, edition("甲" + TWO, ONE + "加。"), [anchoring.paragraph(old, 0)])
    assert found.anchor is None
    (found,) = place(old, edition("甲" + TWO, ONE + "加。"), [on(old, "公办幼儿园")])
    assert found.anchor is None
    short = edition("速改善。" + TWO, ONE)
    found = placed(short, edition("迅速完善好改变善意。" + TWO[:-2] + "。", ONE), "改善")
    assert found.anchor is None or found.anchor.quote == "改善"


@pytest.mark.parametrize("sentence", ["，大家辛苦了。", "，各项工作圆满完成，经济社会平稳发展。"])
def test_words_that_a_reworded_copy_has_as_well_are_listed(sentence):
    start = "坚持把发展的基点放在创新上，加快建设产业园区，"
    old = edition(ONE, start + "引进龙头企业" + sentence, THREE)
    kept, copy = start + "引进一批企业" + sentence, start + "培育龙头企业" + sentence
    new = edition(ONE, kept, copy, THREE)
    found = placed(old, new, sentence[1:-1])
    assert (found.anchor, found.rule) == (None, "several")
    (whole,) = place(old, new, [anchoring.paragraph(old, 1)])
    assert whole.anchor is None


def test_a_weaker_copy_hides_nothing_that_it_does_not_have():
    start = "坚持把发展的基点放在创新上，加快建设产业园区，" + FOUR
    old = edition(ONE, start + "引进龙头企业五家，带动就业三千人。", THREE)
    copy = start[:40] + "另外写一些别的事情，与前面不同。"
    new = edition(ONE, old.units[1].text.replace("五家", "六家"), copy, THREE)
    found = placed(old, new, "带动就业三千人")
    assert (found.anchor.unit, found.rule) == (1, "edited")
    found = placed(old, new, "坚持把发展的基点放在创新上，加快建设")
    assert found.anchor is None or found.anchor.unit == 1


def test_few_words_between_changed_ones_are_listed():
    old = edition("全县上下同心同德建设更加富裕文明和谐的新家园，实现各项目标任务。", ONE)
    new = edition("全县上下同心同德建成了非常富裕安康的美丽幸福之城，实现各项目标任务。", ONE)
    (found,) = place(old, new, [on(old, "富裕")])
    assert (found.anchor, found.rule) == (None, "unlike")


def test_a_sign_alone_is_placed_only_between_the_words_where_it_was():
    old = edition(ONE, "六个方面取得实效。" + TWO, THREE)
    new = edition(ONE, TWO.replace("二十八", "三十") + "新的一句话。", THREE)
    (found,) = place(old, new, [anchoring.passage(old, 1, 8, 9)])
    assert found.anchor is None or found.anchor.quote == "。"
    kept = edition(ONE, "六个方面取得实效。" + TWO.replace("二十八", "三十"), THREE)
    (found,) = place(old, kept, [anchoring.passage(old, 1, 8, 9)])
    assert (found.anchor.start, found.anchor.end) == (8, 9)


def test_words_struck_from_a_paragraph_that_stays_are_told_with_its_number():
    new = edition(ONE, TWO.replace("改造老旧小区二十八个", "落实惠民政策"), THREE, FOUR)
    found = placed(OLD, new, "改造老旧小区二十八个")
    assert (found.anchor, found.rule, found.number) == (None, "gone", 2)
    assert told(found) == "第2段里已没有原话"


def test_words_of_a_lost_paragraph_are_not_looked_for_where_others_stand():
    shared = "持续优化营商环境，"
    old = edition(ONE + shared, shared + "落实减税降费政策。", THREE)
    new = edition(ONE + "加。" + shared, THREE)
    found = placed(old, new, "持续优化营商环境", 1)
    assert (found.anchor, found.rule) == (None, "gone")


def test_the_very_same_words_elsewhere_do_not_outweigh_their_own_place():
    old = edition(ONE, TWO, "结尾。" + FOUR)
    new = edition(TWO.replace("二十八", "三十"), ONE, "结尾。" + FOUR)
    assert placed(old, new, "改造老旧小区").anchor.unit == 0
    assert placed(old, new, "新建停车位").anchor.unit == 1


@pytest.mark.parametrize(
    ("rule", "number", "count", "said"),
    [
        ("report", None, 0, "针对整份报告，位置没有变"),
        ("letters", 4, 0, "文字一个没有变，位置没有变"),
        ("same", 4, 0, "原话还在，位置没有变"),
        ("moved", 41, 0, "这段移到了第41段"),
        ("moved", None, 0, "这段移到了别处，原话没有变"),
        ("edited", 4, 0, "这段有改动，原话没有变"),
        ("context", 4, 0, "按前后文找到了原话"),
        ("quote", 4, 0, "原话只在这里出现"),
        ("fuzzy", 4, 0, "原话改过几个字，大致在这里"),
        ("torn", None, 0, "原来的文字现在分在几段里"),
        ("joined", None, 0, "原来的标题已并入别的段落"),
        ("gone", None, 0, "这段已经删去"),
        ("several", None, 3, "原话出现在 3 处，分不清是哪一处"),
        ("several", None, 1, "像原话的不止一处，分不清是哪一处"),
        ("unlike", None, 0, "改动太大，找不准，没有猜"),
    ],
)
def test_every_rule_is_told_in_words(rule, number, count, said):
    spot = (
        on(OLD, "停车位") if rule not in ("torn", "joined", "gone", "several", "unlike") else None
    )
    assert told(Placed(spot, rule, 0.9, number, count)) == said


def test_a_reworded_paragraph_is_told_as_one():
    found = Placed(anchoring.paragraph(OLD, 1), "fuzzy", 0.9, 2)
    assert told(found) == "这段改过一些字，大致是这一段"


anything = st.builds(
    Anchor,
    st.sampled_from(["passage", "paragraph", "section", "report"]),
    st.none() | st.integers(-2, 7),
    st.integers(-3, 40),
    st.integers(-3, 40),
    st.integers(-3, 200),
    st.integers(-3, 200),
    st.sampled_from(["", " ", "。", "停车位", ONE[:9], TWO]),
    st.sampled_from(["", ONE[:6]]),
    st.sampled_from(["", TWO[:6]]),
)
editions_of = st.lists(
    st.sampled_from([*ALL, ONE + TWO, TWO[:16], "短句。", " ", TWO.replace("二十八", "三十")]),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(editions_of, editions_of, st.lists(anything, max_size=3), st.data())
def test_whatever_is_placed_stands_within_the_new_text(old, new, anchors, data):
    old, new = edition(*old), edition(*new)
    for unit in old.units:
        low = data.draw(st.integers(0, len(unit.text)))
        anchors.append(anchoring.passage(old, unit.ordinal, low, low + 7))
    found = place(old, new, anchors)
    assert len(found) == len(anchors)
    for anchor, it in zip(anchors, found, strict=True):
        assert told(it)
        assert 0 <= it.confidence <= 1
        if it.anchor is None:
            assert it.rule in ("torn", "joined", "gone", "several", "unlike")
        elif anchor.place != "report":
            unit = new.units[it.anchor.unit]
            assert 0 <= it.anchor.start <= it.anchor.end <= len(unit.text)
            assert it.number == unit.number
            if it.anchor.place == "passage":
                assert unit.text[it.anchor.start : it.anchor.end] == it.anchor.quote


def test_words_reworded_in_one_half_of_a_split_paragraph_are_found_there():
    at = TWO.index("改造")
    new = edition(ONE, TWO[:at].replace("一千二百", "一千五百"), TWO[at:], THREE, FOUR)
    found = placed(OLD, new, "新增公办幼儿园学位一千二百个")
    assert (found.anchor.quote, found.rule) == ("新增公办幼儿园学位一千五百个", "fuzzy")


def test_words_that_stand_twice_are_told_apart_by_what_stayed_beside_them():
    piece = "服务贸易创新发展"
    first, second = f"扩大出口融资，设立{piece}引导基金，", f"支持外贸企业，设立{piece}试点城市，"
    old = edition(ONE, first + second + "促进加工贸易转移。", THREE)
    new = edition(ONE, first + second + "促进加工贸易升级。", THREE)
    for start in (old.units[1].text.index(piece), old.units[1].text.rindex(piece)):
        (found,) = place(old, new, [anchoring.passage(old, 1, start, start + len(piece))])
        assert (found.anchor.start, found.rule) == (start, "edited")


def test_words_found_elsewhere_are_listed_where_their_paragraph_may_have_stayed_reworded():
    old = edition(ONE, TWO, THREE, FOUR)
    new = edition(ONE, TWO.replace("二十八", "三十"), THREE, FOUR, TWO)
    found = placed(old, new, "新增公办幼儿园学位")
    assert (found.anchor, found.rule) == (None, "several")
    (whole,) = place(old, new, [anchoring.paragraph(old, 1)])
    assert (whole.anchor, whole.rule) == (None, "several")
    moved = edition(ONE, "这里换成了另外一段全新的文字，与原来的毫无关系。", THREE, FOUR, TWO)
    assert placed(old, moved, "新增公办幼儿园学位").rule == "moved"


def test_a_new_clause_with_the_same_words_does_not_hide_their_place():
    before, piece = "扩大出口信用保险覆盖面，成套设备融资应保尽保。", "服务贸易创新发展"
    after = "引导基金。支持市场采购贸易、外贸综合服务企业发展。"
    old = edition(ONE, before + "设立" + piece + after, THREE)
    new = edition(ONE, before + "推进" + piece + "试点，设立" + piece + after, THREE)
    found = placed(old, new, piece)
    assert (found.anchor.start, found.rule) == (new.units[1].text.rindex(piece), "edited")


def test_lost_words_that_stood_elsewhere_too_are_not_taken_from_there():
    words = "全面落实各项惠民惠农富民政策"
    old = edition(ONE, f"开篇甲。{words}。收束甲。", THREE, f"开篇甲。{words}。收束甲乙。", FOUR)
    new = edition(ONE, THREE, FOUR, f"另起。{words}。收束甲乙。")
    for nth in (0, 1):
        found = placed(old, new, words, nth)
        assert found.anchor is None or found.rule == "edited"


def test_lost_words_that_may_be_what_others_became_are_listed():
    words = "全面落实各项惠民惠农富民政策"
    letters = iter(range(0x5000, 0x9000))

    def own(size):
        return "".join(chr(next(letters)) for _ in range(size))

    near = (own(40), own(40))
    lost = f"{own(150)}{near[0]}{words}{near[1]}{own(150)}。"
    old = edition(ONE, lost, THREE, f"{own(30)}{words}{own(30)}。", FOUR)
    new = edition(ONE, THREE, FOUR, f"{own(150)}{near[0]}{words}{near[1]}{own(150)}。")
    assert placed(old, new, words, 0).rule == "several"
    alone = edition(ONE, lost, THREE, FOUR)
    assert placed(alone, new, words, 0).anchor is not None
