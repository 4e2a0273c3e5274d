"""What stands before the report's first words: title, occasion, speaker, label – and residue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beiguan_desktop.core.backmatter import is_residue
from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_closed, is_salutation, label
from beiguan_desktop.core.lines import Line
from beiguan_desktop.core.report import Kind

_TITLE = re.compile(
    r"(?:[〇○零一二三四五六七八九0-9０-９]{4}年?)?[^。！？；：:，,、]{0,20}(?:政府)?工作(?:的)?报告"
    r"(?:[（(][^（()）]{1,12}[)）])?"
    r"|关于[^。；]{2,60}(?:的)?(?:报告|说明)(?:[（(][^（()）]{1,12}[)）])?"
)
_OCCASION = re.compile(
    r"(?:[—―─－–\-(（]{0,4}.{0,4}[0-9０-９〇○零一二三四五六七八九]{4}年.{0,12}日.{0,3}|[—―─－–\-(（]{1,4})在.{4,60}(?:会|会议|大会)(?:.{0,8}上(?:的.{0,4}工作报告)?)?[)）]?"
)
_OCCASION_HEAD = re.compile(
    r"[—―─－–\-(（]{0,4}.{0,4}[0-9０-９〇○零一二三四五六七八九]{4}年.{1,8}日.{0,2}在.*"
)
_OFFICE = (
    r"(?:总理|主席|省长|市长|区长|县长|旗长|盟长|州长|专员|主任|书记|镇长|乡长)(?:[（(]?代[)）]?)?"
)
_SPEAKER = re.compile(
    rf"[^。，；：]{{0,30}}(?:代理?)?{_OFFICE}[ \u3000\u00a0?]*[\u4e00-\u9fff·\u3000 ]{{2,12}}"
)
_OFFICE_ALONE = re.compile(rf"[^。，；：]{{0,30}}(?:代理?)?{_OFFICE}")
_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,8}")
_LABEL = re.compile(
    r".{0,40}(?:会议|大会|次会)?(?:文件|材料)(?:之[一二三四五六七八九十]+)?[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?"
)
_MEETING = re.compile("届|人大|人民|政协|会")
_DATE = re.compile(
    r"[（(]?(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日[)）]?"
)
_ENDING = re.compile(
    "[^。！？；：:]{0,40}(?:报告|建议|草案|纲要|汇报|总结|说明|意见|方案|规划|计划|要点|讲话|发言|提案|议案)"
    "(?:[（(][^（()）]{1,12}[)）])?"
)
_CHAPTER = re.compile("(?:回顾|安排|部署|任务|目标|要求|打算|展望)$")
_GATHERING = re.compile("(?:在|[0-9０-９〇○零一二三四五六七八九]{4}年.{1,8}日).{4,60}会议?上?")
_FURNITURE = re.compile("下载|打印|全屏|收藏|分享|正文|返回|关闭|工作报告|[大中小]|字[体号]")
_PROSE = re.compile("[。！；]")
_STOP = re.compile("[。！？!?；;][”’」』）)】]*$")
_SPACES = re.compile(r"(?:[\s\u200b]|&nbsp;|\?{2,})+")
_BETWEEN_HAN = re.compile(r"(?<![A-Za-z0-9])[\s\u200b]+|[\s\u200b]+(?![A-Za-z0-9])")
_LOOSE = 3
"""Lines of no known kind above the body, at most, in a file without a web page round it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines first…last (end exclusive) are one unit of this kind; None = residue."""

    first: int
    last: int
    kind: Kind | None


def body_start(lines: Sequence[Line]) -> int:
    """Find the first line of the report's own words.

    In a plain file it is what follows title, occasion and speaker. Among a web page's lines the
    salutation says so; without one the first chapter heading, else the first prose.
    """
    greeting = next((i for i, line in enumerate(lines) if _greets(line.text)), len(lines))
    head = _plain_head(lines)
    if head is not None and not _is_contents(lines[head:greeting], greeting < len(lines)):
        return head
    for index, line in enumerate(lines[:greeting]):
        found = label(line.text)
        is_chapter = found is not None and found.style in ("chinese", "part") and found.number == 1
        following = lines[index + 1 : min(index + 9, greeting)]
        if is_chapter and any(_STOP.search(other.text) for other in following):
            return index
        if greeting == len(lines) and _is_prose(line.text):
            return index
    return greeting if greeting < len(lines) else 0


def _plain_head(lines: Sequence[Line]) -> int | None:
    """Return where the head of a plain file ends, None if a web page's lines stand in it."""
    index, known, loose = 0, 0, 0
    while index < len(lines) and not _begins_body(lines[index].text):
        part = _longest_part(lines, index)
        if part.kind:
            known = part.last
        elif not _is_head(lines[index].text) or loose == _LOOSE:
            return None
        loose += part.kind is None
        index = part.last
    if index < len(lines) and is_address(lines[index].text):
        return index
    return known or int(_is_top_title(lines))


def _begins_body(text: str) -> bool:
    """Tell whether a line can only be the report's own words."""
    found = label(text)
    if is_residue(text):
        return False
    if (found and found.style != "dash") or is_address(text) or is_salutation(text):
        return True
    is_long = columns(text) > 44 and "，" in text and not _OCCASION.fullmatch(text)
    return bool(_STOP.search(text)) or is_long or (is_closed(text) and columns(text) > 10)


def _is_head(text: str) -> bool:
    """Tell whether a line of no known kind may stand in a report's head."""
    is_plain = not re.search("[。！？；：:|>]|[0-9]{2}月[0-9]{2}日|www", text)
    is_furniture = is_residue(text) or bool(_FURNITURE.fullmatch(text))
    found = label(text)
    if is_furniture or (found and found.style != "dash"):
        return False
    return is_plain and len(text) > 1 and columns(text) <= 44


def _is_top_title(lines: Sequence[Line]) -> bool:
    """Tell whether a file's first line looks like a title although it does not say 工作报告.

    One without a title's last word must stand above something, be no torn line and no chapter.
    """
    if not lines or _begins_body(lines[0].text) or not _is_head(lines[0].text):
        return False
    text = lines[0].text
    if _ENDING.fullmatch(text):
        return True
    is_torn = len(lines) == 1 or columns(text) > (24 if lines[1].breaks == 1 else 30)
    is_chapter = _CHAPTER.search(text) and any(_CHAPTER.search(line.text) for line in lines[1:])
    return not is_torn and not is_chapter and "，" not in text and _begins_body(lines[1].text)


def _is_contents(lines: Sequence[Line], is_greeted: bool) -> bool:
    """Tell whether the lines above the salutation are headings only: a table of contents."""
    return is_greeted and bool(lines) and not any(_STOP.search(line.text) for line in lines)


def _greets(text: str) -> bool:
    return is_salutation(text) or (is_address(text) and columns(text) > 12)


def _is_prose(text: str) -> bool:
    return columns(text) >= 60 and bool(_PROSE.search(text)) and not text.endswith("......")


def front_matter(lines: Sequence[Line]) -> list[Part]:
    """Sort the lines before the body into units and residue.

    The last title counts, with what stands after it and a document's label just before it.
    """
    found = _named(lines, _classified(lines))
    titles = [i for i, part in enumerate(found) if part.kind == "title"]
    if not titles:
        return found
    last = titles[-1]
    is_plain = all(part.kind for part in found)
    out = []
    for index, part in enumerate(found):
        is_label = part.kind == "meta" and _LABEL.fullmatch(_joined(lines, part))
        is_copy = part.kind in (None, "title")
        keep = index >= last or (is_label and index >= last - 2) or (is_plain and not is_copy)
        out.append(part if keep else Part(part.first, part.last, None))
    return out


def _named(lines: Sequence[Line], found: list[Part]) -> list[Part]:
    """Name the lines of no known kind in the head of a plain file: its title, or meta."""
    loose = [part for part in found if part.kind is None]
    if len(loose) > _LOOSE or not all(_is_head(lines[part.first].text) for part in loose):
        return found
    title = None
    if not any(part.kind == "title" for part in found):
        ending = (part for part in loose if _ENDING.fullmatch(lines[part.first].text))
        title = next(ending, found[0] if found and found[0].kind is None else None)
    return [
        part if part.kind else replace(part, kind="title" if part is title else "meta")
        for part in found
    ]


def _classified(lines: Sequence[Line]) -> list[Part]:
    parts, index = [], 0
    while index < len(lines):
        part = _longest_part(lines, index)
        parts.append(part)
        index = part.last
    return parts


def _longest_part(lines: Sequence[Line], first: int) -> Part:
    """Take as many lines as make one title, occasion, speaker or label; else one of residue."""
    for last in range(min(len(lines), first + 4), first, -1):
        if last - first > 1 and any(line.breaks > 2 for line in lines[first + 1 : last]):
            continue
        kind = _kind([line.text for line in lines[first:last]])
        if kind:
            return Part(first, last, kind)
    return Part(first, first + 1, None)


def _kind(texts: list[str]) -> Kind | None:
    joined = _SPACES.sub("", "".join(texts))
    one = [_SPACES.sub("", text) for text in texts]
    if _TITLE.fullmatch(joined) and not any(_is_whole(text) for text in one[:-1]):
        return "title" if len(one) == 1 or not _is_whole(one[-1]) else None
    if len(one) > 3:
        return None
    if _OCCASION.fullmatch(joined) and (len(one) == 1 or _is_broken_occasion(one)):
        return "meta"
    if len(one) == 2:
        is_speaker = _OFFICE_ALONE.fullmatch(one[0]) and _NAME.fullmatch(one[1])
        is_label = (
            _LABEL.fullmatch(joined)
            and _MEETING.search(one[0])
            and not any(_is_whole(text) for text in one)
        )
        return "meta" if is_speaker or is_label else None
    if len(one) == 1 and any(p.fullmatch(joined) for p in (_SPEAKER, _LABEL, _DATE, _GATHERING)):
        return "meta"
    return None


def _is_whole(text: str) -> bool:
    return any(p.fullmatch(text) for p in (_TITLE, _OCCASION, _SPEAKER, _DATE))


def _is_broken_occasion(texts: list[str]) -> bool:
    return bool(_OCCASION_HEAD.fullmatch(texts[0])) and not _OCCASION.fullmatch(texts[0])


def _joined(lines: Sequence[Line], part: Part) -> str:
    return _SPACES.sub("", "".join(line.text for line in lines[part.first : part.last]))


def plain_title(text: str) -> str:
    """Return a title without the blanks it was spaced out with."""
    return _BETWEEN_HAN.sub("", text)
