"""Opinions from a table of a delegation's staff: what would come, and what is wrong by line.

Reading and preparing are functions on values and may run in any thread; what comes of them is
one Change, so that it is written, and undone, as a whole.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from beiguan_desktop.core import canonical, table_entry
from beiguan_desktop.core.causes import in_chinese
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor, Comment, Person
from beiguan_desktop.core.errors import CancelledError, UserError
from beiguan_desktop.core.naming import known, plain
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.table import Head, Sheet, entries, head_of
from beiguan_desktop.core.table_places import Places
from beiguan_desktop.core.text import seen
from beiguan_desktop.formats import table_in
from beiguan_desktop.formats.kinds import XLSX
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.services.reading_apart import read_apart

LABEL = "从表格录入"
_HEADS = "请在第一行写上：姓名、代表团、段落、原文、类型、意见、改为、理由。"


@dataclass(frozen=True, slots=True)
class Library:
    """What is there before a table comes: its report, everybody, and every opinion on it.

    `comments` hold the withdrawn ones too: what was thrown away does not come back. `me` is
    who sits here and records.
    """

    report: Report
    people: Sequence[Person]
    comments: Sequence[Comment]
    me: Person | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """What would come of a table.

    `change` is None when nothing is new; `same` counts lines that came earlier; `problems`
    are sentences, each beginning with its line; `unused` names columns nobody looked at,
    `unseen` counts characters that nobody sees and that were left out.
    """

    change: Change | None
    same: int
    problems: tuple[str, ...]
    unused: tuple[str, ...]
    unseen: int = 0

    @property
    def added(self) -> tuple[Comment, ...]:
        """The opinions that are new, in the order of the table."""
        edits = self.change.edits if self.change else ()
        return tuple(edit.after for edit in edits if isinstance(edit.after, Comment))


def read_table(path: Path, *, stop: Event | None = None) -> tuple[Sheet, ...]:
    """Read the sheets of a .csv or .xlsx file; touches no library.

    An .xlsx is read by a process of its own, which `stop` ends. Raises UserError, in words for
    the user, for a file that is missing, unreadable, no table, damaged or too large, and
    CancelledError after `stop`.
    """
    data = _bytes(path)
    if table_in.media_of(data) == XLSX:
        return table_in.loads(read_apart(data, XLSX, stop=stop).text)
    return (table_in.read_csv(data),)


def _bytes(path: Path) -> bytes:
    if path.suffix.lower() == ".docx":
        raise UserError("从批注稿收意见还没有做好。现在可以用 .csv 或 .xlsx 表格。")
    try:
        if not path.is_file():
            what = "不是一个表格文件" if path.exists() else "没有找到"
            raise UserError(f"“{path.name}”{what}。请核对文件名和所在的文件夹。")
        with path.open("rb") as file:
            return file.read(table_in.LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UserError(
            f"“{path.name}”读不出来。请核对文件后再试（{in_chinese(error)}）。"
        ) from None


def prepare(
    sheets: Sequence[Sheet],
    library: Library,
    *,
    stop: Event | None = None,
    told: Callable[[int, int], object] = lambda _done, _all: None,
) -> Taking:
    """Return what a table would add to a library; writes nothing.

    `told` hears how many lines of how many are done. Raises UserError when no sheet has a
    head line, and CancelledError after `stop`.
    """
    heads = [(sheet, head) for sheet in sheets if (head := head_of(sheet)) is not None]
    if not heads:
        raise UserError(f"没有认出表头，不知道哪一列是什么。{_HEADS}")
    lines = [
        (f"{_title(sheet, heads)}第{number}行", cells)
        for sheet, head in heads
        for number, cells in entries(sheet, head)
    ]
    taken = _Gathering(library)
    for done, (where, cells) in enumerate(lines):
        if stop is not None and stop.is_set():
            raise CancelledError("已取消，没有录入。")
        told(done, len(lines))
        taken.take(where, cells)
    return taken.end(_unused(heads))


def _title(sheet: Sheet, heads: Sequence[tuple[Sheet, Head]]) -> str:
    return f"“{sheet.name}”" if len(heads) > 1 else ""


def _unused(heads: Sequence[tuple[Sheet, Head]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for _, head in heads for name in head.unused))


class _Gathering:
    """Turns line after line into opinions, and keeps what is wrong with the others."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._places = Places(library.report, Pages(library.report.units, library.report.marks))
        self._people = list(library.people)
        self._new: list[Person] = []
        self._keys = {comment.import_key: comment.person for comment in library.comments}
        self._added: list[Comment] = []
        self._same, self._problems = 0, list[str]()
        self._unseen, self._now = 0, clock.now()

    def take(self, where: str, cells: Mapping[str, str]) -> None:
        """Take one line: an opinion, one that is here already, or a problem."""
        plain = {name: seen(words) for name, words in cells.items()}
        self._unseen += sum(unseen for _, unseen in plain.values())
        cells = {name: words for name, (words, _) in plain.items()}
        try:
            taken = self._taken(cells)
        except UserError as error:
            self._problems.append(f"{where}：{error}")
            return
        if taken is None:
            self._same += 1
            return
        author, comment = taken
        self._keys[comment.import_key] = author.id
        if not author.version and author not in self._new:
            self._new.append(author)
            self._people.append(author)
        self._added.append(comment)

    def _taken(self, cells: Mapping[str, str]) -> tuple[Person, Comment] | None:
        """Return whose opinion a line is, and the opinion; None for one that is here already."""
        anchor = self._places.find(cells)
        words = _words(cells, anchor)
        name = table_entry.name_in(cells["author"])
        signed = partial(import_key, self._library.report.id, anchor, words, name)
        if signed(cells["delegation"]) in self._keys:
            return None
        author = self._author(cells)
        key = signed(author.delegation)
        if key in self._keys or self._keys.get(signed("")) == author.id:
            return None
        return author, replace(
            self._comment(anchor, cells, words, author), origin="table", import_key=key
        )

    def _author(self, cells: Mapping[str, str]) -> Person:
        """Find who is meant, or make a new person."""
        name, delegation = table_entry.name_in(cells["author"]), plain(cells["delegation"])
        how = "请在“代表团”一列写明是哪一位。"
        found = known(self._people, name, delegation, how=how)
        capacity = table_entry.capacity_in(cells["capacity"]) or "代表"
        return found or Person(clock.new_id(), name, delegation, capacity)

    def _comment(
        self, anchor: Anchor, cells: Mapping[str, str], words: commenting.Words, author: Person
    ) -> Comment:
        change = commenting.add(
            self._library.report,
            anchor,
            words,
            author=author,
            comment_id=clock.new_id(),
            change_id="",
            now=self._now,
            more=self._more(cells, author),
        )
        (comment,) = (it.after for it in change.edits if isinstance(it.after, Comment))
        return comment

    def _more(self, cells: Mapping[str, str], author: Person) -> commenting.More:
        me = self._library.me
        recorder = me.name if me is not None and me.id != author.id else ""
        return commenting.More(
            field=cells["field"],
            departments=cells["departments"],
            weight=cells["weight"],
            cosigners=cells["cosigners"],
            apart=table_entry.is_yes(cells["apart"]),
            capacity=table_entry.capacity_in(cells["capacity"]),
            manner=table_entry.manner_in(cells["manner"]),
            recorder=cells["recorder"] or recorder,
        )

    def end(self, unused: tuple[str, ...]) -> Taking:
        """Return what was gathered; new persons come before their opinions."""
        records: tuple[Person | Comment, ...] = (*self._new, *self._added)
        edits = tuple(Edit(record.id, None, record) for record in records)
        me = self._library.me
        change = Change(clock.new_id(), LABEL, self._now, me.id if me else None, edits)
        made = change if self._added else None
        return Taking(made, self._same, tuple(self._problems), unused, self._unseen)


def _words(cells: Mapping[str, str], anchor: Anchor) -> commenting.Words:
    """Return what a line says as an opinion keeps it."""
    what = table_entry.kind_in(cells)
    said = (what.kind, cells["text"], what.act, cells["replacement"], cells["reason"])
    return commenting.checked(commenting.Words(*said), anchor)


def import_key(
    report: str, anchor: Anchor, words: commenting.Words, name: str, delegation: str
) -> str:
    """Return the SHA-256 by which an opinion of a table is known again (data-model.md).

    Of author, delegation, place, quotation and words as they were understood when imported,
    however they were written: giving the opinion other words later changes nothing. The report
    belongs to the place, for letters are counted within one.
    """
    place = [report, anchor.letter_start, anchor.letter_end, anchor.quote]
    said = [words.kind, words.act, words.text, words.replacement, words.reason]
    spelt = canonical.dumps([name, delegation, *place, *said])
    return hashlib.sha256(spelt.encode()).hexdigest()
