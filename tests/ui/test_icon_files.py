"""Icon files: each can be drawn, each has its licence, each name in the code has its file."""

import re
import struct

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

from beiguan_desktop import paths

ICONS = paths.resources() / "icons"
A_NAME = re.compile(r"""\b(?:icon|pixmap)\(\s*"([a-z0-9-]+)\"""")


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_every_drawing_can_be_drawn(qapp, file):
    assert QSvgRenderer(str(file)).isValid()
    if not file.stem.startswith("beiguan"):
        assert 'stroke="currentColor"' in file.read_text(encoding="utf-8")


def test_every_icon_named_in_the_code_has_its_file():
    ui = paths.resources().parent / "beiguan_desktop" / "ui"
    named = {name for file in ui.rglob("*.py") for name in A_NAME.findall(file.read_text("utf-8"))}
    assert {name for name in named if not (ICONS / f"{name}.svg").is_file()} == set()


def test_the_drawings_lie_beside_their_licence():
    assert "ISC License" in (ICONS / "LICENSE-lucide.txt").read_text(encoding="utf-8")


def test_the_program_has_its_icon_in_every_size_of_windows(qapp):
    assert QIcon(str(ICONS / "beiguan.png")).availableSizes()[0].width() == 256
    data = (ICONS / "beiguan.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    sides = [data[6 + 16 * number] or 256 for number in range(count)]
    assert (reserved, kind) == (0, 1)
    assert {16, 32, 48, 256} <= set(sides)
