"""提示: what somebody may want to know about the words he has just written; never a gate.

Rather silent than wrong: every rule asks for signs that leave hardly any doubt, and an opinion
that only might be meant is left alone.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from beiguan_desktop.core.departments import Row, names, propose

_LEAST = 8
"""With fewer characters nobody can say yet what it will become."""

_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_LANDLINE = re.compile(r"(?<![0-9A-Za-z.])0[1-9]\d{1,2}[)]?[ -]?[2-9]\d{6,7}(?!\d)")
"""An area code and 7 or 8 figures: 0372-2912345, (010)65432100."""
_OF_OFFICE = re.compile(
    "(?:热线|专线|总机|(?:服务|办公|投诉|举报|咨询|监督)电话)[^\\d，。；]{0,4}$"
)
"""What stands before a number that is everybody's to know."""
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_BY_ACT = {
    "质询": re.compile(
        r"(?:提出?|进行|特此|现就|联名|书面|依法|我要?|我们要?|代表)(?:书面)?质询(?!制|权|和|、|的)"
        r"|质询(?:区|县|市)?(?:政府|区长|[^，。、；\s]{1,8}(?:局|委|办|部门))"
    ),
    "议案": re.compile(
        r"(?:作为|列为|列入|形成|提出|提交|提请|本)(?:代表|一?[件个份项])?议案(?![的和、办答]|办理)"
    ),
    "罢免": re.compile(r"(?:建议|要求|提议|提出|应当?|应予|申请|依法|请求)罢免(?!制|权|和|、|的)"),
}
_REQUEST = re.compile(
    "建议|希望|盼|望|应|请|要|须|需|宜|最好|能否|可否|能不能|是否|可以|不妨|争取|尽快|尽早|及时|"
    "加[快强大密装设]|增[加设派]|完善|推进|推动|落实|解决|改[进善造为成]|提[高升速]|优化|扩大|建立|"
    "健全|设立|制定|出台|取消|减少|降低|修[建复订缮]|新建|让|把|使|多|尽量|考虑|明确|补|写|统一|"
    "严|管|查|抓|做到|保障|支持|鼓励|引导|督促|协调|继续|进一步|坚持"
)
_ASKING = re.compile("建议|希望|恳请|请求|请|应当|应该|应|要求|要|呼吁")
_PASSED_ON = re.compile(
    "反映|争取|协调|对接|沟通|配合|联系|呼吁|上报|向上|向省|向市|会同|商请|推动"
)
_ELSE = "(?![门口路街旁附家宿东南西北小社站])"
"""A body is not asked where its name is part of a place's: 法院路, 铁路局家属院, 教育部门."""
_PRAISE = re.compile(
    "(?:成绩|成效|成果|变化|亮点|效果|进步)[^，。；]{0,4}(?:显著|明显|很大|突出|喜人|巨大|来之不易)|"
    "值得肯定|充分肯定|令人鼓舞|令人振奋|(?:完全|十分|非常|很)(?:赞同|同意|满意|赞成|拥护)|"
    "实事求是|做得[很非]?常?好|干得好|说得好|很好"
)
_TROUBLE = re.compile("但|不过|然而|不足|不够|问题|困难|难|少|慢|差|缺|没|未|无|还是|仍|不")
_ITEM = re.compile(
    r"(?:(?<=^)|(?<=[。；;：:，\n]))\s*"
    r"(?:[一二三四五六七八]是|第[一二三四五六七八][，,、]|[（(][一二三四五六七八\d][)）]|"
    r"[1-8][.．、](?!\d)|[①-⑧])"
)


@dataclass(frozen=True, slots=True)
class Power:
    """What is not for a district: words of bodies that are asked, or of matters."""

    is_body: bool
    words: tuple[str, ...]
    whose: str
    instead: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What the rules go by: the limits of a district, acts with rules of their own, departments."""

    powers: tuple[Power, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    departments: tuple[Row, ...] = ()


def parse_powers(text: str) -> tuple[Power, ...]:
    """Read lines of 「谁｜词、词｜归谁管｜可以怎样写」, or 「事｜…」; others say nothing."""
    cells = [line.split("｜") for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        Power(kind == "谁", names(words), whose, instead)
        for kind, words, whose, instead in (it for it in cells if len(it) == 4)
    )


def parse_acts(text: str) -> tuple[tuple[str, str], ...]:
    """Read lines of 「词｜说明」."""
    cells = [line.split("｜") for line in text.splitlines() if not line.startswith("#")]
    return tuple((word, said) for word, said in (it for it in cells if len(it) == 2))


def hints(kind: str, text: str, tables: Tables) -> tuple[str, ...]:
    """Return what to say about words of a kind, what matters most first; mostly nothing.

    `text` is all that stands in the boxes; the sentences say what to do, in Chinese.
    """
    text = unicodedata.normalize("NFKC", text).replace(",", "，").replace(";", "；")
    found = [_personal(text), _formal(text, tables.acts), _beyond(text, tables.powers)]
    if kind == "建议" and len(text.strip()) >= _LEAST:
        found.append(_praising(text) or _asking_nothing(text))
    if kind != "修改":
        found.append(_several(text, tables.departments))
    return tuple(filter(None, found))


def _personal(text: str) -> str:
    if _IDENTITY.search(text):
        return "里面有身份证号。意见会印出来、交上去，请去掉它。"
    own = (it for it in _LANDLINE.finditer(text) if not _OF_OFFICE.search(text[: it.start()]))
    what = "手机号" if _MOBILE.search(text) else next(("电话号码" for _ in own), "")
    if what:
        return f"里面有{what}。意见会印出来、交上去，不想公开就请去掉。"
    return ""


def _formal(text: str, acts: Iterable[tuple[str, str]]) -> str:
    return next((said for word, said in acts if word in _BY_ACT and _BY_ACT[word].search(text)), "")


def _beyond(text: str, powers: Iterable[Power]) -> str:
    """Name who decides, where a sentence asks somebody or something beyond the district."""
    sentences = [it for it in re.split("[。；！？!?\n]", text) if _ASKING.search(it)]
    for power in powers:
        words = "|".join(map(re.escape, power.words))
        asked = re.compile(f"(?:建议|希望|恳请|请求|呼吁|请|要求)(?:由|让)?(?:{words}){_ELSE}")
        named = asked if power.is_body else re.compile(words)
        if any(named.search(it) and not _PASSED_ON.search(it) for it in sentences):
            return f"这件事归{power.whose}管，区里定不了。可以写成“{power.instead}”。"
    return ""


def _praising(text: str) -> str:
    is_praise = _PRAISE.search(text) and not (_TROUBLE.search(text) or _ASKING.search(text))
    return "都是肯定的话。有要请政府做的，可以再加一句“建议……”。" if is_praise else ""


def _asking_nothing(text: str) -> str:
    if _REQUEST.search(text):
        return ""
    return "还看不出请政府做什么。可以加一句“建议……”，更好办理。"


def _several(text: str, rows: tuple[Row, ...]) -> str:
    """Tell that numbered points are for different departments: none shares one with another."""
    borders = [*(match.start() for match in _ITEM.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(borders)]
    found = [set(propose(rows, [part], most=99)) for part in parts if _ASKING.search(part)]
    known = [part for part in found if part]
    if len(known) >= 2 and len(set().union(*known)) == sum(map(len, known)):
        return "里面有几件事，归不同的部门。一件事写一条，更好办理。"
    return ""
