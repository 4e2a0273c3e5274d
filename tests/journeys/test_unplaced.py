"""Opinions whose place is gone: seen for good, placed by hand, and nothing stumbles over them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from beiguan_desktop.core.finding import Query
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.find_rows import Hit
from beiguan_desktop.ui.find_scopes import OpinionScope
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.place_seeking import PlaceSeeker, Sought
from beiguan_desktop.ui.speech_flow import SpeechFlow
from tests.journeys.replaced import loses
from tests.journeys.test_low_window import lines_in_text, settle, stands


@pytest.fixture(autouse=True)
def put_off_again(qapp):
    """Colours and sizes belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


@pytest.fixture
def reader(deputy):
    """Somebody with three opinions, the paragraph of two of which is gone from the text."""
    deputy.starts()
    for number, words, said in (
        (16, "雨水", "写明完工时间。"),
        (16, "雨水", "按轻重排个次序。"),
        (52, "学位", "多建学校。"),
    ):
        deputy.clicks(number, words)
        deputy.types(said)
        deputy.finishes()
    loses(deputy, 16)
    return deputy


def lost(deputy):
    workspace = deputy.window.workspace
    return [c for c in workspace.comments.values() if c.reading != workspace.report.reading]


def seeker(deputy) -> PlaceSeeker:
    return flow_of(deputy.window, PlaceSeeker)


def test_they_are_told_at_the_foot_and_come_first_among_the_cards(reader):
    assert len(lost(reader)) == 2
    badge = reader.window.status.lost
    assert badge.text() == "没找到位置 2 条"
    reader.presses(badge)
    panel = reader.window.page.panel
    assert panel.tabs[2].isChecked()
    assert panel.current == lost(reader)[0].id


def begin(deputy) -> None:
    """Choose the first card without a place, and its button."""
    deputy.presses(deputy.window.status.lost)
    cards = deputy.window.page.panel.list
    deputy.presses(next(it for it in cards.findChildren(QPushButton) if it.text() == "指一处"))


def test_one_is_placed_by_a_click_and_that_is_undone(reader):
    view, report = reader.window.page.view, reader.report
    begin(reader)
    bar = seeker(reader).bar
    assert bar.isVisible()
    assert "写明完工时间" in bar.words.text()
    assert "老旧小区" in bar.stood.text()
    (first, second) = lost(reader)
    reader.clicks(17, report.paragraphs[17].text[8:14])
    assert not bar.isVisible()
    assert [it.id for it in lost(reader)] == [second.id]
    placed = reader.window.workspace.comments[first.id]
    assert placed.anchor.unit == report.paragraphs[17].ordinal
    assert placed.text == first.text
    assert view.comment_order()[0] == first.id
    assert reader.window.status.lost.text() == "没找到位置 1 条"
    assert "还有 1 条没有位置" in reader.window.page.undo_bar.words
    reader.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(lost(reader)) == 2
    assert first.id not in view.comment_order()
    reader.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [it.id for it in lost(reader)] == [second.id]
    reader.starts_again()
    assert [it.id for it in lost(reader)] == [second.id]
    assert reader.window.workspace.comments[first.id].anchor == placed.anchor


def test_one_may_be_about_the_report_as_a_whole(reader):
    begin(reader)
    first = lost(reader)[0]
    reader.presses(seeker(reader).bar.whole_button)
    assert reader.window.workspace.comments[first.id].anchor.place == "report"
    assert reader.window.page.undo_bar.words.startswith("已放到整篇报告")


def test_esc_leaves_it_and_what_is_gone_is_not_guessed_at(reader):
    begin(reader)
    bar = seeker(reader).bar
    reader.key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert len(lost(reader)) == 2
    begin(reader)
    assert bar.found.text().startswith("正文里没有很像的话")
    assert seeker(reader).found == []
    reader.key(Qt.Key.Key_Return)
    assert len(lost(reader)) == 2
    assert bar.isVisible()
    assert reader.window.status.words.startswith("还没有选中地方")


def test_what_is_found_is_walked_through_and_taken_by_enter(reader):
    first, _ = lost(reader)
    chosen = []
    seeker(reader).begin(Sought(first, "全区", "", chosen.append))
    found = seeker(reader).found
    assert {it.quote for it in found} == {"全区"}
    reader.key(Qt.Key.Key_F3)
    reader.key(Qt.Key.Key_F3)
    reader.key(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    reader.key(Qt.Key.Key_Return)
    assert chosen == [found[1]]


def test_a_click_places_only_the_opinion_that_waited_last(reader):
    placed = []
    for one in lost(reader):
        seeker(reader).begin(Sought(one, "", "", lambda _at, one=one: placed.append(one.id)))
    reader.clicks(17, reader.report.paragraphs[17].text[8:14])
    assert placed == [lost(reader)[1].id]


@pytest.mark.parametrize("points", [18, 22])
def test_the_text_has_the_room_while_a_place_is_looked_for(reader, points):
    window = stands(reader, (1366, 768), points, letters=26)
    view, panel = window.page.view, window.page.panel
    assert window.page.arrangement.is_lying
    before = panel.height()
    begin(reader)
    settle()
    assert not panel.isVisible()
    assert lines_in_text(view) >= 5
    reader.key(Qt.Key.Key_Escape)
    settle()
    assert panel.isVisible()
    assert panel.height() == before
    begin(reader)
    reader.clicks(17, reader.report.paragraphs[17].text[8:14])
    settle()
    assert len(lost(reader)) == 1
    here = {it.text: it.anchor.unit for it in window.workspace.comments.values()}
    assert here["写明完工时间。"] == reader.report.paragraphs[17].ordinal
    assert panel.isVisible()


def test_the_writing_pane_comes_back_where_there_is_room_or_somebody_writes(reader):
    window = stands(reader, (1366, 768), 22, letters=26)
    panel, bar = window.page.panel, seeker(reader).bar
    begin(reader)
    window.resize(1366, 1300)
    settle()
    assert (bar.isVisible(), panel.isVisible()) == (True, True)
    window.resize(1366, 768)
    settle()
    assert (bar.isVisible(), panel.isVisible()) == (True, False)
    panel.editor.focus_box()
    settle()
    assert (bar.isVisible(), panel.isVisible()) == (True, True)
    assert reader.box.hasFocus()
    reader.clicks(17, reader.report.paragraphs[17].text[8:14])
    assert (bar.isVisible(), len(lost(reader))) == (False, 1)


def test_what_stands_in_the_box_stays_while_a_place_is_looked_for(reader):
    first, _ = lost(reader)
    window = stands(reader, (1366, 768), 22, letters=26)
    reader.clicks(17, reader.report.paragraphs[17].text[8:14])
    reader.types("还没有写完")
    seeker(reader).begin(Sought(first, "全区", "", lambda _at: None))
    settle()
    assert not window.page.panel.isVisible()
    reader.key(Qt.Key.Key_Escape)
    settle()
    assert window.page.panel.isVisible()
    assert reader.box.toPlainText() == "还没有写完"


def test_nothing_stumbles_over_them(reader):
    """Walk through all that shows opinions, with some that have no place."""
    window, workspace = reader.window, reader.window.workspace
    first, _ = lost(reader)
    view, panel = window.page.view, window.page.panel
    assert first.id not in view.comment_order()
    for step in (1, 1, -1):
        window.reading.cards.step(step)
    for tab in panel.tabs:
        if tab.isVisible():
            reader.presses(tab)
    window.open_statistics()
    rows = window.statistics.page.table.model()
    names = [rows.index(row, 0).data() for row in range(rows.rowCount())]
    assert "没找到位置" in names
    window.rooms.show_text()
    for name in ("find", "concerns", "terms", "my_marks", "next_unread", "one_by_one", "bin"):
        window.actions_by_name[name].trigger()
        window.rooms.show_text()
    panel.choose(first.id)
    menu = reader.opens_card_menu()
    assert [it.text() for it in menu.actions() if it.text()] == ["在正文里指一处", "以前的写法"]
    menu.close()
    window.page.panel.withdraw_asked.emit(first.id)
    assert len(lost(reader)) == 1
    window.actions_by_name["bin"].trigger()
    window.rooms.show_text()
    window.undo()
    assert len(lost(reader)) == 2
    assert workspace.comments[first.id].text == first.text


def test_they_are_handed_in_spoken_and_found_with_the_words_they_were_about(reader):
    """Another wording of words that are gone: every paper says what they were."""
    window = reader.window
    window.open_hand_in()
    page = window.hand_in.page
    places = [row.place for row in page.list.model_of_rows.rows]
    assert sum("没找到位置" in place for place in places) == 2
    page.close()
    window.actions_by_name["speech"].trigger()
    flow_of_speech = window.findChild(SpeechFlow)
    assert len(flow_of_speech.chosen()) == 3
    flow_of_speech.page.close()
    window.actions_by_name["large_print"].trigger()
    for dialog in window.findChildren(QDialog):
        dialog.close()
    scope = OpinionScope(window.workspace)
    (group,) = scope.search(Query("完工时间"))
    hit = Hit(group.source, group.found, 0)
    assert scope.comment(hit.span) in {it.id for it in lost(reader)}
    assert "没找到位置" in hit.place
