"""What the list says of each opinion when the text of a report is replaced. Pure: no widgets."""

from collections.abc import Callable
from dataclasses import replace

from beiguan_desktop.core.comment import Anchor, Comment, Highlight
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.placed import STEADY, told
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import old_words
from beiguan_desktop.services.turning import Offer, may_take
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.crossing_rows import asked
from beiguan_desktop.ui.places_rows import HERE, NOT, Row, Section

_PLACED = Comment | Highlight
_STROKE = "画重点"
_PROPOSED = "放在它现在开头的那一段吗？"
_BY_HAND = "换好以后，可以在正文里给它指一处。"
_SHOWN = 200
"""The most characters of a passage that a row knows: it shows two lines."""


def rows(offer: Offer, sees: Callable[[Comment | Highlight], bool]) -> list[Row]:
    """Return a row for each opinion and mark that whoever sits here may see."""
    found = []
    for edit in offer.shown.moved:
        before, after = edit.before, edit.after
        if isinstance(before, _PLACED) and isinstance(after, _PLACED) and sees(before):
            found.append(_moved(offer, before, after))
    lost = (it for it in offer.shown.unplaced if sees(it.record))
    return [*found, *(_lost(offer, it.record, it.proposal) for it in lost)]


def _moved(offer: Offer, before: Comment | Highlight, after: Comment | Highlight) -> Row:
    how, new = offer.shown.how[before.id], offer.shown.new
    if how.rule in STEADY and letters(_quote(before)) != letters(_quote(after)):
        # a place that it had in this very text before, with other words
        how = replace(how, rule="fuzzy")
    section: Section = "exact" if how.rule in STEADY else "changed"
    acts = () if section == "exact" else (HERE, NOT)
    return _row(
        before,
        offer.old,
        new=_words(after, new),
        where=_where(after, new),
        rule=f"{told(how)}。",
        section=section,
        acts=acts,
    )


def _lost(offer: Offer, record: Comment | Highlight, proposal: Anchor | None) -> Row:
    why = f"{told(offer.shown.how[record.id])}。"
    if proposal is not None and proposal.unit is not None and may_take(record):
        where = labels.place_words(offer.shown.new, proposal)
        new = offer.shown.new.units[proposal.unit].text[:_SHOWN]
        rule, acts = f"{why}{_PROPOSED}", (HERE, NOT)
        return _row(record, offer.old, new=new, where=where, rule=rule, section="lost", acts=acts)
    return _row(record, offer.old, new="", where="", rule=f"{why}{_BY_HAND}", section="lost")


def _quote(record: Comment | Highlight) -> str:
    return record.quote if isinstance(record, Highlight) else record.anchor.quote


def _row(  # noqa: PLR0913 - what a row says
    record: Comment | Highlight,
    old: Report,
    *,
    new: str,
    where: str,
    rule: str,
    section: Section,
    acts: tuple[str, ...] = (),
) -> Row:
    is_opinion = isinstance(record, Comment)
    return Row(
        record.id,
        record.kind if isinstance(record, Comment) else _STROKE,
        record.author_name if isinstance(record, Comment) else "",
        asked(old, record) if isinstance(record, Comment) else record.quote,
        _words(record, old) if is_opinion else "",
        new if is_opinion or section != "exact" else "",
        where,
        rule,
        section,
        acts,
        HERE if section == "changed" else "",
    )


def _words(record: Comment | Highlight, report: Report) -> str:
    if isinstance(record, Highlight):
        return record.quote
    return old_words(record.anchor, report)[:_SHOWN]


def _where(record: Comment | Highlight, report: Report) -> str:
    if isinstance(record, Highlight):
        number = report.units[record.unit].number
        return f"第{number}段" if number is not None else "这一行"
    return labels.place_words(report, record.anchor)


def head(offer: Offer, shown: list[Row]) -> str:
    """Say in one line what becomes of the opinions."""
    steady = sum(row.section == "exact" for row in shown)
    moved = sum(row.section == "changed" for row in shown)
    lost = sum(row.section == "lost" for row in shown)
    parts = [f"{steady} 条{'都' if not moved and not lost else ''}在原处"] if steady else []
    parts += [f"{moved} 条的话改过，请看一看"] if moved else []
    parts += [f"{lost} 条找不准，没有猜"] if lost else []
    whole = len(offer.shown.moved) + len(offer.shown.unplaced)
    others = whole - len(shown)
    parts += [f"别人的 {others} 条也跟着换"] if others else []
    what = "意见和重点" if any(row.kind == _STROKE for row in shown) else "意见"
    return f"您的{what}：{'；'.join(parts)}。" if parts else "这份报告还没有意见。"
