"""The text of a Word file as it is written down, and what is told of it beside it."""

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.layout import OUTLINE_LEVELS, Layout
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.text import whole
from beiguan_desktop.formats.kinds import AS_TEXT
from beiguan_desktop.formats.text_in import LONGEST

_LONGEST_NUMBER = 40  # characters; no list has longer ones


class Written:
    """A text that grows; offsets are code points of it.

    A number waits for the first word of its paragraph; words that Word hides become noise; a
    paragraph whose end was struck out is joined to the one after it; one of an outline's level is
    a heading if it is one line.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = self._size = 0
        self._noise: list[tuple[int, int]] = []
        self._joins: list[tuple[int, str]] = []
        self._numbers: dict[int, str] = {}
        self._notes: list[int] = []
        self._headings: list[tuple[int, int]] = []
        self._rows: list[int] = []
        self._is_row = False
        self._waiting = ""
        self._first: int | None = None
        """Where the words of the paragraph begin; of all parts of one that goes on."""
        self._first_piece = 0
        self._goes_on = False

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    @property
    def layout(self) -> Layout:
        """What is told of it."""
        text = self.text
        noise = (span for span in self._noise if text[slice(*span)].strip(BLANKS))
        numbers = tuple(sorted(self._numbers.items()))
        return Layout(
            tuple(noise),
            tuple(self._joins),
            numbers,
            notes=tuple(self._notes),
            headings=tuple(self._headings),
            rows=tuple(self._rows),
        )

    def add(self, text: str, *, is_hidden: bool = False) -> None:
        """Write words of a paragraph, or what stands between two.

        Raises UserError when it becomes longer than a report may be.
        """
        text = whole(text)
        start, self._length = self._length, self._length + len(text)
        self._grow(len(text))
        self._pieces.append(text)
        blank = len(text) - len(text.lstrip(BLANKS))
        if is_hidden:
            self._hide(start, self._length)
        elif blank < len(text):
            self._begin_words(start + blank)

    def number(self, number: str) -> None:
        """Say what stands before the paragraph."""
        number = number[: _LONGEST_NUMBER - 1]  # and a tab
        if not number.strip(BLANKS):
            return
        self._grow(len(number))
        if self._goes_on and self._first is not None:
            self._numbers[self._first] = number
        else:
            self._waiting = (self._waiting + number)[: _LONGEST_NUMBER - 1]

    def end_paragraph(
        self, *, goes_on: bool, keeps_number: bool, outline: int | None = None
    ) -> None:
        """End a paragraph; `goes_on` when its end was struck out.

        `keeps_number` lets a number wait for words that stand in another cell of its row;
        `outline` is the level of the paragraph, from 0.
        """
        self._goes_on = goes_on and self._first is not None
        is_heading = outline is not None and outline < OUTLINE_LEVELS and not goes_on
        if outline is not None and is_heading and self._first is not None and self._is_line():
            self._headings.append((self._first, outline))
        if not self._goes_on:
            self._first = None
        self._waiting = f"{self._waiting.rstrip()}\t" if self._waiting and keeps_number else ""

    def begin_row(self) -> None:
        """Say that the next words begin a table's row, or what follows a table."""
        self._is_row = True

    def note(self, number: str, text: str) -> None:
        """Write a note, which begins and ends with a word, on a line of its own at the end."""
        self.add("\n")
        self.end_paragraph(goes_on=False, keeps_number=False)
        self.number(number)
        self._notes.append(self._length)
        self.add(text)

    def _is_line(self) -> bool:
        """Tell whether the words of the paragraph stand on one line."""
        return "\n" not in "".join(self._pieces[self._first_piece :]).strip(BLANKS)

    def _begin_words(self, at: int) -> None:
        if self._first is None:
            self._first, self._first_piece = at, len(self._pieces) - 1
        elif self._goes_on:
            self._joins.append((at, ""))
        self._goes_on = False
        if self._is_row:
            self._rows.append(at)
            self._is_row = False
        if self._waiting:
            self._numbers[at] = self._waiting
            self._waiting = ""

    def _hide(self, start: int, end: int) -> None:
        if self._noise and self._noise[-1][1] == start:
            start = self._noise.pop()[0]
        self._noise.append((start, end))

    def _grow(self, count: int) -> None:
        self._size += count
        if self._size > LONGEST:
            raise UserError(f"这个文件超过了 200 万字，不像一份报告，已停下。{AS_TEXT}")
