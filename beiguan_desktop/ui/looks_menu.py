"""外观 in 更多: what is chosen acts at once and is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from beiguan_desktop.ui.scale import SIZES

if TYPE_CHECKING:
    from beiguan_desktop.ui.looks import Looks

K = TypeVar("K", int, str)

PALETTES: Mapping[str, str] = MappingProxyType(
    {"light": "浅色", "dark": "深色", "contrast": "高对比"}
)


def fill_looks(menu: QMenu, looks: Looks) -> None:
    """Offer palettes, sizes of the interface and rest for the eyes."""
    choice(menu, PALETTES, looks.palette, lambda name: looks.wear(palette=name))
    menu.addSeparator()
    sizes = {points: f"界面字号：{word}" for points, word in SIZES.items()}
    choice(menu, sizes, looks.interface, lambda size: looks.wear(points=size))
    menu.addSeparator()
    calm = menu.addAction("减少动画")
    calm.setCheckable(True)
    calm.setChecked(looks.is_calm)
    calm.triggered.connect(lambda is_calm: looks.set_calm(is_calm=is_calm))


def choice(menu: QMenu, choices: Mapping[K, str], now: K, choose: Callable[[K], None]) -> None:
    """Offer one of several, the present one marked."""
    group = QActionGroup(menu)
    for key, words in choices.items():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(key == now)
        action.triggered.connect(_doing(choose, key))
        group.addAction(action)


def _doing(choose: Callable[[K], None], key: K) -> Callable[[], None]:
    return lambda: choose(key)
