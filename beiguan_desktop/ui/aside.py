"""The box beside the words of an opinion that has both words and a reason.

Few have both: it is made when the first one comes, and is there only for those.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.words_box import WordsBox

_LEAST, _LINES = 44, 3


class Aside(QObject):
    """Stands in a column behind the box of words, under its own name."""

    edited = Signal()
    finished = Signal()
    escaped = Signal()
    entered = Signal()
    left = Signal()
    told = Signal(str)
    """As those of `WordsBox`."""

    def __init__(self, column: QVBoxLayout, words_box: WordsBox) -> None:
        super().__init__(words_box)
        self._column, self._words_box = column, words_box
        self.box: WordsBox | None = None
        self.head: QLabel | None = None
        self._fit: Fitting | None = None
        self._name, self._is_wanted = "", False

    def put(self, words: str) -> None:
        """Fill the box without telling anybody; without words it goes away."""
        self._is_wanted = bool(words.strip())
        if self.box is None and self._is_wanted:
            self._make()
        if self.box is not None:
            self.box.blockSignals(True)
            self.box.put(words)
            self.box.blockSignals(False)

    def show_as(self, name: str) -> None:
        """Name the box, and show it where there is one to be shown; no name hides it."""
        self._name = name
        if self.box is None or self.head is None:
            return
        self.head.setText(name)
        self.box.setAccessibleName(name)
        for part in (self.head, self.box):
            part.setVisible(bool(name) and self._is_wanted)
        self.fit()

    def fit(self) -> None:
        """Be as high as the words, also with other letters."""
        if self._fit is not None:
            self._fit.set_limits(px(_LEAST), lines=_LINES)

    def words(self) -> str:
        """Return what was typed, cleaned. Raises UserError when it is too long."""
        return self.box.words() if self.box is not None else ""

    def text(self) -> str:
        """Return what was typed as it stands."""
        return self.box.toPlainText() if self.box is not None else ""

    @property
    def height(self) -> int:
        """How many pixels it takes, the air of the column aside."""
        if self.box is None or self.head is None or not self._is_wanted:
            return 0
        return self.head.sizeHint().height() + self.box.height() + 2 * self._column.spacing()

    def _make(self) -> None:
        self.head = plain_label("", "ink2", faces.sans(14))
        self.box = box = WordsBox(self._name)
        box.setFont(faces.sans(16))
        at = self._column.indexOf(self._words_box) + 1
        self._column.insertWidget(at, self.head)
        self._column.insertWidget(at + 1, box)
        self._fit = Fitting(box)
        box.textChanged.connect(self.edited)
        for own, its in (
            (self.finished, box.finished),
            (self.escaped, box.escaped),
            (self.entered, box.entered),
            (self.left, box.left),
            (self.told, box.told),
        ):
            its.connect(own)
        self.show_as(self._name)
