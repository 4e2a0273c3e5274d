"""我的意见 as lines of text: one opinion a line with its number, for a chat or a mail.

A 征求意见稿 is an internal paper: of it no word is quoted, places are named by their numbers,
and a line says that it stays inside. What somebody wrote as words or as reason is his own. What
he made of the report's text is told by what he added to it; where that repeats the report too
(words put elsewhere, a heading copied), the repeated run is left out.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.differing import BLANKS, pieces
from beiguan_desktop.core.genres import act_of
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.my_opinions import Part, beside, told_taken_back
from beiguan_desktop.core.referring import LOST
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import is_lost, seen
from beiguan_desktop.core.wording import ended, quoted, worded

STAYS_INSIDE = "内部材料，不要发到群里"

_INTERNAL = "征求意见稿"
_LEFT_OUT = "……"
_BLANK = re.compile(f"[{BLANKS}]+")
_HAN = re.compile("[〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_NEAR, _FAR = 4, 8
"""Han characters from which words that stand in the paragraph, or elsewhere in the report, quote
it: shorter ones are anybody's words."""


def is_internal(report: Report) -> bool:
    """Tell whether a report is a 征求意见稿, whichever draft of it, by its edition or title."""
    return _INTERNAL in report.edition or _INTERNAL in report.title


def lines(
    report: Report,
    parts: Sequence[Part],
    *,
    author: Person,
    page_of: Callable[[Comment], str] = lambda _: "",
    taken_back: Sequence[str] = (),
) -> list[str]:
    """Return the lines: whose opinions on what, each with its number, and what counts no more."""
    stays_inside = is_internal(report)
    entries = [entry for part in parts for entry in part.entries]
    who = "".join((author.delegation, author.name)) or "我"
    edition = f"（{report.edition}）" if stays_inside and report.edition else ""
    count = f"共{len(entries)}条：" if entries or not taken_back else "没有了。"
    head = f"{who}对《{report.title}》{edition}的{act_of(report.genre)}意见，{count}"
    found = [STAYS_INSIDE] if stays_inside else []
    found.append(head)
    for number, comment in ((entry.number, seen(report, entry.comment)) for entry in entries):
        page = page_of(comment)
        said = (
            _unquoted(report, comment, page)
            if stays_inside
            else "".join(worded(report, comment, page=page).parts)
        )
        found.append(f"{number}. {_on_one_line(said + ''.join(beside(comment)))}")
    return [*found, told_taken_back(taken_back)] if taken_back else found


def _unquoted(report: Report, comment: Comment, page: str) -> str:
    """Say an opinion in its author's own words, its place by numbers only."""
    where = _place(report, comment, page)
    if comment.kind == "修改":
        is_said = comment.text in (comment.replacement, comment.reason)
        parts = [ended(f"{where}，{_act(report, comment)}")]
        parts.append("" if is_said or not comment.text else ended(f"说明：{comment.text}"))
    else:
        parts = [ended(f"{where}：{comment.text}") if comment.text else f"{where}。"]
    parts.append(ended(f"理由：{comment.reason}") if comment.reason else "")
    return "".join(parts)


def _act(report: Report, comment: Comment) -> str:
    """Say what is done to the report's text, by nothing but what its author added."""
    if comment.act == "删除":
        return "删去一处"
    if comment.act == "移位":
        return "有一处要移位"  # where to is told by words of the report
    own = "、".join(quoted(words) for words in _own(report, comment))
    if comment.act == "增加":
        return f"增加{own}" if own else "有一处要增加"
    return f"有一处要改，加上{own}" if own else "有一处要修改"


def _own(report: Report, comment: Comment) -> Iterator[str]:
    """Yield what an author added to the report's words, without what repeats them."""
    anchor = comment.anchor
    here = "" if anchor.unit is None else report.units[anchor.unit].text
    old = (anchor.quote or here) if comment.act == "修改" else ""
    texts = ((_NEAR, [_closed(here)]), (_FAR, [_closed(unit.text) for unit in report.units]))
    for piece in pieces(old, comment.replacement):
        if piece.kind == "added":
            words = _closed(piece.words)
            for least, those in texts:
                words = _without(words, those, least)
            if _LEFT_OUT not in words or letter_count(words):
                yield words


def _without(words: str, texts: Sequence[str], least: int) -> str:
    """Leave out every run of so many Han characters that stands in one of some texts."""
    kept = [True] * len(words)
    for run in _HAN.finditer(words):
        for at in range(run.start(), run.end() - least + 1):
            if any(words[at : at + least] in text for text in texts):
                kept[at : at + least] = [False] * least
    marked = "".join(it if keep else "\0" for it, keep in zip(words, kept, strict=True))
    return re.sub("\0+", _LEFT_OUT, marked)


def _closed(text: str) -> str:
    return _BLANK.sub("", text)


def _place(report: Report, comment: Comment, page: str) -> str:
    """Name a place without a word of the report: 第57段（第20页）."""
    unit = comment.anchor.unit
    if unit is None:
        return f"{LOST}一处" if is_lost(comment.anchor) else "对报告全文"
    number = report.units[unit].number
    name = f"第{number}段" if number is not None else "一处标题"
    return f"{name}（{page}）" if page else name


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
