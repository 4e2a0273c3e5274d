"""How a file breaks its lines: at paragraphs, at printed lines, at links."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_closed, is_salutation, label
from beiguan_desktop.core.lines import Line

_LONGEST_LEAD = 70
"""Columns of the sentences that stand in bold type before a paragraph, at most."""
_TORN = 0.3
"""The share of printed lines that break a sentence, at least."""
_WORD = re.compile("[《“（]?[\u4e00-\u9fff]{2,8}[》”）]?")


@dataclass(frozen=True, slots=True)
class Habit:
    """What single line ends, blank lines and indents mean in one file.

    `width` is that of the print if every printed line is a line of the file, else 0. In a
    spaced file blank lines part the paragraphs; in a soft one single line ends mean nothing.
    Where paragraphs are indented, an indented line begins one. `has_links` tells that words
    with a link were torn out of their paragraphs, each on a line of its own; `links` are
    those met more than once.
    """

    width: float
    is_spaced: bool
    is_soft: bool
    is_indented: bool
    has_links: bool
    links: frozenset[str]


def habit(lines: Sequence[Line]) -> Habit:
    """Tell how a file breaks its lines."""
    has_links = _has_links(lines)
    return Habit(
        width=wrap_width(lines),
        is_spaced=_is_spaced(lines),
        is_soft=_is_soft(lines),
        is_indented=sum(line.is_indented for line in lines) >= 0.5 * len(lines),
        has_links=has_links,
        links=_links(lines) if has_links else frozenset(),
    )


def wrap_width(lines: Sequence[Line]) -> float:
    """Return the width of the print if every printed line is a line of the file, else 0.

    Then most lines are full, or two columns shorter for the indent; a closing mark may hang out.
    Many of them break a sentence, where paragraphs and headings of one length do not.
    """
    widths = [columns(line.text) for line in lines]
    if len(widths) < 20:
        return 0
    width = sorted(widths)[int(0.9 * len(widths))]
    if not 15 <= width <= 60:
        return 0
    full = [one for one in widths if width - 3 <= one <= width + 2]
    torn = sum(not is_closed(line.text) and not label(line.text) for line in lines)
    usual = Counter(map(round, full)).most_common(1)[0][0]
    return usual if len(full) >= 0.6 * len(widths) and torn >= _TORN * len(widths) else 0


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines part the paragraphs, so that a single line end means little."""
    gaps = [line.breaks for line in lines[1:]]
    return len(gaps) >= 10 and sum(gap > 1 for gap in gaps) >= 0.5 * len(gaps)


def _is_soft(lines: Sequence[Line]) -> bool:
    """Tell whether single line ends tear paragraphs: where links or bold words stood."""
    single = [(one, other) for one, other in pairwise(lines) if other.breaks == 1]
    torn = sum(not is_closed(one.text) or _is_lead(one, other) for one, other in single)
    return _is_spaced(lines) and torn >= 5 and torn >= 0.5 * len(single)


def _is_lead(line: Line, following: Line) -> bool:
    """Tell whether a line is the bold first sentence of the paragraph below."""
    text = line.text
    is_sentence = text.endswith("。") and columns(text) <= _LONGEST_LEAD
    return line.breaks > 1 and is_sentence and not label(following.text)


def _has_links(lines: Sequence[Line]) -> bool:
    """Tell whether at least three short lines stand in the midst of sentences."""
    return (
        sum(
            is_link(line.text) and not is_closed(before.text) and not label(after.text)
            for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        )
        >= 3
    )


def _links(lines: Sequence[Line]) -> frozenset[str]:
    count = Counter(line.text for line in lines if is_link(line.text))
    return frozenset(text for text, times in count.items() if times > 1)


def is_link(text: str) -> bool:
    """Tell whether a line may be a word or two that had a link."""
    is_other = label(text) or is_address(text) or is_salutation(text)
    return bool(_WORD.fullmatch(text)) and not is_other
