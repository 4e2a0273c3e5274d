"""From what stands in the box to an opinion as a value."""

from dataclasses import dataclass, replace

from beiguan_desktop.core import wording
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Comment, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import clock, commenting, revising

CHANGE = "修改"
PRESET = "建议"
ADDING, DELETING, MOVING = "增加", "删除", "移位"
"""Acts of 修改 that somebody has chosen himself; otherwise the changed sentence tells the act."""

NO_SENTENCE = "请在左边点一下要改的那句话。"
_EMPTY = "意见空着。不要了，请点“撤回”。"
_UNCHANGED = "还和原文一样。请在“改为”里改一改这句话；只想提意见，请点“提建议”。"
_NOT_ADDED = "“在后面增加”空着。请写上要增加的话。"
_NOT_MOVED = "还不知道移到哪里。请在左边点一下那一段，或者写上地方。"
_BESIDE_WORDING = (_UNCHANGED, _NOT_ADDED, _NOT_MOVED)
_NEEDED = {ADDING: _NOT_ADDED, MOVING: _NOT_MOVED}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the box: `words` are the opinion, or the reason of a change of text.

    `aside` is the other of the two where an opinion has both: the 说明 beside a change, or the
    reason of any other opinion.

    `act` is empty unless the kind is 修改. With the act 修改 the box of the new wording holds
    the report's sentence as it shall be; what that does to it is found out (`filled`). `more` is
    what stands under 更多, None while nobody has looked.
    """

    kind: str
    words: str
    replacement: str
    act: str = ""
    more: commenting.More | None = None
    aside: str = ""

    def is_empty(self, original: str) -> bool:
        """Whether nothing was written: the words offered for changing are nobody's own."""
        if self.words.strip() or self.aside.strip() or self.act == DELETING:
            return False
        if self.act == CHANGE and original:
            return is_same(self, original)
        return self.kind != CHANGE or not self.replacement.strip()


def original_of(report: Report | None, anchor: Anchor | None) -> str:
    """Return the report's words that are offered for changing (`revising.offered`)."""
    return revising.offered(report, anchor) if report is not None else ""


def act_of(kind: str, base: Comment | None) -> str:
    """Return the act of an opinion in the box: one that its sentence cannot show stays."""
    if kind != CHANGE:
        return ""
    is_kept = base is not None and base.act and not revising.is_showable(base)
    return base.act if base is not None and is_kept else CHANGE


def as_shown(report: Report, comment: Comment) -> tuple[Anchor, str]:
    """Return the place that a box opens at for a change, and its box of the new wording."""
    if revising.is_showable(comment):
        return revising.shown(report, comment)
    is_offered = act_of(CHANGE, comment) == CHANGE and not comment.replacement
    words = original_of(report, comment.anchor) if is_offered else comment.replacement
    return comment.anchor, words


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
        capacity=me.capacity,
    )


def filled(
    report: Report, opinion: Comment, base: Comment | None, anchor: Anchor, written: Written
) -> Comment:
    """Put what was written into an opinion.

    A changed sentence becomes the act that was done to it, at the passage it was done to.
    Under 改报告 the words are its reason, and what stands aside its text.
    """
    common = replace(opinion, anchor=anchor, kind=written.kind, act=written.act)
    if written.more is not None:
        common = replace(common, **written.more.as_kept(opinion.capacity))
    if written.kind == CHANGE:
        common = replace(
            common,
            text=written.aside,
            replacement="" if written.act == DELETING else written.replacement,
            reason=written.words,
        )
        return _revised(report, common, base, original_of(report, anchor))
    return replace(common, text=written.words, replacement="", reason=written.aside)


def _revised(report: Report, written: Comment, base: Comment | None, original: str) -> Comment:
    """Find out what was done to the sentence; what an opinion did already stays as it was told."""
    if written.act != CHANGE or not original:
        return written
    told = as_shown(report, base) if base is not None and base.kind == CHANGE else None
    if base is not None and told == (written.anchor, written.replacement):
        return replace(written, anchor=base.anchor, act=base.act, replacement=base.replacement)
    done = revising.revised(report, written.anchor, written.replacement)
    if done is None:
        return replace(written, replacement="")
    anchor, act, replacement = done
    return replace(written, anchor=anchor, act=act, replacement=replacement)


def is_same(written: Written, original: str) -> bool:
    """Tell whether the box of the new wording still holds the report's own words."""
    from beiguan_desktop.core.differing import is_alike  # noqa: PLC0415 - once a form is open

    return bool(original) and is_alike(written.replacement, original)


def redline(written: Written | None, original: str) -> tuple[tuple[str, str], ...]:
    """Return the report's words with what is done to them, in pieces of `differing`'s kinds."""
    from beiguan_desktop.core.differing import pieces  # noqa: PLC0415 - once a form is open

    if written is None or not original:
        return (("same", original),)
    if written.act == DELETING:
        return (("deleted", original),)
    if written.act == ADDING:
        return (("same", original), ("added", written.replacement.strip()))
    new = written.replacement if written.act == CHANGE else original
    return pieces(original, new)


def as_words(original: str, new: str, act: str) -> str:
    """Say another wording in words, for a box that shows no change: 将“甲”改为“乙”."""
    if act != CHANGE or not original:
        return new
    from beiguan_desktop.core import amending  # noqa: PLC0415 - seldom needed

    edit = amending.amendment(original, 0, len(original), new)
    if edit is None:
        return ""
    is_whole = edit.act == CHANGE and (edit.start, edit.end) == (0, len(original))
    return new if is_whole else wording.told(original, edit)


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
    if base is None and not written.replacement.strip():
        missing = _NEEDED.get(written.act, "")
        if missing:
            return missing
    if written.act == CHANGE and is_same(written, original):
        return _UNCHANGED
    return _EMPTY if base is not None and written.is_empty(original) else ""


def is_beside_wording(words: str) -> bool:
    """Tell whether what is missing is missing in the box of the new wording."""
    return words in _BESIDE_WORDING


def at_leaving(written: Written, base: Comment | None, original: str) -> Written:
    """Return what is kept when somebody goes elsewhere without saying that he is done.

    A reason for a change that was never written is a suggestion: printed as a change it would
    say nothing. What is said beside the change is the suggestion then, and the reason its reason.
    """
    if not (written.words.strip() and is_unfinished(written, base, original)):
        return written
    words, aside = written.words, written.aside
    if aside.strip():
        words, aside = aside, words
    return replace(written, kind=PRESET, words=words, aside=aside, replacement="", act="")


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
        return commenting.reword(
            base,
            words,
            anchor=anchor,
            more=commenting.More.of(opinion),
            change_id=change_id,
            now=now,
        )
    return commenting.add(
        report,
        anchor,
        words,
        author=author,
        comment_id=opinion.id,
        change_id=change_id,
        now=now,
        more=commenting.More.of(opinion),
    )


def says_the_same(one: Comment, other: Comment) -> bool:
    """Tell whether two states of an opinion have the same place and words."""
    return one == replace(
        other, created_at=one.created_at, changed_at=one.changed_at, version=one.version
    )
