"""The bin and the past of opinions: taking back, going back to earlier words, forgetting."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from beiguan_desktop.core import paper_trail
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.paper_trail import Trail
from beiguan_desktop.core.past import State, differences, distinct
from beiguan_desktop.storage import old_copies
from beiguan_desktop.storage.store import Store

_OF_TODAY = ("person", "author_name", "author_delegation", "import_key", "origin", "created_at")
"""What going back to earlier words leaves as it is: whose opinion it is, and where from."""


def take_back(comment: Comment, *, change_id: str, now: str) -> Change:
    """Return an opinion from the bin. Raises UserError for one that is not in it."""
    if comment.withdrawn_at is None:
        raise UserError("这条意见没有撤回，不用找回。")
    return _edit(comment, replace(comment, withdrawn_at=None), "找回意见", change_id, now)


def go_back(present: Comment, earlier: Comment, *, change_id: str, now: str) -> Change:
    """Give an opinion back what it said in an earlier state; one in the bin is in force again.

    A place in an earlier reading of the report stays behind: the present one is kept. Raises
    UserError when nothing would change.
    """
    kept = {name: getattr(present, name) for name in _OF_TODAY}
    after = replace(earlier, **kept, changed_at=now, withdrawn_at=None, version=present.version)
    if earlier.reading != present.reading:
        after = replace(after, reading=present.reading, anchor=present.anchor)
    if not differences(present, after):
        raise UserError("现在就是这个写法，不用换。")
    return _edit(present, after, "换回以前的写法", change_id, now)


def _edit(before: Comment, after: Comment, label: str, change_id: str, now: str) -> Change:
    return Change(change_id, label, now, before.person, (Edit(before.id, before, after),))


def states(store: Store, comment_id: str) -> list[State]:
    """Return what an opinion said and when, the newest first; nothing twice in a row."""
    return distinct(store.past.states(comment_id))


def trail(store: Store, comment: Comment) -> Trail:
    """Return what of an opinion is out of the house, as this machine remembers it."""
    tray = store.out_tray
    hand_ins = tray.hand_ins(comment.report, comment.person)
    return paper_trail.trail(comment.id, tray.printed(comment.report), hand_ins)


def copies_with(store: Store, comments: Sequence[Comment]) -> list[Path]:
    """Return the older copies beside the library that still hold some opinions."""
    return old_copies.holding(store.path, [comment.id for comment in comments])


def forget(store: Store, comments: Sequence[Comment], copies: Sequence[Path] = ()) -> None:
    """Forget withdrawn opinions for good, and delete older copies that hold them.

    Copies go first: were it the other way round, one that stays would hold the last words that
    anybody could still find. Raises UserError, and forgets nothing, for an opinion that was
    handed in or is in force, and when a copy cannot be deleted.
    """
    for comment in comments:
        why = paper_trail.why_kept(trail(store, comment))
        if why:
            raise UserError(why)
    old_copies.delete(copies)
    store.past.forget([comment.id for comment in comments])
