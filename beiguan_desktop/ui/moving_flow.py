"""移位: a line of words asks where to, a click in the text answers, Esc gives up."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.services import revising
from beiguan_desktop.ui.composing import CHANGE, MOVING
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.workspace import Workspace
from beiguan_desktop.ui.writing import Writing

_ASK = "移到哪一段后面？请在左边点一下那一段。按 Esc 不移了。"
_ELSEWHERE = "就在这里，没有移动。请点另外一段。"


class MovingFlow(QObject):
    """Lets a click in the text say where a passage goes, and puts back what stood in the form."""

    def __init__(self, workspace: Workspace, page: ReadingPage, writing: Writing) -> None:
        super().__init__(writing)
        self._workspace, self._page, self._writing = workspace, page, writing
        self._editor = page.panel.editor
        self._wording = ""
        """The changed sentence that stood in the form before."""
        self._is_answered = False
        page.view.clicked.connect(self._on_clicked)
        page.view.installEventFilter(self)
        self._editor.fields.move_button.installEventFilter(self)

    def turn(self) -> None:
        """Ask where the passage goes, or give that up where it was asked."""
        if self._editor.act == MOVING:
            self.give_up()
            return
        box = self._editor.replacement_box
        self._wording = box.toPlainText()
        self._editor.put_act(MOVING, "")
        self._writing.set_asking(self._take)
        self._editor.fields.ask(_ASK)
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Return to the sentence as it stood in the box."""
        self._end()
        self._editor.put_act(CHANGE, self._wording or self._editor.original.toPlainText())
        self._writing.act_changed()
        self._editor.focus_box()

    def _take(self, goal: Anchor) -> None:
        """Fill in where the passage goes."""
        report, source = self._workspace.report, self._writing.anchor
        if report is None or source is None:
            return
        words = revising.target(report, source, goal)
        self._is_answered = bool(words)
        if words:
            self._editor.put_act(MOVING, words)
            self._writing.act_changed()
        self._editor.fields.ask(_ASK if words else _ELSEWHERE)

    def _on_clicked(self) -> None:
        """Ask no more after a click that answered; keys may go on to another paragraph."""
        if self._is_answered:
            self._end()

    def _end(self) -> None:
        self._is_answered = False
        self._writing.set_asking(None)
        self._editor.fields.ask("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give up with Esc while it is asked."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        is_pressed = event.type() == QEvent.Type.KeyPress
        if is_pressed and key == Qt.Key.Key_Escape and self._writing.is_asking:
            self.give_up()
            return True
        return super().eventFilter(watched, event)
