"""The bytes of a CSV file to a table, whatever separates its cells; a table to text and back."""

import csv
import io
from collections.abc import Iterable, Sequence

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.table import Line, Sheet, head_of
from beiguan_desktop.core.text import legible
from beiguan_desktop.formats import text_in
from beiguan_desktop.formats.kinds import AS_TABLE, XLSX

LARGEST = 8 * 1024 * 1024
"""The most bytes a table may have."""
MOST_LINES, MOST_COLUMNS = 5_000, 64
"""The most lines with words, and the most columns that are looked at."""

_SEPARATORS = ",\t;"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", f"这是旧的表格格式（.xls、.et），不能直接读。{AS_TABLE}"),
    (b"%PDF", "这是 PDF 文件，不是表格。请选择 .csv 或 .xlsx 文件。"),
)
_NO_TABLE = f"认不出这个文件里的表格。{AS_TABLE}"


def media_of(data: bytes) -> str:
    """Return XLSX or the empty word for CSV, by content.

    Raises UserError for an empty or too large file, and for what is known to be no table.
    """
    if len(data) > LARGEST:
        raise UserError("这个表格超过了 8 MB 的上限，不像意见表。请核对后换一个文件。")
    if not data.strip():
        raise UserError("这个表格是空的。请换一个文件。")
    for magic, words in _FOREIGN:
        if data.startswith(magic):
            raise UserError(words)
    return XLSX if data.startswith(b"PK") else ""


def read_csv(data: bytes) -> Sheet:
    """Read a CSV file: UTF-8, GB18030 or UTF-16; comma, tab or semicolon; line ends in quotes.

    The separator is the one by which a head line names most columns. Raises UserError when
    it is no text, too long, or a quotation mark has no partner.
    """
    try:
        text, _ = text_in.decode(data)
    except UserError:
        raise UserError(_NO_TABLE) from None
    sheets, troubles = [], []
    for separator in _SEPARATORS:
        try:
            sheets.append(Sheet("", _lines(_rows(text, separator))))
        except UserError as error:
            troubles.append(error)
    found = max(sheets, key=_likeliness, default=None)
    if found is None or (troubles and head_of(found) is None):
        raise troubles[0]
    return found


def _likeliness(sheet: Sheet) -> tuple[int, int]:
    head = head_of(sheet)
    named = len(head.columns) if head else 0
    return named, max((len(line.cells) for line in sheet.lines), default=0)


def _rows(text: str, separator: str) -> Iterable[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error:
        raise UserError(
            f"第{reader.line_num}行附近的引号没有配对，读不下去。请改好引号再来一次；"
            f"不好改，{AS_TABLE}"
        ) from None


def _lines(rows: Iterable[Sequence[str]]) -> tuple[Line, ...]:
    return kept((number, row) for number, row in enumerate(rows, 1))


def kept(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[Line, ...]:
    """Return the rows that are not blank, their cells cleaned; raise UserError for too many."""
    lines: list[Line] = []
    for number, row in rows:
        cells = tuple(legible(cell) for cell in row[:MOST_COLUMNS])
        if any(cell.strip() for cell in cells):
            lines.append(Line(number, cells))
        if len(lines) > MOST_LINES:
            raise UserError(f"这个表格超过了 {MOST_LINES} 行。请分成几个表，一个一个录入。")
    return tuple(lines)


def dumps(sheets: Sequence[Sheet]) -> str:
    """Spell sheets as one text: CSV with each line's number first, form feeds between."""
    texts = []
    for sheet in sheets:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["", sheet.name])
        writer.writerows([line.number, *line.cells] for line in sheet.lines)
        texts.append(text.getvalue())
    return "\f".join(texts)


def loads(text: str) -> tuple[Sheet, ...]:
    """Read what `dumps` spelt; raise UserError for anything else."""
    sheets = []
    for part in text.split("\f"):
        rows = list(_rows(part, ","))
        if not rows or len(rows[0]) != 2 or not all(_is_number(row[:1]) for row in rows[1:]):
            raise UserError(_NO_TABLE)
        lines = kept((int(row[0]), row[1:]) for row in rows[1:])
        sheets.append(Sheet(rows[0][1], lines))
    return tuple(sheets)


def _is_number(first: Sequence[str]) -> bool:
    return any(cell.isascii() and cell.isdecimal() and len(cell) < 9 for cell in first)
