"""Any history of changes and undoing, against a dict."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import lists, sampled_from, text

from beiguan_desktop.core.change import Change, Edit, inverse, same_content
from beiguan_desktop.core.comment import Highlight
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.storage.inspection import inspect
from tests.storage.library import NOW, WANG, changing, highlight, new_library, opinion, report_of


class Histories(RuleBasedStateMachine):
    """Adding, rewording, removing, undoing in any order, against a dict."""

    @initialize()
    def begin(self):
        self.folder = self.new_folder()
        self.store = new_library(self.folder / "beiguan.db")
        self.model = {}
        self.done = []
        self.count = 0

    def write(self, edits, undo=None):
        self.count += 1
        change = undo or Change(f"h{self.count}", "改", NOW, WANG.id, tuple(edits))
        applied = self.store.apply(change)
        self.done.append(applied)
        for edit in applied.edits:
            self.model[edit.record] = edit.after

    @rule(
        names=lists(sampled_from("abcde"), min_size=1, max_size=3, unique=True),
        words=text(max_size=8).filter(lambda words: words.isprintable()),
    )
    def put(self, names, words):
        """Add or reword one or more opinions."""
        self.write(
            Edit(name, self.model.get(name), opinion(self.store, name, words)) for name in names
        )

    @rule(name=sampled_from("xy"), words=sampled_from(["教育", "推进教育优质", "𠮷祥里"]))
    def mark(self, name, words):
        """Mark words, or give a mark others."""
        self.write([Edit(name, self.model.get(name), highlight(self.store, name, words))])

    @rule(name=sampled_from("abcdexy"))
    def remove(self, name):
        if self.model.get(name) is not None:
            self.write([Edit(name, self.model[name], None)])

    @rule(back=sampled_from(range(5)))
    def undo(self, back):
        if back >= len(self.done):
            return
        change = self.done[-1 - back]
        present = self.store.present(edit.record for edit in change.edits)
        if all(same_content(self.model[edit.record], edit.after) for edit in change.edits):
            undone = inverse(change, present, change_id=f"u{self.count}", at=NOW)
            self.write((), undone)

    @rule(name=sampled_from("abcde"))
    def be_stale(self, name):
        stale = replace(opinion(self.store, name), version=1000)
        with pytest.raises(ConflictError):
            self.store.apply(changing(stale, None, change="stale"))

    @invariant()
    def holds_what_the_model_holds(self):
        expected = [self.model[name] for name in sorted(self.model) if self.model[name]]
        marks = [it for it in expected if isinstance(it, Highlight)]
        assert self.store.comments() == [it for it in expected if it not in marks]
        marks.sort(key=lambda it: it.letter_start)
        assert self.store.highlights(report_of(self.store).id) == marks

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            assert inspect(self.store.path)[1] == []


def test_any_history_leaves_what_a_dict_would_hold(tmp_path_factory):
    Histories.new_folder = lambda _: tmp_path_factory.mktemp("history")
    machine = Histories.TestCase
    machine.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
    machine("runTest").runTest()
