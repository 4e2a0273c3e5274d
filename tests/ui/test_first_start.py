"""The first page: what is known is filled in, a name is asked for, skipping is allowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from beiguan_desktop.ui.dialogs.first_start import LARGE, STANDARD, FirstStart
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.panes import shipped


@pytest.fixture
def page(qtbot):
    result = FirstStart(LIGHT)
    qtbot.addWidget(result)
    result.resize(1366, 700)
    result.set_report(shipped())
    result.show()
    return result


@pytest.fixture
def heard(page):
    result = []
    page.answered.connect(lambda *said: result.append(said))
    page.skipped.connect(result.append)
    return result


def test_name_delegation_and_size_are_answered(page, heard):
    page.name_edit.setText("  张建国 ")
    page.delegation_edit.setText("第三代表团")
    page.cards[1].click()
    page.start_button.click()
    assert heard == [("张建国", "第三代表团", LARGE)]


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u00a0"])
def test_no_name_is_asked_for_in_words(page, heard, name):
    page.name_edit.setText(name)
    page.start_button.click()
    assert heard == []
    assert page.trouble.isVisible()
    assert "请先写姓名" in page.trouble.text()
    page.put("张建国", "", STANDARD, is_again=False)
    assert not page.trouble.isVisible()


def test_it_can_be_skipped_with_a_size(page, heard):
    page.skip_button.click()
    page.cards[1].click()
    page.skip_button.click()
    assert heard == [STANDARD, LARGE]


def test_enter_leads_from_field_to_field_and_begins(page, heard):
    page.name_edit.setFocus()
    QTest.keyClicks(page.name_edit, "Wang")
    QTest.keyClick(page.name_edit, Qt.Key.Key_Return)
    assert page.delegation_edit.hasFocus()
    QTest.keyClick(page.delegation_edit, Qt.Key.Key_Return)
    assert heard == [("Wang", "", STANDARD)]


def test_what_is_known_is_filled_in(page):
    page.put("张建国", "第三代表团", 30, is_again=True)
    assert (page.name_edit.text(), page.delegation_edit.text()) == ("张建国", "第三代表团")
    assert page.cards[1].isChecked()
    page.put("张建国", "第三代表团", 12, is_again=True)
    assert page.cards[0].isChecked()


def test_the_report_begins_as_printed_and_a_second_one_takes_its_place(page, qapp):
    titles = [label for label in page.findChildren(QLabel) if "政府工作报告" in label.text()]
    assert titles
    page.set_report(shipped())
    qapp.processEvents()
    shown = [label for label in page.findChildren(QLabel) if label.text() == "各位代表："]
    assert len([label for label in shown if label.isVisible()]) <= 1
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in titles)


@pytest.mark.parametrize(("width", "height"), [(1024, 596), (1366, 724)])
def test_nothing_is_cut_on_a_small_screen(page, qapp, width, height):
    page.resize(width, height)
    qapp.processEvents()
    for label in (label for label in page.findChildren(QLabel) if label.isVisible()):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    for button in (page.skip_button, page.start_button, *page.cards):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.accessibleName() or button.text()


def test_asked_again_nothing_is_begun_and_the_size_stays(qtbot, page):
    page.put("张建国", "第三代表团", 20, is_again=True)
    assert (page.skip_button.text(), page.start_button.text()) == ("不改了", "改好了")
    with qtbot.waitSignal(page.answered) as answered:
        page.start_button.click()
    assert answered.args == ["张建国", "第三代表团", 20]
    page.cards[1].setChecked(True)
    with qtbot.waitSignal(page.skipped) as skipped:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert skipped.args == [20]


def test_a_narrow_window_shows_the_questions_alone(qtbot, page):
    page.resize(1440, 900)
    page.show()
    assert page._left.isVisible()
    page.resize(1024, 640)
    assert not page._left.isVisible()
    foot = page.start_button.mapTo(page, page.start_button.rect().bottomRight())
    assert page.rect().contains(foot)
