"""The section tree: standing and run-in headings alike, as people see it beside the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from beiguan_desktop.core.labels import label
from beiguan_desktop.core.report import Unit

_CLOSE = re.compile("[。：:；;]+$")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what it stands over: units first…last, end inclusive.

    Label and words are parted when somebody asks: of a long report few are ever looked at.
    """

    unit: int
    level: int
    title: str
    is_runin: bool
    first: int
    last: int
    children: tuple["Section", ...]

    @property
    def label(self) -> str:
        """The label as printed, without blanks and with full-width brackets: （四）."""
        return _label(self.title[: self._parting])

    @property
    def words(self) -> str:
        """The title without label and final stop."""
        return _CLOSE.sub("", self.title[self._parting :]).strip()

    @property
    def _parting(self) -> int:
        found = label(self.title)
        return found.length if found else 0


@dataclass(slots=True)
class _Open:
    unit: int
    level: int
    title: str
    is_runin: bool
    last: int
    children: list[Section] = field(default_factory=list)

    def closed(self) -> Section:
        children = tuple(self.children)
        return Section(
            self.unit, self.level, self.title, self.is_runin, self.unit, self.last, children
        )


def _label(text: str) -> str:
    """Return a label as people write it; （三） and 一、 but 一是 without a comma after 第一，."""
    return _BLANK.sub("", text).replace("(", "（").replace(")", "）").rstrip("，,")


def sections(units: Sequence[Unit]) -> tuple[Section, ...]:
    """Return the top-level sections of a report, in order.

    A section holds the units whose path names it; a topic only its own paragraph.
    """
    top: list[Section] = []
    stack: list[_Open] = []

    def close(depth: int) -> None:
        while len(stack) > depth:
            done = stack.pop()
            if stack:
                stack[-1].last = max(stack[-1].last, done.last)
            (stack[-1].children if stack else top).append(done.closed())

    for unit in units:
        close(_shared_depth(stack, unit))
        for section in stack:
            section.last = unit.ordinal
        if unit.kind == "heading":
            stack.append(_Open(unit.ordinal, unit.level, unit.text, False, unit.ordinal))
        elif unit.runin:
            runin = unit.runin
            stack.append(_Open(unit.ordinal, runin.level, runin.text, True, unit.ordinal))
    close(0)
    return tuple(top)


def _shared_depth(stack: Sequence[_Open], unit: Unit) -> int:
    """Tell how many of the open sections a unit still belongs to."""
    depth = 0
    for section, title in zip(stack, unit.path, strict=False):
        if section.title != title:
            break
        depth += 1
    return depth
