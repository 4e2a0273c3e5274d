"""Make the table of pinyin initials that 查找 uses from the Unihan database.

    python build_initials.py Unihan_Readings.txt

Made from Unihan_Readings.txt of Unicode 15.0 (Debian package unicode-data 15.0.0). A line holds
the initials that some characters may begin with, one letter each, a blank, and the characters.
"Initial" is the first letter of a reading, as people type it: 中 is z, not zh. All readings that
the two dictionaries of today's use give count (重 is c and z); where neither knows a character,
its one customary reading. Rare characters beyond the basic plane are left out unless the
official list of characters in general use has them.
"""

import argparse
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODERN = ("kTGHZ2013", "kXHC1983")
CUSTOMARY = "kMandarin"
_SYLLABLE = re.compile(r"[^\W\d_]+")


def initials(readings: str) -> set[str]:
    """Return the first letters of the syllables of one field, without tone marks."""
    plain = unicodedata.normalize("NFD", readings)
    return {syllable[0] for syllable in _SYLLABLE.findall(_without_marks(plain))}


def _without_marks(text: str) -> str:
    return "".join(c for c in text if not unicodedata.combining(c))


def table(lines: list[str]) -> dict[str, list[str]]:
    """Return characters in code point order by the sorted letters they may begin with."""
    fields: dict[int, dict[str, str]] = defaultdict(dict)
    for line in lines:
        if line.startswith("U+"):
            code, field, value = line.rstrip("\n").split("\t")
            fields[int(code[2:], 16)][field] = value
    found: dict[str, list[str]] = defaultdict(list)
    for code, values in sorted(fields.items()):
        used = [values[field] for field in (*MODERN, CUSTOMARY) if field in values]
        if used and (code < 0x10000 or MODERN[0] in values):
            letters = set().union(*map(initials, used))
            found["".join(sorted(letters))].append(chr(code))
    return found


def main() -> None:
    """Write initials.txt beside this file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("readings", type=Path)
    lines = parser.parse_args().readings.read_text(encoding="utf-8").splitlines()
    rows = [f"{letters} {''.join(chars)}\n" for letters, chars in sorted(table(lines).items())]
    (HERE / "initials.txt").write_text("".join(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
