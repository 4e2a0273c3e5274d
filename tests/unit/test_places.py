"""The index of names, its sentences, and the ticks that are kept."""

import pytest

from beiguan_desktop.core.anchoring import sentence_at, sentences
from beiguan_desktop.core.places import Mention, passages, units_of
from beiguan_desktop.core.trades import TRADES, trade_words
from beiguan_desktop.services import concerns
from beiguan_desktop.services.concerns import index_report
from beiguan_desktop.storage.store import open_store
from tests.unit.small_report import body, heading, line, report_of


def named(report, words):
    (found,) = (name for name in index_report(report) if name.words == words)
    return found


def shown(report, name):
    return [report.units[m.unit].text[m.start : m.end] for m in name.mentions]


def test_blanks_of_the_source_neither_hide_a_name_nor_move_its_place():
    report = report_of(body("推进永安 110 千伏变电站等项目建设，红旗\n路通车。"))
    assert shown(report, named(report, "永安110千伏变电站")) == ["永安 110 千伏变电站"]
    assert shown(report, named(report, "红旗路")) == ["红旗\n路"]


def test_a_short_form_counts_where_the_long_one_is_in_the_text():
    report = report_of(
        body("加快实施柏庄镇卫生院工程。"),
        body("柏庄发展很快，柏庄大道通车。"),
        body("彰北也很好，柏庄区和柏庄山还好，柏庄丰禾、神安重工等企业也好。"),
    )
    town = named(report, "柏庄镇")
    assert shown(report, town) == ["柏庄镇", "柏庄"]
    assert town.mentions[1] == Mention(1, 0, 2)
    assert not any(name.words.startswith("彰北") for name in index_report(report))


def test_a_short_form_that_is_a_word_does_not_count():
    report = report_of(body("走进幸福村。"), body("提升群众幸福指数。"))
    assert shown(report, named(report, "幸福村")) == ["幸福村"]


def test_titles_and_notes_are_not_what_the_report_speaks_of():
    report = report_of(
        line("title", "柏庄镇政府工作报告"),
        heading("一、建设柏庄镇", 1),
        line("note", "1.柏庄镇：一个镇。"),
        line("footer", "柏庄镇政府办公室印"),
    )
    assert named(report, "柏庄镇").mentions == (Mention(1, 4, 7),)


def test_groups_come_in_their_order_and_the_most_frequent_first():
    report = report_of(
        body("云洹网联、神安重工等企业到红旗路。"), body("中华路、红旗路和柏庄镇，学校。")
    )
    found = [(name.kind, name.words) for name in index_report(report)]
    assert found == [
        ("镇村街道", "柏庄镇"),
        ("行业", "教育"),
        ("道路地点", "红旗路"),
        ("道路地点", "中华路"),
        ("企业", "云洹网联"),
        ("企业", "神安重工"),
    ]


def test_sentences_are_told_once_each_with_all_that_is_named_in_them():
    text = "柏庄镇和红旗路都好。没有名字。红旗路通车了！"
    report = report_of(body("开头。"), body(text))
    found = passages(report, [named(report, "红旗路"), named(report, "柏庄镇")])
    assert [text[p.start : p.end] for p in found] == ["柏庄镇和红旗路都好。", "红旗路通车了！"]
    assert [p.names for p in found] == [("柏庄镇", "红旗路"), ("红旗路",)]
    assert [len(p.mentions) for p in found] == [2, 1]
    assert units_of([named(report, "红旗路")]) == {1}
    assert passages(report, []) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "一句话",
        "甲。乙！“丙。”丁？",
        "（甲。乙）丙。 丁。",
        "甲。。乙",
        "“没有关上。甲。",
    ],
)
def test_all_sentences_are_those_that_are_told_one_by_one(text):
    found = sentences(text)
    assert all(sentence_at(text, start) == (start, end) for start, end in found if start < end)
    assert "".join(text[a:b] for a, b in found).split() == "".join(text.split()).split()


def test_a_novel_and_nothing_have_no_names():
    novel = body("他走进屋里，看见她坐在窗前。“你来了？”她说。夜色渐深，两人都不再说话。" * 50)
    assert [n for n in index_report(report_of(novel)) if n.kind != "行业"] == []
    assert index_report(report_of()) == ()
    assert index_report(report_of(body("。，、"), body(""))) == ()


@pytest.mark.parametrize("trade", TRADES)
def test_every_trade_is_known_by_its_own_words(trade):
    meant, _, unlike = TRADES[trade].partition("≠")
    for word in meant.split():
        assert (trade, 0, len(word)) in trade_words(word)
    for word in unlike.split():
        assert trade not in [found for found, _, _ in trade_words(word)]


def test_a_word_of_two_trades_speaks_of_both():
    assert {trade for trade, _, _ in trade_words("深化医养结合")} == {"医疗卫生", "养老托幼"}
    assert trade_words("加强廉政教育") == []


@pytest.fixture
def store(tmp_path):
    made = open_store(tmp_path / "a.db", create=True)
    yield made
    made.close()


def test_ticks_are_kept_by_person_and_name(store):
    assert concerns.ticked(store, "甲") == frozenset()
    concerns.tick(store, "甲", {"柏庄镇", "教育"})
    concerns.tick(store, "乙", {"红旗路"})
    assert concerns.ticked(store, "甲") == {"柏庄镇", "教育"}
    assert concerns.ticked(store, "乙") == {"红旗路"}
    concerns.tick(store, "甲", ())
    assert concerns.ticked(store, "甲") == frozenset()


@pytest.mark.parametrize("kept", ["", "不是清单", "{}", "3", '["柏庄镇", 3, null]'])
def test_what_is_no_list_of_names_harms_nobody(store, kept):
    store.desk.put_setting("concerns/甲", kept)
    assert concerns.ticked(store, "甲") <= {"柏庄镇"}
