"""What kind of report it is, of which meeting and edition, as its title and first lines say."""

import re
from collections.abc import Sequence
from typing import Literal

from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.report import Unit

Genre = Literal["政府工作报告", "计划", "预算", "常委会", "法院", "检察院", "规划纲要", "其他"]
EXAMINED: tuple[Genre, ...] = ("计划", "预算", "规划纲要")
"""What a congress examines (审查); it deliberates (审议) all else."""

_RULES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("规划纲要", re.compile("(?:规划|计划)纲要|规划(?:（草案）|\\(草案\\))|远景目标纲要")),
    ("计划", re.compile("(?:国民经济和社会发展|经济社会发展)计划|年度?计划(?:执行|草案|（草案）)")),
    ("预算", re.compile("预算|决算")),
    (
        "常委会",
        re.compile("(?:人大|人民代表大会)(?:常委会|常务委员会)(?:工作)?报告|常务?委员?会工作报告"),
    ),
    ("法院", re.compile("法院(?:工作)?(?:报告|的报告)|法院工作")),
    ("检察院", re.compile("检察院(?:工作)?(?:报告|的报告)|检察院?工作")),
    ("政府工作报告", re.compile("政府工作(?:的)?报告|政府工作报告")),
)
"""What a title says of the kind; the first that is true."""

_FOR = "(?:我(?:谨)?代表|受)[^。；，]{0,24}"
_SPEECH: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("常委会", re.compile(f"{_FOR}(?:人大|人民代表大会)常(?:务委员|委)会[^。；]{{0,40}}报告")),
    ("法院", re.compile(f"{_FOR}法院[^。；]{{0,40}}报告")),
    ("检察院", re.compile(f"{_FOR}检察院[^。；]{{0,40}}报告")),
    ("政府工作报告", re.compile(f"{_FOR}(?:政府|国务院|管委会|管理委员会)[^。；]{{0,40}}报告")),
)
"""How a report says at its beginning whose it is."""

_NUMERAL = "[一二三四五六七八九十]{1,4}"
_MEETING = re.compile(
    f"[\u4e00-\u9fff]{{2,20}}?第?{_NUMERAL}届(?:全国)?(?:人民代表大会|人大)(?:常务委员会|常委会)?"
    f"第?{_NUMERAL}次会议"
)
_DRAFT = re.compile(
    f"(?:第?(?:{_NUMERAL}|\\d{{1,2}})[次轮])?"
    "(?:(?:征求意见|政治协商|协商|讨论|送审|审议|审查|修改|修订|报批|送阅|汇报){1,2}稿|初稿|定稿)"
    "|[（(\\[【]草案[）)\\]】]|^草案$"
)
"""An edition by its name; 草案 only in brackets or alone, for 计划草案的报告 is about one."""
_BRACKETS = "（）()[]【】"
USUAL_EDITION = "审议稿"
"""The edition of a report that does not say which it is."""
_LEAD = re.compile("^(?:[日年月于在的，、]|.*?[日]在)+")
HEAD = 12
"""Units at the beginning of a report among which it says what it is."""


def genre_of(title: str, units: Sequence[Unit]) -> Genre:
    """Return the kind of a report: that of its title, else of its first words, else 其他."""
    titles = [title, *(unit.text for unit in units[:HEAD] if unit.kind == "title")]
    head = " ".join(_close(text) for text in titles)
    for genre, pattern in _RULES:
        if pattern.search(head):
            return genre
    speech = "".join(_close(unit.text) for unit in units[:HEAD])
    return next((genre for genre, pattern in _SPEECH if pattern.search(speech)), "其他")


def is_examined(genre: str) -> bool:
    """Tell whether a report of a genre is examined (审查) and not deliberated (审议)."""
    return genre in EXAMINED


def act_of(genre: str) -> str:
    """Return what a congress does with a report of a genre: 审查 or 审议."""
    return "审查" if is_examined(genre) else "审议"


def meeting_of(units: Sequence[Unit]) -> str:
    """Return the meeting that the first lines of a report name, "" if none does."""
    for unit in units[:HEAD]:
        match = _MEETING.search(_close(unit.text)) if unit.kind in ("meta", "title") else None
        if match:
            return _LEAD.sub("", match[0].rpartition("在")[2])
    return ""


def edition_of_text(title: str, units: Sequence[Unit], called: str = "") -> str:
    """Return which edition a report is: as its first lines say, else its file's name (`called`).

    审议稿 where neither does.
    """
    heads = (unit.text for unit in units[:HEAD] if unit.kind in ("title", "meta"))
    for text in (title, *heads, called):
        match = _DRAFT.search(_close(text))
        if match:
            return match[0].strip(_BRACKETS)
    return USUAL_EDITION


def _close(text: str) -> str:
    return "".join(character for character in text if character not in BLANKS)
