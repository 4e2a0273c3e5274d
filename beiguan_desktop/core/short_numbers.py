"""Short numbers (甲1, 甲2 …) by which an opinion on paper is the one in a file.

A number is given when an opinion is first on paper, and kept: whatever is withdrawn, put in
another order or signed with another name later, no number is ever given again.
"""

import re
from collections.abc import Iterable, Sequence

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.handing_in import Printed

_COUNT = re.compile(r"\d+$")


def numbered(
    mine: Sequence[Comment],
    author: Person,
    *,
    everyone: Iterable[Comment] = (),
    printed: Iterable[Printed] = (),
) -> dict[str, str]:
    """Return a number for each of an author's opinions on a report, by their ids.

    Those that have one keep it; the others go on counting in the order they come. `everyone`
    are all opinions on the report and `printed` all numbers ever given on it: no two authors get
    the same.
    """
    printed = tuple(printed)
    own = [each for each in printed if each.person == author.id]
    kept = {each.comment: each.number for each in own}
    taken = {each.number for each in printed}
    begin = short_prefix(author, everyone, printed)
    count = max((_count(each.number) for each in own), default=0)
    found = {}
    for comment in mine:
        if comment.id not in kept:
            count += 1
            while f"{begin}{count}" in taken:
                count += 1
        found[comment.id] = kept.get(comment.id, f"{begin}{count}")
    return found


def short_prefix(
    author: Person, comments: Iterable[Comment] = (), printed: Iterable[Printed] = ()
) -> str:
    """Return what an author's new numbers begin with.

    The roster number and a hyphen, else the last character of the name, else nothing. Where
    another author of these opinions has the same, or numbers that begin so, the delegation
    stands before it; where that is the same too, it is the whole name. What an author's numbers
    began with once stays, as long as the name gives it.
    """
    if author.roster_number:
        return f"{author.roster_number}-"
    if not author.name:
        return ""
    shorts = _shorts(author.name, author.delegation)
    printed = tuple(printed)
    used = [each.number for each in printed if each.person == author.id]
    foreign = [each.number for each in printed if each.person != author.id]
    others = {
        _shorts(comment.author_name, comment.author_delegation)
        for comment in comments
        if comment.person != author.id
    }
    kept = (short for short in shorts if any(_begins(number, short) for number in used))
    free = (
        short
        for at, short in enumerate(shorts)
        if all(other[at] != short for other in others)
        and not any(_begins(number, short) for number in foreign)
    )
    return next(kept, None) or next(free, shorts[-1])


def ranges(numbers: Iterable[str]) -> str:
    """Name numbers in few words: 甲1—甲3，甲5."""
    runs: list[list[str]] = []
    for number in sorted(numbers, key=lambda each: (_begin(each), _count(each))):
        last = runs[-1][-1] if runs else ""
        if last and (_begin(last), _count(last) + 1) == (_begin(number), _count(number)):
            runs[-1].append(number)
        else:
            runs.append([number])
    return "，".join("—".join(dict.fromkeys((run[0], run[-1]))) for run in runs)


def _shorts(name: str, delegation: str) -> tuple[str, str, str]:
    """Return what may stand for a name, from the shortest on; a figure is kept off the count."""
    team = re.sub(r"^第|代表团$|团$", "", delegation)
    dash = "-" if name[-1:].isdecimal() else ""
    return f"{name[-1:]}{dash}", f"{team}{name[-1:]}{dash}", f"{name}{dash}"


def _begins(number: str, short: str) -> bool:
    return _begin(number) == short


def _begin(number: str) -> str:
    return _COUNT.sub("", number)


def _count(number: str) -> int:
    found = _COUNT.search(number)
    return int(found[0]) if found else 0
