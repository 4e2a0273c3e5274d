"""Nothing was stored: why, and what can work instead."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def offer(
    page: QWidget,
    words: str,
    *,
    elsewhere: Callable[[], object],
    other: Path | None,
    store: Callable[[Path], object],
) -> None:
    """Say why, and offer another place; another name only where the name was the obstacle."""
    box = QMessageBox(QMessageBox.Icon.Warning, "没有存上", words, parent=page)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    place = box.addButton("换个地方存", QMessageBox.ButtonRole.ActionRole)
    place.clicked.connect(lambda _checked: elsewhere())
    if other is None:
        box.setDefaultButton(place)
    else:
        name = other.name.replace("&", "&&")  # no mnemonic of Qt's
        again = box.addButton(f"存成“{name}”", QMessageBox.ButtonRole.AcceptRole)
        again.clicked.connect(lambda: store(other))
        box.setDefaultButton(again)
    box.addButton("先不存", QMessageBox.ButtonRole.RejectRole)
    box.open()
