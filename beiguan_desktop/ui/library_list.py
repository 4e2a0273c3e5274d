"""The list of the library's reports: titles that wrap, older editions under the newest one."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flowing import MIDDLE, PITCH, em, flow
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.library_model import (
    DAMAGED,
    HERE,
    HIDDEN,
    LibraryModel,
    Role,
    Row,
    state_words,
    what_words,
)
from beiguan_desktop.ui.painted_list import (
    ENTER,
    FlowedList,
    FlowedRows,
    Index,
    paint_chosen,
    paint_frame,
)
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_LEFT, _RIGHT, _PAD, _GAP = 24, 24, 14, 16
_STEP, _DEEPEST = 32, 3
"""How far an older edition stands in, and how many such steps there are at most."""
_SIGN_AIR = 8
_LONGEST_DAY = "2026年12月31日"
"""A row has room for a day before anybody has asked which it is."""
_LEAST = 64
_BLANK, _WRITTEN, _WHAT = 20, 36, 12
"""How wide in em the lines are at most beside names: of a report nobody has written on, or
somebody, and a day with the blanks between."""
_LATIN = 0.8
"""The same of a Latin letter."""


class _Measures:
    """Faces and widths that hold for all rows of a list as wide as it is now."""

    def __init__(self, width: int) -> None:
        self.large, self.small = faces.serif(16, bold=True), faces.sans(14)
        self.em_large, self.em_small = em(self.large), em(self.small)
        metrics = QFontMetricsF(self.small)
        self._signs = {
            sign: metrics.horizontalAdvance(sign) + 2 * px(_SIGN_AIR) for sign in (HERE, HIDDEN)
        }
        self._width = width - px(_LEFT) - px(_RIGHT)
        self._step, self._gap, self._left = px(_STEP), px(_GAP), px(_LEFT)
        self._least = 8 * self.em_small

    def left(self, row: Row) -> float:
        """Return where the words of a row begin."""
        return self._left + min(row.standing.depth, _DEEPEST) * self._step

    def sign(self, row: Row) -> float:
        """Return how wide the sign of a row is, 0 without one."""
        return self._signs.get(row.sign, 0.0)

    def rooms(self, row: Row) -> tuple[float, float]:
        """Return how wide the title of a row may be, and the lines under it."""
        whole = self._width + self._left - self.left(row)
        sign = self.sign(row)
        return max(self._least, whole - (sign + self._gap if sign else 0)), max(self._least, whole)


class _Rows(FlowedRows):
    """Paints reports; short words are not laid out to know how high they are."""

    _view: "LibraryList"

    _held: _Measures | None = None

    def forget(self) -> None:
        """Drop what was laid out, and measure anew."""
        super().forget()
        self._held = None

    @property
    def _measures(self) -> _Measures:
        if self._held is None:
            self._held = _Measures(self._view.viewport().width())
        return self._held

    def _lines(self, row: Row, day: str) -> list[str]:
        damage = [DAMAGED] if row.report.is_damaged else []
        return [*damage, *filter(None, (what_words(row, day), state_words(row)))]

    def _count(self, words: str, font: QFont, size: float, room: float) -> int:
        """Count the lines; words that surely fit need not be laid out: there may be many rows."""
        if len(words) * size <= room:
            return 1
        key = (words, room, font.key())
        if key not in self._laid:
            self._laid[key] = flow(words, font, room)
        return self._laid[key].lineCount()

    def _count_under(self, row: Row, held: _Measures, room: float) -> int:
        """Count the lines under the title, without spelling out those that surely fit."""
        report, size = row.report, held.em_small
        most = room / size
        written = _WRITTEN if report.comments or report.drafts else _BLANK
        file = len(report.file) * (_LATIN if report.file.isascii() else 1)
        longest = max(
            written + file,
            _WHAT + len(report.edition) + len(report.genre) + len(report.meeting),
        )
        if longest <= most and row.standing.newer is None and not report.is_damaged:
            return 2
        day = self._view.day(row)
        lines = self._lines(row, _LONGEST_DAY if day is None else day)
        return sum(self._count(it, held.small, size, room) for it in lines)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the wrapped title and the lines under it."""
        row = self._view.row(index)
        held = self._measures
        narrow, wide = held.rooms(row)
        under = self._count_under(row, held, wide) * held.em_small
        title = self._count(row.title, held.large, held.em_large, narrow) * held.em_large
        return QSize(0, max(px(_LEAST), round((title + under) * PITCH) + 2 * px(_PAD)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._view.row(index)
        theme, box = self.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = index == self._view.currentIndex()
        if is_current:
            paint_chosen(painter, box, theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        thin = theme.hairline
        foot = QRectF(px(_LEFT), box.bottom() - thin, box.width() - px(_LEFT) - px(_RIGHT), thin)
        painter.fillRect(foot, QColor(theme.line))
        self._write(painter, box, row, str(index.data(Role.DAY)))
        if self.is_framed(index):
            paint_frame(painter, box, theme)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, row: Row, day: str) -> None:
        theme, held = self.theme, self._measures
        narrow, wide = held.rooms(row)
        left, top = held.left(row), box.top() + px(_PAD)
        if row.sign:
            right = box.right() - px(_RIGHT)
            self._paint_sign(painter, QPointF(right, top), row)
        painter.setPen(QColor(theme.ink2 if row.report.hidden_at else theme.ink))
        at = QPointF(left, top)
        at.setY(top + self._put(painter, at, row.title, held.large, held.em_large, narrow))
        for number, words in enumerate(self._lines(row, day)):
            is_damage = number == 0 and row.report.is_damaged
            painter.setPen(QColor(theme.warn if is_damage else theme.ink2))
            high = self._put(painter, at, words, held.small, held.em_small, wide)
            at.setY(at.y() + high)

    def _put(
        self, painter: QPainter, at: QPointF, words: str, font: QFont, size: float, room: float
    ) -> float:
        """Write words where they belong and return how high they are."""
        lines = self._count(words, font, size, room)
        layout = self._laid.get((words, room, font.key()))
        if layout is None:
            painter.setFont(font)
            painter.drawText(at + QPointF(0, size * (PITCH / 2 + MIDDLE)), words)
        else:
            layout.draw(painter, at)
        return lines * size * PITCH

    def _paint_sign(self, painter: QPainter, corner: QPointF, row: Row) -> None:
        """Paint 现在打开的 or 已隐藏 in a frame, at the right end of the title's first line."""
        theme, held = self.theme, self._measures
        wide, high, pitch = held.sign(row), held.em_small * 1.7, held.em_large * PITCH
        box = QRectF(corner.x() - wide, corner.y() + (pitch - high) / 2, wide, high)
        is_here = row.sign == HERE
        painter.setPen(QPen(QColor(theme.accent if is_here else theme.strong), theme.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(held.small)
        painter.setPen(QColor(theme.accent if is_here else theme.ink2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.sign)


class LibraryList(FlowedList):
    """Reports to stand on; the signals carry the id of the current one."""

    chosen = Signal(str)
    opened = Signal(str)
    hide_asked = Signal(str)
    describe_asked = Signal(str)

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = model
        self.begin(model, _Rows(self, theme), "资料库里的报告")
        self.verticalScrollBar().setSingleStep(27)

    def ground(self, theme: Theme) -> str:
        """Lie on paper."""
        return theme.paper

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:  # noqa: ARG002
        """Return the row itself: every row is a report."""
        return start if 0 <= start < self._reports.rowCount() else None

    def row(self, index: Index) -> Row:
        """Return a row that is there."""
        return self._reports.rows[index.row()]

    def day(self, row: Row) -> str | None:
        """Return the day that a report names, if it is known by now."""
        return self._reports.known_day(row.report.id)

    def leave_foot(self, high: int) -> None:
        """End higher above the foot of the page: something lies there."""
        self.setViewportMargins(0, 0, 0, high)
        self.scrollTo(self.currentIndex())

    @property
    def current(self) -> Row | None:
        """The report one stands on."""
        return self._reports.row(self.currentIndex())

    def stand_on(self, report: str, otherwise: int = 0) -> None:
        """Make a report the current one, in sight; if it is not there, the row in its place."""
        found = self._reports.at(report)
        last = self._reports.rowCount() - 1
        row = min(max(0, otherwise), last) if found is None else found
        index = self._reports.index(row) if last >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which report is the current one."""
        super().currentChanged(current, previous)
        row = self._reports.row(current)
        if row is not None:
            self.chosen.emit(row.report.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go by the mouse from now on."""
        super().mouseReleaseEvent(event)
        self.shows_frame = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a report by a double click on its row."""
        row = self._reports.row(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(row.report.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete hides, F2 describes; letters and Esc are left to the page."""
        self.shows_frame = True
        keys: dict[int, SignalInstance] = dict.fromkeys(ENTER, self.opened)
        keys |= {Qt.Key.Key_Delete: self.hide_asked, Qt.Key.Key_F2: self.describe_asked}
        signal, row = keys.get(event.key()), self.current
        if signal is not None and row is not None:
            signal.emit(row.report.id)
        elif event.key() == Qt.Key.Key_Escape or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()
