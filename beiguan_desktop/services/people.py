"""Who writes on this machine: several may share it (换人), and staff record for others (代录)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import CAPACITIES, Anchor, Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.naming import known, name_in, plain, teams
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import commenting
from beiguan_desktop.services.commenting import More, Words

_ASK_NAME = "姓名还空着。请写上姓名再点“好”。"
_ASK_TEAM = "请写上代表团，好分清是哪一位。"


def named(
    people: Iterable[Person], name: str, delegation: str, *, capacity: str = "代表", fresh: str
) -> Person:
    """Return who is meant by a name and a delegation: somebody known, else a new person.

    `fresh` is the id that a new one gets; his version is 0. Raises UserError for an empty
    name, for what is none, for an unknown capacity, and where one of two of that name could
    be meant: whoever has a delegation is meant only when it is told.
    """
    name, delegation = name_in(name), plain(delegation)
    if not name:
        raise UserError(_ASK_NAME)
    if capacity not in CAPACITIES:
        raise UserError(f"没有“{capacity}”这种身份。身份请用：{'、'.join(CAPACITIES)}。")
    found = known(people, name, delegation, how=_ASK_TEAM)
    if found is None:
        return Person(fresh, name, delegation, capacity)
    if found.delegation and not delegation:
        raise UserError(f"这里已经有“{name}”（{teams([found])}）。{_ASK_TEAM}")
    return found


def take_out(person: Person, comments: Sequence[Comment], *, change_id: str, now: str) -> Change:
    """Strike a person off the list of who writes here.

    `comments` are all opinions of the library, the withdrawn too. Raises UserError for
    somebody who has written: his words would lose their name.
    """
    own = sum(comment.person == person.id for comment in comments)
    if own:
        raise UserError(
            f"{person.name or '这位'}在这台电脑上写过 {own} 条意见（连回收站里的），"
            "不能从名单里去掉。"
        )
    edits = (Edit(person.id, person, None),)
    return Change(change_id, "从名单里去掉", now, None, edits)


def record(  # noqa: PLR0913 - where, what, who, by whom, and what a pure function cannot know
    report: Report,
    anchor: Anchor,
    words: Words,
    *,
    author: Person,
    recorder: str,
    manner: str,
    capacity: str = "",
    comment_id: str,
    change_id: str,
    now: str,
) -> Change:
    """Write down for somebody what he said or handed over (代录); raises UserError as `add`.

    `recorder` is the name of who does so; an empty `capacity` means the author's own.
    """
    change = commenting.add(
        report,
        anchor,
        words,
        author=author,
        comment_id=comment_id,
        change_id=change_id,
        now=now,
        more=More(capacity=capacity, manner=manner, recorder=recorder or "工作人员"),
    )
    return replace(change, label="代录意见")
