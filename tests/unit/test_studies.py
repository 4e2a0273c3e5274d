"""The study of damaged files: a small run of it, and that it tells what it is there to tell."""

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from beiguan_desktop import paths
from tests.studies import placing
from tests.studies.__main__ import main
from tests.studies.mutating import mutated, sound_files
from tests.studies.revising import revised
from tests.unit.specimen import TEXT

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="it forks")


def study(*words: str, before: str = "pass") -> tuple[int, str]:
    """Run the study in a program of its own; return its exit status and what it printed."""
    code = (
        "import os, sys, time; from tests.studies import readers;"
        f"{before}; sys.exit(readers.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env=paths.program_environment() | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_forty_damaged_files_are_read_or_refused_in_words():
    status, said = study("--files", "40", "--seed", "5")
    head, word, pdf = said.splitlines()
    assert " ".join(head.split()) == "files read refused crash over the limit slowest most"
    for row in (word, pdf):
        _, files, read, refused, crash, over, *_ = row.split()
        assert (int(read) + int(refused), files, crash, over) == (20, "20", "0", "0")
        assert int(read)
        assert int(refused)
    assert status == 0


def test_a_process_that_dies_is_told_and_its_file_stored(tmp_path):
    dies = "readers.worker.answer_about = lambda data: os.abort()"
    status, said = study("--files", "4", "--keep", str(tmp_path), before=dies)
    assert status == 1
    assert "crash: ChildProcessError('status -6')" in said
    kept = next(tmp_path.iterdir())
    assert kept.read_bytes() == mutated(kept.suffix[1:], int(kept.stem), 1)


def test_a_process_without_an_end_is_over_the_limit():
    sleeps = (
        "readers.worker.answer_about = lambda data: time.sleep(60);"
        "readers.reading_apart.USUAL.seconds.update(dict.fromkeys(readers.KINDS.values(), 0.2))"
    )
    status, said = study("--files", "4", before=sleeps)
    assert status == 1
    assert "over the limit: 用了超过" in said


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_same_number_is_the_same_file_always(kind):
    def sums() -> set[str]:
        return {hashlib.sha256(mutated(kind, number, 1)).hexdigest() for number in range(12)}

    first = sums()
    sound_files.cache_clear()
    assert sums() == first
    assert len(first) == 12


def test_an_unknown_study_is_refused_with_those_there_are(capsys):
    assert main(["没有"]) == 2
    assert "readers、killing" in capsys.readouterr().err


def test_a_report_is_revised_and_every_opinion_on_it_judged(tmp_path, capsys):
    text = (ROOT / "resources" / "report" / "beiguan-2026.txt").read_bytes()
    (tmp_path / "a.txt").write_bytes(text)
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    placing.main([str(tmp_path), "--opinions", "200", "--show"])
    said = capsys.readouterr().out
    assert said.count("silently wrong 0.000%") == len(placing.RATES)
    assert said.count("untouched exact") == len(placing.RATES)
    assert placing.main([str(tmp_path / "none")]) == 2
    assert "没有报告" in capsys.readouterr().err


def test_the_same_seed_revises_the_same_way():
    (report,) = placing.reports(ROOT / "resources" / "report", 1)
    pool = [unit.text for unit in report.units if len(unit.text) > 20]
    for rate in placing.RATES:
        chances = [random.Random(7), random.Random(7)]  # noqa: S311 - the same editions
        one, other = (revised(report, pool, rate, chance) for chance in chances)
        assert one == other
        assert "".join(row.text for row in one[1]) == "".join(unit.text for unit in one[0].units)
