"""The list of 对照: both editions in one row each, or in one text as a reviser writes (花脸稿)."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from beiguan_desktop.ui.compare_model import CompareModel, Index
from beiguan_desktop.ui.compare_row import PITCH, Laid, Measure, guesses, lay, measure, paint
from beiguan_desktop.ui.painted_list import ENTER, lie_on, paint_frame
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.tall_rows import Hint, TallRows
from beiguan_desktop.ui.theme import Theme

_BAR = 4
_HINT = "点一下看整段，再点收起；双击，到报告里那一段"
_MOST = 300
"""So many rows are kept laid out."""


class CompareList(TallRows):
    """`opened`: somebody wants to read the paragraph of a Row. `stood`: one stands elsewhere."""

    opened = Signal(object)
    stood = Signal()
    laid_out = Signal()
    """Columns have another width."""

    def __init__(self, model: CompareModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._theme = model, theme
        self._points, self._is_merged, self._is_short = 16.0, False, False
        self._laid: dict[int, Laid] = {}
        self._whole: set[int] = set()
        self._shows_frame = False
        self._pressed = -1
        self.sizes = self._measure()
        self.begin(model, "两稿对照")
        self.setToolTip(_HINT)
        self.set_theme(theme)

    # -- looks

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        lie_on(self, theme.paper)
        self.rescale()

    def rescale(self) -> None:
        """Lay everything out in the size that holds now."""
        self.lay_again()

    def show_as(self, *, points: float, is_merged: bool, is_short: bool) -> None:
        """Show both in one (花脸稿) or side by side, in letters of so many points.

        `is_short`: without what is far from anything that changed.
        """
        if self.intend(points=points, is_merged=is_merged, is_short=is_short):
            self.lay_again()

    def intend(self, *, points: float, is_merged: bool, is_short: bool) -> bool:
        """Take it for what is shown next; tell whether it is anything new."""
        wanted = (points, is_merged, is_short)
        is_new = wanted != (self._points, self._is_merged, self._is_short)
        self._points, self._is_merged, self._is_short = wanted
        if is_new:
            self._whole.clear()
        return is_new

    # -- rows

    def reset(self) -> None:
        """Show other rows, shortened again."""
        self._whole.clear()
        super().reset()

    def lay_again(self) -> None:
        """Drop what was laid out."""
        self._laid.clear()
        self.sizes = self._measure()
        self.line = round(self.sizes.em * PITCH)
        super().lay_again()
        self.laid_out.emit()

    def _measure(self) -> Measure:
        return measure(self.viewport().width(), self._points, is_merged=self._is_merged)

    def guessed(self) -> Iterable[int]:
        """Guess by the number of letters."""
        model = self._rows
        return guesses(model.rows, model.comparison, self.sizes, is_short=self._is_short)

    def measured(self, row: int) -> int:
        """Lay a row out."""
        return self._lay(row).height

    def _lay(self, at: int) -> Laid:
        if at not in self._laid:
            if len(self._laid) > _MOST:
                self._laid.clear()
            is_short = self._is_short and at not in self._whole
            self._laid[at] = lay(self._rows.rows[at], self._rows, self.sizes, is_short=is_short)
        return self._laid[at]

    def turn(self, at: int) -> bool:
        """Show a row whole, or shortened again; tell whether there was anything to show."""
        if not self._is_short or not (at in self._whole or self._lay(at).is_short):
            return False
        self._whole ^= {at}
        self._laid.pop(at)
        self.heights.forget(at)
        self.scrollTo(self._rows.index(at))
        return True

    # -- standing on a row

    def stand_on(self, at: int) -> None:
        """Stand on a row, in the middle of the window."""
        index = self._rows.index(at)
        self.setCurrentIndex(index)
        self.scrollTo(index, Hint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that one stands elsewhere."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.stood.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show no frame to the mouse."""
        self._shows_frame = False
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint()).row()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the row that was clicked whole, or shortened again."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint()).row()
        if event.button() == Qt.MouseButton.LeftButton and 0 <= at == self._pressed:
            self.turn(at)
        self._pressed = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the paragraph stands."""
        at = self.indexAt(event.position().toPoint()).row()
        if at >= 0:
            self.opened.emit(self._rows.rows[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows a row whole, then goes where it stands; Space shows it whole or shortened."""
        self._shows_frame, at = True, self.currentIndex().row()
        if at >= 0 and event.key() in ENTER:
            if at in self._whole or not self.turn(at):
                self.opened.emit(self._rows.rows[at])
        elif at >= 0 and event.key() == Qt.Key.Key_Space:
            self.turn(at)
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere when the keys come here."""
        super().focusInEvent(event)
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._shows_frame = event.reason() in by_keys

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in view, each over a hairline."""
        theme, heights, port = self._theme, self.heights, self.viewport()
        thin, offset = theme.hairline, self.verticalOffset()
        with QPainter(port) as painter:
            for at in range(max(0, heights.row_at(offset)), len(heights)):
                box = QRectF(0, heights.tops[at] - offset, port.width(), heights.height(at))
                if box.top() > event.rect().bottom():
                    break
                paint(painter, box, self._rows.rows[at], self._lay(at), self._rows, theme)
                painter.fillRect(box.adjusted(0, box.height() - thin, 0, 0), QColor(theme.line))
                if at == self.currentIndex().row():
                    bar = QRectF(0, box.top(), px(_BAR), box.height() - thin)
                    painter.fillRect(bar, QColor(theme.accent))
                    if self._shows_frame and self.hasFocus():
                        paint_frame(painter, box, theme)
