"""From a changed sentence to an opinion's place, act and words, and back to the sentence."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import occurrences, paragraph, passage, section, sentence_at
from beiguan_desktop.core.comment import WHOLE_REPORT, Comment
from beiguan_desktop.core.referring import closed_up
from beiguan_desktop.core.text import LONGEST
from beiguan_desktop.services import revising
from tests.unit.small_report import body, report_of, small
from tests.unit.small_report import unit_of as at

REPORT = small()
SERVICE = at(REPORT, "优化公共服务")
TEXT = REPORT.units[SERVICE].text
NOW = "2026-02-27T09:41:00+08:00"
OPINION = Comment("c1", "r1", "reading", WHOLE_REPORT, "修改", "", "p1", "甲", "三", NOW, NOW)


def sentence(words: str):
    return passage(REPORT, SERVICE, *sentence_at(TEXT, TEXT.index(words)))


def stored(anchor, act, new=""):
    return replace(OPINION, anchor=anchor, act=act, replacement=new)


def test_what_is_offered_is_a_passage_a_paragraph_or_the_words_of_a_heading():
    assert revising.offered(REPORT, sentence("推进")) == "推进教育优质均衡发展。"
    assert revising.offered(REPORT, paragraph(REPORT, SERVICE)) == TEXT
    heading = at(REPORT, "（六）")
    assert revising.offered(REPORT, section(REPORT, heading)) == REPORT.units[heading].text
    patents = at(REPORT, "（三）创新")
    assert "增至55家" in revising.offered(REPORT, paragraph(REPORT, patents)), (
        "as the page shows it"
    )


def test_where_the_offered_words_were_clicked_is_told_by_how_they_begin():
    place = sentence("推进")
    assert revising.offered_before(REPORT, place, TEXT.index("教育")) == "推进"
    for elsewhere in (0, place.start, place.end, len(TEXT)):
        assert revising.offered_before(REPORT, place, elsewhere) == ""
    assert revising.offered_before(REPORT, WHOLE_REPORT, 3) == ""


def test_nothing_is_offered_for_the_whole_report_a_run_in_section_or_what_no_box_holds():
    assert revising.offered(REPORT, None) == ""
    assert revising.offered(REPORT, WHOLE_REPORT) == ""
    assert revising.offered(REPORT, section(REPORT, SERVICE)) == ""
    huge = report_of(body("字" * (LONGEST + 1)))
    assert revising.offered(huge, paragraph(huge, 0)) == ""


def test_a_changed_sentence_becomes_an_act_at_the_words_it_concerns():
    place = sentence("推进")
    anchor, act, new = revising.revised(REPORT, place, "推进教育优质均衡、普惠发展。")
    assert (anchor.quote, act, new) == ("推进教育优质均衡", "增加", "、普惠")
    assert TEXT[anchor.start : anchor.end] == anchor.quote
    assert revising.revised(REPORT, place, " 推进教育 优质均衡发展。\n") is None
    assert revising.revised(REPORT, WHOLE_REPORT, "甲") is None


def test_a_sentence_before_a_paragraph_has_a_place_without_width():
    anchor, act, new = revising.revised(REPORT, paragraph(REPORT, SERVICE), "先看。" + TEXT)
    assert (anchor, act, new) == (revising.beginning(REPORT, SERVICE), "增加", "先看。")
    assert (anchor.place, anchor.start, anchor.end, anchor.quote) == ("paragraph", 0, 0, "")
    assert anchor.letter_start == anchor.letter_end == REPORT.units[SERVICE].letter


def test_a_whole_paragraph_is_its_own_place():
    whole = paragraph(REPORT, SERVICE)
    assert revising.revised(REPORT, whole, "都办好。") == (whole, "修改", "都办好。")
    assert revising.revised(REPORT, whole, "") == (whole, "删除", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("优质均衡", "优质"),
        ("优质均衡", "优质均衡普惠"),
        ("教育", "学前教育和中小学教育"),
        ("推进", "大力推进"),
        ("推进教育优质均衡发展。", ""),
        ("发展。", "发展。办好家门口的学校。"),
    ],
)
def test_the_changed_sentence_is_shown_again_and_means_the_same(old, new):
    place = sentence("推进")
    box = "推进教育优质均衡发展。".replace(old, new)
    comment = stored(*revising.revised(REPORT, place, box))
    assert revising.is_showable(comment)
    again, words = revising.shown(REPORT, comment)
    if (again.start, again.end) == (place.start, place.end):
        assert words == box
    assert revising.revised(REPORT, again, words) == (
        comment.anchor,
        comment.act,
        comment.replacement,
    )


def test_a_paragraph_is_shown_whole_and_one_with_a_new_beginning_by_its_first_sentence():
    whole = paragraph(REPORT, SERVICE)
    assert revising.shown(REPORT, stored(whole, "修改", "都办好。")) == (whole, "都办好。")
    assert revising.shown(REPORT, stored(whole, "删除")) == (whole, "")
    assert revising.shown(REPORT, stored(whole, "增加", "新句。"))[1] == f"{TEXT}新句。"
    anchor, words = revising.shown(
        REPORT, stored(revising.beginning(REPORT, SERVICE), "增加", "先。")
    )
    assert (anchor.quote, words) == ("优化公共服务。", "先。优化公共服务。")


def test_blanks_of_the_source_are_not_shown():
    patents = at(REPORT, "（三）创新")
    text = REPORT.units[patents].text
    place = passage(REPORT, patents, *occurrences(text, "增至 55 家")[0])
    _, words = revising.shown(REPORT, stored(place, "修改", "增至56家"))
    assert words == closed_up(text[text.index("申报") :]).replace("55", "56")


@pytest.mark.parametrize(
    ("change", "is_it"),
    [
        ({"act": "修改", "replacement": "甲"}, True),
        ({"act": "删除"}, True),
        ({"act": "修改", "reason": "说不清"}, False),
        ({"act": "移位", "replacement": "段首"}, False),
        ({"act": "增加", "replacement": "甲", "anchor": WHOLE_REPORT}, False),
        ({"act": "增加", "replacement": "甲", "anchor": section(REPORT, SERVICE)}, False),
        ({"kind": "建议", "act": "", "text": "甲"}, False),
    ],
)
def test_only_what_is_done_to_words_can_be_shown_as_words(change, is_it):
    comment = replace(OPINION, anchor=sentence("推进"))
    assert revising.is_showable(replace(comment, **change)) is is_it


def test_a_passage_goes_behind_the_paragraph_that_was_pointed_at():
    source, goal = sentence("推进"), paragraph(REPORT, at(REPORT, "加强国防"))
    assert revising.target(REPORT, source, goal) == "第三部分（六）“加强国防动员…”一段后"
    assert revising.target(REPORT, source, paragraph(REPORT, SERVICE)) == "本段末尾"
    heading = section(REPORT, at(REPORT, "（六）"))
    assert revising.target(REPORT, source, heading) == "第三部分（六）标题后"


def test_nothing_goes_behind_itself_or_behind_the_title():
    whole = paragraph(REPORT, SERVICE)
    assert revising.target(REPORT, whole, sentence("推进")) == ""
    assert revising.target(REPORT, whole, WHOLE_REPORT) == ""
    assert revising.target(REPORT, WHOLE_REPORT, whole) == ""


@pytest.mark.parametrize(
    ("text", "old", "new", "expected"),
    [
        ("增速均居全市第 2 位。", "第2位", "第二位", "增速均居全市第二位"),
        ("聚焦 PM₂.₅ 浓度和优良天数，", "浓度", "年均浓度", "聚焦PM₂.₅年均浓度和优良天数"),
        ("增速达到 5 个点以上。", "5个点", "5%", "增速达到5%以上"),
        ("完成投资 NG 5 亿元。", "NG 5", "NG 6", "完成投资NG 6亿元"),
    ],
)
def test_blanks_of_the_source_round_its_figures_never_get_into_the_new_words(
    text, old, new, expected
):
    report = report_of(body(f"{text}各项工作有序推进。"))
    place = passage(report, 0, 0, len(text) + 9)
    box = revising.offered(report, place).replace(old, new)
    anchor, act, replacement = revising.revised(report, place, box)
    assert (act, replacement) == ("修改", expected)
    assert box.startswith(revising.shown(report, stored(anchor, act, replacement))[1])
