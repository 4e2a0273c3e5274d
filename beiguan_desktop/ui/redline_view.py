"""Words with what is done to them: struck and waved, or framed on a tint, as by a reviser's brush.

And a sentence whose fixed words step back behind what somebody has said.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import floor
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextEdit

from beiguan_desktop.core.referring import quoted
from beiguan_desktop.ui import utf16
from beiguan_desktop.ui.flowing import MIDDLE
from beiguan_desktop.ui.highlights import wave
from beiguan_desktop.ui.theme import WORN, Theme
from beiguan_desktop.ui.words_view import WordsView

_DROP = 0.22
"""How far below the baseline the wave runs, in em."""
_ROUND = 3
_SAID = {"deleted": "删去", "added": "加上"}


class RedlineView(WordsView):
    """The report's own words; what is struck and what is added is seen, and said to who listens."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pieces: tuple[tuple[str, str], ...] = ()
        self._spans: list[tuple[str, int, int]] = []

    def show_words(self, words: str) -> None:
        """Show words to which nothing is done yet."""
        self.show_pieces((("same", words),))

    def show_pieces(self, pieces: Sequence[tuple[str, str]]) -> None:
        """Show words as they were and as they shall be, in one."""
        if tuple(pieces) == self._pieces:
            return
        self._pieces, self._spans, at = tuple(pieces), [], 0
        for kind, words in pieces:
            end = at + utf16.width(words)
            if kind != "same":
                self._spans.append((kind, at, end))
            at = end
        super().show_words("".join(words for _, words in pieces))
        said = (f"{_SAID[kind]}{quoted(words)}" for kind, words in pieces if kind in _SAID)
        self.setAccessibleDescription("，".join(said))
        self.viewport().update()
        self._follow()

    def _follow(self) -> None:
        """Bring the first thing that is done into sight, where not all words are."""
        cursor = self.textCursor()
        cursor.setPosition(self._spans[0][1] if self._spans else 0)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is done in sight."""
        super().resizeEvent(event)
        self.ensureCursorVisible()

    def set_theme(self, theme: Theme) -> None:  # noqa: ARG002 - read while painting
        """Paint in other colours."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frames on their tints under the words, strokes and waves over them."""
        strips = list(self._strips())
        with QPainter(self.viewport()) as painter:
            for kind, strip, _ in strips:
                if kind == "added":
                    self._frame(painter, strip)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            for kind, strip, baseline in strips:
                if kind == "deleted":
                    self._strike(painter, strip, baseline)

    def _frame(self, painter: QPainter, strip: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(WORN.accent), WORN.hairline))
        painter.setBrush(QColor(WORN.tint))
        painter.drawRoundedRect(strip.adjusted(0.5, 1.5, -0.5, -1.5), _ROUND, _ROUND)

    def _strike(self, painter: QPainter, strip: QRectF, baseline: float) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        painter.setPen(QPen(QColor(WORN.accent), WORN.hairline + WORN.is_stark))
        y = floor(baseline - MIDDLE * em) + 0.5
        painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(WORN.accent), 0.6 * WORN.stroke))
        painter.drawPath(wave(strip.left(), strip.right(), floor(baseline + _DROP * em)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _strips(self) -> Iterator[tuple[str, QRectF, float]]:
        """Yield what is marked line by line: its kind, where it stands, and the baseline."""
        block, offset = self.document().firstBlock(), self.contentOffset()
        while block.isValid() and self._spans:
            area = self.blockBoundingGeometry(block).translated(offset)
            layout, begin = block.layout(), block.position()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = begin + line.textStart()
                for kind, start, end in self._spans:
                    low, high = max(start, first), min(end, first + line.textLength())
                    if low < high:
                        left, right = _x(line, low - begin), _x(line, high - begin)
                        top = area.top() + line.y()
                        strip = QRectF(left + area.left(), top, right - left, line.height())
                        yield kind, strip, top + line.ascent()
            block = block.next()


def _x(line: QTextLine, position: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(position))  # typed as object
    return found[0]


class SentenceView(WordsView):
    """A sentence as it is printed: fixed words in the second ink, one's own in the first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._runs: tuple[tuple[str, bool], ...] = ()

    def show_runs(self, runs: Iterable[tuple[str, bool]]) -> None:
        """Show runs of words; True marks one's own."""
        self._runs = tuple(runs)
        self.show_words("".join(words for words, _ in self._runs))
        self._ink()

    def set_theme(self, theme: Theme) -> None:  # noqa: ARG002 - the ink is the one that is worn
        """Write in other inks."""
        self._ink()

    def _ink(self) -> None:
        found, at = [], 0
        for words, is_own in self._runs:
            end = at + utf16.width(words)
            if not is_own:
                found.append(self._faint(at, end))
            at = end
        self.setExtraSelections(found)

    def _faint(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = QTextCursor(self.document())
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.format.setForeground(QColor(WORN.ink2))
        return made
