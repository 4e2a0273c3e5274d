"""How an opinion is put into words: its place as people name it, and its canonical sentence.

References follow the usage of printed 修改意见: 第三部分（六）“优化公共服务”一段（第20页）.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Unit

WHOLE = "报告全文"

_NUMERAL = "[一二三四五六七八九十百零〇]+"
_LABELS = (
    (re.compile(rf"第({_NUMERAL})部分[、：:\s]*"), "第{}部分"),
    (re.compile(rf"第({_NUMERAL})章[、：:\s]*"), "第{}章"),
    (re.compile(rf"({_NUMERAL})、\s*"), "第{}部分"),
    (re.compile(rf"[（(]\s*({_NUMERAL}|\d+)\s*[)）]\s*"), "（{}）"),
    (re.compile(r"(\d+)\s*[.．、]\s*(?!\d)"), "第{}点"),
)
_STOPS = "。！？…!?."
_MARKS = "。，；：、！？,;:!?"
_CLOSERS = "”’）)》〉」』】"
_FIRST_WORDS = 5
_LONGEST_FIRST_WORDS = 24
_LONGEST_LINE = 40
_MOVES = re.compile("(?:移|调整|挪|放|并|合并|改)(?:动|写|入)?(?:至|到|入)|提前|后移|前移")

_REVISED = "作修改"
_ON_WHOLE = {"增加": "增加内容", "删除": "作删减", "移位": "调整顺序"}


@dataclass(frozen=True, slots=True)
class Wording:
    """An opinion in words: the sentence itself, why, and what else was said.

    Every part ends with its own mark; `reason` and `remark` are empty or bear their label.
    """

    sentence: str
    reason: str = ""
    remark: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that are there, in reading order."""
        return tuple(part for part in (self.sentence, self.reason, self.remark) if part)


def reference(
    report: Report, anchor: Anchor, *, page: str = "", by_first_words: bool = True
) -> str:
    """Name a place as people in the room find it.

    `page` is printed behind it as given (「第20页」, 「第20—21页」); a bare number becomes 第n页.
    Without `by_first_words` only the sections above are named: the words follow anyway.
    """
    if anchor.unit is None:
        return WHOLE
    unit = report.units[anchor.unit]
    if not by_first_words:
        name = _above(unit.path)
    else:
        name = _section(unit) if anchor.place == "section" else _line(report, unit)
    page = f"第{page}页" if page.isdecimal() else page
    return f"{name}（{page}）" if page else name


def canonical(report: Report, comment: Comment, *, page: str = "") -> str:
    """Put an opinion into one text that reads rightly aloud and loses no word."""
    return "".join(worded(report, comment, page=page).parts)


def worded(report: Report, comment: Comment, *, page: str = "") -> Wording:
    """Put an opinion into words, part by part.

    修改 becomes 「…，将“甲”改为“乙”。」 and what was said beside it a 说明; every other kind is
    its place and its words.
    """
    where = reference(report, comment.anchor, page=page)
    amendment = _amendment(report, comment, where) if comment.kind == "修改" else ""
    if amendment:
        is_said = comment.text in (comment.reason, comment.replacement)
        remark = "" if is_said else _labelled("说明", comment.text)
        return Wording(amendment, _labelled("理由", comment.reason), remark)
    if comment.kind != "修改" and _is_beginning(report, comment.anchor):
        where = reference(report, comment.anchor, page=page, by_first_words=False)
    reason = "" if comment.reason == comment.text else _labelled("理由", comment.reason)
    return Wording(_remark(comment, where), reason)


def quoted(text: str) -> str:
    """Put a text in “ ”; quotes within it become ‘ ’, and those within them “ ”."""
    inner, depth = [], 0
    for character in text:
        if character == "“":
            depth += 1
            inner.append("‘")
        elif character == "”":
            depth = max(0, depth - 1)
            inner.append("’")
        else:
            inner.append({"‘": "“", "’": "”"}.get(character, character) if depth else character)
    return f"“{''.join(inner)}”"


def ended(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    bare = text.rstrip()
    core = bare.rstrip(_CLOSERS)
    last = core[-1:] if core[-1:] in _STOPS else bare[-1:]
    return bare if last and last in _STOPS + _MARKS + "—～~" else f"{bare}。"


def _is_beginning(report: Report, anchor: Anchor) -> bool:
    """Whether a quote is what its paragraph would be named by: it need not be said twice."""
    if anchor.unit is None or not anchor.quote:
        return False
    unit = report.units[anchor.unit]
    is_bare = unit.runin is None and unit.kind == "paragraph"
    return is_bare and not unit.text[: anchor.start].strip()


def _amendment(report: Report, comment: Comment, where: str) -> str:
    """Word an act on the report's text; empty when nothing says what to do."""
    anchor, new = comment.anchor, comment.replacement
    if anchor.unit is None:
        added = comment.act == "增加"
        does = f"：增加{quoted(new)}" if added else f"{_ON_WHOLE.get(comment.act, _REVISED)}：{new}"
        return new and ended(f"对{where}{does}")
    old = anchor.quote and quoted(anchor.quote)
    thing = _thing(report, anchor)
    if comment.act == "删除":
        does = f"删去{old}" if old else f"{thing}删去"
    elif not new:
        does = ""
    elif comment.act == "增加":
        does = (old and f"在{old}后") + f"增加{quoted(new)}"
    elif comment.act == "移位":
        does = (f"将{old}" if old else thing) + (new if _MOVES.match(new) else f"移至{new}")
    else:
        does = (f"将{old}" if old else thing) + f"改为{quoted(new)}"
    return does and ended(f"{where}，{does}")


def _thing(report: Report, anchor: Anchor) -> str:
    """Say what is acted upon where nothing is quoted."""
    if anchor.place == "section":
        return "整节"
    if anchor.unit is not None and report.units[anchor.unit].kind == "paragraph":
        return "整段"
    return ""


def _remark(comment: Comment, where: str) -> str:
    """Word an opinion as its place and its words; one on the whole report is its words."""
    words, quote = comment.text, comment.anchor.quote.rstrip(_MARKS)
    if comment.kind == "修改" and comment.anchor.unit is None:
        where = f"对{where}{_ON_WHOLE.get(comment.act, _REVISED)}"
    elif comment.kind == "修改":
        where += _intent(comment.act, quote)
    elif comment.anchor.unit is None and words:
        return ended(words)
    elif quote:
        where += quoted(quote)
    said = f"{where}：{words}" if words else where
    new = comment.replacement
    return ended(said) + (f"改为{ended(quoted(new))}" if new else "")


def _intent(act: str, quote: str) -> str:
    """Say what is to be done where nobody wrote how; a deletion never asks for that."""
    old = quote and quoted(quote)
    if act == "增加":
        return f"，在{old}后增加内容" if old else "，增加内容"
    if act == "移位":
        return f"，调整{old}的位置" if old else "，调整位置"
    return f"，对{old}{_REVISED}" if old else f"，{_REVISED}"


def _labelled(label: str, text: str) -> str:
    bare = re.sub(rf"^{label}\s*[:：]\s*", "", text)
    return f"{label}：{ended(bare)}" if bare else ""


def _split(title: str) -> tuple[str, str]:
    """Split a heading into the spoken form of its number, if any, and its words."""
    title = title.strip()
    if "㈠" <= title[:1] <= "㈩":
        title = unicodedata.normalize("NFKC", title[0]) + title[1:]
    for pattern, spoken in _LABELS:
        match = pattern.match(title)
        if match:
            return spoken.format(match[1]), title[match.end() :].rstrip(_MARKS)
    return "", title.rstrip(_MARKS)


def _above(path: Sequence[str], *, in_full: bool = False) -> str:
    """Name the sections above a line by their numbers, a top one without by its words."""
    names = []
    for level, title in enumerate(path):
        label, words = _split(title)
        if label or level == 0 or in_full:
            names.append(label or f"{quoted(words)}部分")
    return "".join(names)


def _section(unit: Unit) -> str:
    label, words = _split(unit.runin.text if unit.runin else unit.text)
    name = _above(unit.path) + label + (quoted(words) if words else "")
    return name if label.endswith("部分") else f"{name}一节"


def _line(report: Report, unit: Unit) -> str:
    """Name one line of the report: a paragraph, a heading's words, a line of the title."""
    if unit.kind == "title":
        return "报告标题"
    if unit.kind == "heading":
        label, words = _split(unit.text)
        return f"{_above(unit.path)}{label or quoted(words)}标题"
    if unit.runin is None:
        kind = "一段" if unit.kind in ("paragraph", "note") else "一行"
        return _above(unit.path) + quoted(_first_words(report, unit)) + kind
    label, words = _split(unit.runin.text)
    above = _above(unit.path, in_full=_has_twin(report, unit, unit.runin.text))
    return above + label + (quoted(words) if words else "") + "一段"


def _has_twin(report: Report, unit: Unit, topic: str) -> bool:
    """Whether another paragraph would bear the same name."""
    return any(
        other.runin is not None
        and other.runin.text == topic
        and other.ordinal != unit.ordinal
        and _above(other.path) == _above(unit.path)
        for other in report.units
    )


def _first_words(report: Report, unit: Unit) -> str:
    """Return the words a line begins with: whole clauses, as many as tell it from others."""
    text = unit.text.strip().rstrip(_MARKS)
    clauses = [match.start() for match in re.finditer(f"[{_MARKS}]", text)]
    others = [u.text.strip() for u in report.units if u.ordinal != unit.ordinal]
    longest = _LONGEST_FIRST_WORDS if unit.kind == "paragraph" else _LONGEST_LINE
    short = [end for end in clauses if end <= longest]
    for end in [*short, longest, *clauses]:
        head = text[:end]
        if (
            letter_count(head) >= _FIRST_WORDS
            and _is_balanced(head)
            and not any(other.startswith(head) for other in others)
        ):
            return head if head == text else f"{head}…"
    return text


def _is_balanced(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("（") == text.count("）")
