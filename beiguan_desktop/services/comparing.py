"""对照: two editions of a report, as the command line and the window show them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from beiguan_desktop import paths
from beiguan_desktop.core import comparing, placing
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.comparing import Edit, Pair
from beiguan_desktop.core.placed import Placed
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.side_by_side import Comparison, in_rows
from beiguan_desktop.core.source_places import SourcePlaces
from beiguan_desktop.core.steps import OnProgress, Stop


@lru_cache(maxsize=1)
def simplified() -> dict[int, str]:
    """Return the simplified forms of traditional characters, read once.

    An empty table when its file is missing: an edition in the others then has nothing in common.
    """
    try:
        row = (paths.resources() / "words" / "simplified.txt").read_text(encoding="utf-8").strip()
    except OSError:
        row = ""
    return {ord(each): form for each, form in zip(row[::2], row[1::2], strict=True)}


def compare(
    old: Sequence[Unit],
    new: Sequence[Unit],
    *,
    is_read: bool = False,
    stop: Stop | None = None,
    on_progress: OnProgress | None = None,
) -> tuple[Pair, ...]:
    """Compare two editions, whichever characters they are in (core/comparing.py)."""
    return comparing.compare(
        old, new, is_read=is_read, folds=simplified(), stop=stop, on_progress=on_progress
    )


def place(
    old: Report,
    new: Report,
    anchors: Iterable[Anchor],
    *,
    stop: Stop | None = None,
    on_progress: OnProgress | None = None,
) -> list[Placed]:
    """Place anchors of an old edition in a new one, whichever characters (core/placing.py)."""
    return placing.place(old, new, anchors, folds=simplified(), stop=stop, on_progress=on_progress)


def side_by_side(
    old: Sequence[Unit],
    new: Sequence[Unit],
    *,
    stop: Stop | None = None,
    on_progress: OnProgress | None = None,
) -> Comparison:
    """Compare two editions for somebody who reads them beside one another."""
    pairs = compare(old, new, is_read=True, stop=stop, on_progress=on_progress)
    return Comparison(old, new, in_rows(pairs))


def opinions_by_unit(comments: Iterable[Comment]) -> Mapping[int, int]:
    """Count opinions by the ordinal of the unit they are on; one on the whole is on none."""
    units = (it.anchor.unit for it in comments if it.withdrawn_at is None)
    return Counter(unit for unit in units if unit is not None)


def comparison_json(old: Sequence[Unit], new: Sequence[Unit]) -> dict[str, Any]:
    """Return what `compare OLD NEW --json` prints.

    Paragraphs go by their numbers; a heading or a title has none and is listed only where it
    changed. Offsets are code points of the decoded sources, as everywhere (reading.md 1).
    """
    sources = ([SourcePlaces(unit) for unit in old], [SourcePlaces(unit) for unit in new])
    return {
        "pairs": [
            {
                "old": None if pair.old is None else old[pair.old].number,
                "new": None if pair.new is None else new[pair.new].number,
                "status": pair.status,
                "edits": [_edit(edit, old, new, sources) for edit in pair.edits],
            }
            for pair in compare(old, new)
            if is_listed(pair, old, new)
        ]
    }


def is_listed(pair: Pair, old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Tell whether a pair has a paragraph, or anything that changed."""
    numbers = (
        None if pair.old is None else old[pair.old].number,
        None if pair.new is None else new[pair.new].number,
    )
    return pair.status != "same" or numbers != (None, None)


def words(edit: Edit, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[str, str]:
    """Return what the words were, and what they are now."""
    was = "" if edit.old_unit is None else old[edit.old_unit].text
    now = "" if edit.new_unit is None else new[edit.new_unit].text
    return was[edit.old_start : edit.old_end], now[edit.new_start : edit.new_end]


def _edit(
    edit: Edit,
    old: Sequence[Unit],
    new: Sequence[Unit],
    sources: tuple[Sequence[SourcePlaces], Sequence[SourcePlaces]],
) -> dict[str, Any]:
    was, now = words(edit, old, new)
    old_span = _span(sources[0], edit.old_unit, edit.old_start, edit.old_end)
    new_span = _span(sources[1], edit.new_unit, edit.new_start, edit.new_end)
    return {
        "type": edit.type,
        "old": was,
        "new": now,
        "old_start": old_span[0],
        "old_end": old_span[1],
        "new_start": new_span[0],
        "new_end": new_span[1],
    }


def _span(
    sources: Sequence[SourcePlaces], unit: int | None, start: int, end: int
) -> tuple[int | None, int | None]:
    return (None, None) if unit is None else sources[unit].span(start, end)
