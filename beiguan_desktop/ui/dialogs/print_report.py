"""打印 and 大字稿: how large the type shall be, the pages as they will be, and where they go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.paper_dialog import PaperDialog
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.dialogs.type_row import TypeRow
from beiguan_desktop.ui.fields import keep_even
from beiguan_desktop.ui.theme import Theme

SIZES = (
    (16, "三号字", "和公文一样大"),
    (18, "小二号字", "比公文大一点"),
    (22, "二号字", "大字稿，一般选这个"),
    (24, "小一号字", "更大"),
    (28, "特大字", "站着念也看得清"),
)
"""Points, the name of the size, and what it is good for."""
_MARGINS = ("左边空白处是段号。", "左边空白处是段号，右边是原件大约的页码。")
"""Without and with marks of the first print's pages."""


class PrintReport(PaperDialog):
    """Asks nothing that it can show: each size is seen at once on the page."""

    size_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("打印和大字稿", theme, parent)
        self.sizes = QButtonGroup(self)
        self.margins = plain_label("", "ink2", faces.sans(14))
        self.print_button = self.act("打印", "printer", is_main=True)
        self.pdf_button = self.act("存成 PDF", "file-output")
        self.word_button = self.act("存成 Word 文件", "file-text")
        self.lay_out(self._build_choices(), self._acts(), self._acts())
        self.sizes.idClicked.connect(self.size_chosen)
        self.print_button.clicked.connect(self.print_asked)
        self.pdf_button.clicked.connect(lambda: self.save_asked.emit(".pdf"))
        self.word_button.clicked.connect(lambda: self.save_asked.emit(".docx"))

    def _build_choices(self) -> QScrollArea:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(8)
        column.addWidget(plain_label("打印和大字稿", "ink", faces.sans(22, bold=True)))
        column.addWidget(plain_label("字的大小", "ink2", faces.sans(14, bold=True)))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for points, name, use in SIZES:
            choice = TypeRow(name, f"{points} 磅，{use}", self._theme)
            self.sizes.addButton(choice, points)
            rows.addWidget(choice)
        column.addLayout(rows)
        column.addWidget(self.margins)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(choices)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_even(area, column)
        return area

    def _acts(self) -> tuple[QPushButton, ...]:
        return (self.print_button, self.pdf_button, self.word_button)

    def choose(self, points: int) -> None:
        """Mark the size that is shown."""
        self.sizes.button(points).setChecked(True)

    def show_set(self, paper: Paper, pages: Sequence[SetPage]) -> None:
        """Show the pages from the first on; say what stands in their margins."""
        self.margins.setText(_MARGINS[any(block.marks for block in paper.blocks)])
        super().show_set(paper, pages)
