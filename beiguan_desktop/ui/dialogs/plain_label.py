"""A label that shows words as they are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from beiguan_desktop.ui.inks import ink, name_of


def plain_label(text: str, colour: str, font: QFont, *, wraps: bool = True) -> QLabel:
    """Return a label of plain text; one that does not wrap asks for no more height than it has.

    The colour is the name of a token, or one of the palette that is worn now.
    """
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setFont(font)
    ink(label, name_of(colour) if colour.startswith("#") else colour)
    return label
