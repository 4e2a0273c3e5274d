"""A small library for the tests of storage: one report, one person, opinions on demand."""

import hashlib
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment, Highlight, Person
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import PageMark, Reading, Runin, Source, Unit
from beiguan_desktop.storage.store import Store, open_store

NOW = "2026-02-27T09:00:00+08:00"
WANG = Person("p-wang", "王建国", "第三代表团")
BODY = "优化公共服务。推进教育优质均衡发展，𠮷祥里小学扩建。"


def source_and_reading(title: str = "政府工作报告", name: str = "report.txt"):
    """Two units with everything that a unit can have."""
    text = f"{title}\n{BODY}"
    data = text.encode()
    source = Source(
        hashlib.sha256(data).hexdigest(), name, "text/plain", "utf-8", data, received_at=NOW
    )
    start = len(title) + 1
    units = (
        Unit(0, "title", 0, title, title, ((0, len(title)),)),
        Unit(
            1,
            "paragraph",
            0,
            BODY,
            BODY,
            ((start, start + 9), (start + 9, len(text))),
            seams=(9,),
            runin=Runin("优化公共服务。", 3, "topic"),
            path=("三、2026年重点工作", "（六）惠民生增福祉"),
            number=1,
            letter=letter_count(title),
        ),
    )
    marks = (PageMark(0, 1, 1, "seam"), PageMark(12, 2, 1, "seam"))
    return source, Reading(source.sha256, 1, title, units, (), (), marks, len(text))


def new_library(path: Path) -> Store:
    """A library with the small report and its author."""
    store = open_store(path, create=True)
    report = store.shelf.add(
        *source_and_reading(), edition="审议稿", genre="政府工作报告", meeting="十一届人大六次会议"
    )
    store.apply(adding(WANG, change="first"))
    store.desk.put_last_place(report, 0)
    return store


def report_of(store: Store):
    return store.shelf.load(store.shelf.entries()[0].report)


def opinion(store: Store, record: str, text: str = "建议扩建", **fields) -> Comment:
    """An opinion on the words 𠮷祥里小学."""
    report = report_of(store)
    start = BODY.index("𠮷")
    letter = report.units[1].letter + letter_count(BODY[:start])
    anchor = Anchor(
        "passage",
        1,
        start,
        start + 5,
        letter,
        letter + 5,
        quote=BODY[start : start + 5],
        prefix=BODY[:start],
        suffix=BODY[start + 5 :],
    )
    values = {"anchor": anchor, "kind": "建议", "text": text, **fields}
    return Comment(
        id=record,
        report=report.id,
        reading=report.reading,
        person=WANG.id,
        author_name=WANG.name,
        author_delegation=WANG.delegation,
        created_at=NOW,
        changed_at=NOW,
        **values,
    )


def adding(*records, change: str, undoes: str | None = None) -> Change:
    edits = tuple(Edit(record.id, None, record) for record in records)
    return Change(change, "写意见", NOW, WANG.id, edits, undoes)


def changing(before, after, *, change: str) -> Change:
    record = (before or after).id
    return Change(change, "改意见", NOW, WANG.id, (Edit(record, before, after),))


@contextmanager
def an_ordinary_user(folder):
    """Root may write anywhere: go on as somebody else."""
    if os.getuid() != 0:
        yield
        return
    for place in (folder, *folder.rglob("*")):
        os.chown(place, 65534, 65534)
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


ON_ALL = WHOLE_REPORT


def highlight(store: Store, record: str, words: str = "𠮷祥里小学", **fields) -> Highlight:
    """Mark some words of the paragraph."""
    report = report_of(store)
    place = passage(report, 1, BODY.index(words), BODY.index(words) + len(words))
    values = {"created_at": NOW, "person": WANG.id, **fields}
    return Highlight(
        id=record,
        report=report.id,
        reading=report.reading,
        unit=1,
        start=place.start,
        end=place.end,
        letter_start=place.letter_start,
        letter_end=place.letter_end,
        quote=words,
        **values,
    )


def released(version: int, path: Path) -> Path:
    """Make a library as a released program left it, from the SQL that was kept of it."""
    file = Path(__file__).with_name("released") / f"version_{version}.sql"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(file.read_text(encoding="utf-8"))
    return path


def sit(store, person: str) -> None:
    """Let a person who is stored sit before this machine."""
    store.apply(Change("sits", "换人", NOW, person, ()), me=person)
