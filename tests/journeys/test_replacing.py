"""Another text for the same report: seen first, put in place with every opinion, taken back."""

import sqlite3

import pytest
from PySide6.QtCore import Qt

from beiguan_desktop.core import outline
from beiguan_desktop.core.correction import Discard, Merge, Split
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.places_rows import HERE, NOT
from beiguan_desktop.ui.replacing_flow import ReplacingFlow
from tests.journeys.replaced import reread, reworded, source_at, spot

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(deputy):
    """Somebody with three opinions."""
    deputy.starts()
    for number, words, said in (
        (16, "雨水", "写明完工时间。"),
        (17, "2", "数字请核实。"),
        (52, "学位", "多建学校。"),
    ):
        deputy.clicks(number, words)
        deputy.types(said)
        deputy.finishes()
    return deputy


def flow(deputy) -> ReplacingFlow:
    return flow_of(deputy.window, ReplacingFlow)


def offers(deputy, *corrections):
    reading = reread(deputy.window.workspace, *corrections)
    flow(deputy).offer(reading, corrections)
    return reading


def quotes(deputy) -> list[tuple[str, str]]:
    """Return what each opinion says, and the words that stand at its place now."""
    workspace = deputy.window.workspace
    found = []
    for comment in sorted(workspace.comments.values(), key=lambda it: it.text):
        anchor = comment.anchor
        here = comment.reading == workspace.report.reading
        text = workspace.report.units[anchor.unit].text if here else ""
        found.append((comment.text, text[anchor.start : anchor.end]))
    return found


def states(deputy):
    return sorted(
        (c.id, c.reading, c.anchor, c.text) for c in deputy.window.workspace.comments.values()
    )


def joined(deputy):
    """Return corrections that join two paragraphs and part another one after a sentence."""
    report = deputy.report
    texts = (report.paragraphs[number].text for number in range(20, len(report.paragraphs)))
    text = next(it for it in texts if "。" in it[:-1])
    after = text.index("。") + 1
    at = source_at(deputy.window.workspace, text[after : after + 6].strip())
    return Merge(spot(report, 17)), Split(at)


def test_with_the_same_letters_every_opinion_stays_at_its_words(reader):
    before, was = quotes(reader), states(reader)
    merge, split = joined(reader)
    count = len(reader.report.paragraphs)
    reading = offers(reader, merge, split)
    page = flow(reader).page
    assert page.isVisible()
    assert "3 条都在原处" in page.head.text()
    assert "字一个也没有变" in page.said.text()
    assert page.model.count("exact") == 3
    assert states(reader) == was
    reader.key(Qt.Key.Key_Return)
    assert reader.window.page.isVisible()
    assert reader.report.reading == reading.id
    assert len(reader.report.paragraphs) == count
    assert quotes(reader) == before
    assert reader.window.page.undo_bar.words == "文字换好了"
    reader.presses(reader.window.page.undo_bar.button)
    assert states(reader) == was
    reader.key(Qt.Key.Key_Y, CONTROL)
    assert quotes(reader) == before
    assert reader.report.reading == reading.id
    reader.starts_again()
    assert quotes(reader) == before
    assert reader.report.reading == reading.id


def test_leaving_changes_nothing(reader):
    was, reading = states(reader), reader.report.reading
    offers(reader, Merge(spot(reader.report, 17)))
    reader.key(Qt.Key.Key_Escape)
    assert reader.window.page.isVisible()
    assert (states(reader), reader.report.reading) == (was, reading)
    flow(reader).accept()
    assert reader.report.reading == reading


def test_older_steps_are_taken_back_once_the_old_text_is_back(reader):
    was = states(reader)
    offers(reader, Merge(spot(reader.report, 17)))
    reader.key(Qt.Key.Key_Return)
    reader.clicks(20, reader.report.paragraphs[20].text[4:8])
    reader.types("这里也要写明。")
    reader.finishes()
    assert len(states(reader)) == 4
    reader.window.undo()
    assert len(states(reader)) == 3
    assert states(reader) != was
    reader.window.undo()
    assert states(reader) == was
    reader.window.undo()
    assert len(states(reader)) == 2
    for _ in range(3):
        reader.window.redo()
    assert len(states(reader)) == 4


def test_with_other_letters_what_is_gone_has_no_place_and_is_placed_by_hand(reader):
    was = states(reader)
    offers(reader, Discard(spot(reader.report, 16)))
    page = flow(reader).page
    assert page.model.count("lost") == 1
    assert "1 条找不准，没有猜" in page.head.text()
    reader.presses(page.main_button)
    assert reader.window.page.undo_bar.words == "文字换好了，有 1 条意见没找到位置"
    assert reader.window.status.lost.text() == "没找到位置 1 条"
    reader.window.undo()
    assert states(reader) == was
    assert not reader.window.status.lost.isVisible()
    reader.window.redo()
    reader.starts_again()
    assert reader.window.status.lost.text() == "没找到位置 1 条"
    assert len(reader.window.workspace.comments) == 3


def test_what_stands_in_two_paragraphs_may_go_where_it_begins(reader):
    unit = reader.report.paragraphs[16]
    at = unit.source_text.index("雨水") + 1
    offers(reader, Split(unit.spans[0][0] + at))
    page = flow(reader).page
    assert page.model.count("lost") == 1
    (row,) = (it for it in page.model.rows() if it.section == "lost")
    assert row.acts == (HERE, NOT)
    page.take_focus()
    page.list.setCurrentIndex(page.model.index_of(row.key))
    page.list.setFocus()
    reader.key(Qt.Key.Key_Return)
    assert page.model.row(row.key).decision == HERE
    reader.presses(page.main_button)
    assert all(
        c.reading == reader.report.reading for c in reader.window.workspace.comments.values()
    )


def test_newer_rules_that_read_the_same_are_told_and_not_offered_again(reader, monkeypatch):
    monkeypatch.setattr(outline, "READER", outline.READER + 1)
    assert "换成更好的文字" in reader.reads_menu("报告")
    reader.chooses("报告", "换成更好的文字")
    page = flow(reader).page
    assert page.head.text() == "现在就是最好的文字"
    reader.key(Qt.Key.Key_Escape)
    assert "换成更好的文字" not in reader.reads_menu("报告")


def test_somebody_else_changed_an_opinion_meanwhile(reader):
    """Another process cannot; another flow of this one can: nothing is done, the list is anew."""
    offers(reader, Merge(spot(reader.report, 17)))
    reading = reader.report.reading
    workspace = reader.window.workspace
    first = next(iter(workspace.comments.values()))
    workspace.undo()
    reader.window.rooms.show_page(flow(reader).page)
    flow(reader).accept()
    page = flow(reader).page
    assert reader.report.reading == reading
    assert page.told.isVisible()
    assert page.told.text()
    assert "2 条都在原处" in page.head.text()
    assert first.id
    reader.presses(page.main_button)
    assert reader.report.reading != reading


def test_words_in_the_open_box_are_kept_as_an_opinion_and_undoing_waits_for_new_ones(reader):
    reader.clicks(20, reader.report.paragraphs[20].text[4:8])
    reader.types("还没有写完的话。")
    reading = offers(reader, Merge(spot(reader.report, 17)))
    assert "4 条都在原处" in flow(reader).page.head.text()
    reader.key(Qt.Key.Key_Return)
    assert "还没有写完的话。" in reader.texts()
    reader.clicks(21, reader.report.paragraphs[21].text[4:8])
    reader.types("新的话。")
    reader.window.undo()
    assert reader.report.reading == reading.id
    assert "没写完的话" in reader.window.status.words
    reader.finishes()
    reader.window.undo()
    reader.window.undo()
    assert reader.report.reading != reading.id
    assert "还没有写完的话。" in reader.texts()


def test_corrections_by_hand_stay_when_newer_rules_read_the_report(reader, monkeypatch):
    merge = Merge(spot(reader.report, 17))
    offers(reader, merge)
    reader.key(Qt.Key.Key_Return)
    monkeypatch.setattr(outline, "READER", outline.READER + 1)
    reader.chooses("报告", "换成更好的文字")
    assert flow(reader).page.head.text() == "现在就是最好的文字"
    made = reader.window.workspace.store.readings.of(reader.report.id)[0]
    assert made.corrections == (merge,)


def test_a_source_that_cannot_be_read_any_more_is_told(reader, monkeypatch):
    with sqlite3.connect(reader.database) as file:
        file.execute("UPDATE source SET media = 'application/pdf', bytes = x'00'")
    file.close()
    was = states(reader)
    monkeypatch.setattr(outline, "READER", outline.READER + 1)
    flow(reader).begin()
    assert flow(reader).page.head.text() == "没有读成"
    assert flow(reader).page.said.text()
    reader.key(Qt.Key.Key_Escape)
    assert reader.window.page.isVisible()
    assert states(reader) == was


def test_marks_follow_and_one_that_is_gone_is_listed_without_a_place(reader):
    reader.drags(16, "雨水管网")
    reader.window.actions_by_name["highlight"].trigger()
    reader.drags(52, "学位")
    reader.window.actions_by_name["highlight"].trigger()
    offers(reader, Discard(spot(reader.report, 16)))
    page = flow(reader).page
    assert page.head.text().startswith("您的意见和重点：")
    assert [row.kind for row in page.model.rows()].count("画重点") == 2
    reader.presses(page.main_button)
    reader.window.actions_by_name["my_marks"].trigger()
    marks = reader.window.reading.my_marks.highlights()
    assert sorted(place is None for _, place in marks) == [False, True]
    reader.window.rooms.show_text()
    reader.window.undo()
    assert all(place for _, place in reader.window.reading.my_marks.highlights())


def test_what_was_reworded_is_shown_in_one_and_may_stay_away(reader):
    was = states(reader)
    reading = reworded(reader.window.workspace, "多措并举", "通过多种办法")
    flow(reader).offer(reading, ())
    page = flow(reader).page
    assert "1 条的话改过，请看一看" in page.head.text()
    (row,) = (it for it in page.model.rows() if it.section == "changed")
    assert (row.decision, row.acts) == (HERE, (HERE, NOT))
    assert "多措并举" in row.old
    assert "通过多种办法" in row.new
    page.list.setCurrentIndex(page.model.index_of(row.key))
    page.list.setFocus()
    reader.key(Qt.Key.Key_Delete)
    assert page.model.row(row.key).decision == NOT
    reader.key(Qt.Key.Key_Return)
    assert page.model.row(row.key).decision == HERE
    reader.key(Qt.Key.Key_Delete)
    reader.presses(page.main_button)
    assert reader.window.page.undo_bar.words == "文字换好了，有 1 条意见没找到位置"
    reader.window.undo()
    assert states(reader) == was
    flow(reader).offer(reading, ())
    reader.presses(page.main_button)
    assert reader.window.workspace.comments[row.key].reading == reading.id
