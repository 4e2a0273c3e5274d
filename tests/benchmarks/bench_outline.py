"""Read reports of 20,000 to 2 million characters: processor time, beside decoding and one pass.

python -m tests.benchmarks.bench_outline
"""

import random
import re
import statistics
import sys
import time
from collections.abc import Callable

from beiguan_desktop import paths
from beiguan_desktop.core import outline
from beiguan_desktop.formats.text_in import LONGEST, decode

SIZES = (20_000, 60_000, 200_000, LONGEST)
ROUNDS = 7
MOST = 0.150
"""Seconds of processor time for 20,000 characters."""
STEEPEST = 1.5
"""How much dearer a character may be in the largest report than in the smallest."""


def made(size: int) -> bytes:
    """Return a report of so many characters: the shipped one's headings, its sentences shuffled.

    A page's end tears a paragraph here and there, as in the shipped one.
    """
    chance = random.Random(size)  # noqa: S311 - the same text each time
    lines = paths.shipped_report().read_text(encoding="utf-8-sig").split("\n")
    sentences = [s for line in lines if len(line) > 60 for s in re.findall("[^。]+。", line)]
    out: list[str] = []
    length = 0
    while length < size:
        for line in lines:
            words = line if len(line) <= 60 else "".join(chance.sample(sentences, 5))
            cut = chance.randrange(20, len(words)) if len(words) > 60 else 0
            out.append(
                f"{words[:cut]}\n\n{words[cut:]}" if cut and chance.random() < 0.2 else words
            )
            length += len(out[-1]) + 1
    return "\n".join(out)[:size].encode()


def floor(data: bytes) -> int:
    """Decode and look at every character once."""
    return sum(1 for character in data.decode() if character > " ")


def ours(data: bytes) -> int:
    """Read a report from its bytes."""
    return len(outline.read(decode(data)[0], source="0" * 64).units)


def seconds(act: Callable[[bytes], int], data: bytes, rounds: int) -> float:
    """Return the median processor time of an act."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        act(data)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main() -> bool:
    """Print the table; True when within the bounds."""
    ours(made(SIZES[0]))  # patterns are compiled, caches filled
    found = {}
    for size in SIZES:
        data = made(size)
        rounds = ROUNDS if size < LONGEST else 3
        low, found[size] = seconds(floor, data, rounds), seconds(ours, data, rounds)
        sys.stdout.write(
            f"{size:>9,} characters: {found[size] * 1000:7.1f} ms"
            f" = {found[size] / low:5.1f} × one pass"
            f", {found[size] / size * 2e7:5.1f} ms for 20,000\n"
        )
    first, last = SIZES[0], SIZES[-1]
    steep = found[last] / found[first] * first / last
    sys.stdout.write(
        f"20,000: ≤ {MOST * 1000:.0f} ms; a character of the largest costs {steep:.2f}"
        f" (≤ {STEEPEST})\n"
    )
    return found[first] <= MOST and steep <= STEEPEST


if __name__ == "__main__":
    sys.exit(not main())
