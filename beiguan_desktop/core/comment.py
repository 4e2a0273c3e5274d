"""An opinion (意见), who wrote it, and what he marked for himself, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from beiguan_desktop.core.report import Report

Place = Literal["passage", "paragraph", "section", "report"]

KINDS = ("建议", "批评", "意见", "询问", "肯定", "数据核实", "修改")
ACTS = ("修改", "增加", "删除", "移位")

NEEDS_WORDS = ("修改", "删除")
"""The acts of 修改 of which the place is the 原文: another place is another 原文."""

CAPACITIES = ("代表", "列席人员", "政协委员", "部门负责人")
MANNERS = ("会前书面", "口头发言", "书面发言", "书面意见")

_RECORDED_HERE = ("here", "table")
"""Where a recorded opinion comes from that nobody has sent."""

TO_GOVERNMENT = "对政府工作的意见建议"
TO_TEXT = "对报告文本的修改意见"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an opinion belongs.

    `unit` is the ordinal of a unit, None for the whole report; `start` and `end` are code
    points in its text. `quote` is the passage itself and empty for every other place, with
    up to 32 characters before and after it in `prefix` and `suffix`. The letter offsets
    count from the beginning of the report and outlive a new reading.
    """

    place: Place
    unit: int | None = None
    start: int = 0
    end: int = 0
    letter_start: int = 0
    letter_end: int = 0
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


WHOLE_REPORT = Anchor("report")


@dataclass(frozen=True, slots=True)
class Comment:
    """One opinion. Its words are its author's; nobody else edits them.

    `act` is empty unless kind is 修改. Times are ISO-8601 with offset. `follows` names the
    opinion on an older edition that this one goes on with; that one may be gone for good.
    `version` is what the store last gave it, 0 before it was ever stored.
    """

    id: str
    report: str
    reading: str
    anchor: Anchor
    kind: str
    text: str
    person: str
    author_name: str
    author_delegation: str
    created_at: str
    changed_at: str
    act: str = ""
    replacement: str = ""
    reason: str = ""
    field: str = ""
    departments: str = ""
    weight: str = ""
    cosigners: str = ""
    capacity: str = "代表"
    manner: str = "会前书面"
    recorder: str | None = None
    private: bool = False
    apart: bool = False
    origin: str = "here"
    import_key: str | None = None
    withdrawn_at: str | None = None
    follows: str | None = None
    version: int = 0

    @property
    def nature(self) -> str:
        """性质: it follows from the kind, it is never asked."""
        return TO_TEXT if self.kind == "修改" else TO_GOVERNMENT

    def is_seen_by(self, me: "Person | None", *, is_staff: bool) -> bool:
        """Tell whether it is shown to whoever sits here: each sees his own (换人).

        Staff see everybody's, but for what its author keeps to himself. Where nobody has said
        who he is, nothing is hidden that could be seen by naming oneself.
        """
        if me is None or self.person == me.id:
            return True
        return is_staff and not self.private

    def may_be_changed_by(self, me: "Person | None", *, is_staff: bool) -> bool:
        """Tell whether whoever sits here may give it other words, another place, or the bin.

        His own; and staff what was recorded on this machine: it is the recorder's wording.
        """
        if self.person in ("", me.id if me else ""):
            return True
        is_recorded = self.recorder is not None and self.origin in _RECORDED_HERE
        return is_staff and is_recorded and self.is_seen_by(me, is_staff=True)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes opinions on this machine, or whose opinions are recorded."""

    id: str
    name: str
    delegation: str = ""
    capacity: str = "代表"
    post: str = ""
    roster_number: str | None = None
    same_as: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Highlight:
    """画重点: words of a unit that somebody marked for himself; it says nothing and stays here.

    `start` and `end` are code points in the unit's text, `quote` what stands between them;
    the letter offsets count from the beginning of the report, as an Anchor's do. `head` will
    name what was handed in of it: nothing is.
    """

    id: str
    report: str
    reading: str
    person: str
    unit: int
    start: int
    end: int
    letter_start: int
    letter_end: int
    quote: str
    created_at: str
    withdrawn_at: str | None = None
    head: str | None = None
    version: int = 0


Outcome = Literal["采纳", "部分采纳", "未见"]


@dataclass(frozen=True, slots=True)
class Decision:
    """采纳情况: what became of an opinion in a newer edition, as a person confirmed it.

    `report` is the newer edition, `person` who confirmed it; `head` will name what was handed in
    of it: nothing is.
    """

    id: str
    comment: str
    report: str
    outcome: Outcome
    person: str
    decided_at: str
    note: str = ""
    withdrawn_at: str | None = None
    head: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The contents of an open box; `base_version` is 0 for an opinion not yet added."""

    comment: Comment
    base_version: int
    at: str


@dataclass(frozen=True, slots=True)
class Comfort:
    """What has no past: what was read, what each person starred, where reading stopped.

    All are letter offsets of the text that is shown.
    """

    read: frozenset[int] = frozenset()
    stars: Mapping[str, frozenset[int]] = field(default_factory=dict)
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What lay on the table when the program last ended; `letter` is the place in the text."""

    me: Person
    report: Report
    letter: int
