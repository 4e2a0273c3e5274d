"""What would come of a table, as it is shown before it is done."""

from dataclasses import replace

from beiguan_desktop.core import table_paper
from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import commenting
from tests.unit.small_report import small


def opinion(**words):
    report = small()
    change = commenting.add(
        report,
        commenting.place(report, paragraph=2, quote="增至 55 家", nth=None),
        commenting.Words(**({"kind": "建议", "text": "写明"} | words)),
        author=Person("p", "代表甲", "第三代表团"),
        comment_id="c",
        change_id="k",
        now="2026-02-27T09:41:00+08:00",
    )
    return change.edits[-1].after


def test_problems_come_first_and_each_opinion_is_in_the_words_it_will_be_printed_in():
    change = opinion(kind="修改", text="", act="修改", replacement="增至 56 家")
    nobody = replace(opinion(), author_delegation="")
    paper = table_paper.paper_of(small(), [change, nobody], ["第3行：没有写姓名。请补上。"])
    assert [block.role for block in paper.blocks] == [
        "heading1",
        "body",
        "heading1",
        "body",
        "body",
    ]
    assert paper.lines[:3] == [
        "有问题、不录入的 1 行",
        "第3行：没有写姓名。请补上。",
        "要录入的 2 条",
    ]
    assert paper.lines[3].startswith("代表甲（第三代表团）　修改：")
    assert "将“增至55家”改为“增至56家”" in paper.lines[3]
    assert paper.lines[4].startswith("代表甲　建议：")


def test_nothing_to_show_is_an_empty_paper_and_very_many_are_counted():
    assert table_paper.paper_of(small(), [], []).blocks == ()
    many = table_paper.paper_of(small(), [], ["第1行：请改。"] * (table_paper.MOST + 7))
    assert len(many.blocks) == table_paper.MOST + 2
    assert many.lines[-1] == "……另外还有 7 条，没有列在这里。"
