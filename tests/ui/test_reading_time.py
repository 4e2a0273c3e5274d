"""What counts as read: every line seen, for as long as it takes, before an active window."""

import pytest
from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.progress import seconds_to_read
from beiguan_desktop.ui.read_marks import ReadMarks
from beiguan_desktop.ui.reading_time import LONGEST, ReadingTime
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.workspace import Workspace


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Reader:
    """A page that is read by a clock."""

    def __init__(self, qtbot, workspace) -> None:
        self.clock, self.workspace = Clock(), workspace
        self.view = ReportView()
        self.view.resize(806, 784)
        qtbot.addWidget(self.view)
        self.marks = ReadMarks(workspace)
        self.time = ReadingTime(self.marks, self.view, self.clock)
        self.view.set_report(workspace.report, workspace.pages)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.begins()

    def begins(self) -> None:
        self.marks.begin(self.workspace.report)
        self.time.begin()

    def waits(self, seconds: float) -> None:
        """Let the time go by as the timer would see it."""
        while seconds > 0:
            step = min(1.0, seconds)
            self.clock.now += step
            seconds -= step
            self.time.look()

    def keeps(self) -> None:
        """Let the window remember, as it does when one rests or leaves."""
        self.workspace.put_last_place(0, self.marks.take_new())

    def unit(self, number: int):
        return self.workspace.report.paragraphs[number]

    def has_read(self, number: int) -> bool:
        return self.unit(number).letter in self.marks.marks


@pytest.fixture
def reader(qtbot, workspace):
    return Reader(qtbot, workspace)


def test_a_paragraph_is_read_after_its_length_and_not_before(reader):
    reader.view.show_place(reader.unit(1).ordinal)
    needed = seconds_to_read(reader.unit(1).text)
    reader.waits(needed - 1)
    assert not reader.has_read(1)
    reader.waits(1.1)
    assert reader.has_read(1)


def test_one_that_is_longer_than_the_page_is_read_when_all_of_it_was(reader):
    number = max(reader.workspace.report.paragraphs, key=lambda n: len(reader.unit(n).text))
    unit = reader.unit(number)
    reader.view.set_text_size(30)
    reader.view.show_place(unit.ordinal)
    reader.waits(seconds_to_read(unit.text) + 5)
    assert not reader.has_read(number)
    for _ in range(9):
        reader.view.scroller.by_page(1, reader.view.viewport().height())
        reader.waits(1)
    assert not reader.has_read(number), "leafing through the rest is not reading it"
    reader.view.show_place(unit.ordinal)
    reader.waits(seconds_to_read(unit.text))
    assert reader.has_read(number)


def test_a_first_line_at_the_foot_of_the_page_counts_as_a_line(reader):
    first, second = reader.unit(3), reader.unit(4)
    lines = reader.view.lines
    reader.view.show_place(first.ordinal)
    height = lines.of(second.ordinal)[1].top - reader.view.verticalScrollBar().value() + 6
    reader.view.resize(reader.view.width(), height)
    reader.view.show_place(first.ordinal)
    reader.waits(300)
    assert reader.has_read(3)
    reader.view.resize(reader.view.width(), 784)
    reader.view.show_place(second.ordinal)
    reader.waits(2)
    assert not reader.has_read(4)
    reader.waits(seconds_to_read(second.text))
    assert reader.has_read(4)


@pytest.mark.parametrize(("points", "size"), [(18, (806, 784)), (36, (500, 420))])
def test_whoever_reads_to_the_end_has_read_everything(reader, points, size):
    reader.view.resize(*size)
    reader.view.set_text_size(points)
    bar = reader.view.verticalScrollBar()
    bar.setValue(0)
    while True:
        reader.waits(60)
        here = bar.value()
        reader.view.scroller.by_page(1, reader.view.viewport().height())
        if bar.value() == here:
            break
    reader.waits(60)
    assert reader.marks.unread == set()
    assert not reader.time.timer.isActive()


def test_only_passing_by_is_not_reading(reader):
    for number in range(1, 64):
        reader.view.show_place(reader.unit(number).ordinal)
        reader.waits(0.5)
    assert len(reader.marks.marks) <= 1


def test_headings_and_titles_are_no_paragraphs(reader):
    reader.view.show_place(0)
    reader.waits(120)
    numbered = {unit.letter for unit in reader.workspace.report.paragraphs.values()}
    assert reader.marks.marks
    assert reader.marks.marks <= numbered


def test_a_machine_that_slept_has_read_nothing(reader):
    reader.view.show_place(reader.unit(1).ordinal)
    reader.clock.now += 8 * 3600
    reader.time.look()
    assert not reader.marks.marks
    assert max(reader.time._seconds.values()) <= LONGEST


def test_before_another_window_and_while_the_page_is_hidden_no_time_counts(reader, qtbot):
    reader.view.show_place(reader.unit(1).ordinal)
    assert reader.time.timer.isActive()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not reader.time.timer.isActive()
    reader.waits(600)
    assert not reader.marks.marks
    other.close()
    reader.view.activateWindow()
    qtbot.waitUntil(reader.view.isActiveWindow)
    assert reader.time.timer.isActive()
    reader.view.hide()
    assert not reader.time.timer.isActive()
    reader.waits(600)
    assert not reader.marks.marks


def test_the_timer_rests_when_all_in_view_is_read(reader, qtbot):
    reader.view.show_place(reader.unit(1).ordinal)
    with qtbot.waitSignal(reader.marks.changed):
        reader.waits(300)
    top = reader.view.verticalScrollBar().value()
    bottom = top + reader.view.viewport().height()
    cut = [
        unit
        for unit in reader.view.lines.between(top, bottom)
        if unit in reader.marks.unread and reader.view.lines.last(unit).bottom <= bottom
    ]
    assert cut == []
    reader.marks.unread.clear()
    reader.time.look()
    assert not reader.time.timer.isActive()


def test_marks_are_kept_and_found_again(reader, qtbot, workspace):
    reader.view.show_place(reader.unit(1).ordinal)
    reader.waits(60)
    marks = set(reader.marks.marks)
    assert marks
    desk, report = workspace.store.desk, workspace.report.id
    assert desk.read_marks(report) == set()
    reader.keeps()
    assert desk.read_marks(report) == marks
    reader.begins()
    assert reader.marks.marks == marks
    assert reader.unit(1).ordinal not in reader.marks.unread


def test_nothing_new_is_not_written_again(reader):
    reader.waits(60)
    assert reader.marks.take_new() == reader.marks.marks
    assert reader.marks.take_new() is None


def test_where_only_can_be_read_marks_last_as_long_as_the_window(qtbot, workspace, tmp_path):
    workspace.close()
    before = workspace.path.read_bytes()
    only = Workspace(workspace.path, only_read=True)
    only.open()
    reader = Reader(qtbot, only)
    reader.view.show_place(reader.unit(1).ordinal)
    reader.waits(60)
    assert reader.has_read(1)
    reader.keeps()
    reader.begins()
    assert reader.has_read(1)
    only.close()
    assert workspace.path.read_bytes() == before


def test_a_closed_library_takes_no_marks(reader, workspace):
    reader.waits(60)
    workspace.close()
    before = workspace.path.read_bytes()
    reader.keeps()
    assert workspace.path.read_bytes() == before


def test_another_report_begins_with_its_own_marks(reader, workspace, tmp_path):
    reader.waits(60)
    assert reader.marks.marks
    reader.keeps()
    file = tmp_path / "另一份.txt"
    file.write_text("政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n", "utf-8")
    workspace.import_report(file)
    reader.view.set_report(workspace.report, workspace.pages)
    reader.waits(60)
    assert not reader.time._watched
    reader.begins()
    assert not reader.marks.marks
    reader.waits(3)
    assert reader.has_read(1)
