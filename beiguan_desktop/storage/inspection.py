"""Looking for damage: every state, place and key of a library is proved or named.

SQLite's own check sees 5 % of flipped bits; the hashes see every altered word. A
damaged file may hold anything anywhere, so each part is looked at on its own, and no
message holds an opinion's words.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from beiguan_desktop.core.change import Record
from beiguan_desktop.core.comment import Anchor, Comment, Highlight
from beiguan_desktop.core.correction import parsed
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Description, Reading, Unit
from beiguan_desktop.storage import records
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import (
    ALIAS,
    READING,
    REPORT,
    SOURCE,
    VERSION,
)
from beiguan_desktop.storage.shelf import sound_units

Part = Callable[[Connection], Iterator[str]]


def inspect(path: Path) -> tuple[int, list[str]]:
    """Return how many states were proved, and a sentence for each damage."""
    database = Database(path, "ro", prepare=_show_damaged_text)
    states: list[str] = []

    def count(connection: Connection) -> Iterator[str]:
        states.extend(connection.execute(select(VERSION.c.record)).scalars())
        yield from ()

    parts = (structure, count, _versions, _present, _readings, _current, _places, _sources)
    try:
        problems = [problem for part in parts for problem in _looked_at(database, part)]
    finally:
        database.close()
    return len(states), list(dict.fromkeys(problems))


def _show_damaged_text(connection: sqlite3.Connection) -> None:
    """Put marks where bytes are no text, instead of stopping there."""
    connection.text_factory = lambda data: data.decode(errors="replace")


def _looked_at(database: Database, part: Part) -> list[str]:
    found: list[str] = []
    try:
        with database.reading() as connection:
            found.extend(part(connection))
    except UserError as error:
        found.append(str(error))
    except (ValueError, TypeError, LookupError, AttributeError, DBAPIError):
        found.append("资料库里有读不出来的内容，已经损坏。请用 restore 从最近的备份恢复。")
    return found


def structure(connection: Connection) -> Iterator[str]:
    """Yield what SQLite itself finds wrong."""
    for check in ("quick_check(1)", "integrity_check(1)"):
        if connection.exec_driver_sql(f"PRAGMA {check}").scalar() != "ok":
            yield "数据库文件的结构有损坏"
    astray = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
    if astray:
        yield f"有{astray}处指向不存在的内容"


def _states(connection: Connection) -> dict[str, list[tuple[int, str, str | None, str]]]:
    rows = VERSION
    query = select(rows.c.record, rows.c.version, rows.c.type, rows.c.state, rows.c.sha256)
    found: dict[str, list[tuple[int, str, str | None, str]]] = {}
    for record, *rest in connection.execute(query.order_by(rows.c.record, rows.c.version)):
        found.setdefault(record, []).append((rest[0], rest[1], rest[2], rest[3]))
    return found


def _versions(connection: Connection) -> Iterator[str]:
    for record, states in _states(connection).items():
        if [version for version, *_ in states] != list(range(1, len(states) + 1)):
            yield f"记录 {record} 的历史缺了一段"
        for version, kind, state, sha256 in states:
            if records.digest(state) != sha256 or kind not in records.TABLES:
                yield f"记录 {record} 的第 {version} 稿和它的校验码不符"
            elif state is not None:
                value = records.from_state(kind, state)
                if (value.id, value.version) != (record, version):
                    yield f"记录 {record} 的第 {version} 稿放错了地方"


def _present(connection: Connection) -> Iterator[str]:
    present: dict[str, Record] = {}
    for kind, rows in records.TABLES.items():
        nature = [rows.c.nature] if kind == "comment" else []
        for row in connection.execute(select(*records.COLUMNS[kind], *nature)):
            value = records.value(kind, row[: len(records.COLUMNS[kind])])
            present[value.id] = value
            if isinstance(value, Comment) and row[-1] != value.nature:
                yield f"记录 {value.id} 的性质和类型不符"
    newest = {record: states[-1] for record, states in _states(connection).items()}
    imported = {it.id for it in present.values() if isinstance(it, Description) and not it.version}
    for record in sorted((present.keys() - imported) | newest.keys()):
        _, kind, state, sha256 = newest.get(record, (0, "", None, records.digest(None)))
        if records.digest(state) == sha256 and not _is_same(present.get(record), kind, state):
            yield f"记录 {record} 现在的内容和它的最后一稿不符"


def _is_same(value: Record | None, kind: str, state: str | None) -> bool:
    if value is None or state is None:
        return value is None and state is None
    # An older state lacks the fields that came later: compare values, not spellings.
    return records.type_of(value) == kind and records.from_state(kind, state) == value


def _readings(connection: Connection) -> Iterator[str]:
    aliases = ALIAS
    names = {row.key: row.report for row in connection.execute(select(aliases))}
    readings = connection.execute(select(READING)).all()
    for row in readings:
        units = sound_units(connection, row.id)
        if not _is_parsed(row.corrections):
            yield f"报告 {row.report} 手工改过的地方读不出来"
        if units is None:
            yield f"报告 {row.report} 的文字有一处读不出来"
            continue
        reading = Reading(row.source, row.reader, "", units, (), (), (), 0)
        if reading.id != row.id or reading.letters != row.letters or not _is_counted(units):
            yield f"报告 {row.report} 的文字和它的校验码不符"
        for key, what in ((f"letters:{row.letters}", "文字"), (f"source:{row.source}", "原文件")):
            if names.get(key) != row.report:
                yield f"报告 {row.report} 不能按它的{what}找到"


def _current(connection: Connection) -> Iterator[str]:
    readings = connection.execute(select(READING.c.id, READING.c.report)).all()
    reports = REPORT
    for report, current in connection.execute(select(reports.c.id, reports.c.current_reading)):
        if not any(row.id == current and row.report == report for row in readings):
            yield f"报告 {report} 的正文不见了"


def _is_parsed(corrections: str | None) -> bool:
    try:
        parsed(corrections)
    except (ValueError, TypeError, LookupError):
        return False
    return True


def _is_counted(units: tuple[Unit, ...]) -> bool:
    before = accumulate((letter_count(unit.text) for unit in units), initial=0)
    return all(unit.letter == count for unit, count in zip(units, before, strict=False))


def _places(connection: Connection) -> Iterator[str]:
    rows = records.TABLES["comment"]
    texts: dict[str, Mapping[int, str]] = {}

    def text(reading: str) -> Mapping[int, str]:
        if reading not in texts:
            units = sound_units(connection, reading) or ()
            texts[reading] = {unit.ordinal: unit.text for unit in units}
        return texts[reading]

    for row in connection.execute(select(*records.COLUMNS["comment"]).order_by(rows.c.id)):
        comment = records.comment(row)
        if not _is_in_place(comment.anchor, text(comment.reading)):
            yield f"意见 {comment.id} 摘的原文和报告里那个位置的文字不符"
    rows = records.TABLES["highlight"]
    for row in connection.execute(select(*records.COLUMNS["highlight"]).order_by(rows.c.id)):
        mark = Highlight(*row)
        place = Anchor("passage", mark.unit, mark.start, mark.end, quote=mark.quote)
        if not _is_in_place(place, text(mark.reading)):
            yield f"重点 {mark.id} 摘的原文和报告里那个位置的文字不符"


def _is_in_place(anchor: Anchor, texts: Mapping[int, str]) -> bool:
    if anchor.unit is None:
        return anchor.place == "report" and not anchor.quote
    text = texts.get(anchor.unit)
    if text is None or not 0 <= anchor.start <= anchor.end <= len(text):
        return False
    return anchor.place != "passage" or text[anchor.start : anchor.end] == anchor.quote


def _sources(connection: Connection) -> Iterator[str]:
    rows = SOURCE
    for sha256 in connection.execute(select(rows.c.sha256)).scalars().all():
        query = select(rows.c.bytes).where(rows.c.sha256 == sha256)
        if hashlib.sha256(connection.execute(query).scalar_one()).hexdigest() != sha256:
            yield f"报告的原文件 {sha256} 和它的校验码不符"


def census(connection: Connection) -> dict[str, Any]:
    """Count the rows of every table and take one hash over all versions.

    What must be equal before and after a copy or a migration. Tables are those of the file,
    not of this program.
    """
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    counts: dict[str, Any] = {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608 - a name of our own file
        for name in connection.exec_driver_sql(query).scalars().all()
    }
    digest = hashlib.sha256()
    query = "SELECT record, version, type, change, state, sha256 FROM version ORDER BY 1, 2"
    for row in connection.exec_driver_sql(query):
        digest.update(repr(tuple(row)).encode())
    return counts | {"#versions": digest.hexdigest()}
