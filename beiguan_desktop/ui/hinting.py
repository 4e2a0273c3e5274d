"""提示 under the box once the typing rests: said quietly, asked for by nobody, gating nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from beiguan_desktop.core import hints
from beiguan_desktop.services import writing_aids
from beiguan_desktop.ui.composing import CHANGE

if TYPE_CHECKING:
    from beiguan_desktop.ui.comment_editor import CommentEditor
    from beiguan_desktop.ui.workspace import Workspace
    from beiguan_desktop.ui.writing import Writing

REST = 1500
"""Milliseconds without a key after which somebody has stopped typing."""
_READ = 4000
"""So many characters are looked at: whoever writes more has other cares."""


class Hinting(QObject):
    """Looks at the words when nobody types; while one does, what is said stays as it is."""

    def __init__(self, workspace: Workspace, editor: CommentEditor, writing: Writing) -> None:
        super().__init__(editor)
        self._workspace, self._editor, self._writing = workspace, editor, writing
        self._tables: hints.Tables | None = None
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self.look)
        editor.edited.connect(self.rest.start)
        editor.kind_chosen.connect(lambda _kind, _act: self.rest.start())
        writing.placed.connect(lambda _anchor: self._on_moved())
        writing.state.connect(self._on_moved)

    def forget_tables(self) -> None:
        """Read the tables anew: somebody has changed one."""
        self._tables = None

    def _on_moved(self) -> None:
        """Say nothing of words that are not there any more."""
        if not self._writing.has_words:
            self.rest.stop()
            self._editor.hint.say("")

    def look(self) -> None:
        """Say what there is to say of the words as they stand."""
        editor = self._editor
        if not self._writing.has_words:
            editor.hint.say("")
            return
        if self._tables is None:
            self._tables = writing_aids.hint_tables(self._workspace.store)
        words = [editor.words_box.toPlainText(), editor.fields.aside.text()]
        if editor.kind == CHANGE:
            words.append(editor.replacement_box.toPlainText())
        found = hints.hints(editor.kind, "\n".join(words)[:_READ], self._tables)
        editor.hint.say(next(iter(found), ""))
