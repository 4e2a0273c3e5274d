"""The shelf: sources, readings and reports; immutable rows, found again by alias keys."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, func, insert, select

from beiguan_desktop.core.correction import Correction, spelt
from beiguan_desktop.core.errors import DamagedTextError, UserError
from beiguan_desktop.core.report import Description, PageMark, Reading, Report, Source, Unit
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import (
    ALIAS,
    COMMENT,
    PAGE_MARK,
    READING,
    REPORT,
    SOURCE,
    UNIT,
)
from beiguan_desktop.storage.units import COLUMNS
from beiguan_desktop.storage.units import row as row_of_unit
from beiguan_desktop.storage.units import units as units_of

_DAMAGED = (
    "报告《{title}》的文字在资料库里损坏了，意见还在。请打开窗口看这份报告，"
    "程序会照存着的原文件把文字补好；补不好的，请用 restore 从最近的备份恢复。"
)
_HUGE = 300_000
"""Characters from which on a text is not proved each time it is opened: that would take long."""
_UNKNOWN = "资料库里没有报告“{id}”。请用 reports 看一下有哪些，照抄编号。"


@dataclass(frozen=True, slots=True)
class Entry:
    """A report with its paragraphs and the opinions on it that are not withdrawn, counted."""

    report: str
    title: str
    edition: str
    paragraphs: int
    comments: int


class Shelf:
    """The reports of one library."""

    def __init__(self, database: Database) -> None:
        """Use a library's database; Store makes the one shelf."""
        self._database = database

    def find(self, keys: Iterable[str]) -> str | None:
        """Return the report that one of the keys names, the first key first."""
        aliases = ALIAS
        with self._database.reading() as connection:
            for key in keys:
                query = select(aliases.c.report).where(aliases.c.key == key)
                found = connection.execute(query).scalar()
                if found is not None:
                    return str(found)
        return None

    def add(  # noqa: PLR0913 - all that a report is called
        self,
        source: Source,
        reading: Reading,
        *,
        edition: str,
        edition_of: str | None = None,
        genre: str = "其他",
        meeting: str = "",
        corrections: Sequence[Correction] = (),
    ) -> str:
        """Put a report on the shelf and return its id, the letters hash of its first reading.

        `corrections` are those that the reading holds already. Bytes or letters that are known
        already change nothing but their missing alias keys. Raises UserError when `edition_of`
        names no report.
        """
        keys = (f"source:{source.sha256}", f"letters:{reading.letters}")
        known = self.find(keys)
        if known is not None and self.find(keys[:1]) == self.find(keys[1:]):
            return known
        with self._database.writing() as connection:
            _insert_source(connection, source)
            if known is None:
                report = Description(
                    reading.letters, reading.title, genre, edition, meeting, edition_of
                )
                _insert_report(connection, reading, report)
            _insert_beside(connection, known or reading.letters, source, reading, corrections)
        return known or reading.letters

    def add_beside(self, report: str, source: Source, reading: Reading) -> None:
        """Keep a file as another of a report; which reading is current stays as it is."""
        with self._database.writing() as connection:
            _insert_source(connection, source)
            _insert_beside(connection, report, source, reading, ())

    def add_alias(self, key: str, report: str) -> None:
        """Let another key name a report; a key that is known stays as it is."""
        with self._database.writing() as connection:
            insert_alias(connection, key, report)

    def put_print(self, report: str, marks: Iterable[PageMark]) -> None:
        """Put page and line of the print itself in the place of what was inferred.

        What the user told by hand stays.
        """
        table = PAGE_MARK
        own = table.c.report == report
        with self._database.writing() as connection:
            connection.execute(delete(table).where(own, table.c.origin != "hand"))
            told = set(connection.execute(select(table.c.letter).where(own)).scalars())
            rows = [asdict(it) | {"report": report} for it in marks if it.letter not in told]
            if rows:
                connection.execute(insert(table), rows)

    def entries(self) -> list[Entry]:
        """List the reports in sight, the last one received first; to count them takes a while."""
        reports, units, comments, made = REPORT, UNIT, COMMENT, READING
        paragraphs = (
            select(func.count(units.c.number))
            .where(units.c.reading == reports.c.current_reading)
            .scalar_subquery()
        )
        opinions = (
            select(func.count())
            .where(comments.c.report == reports.c.id, comments.c.withdrawn_at.is_(None))
            .scalar_subquery()
        )
        received = (
            select(func.min(made.c.made_at)).where(made.c.report == reports.c.id)
        ).scalar_subquery()
        query = (
            select(reports.c.id, reports.c.title, reports.c.edition, paragraphs, opinions)
            .where(reports.c.hidden_at.is_(None))
            .order_by(received.desc(), reports.c.title, reports.c.edition, reports.c.id)
        )
        with self._database.reading() as connection:
            return [Entry(*row) for row in connection.execute(query)]

    def load(self, report_id: str) -> Report:
        """Return a report with its current reading; raise UserError when there is none.

        Raises DamagedTextError for a text that is not what it was, or not whole.
        """
        reports, marks = REPORT, PAGE_MARK
        with self._database.reading() as connection:
            row = connection.execute(select(reports).where(reports.c.id == report_id)).first()
            if row is None:
                raise UserError(_UNKNOWN.format(id=report_id))
            units = sound_units(connection, row.current_reading)
            if units is None or not _is_whole(row.current_reading, units):
                raise DamagedTextError(_DAMAGED.format(title=row.title))
            query = (
                select(marks.c.letter, marks.c.page, marks.c.line, marks.c.origin)
                .where(marks.c.report == report_id)
                .order_by(marks.c.letter)
            )
            known = tuple(PageMark(*mark) for mark in connection.execute(query))
        return Report(
            row.id,
            row.title,
            row.genre,
            row.edition,
            row.edition_of,
            row.current_reading,
            units,
            known,
            row.meeting,
        )

    def texts(self, report_id: str) -> list[tuple[str, int | None]]:
        """Return text and paragraph number of a report's units; nothing of an unknown one."""
        reports, units = REPORT, UNIT
        query = (
            select(units.c.text, units.c.number)
            .join(reports, reports.c.current_reading == units.c.reading)
            .where(reports.c.id == report_id)
            .order_by(units.c.ordinal)
        )
        with self._database.reading() as connection:
            return [(text, number) for text, number in connection.execute(query)]


def load_units(connection: Connection, reading: str) -> tuple[Unit, ...]:
    """Return the units of a reading in order."""
    units = UNIT
    columns = [units.c[name] for name in COLUMNS]
    query = select(*columns).where(units.c.reading == reading).order_by(units.c.ordinal)
    return units_of(connection.execute(query).fetchall())


def sound_units(connection: Connection, reading: str) -> tuple[Unit, ...] | None:
    """Return the units of a reading in order, None when one is damaged or missing."""
    try:
        units = load_units(connection, reading)
    except (ValueError, TypeError, LookupError):
        return None
    return units if all(at == unit.ordinal for at, unit in enumerate(units)) else None


def _is_whole(reading: str, units: tuple[Unit, ...]) -> bool:
    """Tell whether units are those a reading is named by; of a huge text, whether there are any."""
    if sum(len(unit.text) for unit in units) > _HUGE:
        return True
    try:
        return Reading("", 0, "", units, (), (), (), 0).id == reading
    except (ValueError, TypeError):
        return False


def _insert_source(connection: Connection, source: Source) -> None:
    sources = SOURCE
    known = select(sources.c.sha256).where(sources.c.sha256 == source.sha256)
    if connection.execute(known).first() is None:
        row = {
            "sha256": source.sha256,
            "name": source.name,
            "media": source.media,
            "encoding": source.encoding,
            "bytes": source.data,
            "received_at": source.received_at,
        }
        connection.execute(insert(sources), row)


def _insert_beside(
    connection: Connection,
    report: str,
    source: Source,
    reading: Reading,
    corrections: Sequence[Correction],
) -> None:
    """Keep a reading of a report, to be found by its letters and by the bytes it was made of."""
    insert_reading(connection, report, reading, corrections, source.received_at)
    for key in (f"source:{source.sha256}", f"letters:{reading.letters}"):
        insert_alias(connection, key, report)


def insert_reading(
    connection: Connection,
    report: str,
    reading: Reading,
    corrections: Sequence[Correction],
    made_at: str,
) -> None:
    """Keep a reading; one that is known keeps its units and what is said of it.

    Two files may differ in bytes alone and share one reading.
    """
    readings = READING
    known = select(readings.c.id).where(readings.c.id == reading.id)
    if connection.execute(known).first() is not None:
        return
    row = {
        "id": reading.id,
        "report": report,
        "source": reading.source,
        "reader": reading.reader,
        "corrections": spelt(corrections),
        "letters": reading.letters,
        "made_at": made_at,
    }
    connection.execute(insert(readings), row)
    if reading.units:
        rows = [row_of_unit(reading.id, one) for one in reading.units]
        connection.execute(insert(UNIT), rows)


def _insert_report(connection: Connection, reading: Reading, described: Description) -> None:
    reports = REPORT
    older = described.edition_of
    known = select(reports.c.id).where(reports.c.id == older)
    if older is not None and connection.execute(known).first() is None:
        raise UserError(_UNKNOWN.format(id=older))
    row = asdict(described) | {"current_reading": reading.id}
    connection.execute(insert(reports), row)
    rows = [asdict(mark) | {"report": reading.letters} for mark in reading.marks]
    if rows:
        connection.execute(insert(PAGE_MARK), rows)


def insert_alias(connection: Connection, key: str, report: str) -> None:
    """Let a key name a report; a key that is known stays as it is."""
    aliases = ALIAS
    known = select(aliases.c.key).where(aliases.c.key == key)
    if connection.execute(known).first() is None:
        connection.execute(insert(aliases), {"key": key, "report": report})
