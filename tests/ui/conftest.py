"""What several parts of the window are tried on."""

import pytest

from beiguan_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(qapp, tmp_path):
    """Return an open workspace on a library of its own, filled with the shipped report."""
    result = Workspace(tmp_path / "资料 库.db")
    result.open()
    yield result
    result.close()
