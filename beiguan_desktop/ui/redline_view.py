"""Words with what is done to them: struck and waved, or framed on a tint, as by a reviser's brush.

And a sentence whose fixed words step back behind what somebody has said.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from beiguan_desktop.core.referring import quoted
from beiguan_desktop.ui import utf16
from beiguan_desktop.ui.redline import Span, Strip, paint_over, paint_under, strips
from beiguan_desktop.ui.theme import WORN, Theme
from beiguan_desktop.ui.words_view import WordsView

_SAID = {"deleted": "删去", "added": "加上"}


class RedlineView(WordsView):
    """The report's own words; what is struck and what is added is seen, and said to who listens."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._pieces: tuple[tuple[str, str], ...] = ()
        self._spans: list[Span] = []

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
        found = list(self._strips())
        with QPainter(self.viewport()) as painter:
            paint_under(painter, found, WORN)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            paint_over(painter, found, self.fontMetrics().horizontalAdvance("国"), WORN)

    def _strips(self) -> Iterator[Strip]:
        """Yield what is marked, line by line."""
        block, offset = self.document().firstBlock(), self.contentOffset()
        while block.isValid() and self._spans:
            area, begin = self.blockBoundingGeometry(block).translated(offset), block.position()
            spans = [(kind, start - begin, end - begin) for kind, start, end in self._spans]
            yield from strips(block.layout(), spans, area.topLeft())
            block = block.next()


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
