"""What all lists have in common that paint their own rows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView


def prepare(view: QListView, name: str) -> None:
    """Let a list be walked row by row, scroll smoothly, and lay rows out anew for its width."""
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)


def lie_on(view: QAbstractItemView, ground: str) -> None:
    """Let a list lie on a colour of the palette."""
    colours = view.palette()
    colours.setColor(QPalette.ColorRole.Base, QColor(ground))
    view.setPalette(colours)
