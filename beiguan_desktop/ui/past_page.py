"""以前的写法 as widgets: the states of an opinion, and what changed with each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.differing import Piece, pieces
from beiguan_desktop.core.past import BIN, Difference, State, differences, main_words
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.labels import clock_words
from beiguan_desktop.ui.redline_view import RedlineView
from beiguan_desktop.ui.row_list import RowList
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.two_sides import TwoSides

HERE_ONLY = "以前的写法只在这台电脑上，不会交出去。"
_EMPTY = ("pencil", "没有以前的写法", "这条意见还没有存下来过。")
_WORDS = (("text", "意见"), ("replacement", "改为"), ("reason", "理由"))
_MOST = 4000
"""The most pixels of a box of words: the side scrolls, not the box."""


class PastPage(TwoSides):
    """Shown in place of the report; `restore_asked` carries the state to go back to."""

    restore_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "以前的写法", _EMPTY)
        self._states: list[State] = []
        self._may_write = True
        self.list = RowList(theme, "以前的写法，新的在前")
        self.left.addWidget(self.list, 1)
        self.when = plain_label("", "ink", faces.sans(16, bold=True))
        self.boxes = {field: RedlineView(name) for field, name in _WORDS}
        self._names: dict[str, QLabel] = {}
        self.others = plain_label("", "ink", faces.sans(14))
        self.restore_button = self.button("换回这个写法", "undo-2", "现在的写法也留着", role="main")
        icons.put(self.restore_button, "undo-2", "on_accent")
        note = plain_label(HERE_ONLY, "ink2", faces.sans(14))
        self.side.addWidget(self.when)
        for field, name in _WORDS:
            self._names[field] = plain_label(name, "ink2", faces.sans(14))
            box = self.boxes[field]
            box.setFont(faces.sans(16))
            box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            Fitting(box).set_limits(44, _MOST)
            self.side.addWidget(self._names[field])
            self.side.addWidget(box)
        self.side.addWidget(self.others)
        self.side.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.addWidget(note)
        self.side.addStretch(1)
        self.list.chosen.connect(self._show)
        self.restore_button.clicked.connect(self._on_restore)

    def show_states(self, states: list[State], *, may_write: bool) -> None:
        """Show what an opinion said and when, the newest first."""
        self._states, self._may_write = states, may_write
        self.set_empty(is_empty=not states)
        self.list.setVisible(bool(states))
        self.list.show_rows([self._row(at) for at in range(len(states))])

    def _row(self, at: int) -> tuple[str, str]:
        state = self._states[at]
        now = "　现在的写法" if at == 0 else ""
        return f"{clock_words(state.at)}　{_act(state)}{now}", self._more(at)

    def _more(self, at: int) -> str:
        """Say what a state changed, or what was written at first."""
        changed, comment = self._changes(at), self._states[at].comment
        names = "、".join(it.name for it in changed if it.name != BIN)
        if names or not changed:
            return f"改了{names}" if names else _first(comment)
        is_gone = comment is not None and comment.withdrawn_at is not None
        return "放进了回收站" if is_gone else "从回收站拿了回来"

    def _changes(self, at: int) -> tuple[Difference, ...]:
        one, other = self._before(at), self._states[at].comment
        return differences(one, other) if one is not None and other is not None else ()

    def _before(self, at: int) -> Comment | None:
        return self._states[at + 1].comment if at + 1 < len(self._states) else None

    def _show(self, at: int) -> None:
        state, before = self._states[at], self._before(at)
        comment = state.comment
        if comment is None:
            return
        self.when.setText(f"{clock_words(state.at)}　{_act(state)}")
        for field, _ in _WORDS:
            words = getattr(comment, field)
            was = words if before is None else getattr(before, field)
            box = self.boxes[field]
            box.show_pieces(pieces(was, words) or (Piece("same", ""),))
            for widget in (box, self._names[field]):
                widget.setVisible(bool(words or was))
        others = [it for it in self._changes(at) if not it.is_words]
        self.others.setText("\n".join(_said(it) for it in others))
        self.others.setVisible(bool(others))
        self.restore_button.setVisible(self._may_write and at > 0)

    def _on_restore(self) -> None:
        at = self.list.currentIndex().row()
        if 0 < at < len(self._states):
            self.restore_asked.emit(self._states[at])


def _act(state: State) -> str:
    return f"撤销“{state.label}”" if state.is_undoing else state.label


def _first(comment: Comment | None) -> str:
    return "" if comment is None else " ".join(main_words(comment).split())


def _said(it: Difference) -> str:
    return f"{it.name}：{it.before or '（空）'} → {it.after or '（空）'}"
