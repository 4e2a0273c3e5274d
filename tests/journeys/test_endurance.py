"""A long day before the window: nothing wears out.

Each void call into some versions of Qt's bindings takes a reference to None away; after some
thousands of edits the process dies. Here the count is watched.
"""

import gc
import sys
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.change import Change, Edit

WRITES, EDITS, ALLOWED = 60, 20_000, 200


def nones() -> int:
    """Count after what waits to be deleted has gone, as it goes whenever the program rests."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sys.getrefcount(None)


def write_and_take_back(deputy) -> None:
    """Write opinions, reword, undo, redo, withdraw: some three hundred writes to the disk."""
    window = deputy.window
    workspace, units = window.workspace, list(deputy.report.paragraphs.values())
    for number in range(WRITES):
        window.page.view.place_chosen.emit(paragraph(deputy.report, units[number].ordinal))
        deputy.editor.put("建议", f"第{number}条", "")
        window.reading.finish()
        window.undo()
        window.redo()
        if number % 3 == 0:
            last = max(workspace.comments.values(), key=lambda comment: comment.id)
            window.page.panel.withdraw_asked.emit(last.id)
            window.undo()


def edit(window, comments: list, number: int) -> None:
    """Give an opinion other words in the views, as a change from the library does."""
    at = number % len(comments)
    old = comments[at]
    new = comments[at] = replace(old, text=f"改了{number}次")
    change = Change("c", "改意见", old.changed_at, old.person, (Edit(old.id, old, new),))
    window.page.panel.apply(change)
    window.page.view.apply_comments([old], [new])
    if number % 500 == 0:
        window.page.panel.list.scrollToBottom()
        window.page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        window.status.set_count(number, 0)
        window.status.set_saved("09:41")
        window.grab()
        QApplication.processEvents()


def test_twenty_thousand_edits_leave_the_count_of_none_alone(deputy):
    deputy.starts()
    window = deputy.window
    window.page.panel.tabs[2].click()
    write_and_take_back(deputy)
    assert len(deputy.texts()) == WRITES
    comments = list(window.page.panel.model.comments())
    for number in range(1001):  # what is kept of each opinion is kept now
        edit(window, comments, number)
    before = nones()
    for number in range(1001, 1001 + EDITS):
        edit(window, comments, number)
    assert abs(nones() - before) < ALLOWED
    assert deputy.texts() == [comment.text for comment in comments]


def test_real_writes_leave_the_count_of_none_alone(deputy):
    deputy.starts()
    write_and_take_back(deputy)
    window = deputy.window
    before = nones()
    for step in (window.undo, window.redo):
        for _ in range(WRITES):
            step()
    # Each step shows the buttons of another card; a widget of a class of ours leaves some 20
    # references to None behind when it goes, which harms nobody. None may be taken away.
    shown = 2 * 2 * WRITES
    assert -ALLOWED < nones() - before < ALLOWED + 25 * shown
    assert len(deputy.texts()) == WRITES
    assert window.workspace.stack.index() == window.workspace.stack.count()
