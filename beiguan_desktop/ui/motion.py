"""What moves on the page: a short glide to a place, a glow on what was found; nothing else.

Only the picture moves. The page itself stands at its new place at once, so that whatever asks
where it stands, or clicks, is never told something in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtWidgets import QWidget

GLIDE, GLOW = 120, 400
"""Milliseconds."""
FARTHEST = 320
"""The most pixels that are glided: a far jump glides its last stretch only."""


@dataclass
class Switch:
    """减少动画: while `is_reduced` nothing moves by itself anywhere in the program."""

    is_reduced: bool = False


SWITCH = Switch()


class PageMotion:
    """How far the picture of a page lags behind it, and how strongly a found place glows."""

    def __init__(self, port: QWidget) -> None:
        self._port = port
        self._animations: dict[str, QVariantAnimation] = {}
        self.shift = 0
        """By how many pixels the page is painted lower than it stands."""
        self.found: tuple[int, int, int] | None = None
        """Unit, start and end, in code points, of what glows."""
        self.strength = 0.0

    def glide(self, distance: int) -> None:
        """Let the picture arrive that has just gone so many pixels, down if positive."""
        if distance and self._is_seen():
            self._run("glide", GLIDE, max(-FARTHEST, min(distance, FARTHEST)), self._on_glide)

    def glow(self, unit: int, start: int, end: int) -> None:
        """Let a passage glow once and fade."""
        if self._is_seen():
            self.found = unit, start, end
            self._run("glow", GLOW, 1.0, self._on_glow)

    def stop(self) -> None:
        """Stand still: another page is set."""
        for animation in self._animations.values():
            animation.stop()
        self.shift, self.found, self.strength = 0, None, 0.0

    def _is_seen(self) -> bool:
        return self._port.isVisible() and not SWITCH.is_reduced

    def _run(self, name: str, span: int, start: float, follow: Callable[[float], None]) -> None:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # noqa: PLC0415 - on first use

        if name not in self._animations:
            made = QVariantAnimation(self._port)
            made.setDuration(span)
            made.setEasingCurve(QEasingCurve.Type.OutCubic)
            made.valueChanged.connect(follow)
            self._animations[name] = made
        animation = self._animations[name]
        animation.stop()
        animation.setStartValue(float(start))
        animation.setEndValue(0.0)
        animation.start()
        follow(float(start))

    def _on_glide(self, value: float) -> None:
        self.shift = round(value)
        self._port.update()

    def _on_glow(self, value: float) -> None:
        self.strength = value
        if not value:
            self.found = None
        self._port.update()
