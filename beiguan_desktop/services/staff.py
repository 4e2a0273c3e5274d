"""What the library keeps for a delegation's staff: 我是工作人员, and the line of 代录."""

import json
from collections.abc import Mapping
from contextlib import suppress

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage.store import Store

_SWITCH = "staff"
"""The switch of the whole library, as it was once: it is whoever's sat here then."""


def is_staff(store: Store, person: Person | None) -> bool:
    """Tell whether who sits here has said 我是工作人员.

    The switch of an older library is taken over once, for whoever sits here then; where that
    cannot be written it waits for the next time.
    """
    if person is None:
        return False
    desk = store.desk
    kept, old = desk.setting(_switch(person)), desk.setting(_SWITCH)
    if old == "1" and not store.read_only:
        with suppress(UserError):
            desk.put_setting(_switch(person), kept or old)
            desk.put_setting(_SWITCH, "")
    return (kept or old) == "1"


def put_staff(store: Store, person: Person, *, is_on: bool) -> None:
    """Keep whether somebody is of the staff; raises UserError when it cannot be written."""
    store.desk.put_setting(_switch(person), "1" if is_on else "0")


def _switch(person: Person) -> str:
    return f"{_SWITCH}:{person.id}"


def line(store: Store, person: str, report: str) -> Mapping[str, str]:
    """Return what stood in somebody's line of 代录 on a report, by name; empty for nothing."""
    kept = store.desk.setting(_line(person, report))
    try:
        held = json.loads(kept or "{}")
    except ValueError:
        return {}
    return {str(name): str(it) for name, it in held.items()} if isinstance(held, dict) else {}


def put_line(store: Store, person: str, report: str, held: Mapping[str, str]) -> None:
    """Keep what stands in the line, by name; raises UserError when it cannot be written."""
    words = json.dumps(dict(held), ensure_ascii=False) if held else ""
    store.desk.put_setting(_line(person, report), words)


def _line(person: str, report: str) -> str:
    return f"recording:{person}:{report}"
