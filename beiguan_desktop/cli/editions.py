"""`compare`: two editions, each a file or a report of the library."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from beiguan_desktop.cli import addressing, printing
from beiguan_desktop.core.comparing import Pair
from beiguan_desktop.core.kept import kept
from beiguan_desktop.core.report import Unit
from beiguan_desktop.services import comparing

_STATUS = {"same": "相同", "edited": "改动", "moved": "移动", "added": "新增", "deleted": "删去"}
_EDIT = {"changed": "改", "added": "增", "deleted": "删"}
_ID = frozenset("0123456789abcdef")


def compare(arguments: argparse.Namespace) -> int:
    """Print what became of each paragraph, and which words are others."""
    old, new = (_units(arguments, name) for name in (arguments.old, arguments.new))
    if arguments.json:
        printing.show_json(comparing.comparison_json(old, new))
        return 0
    found = comparing.compare(old, new, is_read=True)
    odd = kept((edit for pair in found for edit in pair.edits), old, new).warning
    if odd:
        printing.tell(odd)
    pairs = [it for it in found if comparing.is_listed(it, old, new)]
    changed = [pair for pair in pairs if pair.status != "same"]
    rows = [row for pair in changed for row in _rows(pair, old, new)]
    if rows:
        printing.say(printing.table(("原段", "新段", "情况", "原来的文字", "现在的文字"), rows))
    printing.say(_summary(pairs))
    return 0


def _units(arguments: argparse.Namespace, name: str) -> Sequence[Unit]:
    """Read a file, or take a report of the library where no file has that name."""
    is_id = len(name) <= 64 and _ID.issuperset(name)
    if not is_id or os.path.lexists(name):
        return addressing.report_file(Path(name), is_plain=arguments.plain)[1].units
    with addressing.store(arguments) as store:
        return store.shelf.load(addressing.report_id(store, name)).units


def _rows(pair: Pair, old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[object, ...]]:
    """Return a row for each edit of a pair, or one that says what became of it."""
    ends = [
        "" if at is None else units[at].number or "标题"
        for at, units in ((pair.old, old), (pair.new, new))
    ]
    status = _STATUS[pair.status]
    if not pair.edits:
        return [(*ends, status, "", "")]
    return [
        (
            *ends,
            status if pair.old is None or pair.new is None else f"{status}：{_EDIT[edit.type]}",
            *map(printing.shortened, comparing.words(edit, old, new)),
        )
        for edit in pair.edits
    ]


def _summary(pairs: Sequence[Pair]) -> str:
    counts = {status: sum(pair.status == status for pair in pairs) for status in _STATUS}
    if counts["same"] == len(pairs):
        return "两稿的文字相同。"
    named = "，".join(f"{_STATUS[status]} {n} 处" for status, n in counts.items() if n)
    return f"{named}。"
