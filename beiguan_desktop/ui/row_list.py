"""A list of rows of two lines: what it is, and in the second ink what more is to be said."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beiguan_desktop.ui import faces, painted_list
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_LEFT, _AIR = 24, 12


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[tuple[str, str]] = []

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "，".join(filter(None, self.rows[index.row()]))
        return None


class RowList(QListView):
    """Rows to stand on; `chosen` tells which one."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, _Model(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self, theme))
        painted_list.prepare(self, name)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Lie on the paper in its colour, in letters of the size that holds now."""
        painted_list.lie_on(self, theme.paper)
        self.setFont(faces.sans(14))
        self.scheduleDelayedItemsLayout()

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show rows of a title and what more is to be said; the first is current."""
        self._rows.set_rows(rows)
        self.setCurrentIndex(self._rows.index(0, 0))

    def row(self, at: int) -> tuple[str, str]:
        """Return the two lines of a row."""
        return self._rows.rows[at]

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one stands."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.row())


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RowList, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(0, 2 * QFontMetrics(faces.sans(14)).height() + 2 * px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, QRect(option.rect)
        painter.save()
        is_current = self._view.currentIndex() == index
        if is_current:
            painted_list.paint_chosen(painter, QRectF(box), theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        thin = theme.hairline
        foot = QRect(box.left() + _LEFT, box.bottom() - thin + 1, box.width() - 2 * _LEFT, thin)
        painter.fillRect(foot, QColor(theme.line))
        title, more = self._view.row(index.row())
        inside = box.adjusted(_LEFT, px(_AIR), -_LEFT, -px(_AIR))
        for words, face, tone, flag in (
            (title, faces.sans(14, bold=is_current), theme.ink, Qt.AlignmentFlag.AlignTop),
            (more, faces.sans(14), theme.ink2, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(face)
            painter.setPen(QColor(tone))
            shown = QFontMetrics(face).elidedText(
                words, Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, flag | Qt.AlignmentFlag.AlignLeft, shown)
        if is_current and self._view.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()
