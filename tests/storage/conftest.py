"""Libraries for the tests of storage."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.storage.library import new_library


@pytest.fixture
def path(tmp_path):
    """Where a library may be made."""
    return tmp_path / "beiguan.db"


@pytest.fixture
def store(path):
    """An open library with one report and its author."""
    with new_library(path) as opened:
        yield opened


@pytest.fixture
def open_folder():
    """A folder that an ordinary user can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)
