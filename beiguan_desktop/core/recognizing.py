"""What a file is taken for that is no report.

A report that is turned away costs a deputy his evening, a novel that is let in nothing: so a text
is refused only when it lacks all that a report has, each mark of which alone lets it in. Measured
on 188 reports and on texts that are none; the least and the most met stand at each bound.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from beiguan_desktop.core.report import Reading

_LOOKED_AT = 40_000
"""Characters from the beginning; they say what a text is, and take a fraction of a second."""
_LONGEST = 1_000
"""Characters of a line or unit among which its form is looked for."""
_HEAD = 12
"""Units at the beginning among which a title and the opening words are looked for."""
_FEW = 20
"""Letters below which nothing can be said but that they are few."""
_LEAST = 150
"""Letters below which a text must say that it is a report; the shortest whole one has 3,222."""
_FORMAL = 15.0
"""Formal words in 1,000 Han characters that make a report; reports have 27 to 106, tales 0 to 6."""
_OFTEN_FORMAL = 6.0
"""As many are enough for a text that addresses the meeting, or has chapters."""
_TALE = 8.0
"""Words of a tale in 1,000 Han characters; reports have 0 to 6.4."""
_DIGITS = 0.25
"""The share of figures among the letters that makes a table; reports have 0 to 0.16."""
_HAN = 0.3
"""The share of Han characters below which a text is none in Chinese; reports have 0.84 to 1."""
_SENTENCES = 5.0
"""Ends of sentences in 1,000 letters; lists, verses and tables have fewer, reports 18 to 37."""

_SOME = 300
"""Units among which chapters and a word to the meeting are looked for."""

_HAN_CHARACTER = re.compile("[\u3400-\u9fff]")
_NEW_FORMS = str.maketrans(
    "\u5011\u5283\u52d9\u5340\u5805\u5831\u5be6\u5be9\u5ef3\u6703\u696d\u6975\u6a19\u6a5f"
    "\u6aa2\u6fdf\u73fe\u7522\u767c\u76e3\u773e\u7a4d\u7d50\u7d93\u7db1\u7e23\u7e3d\u898f"
    "\u8a08\u8a2d\u8acb\u8b70\u8fa6\u8fb2\u9109\u93ae\u9805\u9810\u9ede\u9ee8\u9032\u5f37"
    "\u9577\u570b\u95dc\u8ecd",
    "们划务区坚报实审厅会业极标机检济现产发监众积结经纲县总规计设请议办农乡镇项预点党进强长国关军",
)
"""The traditional forms of what the patterns look for."""
_TITLE = re.compile(
    "(?!我|听|同意|赞|第.{1,4}[章回节])(?!.{0,60}(?:发言|体会|心得))[^。！？；]{0,60}"
    "(?:报告|汇报|草案|计划|预算|决算|规划|纲要|要点|方案|总结)(?:[（(][^（()）]{1,30}[)）]){0,2}"
)
_OPENING = re.compile(
    "[向请提现][^。！？；]{0,20}(?:报告(?:工作|如下)|(?<!工)作(?!的|了)[^。，！？；]{0,12}报告)"
    "|请[^。！？；]{0,12}(?:审议|审查)"
)
_FORMAL_WORDS = re.compile(
    "推进|加强|完善|实施|建设|发展|落实|深化|提升|提高|加快|促进|保障|改革|全面|工作|项目|完成|增长"
    "|服务|管理|制度|经济|社会|政府|人民|企业|农业|工业|生产|群众|治理|监督|预算|支出|收入|计划|任务"
    "|目标|重点|切实|积极|坚持|法院|检察|审判|案件|代表|会议|机制|机关"
)
_TALE_WORDS = re.compile(
    "[他她你您咱俺]|说道|笑道|问道|我(?![们市区县国省镇乡州院厅局办校党军旗盟])"
)
_TALE_CHAPTER = re.compile("第[0-9０-９一二三四五六七八九十百千零〇两]{1,6}[章回]")
_NUMBER = re.compile(r"^[ \t\u3000]*[(（]?[0-9０-９]{1,3}[.．、)）][ \t]*", re.M)
_MAIL = re.compile("(?:发件人|收件人|抄送|主题|发送时间|From|To|Cc|Subject|Sent|Date) ?[:：]", re.I)
_CODE = re.compile(
    r"[{};]$|^\s*(?:import|from|def|return|class|function|const|var|public|#include|</?\w)\b"
)
_CLOCK = re.compile(r"\[?(?:\d{4}[-/]\d\d[-/]\d\d|\w{3} +\d+)[T ]\d\d:\d\d")
_MOST_OF = 0.5


@dataclass(frozen=True, slots=True)
class _Look:
    """What the beginning of a text looks like; rates are per 1,000 letters or Han characters."""

    lines: tuple[str, ...]
    letters: int
    han: float
    digits: float
    sentences: float
    formal: float
    tale: float
    is_named: bool
    is_addressed: bool
    chapters: int


def taken_for(reading: Reading, text: str) -> str:
    """Return how a text that is no report looks, such as 看起来是一部小说; empty for a report.

    `reading` is what was made of `text`. In doubt it is a report.
    """
    look = _look(reading, text[:_LOOKED_AT].translate(_NEW_FORMS))
    if look.letters < _FEW and not look.is_named:
        return _A_FEW_WORDS
    found = next((words for words, holds in _WHATEVER_ITS_TITLE if holds(look)), "")
    if found or _may_be_report(look):
        return found
    return next((words for words, holds in _OTHERS if holds(look)), "看起来是别的文章")


def _look(reading: Reading, text: str) -> _Look:
    units = reading.units
    head = [unit.text[:_LONGEST].translate(_NEW_FORMS) for unit in units[:_HEAD]]
    letters = sum(map(str.isalnum, text))
    han = len(_HAN_CHARACTER.findall(text))
    return _Look(
        lines=tuple(line[:_LONGEST] for line in text.splitlines() if not line.isspace()),
        letters=letters,
        han=han / max(1, letters),
        digits=sum(map(str.isdigit, _NUMBER.sub("", text))) / max(1, letters),
        sentences=1000 * sum(map(text.count, "。！？；")) / max(1, letters),
        formal=1000 * len(_FORMAL_WORDS.findall(text)) / max(1, han),
        tale=1000 * len(_TALE_WORDS.findall(text)) / max(1, han),
        is_named=any(_TITLE.fullmatch(words) or _OPENING.search(words) for words in head),
        is_addressed=any(unit.kind == "salutation" for unit in units[:_SOME]),
        chapters=sum(unit.kind == "heading" for unit in units[:_SOME]),
    )


def _may_be_report(look: _Look) -> bool:
    """Tell whether a text has one of the marks, each of which is enough.

    It calls itself a report or opens as one; it is full of formal words; or it has some and
    addresses the meeting, or is divided into chapters.
    """
    if look.han < _HAN or _is_tale(look):
        return False
    if look.is_named:
        return True
    is_formal = look.formal >= _FORMAL
    is_half = look.formal >= _OFTEN_FORMAL and (look.is_addressed or look.chapters > 1)
    return look.letters >= _LEAST and (is_formal or is_half)


def _is_table(look: _Look) -> bool:
    """Figures, and hardly a sentence; with a report's title, not a single one."""
    least = 0.0 if look.is_named else _SENTENCES
    return look.digits >= _DIGITS and look.sentences <= least


def _is_tale(look: _Look) -> bool:
    """He and she, what they said, and nothing of what a report speaks of; or 第一回."""
    has_chapters = sum(bool(_TALE_CHAPTER.match(text)) for text in look.lines) > 1
    return look.formal < _OFTEN_FORMAL and (look.tale >= _TALE or has_chapters)


def _is_mail(look: _Look) -> bool:
    """Two of the lines that a letter by post office of today begins with."""
    return sum(bool(_MAIL.match(text)) for text in look.lines[:_HEAD]) > 1


def _is_log(look: _Look) -> bool:
    """Most lines begin with day and hour."""
    return _share(look, _CLOCK) > _MOST_OF


def _is_code(look: _Look) -> bool:
    """Many lines end as those of programs do, or begin so."""
    return look.han < _HAN and _share(look, _CODE) > _MOST_OF / 2


def _is_foreign(look: _Look) -> bool:
    """Other letters than Han characters."""
    return look.han < _HAN


def _is_list(look: _Look) -> bool:
    """Short lines without an end: things to buy, names, verses."""
    return look.sentences < _SENTENCES and look.letters < 20 * len(look.lines)


def _share(look: _Look, pattern: re.Pattern[str]) -> float:
    return sum(bool(pattern.search(text)) for text in look.lines) / max(1, len(look.lines))


_WHATEVER_ITS_TITLE: tuple[tuple[str, Callable[[_Look], bool]], ...] = (
    ("看起来是程序的运行记录", _is_log),
    ("看起来是一张数字表", _is_table),
)
"""How a text looks in which there is nothing to read: the first that holds."""
_A_FEW_WORDS = "只有几句话"
_OTHERS: tuple[tuple[str, Callable[[_Look], bool]], ...] = (
    ("看起来是一封电子邮件", _is_mail),
    ("看起来是程序代码", _is_code),
    ("里面大多不是汉字", _is_foreign),
    ("看起来是一部小说或者故事", _is_tale),
    ("看起来是一张清单，或者诗歌", _is_list),
    (_A_FEW_WORDS, lambda look: look.letters < _LEAST),
)
"""How a text looks that is no report: the first that holds."""
