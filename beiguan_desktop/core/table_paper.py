"""What would come of a table, set as a document to be read before it is done."""

from collections.abc import Sequence

from beiguan_desktop.core import wording
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.paper import Block, Paper, Run, block
from beiguan_desktop.core.report import Report

MOST = 300
"""How many opinions, and how many problems, are shown; the rest is counted."""


def paper_of(report: Report, added: Sequence[Comment], problems: Sequence[str]) -> Paper:
    """Set the problems, which somebody must mend, and below them each opinion that would come."""
    blocks: list[Block] = []
    if problems:
        blocks.append(block("heading1", f"有问题、不录入的 {len(problems)} 行"))
        blocks += _limited([_problem(words) for words in problems])
    if added:
        blocks.append(block("heading1", f"要录入的 {len(added)} 条"))
        blocks += _limited([_opinion(report, one) for one in added])
    return Paper("从表格录入", "", tuple(blocks))


def _limited(blocks: Sequence[Block]) -> list[Block]:
    rest = len(blocks) - MOST
    more = [block("body", f"……另外还有 {rest} 条，没有列在这里。")] if rest > 0 else []
    return [*blocks[:MOST], *more]


def _problem(words: str) -> Block:
    where, colon, what = words.partition("：")
    return block("body", Run(where + colon, "黑体"), what)


def _opinion(report: Report, one: Comment) -> Block:
    who = f"{one.author_name}（{one.author_delegation}）" if one.author_delegation else ""
    said = wording.canonical(report, one)
    return block("body", Run(f"{who or one.author_name}　{one.act or one.kind}：", "黑体"), said)
