"""What must hold for every reading, whatever the text."""

from bisect import bisect_left

from beiguan_desktop.core import outline
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.report import Reading


def read(text: str) -> Reading:
    """Read a text as the tests do: without a file."""
    return outline.read(text, source="0" * 64)


def kinds(reading: Reading) -> list[str]:
    """Return the kinds of the units, headings with their level."""
    return [f"{u.kind}{u.level or ''}" for u in reading.units]


def assert_whole(text: str, reading: Reading) -> None:
    """Check that no character is lost or doubled and that everything is in order."""
    seen = [0] * len(text)
    last = 0
    letters = 0
    for ordinal, unit in enumerate(reading.units):
        assert unit.ordinal == ordinal
        assert unit.letter == letters
        letters += letter_count(unit.text)
        assert "".join(text[a:b] for a, b in unit.spans) == unit.source_text
        assert all(0 < seam < len(unit.text) for seam in unit.seams)
        for start, end in unit.spans:
            assert last <= start < end
            assert text[start] not in BLANKS
            assert text[end - 1] not in BLANKS
            last = end
            for i in range(start, end):
                seen[i] += 1
    for start, end in reading.noise:
        for i in range(start, end):
            seen[i] += text[i] not in BLANKS
    assert all(n == 1 for n, c in zip(seen, text, strict=True) if c not in BLANKS)
    assert max(seen, default=0) <= 1
    for repair in reading.repairs:
        assert text[repair.start : repair.end] == repair.before
        assert repair.grade == "必错"
    assert_repaired(text, reading)
    numbers = [unit.number for unit in reading.units if unit.kind == "paragraph"]
    assert numbers == list(range(1, len(numbers) + 1))


def assert_repaired(text: str, reading: Reading) -> None:
    """Check that the text of each unit is its source with the listed repairs and nothing else."""
    repairs = [(it.start, it.end, it.after) for it in reading.repairs]
    starts = [start for start, _, _ in repairs]
    for unit in reading.units:
        at, last = unit.spans[0][0], unit.spans[-1][1]
        parts = [unit.generated]
        for start, end, after in repairs[bisect_left(starts, at) : bisect_left(starts, last)]:
            assert at <= start <= end <= last, "repairs of a unit never overlap"
            parts += [text[at:start], after]
            at = end
        assert "".join([*parts, text[at:last]]) == unit.text
