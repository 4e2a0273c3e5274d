"""The workspace: written first, then the stack; what failed left nothing behind."""

import pytest
from PySide6.QtCore import QObject

from beiguan_desktop import paths
from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT, Draft, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.workspace import Workspace
from tests.journeys.surroundings import full_disk

LONG = "很长的话。" * 15000


@pytest.fixture
def heard(workspace):
    """Collect what the workspace says, in order."""
    result = []
    for name in ("changed", "failed", "refused", "saved", "opened"):
        getattr(workspace, name).connect(lambda _said, name=name: result.append(name))
    return result


def writing(workspace, text: str, anchor=WHOLE_REPORT):
    return commenting.add(
        workspace.report,
        anchor,
        commenting.Words("建议", text),
        author=workspace.ensure_me(),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )


def texts(workspace) -> list[str]:
    return [comment.text for comment in workspace.comments.values()]


def test_a_new_library_shows_the_shipped_report(workspace):
    assert workspace.report.title.endswith("政府工作报告")
    assert workspace.pages.count > 1
    assert workspace.comments == {}
    assert workspace.me is None


def test_the_views_hear_of_a_change_after_it_is_written_and_stacked(workspace):
    workspace.ensure_me()
    states = []
    workspace.changed.connect(
        lambda _: states.append(
            (workspace.stack.count(), texts(workspace), len(workspace.store.comments()))
        )
    )
    assert workspace.do(writing(workspace, "一"))
    assert states == [(1, ["一"], 1)]


def test_a_change_that_cannot_be_written_leaves_no_trace(workspace, heard):
    assert workspace.do(writing(workspace, "一"))
    heard.clear()
    with full_disk(workspace.path):
        assert not workspace.do(writing(workspace, LONG))
    assert heard == ["failed"]
    assert texts(workspace) == ["一"]
    assert (workspace.stack.count(), workspace.stack.index()) == (1, 1)
    assert workspace.do(writing(workspace, LONG))


def test_undo_and_redo_walk_the_stack_and_stop_at_its_ends(workspace, heard):
    assert workspace.undo() is None
    workspace.do(writing(workspace, "一"))
    workspace.do(writing(workspace, "二"))
    for left in (["一"], []):
        assert workspace.undo().undoes
        assert texts(workspace) == left
    assert workspace.undo() is None
    for there in (["一"], ["一", "二"]):
        assert workspace.redo() is not None
        assert texts(workspace) == there
    assert workspace.redo() is None
    assert "failed" not in heard
    assert "refused" not in heard


def test_a_new_change_ends_what_could_be_redone(workspace):
    workspace.do(writing(workspace, "一"))
    workspace.undo()
    workspace.do(writing(workspace, "二"))
    assert not workspace.stack.canRedo()
    assert texts(workspace) == ["二"]


def test_what_was_changed_otherwise_is_refused_and_the_stack_stays(workspace, heard):
    workspace.do(writing(workspace, "一"))
    (comment,) = workspace.comments.values()
    workspace.store.apply(commenting.withdraw(comment, change_id="w", now=clock.now()))
    heard.clear()
    reasons = []
    workspace.refused.connect(reasons.append)
    assert workspace.undo() is None
    assert heard == ["refused"]
    assert reasons == ["这条意见后来又改过，不能撤销。请直接在卡片上修改。"]
    assert (workspace.stack.count(), workspace.stack.index()) == (1, 1)


def test_a_library_that_has_gone_answers_in_words(workspace, heard, tmp_path):
    workspace.do(writing(workspace, "一"))
    heard.clear()
    workspace.path.write_bytes(b"not a database any more, not at all" * 100)
    assert workspace.undo() is None
    assert not workspace.do(writing(workspace, "二"))
    assert heard == ["refused", "failed"]
    assert workspace.stack.count() == 1


def test_a_person_is_written_and_remembered_but_never_undone(workspace):
    assert workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    assert workspace.me.version == 1
    assert not workspace.stack.canUndo()
    assert workspace.store.desk.me() == workspace.me
    assert workspace.ensure_me() is workspace.me


def test_a_person_who_is_known_is_only_sat_down(workspace):
    workspace.be(Person(clock.new_id(), "张建国"))
    first = workspace.me
    workspace.be(Person(clock.new_id(), "李四"))
    assert workspace.be(first)
    assert workspace.store.desk.me() == first
    assert [person.version for person in workspace.store.people()] == [1, 1]


def test_nobody_is_made_up_when_not_even_a_person_can_be_written(workspace, heard, tmp_path):
    small = tmp_path / "small"
    small.write_bytes(b"x")
    with full_disk(small):
        assert workspace.ensure_me() is None
    assert "failed" in heard
    assert workspace.me is None
    assert workspace.ensure_me().name == ""


def test_drafts_are_no_changes(workspace):
    workspace.ensure_me()
    change = writing(workspace, "草稿")
    comment = change.edits[-1].after
    assert workspace.put_draft(Draft(comment, 0, clock.now()))
    assert [draft.comment.text for draft in workspace.drafts()] == ["草稿"]
    assert not workspace.stack.canUndo()
    assert workspace.comments == {}
    workspace.drop_draft(comment.id)
    assert workspace.drafts() == []


def test_a_closed_library_takes_no_draft_and_says_nothing(workspace, heard):
    workspace.ensure_me()
    comment = writing(workspace, "草稿").edits[-1].after
    workspace.close()
    heard.clear()
    assert not workspace.put_draft(Draft(comment, 0, clock.now()))
    assert heard == []
    with pytest.raises(RuntimeError):
        _ = workspace.store


def test_another_report_has_its_own_opinions_and_the_steps_of_both_can_be_undone(
    workspace, tmp_path
):
    workspace.do(writing(workspace, "一"))
    first = workspace.report.id
    file = tmp_path / "另一份.txt"
    file.write_text("政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n", "utf-8")
    workspace.import_report(file)
    assert workspace.report.id != first
    assert texts(workspace) == []
    workspace.do(writing(workspace, "二"))
    workspace.show_report(first)
    assert texts(workspace) == ["一"]
    workspace.show_report(None)
    assert workspace.report.id == first
    assert workspace.undo().edits[0].before.text == "二"
    assert texts(workspace) == ["一"]
    assert workspace.undo().edits[0].before.text == "一"
    assert workspace.store.comments() == []
    workspace.redo()
    workspace.redo()
    assert texts(workspace) == ["一"]
    assert len(workspace.store.comments()) == 2
    workspace.close()
    assert not workspace.stack.canUndo()


def test_the_report_that_is_shown_is_not_opened_again(workspace, heard):
    workspace.do(writing(workspace, "一"))
    workspace.undo()
    heard.clear()
    workspace.import_report(paths.shipped_report(), lambda: pytest.fail("nothing is left"))
    assert heard == []
    assert workspace.stack.canRedo()


def test_a_report_that_cannot_be_left_is_still_shown_after_an_import(workspace, tmp_path):
    before = workspace.report
    file = tmp_path / "另一份.txt"
    file.write_text("政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n", "utf-8")
    workspace.import_report(file, lambda: False)
    assert workspace.report is before
    assert len(workspace.store.shelf.entries()) == 2


def test_a_file_that_is_no_report_is_told_and_changes_nothing(workspace, heard, tmp_path):
    before = workspace.report
    for name, data in (("空.txt", b""), ("图.txt", b"\x89PNG\r\n\x1a\n\x00\x00"), (None, b"")):
        file = tmp_path / (name or "没有.txt")
        if name:
            file.write_bytes(data)
        heard.clear()
        workspace.import_report(file)
        assert heard == ["refused"]
        assert workspace.report is before


def test_a_report_named_at_the_start_that_cannot_be_read_closes_the_library(qapp, tmp_path):
    owner = QObject()
    workspace = Workspace(tmp_path / "资料库.db", owner)
    with pytest.raises(UserError, match="没有找到"):
        workspace.open(tmp_path / "没有.txt")
    workspace.open()  # the lock was given back
    assert workspace.report is not None
    workspace.close()


def test_the_last_report_and_place_are_found_again(workspace, tmp_path):
    file = tmp_path / "另一份.txt"
    file.write_text("政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n", "utf-8")
    workspace.import_report(file)
    workspace.put_last_place(7)
    last = workspace.report.id
    workspace.close()
    workspace.open()
    assert workspace.report.id == last
    assert workspace.store.desk.last_place(last) == 7


def test_only_reading_writes_nothing(workspace):
    workspace.do(writing(workspace, "一", paragraph(workspace.report, 10)))
    workspace.close()
    before = workspace.path.read_bytes()
    reader = Workspace(workspace.path, only_read=True)
    failed = []
    reader.failed.connect(failed.append)
    reader.open()
    assert texts(reader) == ["一"]
    reader.put_last_place(3)
    assert failed == []
    assert not reader.do(writing(reader, "二"))
    assert failed
    reader.close()
    assert workspace.path.read_bytes() == before
