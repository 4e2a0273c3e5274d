"""Icons are painted in the colour asked for, at the resolution of the display."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtWidgets import QPushButton

from beiguan_desktop import paths
from beiguan_desktop.ui import dressing, icons
from beiguan_desktop.ui.theme import CONTRAST

NAMES = sorted(
    file.stem
    for file in (paths.resources() / "icons").glob("*.svg")
    if "currentColor" in file.read_text(encoding="utf-8")
)


def colours(image):
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for c in (image.pixelColor(*point) for point in points) if c.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_shows_in_its_colour_and_no_other(qapp, name):
    image = icons.pixmap(name, "#9A2B20", 44).toImage()
    assert colours(image) == {"#9a2b20"}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_is_as_fine_as_the_display(qapp, scale):
    drawn = icons.pixmap("search", "#211E1A", 22, scale)
    assert drawn.width() == round(22 * scale)
    assert drawn.devicePixelRatio() == scale
    assert icons.icon("search", "#211E1A").pixmap(QSize(22, 22), scale).width() == drawn.width()


def test_lines_are_a_little_finer_than_the_drawing(qapp):
    assert b'stroke-width="1.75"' in icons._drawing("pencil", "#211E1A")
    assert b"currentColor" not in icons._drawing("pencil", "#211E1A")


def test_an_icon_can_be_painted_into_a_box(qapp):
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icons.paint(painter, QRectF(20, 20, 40, 40), "x", "#211E1A")
    painter.end()
    assert image.pixelColor(40, 40).name() == "#211e1a"
    assert image.pixelColor(10, 10).name() == "#ffffff"


def test_a_missing_drawing_is_a_bug_and_says_so(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-drawing", "#211E1A")


def test_in_high_contrast_a_sign_that_cannot_be_used_is_as_dim_as_its_words(qapp):
    try:
        dressing.wear(qapp, "contrast", 14)
        button = QPushButton()
        icons.put(button, "minus", "ink", 88)
        shown = button.icon().pixmap(QSize(88, 88), 1.0, QIcon.Mode.Disabled).toImage()
        assert colours(shown) == {CONTRAST.off.lower()}
    finally:
        dressing.wear(qapp, "light", 14)
