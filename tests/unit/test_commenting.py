"""Writing opinions gives Changes; wrong words get a sentence that says what to do."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph, passage, section
from beiguan_desktop.core.comment import WHOLE_REPORT, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import commenting
from beiguan_desktop.services.commenting import More, Words
from tests.unit.small_report import report_of, small, unit_of

NOW = "2026-02-27T09:41:00+08:00"
LATER = "2026-02-27T10:00:00+08:00"
AUTHOR = Person("p1", "代表甲", "第三代表团")


def written(words, anchor=WHOLE_REPORT, *, author=AUTHOR, comment_id="c1"):
    change = commenting.add(
        small(), anchor, words, author=author, comment_id=comment_id, change_id="k1", now=NOW
    )
    return change.edits[-1].after


def place(**where):
    return commenting.place(small(), **{"paragraph": None, "quote": None, "nth": None} | where)


def services_paragraph():
    report = small()
    return report.units[unit_of(report, "优化公共服务")].number


def test_no_paragraph_and_no_quote_mean_the_whole_report():
    assert place() == WHOLE_REPORT
    assert place(quote="  ") == WHOLE_REPORT


def test_a_paragraph_is_found_by_its_number():
    report = small()
    assert place(paragraph=1) == paragraph(report, unit_of(report, "现在"))


@pytest.mark.parametrize("number", [0, -1, 99])
def test_a_paragraph_that_does_not_exist_is_told_how_many_there_are(number):
    with pytest.raises(UserError, match="第1段到第9段"):
        place(paragraph=number)


def test_a_report_without_paragraphs_says_so():
    with pytest.raises(UserError, match="没有读出正文段落"):
        commenting.place(report_of(), paragraph=1, quote=None, nth=None)


def test_a_quote_is_found_in_its_paragraph_whatever_its_blanks():
    anchor = place(paragraph=2, quote="增至55家")
    assert (anchor.quote, anchor.place) == ("增至 55 家", "passage")


def test_a_quote_without_a_paragraph_is_looked_for_in_the_whole_report():
    assert place(quote="坚持依法行政").unit == unit_of(small(), "各位代表！“十四五”")


def test_a_quote_that_is_not_there_is_refused():
    with pytest.raises(UserError, match="第2段里没有找到“学位”（0处）"):
        place(paragraph=2, quote="学位")
    with pytest.raises(UserError, match="报告里没有找到"):
        place(quote="火星")


def test_a_quote_that_is_there_twice_asks_which_one():
    with pytest.raises(UserError, match=r"有2处.*--nth.*第几处"):
        place(paragraph=services_paragraph(), quote="多措并举")


def test_nth_chooses_among_several_places():
    first = place(paragraph=services_paragraph(), quote="多措并举", nth=1)
    second = place(paragraph=services_paragraph(), quote="多措并举", nth=2)
    assert first.quote == second.quote
    assert first.start < second.start


@pytest.mark.parametrize("nth", [0, 3])
def test_nth_beyond_the_places_is_refused(nth):
    with pytest.raises(UserError, match="只有2处，没有第"):
        place(paragraph=services_paragraph(), quote="多措并举", nth=nth)


def test_nth_without_a_quote_is_refused():
    with pytest.raises(UserError, match="一起用"):
        place(paragraph=1, nth=1)


def test_adding_writes_the_opinion_and_a_new_author_with_it():
    report = small()
    anchor = paragraph(report, 7)
    change = commenting.add(
        report,
        anchor,
        Words("建议", "写明\r\n数量\x00"),
        author=AUTHOR,
        comment_id="c1",
        change_id="k1",
        now=NOW,
    )
    person, comment = (edit.after for edit in change.edits)
    assert person == AUTHOR
    assert (change.label, change.at, change.person) == ("写意见", NOW, "p1")
    assert comment.text == "写明\n数量"
    assert (comment.anchor, comment.report, comment.reading) == (anchor, "r1", report.reading)
    assert (comment.author_name, comment.author_delegation) == ("代表甲", "第三代表团")
    assert comment.created_at == comment.changed_at == NOW


def test_an_author_who_is_stored_is_not_written_again():
    change = commenting.add(
        small(),
        WHOLE_REPORT,
        Words("意见", "好"),
        author=replace(AUTHOR, version=3),
        comment_id="c1",
        change_id="k1",
        now=NOW,
    )
    assert [edit.record for edit in change.edits] == ["c1"]


@pytest.mark.parametrize("text", ["=1+1", "@某人", "𠮷祥街", "<b>&amp;", "第一行\n第二行"])
def test_words_are_kept_as_they_are(text):
    assert written(Words("建议", text)).text == text


def test_a_change_of_the_text_is_preset_to_rewriting():
    assert written(Words("修改", "", replacement="年内新增")).act == "修改"
    assert written(Words("修改", "写明", act="移位")).act == "移位"


def test_a_deletion_needs_no_words_wherever_its_place_says_what_goes():
    report = small()
    unit = unit_of(report, "优化")
    for anchor in (passage(report, unit, 7, 10), paragraph(report, unit), section(report, unit)):
        assert written(Words("修改", "", act="删除"), anchor).act == "删除"


def test_the_whole_report_is_deleted_by_nobody_but_may_be_shortened_in_words():
    with pytest.raises(UserError, match=r"整份报告不能删去.*哪一段"):
        written(Words("修改", "", act="删除"))
    assert written(Words("修改", "压缩篇幅", act="删除")).text == "压缩篇幅"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (Words("建议", " \n　"), "还没有写字"),
        (Words("修改", "", act="增加"), "还没有写字"),
        (Words("赞成", "好"), "没有“赞成”这种意见.*数据核实"),
        (Words("建议", "好", act="增加"), "只有“修改”才有动作"),
        (Words("建议", "好", replacement="乙"), "只有“修改”才有动作"),
        (Words("修改", "好", act="改写"), "没有“改写”这种动作.*移位"),
        (Words("修改", "好", act="删除", replacement="乙"), "删去不用写"),
        (Words("建议", "好" * 100_001), "100001"),
    ],
)
def test_words_that_do_not_fit_are_refused_in_words(words, message):
    with pytest.raises(UserError, match=message):
        written(words)


def test_a_rewriting_into_the_same_words_is_refused():
    report = small()
    unit = unit_of(report, "优化")
    anchor = passage(report, unit, 7, 11)
    with pytest.raises(UserError, match="和原文一样"):
        written(Words("修改", "", replacement=anchor.quote), anchor)


def test_a_rewriting_that_only_alters_blanks_is_refused():
    report = small()
    anchor = commenting.place(report, paragraph=None, quote="研发平台增至55家", nth=None)
    with pytest.raises(UserError, match="和原文一样"):
        written(Words("修改", "", replacement="研发平台增至55家"), anchor)


def test_rewording_keeps_what_was_not_said_anew():
    before = replace(written(Words("建议", "重")), version=4)
    change = commenting.reword(before, Words("询问", "轻"), change_id="k2", now=LATER)
    edit = change.edits[0]
    assert edit.before == before
    assert edit.after == replace(before, kind="询问", text="轻", changed_at=LATER)
    assert (change.label, change.person) == ("改意见", "p1")


def test_rewording_can_move_an_opinion():
    anchor = paragraph(small(), 5)
    change = commenting.reword(
        written(Words("建议", "重")), Words("建议", "重"), anchor=anchor, change_id="k2", now=LATER
    )
    assert change.edits[0].after.anchor == anchor


def test_rewording_into_nothing_is_refused():
    with pytest.raises(UserError, match="还没有写字"):
        commenting.reword(written(Words("建议", "重")), Words("建议", ""), change_id="k", now=LATER)


def test_a_withdrawn_opinion_is_marked_and_neither_reworded_nor_withdrawn_again():
    change = commenting.withdraw(written(Words("建议", "重")), change_id="k2", now=LATER)
    gone = change.edits[0].after
    assert (gone.withdrawn_at, gone.text, change.label) == (LATER, "重", "撤回意见")
    with pytest.raises(UserError, match="找回来"):
        commenting.reword(gone, Words("建议", "轻"), change_id="k3", now=LATER)
    with pytest.raises(UserError, match="撤回过"):
        commenting.withdraw(gone, change_id="k3", now=LATER)


def test_document_order_is_the_order_of_places_then_of_age():
    report = small()
    unit = unit_of(report, "优化")
    anchors = [WHOLE_REPORT, paragraph(report, 5), paragraph(report, unit)]
    anchors += [passage(report, unit, 7, 11), passage(report, unit, 7, 10)]
    expected = [
        written(Words("建议", "好"), anchor, comment_id=f"c{at}")
        for at, anchor in enumerate(anchors)
    ]
    twin = replace(expected[-1], id="c9")
    assert commenting.in_document_order([twin, *reversed(expected)]) == [*expected, twin]


def test_an_author_is_found_by_name_and_by_delegation_where_two_share_it():
    one = Person("p1", "王伟", "第一代表团")
    two = Person("p2", "王伟", "")
    three = Person("p3", "李芳", "第一代表团")
    people = [one, two, three]
    assert commenting.choose_author(people, " 李芳 ", None) == three
    assert commenting.choose_author(people, "王伟", "第一代表团") == one
    assert commenting.choose_author(people, "李芳", "第二代表团") is None
    assert commenting.choose_author(people, "赵六", None) is None
    with pytest.raises(UserError, match="有2位（第一代表团、未写代表团）"):
        commenting.choose_author(people, "王伟", None)


def test_naming_oneself_signs_the_opinions_written_without_a_name():
    nobody = Person("p1", "", version=1)
    unsigned = written(Words("建议", "好"), author=nobody)
    signed = replace(unsigned, id="c2", author_name="旧名")
    others = replace(unsigned, id="c3", person="p2")
    change = commenting.describe_person(
        nobody, " 代表甲 ", "第三代表团", [unsigned, signed, others], change_id="k", now=LATER
    )
    person, comment = change.edits
    assert (person.before, person.after.name) == (nobody, "代表甲")
    assert (comment.record, comment.after.author_name) == ("c1", "代表甲")
    assert comment.after.author_delegation == "第三代表团"


def test_somebody_not_yet_stored_is_named_by_being_written():
    change = commenting.describe_person(
        Person("p1", ""), "代表甲", "", [], change_id="k", now=LATER
    )
    assert change.edits[0].before is None


def test_an_empty_name_is_refused():
    with pytest.raises(UserError, match=r"姓名还空着.*以后再填"):
        commenting.describe_person(Person("p1", ""), " ", "", [], change_id="k", now=LATER)


MORE = More("教育", "区教育局", "重要", "代表乙", private=True, apart=True, recorder="小李")


def test_what_stands_under_more_is_kept_cleaned_with_the_authors_capacity():
    change = commenting.add(
        small(),
        WHOLE_REPORT,
        Words("建议", "甲"),
        author=replace(AUTHOR, capacity="列席人员"),
        comment_id="c1",
        change_id="k1",
        now=NOW,
        more=replace(MORE, field=" 教育\x00 "),
    )
    kept = change.edits[-1].after
    assert More.of(kept) == replace(MORE, capacity="列席人员")
    assert More.of(written(Words("建议", "甲"))) == More(capacity="代表")


def test_rewording_leaves_what_stands_under_more_unless_told_otherwise():
    old = replace(written(Words("建议", "甲")), capacity="列席人员", cosigners="代表乙")
    kept = reworded(old, Words("建议", "乙"))
    assert More.of(kept) == More.of(old)
    told = reworded(old, Words("建议", "乙"), more=replace(MORE, manner="口头发言", recorder=""))
    assert told.recorder is None
    assert (told.manner, told.cosigners, told.capacity) == ("口头发言", "代表乙", "列席人员")


def reworded(old, words, **fields):
    change = commenting.reword(old, words, change_id="k2", now=LATER, **fields)
    return change.edits[0].after


def test_nobody_takes_a_name_under_which_somebody_else_is_known():
    me, other = Person("p1", "李方", "第一代表团", version=1), Person("p2", "李芳", "第二代表团")
    given = {"others": [me, other], "change_id": "k", "now": LATER}
    with pytest.raises(UserError, match="已经有一位“李芳”（第二代表团）"):
        commenting.describe_person(me, "李\u200b芳", "第二代表团", [], **given)
    change = commenting.describe_person(me, "\u202e李芳", "第一代表团", [], **given)
    assert change.edits[0].after.name == "李芳"
    again = commenting.describe_person(me, "李方", "第三代表团", [], **given)
    assert again.edits[0].after.delegation == "第三代表团"
