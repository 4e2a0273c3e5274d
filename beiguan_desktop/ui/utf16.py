"""Text in code points, as the program counts, and in UTF-16 units, as Qt does (𠮷 is two).

Nothing else converts between the two.
"""

_FORM = "utf-16-le", "surrogatepass"


def width(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode(*_FORM)) // 2


def pairs(text: str) -> tuple[int, ...]:
    """Return the code points of a text that take two UTF-16 units, in order."""
    return tuple(at for at, character in enumerate(text) if width(character) == 2)


class Paired:
    """A text with characters of two units, to be sliced by units."""

    def __init__(self, text: str) -> None:
        self._encoded = text.encode(*_FORM)

    def __getitem__(self, part: slice) -> str:
        low, high, _ = part.indices(len(self._encoded) // 2)
        return self._encoded[2 * low : 2 * high].decode(*_FORM)


def by_units(text: str) -> "str | Paired":
    """Return a text as something that is sliced by UTF-16 units: mostly the text itself."""
    return text if width(text) == len(text) else Paired(text)
