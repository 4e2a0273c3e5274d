"""What a program must do where people put it: odd folders, no rights, broken parts, no fonts.

A trial is given the command that starts the program, frozen or from source, and returns a
sentence about what it saw; TrialError says what was wrong instead.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

WORDS = "Typed by hand 123"
LONGEST = 180  # seconds for one command
NOBODY = 65534  # the user without rights on Linux


class TrialError(Exception):
    """The program did not do what it must."""


@dataclass
class Program:
    """A program as somebody put it down: how it is started, with which home, from where."""

    command: list[str]
    home: Path
    resources: Path
    environment: dict[str, str] = field(default_factory=dict)
    prefix: list[str] = field(default_factory=list)

    def surroundings(self) -> dict[str, str]:
        """Return the environment: nothing of ours, no Python, no data folder but the home's."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
        if sys.platform == "win32":
            kept = dict(os.environ)
            kept["LOCALAPPDATA"] = str(self.home / "AppData" / "Local")
        return {**kept, "HOME": str(self.home), **self.environment}

    def run(self, *words: str, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program from the root folder and wait for it."""
        return subprocess.run(
            [*self.prefix, *self.command, *words],
            cwd=Path(self.home.anchor),
            env={**self.surroundings(), **extra},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )


def expect(wanted: bool, words: str, done: object = "") -> None:
    """Raise TrialError with what was seen."""
    if not wanted:
        seen = (
            f"{done.stdout}\n{done.stderr}"
            if isinstance(done, subprocess.CompletedProcess)
            else done
        )
        raise TrialError(f"{words}\n{seen}")


def refuses(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Expect a failure told in a sentence: exit 1, these words, no traceback."""
    expect(done.returncode == 1, f"应当返回 1，却是 {done.returncode}", done)
    expect("Traceback" not in done.stderr, "出现了英文的错误报告", done)
    for word in words:
        expect(word in done.stderr, f"没有说“{word}”", done)


def selftest(program: Program) -> str:
    """Everything that is imported late is run once."""
    done = program.run("selftest", "--json")
    expect(done.returncode == 0, "自检没有通过", done)
    found = json.loads(done.stdout)
    expect(found["ok"] is True and len(found["steps"]) > 5, "自检没有做完", done)
    return f"自检 {len(found['steps'])} 步"


def writes_nothing_at_home(program: Program) -> str:
    """Nothing is written beside the program while it works."""
    root = program.resources.parent
    before = sums(root)
    done = program.run("--version")
    expect(done.returncode == 0 and "北关审议" in done.stdout, "看不了版本", done)
    done = program.run("selftest")
    expect(done.returncode == 0, "自检没有通过", done)
    expect(sums(root) == before, "程序在自己的文件夹里写了东西")
    return f"程序文件夹 {len(before)} 个文件没有变"


def a_folder_that_is_only_read(program: Program) -> str:
    """Somebody without rights starts a program that lies where only the administrator writes."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("setpriv"):
        return "只读的程序文件夹：要管理员才布置得了，这里没有试"
    home = program.home.parent / "没有权限的人"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    program.home.parent.chmod(0o755)
    enter = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    somebody = Program(program.command, home, program.resources, program.environment, enter)
    done = somebody.run("selftest")
    expect(done.returncode == 0, "没有写的权限，自检就通不过", done)
    text = program.resources / "report" / "beiguan-2026.txt"
    done = somebody.run("import", str(text))
    expect(done.returncode == 0 and any(home.rglob("beiguan.db")), "导入没有成功", done)
    return "程序文件夹只读，用的人没有权限：照常"


def sums(folder: Path) -> dict[str, str]:
    """Return the digest of every file of a folder."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


def a_home_that_cannot_be_written(program: Program) -> str:
    """A folder that is a file: nobody, not even root, can write below it."""
    home = program.home.parent / "不能写的家"
    home.write_text("", "utf-8")
    elsewhere = Program(program.command, home, program.resources, program.environment)
    text = program.resources / "report" / "beiguan-2026.txt"
    refuses(elsewhere.run("import", str(text)), "。")
    done = elsewhere.run("outline", str(text))
    expect(done.returncode == 0, "不碰资料库的命令也做不了", done)
    return "家目录不能写：有一句话，别的照常"


def the_same_without_fonts(program: Program) -> str:
    """A machine without any font: the shipped faces draw everything."""
    library, folder = program.home / "没有字体.db", program.home
    text = program.resources / "report" / "beiguan-2026.txt"
    done = program.run("import", str(text), "--database", str(library))
    expect(done.returncode == 0, "导入没有成功", done)
    empty = folder / "fonts.conf"
    empty.write_text("<fontconfig></fontconfig>\n", "utf-8")
    pictures = []
    for name, extra in (("有", {}), ("无", {"FONTCONFIG_FILE": str(empty)})):
        picture = folder / f"{name}字体.png"
        words = ["screenshot", "reading", "--output", str(picture), "--database", str(library)]
        done = program.run(*words, **extra)
        expect(done.returncode == 0, "没有画成", done)
        pictures.append(picture.read_bytes())
    expect(pictures[0] == pictures[1], "没有字体的机器上画得不一样")
    return "没有字体的机器上画得一样"


def broken_resources(program: Program) -> str:
    """One file gone: the program says that it must be installed again."""
    for name in ("fonts/NotoSerifSC-Regular.ttf", "docx/gongwen.docx", "report/beiguan-2026.txt"):
        file = program.resources / name
        aside = file.with_name(f"{file.name}.aside")
        file.rename(aside)
        try:
            refuses(program.run("selftest"), "重新安装")
        finally:
            aside.rename(file)
    return "缺了文件：请重新安装"


def without_egl(program: Program) -> str:
    """A system library gone: named, with its package. Needs a mount namespace of its own."""
    found = next(Path("/usr/lib").rglob("libEGL.so.1"), None)
    hide = f'mount --bind /dev/null "{found}" && exec "$@"'
    enter = ["unshare", "--mount", "sh", "-c", hide, "sh"]
    if (
        found is None
        or subprocess.run([*enter, "true"], capture_output=True, check=False).returncode
    ):
        return "缺 libEGL 的情形：这台机器上试不了（要能建立挂载空间）"
    hidden = Program(program.command, program.home, program.resources, program.environment, enter)
    refuses(hidden.run("selftest"), "libEGL.so.1", "libegl1")
    return "缺 libEGL：说出了组件和安装的一行"


def documents_by_the_worker(program: Program, documents: Path) -> str:
    """Word and PDF files are read by the process of their own."""
    for file in sorted(documents.iterdir()):
        done = program.run("outline", str(file), "--json")
        expect(done.returncode == 0, f"读不了 {file.name}", done)
        expect(len(json.loads(done.stdout)["units"]) > 1, f"{file.name} 没有读出段落", done)
    return "Word 和 PDF 都读得了"


def a_worker_that_is_killed(program: Program, slow: Path) -> str:
    """Somebody ends the reading process in the middle: told in words, nothing is half-made."""
    library = program.home / "杀掉.db"
    command = [*program.command, "import", str(slow), "--database", str(library)]
    with subprocess.Popen(
        command,
        cwd=program.home.anchor,
        env=program.surroundings(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as running:
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
        end = time.monotonic() + LONGEST
        while not (found := children.read_text("ascii").split()) and time.monotonic() < end:
            time.sleep(0.02)
        expect(bool(found), "没有另外的进程在读")
        os.kill(int(found[0]), signal.SIGKILL)
        said = running.communicate(timeout=LONGEST)[1]
    expect(running.returncode == 1, "读到一半被杀掉，应当返回 1", said)
    expect("Traceback" not in said and "。" in said, "没有用一句话说明", said)
    expect(not library.exists(), "留下了做了一半的资料库")
    return "读到一半被杀掉：有一句话，没有留下东西"


def handed_in(program: Program, database: Path) -> str:
    """What was typed by hand stands in the library and in the document."""
    done = program.run("comments", "--json", "--database", str(database))
    expect(done.returncode == 0, "看不了意见", done)
    written = json.loads(done.stdout)["comments"]
    expect([one["text"] for one in written] == [WORDS], "资料库里不是打进去的话", done)
    sheet = program.home / "我的意见.docx"
    words = ["export", "mine", "--report", written[0]["report"], "--output", str(sheet)]
    done = program.run(*words, "--database", str(database))
    expect(done.returncode == 0, "没有存成 Word 文件", done)
    text = zipfile.ZipFile(sheet).read("word/document.xml").decode("utf-8")
    expect(WORDS in text, "Word 文件里没有打进去的话")
    return f"资料库和 Word 文件里都有“{WORDS}”"


def put_down(folder: Path, program: Path) -> Path:
    """Copy a frozen program into a folder with a blank and Han characters in its name."""
    target = folder / "北关 审议"
    shutil.copytree(program, target, symlinks=True)
    return target
