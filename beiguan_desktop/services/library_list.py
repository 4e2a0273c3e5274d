"""The list of the library's reports, as whoever sits here sees it."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from beiguan_desktop.core.errors import DamagedTextError
from beiguan_desktop.core.progress import of_whole
from beiguan_desktop.core.shelving import Listed

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Person
    from beiguan_desktop.storage.store import Store


def listed(store: "Store", me: "Person | None", *, is_staff: bool) -> list[Listed]:
    """Return all reports of a library, hidden ones too, with what is written on each."""
    catalogue = store.catalogue
    counts = catalogue.opinions(me.id if me else None, is_staff=is_staff)
    drafts = Counter(
        it.report for it in catalogue.drafts() if it.may_be_changed_by(me, is_staff=is_staff)
    )
    found = []
    for report in catalogue.reports():
        if report.id in counts or report.id in drafts:
            comments, mine = counts.get(report.id, (0, 0))
            boxes = drafts[report.id]
            found.append(replace(report, comments=comments, mine=mine, drafts=boxes))
        else:
            found.append(report)
    return found


def to_choose(store: "Store") -> list[Listed]:
    """Return the reports that are in sight and have a text, the last received first.

    Nothing is counted: it is cheap enough to be asked at every act.
    """
    shown = [it for it in store.catalogue.reports() if it.hidden_at is None and not it.is_damaged]
    shown.sort(key=lambda it: (it.title, it.edition, it.id))
    return sorted(shown, key=lambda it: it.received_at, reverse=True)


def read_share(store: "Store", report: str) -> int | None:
    """Return how much of a report has been read, in per cent; None when nobody began.

    None as well while its text is damaged: it is made whole when it is opened.
    """
    marks = store.desk.read_marks(report)
    with suppress(DamagedTextError):
        return of_whole(store.shelf.load(report), marks).percent if marks else None
    return None


def in_turn(store: "Store") -> list[str]:
    """Return which reports to show at the start, the best first: the last one, then the newest.

    Hidden ones come only where all are hidden.
    """
    found = store.catalogue.reports()
    shown = [it for it in found if it.hidden_at is None] or found
    last = store.desk.setting("report")
    shown.sort(key=lambda it: (it.id == last, it.received_at), reverse=True)
    return [it.id for it in shown]
