"""是同一份报告吗？ A file whose letters are nearly those of a report of the library."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.likeness import share
from beiguan_desktop.core.report import Read, Reading, Source
from beiguan_desktop.services.importing import description_of

if TYPE_CHECKING:  # so that reading a file never waits for SQLAlchemy
    from beiguan_desktop.storage.store import Store


_HEAD = 12
"""Units at the beginning of a report that say of which year it is."""
_YEAR = re.compile("(?:19|20)\\d\\d(?=年)")


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


def doubts_of_edition(store: "Store", read: Read, older: str) -> list[str]:
    """Say why a file may be no other edition of a report: of another kind, of another year."""
    before = store.descriptions()[older]
    now = description_of(read.source, read.reading)
    texts = "".join(text for text, _ in store.shelf.texts(older)[:_HEAD])
    years = [_YEAR.search(it) for it in (before.title + texts, _beginning(read.reading))]
    said = []
    if before.genre != now.genre:
        said.append(
            f"《{before.title}》是{before.genre}，这一份看起来是{now.genre}，不像它的另一稿。"
        )
    one, other = years
    if one and other and one[0] != other[0]:
        said.append(f"《{before.title}》是{one[0]}年的，这一份看起来是{other[0]}年的。")
    return [f"{it}已按您说的放进资料库，请核对。" for it in said]


def _beginning(reading: Reading) -> str:
    return reading.title + "".join(unit.text for unit in reading.units[:_HEAD])
