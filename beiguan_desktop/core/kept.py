"""How much of a report stands in another one: whether the two are editions of one text at all."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from beiguan_desktop.core.comparing import Edit, compare
from beiguan_desktop.core.report import Unit
from beiguan_desktop.core.steps import Stop
from beiguan_desktop.core.traditional import is_traditional

ENOUGH = 0.4
"""Editions of one report share more; reports of two years of one place share 0.2 at most."""


class Kept(NamedTuple):
    """The share of the old edition's characters that stand in the new one, 0…1.

    `is_other_script`: just one of the two is in traditional characters.
    """

    share: float
    is_other_script: bool

    @property
    def are_editions(self) -> bool:
        """Whether they look like two editions of one report."""
        return self.share >= ENOUGH

    @property
    def warning(self) -> str:
        """What to say before opinions are carried over; empty where nothing is to be said."""
        if self.are_editions:
            return ""
        if self.is_other_script:
            return "两份报告一份是繁体字，一份是简体字，能对上的文字很少。请确认选对了文件。"
        return f"这两份不像同一份报告的两稿：只有{self.share:.0%}的文字相同。请确认选对了文件。"


def are_editions(
    old: Sequence[Unit],
    new: Sequence[Unit],
    *,
    folds: Mapping[int, str] | None = None,
    stop: Stop | None = None,
) -> Kept:
    """Compare two reports, and tell how much of the old one stands in the new one."""
    pairs = compare(old, new, folds=folds, stop=stop)
    return kept((edit for pair in pairs for edit in pair.edits), old, new)


def kept(edits: Iterable[Edit], old: Sequence[Unit], new: Sequence[Unit]) -> Kept:
    """Tell it of reports that are compared already (comparing.py), by all that was edited."""
    whole = sum(len(unit.text) for unit in old)
    gone = sum(it.old_end - it.old_start for it in edits if it.old_unit is not None)
    scripts = {is_traditional(unit.text for unit in units) for units in (old, new)}
    return Kept(max(0.0, 1 - gone / whole) if whole else 0.0, len(scripts) > 1)
