"""Giving an opinion another place; its words stay as they are."""

from dataclasses import replace

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import NEEDS_WORDS, Anchor, Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.services import commenting


def move(
    report: Report, comment: Comment, anchor: Anchor, *, change_id: str, now: str
) -> Change | None:
    """Put an opinion elsewhere in its report; None when it is there already.

    Raises UserError for a place that its words do not fit, and for an opinion of another report
    or in the bin.
    """
    if comment.withdrawn_at is not None:
        raise UserError("这条意见已经撤回，不能换地方。请先把它找回来。")
    if comment.report != report.id:
        raise UserError("这条意见是另一份报告的，不能放到这里。")
    if comment.anchor == anchor and comment.reading == report.reading:
        return None
    if comment.act in NEEDS_WORDS and anchor.place in ("section", "report"):
        raise UserError("改报告的意见要放在一句话或者一段上。请点要改的那句话。")
    words = commenting.Words(
        comment.kind, comment.text, comment.act, comment.replacement, comment.reason
    )
    commenting.checked(words, anchor)
    is_here = has_place(report, comment)
    is_resized = (anchor.unit, anchor.place) == (comment.anchor.unit, comment.anchor.place)
    after = replace(comment, anchor=anchor, reading=report.reading, changed_at=now)
    edit = Edit(comment.id, comment, after)
    label = ("改位置" if is_resized else "换地方") if is_here else "放到正文里"
    return Change(change_id, label, now, comment.person, (edit,))


def original_words(report: Report, change: Change) -> str:
    """Return the new 原文 when a move changed it, empty when the opinion has none."""
    after = change.edits[0].after
    if not isinstance(after, Comment) or after.act not in NEEDS_WORDS:
        return ""
    unit = after.anchor.unit
    return after.anchor.quote or ("" if unit is None else report.units[unit].text)
