"""Where things lie: beside the code, in the user's folder, in a wheel or a frozen program."""

import os
import sys
from pathlib import Path

import pytest

from beiguan_desktop import paths

ROOT = Path(__file__).resolve().parents[2]


def test_in_a_checkout_resources_lie_beside_the_package():
    assert paths.resources() == ROOT / "resources"
    assert paths.migrations() == ROOT / "db"
    assert paths.shipped_report().is_file()


def test_in_a_wheel_they_lie_within_the_package(monkeypatch, tmp_path):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "_resources"


def test_in_a_frozen_program_they_lie_where_it_was_unpacked(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"
    assert paths.migrations() == tmp_path / "db"


def test_one_variable_moves_everything_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("BEIGUAN_HOME", str(tmp_path))
    assert paths.data_folder() == tmp_path
    assert paths.default_database() == tmp_path / "beiguan.db"


def test_from_source_the_program_is_started_by_its_python(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert paths.program() == [sys.executable, "-m", "beiguan_desktop"]
    found = paths.program_environment()["PYTHONPATH"]
    assert found.split(os.pathsep) == [str(ROOT), "elsewhere"]
    monkeypatch.delenv("PYTHONPATH")
    assert paths.program_environment()["PYTHONPATH"] == str(ROOT)


def test_in_a_wheel_the_environment_is_left_alone(monkeypatch, tmp_path):
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.program_environment() == dict(os.environ)


@pytest.mark.parametrize(
    ("platform", "name"), [("linux", "beiguan-cli"), ("win32", "beiguan-cli.exe")]
)
def test_the_frozen_window_starts_the_console_program_beside_it(
    monkeypatch, tmp_path, platform, name
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "beiguan"))
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.program() == [str(tmp_path / name)]
    assert paths.program_environment() == dict(os.environ)


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/beiguan"),
        ("linux", {}, "~/.local/share/beiguan"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/beiguan"),
        ("win32", {}, "~/AppData/Local/beiguan"),
        ("darwin", {}, "~/Library/Application Support/beiguan"),
    ],
)
def test_each_system_has_its_folder_for_data(monkeypatch, platform, variables, expected):
    for name in ("BEIGUAN_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert paths.data_folder() == Path(expected).expanduser()
