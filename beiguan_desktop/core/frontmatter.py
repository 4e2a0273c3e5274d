"""What stands before the report's first words: title, occasion, speaker, label – and residue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beiguan_desktop.core.labels import is_address, is_salutation, label
from beiguan_desktop.core.lines import Line, columns
from beiguan_desktop.core.report import Kind

_TITLE = re.compile(
    r"(?:[〇○零一二三四五六七八九0-9０-９]{4}年?)?[^。！？；：:，,、]{0,20}(?:政府)?工作(?:的)?报告"
    r"(?:[（(][^（()）]{1,12}[)）])?"
    r"|关于[^。；]{4,60}(?:的)?(?:报告|说明)(?:[（(][^（()）]{1,12}[)）])?"
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
_PROSE = re.compile("[。！；]")
_SPACES = re.compile(r"[\s\u200b]+")


@dataclass(frozen=True, slots=True)
class Part:
    """Lines first…last (end exclusive) are one unit of this kind; None = residue."""

    first: int
    last: int
    kind: Kind | None


def body_start(lines: Sequence[Line]) -> int:
    """Find the first line of the report's own words.

    The salutation says so; without one the first chapter heading, else the first prose.
    """
    greeting = next((i for i, line in enumerate(lines) if _greets(line.text)), len(lines))
    for index, line in enumerate(lines[:greeting]):
        found = label(line.text)
        is_chapter = found is not None and found.style in ("chinese", "part") and found.number == 1
        following = lines[index + 1 : min(index + 9, greeting)]
        if is_chapter and any(_is_prose(other.text) for other in following):
            return index
        if greeting == len(lines) and _is_prose(line.text):
            return index
    return greeting if greeting < len(lines) else 0


def _greets(text: str) -> bool:
    return is_salutation(text) or (is_address(text) and columns(text) > 12)


def _is_prose(text: str) -> bool:
    return columns(text) >= 60 and bool(_PROSE.search(text)) and not text.endswith("......")


def front_matter(lines: Sequence[Line]) -> list[Part]:
    """Sort the lines before the body into units and residue.

    The last title counts, with what stands after it and a document's label just before it.
    """
    found = _classified(lines)
    titles = [i for i, part in enumerate(found) if part.kind == "title"]
    if not titles:
        return found
    last = titles[-1]
    out = []
    for index, part in enumerate(found):
        is_label = part.kind == "meta" and _LABEL.fullmatch(_joined(lines, part))
        keep = index >= last or (is_label and index >= last - 2)
        out.append(part if keep else Part(part.first, part.last, None))
    return out


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
    if len(one) == 1 and any(p.fullmatch(joined) for p in (_SPEAKER, _LABEL, _DATE)):
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
    return _SPACES.sub("", text)
