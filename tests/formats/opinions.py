"""Opinions on the small report, as somebody might hand them in."""

from datetime import date

from beiguan_desktop.core.anchoring import occurrences, paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT, Person
from beiguan_desktop.core.my_opinions import build
from beiguan_desktop.services import commenting
from beiguan_desktop.services.commenting import Words
from tests.unit.small_report import small, unit_of

TODAY = date(2026, 2, 27)
AUTHOR = Person("p1", "代表甲", "第三代表团")
REPORT = small()
SERVICE = unit_of(REPORT, "优化")
HARD = occurrences(REPORT.units[SERVICE].text, "学位紧张难题")[0]

WRITTEN = (
    (
        passage(REPORT, SERVICE, 18, 22),
        Words("修改", "东部年年提", "修改", "年内新增“一批”学位，切实", "群众看不出今年做什么。"),
    ),
    (passage(REPORT, SERVICE, *HARD), Words("修改", "", "增加", "（具体项目见附件）", "没有清单")),
    (passage(REPORT, SERVICE, 18, 22), Words("修改", "", "删除")),
    (paragraph(REPORT, SERVICE), Words("建议", "助餐场所难以维持，\n建议落实运营补助𠮷")),
    (WHOLE_REPORT, Words("意见", "=1+1 与 @某人 <b>&amp;</b> {PAGE}\t制表")),
    (paragraph(REPORT, unit_of(REPORT, "加强")), Words("询问", "今年做到哪一步？")),
)


def comments(author=AUTHOR):
    return [
        commenting.add(
            REPORT,
            anchor,
            words,
            author=author,
            comment_id=f"c{at}",
            change_id="k",
            now="2026-02-27T09:41:00+08:00",
        )
        .edits[-1]
        .after
        for at, (anchor, words) in enumerate(WRITTEN)
    ]


def paper():
    return build(REPORT, comments(), author=AUTHOR, today=TODAY)
