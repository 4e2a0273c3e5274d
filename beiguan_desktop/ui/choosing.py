"""What a click or a selection in the text means. Pure: no Qt."""

from beiguan_desktop.core.anchoring import clause_at, paragraph, passage, section, sentence_at
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report


def place_clicked(report: Report, unit: int, position: int, previous: Anchor | None) -> Anchor:
    """Return the place that a click at a code point chooses.

    The first click chooses the sentence, the second its clause, the third the paragraph, then
    it begins anew; `previous` is what is chosen now. A heading stands for its section, the
    title and the lines round it for the whole report.
    """
    kind = report.units[unit].kind
    if kind in ("title", "meta"):
        return WHOLE_REPORT
    if kind == "heading":
        return section(report, unit)
    text = report.units[unit].text
    sentence = sentence_at(text, position)
    clause = passage(report, unit, *clause_at(text, position))
    steps = [passage(report, unit, *sentence), clause, paragraph(report, unit)]
    steps = [step for at, step in enumerate(steps) if step not in steps[:at]]
    if previous in steps:
        return steps[(steps.index(previous) + 1) % len(steps)]
    is_other_clause = (
        previous is not None
        and (previous.unit, previous.place) == (unit, "passage")
        and sentence[0] <= previous.start < previous.end <= sentence[1]
    )
    return clause if is_other_clause else steps[0]


def reference_of(report: Report, pages: Pages | None, unit: int) -> str:
    """Name a unit as people find it in print: 第三部分（六）“…”一段（约第20页）."""
    from beiguan_desktop.core.wording import reference  # noqa: PLC0415 - when a number is pointed at

    at = pages.at(unit) if pages else None
    page = f"{'约' if at.about else ''}第{at.page}页" if at else ""
    is_heading = report.units[unit].kind == "heading"
    place = section(report, unit) if is_heading else paragraph(report, unit)
    return reference(report, place, page=page)


def numbered(report: Report, unit: int, step: int) -> int:
    """Return the paragraph so many paragraphs from a unit, or the outermost one.

    From a unit that is no paragraph the first step goes to the nearest one in its direction.
    """
    stops = [each.ordinal for each in report.units if each.number is not None]
    stops = stops or [each.ordinal for each in report.units]
    ahead = [at for at in stops if (at > unit if step > 0 else at < unit)]
    if not ahead:
        return stops[-1] if step > 0 else stops[0]
    return ahead[min(step, len(ahead)) - 1] if step > 0 else ahead[max(step, -len(ahead))]


def sentence_beside(report: Report, unit: int, chosen: Anchor | None, step: int) -> Anchor:
    """Return the sentence before (-1) or after (1) what is chosen in a unit.

    From a paragraph the way leads into its first sentence; beyond the last sentence, or before
    the first, into the neighbouring paragraph.
    """
    text = report.units[unit].text
    if chosen is not None and chosen.place == "passage":
        start, end = chosen.start, chosen.end
    else:
        start = end = 0
    if step > 0:
        low, high = sentence_at(text, end)
        if low < end:  # it begins within what is chosen
            low, high = sentence_at(text, high) if high < len(text) else (len(text), len(text))
    else:
        low, high = sentence_at(text, start - 1) if start else (len(text), len(text))
    if low < high:
        return passage(report, unit, low, high)
    beside = numbered(report, unit, step)
    words = report.units[beside].text
    is_first = (step > 0) == (beside != unit)  # at the report's ends nothing moves
    return passage(report, beside, *sentence_at(words, 0 if is_first else len(words) - 1))
