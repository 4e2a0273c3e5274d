"""The shown text and the report's text are one text: every position leads there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.display_text import GLUE, OPEN, DisplayText
from tests.ui.panes import shipped

_ALPHABET = st.sampled_from("建设，。“”（）(A2.5% 　\t\n𠮷𡋾、日第三届")
TEXTS = st.text(_ALPHABET, max_size=40)


def bare(text: str) -> str:
    """Leave out what the page adds or drops: blanks and invisible marks."""
    return "".join(c for c in text if not c.isspace() and c not in GLUE + OPEN)


def cut(display: DisplayText, start: int, end: int) -> str:
    return display.shown.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(TEXTS, st.booleans())
def test_nothing_but_blanks_is_added_or_lost(text, sense):
    display = DisplayText(text, sense=sense)
    assert bare(display.shown) == bare(text)
    assert display.length == len(display.shown.encode("utf-16-le")) // 2


def test_lines_may_end_round_quotation_marks_as_in_print():
    shown = DisplayText("项目97个，“12+2+N”应用场景“一件事”，“再”。").shown
    assert shown == f"项目97个，{OPEN}“12+2+N”{OPEN}应用场景{OPEN}“一件事”，{OPEN}“再”。"


@given(TEXTS, st.booleans(), st.data())
def test_a_passage_is_shown_where_its_own_characters_are(text, sense, data):
    display = DisplayText(text, sense=sense)
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    low, high = display.start(start), display.end(end)
    if bare(text[start:end]):
        assert bare(cut(display, low, high)) == bare(text[start:end])


@given(TEXTS, st.booleans(), st.data())
def test_what_is_shown_leads_back_to_the_passage_it_shows(text, sense, data):
    display = DisplayText(text, sense=sense)
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    low, high = display.passage(display.start(start), display.end(end))
    if bare(text[start:end]):
        assert bare(text[low:high]) == bare(text[start:end])


@given(TEXTS, st.booleans())
def test_every_shown_unit_belongs_to_a_character(text, sense):
    display = DisplayText(text, sense=sense)
    places = [display.position(unit) for unit in range(display.length + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    for at, character in enumerate(text):
        if bare(character):
            assert display.position(display.start(at)) == at


@given(TEXTS, st.integers(-5, 90), st.integers(-5, 90))
def test_positions_beyond_the_text_are_its_ends(text, start, end):
    display = DisplayText(text)
    low, high = display.passage(start, end)
    assert 0 <= low <= high <= len(text)
    last = max(start + 1, end)  # between two characters a mark may stand that belongs to neither
    assert 0 <= display.start(start) <= display.end(last) <= display.length


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("完成 189.3 亿元", "完成189.3亿元"),
        ("区长 可振虎", "区长 可振虎"),
        ("(四) 改革开放", "(四)改革开放"),
        ("（四） 改革开放", "（四）改革开放"),
        ("Open AI 公司", "Open AI公司"),
        (" 前后 ", "前后"),
        ("一\n二", "一 二"),
    ],
)
def test_blanks_stay_only_between_words(text, shown):
    assert DisplayText(text).shown == shown


def test_air_follows_the_last_character_before_a_border():
    display = DisplayText("完成 189.3 亿元，增长5.5%，A类“5G”")
    aired = [cut(display, *span) for span in display.airs]
    assert aired == ["成", "3", "长", "A"]


def test_a_character_beyond_the_basic_plane_takes_air_as_a_whole():
    display = DisplayText("𠮷3")
    assert display.airs == ((0, 2),)
    assert (display.start(1), display.position(1), display.position(2)) == (2, 0, 1)


def test_half_of_a_pair_selects_the_whole_character():
    assert DisplayText("一𠮷二").passage(2, 2) == (1, 2)
    assert DisplayText("一𠮷二").passage(1, 2) == (1, 2)


def test_a_title_breaks_by_sense_only():
    text = "——2026年2月27日在北关区第十一届人民代表大会第六次会议上"
    pieces = DisplayText(text, sense=True).shown.replace(GLUE, "").split(OPEN)
    assert pieces == ["——2026年2月27日", "在北关区", "第十一届人民代表大会", "第六次会议上"]


def test_a_quotation_in_a_title_is_never_broken():
    shown = DisplayText("推进“投资、消费”两手抓", sense=True).shown
    assert OPEN not in shown[shown.index("“") : shown.index("”")]


def test_a_title_without_a_place_to_break_is_left_to_the_common_rules():
    shown = DisplayText("关于安阳市北关区2025年国民经济和社会发展计划草案的报告", sense=True).shown
    assert GLUE not in shown[:-7]
    assert GLUE in DisplayText("政府工作报告", sense=True).shown


def test_no_line_of_a_long_title_is_a_single_character():
    shown = DisplayText("高举旗帜为全面建设美好家园实现共同富裕而团结奋斗", sense=True).shown
    assert shown.endswith(GLUE.join("团结奋斗"))
    assert not shown.endswith(GLUE.join("而团结奋斗"))


def test_the_whole_report_keeps_every_letter():
    for unit in shipped().units:
        display = DisplayText(unit.text)
        assert display.passage(0, display.length) == (0, len(unit.text))
        assert bare(display.shown) == bare(unit.text)


def test_the_cells_of_a_row_are_set_apart():
    text = DisplayText("1 地区生产总值\t6%左右\t")
    assert text.shown == "1地区生产总值\u30006%左右"
    assert text.position(text.start(9)) == 9
