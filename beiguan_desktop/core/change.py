"""A Change: what was and what shall be, by record.

The same value is what the store writes, what the undo stack holds and what the `changed`
signal carries.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from beiguan_desktop.core.comment import Comment, Decision, Highlight, Person
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.report import Description

_OPINION = "这条意见后来又改过，不能撤销。请直接在卡片上修改。"
_REPORT = "这份报告的名称或稿次后来又改过，不能撤销。请在资料库里直接修改。"

Record = Comment | Decision | Description | Highlight | Person


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after; None = it does not exist."""

    record: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that are written together or not at all.

    `label` is Chinese and short (「写意见」): it follows 撤销 in the window. `undoes` names the
    change this one takes back.
    """

    id: str
    label: str
    at: str
    person: str | None
    edits: tuple[Edit, ...]
    undoes: str | None = None


def same_content(one: Record | None, other: Record | None) -> bool:
    """Tell whether two states of a record say the same, whatever their versions."""
    if one is None or other is None:
        return one is other
    return replace(one, version=0) == replace(other, version=0)


def inverse(
    change: Change, present: Mapping[str, Record | None], *, change_id: str, at: str
) -> Change:
    """Return the Change that takes another back.

    `present` maps each record of the change to what is stored now. Raises ConflictError when
    one of them has since been given other content.
    """
    edits = []
    for edit in reversed(change.edits):
        now = present.get(edit.record)
        if not same_content(now, edit.after):
            raise ConflictError(_REPORT if isinstance(edit.after, Description) else _OPINION)
        edits.append(Edit(edit.record, before=now, after=edit.before))
    return replace(change, id=change_id, at=at, edits=tuple(edits), undoes=change.id)
