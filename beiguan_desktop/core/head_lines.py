"""What a line above the report's first words is: title, occasion, speaker, date, label."""

import re
from collections.abc import Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.furniture import is_furniture
from beiguan_desktop.core.labels import label
from beiguan_desktop.core.report import Kind

YEAR = "[〇○零一二三四五六七八九0-9０-９]{4}年"
DASH = r"[—―─－–\-(（]"
_MEETING = "(?:会|会议|大会)"
OFFICE = (
    "(?:总理|主席|省长|市长|区长|县长|旗长|盟长|州长|专员|主任|书记|镇长|乡长|院长|检察长)"
    r"(?:[（(]?代[)）]?)?"
)
"""Pieces of patterns: how a year, a dash before an occasion, a speaker's office are written."""
_FORM = r"(?:[（(][^（()）]{1,12}[)）])?"

_TITLE = re.compile(
    rf"(?:{YEAR})?[^。！？；：:，,、]{{0,20}}(?:政府)?工作(?:的)?[报\u5831]告{_FORM}"
    rf"|关于[^。；]{{2,60}}(?:的)?(?:[报\u5831]告|[说\u8aaa]明){_FORM}"
)
"""2026年…政府工作报告; 关于…的报告; in traditional characters too."""
_OCCASION = re.compile(
    rf"(?:{DASH}{{0,4}}.{{0,4}}{YEAR}.{{0,12}}日.{{0,3}}|{DASH}{{1,4}})在.{{4,60}}{_MEETING}"
    "(?:.{0,8}上(?:的.{0,6}报告)?)?[)）]?"
)
"""——2026年1月9日在…会议上; the date or the dash is needed."""
_SPOKEN = re.compile(
    rf"{DASH}{{0,4}}{YEAR}.{{1,8}}日[^，。；：]{{0,30}}在[^，。；：]{{4,40}}{_MEETING}"
    "[^，。；：]{0,30}(?:报告|讲话|说明)。?"
)
"""2026年1月9日市长…在…会议上作政府工作报告。"""
_OCCASION_HEAD = re.compile(rf"{DASH}{{0,4}}.{{0,4}}{YEAR}.{{1,8}}日.{{0,2}}在.*")
_SESSION = re.compile("第.{1,3}次(?:全体)?会议|议?上")
"""How the rest of an occasion begins that could end above."""
_GATHERING = re.compile(rf"(?:在|{YEAR}.{{1,8}}日).{{4,60}}会议?上?")
"""An occasion without dash or 在."""
_NAME = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff· \u3000]{1,8}")
_SPEAKER = re.compile(
    rf"[^。，；：]{{0,30}}(?:代理?)?{OFFICE}[ \u3000\u00a0?]*[\u4e00-\u9fff·\u3000 ]{{2,12}}"
)
_OFFICE_ALONE = re.compile(rf"[^。，；：]{{0,30}}(?:代理?)?{OFFICE}")
DAY = (
    r"(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年"
    "[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日"
)
_DATE = re.compile(rf"[（(]?{DAY}[)）]?|[（(]{DAY}[\u4e00-\u9fff·]{{2,12}}[)）]")
"""（2026年1月9日）, also with a name behind it."""
_LABEL = re.compile(
    r".{0,40}(?:会议|大会|次会)?(?:文件|材料)(?:之[一二三四五六七八九十]+)?[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）]?"
)
_BODY = re.compile("届|人大|人民|政协|会")
_FURNITURE = re.compile("下载|打印|全屏|收藏|分享|正文|返回|关闭|工作报告|[大中小]|字[体号]")
_HEAD = re.compile("报告|(?:大会|会议)上")
_UNLIKE = re.compile("[。！？；：:|>]|[0-9]{2}月[0-9]{2}日|www")
_SPACES = re.compile(r"(?:[\s\u200b]|&nbsp;|\?{2,})+")
_WIDE, _WIDEST = 44, 100
"""Columns of a plain line of a head, and of one that speaks of report or meeting, at most."""
_LONGEST_NAME = 4


def bare(text: str) -> str:
    """Return a line without any blank, and without what a lost encoding left of one."""
    return _SPACES.sub("", text)


def kind_of(texts: Sequence[str]) -> Kind | None:
    """Return what these lines are together: one title, one occasion …; None if they are not."""
    one = [bare(text) for text in texts]
    joined = "".join(one)
    if _TITLE.fullmatch(joined) and not any(_is_whole(text) for text in one[:-1]):
        return "title" if len(one) == 1 or not _is_whole(one[-1]) else None
    if len(one) > 3:
        return None
    if _OCCASION.fullmatch(joined) and (len(one) == 1 or _is_broken_occasion(one)):
        return "meta"
    if len(one) == 2:
        return "meta" if _is_broken_speaker(one) or _is_broken_label(one) else None
    patterns = (_SPEAKER, _LABEL, _DATE, _GATHERING, _SPOKEN)
    return "meta" if len(one) == 1 and any(p.fullmatch(joined) for p in patterns) else None


def _is_whole(text: str) -> bool:
    return any(p.fullmatch(text) for p in (_TITLE, _OCCASION, _SPEAKER, _DATE))


def _is_broken_occasion(texts: Sequence[str]) -> bool:
    is_open = not _OCCASION.fullmatch(texts[0]) or bool(_SESSION.match(texts[1]))
    return bool(_OCCASION_HEAD.fullmatch(texts[0])) and is_open


def _is_broken_speaker(texts: Sequence[str]) -> bool:
    return bool(_OFFICE_ALONE.fullmatch(texts[0]) and _NAME.fullmatch(texts[1]))


def _is_broken_label(texts: Sequence[str]) -> bool:
    is_label = _LABEL.fullmatch("".join(texts)) and _BODY.search(texts[0])
    return bool(is_label) and not any(_is_whole(text) for text in texts)


def is_label(text: str) -> bool:
    """Tell whether a line is the label of a meeting's paper: …会议文件（2）."""
    return bool(_LABEL.fullmatch(bare(text)))


def is_name(text: str) -> bool:
    """Tell whether a line can be a speaker's name alone: two to four characters, or 甲·乙."""
    joined = bare(text)
    return bool(_NAME.fullmatch(joined)) and (len(joined) <= _LONGEST_NAME or "·" in joined)


def is_occasion(text: str) -> bool:
    """Tell whether a line says when and where the report was given."""
    return any(p.fullmatch(bare(text)) for p in (_OCCASION, _SPOKEN))


def is_open_date(text: str) -> bool:
    """Tell whether a line is a date without brackets."""
    return text[:1] not in "（(" and bool(_DATE.fullmatch(bare(text)))


def speaks_of_a_report(text: str) -> bool:
    """Tell whether a line names a report, or the meeting it was given at."""
    return bool(_HEAD.search(text))


def is_plausible(text: str) -> bool:
    """Tell whether a line of no known kind may stand in a report's head."""
    found = label(text)
    if is_furniture(text) or _FURNITURE.fullmatch(text) or (found and found.style != "dash"):
        return False
    longest = _WIDEST if speaks_of_a_report(text) else _WIDE
    return not _UNLIKE.search(text) and len(text) > 1 and columns(text) <= longest
