"""Words in an ink of the palette that change with it: the ink is kept by its name."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from beiguan_desktop.ui.theme import WORN

INK = "ink"
"""A property of labels: the name of their ink."""


def ink(label: QLabel, token: str) -> None:
    """Write a label's words in an ink from now on: the name of a token, such as `ink2`."""
    label.setProperty(INK, token)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(getattr(WORN, token)))
    label.setPalette(palette)


def ink_again(label: QLabel) -> None:
    """Take the ink anew from the palette that is worn now."""
    token = label.property(INK)
    if token:
        ink(label, str(token))


def name_of(colour: str) -> str:
    """Return which token of the palette that is worn now a colour is; the plain ink if none."""
    return next((name for name, value in vars(WORN).items() if value == colour), "ink")
