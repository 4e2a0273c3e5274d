"""How large a dialog may be."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

_FRAME = QSize(16, 40)
"""What a title bar and borders take of the screen."""


def on_screen(wanted: QSize) -> QSize:
    """Return the size a dialog may have on this screen."""
    return wanted.boundedTo(QApplication.primaryScreen().availableSize() - _FRAME)
