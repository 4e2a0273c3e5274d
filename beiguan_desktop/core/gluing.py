"""Cutting what an extraction glued together: a chapter's heading and its first paragraph."""

import re
from collections.abc import Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.headings import run_in
from beiguan_desktop.core.labels import is_closed, label
from beiguan_desktop.core.lines import Line, split
from beiguan_desktop.core.topics import topic

_OPENING = re.compile(
    "(?:[0-9０-９]{4}年(?:[，,是将]|以来|经济社会发展)|今年(?:[，,是将要]|以来|政府|工作任|经济)"
    "|过去的?(?:一年|[0-9０-９]{4}年|五年)|刚刚过去|[一五]年来[，,]|面对|(?:今后|未来)五年[，,是]"
    "|做好今年|新(?:形势|时代|征程|起点|的形势)|奋进新"
    "|“?十[一二三四五]五”?(?:时期|期间)[，,是]|各位代表)"
)
_CHAPTER_END = re.compile(
    "(?:工作回顾|工作安排|总体部署|自身建设|(?:主要|重点)工作(?!任务|安排|回顾)|的建议|总体要求|目标要求"
    "|(?:主要|重点|目标|工作)任务|(?:奋斗|主要|任务)目标(?!任务)|(?:总体|工作|发展)思路|工作谋划"
    "|治理(?:效能|能力)(?![和现水])|型政府(?!中))(?![的和与及、，：。；！？”》—]|目标|思路)"
)
_NOUN = re.compile(
    "(?:水平|建设|发展|任务|工作|环境|能力|政府|成效|进步)(?=[^，。；、的和与]{2,8}(?:作为|是|要)[^，。；]*[，。])"
)
_GREETING = re.compile("各位代表[：:！!](?=现在|我代表|受)")
_TOPIC = re.compile("(?<=[。！？])[\u4e00-\u9fff“”、]{4,13}。")
_INDENT = re.compile("(?<=[。！？；：”])(?=\u3000\u3000)")
_INSIDE = re.compile("(?<=[。！；])(?=(?:——|各位代表[！!，,]))")
_TAIL = re.compile(
    "(?<=[。！？!?”])[ \u3000]*"
    "(?:扫一扫|【(?:关闭|打印|我要)|[（(]?责任编辑|分享到?[：:]|[上下]一[篇条][：:]|版权所有|来源[：:]"
    "|(?:百度|更多)(?!.*[。！]$))[^。！]{0,300}$"
    "|(?<=[。！？!?”])[^。！？]{0,16}数[ ]*据[ ]*网$"
)
"""What may stand glued behind the last sentence: a web page's foot, a watermark."""
_LONGEST_TAIL = 320
_SECTION = re.compile(
    "(?<=[。！])(?=(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[)）]|——))"
    "|(?<=[^\u3000])(?=\u3000\u3000)"
    "|(?<=[。！])(?=各位代表[！!，,])|(?<=^各位代表[：:])"
)
_WHOLE_REPORT = 3000
_LONGEST = 45
"""Characters within which a chapter's heading ends."""
_LEAST = 60
"""Characters of a paragraph under a topic, at least."""


def unglued(lines: Sequence[Line]) -> list[Line]:
    """Cut chapter headings off the paragraphs they were glued to.

    Only in a file where that happened the paragraphs are also cut before ——, topics and
    各位代表！: elsewhere these stand inside a paragraph by right.
    """
    lines = [part for line in lines for part in split(line, _sections(line.text))]
    places = [_heading_end(line.text) for line in lines]
    if not any(places):
        return lines
    out: list[Line] = []
    for line, place in zip(lines, places, strict=True):
        greeting = _GREETING.match(line.text)
        inside = {match.start() for match in _INSIDE.finditer(line.text)}
        inside.update(_topics(line.text), [place, greeting.end() if greeting else 0])
        out += split(line, sorted(inside - {0}))
    return out


def _topics(text: str) -> list[int]:
    """Return where the topics of a glued paragraph begin, if there are two at least."""
    found: list[int] = []
    end = len(text)
    for match in reversed(list(_TOPIC.finditer(text))):
        if end - match.start() >= _LEAST and topic(text[match.start() :]):
            end = match.start()
            found.append(end)
    return found if len(found) >= 2 else []


def without_tails(lines: Sequence[Line]) -> list[Line]:
    """Cut off what a web page or a watermark glued behind a sentence's end."""
    out: list[Line] = []
    for line in lines:
        match = _TAIL.search(line.text, max(0, len(line.text) - _LONGEST_TAIL))
        out += split(line, [match.start()]) if match and match.start() else [line]
    return out


def _sections(text: str) -> list[int]:
    """Return where sections begin in a line that holds a whole report; else what has an indent."""
    if len(text) < _WHOLE_REPORT:
        return [match.start() for match in _INDENT.finditer(text)]
    return sorted({match.start() for match in _SECTION.finditer(text)})


def _heading_end(text: str) -> int:
    """Return where the heading glued to a paragraph ends, 0 if there is none."""
    found = label(text)
    if not found or found.style != "chinese" or columns(text) <= _shortest(text):
        return 0
    limit = found.length + _LONGEST
    opening = _OPENING.search(text, found.length + 4, limit)
    chapter = _CHAPTER_END.search(text, found.length + 2, limit)
    noun = None if run_in(text) else _NOUN.search(text, found.length + 4, limit)
    places = [opening.start()] if opening else []
    places += [chapter.end()] if chapter else []
    place = min(places) if places else noun.end() if noun else 0
    return 0 if re.search("[，,。；：、]$|[。；：]", text[:place]) else place


def _shortest(text: str) -> int:
    """Return the columns that no heading alone would have: few if it ends as none does."""
    return 20 if text.endswith(("：", ":")) else 45 if is_closed(text) else 70
