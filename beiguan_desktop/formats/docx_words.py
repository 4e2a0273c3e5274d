"""The names that WordprocessingML gives to things, in both of its spellings."""

from collections.abc import Iterable

SPACES = (  # ECMA-376 part 1: transitional and strict
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FALLBACK = f"{{{_COMPATIBILITY}}}Fallback"
"""What is said for older programs; it says again what `CHOICE` says."""
CHOICE = f"{{{_COMPATIBILITY}}}Choice"

_OFF = ("0", "false", "off")
_MOST_FIGURES = 8

Attributes = dict[str, str]


def known(names: Iterable[str]) -> dict[str, str]:
    """Return the short names of elements by their full ones."""
    return {f"{{{space}}}{name}": name for space in SPACES for name in names}


def value(attributes: Attributes, name: str = "val") -> str | None:
    """Return an attribute of either spelling."""
    for space in SPACES:
        found = attributes.get(f"{{{space}}}{name}")
        if found is not None:
            return found
    return None


def is_on(attributes: Attributes) -> bool:
    """Tell whether a switch is on: it is when it says nothing else."""
    return value(attributes) not in _OFF


def number(attributes: Attributes, name: str = "val") -> int | None:
    """Return an attribute that is a number of up to eight figures, None when it is none."""
    found = value(attributes, name) or ""
    is_number = found.isascii() and found.isdecimal() and len(found) <= _MOST_FIGURES
    return int(found) if is_number else None


class Branch:
    """Hears what an element holds and keeps, by their path in it, the few things that matter."""

    def __init__(self, wanted: Iterable[str]) -> None:
        """Keep the first element of each wanted path (`numPr/numId`); others pass."""
        self._wanted = frozenset(wanted)
        self._names = known({name for path in self._wanted for name in path.split("/")})
        self._names |= {CHOICE: "Choice", FALLBACK: "Fallback"}
        self.forget()

    def forget(self) -> None:
        """Begin anew, in another element."""
        self._said: dict[str, Attributes] = {}
        self._path: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        """Hear an element begin within."""
        self._path.append(self._names.get(tag, "-"))
        path = "/".join(self._path)
        if path in self._wanted:
            self._said.setdefault(path, attributes)

    def end(self) -> bool:
        """Hear an element end; return True when it is the whole one."""
        if not self._path:
            return True
        self._path.pop()
        return False

    def __contains__(self, path: str) -> bool:
        """Tell whether there was such an element."""
        return path in self._said

    def value(self, path: str, name: str = "val") -> str | None:
        """Return an attribute, None where the element or it was missing."""
        return value(self._said.get(path, {}), name)

    def number(self, path: str) -> int | None:
        """Return what is a number of up to eight figures."""
        return number(self._said.get(path, {}))

    def is_on(self, path: str) -> bool | None:
        """Tell whether a switch is on, None where nothing was said."""
        return is_on(self._said[path]) if path in self._said else None
