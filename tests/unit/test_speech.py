"""发言提纲: what is said, how long it takes, each opinion at the head of a page."""

import pytest

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.speech import PACE, build, minutes, numeral, point, seconds
from beiguan_desktop.core.typesetting import set_pages
from tests.formats.opinions import AUTHOR, REPORT, comments


def test_the_pace_is_two_hundred_and_twenty_characters_a_minute():
    assert PACE == 220
    assert seconds("话" * 220) == 60
    assert seconds("话" * 221) == 70
    assert seconds("话，" * 55) == 20, "marks are not spoken"
    assert seconds("") == 0


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (10, "约10秒"),
        (50, "约50秒"),
        (60, "约1分钟"),
        (70, "约1分半"),
        (90, "约1分半"),
        (100, "约2分钟"),
        (180, "约3分钟"),
    ],
)
def test_time_is_said_as_people_say_it(taken, words):
    assert minutes(taken) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_opinions_are_counted_as_headings_are(number, words):
    assert numeral(number) == words


def test_a_change_is_said_in_its_sentence_and_an_opinion_in_its_words():
    change, _, deletion, opinion = comments()[:4]
    said = point(REPORT, change)
    assert said.words[0].startswith(said.heading)
    assert said.words[1] == "理由：群众看不出今年做什么。"
    assert said.quote == ""
    assert "删去" in point(REPORT, deletion).words[0]
    said = point(REPORT, opinion, page="第20页")
    assert said.heading.endswith("（第20页）")
    assert said.words == ("助餐场所难以维持，", "建议落实运营补助𠮷")


def test_each_opinion_begins_a_page_in_the_order_given():
    chosen = [comments()[3], comments()[0]]
    paper = build(REPORT, chosen, author=AUTHOR, points=24)
    assert paper.points == 24
    assert paper.lines[0] == "发言提纲"
    assert paper.lines[1].startswith("第三代表团　代表甲　2条，约")
    heads = [block for block in paper.blocks if block.role == "heading1"]
    assert [head.begins_page for head in heads] == [False, True]
    assert heads[1].text.startswith("二、第三部分（六）“优化公共服务”一段（约")
    pages = list(set_pages(paper, lambda text, _face: len(text), lambda title, *_: [title]))
    assert len(pages) == 2
    assert pages[1].words[0].text == "二"
    assert "助餐" not in "".join(words.text for words in pages[1].words)


def test_the_words_of_the_report_stand_above_what_is_said_of_them():
    quoting = next(c for c in comments() if c.anchor.quote)
    from dataclasses import replace  # noqa: PLC0415

    one = replace(quoting, kind="建议", act="", replacement="", text="讲清楚")
    paper = build(REPORT, [one], author=Person("p", ""))
    assert f"报告写的是：“{quoting.anchor.quote}”" in paper.lines
    assert paper.lines[1].startswith("1条")
