"""The reading against the hand-made labels and the real reports beside the checkout."""

import importlib.util
import json
import re
from pathlib import Path

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.formats import docx_in, text_in
from beiguan_desktop.services.importing import outline_json, read_report
from tests.unit.reading_checks import assert_whole

DAMAGE = re.compile(
    r"\?{4}|residue|literal|HTML|watermark|REPEATED|page-number|crawler header|scraper joined"
)
"""What INDEX.tsv says of a file that holds more than the report."""
NOW = "2026-03-01T08:00:00+08:00"


@pytest.fixture(scope="module")
def judge(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def shipped(shared):
    return read_report(shared / "report" / "beiguan-2026.txt", now=NOW)


def _source(path: Path) -> str:
    if path.suffix == ".docx":
        return docx_in.read(path.read_bytes()).text
    return text_in.decode(path.read_bytes())[0]


@pytest.fixture(scope="module")
def corpus(shared, judge):
    """Every real report beside the checkout: its text, how it is read, its coverage."""
    out = {}
    for path in sorted((shared / "corpus").glob("*/*.*")):
        text = _source(path)
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
    assert off.count(0) >= 70
    assert max(off) <= 3


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
