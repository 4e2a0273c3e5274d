"""The boxes: whose key is whose, plain words whatever comes, as high as what stands in them."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.words_box import WordsBox
from beiguan_desktop.ui.words_view import WordsView

KEY = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def box(qtbot):
    result = WordsBox("意见")
    qtbot.addWidget(result)
    result.setFont(faces.sans(16))
    result.resize(300, 120)
    result.show()
    result.setFocus()
    return result


@pytest.fixture
def heard(box):
    result = []
    for name in ("finished", "escaped", "copy_asked", "left"):
        getattr(box, name).connect(lambda name=name: result.append(name))
    box.empty_key.connect(result.append)
    return result


def test_control_enter_finishes_and_enter_begins_a_line(box, heard):
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, KEY.Key_Return)
    QTest.keyClick(box, KEY.Key_Return, CONTROL)
    QTest.keyClick(box, KEY.Key_Enter, CONTROL)
    assert box.toPlainText() == "a\n"
    assert heard == ["finished", "finished"]


def test_escape_leaves_the_words_alone(box, heard):
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, KEY.Key_Escape)
    assert (heard, box.toPlainText()) == (["escaped"], "a")


def test_arrows_belong_to_the_report_only_while_the_box_is_empty(box, heard):
    for key in (KEY.Key_Up, KEY.Key_Down):
        QTest.keyClick(box, key)
    QTest.keyClick(box, KEY.Key_Up, SHIFT)
    assert heard == [KEY.Key_Up, KEY.Key_Down]
    heard.clear()
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, KEY.Key_Up)
    assert heard == []
    QTest.keyClick(box, KEY.Key_PageDown)
    assert heard == [KEY.Key_PageDown]


def test_copy_in_an_empty_box_means_the_report(box, heard):
    QTest.keyClick(box, KEY.Key_C, CONTROL)
    assert heard == ["copy_asked"]
    heard.clear()
    box.put("我的话")
    box.selectAll()
    QTest.keyClick(box, KEY.Key_C, CONTROL)
    assert heard == []
    assert QGuiApplication.clipboard().text() == "我的话"


def test_an_unfinished_composition_is_no_empty_box(box):
    QApplication.sendEvent(box, QInputMethodEvent("ni", []))
    assert box.toPlainText() == ""
    box.put("")
    commit = QInputMethodEvent()
    commit.setCommitString("你")
    QApplication.sendEvent(box, commit)
    assert (box.toPlainText(), box.is_blank) == ("你", False)


def test_what_was_put_in_is_no_step_of_the_box(box):
    box.put("旧的话")
    assert box.textCursor().atEnd()
    assert not box.document().isUndoAvailable()
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, KEY.Key_Z, CONTROL)
    assert box.toPlainText() == "旧的话"


def test_losing_the_focus_is_told(box, heard):
    box.clearFocus()
    assert heard == ["left"]


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("甲\r\n乙\r丙\u2028丁\u2029戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲\x00乙\x1b[31m丙\x7f", "甲乙[31m丙"),
        ("\ud800甲\udc00", "甲"),
        ("𠮷\U0010ffff\ufffe", "𠮷"),
        ("=1+1\t<b>&amp;</b>", "=1+1\t<b>&amp;</b>"),
        ("零\ufeff宽\u200b字", "零宽字"),  # what nobody sees, see test_pasting
    ],
)
def test_words_are_cleaned_at_the_door_and_letters_kept(box, pasted, kept):
    data = QMimeData()
    data.setText(pasted)
    box.insertFromMimeData(data)
    assert box.words() == kept


def test_too_many_words_are_told_not_cut(box):
    box.put("𠮷" * 100_000)
    assert len(box.words()) == 100_000
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.insertPlainText("多")
    with pytest.raises(UserError, match="100001个字"):
        box.words()
    assert len(box.toPlainText()) == 100_001


def test_files_are_not_words(box):
    data = QMimeData()
    data.setUrls([QUrl("file:///secret.txt")])
    assert not box.canInsertFromMimeData(data)
    box.insertFromMimeData(data)
    assert box.toPlainText() == ""


def test_tab_leaves_the_box(box):
    assert box.tabChangesFocus()
    assert WordsView("原文").tabChangesFocus()


def test_words_to_read_are_plain_and_fixed(qtbot):
    view = WordsView("原文")
    qtbot.addWidget(view)
    view.setPlainText("<img src='file:///x'>")
    QTest.keyClicks(view, "abc")
    assert view.toPlainText() == "<img src='file:///x'>"
    assert view.isReadOnly()
    assert view.accessibleName() == "原文"


def test_a_box_is_as_high_as_its_words_between_two_bounds(box, qtbot):
    fit = Fitting(box)
    fit.set_limits(44, 120)
    heights = []
    for lines in (1, 2, 3, 30):
        box.put("\n".join(["字"] * lines))
        heights.append(box.height())
    assert heights == sorted(heights)
    assert heights[0] >= 44
    assert heights[1] > heights[0]
    assert heights[-1] == 120
    box.put("字" * 10)
    wide = box.height()
    box.resize(160, box.height())
    qtbot.waitUntil(lambda: box.height() > wide)
