"""What has no place in the text of a report as it is now."""

from beiguan_desktop.core.carrying import Mark, anchor_of
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import has_place, old_words
from beiguan_desktop.services.older_texts import texts
from beiguan_desktop.services.rereading import Unplaced
from beiguan_desktop.storage.store import Store


def unplaced(store: Store, report: Report) -> list[Unplaced]:
    """Return the opinions and marks whose place is in an earlier text, with its words."""
    marks: list[Mark] = [*store.comments(report.id), *store.highlights(report.id)]
    away = [it for it in marks if not has_place(report, it)]
    found = {it.reading: it for it in texts(store, report, away)}
    return [Unplaced(it, None, old_words(anchor_of(it), found[it.reading])) for it in away]
