"""Packaging: the wheel holds all the program needs, the locks name nothing but versions."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "tests" / "requirements.lock"
BUILD_LOCK = ROOT / "release" / "requirements.lock"


def pins(lock: Path) -> dict[str, set[str]]:
    """Return name → pinned versions (several where a marker tells systems apart)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", lock.read_text("utf-8"), re.M):
        found.setdefault(name, set()).add(version)
    return found


def names(requirements: list[str]) -> set[str]:
    bare = (re.match(r"[A-Za-z0-9._-]+", line).group() for line in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in bare}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_resource_and_migration(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "db"):
        files = [f for f in (ROOT / folder).rglob("*") if f.is_file() and f.suffix != ".pyc"]
        expected = {f"beiguan_desktop/_{f.relative_to(ROOT).as_posix()}" for f in files}
        assert expected - held == set()


def test_the_installed_program_finds_its_resources(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    ask = (
        "from beiguan_desktop import paths as p;"
        "print(p.shipped_report().is_file(), (p.resources() / 'fonts').is_dir(), p.__file__)"
    )
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, '.'); {ask}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split()[:2] == ["True", "True"]
    assert str(ROOT) not in done.stdout.split()[2]


def test_the_wheel_has_a_command_for_the_console_and_one_without(wheel):
    archive = zipfile.ZipFile(wheel)
    entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    text = archive.read(entry).decode()
    assert "[console_scripts]\nbeiguan-desktop = beiguan_desktop.__main__:main" in text
    assert "[gui_scripts]\nbeiguan = beiguan_desktop.__main__:main" in text
    assert any(name.endswith("licenses/LICENSE") for name in archive.namelist())


@pytest.mark.parametrize("lock", [RUN_LOCK, TEST_LOCK, BUILD_LOCK], ids=["run", "test", "build"])
def test_a_lock_names_versions_and_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(
        r"^\s*-", re.sub(r"^ +--hash=sha256:[0-9a-f]{64}.*$", "", text, flags=re.M)
    )
    assert len(re.findall(r"^[a-z0-9.-]+==", text, re.M)) <= text.count("--hash=sha256:")


def test_every_dependency_is_locked():
    assert names(PROJECT["dependencies"]) <= set(pins(RUN_LOCK))
    assert names(PROJECT["optional-dependencies"]["test"]) <= set(pins(TEST_LOCK))
    assert names(PROJECT["optional-dependencies"]["build"]) <= set(pins(BUILD_LOCK))


@pytest.mark.parametrize("lock", [TEST_LOCK, BUILD_LOCK], ids=["test", "build"])
def test_what_is_tested_and_built_has_the_very_versions_of_the_program(lock):
    held = pins(lock)
    assert {
        name: version for name, version in pins(RUN_LOCK).items() if held[name] != version
    } == {}


def test_qt_stays_below_the_version_that_loses_references():
    (version,) = pins(RUN_LOCK)["pyside6-essentials"]
    assert (6, 9, 3) <= tuple(map(int, version.split("."))) < (6, 12)


def test_the_frozen_program_takes_whole_folders_and_leaves_out_what_is_not_used():
    text = (ROOT / "build.spec").read_text(encoding="utf-8")
    compile(text, "build.spec", "exec")
    assert '"resources"' in text
    assert '"db"' in text
    for unused in ("QtQml", "QtQuick", "QtTest", "QtDesigner", "QtSql"):
        assert f"PySide6.{unused}" in text
    assert "PySide6.QtOpenGL" not in text
    assert "PySide6.QtPrintSupport" not in text
    assert '"/printsupport/" not in' in text, "printing is asked of the system's own CUPS"


def test_the_version_is_written_once():
    namespace: dict[str, str] = {}
    exec((ROOT / "beiguan_desktop" / "__init__.py").read_text("utf-8"), namespace)  # noqa: S102
    assert namespace["__version__"] == PROJECT["version"]
