"""What the commands print: one JSON document, or a table for people."""

import errno
import io
import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any, TextIO

from beiguan_desktop.core.causes import in_chinese
from beiguan_desktop.core.errors import UserError


def speak_utf8() -> None:
    """Let every character through, whatever code page the console is set to."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(words: str) -> None:
    """Print a sentence on standard output.

    Raises UserError when it cannot be written, but not when nobody reads on (| head).
    """
    try:
        _write(sys.stdout, words)
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        raise UserError(
            f"结果写不出去（{in_chinese(error)}）。请检查磁盘空间，再来一次。"
        ) from None


def tell(words: str) -> None:
    """Print a sentence on standard error: progress, or why something could not be done."""
    try:
        _write(sys.stderr, words)
    except OSError:
        _let_go(sys.stderr)


def show_json(value: Any) -> None:
    """Print one JSON document and nothing else."""
    import json

    say(json.dumps(value, ensure_ascii=False))


def _write(stream: TextIO | None, words: str) -> None:
    if stream is None:  # a program without a console has none
        return
    raw = getattr(stream, "buffer", None)
    if isinstance(raw, io.RawIOBase):  # PYTHONUNBUFFERED
        lines = f"{words}\n".replace("\n", os.linesep)
        _write_whole(raw, lines.encode("utf-8", "backslashreplace"))
    else:
        stream.write(f"{words}\n")
        stream.flush()


def _write_whole(raw: io.RawIOBase, data: bytes) -> None:
    """Write to the end: the disk may take a part and refuse the rest only when asked again."""
    while data:
        taken = raw.write(data)
        if not taken:  # a reader who is too slow for a pipe that does not wait
            raise BlockingIOError(errno.EAGAIN, "nothing was taken")
        data = data[taken:]


def _let_go(stream: TextIO) -> None:
    """Send what is still to come nowhere, or Python would complain about it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Lay rows out in columns; Han characters count two, control characters are left out."""
    cells = [[_visible(str(cell)) for cell in row] for row in (heads, *rows)]
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


def _visible(text: str) -> str:
    """Return a text on one line, without what would command the terminal."""
    flat = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in flat if unicodedata.category(c) != "Cc")


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
