"""Find two characters in 1.1 million, as one types: the program against str.find, in one run.

python -m tests.benchmarks.bench_find
"""

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.core.finding import Query, Searchable
from beiguan_desktop.formats.text_in import decode
from beiguan_desktop.services.searching import initials

SIZE, ROUNDS, MOST = 1_100_000, 31, 1.5
SHARED = Path(os.environ.get("BEIGUAN_SHARED", Path(__file__).resolve().parents[3] / "shared"))
FOLDERS = ("national", "province", "prefecture", "county")
WORDS = ("发展", "改造", "教育", "学位", "停车", "龘龘")
"""From what stands everywhere to what stands nowhere."""
SCREEN = 30
"""How many hits are shown at once: only these are led back to their places."""


def reports() -> tuple[str, list[list[str]]]:
    """Return what is searched, as paragraphs by report: true reports where there are any."""
    files = [file for name in FOLDERS for file in sorted((SHARED / "corpus" / name).glob("*.txt"))]
    texts: list[list[str]] = []
    size = 0
    for file in files:
        if size < SIZE:
            texts.append(decode(file.read_bytes())[0].splitlines())
            size += sum(map(len, texts[-1]))
    if size >= SIZE:
        return f"{len(texts)} true reports", texts
    return "72 made reports", made()


def made() -> list[list[str]]:
    """Shuffle the sentences of the shipped report into 72 others."""
    chance = random.Random(72)  # noqa: S311 - the same text each time
    sentences = paths.shipped_report().read_text(encoding="utf-8-sig").split("。")
    return [["。".join(chance.sample(sentences, 8)) for _ in range(45)] for _ in range(72)]


def every(text: str, word: str) -> list[int]:
    """Return every place by str.find: the floor."""
    found = []
    at = text.find(word)
    while at >= 0:
        found.append(at)
        at = text.find(word, at + len(word))
    return found


def ours(texts: list[Searchable], word: str) -> int:
    """Find as the window does: all hits counted, those on the screen led to their places."""
    query = Query(word)
    found = [text.find(query) for text in texts]
    left = SCREEN
    for hits in found:
        for at in range(min(left, len(hits))):
            hits.span(at)
        left -= min(left, len(hits))
    return sum(map(len, found))


def missed(texts: list[Searchable], word: str) -> int:
    """Count the places of str.find, paragraph by paragraph, that are not among ours."""
    count = 0
    for text in texts:
        spans = text.find(Query(word)).spans()
        places = {(span.piece, at) for span in spans for at in range(span.start, span.end)}
        count += sum(
            (piece, at) not in places
            for piece, words in enumerate(text.pieces)
            for at in every(words, word)
        )
    return count


def similar(texts: list[Searchable], word: str) -> None:
    """Print how long it takes to find what is similar; no floor has it."""
    query, table = Query(word), initials()

    def find() -> int:
        return sum(len(text.find_similar(query, text.find(query), table)) for text in texts)

    count = find()
    spent = statistics.median(timed(find) for _ in range(5))
    sys.stdout.write(f"{word}: {count} similar, {spent:.1f} ms\n")


def timed(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.thread_time()  # what other programs take meanwhile is nobody's fault here
    act()
    return (time.thread_time() - began) * 1000


def main() -> bool:
    """Print both times for each word; tell whether nothing is missed and each ratio is in bound."""
    name, pieces = reports()
    one = "\n".join("\n".join(each) for each in pieces)
    texts = [Searchable(each) for each in pieces]
    first = timed(lambda: ours(texts, WORDS[0]))
    sys.stdout.write(f"{name}, {len(one)} characters; folded once in {first:.0f} ms\n")
    is_good = True
    for word in WORDS:
        times: dict[str, list[float]] = {"floor": [], "ours": []}
        for _ in range(ROUNDS):
            times["floor"].append(timed(lambda word=word: every(one, word)))
            times["ours"].append(timed(lambda word=word: ours(texts, word)))
        floor, mine = (statistics.median(found) for found in times.values())
        lost = missed(texts, word)
        is_good &= lost == 0 and mine <= MOST * floor
        sys.stdout.write(
            f"{word}: {ours(texts, word)} hits, {lost} missed; str.find {floor:.2f} ms, "
            f"ours {mine:.2f} ms, ratio {mine / floor:.2f}, at most {MOST}\n"
        )
    for word in ("jyxj", "试验室"):
        similar(texts, word)
    return is_good


if __name__ == "__main__":
    main()
