"""New editions of real reports, made as people revise: it is known where every character went.

The same seed makes the same edition. A character of the old edition keeps its number (0…) wherever
it goes; what was written in its stead is its heir and bears -2 - number; what is new bears -1.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Unit

Chance = random.Random
Tagged = list[tuple[str, int]]
NEW = -1

_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’）]?")
_CLAUSE = re.compile(r"[^，；。！？]*[，；。！？]?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_LABEL = re.compile(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
_NUMERALS = "一二三四五六七八九十"
_SHORT = 30
"""Paragraphs up to so many characters are those that people repeat."""


@dataclass(frozen=True)
class Row:
    """A unit of the new edition with the numbers of its characters."""

    unit: Unit
    body: Tagged

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(each for each, _ in self.body)


def heir(tag: int) -> int:
    """Return the number of what was written in the stead of a character."""
    return -2 - tag if tag >= 0 else tag


def rows_of(report: Report) -> list[Row]:
    """Number the characters of a report."""
    starts = accumulate((len(unit.text) for unit in report.units), initial=0)
    return [
        Row(unit, list(zip(unit.text, range(at, at + len(unit.text)), strict=True)))
        for unit, at in zip(report.units, starts, strict=False)
    ]


def report_of(units: Sequence[Unit], name: str) -> Report:
    """Make a report of units: ordinals, numbers and letters are counted anew."""
    made, letter, number = [], 0, 0
    for at, unit in enumerate(units):
        number += unit.kind == "paragraph"
        count = number if unit.kind == "paragraph" else None
        made.append(replace(unit, ordinal=at, number=count, letter=letter, runin=None))
        letter += letter_count(unit.text)
    return Report(name, name, "审议", "审议稿", None, name, tuple(made), ())


def revised(
    report: Report, others: Sequence[str], rate: float, chance: Chance
) -> tuple[Report, list[Row]]:
    """Revise a share of the units of a report; `others` are paragraphs of other reports."""
    rows: list[Row] = []
    moving: list[Row] = []
    old = rows_of(report)
    skip = False
    for at, row in enumerate(old):
        if skip or chance.random() >= rate or len(row.body) < 2:
            rows += [] if skip else [row]
            skip = False
            continue
        act = chance.choices(*_ACTS)[0] if row.unit.kind == "paragraph" else "head"
        if act == "join" and at + 1 < len(old):
            rows.append(replace(row, body=row.body + old[at + 1].body))
            skip = True
        elif act in ("move", "both"):
            moving.append(_reworded(row, others, chance) if act == "both" else row)
        else:
            rows += _DONE[act](row, others, chance)
    for row in moving:
        rows.insert(chance.randrange(len(rows) + 1), row)
    for _ in range(round(rate * len(old) / 12)):
        _shift_sentence(rows, chance)
        _repeat_short(rows, chance)
    rows = [row for row in rows if row.text.strip()]
    return report_of([replace(row.unit, text=row.text) for row in rows], "new"), rows


def _new(words: str) -> Tagged:
    return [(each, NEW) for each in words]


def _written(words: str, gone: Tagged) -> Tagged:
    """Return words in the stead of others, each the heir of one of them."""
    return [
        (each, heir(gone[min(at, len(gone) - 1)][1]) if gone else NEW)
        for at, each in enumerate(words)
    ]


def _words(others: Sequence[str], size: int, chance: Chance) -> str:
    """Return a few words of another report, without marks."""
    plain = re.sub(r"[\W\d_]", "", chance.choice(others))
    at = chance.randrange(max(1, len(plain) - size))
    return plain[at : at + size] or "推进"


def _joined(pieces: Sequence[Tagged]) -> Tagged:
    return [each for piece in pieces for each in piece]


def _clause(others: Sequence[str], chance: Chance) -> str:
    found = [it for it in _CLAUSE.findall(chance.choice(others)) if 4 <= len(it) <= 30]
    return chance.choice(found).rstrip("，；。！？") if found else "狠抓工作落实"


def _reworded(row: Row, others: Sequence[str], chance: Chance) -> Row:
    """Change words in one to four places."""
    body = row.body
    for _ in range(chance.randrange(1, 5)):
        if len(body) < 4:
            break
        size = chance.randrange(2, 7)
        at = chance.randrange(max(1, len(body) - size))
        gone = body[at : at + size]
        words = _words(others, chance.randrange(2, 7), chance)
        body = body[:at] + _written(words, gone) + body[at + size :]
    return replace(row, body=body)


def _words_changed(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    return [_reworded(row, others, chance)]


def _figures_changed(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    body = row.body
    for found in reversed(list(_FIGURE.finditer(row.text))):
        if chance.random() < 0.7:
            low, high = found.span()
            words = str(chance.randrange(1, 10 ** min(6, high - low)))
            body = body[:low] + _written(words, body[low:high]) + body[high:]
    return [replace(row, body=body)]


def _pieces(row: Row, form: re.Pattern[str]) -> list[Tagged]:
    spans = [found.span() for found in form.finditer(row.text) if found[0]]
    return [row.body[low:high] for low, high in spans]


def _clause_added(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    pieces = _pieces(row, _CLAUSE)
    words = _new(_clause(others, chance) + "，")
    pieces.insert(chance.randrange(len(pieces) + 1), words)
    return [replace(row, body=_joined(pieces))]


def _clause_deleted(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    pieces = _pieces(row, _CLAUSE)
    if len(pieces) > 1:
        pieces.pop(chance.randrange(len(pieces)))
    return [replace(row, body=_joined(pieces))]


def _sentences_swapped(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    pieces = _pieces(row, _SENTENCE)
    pieces.insert(chance.randrange(len(pieces)), pieces.pop(chance.randrange(len(pieces))))
    return [replace(row, body=_joined(pieces))]


def _split(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    pieces = _pieces(row, _SENTENCE if chance.random() < 0.7 else _CLAUSE)
    at = chance.randrange(len(pieces))
    halves = [_joined(pieces[:at]), _joined(pieces[at:])]
    return [replace(row, body=half) for half in halves if half]


def _deleted(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    return []


def _added(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    return [row, replace(row, body=_new(chance.choice(others)))]


def _copied(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    """Say nearly the same once more below."""
    copy = _new(_reworded(row, others, chance).text)
    return [row, replace(row, body=copy)]


def _replaced(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    """Put another paragraph in the place of this one: nothing of it is left."""
    return [replace(row, body=_new(chance.choice(others)))]


def _kept(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    """Leave the last one as it is: there is nothing to join it to."""
    return [row]


def _head_changed(row: Row, others: Sequence[str], chance: Chance) -> list[Row]:
    """Give a heading another number, or rename it."""
    label = _LABEL.match(row.text)
    if label and chance.random() < 0.5:
        words = label[0].replace(label[0].strip("、（）")[-1], chance.choice(_NUMERALS))
        body = _written(words, row.body[: label.end()]) + row.body[label.end() :]
        return [replace(row, body=body)]
    return [_reworded(row, others, chance)]


def _shift_sentence(rows: list[Row], chance: Chance) -> None:
    """Move a sentence to another paragraph."""
    numbered = [at for at, row in enumerate(rows) if row.unit.kind == "paragraph"]
    if len(numbered) < 2:
        return
    one, other = chance.sample(numbered, 2)
    pieces = _pieces(rows[one], _SENTENCE)
    if len(pieces) > 1:
        moved = pieces.pop(chance.randrange(len(pieces)))
        rows[one] = replace(rows[one], body=_joined(pieces))
        theirs = _pieces(rows[other], _SENTENCE)
        theirs.insert(chance.randrange(len(theirs) + 1), moved)
        rows[other] = replace(rows[other], body=_joined(theirs))


def _repeat_short(rows: list[Row], chance: Chance) -> None:
    """Say a short paragraph, such as the address, once more somewhere."""
    short = [row for row in rows if 2 < len(row.text) <= _SHORT]
    if short:
        row = chance.choice(short)
        rows.insert(chance.randrange(len(rows) + 1), replace(row, body=_new(row.text)))


_DONE: dict[str, Callable[[Row, Sequence[str], Chance], list[Row]]] = {
    "words": _words_changed,
    "figures": _figures_changed,
    "clause": _clause_added,
    "shorter": _clause_deleted,
    "swap": _sentences_swapped,
    "split": _split,
    "gone": _deleted,
    "more": _added,
    "copy": _copied,
    "other": _replaced,
    "head": _head_changed,
    "join": _kept,
}
_ACTS = (
    ["words", "figures", "clause", "shorter", "swap", "split", "gone", "more", "copy", "other",
     "join", "move", "both"],
    [6, 4, 4, 4, 1, 2, 2, 2, 1, 1, 2, 2, 1],
)  # fmt: skip
