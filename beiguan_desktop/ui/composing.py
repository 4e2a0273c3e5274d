"""From what stands in the box to an opinion as a value."""

from dataclasses import replace

from beiguan_desktop.core.comment import Anchor, Comment, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.comment_editor import CHANGE, Written


def act_of(kind: str, base: Comment | None) -> str:
    """Return the act of an opinion in the box: a rewording keeps the one it had."""
    if kind != CHANGE:
        return ""
    return base.act if base is not None and base.act else CHANGE


def blank(report: Report, anchor: Anchor, me: Person, *, comment_id: str, now: str) -> Comment:
    """Return an opinion without words at a place."""
    return Comment(
        id=comment_id,
        report=report.id,
        reading=report.reading,
        anchor=anchor,
        kind="建议",
        text="",
        person=me.id,
        author_name=me.name,
        author_delegation=me.delegation,
        created_at=now,
        changed_at=now,
    )


def filled(opinion: Comment, base: Comment | None, anchor: Anchor, written: Written) -> Comment:
    """Put what was written into an opinion.

    Under 改报告 the words are its reason; what a rewording does not show (the text beside a
    change, the reason beside a suggestion) stays as it was.
    """
    common = replace(opinion, anchor=anchor, kind=written.kind, act=act_of(written.kind, base))
    if written.kind == CHANGE:
        is_none = common.act == "删除" or written.replacement == anchor.quote
        return replace(
            common,
            text=base.text if base and base.kind == CHANGE else "",
            replacement="" if is_none else written.replacement,
            reason=written.words,
        )
    reason = base.reason if base and base.kind != CHANGE else ""
    return replace(common, text=written.words, replacement="", reason=reason)


def has_wording(written: Written | None, anchor: Anchor | None) -> bool:
    """Tell whether the report's words have been changed in the box of the new wording."""
    if written is None or written.kind != CHANGE:
        return False
    return written.replacement.strip() != (anchor.quote.strip() if anchor else "")


def is_struck_out(written: Written, base: Comment | None, anchor: Anchor | None) -> bool:
    """Tell whether the report's words were deleted from the box and nothing put in their place."""
    has_quote = anchor is not None and bool(anchor.quote)
    is_form = act_of(written.kind, base) == CHANGE and has_quote
    return is_form and not (written.replacement.strip() or written.words.strip())


def says_the_same(one: Comment, other: Comment) -> bool:
    """Tell whether two states of an opinion have the same place and words."""
    return one == replace(
        other, created_at=one.created_at, changed_at=one.changed_at, version=one.version
    )
