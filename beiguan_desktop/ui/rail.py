"""The tree folded to a rail: what has been read of which section; a click goes there."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.outline_model import Role
from beiguan_desktop.ui.outline_tree import OutlineTree
from beiguan_desktop.ui.panes import RAIL
from beiguan_desktop.ui.read_mark import paint_read
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_TOP, _PITCH = 128, 38
"""Where the marks begin, and how far apart they are, in pixels at the standard size."""


class Rail(QPushButton):
    """「目录」 over a column of the tree's rows: parts by their number, sections by a read mark."""

    asked = Signal(QModelIndex)
    """The tree is wanted: at the row of a mark, or, with an invalid index, as it stands."""

    def __init__(self, tree: OutlineTree, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._tree, self._theme = tree, theme
        self.setText("目录")
        self._pressed = QPersistentModelIndex()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        model = tree.model()
        for signal in (model.dataChanged, model.modelReset, tree.settled, tree.narrowed):
            signal.connect(self._tell)
        for signal in (tree.expanded, tree.collapsed):
            signal.connect(self.update)
        self._tell()

    def rescale(self) -> None:
        """Be as wide as the interface is large."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be narrow."""
        return QSize(px(RAIL), px(_TOP))

    def rows(self) -> list[QModelIndex]:
        """Return the rows of the tree as it stands open, but for hidden ones and 整篇报告."""
        model, found = self._tree.model(), []

        def walk(parent: QModelIndex) -> None:
            for row in range(model.rowCount(parent)):
                index = model.index(row, 0, parent)
                if self._tree.isRowHidden(row, parent):
                    continue
                if index.data(Role.UNIT) is not None:
                    found.append(index)
                if self._tree.isExpanded(index):
                    walk(index)

        walk(QModelIndex())
        return found

    def event(self, event: QEvent) -> bool:
        """Name the section of the mark under the pointer, from the strip's edge on."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        place, index = self._at(event.pos())
        words = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        at = self.mapToGlobal(QPoint(0, round(place.bottom()) - px(_PITCH) // 2))
        QToolTip.showText(at, words or self._tree.only or "打开目录", self, place.toRect())
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which mark is meant."""
        self._pressed = QPersistentModelIndex(self._at(event.position().toPoint())[1])
        super().mousePressEvent(event)

    def _on_clicked(self) -> None:
        """Ask for the tree; a key means no mark."""
        pressed, self._pressed = self._pressed, QPersistentModelIndex()
        model = self._tree.model()
        is_mark = pressed.isValid()
        index = model.index(pressed.row(), 0, pressed.parent()) if is_mark else QModelIndex()
        self.asked.emit(index)

    def _at(self, point: QPoint) -> tuple[QRectF, QModelIndex]:
        """Return the mark at a point and its row; above and below them the rest, and no row."""
        places = self._places()
        for place, index in places:
            if place.contains(point):
                return place, index
        top = px(_TOP)
        if point.y() < top:
            return QRectF(0, 0, self.width(), top), QModelIndex()
        foot = top + px(_PITCH) * len(places)
        return QRectF(0, foot, self.width(), self.height() - foot), QModelIndex()

    def _tell(self) -> None:
        """Say where the text is, and whether rows are left out."""
        here = self._tree.here().data(Qt.ItemDataRole.AccessibleTextRole)
        name = "，".join(filter(None, ("目录，打开", here and f"现在在{here}", self._tree.only)))
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the word and, as far as there is room round the current one, the marks."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = theme.hover if self.underMouse() else theme.ground
            fill(painter, self.rect(), ground)
            thin = theme.hairline
            self._paint_name(painter)
            for place, index in self._places():
                self._paint_row(painter, place, index)
            fill(painter, QRectF(self.width() - thin, 0, thin, self.height()), theme.line)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), thin + 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -4, -4), 4, 4)

    def _paint_name(self, painter: QPainter) -> None:
        side, middle = px(icons.SIZE), self.width() / 2
        box = QRectF(middle - side / 2, px(20), side, side)
        icons.paint(painter, box, "table-of-contents", self._theme.ink)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(faces.sans(14))
        for number, letter in enumerate(self.text()):
            line = QRectF(0, px(50 + 24 * number), self.width(), px(24))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, letter)
        if self._tree.only:
            side = px(18)
            sign = QRectF(middle - side / 2, px(103), side, side)
            icons.paint(painter, sign, "list-filter", self._theme.accent)

    def _places(self) -> list[tuple[QRectF, QModelIndex]]:
        """Return what has room, the row where the text is among it."""
        rows, pitch, top = self.rows(), px(_PITCH), px(_TOP)
        room = max(0, (self.height() - top) // pitch)
        here = next((at for at, row in enumerate(rows) if self._tree.is_here(row)), 0)
        first = max(0, min(here - room // 2, len(rows) - room))
        return [
            (QRectF(0, top + pitch * at, self.width(), pitch), row)
            for at, row in enumerate(rows[first : first + room])
        ]

    def _paint_row(self, painter: QPainter, place: QRectF, index: QModelIndex) -> None:
        theme, is_here = self._theme, self._tree.is_here(index)
        if is_here:
            fill(painter, place, theme.tint)
            fill(painter, QRectF(0, place.top(), px(4), place.height()), theme.accent)
        share = index.data(Role.READ)
        label = str(index.data(Role.LABEL) or "")[:1]
        if index.data(Role.LEVEL) == 1 and (label or share is None):
            painter.setPen(QColor(theme.ink))
            painter.setFont(faces.sans(14, bold=is_here))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label or "·")
        else:
            paint_read(painter, place.center(), px(7), share or 0.0, theme)
