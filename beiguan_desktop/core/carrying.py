"""What people left in a text – opinions, marks, stars, where they were – carried to another one."""

from collections.abc import Sequence
from dataclasses import replace

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import NEEDS_WORDS, Anchor, Comfort, Comment, Highlight
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.letters import letters_hash
from beiguan_desktop.core.placing import Placed, place
from beiguan_desktop.core.report import PageMark, Report

Mark = Comment | Highlight


def is_equal(old: Report, new: Report) -> bool:
    """Tell whether two texts of a report have the same letters."""
    one, other = (letters_hash(unit.text for unit in it.units) for it in (old, new))
    return one == other


def carried(old: Report, new: Report, marks: Sequence[Mark]) -> list[Placed]:
    """Return where opinions and marks of the one text belong in the other, in their order.

    With equal letters that is computed from them, exactly; else the placing engine finds it.
    """
    if not is_equal(old, new):
        return place(old, new, map(anchor_of, marks))
    following = Following(old, new)
    found = [following.at(anchor_of(it), is_original=is_original(it)) for it in marks]
    return [Placed(it, "letters" if it else "torn", 1.0 if it else 0.0) for it in found]


def anchor_of(mark: Mark) -> Anchor:
    """Return the place of an opinion or a mark."""
    if isinstance(mark, Comment):
        return mark.anchor
    letters = mark.letter_start, mark.letter_end
    return Anchor("passage", mark.unit, mark.start, mark.end, *letters, quote=mark.quote)


def is_original(mark: Mark) -> bool:
    """Tell whether the words of the place are what an opinion changes."""
    return isinstance(mark, Comment) and mark.act in NEEDS_WORDS


def put(mark: Mark, anchor: Anchor, new: Report) -> Mark:
    """Return an opinion or a mark at a place of a text; its words and times stay."""
    if isinstance(mark, Comment):
        return replace(mark, anchor=anchor, reading=new.reading)
    unit = mark.unit if anchor.unit is None else anchor.unit
    return replace(
        mark,
        reading=new.reading,
        unit=unit,
        start=anchor.start,
        end=anchor.end,
        letter_start=anchor.letter_start,
        letter_end=anchor.letter_end,
        quote=new.units[unit].text[anchor.start : anchor.end],
    )


def comforted(old: Report, new: Report, was: Comfort) -> Comfort:
    """Carry what was read, starred and reached by the paragraphs it was in.

    What was read in a paragraph that is gone is forgotten; a star and the last place go to what
    stands nearest before it.
    """
    if is_equal(old, new):
        return was
    homes = _homes(old, new)

    def to(letter: int) -> int:
        unit, _ = old.place_of(letter)
        near = (homes[at] for at in (*range(unit, -1, -1), *range(unit + 1, len(homes))))
        there = next((it for it in near if it is not None), 0)
        return new.units[there].letter

    read = {homes[old.place_of(letter)[0]] for letter in was.read}
    return Comfort(
        frozenset(new.units[it].letter for it in read if it is not None),
        {person: frozenset(map(to, letters)) for person, letters in was.stars.items()},
        None if was.last is None else to(was.last),
    )


def _homes(old: Report, new: Report) -> list[int | None]:
    anchors = [paragraph(old, unit.ordinal) for unit in old.units]
    return [it.anchor.unit if it.anchor else None for it in place(old, new, anchors)]


def given_back(before: Comfort, put_there: Comfort, now: Comfort, home: Comfort) -> Comfort:
    """Return what is read, starred and reached once a text is put back where another had come.

    `before` was there, `put_there` became of it, `now` is what it has become since, `home` that
    carried back. What nobody touched since is as it was; what came since stays as well.
    """
    people = before.stars.keys() | home.stars.keys()
    stars = {}
    for person in people:
        was, then, here = (it.stars.get(person, frozenset()) for it in (before, put_there, now))
        stars[person] = was if then == here else home.stars.get(person, frozenset())
    return Comfort(
        before.read if put_there.read == now.read else before.read | home.read,
        stars,
        before.last if put_there.last == now.last else home.last,
    )


def page_starts(stored: Sequence[PageMark], made: Sequence[PageMark]) -> tuple[PageMark, ...]:
    """Return the page starts of a text with equal letters: what the print told stays known."""
    told = [mark for mark in stored if mark.origin == "pdf"]
    if not told or any(mark.origin == "pdf" for mark in made):
        return tuple(made)
    hands = [mark for mark in made if mark.origin == "hand"]
    by_hand = {mark.letter for mark in hands}
    return tuple(
        sorted(
            [*(mark for mark in told if mark.letter not in by_hand), *hands],
            key=lambda mark: mark.letter,
        )
    )
