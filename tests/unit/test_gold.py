"""The reading against the hand-made labels and the real reports beside the checkout."""

import json
import re

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.services.importing import read_report
from beiguan_desktop.services.outlining import outline_json
from tests.labelled import decoded, judge_of
from tests.unit.reading_checks import assert_whole

DAMAGE = re.compile(
    r"\?{4}|residue|literal|HTML|watermark|REPEATED|page-number|crawler header|scraper joined"
)
"""What INDEX.tsv says of a file that holds more than the report."""
NOW = "2026-03-01T08:00:00+08:00"


@pytest.fixture(scope="module")
def judge(shared):
    return judge_of(shared)


@pytest.fixture(scope="module")
def shipped(shared):
    return read_report(shared / "report" / "beiguan-2026.txt", now=NOW)


@pytest.fixture(scope="module")
def corpus(shared, judge):
    """Every real report beside the checkout: its text, how it is read, its coverage."""
    out = {}
    for path in sorted((shared / "corpus").glob("*/*.*")):
        text = decoded(path)
        reading = outline.read(text, source="0" * 64)
        spans = [{"spans": unit.spans} for unit in reading.units]
        found = judge.coverage(text, {"units": spans, "noise": reading.noise})
        out[f"{path.parent.name}/{path.name}"] = (text, reading, found)
    return out


def test_the_shipped_report_is_read_as_people_labelled_it(shared, judge, shipped):
    gold = json.loads((shared / "gold" / "seed.json").read_text(encoding="utf-8"))
    found = judge.structure(gold, outline_json(*shipped))
    for figure in ("tree", "starts", "joins", "kinds"):
        assert found[figure]["f1"] == 1.0, figure
    assert (found["paths"], found["titles"], found["text_exact"]) == (1.0, 1.0, 1.0)


def test_pages_and_lines_are_those_of_the_print(shared, shipped):
    gold = json.loads((shared / "gold" / "pages.json").read_text(encoding="utf-8"))
    _, reading = shipped
    pages = Pages(reading.units, reading.marks)
    assert pages.count == gold["pages"]
    off = []
    for unit in gold["units"]:
        place = pages.at(unit["unit_index"])
        assert place.page == unit["page"], unit["first"]
        off.append(abs(place.line - unit["line"]))
    assert off.count(0) >= 77
    assert max(off) <= 1  # a line is a hundredth more or less wide than its 28 columns


def test_from_the_print_itself_page_and_line_are_exact(shared):
    gold = json.loads((shared / "gold" / "pages.json").read_text(encoding="utf-8"))
    source, reading = read_report(shared / "report" / "beiguan-2026.pdf", now=NOW)
    told = outline_json(source, reading)["units"]
    assert [
        (told[u["unit_index"]]["page"], told[u["unit_index"]]["line"]) for u in gold["units"]
    ] == [(unit["page"], unit["line"]) for unit in gold["units"]]
    assert not any(unit["about"] for unit in told)
    assert Pages(reading.units, reading.marks).count == gold["pages"]


def test_text_and_print_have_the_same_words(shared, shipped):
    _, print_ = read_report(shared / "report" / "beiguan-2026.pdf", now=NOW)
    _, text = shipped
    assert print_.letters == text.letters
    assert [unit.text for unit in print_.units] == [unit.text for unit in text.units]
    assert [unit.path for unit in print_.units] == [unit.path for unit in text.units]
    exact, about = (Pages(it.units, it.marks) for it in (print_, text))
    for unit in text.units:  # no place is told to be on a wrong page, at no seam and nowhere else
        for position in range(0, len(unit.text), 5):
            one, other = exact.at(unit.ordinal, position), about.at(unit.ordinal, position)
            assert (one.page, one.about) == (other.page, False), unit.text[position:][:20]
            assert abs(one.line - other.line) <= 1


def test_no_real_report_loses_or_doubles_a_character(corpus):
    for name, (text, reading, found) in corpus.items():
        assert_whole(text, reading)
        assert found["lost"] == found["twice"] == found["outside"] == 0, name
        assert found["ordered"], name


def test_little_of_an_undamaged_report_is_noise(shared, corpus):
    rows = (shared / "corpus" / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    notes = dict(row.split("\t")[::6] for row in rows)
    assert set(corpus) <= set(notes)
    sound = [name for name in corpus if not DAMAGE.search(notes[name])]
    assert len(sound) > 100
    much = {name: corpus[name][2]["noise_share"] for name in sound}
    assert {name: share for name, share in much.items() if share > 0.02} == {}
