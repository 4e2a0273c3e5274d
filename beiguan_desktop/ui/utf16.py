"""Text in code points, as the program counts, and in UTF-16 units, as Qt does (𠮷 is two).

Nothing else converts between the two.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

_FORM = "utf-16-le", "surrogatepass"


def width(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode(*_FORM)) // 2


def pairs(text: str) -> tuple[int, ...]:
    """Return the code points of a text that take two UTF-16 units, in order."""
    return tuple(at for at, character in enumerate(text) if width(character) == 2)


def cut(text: str, places: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """Cut a text at some UTF-16 units: where each part begins and ends, and the part itself."""
    encoded = text.encode(*_FORM)
    is_plain = len(encoded) == 2 * len(text)  # pairs are rare, and decoding costs
    for low, high in pairwise(sorted(set(places))):
        if is_plain:
            yield low, high, text[low:high]
        else:
            yield low, high, encoded[2 * low : 2 * high].decode(*_FORM)
