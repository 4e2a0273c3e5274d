"""How the reports of a library stand beside one another: editions together, meetings apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from beiguan_desktop.core.genres import Genre

_ORDER = {genre: at for at, genre in enumerate(get_args(Genre))}
"""In which order the reports of one meeting are named."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One report as the list of the library shows it; `id` is the report's.

    `received_at` and `file` are those of the file it was read from, `reader` is the version of
    the rules that read it, None where the text is not to be found. `comments` counts the opinions
    in force that whoever sits here sees, `mine` his own, `drafts` his open boxes.
    """

    id: str
    title: str
    genre: str = ""
    edition: str = ""
    meeting: str = ""
    edition_of: str | None = None
    hidden_at: str | None = None
    received_at: str = ""
    file: str = ""
    reader: int | None = None
    comments: int = 0
    mine: int = 0
    drafts: int = 0

    @property
    def is_damaged(self) -> bool:
        """Whether its text is not to be found in the library."""
        return self.reader is None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: `depth` 0 is the newest edition, 1 the one before it.

    `newer` is the edition that took its place; `meeting` the one it is laid under, which may be
    told by another edition of it.
    """

    report: Listed
    depth: int
    newer: Listed | None
    meeting: str


def in_order(reports: Iterable[Listed]) -> list[Standing]:
    """Put reports in order: what came last comes first, and its older editions after it.

    An edition whose other editions are not among them stands alone; so does who is named in a
    circle.
    """
    by_id = {it.id: it for it in sorted(reports, key=_came, reverse=True)}
    newer: dict[str, list[Listed]] = {}
    for it in by_id.values():
        older = _older(it, by_id)
        if older is not None:
            newer.setdefault(older.id, []).append(it)
    depths = _depths(by_id, newer)
    families: dict[str, list[Listed]] = {}
    for it in by_id.values():
        families.setdefault(_oldest(it, by_id, depths), []).append(it)
    found = []
    for members in families.values():
        members.sort(key=lambda it: depths.get(it.id, 0))
        meeting = next((it.meeting for it in members if it.meeting), "")
        for it in members:
            after = newer[it.id][0] if depths.get(it.id) else None
            found.append(Standing(it, depths.get(it.id, 0), after, it.meeting or meeting))
    return found


def of_meeting(standings: Sequence[Standing], meeting: str) -> list[Standing]:
    """Return what lies under a meeting: in the order in which a meeting hears its reports."""
    families: list[list[Standing]] = []
    for it in standings:
        if it.meeting == meeting:
            if it.depth == 0 or not families:
                families.append([])
            families[-1].append(it)
    families.sort(key=lambda family: _ORDER.get(family[0].report.genre, len(_ORDER)))
    return [it for family in families for it in family]


def meetings(standings: Iterable[Standing]) -> dict[str, int]:
    """Count the reports by meeting: what came last comes first, what names none ("") last."""
    counts: dict[str, int] = {}
    for it in standings:
        counts[it.meeting] = counts.get(it.meeting, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: not pair[0]))


def _came(report: Listed) -> tuple[str, str]:
    return report.received_at, report.id


def _older(report: Listed, by_id: Mapping[str, Listed]) -> Listed | None:
    """Return the report of which this one is an edition, if it is among the others."""
    return None if report.edition_of is None else by_id.get(report.edition_of)


def _depths(by_id: Mapping[str, Listed], newer: Mapping[str, Sequence[Listed]]) -> dict[str, int]:
    """Return how many editions came after each; nothing for those that go in a circle."""
    waits = {name: len(newer.get(name, ())) for name in by_id}
    depths: dict[str, int] = {}
    free = [(it, 0) for it in by_id.values() if not waits[it.id]]
    while free:
        report, depth = free.pop()
        depths[report.id] = depth
        older = _older(report, by_id)
        if older is not None:
            waits[older.id] -= 1
            if not waits[older.id]:
                free.append((older, 1 + max(depths[it.id] for it in newer[older.id])))
    return depths


def _oldest(report: Listed, by_id: Mapping[str, Listed], depths: Mapping[str, int]) -> str:
    """Return the first edition of a report, by which its editions are one family."""
    while report.id in depths and (older := _older(report, by_id)) is not None:
        report = older
    return report.id


def older_choices(reports: Sequence[Listed], report: Listed) -> list[Listed]:
    """Return of which reports one may be another edition, the likeliest first.

    Those of its kind come before others, then what came last; none that came after it in the row
    of editions, or the row would be a circle.
    """
    by_id = {it.id: it for it in reports}

    def comes_after(other: Listed | None) -> bool:
        seen: set[str] = set()
        while other is not None and other.id != report.id and other.id not in seen:
            seen.add(other.id)
            other = _older(other, by_id)
        return other is not None and other.id == report.id

    found = [it for it in sorted(reports, key=_came, reverse=True) if not comes_after(it)]
    found.sort(key=lambda it: (it.id != report.edition_of, it.genre != report.genre))
    return found


def why_shown(reports: Iterable[Listed], report: str, shown: str) -> str:
    """Say why a report cannot be hidden now, and what to do; "" if it can.

    `shown` is the report that is open.
    """
    left = [it.id for it in reports if it.hidden_at is None and it.id != report]
    if not left:
        return (
            "这是最后一份没隐藏的报告，藏起来就没有可看的了。请先打开一份新的，或者放回一份隐藏的。"
        )
    if report == shown:
        return "这份报告正打开着。请先打开另一份，再回来隐藏它。"
    return ""
