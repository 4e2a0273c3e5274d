"""The list of opinions with proposed places: decided row by row, by mouse or keys."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from beiguan_desktop.ui.painted_list import ENTER, FlowedList, Index
from beiguan_desktop.ui.places_delegate import PlacesRows
from beiguan_desktop.ui.places_rows import ELSEWHERE, HERE, NOT, PlacesModel, Role, Row
from beiguan_desktop.ui.theme import Theme

_KEYS = {Qt.Key.Key_Right: ELSEWHERE, Qt.Key.Key_Delete: NOT}
_HELP = "回车就放这里，→ 另指一处，Delete 先不放"


class PlacesList(FlowedList):
    """`decided`: somebody chose an act for the row with this key, HERE, ELSEWHERE or NOT."""

    decided = Signal(str, str)

    def __init__(self, model: PlacesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places, self._painted = model, PlacesRows(self, theme)
        self.begin(model, self._painted, "意见和它们的位置")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)
        self.verticalScrollBar().setSingleStep(27)
        self.setAccessibleDescription(_HELP)

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:  # noqa: ARG002
        """Return the row itself: one can stand on heads too, to open them."""
        return start if 0 <= start < self._places.rowCount() else None

    def ground(self, theme: Theme) -> str:
        """Lie on the paper."""
        return theme.paper

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press a painted button, or open and fold a section by its head."""
        super().mouseReleaseEvent(event)
        self.shows_frame = False
        point = event.position()
        index = self.indexAt(point.toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row: Row | None = index.data(Role.ROW)
        if row is None:
            self._fold(index)
            return
        within = QPointF(point.x(), point.y() - self.visualRect(index).top())
        for act, button in zip(row.acts, self._painted.laid(row).buttons, strict=True):
            if button.contains(within):
                self.decided.emit(row.key, act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the place or opens a head; → and Delete do the rest; arrows go on."""
        self.shows_frame = True
        row: Row | None = self.currentIndex().data(Role.ROW)
        act = HERE if event.key() in ENTER else _KEYS.get(Qt.Key(event.key()), "")
        if row is not None and act in row.acts:
            self.decided.emit(row.key, act)
        elif row is None and event.key() in ENTER and self.currentIndex().isValid():
            self._fold(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def _fold(self, index: Index) -> None:
        section, at = index.data(Role.SECTION), index.row()
        self._places.fold(section)
        self.setCurrentIndex(self._places.index(min(at, self._places.rowCount() - 1)))
