"""Headings without a label: on a line of their own, open, with prose below."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.headings import is_standing
from beiguan_desktop.core.labels import begins_torn, is_address, is_closed, is_single, label
from beiguan_desktop.core.line_habit import Habit
from beiguan_desktop.core.lines import Line, is_apart

_CHAPTER = re.compile(
    "[0-9０-９]{4}年.*(?:回顾|安排|部署|任务|目标|要求|工作|建议|打算|计划|思路|情况)$"
    "|(?:工作回顾|工作安排|工作部署|自身建设|重点工作|主要工作|(?:目标|主要|重点|工作)任务|总体要求)$|^结束语$"
)
_STOP = re.compile("[。；！？]|[：:，,、（(“‘《]$")
_SPAN = re.compile("[^，。；：]{1,6}年[^，。；：]{0,2}，")
_ALIKE = 4
_LONGEST_PARALLEL = 50
_LONGEST = 30
_LONGEST_APART = 60
_TORN = 22
"""Columns of a heading that fills a printed line, at least."""
_LEAST = 14
_APART = 3
"""Line ends before and after a heading, at least, where two part the paragraphs."""


def lone_headings(lines: Sequence[Line], habit: Habit) -> set[int]:
    """Find the headings without a label that have no heading's style either.

    One single line of that look is more often a torn paragraph, unless it says 工作回顾 or
    stands apart; in a file with torn links it is one more link.
    """
    apart = _apart(lines) if habit.is_spaced else set()
    twice = {text for text, count in Counter(line.text for line in lines).items() if count > 1}
    found = {
        i
        for i, line in enumerate(lines[:-1])
        if line.outline is None
        and _looks_lone(line.text, lines[i + 1].text)
        and line.text not in twice
        and (i == 0 or is_apart(lines[i - 1], line) or _is_below(lines, i - 1))
    }
    sure = {i for i in found if _CHAPTER.search(lines[i].text)}
    apart |= _parallel(lines)
    return apart | (found if len(found) >= 3 and not habit.has_links else sure)


def _parallel(lines: Sequence[Line]) -> set[int]:
    """Find sentences alone on their lines that begin alike: 五年来，我们…, with more below each."""
    found = [
        i
        for i, line in enumerate(lines[:-1])
        if _SPAN.match(line.text)
        and line.text.endswith("。")
        and is_single(line.text)
        and columns(line.text) <= _LONGEST_PARALLEL
    ]
    alike = Counter(lines[i].text[:_ALIKE] for i in found)
    alone = {i for i in found if i + 1 not in found and i - 1 not in found}
    return {i for i in alone if alike[lines[i].text[:_ALIKE]] >= 3}


def _apart(lines: Sequence[Line]) -> set[int]:
    """Find open lines with more blank lines round them than paragraphs have, if there are some.

    Where that parts torn paragraphs as well it says nothing.
    """
    gaps = [other.breaks for other in lines[1:]]
    open_ends = [
        (one.breaks >= _APART, gap)
        for one, gap in zip(lines[1:], gaps[1:], strict=False)
        if not is_closed(one.text) and gap >= _APART
    ]
    is_usual = gaps.count(2) < 0.1 * len(gaps)
    if is_usual or sum(is_apart for is_apart, _ in open_ends) < 0.8 * len(open_ends):
        return set()
    found = {
        i
        for i, (line, other) in enumerate(pairwise(lines))
        if line.breaks >= _APART and other.breaks >= _APART and _may_stand(line.text)
    }
    return found if len(found) >= 3 else set()


def _may_stand(text: str) -> bool:
    is_plain = not _STOP.search(text) and not is_address(text)
    return is_plain and not label(text) and columns(text) <= _LONGEST_APART


def _is_below(lines: Sequence[Line], index: int) -> bool:
    """Tell whether something may begin under a line: it is closed, or a heading."""
    return is_closed(lines[index].text) or _is_heading(lines, index)


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line with a label is a heading over the next, which is no rest of it."""
    text, following = lines[index].text, lines[index + 1].text
    return is_standing(text, following) and not is_rest(text, following)


def is_rest(heading: str, text: str) -> bool:
    """Tell whether a short open line is what a page's end tore off a heading with a label."""
    found = label(heading)
    is_long = found is not None and found.style != "chinese" and columns(heading) >= _TORN
    return is_long and not is_closed(heading) and columns(text) <= _LONGEST and _may_stand(text)


def _looks_lone(text: str, following: str) -> bool:
    is_over = columns(following) > 30 or bool(label(following)) or _is_over(text, following)
    is_torn = begins_torn(following)
    return columns(text) <= _LONGEST and _may_stand(text) and is_over and not is_torn


def _is_over(text: str, following: str) -> bool:
    """Tell whether a chapter's heading stands over a short sentence, or a torn one."""
    is_torn = columns(following) >= _LEAST and "，" not in text
    return bool(_CHAPTER.search(text)) and (is_closed(following) or is_torn)
