"""60,000 characters with 1,000 opinions: nothing keeps the window from answering."""

import importlib
import shutil
import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui.concern_flow import concerns_of
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.find_rows import Hit
from beiguan_desktop.ui.go_to_flow import GoToFlow
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.outline_filter import UNREAD, WITH_OPINIONS
from tests.journeys.conftest import Deputy
from tests.journeys.watching import LIMIT, Watch, watching
from tests.large import ODD_TEXTS, SENTENCE, large_library
from tests.ui.page_parts import point, seal_point

CHARACTERS, OPINIONS = 60_000, 1_000
NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def made(qapp, tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "大.db"
    large_library(path, CHARACTERS, OPINIONS)
    return path


@pytest.fixture
def reader(qtbot, made, tmp_path):
    """Somebody before the large report, the window at rest."""
    database = tmp_path / "大.db"
    shutil.copy(made, database)
    somebody = Deputy(qtbot, database).starts()
    qtbot.waitUntil(somebody.window.isActiveWindow)
    assert len(somebody.window.workspace.comments) == OPINIONS
    yield somebody
    somebody.window._is_giving_up = True
    somebody.window.close()


def key(deputy, code, held=NONE):
    return lambda: deputy.key(code, held)


def wheel(view, notches: int):
    spot = QPointF(view.viewport().rect().center())

    def turn() -> None:
        turned = QPoint(0, -120 * notches)
        above = QPointF(view.viewport().mapToGlobal(spot.toPoint()))
        nothing, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(spot, above, QPoint(), turned, nothing, NONE, phase, False)
        QApplication.sendEvent(view.viewport(), event)

    return turn


def click(deputy, unit: int, at: int):
    view = deputy.window.page.view
    return lambda: deputy.qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, unit, at))


def test_reading_and_scrolling(reader):
    view = reader.window.page.view
    view.setFocus()
    with watching() as watch:
        watch("home", key(reader, Qt.Key.Key_Home))
        for _ in range(12):
            watch("page down", key(reader, Qt.Key.Key_PageDown))
            watch("wheel", wheel(view, 1))
        watch("end", key(reader, Qt.Key.Key_End))
        for _ in range(6):
            watch("page up", key(reader, Qt.Key.Key_PageUp))
            watch("wheel back", wheel(view, -3))
        for letter in range(0, 40_000, 8_000):
            watch("far jump", lambda letter=letter: reader.window.page.stand_at(letter))


def test_letters_and_windows_of_other_sizes(reader):
    window = reader.window
    with watching() as watch:
        for name in ("larger", "larger", "smaller", "normal_size"):
            watch(name, window.actions_by_name[name].trigger)
        for width in (1366, 1200, 1440):
            watch("another width", lambda width=width: window.resize(width, 800))


def test_choosing(reader):
    view, report = reader.window.page.view, reader.report
    unit = report.paragraphs[130].ordinal
    view.show_place(unit)
    with watching() as watch:
        for _ in range(3):
            watch("click", click(reader, unit, 20))
        watch(
            "seal",
            lambda: reader.qtbot.mouseClick(view.viewport(), LEFT, pos=seal_point(view, unit, 0)),
        )
        view.setFocus()
        for code in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            watch("arrow", key(reader, code))
        for tab in (2, 0):
            watch("scope", lambda tab=tab: reader.presses(reader.window.page.panel.tabs[tab]))
        for code in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
            watch("next opinion", key(reader, code, ALT))
        section = reader.window.page.model.index_of_unit(report.paragraphs[200].ordinal)
        tree = reader.window.page.tree
        tree.scrollTo(section)
        spot = tree.visualRect(section).center()
        watch("section", lambda: reader.qtbot.mouseClick(tree.viewport(), LEFT, pos=spot))
        for tab in reader.window.page.panel.tabs:
            watch("scope", lambda tab=tab: reader.presses(tab))


def test_writing_undoing_and_rewording(reader):
    reader.clicks(130, reader.report.paragraphs[130].text[10:16])
    box = reader.box

    def commit(words: str):
        def do() -> None:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(box, event)

        return do

    with watching() as watch:
        for character in "建议写明完成时限":
            watch("letter", commit(character))
        watch("finish", key(reader, Qt.Key.Key_Return, CONTROL))
        assert len(reader.window.workspace.comments) == OPINIONS + 1
        watch("undo", reader.window.undo)
        watch("redo", reader.window.redo)
        written = next(
            each.id
            for each in reader.window.workspace.comments.values()
            if "完成时限" in each.text and not each.id.startswith("c0")
        )
        watch("reword", lambda: reader.window.page.panel.edit_asked.emit(written))
        watch("letter", commit("。"))
        watch("finish", key(reader, Qt.Key.Key_Return, CONTROL))
        watch("withdraw", lambda: reader.window.page.panel.withdraw_asked.emit(written))
    assert len(reader.window.workspace.comments) == OPINIONS


def test_one_paragraph_at_a_time(reader):
    with watching() as watch:
        watch("alone", key(reader, Qt.Key.Key_F5))
        for _ in range(5):
            watch("turn", key(reader, Qt.Key.Key_Right))
        watch("back", key(reader, Qt.Key.Key_Escape))


def test_how_many_where_and_back(reader):
    importlib.import_module("beiguan_desktop.ui.statistics_flow")  # in the program beside it
    window = reader.window
    with watching() as watch:
        watch("numbers", window.actions_by_name["statistics"].trigger)
        page = window.statistics.page
        watch("row", key(reader, Qt.Key.Key_Down))
        watch("another width", lambda: window.resize(1366, 768))
        watch("place", lambda: page.opened.emit(reader.report.paragraphs[100].ordinal))
        watch("again", window.actions_by_name["statistics"].trigger)
        watch("text", window.rooms.show_text)


def test_other_reports_come_at_once(reader, tmp_path):
    window = reader.window
    large = window.workspace.shown
    for name, text in (("短", SENTENCE), ("一段", ODD_TEXTS["60,000 characters in one paragraph"])):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"政府工作报告\n{text}", encoding="utf-8")
        window.import_report(file)
    others = [e.report for e in window.workspace.store.shelf.entries() if e.report != large]
    window.change_report(others[0])
    with watching() as watch:
        for report in (large, *others, large):
            watch("another report", lambda report=report: window.change_report(report))
            watch("end", window.page.view.show_end)


def test_stepping_to_a_hit_in_another_report(reader, tmp_path):
    file = tmp_path / "短.txt"
    file.write_text(f"政府工作报告\n{SENTENCE}", encoding="utf-8")
    window = reader.window
    large = window.workspace.shown
    window.import_report(file)
    short = window.workspace.shown
    window.actions_by_name["find"].trigger()
    pane = window.findChild(FindFlow).pane
    pane.tabs[2].click()
    pane.bar.box.setText("全区生产总值")
    reader.qtbot.waitUntil(lambda: len(pane.rows.groups) == 2)
    row = {pane.rows.row(at).source.report: at for at in hit_rows(pane.rows)}
    with watching() as watch:
        for report in (large, short, large):
            watch("step", lambda report=report: pane.list.chosen.emit(row[report]))
            assert window.workspace.shown == report


def hit_rows(rows) -> list[int]:
    return [at for at in range(rows.rowCount()) if isinstance(rows.row(at), Hit)]


def finds_everywhere(watch, deputy) -> None:
    """Type letter by letter in the text, the opinions and the whole library; step through it.

    In the library a step may open another report, which is another act.
    """
    window = deputy.window
    watch("find", window.actions_by_name["find"].trigger)
    pane = window.findChild(FindFlow).pane
    box = pane.bar.box
    for tab in pane.tabs:
        watch("scope", tab.click)
        for words in ("全", "全区", "全区生", "完成时限", "jyxj", "全市生产", "𠮷", "%", ""):
            watch(f"find {words}", lambda words=words: box.setText(words))
            if pane.scope < 2:
                watch(f"step from {words}", lambda: pane.bar.stepped.emit(1))
    watch("text", pane.tabs[0].click)
    watch("find", lambda: box.setText("的"))
    watch("list", lambda: pane.show_list(is_listing=True))
    for code in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down):
        watch("list", lambda code=code: deputy.qtbot.keyClick(pane.list, code))
    watch("close", pane.closed.emit)
    watch("go to", window.actions_by_name["go_to"].trigger)
    there = window.findChild(GoToFlow).pane.bar.box
    for words in ("1", "12", "段100", "全区"):
        watch("go to", lambda words=words: there.setText(words))
        watch("go", lambda: deputy.qtbot.keyClick(there, Qt.Key.Key_Return))


def test_finding_and_going(reader):
    with watching() as watch:
        finds_everywhere(watch, reader)


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_finding_in_odd_reports(deputy, tmp_path, name):
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    file = tmp_path / "怪.txt"
    file.write_text(ODD_TEXTS[name], encoding="utf-8")
    deputy.window.import_report(file)
    with watching() as watch:
        finds_everywhere(watch, deputy)


def test_names_terms_strokes_and_stars(reader, qtbot):
    window = reader.window
    window.jobs = Jobs(window)  # names are looked for beside the window, as in the program
    acts = window.actions_by_name
    reader.clicks(130, reader.report.paragraphs[130].text[10:16])
    with watching() as watch:
        watch("names", acts["concerns"].trigger)
        page = concerns_of(window).page
        watch("names come", lambda: qtbot.waitUntil(lambda: page.model.rowCount() > 0))
        for words in ("柏", "柏庄", ""):
            watch("name", lambda words=words: page.search.setText(words))
        for code in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
            watch("tick", key(reader, code))
        watch("tree", concerns_of(window).tree_button.click)
        watch("text", window.rooms.show_text)
        watch("terms", acts["terms"].trigger)
        watch("text", window.rooms.show_text)
        for name in ("highlight", "star", "my_marks", "undo", "redo", "next_unread"):
            watch(name, acts[name].trigger)
        for only in (WITH_OPINIONS, UNREAD, None):
            watch("tree", lambda only=only: window.progress.filter.choose(only))


@pytest.mark.parametrize("name", ["2,000 sections", "60,000 characters in one paragraph"])
def test_odd_reports_keep_nobody_waiting(deputy, tmp_path, name):
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    file = tmp_path / "怪.txt"
    file.write_text(ODD_TEXTS[name], encoding="utf-8")
    deputy.window.import_report(file)
    window = deputy.window
    view = window.page.view
    view.setFocus()
    with watching() as watch:
        for code in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
            watch("page", key(deputy, code))
        watch("wheel", wheel(view, 3))
        for code in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            watch("arrow", key(deputy, code))
        middle = view.viewport().rect().center()
        watch("click", lambda: deputy.qtbot.mouseClick(view.viewport(), LEFT, pos=middle))
        watch("letter", lambda: deputy.enters(deputy.box, "好"))
        watch("finish", key(deputy, Qt.Key.Key_Return, CONTROL))
    assert len(window.workspace.comments) == 1


def test_the_watch_tells_what_took_too_long(qapp):
    def compute() -> None:
        began = time.thread_time()
        while time.thread_time() - began <= 2.2 * LIMIT:
            pass

    watch = Watch()
    watch("counting", compute)
    watch("sleeping", lambda: time.sleep(LIMIT * 1.5))
    assert [each.split(":")[0] for each in watch.too_long()] == ["counting"]
