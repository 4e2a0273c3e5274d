"""From the menu to the pages, to the paper and to the file, and back to the text."""

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from beiguan_desktop.formats import gongwen_docx
from beiguan_desktop.ui.print_flow import PrintFlow


def stores(deputy, button, path) -> None:
    """Press a button and answer where the file shall be stored."""
    page = deputy.window.findChild(PrintFlow).page
    deputy.presses(button)
    dialog = next(d for d in page.findChildren(QFileDialog) if d.isVisible())
    line = dialog.findChild(QLineEdit)
    line.setText(str(path))
    deputy.qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_deputy_takes_the_report_home_in_large_letters(deputy, tmp_path):
    deputy.starts()
    deputy.chooses("打印", "大字稿")
    page = deputy.window.findChild(PrintFlow).page
    assert page.isVisible()
    assert page.sizes.checkedId() == 22
    deputy.presses(page.sizes.button(28))
    deputy.presses(page.on_button)
    assert page.place.text() == f"第 2 页，共 {page.preview.count} 页"
    file = tmp_path / "大字 稿.pdf"
    stores(deputy, page.pdf_button, file)
    document = pypdfium2.PdfDocument(file)
    assert len(document) == page.preview.count
    first = document[0].get_textpage()
    assert "政府工作报告" in first.get_text_bounded()
    first.close()
    document.close()
    word = tmp_path / "大字 稿.docx"
    stores(deputy, page.word_button, word)
    assert "第63段" in "".join(gongwen_docx.read_back(word.read_bytes()))
    deputy.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    deputy.clicks(3, "规模以上工业")
    deputy.types("看过大字稿了。")
    deputy.finishes()
    assert deputy.texts() == ["看过大字稿了。"]


def test_ctrl_p_shows_the_pages_and_says_where_no_printer_is(deputy, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    deputy.starts()
    deputy.window.activateWindow()
    deputy.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = deputy.window.findChild(PrintFlow).page
    assert page.isVisible()
    assert page.sizes.checkedId() == 16
    assert page.focusWidget() is page.print_button
    deputy.qtbot.keyClick(page.print_button, Qt.Key.Key_Return)
    assert "没有找到打印机" in page.result_label.text()
    deputy.qtbot.keyClick(page, Qt.Key.Key_Escape)
    deputy.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.isVisible()
    assert not page.result_label.isVisible()
    assert len(deputy.window.findChildren(PrintFlow)) == 1


def test_while_the_name_is_asked_nothing_is_printed(deputy):
    deputy.window.open()
    assert deputy.window.stage.is_asking
    deputy.window.actions_by_name["print"].trigger()
    assert deputy.window.findChild(PrintFlow) is None


def test_everything_on_the_page_has_a_name(deputy):
    deputy.starts()
    deputy.window.actions_by_name["large_print"].trigger()
    page = deputy.window.findChild(PrintFlow).page
    buttons = (
        *page.sizes.buttons(),
        *page._acts(),
        *page._strip.findChildren(QPushButton),
        page.cancel_button,
    )
    for button in buttons:
        assert (button.accessibleName() or button.text()).strip()
        assert max(button.height(), button.minimumHeight()) >= 44
