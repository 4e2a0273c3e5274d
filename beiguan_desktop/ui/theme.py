"""Colours and shapes: three palettes of tokens, and the one that is worn now.

All own painting reads the tokens; nothing else names a colour. `WORN` is what the window's
widgets are given: its tokens change when another palette is put on, so that a repaint suffices.
What keeps a colour beyond its painting is told by `set_theme` (see `dressing`).
"""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor

SEALS: Mapping[str, str] = MappingProxyType(
    {
        "建议": "建",
        "批评": "批",
        "意见": "意",
        "询问": "问",
        "肯定": "赞",
        "数据核实": "数",
        "修改": "改",
    }
)
"""The one character that stands for a kind in the margin."""


PRINT_INK, PRINT_PAPER = "#000000", "#FFFFFF"
"""What is printed, and what on: the same whatever the window looks like."""


@dataclasses.dataclass(frozen=True)
class Theme:
    """The colours of one palette, as #RRGGBB, and what else tells it from the others."""

    paper: str
    ground: str
    field: str
    ink: str
    ink2: str
    ink3: str
    off: str
    """Words of what cannot be used now."""
    line: str
    strong: str
    accent: str
    on_accent: str
    tint: str
    hover: str
    press: str
    sel: str
    on_sel: str
    mark: str
    ok: str
    warn: str
    bad: str
    tint_share: float
    """How much of a kind's colour lies over the paper of a marked passage; nought: no tints."""
    kinds: Mapping[str, str] = dataclasses.field(default_factory=dict)
    hairline: int = 1
    """How thick hairlines and the borders of controls are, in pixels."""
    stroke: float = 2.0
    """How thick the line under a marked passage is, in pixels."""

    @property
    def is_stark(self) -> bool:
        """Whether grounds say nothing here: bars, frames and bold say it all."""
        return not self.tint_share

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than what they stand on."""
        return QColor(self.ink).lightness() > QColor(self.paper).lightness()

    def tint_of(self, kind: str, share: float) -> QColor:
        """Return a kind's tint on paper, `share` times as strong as usual."""
        return blend(self.kinds[kind], self.paper, min(1.0, self.tint_share * share))

    def chosen(self, kind: str) -> str:
        """Return the ground of a kind's button that is chosen; kinds may all be white."""
        return self.accent if self.is_stark else self.kinds[kind]


LIGHT = Theme(
    paper="#FCFAF5",
    ground="#F4F1E9",
    field="#FFFEFB",
    ink="#211E1A",
    ink2="#565048",
    ink3="#696259",
    off="#696259",
    line="#DFD9CC",
    strong="#8D8577",
    accent="#9A2B20",
    on_accent="#FFFFFF",
    tint="#F1E2DA",
    hover="#EBE6DA",
    press="#E1DACB",
    sel="#EED9CF",
    on_sel="#211E1A",
    mark="#FFF0BF",
    ok="#2F6B3F",
    warn="#8A5A00",
    bad="#9A2B20",
    tint_share=0.13,
    kinds=MappingProxyType(
        {
            "建议": "#1D5187",
            "批评": "#7A315E",
            "意见": "#524C5E",
            "询问": "#714400",
            "肯定": "#2B5C34",
            "数据核实": "#005C60",
            "修改": "#8B291D",
        }
    ),
)

DARK = Theme(
    paper="#1D1B19",
    ground="#161513",
    field="#24221F",
    ink="#E7E1D6",
    ink2="#B9B1A4",
    ink3="#A1998C",
    off="#A1998C",
    line="#35322D",
    strong="#7E766A",
    accent="#EB9180",
    on_accent="#1D1613",
    tint="#3A2823",
    hover="#26231F",
    press="#2F2B26",
    sel="#533329",
    on_sel="#E7E1D6",
    mark="#4A3F1C",
    ok="#8CC79A",
    warn="#E0B461",
    bad="#EB9180",
    tint_share=0.2,
    kinds=MappingProxyType(
        {
            "建议": "#8BBFF9",
            "批评": "#ED9ECB",
            "意见": "#BDB7CB",
            "询问": "#E1B07B",
            "肯定": "#97C99E",
            "数据核实": "#82C9CD",
            "修改": "#FF9A89",
        }
    ),
)

CONTRAST = Theme(
    paper="#000000",
    ground="#000000",
    field="#000000",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    off="#949494",
    line="#FFFFFF",
    strong="#FFFFFF",
    accent="#FFE000",
    on_accent="#000000",
    tint="#000000",
    hover="#333333",
    press="#444444",
    sel="#FFE000",
    on_sel="#000000",
    mark="#FFE000",
    ok="#FFFFFF",
    warn="#FFE000",
    bad="#FFE000",
    tint_share=0.0,
    kinds=MappingProxyType(dict.fromkeys(SEALS, "#FFFFFF")),
    hairline=2,
    stroke=3.0,
)

PALETTES: Mapping[str, Theme] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
)
"""By the name that settings and the command line use."""


class Worn(Theme):
    """The palette that is worn now."""

    def is_like(self, other: Theme) -> bool:
        """Whether every token is another palette's."""
        return all(getattr(self, name) == value for name, value in vars(other).items())

    def put_on(self, other: Theme) -> None:
        """Take the tokens of another palette."""
        for field in dataclasses.fields(Theme):
            object.__setattr__(self, field.name, getattr(other, field.name))


WORN = Worn(**{field.name: getattr(LIGHT, field.name) for field in dataclasses.fields(Theme)})
"""What the windows of this process wear; light until they are dressed otherwise."""


def blend(over: str, under: str, share: float) -> QColor:
    """Mix two colours: `share` (0…1) of the first over the second."""
    top, ground = QColor(over), QColor(under)
    return QColor(
        round(top.red() * share + ground.red() * (1 - share)),
        round(top.green() * share + ground.green() * (1 - share)),
        round(top.blue() * share + ground.blue() * (1 - share)),
    )
