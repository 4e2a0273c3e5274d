"""Kill a process while it saves, again and again: nothing acknowledged may be lost.

python -m tests.studies.killing --rounds 1000 --seed 1

Each round forks a child that writes opinions and acknowledges each on a pipe after the store
has answered; the parent kills it with SIGKILL at a random moment, opens the library as the
next start would, and compares. One library lives through all rounds.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import adding, changing, new_library, opinion

LONGEST = 0.15


def write_until_killed(path: Path, turn: int, pipe: int) -> None:
    """Add and reword opinions; acknowledge each on the pipe, one line a change."""
    with open_store(path) as store:
        os.write(pipe, b"ready\n")
        for number in count():
            record = f"c-{turn}-{number}"
            added = store.apply(adding(opinion(store, record), change=f"{record}-1"))
            os.write(pipe, f"{record} 1\n".encode())
            first = added.edits[0].after
            store.apply(changing(first, replace(first, text="改过"), change=f"{record}-2"))
            os.write(pipe, f"{record} 2\n".encode())


def one_round(path: Path, turn: int, pause: float) -> dict[str, int]:
    """Fork, wait, kill; return what was acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_until_killed(path, turn, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        first = pipe.readline()
        time.sleep(pause)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = [line.split() for line in pipe if line.endswith("\n")]
    if first != "ready\n":
        raise RuntimeError("the child could not open the library")
    return {record: int(version) for record, version in lines}


def study(path: Path, rounds: int, seed: int) -> dict[str, int]:
    """Return the figures: rounds, acknowledged, lost, damaged."""
    chance = random.Random(seed)  # noqa: S311 - a study, repeatable by its seed
    new_library(path).close()
    acknowledged: dict[str, int] = {}
    figures = {"rounds": rounds, "seed": seed, "acknowledged": 0, "lost": 0, "damaged": 0}
    for turn in range(rounds):
        acknowledged |= one_round(path, turn, chance.uniform(0, LONGEST))
        with open_store(path) as store:
            stored = {comment.id: comment.version for comment in store.comments()}
        figures["lost"] += sum(
            stored.get(one, 0) < version for one, version in acknowledged.items()
        )
        figures["damaged"] += bool(inspect(path)[1]) if turn % 25 == 24 or turn == rounds - 1 else 0
    return figures | {"acknowledged": sum(acknowledged.values())}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = study(Path(folder) / "beiguan.db", wanted.rounds, wanted.seed)
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
