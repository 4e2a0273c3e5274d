"""What a hand-in holds, how two differ, and where an opinion stands."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Draft, Person
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.handing_in import (
    Difference,
    HandIn,
    Printed,
    Standing,
    contents,
    difference,
    followed,
    standing,
)
from beiguan_desktop.core.handing_in import waiting as still_waiting
from beiguan_desktop.services import clock, commenting, handing_in, library, opinion_papers
from beiguan_desktop.storage.store import open_store
from tests.formats.opinions import TODAY
from tests.formats.opinions import comments as written

ONE, TWO, THREE = written()[:3]


def handed(ordinal, *comments):
    return HandIn(f"h{ordinal}", "r", "p1", ordinal, "打印", "now", contents(comments))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "别的"},
        {"kind": "意见"},
        {"act": "增加"},
        {"reason": "别的"},
        {"replacement": "别的"},
        {"cosigners": "代表乙"},
        {"apart": True},
        {"anchor": replace(ONE.anchor, letter_start=1)},
        {"anchor": replace(ONE.anchor, place="section")},
    ],
)
def test_other_words_or_another_place_are_a_change(change):
    assert difference(contents([ONE]), contents([replace(ONE, **change)])) == Difference(changed=1)


@pytest.mark.parametrize("change", [{"version": 9}, {"changed_at": "later"}, {"weight": "重要"}])
def test_what_stands_on_no_paper_is_no_change(change):
    assert not difference(contents([ONE]), contents([replace(ONE, **change)]))


def test_what_is_new_changed_and_gone_is_counted():
    before = contents([ONE, TWO])
    now = contents([replace(TWO, text="改了"), THREE, replace(THREE, id="c9")])
    assert difference(before, now) == Difference(added=2, changed=1, withdrawn=1)
    assert difference({}, before)


def test_an_opinion_belongs_to_the_hand_in_that_first_had_it_as_it_is():
    first, second = handed(1, ONE), handed(2, ONE, TWO)
    assert standing(ONE, [first, second]) == Standing(1)
    assert standing(TWO, [first, second]) == Standing(2)
    assert standing(ONE, [first, second]).is_handed_in
    assert standing(THREE, [first, second]) == standing(ONE, []) == Standing()
    changed = replace(ONE, text="改了")
    assert standing(changed, [first, second]) == Standing(2, is_changed=True)
    assert not standing(changed, [first, second]).is_handed_in
    again = handed(3, changed)
    assert standing(changed, [first, second, again]) == Standing(3)
    assert standing(TWO, [first, second, again]) == Standing(), "the last one took it back"


# -- with a library


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "资料 库.db", create=True) as opened:
        library.fill(opened, now=clock.now())
        yield opened


def me(store) -> Person:
    return next(person for person in store.people() if person.name == "代表甲")


def report(store):
    (entry,) = store.shelf.entries()
    return store.shelf.load(entry.report)


def write(store, text, *, name="代表甲", **more):
    person = next((p for p in store.people() if p.name == name), Person(clock.new_id(), name))
    change = commenting.add(
        report(store),
        commenting.place(report(store), paragraph=5, quote=None, nth=None),
        commenting.Words("建议", text),
        author=person,
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
        more=commenting.More(**more),
    )
    return store.apply(change).edits[-1].after


def look(store, drafts=()):
    return handing_in.look(store, report(store), me(store), drafts)


def hands_in(store, manner="打印"):
    handing_in.give_numbers(store, look(store), now=clock.now())
    return handing_in.record(store, look(store), manner, hand_in_id=clock.new_id(), now=clock.now())


def numbers(store):
    return [entry.number for part in look(store).parts for entry in part.entries]


def test_what_may_go_no_more_is_taken_back_by_its_number(store):
    one, two, three = (write(store, text) for text in ("一", "二", "三"))
    assert look(store).taken_back == ()
    hands_in(store)
    handing_in.keep_at_home(store, report(store).id, me(store).id, {three.id})
    assert look(store).taken_back == (), "one left at home may go again: he did not take it back"
    private = replace(two, private=True)
    store.apply(Change("x", "改", clock.now(), None, (Edit(two.id, two, private),)))
    store.apply(commenting.withdraw(one, change_id="y", now=clock.now()))
    out = look(store)
    assert out.taken_back == ("甲1", "甲2")
    assert not out.is_empty
    assert out.going == ()
    both = (True, False)
    sheets = [opinion_papers.outgoing_sheet(out, today=TODAY, is_hand_in=it) for it in both]
    assert [(it.comments, it.taken_back) for it in sheets] == [(0, 2), (0, 0)]
    assert "撤回：以前交的甲1—甲2，共2条，请不再列入。" in sheets[0].paper.lines
    assert hands_in(store).contents == {}
    assert look(store).is_empty, "it is done"


def test_what_goes_and_what_stays(store):
    goes = write(store, "交")
    private = write(store, "不给人看", private=True)
    home = write(store, "先留着")
    write(store, "别人的", name="代表乙")
    handing_in.keep_at_home(store, report(store).id, me(store).id, {home.id, "没有这条"})
    draft = Draft(replace(goes, id="d1", text="没写完"), 0, clock.now())
    foreign = Draft(replace(goes, id="d2", person="别人"), 0, clock.now())
    out = look(store, [draft, foreign])
    assert [c.id for c in out.may_go] == [goes.id, home.id]
    assert [c.id for c in out.going] == [goes.id]
    assert [c.id for c in out.private] == [private.id]
    assert out.at_home == {home.id}
    assert out.drafts == (draft,)
    assert numbers(store) == ["甲1"]


def test_each_hand_in_is_remembered_and_the_same_once_more_is_none(store):
    write(store, "一")
    out = look(store)
    assert (out.last, out.ordinal, out.difference) == (None, 1, Difference(added=1))
    assert hands_in(store).ordinal == 1
    assert look(store).ordinal == 1
    assert hands_in(store, "PDF") is None
    assert len(look(store).hand_ins) == 1
    two = write(store, "二")
    assert (look(store).ordinal, look(store).difference) == (2, Difference(added=1))
    made = hands_in(store, "文字")
    assert (made.ordinal, made.manner) == (2, "文字")
    assert look(store).standing(two) == Standing(2)


def test_numbers_are_kept_and_given_once(store):
    one = write(store, "一")
    (printed,) = handing_in.give_numbers(store, look(store), now=clock.now())
    assert (printed.number, printed.comment) == ("甲1", one.id)
    assert handing_in.give_numbers(store, look(store), now=clock.now()) == ()
    stale = look(store)
    write(store, "二")
    fresh = look(store)
    handing_in.give_numbers(store, fresh, now=clock.now())
    with pytest.raises(ConflictError):
        handing_in.give_numbers(store, fresh, now=clock.now())
    assert len(stale.printed) == 1
    withdraw(store, one)
    assert numbers(store) == ["甲2"]
    write(store, "三")
    assert numbers(store) == ["甲2", "甲3"]


def withdraw(store, comment):
    store.apply(commenting.withdraw(comment, change_id=clock.new_id(), now=clock.now()))


def test_what_has_not_been_handed_in_is_known(store):
    one, two = write(store, "一"), write(store, "二")
    write(store, "不给人看", private=True)
    write(store, "别人的", name="代表乙")

    def waiting():
        every, tray = store.comments(report(store).id), store.out_tray
        hand_ins = tray.hand_ins(report(store).id, me(store).id)
        return [it.text for it in still_waiting(every, me(store).id, hand_ins)]

    def unsent():
        every = store.comments(report(store).id)
        return {it.text for it in every if it.id in handing_in.unsent(store, it.report, every)}

    assert waiting() == ["一", "二"]
    handing_in.keep_at_home(store, report(store).id, me(store).id, {two.id})
    hands_in(store)
    assert waiting() == ["二"]
    words = commenting.Words("建议", "一，改了")
    store.apply(commenting.reword(one, words, change_id=clock.new_id(), now=clock.now()))
    assert waiting() == ["一，改了", "二"]
    assert unsent() == {"一，改了", "二", "别人的"}


def test_two_authors_on_one_laptop_never_share_a_number(store):
    write(store, "甲的")
    hands_in(store)
    write(store, "赵甲的", name="赵甲")
    other = next(p for p in store.people() if p.name == "赵甲")
    out = handing_in.look(store, report(store), other)
    (number,) = [entry.number for part in out.parts for entry in part.entries]
    assert number not in numbers(store)
    assert isinstance(out.printed[0], Printed)


def test_a_hand_in_follows_into_another_text_only_where_the_words_are_the_same():
    was = written()[0]
    place = was.anchor
    moved = replace(was, anchor=replace(place, letter_start=place.letter_start + 9))
    other = replace(was, anchor=replace(place, quote=f"{place.quote}又"))
    said = contents([was])
    assert followed(said, [(was, moved)]) == contents([moved])
    assert followed(said, [(was, other)]) == said
    assert followed({}, [(was, moved)]) == {}
    assert followed(contents([other]), [(was, moved)]) == contents([other])
