"""Freeze the program: one folder, one archive of it, one file of checksums.

python3 go.py build        (what lies in dist/ afterwards is what people get)

PyInstaller works in an environment of its own, .venv-build, made from release/requirements.lock
and holding nothing else: what tests need is not packed by accident.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import time
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
FOLDER = DIST / "beiguan"
CLEAN = ROOT / ".venv-build"

MEGABYTE = 1_000_000
LARGEST_FOLDER, LARGEST_ARCHIVE = 285, 92
"""The most megabytes of what is unpacked and of what is handed round."""


class BuildError(Exception):
    """What was built is not fit to be handed round; the message says why."""


def environment() -> Path:
    """Return the Python of the clean environment; made anew when the lock or Python changes."""
    lock = ROOT / "release" / "requirements.lock"
    stamp = CLEAN / "beiguan.stamp"
    text = f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version}"
    python = CLEAN / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if stamp.is_file() and stamp.read_text("utf-8") == text:
        return python
    venv.create(CLEAN, clear=True, with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*install, "--require-hashes", "-r", str(lock)], check=False).returncode:
        raise BuildError("打包要用的组件没有装好，请检查网络后再来一次。")
    stamp.write_text(text, "utf-8")
    return python


def freeze() -> None:
    """Run PyInstaller anew; what an earlier run left is gone before."""
    python = environment()
    shutil.rmtree(DIST, ignore_errors=True)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    command += [
        "--distpath",
        str(DIST),
        "--workpath",
        str(ROOT / "build"),
        str(ROOT / "build.spec"),
    ]
    bare = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    if subprocess.run(command, cwd=ROOT, env=bare, check=False).returncode:
        raise BuildError("PyInstaller 没有做成，原因在上面。")


def size(folder: Path) -> int:
    """Return the bytes of all files, links counted once."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def archive_name(version: str) -> str:
    """Name the archive after version, system and machine."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    suffix = ".zip" if system == "windows" else ".tar.xz"
    return f"beiguan-{version}-{system}-{platform.machine().lower()}{suffix}"


def pack(folder: Path, archive: Path) -> None:
    """Pack a folder; files are in order of their names, so that the same folder packs alike."""
    files = sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
            for file in files:
                packed.write(file, file.relative_to(folder.parent))
        return
    with (
        lzma.open(archive, "wb", preset=6) as stream,
        tarfile.open(fileobj=stream, mode="w") as tar,
    ):
        for file in files:
            tar.add(file, str(file.relative_to(folder.parent)), filter=_anonymous)


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def sum_line(file: Path) -> str:
    """Return the line that sha256sum -c reads."""
    with file.open("rb") as stream:
        return f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n"


def judge(unpacked: int, packed: int) -> str:
    """Return what was made in one sentence; raise BuildError where it grew too large."""
    words = (
        f"展开 {unpacked / MEGABYTE:.0f} MB（上限 {LARGEST_FOLDER}），"
        f"压缩包 {packed / MEGABYTE:.0f} MB（上限 {LARGEST_ARCHIVE}）"
    )
    if unpacked > LARGEST_FOLDER * MEGABYTE or packed > LARGEST_ARCHIVE * MEGABYTE:
        raise BuildError(f"做出来的程序太大：{words}。")
    return words


def version() -> str:
    """Return the program's version without importing it."""
    text = (ROOT / "beiguan_desktop" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "', 1)[1].split('"', 1)[0]


def main() -> int:
    """Build, pack, sum; 0 done, 1 not done (a sentence on standard error)."""
    began = time.monotonic()
    try:
        print("正在打包，大约要几分钟……", file=sys.stderr, flush=True)
        freeze()
        archive = DIST / archive_name(version())
        pack(FOLDER, archive)
        sums = DIST / "SHA256SUMS"
        sums.write_text(sum_line(archive), "utf-8", newline="\n")
        print(judge(size(FOLDER), archive.stat().st_size))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"做好了，用了 {time.monotonic() - began:.0f} 秒：{FOLDER}、{archive}、{sums}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
