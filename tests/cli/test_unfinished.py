"""A command that stopped in the middle of writing is no trouble to those that follow."""

import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")

LONG = "建" * 30_000


@pytest.fixture(params=["full disk", "killed"])
def unfinished(request, cli):
    """Return a command line on a library beside which a half-written journal lies."""
    cli.writes("写好了的意见")
    path, cli.known = cli.database, cli.report
    if request.param == "killed":
        command = [sys.executable, "-m", "tests.studies.dying", str(path)]
    else:
        words = [sys.executable, "-m", "beiguan_desktop", "comment", "--database", str(path)]
        words += ["--report", cli.known, "--kind", "建议", "--author", "代表甲", LONG]
        command = ["bash", "-c", 'ulimit -f 60; exec "$@"', "limited", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    journal = path.with_name(path.name + "-journal")
    assert journal.stat().st_size > 512
    return cli


def test_every_command_that_reads_goes_on(unfinished, tmp_path):
    cli = unfinished
    path = cli.database
    left = path.read_bytes(), path.with_name(path.name + "-journal").read_bytes()

    def again(name):
        """Return a library in the same state, elsewhere: each command is the first to read."""
        cli.database = tmp_path / f"{name}.db"
        cli.database.write_bytes(left[0])
        cli.database.with_name(f"{name}.db-journal").write_bytes(left[1])

    again("check")
    assert cli.gives("check")["ok"]
    again("reports")
    assert [one["paragraphs"] for one in cli.gives("reports")["reports"]] == [63]
    again("comments")
    assert [one["text"] for one in cli.comments()] == ["写好了的意见"]
    again("export")
    output = tmp_path / "意见.docx"
    assert cli.gives("export", "mine", "--report", cli.known, "--output", output)["comments"] == 1
    again("backup")
    cli.gives("backup", "--output", tmp_path / "copy.db")
    again("restored")
    other = tmp_path / "new" / "beiguan.db"
    taken, cli.database = cli.database, other
    cli.gives("restore", taken)
    for cli.database in (other, tmp_path / "copy.db"):
        assert cli.gives("check")["ok"]
        assert [one["text"] for one in cli.comments()] == ["写好了的意见"]
    assert not list(tmp_path.glob("*-journal"))
