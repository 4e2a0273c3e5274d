"""The list of the library's reports, as whoever sits here sees it."""

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

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


def read_share(store: "Store", report: str) -> int | None:
    """Return how much of a report has been read, in per cent; None when nobody began."""
    marks = store.desk.read_marks(report)
    return of_whole(store.shelf.load(report), marks).percent if marks else None


def last_shown(store: "Store") -> str | None:
    """Return which report was shown last, else the newest; where all are hidden, one of them.

    One whose text is gone cannot be shown.
    """
    found = [it for it in store.catalogue.reports() if not it.is_damaged]
    shown = [it for it in found if it.hidden_at is None] or found
    last = store.desk.setting("report")
    if not shown or last in [it.id for it in shown]:
        return last if shown else None
    return max(shown, key=lambda it: it.received_at).id
