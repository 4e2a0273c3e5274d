"""Try what was built as people will have it: an odd folder, an odd home, started from the root.

python3 go.py test-frozen [PICTURE.png]      (after python3 go.py build)

Under Xvfb somebody clicks and types with xdotool. The last picture of the screen is kept.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from release import trial
from tests import no_reports
from tests.formats import hostile, made_files

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "dist" / "beiguan"
SUFFIX = ".exe" if sys.platform == "win32" else ""
PATIENCE = 30  # seconds until something must be on the screen


class Screen:
    """A screen that nobody sees, with a window manager and a hand."""

    def __init__(self, stack: ExitStack) -> None:
        """Start it; the stack ends it."""
        self.name = self._start(stack)
        manager = subprocess.Popen(["openbox"], env=self.environment(), stderr=subprocess.DEVNULL)
        stack.callback(manager.wait)
        stack.callback(manager.terminate)
        time.sleep(1)

    @staticmethod
    def _start(stack: ExitStack) -> str:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        stack.callback(server.wait)
        stack.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as answer:
            return f":{answer.readline().strip()}"

    def environment(self) -> dict[str, str]:
        """Return what a program needs to be shown here."""
        return {**os.environ, "DISPLAY": self.name}

    def hand(self, *words: str) -> str:
        """Move, click, type."""
        command = ["xdotool", *words]
        done = subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def window(self, name: str) -> str:
        """Wait for a window of this name and return its number."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.hand("search", "--onlyvisible", "--name", name)
            if found:
                return found.splitlines()[-1]
            time.sleep(0.2)
        raise trial.TrialError(f"没有出现窗口“{name}”")

    def picture(self, target: Path) -> None:
        """Keep what is on the screen."""
        command = ["import", "-window", "root", str(target)]
        subprocess.run(command, env=self.environment(), check=True)


def journey(program: trial.Program, window: Path, screen: Screen, picture: Path) -> str:
    """Answer the first page, click a sentence, type, finish, close the window."""
    database = program.home / ".local" / "share" / "beiguan" / "beiguan.db"
    shown = {**program.surroundings(), "DISPLAY": screen.name}
    running = subprocess.Popen([str(window)], cwd="/", env=shown)
    try:
        number = screen.window("北关审议")
        screen.hand(
            "windowactivate", "--sync", number, "windowsize", "--sync", number, "1440", "860"
        )
        time.sleep(3)
        screen.hand("type", "--delay", "30", "Zhang")
        screen.hand("key", "Tab")
        screen.hand("type", "--delay", "30", "No. 3")
        screen.hand("key", "Return")
        time.sleep(2)
        screen.hand("mousemove", "700", "560", "click", "1")
        time.sleep(1)
        screen.hand("type", "--delay", "30", trial.WORDS)
        second = subprocess.run([str(window)], cwd="/", env=shown, timeout=PATIENCE, check=False)
        trial.expect(second.returncode == 0, f"第二次打开返回 {second.returncode}")
        screen.hand("key", "ctrl+Return")
        time.sleep(1)
        screen.picture(picture)
        screen.hand("key", "alt+F4")
        status = running.wait(PATIENCE)
        trial.expect(status == 0, f"窗口关上时返回 {status}")
    finally:
        running.kill()
        running.wait()
    return trial.handed_in(program, database)


def make_documents(folder: Path) -> Path:
    """Write a sound Word file and a sound PDF."""
    folder.mkdir()
    words = no_reports.REPORTS["a government's"]
    body = "".join(map(made_files.paragraph, words.split("\n")))
    (folder / "报告 一.docx").write_bytes(made_files.docx(body))
    (folder / "报告 二.pdf").write_bytes(hostile.sound_pdf())
    return folder


def main(words: list[str]) -> int:
    """Try everything; 0 all well, 1 something was not."""
    if not BUILT.is_dir():
        print("还没有打包，请先运行 python3 go.py build。", file=sys.stderr)
        return 1
    picture = Path(words[0]).resolve() if words else ROOT / "dist" / "frozen.png"
    with ExitStack() as stack, tempfile.TemporaryDirectory(prefix="beiguan-trial-") as name:
        folder = Path(name)
        target, home = trial.put_down(folder, BUILT), folder / "张 三"
        home.mkdir()
        resources = target / "_internal" / "resources"
        program = trial.Program([str(target / f"beiguan-cli{SUFFIX}")], home, resources)
        documents = make_documents(folder / "文件")
        slow = folder / "慢.pdf"
        slow.write_bytes(hostile.drawn_in_drawn())
        acts: list[Callable[[], str]] = [
            lambda: trial.selftest(program),
            lambda: trial.writes_nothing_at_home(program),
            lambda: trial.a_folder_that_is_only_read(program),
            lambda: trial.documents_by_the_worker(program, documents),
            lambda: trial.a_worker_that_is_killed(program, slow),
            lambda: trial.a_home_that_cannot_be_written(program),
            lambda: trial.the_same_without_fonts(program),
            lambda: trial.broken_resources(program),
            lambda: trial.without_egl(program),
        ]
        if shutil.which("Xvfb"):
            window = target / f"beiguan{SUFFIX}"
            acts.append(lambda: journey(program, window, Screen(stack), picture))
        for act in acts:
            try:
                print(f"✓ {act()}", flush=True)
            except trial.TrialError as error:
                print(f"✗ {error}", file=sys.stderr)
                return 1
    print(f"打包后的程序没有问题。屏幕的样子：{picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
