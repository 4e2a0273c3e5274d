"""Every act at every place, as it is printed: one table, to be read aloud.

`canonical_sentences.txt` holds two lines a case: what was done, and the sentence that comes of it.
"""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.anchoring import occurrences, paragraph, passage, section, sentence_at
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment
from beiguan_desktop.core.referring import closed_up
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.wording import canonical, runs
from beiguan_desktop.services import importing, revising

BESIDE_BLANK = re.compile("((?<=[一-龥] )[0-9.]+|[0-9.]+(?= [一-龥]))")
BETWEEN_HAN = re.compile("[^\\x00-\\x7f] +[^\\x00-\\x7f]")
TABLE = Path(__file__).with_name("canonical_sentences.txt")
NOW = "2026-02-27T09:41:00+08:00"


@cache
def report() -> Report:
    _, it = importing.read_report(paths.shipped_report(), now=NOW)
    return Report("r1", it.title, "审议", "审议稿", None, it.id, it.units, it.marks)


def cases() -> list[tuple[str, str]]:
    lines = [it for it in TABLE.read_text("utf-8").splitlines() if it and not it.startswith("#")]
    return [(did, sentence.strip()) for did, sentence in zip(lines[::2], lines[1::2], strict=True)]


def spoken(did: str) -> str:
    """Do what a line of the table says: place | act | words, or 句 | words in it | old | new."""
    how, at, *rest = [it.strip() for it in did.split("|")]
    if how == "句":
        return canonical(report(), changed(at, *rest))
    act, new, *more = rest
    comment = opinion(anchored(how, at), act, new)
    return canonical(report(), replace(comment, reason="".join(more)))


def opinion(anchor: Anchor, act: str, new: str) -> Comment:
    made = Comment("c1", report().id, report().reading, anchor, "修改", "", "p1", "", "", NOW, NOW)
    return replace(made, act=act, replacement=new)


def unit_with(words: str) -> Unit:
    return next(it for it in report().units if words in it.text)


def changed(at: str, old: str, new: str) -> Comment:
    """Change words in their sentence; several changes stand behind one another with ／."""
    unit = unit_with(at)
    olds, news = old.split("／"), new.split("／")
    start, end = sentence_at(unit.text, unit.text.index(olds[0]))
    place = passage(report(), unit.ordinal, start, end)
    box = unit.text[start:end]
    for one, other in zip(olds, news, strict=True):
        assert one in box, f"“{one}” is not in “{box}”"
        box = box.replace(one, other, 1)
    found = revising.revised(report(), place, box)
    assert found is not None
    return opinion(*found)


def anchored(how: str, words: str) -> Anchor:
    if how == "全文":
        return WHOLE_REPORT
    unit = unit_with(words)
    if how == "词":
        return passage(report(), unit.ordinal, *occurrences(unit.text, words)[0])
    make = {"段": paragraph, "节": section, "段首": revising.beginning}[how]
    return make(report(), unit.ordinal)


@pytest.mark.parametrize(("did", "sentence"), cases())
def test_the_sentence_that_is_printed_is_the_one_of_the_table(did, sentence):
    assert spoken(did) == sentence


def test_the_table_holds_every_act_at_every_place():
    assert len(cases()) >= 60
    said = "\n".join(sentence for _, sentence in cases())
    for words in ("本段开头", "本段末尾", "整段", "整节", "报告全文", "标题", "‘", "移至", "，在"):
        assert words in said


@pytest.mark.parametrize("did", [did for did, _ in cases()])
def test_the_runs_of_a_sentence_are_the_sentence(did):
    how, at, *rest = [it.strip() for it in did.split("|")]
    comment = changed(at, *rest) if how == "句" else opinion(anchored(how, at), *rest[:2])
    comment = replace(comment, reason="太长。")
    found = runs(report(), comment)
    assert "".join(words for words, _ in found) == canonical(report(), comment)
    assert found[-2:] == (("理由：", False), ("太长。", True))


def figures() -> list[tuple[Unit, int, int]]:
    """Every figure of the report's paragraphs that stands beside a blank of the source."""
    found = ((it, m) for it in report().units if it.number for m in BESIDE_BLANK.finditer(it.text))
    return [(unit, *match.span(1)) for unit, match in found]


@pytest.mark.parametrize("new", ["三十", "", "加快建设三十"])
def test_the_blanks_round_a_figure_go_with_the_figure(new):
    assert len(figures()) > 50
    for unit, low, high in figures():
        start, end = sentence_at(unit.text, low)
        place = passage(report(), unit.ordinal, start, end)
        before = closed_up(unit.text, start, low).strip()
        box = before + new + closed_up(unit.text, high, end).strip()
        found = revising.revised(report(), place, box)
        assert found is not None
        made = opinion(*found)
        said = canonical(report(), made)
        assert not BETWEEN_HAN.search(made.replacement + said), said
        assert revising.shown(report(), made)[1] == box
