"""What a report is called once its text is read anew, or put back."""

from collections.abc import Sequence
from dataclasses import replace

from beiguan_desktop.core.change import Edit
from beiguan_desktop.core.correction import Correction, described
from beiguan_desktop.core.report import Description


def called_now(
    before: Description, title: str, was: Sequence[Correction], now: Sequence[Correction]
) -> Description:
    """Return what a report is called with a reading of some title and corrections.

    What they say that those before did not is what somebody said just now. Else it keeps its
    names; of a report that nobody has described the reading tells the title.
    """
    known = described(was)
    said = {what: it for what, it in described(now).items() if it and known.get(what) != it}
    read = before.title if before.version or not title else title
    return replace(
        before,
        title=said.get("title", read),
        genre=said.get("genre", before.genre),
        edition=said.get("edition", before.edition),
        meeting=said.get("meeting", before.meeting),
    )


def called_back(edit: Edit, now: Description) -> Description:
    """Return what a report was called before an edit, unless it was called otherwise since."""
    before, after = edit.before, edit.after
    if not isinstance(before, Description) or not isinstance(after, Description):
        return now
    is_as_put = replace(now, version=0) == replace(after, version=0)
    return replace(before, version=now.version) if is_as_put else now
