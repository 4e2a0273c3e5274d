"""The running head: where in the report the top of the page stands."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.faces import kai, sans
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.theme import Theme

HEIGHT = 48
POINTS = 14
GAP = 14
"""Between part and section, and before the page."""
DEEPEST = 2
"""The lowest level of heading that the path names."""
BASELINE = 31 / HEIGHT
"""Where words stand, as a share of the height."""
_OPENING = 0.5
"""How much of an opening bracket is empty: it hangs out, so that the ink begins with the text."""


def section_path(report: Report, unit: int) -> tuple[str, ...]:
    """Return the titles of part and section that a unit stands in, its own heading included."""
    here = report.units[unit]
    path = list(here.path)
    if here.kind == "heading":
        path.append(here.text)
    elif here.runin is not None and here.runin.level <= DEEPEST:
        path.append(here.runin.text)
    return tuple(title.replace(" ", "").rstrip("。") for title in path[:DEEPEST])


class RunningHead(QWidget):
    """Follows a page: section path left, page of the print right.

    A path that is too long loses the part and keeps the section.
    """

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._taken = 0
        self._pages: Pages | None = None
        self._path: tuple[str, ...] = ()
        self._page = ""
        self._column = (view.measure.text, view.measure.width)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(False)
        view.moved.connect(self.show_place)
        view.column_changed.connect(self._on_column)
        view.installEventFilter(self)

    @property
    def theme(self) -> Theme:
        """The page's colours."""
        return self._view.theme

    def set_taken(self, width: int) -> None:
        """Leave so many pixels before the page's number to somebody else."""
        if width != self._taken:
            self._taken = width
            self.update()

    def page_left(self) -> float:
        """Return where what stands before the page's number ends."""
        metrics = QFontMetricsF(sans(POINTS))
        return self._right() - metrics.horizontalAdvance(self._page) - GAP

    def set_pages(self, pages: Pages | None) -> None:
        """Take the pages of the print of the report that the page shows."""
        self._pages = pages
        self.show_place(*self._view.top_place())

    def show_place(self, unit: int, position: int) -> None:
        """Name a place of the report."""
        lines = self._view.lines
        if lines is None:
            return
        self._path = section_path(lines.document.report, unit)
        top = self._view.scroller.top_line()
        if top is not None and top.unit == unit:  # a page that begins in this line is named
            position = max(position, lines.document.displays[unit].position(top.end) - 1)
        at = self._pages.at(unit, position) if self._pages else None
        about = "约" if at and at.about else ""
        self._page = f"原件{about}第{at.page}页" if at else ""
        self.setAccessibleName(" ".join([*self._path, self._page]).strip() or "报告开头")
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show by the hairline whether the keys go to the page."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(806, bar(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write path and page over a hairline as wide as the text."""
        left, right = self._column[0], self._right()
        baseline = round(self.height() * BASELINE)
        with QPainter(self) as painter:
            fill(painter, self.rect(), self.theme.paper)
            painter.setPen(QColor(self.theme.ink3))
            painter.setFont(sans(POINTS))
            page_width = QFontMetricsF(painter.font()).horizontalAdvance(self._page)
            painter.drawText(QPointF(right - page_width, baseline), self._page)
            painter.setFont(kai(POINTS))
            painter.setPen(QColor(self.theme.ink2))
            metrics = QFontMetricsF(painter.font())
            taken = self._taken + GAP if self._taken else 0
            shown = fitting(self._path, right - left - page_width - GAP - taken, metrics)
            x = float(left)
            if shown and shown[0].startswith("（"):
                x -= _OPENING * metrics.horizontalAdvance("（")
            for title in shown:
                painter.drawText(QPointF(x, baseline), title)
                x += metrics.horizontalAdvance(title) + GAP
            is_focused = self._view.hasFocus()
            height = self.theme.hairline + is_focused
            hairline = QRectF(left, self.height() - height, right - left, height)
            fill(painter, hairline, self.theme.accent if is_focused else self.theme.line)

    def _right(self) -> int:
        left, width = self._column
        return left + width if width else self.width() - left

    def _on_column(self, left: int, width: int) -> None:
        self._column = left, width
        self.update()


def fitting(path: tuple[str, ...], room: float, metrics: QFontMetricsF) -> tuple[str, ...]:
    """Return what of a path has room: all of it, or its last title, cut only if it must be."""
    widths = [metrics.horizontalAdvance(title) for title in path]
    if sum(widths) + GAP * (len(path) - 1) <= room:
        return path
    return (metrics.elidedText(path[-1], Qt.TextElideMode.ElideRight, room),)
