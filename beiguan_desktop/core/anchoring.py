"""Anchors: where in a report an opinion belongs, and how a place is pointed at.

A place is chosen by clicking (sentence, clause), by dragging (passage), or by quoting
(occurrences). Positions are code points in a unit's text.
"""

from beiguan_desktop.core.comment import Anchor, Comment, Place
from beiguan_desktop.core.letters import is_blank, letter_offset
from beiguan_desktop.core.report import Report, Unit

CONTEXT = 32
"""How many characters before and after a passage an anchor remembers."""

_OPENERS = "“‘（(《〈「『【〔["
_CLOSERS = "”’）)》〉」』】〕]"
_SENTENCE_ENDS = "。！？!?"
_CLAUSE_ENDS = "，；：,;:" + _SENTENCE_ENDS
_LATIN_MARKS = ",;:"


def passage(report: Report, unit: int, start: int, end: int) -> Anchor:
    """Anchor the code points start…end of a unit, blanks at both ends left out.

    A passage that covers the whole unit, or nothing but blanks, is the unit itself.
    """
    whole = report.units[unit]
    text = whole.text
    low, high = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    low, high = _trimmed(text, low, high)
    if low == high or (low, high) == _trimmed(text, 0, len(text)):
        return paragraph(report, unit)
    first = whole.letter + letter_offset(text, low)
    return Anchor(
        "passage",
        unit,
        low,
        high,
        first,
        first + letter_offset(text[low:high], high - low),
        quote=text[low:high],
        prefix=text[max(0, low - CONTEXT) : low],
        suffix=text[high : high + CONTEXT],
    )


def paragraph(report: Report, unit: int) -> Anchor:
    """Anchor a whole unit: a paragraph, a heading's own words, a line of the title."""
    return _whole(report.units[unit], "paragraph")


def section(report: Report, unit: int) -> Anchor:
    """Anchor the section that a heading, standing or run-in, opens.

    The section is named by the unit of its heading; the letter offsets are the heading's.
    """
    return _whole(report.units[unit], "section")


def _whole(unit: Unit, place: Place) -> Anchor:
    letters = letter_offset(unit.text, len(unit.text))
    return Anchor(place, unit.ordinal, 0, len(unit.text), unit.letter, unit.letter + letters)


def reading_order(comment: Comment) -> tuple[bool, int, int, str]:
    """Return the key that sorts opinions by place: the whole report first, then by letters.

    A wider place comes before a narrower one that begins with it, an older opinion before a
    younger one. The letter offset decides, so opinions of an earlier reading fall in line.
    """
    anchor = comment.anchor
    return anchor.place != "report", anchor.letter_start, -anchor.letter_end, comment.id


def sentence_at(text: str, position: int) -> tuple[int, int]:
    """Return the sentence that holds a position, its closing mark and quotes included.

    A mark inside quotes or brackets ends the sentence only when they close right after it.
    A position between two sentences belongs to the second.
    """
    return _between(text, _sentence_ends(text), position)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return all sentences of a text in order, as `sentence_at` tells them one by one."""
    size = _trimmed(text, 0, len(text))[1]
    ends = [end for end in _sentence_ends(text) if end < size] + [size]
    starts = [0, *ends]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=False) if end]


def _sentence_ends(text: str) -> list[int]:
    ends = []
    depths = _depths(text)
    for at, character in enumerate(text):
        if character in _SENTENCE_ENDS:
            end = at + 1 + _run(text[at + 1 :], _SENTENCE_ENDS + _CLOSERS)
            if depths[end] == 0:
                ends.append(end)
    return ends


def clause_at(text: str, position: int) -> tuple[int, int]:
    """Return the clause that holds a position, without the mark that ends it.

    Clauses end at ，；：。！？; quotes, brackets and figures (1,000) are not cut.
    """
    ends = []
    depths = _depths(text)
    for at, character in enumerate(text):
        if character in _CLAUSE_ENDS and depths[at] == 0 and not _in_figure(text, at):
            ends.append(at + 1 + _run(text[at + 1 :], _CLAUSE_ENDS + _CLOSERS))
    low, high = _between(text, ends, position)
    bare = low + len(text[low:high].rstrip(_CLAUSE_ENDS))
    return _trimmed(text, low, bare) if bare > low else (low, high)


def occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    """Return every place in a text where a quote stands, as code points of the text.

    Width, blanks, quotation marks, dashes and PM_{2.5} for PM₂.₅ make no difference;
    places may overlap.
    """
    from beiguan_desktop.core.evening import Evened, even  # noqa: PLC0415 - after the first paint

    wanted, hay = even(quote), Evened(text)
    found: list[tuple[int, int]] = []
    at = hay.text.find(wanted) if wanted else -1
    while at >= 0:
        span = hay.back(at, at + len(wanted))
        if span not in found:
            found.append(span)
        at = hay.text.find(wanted, at + 1)
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and is_blank(text[start]):
        start += 1
    while start < end and is_blank(text[end - 1]):
        end -= 1
    return start, end


def _run(text: str, characters: str) -> int:
    return len(text) - len(text.lstrip(characters))


def _in_figure(text: str, at: int) -> bool:
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] in _LATIN_MARKS and len(around) == 2 and around.isdigit()


def _depths(text: str) -> list[int]:
    """Count, for each position 0…len(text), the quotes and brackets open there.

    One without its partner counts for nothing: a torn quote must not swallow a paragraph.
    """
    steps = [0] * (len(text) + 1)
    open_at: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if character in _OPENERS:
            open_at.append((at, _CLOSERS[_OPENERS.index(character)]))
        elif any(closer == character for _, closer in open_at):
            while open_at[-1][1] != character:
                open_at.pop()
            steps[open_at.pop()[0] + 1] += 1
            steps[at + 1] -= 1
    depth, depths = 0, []
    for step in steps:
        depth += step
        depths.append(depth)
    return depths


def _between(text: str, ends: list[int], position: int) -> tuple[int, int]:
    """Return the piece, without blanks round it, between the ends that hold a position."""
    size = _trimmed(text, 0, len(text))[1]
    start = max((end for end in ends if end <= position and end < size), default=0)
    end = min((end for end in ends if end > start), default=size)
    return _trimmed(text, start, end)
