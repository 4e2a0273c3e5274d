"""Which two reports of the library stand beside one another before anybody has chosen."""

from collections.abc import Sequence

from beiguan_desktop.core.shelving import Listed


def expected(reports: Sequence[Listed], shown: str) -> tuple[str, str] | None:
    """Return the ids of the two editions one expects beside one another, the older one first.

    The report that is shown and the one it is an edition of; else the newest edition of it; else
    the report of the same meeting with the same title that came before, or after, it.
    """
    at = {entry.id: entry for entry in reports}
    here = at.get(shown)
    if here is None:
        return None
    if here.edition_of in at and here.edition_of is not None:
        return here.edition_of, shown
    later = [it for it in reports if it.edition_of == shown]
    if later:
        return shown, max(later, key=lambda it: it.received_at).id
    alike = [it for it in reports if _is_alike(it, here)]
    return _nearest(alike, here) if alike else None


def pair_for(reports: Sequence[Listed], shown: str) -> tuple[str, str] | None:
    """Return two reports to begin with, whatever they are; None where there is only one."""
    others = [it for it in reports if it.id != shown]
    here = next((it for it in reports if it.id == shown), None)
    found = expected(reports, shown)
    if found is not None or here is None or not others:
        return found
    return _nearest([it for it in others if it.title == here.title] or others, here)


def _is_alike(one: Listed, other: Listed) -> bool:
    is_met = bool(one.meeting) and one.meeting == other.meeting and one.genre == other.genre
    return is_met and one.title == other.title and one.id != other.id


def _nearest(found: Sequence[Listed], here: Listed) -> tuple[str, str]:
    """Return the last that came before a report and that report; else it and what came next."""
    before = [it for it in found if it.received_at <= here.received_at]
    if before:
        return max(before, key=lambda it: it.received_at).id, here.id
    return here.id, min(found, key=lambda it: it.received_at).id
