"""What has been read, by hand or by time: kept by report, carried on without counting anew."""

import pytest

from beiguan_desktop.core.progress import of_whole
from beiguan_desktop.ui.read_marks import ReadMarks

OTHER = "政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n还有一段。\n"


@pytest.fixture
def marks(workspace):
    result = ReadMarks(workspace)
    result.begin(workspace.report)
    return result


def ordinals(workspace, *numbers: int) -> set[int]:
    return {workspace.report.paragraphs[number].ordinal for number in numbers}


def test_before_a_report_nothing_is_known(workspace):
    marks = ReadMarks(workspace)
    assert (marks.report, marks.share, marks.read) == (None, None, frozenset())
    assert marks.mark({1, 2}) == frozenset()
    assert marks.unmark({1, 2}) == frozenset()
    assert marks.take_new() is None
    assert not marks.are_of(workspace.report)


def test_marking_tells_once_what_is_new(marks, workspace, qtbot):
    three = ordinals(workspace, 1, 2, 3)
    with qtbot.waitSignal(marks.changed) as heard:
        assert marks.mark(range(len(workspace.report.units))) >= three
    assert heard.args[0] == marks.read
    with qtbot.assertNotEmitted(marks.changed):
        assert marks.mark(three) == frozenset()
    assert marks.unread == set()
    assert marks.share.percent == 100


def test_unmarking_takes_the_marks_out_whoever_made_them(marks, workspace, qtbot):
    report = workspace.report
    first, second = (report.paragraphs[number] for number in (1, 2))
    inside = {first.letter + 3, second.letter}
    workspace.store.desk.put_read_marks(report.id, inside)
    marks = ReadMarks(workspace)
    marks.begin(report)
    assert marks.read == {first.ordinal, second.ordinal}
    with qtbot.waitSignal(marks.changed) as heard:
        assert marks.unmark(range(first.ordinal + 1)) == {first.ordinal}
    assert heard.args[0] == {first.ordinal}
    assert marks.marks == {second.letter}
    with qtbot.assertNotEmitted(marks.changed):
        assert marks.unmark(range(first.ordinal + 1)) == frozenset()


def test_the_share_follows_without_being_counted_anew(marks, workspace):
    for numbers in ((1, 2, 3), (10, 11), (40,)):
        marks.mark(ordinals(workspace, *numbers))
        assert_right(marks, workspace)
    marks.unmark(ordinals(workspace, 2, 40))
    assert_right(marks, workspace)


def assert_right(marks, workspace) -> None:
    anew = of_whole(workspace.report, marks.marks)
    assert (marks.share.read, marks.share.letters) == (anew.read, anew.letters)
    assert marks.share.seconds == pytest.approx(anew.seconds)


def test_every_report_has_its_own_marks(marks, workspace, tmp_path):
    first = workspace.report
    marks.mark(ordinals(workspace, 1))
    workspace.put_last_place(0, marks.take_new())
    file = tmp_path / "另一份.txt"
    file.write_text(OTHER, "utf-8")
    workspace.import_report(file)
    marks.begin(workspace.report)
    assert marks.read == frozenset()
    assert marks.are_of(workspace.report)
    assert not marks.are_of(first)
    marks.mark(ordinals(workspace, 1))
    marks.begin(first)
    assert marks.read == {first.paragraphs[1].ordinal}


def test_marks_are_new_until_they_are_taken(marks, workspace):
    assert marks.take_new() is None
    marks.mark(ordinals(workspace, 1))
    assert marks.take_new() == marks.marks
    assert marks.take_new() is None
    marks.unmark(ordinals(workspace, 1))
    assert marks.take_new() == set()


def test_a_disk_that_takes_nothing_does_not_make_the_window_forget(marks, workspace, tmp_path):
    first = workspace.report
    marks.mark(ordinals(workspace, 1))
    marks.take_new()  # and nothing is written
    file = tmp_path / "另一份.txt"
    file.write_text(OTHER, "utf-8")
    workspace.import_report(file)
    marks.begin(workspace.report)
    marks.begin(first)
    assert marks.read == {first.paragraphs[1].ordinal}
