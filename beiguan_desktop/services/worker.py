"""The worker: a process of its own that parses one file of a stranger and writes one answer."""

from pathlib import Path

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import kinds
from beiguan_desktop.formats.kinds import AS_TEXT, DOCX, PDF, XLSX, Extracted, about
from beiguan_desktop.services import answer, own_limits

MEMORY = 768 * 1024 * 1024
"""Bytes a worker may have, its own programs among them."""
SECONDS = 40
"""Processor time after which the system ends a worker that nobody watches any more."""

TOO_MUCH = f"读这个文件用了太多内存，已停下，什么都没有改动。{AS_TEXT}"
BROKEN = f"这个文件坏了，或者不是一般的写法，读不出来。{AS_TEXT}"


def run(
    file: Path,
    folder: Path,
    *,
    memory: int = MEMORY,
    seconds: int = SECONDS,
    is_table: bool = False,
) -> int:
    """Read a file and put the answer into a private folder, whole or not at all; return 0."""
    own_limits.set_limits(memory=memory, seconds=seconds)
    whole, parts = folder / answer.NAME, folder / "part"
    parts.write_bytes(answer_about(file.read_bytes(), is_table=is_table))
    parts.replace(whole)
    return 0


def answer_about(data: bytes, *, is_table: bool = False) -> bytes:
    """Return the answer about the bytes of a file, whatever they do to the parser.

    This is the one boundary at which everything is caught: a parser that stumbles over a
    stranger's file is no bug that the user could do anything about.
    """
    try:
        return answer.done(extract_table(data) if is_table else extract(data))
    except UserError as error:
        words = str(error)
    except MemoryError:
        words = TOO_MUCH
    except Exception:  # noqa: BLE001 - the boundary of the worker
        words = BROKEN
    return answer.refused(about(XLSX, words) if is_table else words)


def extract_table(data: bytes) -> Extracted:
    """Parse an XLSX file."""
    from beiguan_desktop.formats import xlsx_in  # noqa: PLC0415 - only the parser that is needed

    return xlsx_in.read(data)


def extract(data: bytes) -> Extracted:
    """Parse a DOCX or PDF file; raise UserError for any other."""
    media = kinds.media_of(data)
    if media == PDF:
        from beiguan_desktop.formats import pdf_in  # noqa: PLC0415 - only the parser that is needed

        return pdf_in.read(data)
    if media == DOCX:
        from beiguan_desktop.formats import docx_in  # noqa: PLC0415

        return docx_in.read(data)
    raise UserError(BROKEN)
