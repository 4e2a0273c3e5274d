"""Papers of one author on one report: 我的意见, 发言提纲, 空白意见表."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beiguan_desktop.core import blank_sheet, my_opinions, opinion_lines, speech
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.handing_in import Printed
from beiguan_desktop.core.my_opinions import Part
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.report import Report
from beiguan_desktop.services.exporting import Exported, safe_name
from beiguan_desktop.services.handing_in import Outgoing
from beiguan_desktop.services.page_style import PAGE, pages_of
from beiguan_desktop.services.paper_files import PdfPainter, check_suffix, store

MINE, SPEECH, BLANK = "我的意见", speech.WHAT, "空白意见表"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document before it is a file, which one it is, and how many opinions it holds."""

    what: str
    paper: Paper
    comments: int
    taken_back: int = 0
    """How many opinions handed in before count no more; it may say nothing else."""


def outgoing_sheet(out: Outgoing, *, today: date, is_hand_in: bool) -> Sheet:
    """Lay out what an author would hand in; a hand-in says which it is and what it takes back."""
    return mine(
        out.report,
        out.comments,
        author=out.author,
        today=today,
        printed=out.printed,
        chosen=out.chosen,
        ordinal=out.ordinal if is_hand_in else 0,
        taken_back=out.taken_back if is_hand_in else (),
        pages=out.pages,
    )


def mine(  # noqa: PLR0913 - what goes out, whose, and what went out before
    report: Report,
    comments: Sequence[Comment],
    *,
    author: Person,
    today: date,
    printed: Iterable[Printed] = (),
    chosen: Collection[str] | None = None,
    ordinal: int = 0,
    taken_back: Sequence[str] = (),
    pages: str = PAGE,
) -> Sheet:
    """Lay out 我的意见 as it will be printed, and count the opinions on it.

    `chosen` are those that go (None = all); private, withdrawn and other people's opinions, and
    those on other reports, stay out in any case. `printed` are all numbers given on the report,
    `taken_back` those of the last hand-in that count no more; `pages` is the 页码写法.
    """
    here = [comment for comment in comments if comment.report == report.id]
    printed = tuple(printed)
    paper = my_opinions.build(
        report,
        here,
        author=author,
        today=today,
        page_of=pages_of(report, pages),
        printed=printed,
        chosen=chosen,
        ordinal=ordinal,
        taken_back=taken_back,
    )
    sections = my_opinions.parts(here, author, printed=printed, chosen=chosen)
    return Sheet(MINE, paper, sum(len(part.entries) for part in sections), len(taken_back))


def lines(
    report: Report,
    parts: Sequence[Part],
    *,
    author: Person,
    taken_back: Sequence[str] = (),
    pages: str = PAGE,
) -> list[str]:
    """Return 我的意见 as lines of text, one opinion a line."""
    page_of = pages_of(report, pages)
    return opinion_lines.lines(report, parts, author=author, page_of=page_of, taken_back=taken_back)


def to_speak(
    report: Report,
    comments: Sequence[Comment],
    *,
    author: Person,
    points: float = speech.USUAL,
    pages: str = PAGE,
) -> Sheet:
    """Lay out 发言提纲 from opinions in the order given.

    Raises UserError for a size of type that it is not made in.
    """
    if points not in speech.SIZES:
        sizes = "、".join(map(str, speech.SIZES))
        raise UserError(f"发言提纲的字号只能是 {sizes}。请换一个字号。")
    page_of = pages_of(report, pages)
    paper = speech.build(report, comments, author=author, points=points, page_of=page_of)
    return Sheet(SPEECH, paper, len(comments))


def blank(report: Report, *, today: date, author: Person | None = None) -> Sheet:
    """Lay out 空白意见表; an author's name stands on it already."""
    paper = blank_sheet.build(report, author=author or Person("", ""), year=today.year)
    return Sheet(BLANK, paper, 0)


def export(sheet: Sheet, output: Path, *, today: date, pdf: PdfPainter) -> Exported:
    """Store a sheet, as PDF or Word by the suffix of the file.

    `pdf` paints, and may raise CancelledError. Raises UserError when there is no opinion on it,
    for another suffix, and when the file cannot be written.
    """
    check_suffix(sheet.what, output)
    if not (sheet.comments or sheet.taken_back) and sheet.what != BLANK:
        who = sheet.paper.creator or "您"
        raise UserError(
            f"{who}还没有可以交的意见（仅自己可见的不算）。请先写意见，再交。"
            if sheet.what == MINE
            else f"{who}还没有可以讲的意见。请先写意见，再做发言提纲。"
        )
    store(sheet.paper, output, today=today, pdf=pdf)
    return Exported(output, sheet.comments)


def file_name(sheet: Sheet, report: Report, author: Person, today: date, suffix: str) -> str:
    """Propose a file name: what it is, whose, on what, of which day."""
    if sheet.what == BLANK:
        return safe_name(f"{BLANK}_{report.title}", suffix)
    what = my_opinions.title_of(report, author) if sheet.what == MINE else sheet.what
    parts = (what, author.delegation, author.name, report.title, today.isoformat())
    return safe_name("_".join(filter(None, parts)), suffix)
