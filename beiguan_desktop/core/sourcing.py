"""Units with their source: where they stand in it, what was repaired, where in print they stood."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from beiguan_desktop.core import repair
from beiguan_desktop.core.hierarchy import Draft
from beiguan_desktop.core.layout import Flow, Part, Place
from beiguan_desktop.core.letters import letter_count, letter_offsets
from beiguan_desktop.core.report import PageMark, Repair, Unit
from beiguan_desktop.core.seams import Block


class Sourcing:
    """Carries what was made of the flow of a text back to the text itself."""

    def __init__(self, text: str, flow: Flow, places: Sequence[Place]) -> None:
        """Work for one text."""
        self.repairs: list[Repair] = []
        self._text, self._flow, self._places = text, flow, places
        self._offsets = [place.offset for place in places]
        self._marks: dict[int, PageMark] = {}

    def bordered(self, block: Block) -> Block:
        """Return the block told where in its text runs of the source meet."""
        parts, length = self._parts(block), len(block.text)
        ends = {at for part in parts for at in (part.at, part.at + part.end - part.start)}
        block.borders = sorted(at for at in ends if 0 < at < length)
        return block

    def units(self, drafts: Sequence[Draft]) -> list[Unit]:
        """Make the units; their repairs and marks are kept as they come."""
        units: list[Unit] = []
        letter, number = 0, 0
        for draft in drafts:
            parts = self._parts(draft.block)
            if parts:
                number += draft.kind == "paragraph"
                units.append(self._unit(draft, parts, (len(units), number, letter)))
                letter += letter_count(units[-1].text)
        return units

    def marks(self) -> tuple[PageMark, ...]:
        """Return page and line of every printed line that has letters."""
        return tuple(self._marks.values())

    def _parts(self, block: Block) -> list[Part]:
        """Return the runs of the source that make a block; `at` counts in its joined text."""
        found, length = [], 0
        for line in block.lines:
            for at, start, end in self._flow.parts(line.start, line.end):
                found.append(Part(length + at - line.start, start, end))
            length += len(line.text)
        return found

    def _unit(self, draft: Draft, parts: Sequence[Part], counts: tuple[int, int, int]) -> Unit:
        ordinal, number, letter = counts
        block, text = draft.block, draft.text
        self._list_repairs(draft, parts)
        placed = self._placed(parts)
        moved = repair.moved([at for at, _, _ in placed], draft.patches)
        if moved:
            letters = letter_offsets(text)
            for at, (_, place, _) in zip(moved, placed, strict=True):
                here = letter + letters[at]
                self._marks[here] = PageMark(here, place.page, place.line, "pdf")
        seams = [at for at, (_, _, is_first) in zip(moved, placed, strict=True) if is_first]
        if not self._places:
            joints = block.joints
            seams = repair.moved([joints[part - 1] for part in block.seams], draft.patches)
        return Unit(
            ordinal=ordinal,
            kind=draft.kind,
            level=draft.level,
            text=text,
            source_text="".join(self._text[part.start : part.end] for part in parts),
            spans=tuple((part.start, part.end) for part in parts),
            seams=tuple(at for at in seams if 0 < at < len(text)),
            runin=draft.runin,
            path=draft.path,
            number=number if draft.kind == "paragraph" else None,
            generated=text[: repair.moved([parts[0].at], draft.patches)[0]],
            letter=letter,
        )

    def _placed(self, parts: Sequence[Part]) -> list[tuple[int, Place, bool]]:
        """Return the printed lines that begin in a unit: where, which, and whether it is a page."""
        found = []
        for at, start, end in parts:
            for index in range(bisect_left(self._offsets, start), bisect_left(self._offsets, end)):
                place, before = self._places[index], self._places[max(0, index - 1)]
                found.append((at + place.offset - start, place, place.page != before.page))
        return found

    def _list_repairs(self, draft: Draft, parts: Sequence[Part]) -> None:
        """List what was joined and mended; what the source does not have cannot be mended in it."""
        text = draft.block.text
        for one, other in pairwise(parts):
            before = self._text[one.end : other.start]
            between = (one.at + one.end - one.start, other.at)
            after = draft.text[slice(*repair.moved(between, draft.patches))]
            self.repairs.append(Repair("join", one.end, other.start, before, after, "必错"))
        for start, end, after, kind in draft.patches:
            part = parts[max(0, bisect_right(parts, start, key=itemgetter(0)) - 1)]
            low = part.start + start - part.at
            if part.start <= low and low + end - start <= part.end:
                self.repairs.append(
                    Repair(kind, low, low + end - start, text[start:end], after, "必错")
                )
