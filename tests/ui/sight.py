"""What is to be seen of a window: names for the ear, and whether anything is cut."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QLineEdit, QWidget


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def cut(window: QWidget) -> list[str]:
    """Name every visible widget that is narrower than it must be, or whose words are cut."""
    found = []
    for widget in window.findChildren(QWidget):
        is_line = widget.maximumHeight() == 1
        is_other = not widget.isVisible() or widget.window() is not window.window()
        if is_line or is_other or isinstance(widget.parent(), QAbstractScrollArea):
            continue
        need = widget.minimumSizeHint()
        is_cut = widget.width() < need.width()
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = is_cut or widget.height() < widget.heightForWidth(widget.width())
        elif isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            is_cut = is_cut or widget.height() < need.height()
        if is_cut or not is_inside(widget):
            found.append(f"{type(widget).__name__} {name_of(widget)!r} {widget.geometry()} {need}")
    return found


def is_inside(widget: QWidget) -> bool:
    around = widget.parentWidget()
    is_scrolled = isinstance(around.parentWidget(), QAbstractScrollArea)
    return is_scrolled or around.rect().contains(widget.geometry())
