"""Putting other colours or another size on everything there is, in one go.

Fonts, icons and inked words are changed here. A widget that keeps more than that says how:
`set_theme(theme)` for colours it does not read while it paints, `rescale()` for lengths.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from beiguan_desktop.ui import icons
from beiguan_desktop.ui.inks import INK, ink_again
from beiguan_desktop.ui.scale import SCALE, px
from beiguan_desktop.ui.sheet import put_on, style_sheet
from beiguan_desktop.ui.theme import LIGHT, PALETTES, WORN

_ENDLESS = 16_777_215  # QWIDGETSIZE_MAX
_FACE_FOUND = "_q_styleSheetWidgetFont"
"""Where Qt's style sheet keeps the face that it found; it does not forget it by itself."""
TRUE_SIZE = "true_size"
"""A property: the widget shows the report in its own size, however large the interface is."""


def wear(app: QApplication, name: str, points: int, *, height: int = 0) -> None:
    """Put on a palette by its name (an unknown one is the light one) and an interface size.

    `height` are the pixels of the window that it is put on. Nothing is done when both are worn
    already; before there is a window it costs next to nothing.
    """
    theme, before = PALETTES.get(name, LIGHT), SCALE.factor
    SCALE.put_on(points)
    if height:
        SCALE.stand_in(height)
    if WORN.is_like(theme) and SCALE.factor == before:
        return
    WORN.put_on(theme)
    put_on(app)
    if app.styleSheet():  # else nothing has been shown yet
        widgets = app.allWidgets()
        faces = [(widget, _grown(widget, before)) for widget in widgets if _has_face(widget)]
        for widget in widgets:
            if isinstance(widget, QAbstractButton):
                _grow(widget, before)
        app.setStyleSheet(style_sheet(WORN))  # gives back the faces and inks it once found
        for widget, face in faces:
            widget.setFont(face)
        _change(widgets)
        _hold(widgets)
        _lay_again(widgets)


def rescale(window: QWidget) -> None:
    """Let all in a window take the lengths that hold now."""
    for widget in window.findChildren(QWidget):
        _call(widget, "rescale")


def _call(widget: QWidget, hook: str, *words: object) -> None:
    act = getattr(widget, hook, None) if isValid(widget) else None
    if act is not None:
        act(*words)


@contextmanager
def as_on_paper(widget: QWidget) -> Iterator[None]:
    """Let a widget and all in it be light for a moment: what is stored may be printed."""
    worn, parts = replace(WORN), [widget, *widget.findChildren(QWidget)]
    WORN.put_on(LIGHT)
    try:
        _change(parts)
        yield
    finally:
        WORN.put_on(worn)
        _change(parts)


@contextmanager
def as_it_is(widget: QWidget) -> Iterator[None]:
    """Let a widget be moved to another parent, and all in it keep its faces and inks.

    Qt's style sheet gives a moved widget back what it found at the first time.
    """
    parts = [widget, *widget.findChildren(QWidget)]
    worn = [(part, part.font(), part.palette()) for part in parts if _has_face(part)]
    yield
    for part, face, inks in worn:
        part.setFont(face)
        part.setPalette(inks)
    for part in parts:
        if isinstance(part, QLabel):
            ink_again(part)


def _has_face(widget: QWidget) -> bool:
    has_own = widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
    return has_own and not widget.property(TRUE_SIZE)


def _has_inks(widget: QWidget) -> bool:
    """Tell whether a widget has a palette of its own, not one that the sheet gave it."""
    return hasattr(widget, "set_theme") or widget.property(INK) is not None


def _grown(widget: QWidget, before: float) -> QFont:
    """Return a widget's face at the size that holds now; it was made for another factor."""
    face = widget.font()
    face.setPointSizeF(round(face.pointSizeF() / before) * SCALE.factor)
    return face


def _grow(button: QAbstractButton, before: float) -> None:
    """Let a button be as much higher and wider as all is; what it needs it finds by itself."""
    least, most = button.minimumSize(), button.maximumSize()
    button.setMinimumSize(*(px(round(side / before)) for side in least.toTuple()))
    button.setMaximumSize(
        *(side if side >= _ENDLESS else px(round(side / before)) for side in most.toTuple())
    )


def _change(widgets: Iterable[QWidget]) -> None:
    """Change what each widget keeps."""
    for widget in widgets:
        if isinstance(widget, QLabel):
            ink_again(widget)
        if isinstance(widget, QLabel | QPushButton):
            icons.put_again(widget)
        _call(widget, "set_theme", WORN)
        _call(widget, "rescale")
        _colour_inside(widget)


def _colour_inside(widget: QWidget) -> None:
    """Give a view's inside its ground: Qt gives it to none that is hidden."""
    if isValid(widget) and _has_inks(widget) and isinstance(widget, QAbstractScrollArea):
        widget.viewport().setPalette(widget.palette())


def _hold(widgets: Iterable[QWidget]) -> None:
    """Let the style sheet find faces and inks as they are worn now.

    It keeps what it found at a widget first and gives it back whenever it meets the widget anew:
    moved to another parent, or shown again after a signal was first connected to it.
    """
    for widget in widgets:
        if not isValid(widget) or not widget.testAttribute(Qt.WidgetAttribute.WA_StyleSheet):
            continue  # the sheet has not met it yet
        has_face, has_inks = _has_face(widget), _has_inks(widget)
        if has_face or has_inks:
            face, inks, style = QFont(widget.font()), QPalette(widget.palette()), widget.style()
            style.unpolish(widget)
            widget.setProperty(_FACE_FOUND, None)
            if has_face:
                widget.setFont(face)
            if has_inks:
                widget.setPalette(inks)
            style.polish(widget)
            _colour_inside(widget)


def _lay_again(widgets: Iterable[QWidget]) -> None:
    """Lay out what is hidden: Qt asks rows within rows for new heights only where they are seen."""
    for widget in widgets:
        column = widget.layout() if isValid(widget) else None
        if column is not None and not widget.isVisible():
            column.activate()
