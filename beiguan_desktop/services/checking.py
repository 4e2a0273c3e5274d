"""Checking a library: nothing altered, nothing lost, every quote in its place."""

from dataclasses import dataclass
from pathlib import Path

from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found; `revisions` counts the states whose hash was proved."""

    ok: bool
    revisions: int
    problems: tuple[str, ...]


def check(path: Path) -> Findings:
    """Look at all of a library; works beside the window and writes nothing.

    SQLite's own checks, the hash of every state, present = newest state,
    every quote = the text at its place, aliases and readings. Raises UserError when there is
    no library at `path`; a damaged one is a finding.
    """
    open_store(path, read_only=True).close()
    states, problems = inspect(path.absolute())
    return Findings(not problems, states, tuple(problems))
