"""What Qt expects of the system, and in which words its lack is told."""

import sys

import pytest

from beiguan_desktop.services import components


def refuse(*names):
    def load(name):
        if name in names:
            raise OSError(name)

    return load


def test_only_what_cannot_be_loaded_is_missing():
    known = {"liba.so.1": "liba1", "libb.so.1": "libb1"}
    assert components.missing(known, refuse("libb.so.1")) == {"libb.so.1": "libb1"}
    assert components.missing({"libnothing-of-this-name.so.9": "p"}) == {
        "libnothing-of-this-name.so.9": "p"
    }


def test_an_import_that_lacks_a_library_names_it_and_its_package(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    words = components.import_in_words(error)
    assert "libEGL.so.1" in words
    assert "apt-get install libegl1" in words


def test_a_library_that_nobody_knows_is_named_without_a_package(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    words = components.import_in_words(ImportError("libodd.so.3: file too short"))
    assert words == "系统里缺少显示界面要用的组件 libodd.so.3。请安装后再打开。"


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_an_import_that_failed_for_another_reason_is_a_bug(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert components.import_in_words(ImportError("No module named 'x'")) is None


def test_libraries_are_looked_for_on_linux_only(monkeypatch):
    monkeypatch.setattr(components, "WINDOW", {"libnothing-of-this-name.so.9": "libnothing9"})
    monkeypatch.setattr(sys, "platform", "linux")
    assert "libnothing9" in components.window_in_words()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert components.window_in_words().startswith("这里打不开窗口")
