"""A better reading of a report of the library: what becomes of the opinions in it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis.strategies import data, lists, one_of, sampled_from

from beiguan_desktop.core import outline
from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.carrying import is_equal
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import WHOLE_REPORT, Comment, Draft, Highlight, Person
from beiguan_desktop.core.correction import Described, Discard, Merge, PageStart, Recast, Split
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.handing_in import HandIn, contents, standing
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.services.importing import import_report, read_file, read_report
from beiguan_desktop.services.moving import move
from beiguan_desktop.services.recognizing_again import doubts_of_edition, is_same, likely_same
from beiguan_desktop.services.rereading import (
    is_better_there,
    put_back,
    put_in_place,
    read_again,
    replacement,
    taken_back,
)
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.formats import made_files
from tests.unit.specimen import LINES, TEXT
from tests.unit.without_place import unplaced

NOW = "2031-03-01T08:00:00+08:00"
LATER = "2031-03-02T08:00:00+08:00"
WANG = Person("p-wang", "王建国", "第三代表团")
CARE = TEXT.index("完善社会保障")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "beiguan.db"


@pytest.fixture
def store(path, tmp_path):
    file = tmp_path / "报告.txt"
    file.write_bytes(TEXT.encode())
    with open_store(path, create=True) as opened:
        import_report(opened, file, now=NOW)
        opened.apply(Change("c0", "加人", NOW, None, (Edit(WANG.id, None, WANG),)))
        yield opened


def current(store):
    return store.shelf.load(store.shelf.entries()[0].report)


def at(report, words):
    unit = next(it for it in report.units if words in it.text)
    start = unit.text.index(words)
    return passage(report, unit.ordinal, start, start + len(words))


def write(store, record, anchor, **fields):
    report = current(store)
    values = {"report": report.id, "reading": report.reading, "anchor": anchor, **fields}
    who = {"person": WANG.id, "author_name": "", "author_delegation": ""}
    when = {"created_at": NOW, "changed_at": NOW}
    comment = Comment(id=record, kind="建议", text="写明", **values, **who, **when)
    edit = Edit(record, None, comment)
    store.apply(Change(f"add {record}", "写意见", NOW, WANG.id, (edit,)))
    return comment


def mark(store, record, words):
    report = current(store)
    place = at(report, words)
    found = Highlight(
        record, report.id, report.reading, WANG.id, place.unit, place.start, place.end,
        place.letter_start, place.letter_end, words, NOW,
    )  # fmt: skip
    store.apply(Change(f"add {record}", "画重点", NOW, WANG.id, (Edit(record, None, found),)))


def again(store, *corrections):
    report = current(store)
    source = store.readings.source(store.readings.of(report.id)[0].source)
    reading, unfit = read_again(source, corrections)
    assert unfit == ()
    return reading


def put(store, reading, corrections, *, change="turn"):
    shown = replacement(store, current(store), reading, corrections)
    return shown, put_in_place(store, shown, reading, corrections, change_id=change, now=LATER)


def test_every_opinion_mark_and_open_box_follows_to_its_letters(store, path):
    report = current(store)
    write(store, "c1", at(report, "社会救助政策"))
    write(store, "c2", WHOLE_REPORT)
    write(store, "c3", paragraph(report, len(report.units) - 1), withdrawn_at=NOW)
    mark(store, "h1", "民生底线")
    box = replace(write(store, "c4", at(report, "发展养老服务")), id="d1")
    store.desk.put_draft(Draft(box, 0, NOW))
    corrections = (Merge(CARE), PageStart(TEXT.index("发展养老"), 9), Described("title", "报告"))
    reading = again(store, *corrections)
    shown, change = put(store, reading, corrections)
    assert shown.unplaced == ()
    assert [edit.record for edit in change.edits] == [report.id, "c1", "c2", "c4", "c3", "h1"]
    assert {it.rule for it in shown.how.values()} == {"letters"}
    now = current(store)
    assert (now.reading, now.title, len(now.units)) == (reading.id, "报告", len(report.units) - 1)
    for comment in store.every_comment(report.id):
        anchor = comment.anchor
        assert comment.reading == reading.id
        if anchor.place == "passage":
            assert now.units[anchor.unit].text[anchor.start : anchor.end] == anchor.quote
    (highlight,) = store.highlights(report.id)
    assert (highlight.reading, highlight.quote) == (reading.id, "民生底线")
    (draft,) = store.desk.drafts(report.id)
    assert draft.comment.reading == reading.id
    assert draft.comment.anchor.quote == "发展养老服务"
    assert [it.origin for it in now.marks] == ["hand"]
    assert inspect(path)[1] == []
    made = store.readings.of(report.id)
    assert [it.corrections for it in made] == [corrections, ()]


def back(store, shown, change="back"):
    return put_back(store, taken_back(store, shown), change_id=change, now=LATER)


def everything(store):
    """All that people left in a report, whatever its version."""
    report = current(store)
    records = [*store.every_comment(report.id), *store.highlights(report.id)]
    kept = [replace(it, version=0) for it in records]
    return report, kept, store.desk.drafts(report.id), store.desk.comfort(report.id)


def leave_much(store):
    report = current(store)
    box = write(store, "c1", at(report, "社会救助政策"))
    write(store, "c2", paragraph(report, len(report.units) - 1), act="删除")
    write(store, "c3", at(report, "兜牢民生底线"), withdrawn_at=NOW)
    write(store, "c4", WHOLE_REPORT)
    mark(store, "h1", "民生底线")
    store.desk.put_draft(Draft(replace(box, id="d1", text="还在写"), 0, NOW))
    letters = [unit.letter for unit in report.units]
    store.desk.put_read_marks(report.id, letters[2:])
    store.desk.put_stars(report.id, WANG.id, [letters[-1], letters[1]])
    store.desk.put_last_place(report.id, letters[-1] + 5)
    return report


def test_taking_back_restores_all_that_stood_there_exactly(store, path):
    leave_much(store)
    before = everything(store)
    said = [Discard(CARE), Described("title", "新名"), PageStart(TEXT.index("稳岗就业"), 7)]
    shown, _ = put(store, again(store, *said), said)
    assert {it.record.id for it in shown.unplaced} >= {"c1", "h1"}
    assert current(store).title == "新名"
    assert back(store, shown).label == "换回原来的文字"
    assert everything(store) == before
    assert inspect(path)[1] == []


def test_an_open_box_comes_back_to_where_it_was_unless_it_was_moved_since(store):
    report = current(store)
    box = write(store, "c1", at(report, "稳岗就业"))
    for name in ("d1", "d2"):
        store.desk.put_draft(Draft(replace(box, id=name), 0, NOW))
    before = everything(store)
    shown, _ = put(store, again(store, Discard(CARE)), [Discard(CARE)])
    assert [it.comment.id for it in shown.drafts] == ["d1", "d2"]
    back(store, shown)
    assert everything(store) == before
    shown, _ = put(store, again(store, Discard(CARE)), [Discard(CARE)], change="t2")
    now = current(store)
    moved, other = store.desk.drafts(report.id)
    store.desk.put_draft(replace(moved, comment=replace(moved.comment, anchor=at(now, "全区"))))
    store.desk.drop_draft(other.comment.id)
    back(store, shown, change="b2")
    (draft,) = store.desk.drafts(report.id)
    assert (draft.comment.anchor.quote, draft.comment.reading) == ("全区", report.reading)


def test_what_was_read_and_starred_follows_its_paragraphs_where_letters_differ(store):
    report = leave_much(store)
    put(store, again(store, Discard(CARE)), [Discard(CARE)])
    now, comfort = current(store), store.desk.comfort(report.id)
    texts = {unit.letter: unit.text for unit in now.units}
    was = {unit.letter: unit.text for unit in report.units}
    gone = next(it.letter for it in report.units if it.text.startswith("完善社会保障"))
    read = {was[it] for it in store_marks(report)} - {was[gone]}
    assert {texts[it] for it in comfort.read} == read
    assert comfort.stars[WANG.id] <= texts.keys()
    assert comfort.last in texts


def store_marks(report):
    return [unit.letter for unit in report.units][2:]


def test_what_was_done_in_the_new_text_stays_when_the_old_one_comes_back(store, path):
    report = leave_much(store)
    shown, _ = put(store, again(store, Merge(CARE)), [Merge(CARE)])
    now = current(store)
    first = next(it for it in store.comments() if it.id == "c1")
    reworded = replace(first, text="改过的话", changed_at=LATER)
    edit = Edit("c1", first, reworded)
    store.apply(Change("w", "改意见", LATER, WANG.id, (edit,)))
    write(store, "c9", at(now, "稳岗就业"))
    store.desk.put_read_marks(report.id, [0])
    store.desk.put_stars(report.id, WANG.id, [now.units[1].letter])
    store.desk.put_last_place(report.id, 3)
    back(store, shown)
    found = {it.id: it for it in store.comments()}
    assert found["c1"].text == "改过的话"
    assert found["c1"].anchor == at(report, "社会救助政策")
    assert found["c9"].anchor == at(report, "稳岗就业")
    comfort = store.desk.comfort(report.id)
    assert comfort.read >= {0, *store_marks(report)}
    assert comfort.stars[WANG.id] == {now.units[1].letter}
    assert comfort.last == 3
    assert inspect(path)[1] == []


def test_what_somebody_moved_in_the_new_text_is_carried_from_there(store):
    report = leave_much(store)
    shown, _ = put(store, again(store, Merge(CARE)), [Merge(CARE)])
    now = current(store)
    comment = next(it for it in store.comments() if it.id == "c1")
    store.apply(move(now, comment, at(now, "稳岗就业"), change_id="m", now=LATER))
    back(store, shown)
    assert next(it for it in store.comments() if it.id == "c1").anchor == at(report, "稳岗就业")


def test_what_was_placed_by_hand_goes_back_to_where_it_was(store, path):
    leave_much(store)
    before = everything(store)
    shown, _ = put(store, again(store, Discard(CARE)), [Discard(CARE)])
    now = current(store)
    lost = {it.record.id: it for it in unplaced(store, now)}
    assert set(lost) == {"c1", "h1"}
    assert (lost["c1"].words, lost["h1"].words) == ("社会救助政策", "民生底线")
    there = at(now, "稳岗就业")
    store.apply(move(now, lost["c1"].record, there, change_id="p", now=LATER))
    assert [it.record.id for it in unplaced(store, now)] == ["h1"]
    back(store, shown)
    assert without_times(everything(store)) == without_times(before)
    assert inspect(path)[1] == []


def without_times(all_):
    report, kept, drafts, comfort = all_
    kept = [replace(it, changed_at="") if isinstance(it, Comment) else it for it in kept]
    return report, kept, drafts, comfort


def test_what_was_handed_in_stays_so_where_its_words_do(store, path):
    report = current(store)
    write(store, "c1", at(report, "社会救助政策"))
    write(store, "c2", at(report, "发展养老服务"))
    write(store, "c3", WHOLE_REPORT)
    handed = HandIn("t", report.id, WANG.id, 1, "print", NOW, contents(store.comments()))
    store.out_tray.put((), handed)
    first = next(it for it in report.units if it.kind == "paragraph").spans[0][0]
    shown, _ = put(store, again(store, Discard(first)), [Discard(first)])
    assert not is_equal(shown.old, shown.new)

    def states():
        hand_ins = store.out_tray.hand_ins(report.id, WANG.id)
        found = {it.id: standing(it, hand_ins).is_handed_in for it in store.comments()}
        return sorted(found.items())

    assert states() == [("c1", True), ("c2", True), ("c3", True)]
    back(store, shown)
    assert states() == [("c1", True), ("c2", True), ("c3", True)]
    assert store.out_tray.hand_ins(report.id, WANG.id) == [handed]
    assert inspect(path)[1] == []


def test_an_opinion_that_lost_its_place_is_looked_for_in_every_later_text(store):
    report = current(store)
    write(store, "c1", at(report, "社会救助政策"))
    put(store, again(store, Discard(CARE)), [Discard(CARE)])
    assert [it.record.id for it in unplaced(store, current(store))] == ["c1"]
    said = [Merge(CARE)]
    shown, _ = put(store, again(store, *said), said, change="t2")
    assert shown.unplaced == ()
    (comment,) = store.comments()
    assert comment.anchor.quote == "社会救助政策"
    assert comment.reading == current(store).reading


def test_a_report_keeps_the_name_that_somebody_gave_it(store):
    report = current(store)
    before = store.descriptions()[report.id]
    named = Edit(report.id, before, replace(before, title="我起的名", edition="二稿"))
    store.apply(Change("n", "改报告信息", NOW, WANG.id, (named,)))
    said = [Merge(CARE), Described("edition", "三稿"), Described("genre", "其他")]
    shown, _ = put(store, again(store, *said), said)
    now = store.descriptions()[report.id]
    assert (now.title, now.edition, now.genre) == ("我起的名", "三稿", "其他")
    back(store, shown)
    assert replace(store.descriptions()[report.id], version=0) == replace(named.after, version=0)
    shown, _ = put(store, again(store, *said), said, change="again")
    described = store.descriptions()[report.id]
    later = Edit(report.id, described, replace(described, title="又一个名"))
    store.apply(Change("n2", "改报告信息", NOW, WANG.id, (later,)))
    back(store, shown, change="b2")
    assert store.descriptions()[report.id].title == "又一个名"


def test_who_goes_on_reading_while_the_list_is_shown_loses_nothing(store):
    report = leave_much(store)
    reading = again(store, Discard(CARE))
    shown = replacement(store, current(store), reading)
    store.desk.put_read_marks(report.id, [0])
    put_in_place(store, shown, reading, [Discard(CARE)], change_id="t", now=LATER)
    assert store.desk.read_marks(report.id) == {0}


@given(data())
@settings(max_examples=15, deadline=None)
def test_there_and_back_is_as_if_nothing_had_been(tmp_path_factory, drawn):
    folder = tmp_path_factory.mktemp("back")
    file = folder / "报告.txt"
    file.write_bytes(TEXT.encode())
    with open_store(folder / "beiguan.db", create=True) as store:
        import_report(store, file, now=NOW)
        store.apply(Change("c0", "加人", NOW, None, (Edit(WANG.id, None, WANG),)))
        report = leave_much(store)
        before = everything(store)
        starts = [unit.spans[0][0] for unit in report.units[1:]]
        inner = [at + 6 for at in starts]
        acts = one_of(
            sampled_from(starts).map(Merge), sampled_from(starts).map(Discard),
            sampled_from(inner).map(Split), sampled_from(starts).map(lambda it: Recast(it, "note")),
        )  # fmt: skip
        said = drawn.draw(lists(acts, min_size=1, max_size=3))
        source = store.readings.source(store.readings.of(report.id)[0].source)
        reading, _ = read_again(source, said)
        shown = replacement(store, report, reading, said)
        put_in_place(store, shown, reading, said, change_id="t", now=LATER)
        listed = {it.record.id for it in shown.unplaced if it.record.id != "c3"}
        assert {it.record.id for it in unplaced(store, current(store))} == listed
        back(store, shown)
        assert everything(store) == before


def test_going_back_is_putting_the_old_reading_in_place(store, path):
    report = current(store)
    before = write(store, "c1", at(report, "社会救助政策"))
    put(store, again(store, Merge(CARE)), [Merge(CARE)])
    put(store, again(store), (), change="back")
    assert current(store) == report
    (now,) = store.comments()
    assert replace(now, version=0) == before
    assert inspect(path)[1] == []


def test_what_no_unit_holds_any_more_stays_in_the_old_reading_and_is_listed(store, path):
    report = current(store)
    write(store, "c1", at(report, "救助政策，切实兜牢"))
    mark(store, "h1", "救助政策，切实兜牢")
    store.desk.put_draft(
        Draft(
            replace(
                write(store, "c2", WHOLE_REPORT), id="d1", anchor=at(report, "救助政策，切实兜牢")
            ),
            0,
            NOW,
        )
    )
    cut = Split(TEXT.index("切实兜牢"))
    shown, change = put(store, again(store, cut), [cut])
    assert [it.record.id for it in shown.unplaced] == ["c1", "h1"]
    assert all(it.proposal.place == "paragraph" for it in shown.unplaced)
    assert [edit.record for edit in change.edits] == ["c2"]
    assert [it.reading == report.reading for it in store.comments()] == [True, False]
    assert store.desk.drafts(report.id)[0].comment.reading == report.reading
    assert store.readings.units(report.reading) == report.units
    assert inspect(path)[1] == []


def test_where_letters_differ_places_are_found_and_none_is_guessed(store, path):
    report = current(store)
    write(store, "c1", at(report, "社会救助政策"))
    write(store, "c2", at(report, "稳岗就业"))
    write(store, "c3", WHOLE_REPORT)
    gone = Discard(CARE)
    shown, change = put(store, again(store, gone), [gone])
    (lost,) = shown.unplaced
    assert (lost.record.id, lost.proposal, lost.words) == ("c1", None, "社会救助政策")
    assert lost.how.anchor is None
    assert [edit.record for edit in change.edits] == ["c2", "c3"]
    assert shown.how["c2"].confidence == 1
    assert inspect(path)[1] == []


def test_a_whole_paragraph_marked_and_an_opinion_on_its_words_follow(store):
    report = current(store)
    unit = next(it for it in report.units if it.text.startswith("完善社会保障"))
    mark(store, "h1", unit.text)
    write(store, "c1", paragraph(report, unit.ordinal), act="删除")
    shown, _ = put(store, again(store, Merge(CARE)), [Merge(CARE)])
    assert shown.unplaced == ()
    assert store.highlights(report.id)[0].quote == unit.text
    assert store.comments()[0].anchor.quote == unit.text
    put(store, again(store), (), change="back")
    assert store.highlights(report.id)[0].quote == unit.text
    assert store.comments()[0].anchor == paragraph(report, unit.ordinal)


def test_nothing_is_put_in_place_that_has_changed_since_it_was_shown(store):
    report = current(store)
    comment = write(store, "c1", at(report, "社会救助政策"))
    reading = again(store, Merge(CARE))
    shown = replacement(store, report, reading)
    stored = store.comments()[0]
    store.apply(
        Change("w", "改意见", NOW, WANG.id, (Edit("c1", stored, replace(comment, text="新")),))
    )
    with pytest.raises(ConflictError, match="已经改过"):
        put_in_place(store, shown, reading, (), change_id="t", now=LATER)
    assert current(store) == report
    put(store, reading, (), change="t2")
    with pytest.raises(ConflictError, match="已经换过"):
        put_in_place(store, shown, reading, (), change_id="t3", now=LATER)


def test_without_opinions_there_is_no_change_to_keep(store):
    _, change = put(store, again(store, Merge(CARE)), [Merge(CARE)])
    assert change is None
    assert len(store.readings.of(current(store).id)) == 2


def test_what_the_print_told_stays_known_where_letters_are_equal(store):
    report = current(store)
    told = [PageMark(0, 1, 1, "pdf"), PageMark(40, 1, 2, "pdf"), PageMark(80, 2, 1, "pdf")]
    store.shelf.put_print(report.id, told)
    put(store, again(store, Merge(CARE)), [Merge(CARE)])
    assert list(current(store).marks) == told
    start = next(it for it in report.units if it.letter > 80)
    hand = PageStart(start.spans[0][0], 5)
    put(store, again(store, hand), [hand], change="t2")
    assert [it.origin for it in current(store).marks] == ["pdf", "pdf", "pdf", "hand"]


def test_a_reading_by_older_rules_can_be_bettered(store, monkeypatch):
    report = current(store)
    assert not is_better_there(store, report.id)
    assert not is_better_there(store, "nowhere")
    monkeypatch.setattr(outline, "READER", outline.READER + 1)
    assert is_better_there(store, report.id)
    put(store, again(store), ())
    assert not is_better_there(store, report.id)


def test_a_word_file_of_the_library_is_read_again_from_its_bytes(tmp_path):
    file = tmp_path / "报告.docx"
    file.write_bytes(made_files.docx("".join(map(made_files.paragraph, LINES))))
    source, reading = read_report(file, now=NOW)
    assert read_again(source, ()) == (reading, ())
    now, unfit = read_again(source, [Merge(10**6)])
    assert (now, unfit) == (reading, (Merge(10**6),))


def changed(tmp_path, words, other, name="另一份.txt"):
    file = tmp_path / name
    file.write_bytes(TEXT.replace(words, other).encode())
    return read_report(file, now=LATER)


def test_a_file_of_nearly_the_same_letters_is_asked_about_once(store, tmp_path, path):
    report = current(store)
    source, reading = changed(tmp_path, "养老服务", "养老事业")
    (likely,) = likely_same(store, source, reading)
    assert (likely.report.report, likely.report.title, likely.report.edition) == (
        report.id,
        report.title,
        "审议稿",
    )
    assert 0.98 < likely.share < 1
    is_same(store, source, reading, report.id)
    assert likely_same(store, source, reading) == []
    assert len(store.shelf.entries()) == 1
    assert current(store) == report
    assert {it.id for it in store.readings.of(report.id)} == {report.reading, reading.id}
    assert inspect(path)[1] == []


def test_a_known_file_and_one_of_other_letters_are_not_asked_about(store, tmp_path):
    assert likely_same(store, *changed(tmp_path, "", "")) == []
    assert likely_same(store, *changed(tmp_path, "全区", "本地方" * 9)) == []


def odd(store, tmp_path, words, other):
    file = tmp_path / "另一稿.txt"
    file.write_bytes(TEXT.replace(words, other).encode())
    return doubts_of_edition(store, read_file(file, now=LATER), current(store).id)


def test_an_edition_of_another_kind_or_year_is_doubted_in_words(store, tmp_path):
    assert odd(store, tmp_path, "养老服务", "养老事业") == []
    title = TEXT.splitlines()[0]
    (kind,) = odd(store, tmp_path, title, "关于国民经济和社会发展计划的报告")
    assert "看起来是计划，不像它的另一稿。已按您说的放进资料库，请核对。" in kind
    (year,) = odd(store, tmp_path, "2031", "2032")
    assert "是2031年的，这一份看起来是2032年的。" in year
