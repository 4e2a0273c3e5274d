"""The list of opinions: in document order, changed row by row, seen by scope."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from beiguan_desktop.core.anchoring import section
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import WHOLE_REPORT, Person
from beiguan_desktop.services import commenting
from beiguan_desktop.ui.comment_filter import CommentFilter
from beiguan_desktop.ui.comment_model import (
    EVERYTHING,
    CommentModel,
    Role,
    Scope,
)
from tests.ui.panes import MORNING, on_paragraph, on_words, opinion, shipped, unit_of

LATER = "2026-02-26T10:00:00+08:00"
FIRST, SECOND = "（一）经济运行稳中有进", "（二）产业结构持续优化"


def change(*edits):
    return Change("c1", "写意见", LATER, "p1", tuple(edits))


def added(comment):
    return change(Edit(comment.id, None, comment))


def gone(comment):
    return change(Edit(comment.id, comment, None))


@pytest.fixture
def model(qapp):
    result = CommentModel()
    tester = QAbstractItemModelTester(
        result, QAbstractItemModelTester.FailureReportingMode.Fatal, result
    )
    result.set_comments([], shipped())
    assert tester.model() is result
    return result


def identities(model):
    return [model.index(row, 0).data(Role.ID) for row in range(model.rowCount())]


def never_reset(model):
    def complain():
        raise AssertionError("the model was reset")

    model.modelAboutToBeReset.connect(complain)


def test_opinions_stand_in_document_order_those_on_the_whole_first(model):
    late, early = opinion("1", on_paragraph(SECOND)), opinion("2", on_paragraph(FIRST))
    model.set_comments([late, early, opinion("3", WHOLE_REPORT)], shipped())
    assert identities(model) == ["3", "2", "1"]
    assert model.comments() == tuple(commenting.in_document_order(model.comments()))


def test_a_new_opinion_enters_at_its_place_as_one_row(model, qtbot):
    model.set_comments([opinion("1", WHOLE_REPORT), opinion("2", on_paragraph(SECOND))], shipped())
    never_reset(model)
    with qtbot.waitSignal(model.rowsInserted) as heard:
        model.apply(added(opinion("3", on_paragraph(FIRST))))
    assert heard.args[1:] == [1, 1]
    assert identities(model) == ["1", "3", "2"]


def test_a_withdrawn_opinion_leaves_and_its_undo_brings_it_back(model):
    comment = opinion("1", on_paragraph(FIRST))
    model.set_comments([comment], shipped())
    never_reset(model)
    withdrawal = commenting.withdraw(comment, change_id="c2", now=LATER)
    model.apply(withdrawal)
    assert identities(model) == []
    after = withdrawal.edits[0].after
    model.apply(change(Edit("1", after, comment)))
    assert identities(model) == ["1"]
    model.apply(gone(comment))
    model.apply(gone(comment))
    assert identities(model) == []


def test_new_words_repaint_their_row_only(model, qtbot):
    comment = opinion("1", on_paragraph(FIRST))
    model.set_comments([comment, opinion("2", on_paragraph(SECOND))], shipped())
    never_reset(model)
    words = commenting.Words("意见", "改过的话。")
    with qtbot.waitSignal(model.dataChanged) as heard:
        model.apply(commenting.reword(comment, words, change_id="c2", now=LATER))
    assert heard.args[0].row() == heard.args[1].row() == 0
    assert model.index(0, 0).data() == "改过的话。"
    assert model.index(0, 0).data(Role.KIND) == "意见"


@pytest.mark.parametrize(("goes", "order"), [("1", ["2", "3", "1"]), ("3", ["3", "1", "2"])])
def test_an_opinion_with_another_place_moves(model, qtbot, goes, order):
    places = {"1": FIRST, "2": SECOND, "3": "（三）创新驱动纵深推进"}
    comments = {name: opinion(name, on_paragraph(place)) for name, place in places.items()}
    model.set_comments(comments.values(), shipped())
    never_reset(model)
    to = on_paragraph("（七）社会大局") if goes == "1" else WHOLE_REPORT
    with qtbot.waitSignal(model.rowsMoved):
        model.apply(change(Edit(goes, comments[goes], opinion(goes, to))))
    assert identities(model) == order


def test_a_change_of_very_many_shows_them_all_and_takes_them_back(model, qtbot):
    first = opinion("1", on_paragraph(FIRST))
    model.set_comments([first], shipped())
    many = [opinion(f"m{at:03}", on_paragraph(SECOND)) for at in range(120)]
    edits = [Edit(it.id, None, it) for it in many]
    person = Edit("p1", None, Person("p1", "张建国"))
    with qtbot.waitSignal(model.modelReset):
        model.apply(
            change(person, *edits, Edit("x", None, opinion("x", WHOLE_REPORT, report="r2")))
        )
    assert identities(model) == ["1", *(it.id for it in many)]
    model.apply(change(*(Edit(it.id, it, None) for it in many)))
    assert identities(model) == ["1"]


def test_people_and_opinions_on_other_reports_are_none_of_its_business(model):
    never_reset(model)
    model.apply(change(Edit("p1", None, Person("p1", "张建国"))))
    model.apply(added(opinion("1", WHOLE_REPORT, report="r2")))
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
    assert model.data(QModelIndex()) is None


def test_another_wording_is_shown_as_the_sentence_that_is_printed(model):
    asked = opinion(
        "1", on_words("产业结构持续优化"), "", kind="修改", act="修改", replacement="产业结构优化"
    )
    model.set_comments([asked], shipped())
    assert "将“产业结构持续优化”改为“产业结构优化”" in model.index(0, 0).data()
    assert model.index(0, 0).data() == model.index(0, 0).data()
    model.set_comments([asked])
    assert model.index(0, 0).data() == ""


def test_a_card_quotes_the_first_characters_and_no_number_in_halves(model):
    model.set_comments(
        [
            opinion("1", on_words("经济运行稳中有进")),
            opinion("2", on_words("新引进各类人才 3850 人")),
            opinion("3", on_paragraph(FIRST)),
        ],
        shipped(),
    )
    quotes = {
        model.index(row, 0).data(Role.ID): model.index(row, 0).data(Role.QUOTE) for row in range(3)
    }
    assert quotes == {"1": "“经济运行稳中有进”", "2": "“新引进各类人才3850人”", "3": ""}


def test_quotation_marks_within_a_quote_are_single_ones(model):
    anchor = on_words("“未诉先办”问题得到立行立改")
    model.set_comments([opinion("1", anchor)], shipped())
    assert model.index(0).data(Role.QUOTE) == "“‘未诉先办’问题…”"


def test_a_card_names_its_place(model):
    heading = unit_of("一、2025年")
    model.set_comments(
        [
            opinion("1", WHOLE_REPORT),
            opinion("2", section(shipped(), heading)),
            opinion("3", on_paragraph(FIRST)),
        ],
        shipped(),
    )
    number = shipped().units[unit_of(FIRST)].number
    places = [model.index(row, 0).data(Role.PLACE) for row in range(3)]
    assert places == ["整篇报告", "一、2025年和…", f"第{number}段"]
    model.set_comments([opinion("3", on_paragraph(FIRST))])
    assert model.index(0, 0).data(Role.PLACE) == ""


def test_a_screen_reader_hears_kind_place_quote_words_and_time(model):
    model.set_comments([opinion("1", on_words("经济运行稳中有进"), "请给数字。")], shipped())
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    number = shipped().units[unit_of(FIRST)].number
    assert spoken.startswith(f"建议，第{number}段，“经济运行稳中有进”，请给数字。，")
    assert model.index(0, 0).data(Role.TIME) in spoken
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_a_scope_shows_paragraph_section_report_or_all_without_a_reset(model):
    first, second = unit_of(FIRST), unit_of(SECOND)
    model.set_comments(
        [
            opinion("w", WHOLE_REPORT),
            opinion("1", on_paragraph(FIRST)),
            opinion("2", on_paragraph(SECOND)),
        ],
        shipped(),
    )
    shown = CommentFilter(model)
    tester = QAbstractItemModelTester(shown)
    never_reset(shown)
    wanted = {
        Scope.paragraph(first): ["1"],
        Scope.section(first, second): ["1", "2"],
        Scope.paragraph(None): ["w"],
        EVERYTHING: ["w", "1", "2"],
    }
    for scope, found in wanted.items():
        shown.set_scope(scope)
        assert identities(shown) == found
        assert model.count(scope) == len(found)
    shown.set_scope(EVERYTHING)
    assert tester.model() is shown


def test_a_scope_follows_a_change(model):
    shown = CommentFilter(model)
    shown.set_scope(Scope.paragraph(unit_of(FIRST)))
    model.apply(added(opinion("1", on_paragraph(FIRST))))
    model.apply(added(opinion("2", on_paragraph(SECOND))))
    assert identities(shown) == ["1"]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 4)), max_size=30))
def test_any_row_of_changes_ends_in_document_order(qapp, steps):
    model = CommentModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.set_comments([], shipped())
    places = [WHOLE_REPORT, on_paragraph(FIRST), on_paragraph(SECOND), on_words("持续优化")]
    there = {}
    for name, place in steps:
        before = there.pop(name, None)
        after = opinion(name, places[place]) if place < len(places) else None
        if after is not None:
            there[name] = after
        if before is not None or after is not None:
            model.apply(change(Edit(name, before, after)))
    assert list(model.comments()) == commenting.in_document_order(there.values())
    assert tester.model() is model


def test_twenty_thousand_edits_leave_no_reference_to_none_behind(qapp):
    model = CommentModel()
    model.set_comments([opinion("0", WHOLE_REPORT, created_at=MORNING)], shipped())
    shown = CommentFilter(model)
    comment = opinion("1", on_paragraph(FIRST))
    before = sys.getrefcount(None)
    for _ in range(10_000):
        model.apply(added(comment))
        model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
        model.apply(gone(comment))
    assert abs(sys.getrefcount(None) - before) < 200
    assert shown.rowCount() == 1


def test_what_is_not_seen_by_who_sits_here_enters_by_no_change(model):
    comment = opinion("1", on_paragraph(FIRST))
    hidden = replace(comment, private=True)
    model.sees = lambda one: not one.private
    model.set_comments([hidden], shipped())
    assert identities(model) == []
    model.apply(change(Edit("1", hidden, comment)))
    assert identities(model) == ["1"]
    model.apply(change(Edit("1", comment, hidden)))
    assert identities(model) == []
