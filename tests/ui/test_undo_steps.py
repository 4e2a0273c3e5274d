"""Steps on the undo stack: what is gone for good is gone from them, a replaced text stays one."""

import pytest
from PySide6.QtGui import QUndoStack

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.services.turning import Turning
from beiguan_desktop.ui.undo_steps import Step, TextStep, forget_steps, next_text
from tests.ui.panes import MORNING, opinion


def change(*ids: str) -> Change:
    edits = tuple(Edit(it, None, opinion(it)) for it in ids)
    return Change("-".join(ids), "写意见", MORNING, None, edits)


def turning(*ids: str) -> Turning:
    return Turning(None, change(*ids) if ids else None, 0, 0)


@pytest.fixture
def stack(qapp):
    made = QUndoStack()
    made.push(Step(change("a")))
    made.push(TextStep(turning("a", "b")))
    made.push(Step(change("a", "b")))
    return made


def records(stack) -> list[list[str]]:
    found = []
    for at in range(stack.count()):
        last = stack.command(at).last
        of = last.change if isinstance(last, Turning) else last
        found.append([edit.record for edit in of.edits] if of else [])
    return found


def test_what_is_gone_for_good_is_gone_from_every_step(stack):
    stack.undo()
    forget_steps(stack, ["a"])
    assert records(stack) == [["b"], ["b"]]
    assert stack.index() == 1
    forget_steps(stack, ["b"])
    assert records(stack) == [[]]
    forget_steps(stack, ["b"])
    assert records(stack) == [[]]


def test_a_text_is_the_next_step_only_when_it_is_on_top(stack):
    assert next_text(stack, is_undo=True) is None
    stack.undo()
    text = next_text(stack, is_undo=True)
    assert text.text() == "换文字"
    assert next_text(stack, is_undo=False) is None
    stack.undo()
    assert next_text(stack, is_undo=False) is text
    stack.clear()
    assert next_text(stack, is_undo=True) is None
