"""The first page: what is known is filled in, a name is asked for, skipping is allowed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from beiguan_desktop.ui.dialogs.first_start import LARGE, STANDARD, FirstStart
from beiguan_desktop.ui.dialogs.size_card import SizeCard
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import report_of
from tests.ui.panes import shipped

SCREENS = [(1024, 640), (1260, 720), (1366, 728), (1440, 900), (1920, 1080)]


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


def test_of_a_text_without_headings_only_the_beginning_is_shown(page):
    page.set_report(report_of("长" * 5_000, *["一段话。"] * 3_000))
    lines = [label.text() for label in page.opening.findChildren(QLabel)]
    assert sum("一段话" in words for words in lines) == 11
    assert 1_000 < max(map(len, lines)) < 1_100


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
    assert "请先填写姓名" in page.trouble.text()
    page.put("张建国", "", STANDARD, is_again=False)
    assert not page.trouble.isVisible()


@pytest.mark.parametrize("which", ["name_edit", "delegation_edit"])
def test_a_name_is_counted_in_characters_and_one_that_is_too_long_is_told(page, heard, which):
    page.name_edit.setText("张建国")
    edit = getattr(page, which)
    edit.setText("𠮷" * 61)
    page.start_button.click()
    assert heard == []
    assert page.trouble.text() == f"{edit.accessibleName()}最多写60个字。请写短一些。"
    assert edit.text() == "𠮷" * 61, "nothing is cut behind one's back"
    edit.setText("𠮷" * 60)
    page.start_button.click()
    assert "𠮷" * 60 in heard[0]


def test_the_question_for_a_name_goes_when_there_is_one_and_leaves_the_buttons_air(page, qtbot):
    page.start_button.click()
    qtbot.wait(1)
    gap = page.start_button.y() - page.trouble.geometry().bottom()
    assert 8 <= gap <= 14
    qtbot.keyClicks(page.name_edit, "z")
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
    page.put("张建国", "第三代表团", LARGE, is_again=True)
    assert (page.name_edit.text(), page.delegation_edit.text()) == ("张建国", "第三代表团")
    assert [card.isChecked() for card in page.cards] == [False, True]


def test_the_report_begins_as_printed_and_a_second_one_takes_its_place(page, qapp):
    titles = [label for label in page.findChildren(QLabel) if "政府工作报告" in label.text()]
    assert titles
    page.set_report(shipped())
    qapp.processEvents()
    shown = [label for label in page.findChildren(QLabel) if label.text() == "各位代表："]
    assert len([label for label in shown if label.isVisible()]) <= 1
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in titles)


@pytest.mark.parametrize("is_again", [False, True])
@pytest.mark.parametrize(
    ("width", "height"), [(1024, 640), (1260, 720), (1366, 728), (1440, 900), (1920, 1080)]
)
def test_nothing_is_cut_and_nothing_scrolls_on_any_screen(page, qapp, width, height, is_again):
    page.put("张建国", "第三代表团", 20, is_again=is_again)
    for size in ((1024, 640), (1920, 1080), (width, height)):
        page.resize(*size)
        qapp.processEvents()
    for label in (label for label in page.findChildren(QLabel) if label.isVisible()):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    for area in page.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
        assert area.verticalScrollBar().maximum() == 0
    for button in (page.skip_button, page.start_button, *page.cards):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= 44
        assert button.accessibleName() or button.text()
        assert in_sight(page, button)
    assert left(page.skip_button, page) == left(page.name_edit, page)


def in_sight(page, widget) -> bool:
    return page.rect().contains(QRect(widget.mapTo(page, QPoint()), widget.size()))


def left(widget, page) -> int:
    return widget.mapTo(page, QPoint()).x()


def test_the_report_gives_way_before_the_questions_do(page, qapp):
    page.resize(1024, 640)
    qapp.processEvents()
    assert page.opening.isVisible()
    assert page.opening.width() < page.width() / 2
    assert page._head.height() < 2 * page._head.fontMetrics().lineSpacing(), "the title is one line"


def test_the_buttons_stay_in_sight_when_the_questions_must_scroll(page, qapp):
    page.resize(1024, 400)
    page.tell("没有保存上：磁盘满了。请腾出空间，再点一次“开始读报告”，您填的还在这里。" * 2)
    qapp.processEvents()
    assert page._form.verticalScrollBar().maximum() > 0
    assert in_sight(page, page.start_button)
    assert in_sight(page, page.trouble)


def test_the_note_is_broken_between_its_sentences(page, qapp):
    page.resize(1260, 720)
    assert page._note.text() == "只写在您的意见后面，不作他用。\n也可以以后再填。"
    page.resize(1920, 1080)
    assert "\n" not in page._note.text()
    page.put("张建国", "", STANDARD, is_again=True)
    assert "以后" not in page._note.text()


def test_the_size_is_left_out_where_it_would_lie_over_the_word(page):
    """Two cards that differ in the size only look alike where there is no room for it."""

    def heads(width: int) -> list:
        drawn = []
        for points in (18, 24):
            card = SizeCard("大字", points, LIGHT)
            card.resize(width, 132)
            drawn.append(card.grab(QRect(0, 0, width, 48)).toImage())
        return drawn

    narrow, wide = heads(136), heads(220)
    assert narrow[0] == narrow[1]
    assert wide[0] != wide[1]


def test_asked_again_nothing_is_begun_and_the_size_stays(qtbot, page):
    page.put("张建国", "第三代表团", 20, is_again=True)
    assert (page.skip_button.text(), page.start_button.text()) == ("不改了", "改好了")
    assert page._head.text() == "姓名和代表团"
    assert not any(card.isChecked() for card in page.cards)
    assert page._size_note.text().startswith("现在是20磅")
    with qtbot.waitSignal(page.answered) as answered:
        page.start_button.click()
    assert answered.args == ["张建国", "第三代表团", 20]
    page.cards[0].click()
    with qtbot.waitSignal(page.answered) as answered:
        page.start_button.click()
    assert answered.args == ["张建国", "第三代表团", STANDARD], "the nearest size can be chosen"
    with qtbot.waitSignal(page.skipped) as skipped:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert skipped.args == [20]
    page.name_edit.clear()
    page.start_button.click()
    assert "“不改了”" in page.trouble.text()


def test_esc_does_not_throw_the_first_answers_away(qtbot, page, heard):
    page.name_edit.setText("张建国")
    qtbot.keyClick(page.name_edit, Qt.Key.Key_Escape)
    assert heard == []
    assert page.name_edit.text() == "张建国"


def test_the_focus_is_seen_on_a_card_whether_it_is_chosen_or_not(qtbot, page):
    page.activateWindow()
    for card in page.cards:
        card.click()
        page.name_edit.setFocus()
        without = card.grab().toImage()
        card.setFocus()
        qtbot.waitUntil(card.hasFocus)
        assert card.grab().toImage() != without
        assert card.grab().toImage().pixelColor(card.width() // 2, 5) == QColor(LIGHT.accent)
        assert without.pixelColor(card.width() // 2, 5) == QColor(LIGHT.field)


def test_the_boxes_end_where_the_buttons_do_also_when_they_scroll(page, qapp):
    page.tell("没有保存上：磁盘满了。请腾出空间，再点一次“开始读报告”，您填的还在这里。" * 2)
    for height in (900, 400):
        page.resize(1024, height)
        qapp.processEvents()
        ends = {
            part.mapTo(page, part.rect().topRight()).x()
            for part in (page.name_edit, page.cards[1], page.start_button)
        }
        assert len(ends) == 1
    assert page._form.verticalScrollBar().maximum() > 0
