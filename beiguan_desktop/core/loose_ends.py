"""What two editions leave over by their letters and a reader pairs all the same.

The title has become the title, whatever it is called now; words of address that began a
paragraph stand in a line of their own, or the other way round, whichever mark ends them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from beiguan_desktop.core.backbone import Same
from beiguan_desktop.core.editions import Editions, Group
from beiguan_desktop.core.report import Unit

_SHORT = 12
"""Words of address have no more characters."""
_MARKS = ",;:。、!?"
"""What ends words of address, in even text."""


def tied(editions: Editions, old: Sequence[Unit], new: Sequence[Unit]) -> list[Group]:
    """Return the groups of two editions with what was left over put to where it belongs."""
    to_new, to_old = _ways(editions), _ways(editions, is_back=True)
    ones = [at for at in range(len(old)) if at not in to_new]
    twos = [at for at in range(len(new)) if at not in to_old]
    texts = editions.old.texts, editions.new.texts
    more = list(_titles(ones, twos, old, new))
    more += [Same(i, j) for j, i in _cut_off(twos, to_old, *texts[::-1])]
    more += [Same(i, j) for i, j in _cut_off(ones, to_new, *texts)]
    groups = list(editions.groups)
    for pair in more:
        mine = [it for it in groups if pair.old in it.old or pair.new in it.new]
        groups = [it for it in groups if it not in mine]
        groups.append(_with(mine, pair))
    return groups


def _ways(editions: Editions, *, is_back: bool = False) -> dict[int, set[int]]:
    """Lead from the units of one edition to those of the other that they have become."""
    found: dict[int, set[int]] = {}
    for pair in chain(editions.fixed, editions.moved, editions.kin):
        here, there = pair[::-1] if is_back else pair
        found.setdefault(here, set()).add(there)
    return found


def _titles(
    ones: Sequence[int], twos: Sequence[int], old: Sequence[Unit], new: Sequence[Unit]
) -> Iterator[Same]:
    """Pair the title that is left over in one edition with the one in the other."""
    left = [at for at in ones if old[at].kind == "title"]
    right = [at for at in twos if new[at].kind == "title"]
    if len(left) == len(right) == 1:
        yield Same(left[0], right[0])


def _cut_off(
    left: Sequence[int],
    pairs: Mapping[int, set[int]],
    mine: Sequence[str],
    theirs: Sequence[str],
) -> Iterator[tuple[int, int]]:
    """Yield short units with the other edition's paragraph that begins with the same letters.

    It is the paragraph that the unit behind has come of, and that one does not begin so.
    """
    for at in left:
        words = mine[at].rstrip(_MARKS)
        if not words or len(words) > _SHORT or words == mine[at]:
            continue
        begun = tuple(words + mark for mark in _MARKS)
        others = [it for it in sorted(pairs.get(at + 1, ())) if theirs[it].startswith(begun)]
        if others and not mine[at + 1].startswith(words):
            yield at, others[0]


def _with(groups: Sequence[Group], pair: Same) -> Group:
    """Return groups that have become one by a pair, and the pair."""
    pairs = sorted({pair, *(it for group in groups for it in group.pairs)})
    olds, news = ({it[side] for it in pairs} for side in (0, 1))
    return Group(tuple(sorted(olds)), tuple(sorted(news)), tuple(pairs))
