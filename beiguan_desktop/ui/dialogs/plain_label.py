"""A label that shows words as they are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLabel


def plain_label(text: str, colour: str, font: QFont, *, wraps: bool = True) -> QLabel:
    """Return a label of plain text; one that does not wrap asks for no more height than it has."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setFont(font)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(colour))
    label.setPalette(palette)
    return label
