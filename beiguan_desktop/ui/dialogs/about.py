"""关于: the version, and whose work the program rests on."""

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop import __version__
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.on_screen import on_screen
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.words_view import WordsView

_NOTICES = """本程序按 MIT 许可发布，不连网，您写的都存在这台电脑上。

界面用 Qt（PySide6 {qt}），按 LGPL 第三版使用：Qt 的库文件在程序文件夹里单独存放，可以自行替换。
字体：Noto Serif SC、Noto Sans SC、Beiguan Kai（由霞鹜文楷裁剪而成），均按 SIL OFL 1.1 许可。
图标：Lucide，ISC 许可。拼音首字母：由 Unicode 的 Unihan 数据整理，Unicode License V3。
字体、图标和拼音的许可全文在 resources 文件夹里。
另用 SQLAlchemy、Alembic、python-docx、RapidFuzz（MIT）和 lxml（BSD）。"""


class About(QDialog):
    """A page to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("关于北关审议")
        self.resize(on_screen(QSize(px(640), px(520))))
        title = QLabel(f"北关审议 {__version__}")
        title.setFont(faces.serif(22, bold=True))
        words = WordsView("版权和许可")
        words.setPlainText(_NOTICES.format(qt=qt_version))
        words.setFont(faces.sans(14))
        close = QPushButton("关闭")
        close.setMinimumHeight(bar(48))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(words, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def show_about(parent: QWidget) -> None:
    """Say which version this is and whose work it rests on."""
    About(parent).open()
