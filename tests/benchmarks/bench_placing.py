"""Place 10,000 opinions in a new edition of 1 million characters: ours against plain difflib.

python -m tests.benchmarks.bench_placing

The new edition is made: one paragraph in ten is edited, moved or split, or gone; so it is known
where each passage is now. Plain difflib compares the lists of paragraphs, then the characters of
what was replaced, and carries every passage by the opcodes.
"""

import gc
import random
import statistics
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import accumulate

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.placing import Placed, place
from beiguan_desktop.core.report import Report, Unit
from tests.benchmarks.bench_find import reports

SIZE, OPINIONS, ROUNDS = 1_000_000, 10_000, 5
LEAST_RIGHT, MOST_WRONG = 0.995, 0.002
NEW_WORDS = "进一步扎实推进重点领域改革落地见效，"
Tagged = list[tuple[str, int]]
"""Characters with their number in the old edition, -1 for new ones."""


def paragraphs() -> list[str]:
    """Return paragraphs of 1 million characters, true ones where there are any."""
    lines = [line.strip() for text in reports()[1] for line in text if len(line.strip()) > 1]
    ends = list(accumulate(map(len, lines)))
    return lines[: bisect_right(ends, SIZE)]


def edition(texts: list[str], name: str) -> Report:
    """Make a report of paragraphs."""
    letters = accumulate(map(letter_count, texts), initial=0)
    units = tuple(
        Unit(at, "paragraph", 0, text, text, (), number=at + 1, letter=letter)
        for at, (text, letter) in enumerate(zip(texts, letters, strict=False))
    )
    return Report(name, name, "审议", "审议稿", None, name, units, ())


def changed(texts: list[str], chance: random.Random) -> list[Tagged]:
    """Edit, move, split or drop one paragraph in ten."""
    starts = accumulate(map(len, texts), initial=0)
    rows = [
        list(zip(text, range(start, start + len(text)), strict=True))
        for text, start in zip(texts, starts, strict=False)
    ]
    out: list[Tagged] = []
    moving: list[Tagged] = []
    for row in rows:
        if chance.random() >= 0.1 or len(row) < 8:
            out.append(row)
            continue
        act = chance.choice(("edit", "edit", "edit", "move", "both", "split", "drop"))
        now = edited(row, chance) if act in ("edit", "both") else row
        if act == "split":
            at = chance.randrange(2, len(row) - 1)
            out += [row[:at], row[at:]]
        elif act in ("move", "both"):
            moving.append(now)
        elif act == "edit":
            out.append(now)
    for row in moving:
        out.insert(chance.randrange(len(out)), row)
    return out


def edited(row: Tagged, chance: random.Random) -> Tagged:
    """Change, add or strike words in a few places."""
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(row) - 3)
        low = chance.randrange(len(NEW_WORDS) - 4)
        words = NEW_WORDS[low : low + chance.randrange(2, 12)]
        gone = chance.choice((0, 0, 2, 4))
        new = [(each, -1) for each in words] if chance.random() < 0.8 or not gone else []
        row = row[:at] + new + row[at + gone :]
        if len(row) < 8:
            break
    return row


def opinions(old: Report, chance: random.Random) -> list[Anchor]:
    """Return passages as people choose them, from four characters on."""
    found: list[Anchor] = []
    units = [unit for unit in old.units if len(unit.text) > 12]
    while len(found) < OPINIONS:
        unit = chance.choice(units)
        start = chance.randrange(len(unit.text) - 4)
        anchor = passage(old, unit.ordinal, start, start + chance.choice((4, 8, 12, 20, 40, 80)))
        if anchor.place == "passage":
            found.append(anchor)
    return found


def plain(old: Report, new: Report, anchors: list[Anchor]) -> list[Placed]:
    """Carry passages by difflib alone."""
    one, two = [u.text for u in old.units], [u.text for u in new.units]
    ones, twos = (list(accumulate(map(len, texts), initial=0)) for texts in (one, two))
    way: dict[int, int] = {}
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        size = ones[i2] - ones[i1]
        if tag == "equal":
            way.update(zip(range(ones[i1], ones[i2]), range(twos[j1], twos[j2]), strict=True))
        elif tag == "replace" and size * (twos[j2] - twos[j1]) <= 10**8:
            inner = SequenceMatcher(None, "".join(one[i1:i2]), "".join(two[j1:j2]), autojunk=False)
            for a, b, n in inner.get_matching_blocks():
                way.update(
                    zip(
                        range(ones[i1] + a, ones[i1] + a + n),
                        range(twos[j1] + b, twos[j1] + b + n),
                        strict=True,
                    )
                )
    found = []
    for anchor in anchors:
        base = ones[anchor.unit or 0]
        to = [way[at] for at in range(base + anchor.start, base + anchor.end) if at in way]
        unit = bisect_right(twos, to[0]) - 1 if to else 0
        end = min(to[-1] + 1, twos[unit + 1]) if to else 0
        spot = passage(new, unit, to[0] - twos[unit], end - twos[unit]) if to else None
        found.append(Placed(spot, "edited", 1.0))
    return found


def judged(
    old: Report, new: Report, rows: list[Tagged], anchors: list[Anchor], found: list[Placed]
) -> Counter[str]:
    """Count what is right, listed, or silently wrong.

    Right: where most of its characters are now; words not edited, exactly there.
    """
    starts = list(accumulate((len(unit.text) for unit in old.units), initial=0))
    at_new = {
        tag: (j, at) for j, row in enumerate(rows) for at, (_, tag) in enumerate(row) if tag >= 0
    }
    counts: Counter[str] = Counter()
    for anchor, placed in zip(anchors, found, strict=True):
        base = starts[anchor.unit or 0]
        tags = range(base + anchor.start, base + anchor.end)
        now = [at_new[tag] for tag in tags if tag in at_new]
        is_whole = len(now) == len(tags) and len({j for j, _ in now}) == 1
        is_whole = is_whole and now[-1][1] - now[0][1] == len(now) - 1
        spot = placed.anchor
        if spot is None:
            counts["listed, not edited" if is_whole else "listed, edited"] += 1
            continue
        end = spot.end or len(new.units[spot.unit or 0].text)
        if is_whole:
            is_right = (spot.unit, spot.start, end) == (now[0][0], now[0][1], now[-1][1] + 1)
        else:
            inside = sum(j == spot.unit and spot.start <= at < end for j, at in now)
            is_right = bool(now) and inside * 2 >= len(now)
        counts["right" if is_right else f"wrong ({placed.rule})"] += 1
    return counts


def timed(run: Callable[[], object]) -> float:
    """Return how many seconds of processor a call takes."""
    gc.collect()
    gc.freeze()  # a million tagged characters of ours are not theirs to look through
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> bool:
    """Print one table; False beyond the bounds."""
    chance = random.Random(10_000)  # noqa: S311 - the same edition each time
    old = edition(paragraphs(), "old")
    rows = changed([unit.text for unit in old.units], chance)
    new = edition(["".join(each for each, _ in row) for row in rows], "new")
    anchors = opinions(old, chance)
    ways = {"ours": place, "plain difflib": plain}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            times[name].append(timed(lambda way=way: way(old, new, anchors)))
    medians = {name: statistics.median(each) for name, each in times.items()}
    out = []
    for name, way in ways.items():
        counts = judged(old, new, rows, anchors, way(old, new, anchors))
        sys.stdout.write(f"{name:14} {medians[name] * 1000:7.0f} ms  {dict(counts)}\n")
        wrong = sum(n for what, n in counts.items() if what.startswith("wrong"))
        out.append((wrong, counts["listed, not edited"]))
    wrong, listed = out[0]
    is_good = wrong < MOST_WRONG * OPINIONS and wrong + listed <= (1 - LEAST_RIGHT) * OPINIONS
    return is_good and medians["ours"] <= medians["plain difflib"]


if __name__ == "__main__":
    sys.exit(not main())
