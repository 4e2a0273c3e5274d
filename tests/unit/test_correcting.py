"""Each correction by hand: what it does, and where it does nothing."""

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import (
    Described,
    Discard,
    Level,
    Merge,
    NotWrong,
    PageStart,
    Plainly,
    Recast,
    Restore,
    Split,
    Unrepair,
    described,
    parsed,
    spelt,
    still_doubtful,
)
from beiguan_desktop.core.layout import Layout, Place
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.remaking import offset, position
from beiguan_desktop.core.report import Repair
from beiguan_desktop.core.sections import sections
from tests.unit.reading_checks import assert_whole, kinds, read

LINES = (
    "政府工作报告",
    "各位代表：",
    "现在，我代表区人民政府向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "（一）经济运行稳中有进。全区生产总值增长 5.5%,与全市持平。",
    "（二）民生福祉持续增进。就业形势保持稳定，建成助餐场所 40 个。",
    "二、2031年重点工作",
    "（一）扩内需稳增长",
    "抓政策机遇，优化补贴范围和标准，持续激发消费活力，PM_{2.5}浓度下降。",
    "完善社会保障，切实兜牢民生底线，发展养老服务。",
)
TEXT = "\n\n".join(LINES)
TITLE, SALUTATION, OPENING, REVIEW, ECONOMY, PEOPLE, WORK, NEED, POLICY, CARE = map(
    TEXT.index, LINES
)
READING = read(TEXT)


def put(*corrections, text=TEXT, reading=READING):
    """Apply corrections that all fit; the result is whole."""
    now, unfit = corrected(text, reading, corrections)
    assert unfit == ()
    assert_whole(text, now)
    return now


def refused(*corrections, text=TEXT, reading=READING):
    """Apply corrections that do not fit; nothing changes."""
    assert corrected(text, reading, corrections) == (reading, corrections)


def unit_at(reading, at):
    return next(unit for unit in reading.units if unit.spans[0][0] == at)


def test_the_specimen_is_read_as_the_tests_say():
    assert kinds(READING) == [
        "title", "salutation", "paragraph", "heading1", "paragraph", "paragraph",
        "heading1", "heading2", "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_paragraph_goes_on_with_the_one_before_it():
    now = put(Merge(CARE))
    assert unit_at(now, POLICY).source_text == LINES[8] + LINES[9]
    assert unit_at(now, POLICY).text.endswith(
        "PM₂.₅浓度下降。完善社会保障，切实兜牢民生底线，发展养老服务。"
    )
    assert now.letters == READING.letters
    assert [unit.number for unit in now.units if unit.number] == [1, 2, 3, 4]
    assert Repair("join", CARE - 2, CARE, "\n\n", "", "必错") in now.repairs


def test_the_first_unit_and_what_begins_nowhere_go_on_with_nothing():
    refused(Merge(TITLE))
    refused(Merge(CARE + 1))


def test_a_heading_before_its_paragraph_becomes_its_run_in_or_goes():
    text = TEXT.replace("（一）扩内需稳增长", "（一）扩内需稳增长。")
    for words in (text, text.replace("（一）扩内需稳增长。", "一是持续扩内需稳增长。")):
        reading = read(words)
        at = words.index("抓政策")
        head = reading.units[7]
        assert head.kind == "heading"
        now = put(Merge(at), text=words, reading=reading)
        assert (now.units[7].kind, now.units[7].runin.text) == ("paragraph", head.text)
        assert now.units[7].runin.level == head.level
    now = put(Merge(POLICY))
    assert (now.units[7].kind, now.units[7].level, now.units[7].runin) == ("paragraph", 0, None)


def test_a_heading_without_a_label_becomes_a_topic_and_one_torn_in_two_stays_a_heading():
    text = TEXT.replace("（一）扩内需稳增长", "提振消费。")
    reading, _ = corrected(text, read(text), [Recast(text.index("提振"), "heading")])
    now = put(Merge(text.index("抓政策")), text=text, reading=reading)
    assert (now.units[7].runin.text, now.units[7].runin.type) == ("提振消费。", "topic")
    now = put(Merge(NEED))
    assert (now.units[6].kind, now.units[6].level) == ("heading", 1)
    assert now.units[6].text == "二、2031年重点工作（一）扩内需稳增长"


def test_a_torn_run_in_is_found_when_its_paragraph_is_whole_again():
    text = TEXT.replace("经济运行稳中有进。", "经济\n\n运行稳中有进。")
    reading, _ = corrected(text, read(text), [Split(text.index("运行稳"))])
    assert unit_at(reading, ECONOMY).runin is None
    now = put(Merge(text.index("运行稳")), text=text, reading=reading)
    assert unit_at(now, ECONOMY).runin == unit_at(READING, ECONOMY).runin
    assert now.units[5].path == READING.units[5].path


def test_a_paragraph_is_parted_and_made_whole_again():
    at = TEXT.index("优化补贴")
    parted = put(Split(at))
    assert unit_at(parted, at).text.startswith("优化补贴")
    assert len(parted.units) == len(READING.units) + 1
    assert parted.letters == READING.letters
    assert put(Split(at), Merge(at)) == READING


def test_a_run_in_that_is_cut_off_is_a_heading_and_one_kept_stays():
    at = TEXT.index("全区生产")
    now = put(Split(at))
    assert (unit_at(now, ECONOMY).kind, unit_at(now, ECONOMY).level) == ("heading", 2)
    assert unit_at(now, at).path == ("一、2030年工作回顾", "（一）经济运行稳中有进。")
    now = put(Split(TEXT.index("与全市")))
    assert unit_at(now, ECONOMY).runin == unit_at(READING, ECONOMY).runin
    now = put(Split(TEXT.index("运行稳")))
    assert unit_at(now, ECONOMY).runin is None


def test_what_is_cut_off_a_heading_is_a_paragraph_and_an_address_stands_alone():
    now = put(Split(TEXT.index("重点工作")))
    assert kinds(now)[6:8] == ["heading1", "paragraph"]
    text = TEXT.replace("完善社会", "各位代表！完善社会")
    now = put(Split(text.index("完善社会")), text=text, reading=read(text))
    assert kinds(now)[-2:] == ["salutation", "paragraph"]


def test_nothing_is_parted_at_its_ends_outside_of_it_or_within_a_repair():
    for at in (
        POLICY,
        CARE - 1,
        len(TEXT),
        TEXT.index("_{2.5}") + 2,
        TEXT.index("5.5%") - 1 - 99999,
    ):
        refused(Split(at))


def test_nothing_is_parted_that_would_have_no_words():
    text = TEXT.replace("完善社会", "????完善社会").replace("抓政策", "抓政????策")
    reading = read(text)
    at = text.index("????策")
    parted, _ = corrected(text, reading, [Split(at)])
    assert_whole(text, parted)
    assert corrected(text, parted, [Split(at + 4)]) == (parted, (Split(at + 4),))


def test_a_join_that_the_reader_made_is_parted_and_what_lay_between_is_told():
    text = TEXT.replace("优化补贴", "\n\n- 7 -\n\n优化补贴")
    reading = read(text)
    join = next(it for it in reading.repairs if it.kind == "join")
    now = put(Unrepair(join.start, join.end), text=text, reading=reading)
    assert unit_at(now, join.end).text.startswith("优化补贴")
    (told,) = [it for it in now.repairs if it.kind == "page number"]
    assert told.before == "- 7 -"
    assert put(Split(join.end), text=text, reading=reading) == now
    again = put(Unrepair(join.start, join.end), Merge(join.end), text=text, reading=reading)
    assert (again.noise, again.repairs) == (reading.noise, reading.repairs)


def test_a_heading_moves_with_what_stands_under_it():
    now = put(Level(WORK, 2))
    assert (unit_at(now, WORK).level, unit_at(now, NEED).level) == (2, 3)
    assert now.units[8].path == (LINES[3], LINES[6], LINES[7])
    now = put(Level(REVIEW, 2))
    assert unit_at(now, ECONOMY).runin.level == 3
    assert unit_at(now, WORK).level == 1
    assert [it.level for it in sections(now.units)] == [2, 1]
    now = put(Level(ECONOMY, 1))
    assert unit_at(now, ECONOMY).runin.level == 1
    assert unit_at(now, PEOPLE).runin.level == 2


def test_what_is_no_heading_has_no_level_and_levels_are_four():
    for wrong in (Level(OPENING, 2), Level(WORK, 0), Level(WORK, 5), Level(WORK + 1, 1)):
        refused(wrong)


def test_a_heading_becomes_a_paragraph_and_a_paragraph_a_heading():
    now = put(Recast(NEED, "paragraph"))
    assert (unit_at(now, NEED).kind, unit_at(now, NEED).level) == ("paragraph", 0)
    assert now.units[8].path == (LINES[6],)
    assert now.units[7].number == 4
    now = put(Recast(OPENING, "heading"))
    assert unit_at(now, OPENING).level == 1
    now = put(Recast(CARE, "heading"))
    assert unit_at(now, CARE).level == 3
    now = put(Recast(ECONOMY, "heading"))
    assert (unit_at(now, ECONOMY).level, unit_at(now, ECONOMY).runin) == (2, None)
    now = put(Recast(ECONOMY, "note"), Recast(ECONOMY, "paragraph"))
    assert now == READING
    assert put(Recast(ECONOMY, "paragraph")) == READING
    refused(Recast(ECONOMY, "nonsense"))
    refused(Recast(ECONOMY + 1, "note"))


def test_a_heading_with_a_new_label_stands_below_those_before():
    text = TEXT.replace("完善社会保障，", "1.完善社会保障。")
    now = put(Recast(text.index("1.完善"), "heading"), text=text, reading=read(text))
    assert now.units[-1].level == 3


def test_the_report_is_called_as_its_title_unless_a_person_names_it():
    now = put(Recast(OPENING, "title"), Recast(TITLE, "meta"))
    assert now.title.startswith("现在，我代表")
    now = put(Recast(OPENING, "title"), Described("title", "计划报告"), Recast(TITLE, "meta"))
    assert now.title == "计划报告"
    assert put(Recast(TITLE, "meta")).title == READING.title
    assert put(Described("genre", "计划"), NotWrong(1, 2), Plainly()) == READING


def test_what_is_no_part_of_the_report_is_left_out_and_comes_back():
    out = put(Discard(POLICY))
    assert LINES[8] not in [unit.source_text for unit in out.units]
    assert (POLICY, POLICY + len(LINES[8])) in out.noise
    told = next(it for it in out.repairs if it.kind == "left out by hand")
    assert told.before == LINES[8]
    assert out.letters != READING.letters
    back = put(Discard(POLICY), Restore(told.start, told.end))
    assert back == READING
    assert put(Discard(POLICY), Unrepair(told.start, told.end)) == READING


def test_half_of_what_was_left_out_comes_back_and_the_rest_is_told():
    first = LINES[8].index("优化")
    half = put(Discard(POLICY), Restore(POLICY, POLICY + first))
    assert unit_at(half, POLICY).text == "抓政策机遇，"
    assert any(it.start == POLICY + first for it in half.repairs)
    rest = put(
        Discard(POLICY),
        Restore(POLICY, POLICY + first),
        Restore(POLICY + first, POLICY + len(LINES[8])),
    )
    assert len(rest.units) == len(READING.units) + 1


def test_several_lines_come_back_as_paragraphs_and_an_address_as_one():
    now = put(Discard(SALUTATION), Discard(OPENING), Restore(SALUTATION, OPENING + len(LINES[2])))
    assert now == READING
    middle = put(Discard(POLICY), Discard(CARE), Restore(CARE, len(TEXT)))
    assert kinds(middle) == kinds(READING)[:-1]


def test_nothing_comes_back_that_was_not_left_out():
    for start, end in ((POLICY, POLICY + 5), (CARE - 2, CARE), (5, 5), (0, len(TEXT) + 1), (-1, 4)):
        refused(Restore(start, end))


def test_the_only_unit_is_not_left_out():
    text = "加强建设。"
    refused(Discard(0), text=text, reading=read(text))
    refused(Discard(3))


def test_a_page_number_within_a_paragraph_that_is_none_comes_back_where_it_stood():
    text = TEXT.replace("优化补贴", "\n\n- 12 -\n\n优化补贴")
    reading = read(text)
    at = text.index("- 12")
    assert (at, at + 6) in reading.noise
    now = put(Restore(at, at + 6), text=text, reading=reading)
    assert "机遇，- 12 -优化补贴" in unit_at(now, POLICY).text
    assert reading.noise != now.noise == ()


def test_what_comes_back_within_a_run_in_belongs_to_it_and_behind_it_does_not():
    text = TEXT.replace("持续增进。", "持续\n\n- 12 -\n\n增进。")
    reading = read(text)
    at = text.index("- 12")
    assert unit_at(reading, PEOPLE).runin == unit_at(READING, PEOPLE).runin
    now = put(Restore(at, at + 6), text=text, reading=reading)
    assert unit_at(now, PEOPLE).runin.text == "（二）民生福祉持续- 12 -增进。"
    text = TEXT.replace("持续增进。", "持续增进。\n\n- 12 -\n\n")
    reading, _ = corrected(text, read(text), [Merge(text.index("就业形势"))])
    now = put(Restore(at + 3, at + 9), text=text, reading=reading)
    assert unit_at(now, PEOPLE).runin == unit_at(READING, PEOPLE).runin


def test_words_between_parts_come_back_with_what_the_join_put_there():
    words = "抓政策机遇，扫一扫优化补贴范围和标准，持续激发消费活力。"
    text = TEXT.replace(LINES[8], words)
    at = text.index("扫一扫")
    layout = Layout(noise=((at, at + 3),), joins=((at + 3, ""),), generated=())
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert "机遇，优化" in unit_at(reading, POLICY).text
    now = put(Restore(at, at + 3), text=text, reading=reading)
    assert unit_at(now, POLICY).text == words
    refused(Restore(at - 1, at + 3), text=text, reading=reading)


def test_what_lies_in_two_joins_does_not_come_back_at_once():
    text = TEXT.replace("优化补贴", "\n\n- 12 -\n\n优化补贴").replace(
        "持续激发", "\n\n- 13 -\n\n持续激发"
    )
    reading = read(text)
    refused(Restore(text.index("- 12"), text.index("- 13") + 6), text=text, reading=reading)


def test_a_repair_is_taken_back_and_letters_and_pages_stay():
    low = TEXT.index("_{2.5}")
    now = put(Unrepair(low, low + 6))
    assert "PM_{2.5}" in unit_at(now, POLICY).text
    assert now.letters == READING.letters
    assert [it.letter for it in now.units] == [it.letter for it in READING.units]
    refused(Unrepair(low, low + 5))
    refused(Unrepair(3, 4))


def test_a_repair_within_a_run_in_is_taken_back_in_it_too():
    text = TEXT.replace("稳中有进。", "稳中有进,好!")
    text = text.replace("好!全", "好。全")
    reading = read(text)
    at = text.index(",好")
    assert unit_at(reading, ECONOMY).runin.text.endswith("进，好。")
    now = put(Unrepair(at, at + 1), text=text, reading=reading)
    assert unit_at(now, ECONOMY).runin.text.endswith("进,好。")


def test_letters_that_come_with_a_repair_taken_back_move_what_follows():
    text = TEXT.replace("优化补贴", "&nbsp;优化补贴")
    reading = read(text)
    at = text.index("&nbsp;")
    start = PageStart(text.index("发展养老"), 3)
    now = put(start, Unrepair(at, at + 6), text=text, reading=reading)
    (mark,) = now.marks
    (before,) = put(start, text=text, reading=reading).marks
    assert mark.letter == before.letter + 4


def test_a_page_begins_where_a_person_says_and_the_rest_follows():
    now = put(PageStart(TEXT.index("就业形势"), 7))
    at = next(unit for unit in now.units if unit.spans[0][0] == PEOPLE)
    place = Pages(now.units, now.marks).at(at.ordinal, at.text.index("就业形势"))
    assert (place.page, place.line, place.about) == (7, 1, False)
    assert [mark.origin for mark in now.marks] == ["hand"]
    again = put(PageStart(TEXT.index("就业形势"), 7), PageStart(TEXT.index("就业形势"), 8))
    assert [mark.page for mark in again.marks] == [8]
    for wrong in (PageStart(TITLE, 0), PageStart(TITLE, 10_000), PageStart(len(TEXT), 2)):
        refused(wrong)


def test_page_starts_go_and_stay_with_what_is_left_out():
    inside, after = TEXT.index("优化补贴"), TEXT.index("发展养老")
    now = put(PageStart(POLICY - 5, 2), PageStart(inside, 3), PageStart(after, 4), Discard(POLICY))
    whole = put(PageStart(POLICY - 5, 2), PageStart(after, 4), Discard(POLICY))
    assert [it.page for it in whole.marks] == [2, 4]
    assert [it.page for it in now.marks] == [2, 3, 4]
    assert now.marks[1].letter == unit_at(now, CARE).letter


def printed(joins=()):
    """The specimen as a PDF tells it: each line of the text a printed line, two on a page."""
    places = tuple(Place(at, 1 + n // 2, 1 + n % 2) for n, at in enumerate(map(TEXT.index, LINES)))
    return outline.read(TEXT, source="0" * 64, layout=Layout(joins=joins, places=places))


def test_the_pages_of_a_print_follow_a_page_that_a_person_corrects():
    reading = printed()
    now = put(PageStart(ECONOMY, 5), reading=reading)
    pages = Pages(now.units, now.marks)
    found = [(place.page, place.line) for place in map(pages.at, range(len(LINES)))]
    assert found[3:7] == [(2, 2), (5, 1), (5, 2), (6, 1)]
    assert [pages.at(n).page for n in (0, 1, 2, 9)] == [1, 1, 2, 7]


def test_a_page_tear_that_is_healed_keeps_its_place_where_the_print_is_known():
    reading = printed()
    assert put(Merge(PEOPLE), reading=reading).units[4].seams == ()
    healed = put(Merge(POLICY), Merge(CARE), reading=reading).units[7]
    assert healed.seams == (len(LINES[7]),)
    assert put(Merge(SALUTATION), reading=reading).units[0].seams == ()


def test_lines_of_print_go_with_the_words_that_are_left_out():
    reading = printed()
    now = put(Discard(OPENING), reading=reading)
    assert len(now.marks) == len(reading.marks) - 1
    assert [mark.page for mark in now.marks][:3] == [1, 1, 2]


def test_generated_numbers_go_with_their_words():
    at = CARE
    layout = Layout(generated=((at, "（九）"),))
    reading = outline.read(TEXT, source="0" * 64, layout=layout)
    assert unit_at(reading, at).generated == "（九）"
    now = put(Merge(at), reading=reading)
    assert "下降。（九）完善" in unit_at(now, POLICY).text
    parted = put(Merge(at), Split(at), reading=reading)
    assert (parted.units[-1].text, parted.units[-1].generated) == (reading.units[-1].text, "（九）")
    glued = put(Split(at + 2), reading=reading)
    assert unit_at(glued, at).generated == "（九）"


def test_seams_of_a_text_are_looked_for_anew():
    body = "".join(chr(0x4E00 + n) for n in range(300))
    page = body * 2 + body[:14]
    text = f"政府工作报告\n\n各位代表：\n\n{'，'.join([page] * 1)}"
    pieces = [page[:590] for _ in range(5)]
    text += "\n\n".join(["", *pieces])
    reading = read(text)
    assert corrected(text, reading, []) == (reading, ())
    last = reading.units[-1].spans[0][0]
    now = put(Discard(last), text=text, reading=reading) if len(reading.units) > 1 else reading
    assert all(mark.origin == "seam" for mark in now.marks)


def test_corrections_are_kept_as_one_spelling():
    every = (
        Plainly(),
        Merge(1), Split(2), Level(3, 1), Recast(4, "note"), Discard(5), Restore(6, 7),
        Unrepair(8, 9), NotWrong(10, 11), PageStart(12, 3), Described("meeting", "三次会议"),
        Plainly(),
    )  # fmt: skip
    assert parsed(spelt(every)) == every
    assert spelt(()) is None
    assert parsed(None) == ()
    assert spelt([Merge(1)]) == '[{"at":1,"do":"merge"}]'
    for wrong in ('[{"do":"eat","at":1}]', '[{"do":"merge","at":"1"}]', '[{"do":"merge"}]', "[1"):
        with pytest.raises((ValueError, TypeError, LookupError)):
            parsed(wrong)


def test_what_a_person_said_last_of_a_report_is_what_it_is():
    said = [
        Described("title", "一"),
        Merge(3),
        Described("edition", "二稿"),
        Described("title", "三"),
    ]
    assert described(said) == {"title": "三", "edition": "二稿"}


def test_what_somebody_called_no_misprint_is_doubtful_no_more():
    doubts = [Repair("rare character", n, n + 1, "涇", "涇", "疑似") for n in (3, 9)]
    assert still_doubtful(doubts, [NotWrong(3, 4), Merge(9)]) == doubts[1:]


def test_signs_that_came_back_stay_as_they_are_where_nothing_else_is_there():
    text = TEXT.replace("完善社会", "????\n\n完善社会")
    at = text.index("????")
    now = put(Restore(at, at + 4), text=text, reading=read(text))
    assert unit_at(now, at).text == "????"


def test_a_page_that_begins_within_a_repair_begins_before_it():
    at = TEXT.index("_{2.5}")
    assert put(PageStart(at + 3, 2)).marks == put(PageStart(at, 2)).marks


def test_places_of_the_words_and_of_the_source_are_carried_to_and_fro():
    unit = unit_at(READING, POLICY)
    within = [it for it in READING.repairs if POLICY <= it.start < CARE]
    at = unit.text.index("₂.₅")
    assert offset(unit, within, at) == offset(unit, within, at + 2) == TEXT.index("_{2.5}")
    for place in (0, at - 1, at + 3, len(unit.text) - 1):
        assert TEXT[offset(unit, within, place)] == unit.text[place]
        assert position(unit, within, offset(unit, within, place)) == place
