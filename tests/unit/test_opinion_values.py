"""Opinions and Changes as values: what follows from what, and how a Change is taken back."""

from dataclasses import FrozenInstanceError, replace

import pytest

from beiguan_desktop.core.change import Change, Edit, inverse, same_content
from beiguan_desktop.core.comment import (
    KINDS,
    TO_GOVERNMENT,
    TO_TEXT,
    WHOLE_REPORT,
    Comment,
    Person,
)
from beiguan_desktop.core.errors import ConflictError, UserError

AT = "2026-02-28T09:41:00+08:00"
PERSON = Person(id="p1", name="张建国", delegation="第三代表团")
COMMENT = Comment(
    id="c1",
    report="r",
    reading="g",
    anchor=WHOLE_REPORT,
    kind="建议",
    text="建议加快进度。",
    person="p1",
    author_name="张建国",
    author_delegation="第三代表团",
    created_at=AT,
    changed_at=AT,
)


def change(*edits: Edit) -> Change:
    return Change(id="k1", label="写意见", at=AT, person="p1", edits=edits)


@pytest.mark.parametrize("kind", KINDS)
def test_the_nature_follows_from_the_kind(kind):
    expected = TO_TEXT if kind == "修改" else TO_GOVERNMENT
    assert replace(COMMENT, kind=kind).nature == expected


def test_values_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        COMMENT.text = "别的话"  # type: ignore[misc]


def test_the_version_is_no_content():
    assert same_content(COMMENT, replace(COMMENT, version=7))
    assert not same_content(COMMENT, replace(COMMENT, text="别的话", version=0))
    assert same_content(None, None)
    assert not same_content(COMMENT, None)
    assert not same_content(None, COMMENT)


def test_taking_back_turns_every_edit_round_and_says_what_it_undoes():
    stored, person = replace(COMMENT, version=1), replace(PERSON, version=1)
    done = change(Edit("p1", None, PERSON), Edit("c1", None, COMMENT))
    back = inverse(done, {"c1": stored, "p1": person}, change_id="k2", at="later")
    assert back.edits == (Edit("c1", stored, None), Edit("p1", person, None))
    assert (back.id, back.at, back.undoes, back.label) == ("k2", "later", "k1", "写意见")


def test_taking_back_twice_is_doing_again():
    stored = replace(COMMENT, version=1)
    undone = inverse(change(Edit("c1", None, COMMENT)), {"c1": stored}, change_id="k2", at=AT)
    again = inverse(undone, {"c1": None}, change_id="k3", at=AT)
    (edit,) = again.edits
    assert edit.before is None
    assert same_content(edit.after, COMMENT)


def test_what_was_changed_since_cannot_be_taken_back():
    later = replace(COMMENT, text="后来又改过。", version=2)
    done = change(Edit("c1", None, COMMENT))
    for now in (later, None):
        with pytest.raises(ConflictError, match="不能撤销"):
            inverse(done, {"c1": now}, change_id="k2", at=AT)
    with pytest.raises(UserError):
        inverse(done, {}, change_id="k2", at=AT)
