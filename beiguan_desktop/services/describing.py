"""What a report is called, and whether it is out of sight: each act is one Change."""

from collections.abc import Mapping
from dataclasses import replace
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
HIDING, BACK = "隐藏报告", "放回报告"


def description(store: "Store", report: str) -> Description:
    """Return what a report is called; raise UserError when there is none of that id."""
    found = store.present([report])[report]
    if not isinstance(found, Description):
        raise UserError("资料库里没有这份报告了。请回到报告，再看一次资料库。")
    return found


def described(
    before: Description, field: str, value: str | None, *, change_id: str, now: str, me: str | None
) -> Change:
    """Return the Change that gives a field of LABELS another value."""
    given: dict[str, Any] = {field: value}
    after = replace(before, **given)
    return Change(change_id, LABELS[field], now, me, (Edit(before.id, before, after),))


def hidden(before: Description, *, change_id: str, now: str, me: str | None) -> Change:
    """Return the Change that takes a report out of sight."""
    after = replace(before, hidden_at=now)
    return Change(change_id, HIDING, now, me, (Edit(before.id, before, after),))


def put_back(before: Description, *, change_id: str, now: str, me: str | None) -> Change:
    """Return the Change that lists a hidden report again."""
    after = replace(before, hidden_at=None)
    return Change(change_id, BACK, now, me, (Edit(before.id, before, after),))
