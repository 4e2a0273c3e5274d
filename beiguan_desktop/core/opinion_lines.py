"""我的意见 as lines of text: one opinion a line with its number, for a chat or a mail.

A 征求意见稿 is an internal paper: of it no word is quoted, places are named by their numbers,
and a line says that it stays inside.
"""

from collections.abc import Callable, Sequence

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.my_opinions import Part, beside
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.wording import ended, quoted, worded

INTERNAL = "征求意见稿"
STAYS_INSIDE = "内部材料，不要发到群里"

_ACTS = {"修改": "改为", "增加": "增加", "移位": "移到"}


def lines(
    report: Report,
    parts: Sequence[Part],
    *,
    author: Person,
    page_of: Callable[[Comment], str] = lambda _: "",
) -> list[str]:
    """Return the lines: whose opinions on what, then each with its number."""
    is_internal = report.edition == INTERNAL
    entries = [entry for part in parts for entry in part.entries]
    who = "".join((author.delegation, author.name)) or "我"
    edition = f"（{report.edition}）" if is_internal else ""
    head = f"{who}对《{report.title}》{edition}的{report.genre}意见，共{len(entries)}条："
    found = [STAYS_INSIDE] if is_internal else []
    found.append(head)
    for number, comment in ((entry.number, entry.comment) for entry in entries):
        page = page_of(comment)
        said = (
            _unquoted(report, comment, page)
            if is_internal
            else "".join(worded(report, comment, page=page).parts)
        )
        found.append(f"{number}. {_on_one_line(said + ''.join(beside(comment)))}")
    return found


def _unquoted(report: Report, comment: Comment, page: str) -> str:
    """Say an opinion in its author's own words, its place by numbers only."""
    where = _place(report, comment, page)
    new, parts = comment.replacement, []
    if comment.kind == "修改":
        act = _ACTS.get(comment.act)
        if act is None:
            parts.append(f"{where}，删去一处")
        elif not new:
            parts.append(f"{where}，有一处要{comment.act}")
        else:
            what = new if comment.act == "移位" else quoted(new)
            parts.append(f"{where}，{'' if comment.act == '增加' else '有一处'}{act}{what}")
        parts = [ended(parts[0])]
    said = comment.text if comment.text not in (new, comment.reason) else ""
    if parts:
        parts.append(ended(f"说明：{said}") if said else "")
    else:
        parts.append(ended(f"{where}：{comment.text}") if comment.text else f"{where}。")
    parts.append(ended(f"理由：{comment.reason}") if comment.reason else "")
    return "".join(parts)


def _place(report: Report, comment: Comment, page: str) -> str:
    """Name a place without a word of the report: 第57段（第20页）."""
    unit = comment.anchor.unit
    if unit is None:
        return "对报告全文"
    number = report.units[unit].number
    name = f"第{number}段" if number is not None else "一处标题"
    return f"{name}（{page}）" if page else name


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
