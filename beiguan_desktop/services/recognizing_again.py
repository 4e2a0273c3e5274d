"""是同一份报告吗？ A file whose letters are nearly those of a report of the library."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.likeness import share
from beiguan_desktop.core.report import Read, Reading, Source
from beiguan_desktop.services import library_list
from beiguan_desktop.services.importing import description_of

if TYPE_CHECKING:  # so that reading a file never waits for SQLAlchemy
    from beiguan_desktop.storage.store import Store


_HEAD = 12
"""Units at the beginning of a report that say of which year it is."""
_YEAR = re.compile("(?:19|20)\\d\\d(?=年)")


@dataclass(frozen=True, slots=True)
class Known:
    """A report of the library as far as it takes to say whether a file is like it."""

    report: str
    title: str
    edition: str
    genre: str
    meeting: str
    texts: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called among others."""
        return f"《{self.title}》" + (f"（{self.edition}）" if self.edition else "")


@dataclass(frozen=True, slots=True)
class Likely:
    """A report that a file may be; `share` of the letters agree, 0.98…1."""

    report: Known
    share: float


def known_as(store: "Store", source: Source, reading: Reading) -> str | None:
    """Return the report that a file is by its bytes or letters, None for a new one."""
    return store.shelf.find((f"source:{source.sha256}", f"letters:{reading.letters}"))


def known(store: "Store") -> list[Known]:
    """Return the reports of the library that are in sight with their texts, unit by unit."""
    return [
        Known(
            it.id,
            it.title,
            it.edition,
            it.genre,
            it.meeting,
            tuple(text for text, _ in store.shelf.texts(it.id)),
        )
        for it in library_list.to_choose(store)
    ]


def likely_same(store: "Store", source: Source, reading: Reading) -> list[Likely]:
    """Return the reports whose letters agree with a reading to 98 % or more, the likest first.

    None for a file that is known by its bytes or its letters: nobody is asked about it.
    """
    if known_as(store, source, reading):
        return []
    own = [letters(unit.text) for unit in reading.units]
    shares = ((it, share(own, [letters(text) for text in it.texts])) for it in known(store))
    found = [Likely(it, agreed) for it, agreed in shares if agreed]
    return sorted(found, key=lambda it: -it.share)


def is_same(store: "Store", source: Source, reading: Reading, report: str) -> None:
    """Keep a file as another of a report that is known: somebody said that it is the same.

    Its reading is stored beside the others; which is current stays as it is. Nobody is asked
    about it again.
    """
    store.shelf.add_beside(report, source, reading)


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
