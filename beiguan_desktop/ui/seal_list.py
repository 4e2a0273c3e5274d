"""The seals of the margin once more, as a list: for the keys and for screen readers."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from beiguan_desktop.ui.comment_model import CommentModel, Role

Index = QModelIndex | QPersistentModelIndex


class SealList(QListView):
    """All opinions in the order of the report, one row each; it lies over the margin unseen.

    The page paints the seals and frames the one that has the focus; clicks fall through to it.
    `pointed` tells which opinion the keys have come to, empty when they leave; `chosen` which
    one Enter chose; `escaped` follows Esc.
    """

    pointed = Signal(str)
    chosen = Signal(str)
    escaped = Signal()

    def __init__(self, model: CommentModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName("页边的意见")
        self.setAccessibleDescription("上下键一条条看，回车到这条意见，Esc 回到报告")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        model.modelReset.connect(self._hide_if_empty)
        model.rowsInserted.connect(self._hide_if_empty)
        model.rowsRemoved.connect(self._hide_if_empty)
        self._hide_if_empty()

    def begin_with(self, comment_id: str | None) -> None:
        """Let the keys begin with an opinion when they come here."""
        model = self.model()
        row = model.row_of(comment_id) if isinstance(model, CommentModel) and comment_id else None
        self.setCurrentIndex(model.index(row or 0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the keys have come to."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self.pointed.emit(str(current.data(Role.ID) or ""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point to the current opinion."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.begin_with(None)
        self.pointed.emit(str(self.currentIndex().data(Role.ID) or ""))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point nowhere."""
        super().focusOutEvent(event)
        self.pointed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Enter or the space bar, leave by Esc, move by the arrows."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(str(self.currentIndex().data(Role.ID) or ""))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the page does."""

    def _hide_if_empty(self) -> None:
        self.setVisible(self.model().rowCount() > 0)
