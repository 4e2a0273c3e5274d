"""Before a report is taken in: what it is like, what it is called, and opinions on misprints."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.correction import Described, Merge, Plainly
from beiguan_desktop.core.likeness import overlap
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Description, Read, Report
from beiguan_desktop.services import comparing, importing, library, proofing, recognizing_again
from beiguan_desktop.storage.store import open_store
from tests.unit.reading_checks import read
from tests.unit.test_proofing import SOURCE, TEXT

SAID = Description("r", "政府工作报告", "政府工作报告", "审议稿")
COURT = replace(SAID, genre="法院")
NOW = "2026-01-01T00:00:00+08:00"


@pytest.fixture
def store(tmp_path):
    result = open_store(tmp_path / "库.db", create=True)
    library.fill(result, now=NOW)
    yield result
    result.close()


def made(text: str) -> Proof:
    reading = read(text)
    return Proof(Read(SOURCE, reading, text), importing.doubts(reading))


def test_a_file_is_known_by_its_letters_or_not(store):
    (entry,) = store.shelf.entries()
    it = made(TEXT)
    assert recognizing_again.known_as(store, SOURCE, it.reading) == entry.report
    assert (
        recognizing_again.known_as(store, SOURCE, made(TEXT.replace("189.3", "189.4")).reading)
        is None
    )


def test_the_very_report_is_found_again_although_a_few_letters_differ(store):
    known = recognizing_again.known(store)
    assert known[0].name == "《政府工作报告》（审议稿）"
    assert replace(known[0], edition="").name == "《政府工作报告》"
    found = proofing.kin(known, made(TEXT.replace("189.3", "189.4")).reading, SAID)
    assert found.same == known[0]
    assert 0.98 <= found.share < 1
    assert found.older == known[0]


def test_another_draft_is_like_an_older_one_and_another_report_is_not(store):
    known = recognizing_again.known(store)
    half = "\n".join(TEXT.splitlines()[: len(TEXT.splitlines()) * 2 // 3])
    found = proofing.kin(known, made(half).reading, SAID)
    assert (found.same, found.older) == (None, known[0])
    found = proofing.kin(known, made(half).reading, COURT)
    assert found.older is None
    other = "政府工作报告\n各位代表：\n" + "我们加强管理，完善制度，促进发展。\n" * 9
    assert proofing.kin(known, made(other).reading, SAID).older is None
    here = replace(SAID, meeting=known[0].meeting)
    assert known[0].meeting
    assert proofing.kin(known, made(other).reading, here).older == known[0]
    assert proofing.kin(known, made(other).reading, replace(here, meeting="别处")).older is None
    assert proofing.kin([], made(other).reading, COURT).same is None


def traditional(text: str) -> str:
    forms = {form: chr(code) for code, form in comparing.simplified().items()}
    return "".join(forms.get(each, each) for each in text)


def test_a_draft_in_traditional_characters_is_known_for_what_it_is(store):
    it = made(traditional(TEXT).replace("代錶", "代表"))
    said = importing.description_of(SOURCE, it.reading)
    assert said.title == "政府工作報告"
    assert (said.genre, said.meeting) == ("政府工作报告", "北关区十一届人大六次会议")
    (known,) = recognizing_again.known(store)
    found = proofing.kin([known], it.reading, replace(said, meeting=""))
    assert (found.same, found.older) == (None, known)


def test_runs_of_letters_that_two_texts_share():
    assert overlap(["一二三四五六七八九"], ["零一二三四五六七八九十"]) == 1
    assert overlap(["一二三四五六七八"], ["八七六五四三二一"]) == 0
    assert overlap(["一二"], ["一二三四五六七八"]) == 0


def test_which_draft_follows_another_one():
    assert proofing.next_edition("征求意见稿", "征求意见稿") == "审议稿"
    assert proofing.next_edition("审议稿", "审议稿") == "修改稿"
    assert proofing.next_edition("自拟稿", "自拟稿") == "自拟稿"
    assert proofing.next_edition("征求意见稿", "审议稿") == "审议稿"


@pytest.mark.parametrize("version", [0, 1])
def test_opinions_stand_at_the_doubts_and_begin_with_words(version):
    it = made(TEXT)
    chosen = [one for one in it.findings() if one.group == "doubt"][:2]
    for one in chosen:
        it.want("写成意见", one, is_wanted=True)
    units = it.reading.units
    report = Report("r", "政府工作报告", "", "", None, it.reading.id, units, ())
    author = Person("p", "张建国", version=version)
    change = proofing.opinions(report, it, author=author, ids=["a", "b"], change_id="c", now=NOW)
    assert change is not None
    assert len(change.edits) == (3 if version == 0 else 2)
    for edit, one in zip(change.edits[-2:], chosen, strict=True):
        comment = edit.after
        assert (comment.kind, comment.act, comment.reason) == ("修改", "修改", one.remark)
        unit, start, _ = it.place_of(one)
        assert comment.anchor.unit == unit
        assert comment.anchor.start <= start < comment.anchor.end


def test_what_somebody_calls_it_is_kept_and_outdoes_what_he_called_it_before():
    it = made(TEXT)
    unit = next(one for one in it.reading.units if one.number == 5)
    merge = Merge(unit.spans[0][0])
    assert it.do("合并", merge)
    assert it.do("改名", Described("title", "原先的名"), Described("genre", "其他"))
    called = replace(SAID, title="现在的名")
    assert proofing.kept(it, SAID, SAID) == it.kept
    said = proofing.kept(it, SAID, called)
    assert said == (merge, Described("genre", "其他"), Described("title", "现在的名"))
    plainly = Proof(replace(it.read, is_plain=True), (), (Plainly(),))
    assert proofing.kept(plainly, SAID, SAID) == (Plainly(),)


def test_no_opinion_where_none_was_asked_for():
    it = made(TEXT)
    report = Report("r", "", "", "", None, it.reading.id, it.reading.units, ())
    author = Person("p", "张建国", version=1)
    assert proofing.opinions(report, it, author=author, ids=[], change_id="c", now=NOW) is None


def test_what_was_put_aside_is_taken_up_again_once_and_can_be_undone(store):
    it = made(TEXT)
    begun = it.reading
    unit = next(one for one in it.reading.units if one.number == 5)
    assert it.do("合并", Merge(unit.spans[0][0]))
    doubt = next(one for one in it.findings() if one.group == "doubt")
    it.want("写成意见", doubt, is_wanted=True)
    proofing.put_aside(store, it)
    again = made(TEXT)
    assert proofing.taken_up(store, again) == 2
    assert again.reading == it.reading
    assert again.said == it.said
    assert [again.undo(), again.undo(), again.undo()] == ["上次改的", "上次改的", ""]
    assert again.reading == begun
    assert proofing.taken_up(store, made(TEXT)) == 0


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "[]",
        "{}",
        '{"source": "another", "corrections": "[]", "opinions": []}',
        f'{{"source": "{"0" * 64}", "corrections": 1, "opinions": []}}',
        f'{{"source": "{"0" * 64}", "corrections": "[]", "opinions": 1}}',
        f'{{"source": "{"0" * 64}", "corrections": "[]", "opinions": [[0, 1]]}}',
    ],
)
def test_what_cannot_be_taken_up_again_is_let_be(store, kept):
    it = made(TEXT)
    store.desk.put_setting("proofing", kept)
    assert proofing.taken_up(store, it) == 0
    assert not it.is_touched
