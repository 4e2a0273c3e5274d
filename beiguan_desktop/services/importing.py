"""Take a report in: read its file, print its structure, put it into the library."""

import hashlib
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop import paths
from beiguan_desktop.core.causes import in_chinese
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.correction import Correction, Plainly, described
from beiguan_desktop.core.errors import DamagedTextError, NoReportError, UserError
from beiguan_desktop.core.report import (
    Description,
    PageMark,
    Read,
    Reading,
    Repair,
    Report,
    Source,
)
from beiguan_desktop.core.text import clean
from beiguan_desktop.formats import kinds, ole_look, text_in
from beiguan_desktop.services import libreoffice
from beiguan_desktop.services.clock import new_id
from beiguan_desktop.services.reading_apart import read_apart

if TYPE_CHECKING:  # so that reading a file never waits for SQLAlchemy
    from beiguan_desktop.storage.store import Store

_BRIEF = 64 * 1024
"""Bytes of a text that is read within a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A report of the library after an import; `already` = it was there before.

    `is_paged`: it was, and its pages and lines, inferred so far, are those of the print now.
    """

    report: str
    title: str
    paragraphs: int
    already: bool
    is_paged: bool = False


def takes_time(path: Path) -> bool:
    """Tell whether reading a file may take longer than somebody should wait with his hands still.

    False for a file that is refused at once, or cannot be opened.
    """
    try:
        return is_read_apart(path) or path.stat().st_size > _BRIEF
    except (OSError, ValueError):
        return False


def is_read_apart(path: Path) -> bool:
    """Tell whether reading a file starts a process and may take seconds: Word files and PDF.

    False for a file that is refused at once, or cannot be opened.
    """
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            media = kinds.media_of(file.read(kinds.ENOUGH))
    except (OSError, ValueError, UserError):
        return False
    return libreoffice.found() is not None if media in kinds.CONVERTED else media != kinds.TEXT


def read_report(
    path: Path, *, now: str, stop: Event | None = None, is_plain: bool = False
) -> tuple[Source, Reading]:
    """Return a file's bytes as received and its reading; see `read_file`."""
    read = read_file(path, now=now, stop=stop, is_plain=is_plain)
    return read.source, read.reading


def read_file(path: Path, *, now: str, stop: Event | None = None, is_plain: bool = False) -> Read:
    """Read a file: its bytes as received, and what this version of the reader makes of them.

    With `is_plain` every line is a paragraph, and what looks like no report is read as well.
    All but TXT is read by a process of its own, within limits; `stop` ends it. Touches no
    library and may run in any thread.

    Raises UserError, in words for the user, when the file is missing, unreadable, a folder,
    empty, binary, of a kind that cannot be read, damaged or too large, NoReportError when it
    looks like no report, and CancelledError (`reading_apart`) after `stop`.
    """
    from beiguan_desktop.core import outline  # noqa: PLC0415 - see _recognized

    data = _bytes(path)
    media = kinds.media_of(data)
    if media == kinds.DOC:
        ole_look.look(data)
    if media == kinds.TEXT:
        text, encoding = text_in.decode(data)
        read = kinds.Extracted(text, media)
    else:
        read, encoding = read_apart(data, media, stop=stop), ""
    source = Source(
        sha256=hashlib.sha256(data).hexdigest(),
        name=clean(path.name),  # a name on disk need not be text
        media=media,
        encoding=encoding,
        data=data,
        received_at=now,
    )
    make = outline.read_plain if is_plain else outline.read
    called = clean(path.stem)
    reading = make(read.text, source=source.sha256, layout=read.layout, called=called)
    reading = reading if is_plain else _recognized(source.name, reading, read.text)
    return Read(source, reading, read.text, is_plain)


def _recognized(name: str, reading: Reading, text: str) -> Reading:
    """Return a reading as it is; raise NoReportError if it looks like something else."""
    # the rules of reading are a hundred patterns: 40 ms, for which no start need wait
    from beiguan_desktop.core.recognizing import taken_for  # noqa: PLC0415

    look = taken_for(reading, text)
    if look:
        raise NoReportError(f"文件“{name}”{look}，不像一份报告。请核对后换一个文件。")
    return reading


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError(f"“{path.name}”是一个文件夹。请选择报告的 .txt、.docx 或 .pdf 文件。")
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe may never begin, a device never end
            raise UserError(f"“{path.name}”是管道或设备，不是文件。请选择报告的文件。")
        with path.open("rb") as file:
            data = file.read(text_in.LARGEST + 1)
    except FileNotFoundError:
        raise UserError(f"没有找到“{path.name}”。请核对文件名和所在的文件夹。") from None
    except PermissionError:
        raise UserError(f"没有读“{path.name}”的权限。请把它复制到自己的文件夹，再导入。") from None
    except (OSError, ValueError) as error:
        raise UserError(
            f"“{path.name}”读不出来。请核对文件后再试（{in_chinese(error)}）。"
        ) from None
    if len(data) > text_in.LARGEST:
        raise UserError(f"“{path.name}”超过了 20 MB 的上限，不像一份报告。请核对后换一个文件。")
    return data


def import_report(
    store: "Store",
    path: Path,
    *,
    now: str,
    edition: str = "",
    edition_of: str | None = None,
) -> Imported:
    """Read a report and put it into the library: `read_file`, then `put_read`."""
    read = read_file(path, now=now)
    return put_read(store, read, edition=edition, edition_of=edition_of)


def put_report(  # noqa: PLR0913 - all that a report is called
    store: "Store",
    source: Source,
    reading: Reading,
    *,
    edition: str = "",
    edition_of: str | None = None,
    genre: str = "",
    meeting: str | None = None,
    corrections: Sequence[Correction] = (),
) -> Imported:
    """Put a report into the library; one that is there already is found and left as it is.

    What is not told of edition, genre and meeting is what a correction says, else the report.
    `corrections` are those that the reading holds already. The same bytes, or other bytes with
    the same letters (the same report saved by another program), are the same report; the other
    key is kept as an alias. A PDF brings the pages and lines of the print. Raises UserError when
    the library cannot be written, or `edition_of` names no report.
    """
    known = _found_again(store, source, reading)
    if known is not None:
        return known
    said = described(corrections)
    guessed = description_of(source, reading)
    added = store.shelf.add(
        source,
        reading,
        edition=edition or said.get("edition") or guessed.edition,
        edition_of=edition_of,
        genre=genre or said.get("genre") or guessed.genre,
        meeting=said.get("meeting", guessed.meeting) if meeting is None else meeting,
        corrections=corrections,
    )
    paragraphs = sum(unit.kind == "paragraph" for unit in reading.units)
    return Imported(added, reading.title, paragraphs, already=False)


def _found_again(store: "Store", source: Source, reading: Reading) -> Imported | None:
    keys = (f"source:{source.sha256}", f"letters:{reading.letters}")
    found = store.shelf.find(keys)
    if found is None:
        return None
    for key in keys:
        if store.shelf.find((key,)) is None:
            store.shelf.add_alias(key, found)
    report = _whole(store, found, source)
    is_paged = _is_print(reading.marks) and not _is_print(report.marks)
    is_paged = is_paged and store.shelf.find(keys[1:]) == found
    if is_paged:
        store.shelf.put_print(found, reading.marks)
    _show_again(store, found, source.received_at)
    return Imported(found, report.title, len(report.paragraphs), True, is_paged)


def _show_again(store: "Store", report: str, now: str) -> None:
    """Bring a report that was put out of sight back: somebody has just opened its file."""
    before = store.descriptions()[report]
    if before.hidden_at is not None:
        edit = Edit(report, before, replace(before, hidden_at=None))
        store.apply(Change(new_id(), "找回报告", now, None, (edit,)))


def _whole(store: "Store", report: str, source: Source) -> Report:
    """Return a report; one that is damaged is made whole by the file at hand."""
    try:
        return store.shelf.load(report)
    except DamagedTextError:
        from beiguan_desktop.services import mending  # noqa: PLC0415 - seldom needed

        when = source.received_at
        return mending.whole(store, report, change_id=new_id(), now=when, file=source)[0]


def put_read(
    store: "Store", read: Read, *, edition: str = "", edition_of: str | None = None
) -> Imported:
    """Put a file as it was read into the library: `put_report`, and that it was read plainly."""
    return put_report(
        store,
        read.source,
        read.reading,
        edition=edition,
        edition_of=edition_of,
        corrections=(Plainly(),) if read.is_plain else (),
    )


def description_of(source: Source, reading: Reading) -> Description:
    """Return what a report would be called by what it says itself; a person may know better.

    Of one in traditional characters kind, edition and meeting are named in simplified ones.
    """
    from beiguan_desktop.core import genres, traditional  # noqa: PLC0415 - the start reads no file
    from beiguan_desktop.services.comparing import simplified  # noqa: PLC0415 - as above

    head = reading.units[: genres.HEAD]
    folds = simplified() if traditional.is_traditional(unit.text for unit in head) else {}
    title = reading.title.translate(folds)
    head = tuple(replace(unit, text=unit.text.translate(folds)) for unit in head)
    return Description(
        reading.letters,
        reading.title,
        genres.genre_of(title, head),
        genres.edition_of_text(title, head, clean(Path(source.name).stem).translate(folds)),
        genres.meeting_of(head),
    )


def doubts(reading: Reading) -> list[Repair]:
    """Return what may be misprinted in a report (grade 疑似), with reasons; nothing was changed."""
    from beiguan_desktop.core.doubts import found  # noqa: PLC0415 - a look at the whole report

    table = (paths.resources() / "fonts" / "characters.txt").read_text(encoding="utf-8")
    lines = table.partition("# 表外字")[0].splitlines()
    return found(reading.units, frozenset("".join(it for it in lines if not it.startswith("#"))))


def _is_print(marks: Sequence[PageMark]) -> bool:
    return any(mark.origin == "pdf" for mark in marks)
