"""我的意见 (代表审议意见): the sheet a deputy signs and hands in.

Layout after the practice of one district's congress; it is kept in this module alone.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.paper import Block, Paper, Run, blank, block, fitted, rows
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.wording import worded

PageOf = Callable[[Comment], str]

_NUMERALS = "一二三"
_TO_TEXT = "对报告的修改意见"
_TO_WORK = "对政府工作的意见建议"
_QUESTIONS = "询问"
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


def parts(comments: Iterable[Comment], author: Person) -> tuple[Part, ...]:
    """Sort an author's opinions into the parts of the sheet and number them through.

    Private and withdrawn opinions, and other people's, stay out; empty parts are left out.
    The others are only looked at so that no two authors get the same numbers.
    """
    comments = tuple(comments)
    mine = sorted(
        (c for c in comments if c.person == author.id and not c.private and not c.withdrawn_at),
        key=reading_order,
    )
    prefix, done, found = short_prefix(author, comments), 0, []
    for title in (_TO_TEXT, _TO_WORK, _QUESTIONS):
        own = [comment for comment in mine if _part_of(comment) == title]
        entries = tuple(Entry(f"{prefix}{done + n}", c) for n, c in enumerate(own, start=1))
        done += len(own)
        if entries:
            found.append(Part(title, entries))
    return tuple(found)


def short_prefix(author: Person, comments: Iterable[Comment] = ()) -> str:
    """Return what an author's numbers begin with.

    The roster number and a hyphen, else the last character of the name, else nothing. Where
    another author of these opinions has the same, the delegation stands before it; where that
    is the same too, it is the whole name.
    """
    if author.roster_number:
        return f"{author.roster_number}-"
    others = {
        _shorts(comment.author_name, comment.author_delegation)
        for comment in comments
        if comment.person != author.id
    }
    shorts = _shorts(author.name, author.delegation)
    free = (short for n, short in enumerate(shorts) if all(o[n] != short for o in others))
    return next(free, author.name) if author.name else ""


def _shorts(name: str, delegation: str) -> tuple[str, str, str]:
    """Return what may stand for a name, from the shortest on."""
    team = re.sub(r"^第|代表团$|团$", "", delegation)
    return name[-1:], f"{team}{name[-1:]}", name


def build(
    report: Report,
    comments: Sequence[Comment],
    *,
    author: Person,
    today: date,
    page_of: PageOf = lambda _: "",
) -> Paper:
    """Lay out an author's opinions as the sheet to hand in.

    `page_of` gives the page of the print as 「第20页」, or "" where it is not known exactly;
    `today` only gives the year beside which the date is written by pen.
    """
    sections = parts(comments, author)
    title = f"{'代表' if author.capacity == '代表' else ''}{report.genre}意见"
    numbers = [entry.number for part in sections for entry in part.entries]
    blocks = [block("title", title), *_head(report, author, numbers)]
    for numeral, part in zip(_NUMERALS, sections, strict=False):
        blocks.append(block("heading1", f"{numeral}、{part.title}（{len(part.entries)}条）"))
        for entry in part.entries:
            blocks += _entry(report, entry, page_of(entry.comment))
    blocks += _foot(sum(len(part.entries) for part in sections), author, today)
    return fitted(Paper(f"{title}（{report.title}）", author.name, tuple(blocks)))


def _part_of(comment: Comment) -> str:
    if comment.kind == "修改":
        return _TO_TEXT
    return _QUESTIONS if comment.kind == "询问" else _TO_WORK


def _head(report: Report, author: Person, numbers: Sequence[str]) -> tuple[Block, ...]:
    meeting = _first_match(report, _MEETING) or blank(12)
    # "1—8" of nobody would name nothing: then it is left to the pen
    ends = dict.fromkeys((*numbers[:1], *numbers[-1:])) if short_prefix(author) else ()
    printed = _first_match(report, (_PRINTED,))
    edition = "" if report.edition in ("", "审议稿") else report.edition
    notes = "，".join(filter(None, (edition, printed and f"{printed}印")))
    return (
        *rows(meeting, f"编号：{'—'.join(ends) or blank(4)}"),
        *rows(
            f"代表团：{author.delegation or blank(5)}",
            f"姓名：{author.name or blank(4)}",
            f"单位职务：{author.post or blank(4)}",
        ),
        block(
            "ruled row",
            f"{report.genre}文件：《{report.title}》" + (f"（{notes}）" if notes else ""),
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
    first, *rest = filter(None, lines)
    numbered = block("body", Run(f"{entry.number}. ", "黑体"), first)
    return [numbered, *(block("body", *_labelled(line)) for line in rest)]


def _labelled(line: str) -> tuple[Run, ...]:
    match = re.match("理由：|说明：", line)
    return (Run(match[0], "楷体"), Run(line[match.end() :])) if match else (Run(line),)


def _foot(count: int, author: Person, today: date) -> tuple[Block, ...]:
    signer = "代表签名" if author.capacity == "代表" else "签名"
    return (
        block(
            "closing",
            f"以上共{count}条。如需作为代表建议办理、要书面答复，"
            "请另填《代表建议、批评和意见》专用纸。",
        ),
        block("signature", f"{signer}：{blank(6)}　{today.year}年　月　日"),
        block("receipt", f"收件：{blank(4)}\t时间：{blank(4)}\t□已录入"),
    )
