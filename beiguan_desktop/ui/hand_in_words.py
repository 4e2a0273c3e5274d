"""What the page 交意见 says: its rows, and how this hand-in differs from the last."""

from collections.abc import Collection

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.handing_in import Difference, HandIn
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.core.wording import canonical
from beiguan_desktop.services.handing_in import AT_HOME, DRAFT, PRIVATE, Outgoing
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.tick_model import TickRow

NOTHING = "还没有可以交的意见。先在报告里点一句话，写下意见，再来这里。"
NONE_TICKED = "一条都没有勾。请先勾上要交的意见。"
FIRST = "还没有交过。勾着的交上去，去掉勾的留在家里。"

FRESH = "刚写的，还没有点“完成”。请看看写完没有；没写完，去掉勾，这次不交。"
_CHANGED, _NEW, _TO_TAKE_BACK = "交过，又改了", "没交过", "交过，这次撤回"
_TO_HAND_IN = "要交，请改这条意见，在“更多”里去掉“仅自己可见”"
_TO_FINISH = "写完以后再来交"


def head(outgoing: Outgoing) -> str:
    """Say how many go."""
    count = len(outgoing.going)
    if not count and outgoing.taken_back:
        return f"要撤回 {len(outgoing.taken_back)} 条意见"
    return f"要交 {count} 条意见" if count else "交意见"


def count(outgoing: Outgoing) -> str:
    """Say how many go, or how many are taken back where nothing else is said."""
    going = len(outgoing.going)
    return f"共 {going} 条" if going else f"撤回 {len(outgoing.taken_back)} 条"


def history(outgoing: Outgoing) -> str:
    """Say when the last hand-in was, and what is different now."""
    last = outgoing.last
    if last is None:
        return FIRST if outgoing.may_go else ""
    if not outgoing.difference:
        return (
            f"和上次交的一样（{_when(last)}，第{last.ordinal}次）。"
            "要再印一份，照样可以，不算再交一次。"
        )
    changes = different(outgoing.difference)
    return f"上次是{_when(last)}（第{last.ordinal}次）。这次比上次{changes}。"


def different(difference: Difference) -> str:
    """Say what is different: 多 2 条，改 1 条，撤回 1 条."""
    parts = (
        ("多", difference.added),
        ("改", difference.changed),
        ("撤回", difference.withdrawn),
    )
    return "，".join(f"{word} {count} 条" for word, count in parts if count)


def rows(outgoing: Outgoing, above: Collection[str], fresh: str = "") -> list[TickRow]:
    """Return the rows of the list: those that go first, with a heading over each part.

    `above` are those that stand in the upper part, ticked or not: a row whose tick is taken away
    does not jump from under the pointer. `fresh` is one whose author has not said that it is done.
    """
    numbers = {entry.comment.id: entry.number for part in outgoing.parts for entry in part.entries}
    numbers |= {each.comment: each.number for each in outgoing.printed}
    upper = [_row(outgoing, c, numbers, fresh) for c in outgoing.may_go if c.id in above]
    lower = [_row(outgoing, c, numbers, fresh) for c in outgoing.may_go if c.id not in above]
    note = f"{PRIVATE}。{_TO_HAND_IN}。"
    lower += [_stays(outgoing, comment, note) for comment in outgoing.private]
    lower += [
        _stays(outgoing, draft.comment, f"{DRAFT}。{_TO_FINISH}。") for draft in outgoing.drafts
    ]
    going = sum(row.is_ticked is True for row in (*upper, *lower))
    staying = len(upper) + len(lower) - going
    first = [TickRow("", f"要交的 {going} 条"), *upper] if upper else []
    second = [TickRow("", f"留下的 {staying} 条"), *lower] if lower else []
    return [*first, *second]


def _row(outgoing: Outgoing, comment: Comment, numbers: dict[str, str], fresh: str) -> TickRow:
    goes = comment.id in outgoing.chosen
    standing = outgoing.standing(comment)
    side = ""
    if standing.is_handed_in:
        side = f"已交（第{standing.ordinal}次）"
    elif outgoing.last is not None:
        side = _CHANGED if standing.ordinal else _NEW
    return TickRow(
        comment.id,
        words(outgoing, comment),
        numbers.get(comment.id, ""),
        place(outgoing.report, comment),
        side,
        (FRESH if comment.id == fresh else "") if goes else f"{AT_HOME}。",
        goes,
    )


def _stays(outgoing: Outgoing, comment: Comment, note: str) -> TickRow:
    side = _TO_TAKE_BACK if outgoing.standing(comment).ordinal else ""
    where = place(outgoing.report, comment)
    return TickRow(comment.id, words(outgoing, comment), place=where, side=side, note=note)


def place(report: Report, comment: Comment) -> str:
    """Name kind and place: 改报告　第57段."""
    kind = labels.BUTTONS.get(comment.kind, (comment.kind,))[0]
    is_here = has_place(report, comment)
    return f"{kind}　{labels.place_words(report, comment.anchor) if is_here else labels.LOST}"


def words(outgoing: Outgoing, comment: Comment) -> str:
    """Return what an opinion says: for another wording, the sentence that is printed."""
    if comment.kind == "修改":
        return canonical(outgoing.report, comment)
    return "".join((comment.text, f"理由：{comment.reason}" if comment.reason else ""))


def _when(last: HandIn) -> str:
    at = labels.clock_words(last.at)
    return at if "月" in at else f"今天 {at}"
