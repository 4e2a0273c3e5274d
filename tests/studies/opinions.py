"""Enter opinions from a file of JSON lines through the services, and read them back.

python -m tests.studies.opinions FILE [--keep LIBRARY]

Each line says where (how the paragraph begins, a quotation), what (kind, act, replacement,
reason, text), who (author, delegation), and by which way it came (source): written by himself,
recorded from paper, recorded from a speech. Every opinion must be found at its place, and come
back as it was entered.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.folding import fold
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import checking, clock, commenting, library
from beiguan_desktop.storage.store import Store

RECORDER = "工作人员甲"
MANNERS = {
    "本人录入": ("会前书面", None),
    "纸质代录": ("书面意见", RECORDER),
    "发言代录": ("口头发言", RECORDER),
}
_SAME = ("kind", "act", "replacement", "reason", "text")


def read(file: Path) -> list[dict[str, str]]:
    """Return the opinions of a file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def paragraph(report: Report, words: str) -> int | None:
    """Return the number of the one paragraph that begins with some words, None for no words."""
    if not words:
        return None
    begun = [n for n, it in report.paragraphs.items() if fold(it.text).startswith(fold(words))]
    (number,) = begun
    return number


def enter(store: Store, report: Report, said: Mapping[str, str]) -> Comment:
    """Write one opinion as window and command line do."""
    known = commenting.choose_author(store.people(), said["author"], said["delegation"])
    author = known or Person(clock.new_id(), said["author"], said["delegation"])
    manner, recorder = MANNERS[said["source"]]
    place = commenting.place(
        report,
        paragraph=paragraph(report, said["paragraph_starts"]),
        quote=said["quote"],
        nth=None,
    )
    change = commenting.add(
        report,
        place,
        commenting.Words(**{name: said[name] for name in _SAME}),
        author=author,
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
        more=commenting.More(manner=manner, recorder=recorder),
    )
    written = [edit.after for edit in store.apply(change).edits]
    (comment,) = (it for it in written if isinstance(it, Comment))
    return comment


def differences(report: Report, said: Mapping[str, str], found: Comment) -> list[str]:
    """Return what of an opinion did not come back as it was entered."""
    manner, recorder = MANNERS[said["source"]]
    wanted = {name: said[name] for name in _SAME}
    wanted |= {"author_name": said["author"], "author_delegation": said["delegation"]}
    wrong = [name for name, words in wanted.items() if getattr(found, name) != words]
    anchor = found.anchor
    text = "" if anchor.unit is None else report.units[anchor.unit].text
    begins = fold(text).startswith(fold(said["paragraph_starts"]))
    checks = {
        "place": begins and (anchor.unit is not None) == bool(said["paragraph_starts"]),
        "quote": anchor.quote == text[anchor.start : anchor.end] if anchor.quote else True,
        "words of the quote": fold(anchor.quote) == fold(said["quote"]),
        "manner": (found.manner, found.recorder) == (manner, recorder),
    }
    return wrong + [name for name, is_right in checks.items() if not is_right]


def study(file: Path, path: Path) -> tuple[Counter[str], list[str]]:
    """Enter a file into a new library; return what was counted, and what is wrong."""
    opinions, counts, wrong = read(file), Counter[str](), []
    with library.filling(path) as store:
        library.fill(store, now=clock.now())
        (entry,) = store.shelf.entries()
        report = store.shelf.load(entry.report)
        ids = [enter(store, report, said).id for said in opinions]
    with library.open_library(path, read_only=True) as store:
        found = {comment.id: comment for comment in store.comments()}
        counts["people"] = len(store.people())
    for number, (record, said) in enumerate(zip(ids, opinions, strict=True), 1):
        one = found[record]
        kind = f"{one.kind}：{one.act}" if one.act else one.kind
        counts.update(("opinions", kind, one.manner, one.anchor.place))
        wrong += [f"line {number}: {what}" for what in differences(report, said, one)]
    wrong += checking.check(path).problems
    return counts, wrong


def main() -> int:
    """Run the study and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--keep", type=Path, help="where the library shall stay")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts, wrong = study(asked.file, asked.keep or Path(folder) / "beiguan.db")
    lines = [f"{name}: {count}" for name, count in counts.items()]
    sys.stdout.write("\n".join([*lines, *(wrong or ["all as they were entered"]), ""]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
