"""Where 更多 opens in the writing pane, and what is set there for the open box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from beiguan_desktop.services.commenting import NO_MORE, More

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from beiguan_desktop.ui.more_form import MoreForm
    from beiguan_desktop.ui.writing_feet import WritingFeet
    from beiguan_desktop.ui.writing_fields import WritingFields


class MoreSlot(QObject):
    """Keeps what is set; the form is made when it is first asked for (`made`).

    Under the box it takes the room of the cards; in the form of 改报告, and where the pane lies
    under the text, it takes the place of the boxes while it is open.
    """

    edited = Signal()
    shaped = Signal()
    """It has opened or closed: other room is needed."""
    left = Signal()
    """It was put away while one wrote in it: the keys want to go back to the words."""
    made = Signal(object)
    """The form, new: somebody has to tell it what there is to choose from."""

    def __init__(self, middle: QBoxLayout, fields: WritingFields, feet: WritingFeet) -> None:
        super().__init__(feet)
        self._middle, self._fields, self._feet = middle, fields, feet
        self.more = NO_MORE
        self.form: MoreForm | None = None
        self.is_open = self._is_covering = False
        feet.more_button.clicked.connect(self.toggle)

    def put(self, more: More) -> None:
        """Show what is set for another opinion, and put the form away."""
        self.more = more
        if self.form is not None:
            self.form.put(more)
        self.close()

    def toggle(self) -> None:
        """Open the form, or put it away."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Open the form; the first thing in it takes the focus."""
        self.is_open = True
        if self.form is None:
            self._make()
        self._show()
        if self.form is not None:
            self.form.take_focus()

    def _make(self) -> None:
        from beiguan_desktop.ui.more_form import MoreForm  # noqa: PLC0415 - on first use

        self.form = MoreForm()
        self.form.put(self.more)
        self.form.edited.connect(self._on_edited)
        self.form.escaped.connect(self.close)
        self._show()  # it has its place before anybody lends its bar away
        self.made.emit(self.form)

    def close(self) -> None:
        """Put the form away; what is set stays set."""
        focused = QApplication.focusWidget()
        was_in = self.form is not None and focused is not None and self.form.isAncestorOf(focused)
        self.is_open = False
        self._show()
        if was_in:
            self.left.emit()

    @property
    def hides_boxes(self) -> bool:
        """Whether the form stands where the boxes were."""
        return self.is_open and self._is_covering

    def place(self, *, is_covering: bool) -> None:
        """Stand in the place of the boxes, or under them."""
        self._is_covering = is_covering
        self._show()

    def _show(self) -> None:
        self._fields.setVisible(not self.hides_boxes)
        self._feet.show_more(self.more.count, is_open=self.is_open)
        if self.form is not None:
            self._middle.removeWidget(self.form)
            self._middle.insertWidget(0 if self._is_covering else -1, self.form, 1)
            self.form.setVisible(self.is_open)
        self.shaped.emit()

    def _on_edited(self) -> None:
        if self.form is not None:
            self.more = self.form.more(self.more)
            self.edited.emit()
