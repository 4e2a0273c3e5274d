"""What the tests of the text pane share: a shown page, points on it, colours at points."""

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from beiguan_desktop.core.pagination import Pages, seam_marks
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.ui.gutter import SEAL
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.theme import LIGHT, blend
from tests.ui.panes import shipped

WIDTH, HEIGHT = 806, 784


@cache
def pages() -> Pages:
    return Pages(shipped().units, seam_marks(shipped().units))


def report_of(*texts: str, **values) -> Report:
    """Make a report of plain paragraphs."""
    units = tuple(
        Unit(at, "paragraph", 0, text, text, (), number=at + 1, **values)
        for at, text in enumerate(texts)
    )
    return Report("r1", "报告", "审议", "审议稿", None, "reading", units, ())


def shown(qtbot, report: Report | None = None, size: tuple[int, int] = (WIDTH, HEIGHT)):
    view = ReportView(theme=LIGHT)
    qtbot.addWidget(view)
    view.resize(*size)
    if report is None:
        view.set_report(shipped(), pages())
    else:
        view.set_report(report, Pages(report.units, ()))
    view.show()
    qtbot.waitExposed(view)
    return view


def point(view: ReportView, unit: int, position: int) -> QPoint:
    """Return the middle of the character that stands at a place, in the viewport."""
    strip = view.lines.strips(unit, position, position + 1)[0]
    y = strip.line.middle - view.verticalScrollBar().value()
    return QPoint(round((strip.left + strip.right) / 2), round(y))


def seal_point(view: ReportView, unit: int, line: int) -> QPoint:
    """Return the middle of the seals' column on a line, in the viewport."""
    y = view.lines.of(unit)[line].middle - view.verticalScrollBar().value()
    return QPoint(view.measure.seals + SEAL // 2, round(y))


def colours(image: QImage, left: float, top: float, right: float, bottom: float) -> set[str]:
    """Return all colours in a rectangle, as #rrggbb."""
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(round(left), round(right))
        for y in range(round(top), round(bottom))
    }


def tint_of(kind: str) -> QColor:
    return blend(LIGHT.kinds[kind], LIGHT.paper, LIGHT.tint_share)


def is_near(one: QColor, other: QColor) -> bool:
    """Tell whether two colours differ by rounding only."""
    return all(abs(a - b) <= 2 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def withdrawn(comment):
    return replace(comment, withdrawn_at="2026-02-27T09:00:00+08:00")
