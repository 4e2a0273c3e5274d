"""Whether what an opinion asked of a report's words now stands in its new edition.

The text decides, not who wrote it. What is found is a proposal that a person confirms; what is
not certain counts as not seen and says so.
"""

import re
from difflib import SequenceMatcher

from beiguan_desktop.core.adoption_gone import deleted, moved
from beiguan_desktop.core.adoption_ground import (
    Adoption,
    Ground,
    Spot,
    bare,
    elsewhere,
    half,
    shown,
    unseen,
)
from beiguan_desktop.core.adoption_put import added, changed, somewhere
from beiguan_desktop.core.beside import ENOUGH
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.editions import Editions
from beiguan_desktop.core.evening import even, widened
from beiguan_desktop.core.report import Report

__all__ = ["Adoption", "Judge", "Spot"]

_FEW = 4
"""Fewer characters than that are in every text."""
_QUOTED = re.compile("((?:改|加|补|写|换|添|表述|修订?)[为成上进入作]?[：:]?)?“([^“”]+)”")
"""A wording in quotation marks, and the verb that says that it shall be written."""
_ABOUT_WORDS = ("建议", "意见", "修改")
"""Kinds whose words may hold a wording."""


class Judge:
    """Judges the opinions of one edition by the next."""

    def __init__(self, old: Report, new: Report, editions: Editions | None = None) -> None:
        """Lay the editions beside one another, unless `editions` are."""
        self.ground = Ground(old, new, editions)

    def of(self, comment: Comment) -> Adoption | None:
        """Judge an opinion; None for one that asks for no words of the text."""
        found = _judged(self.ground, comment)
        if found is None:
            return None
        was, now, unit = self.ground.sentences(comment.anchor)
        return Adoption(found.outcome, found.note, found.spots, was, now, unit)


def _judged(ground: Ground, comment: Comment) -> Adoption | None:
    anchor, words = comment.anchor, comment.replacement
    if comment.kind == "修改" and comment.act == "删除":
        return deleted(ground, anchor)
    if comment.kind != "修改" or not words:
        return _said(ground, comment)
    if comment.act == "移位":
        return moved(ground, anchor, words)
    if anchor.place in ("section", "report"):
        return somewhere(ground, anchor, words)
    return (added if comment.act == "增加" else changed)(ground, anchor, words)


def _said(ground: Ground, comment: Comment) -> Adoption | None:
    """Judge an opinion in words: by the wordings that it quotes, else by its longest part."""
    if comment.kind not in _ABOUT_WORDS:
        return None
    wordings = [
        words
        for verb, words in _QUOTED.findall(comment.text)
        if len(bare(words)) >= (_FEW if verb else ENOUGH)
        and bare(words) not in ground.editions.old.stream
    ]
    if wordings:
        return _wordings(ground, comment.anchor, wordings)
    found = _echo(ground, comment)
    return found or (unseen() if comment.kind == "修改" else None)


def _wordings(ground: Ground, anchor: Anchor, wordings: list[str]) -> Adoption:
    found = [(words, _near(ground, anchor, bare(words))) for words in wordings]
    done = [(words, spot) for words, spot in found if spot is not None]
    spots = [spot for _, spot in done]
    named = "".join(shown(words) for words, _ in done)
    if not done:
        return elsewhere(ground, max(wordings, key=len))
    said = f"{named}已写进{ground.where(spots[0].unit)}"
    if len(done) == len(found):
        return Adoption("采纳", said, tuple(spots))
    return half(f"写进了一半：{said}", *spots)


def _near(ground: Ground, anchor: Anchor, words: str) -> Spot | None:
    """Return where words stand anew at the place of an opinion, or anywhere if it has none."""
    spot = ground.anew(words, _FEW)
    if spot is None or anchor.place == "report":
        return spot if len(words) >= ENOUGH else None
    if anchor.place == "section":
        return spot if spot.unit in ground.new_section(anchor) else None
    beside = ground.of(anchor.unit)
    return spot if beside is not None and spot.unit in beside.new else None


def _echo(ground: Ground, comment: Comment) -> Adoption | None:
    """Find the longest part of an opinion's words that is new at its place."""
    beside = ground.of(comment.anchor.unit)
    if beside is None or not beside.edits or comment.anchor.place == "section":
        return None
    words = widened(even(comment.text))
    match = SequenceMatcher(None, words, beside.two, autojunk=False).find_longest_match()
    part, to = words[match.a : match.a + match.size], match.b + match.size
    is_new = match.size >= ENOUGH and beside.fresh(match.b, to) * 2 >= match.size
    if not is_new or part in beside.one:
        return None
    spot = Spot(*beside.back(match.b, to))
    return half(f"{shown(part)}已写进{ground.where(spot.unit)}", spot)
