"""Another text for a report with thousands of opinions: the window answers all the while."""

import shutil
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.replacing_flow import ReplacingFlow
from tests.journeys.watching import watching
from tests.large import large_library, shortened

CHARACTERS, OPINIONS, MANY = 30_000, 2_000, 10_000


@pytest.fixture(scope="module")
def made(qapp, tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "大.db"
    large_library(path, CHARACTERS, OPINIONS)
    return path


@pytest.fixture
def window(qtbot, made, tmp_path):
    """A window on a large report, its jobs in threads as they are for people."""
    database = tmp_path / "大.db"
    shutil.copy(made, database)
    with shown_window(qtbot, database) as shown:
        yield shown


@contextmanager
def shown_window(qtbot, database):
    shown = MainWindow(database, jobs=Jobs())
    qtbot.addWidget(shown)
    shown.resize(1440, 900)
    shown.show()
    shown.open()
    yield shown
    shown._is_giving_up = True
    shown.close()


def offers(window, *numbers: int):
    workspace = window.workspace
    source = workspace.store.readings.of(workspace.shown)[0].source
    reading = shortened(workspace.report, source, *numbers)
    flow = flow_of(window, ReplacingFlow)
    flow.offer(reading, ())
    return flow, reading


def waits(qtbot, watch, is_over) -> None:
    """Let the loop go on, watched, until something is over."""

    def over() -> bool:
        watch("meanwhile", QApplication.processEvents)
        return is_over()

    qtbot.waitUntil(over, timeout=60_000)


def test_the_list_is_made_and_the_text_is_put_in_place_beside_the_window(qtbot, window):
    was = window.workspace.report.reading
    with watching() as watch:
        flow, reading = offers(window, 30)
        waits(qtbot, watch, flow.page.main_button.isVisible)
        assert flow.page.model.count("lost")
        watch("all rows", lambda: flow.page.model.fold("exact"))
        for _ in range(3):
            watch("down", lambda: qtbot.keyClick(flow.page.list, Qt.Key.Key_Down))
        watch("accept", flow.accept)
        waits(qtbot, watch, lambda: window.workspace.report.reading == reading.id)
    assert window.status.lost is not None
    window.undo()
    qtbot.waitUntil(lambda: window.workspace.report.reading == was, timeout=60_000)
    assert not window.status.lost.isVisible()


def test_cancelling_in_the_middle_leaves_everything_as_it_was(qtbot, window):
    was = window.workspace.report.reading
    flow, _ = offers(window, 30)
    assert flow.page.leave_button.text() == "取消"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.page.isVisible()
    window.jobs.finish()
    QApplication.processEvents()
    assert window.page.isVisible()
    assert window.workspace.report.reading == was
    flow.accept()
    assert window.workspace.report.reading == was


def test_ten_thousand_opinions_are_listed_while_the_window_answers(qtbot, qapp, tmp_path):
    database = tmp_path / "很大.db"
    large_library(database, CHARACTERS, MANY)
    with shown_window(qtbot, database) as window, watching() as watch:
        flow, _ = offers(window, 30)
        waits(qtbot, watch, flow.page.main_button.isVisible)
        watch("all rows", lambda: flow.page.model.fold("exact"))
        watch("folded", lambda: flow.page.model.fold("exact"))
        assert len(flow.page.model.rows()) == MANY
