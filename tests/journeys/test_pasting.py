"""Pasting into the boxes: rich text, pictures, far too much, and what nobody sees."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from beiguan_desktop.core.text import LONGEST
from tests.journeys.watching import watching

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def writer(deputy):
    """Return somebody whose cursor stands in the box of a sentence."""
    deputy.starts()
    deputy.clicks(3, "同比增长")
    yield deputy
    QGuiApplication.clipboard().clear()


def pastes(deputy, text=None, html=None, picture=None) -> None:
    """Put something on the clipboard and press Ctrl+V."""
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if picture is not None:
        data.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(data)
    deputy.key(Qt.Key.Key_V, CONTROL)


def picture():
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def warning(deputy) -> str:
    line = deputy.editor.fields.warning
    return line.text() if line.isVisible() else ""


def test_rich_text_leaves_its_dress_behind_and_a_dropped_picture_is_told(writer):
    pastes(writer, "写明金额", "<h1 style='color:red'>写明金额</h1><img src='file:///etc/x.png'>")
    assert writer.box.toPlainText() == "写明金额"
    assert warning(writer) == "只放进了文字，图片没有放进来。"
    writer.types("。")
    assert warning(writer) == "", "it goes with the next word"
    writer.finishes()
    assert writer.the_comment().text == "写明金额。"


def test_a_picture_alone_is_told_and_nothing_goes_in(writer):
    pastes(writer, picture=picture())
    assert writer.box.toPlainText() == ""
    assert warning(writer).startswith("图片放不进来")


def test_a_hundred_thousand_characters_go_in_and_the_window_lives(writer, qtbot):
    with watching() as watch:
        watch("pasted", lambda: pastes(writer, ("字" * 49 + "\r\n") * 2000))
        watch("typed", lambda: writer.key(Qt.Key.Key_Backspace))
        watch("kept", writer.window.reading.writing.save_draft)
    assert len(writer.box.toPlainText()) == LONGEST - 1
    writer.finishes()
    assert len(writer.the_comment().text) == LONGEST - 1


def test_more_is_refused_whole_and_stays_on_the_clipboard(writer):
    words = "字" * (LONGEST + 1)
    writer.types("先写的")
    with watching() as watch:
        watch("pasted", lambda: pastes(writer, words))
    assert writer.box.toPlainText() == "先写的"
    assert "有 100001 个字，这里还能放 99997 个字，没有粘贴" in warning(writer)
    assert QGuiApplication.clipboard().text() == words
    line = writer.editor.fields.warning
    assert line.height() >= line.heightForWidth(line.width()), "nothing of it is cut"
    assert line.visibleRegion().boundingRect().height() == line.height()
    writer.finishes()
    assert writer.the_comment().text == "先写的"


def test_where_the_pane_lies_under_the_text_what_is_told_is_scrolled_into_sight(writer, qtbot):
    writer.window.resize(1024, 640)
    qtbot.wait(50)
    pastes(writer, picture=picture())
    line = writer.editor.fields.warning
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())


def test_what_nobody_sees_is_taken_out_and_told(writer):
    pastes(writer, "\u202e写\u200b明\x00金额\ufeff\r\n第二行")
    assert writer.box.toPlainText() == "写明金额\n第二行"
    assert warning(writer) == "去掉了 4 个看不见的字符。"
    writer.finishes()
    assert writer.the_comment().text == "写明金额\n第二行"


def test_the_box_of_the_new_wording_takes_the_same_and_says_so_beside_itself(writer):
    writer.presses(writer.editor.kind_buttons["修改"])
    box = writer.editor.replacement_box
    box.setFocus()
    box.selectAll()
    pastes(writer, "同比\u200b大增", "<b>同比大增</b>")
    assert box.toPlainText() == "同比大增"
    assert "看不见" in warning(writer)
    column = writer.editor.fields.column
    assert column.indexOf(writer.editor.fields.warning) == column.indexOf(box) + 1


def test_pasting_is_one_step_back(writer):
    writer.types("先写的")
    pastes(writer, "一\n二\n三")
    writer.key(Qt.Key.Key_Z, CONTROL)
    assert writer.box.toPlainText() == "先写的"
