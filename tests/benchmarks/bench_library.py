"""Load 10,000 opinions: the store against the bare driver, alternating, in one run.

python -m tests.benchmarks.bench_library
"""

import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from beiguan_desktop.storage.records import COLUMNS
from beiguan_desktop.storage.store import Store
from tests.storage.library import adding, new_library, opinion

COUNT, ROUNDS = 10_000, 9


def filled(path: Path) -> Store:
    """A library with COUNT opinions written by one Change."""
    store = new_library(path)
    first = opinion(store, "c0", "建议在东部区域增加学位，改造老旧校舍。" * 3)
    opinions = [
        type(first)(**{**{f: getattr(first, f) for f in first.__slots__}, "id": f"c{n:05d}"})
        for n in range(COUNT)
    ]
    began = time.perf_counter()
    store.apply(adding(*opinions, change="many"))
    sys.stdout.write(
        f"apply {COUNT} in one change: {(time.perf_counter() - began) * 1000:.0f} ms\n"
    )
    return store


def timed(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def main() -> bool:
    """Print both times and their ratio; tell whether it is at most 2."""
    with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "bench.db") as store:
        report = store.shelf.entries()[0].report
        bare = sqlite3.connect(store.path)
        names = ", ".join(f'"{column.name}"' for column in COLUMNS["comment"])
        query = f"select {names} from comment where withdrawn_at is null and report = ? order by id"  # noqa: S608
        acts = {
            "raw sqlite3, tuples": lambda: bare.execute(query, (report,)).fetchall(),
            "Store.comments": lambda: store.comments(report),
        }
        times: dict[str, list[float]] = {name: [] for name in acts}
        for _ in range(ROUNDS):
            for name, act in acts.items():
                times[name].append(timed(act))
        bare.close()
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        spread = f"{min(times[name]):.0f}–{max(times[name]):.0f}"
        sys.stdout.write(f"{name}: {median:.1f} ms ({spread})\n")
    raw, ours = medians.values()
    sys.stdout.write(f"ratio {ours / raw:.2f}, at most 2\n")
    return ours <= 2 * raw


if __name__ == "__main__":
    main()
