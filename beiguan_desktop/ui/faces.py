"""Type of the window: which face at which size, hinting off so that Han spacing stays even."""

from PySide6.QtGui import QFont

from beiguan_desktop.ui.fonts import KAI, SANS, SERIF


def sans(points: float, *, bold: bool = False) -> QFont:
    """Return the face of the interface."""
    return _face(SANS, points, bold=bold)


def serif(points: float, *, bold: bool = False) -> QFont:
    """Return the face of the report and of quoted wording."""
    return _face(SERIF, points, bold=bold)


def kai(points: float) -> QFont:
    """Return the face of （一） headings and of the running head."""
    return _face(KAI, points, bold=False)


def _face(family: str, points: float, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
