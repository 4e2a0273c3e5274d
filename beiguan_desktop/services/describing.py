"""What a report is called, and whether it is out of sight: each act is one Change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Description

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "title": "改报告标题",
        "genre": "改报告类别",
        "edition": "改报告版本",
        "meeting": "改报告的会议",
        "edition_of": "改报告的上一稿",
    }
)
"""How the acts are called that give a field of a description other words."""
HIDING, BACK, SAYING = "隐藏报告", "放回报告", "改报告说明"


def description(store: "Store", report: str) -> Description:
    """Return what a report is called; raise UserError when there is none of that id."""
    found = store.present([report])[report]
    if not isinstance(found, Description):
        raise UserError("资料库里没有这份报告了。请回到报告，再看一次资料库。")
    return found


@dataclass(frozen=True, slots=True)
class Signed:
    """Who does an act, and when; `change` is the id of the Change that comes of it."""

    change: str
    at: str
    person: str | None


def described(before: Description, field: str, value: str | None, by: Signed) -> Change:
    """Return the Change that gives a field of LABELS another value."""
    given: dict[str, Any] = {field: value}
    return _change(LABELS[field], before, replace(before, **given), by)


def redescribed(before: Description, said: Description, by: Signed) -> Change | None:
    """Return the Change that calls a report as somebody said; None where that is how it is."""
    after = replace(said, id=before.id, hidden_at=before.hidden_at, version=before.version)
    return None if after == before else _change(SAYING, before, after, by)


def hidden(before: Description, by: Signed) -> Change:
    """Return the Change that takes a report out of sight."""
    return _change(HIDING, before, replace(before, hidden_at=by.at), by)


def put_back(before: Description, by: Signed) -> Change:
    """Return the Change that lists a hidden report again."""
    return _change(BACK, before, replace(before, hidden_at=None), by)


def _change(label: str, before: Description, after: Description, by: Signed) -> Change:
    return Change(by.change, label, by.at, by.person, (Edit(before.id, before, after),))
