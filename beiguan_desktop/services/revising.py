"""改报告: from a sentence changed in place to an opinion's place, act and new words, and back.

A place has a *field*: the words of the report that are offered for changing.
"""

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.referring import closed_up, reference
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.text import LONGEST, legible

_SHOWABLE = ("修改", "增加", "删除")


def offered(report: Report, anchor: Anchor | None) -> str:
    """Return the words that are offered for changing, without the source's uneven blanks.

    A passage, a paragraph, or the words of a heading that stands for its section; empty for the
    whole report, where a sentence must be chosen first, and for what no box can hold.
    """
    span = _field(report, anchor)
    if span is None:
        return ""
    words = report.units[span[0]].text[span[1] : span[2]]
    return closed_up(legible(words)).strip() if len(words) <= LONGEST else ""


def offered_before(report: Report, anchor: Anchor, position: int) -> str:
    """Return the beginning of the offered words, up to a code point of their unit."""
    span = _field(report, anchor)
    if span is None or not span[1] < position < span[2]:
        return ""
    return closed_up(legible(report.units[span[0]].text[span[1] : position])).lstrip()


def revised(report: Report, anchor: Anchor, words: str) -> tuple[Anchor, str, str] | None:
    """Return the place, the act and the new words of what was done to an offered field.

    The place is the passage that the canonical sentence quotes; nothing but its start, a place
    of no width, stands for words put before a paragraph. None: nothing was changed.
    """
    from beiguan_desktop.core import amending  # noqa: PLC0415 - once a sentence is changed

    span = _field(report, anchor)
    edit = span and amending.amendment(report.units[span[0]].text, *span[1:], words)
    if not span or not edit:
        return None
    if edit.act == "增加" and edit.start == edit.end:
        return beginning(report, span[0]), edit.act, edit.new
    return anchoring.passage(report, span[0], edit.start, edit.end), edit.act, edit.new


def beginning(report: Report, unit: int) -> Anchor:
    """Return the place before a unit's first word, where words can only be added."""
    before = report.units[unit].letter
    return Anchor("paragraph", unit, 0, 0, before, before)


def is_showable(comment: Comment) -> bool:
    """Tell whether a change of text can be shown as the changed sentence."""
    anchor = comment.anchor
    has_place = anchor.unit is not None and anchor.place in ("passage", "paragraph")
    is_whole = comment.act == "删除" or bool(comment.replacement)
    return has_place and comment.kind == "修改" and comment.act in _SHOWABLE and is_whole


def shown(report: Report, comment: Comment) -> tuple[Anchor, str]:
    """Return the sentences round a change as a place, and how they read with the change.

    The opinion has to be showable.
    """
    from beiguan_desktop.core import amending  # noqa: PLC0415 - once a change is opened

    unit, start, end = comment.anchor.unit or 0, comment.anchor.start, comment.anchor.end
    text = report.units[unit].text
    edit = amending.Edit(comment.act, start, end, comment.replacement)
    if comment.anchor.place == "paragraph" and start < end:
        return comment.anchor, closed_up(amending.applied(text, (edit,), start, end)).strip()
    low, high = amending.field_of(text, start, end)
    words = amending.applied(text, (edit,), low, high)
    return anchoring.passage(report, unit, low, high), closed_up(legible(words)).strip()


def target(report: Report, source: Anchor, goal: Anchor) -> str:
    """Say where a passage goes when it is put behind the paragraph of another place.

    Empty where it cannot go: behind the report's title, behind itself.
    """
    if goal.unit is None or source.unit is None:
        return ""
    if goal.unit == source.unit:
        return "本段末尾" if source.place == "passage" else ""
    place = anchoring.paragraph(report, goal.unit)
    return f"{reference(report, place)}后"


def _field(report: Report, anchor: Anchor | None) -> tuple[int, int, int] | None:
    """Return unit, start and end of what is offered."""
    if anchor is None or anchor.unit is None:
        return None
    unit = report.units[anchor.unit]
    if anchor.place == "passage":
        return unit.ordinal, anchor.start, anchor.end
    is_heading_alone = anchor.place == "section" and unit.kind == "heading"
    if anchor.place == "paragraph" or is_heading_alone:
        return unit.ordinal, 0, len(unit.text)
    return None
