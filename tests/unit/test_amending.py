"""A sentence that was changed in place: the act is right, and no other sentence comes of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core.amending import Edit, amendment, applied, edits, field_of
from beiguan_desktop.core.anchoring import sentence_at
from beiguan_desktop.core.referring import closed_up

CITY = (
    "推进城市更新。着力完善功能、提升品质，谋划 19 个老旧小区改造和安阳桥等城中村改造项目，"
    "盘活彰东大棚改项目。建设“完整社区”，不断提升城市发展承载能力。"
)
QUALITY = "城市品质在建管并重申中加速提质。累计完成 371 个老旧小区改造，惠及居民 3.4 万户。"


def bare(text: str) -> str:
    return re.sub("[\\s\u200b\u2060\ufeff]", "", text)


def done(text: str, old: str, new: str) -> list[tuple[str, str, str]]:
    """Change words in the sentence that holds them; return act, quotation and new words."""
    start, end = sentence_at(text, text.index(old))
    box = text[start:end].replace(old, new, 1)
    found = edits(text, start, end, box)
    assert bare(applied(text, found)) == bare(text[:start] + box + text[end:])
    return [(it.act, closed_up(text[it.start : it.end]), closed_up(it.new)) for it in found]


def one(text: str, old: str, new: str) -> tuple[str, str, str]:
    (found,) = done(text, old, new)
    return found


# -- what was done


def test_a_character_too_many_is_corrected_in_its_phrase():
    assert one(QUALITY, "重申中", "重中") == ("修改", "建管并重申中", "建管并重中")


def test_words_put_behind_others_are_an_addition():
    assert one(CITY, "老旧小区改造", "老旧小区改造加装电梯") == ("增加", "老旧小区改造", "加装电梯")
    assert one(CITY, "老旧小区改造", "老旧小区改造、加装电梯")[2] == "、加装电梯"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("提升品质，", "", ("删除", "提升品质，", "")),
        ("提升品质，", "提升品质，补齐短板，", ("增加", "提升品质", "，补齐短板")),
        ("城中村", "棚户区", ("修改", "安阳桥等城中村", "安阳桥等棚户区")),
        ("谋划", "大力谋划", ("修改", "谋划 19 个老旧小区改造", "大力谋划 19 个老旧小区改造")),
        ("盘活", "全力盘活", ("修改", "盘活彰东大棚改项目", "全力盘活彰东大棚改项目")),
        ("项目。", "项目，年内开工。", ("增加", "盘活彰东大棚改项目", "，年内开工")),
        ("项目。", "项目。早日回迁。", ("增加", "盘活彰东大棚改项目。", "早日回迁。")),
        ("着力", "今年，着力", ("修改", "着力完善功能", "今年，着力完善功能")),
        ("着力", "今年开工。着力", ("增加", "推进城市更新。", "今年开工。")),
        ("推进城市更新。", "推进城市更新！", ("修改", "推进城市更新。", "推进城市更新！")),
        ("功能、提升", "功能提升", ("修改", "着力完善功能、提升品质", "着力完善功能提升品质")),
        ("完善功能", "补齐短板", ("修改", "完善功能", "补齐短板")),
    ],
)
def test_the_act_follows_from_what_was_done(old, new, expected):
    act, quote, words = one(CITY, old, new)
    assert (act, quote, words) == (expected[0], closed_up(expected[1]), closed_up(expected[2]))


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("3.4", "3.5", "惠及居民3.4万户"),
        ("371 个", "372 个", "累计完成371个老旧小区改造"),
        ("3.4 万户", "3.4 万多户", "惠及居民3.4万户"),
    ],
)
def test_a_figure_is_never_cut_and_stands_in_its_clause(old, new, quote):
    act, quoted, words = one(QUALITY, old, new)
    assert (act, quoted) == ("修改", quote)
    assert words == quote.replace(closed_up(old), closed_up(new))


def test_a_figure_in_a_long_clause_stands_in_its_phrase():
    text = "在全区各乡镇和街道全面推开并巩固提升农村人居环境整治成果的 36 个行政村。"
    assert one(text, "36", "38") == ("修改", "36个行政村", "38个行政村")


def letters(text: str) -> int:
    return sum(it.isalnum() for it in text)


def test_a_clause_begins_behind_the_quotation_that_ends_before_it():
    text = "群众说“要办好，要快办。” 完成 5 个村，很好。"
    assert one(text, "5", "6")[1] == "完成5个村"


def test_a_quoted_term_is_never_cut_and_it_is_said_what_is_called_so():
    assert one(CITY, "完整社区", "宜居社区")[1:] == ("建设“完整社区”", "建设“宜居社区”")
    assert one(CITY, "”，不断", "”“韧性社区”，不断")[:2] == ("增加", "建设“完整社区”")
    plan = "推进“十五五”规划。"
    assert one(plan, "十五五", "十四五")[1:] == ("“十五五”规划", "“十四五”规划")


def test_a_latin_word_is_never_cut():
    text = "推广5G和AI应用，发展PM2.5监测。"
    assert one(text, "AI", "AIGC")[1] == "AI应用"
    assert one(text, "PM2.5", "PM10")[1] == "发展PM2.5监测"


def test_what_is_added_behind_a_little_word_is_said_of_what_follows():
    text = "成功培育引进小叮当、迪尚华盈等知名品牌，实现跨越。"
    assert one(text, "知名", "国内知名") == ("修改", "知名品牌", "国内知名品牌")


def test_a_struck_one_of_two_things_is_told_with_the_other():
    text = "有序推进省、市重点项目的建设。"
    assert one(text, "省、", "")[1:] == ("有序推进省、市重点项目的建设", "有序推进市重点项目的建设")


def test_a_quotation_is_long_enough_to_be_there_only_once():
    text = "扩大有效投资，抓好项目建设；抓好项目建设质量。"
    quote = one(text, "建设；", "建设和管理；")[1]
    assert text.count(quote) == 1
    twice = "老城改造。老城改造。"
    assert twice.count(one(twice, "老城", "新城")[1]) == 1
    assert done("甲甲甲", "甲甲甲", "甲甲甲甲甲") == [("修改", "甲甲甲", "甲甲甲甲甲")]


def test_most_of_a_clause_changed_is_the_clause_changed():
    old, new = "加强城市管理服务水平提升工作", "改善城市管道网络更新改造任务"
    assert one(f"{old}，办好实事。", old, new) == ("修改", old, new)


def test_several_changes_are_told_apart_where_they_lie_apart():
    sentence = CITY[slice(*sentence_at(CITY, 8))]
    found = done(CITY, sentence, sentence.replace("提升", "提高").replace("彰东", "漳东"))
    assert [it[1] for it in found] == ["提升品质", "盘活彰东大棚改项目"]
    near = done(QUALITY, "城市品质在建管并重申中", "城乡品质在建管并重中")
    assert len(near) == 1


def test_changes_whose_quotations_overlap_are_one_and_say_nothing_twice():
    text = "精准开展培训，全年完成职业技能培训 3000 人次以上。"
    found = one(text, "3000 人次以上", "7000 人次以上，其中农民工 3000 人次")
    assert found == (
        "修改",
        "全年完成职业技能培训3000人次以上",
        "全年完成职业技能培训7000人次以上，其中农民工3000人次",
    )


# -- the ends of a paragraph, all of it, none of it


def test_a_sentence_before_the_first_word_quotes_nothing():
    assert amendment("办好实事。", 0, 5, "今年，做十件。办好实事。") == Edit(
        "增加", 0, 0, "今年，做十件。"
    )
    edit = amendment(CITY, 0, 7, "今年推进城市更新。")
    assert edit == Edit("修改", 0, 6, "今年推进城市更新")


def test_words_at_the_very_end_belong_to_what_stands_before_them():
    end = len(CITY)
    edit = amendment(CITY, 0, end, CITY + "（见附件）")
    assert edit == Edit("增加", CITY.index("不断"), end, "（见附件）")
    assert amendment("办好", 0, 2, "办好实事") == Edit("修改", 0, 2, "办好实事")


def test_a_sentence_emptied_is_deleted_whole_even_if_its_mark_was_left():
    start, end = sentence_at(CITY, 8)
    for left in ("", "  ", "。", "、，。"):
        assert amendment(CITY, start, end, left) == Edit("删除", start, end)
    assert amendment(CITY, 0, len(CITY), "") == Edit("删除", 0, len(CITY))


def test_a_paragraph_of_which_no_word_was_left_is_changed_whole():
    assert amendment("办好实事。", 0, 5, "做好工作。") == Edit("修改", 0, 5, "做好工作。")
    assert amendment("办好实事。", 0, 4, "") == Edit("删除", 0, 5)


@pytest.mark.parametrize(
    "box", [CITY, closed_up(CITY), f"  {CITY}\n", CITY.replace("，", "，\u200b")]
)
def test_nothing_changed_or_only_blanks_is_no_edit(box):
    assert edits(CITY, 0, len(CITY), box) == ()
    assert amendment(CITY, 0, len(CITY), box) is None


def test_a_character_of_two_units_is_one_character():
    text = "改造𠮷林路，方便群众。"
    assert one(text, "𠮷林路", "𠮷林大路") == ("修改", "改造𠮷林路", "改造𠮷林大路")
    assert one(text, "路，", "路和𠮷安路，") == ("增加", "改造𠮷林路", "和𠮷安路")


def test_the_chosen_words_are_good_borders():
    text = "规模以上工业增加值增长 15.2%，增速居全市第 2 位。"
    assert amendment(text, 0, 6, "全区规上工业") == Edit("修改", 0, 6, "全区规上工业")


def test_a_very_long_paragraph_is_compared_clause_by_clause():
    text = "".join(f"第{n}件实事要办好，让群众满意。" for n in range(4000))
    box = text.replace("第7件实事要办好", "第7件实事要办快办好").replace(
        "第3990件实事", "第3990件大事"
    )
    found = edits(text, 0, len(text), box)
    assert len(found) == 2
    assert applied(text, found) == box
    strange = "".join(chr(0x4E00 + n) for n in range(3000))
    other = strange[::-1]
    assert applied(strange, edits(strange, 0, 3000, other)) == other


# -- the way back


def test_the_sentence_is_found_again_from_what_was_quoted():
    start = CITY.index("提升品质")
    assert field_of(CITY, start, start + 4) == sentence_at(CITY, start)
    both = CITY.index("项目。建设")
    assert field_of(CITY, both, both + 5) == (7, len(CITY))
    assert field_of(CITY, 0, 0) == (0, 7)


# -- whatever is typed

ALPHABET = "城市甲乙丙𠮷的和在中，。；、“”（）12.4 %个A万\n"
TEXT = st.text(ALPHABET, max_size=60)


@settings(max_examples=400)
@given(text=TEXT, box=TEXT, span=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_the_edits_always_give_what_stands_in_the_box(text, box, span):
    start, end = sorted(min(at, len(text)) for at in span)
    found = edits(text, start, end, box)
    expected = (
        text[:start] + (box if letters(box) or not letters(text[start:end]) else "") + text[end:]
    )
    assert bare(applied(text, found)) == bare(expected)
    check(text, found)


@settings(max_examples=300)
@given(data=st.data())
def test_edits_of_one_text_never_overlap_and_give_the_box(data):
    text = data.draw(TEXT)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    box = text[start:end]
    for _ in range(data.draw(st.integers(1, 4))):
        at, size = data.draw(st.integers(0, len(box))), data.draw(st.integers(0, 5))
        box = box[:at] + data.draw(st.text(ALPHABET, max_size=6)) + box[at + size :]
    found = edits(text, start, end, box)
    kept = box if letters(box) or not letters(text[start:end]) else ""
    assert bare(applied(text, found)) == bare(text[:start] + kept + text[end:])
    check(text, found)
    whole = amendment(text, start, end, box)
    assert (whole is None) == (not found)
    if whole is not None:
        now = text[:start] + kept + text[end:]
        assert bare(applied(text, [whole])) in (bare(now), "" if not letters(now) else bare(now))


def check(text: str, found: tuple[Edit, ...]) -> None:
    at = 0
    for it in found:
        assert at <= it.start <= it.end <= len(text)
        assert it.act in ("修改", "增加", "删除")
        assert it.start < it.end or (it.act, it.start) == ("增加", 0) or not bare(text)
        at = it.end
