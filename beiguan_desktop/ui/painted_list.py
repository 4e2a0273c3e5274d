"""What all lists have in common that paint their own rows."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate

from beiguan_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BAR = 4
_UNITS = 20
"""Into how many parts of its side a tick's box is divided."""


def prepare(view: QListView, name: str) -> None:
    """Let a list be walked row by row, scroll smoothly, and lay rows out anew for its width."""
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)


def lie_on(view: QAbstractItemView, ground: str) -> None:
    """Let a list lie on a colour of the palette."""
    colours = view.palette()
    colours.setColor(QPalette.ColorRole.Base, QColor(ground))
    view.setPalette(colours)


def paint_chosen(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the ground of the row one stands on, and the bar at its left."""
    painter.fillRect(box, QColor(theme.tint))
    painter.fillRect(QRectF(box.left(), box.top(), _BAR, box.height()), QColor(theme.accent))


def paint_frame(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the frame of the row that has the keys; `box` is what it lies within."""
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)


def paint_tick(painter: QPainter, box: QRectF, theme: Theme, *, is_ticked: bool) -> None:
    """Paint a box to tick, and the tick in it."""
    painter.setPen(QPen(QColor(theme.accent if is_ticked else theme.strong), 1.5))
    painter.setBrush(QColor(theme.accent if is_ticked else theme.field))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    if is_ticked:
        unit = box.width() / _UNITS
        tick = QPainterPath(box.topLeft() + QPointF(5, 10.5) * unit)
        tick.lineTo(box.topLeft() + QPointF(8.5, 14) * unit)
        tick.lineTo(box.topLeft() + QPointF(15, 6.5) * unit)
        painter.setPen(QPen(QColor(theme.on_accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(tick)


class FlowedRows(QStyledItemDelegate):
    """Paints rows whose words are wrapped, never cut; what was laid out is kept."""

    def __init__(self, view: "FlowedList", theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._laid: dict[tuple[object, ...], QTextLayout] = {}
        self.theme = theme

    def forget(self) -> None:
        """Drop what was laid out."""
        self._laid.clear()

    def is_framed(self, index: Index) -> bool:
        """Tell whether a row has the keys, and somebody goes by them."""
        view = self._view
        return view.shows_frame and index == view.currentIndex() and view.hasFocus()


class FlowedList(QListView):
    """A list of such rows: `begin` it; keys step over what is no entry.

    `shows_frame`: somebody goes by the keys, and sees where.
    """

    _rows: FlowedRows
    shows_frame = False

    def begin(self, model: QAbstractItemModel, rows: FlowedRows, name: str) -> None:
        """Show a model in rows that a delegate paints, under a name that is read out."""
        self._rows = rows
        self.setModel(model)
        self.setItemDelegate(rows)
        prepare(self, name)
        model.modelReset.connect(rows.forget)
        self.set_theme(rows.theme)

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:
        """Return the first row from `start` on that one can stand on; `step` is 1 or -1."""
        raise NotImplementedError

    def ground(self, theme: Theme) -> str:
        """Return the colour the list lies on."""
        return theme.ground

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._rows.theme = theme
        lie_on(self, self.ground(theme))
        self.rescale()

    def rescale(self) -> None:
        """Lay the words out in the size that holds now."""
        self._rows.forget()
        self.scheduleDelayedItemsLayout()

    def choose_first(self) -> None:
        """Make the first entry the current one."""
        row = self.entry_row()
        if row is not None:
            self.setCurrentIndex(self.model().index(row, 0))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over headings."""
        found = super().moveCursor(action, modifiers).row()
        row = self.entry_row(found, 1 if found >= self.currentIndex().row() else -1)
        return self.currentIndex() if row is None else self.model().index(row, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere when the keys come here."""
        super().focusInEvent(event)
        self.shows_frame = event.reason() != Qt.FocusReason.MouseFocusReason
        if self.shows_frame and not self.currentIndex().isValid():
            self.choose_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.rescale()
