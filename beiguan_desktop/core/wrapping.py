"""Printed lines to paragraphs, in a file where every printed line is a line.

In print a first line is two columns shorter for its indent, whether or not the file kept that;
the others end where the next character, number or closing mark would not fit.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_closed, is_salutation, is_single, label
from beiguan_desktop.core.lines import Line, is_apart

_INDENT = 2
_SLACK = 1.5
"""Columns that a full line may lack, for a closing mark that pulled its neighbour down."""
_LONGEST_HEADING = 60
_TOKEN = re.compile("[0-9A-Za-z.%％+/-]+")


def paragraphs(lines: Sequence[Line], width: float) -> list[list[Line]]:
    """Group the lines of a file whose print is so many columns wide."""
    keeps_indent = _keeps_indent(lines)
    is_gapped = _is_gapped(lines, width)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        if not groups or _begins(groups[-1], line):
            groups.append([line])
        elif keeps_indent:
            goes_on = not line.is_indented and _is_full(groups[-1], line, width)
            _put(groups, line, goes_on=goes_on)
        elif is_gapped and is_closed(groups[-1][-1].text):
            _put(groups, line, goes_on=line.breaks == 1)
        else:
            _put(groups, line, goes_on=_goes_on(groups[-1], line, following, width))
    return groups


def _put(groups: list[list[Line]], line: Line, *, goes_on: bool) -> None:
    if goes_on:
        groups[-1].append(line)
    else:
        groups.append([line])


def _begins(group: Sequence[Line], line: Line) -> bool:
    """Tell whether a line begins something whatever stands before it."""
    if is_apart(group[-1], line):
        return True
    last = group[-1].text
    is_labelled = label(line.text) is not None and is_closed(last)
    return is_labelled or is_address(line.text) or is_salutation(last)


def _goes_on(group: Sequence[Line], line: Line, following: str, width: float) -> bool:
    """Tell whether a line goes on with a group: the one before is full, and it no first line."""
    last = group[-1].text
    if not _is_full(group, line, width):
        return False
    may_end = is_closed(last) or _may_be_heading(group)
    if is_closed(last) and _is_lone(line, width):
        return False
    return not may_end or not _is_first(line, following, width)


def _is_lone(line: Line, width: float) -> bool:
    """Tell whether a line is a heading's: short, and open as no paragraph's last line is."""
    return not is_closed(line.text) and columns(line.text) < width - _INDENT - _SLACK


def _is_full(group: Sequence[Line], line: Line, width: float) -> bool:
    """Tell whether the next character or number did not fit into a group's last line."""
    room = width - (_INDENT if len(group) == 1 and not group[0].is_indented else 0)
    room -= _INDENT if group[-1].is_indented else 0
    return columns(group[-1].text) >= room - max(_SLACK, _token(line.text))


def _is_first(line: Line, following: str, width: float) -> bool:
    """Tell whether a line is as wide as the first of several, and not as the others."""
    wide = columns(line.text)
    longest = width - _SLACK - 0.01 if not _token(following) else width - _token(following) - 0.5
    is_first = width - _INDENT - _SLACK <= wide <= longest
    return (is_first and not is_closed(line.text)) or (line.breaks > 1 and wide <= longest)


def _token(text: str) -> float:
    """Return the columns of the number or Latin word that a line begins with."""
    match = _TOKEN.match(text)
    return columns(match[0]) if match else 0


def _may_be_heading(group: Sequence[Line]) -> bool:
    text = "".join(line.text for line in group[:_LONGEST_HEADING])
    return label(text) is not None and is_single(text) and columns(text) <= _LONGEST_HEADING


def _keeps_indent(lines: Sequence[Line]) -> bool:
    """Tell whether first lines are indented in the file, and the others not."""
    indented = sum(line.is_indented for line in lines)
    return 0.03 * len(lines) <= indented <= 0.6 * len(lines)


def _is_gapped(lines: Sequence[Line], width: float) -> bool:
    """Tell whether blank lines part the paragraphs: they follow most short closed lines."""
    gaps = [
        other.breaks > 1
        for line, other in pairwise(lines)
        if is_closed(line.text) and columns(line.text) < width - _INDENT - _SLACK
    ]
    return len(gaps) >= 5 and sum(gaps) >= 0.8 * len(gaps)
