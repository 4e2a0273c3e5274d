"""Where LibreOffice is looked for, and what it is told."""

import sys
from xml.etree import ElementTree

import pytest

from beiguan_desktop.services import libreoffice

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="PATH counts on POSIX only")


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """Let nothing be installed; return a folder."""
    monkeypatch.setenv("PATH", str(tmp_path / "没有"))
    monkeypatch.setattr(libreoffice, "PLACES", ())
    return tmp_path


def program(folder, name="soffice"):
    folder.mkdir(parents=True)
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)
    return folder / name


def test_where_there_is_none_none_is_found(nowhere, monkeypatch):
    assert libreoffice.found() is None
    monkeypatch.setattr(libreoffice, "PLACES", (f"{nowhere}/*/soffice", "%NOWHERE%/soffice"))
    assert libreoffice.found() is None
    (nowhere / "a" / "soffice").mkdir(parents=True)
    assert libreoffice.found() is None


@on_posix
def test_the_one_of_the_path_goes_first(nowhere, monkeypatch):
    first, other = program(nowhere / "bin"), program(nowhere / "opt" / "libreoffice7.6" / "program")
    monkeypatch.setattr(libreoffice, "PLACES", (f"{nowhere}/opt/libreoffice*/program/soffice",))
    assert libreoffice.found() == other
    monkeypatch.setenv("PATH", str(nowhere / "bin"))
    assert libreoffice.found() == first


def test_usual_places_are_found_in_the_home_and_by_names_of_folders(nowhere, monkeypatch):
    made = program(nowhere / "家" / "Applications" / "LibreOffice 24.app")
    monkeypatch.setenv("HOME", str(nowhere / "家"))
    monkeypatch.setenv("USERPROFILE", str(nowhere / "家"))
    monkeypatch.setattr(libreoffice, "PLACES", ("~/Applications/LibreOffice*.app/soffice",))
    assert libreoffice.found() == made
    monkeypatch.setenv("ProgramFiles", str(nowhere / "家"))
    monkeypatch.setattr(libreoffice, "PLACES", ("$ProgramFiles/*/LibreOffice*/soffice",))
    assert libreoffice.found() == made


def test_the_shops_of_chinese_systems_and_windows_are_among_the_places():
    assert any(place.startswith("/opt/apps/") for place in libreoffice._POSIX)
    assert all(place.endswith("soffice.exe") for place in libreoffice._WINDOWS)


def test_it_is_started_without_window_on_a_profile_of_its_own(tmp_path):
    words = libreoffice.command(tmp_path / "soffice", tmp_path / "file", tmp_path / "私 人")
    assert words[0] == str(tmp_path / "soffice")
    assert f"-env:UserInstallation={(tmp_path / '私 人' / 'profile').as_uri()}" in words
    assert "--headless" in words
    assert words[-1] == str(tmp_path / "file")


def test_the_profile_lets_no_macro_run_and_nothing_be_fetched(tmp_path):
    libreoffice.write_profile(tmp_path)
    written = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text("utf-8")
    said = {
        prop.get("{http://openoffice.org/2001/registry}name"): prop.findtext("value")
        for prop in ElementTree.fromstring(written).iter("prop")  # noqa: S314 - our own
    }
    assert said["MacroSecurityLevel"] == "3"
    assert said["DisableMacrosExecution"] == "true"
    assert said["BlockUntrustedRefererLinks"] == "true"
    assert said["ooInetHTTPProxyName"] == "127.0.0.1"


@pytest.mark.parametrize("original", [None, "/usr/lib/x"])
def test_a_frozen_program_keeps_its_libraries_to_itself(tmp_path, monkeypatch, original):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/frozen")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if original:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", original)
    assert libreoffice.environment(tmp_path)["LD_LIBRARY_PATH"] == "/frozen"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    kept = libreoffice.environment(tmp_path)
    assert (kept.get("LD_LIBRARY_PATH"), kept["TMPDIR"]) == (original, str(tmp_path))
