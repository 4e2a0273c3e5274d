"""Whatever is done to a report: nothing raises, nothing is lost, tears are joined."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.reading_checks import assert_whole, read
from tests.unit.specimen import LINES, TEXT

WORDS = """
一、 （一） (二) 1. ① 一是 —— 各位代表！ 各位代表： 政府工作报告 。 ！ ； ， ： , \\r\\n &nbsp; ????
<U+00A0> PM_{2.5} ２０２６ 2026年工作回顾 名词解释 共印500份 扫一扫 𠮷 加强建设 7 -3-
推动发展取得新成效
"""
BLANKS = ("\n", "\n\n", "\r\n", "\u3000", " ", "\u200b", "<!-- x -->")
PIECES = st.sampled_from([*WORDS.split(), *BLANKS])


@given(st.text(max_size=300))
def test_any_text_is_read_without_loss(text):
    assert_whole(text, read(text))


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_heap_of_report_pieces_is_read_without_loss(text):
    assert_whole(text, read(text))


@given(st.data())
@settings(max_examples=150)
def test_a_damaged_report_is_read_without_loss(data):
    text = TEXT
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(PIECES | st.text(max_size=5)) + text[end:]
    assert_whole(text, read(text))


PARAGRAPHS = [line for line in LINES if line.endswith(("。", "！")) and len(line) > 20]
LINE_ENDS = re.compile("[。！？；：…”）]$")


@given(st.sampled_from(PARAGRAPHS), st.data())
@settings(max_examples=200)
def test_a_paragraph_torn_inside_a_sentence_is_joined(paragraph, data):
    place = data.draw(st.integers(1, len(paragraph) - 1))
    left, right = paragraph[:place], paragraph[place:]
    assume(not LINE_ENDS.search(left))
    assume(left == left.strip() and right == right.strip())
    torn = read(TEXT.replace(paragraph, left + "\n\n" + right))
    whole = read(TEXT)
    assert [u.source_text for u in torn.units] == [u.source_text for u in whole.units]
    assert torn.letters == whole.letters
    assert [u.kind for u in torn.units] == [u.kind for u in whole.units]


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_lines_in_any_order_are_read_without_loss(lines):
    text = "\n\n".join(lines)
    assert_whole(text, read(text))
