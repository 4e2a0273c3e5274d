"""画重点 as a user's act: a Change that marks, joins, cuts, takes off."""

from itertools import count

import pytest

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import highlighting
from beiguan_desktop.services.highlighting import Pen, is_marked, stroke, take_off
from tests.unit.test_marking import TEXT, report

ME = Person("p", "张建国", version=1)
NOW = "2026-02-27T09:00:00+08:00"


class Pupil:
    """Somebody with a pen: strokes go into a dict, as a library keeps them."""

    def __init__(self, *texts: str, author: Person = ME) -> None:
        self.report, self.author = report(*texts), author
        self.marks = {}
        numbers = count()
        self.pen = Pen(author, NOW, lambda: f"h{next(numbers)}")

    def place(self, unit: int, words: str):
        start = self.report.units[unit].text.index(words)
        return passage(self.report, unit, start, start + len(words))

    def does(self, change) -> str:
        for edit in change.edits:
            if edit.record != self.author.id:
                assert self.marks.get(edit.record) == edit.before
                self.marks[edit.record] = edit.after
                if edit.after.withdrawn_at is not None:
                    del self.marks[edit.record]
        return change.label

    def strokes(self, *places) -> str:
        mine = list(self.marks.values())
        return self.does(stroke(self.report, places, mine, self.pen, change_id="c"))

    def words(self) -> list[str]:
        return [mark.quote for mark in sorted(self.marks.values(), key=lambda it: it.start)]


@pytest.fixture
def pupil():
    return Pupil(TEXT, "第二段，很短。")


def test_a_stroke_marks_words_with_their_place(pupil):
    assert pupil.strokes(pupil.place(0, "医疗和养老")) == "画重点"
    (mark,) = pupil.marks.values()
    assert (mark.quote, mark.start, mark.end) == ("医疗和养老", 3, 8)
    assert (mark.letter_start, mark.letter_end, mark.unit) == (2, 7, 0)
    assert (mark.person, mark.created_at, mark.withdrawn_at, mark.version) == ("p", NOW, None, 0)


def test_the_same_stroke_again_takes_it_off(pupil):
    pupil.strokes(pupil.place(0, "医疗"))
    assert pupil.strokes(pupil.place(0, "医疗")) == "去掉重点"
    assert pupil.marks == {}


def test_strokes_that_run_into_one_another_become_one(pupil):
    for words in ("教育、医疗", "都要办好", "医疗和养老，都要"):
        assert pupil.strokes(pupil.place(0, words)) == "画重点"
    assert pupil.words() == ["教育、医疗和养老，都要办好"]
    assert set(pupil.marks) == {"h0"}


def test_strokes_side_by_side_stay_two(pupil):
    pupil.strokes(pupil.place(0, "教育"))
    pupil.strokes(pupil.place(0, "、医疗"))
    assert pupil.words() == ["教育", "、医疗"]


def test_words_within_a_stroke_are_cut_out_of_it(pupil):
    pupil.strokes(pupil.place(0, "教育、医疗和养老"))
    assert pupil.strokes(pupil.place(0, "医疗")) == "去掉重点"
    assert pupil.words() == ["教育、", "和养老"]
    assert set(pupil.marks) == {"h0", "h1"}


def test_the_beginning_and_the_end_of_a_stroke_can_be_taken_off(pupil):
    pupil.strokes(pupil.place(0, "教育、医疗和养老"))
    pupil.strokes(pupil.place(0, "教育、"))
    pupil.strokes(pupil.place(0, "养老"))
    assert pupil.words() == ["医疗和"]


def test_several_paragraphs_are_marked_and_taken_off_together(pupil):
    both = (pupil.place(0, "办好教育。"), paragraph(pupil.report, 1))
    assert pupil.strokes(both[1]) == "画重点"
    assert pupil.strokes(*both) == "画重点", "one of them was not marked"
    assert sorted(mark.unit for mark in pupil.marks.values()) == [0, 1]
    assert is_marked(pupil.report, both, list(pupil.marks.values()))
    assert pupil.strokes(*both) == "去掉重点"
    assert pupil.marks == {}


def test_who_is_not_stored_yet_is_written_with_the_first_stroke():
    pupil = Pupil(TEXT, author=Person("p-new", ""))
    change = stroke(pupil.report, [pupil.place(0, "医疗")], [], pupil.pen, change_id="c")
    assert [edit.record for edit in change.edits] == ["p-new", "h0"]
    assert change.person == "p-new"


@pytest.mark.parametrize("places", [[], [WHOLE_REPORT]])
def test_without_words_there_is_nothing_to_mark(pupil, places):
    assert not is_marked(pupil.report, places, [])
    with pytest.raises(UserError, match="请先选中要画的字"):
        pupil.strokes(*places)


def test_a_whole_mark_is_taken_off_wherever_it_is(pupil):
    pupil.strokes(pupil.place(0, "医疗"))
    (mark,) = pupil.marks.values()
    assert pupil.does(take_off([mark], change_id="c", now=NOW)) == "去掉重点"
    assert pupil.marks == {}


def test_marks_of_an_earlier_reading_are_cut_where_they_stand_now(pupil):
    pupil.strokes(pupil.place(0, "医疗和养老"))
    pupil.report = report("教育、医疗", "和养老，都要办好。办好教育。", reading="better")
    lost = list(pupil.marks.values())
    assert not is_marked(pupil.report, [pupil.place(0, "医疗")], lost)
    pupil.report = report("教育、 医疗和养老，都要办好。办好教育。", reading="better")
    assert is_marked(pupil.report, [pupil.place(0, "医疗")], lost)
    pupil.strokes(pupil.place(0, "医疗"))
    assert pupil.words() == ["和养老"]
    (mark,) = pupil.marks.values()
    assert (mark.reading, mark.start) == ("better", 6)
    assert highlighting.is_marked(pupil.report, [pupil.place(0, "养老")], [mark])
