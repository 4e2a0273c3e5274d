"""Text in code points, as the program counts, and in UTF-16 units, as Qt does (𠮷 is two).

Nothing else converts between the two.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

_FORM = "utf-16-le", "surrogatepass"


def width(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode(*_FORM)) // 2


def to_units(text: str, position: int) -> int:
    """Return where code point `position` of a text begins in UTF-16 units."""
    return width(text[:position])


def starts(pieces: Iterable[str]) -> list[int]:
    """Return for each piece how many UTF-16 units come before it, and last how many there are."""
    pieces = tuple(pieces)
    text = "".join(pieces)
    measure = len if width(text) == len(text) else width  # pairs are rare, and asking costs
    return list(accumulate(map(measure, pieces), initial=0))


def cut(text: str, places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """Cut a text at some UTF-16 units: where each part begins and ends, and the part itself."""
    encoded = text.encode(*_FORM)
    for low, high in pairwise(sorted(set(places))):
        yield low, high, encoded[2 * low : 2 * high].decode(*_FORM)
