"""Headings that a file says by their style: which of them are ones, and at what level."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_single
from beiguan_desktop.core.lines import Line

MINOR = ("ordinal", "dash")
"""Styles of labels that stand below whatever heading is over them."""
_OUTLINE = "outline"
_USUAL = {"part": -1, "section": 0, "chinese": 0, "bracket": 1, "arabic": 2, "circled": 3}
"""Outline levels that the labels of a report usually have."""
_ORDER = {name: place for place, name in enumerate(_USUAL)}
_LONGEST = 60
"""Columns of a heading, at most."""
_MOST = 0.4
"""Share of a file's letters in headings above which their style says nothing."""


def styled(lines: Sequence[Line], outline: Mapping[int, int]) -> list[Line]:
    """Mark the lines that are headings for their style; `outline` has levels by their starts.

    Where most of a file is styled as headings, for the look of it, that says nothing of any.
    """
    said = [line for line in lines if line.start in outline]
    letters = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in said) > _MOST * letters:
        return list(lines)
    return [
        replace(line, outline=outline[line.start])
        if line.start in outline and _may_be_heading(line.text)
        else line
        for line in lines
    ]


def _may_be_heading(text: str) -> bool:
    return (
        is_single(text) and "\t" not in text and columns(text) <= _LONGEST and not is_address(text)
    )


def outline_style(level: int) -> str:
    """Return the name of the style of headings without a label at an outline level."""
    return f"{_OUTLINE} {level}"


def outline_ranks(
    styles: Sequence[tuple[str, int]], outlines: Sequence[int | None]
) -> dict[str, int]:
    """Tell the level of each style of heading: its rank among those used; {} without outlines.

    `styles` are names and numbers of headings, in order, `outlines` what each was said to be.
    Headings without a label rank by their outline level, and so do labels whose headings have
    one. Other labels stand below the headings under which they begin anew, else where they
    usually do.
    """
    used = [
        (name, number, outline)
        for (name, number), outline in zip(styles, outlines, strict=True)
        if name and name not in MINOR
    ]
    if not any(name.startswith(_OUTLINE) for name, _, _ in used):
        return {}
    places = {name: float(level) for name, level in _USUAL.items()}
    for (over, _, level), (name, number, _) in pairwise(used):
        if number == 1 and level is not None and over.startswith(_OUTLINE):
            places[name] = max(places[name], level + 0.5)
    places |= {name: level for name, _, level in reversed(used) if level is not None}
    known = {name for name, _, _ in used if name in places}
    return _ranks(sorted(known, key=lambda name: (places[name], _ORDER.get(name, -1))), places)


def _ranks(names: Sequence[str], places: Mapping[str, float]) -> dict[str, int]:
    """Number styles that are in order of their places; of labels each has a rank of its own."""
    ranks: dict[str, int] = {}
    rank, has_label = 0, False
    last: float | None = None
    for name in names:
        is_label = name in _USUAL
        if places[name] != last or (is_label and has_label):
            rank, last, has_label = rank + 1, places[name], False
        has_label = has_label or is_label
        ranks[name] = rank
    return ranks
