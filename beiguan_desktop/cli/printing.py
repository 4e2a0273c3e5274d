"""What the commands print: one JSON document, or a table for people."""

import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any


def speak_utf8() -> None:
    """Let every character through, whatever code page the console is set to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str) -> None:
    """Print a sentence on standard output."""
    sys.stdout.write(f"{words}\n")


def tell(words: str) -> None:
    """Print a sentence on standard error: progress, or why something could not be done."""
    sys.stderr.write(f"{words}\n")


def show_json(value: Any) -> None:
    """Print one JSON document and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    sys.stdout.write("\n")


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Lay rows out in columns; Han characters count two."""
    cells = [[str(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(heads))]
    lines = [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        for row in cells
    ]
    return "\n".join(line.rstrip() for line in lines)


def shortened(text: str, length: int = 24) -> str:
    """Return the beginning of a text on one line, for tables only."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
