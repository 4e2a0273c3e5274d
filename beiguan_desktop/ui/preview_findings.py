"""The list of repairs and doubts: a grade, a name and a place, and under them before → after."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from beiguan_desktop.ui import faces, icons, painted_list
from beiguan_desktop.ui.preview_finds import Finds, Index, Role, Row
from beiguan_desktop.ui.preview_runs import paint as paint_runs
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_SIDE, _AIR, _GAP, _ARROW = 24, 6, 10, 38
_HEAD, _WORDS = 50, 42
_GRADE = 56, 28


class _Rows(QStyledItemDelegate):
    """Paints rows, all of one height."""

    def __init__(self, view: "FindingsList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self.take_faces()

    def take_faces(self) -> None:
        """Write in letters of the interface's size."""
        self.small, self._bold = faces.sans(14), faces.sans(14, bold=True)
        self._serif = faces.serif(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as a line of words and one of text."""
        return QSize(self._view.viewport().width(), px(_HEAD) + px(_WORDS) + px(_GAP) + px(_AIR))

    def buttons(self, row: Row, box: QRect) -> list[QRect]:
        """Return where the buttons of a row stand, from left to right."""
        metrics, right, found = QFontMetrics(self.small), box.right() - px(_SIDE) + 1, []
        for _, words in reversed(row.offers):
            sign = px(26) if len(row.offers) == 1 else 0
            width = metrics.horizontalAdvance(words) + px(28) + sign
            right -= width
            found.append(QRect(right, box.y() + px(_AIR) // 2, width, px(44)))
            right -= px(8)
        return found[::-1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(Role.ROW)
        box, theme, thin = QRect(option.rect), self._theme, self._theme.hairline
        painter.save()
        is_here = index.row() == self._view.currentIndex().row()
        if is_here:
            painted_list.paint_chosen(painter, QRectF(box), theme)
        painter.fillRect(box.x(), box.bottom() + 1 - thin, box.width(), thin, QColor(theme.line))
        places = self.buttons(row, box)
        self._paint_head(painter, box, row, places[0].left() - px(12))
        if not is_here:
            for place, (_, words) in zip(places, row.offers, strict=True):
                self._paint_button(painter, place, words, is_framed=len(places) > 1)
        self._paint_words(painter, box, row)
        if is_here and self._view.hasFocus():
            painted_list.paint_frame(painter, QRectF(box), theme)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, row: Row, right: int) -> None:
        theme, finding = self._theme, row.finding
        width, height = map(px, _GRADE)
        middle = box.y() + px(_AIR) // 2 + px(22)
        grade = QRectF(box.x() + px(_SIDE) + 0.5, middle - height / 2 + 0.5, width, height)
        tone = QColor(theme.warn if finding.grade == "疑似" else theme.ink2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone, max(1.2, theme.hairline)))
        painter.drawRoundedRect(grade, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self._bold)
        painter.drawText(grade, Qt.AlignmentFlag.AlignCenter, finding.grade)
        painter.setFont(self.small)
        if row.state:
            state = QFontMetrics(self.small).horizontalAdvance(row.state)
            painter.setPen(QColor(getattr(theme, row.tone)))
            place = QRect(right - state, middle - px(22), state, px(44))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.state)
            right -= state + px(16)
        x = grade.right() + px(_GAP)
        for words, face, ink in (
            (finding.title, self._bold, theme.ink),
            (row.where, self.small, theme.ink2),
        ):
            metrics = QFontMetrics(face)
            room = max(0, int(right - x))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.setFont(face)
            painter.setPen(QColor(ink))
            line = QRectF(x, middle - px(22), room, px(44))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown) + px(_GAP)

    def _paint_button(
        self, painter: QPainter, place: QRect, words: str, *, is_framed: bool
    ) -> None:
        theme, inner = self._theme, QRectF(place)
        if is_framed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.strong), theme.hairline))
            painter.setBrush(QColor(theme.field))
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        else:
            side = px(20)
            sign = QRectF(inner.left() + px(12), inner.center().y() - side / 2, side, side)
            icons.paint(painter, sign, "undo-2", theme.ink2)
            inner.setLeft(sign.right() - px(6))
        painter.setFont(self.small)
        painter.setPen(QColor(theme.ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_words(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, finding = self._theme, row.finding
        whole = QRectF(box.x() + px(_SIDE), box.y() + px(_HEAD), 0, px(_WORDS))
        whole.setRight(box.right() + 1 - px(_SIDE))
        fields = [whole]
        if finding.after:
            half = (whole.width() - px(_ARROW)) / 2
            fields = [
                QRectF(whole.left(), whole.top(), half, whole.height()),
                QRectF(whole.right() - half, whole.top(), half, whole.height()),
            ]
            side = px(20)
            arrow = QRectF(0, 0, side, side)
            arrow.moveCenter(whole.center())
            icons.paint(painter, arrow, "arrow-right", theme.ink2)
        for field, runs in zip(fields, (finding.before, finding.after), strict=False):
            painter.fillRect(field, QColor(theme.paper))
            if theme.is_stark:
                painter.setPen(QPen(QColor(theme.line), 1))
                painter.drawRect(field)
            inner = field.adjusted(px(12), 0, -px(12), 0)
            paint_runs(painter, inner, runs, self._serif, theme)


class RowActs(QWidget):
    """The buttons of the current row, where the others have theirs painted."""

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.buttons = [QPushButton() for _ in range(2)]
        for at, button in enumerate(self.buttons):
            button.setFont(faces.sans(14))
            button.clicked.connect(lambda _checked=False, at=at: self.said.emit(self._says[at]))
            self._line.addWidget(button)
        self._says: list[str] = []

    def show_row(self, row: Row, places: list[QRect]) -> None:
        """Stand over the places of a row's buttons."""
        self._line.setSpacing(px(8))
        self._says = [say for say, _ in row.offers]
        for button, (_, words) in zip(self.buttons, row.offers, strict=False):
            button.setText(words)
            button.setAccessibleName(f"{words}：{row.finding.title}，{row.where}")
            button.setMinimumHeight(px(44))
        single = len(row.offers) == 1
        self.buttons[1].setVisible(not single)
        if single:
            icons.put(self.buttons[0], "undo-2", "ink2", 20)
        else:
            icons.take_off(self.buttons[0])
        self.setGeometry(places[0].united(places[-1]))
        self.show()


class FindingsList(QListView):
    """`said` carries a finding and what was said to it; `chosen` the one one stands on."""

    said = Signal(object, str)
    chosen = Signal(object)

    def __init__(self, finds: Finds, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finds = finds
        self._rows = _Rows(self, theme)
        self.acts = RowActs(self.viewport())
        self.acts.hide()
        self.acts.said.connect(self._on_said)
        self._pressed: tuple[int, str] | None = None
        self.setModel(finds)
        self.setItemDelegate(self._rows)
        painted_list.prepare(self, "改动和疑问")
        self.setUniformItemSizes(True)
        self.verticalScrollBar().valueChanged.connect(self._place_acts)
        finds.modelReset.connect(self._place_acts)
        finds.dataChanged.connect(self._place_acts)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Lie on the ground's colour, in letters of the size that holds now."""
        painted_list.lie_on(self, theme.ground)
        self._rows.take_faces()
        self.scheduleDelayedItemsLayout()
        self._place_acts()

    def stand_at(self, row: int) -> None:
        """Make a row current, the last one at most."""
        last = self.finds.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.finds.index(min(max(0, row), last), 0))

    def _place_acts(self, *_: object) -> None:
        index = self.currentIndex()
        row = index.data(Role.ROW) if index.isValid() else None
        if row is None:
            self.acts.hide()
        else:
            self.acts.show_row(row, self._rows.buttons(row, self.visualRect(index)))

    def _on_said(self, say: str) -> None:
        finding = self.finds.finding(self.currentIndex().row())
        if finding is not None:
            self.said.emit(finding, say)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Give the row one stands on its buttons, and tell which it is."""
        super().currentChanged(current, previous)
        self._place_acts()
        finding = self.finds.finding(current.row())
        if finding is not None:
            self.chosen.emit(finding)

    def _say_at(self, point: QPoint) -> tuple[int, str] | None:
        index = self.indexAt(point)
        row: Row | None = index.data(Role.ROW) if index.isValid() else None
        if row is None:
            return None
        places = self._rows.buttons(row, self.visualRect(index))
        found = (s for p, (s, _) in zip(places, row.offers, strict=True) if p.contains(point))
        say = next(found, None)
        return (index.row(), say) if say else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which painted button is pressed."""
        self._pressed = self._say_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the button says that was pressed and let go."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._say_at(event.position().toPoint()):
            finding = self.finds.finding(pressed[0])
            if finding is not None and event.button() == Qt.MouseButton.LeftButton:
                self.said.emit(finding, pressed[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the first button, Ctrl+Enter the last one; the rest is the page's."""
        index = self.currentIndex()
        row: Row | None = index.data(Role.ROW) if index.isValid() else None
        if event.key() in painted_list.ENTER and row is not None:
            is_last = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.said.emit(row.finding, row.offers[-1 if is_last else 0][0])
        elif event.key() in _STEPS and not event.modifiers():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the buttons with the right edge."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._place_acts()

    def updateGeometries(self) -> None:
        """Put the buttons where the row is once rows were laid out."""
        super().updateGeometries()
        self._place_acts()


_STEPS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)
