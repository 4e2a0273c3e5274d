"""What differs between two wordings of one text, as a reader sees it: words struck and added.

Figures and Latin words are compared whole, Han characters one by one; blanks make no
difference. Positions are code points.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

BLANKS = "\\s\u200b\u2060\ufeff"
"""What is no word, for a class of characters in a pattern."""
WESTERN = r"[\dA-Za-z₀-₉]+(?:[.,+:/-][\dA-Za-z₀-₉]+)*[%％‰]?"
"""A figure or a Latin word: nobody changes half of one."""
SENTENCE_MARKS = "。！？!?"
CLAUSE_MARKS = "，；：、" + SENTENCE_MARKS

_TOKEN = re.compile(f"{WESTERN}|[^{BLANKS}][\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]*")
_BLANK = re.compile(f"[{BLANKS}]+")
_CERTAIN = "。，；：！？"
"""Marks that are never part of a figure: a text may be cut after one."""
_CERTAIN_END = re.compile(f"[{_CERTAIN}]")
_LONG = 400
"""Tokens from which two texts are first compared clause by clause."""
_MOST = 1_000_000
"""How many pairs of tokens are compared one by one; beyond that all of it counts as changed."""


class Difference(NamedTuple):
    """old[start:end] has become new[low:high]; one of the two may be empty."""

    start: int
    end: int
    low: int
    high: int


class Piece(NamedTuple):
    """Words of either wording: in both, or only in the old or the new one."""

    kind: Literal["same", "deleted", "added"]
    words: str


class _Token(NamedTuple):
    words: str
    start: int
    end: int


class _Block(NamedTuple):
    """Tokens of the old text and those of the new one that stand for them, by index."""

    i1: int
    i2: int
    j1: int
    j2: int


def is_alike(old: str, new: str) -> bool:
    """Tell whether two texts hold the same words; blanks do not count."""
    return _BLANK.sub("", old) == _BLANK.sub("", new)


def differences(old: str, new: str) -> tuple[Difference, ...]:
    """Return what has changed, in order and apart from one another; blanks do not count."""
    head, tail = _alike(old, new)
    one = _tokens(old, head, len(old) - tail)
    two = _tokens(new, head, len(new) - tail)
    blocks = _apart(_merged(list(_blocks(one, two)), one), one, two)
    return tuple(
        Difference(*_span(one, b.i1, b.i2, head), *_span(two, b.j1, b.j2, head)) for b in blocks
    )


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return both wordings as one row of pieces: what was struck stands before what was added."""
    found, at = [], 0
    for it in differences(old, new):
        found += [
            Piece("same", old[at : it.start]),
            Piece("deleted", old[it.start : it.end]),
            Piece("added", new[it.low : it.high]),
        ]
        at = it.end
    return tuple(it for it in (*found, Piece("same", old[at:])) if it.words)


def _alike(old: str, new: str) -> tuple[int, int]:
    """Return how much long texts share at either end; a clause beside what changed stays in."""
    if max(len(old), len(new)) <= _LONG:
        return 0, 0
    head = _shared(old, new)
    for _ in range(2):
        head = max(old.rfind(mark, 0, max(0, head - 1)) for mark in _CERTAIN) + 1
    cut = len(old) - _shared(old[head:][::-1], new[head:][::-1])
    for _ in range(2):
        found = _CERTAIN_END.search(old, cut)
        cut = found.end() if found else len(old)
    return head, len(old) - cut


def _shared(one: str, other: str) -> int:
    """Return how long the beginning is that two texts share; a long one is found in few steps."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(m[0], *m.span()) for m in _TOKEN.finditer(text, start, end)]


def _words(tokens: Sequence[_Token]) -> list[str]:
    return [token.words for token in tokens]


def _blocks(one: Sequence[_Token], two: Sequence[_Token]) -> Iterator[_Block]:
    """Compare token by token; long texts clause by clause first."""
    if max(len(one), len(two)) <= _LONG:
        yield from _compared(_words(one), _words(two), 0, 0)
        return
    ones, twos = _clauses(one), _clauses(two)
    for block in _compared(_joined(one, ones), _joined(two, twos), 0, 0):
        i1, i2, j1, j2 = ones[block.i1], ones[block.i2], twos[block.j1], twos[block.j2]
        if (i2 - i1) * (j2 - j1) > _MOST:
            yield _Block(i1, i2, j1, j2)
        else:
            yield from _compared(_words(one[i1:i2]), _words(two[j1:j2]), i1, j1)


def _joined(tokens: Sequence[_Token], cuts: Sequence[int]) -> list[str]:
    return ["".join(_words(tokens[start:end])) for start, end in pairwise(cuts)]


def _clauses(tokens: Sequence[_Token]) -> list[int]:
    """Return where clauses begin among tokens, and the end."""
    ends = [at + 1 for at, token in enumerate(tokens) if token.words in CLAUSE_MARKS]
    return sorted({0, *ends, len(tokens)})


def _compared(one: list[str], two: list[str], i: int, j: int) -> Iterator[_Block]:
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield _Block(i + i1, i + i2, j + j1, j + j2)


def _merged(blocks: list[_Block], one: Sequence[_Token]) -> list[_Block]:
    """Join changes between which less stayed than changed: that little stayed by chance."""
    at = 0
    while at + 1 < len(blocks):
        here, there = blocks[at : at + 2]
        gap = sum(token.words not in CLAUSE_MARKS for token in one[here.i2 : there.i1])
        if gap <= min(_size(here), _size(there)):
            blocks[at : at + 2] = [_Block(here.i1, there.i2, here.j1, there.j2)]
            at = max(0, at - 1)
        else:
            at += 1
    return blocks


def _size(block: _Block) -> int:
    return max(block.i2 - block.i1, block.j2 - block.j1)


def _apart(blocks: Sequence[_Block], one: Sequence[_Token], two: Sequence[_Token]) -> list[_Block]:
    """Settle each block in the room that the one before has left; two that meet are one."""
    out: list[_Block] = []
    starts = [*(block.i1 for block in blocks[1:]), len(one)]
    for block, after in zip(blocks, starts, strict=False):
        before = out[-1].i2 if out else 0
        here = _settled(block, one, two, (block.i1 - before, after - block.i2))
        if out and (out[-1].i2, out[-1].j2) == (here.i1, here.j1):
            last = out.pop()
            here = _Block(last.i1, here.i2, last.j1, here.j2)
        out.append(here)
    return out


def _settled(
    block: _Block, one: Sequence[_Token], two: Sequence[_Token], room: tuple[int, int]
) -> _Block:
    """Move words that were only added, or only struck, to where they read best.

    Of 「甲，乙」 made from 「甲」 either 「，乙」 was added or, were it before another clause,
    「乙，」: the text is the same, the sentence that says so is not. Of clauses, what is struck
    takes the comma behind along, what is added the one before.
    """
    if block.i1 < block.i2 and block.j1 < block.j2:
        return block
    is_added = block.i1 == block.i2
    row = _words(two) if is_added else _words(one)
    start, end = (block.j1, block.j2) if is_added else (block.i1, block.i2)
    back = forth = 0
    while back < room[0] and row[start - back - 1] == row[end - back - 1]:
        back += 1
    while forth < room[1] and row[start + forth] == row[end + forth]:
        forth += 1
    best = max(
        range(-back, forth + 1), key=lambda by: (_ease(row, start + by, end + by, is_added), by)
    )
    return _Block(*(at + best for at in block))


def _ease(row: list[str], start: int, end: int, is_added: bool) -> int:
    """Tell how well a run of words reads alone: whole sentences, then a clause with its mark."""
    first, last = row[start], row[end - 1]
    before = row[start - 1] if start else "。"
    if last in SENTENCE_MARKS and before in SENTENCE_MARKS + "”’）":
        return 3
    is_led = first in CLAUSE_MARKS
    is_ended = last in CLAUSE_MARKS and before in CLAUSE_MARKS
    is_clause = is_ended and last != "、" and not is_added
    return 2 * is_clause or 2 * is_led + is_ended


def _span(tokens: Sequence[_Token], first: int, last: int, head: int) -> tuple[int, int]:
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    at = tokens[first - 1].end if first else head
    return at, at
