"""Icons in a colour of the palette: Lucide's drawings, a little finer, at any scale.

What `put` gives an icon keeps it by the names of drawing and token, and gets it anew when
another palette or another size of the interface is put on.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QPushButton

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import WORN

SIZE = 22
_STROKE = "1.75"
_SCALES = (1.0, 1.25, 1.5, 2.0, 3.0)
_ICON = "icon_of"


def icon(name: str, color: str, size: int = SIZE, off: str = "") -> QIcon:
    """Return the icon of a name in a colour (#RRGGBB), crisp at the scales of displays.

    `off` is its colour where it cannot be used; without it Qt makes it a little paler.
    """
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(name, color, size, scale))
        if off:
            result.addPixmap(pixmap(name, off, size, scale), QIcon.Mode.Disabled)
    return result


def put(widget: QPushButton | QLabel, name: str, tone: str = "ink", size: int = SIZE) -> None:
    """Show an icon, `size` px at the standard size, in an ink of the palette, on a widget."""
    widget.setProperty(_ICON, f"{name} {tone} {size}")
    colour, side = getattr(WORN, tone), px(size)
    made = icon(name, colour, side, WORN.off if WORN.is_stark else "")
    if isinstance(widget, QLabel):
        widget.setPixmap(made.pixmap(side, side))
    else:
        widget.setIcon(made)
        widget.setIconSize(QSize(side, side))


def take_off(button: QPushButton) -> None:
    """Show no icon on a button any more."""
    button.setProperty(_ICON, "")
    button.setIcon(QIcon())


def put_again(widget: QPushButton | QLabel) -> None:
    """Show it in the colours and at the size that hold now."""
    name, tone, size = (str(widget.property(_ICON) or "").split() + [""] * 3)[:3]
    if name:
        put(widget, name, tone, int(size))


@lru_cache(maxsize=256)
def pixmap(name: str, color: str, size: int = SIZE, scale: float = 1.0) -> QPixmap:
    """Paint an icon `size` px wide for a device pixel ratio; needs a QGuiApplication."""
    drawing = QSvgRenderer(QByteArray(_drawing(name, color)))
    result = QPixmap(round(size * scale), round(size * scale))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    drawing.render(painter)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def paint(painter: QPainter, box: QRectF, name: str, color: str) -> None:
    """Paint an icon into a box of a painter at the very resolution of its device."""
    QSvgRenderer(QByteArray(_drawing(name, color))).render(painter, box)


@lru_cache(maxsize=256)
def _drawing(name: str, color: str) -> bytes:
    folder = paths.resources() / "icons"
    if not folder.is_dir():
        raise UserError("程序文件不完整，请重新安装（缺少图标）。")
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    drawing = svg.replace("currentColor", color)
    return drawing.replace('stroke-width="2"', f'stroke-width="{_STROKE}"').encode()
