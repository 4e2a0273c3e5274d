"""The whole suite in two processes at once, a core for each: the journeys, and all the rest.

Coverage is measured in both and put together. The last line sums what both halves say.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_JOURNEYS = ROOT / "tests" / "journeys"
_LONG = (
    *("test_seen_again.py", "test_large_report.py"),
    *("test_preview.py", "test_library.py", "test_new_edition.py"),
)
"""Journeys that the other half takes, so that both take as long."""
HALVES = (
    ("tests/journeys", *(f"--ignore=tests/journeys/{name}" for name in _LONG)),
    tuple(
        str(path.relative_to(ROOT))
        for path in (
            *sorted(set(_JOURNEYS.parent.iterdir()) - {_JOURNEYS}),
            *(_JOURNEYS / name for name in _LONG),
        )
        if (path.is_dir() and path.name != "__pycache__") or path.name.startswith("test_")
    ),
)
_PYTEST = ("-m", "coverage", "run", "--parallel-mode", "-m", "pytest")
_COUNT = re.compile(r"(\d+) (failed|passed|skipped|xfailed|xpassed|errors?|warnings?)\b")


def summed(lines: Iterable[str], seconds: float) -> str:
    """Return one line of counts, in the words of pytest, from the last lines of its runs."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update({what: int(number) for number, what in _COUNT.findall(line)})
    said = ", ".join(f"{number} {what}" for what, number in counts.items())
    return f"{said or 'no tests ran'} in {seconds:.0f}s"


def run(commands: Sequence[Sequence[str]]) -> tuple[int, list[str]]:
    """Run commands at once; show what the first says as it comes, then what the others said.

    Returns 0 if all ended well, else the status of one that did not, and their last lines.
    """
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder) / str(at) for at in range(len(commands))]
        running = []
        for command, path in zip(commands, said, strict=True):
            with path.open("w", encoding="utf-8") as out:
                running.append(
                    subprocess.Popen(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
                )
        statuses, last = [], []
        for process, path in zip(running, said, strict=True):
            _show(process, path)
            statuses.append(process.wait())
            lines = path.read_text("utf-8", errors="replace").splitlines()
            last.append(next((line for line in reversed(lines) if line.strip()), ""))
    return next((status for status in statuses if status), 0), last


def _show(process: "subprocess.Popen[bytes]", path: Path) -> None:
    """Print a growing file until the process that writes it has ended."""
    with path.open(encoding="utf-8", errors="replace") as growing:
        while True:
            has_ended = process.poll() is not None
            for text in iter(lambda: growing.read(65536), ""):
                sys.stdout.write(text)
                sys.stdout.flush()
            if has_ended:
                return
            time.sleep(0.2)


def main() -> int:
    """Run both halves, put their coverage together, and tell the end."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-m", "coverage", "erase"], cwd=ROOT, check=True)
    status, last = run([[sys.executable, *_PYTEST, *words] for words in HALVES])
    combine = [sys.executable, "-m", "coverage", "combine", "--quiet"]
    combined = subprocess.run(combine, cwd=ROOT, check=False).returncode
    sys.stdout.write(f"{summed(last, time.monotonic() - began)}\n")
    return status or combined


if __name__ == "__main__":
    sys.exit(main())
