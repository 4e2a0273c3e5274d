"""What the list says of each opinion on the older edition. Pure: no widgets."""

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.placed import told
from beiguan_desktop.core.referring import closed_up, reference
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import old_words, seen
from beiguan_desktop.core.wording import canonical
from beiguan_desktop.services.editions import Crossing, Proposal
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.places_rows import ELSEWHERE, HERE, NOT, Row, Section

SECTIONS = {"lost": "找不准，没有猜", "changed": "请看一看", "exact": "已找到位置"}
_DONE = "不必再提。"
_SHOWN = 200
"""The most characters of a passage that a row knows: it shows two lines."""
_ASKED = 60
"""The most characters of what is asked for beside the text."""
_SHORT, _AROUND = 8, 12
"""Shorter words are told with so many characters on either side."""


def sentence(crossing: Crossing) -> str:
    """Say how many opinions of the older edition wait, and what was found for them."""
    begin = "上一稿还有" if crossing.followed & _ids(crossing) else "上一稿有"
    placed, done, lost = crossing.counts
    whole = f"{begin} {len(crossing.waiting)} 条意见"
    parts = [f"{placed} 条已找到位置"] if placed else []
    parts += [f"{done} 条要的话已写进新稿"] if done else []
    parts += [f"{lost} 条找不准"] if lost else []
    if len(parts) == 1:
        only = "都找不准，没有猜" if lost else "要的话都已写进新稿" if done else "都已找到位置"
        return f"{whole}，{only}。"
    return f"{whole}：{'，'.join(parts)}。"


def in_short(crossing: Crossing) -> str:
    """Say no more than how many opinions of the older edition wait."""
    return f"{sentence(crossing).split('条意见')[0]}条意见。"


def _ids(crossing: Crossing) -> set[str]:
    return {it.comment.id for it in crossing.proposals}


def rows(crossing: Crossing, me: str | None) -> list[Row]:
    """Return a row for each opinion that waits; `me` is whose own bear no name."""
    return [_row(crossing, it, me) for it in crossing.waiting]


def _row(crossing: Crossing, proposal: Proposal, me: str | None) -> Row:
    comment, anchor = proposal.comment, proposal.placed.anchor
    here = (HERE,) if anchor is not None and not proposal.obstacle else ()
    old, new = _words(crossing, proposal)
    return Row(
        comment.id,
        comment.kind,
        "" if comment.person == me else comment.author_name,
        asked(crossing.old, comment),
        old,
        new,
        "" if anchor is None or proposal.is_done else labels.place_words(crossing.new, anchor),
        _told(proposal),
        _section(proposal),
        (*here, ELSEWHERE, NOT),
        HERE if proposal.is_preset else NOT if proposal.is_done else "",
    )


def _words(crossing: Crossing, proposal: Proposal) -> tuple[str, str]:
    """Return what an opinion was about, and what stands there now."""
    comment, anchor, adoption = proposal.comment, proposal.placed.anchor, proposal.adoption
    if proposal.is_done and adoption is not None and adoption.was:
        return adoption.was[:_SHOWN], (adoption.now or adoption.was)[:_SHOWN]
    is_short = len(comment.anchor.quote) < _SHORT
    old = stood(comment, crossing.old, is_short=is_short)
    return old, "" if anchor is None else passage(anchor, crossing.new, is_short=is_short)


def _section(proposal: Proposal) -> Section:
    if proposal.placed.anchor is None and not proposal.is_done:
        return "lost"
    return "exact" if proposal.is_preset else "changed"


def _told(proposal: Proposal) -> str:
    adoption = proposal.adoption
    if proposal.is_done and adoption is not None:
        return f"{adoption.note}，{_DONE}"
    return proposal.obstacle or f"{told(proposal.placed)}。"


def asked(old: Report, comment: Comment) -> str:
    """Return what an opinion asks for: of a change the sentence that is printed."""
    has_unit = comment.anchor.unit is None or comment.anchor.unit < len(old.units)
    is_whole = comment.kind == "修改" and has_unit and comment.reading == old.reading
    return canonical(old, comment) if is_whole else comment.text or comment.replacement


def asked_in_short(old: Report, comment: Comment) -> str:
    """Return what an opinion asks for without its place, as far as a line or two hold it."""
    words = asked(old, comment).removeprefix(reference(old, seen(old, comment).anchor))
    return closed_up(words.lstrip("，"))[:_ASKED]


def stood(comment: Comment, old: Report, *, is_short: bool = False) -> str:
    """Return what an opinion was about; of a place in an earlier text only what was quoted."""
    if comment.reading != old.reading and not comment.anchor.quote:
        return ""
    return passage(comment.anchor, old, is_short=is_short)


def passage(anchor: Anchor, report: Report, *, is_short: bool = False) -> str:
    """Return the words of a place; of few ones (`is_short`) with what stands around."""
    if anchor.quote and is_short:
        before, after = anchor.prefix[-_AROUND:], anchor.suffix[:_AROUND]
        begin = "…" if len(before) < len(anchor.prefix) else ""
        end = "…" if len(after) < len(anchor.suffix) else ""
        return closed_up(f"{begin}{before}{anchor.quote}{after}{end}")
    return old_words(anchor, report)[:_SHOWN]
