"""Qt's own words on the screen are Chinese."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from beiguan_desktop.ui.chinese import label_in_chinese


@pytest.mark.parametrize(
    ("context", "word"),
    [
        ("QFileDialog", "Files of &type:"),
        ("QFileDialog", "Create New Folder"),
        ("QFileDialog", "%1 already exists.\nDo you want to replace it?"),
        ("QFileIconProvider", "Folder"),
        ("QPlatformTheme", "Cancel"),
        ("QMessageBox", "Show Details..."),
        ("QWidgetTextControl", "&Paste"),
    ],
)
def test_no_english_word_is_left_in_the_dialogs(qapp, context, word):
    translated = QCoreApplication.translate(context, word)
    assert any("\u4e00" <= character <= "\u9fff" for character in translated)


def test_the_parts_of_a_file_dialog_are_named_in_chinese(qtbot):
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    label_in_chinese(dialog)
    label = QFileDialog.DialogLabel
    assert dialog.labelText(label.LookIn) == "查找位置："
    assert dialog.labelText(label.FileName) == "文件名："
    assert dialog.labelText(label.FileType) == "文件类型："
