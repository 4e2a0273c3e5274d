"""While a report is opened nobody looks for garbage, and yet none is kept."""

import gc
import weakref

import pytest

from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def as_it_was():
    gc.enable()  # a start that was broken off may have left it off
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_looked_through_while_it_is_held():
    with garbage.held():
        assert not gc.isenabled()
        before = gc.get_freeze_count()
    assert gc.isenabled()
    assert gc.get_freeze_count() > before


def test_who_does_not_look_at_all_is_left_alone():
    gc.disable()
    before = gc.get_freeze_count()
    with garbage.held(), garbage.held():
        pass
    assert not gc.isenabled()
    assert gc.get_freeze_count() == before


def test_looking_goes_on_after_a_fault():
    with pytest.raises(ValueError, match="x"), garbage.held():
        raise ValueError("x")
    assert gc.isenabled()


def test_a_report_that_is_left_goes_with_its_last_name(qtbot, tmp_path):
    window = MainWindow(tmp_path / "库.db", jobs=Jobs(is_synchronous=True))
    qtbot.addWidget(window)
    window.show()
    window.open()
    other = tmp_path / "另一份.txt"
    other.write_text("政府工作报告\n一、回顾\n全区生产总值增长5.2%。", encoding="utf-8")
    window.import_report(other)
    first, second = (entry.report for entry in window.workspace.store.shelf.entries())
    left = second if window.workspace.shown == first else first
    window.change_report(left)
    gc.collect()
    gc.disable()
    report, document = window.workspace.report, window.page.view.lines.document
    unit = report.units[0]
    seen = [weakref.ref(each) for each in (report, document, document.document)]
    del report, document
    window.change_report(first if left == second else second)
    assert [each() for each in seen] == [None] * len(seen)
    assert unit.text
    window.close()
