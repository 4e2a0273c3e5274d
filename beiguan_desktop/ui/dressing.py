"""Putting other colours or another size on everything there is, in one go.

Fonts, icons and inked words are changed here. A widget that keeps more than that says how:
`set_theme(theme)` for colours it does not read while it paints, `rescale()` for lengths.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from beiguan_desktop.ui import icons
from beiguan_desktop.ui.faces import sans
from beiguan_desktop.ui.inks import ink_again
from beiguan_desktop.ui.scale import SCALE, STANDARD
from beiguan_desktop.ui.sheet import palette, style_sheet
from beiguan_desktop.ui.theme import LIGHT, PALETTES, WORN


def wear(app: QApplication, name: str, points: int) -> None:
    """Put on a palette by its name (an unknown one is the light one) and an interface size.

    Nothing is done when both are worn already; before there is a window it costs next to nothing.
    """
    theme, before = PALETTES.get(name, LIGHT), SCALE.factor
    SCALE.put_on(points)
    is_other = any(getattr(WORN, token) != value for token, value in vars(theme).items())
    if not is_other and SCALE.factor == before:
        return
    WORN.put_on(theme)
    put_on(app)
    widgets = app.allWidgets()
    if widgets:
        _change(widgets, before)
    if app.styleSheet():
        app.setStyleSheet(style_sheet(WORN))
    for widget in widgets:
        widget.update()


def put_on(app: QApplication) -> None:
    """Give the application palette and face, all but the style sheet."""
    app.setPalette(palette(WORN))
    app.setFont(sans(STANDARD))


@contextmanager
def as_on_paper(widget: QWidget) -> Iterator[None]:
    """Let a widget and all in it be light for a moment: what is stored may be printed."""
    worn, parts = replace(WORN), [widget, *widget.findChildren(QWidget)]
    WORN.put_on(LIGHT)
    try:
        _change(parts, SCALE.factor)
        yield
    finally:
        WORN.put_on(worn)
        _change(parts, SCALE.factor)


def _change(widgets: Iterable[QWidget], before: float) -> None:
    """Change what each widget keeps; `before` is the factor of the size it was made for."""
    for widget in widgets:
        if SCALE.factor != before and widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            face = widget.font()
            face.setPointSizeF(round(face.pointSizeF() / before) * SCALE.factor)
            widget.setFont(face)
        if isinstance(widget, QLabel):
            ink_again(widget)
        if isinstance(widget, QLabel | QPushButton):
            icons.put_again(widget)
    for widget in widgets:  # now that every face has its size
        for hook, words in (("set_theme", (WORN,)), ("rescale", ())):
            act = getattr(widget, hook, None)
            if act is not None:
                act(*words)
