"""What every test stands on: no display, a library of its own, the shipped fonts."""

import gc
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anybody imports Qt

import hypothesis
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui import app
from beiguan_desktop.ui.motion import SWITCH
from beiguan_desktop.ui.scale import SCALE

ROOT = Path(__file__).resolve().parents[1]

# The tests hold far more objects than the program: looking through them all takes a twentieth of
# the run when Python does it as often as it is set to.
gc.set_threshold(20_000, 20, 20)

# A busy machine is slow, not wrong; what was found once is printed to be tried again.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(items):
    """Skip what needs a display where there is none."""
    if os.environ.get("DISPLAY"):
        return
    for item in items:
        if item.get_closest_marker("display"):
            item.add_marker(pytest.mark.skip(reason="needs an X display (try xvfb-run)"))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown():
    """Let windows that a test has left go now, as they do when the program comes to rest.

    Otherwise hundreds of them wait for the end, with more than a gigabyte.
    """
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    SCALE.is_low = False  # a low window has gone with them


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """Give the test a data folder of its own; nobody's library is ever touched."""
    folder = tmp_path_factory.getbasetemp() / "home" / os.urandom(8).hex()
    monkeypatch.setenv("BEIGUAN_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp(qapp):
    """Dress the application as the program does: faces, palette, style sheet, Chinese.

    Data made in Python must leave the clipboard at the end: Qt deletes it after Python has
    gone, and the whole run would end in a segmentation fault with every test passed.
    """
    app.dress(qapp)
    app.put_on_sheet()
    SWITCH.is_reduced = True  # what a test looks at stands still
    yield qapp
    QGuiApplication.clipboard().clear()


@pytest.fixture
def private(tmp_path, monkeypatch):
    """Return the folder in which private folders are made; nothing may stay there."""
    folder = tmp_path / "临时 文件"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture(scope="session")
def shared():
    """Return the folder of the real material beside the checkout; skip without it."""
    named = os.environ.get("BEIGUAN_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the corpus lies beside the project, not in it (BEIGUAN_SHARED)")
    return folder
