"""Read damaged Word and PDF files as the program does: whatever they are, words and no crash.

python3 go.py study readers [--files 2000] [--seed 1] [--keep FOLDER]

Half of the files are Word files, half PDF files (`mutating`). Each is read by a process of its own
with the limits of the worker, every twentieth through the very worker; what it answers is taken
apart and the report read, as on import. Exit status 1 where a process died, nothing sound was
answered, a character was lost, or a limit was passed; --keep stores these files.
"""

import argparse
import os
import select
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from beiguan_desktop.core import outline
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import docx_in, pdf_in, text_in  # once, for all processes to come
from beiguan_desktop.formats.kinds import DOCX, PDF, TEXT, Extracted, media_of
from beiguan_desktop.services import answer, own_limits, reading_apart, worker
from tests.studies.mutating import mutated
from tests.unit.reading_checks import assert_whole

KINDS = {"docx": DOCX, "pdf": PDF}
ENDS = ("read", "refused", "crash", "over the limit")
EVERY = 20
_PARSERS = docx_in, pdf_in
_OVER = ("用了超过", worker.TOO_MUCH[:12])
_MB = 1024 * 1024

Make = Callable[[str, int, int], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: seconds on the wall, bytes of memory at most (0 = not known)."""

    kind: str
    number: int
    end: str
    seconds: float
    memory: int
    words: str = ""


def _apart(data: bytes, media: str) -> tuple[Extracted, int]:
    """Read a file in a forked process with the worker's limits; raise as `read_apart` does."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        own_limits.set_limits(memory=worker.MEMORY, seconds=worker.SECONDS)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(worker.answer_about(data))
        os._exit(0)
    os.close(writing)
    end = time.monotonic() + reading_apart.USUAL.seconds[media]
    said = bytearray()
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
            more = pipe.read(_MB)
            if not more:
                break
            said += more
        else:
            os.kill(child, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code:
        is_late = time.monotonic() >= end
        raise UserError(_OVER[0]) if is_late else ChildProcessError(f"status {code}")
    return answer.understood(bytes(said), media), used.ru_maxrss * 1024


def _read(data: bytes, media: str, *, is_worker: bool) -> int:
    """Read a file and its report; return the memory that took."""
    if media_of(data) != media:  # its first bytes are damaged: no worker is started
        read, memory = Extracted(text_in.decode(data)[0], TEXT), 0
    elif is_worker:
        read, memory = reading_apart.read_apart(data, media), 0
    else:
        read, memory = _apart(data, media)
    reading = outline.read(read.text, source="0" * 64, layout=read.layout)
    assert_whole(read.text, reading)
    return memory


def outcome(task: tuple[str, int], seed: int, make: Make = mutated) -> Outcome:
    """Read one file and tell what came of it."""
    kind, number = task
    data, began, memory = make(kind, number, seed), time.monotonic(), 0
    end, words = "read", ""
    try:
        memory = _read(data, KINDS[kind], is_worker=number % EVERY == EVERY - 1)
    except UserError as error:
        words = str(error)
        is_over = any(over in words for over in _OVER)
        is_crash = "中途断了" in words or "请" not in words
        end = "over the limit" if is_over else "crash" if is_crash else "refused"
    except Exception as error:  # noqa: BLE001 - a study counts whatever goes wrong
        end, words = "crash", repr(error)[:200]
    return Outcome(kind, number, end, time.monotonic() - began, memory, words)


def study(files: int, seed: int, make: Make = mutated) -> list[Outcome]:
    """Read so many files, as many at a time as there are processors."""
    tasks = [(kind, number) for number in range(files // 2) for kind in KINDS]
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        return list(pool.map(partial(outcome, seed=seed, make=make), tasks, chunksize=10))


def table(found: Iterable[Outcome]) -> str:
    """Set the figures in columns, and name what went wrong."""
    found = list(found)
    lines = [
        f"{'':6}{'files':>7}"
        + "".join(f"{end:>16}" for end in ENDS)
        + f"{'slowest':>10}{'most':>9}"
    ]
    for kind in KINDS:
        own = [one for one in found if one.kind == kind]
        ends = Counter(one.end for one in own)
        slowest, most = max(one.seconds for one in own), max(one.memory for one in own)
        counts = "".join(f"{ends[end]:>16}" for end in ENDS)
        lines.append(f"{kind:6}{len(own):>7}{counts}{slowest:>8.2f} s{most // _MB:>6} MB")
    bad = [one for one in found if one.end in ENDS[2:]]
    return "\n".join([*lines, *(f"{one.kind} {one.number}: {one.end}: {one.words}" for one in bad)])


def main(words: list[str] | None = None, make: Make = mutated) -> int:
    parser = argparse.ArgumentParser(prog="go.py study readers")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where files that went wrong are stored")
    wanted = parser.parse_args(words)
    found = study(wanted.files, wanted.seed, make)
    sys.stdout.write(table(found) + "\n")
    bad = [one for one in found if one.end in ENDS[2:]]
    if wanted.keep and bad:
        wanted.keep.mkdir(parents=True, exist_ok=True)
        for one in bad:
            name = f"{one.number}.{one.kind}"
            (wanted.keep / name).write_bytes(make(one.kind, one.number, wanted.seed))
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
