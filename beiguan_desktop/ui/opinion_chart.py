"""Opinions by place and kind: stacked bars whose pieces bear their seals."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from beiguan_desktop.ui.charts import Chart, Words, label_font
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.statistics_rows import Numbers, Row
from beiguan_desktop.ui.theme import SEALS, Theme

MOST = 44.0
"""The most pixels one opinion gets."""
_LEAST = 0.05
_ROUND, _POWERS = (1, 2, 5), 9
_FIGURE = 64
"""The least pixels from one figure of the axis to the next."""
_INSIDE, _BESIDE = 1, 8
"""Pixels round the words in a piece, and before those beside a bar."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The opinions of one kind in one bar; what does not fit inside is told beside the bar."""

    row: int
    kind: str
    start: int
    count: int
    is_inside: bool

    @property
    def words(self) -> str:
        """The kind's seal, with the number from two on."""
        return SEALS[self.kind] + (str(self.count) if self.count > 1 else "")


class OpinionChart(Chart):
    """The bars of all rows; each kind is one item of pyqtgraph's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._numbers = Numbers()
        self.bars: dict[str, pg.BarGraphItem] = {}
        self.pieces: list[Piece] = []
        self.scale = MOST
        self.setAccessibleName("意见在哪些部分、是哪几类，图")
        self.setAccessibleDescription("表格里说的是同样的数字")

    def take(self, numbers: Numbers) -> None:
        """Draw these rows from the next `fit` on."""
        self._numbers = numbers

    def gives(self, least: float, width: int) -> bool:
        """Tell whether an opinion would get so many pixels in a chart of some width."""
        most = max((row.total for row in self._numbers.rows), default=0)
        has_room = most * least <= width  # else names need not be broken to see that it has not
        return has_room and self._fitted(self.room(self._named, width))[0] >= least

    @property
    def _named(self) -> list[tuple[str, bool]]:
        return [(row.name, row.is_inner) for row in self._numbers.rows]

    def rebuild(self) -> None:
        """Draw everything anew."""
        rows = self._numbers.rows
        room = self.place_names(self._named, [row.words for row in rows])
        self.scale, self.pieces = self._fitted(room)
        most = max((row.total for row in rows), default=0)
        self.set_scale(room, self.scale, _figures(most, self.scale))
        self.bars = {}
        for kind in self._numbers.kinds:
            self._draw(kind)
        beside = _by_row(self.pieces)
        for at, row in enumerate(rows):
            self._tell(at, row, _beside(beside[at]))

    def _fitted(self, room: float) -> tuple[float, list[Piece]]:
        """Return the pixels one opinion gets, and all pieces with what fits inside them.

        What is told beside a bar takes room from the bars: again until nothing changes.
        """
        outside: set[tuple[int, str]] = set()
        plain, bold = (QFontMetricsF(label_font(bold=bold)) for bold in (False, True))
        while True:
            pieces = _pieces(self._numbers.rows, outside)
            beside = _by_row(pieces)
            scale = float(px(MOST))
            for at, row in enumerate(self._numbers.rows):
                if row.total:
                    words = _beside(beside[at])
                    tail = bold.horizontalAdvance(str(row.total)) + 2 * _BESIDE
                    tail += plain.horizontalAdvance(words) + _BESIDE if words else 0
                    scale = max(_LEAST, min(scale, (room - tail) / row.total))
            crowded = {
                (piece.row, piece.kind)
                for piece in pieces
                if bold.horizontalAdvance(piece.words) + 2 * _INSIDE > piece.count * scale
            }
            if crowded <= outside:
                return scale, pieces
            outside |= crowded

    def _draw(self, kind: str) -> None:
        pieces = [piece for piece in self.pieces if piece.kind == kind]
        names = [self.names.names[piece.row] for piece in pieces]
        self.bars[kind] = self.add_bars(
            [piece.start for piece in pieces],
            [piece.count for piece in pieces],
            names,
            self.theme.kinds[kind],
        )
        for piece, name in zip(pieces, names, strict=True):
            if piece.is_inside:
                middle = (piece.start + piece.count / 2, name.middle)
                bold = label_font(bold=True)
                self.write(Words(piece.words, middle, 0.5, bold, self.theme.on_accent))

    def _tell(self, at: int, row: Row, words: str) -> None:
        """Write the sum at the end of a bar, and after it what did not fit inside."""
        middle = self.names.names[at].middle
        x = row.total + _BESIDE / self.scale
        colour = self.theme.ink if row.total else self.theme.ink3
        bold = label_font(bold=True)
        self.write(Words(str(row.total), (x, middle), 0, bold, colour))
        if words:
            x += (QFontMetricsF(bold).horizontalAdvance(str(row.total)) + _BESIDE) / self.scale
            self.write(Words(words, (x, middle), 0, label_font(), self.theme.ink2))


def _pieces(rows: tuple[Row, ...], outside: set[tuple[int, str]]) -> list[Piece]:
    found = []
    for at, row in enumerate(rows):
        start = 0
        for kind, count in row.counts.items():
            if count:
                found.append(Piece(at, kind, start, count, (at, kind) not in outside))
            start += count
    return found


def _by_row(pieces: list[Piece]) -> defaultdict[int, list[Piece]]:
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        found[piece.row].append(piece)
    return found


def _beside(here: list[Piece]) -> str:
    """Return what stands beside a bar of some pieces: those that have no room for their words."""
    if len(here) == 1:  # its number is the sum beside it
        return "" if here[0].is_inside else SEALS[here[0].kind]
    return " ".join(f"{SEALS[p.kind]}{p.count}" for p in here if not p.is_inside)


def _figures(most: int, scale: float) -> Mapping[float, str]:
    """Return nought and the round numbers up to the longest bar, apart enough to be read."""
    steps = (unit * 10**power for power in range(_POWERS) for unit in _ROUND)
    step = next(step for step in steps if step * scale >= px(_FIGURE) or step > most)
    return {float(value): str(value) for value in range(0, most + 1, step)}
