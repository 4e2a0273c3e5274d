"""Type of the window: which face at which size, hinting off so that Han spacing stays even.

Sizes are points at the standard size of the interface and grow with it. What shows the report's
own size, or a printed page, asks for `true` points.
"""

from PySide6.QtGui import QFont

from beiguan_desktop.ui.fonts import KAI, SANS, SERIF
from beiguan_desktop.ui.scale import SCALE


def sans(points: float, *, bold: bool = False, true: bool = False) -> QFont:
    """Return the face of the interface."""
    return _face(SANS, points, bold=bold, true=true)


def serif(points: float, *, bold: bool = False, true: bool = False) -> QFont:
    """Return the face of the report and of quoted wording."""
    return _face(SERIF, points, bold=bold, true=true)


def kai(points: float, *, true: bool = False) -> QFont:
    """Return the face of （一） headings and of the running head."""
    return _face(KAI, points, bold=False, true=true)


def _face(family: str, points: float, *, bold: bool, true: bool) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points if true else points * SCALE.factor)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
