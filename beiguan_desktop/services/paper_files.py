"""A paper into a file, as PDF or Word by the suffix: whole and read back, or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.services.exporting import put

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


def check_suffix(what: str, output: Path) -> None:
    """Raise UserError for a file that would be neither PDF nor Word."""
    if output.suffix.lower() not in SUFFIXES:
        raise UserError(
            f"{what}可以存成 PDF 或 Word 文件。请把“{output.name}”的后缀写成“.pdf”或“.docx”。"
        )


def store(paper: Paper, output: Path, *, today: date, pdf: PdfPainter) -> None:
    """Store a paper, dated `today`; `pdf` paints, and may raise CancelledError.

    Raises UserError when the file cannot be written; what was there then stays.
    """
    if output.suffix.lower() == ".docx":
        _put_docx(paper, output, today)
    else:
        _put_pdf(pdf(paper), output, today)


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
