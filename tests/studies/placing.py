"""Revise real reports, carry opinions into the new editions, and count which are silently wrong.

python -m tests.studies.placing [FOLDER] [--seed N] [--opinions N] [--reports N] [--show]

FOLDER holds reports, `../shared/corpus` where none is named. Each is revised at three rates; where
every character went is known (`revising`). Right is an opinion on words nobody touched exactly
where they are, on touched words where most of what is left of them is; on a paragraph or a section
where most of it is. The status is 1 beyond the bounds.
"""

import argparse
import random
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from beiguan_desktop.core import anchoring, outline
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.comparing import compare
from beiguan_desktop.core.placing import Placed, place
from beiguan_desktop.core.report import Report
from tests.labelled import decoded
from tests.studies.revising import Chance, Row, heir, report_of, revised

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
RATES = (0.05, 0.1, 0.3)
LEAST_GOOD, MOST_WRONG = 0.995, 0.002
SIZES = (2, 3, 4, 6, 8, 12, 30, 100)


class Case(NamedTuple):
    """An opinion, where it was put, and what that is."""

    anchor: Anchor
    placed: Placed
    kind: str
    verdict: str


class Truth:
    """Where the characters of the old edition are in the new one."""

    def __init__(self, old: Report, rows: Sequence[Row]) -> None:
        self.starts = list(accumulate((len(unit.text) for unit in old.units), initial=0))
        self.at: dict[int, list[tuple[int, int]]] = {}
        for j, row in enumerate(rows):
            for at, (_, tag) in enumerate(row.body):
                self.at.setdefault(tag, []).append((j, at))

    def numbers(self, anchor: Anchor) -> range:
        """Return the numbers of the characters that an opinion is about."""
        base = self.starts[anchor.unit or 0]
        return range(base + anchor.start, base + anchor.end)

    def now(self, numbers: range) -> tuple[list[tuple[int, int]], bool]:
        """Return where characters or their heirs are, and whether nobody touched them."""
        kept = [self.at[it][0] for it in numbers if it in self.at]
        heirs = [place for it in numbers for place in self.at.get(heir(it), [])]
        is_whole = len(kept) == len(numbers) and len({j for j, _ in kept}) == 1
        is_whole = is_whole and kept[-1][1] - kept[0][1] == len(kept) - 1
        return kept + heirs, is_whole


def verdict(truth: Truth, anchor: Anchor, found: Anchor | None, new: Report) -> tuple[str, str]:
    """Return what an opinion is about (whole or touched words, a paragraph), and how it went."""
    numbers = truth.numbers(anchor)
    now, is_whole = truth.now(numbers)
    if anchor.place != "passage":
        kind = "paragraph"
        in_units = Counter(j for j, _ in now)
        is_right = found is not None and in_units[found.unit or 0] * 2 > len(numbers)
    else:
        kind = "short" if len(numbers) < 8 else "untouched"
        kind = kind if is_whole else "touched" if now else "gone"
        is_right = found is not None and _is_right(now, found, new, is_whole=is_whole)
    return kind, "listed" if found is None else "right" if is_right else "wrong"


def _is_right(now: list[tuple[int, int]], found: Anchor, new: Report, *, is_whole: bool) -> bool:
    unit, end = found.unit or 0, found.end
    if found.place != "passage":
        end = len(new.units[unit].text)
    if is_whole:
        return (unit, found.start, end) == (now[0][0], now[0][1], now[-1][1] + 1)
    inside = sum(j == unit and found.start <= at < end for j, at in now)
    return bool(now) and inside * 2 >= len(now) and end - found.start <= 2 * len(now) + 8


def opinions(report: Report, count: int, chance: Chance) -> list[Anchor]:
    """Return places as people choose them: a click, a drag, a paragraph, a section."""
    long = [unit for unit in report.units if unit.kind == "paragraph" and len(unit.text) > 12]
    found: list[Anchor] = []
    while len(found) < count:
        unit = chance.choice(long)
        at = chance.randrange(len(unit.text))
        how = chance.random()
        if how < 0.1:
            whole = chance.choice(report.units)
            is_section = how < 0.03 and whole.kind == "heading"
            make = anchoring.section if is_section else anchoring.paragraph
            found.append(make(report, whole.ordinal))
            continue
        spans = {
            "sentence": anchoring.sentence_at(unit.text, at),
            "clause": anchoring.clause_at(unit.text, at),
            "drag": (at, at + chance.choice(SIZES)),
        }
        span = spans["sentence" if how < 0.35 else "clause" if how < 0.6 else "drag"]
        found.append(anchoring.passage(report, unit.ordinal, *span))
    return found


def pairs_found(old: Report, new: Report, rows: Sequence[Row], truth: Truth) -> Counter[str]:
    """Count the units that are the same or reworded: found, missed, paired with strangers."""
    kin: Counter[tuple[int, int]] = Counter()
    for j, row in enumerate(rows):
        for _, tag in row.body:
            if tag >= 0:
                kin[bisect_right(truth.starts, tag) - 1, j] += 1
    found = {(it.old, it.new) for it in compare(old.units, new.units)} - {(None, None)}
    true = {
        (i, j)
        for (i, j), n in kin.items()
        if 2 * n > min(len(old.units[i].text), len(rows[j].body))
    }
    both = {(i, j) for i, j in found if i is not None and j is not None}
    strangers = {(i, j) for i, j in both if not kin[i, j] and len(rows[j].body) > 8}
    return Counter({"pairs": len(true), "missed": len(true - both), "strangers": len(strangers)})


def reports(folder: Path, most: int) -> Iterator[Report]:
    """Read the reports of a folder, evenly chosen where they are more than wanted."""
    paths = sorted(it for it in folder.rglob("*.*") if it.suffix in (".txt", ".docx"))
    step = max(1, -(-len(paths) // most))
    for path in paths[::step]:
        units = outline.read(decoded(path), source="0" * 64).units
        if sum(unit.kind == "paragraph" and len(unit.text) > 12 for unit in units) > 3:
            yield report_of(units, path.stem)


def study(
    known: Sequence[Report], rate: float, seed: int, count: int
) -> tuple[list[Case], Counter[str], float]:
    """Revise every report once; return each opinion's case, the pairs, seconds."""
    own = [[u.text for u in it.units if u.kind == "paragraph" and len(u.text) > 20] for it in known]
    every = [text for texts in own for text in texts]
    sets = map(set, own)
    pools = [
        [it for it in every if it not in mine] or texts
        for mine, texts in zip(sets, own, strict=True)
    ]
    cases: list[Case] = []
    pairs: Counter[str] = Counter()
    seconds = 0.0
    for at, old in enumerate(known):
        chance = random.Random(f"{seed} {rate} {at}")  # noqa: S311 - the same edition each time
        new, rows = revised(old, pools[at], rate, chance)
        truth = Truth(old, rows)
        anchors = opinions(old, count, chance)
        start = time.process_time()
        found = place(old, new, anchors)
        seconds += time.process_time() - start
        for anchor, placed in zip(anchors, found, strict=True):
            cases.append(Case(anchor, placed, *verdict(truth, anchor, placed.anchor, new)))
        pairs += pairs_found(old, new, rows, truth)
    return cases, pairs, seconds


def main(words: list[str]) -> int:
    """Print one table a rate; return 1 beyond the bounds, 2 where there is no report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--opinions", type=int, default=100)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--show", action="store_true")
    wanted = parser.parse_args(words)
    known = list(reports(wanted.folder, wanted.reports))
    if not known:
        sys.stderr.write(f"{wanted.folder} 里没有报告。\n")
        return 2
    is_good = True
    for rate in RATES:
        cases, pairs, seconds = study(known, rate, wanted.seed, wanted.opinions)
        is_good &= printed(rate, cases, pairs, seconds)
        for case in cases if wanted.show else ():
            if case.verdict == "wrong" or (case.kind, case.verdict) == ("untouched", "listed"):
                sys.stdout.write(f"{case}\n")
    return 0 if is_good else 1


def printed(rate: float, cases: Sequence[Case], pairs: Counter[str], seconds: float) -> bool:
    """Print how opinions went; return whether that is within the bounds."""
    counts = Counter((case.kind, case.verdict) for case in cases)
    sys.stdout.write(
        f"{rate:.0%} of the paragraphs revised, {len(cases)} opinions in {seconds:.2f} s; pairs "
        f"{pairs['pairs']}, missed {pairs['missed']}, with strangers {pairs['strangers']}\n"
    )
    for kind in ("untouched", "short", "touched", "gone", "paragraph"):
        row = "".join(f"{counts[kind, it]:8} {it}" for it in ("right", "listed", "wrong"))
        sys.stdout.write(f"  {kind:10}{row}\n")
    rules = Counter((case.placed.rule, case.verdict) for case in cases)
    rows = (f"{rule} {it} {n}" for (rule, it), n in sorted(rules.items()) if it != "right")
    sys.stdout.write(f"  {', '.join(rows)}\n")
    wrong = sum(case.verdict == "wrong" for case in cases)
    lost = counts["untouched", "listed"] + counts["untouched", "wrong"]
    whole = sum(n for (kind, _), n in counts.items() if kind == "untouched")
    exact = 1 - lost / max(1, whole)
    sys.stdout.write(f"  silently wrong {wrong / len(cases):.3%}, untouched exact {exact:.3%}\n")
    return wrong < MOST_WRONG * len(cases) and lost <= (1 - LEAST_GOOD) * whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
