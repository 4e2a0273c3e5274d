"""是同一份报告吗？ A file whose letters are nearly those of a report of the library."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.likeness import share
from beiguan_desktop.core.report import Reading, Source

if TYPE_CHECKING:  # so that reading a file never waits for SQLAlchemy
    from beiguan_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Likely:
    """A report that a file may be; `share` of the letters agree, 0.98…1."""

    report: str
    title: str
    edition: str
    share: float


def likely_same(store: "Store", source: Source, reading: Reading) -> list[Likely]:
    """Return the reports whose letters agree with a reading to 98 % or more, the likest first.

    None for a file that is known by its bytes or its letters: nobody is asked about it.
    """
    if store.shelf.find((f"source:{source.sha256}", f"letters:{reading.letters}")):
        return []
    own = [letters(unit.text) for unit in reading.units]
    found = []
    for entry in store.shelf.entries():
        texts = [letters(text) for text, _ in store.shelf.texts(entry.report)]
        agreed = share(own, texts)
        if agreed:
            found.append(Likely(entry.report, entry.title, entry.edition, agreed))
    return sorted(found, key=lambda it: -it.share)


def is_same(store: "Store", source: Source, reading: Reading, report: str) -> None:
    """Keep a file as another of a report that is known: somebody said that it is the same.

    Its reading is stored beside the others; which is current stays as it is. Nobody is asked
    about it again.
    """
    store.shelf.add_alias(f"source:{source.sha256}", report)
    store.shelf.add(source, reading, edition="")
