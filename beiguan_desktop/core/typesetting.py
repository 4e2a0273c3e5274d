"""A paper set into pages: which words stand where, before anybody paints them.

What is painted in the window, into a PDF file and by a printer is the same value.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from beiguan_desktop.core.line_breaking import Width
from beiguan_desktop.core.page_form import MM, Form, form_of
from beiguan_desktop.core.page_rows import Row, Setter, Stroke, TitleBreaker, Words
from beiguan_desktop.core.paper import Paper

_NUMBER = 14.0  # points, 4号 (GB/T 9704-2012, 7.5)
_ASCENT = 0.88


@dataclass(frozen=True, slots=True)
class SetPage:
    """One page, `number` from 1; words in the order in which they are read.

    Millimetres from the upper left corner.
    """

    number: int
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...] = ()


def set_pages(paper: Paper, width: Width, break_title: TitleBreaker) -> Iterator[SetPage]:
    """Set a paper page by page; `width` measures words in a face, in characters (em).

    No heading ends a page, and no line of a paragraph stands alone on one, where that can be
    helped. An empty paper is one empty page.
    """
    form = form_of(paper)
    setter = Setter(form, width, break_title)
    rows = (row for block in paper.blocks for row in setter.rows(block))
    for number, page in enumerate(_filled(rows, form.depth), start=1):
        yield _page(form, number, page, width)


def _filled(rows: Iterable[Row], depth: float) -> Iterator[list[Row]]:
    """Fill pages of a depth with rows; those that stay with the next one go with it."""
    page: list[Row] = []
    used = 0.0
    for row in rows:
        if row.begins_page and page:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += row.height + (row.above if len(page) > 1 else 0.0)
        if used > depth + 1e-6 and len(page) > 1:
            cut = _cut(page)
            yield page[:cut]
            page = page[cut:]
            used = sum(each.height + each.above for each in page) - page[0].above
    yield page


def _cut(page: list[Row]) -> int:
    """Return how many rows of an overfull page stay on it."""
    cut = len(page) - 1
    while cut and page[cut - 1].stays:
        cut -= 1
    return cut or len(page) - 1


def _page(form: Form, number: int, rows: Iterable[Row], width: Width) -> SetPage:
    words: list[Words] = []
    strokes: list[Stroke] = []
    y = form.top
    for at, row in enumerate(rows):
        y += row.above if at else 0.0
        words += (replace(each, y=each.y + y) for each in row.words)
        strokes += (replace(each, y1=each.y1 + y, y2=each.y2 + y) for each in row.strokes)
        y += row.height
    words.append(_number(form, number, width))
    return SetPage(number, tuple(words), tuple(strokes))


def _number(form: Form, number: int, width: Width) -> Words:
    """Set 「— 1 —」 below the text, one character from the outer edge (GB/T 9704-2012, 7.5)."""
    text, em = f"— {number} —", _NUMBER * MM
    is_odd = number % 2 == 1
    x = form.left + (form.measure - em - width(text, "宋体") * em if is_odd else em)
    y = form.top + form.depth + form.number_below + _ASCENT * em
    return Words(text, x, y, "宋体", _NUMBER, is_note=True)
