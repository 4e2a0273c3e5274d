"""How an opinion is put into words: its canonical sentence, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.referring import MARKS, closed_up, quoted, reference
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import is_lost, seen

if TYPE_CHECKING:
    from beiguan_desktop.core.amending import Edit

__all__ = ["Wording", "canonical", "ended", "quoted", "reference", "runs", "told", "worded"]

_STOPS = "。！？…!?."
_CLOSERS = "”’）)》〉」』】"
_MOVES = re.compile("(?:移|调整|挪|放|并|合并|改)(?:动|写|入)?(?:至|到|入)|提前|后移|前移")

_LISTED = 24
"""Letters of a passage from which several edits in it are told one by one."""
_PAIRS = {"“": "”", "‘": "’"}
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


def canonical(report: Report, comment: Comment, *, page: str = "") -> str:
    """Put an opinion into one text that reads rightly aloud and loses no word."""
    return "".join(worded(report, comment, page=page).parts)


def worded(report: Report, comment: Comment, *, page: str = "") -> Wording:
    """Put an opinion into words, part by part.

    修改 becomes 「…，将“甲”改为“乙”。」 and what was said beside it a 说明; every other kind is
    its place and its words. One without a place in the text says so.
    """
    comment = seen(report, comment)
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


def runs(report: Report, comment: Comment, *, page: str = "") -> tuple[tuple[str, bool], ...]:
    """Return the canonical text in runs: fixed words (False), and the report's or the author's."""
    comment = seen(report, comment)
    parts = worded(report, comment, page=page)
    where = len(reference(report, comment.anchor, page=page))
    found = [(parts.sentence[:where], False), *_by_quotes(parts.sentence[where:])]
    for label in (parts.reason, parts.remark):
        found += [(label[:3], False), (label[3:], True)]  # 理由： and 说明：
    return tuple(run for run in found if run[0])


def _by_quotes(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at its outermost quotation marks, which are fixed words."""
    begin = 0
    open_: list[str] = []
    for at, it in enumerate(text):
        if not open_ and it == "“":
            yield text[begin : at + 1], False
            begin, open_ = at + 1, [_PAIRS[it]]
        elif open_ and it in open_:
            while open_.pop() != it:  # one that was never closed
                pass
            if not open_:
                yield text[begin:at], True
                begin = at
        elif open_ and it in _PAIRS:
            open_.append(_PAIRS[it])
    yield text[begin:], False


def ended(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    bare = text.rstrip()
    core = bare.rstrip(_CLOSERS)
    last = core[-1:] if core[-1:] in _STOPS else bare[-1:]
    return bare if last and last in _STOPS + MARKS + "—～~" else f"{bare}。"


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
    if anchor.place == "report":
        added = comment.act == "增加"
        does = (
            f"：增加{_quoted(new)}" if added else f"{_ON_WHOLE.get(comment.act, _REVISED)}：{new}"
        )
        return new and ended(f"对{where}{does}")
    old = anchor.quote and _quoted(anchor.quote)
    thing = _thing(report, anchor)
    if comment.act == "删除":
        does = f"删去{old}" if old else f"{thing}删去"
    elif not new:
        does = ""
    elif comment.act == "增加":
        does = f"{_after(report, anchor)}增加{_quoted(new)}"
    elif comment.act == "移位":
        does = (f"将{old}" if old else thing) + (new if _MOVES.match(new) else f"移至{new}")
    else:
        does = _one_by_one(report, anchor, new)
        does = does or (f"将{old}" if old else thing) + f"改为{_quoted(new)}"
    return does and ended(f"{where}，{does}")


def _one_by_one(report: Report, anchor: Anchor, new: str) -> str:
    """Tell several edits of a long passage one by one; empty where one sentence says it all."""
    text = "" if anchor.unit is None else report.units[anchor.unit].text
    is_here = bool(anchor.quote) and text[anchor.start : anchor.end] == anchor.quote
    if not is_here or letter_count(anchor.quote) < _LISTED:
        return ""
    from beiguan_desktop.core.amending import edits  # noqa: PLC0415 - seldom needed

    found = edits(text, anchor.start, anchor.end, new)
    return "，".join(told(text, it) for it in found) if len(found) > 1 else ""


def told(text: str, edit: Edit) -> str:
    """Tell what is done to a text, without the place: 将“甲”改为“乙”."""
    old, new = _quoted(text[edit.start : edit.end]), _quoted(edit.new)
    if edit.act == "删除":
        return f"删去{old}"
    if edit.act == "增加":
        return f"在{old}后增加{new}" if edit.end else f"在开头增加{new}"
    return f"将{old}改为{new}"


def _after(report: Report, anchor: Anchor) -> str:
    """Say where words are added: after a quotation, or at either end of a whole."""
    if anchor.place == "section":
        return "在本节末尾"
    if anchor.unit is None:
        return f"在{_quoted(anchor.quote)}后" if anchor.quote else "在本段末尾"
    unit = report.units[anchor.unit]
    whole = {"paragraph": "本段", "heading": "标题", "title": "标题"}.get(unit.kind, "本行")
    if anchor.place == "paragraph":
        return f"在{whole}{'末尾' if anchor.end else '开头'}"
    is_last = not unit.text[anchor.end :].strip()
    if is_last and anchor.quote.rstrip(_CLOSERS)[-1:] in _STOPS:
        return f"在{whole}末尾"
    return f"在{_quoted(anchor.quote)}后"


def _quoted(text: str) -> str:
    """Quote words of the report without the source's blanks round its figures."""
    return quoted(closed_up(text))


def _thing(report: Report, anchor: Anchor) -> str:
    """Say what is acted upon where nothing is quoted."""
    if anchor.place == "section":
        return "整节"
    is_whole = is_lost(anchor) and anchor.place == "paragraph"
    if is_whole or (anchor.unit is not None and report.units[anchor.unit].kind == "paragraph"):
        return "整段"
    return ""


def _remark(comment: Comment, where: str) -> str:
    """Word an opinion as its place and its words; one on the whole report is its words."""
    words, quote = comment.text, comment.anchor.quote.rstrip(MARKS)
    if comment.kind == "修改" and comment.anchor.place == "report":
        where = f"对{where}{_ON_WHOLE.get(comment.act, _REVISED)}"
    elif comment.kind == "修改":
        where += _intent(comment.act, quote)
    elif comment.anchor.place == "report" and words:
        return ended(words)
    elif quote:
        where += _quoted(quote)
    said = f"{where}：{words}" if words else where
    new = comment.replacement
    return ended(said) + (f"改为{ended(_quoted(new))}" if new else "")


def _intent(act: str, quote: str) -> str:
    """Say what is to be done where nobody wrote how; a deletion never asks for that."""
    old = quote and _quoted(quote)
    if act == "增加":
        return f"，在{old}后增加内容" if old else "，增加内容"
    if act == "移位":
        return f"，调整{old}的位置" if old else "，调整位置"
    return f"，对{old}{_REVISED}" if old else f"，{_REVISED}"


def _labelled(label: str, text: str) -> str:
    bare = re.sub(rf"^{label}\s*[:：]\s*", "", text)
    return f"{label}：{ended(bare)}" if bare else ""
