"""The national report of 2017 as delivered, and its final text: 89 edits told by hand.

Both files and the edits lie beside the checkout.
"""

import json
import random
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pytest
from rapidfuzz.distance import Indel

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comparing import compare
from beiguan_desktop.core.evening import Evened
from beiguan_desktop.core.outline import read
from beiguan_desktop.core.placing import place
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.source_places import SourcePlaces
from tests.labelled import decoded
from tests.studies.revising import report_of

SIZES = (2, 3, 4, 6, 8, 12, 20, 40, 100)


@dataclass
class Edition:
    """A file with its reading; places are even characters of the file."""

    text: str
    report: Report

    @cached_property
    def even(self):
        return Evened(self.text)

    @cached_property
    def places(self):
        return [SourcePlaces(unit) for unit in self.report.units]

    def span(self, unit, start, end):
        """Return where words of a unit stand in the file."""
        return self.even.there(*self.places[unit].span(start, end))


@dataclass
class Pair:
    """Two editions, the edits told by hand, and where every other character went."""

    old: Edition
    new: Edition
    edits: list

    @cached_property
    def way(self):
        found, i, j = {}, 0, 0
        ends = ((len(self.old.even.text),) * 2, (len(self.new.even.text),) * 2)
        for (start, end), (low, high) in [*self.edits, ends]:
            for step in Indel.opcodes(self.old.even.text[i:start], self.new.even.text[j:low]):
                if step.tag == "equal":
                    here, there = range(i + step.src_start, i + step.src_end), j + step.dest_start
                    found.update((at, there + at - here.start) for at in here)
            i, j = end, high
        return found

    def is_untouched(self, low, high):
        """Tell whether nobody has changed anything between two places."""
        now = [self.way.get(at) for at in range(low, high)]
        inside = any(low < start < high or low < end < high for (start, end), _ in self.edits)
        return not inside and None not in now and now[-1] - now[0] == high - low - 1


@pytest.fixture(scope="module")
def pair(shared):
    gold = json.loads((shared / "gold" / "revisions-2017.json").read_text(encoding="utf-8"))
    found = []
    for side in ("old", "new"):
        text = decoded(shared / "corpus" / gold[side])
        found.append(Edition(text, report_of(read(text, source="0" * 64).units, side)))
    edits = [
        tuple(
            edition.even.there(edit[f"{side}_start"], edit[f"{side}_end"])
            for side, edition in zip(("old", "new"), found, strict=True)
        )
        for edit in gold["edits"]
    ]
    return Pair(*found, edits)


def outcome(pair, anchor, placed):
    """Return whether the words were touched, and how it went."""
    low, high = pair.old.span(anchor.unit, anchor.start, anchor.end)
    is_untouched = pair.is_untouched(low, high)
    kind = "untouched" if is_untouched else "touched"
    if placed.anchor is None:
        return kind, placed.rule
    spot = placed.anchor
    start, end = pair.new.span(spot.unit, spot.start, spot.end)
    now = [pair.way[at] for at in range(low, high) if at in pair.way]
    if is_untouched:
        return kind, "right" if (start, end) == (now[0], now[-1] + 1) else "wrong"
    return kind, "right" if now and start <= max(now) and min(now) < end else "wrong"


def test_every_untouched_passage_of_eight_characters_is_placed_exactly(pair):
    chance = random.Random(2017)  # noqa: S311 - the same passages each time
    old, anchors = pair.old.report, []
    for unit in old.units:
        if unit.kind in ("paragraph", "heading"):
            for at in range(0, len(unit.text) - 8, 3):
                size = chance.choice((8, 9, 12, 20, 40))
                anchors.append(anchoring.passage(old, unit.ordinal, at, at + size))
    anchors = [it for it in anchors if it.place == "passage" and len(it.quote) >= 8]
    found = place(old, pair.new.report, anchors)
    counts = Counter(outcome(pair, *it) for it in zip(anchors, found, strict=True))
    # 各位代表！ stands in a line of its own in the final text: no one paragraph holds those words
    torn = counts.pop(("untouched", "torn"), 0)
    assert torn <= 15
    assert {how for kind, how in counts if kind == "untouched"} == {"right"}
    assert counts["untouched", "right"] > 5000
    assert not counts["touched", "wrong"]


@pytest.mark.parametrize("seed", range(3))
def test_of_a_thousand_opinions_none_is_silently_wrong(pair, seed):
    chance = random.Random(seed)  # noqa: S311 - the same opinions each time
    old = pair.old.report
    units = [unit for unit in old.units if unit.kind == "paragraph"]
    anchors = []
    while len(anchors) < 1000:
        unit = chance.choice(units)
        at = chance.randrange(len(unit.text))
        spans = {
            "sentence": anchoring.sentence_at(unit.text, at),
            "clause": anchoring.clause_at(unit.text, at),
            "drag": (at, at + chance.choice(SIZES)),
        }
        anchor = anchoring.passage(old, unit.ordinal, *spans[chance.choice(list(spans))])
        if anchor.place == "passage":
            anchors.append(anchor)
    found = place(old, pair.new.report, anchors)
    counts = Counter(outcome(pair, *it) for it in zip(anchors, found, strict=True))
    assert not [how for how in counts if "wrong" in how]
    assert sum(n for (_, how), n in counts.items() if how == "right") > 950


def test_the_edits_told_by_hand_are_found_and_few_others(pair):
    mine = []
    for it in compare(pair.old.report.units, pair.new.report.units):
        for edit in it.edits:
            was = now = None
            if edit.old_unit is not None:
                was = pair.old.span(edit.old_unit, edit.old_start, edit.old_end)
            if edit.new_unit is not None:
                now = pair.new.span(edit.new_unit, edit.new_start, edit.new_end)
            mine.append((was, now))
    missed = [
        edit
        for edit in pair.edits
        if not any(
            all(map(meets, edit, found)) and any(map(meets_some, edit, found)) for found in mine
        )
    ]
    assert missed == []
    assert len(mine) <= len(pair.edits) + 6


def meets(wanted, found):
    """Tell whether a found span has a wanted one's words; where none were, all is well."""
    return wanted[0] == wanted[1] or meets_some(wanted, found)


def meets_some(wanted, found):
    return (
        wanted[0] < wanted[1]
        and found is not None
        and found[0] < wanted[1]
        and wanted[0] < found[1]
    )
