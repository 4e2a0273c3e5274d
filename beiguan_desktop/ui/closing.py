"""Closing: words that could not be saved are asked about, never lost in silence."""

import gc
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget


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


def let_go(window: QWidget) -> None:
    """Put menus and the focus away before a window goes, and let what it made be garbage.

    A widget that has the focus when it is deleted is told that it lost it; what listens may be
    gone by then, and PySide ends the process.
    """
    gc.unfreeze()  # see ui/garbage.py
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
