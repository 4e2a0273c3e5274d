"""From what stands in the box to an opinion as a value."""

from dataclasses import dataclass, replace

from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Comment, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.text import LONGEST, clean
from beiguan_desktop.services import clock, commenting

CHANGE = "修改"
PRESET = "建议"
ADDING = "增加"
"""The act of 修改 that leaves the report's words and puts others after them."""

NO_SENTENCE = "请在左边点一下要改的那句话。"
_EMPTY = "意见空着。不要了，请点“撤回”。"
_STRUCK_OUT = "“改为”空着。请写上新的话；要删去这句话，请在“为什么”里写“建议删去”。"
_UNCHANGED = "还和原文一样。请在“改为”里改一改这句话；只想提意见，请点“提建议”。"
_NOT_ADDED = "“在后面增加”空着。请写上要增加的话。"
_BESIDE_WORDING = (_STRUCK_OUT, _UNCHANGED, _NOT_ADDED)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the box: `words` are the opinion, or the reason of a change of text.

    `act` is what is done to the text, empty unless the kind is 修改.
    """

    kind: str
    words: str
    replacement: str
    act: str = ""

    def is_empty(self, original: str) -> bool:
        """Whether nothing was written: the words offered for changing are nobody's own."""
        changed = self.kind == CHANGE and self.replacement.strip() not in ("", original.strip())
        return not (self.words.strip() or changed)


def original_of(report: Report | None, anchor: Anchor | None) -> str:
    """Return the report's words that another wording would replace: a passage or a paragraph.

    Empty for a heading and for the whole report: there a sentence must be chosen first.
    """
    if report is None or anchor is None:
        return ""
    is_whole = anchor.place == "paragraph" and anchor.unit is not None
    unit = report.units[anchor.unit] if is_whole and anchor.unit is not None else None
    words = unit.text if unit is not None and unit.kind != "heading" else anchor.quote
    return clean(words).strip() if len(words) <= LONGEST else ""


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


def filled(
    opinion: Comment, base: Comment | None, anchor: Anchor, written: Written, original: str
) -> Comment:
    """Put what was written into an opinion.

    Under 改报告 the words are its reason; what a rewording does not show (the text beside a
    change, the reason beside a suggestion) stays as it was.
    """
    common = replace(opinion, anchor=anchor, kind=written.kind, act=written.act)
    if written.kind == CHANGE:
        is_none = common.act == "删除" or (common.act == CHANGE and is_same(written, original))
        return replace(
            common,
            text=base.text if base and base.kind == CHANGE else "",
            replacement="" if is_none else written.replacement,
            reason=written.words,
        )
    reason = base.reason if base and base.kind != CHANGE else ""
    return replace(common, text=written.words, replacement="", reason=reason)


def is_same(written: Written, original: str) -> bool:
    """Tell whether the box of the new wording still holds the report's own words."""
    return bool(original) and written.replacement.strip() == original


def has_wording(written: Written | None, original: str) -> bool:
    """Tell whether the report's words have been changed in the box of the new wording."""
    return written is not None and written.kind == CHANGE and not is_same(written, original)


def is_unfinished(written: Written, base: Comment | None, original: str) -> bool:
    """Tell whether words under 改报告 change nothing yet: a reason, and no other wording."""
    has_nowhere = base is None and written.kind == CHANGE and not original
    return has_nowhere or (written.act == CHANGE and is_same(written, original))


def obstacle(written: Written, base: Comment | None, original: str) -> str:
    """Say what is missing before the box can be closed as done; empty when nothing is.

    Whoever only leaves is not asked: see `at_leaving`.
    """
    if written.kind == CHANGE and base is None and not original:
        return NO_SENTENCE
    if written.act == ADDING and base is None and not written.replacement.strip():
        return _NOT_ADDED
    if written.act == CHANGE:
        if original and not (written.replacement.strip() or written.words.strip()):
            return _STRUCK_OUT if base is None else _EMPTY
        return _UNCHANGED if is_same(written, original) else ""
    return _EMPTY if base is not None and written.is_empty(original) else ""


def is_beside_wording(words: str) -> bool:
    """Tell whether what is missing is missing in the box of the new wording."""
    return words in _BESIDE_WORDING


def at_leaving(written: Written, base: Comment | None, original: str) -> Written:
    """Return what is kept when somebody goes elsewhere without saying that he is done.

    A reason for a change that was never written is a suggestion: printed as a change it would
    say nothing. The remark beside a change goes with it.
    """
    if not (written.words.strip() and is_unfinished(written, base, original)):
        return written
    remark = base.text if base is not None and base.kind == CHANGE else ""
    return Written(PRESET, "\n".join(filter(None, (written.words, remark))), "")


def change_for(report: Report, opinion: Comment, base: Comment | None, author: Person) -> Change:
    """Return the Change that adds an opinion, or gives `base` its words and place.

    Raises UserError for words that the library does not take.
    """
    words = commenting.Words(
        kind=opinion.kind,
        text=opinion.text,
        act=opinion.act,
        replacement=opinion.replacement,
        reason=opinion.reason,
    )
    change_id, now, anchor = clock.new_id(), clock.now(), opinion.anchor
    if base is not None:
        return commenting.reword(base, words, anchor=anchor, change_id=change_id, now=now)
    return commenting.add(
        report,
        anchor,
        words,
        author=author,
        comment_id=opinion.id,
        change_id=change_id,
        now=now,
    )


def says_the_same(one: Comment, other: Comment) -> bool:
    """Tell whether two states of an opinion have the same place and words."""
    return one == replace(
        other, created_at=one.created_at, changed_at=one.changed_at, version=one.version
    )
