"""What a search is given: every word of the opinions, and the initials of pinyin."""

from dataclasses import replace

from beiguan_desktop import paths
from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.finding import Query, Searchable
from beiguan_desktop.services import searching
from beiguan_desktop.services.commenting import Words as Written
from tests.unit.small_report import small, unit_of
from tests.unit.test_commenting import written


def test_all_words_of_an_opinion_can_be_looked_for_in_the_order_of_the_report():
    report = small()
    anchor = passage(report, unit_of(report, "优化公共服务"), 0, 6)
    later = replace(
        written(Written("建议", "加快"), anchor), id="c2", replacement="改成这样", reason="更清楚"
    )
    first = written(Written("建议", "对整篇的话"), WHOLE_REPORT)
    assert [
        (words.comment.id, words.part, words.text) for words in searching.words_of([later, first])
    ] == [
        ("c1", "", "对整篇的话"),
        ("c2", "", "加快"),
        ("c2", "原文", anchor.quote),
        ("c2", "改为", "改成这样"),
        ("c2", "理由", "更清楚"),
    ]


def test_the_table_of_initials_is_read_once():
    assert searching.initials() is searching.initials()


def test_without_the_table_all_else_is_found(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    searching.initials.cache_clear()
    try:
        text, query = Searchable(["教育ab"]), Query("ab")
        exact = text.find(query)
        assert len(exact) == 1
        assert len(text.find_similar(query, exact, searching.initials())) == 0
    finally:
        searching.initials.cache_clear()


def test_a_search_gives_what_is_exact_and_what_is_similar():
    text = Searchable(["办好教育，jy", "实验室和试验室"])
    for typed, exact, similar, likeness in (
        ("jy", 1, 1, "sound"),
        ("试验室", 1, 1, "letter"),
        ("教育", 1, 0, "exact"),
    ):
        found, other = searching.search(text, Query(typed))
        assert (len(found), len(other), other.likeness) == (exact, similar, likeness)
