"""涉及部门: which departments a passage speaks to, by a table of words that people can change."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST = 4
"""So many departments are proposed at most: more would say nothing."""
_BETWEEN = re.compile(r"[、，,；;\s]+")


@dataclass(frozen=True, slots=True)
class Row:
    """Words that are spoken of, and the departments whose matter that is."""

    words: tuple[str, ...]
    departments: tuple[str, ...]


def names(text: str) -> tuple[str, ...]:
    """Split what somebody typed into names, each once, in the order they were typed."""
    return tuple(dict.fromkeys(filter(None, _BETWEEN.split(text))))


def joined(found: Iterable[str]) -> str:
    """Return names as they are written one after another."""
    return "、".join(found)


def parse(text: str) -> tuple[Row, ...]:
    """Read a table: 「词、词：部门、部门」 a line; what begins with # says something to readers.

    A line without words or departments is none.
    """
    rows = []
    for line in text.splitlines():
        words, _, departments = line.replace(":", "：").partition("：")
        if not line.lstrip().startswith("#") and names(words) and names(departments):
            rows.append(Row(names(words), names(departments)))
    return tuple(rows)


def propose(rows: Iterable[Row], texts: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """Return the departments that the nearest of some texts speaks to.

    `texts` go from near to far: what was written, the passage, its paragraph, the titles above;
    once one says whose matter it is, the others are not asked. The row with most words found
    comes first; a word within a longer one that was found (医疗 in 医疗保障) does not count again.
    """
    rows = tuple(rows)
    for text in texts:
        scores = _scores(rows, text)
        if scores:
            order = sorted(scores, key=lambda at: (-scores[at], at))
            found = dict.fromkeys(name for at in order for name in rows[at].departments)
            return tuple(found)[:most]
    return ()


def _scores(rows: Sequence[Row], text: str) -> dict[int, int]:
    """Count, by row, the places in a text that speak of it."""
    by_word: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for word in row.words:
            by_word.setdefault(word, []).append(at)
    if not by_word:
        return {}
    longest_first = sorted(by_word, key=len, reverse=True)
    scores: dict[int, int] = {}
    for match in re.finditer("|".join(map(re.escape, longest_first)), text):
        for at in by_word[match[0]]:
            scores[at] = scores.get(at, 0) + 1
    return scores
