"""大字稿: a report on paper, in type as large as its reader needs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beiguan_desktop.core import large_print
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.page_form import LEAST, MOST
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import POINTS, Paper
from beiguan_desktop.core.report import Report
from beiguan_desktop.services.exporting import Exported, put, safe_name

SUFFIXES = (".pdf", ".docx")


class CancelledError(Exception):
    """Somebody did not want to wait any longer; nothing was stored."""


@dataclass(frozen=True, slots=True)
class PaintedPdf:
    """A PDF file as Qt painted it.

    `pages` and `words` are what it must say; `rare` are, by face, the characters that Qt leaves
    without a name, and `unshown` those that no face at hand has.
    """

    data: bytes
    pages: int
    words: str
    rare: Mapping[str, Sequence[str]]
    unshown: frozenset[str]


PdfPainter = Callable[[Paper], PaintedPdf]


def on_paper(report: Report, points: float) -> Paper:
    """Lay a report out in type of so many points, with its paragraph numbers and page marks.

    Raises UserError for a size that no page can be set in.
    """
    if not LEAST <= points <= MOST:
        raise UserError(f"大字稿的字号只能是 {LEAST} 到 {MOST}。请换一个字号。")
    return large_print.build(report, Pages(report.units, report.marks), points=points)


def export_large(
    report: Report, output: Path, *, points: float, today: date, pdf: PdfPainter
) -> Exported:
    """Store a report in large type, as PDF or Word by the suffix of the file.

    `pdf` paints, and may raise CancelledError. Raises UserError for another suffix, another size,
    and when the file cannot be written; what was there then stays.
    """
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            f"大字稿可以存成 PDF 或 Word 文件。请把“{output.name}”的后缀写成“.pdf”或“.docx”。"
        )
    paper = on_paper(report, points)
    if suffix == ".docx":
        _put_docx(paper, output, today)
    else:
        _put_pdf(pdf(paper), output, today)
    return Exported(output, 0)


def file_name(report: Report, points: float, suffix: str) -> str:
    """Propose a file name: 政府工作报告_审议稿_大字稿.pdf."""
    what = "大字稿" if points > POINTS else "打印稿"
    return safe_name("_".join(filter(None, (report.title, report.edition, what))), suffix)


def _put_docx(paper: Paper, output: Path, today: date) -> None:
    # python-docx takes a fifth of a second to import: not before somebody exports
    from beiguan_desktop.formats import gongwen_docx  # noqa: PLC0415

    data = gongwen_docx.paint(paper, today=today)
    put(output, data, lambda stored: gongwen_docx.read_back(stored) == gongwen_docx.lines(paper))


def _put_pdf(painted: PaintedPdf, output: Path, today: date) -> None:
    from beiguan_desktop.formats import pdf_back, pdf_finish  # noqa: PLC0415 - on first use

    def said(text: str) -> str:
        return "".join(letter for letter in letters(text) if letter not in painted.unshown)

    def is_right(stored: bytes) -> bool:
        pages, text = pdf_back.read_back(stored)
        return (pages, said(text)) == (painted.pages, said(painted.words))

    data = pdf_finish.finish(painted.data, today=today, rare=painted.rare)
    put(output, data, is_right)
