"""Qt's own dialogs in Chinese: its translation, and the words that it leaves in English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "Files of &type:": "文件类型：",
        "Date Modified": "修改时间",
        "Computer": "这台电脑",
        "File": "文件",
        "Folder": "文件夹",
        "File Folder": "文件夹",
        "Drive": "磁盘",
        "%1 File": "%1 文件",
        "Alias": "快捷方式",
        "Shortcut": "快捷方式",
        "Unknown": "其他",
        "%1 byte(s)": "%1 字节",
        "%1 bytes": "%1 字节",
        "OK": "好",
        "Help": "帮助",
        "Don't Save": "不保存",
    }
)
"""What qtbase_zh_CN.qm of Qt 6.9 to 6.11 does not hold."""


class _Rest(QTranslator):
    """Answers only for the words that are missing."""

    def translate(
        self,
        context: str | bytes,  # noqa: ARG002 - Qt's signature
        source: str | bytes,
        disambiguation: str | bytes | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        """Return the Chinese word, empty for what Qt knows itself."""
        text = source.decode() if isinstance(source, bytes) else source
        return _MISSING.get(text, "")

    def isEmpty(self) -> bool:
        """Say that there is something to ask for."""
        return False


def speak_chinese(app: QCoreApplication) -> None:
    """Put Qt's own words into Chinese."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    rest = _Rest(app)
    app.installTranslator(rest)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)  # asked first


def label_in_chinese(dialog: QFileDialog) -> None:
    """Name the parts of a file dialog that take no translation."""
    names = type(dialog).DialogLabel
    dialog.setLabelText(names.LookIn, "查找位置：")
    dialog.setLabelText(names.FileName, "文件名：")
    dialog.setLabelText(names.FileType, "文件类型：")
