"""发言提纲: chosen opinions in letters to speak from, one to a page, with the minutes they take."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.paper import Block, Paper, Run, block
from beiguan_desktop.core.referring import closed_up
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import seen
from beiguan_desktop.core.wording import quoted, reference, worded

SIZES = (20, 22, 24)
"""Points that can be read at arm's length from a lectern."""
USUAL = 22
PACE = 220
"""Characters a minute: how fast people speak in a meeting."""
WHAT = "发言提纲"

_NUMERALS = "一二三四五六七八九十"
_SECONDS = 10  # what minutes are rounded up to: nobody speaks to the second


@dataclass(frozen=True, slots=True)
class Point:
    """What is said of one opinion: a heading that is not read out, and the words that are.

    `quote` is what the report says there, to look at.
    """

    heading: str
    words: tuple[str, ...]
    quote: str = ""

    @property
    def told_quote(self) -> str:
        """The report's words as they are shown; empty where none are."""
        return f"报告写的是：{quoted(self.quote)}" if self.quote else ""

    @property
    def seconds(self) -> int:
        """How long the words take."""
        return seconds("".join(self.words))


def seconds(words: str) -> int:
    """Return how many seconds some words take to say, rounded up to ten."""
    return math.ceil(letter_count(words) * 60 / PACE / _SECONDS) * _SECONDS


def minutes(taken: int) -> str:
    """Say how long something takes: 约40秒, 约2分钟, 约2分半."""
    if taken < 60:
        return f"约{taken}秒"
    halves = math.ceil(taken / 30)
    return f"约{halves // 2}分半" if halves % 2 else f"约{halves // 2}分钟"


def point(report: Report, comment: Comment, *, page: str = "") -> Point:
    """Put an opinion into what is said of it; `page` as in `wording.reference`."""
    comment = seen(report, comment)
    wording = worded(report, comment, page=page)
    where = reference(report, comment.anchor, page=page)
    if comment.kind == "修改":
        words: Sequence[str] = wording.parts
        quote = ""  # the sentence says it
    else:
        words = (comment.text, wording.reason)
        quote = closed_up(comment.anchor.quote)
    lines = tuple(line.strip() for part in words for line in part.split("\n") if line.strip())
    return Point(where, lines or (wording.sentence,), quote)


def build(
    report: Report,
    comments: Sequence[Comment],
    *,
    author: Person,
    points: float = USUAL,
    page_of: Callable[[Comment], str] = lambda _: "",
) -> Paper:
    """Lay out opinions to speak from, in the order given, each at the head of a page."""
    said = [point(report, comment, page=page_of(comment)) for comment in comments]
    whole = minutes(sum(each.seconds for each in said))
    who = "　".join(filter(None, (author.delegation, author.name)))
    blocks = [
        block("title", WHAT),
        block("byline", "　".join(filter(None, (who, f"{len(said)}条，{whole}")))),
    ]
    for at, each in enumerate(said):
        blocks += _point(at, each, is_first=at == 0)
    return Paper(f"{WHAT}（{report.title}）", author.name, tuple(blocks), points=points)


def _point(at: int, each: Point, *, is_first: bool) -> list[Block]:
    head = f"{numeral(at + 1)}、{each.heading}（{minutes(each.seconds)}）"
    found = [Block("heading1", (Run(head),), begins_page=not is_first)]
    if each.told_quote:
        found.append(block("body", Run(each.told_quote, "楷体")))
    return [*found, *(block("body", line) for line in each.words)]


def numeral(number: int) -> str:
    """Write 1…99 as headings are counted: 一, 十二, 二十."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    ten = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return ten + (_NUMERALS[ones - 1] if ones else "")
