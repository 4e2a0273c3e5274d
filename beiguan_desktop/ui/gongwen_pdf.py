"""Pages of a document as a PDF file: its words can be searched, copied and read aloud."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageSize, QPdfWriter, QRawFont

from beiguan_desktop.core.page_rows import PageFace
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.services.paper_files import PaintedPdf
from beiguan_desktop.ui.gongwen_page import face_of, font, laid_out, paint_pages
from beiguan_desktop.ui.utf16 import width

Progress = Callable[[int, int], None]

_DOTS_PER_INCH = 1200
_FILES: Mapping[PageFace, str] = MappingProxyType(
    {
        "宋体": "NotoSerifSC-Regular",
        "加粗": "NotoSerifSC-Bold",
        "黑体": "NotoSansSC-Bold",
        "楷体": "BeiguanKai-Regular",
    }
)
"""What a PDF file calls the faces."""


def painted(paper: Paper, on_page: Progress = lambda _done, _all: None) -> PaintedPdf:
    """Paint a paper, with what the file must say.

    `on_page` is told how many pages of how many are painted, and may raise to stop.
    """
    pages = tuple(laid_out(paper))
    return PaintedPdf(
        paint(pages, title=paper.subject, on_page=lambda done: on_page(done, len(pages))),
        len(pages),
        "".join(words.text for page in pages for words in page.words),
        *_unusual(pages),
    )


def paint(
    pages: Sequence[SetPage], *, title: str, on_page: Callable[[int], None] = lambda _: None
) -> bytes:
    """Return the bytes of a PDF file that holds the pages, dated by the clock."""
    stream = QBuffer()
    stream.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(stream)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(title)
    writer.setCreator("北关审议")
    writer.setDocumentId(QUuid())  # a number of its own would differ each time
    paint_pages(writer, pages, on_page)
    return bytes(stream.data().data())


def _unusual(pages: Iterable[SetPage]) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Return what Qt leaves without a name, by face, and what the shipped faces do not have."""
    used: dict[PageFace, dict[str, None]] = {face: {} for face in _FILES}
    for page in pages:
        for words in page.words:
            used[face_of(words)].update(dict.fromkeys(words.text))
    rare, unshown = {}, set()
    for face, characters in used.items():
        raw = QRawFont.fromFont(font(face, 16))
        has = {c for c in characters if raw.supportsCharacter(ord(c))}
        unshown |= characters.keys() - has
        rare[_FILES[face]] = [c for c in characters if width(c) > 1 and c in has]
    return rare, frozenset(unshown)
