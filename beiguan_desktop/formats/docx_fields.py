"""Fields of a Word file: what is computed, and whether its result is the report's own words."""

_DEEPEST = 50
_LONGEST = 100  # characters of an instruction that are looked at
_CONTENTS = "TOC"


class Fields:
    """Follows fields as they go by; each has an instruction and then a result."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []
        """The fields that are open, outermost first: instruction, and `result` once that is."""

    @property
    def is_contents(self) -> bool:
        """Whether a table of contents goes by: headings said once more, with their pages."""
        return any(
            phase == "result" and words.split()[:1] == [_CONTENTS] for words, phase in self._open
        )

    def character(self, kind: str | None) -> None:
        """Hear the beginning, the middle or the end of a field."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(["", "instruction"])
        elif kind == "separate" and self._open:
            self._open[-1][1] = "result"
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, words: str) -> None:
        """Hear a part of an instruction."""
        if self._open and self._open[-1][1] == "instruction":
            self._open[-1][0] = (self._open[-1][0] + words)[:_LONGEST]
