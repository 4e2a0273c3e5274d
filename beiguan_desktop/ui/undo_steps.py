"""What stands on the undo stack: changes of the library, and texts that were replaced whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from collections.abc import Collection

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.services.turning import Turning

TEXT = "换文字"


class Step(QUndoCommand):
    """One change on the undo stack; the writing has been done elsewhere."""

    def __init__(self, change: Change) -> None:
        super().__init__(change.label)
        self.last = change

    def without(self, records: Collection[str]) -> Step | None:
        """Return the step without what is gone for good, None if nothing is left of it."""
        edits = tuple(edit for edit in self.last.edits if edit.record not in records)
        return Step(replace(self.last, edits=edits)) if edits else None


class TextStep(QUndoCommand):
    """A reading that took the place of another: what was done before is about the old text.

    While it stands on the stack it is taken back first, so that older steps find their places.
    """

    def __init__(self, turning: Turning) -> None:
        super().__init__(TEXT)
        self.last = turning

    def without(self, records: Collection[str]) -> TextStep:
        """Return the step without what is gone for good."""
        change = self.last.change
        if change is None:
            return TextStep(self.last)
        edits = tuple(edit for edit in change.edits if edit.record not in records)
        left = replace(change, edits=edits) if edits else None
        return TextStep(replace(self.last, change=left))


def next_text(stack: QUndoStack, *, is_undo: bool) -> TextStep | None:
    """Return the step that is next, to be taken back or done again, if it replaced a text."""
    may = stack.canUndo() if is_undo else stack.canRedo()
    step = stack.command(stack.index() - is_undo) if may else None
    return step if isinstance(step, TextStep) else None


def forget_steps(stack: QUndoStack, records: Collection[str]) -> None:
    """Let a stack know nothing more of records that are gone for good."""
    steps = [stack.command(at) for at in range(stack.count())]
    done = stack.index()
    kept = [
        (step.without(records), at >= done)
        for at, step in enumerate(steps)
        if isinstance(step, Step | TextStep)
    ]
    stack.clear()
    undone = 0
    for step, is_undone in kept:
        if step is not None:
            stack.push(step)
            undone += is_undone
    for _ in range(undone):
        stack.undo()
