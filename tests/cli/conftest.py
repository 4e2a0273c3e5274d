"""A command line with a library of its own."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.cli.main import run
from beiguan_desktop.core.comment import WHOLE_REPORT, Person
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.storage.store import open_store

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        """Return the one document on standard output."""
        document = json.loads(self.out)
        assert self.out.count("\n") == 1
        return document


class CommandLine:
    """Runs commands in this process on one library."""

    def __init__(self, capsys, database: Path) -> None:
        self._capsys, self.database = capsys, database

    def says(self, *words, status: int = 0) -> Answer:
        """Run exactly these words and see how they end."""
        self._capsys.readouterr()
        ended = run([str(word) for word in words])
        out, err = self._capsys.readouterr()
        assert ended == status, err
        return Answer(ended, out, err)

    def does(self, command: str, *words) -> Answer:
        """Run a command that succeeds; a table or a sentence comes out."""
        return self.says(command, "--database", self.database, *words)

    def gives(self, command: str, *words):
        """Run a command that succeeds and return its JSON."""
        return self.says(command, "--database", self.database, "--json", *words).json

    def refuses(self, command: str, *words) -> str:
        """Run a command that cannot be done and return the sentence."""
        for options in ((), ("--json",)):
            answer = self.says(command, "--database", self.database, *options, *words, status=1)
            assert answer.out == ""
        return answer.err

    def writes(self, *words, kind="建议", author="代表甲") -> str:
        """Write an opinion and return its id."""
        report = self.report
        options = ("--report", report, "--kind", kind, "--author", author)
        return self.gives("comment", *options, *words)["comment"]

    @property
    def report(self) -> str:
        """Return the id of the one report."""
        (entry,) = self.gives("reports")["reports"]
        return entry["report"]

    def comments(self, *words):
        return self.gives("comments", *words)["comments"]

    def comment(self):
        """Return the one opinion."""
        (only,) = self.comments()
        return only


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """Make a library with the shipped report once."""
    path = tmp_path_factory.mktemp("filled") / "beiguan.db"
    shipped = paths.shipped_report()
    assert run(["import", str(shipped), "--database", str(path)]) == 0
    return path


@pytest.fixture
def new(tmp_path, capsys):
    """Return a command line whose library does not exist yet."""
    return CommandLine(capsys, tmp_path / "张 三 100%" / "资料 库.db")


@pytest.fixture
def cli(new, filled):
    """Return a command line on a library with the shipped report."""
    new.database.parent.mkdir()
    shutil.copyfile(filled, new.database)
    return new


@pytest.fixture
def program(home):
    """Run `python -m beiguan_desktop` as a process of its own, off-screen."""

    def start(*words, text=True, environment=None, **options):
        command = [sys.executable, "-m", "beiguan_desktop", *map(os.fspath, words)]
        known = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        known |= {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        if "stdout" not in options:
            options["capture_output"] = True
        return subprocess.run(
            command,
            env=known | (environment or {}),
            encoding="utf-8" if text else None,
            timeout=60,
            check=False,
            **options,
        )

    return start


@contextmanager
def writer(path: Path):
    """Hold a library open for writing in another process, as the window does."""
    words = (
        "import sys; from pathlib import Path;"
        "from beiguan_desktop.storage.store import open_store;"
        "store = open_store(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", words, str(path)]
    known = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=known) as process:
        try:
            assert process.stdout.readline().strip() == b"open"
            yield process
        finally:
            process.stdin.close()


def make_two_of_one_name(path: Path, report: str) -> None:
    """Write an opinion for each of two persons called 王伟."""
    with open_store(path) as store:
        for delegation in ("第一代表团", "第二代表团"):
            change = commenting.add(
                store.shelf.load(report),
                WHOLE_REPORT,
                commenting.Words("建议", f"{delegation}的意见"),
                author=Person(clock.new_id(), "王伟", delegation),
                comment_id=clock.new_id(),
                change_id=clock.new_id(),
                now=clock.now(),
            )
            store.apply(change)
