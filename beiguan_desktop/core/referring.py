"""How a place is named, as people in the room find it.

References follow the usage of printed 修改意见: 第三部分（六）“优化公共服务”一段（第20页）.
"""

import re
import unicodedata
from collections.abc import Sequence

from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.unplaced import is_lost

WHOLE = "报告全文"
LOST = "没找到位置的"
_LOST = {"passage": "一处", "paragraph": "一段", "section": "一节"}

_NUMERAL = "[一二三四五六七八九十百零〇]+"
_LABELS = (
    (re.compile(rf"第({_NUMERAL})部分[、：:\s]*"), "第{}部分"),
    (re.compile(rf"第({_NUMERAL})章[、：:\s]*"), "第{}章"),
    (re.compile(rf"({_NUMERAL})、\s*"), "第{}部分"),
    (re.compile(rf"[（(]\s*({_NUMERAL}|\d+)\s*[)）]\s*"), "（{}）"),
    (re.compile(r"(\d+)\s*[.．、]\s*(?!\d)"), "第{}点"),
)
MARKS = "。，；：、！？,;:!?"
BLANK = " \u3000"
"""What the source puts between words, for `strip` and its like."""
_BLANKS = re.compile(f"[{BLANK}]+")
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
"""Figures of PM₂.₅ and the like."""
_FIRST_WORDS = 5
_LONGEST_FIRST_WORDS = 24
_LONGEST_LINE = 40


def reference(
    report: Report, anchor: Anchor, *, page: str = "", by_first_words: bool = True
) -> str:
    """Name a place as people in the room find it.

    `page` is printed behind it as given (「第20页」, 「第20—21页」); a bare number becomes 第n页.
    Without `by_first_words` only the sections above are named: the words follow anyway.
    """
    if anchor.unit is None:
        return _lost(anchor) if is_lost(anchor) else WHOLE
    unit = report.units[anchor.unit]
    if not by_first_words:
        name = _above(unit.path)
    else:
        name = _section(unit) if anchor.place == "section" else _line(report, unit)
    page = f"第{page}页" if page.isdecimal() else page
    return f"{name}（{page}）" if page else name


def closed_up(text: str, start: int = 0, end: int | None = None) -> str:
    """Return text[start:end] without the source's blanks between Han characters and figures.

    What stands around counts: a blank at either end goes if it would go within the text.
    """
    low, high = len(text[:start].rstrip(BLANK)), len(text) if end is None else end
    beyond = len(text) - len(text[high:].lstrip(BLANK))
    parts, at = [], start
    for blanks in _BLANKS.finditer(text, low, beyond):
        if _is_uneven(blanks):
            parts.append(text[at : max(at, blanks.start())])
            at = max(at, min(high, blanks.end()))
    return "".join([*parts, text[at:high]])


def _is_uneven(blanks: re.Match[str]) -> bool:
    """Whether a figure or a Latin word stands on one side of blanks, and Han on the other."""
    text, start, end = blanks.string, *blanks.span()
    around = text[start - 1 : start] + text[end : end + 1]
    return sorted(it.isascii() or it in _LOWERED for it in around) == [False, True]


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


def _split(title: str) -> tuple[str, str]:
    """Split a heading into the spoken form of its number, if any, and its words."""
    title = title.strip()
    if "㈠" <= title[:1] <= "㈩":
        title = unicodedata.normalize("NFKC", title[0]) + title[1:]
    for pattern, spoken in _LABELS:
        match = pattern.match(title)
        if match:
            return spoken.format(match[1]), title[match.end() :].rstrip(MARKS)
    return "", title.rstrip(MARKS)


def _above(path: Sequence[str], *, in_full: bool = False) -> str:
    """Name the sections above a line by their numbers, a top one without by its words."""
    names = []
    for level, title in enumerate(path):
        label, words = _split(title)
        if label or level == 0 or in_full:
            names.append(label or f"{quoted(words)}部分")
    return "".join(names)


def _lost(anchor: Anchor) -> str:
    """Name a place that is no more in the text by the words that stood there, if none is quoted."""
    name = f"{LOST}{_LOST[anchor.place]}"
    if anchor.quote or not anchor.prefix:
        return name
    words = closed_up(anchor.prefix).strip().rstrip(MARKS)
    short = words[:_LONGEST_FIRST_WORDS]
    return name + quoted(short if short == words else f"{short}…")


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
    text = unit.text.strip().rstrip(MARKS)
    clauses = [match.start() for match in re.finditer(f"[{MARKS}]", text)]
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
