"""The reading of real reports against labels that were made by eye, without the program."""

import json

import pytest

from beiguan_desktop.services.importing import read_report
from beiguan_desktop.services.outlining import outline_json
from tests.labelled import FIGURES, added, gold_of, judge_of, labels

NOW = "2026-03-01T08:00:00+08:00"
LEAST = {"tree": 0.97, "starts": 0.99, "joins": 0.99, "kinds": 0.99}
"""What sums over labelled reports must reach."""


def test_labels_are_whole():
    """They can be looked at without the reports: in order, apart, with words to know them by."""
    assert labels()
    for file in labels():
        gold = json.loads(file.read_text(encoding="utf-8"))
        spans = [span for unit in gold["units"] for span in unit["spans"]]
        ends = [0, *(end for _, end in spans)]
        assert all(end <= start < stop for end, (start, stop) in zip(ends, spans, strict=False))
        assert spans[-1][1] <= gold["characters"]
        assert all(unit["first"] for unit in gold["units"])
        assert all((unit["kind"] == "heading") == (unit["level"] > 0) for unit in gold["units"])


@pytest.fixture(scope="module")
def scores(shared):
    judge = judge_of(shared)
    found = {}
    for file in labels():
        path, gold = gold_of(file, shared)
        found[file.stem] = judge.structure(gold, outline_json(*read_report(path, now=NOW)))
    return found


def test_labelled_reports_are_read_as_people_read_them(scores):
    sums = added(list(scores.values()))
    assert all(sums[figure] >= LEAST[figure] for figure in FIGURES), (sums, scores)
