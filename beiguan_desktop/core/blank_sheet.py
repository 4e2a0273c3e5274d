"""空白意见表: the sheet of 我的意见 to be filled in by hand, one leaf printed on both sides."""

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.my_opinions import NOT_A_PROPOSAL, foot, head, title_of
from beiguan_desktop.core.paper import LINE, Block, Paper, blank, block
from beiguan_desktop.core.report import Report

_CHANGES = 3
_TO_WORK, _QUESTIONS = 9, 4
"""Lines for each; the second side is full with them."""


def build(report: Report, *, author: Person, year: int) -> Paper:
    """Lay out an empty sheet on a report; what is known of the author stands on it already."""
    title = f"{title_of(report, author)}表"
    blocks = [
        block("title", title),
        *head(report, author, ""),
        block("heading1", "一、对报告的修改意见"),
        *(line for n in range(1, _CHANGES + 1) for line in _change(n)),
        Block("heading1", block("heading1", "二、对政府工作的意见建议").runs, begins_page=True),
        *(_line() for _ in range(_TO_WORK)),
        block("heading1", "三、询问"),
        *(_line() for _ in range(_QUESTIONS)),
        block("closing", f"以上共{blank(2)}条。{NOT_A_PROPOSAL}"),
        *foot(author, year),
    ]
    return Paper(f"{title}（{report.title}）", author.name, tuple(blocks))


def _change(number: int) -> tuple[Block, ...]:
    """Ask where, what stands there, what shall stand there, and why."""
    where = f"{number}. 第{blank(2)}部分（{blank(2)}）第{blank(2)}页第{blank(2)}行"
    return (
        block("row", where),
        _line("原文："),
        _line("改为："),
        _line(),
        _line("理由："),
    )


def _line(label: str = "") -> Block:
    """Make a line to write on, as long as the page is wide."""
    return block("row", f"{label}{blank(LINE - len(label))}")
