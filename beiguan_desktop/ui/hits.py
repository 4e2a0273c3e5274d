"""What stands at a point of the page: a seal, the margin of a unit, a passage, plain text."""

from typing import NamedTuple

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.ui.gutter import BAR, SEAL_REACH
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.page_measure import Measure
from beiguan_desktop.ui.page_painter import PageState
from beiguan_desktop.ui.scale import px

_WORDS = 60
"""How many characters of an opinion a tooltip shows."""


class Hit(NamedTuple):
    """`position` is a code point of the unit, None in the margin.

    `comments` are those of a seal, or the opinion whose passage was hit; `page` is 第3页 when
    a page mark stands there, `about` whether that is 约; `is_number` and `is_count` tell that a
    paragraph's number stands there, or a 「＋3」.
    """

    unit: int
    position: int | None
    comments: tuple[Comment, ...] = ()
    page: str = ""
    about: str = "约"
    is_number: bool = False
    is_count: bool = False

    def next_comment(self, current: str | None) -> Comment | None:
        """Return the opinion a click means: of several the one after the current one."""
        if not self.comments:
            return None
        ids = [comment.id for comment in self.comments]
        at = ids.index(current) + 1 if current in ids else 0
        return self.comments[at % len(ids)]

    @property
    def words(self) -> str:
        """The tooltip, as rich text in which the opinions' own signs mean nothing."""
        if self.position is None and self.comments:
            lines = [f"{each.kind}：{_short(each)}" for each in self.comments]
        elif self.page:
            lines = [f"原件{self.about}{self.page}从这里开始"]
        else:
            return ""
        from html import escape  # noqa: PLC0415 - only under the pointer

        return "<br>".join(map(escape, lines))


def hit_at(lines: PageLines, state: PageState, point: tuple[float, float], measure: Measure) -> Hit:
    """Tell what stands at a point; y counts from the document's top."""
    x, y = point
    line = lines.line_at(y)
    if x >= measure.bar + BAR:
        position = lines.document.displays[line.unit].position(line.at_x(x))
        comment = state.marks.at(line.unit, position) if state.marks else None
        return Hit(line.unit, position, (comment,) if comment else ())
    marks = state.margin(lines, line.unit, len(lines.of(line.unit)))
    if line.top <= y:
        is_beside = x >= measure.seals + px(SEAL_REACH)
        for seal in marks.seals:
            if seal.line == line.index and seal.is_beside == is_beside:
                return Hit(line.unit, None, seal.comments, is_count=seal.is_rest)
    is_last = line == lines.last(line.unit)
    page = marks.pages.get(line.index) or (marks.below if is_last else "")
    is_number = (
        not page
        and line.index == 0
        and line.top <= y
        and x >= measure.seals + SEAL_REACH
        and lines.document.report.units[line.unit].number is not None
    )
    about = _about(state, line.unit, page)
    return Hit(line.unit, None, page=page, about=about, is_number=is_number)


def _about(state: PageState, unit: int, page: str) -> str:
    """Return 约 unless the print itself, or the user, says that the page begins in this unit."""
    pages = state.pages
    begun = [pages.at(unit, at) for at in pages.starts_in(unit)] if pages and page else []
    is_known = any(it and not it.about and f"第{it.page}页" == page for it in begun)
    return "" if is_known else "约"


def _short(comment: Comment) -> str:
    words = " ".join((comment.text or comment.replacement or comment.act).split())
    return words if len(words) <= _WORDS else words[: _WORDS - 1] + "…"
