"""Looking a file through: every act can be taken back and done again, nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop import paths
from beiguan_desktop.core.correction import Discard, Level, Merge, Recast, Restore, Split, Unrepair
from beiguan_desktop.core.doubts import found as doubts
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Read, Source
from tests.unit.reading_checks import assert_whole, read

TEXT = paths.shipped_report().read_text("utf-8-sig")
SOURCE = Source("0" * 64, "报告.txt", "text/plain", "utf-8", b"", "2026-01-01T00:00:00+08:00")


def proof(text: str = TEXT, corrections=()) -> Proof:
    reading = read(text)
    standard = frozenset(text) - {"涇"}
    return Proof(Read(SOURCE, reading, text), doubts(reading.units, standard), corrections)


def first(it: Proof, group: str):
    return next(one for one in it.findings() if one.group == group)


def at(it: Proof, number: int) -> int:
    return next(u for u in it.reading.units if u.number == number).spans[0][0]


def test_an_act_is_done_undone_and_done_again():
    it = proof()
    before = it.reading
    assert (it.undo_label, it.redo_label, it.is_touched) == ("", "", False)
    assert it.undo() == it.redo() == ""
    assert it.do("合并", Merge(at(it, 5)))
    after = it.reading
    assert len(after.units) == len(before.units) - 1
    assert (it.undo_label, it.is_touched) == ("合并", True)
    assert it.undo() == "合并"
    assert it.reading == before
    assert it.redo_label == "合并"
    assert it.redo() == "合并"
    assert it.reading == after
    assert it.kept == (Merge(at(proof(), 5)),)


def test_what_does_not_fit_is_refused_and_changes_nothing():
    it = proof()
    assert not it.do("分开", Split(0))
    assert not it.do("分开", Split(len(TEXT) * 2))
    assert it.said.corrections == ()
    assert not it.is_touched


def test_what_was_corrected_before_is_taken_up_again():
    it = proof(corrections=[Merge(at(proof(), 5)), Merge(10**7)])
    assert len(it.reading.units) == len(read(TEXT).units) - 1
    assert it.unfit == (Merge(10**7),)
    assert it.kept == (Merge(at(proof(), 5)),)


def test_a_repair_is_taken_back_and_made_again():
    it = proof()
    one = first(it, "written")
    assert it.answer("还原", one)
    assert it.is_answered(one)
    assert it.said.corrections == (one.answer,)
    assert it.unsay("再改回来", one.answer)
    assert not it.is_answered(one)
    assert not it.unsay("再改回来", one.answer)
    assert it.reading == read(TEXT)


def test_all_repairs_are_taken_back_at_once():
    it = proof()
    one = first(it, "written")
    it.answer("还原", one)
    count = it.answer_all("全部还原")
    made = [f for f in it.findings() if f.group in ("joined", "written")]
    assert count == len(made) - 1
    assert all(it.is_answered(f) for f in made)
    assert it.answer_all("全部还原") == 0
    assert it.undo() == "全部还原"
    assert it.said.corrections == (one.answer,)


def test_what_cannot_be_taken_back_any_more_is_left_as_it_is():
    it = proof()
    one = first(it, "written")
    it.do("略去", Discard(it.unit_of(one).spans[0][0]))
    assert it.answer_all("全部还原") > 0
    assert not it.is_answered(one)
    assert it.unfit == ()


def test_a_unit_that_is_left_out_is_listed_and_comes_back():
    it = proof()
    before = it.reading
    assert it.do("略去", Discard(at(it, 3)))
    one = next(f for f in it.findings() if f.group == "out" and "您说" in f.title)
    assert it.answer("放回正文", one)
    assert it.reading == before


def test_what_the_reader_left_out_comes_back():
    text = TEXT.replace("各位代表：", "各位代表：\n\n-1-\n\n", 1)
    it = proof(text)
    one = first(it, "out")
    assert it.answer("放回正文", one)
    assert one.answer == Restore(one.start, one.end)
    assert_whole(text, it.reading)


def test_a_doubt_is_no_misprint_or_becomes_an_opinion_never_both():
    it = proof()
    one = first(it, "doubt")
    it.want("写成意见", one, is_wanted=True)
    assert it.said.opinions == (one,)
    assert it.answer("不是错", one)
    assert it.said.opinions == ()
    it.want("写成意见", one, is_wanted=True)
    assert it.said.opinions == (one,)
    assert not it.is_answered(one)
    it.want("不写了", one, is_wanted=False)
    assert it.said.opinions == ()
    assert [it.undo() for _ in range(4)] == ["不写了", "写成意见", "不是错", "写成意见"]
    assert it.said.opinions == ()


def test_an_answer_that_does_not_fit_any_more_is_refused():
    it = proof()
    one = first(it, "written")
    it.do("略去", Discard(it.unit_of(one).spans[0][0]))
    assert not it.answer("还原", one)


def test_places_are_those_of_the_reading_as_it_is():
    it = proof()
    one = first(it, "doubt")
    unit, start, end = it.place_of(one)
    assert it.reading.units[unit].text[start:end] in TEXT[one.start : one.end]
    assert it.source_of(unit, start) == one.start
    join = first(it, "joined")
    it.answer("还原", join)
    unit, start, end = it.place_of(join)
    assert 0 <= start <= end <= len(it.reading.units[unit].text)


def test_a_later_correction_that_no_longer_fits_is_told():
    it = proof()
    join = next(f for f in it.findings() if f.group == "joined" and f.end > at(it, 1))
    assert it.answer("还原", join)
    index = next(u for u in it.reading.units if u.spans[0][0] >= join.end)
    assert it.do("改成标题", Recast(index.spans[0][0], "heading"))
    assert it.unsay("再改回来", join.answer)
    assert it.unfit == (Recast(index.spans[0][0], "heading"),)
    assert it.kept == ()
    assert it.do("上一级", Level(next(u for u in it.reading.units if u.level).spans[0][0], 2))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_is_said_can_be_taken_back_to_the_very_beginning(data):
    it = proof()
    begun, seen = it.reading, [it.reading]
    for _ in range(data.draw(st.integers(1, 6))):
        unit = data.draw(st.sampled_from(it.reading.units))
        start, end = unit.spans[0][0], unit.spans[-1][1]
        one = data.draw(st.sampled_from(it.findings()))
        act = data.draw(
            st.sampled_from(
                [
                    Merge(start),
                    Split(data.draw(st.integers(start, end))),
                    Level(start, data.draw(st.integers(1, 4))),
                    Recast(start, "note"),
                    Discard(start),
                    Unrepair(one.start, one.end),
                    one.answer,
                ]
            )
        )
        if it.do("做", act):
            seen.append(it.reading)
            assert_whole(TEXT, it.reading)
        for finding in it.findings():
            it.place_of(finding)
    for reading in reversed(seen):
        assert it.reading == reading
        it.undo()
    assert it.reading == begun
    for reading in seen[1:]:
        it.redo()
        assert it.reading == reading
