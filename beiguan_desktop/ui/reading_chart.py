"""How much of each part has been read: a bar to a hundred per cent."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from beiguan_desktop.core.progress import Share
from beiguan_desktop.ui.charts import Chart, Words, label_font
from beiguan_desktop.ui.theme import Theme

_GAP = 8
_FIGURES = {0.0: "0", 50.0: "一半", 100.0: "全部"}


def said(share: Share) -> str:
    """Return what stands at the mark."""
    return f"已读 {share.percent}%"


class ReadingChart(Chart):
    """One bar a part, its percentage at the mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._parts: tuple[Share, ...] = ()
        self.bars: pg.BarGraphItem | None = None
        self.setAccessibleName("每一部分读了多少，图")

    def show_parts(self, parts: Sequence[Share]) -> None:
        """Draw these parts."""
        self._parts = tuple(parts)
        self.setAccessibleDescription("；".join(_tip(part) for part in parts))
        self.rebuild()

    def rebuild(self) -> None:
        """Draw everything anew."""
        names = [(part.label + part.words, False) for part in self._parts]
        room = self.place_names(names, [_tip(part) for part in self._parts])
        font = label_font()
        tail = QFontMetricsF(font).horizontalAdvance("已读 100%") + 2 * _GAP
        scale = max(0.1, (room - tail) / 100)
        self.set_scale(room, scale, _FIGURES)
        percents = [float(part.percent) for part in self._parts]
        rows = self.names.names
        self.bars = self.add_bars([0.0] * len(rows), percents, rows, self.theme.accent)
        for part, row in zip(self._parts, rows, strict=True):
            x = part.percent + _GAP / scale
            self.write(Words(said(part), (x, row.middle), 0, font, self.theme.ink))


def _tip(part: Share) -> str:
    return f"{part.label}{part.words}：{said(part)}"
