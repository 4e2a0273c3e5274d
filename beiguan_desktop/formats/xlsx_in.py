"""The sheets of an .xlsx file as tables of words; nothing is computed, no picture looked at.

ECMA-376 part 1, 18.2 to 18.4, heard part by part. A value is shown roughly as Excel would show
it: figures without a tail of nines, dates as dates. Cells merged downwards say the same in each
of their lines.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.table import Sheet
from beiguan_desktop.core.text import legible
from beiguan_desktop.formats import zip_look
from beiguan_desktop.formats.hearing import Heard, hear
from beiguan_desktop.formats.kinds import AS_TABLE, XLSX, Extracted
from beiguan_desktop.formats.table_in import MOST_COLUMNS, MOST_LINES, dumps, kept
from beiguan_desktop.formats.text_in import LONGEST
from beiguan_desktop.formats.xlsx_values import Formats, Styles, shown, whole_number
from beiguan_desktop.formats.zip_look import Bounds, Parts

MOST_SHEETS = 20
BROKEN = f"这个表格文件不完整，或者坏了，读不出来。{AS_TABLE}"
_TOO_LONG = "这个表格的文字超过了 200 万字，不像意见表，已停下。请核对后换一个文件。"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # 22.4.2.4: how a control character is spelt
_MOST_MERGES = 2_000


def read(data: bytes, *, bounds: Bounds = zip_look.USUAL) -> Extracted:
    """Read the bytes of an .xlsx; the text is what `table_in.dumps` makes of its sheets.

    Hidden sheets are left out. Raises UserError for a file that is broken, encrypted, no
    table, too large or empty.
    """
    parts = zip_look.look(data, bounds)
    workbook = _Workbook()
    main = _target(parts, "_rels/.rels", "", "officeDocument") or "xl/workbook.xml"
    if main not in parts or not main.startswith("xl/"):
        raise UserError(f"这个文件不是表格。{AS_TABLE}")
    hear(parts.pieces(main), workbook, BROKEN)
    folder, name = posixpath.split(main)
    relations = _relations(parts, f"{folder}/_rels/{name}.rels", folder)
    strings = _Strings()
    _hear_part(parts, _of_kind(relations, "sharedStrings"), strings)
    styles = Styles()
    _hear_part(parts, _of_kind(relations, "styles"), styles)
    formats = styles.formats(is_1904=workbook.is_1904)
    sheets = []
    for title, relation in workbook.sheets[:MOST_SHEETS]:
        heard = _Cells(strings.found, formats)
        _hear_part(parts, relations.get(relation, ("", ""))[1], heard)
        sheets.append(Sheet(legible(title), kept(heard.rows())))
    filled = [sheet for sheet in sheets if sheet.lines]
    if not filled:
        raise UserError("这个表格是空的。请换一个文件。")
    text = dumps(filled)
    if len(text) > LONGEST:
        raise UserError(_TOO_LONG)
    return Extracted(text, XLSX)


def _hear_part(parts: Parts, name: str, heard: Heard) -> None:
    if name in parts:
        hear(parts.pieces(name), heard, BROKEN)


def _relations(parts: Parts, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Return kind and target of each relationship (ECMA-376 part 2, 9.3)."""
    heard = _Relations(folder)
    _hear_part(parts, name, heard)
    return heard.found


def _of_kind(relations: dict[str, tuple[str, str]], kind: str) -> str:
    return next((target for said, target in relations.values() if said == kind), "")


def _target(parts: Parts, name: str, folder: str, kind: str) -> str:
    return _of_kind(_relations(parts, name, folder), kind)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class _Relations(Heard):
    """Collects relationships by their ids."""

    def __init__(self, folder: str) -> None:
        self.found: dict[str, tuple[str, str]] = {}
        self._folder = folder

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look at one relationship."""
        if _local(tag) == "Relationship":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", self._folder, attributes.get("Target", ""))
            self.found[attributes.get("Id", "")] = kind, posixpath.normpath(target).lstrip("/")


class _Workbook(Heard):
    """Collects name and relationship of the sheets that are seen."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.is_1904 = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look at one sheet, or at which day is the first."""
        name = _local(tag)
        if name == "workbookPr":
            self.is_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet" and attributes.get("state", "visible") == "visible":
            relation = next((it for key, it in attributes.items() if _local(key) == "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))


class _Texts(Heard):
    """Hears the runs of a text, without what is read above it (18.4.6)."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._is_text = False
        self._above = self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """Hear a run begin."""
        name = _local(tag)
        self._above += name == "rPh"
        self._is_text = name == "t" and not self._above

    def end(self, tag: str) -> None:
        """Hear a run end."""
        self._above -= _local(tag) == "rPh"
        self._is_text = False

    def data(self, text: str) -> None:
        """Add the characters of a run."""
        if self._is_text:
            self._add(text)

    def _add(self, text: str) -> None:
        self._runs.append(text)
        self._length += len(text)
        if self._length > LONGEST:
            raise UserError(_TOO_LONG)

    def _taken(self) -> str:
        whole, self._runs = "".join(self._runs), []
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), whole)


class _Strings(_Texts):
    """Collects the strings that cells share."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, tag: str) -> None:
        """Put a string away."""
        super().end(tag)
        if _local(tag) == "si":
            self.found.append(self._taken())


@dataclass(slots=True)
class _Cell:
    row: int = 0
    column: int = 0
    kind: str = "n"
    style: str = ""
    value: list[str] = field(default_factory=list)


class _Cells(_Texts):
    """Collects what the cells of a sheet show, by row and column from 1."""

    def __init__(self, strings: list[str], formats: Formats) -> None:
        super().__init__()
        self._strings, self._formats = strings, formats
        self._found: dict[int, dict[int, str]] = {}
        self._merges: list[tuple[int, int, int]] = []
        self._cell = _Cell()
        self._is_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear a row, a cell or a merge begin."""
        super().start(tag, attributes)
        name = _local(tag)
        if name == "row":
            row = whole_number(attributes.get("r", ""))
            self._cell = _Cell(row if row > 0 else self._cell.row + 1)
        elif name == "c":
            self._open(attributes)
        elif name == "mergeCell" and len(self._merges) < _MOST_MERGES:
            self._merge(attributes.get("ref", ""))
        self._is_value = name == "v"

    def _open(self, attributes: dict[str, str]) -> None:
        row, column = self._cell.row, self._cell.column + 1
        if place := _REFERENCE.fullmatch(attributes.get("r", "")):
            row, column = int(place[2]), _column(place[1])
        kind, style = attributes.get("t", "n"), attributes.get("s", "")
        self._cell = _Cell(row, column, kind, style)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        one, other = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if one and other and one[2] != other[2]:
            self._merges.append((_column(one[1]), int(one[2]), int(other[2])))

    def data(self, text: str) -> None:
        """Add to a value, or to the words in a cell."""
        super().data(text)
        if self._is_value:
            self._cell.value.append(text)

    def end(self, tag: str) -> None:
        """Put a cell away."""
        super().end(tag)
        self._is_value = False
        if _local(tag) == "c":
            words, cell = self._taken() or self._value(), self._cell
            if words.strip() and cell.column <= MOST_COLUMNS:
                self._found.setdefault(cell.row, {})[cell.column] = words
                if len(self._found) > MOST_LINES + 1:  # `kept` says so
                    raise UserError(f"这个表格超过了 {MOST_LINES} 行。请分成几个表，一个一个录入。")

    def _value(self) -> str:
        value, kind = "".join(self._cell.value).strip(), self._cell.kind
        if kind == "s":
            at = whole_number(value)
            return self._strings[at] if 0 <= at < len(self._strings) else ""
        if kind == "n":
            return shown(value, self._formats.of(self._cell.style))
        return value  # words of a formula, an error as it is spelt, true and false

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that have words, from the first, each with its number."""
        self._fill_down()
        for row, cells in sorted(self._found.items()):
            yield row, [cells.get(column, "") for column in range(1, max(cells) + 1)]

    def _fill_down(self) -> None:
        """Let a merged cell speak for each of its lines that has words of its own."""
        for column, first, last in self._merges:
            words = self._found.get(first, {}).get(column)
            if words is None:
                continue
            for row, cells in self._found.items():
                if first < row <= last:
                    cells.setdefault(column, words)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
