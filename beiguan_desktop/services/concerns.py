"""与我有关: what one has ticked of a report's places, projects, firms and trades.

The ticks belong to a person and stay on this machine; no document and no package holds them.
"""

import json
from collections.abc import Iterable
from functools import lru_cache

from beiguan_desktop import paths
from beiguan_desktop.core.places import Name, index
from beiguan_desktop.core.report import Report
from beiguan_desktop.storage.store import Store


def index_report(report: Report) -> tuple[Name, ...]:
    """Return the names a report speaks of; takes some 100 ms for 60,000 characters."""
    return index(report, plain_words())


def ticked(store: Store, person: str) -> frozenset[str]:
    """Return the names a person has ticked, whatever report they were ticked in.

    What is no list of names counts as nothing ticked.
    """
    kept = store.desk.setting(_key(person))
    try:
        words = json.loads(kept or "[]")
    except ValueError:
        return frozenset()
    if not isinstance(words, list):
        return frozenset()
    return frozenset(word for word in words if isinstance(word, str))


def tick(store: Store, person: str, names: Iterable[str]) -> None:
    """Keep the names a person has ticked, in place of those before.

    Raises UserError when the library cannot be written.
    """
    store.desk.put_setting(_key(person), json.dumps(sorted(set(names)), ensure_ascii=False))


def _key(person: str) -> str:
    return f"concerns/{person}"


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Return the words that make no name by themselves, read once."""
    file = paths.resources() / "words" / "plain.txt"
    return frozenset(file.read_text(encoding="utf-8").split())
