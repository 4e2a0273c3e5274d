"""Which two reports of the library stand beside one another before anybody has chosen."""

from collections.abc import Sequence

from beiguan_desktop.storage.shelf import Entry

__all__ = ["Entry", "expected", "pair_for"]


def expected(entries: Sequence[Entry], shown: str) -> tuple[str, str] | None:
    """Return the ids of the two editions one expects beside one another, the older one first.

    The report that is shown and the one it is an edition of; else the newest edition of it; else
    the report of the same meeting with the same title that came before, or after, it.
    """
    at = {entry.report: entry for entry in entries}
    here = at.get(shown)
    if here is None:
        return None
    if here.edition_of in at and here.edition_of is not None:
        return here.edition_of, shown
    later = [it for it in entries if it.edition_of == shown]
    if later:
        return shown, max(later, key=lambda it: it.received_at).report
    alike = [it for it in entries if _is_alike(it, here)]
    return _nearest(alike, here) if alike else None


def pair_for(entries: Sequence[Entry], shown: str) -> tuple[str, str] | None:
    """Return two reports to begin with, whatever they are; None where there is only one."""
    others = [it for it in entries if it.report != shown]
    here = next((it for it in entries if it.report == shown), None)
    found = expected(entries, shown)
    if found is not None or here is None or not others:
        return found
    return _nearest([it for it in others if it.title == here.title] or others, here)


def _is_alike(one: Entry, other: Entry) -> bool:
    is_met = bool(one.meeting) and one.meeting == other.meeting and one.genre == other.genre
    return is_met and one.title == other.title and one.report != other.report


def _nearest(found: Sequence[Entry], here: Entry) -> tuple[str, str]:
    """Return the last that came before a report and that report; else it and what came next."""
    before = [it for it in found if it.received_at <= here.received_at]
    if before:
        return max(before, key=lambda it: it.received_at).report, here.report
    return here.report, min(found, key=lambda it: it.received_at).report
