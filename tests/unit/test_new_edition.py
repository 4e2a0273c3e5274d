"""A new edition: the opinions on the old one are taken over, and what was adopted is confirmed."""

from dataclasses import replace
from itertools import count
from threading import Event

import pytest

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import WHOLE_REPORT, Decision, Person
from beiguan_desktop.core.errors import CancelledError, UserError
from beiguan_desktop.services import commenting, editions, importing, library
from tests.unit.specimen import ORDINALS, TEXT

NOW, LATER = "2031-02-27T09:00:00+08:00", "2031-03-01T10:00:00+08:00"
WANG, LI = Person("p-1", "王建国", "第三代表团"), Person("p-2", "李梅", "第三代表团")
MEALS = "，新增老年助餐场所20个以上"
REVISED = (
    TEXT.replace("新增城镇就业 5000 人", "新增城镇就业 6000 人")
    .replace(f"\n\n{ORDINALS[0]}", "")
    .replace("发展养老服务。", f"发展养老服务{MEALS}。")
    .replace("青石区十二届人大", "青石区十二届人大（修改稿）", 1)
)


@pytest.fixture
def store(tmp_path):
    opened = library.open_library(tmp_path / "库.db", create=True)
    yield opened
    opened.close()


def imported(store, tmp_path, text: str, name: str, **more):
    """Put a text into the library and return the report."""
    path = tmp_path / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return store.shelf.load(importing.import_report(store, path, now=NOW, **more).report)


@pytest.fixture
def old(store, tmp_path):
    return imported(store, tmp_path, TEXT, "审议稿", edition="审议稿")


@pytest.fixture
def new(store, tmp_path, old):
    return imported(store, tmp_path, REVISED, "修改稿", edition="修改稿", edition_of=old.id)


ids = count(1)


def new_id() -> str:
    return f"id-{next(ids):05}"


def on(report, quote: str):
    unit = next(unit for unit in report.units if quote in unit.text)
    at = unit.text.index(quote)
    return anchoring.passage(report, unit.ordinal, at, at + len(quote))


def writes(store, report, anchor, *words, author: Person = WANG, **more):
    """Write an opinion and return it as it was stored."""
    known = {person.id: person for person in store.people()}
    change = commenting.add(
        report,
        anchor,
        commenting.Words(*words),
        author=known.get(author.id, author),
        comment_id=new_id(),
        change_id=new_id(),
        now=NOW,
        more=commenting.More(**more),
    )
    return store.apply(change).edits[-1].after


def crossing(store, old, new, me=WANG, *, is_staff=False):
    return editions.crossing(store, old, new, me=me, is_staff=is_staff)


def proposed(store, old, new):
    return crossing(store, old, new).waiting


def take_over(store, old, new, chosen):
    """Take opinions over and return the Change as written."""
    known = {it.follows for it in store.every_comment(new.id)}
    change = editions.accepted(new, chosen, known=known, new_id=new_id, now=LATER, me=WANG.id)
    return change and store.apply(change)


def found(proposals):
    return [(it.comment, it.placed.anchor) for it in proposals if it.is_preset]


# -- which wait


def test_the_older_edition_is_the_one_that_was_named(store, old, new):
    assert editions.older(store, new) == old
    assert editions.older(store, old) is None
    assert editions.older(store, replace(old, id="none such")) is None
    told = store.descriptions()[old.id]
    itself = Edit(old.id, told, replace(told, edition_of=old.id))
    store.apply(Change(new_id(), "改说明", NOW, None, (itself,)))
    assert editions.older(store, old) is None


def test_a_text_of_another_report_is_told_as_no_edition(store, old, new):
    assert editions.unlike(store, old.id, new.units, Event()) == ""
    other = replace(new.units[-1], text="依法审理各类案件，不断提高司法能力和水平。")
    assert "不像同一份报告的两稿" in editions.unlike(store, old.id, [other], Event())


def test_each_takes_over_his_own_and_staff_what_is_not_private(store, old, new):
    mine = writes(store, old, WHOLE_REPORT, "建议", "请写得短些。")
    writes(store, old, on(old, "社会救助政策"), "建议", "不给别人看。", author=LI, private=True)
    theirs = writes(store, old, on(old, "重点群体就业"), "建议", "请加强。", author=LI)
    gone = writes(store, old, WHOLE_REPORT, "建议", "不要了。")
    store.apply(commenting.withdraw(gone, change_id=new_id(), now=NOW))

    def ids(who, *, is_staff):
        return [it.comment.id for it in crossing(store, old, new, who, is_staff=is_staff).waiting]

    assert ids(WANG, is_staff=False) == [mine.id]
    assert ids(WANG, is_staff=True) == [mine.id, theirs.id]
    assert len(ids(LI, is_staff=False)) == 2
    assert len(editions.waiting(store, old.id, new.id)) == 3


# -- where they belong, and whether they were adopted


def test_each_opinion_has_a_place_or_a_reason_and_what_the_text_says(store, old, new):
    writes(store, old, on(old, "重点群体就业"), "建议", "请加强培训。")
    writes(store, old, on(old, "发展养老服务"), "修改", "", "增加", MEALS)
    writes(store, old, on(old, "创新驱动能力显著增强"), "建议", "请举例。")
    writes(store, old, on(old, "新增城镇就业 5000 人"), "修改", "", "修改", "新增城镇就业6000人")
    by_words = {it.comment.text or it.comment.replacement: it for it in proposed(store, old, new)}
    assert crossing(store, old, new).counts == (1, 2, 1)
    plain, meals = by_words["请加强培训。"], by_words[MEALS]
    gone, figure = by_words["请举例。"], by_words["新增城镇就业6000人"]
    assert (plain.is_certain, plain.is_preset, plain.adoption) == (True, True, None)
    assert (meals.is_certain, meals.is_done, meals.is_preset) == (True, True, False)
    assert meals.adoption.note.startswith("“新增老年助餐场所20个以上”已写进第")
    assert (gone.placed.anchor, gone.placed.rule, gone.is_preset) == (None, "gone", False)
    assert (figure.is_done, figure.is_certain, figure.is_preset) == (True, False, False)
    assert figure.obstacle.startswith("改成的文字和原文一样")


def test_another_years_report_gets_nothing_but_what_is_about_the_whole(store, tmp_path, old):
    other = imported(
        store,
        tmp_path,
        "政府工作报告\n\n各位代表：\n\n今年的工作和去年不同，讲的都是别的事情。",
        "今年",
    )
    writes(store, old, WHOLE_REPORT, "建议", "请写得短些。")
    for unit in (it for it in old.units if it.kind == "paragraph"):
        writes(store, old, anchoring.paragraph(old, unit.ordinal), "修改", "", "删除")
        writes(store, old, anchoring.passage(old, unit.ordinal, 3, 6), "建议", "三个字。")
    whole, *rest = proposed(store, old, other)
    assert whole.is_preset
    assert not any(it.placed.anchor or it.is_preset for it in rest)
    assert {it.adoption.outcome for it in rest if it.adoption} == {"未见"}
    assert crossing(store, old, other).warning.startswith("这两份不像同一份报告的两稿")


def test_editions_of_one_report_need_no_warning(store, old, new):
    assert crossing(store, old, new).warning == ""
    writes(store, old, on(old, "重点群体就业"), "建议", "请加强培训。")
    assert crossing(store, old, new).warning == ""


def test_traditional_characters_get_no_place_by_guessing(store, tmp_path, old):
    turned = str.maketrans("区进发实动报务业农开现导为续来", "區進發實動報務業農開現導為續來")
    new = imported(store, tmp_path, TEXT.translate(turned), "繁体", edition_of=old.id)
    writes(store, old, on(old, "社会救助政策"), "建议", "请加强。")
    writes(store, old, on(old, "就业"), "建议", "太少。")
    for it in proposed(store, old, new):
        text = "" if it.placed.anchor is None else it.placed.anchor.quote
        assert not text or text.translate(turned) == it.comment.anchor.quote.translate(turned)


def test_the_same_file_under_another_name_is_no_new_edition(store, tmp_path, old):
    again = imported(store, tmp_path, TEXT, "又一次", edition="修改稿", edition_of=old.id)
    assert again == old
    assert editions.older(store, again) is None


def test_a_quotation_that_stands_in_ten_places_is_not_placed_by_guessing(store, tmp_path):
    line = "各级各部门要抓好落实，务求实效，让人民群众满意。"
    head = "政府工作报告\n\n各位代表：\n\n现在，我代表区人民政府，向大会报告工作，请予审议。\n\n"
    old = imported(store, tmp_path, head + "\n\n".join([line] * 10), "旧")
    new = imported(store, tmp_path, head + "\n\n".join([line] * 9), "新", edition_of=old.id)
    fifth = anchoring.passage(old, old.paragraphs[5].ordinal, 6, 15)
    writes(store, old, fifth, "建议", "请说怎么抓。")
    (it,) = proposed(store, old, new)
    assert it.placed.anchor is None


def test_three_characters_are_placed_where_nothing_moved_and_never_by_guessing(store, old, new):
    stays, goes = on(old, "救助政"), on(old, "新驱动")
    writes(store, old, stays, "建议", "三个字。")
    writes(store, old, goes, "建议", "也是三个字。")
    found = {it.comment.text: it for it in proposed(store, old, new)}
    assert found["三个字。"].placed.anchor.quote == stays.quote
    assert found["也是三个字。"].placed.anchor is None


def test_a_place_in_an_earlier_text_counts_by_its_words_alone(store, old, new):
    words = writes(
        store, old, on(old, "精准落实社会救助政策，切实兜牢民生底线"), "建议", "请加强。"
    )
    whole = writes(store, old, anchoring.paragraph(old, words.anchor.unit), "修改", "", "删除")
    strange = [
        replace(it, reading="earlier", anchor=replace(it.anchor, unit=3)) for it in (words, whole)
    ]
    first, second = editions.proposals(old, new, strange)
    assert first.placed.anchor.quote == words.anchor.quote
    assert (second.placed.anchor, second.adoption.outcome) == (None, "未见")
    assert first.comment is strange[0]


def test_it_can_be_stopped_and_tells_how_far_it_is(store, old, new):
    comment = writes(store, old, WHOLE_REPORT, "建议", "请写得短些。")
    told: list[tuple[int, int]] = []
    editions.proposals(old, new, [comment] * 450, progress=lambda *it: told.append(it))
    assert told == [(200, 450), (400, 450)]
    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        editions.proposals(old, new, [comment], stop=stop)
    with pytest.raises(CancelledError):
        editions.crossing(store, old, new, me=None, is_staff=False, stop=stop)


# -- taking over


def test_taking_over_writes_new_opinions_that_name_the_old(store, old, new):
    first = writes(store, old, on(old, "重点群体就业"), "建议", "请加强培训。", weight="重要")
    done = take_over(store, old, new, found(proposed(store, old, new)))
    (edit,) = done.edits
    after = edit.after
    assert (after.follows, after.report, after.reading) == (first.id, new.id, new.reading)
    assert (after.text, after.person, after.weight) == ("请加强培训。", WANG.id, "重要")
    assert (after.created_at, after.anchor.quote) == (LATER, "重点群体就业")
    assert after.id != first.id
    assert store.comments(old.id) == [first]
    assert proposed(store, old, new) == []
    assert [it.comment for it in crossing(store, old, new).proposals] == [first]
    assert take_over(store, old, new, [(first, after.anchor)]) is None


def test_one_taken_over_and_put_into_the_bin_does_not_come_again(store, old, new):
    writes(store, old, WHOLE_REPORT, "建议", "请写得短些。")
    done = take_over(store, old, new, found(proposed(store, old, new)))
    store.apply(commenting.withdraw(done.edits[0].after, change_id=new_id(), now=LATER))
    assert proposed(store, old, new) == []


def test_a_place_by_hand_has_to_fit_the_words(store, old, new):
    asked = writes(store, old, on(old, "创新驱动能力显著增强"), "修改", "", "删除")
    with pytest.raises(UserError, match="请点要改的那句话"):
        take_over(store, old, new, [(asked, WHOLE_REPORT)])
    done = take_over(store, old, new, [(asked, on(new, "健全就业服务体系"))])
    assert done.edits[0].after.anchor.quote == "健全就业服务体系"


# -- confirming


def decide(store, comment, report, outcome, note="", before=None):
    known = {person.id: person for person in store.people()}
    wanted = Decision(new_id(), comment.id, report.id, outcome, LI.id, LATER, note)
    person = known.get(LI.id, LI)
    change = editions.decided(wanted, before, person=person, change_id=new_id())
    return change and store.apply(change).edits[-1].after


def test_what_was_adopted_is_confirmed_changed_and_taken_back(store, old, new):
    asked = writes(store, old, on(old, "发展养老服务"), "修改", "", "增加", MEALS)
    one = decide(store, asked, new, "采纳")
    assert store.decisions(new.id) == [one]
    assert editions.outcomes(store) == {asked.id: "采纳"}
    assert (one.comment, one.outcome, one.person) == (asked.id, "采纳", LI.id)
    assert decide(store, asked, new, "采纳", before=one) is None
    two = decide(store, asked, new, "部分采纳", " 只写了一半\u200b ", before=one)
    assert (two.id, two.outcome, two.note) == (one.id, "部分采纳", "只写了一半")
    gone = store.apply(editions.taken_back(two, person=LI, change_id=new_id(), now=LATER))
    assert store.decisions(new.id) == []
    again = decide(store, asked, new, "部分采纳", "只写了一半", before=gone.edits[0].after)
    assert again.withdrawn_at is None


def test_an_outcome_that_is_none_is_refused(store, old, new):
    asked = writes(store, old, WHOLE_REPORT, "建议", "请写得短些。")
    with pytest.raises(UserError, match="采纳、部分采纳、未见"):
        decide(store, asked, new, "未采纳")
