"""Set up 北关审议 once, then run it or its tests: the only thing to start in a checkout.

    python3 go.py [WORDS …]        the program; without words its window
    python3 go.py test [WORDS …]   every check; with words only pytest with these words
    python3 go.py build            the executable, in dist/; test-frozen tries it
    python3 go.py bench [NAMES …]  speed, as ratios to a floor in the same run
    python3 go.py study NAME …     what happens to thousands of files, kills, full disks

Standard library only, like what it asks of the program. What it makes lies in .venv and is made
again when the lock changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"run": ROOT / "requirements.lock", "test": ROOT / "tests" / "requirements.lock"}

# What else can be run: the lock it needs, what Python runs, programs of the system and packages.
TOOLS: dict[str, tuple[str, list[str], dict[str, str]]] = {
    "build": ("run", ["-m", "release.build"], {"objdump": "binutils"}),
    "test-frozen": (
        "test",
        ["-m", "release.frozen_trial"],
        {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox", "import": "imagemagick"},
    ),
    "bench": ("test", ["-m", "tests.benchmarks"], {"Xvfb": "xvfb"}),
    "study": ("test", ["-m", "tests.studies"], {}),
}

LAYERS = ("core", "formats", "services", "storage")
LEAST_COVERAGE = 100  # per cent of the branches of LAYERS


class SetUpError(Exception):
    """Something is missing that this script cannot get; the message says what to do."""


def refusal(version: tuple[int, int]) -> str | None:
    """Return the sentence for a Python that is too old."""
    if version >= (3, 11):
        return None
    has = ".".join(map(str, version))
    words = f"需要 Python 3.11 或更新的版本，现在是 {has}，请安装新版本后再运行；"
    return f"{words}Python 3.11 or newer is needed, this is {has}."


def has_display() -> bool:
    """Tell whether a window can be shown where somebody sees it; the program knocks for that."""
    from beiguan_desktop.cli import display  # noqa: PLC0415 - only a Python that is new enough

    return display.has_display(sys.platform, {**os.environ, "QT_QPA_PLATFORM": ""})


def is_for_x11(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window would need the libraries of X11."""
    is_wayland = bool(environment.get("WAYLAND_DISPLAY"))
    return platform.startswith("linux") and bool(environment.get("DISPLAY")) and not is_wayland


def opens_window(words: Sequence[str]) -> bool:
    """Tell whether these words of the command line open the window."""
    from beiguan_desktop.cli import parser  # noqa: PLC0415 - only a Python that is new enough

    return parser.opens_window(words)


def stamp_text(lock: bytes) -> str:
    """Return what marks a finished set-up: the lock and the Python it was made for."""
    return f"{hashlib.sha256(lock).hexdigest()} {sys.implementation.cache_tag}"


def pinned(lock: str) -> list[str]:
    """Return the names and versions a lock installs on this system, roughly."""
    lines = (line for line in lock.splitlines() if "==" in line and not line.startswith(" "))
    here = (line for line in lines if "win32" not in line or sys.platform == "win32")
    return [line.split(";")[0].rstrip(" \\").replace("==", " ") for line in here]


def say(words: str) -> None:
    """Tell the user something, before whatever a child process prints."""
    print(words, file=sys.stderr, flush=True)


def as_root(platform: str = sys.platform) -> bool:
    """Tell whether system packages can be installed here and now."""
    is_root = platform.startswith("linux") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def install_system(packages: Iterable[str], why: str) -> None:
    """Install Debian packages, or say by which line the user can."""
    names = " ".join(sorted(set(packages)))
    if not as_root():
        line = f"sudo apt-get install -y --no-install-recommends {names}"
        raise SetUpError(f"{why}，请先运行下面一行（别的系统请装同样的组件），再来一次：\n  {line}")
    say(f"{why}，正在安装：{names}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *names.split()]
    for command in (["apt-get", "update"], install):
        done = subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        line = " ".join(install)
        raise SetUpError(f"系统组件没有装好，请检查网络后再来一次，或自己运行：\n  {line}")


def ensure_libraries(*, is_shown: bool = False) -> None:
    """See to it that Qt finds its shared libraries, those for a window too when `is_shown`."""
    from beiguan_desktop.services import components  # noqa: PLC0415 - as above

    wanted = {**components.DRAWING, **(components.WINDOW if is_shown else {})}
    packages = components.missing(wanted) if sys.platform.startswith("linux") else {}
    if packages:
        install_system(packages.values(), "系统里缺少显示界面要用的组件")


def ensure_venv_module() -> None:
    """See to it that Python can make an environment (Debian splits that off)."""
    try:
        __import__("ensurepip")
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        install_system([f"python{version}-venv"], "系统里的 Python 缺少 venv 模块")


def ensure_environment(purpose: str) -> None:
    """Make or complete .venv for a purpose of LOCKS; costs nothing when it is up to date."""
    lock = LOCKS[purpose]
    text = stamp_text(lock.read_bytes())
    stamps = {name: VENV / f"beiguan-{name}.stamp" for name in LOCKS}
    wanted = stamps[purpose]
    if PYTHON.exists() and wanted.is_file() and wanted.read_text("utf-8") == text:
        return
    for stamp in stamps.values():  # an interrupted set-up must be redone
        stamp.unlink(missing_ok=True)
    parts = pinned(lock.read_text("utf-8"))
    say(f"第一次运行（或组件有更新），正在把 {len(parts)} 个组件装进 .venv，请保持联网：")
    say("  " + "、".join(parts))
    if not (_works() and _install(lock)):
        ensure_venv_module()
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode or not _install(lock):
            raise SetUpError("组件没有装好，请检查网络后再运行一次 go.py，会从头装起。")
    stamps[purpose].write_text(text, "utf-8")
    if purpose == "test":  # its lock holds the other one
        stamps["run"].write_text(stamp_text(LOCKS["run"].read_bytes()), "utf-8")
    say("组件已装好。")


def _works() -> bool:
    """Tell whether .venv holds a Python of this version."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-c", "import pip, sys; print(sys.implementation.cache_tag)"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.strip() == sys.implementation.cache_tag


def _install(lock: Path) -> bool:
    options = ["--require-hashes", "--disable-pip-version-check", "--no-input"]
    if not sys.stderr.isatty():
        options.append("--quiet")
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(lock)]
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def program_environment() -> dict[str, str]:
    """Return the environment in which the package of this checkout is found, and no other."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}


def run_program(words: Sequence[str]) -> int:
    """Run the program with the words of the command line."""
    environment = program_environment()
    if not words and not has_display():
        say(
            "这里没有显示器（或者连不上），改在后台把打开、写意见、导出走一遍（selftest）；"
            "要看窗口，请在桌面上运行，或装好 xvfb 后用 xvfb-run python3 go.py。"
        )
        words = ["selftest"]
        environment["QT_QPA_PLATFORM"] = "offscreen"
    is_shown = opens_window(words) and is_for_x11(sys.platform, os.environ)
    ensure_libraries(is_shown=is_shown)
    ensure_environment("run")
    command = [str(PYTHON), "-m", "beiguan_desktop", *words]
    if os.name == "posix":
        os.execve(command[0], command, environment)  # the same process: nothing stays behind
    return subprocess.run(command, env=environment, check=False).returncode


def steps() -> dict[str, list[str]]:
    """Return what Python runs for every check, by its name, in order."""
    imports = "from importlinter.cli import lint_imports_command as run; run()"
    return {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "lint-imports": ["-c", imports, "--no-cache"],
        "pytest": ["-m", "tests.halves"],
        "coverage of " + ", ".join(LAYERS): [
            *("-m", "coverage", "report", "--skip-covered", "--show-missing"),
            f"--fail-under={LEAST_COVERAGE}",
        ],
    }


def run_tests(words: Sequence[str]) -> int:
    """Run every check, or only pytest with the words given; return 1 if any failed."""
    ensure_libraries()
    ensure_environment("test")
    environment = program_environment()
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = {"pytest": ["-m", "pytest", *words]} if words else steps()
    results, closing = [], ""
    for name, command in chosen.items():
        say(f"== {name}")
        began = time.monotonic()
        status, last = follow([str(PYTHON), *command], environment)
        results.append((name, status))
        closing = last if name == "pytest" else closing
        how = f"FAILED (status {status})" if status else "ok"  # below 0: the signal that ended it
        say(f"== {name}: {how}, {time.monotonic() - began:.0f} s")
    failed = [name for name, status in results if status]
    print("没有通过：" + "、".join(failed) if failed else "全部通过。", flush=True)
    print(closing, flush=True)
    return 1 if failed else 0


def run_tool(name: str, words: Sequence[str]) -> int:
    """Build, try what was built, or measure."""
    purpose, command, programs = TOOLS[name]
    ensure_libraries(is_shown=sys.platform.startswith("linux"))
    lacking = [package for program, package in programs.items() if not shutil.which(program)]
    if lacking and sys.platform.startswith("linux"):
        install_system(lacking, "还缺几个工具")
    ensure_environment(purpose)
    whole = [str(PYTHON), *command, *words]
    return subprocess.run(whole, cwd=ROOT, env=program_environment(), check=False).returncode


def follow(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a command, show what it prints, and return its status and its last line."""
    last = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode, last


def main(words: Sequence[str]) -> int:
    """Do what the words say; 0 done, 1 could not be done, 2 wrong usage."""
    sentence = refusal((sys.version_info.major, sys.version_info.minor))
    if sentence:
        say(sentence)
        return 1
    sys.path.insert(0, str(ROOT))  # PYTHONSAFEPATH leaves it out
    try:
        if words and words[0] in TOOLS:
            return run_tool(words[0], words[1:])
        if words and words[0] == "test":
            return run_tests(words[1:])
        return run_program(words)
    except SetUpError as error:
        say(str(error))
    except KeyboardInterrupt:
        say("已中断；再运行一次会接着来。")
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
