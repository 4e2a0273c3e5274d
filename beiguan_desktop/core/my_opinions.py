"""我的意见 (代表审议意见): the sheet a deputy signs and hands in.

Layout after the practice of one district's congress; it is kept in this module alone.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.genres import act_of, meeting_of
from beiguan_desktop.core.handing_in import Printed, may_go
from beiguan_desktop.core.paper import Block, Paper, Run, blank, block, fitted, rows
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.short_numbers import numbered, ranges
from beiguan_desktop.core.wording import worded

PageOf = Callable[[Comment], str]

_NUMERALS = "一二三"
_TO_TEXT = "对报告的修改意见"
_TO_WORK = "对政府工作的意见建议"
_QUESTIONS = "询问"
_OF_ONE_MIND = "意见相同的代表："
_APART = "要求："
_TAKEN_BACK = "撤回："
NOT_A_PROPOSAL = "如需作为代表建议办理、要书面答复，请另填《代表建议、批评和意见》专用纸。"
_MEETING = (
    re.compile(r"^(.+?会议)文件"),
    re.compile(r"^(.+?会议)秘书处"),
    re.compile(r"在(.+?会议)上"),
)
_PRINTED = re.compile(r"(\d{4}年\d{1,2}月\d{1,2}日)印")


@dataclass(frozen=True, slots=True)
class Entry:
    """An opinion with the short number it bears on paper (甲1)."""

    number: str
    comment: Comment


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sheet: opinions of one nature, by place."""

    title: str
    entries: tuple[Entry, ...]


def parts(
    comments: Iterable[Comment],
    author: Person,
    *,
    printed: Iterable[Printed] = (),
    chosen: Collection[str] | None = None,
) -> tuple[Part, ...]:
    """Sort an author's opinions into the parts of the sheet, each by place, with their numbers.

    Private and withdrawn opinions, other people's, and those not `chosen` (None = all) stay out;
    empty parts are left out. `printed` are all numbers ever given on the report: an opinion keeps
    its own. The opinions that stay out are looked at so that no two authors get the same numbers.
    """
    comments = tuple(comments)
    mine = sorted(
        (c for c in may_go(comments, author.id) if chosen is None or c.id in chosen),
        key=reading_order,
    )
    titles = (_TO_TEXT, _TO_WORK, _QUESTIONS)
    sorted_out = {title: [c for c in mine if _part_of(c) == title] for title in titles}
    in_order = [comment for own in sorted_out.values() for comment in own]
    numbers = numbered(in_order, author, everyone=comments, printed=printed)
    return tuple(
        Part(title, tuple(Entry(numbers[comment.id], comment) for comment in own))
        for title, own in sorted_out.items()
        if own
    )


def title_of(report: Report, author: Person) -> str:
    """Name the sheet: 代表审议意见; of somebody who is no deputy 审议意见."""
    return f"{'代表' if author.capacity == '代表' else ''}{act_of(report.genre)}意见"


def build(  # noqa: PLR0913 - what goes out, whose, and what went out before
    report: Report,
    comments: Sequence[Comment],
    *,
    author: Person,
    today: date,
    page_of: PageOf = lambda _: "",
    printed: Iterable[Printed] = (),
    chosen: Collection[str] | None = None,
    ordinal: int = 0,
    taken_back: Sequence[str] = (),
) -> Paper:
    """Lay out an author's opinions as the sheet to hand in; `parts` says which and how numbered.

    `page_of` gives the page of the print as 「第20页」, or "" where it is not known exactly;
    `today` only gives the year beside which the date is written by pen. From the second hand-in
    on the sheet says which it is, and which numbers of the one before are `taken_back`: a sheet
    may say nothing else.
    """
    sections = parts(comments, author, printed=printed, chosen=chosen)
    title = title_of(report, author)
    numbers = [entry.number for part in sections for entry in part.entries]
    blocks = [block("title", title), *head(report, author, ranges(numbers or taken_back))]
    for numeral, part in zip(_NUMERALS, sections, strict=False):
        blocks.append(block("heading1", f"{numeral}、{part.title}（{len(part.entries)}条）"))
        for entry in part.entries:
            blocks += _entry(report, entry, page_of(entry.comment))
    if taken_back:
        blocks.append(block("body", *_labelled(told_taken_back(taken_back))))
    again = f"（第{ordinal}次交）" if ordinal > 1 else ""
    end = f"以上共{len(numbers)}条{again}。{NOT_A_PROPOSAL}"
    blocks.append(block("closing", end if numbers else f"没有别的意见{again}。"))
    blocks += foot(author, today.year)
    return fitted(Paper(f"{title}（{report.title}）", author.name, tuple(blocks)))


def told_taken_back(numbers: Sequence[str]) -> str:
    """Say which opinions handed in before count no more."""
    return f"{_TAKEN_BACK}以前交的{ranges(numbers)}，共{len(numbers)}条，请不再列入。"


def _part_of(comment: Comment) -> str:
    if comment.kind == "修改":
        return _TO_TEXT
    return _QUESTIONS if comment.kind == "询问" else _TO_WORK


def head(report: Report, author: Person, numbers: str) -> tuple[Block, ...]:
    """Lay out meeting, numbers, whose sheet it is and on what; what is not known, for the pen."""
    told = report.meeting != meeting_of(report.units) and report.meeting
    meeting = told or _first_match(report, _MEETING) or report.meeting or blank(12)
    # "1—8" of nobody would name nothing: then it is left to the pen
    named = numbers if author.name or author.roster_number else ""
    printed = _first_match(report, (_PRINTED,))
    edition = "" if report.edition in ("", "审议稿") else report.edition
    notes = "，".join(filter(None, (edition, printed and f"{printed}印")))
    return (
        *rows(meeting, f"编号：{named or blank(4)}"),
        *rows(
            f"代表团：{author.delegation or blank(5)}",
            f"姓名：{author.name or blank(4)}",
            f"单位职务：{author.post or blank(4)}",
        ),
        block(
            "ruled row",
            f"{act_of(report.genre)}文件：《{report.title}》" + (f"（{notes}）" if notes else ""),
        ),
    )


def _first_match(report: Report, patterns: Sequence[re.Pattern[str]]) -> str:
    """Search the lines round the report's text; the first pattern that is found counts."""
    around = ["".join(u.text.split()) for u in report.units if u.kind in ("meta", "footer", "note")]
    found = (pattern.search(text) for pattern in patterns for text in around)
    return next((match[1] for match in found if match), "")


def _entry(report: Report, entry: Entry, page: str) -> list[Block]:
    """Lay out one opinion: a paragraph for every line of it, the first one numbered."""
    wording = worded(report, entry.comment, page=page)
    lines = [line.strip() for part in wording.parts for line in part.split("\n")]
    first, *rest = filter(None, [*lines, *beside(entry.comment)])
    numbered_line = block("body", Run(f"{entry.number}. ", "黑体"), first)
    return [numbered_line, *(block("body", *_labelled(line)) for line in rest)]


def beside(comment: Comment) -> list[str]:
    """Say what is asked for beside an opinion's words: who is of one mind, to be left alone."""
    with_him = "、".join(comment.cosigners.split()).rstrip("。")
    return [
        *([f"{_OF_ONE_MIND}{with_him}。"] if with_him else []),
        *([f"{_APART}本条请单独反映，不与别的意见合并。"] if comment.apart else []),
    ]


def _labelled(line: str) -> tuple[Run, ...]:
    match = re.match(f"理由：|说明：|{_OF_ONE_MIND}|{_APART}|{_TAKEN_BACK}", line)
    return (Run(match[0], "楷体"), Run(line[match.end() :])) if match else (Run(line),)


def foot(author: Person, year: int) -> tuple[Block, ...]:
    """Lay out the lines for pen and office; the date is written beside the year."""
    signer = "代表签名" if author.capacity == "代表" else "签名"
    return (
        block("signature", f"{signer}：{blank(6)}　{year}年　月　日"),
        block("receipt", f"收件：{blank(4)}\t时间：{blank(4)}\t□已录入"),
    )
