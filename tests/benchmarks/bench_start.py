"""How soon the report is painted and a letter accepted, against a bare window in the same run.

python3 go.py bench start

The bare window is the floor: an empty QMainWindow from the same Python, painted once. Programs
run in turn; the median of ROUNDS counts. Xvfb where there is no display.
"""

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import importing
from beiguan_desktop.storage.store import open_store

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 15
BOUNDS = {"source": (2.2, 5.0), "frozen": (2.6, 5.0)}
"""Painted and ready, as multiples of the bare window."""

BARE = """
import json
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from beiguan_desktop.cli.age import age_ms

class Bare(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.done)

    def done(self):
        print(json.dumps({"painted_ms": age_ms()}))
        app.exit()

app = QApplication([])
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""


def library(path: Path) -> None:
    """Make a library as it is on the second day: a report lies open, somebody sits there."""
    me = Person("p-1", "张建国", "第三代表团")
    now = "2026-02-27T09:00:00+08:00"
    with open_store(path, create=True) as store:
        done = importing.import_report(store, paths.shipped_report(), now=now)
        store.apply(Change("c-1", "填写姓名", now, me.id, (Edit(me.id, None, me),)), me=me.id)
        store.desk.put_setting("report", done.report)
        store.desk.put_last_place(done.report, 3000)


def programs(database: Path) -> dict[str, list[str]]:
    """Return what is started, by name; the frozen program only where it was built."""
    words = ["--exit-after-paint", "--json", "--database", str(database)]
    found = {
        "bare": [sys.executable, "-c", BARE],
        "source": [sys.executable, "-m", "beiguan_desktop", *words],
    }
    frozen = ROOT / "dist" / "beiguan" / ("beiguan-cli.exe" if os.name == "nt" else "beiguan-cli")
    if frozen.is_file():
        found["frozen"] = [str(frozen), *words]
    return found


def screen(stack: ExitStack) -> dict[str, str]:
    """Return an environment with a display; modules may be kept compiled."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment.pop("QT_QPA_PLATFORM", None)
    if sys.platform.startswith("linux") and not environment.get("DISPLAY"):
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24"]
        server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        stack.callback(server.wait)
        stack.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as answer:
            environment["DISPLAY"] = f":{answer.readline().strip()}"
    return environment


def measure(database: Path, environment: dict[str, str]) -> dict[str, list[dict[str, int]]]:
    """Start everything ROUNDS times in turn, once before that to warm the disk."""
    started = programs(database)
    times: dict[str, list[dict[str, int]]] = {name: [] for name in started}
    for _ in range(ROUNDS + 1):
        for name, command in started.items():
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=True
            )
            times[name].append(json.loads(done.stdout))
    return {name: found[1:] for name, found in times.items()}


def line(name: str, found: list[int], floor: float, bound: float | None) -> tuple[str, bool]:
    """Return a row of the table, and whether the bound is kept."""
    median = statistics.median(found)
    ratio = median / floor
    words = f"{name:18} {median:5.0f} ms ({min(found)}–{max(found)})  {ratio:.2f} ×"
    if bound is None:
        return words, True
    return f"{words}  上限 {bound}{'' if ratio <= bound else '  超过'}", ratio <= bound


def main() -> bool:
    """Print the table; tell whether every bound is kept."""
    compileall.compile_dir(ROOT / "beiguan_desktop", quiet=1)
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "开 始.db"
        library(database)
        times = measure(database, screen(stack))
    bare = [one["painted_ms"] for one in times.pop("bare")]
    floor = statistics.median(bare)
    rows = [line("bare window", bare, floor, None)]
    for name, found in times.items():
        painted, ready = BOUNDS[name]
        rows.append(line(f"{name} painted", [it["painted_ms"] for it in found], floor, painted))
        rows.append(line(f"{name} ready", [it["ready_ms"] for it in found], floor, ready))
    sys.stdout.write("\n".join(words for words, _ in rows) + "\n")
    return all(is_kept for _, is_kept in rows)
