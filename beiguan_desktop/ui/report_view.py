"""The text pane: the report with its opinions, and the choice of a place by mouse and keys."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.ui.choosing import numbered, place_clicked, reference_of, sentence_beside
from beiguan_desktop.ui.hits import Hit, hit_at
from beiguan_desktop.ui.marked_page import MarkedPage
from beiguan_desktop.ui.theme import WORN, Theme

_Key = QKeySequence.StandardKey
_SELECTING = (
    _Key.SelectAll,
    _Key.SelectNextChar,
    _Key.SelectPreviousChar,
    _Key.SelectNextWord,
    _Key.SelectPreviousWord,
    _Key.SelectNextLine,
    _Key.SelectPreviousLine,
    _Key.SelectStartOfLine,
    _Key.SelectEndOfLine,
)
"""Keys that are left to Qt: they select and change nothing."""
_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class TermAsked:
    """Somebody rests on a character of the text; who knows a term puts its tip into `words`."""

    def __init__(self, unit: int, position: int) -> None:
        self.unit, self.position = unit, position
        self.words = ""


class ReportView(MarkedPage):
    """The page with its opinions.

    `place_chosen` carries the Anchor that a click or the end of a dragged selection chose,
    `comment_chosen` the id of the opinion whose seal or passage was clicked; it comes second.
    `clicked` follows a plain click: the next word belongs in the box. After a drag, a double
    click or a Shift-click the focus stays in the text.
    """

    place_chosen = Signal(object)
    comment_chosen = Signal(str)
    clicked = Signal()
    count_clicked = Signal()
    """A 「＋3」 was clicked: somebody wants to see all opinions of this paragraph."""
    told = Signal(str)
    """What has just happened by the way, to be said quietly."""
    menu_asked = Signal(object, object)
    """The QMenu that is about to open, and the Hit under the pointer; None by keyboard."""
    term_asked = Signal(object)
    """A TermAsked, to be answered at once."""

    def __init__(self, parent: QWidget | None = None, *, theme: Theme = WORN) -> None:
        super().__init__(theme, parent)
        self._pressed: QMouseEvent | None = None
        self._is_selecting = False
        self._is_second = False
        self.clicked_at: tuple[int, int] | None = None
        """Unit and code point of the last click into words: the caret of the form goes there."""
        self.viewport().setMouseTracking(True)

    @property
    def is_pressed(self) -> bool:
        """Whether the button is down: what is selected may still become another."""
        return self._pressed is not None

    def move_paragraph(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) paragraph and bring it into view."""
        if self.lines is not None:
            report = self.lines.document.report
            unit = numbered(report, self._origin(step), step)
            self._choose(paragraph(report, unit))
            self.scroller.show_whole(unit, self.viewport().height())

    def move_sentence(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) sentence and bring it into view."""
        if self.lines is not None:
            report, chosen = self.lines.document.report, self.state.chosen
            anchor = sentence_beside(report, max(0, self._origin(0)), chosen, step)
            self._choose(anchor)
            self.reveal(anchor.unit or 0, anchor.start)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection; what was selected before is let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = QMouseEvent(
            QEvent.Type.MouseButtonPress,  # a double click, too: Qt would select a "word"
            event.position(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        self._is_selecting = False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._begin_selection(self._pressed)
            return
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()  # or Qt would begin to drag it
            self.put_cursor(cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of a pair for a click like any other."""
        self.mousePressEvent(event)
        self._is_second = True
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; else show what a click would do.

        A hand that trembles means a click: a selection begins when the mouse has gone as far as
        the desktop asks of a drag, and then where the button was pressed.
        """
        if self._pressed is not None:
            gone = event.position() - self._pressed.position()
            if (
                not self._is_selecting
                and gone.manhattanLength() >= QApplication.startDragDistance()
            ):
                self._begin_selection(self._pressed)
            if self._is_selecting:
                super().mouseMoveEvent(event)
                self.viewport().update()
            return
        hit = self._hit(event.position().toPoint())
        shape = Qt.CursorShape.IBeamCursor
        if hit and hit.position is None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, where the button was pressed, or what was selected."""
        pressed = self._pressed
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        is_plain = not (self._is_second or shifted)
        self._is_second = False
        if self._is_selecting:
            super().mouseReleaseEvent(event)
        anchor, hit = self.selected_anchor(), self._hit(pressed.position().toPoint())
        self.scroller.settle()
        if anchor is not None:
            self._choose(anchor)
        elif hit is not None:
            self._click(hit)
            if is_plain:
                self.clicked.emit()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by paragraphs, sentences, pages or to the ends; letters are left to the window."""
        if event.matches(_Key.Copy):
            self.copy()
        elif any(event.matches(key) for key in _SELECTING):
            super().keyPressEvent(event)
            self.scroller.settle()
            self.viewport().update()
        elif not (event.modifiers() & ~_PLAIN) and self._move(event.key()):
            event.accept()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what a seal or a page mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self._hit(event.pos())
            words = hit.words or self._term_words(hit) if hit else ""
            if hit and hit.is_number:
                words = f"点一下，复制“{self._reference(hit.unit)}”".replace("<", "＜")
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; the text can't be changed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("复制", self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction("全选", self.selectAll)
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(menu, None if is_by_key else self._hit(event.pos()))
        menu.popup(event.globalPos())

    def _term_words(self, hit: Hit) -> str:
        if hit.position is None:
            return ""
        asked = TermAsked(hit.unit, hit.position)
        self.term_asked.emit(asked)
        return asked.words

    def _begin_selection(self, press: QMouseEvent) -> None:
        self._is_selecting = True
        value = self.verticalScrollBar().value()
        super().mousePressEvent(press)
        self.verticalScrollBar().setValue(value)

    def _move(self, key: int) -> bool:
        """Do what a key means and tell whether it means anything."""
        height = self.viewport().height()
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self.move_paragraph(-1),
            Qt.Key.Key_Down: lambda: self.move_paragraph(1),
            Qt.Key.Key_Left: lambda: self.move_sentence(-1),
            Qt.Key.Key_Right: lambda: self.move_sentence(1),
            Qt.Key.Key_PageUp: lambda: self.scroller.by_page(-1, height),
            Qt.Key.Key_PageDown: lambda: self.scroller.by_page(1, height),
            Qt.Key.Key_Home: lambda: self.show_place(0),
            Qt.Key.Key_End: self.show_end,
        }
        move = moves.get(key)
        if move is not None:
            move()
        return move is not None

    def _origin(self, step: int) -> int:
        """Return the current unit, or the one from which a step leads to the top of the view."""
        unit = self.state.current_unit
        return self.top_place()[0] - (step > 0) if unit is None else unit

    def _hit(self, point: QPoint) -> Hit | None:
        if self.lines is None:
            return None
        y = point.y() + self.verticalScrollBar().value()
        return hit_at(self.lines, self.state, (point.x(), y), self.measure)

    def _click(self, hit: Hit) -> None:
        if self.lines is None:
            return
        report, chosen = self.lines.document.report, self.state.chosen
        self.clicked_at = None if hit.position is None else (hit.unit, hit.position)
        comment = hit.next_comment(self.state.current)
        if comment is not None and (hit.position is None or chosen != comment.anchor):
            self._choose(comment.anchor)
        elif hit.position is None:
            self._choose(paragraph(report, hit.unit))
            if hit.is_number:
                self.copy_place()
        else:
            self._choose(place_clicked(report, hit.unit, hit.position, chosen))
            self.state.is_pointed = self.state.chosen != chosen
        if hit.is_count:
            self.count_clicked.emit()
        if comment is not None:
            self.comment_chosen.emit(comment.id)

    def copy_place(self) -> None:
        """Copy how people name the current paragraph, to be said or written elsewhere."""
        unit = self.state.current_unit
        if self.lines is None or unit is None:
            return
        QApplication.clipboard().setText(self._reference(unit))
        number = self.lines.document.report.units[unit].number
        self.told.emit(f"{f'第{number}段' if number else '这一处'}在报告里的位置已复制")

    def _reference(self, unit: int) -> str:
        if self.lines is None:
            return ""
        return reference_of(self.lines.document.report, self.state.pages, unit)

    def _choose(self, anchor: Anchor) -> None:
        is_cut = self.is_cut(anchor)
        self.set_current(anchor)
        self.place_chosen.emit(anchor)
        if is_cut:
            self.told.emit("一条意见只写一段，先取到这一段末尾")
