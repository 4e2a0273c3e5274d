"""Closing with words that could not be saved: asked, never lost in silence."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_to_give_up(window: QWidget, why: str, leave: Callable[[], None]) -> QMessageBox:
    """Say why the words in the box are not saved; `leave` is called when they are given up."""
    box = QMessageBox(QMessageBox.Icon.Warning, "还有文字没有保存上", why, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText("建议先点“留下”，把框里的文字复制到别处，再关闭程序。")
    stay = box.addButton("留下", QMessageBox.ButtonRole.RejectRole)
    give_up = box.addButton("不要了，关闭", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    give_up.clicked.connect(leave)
    box.open()
    return box
