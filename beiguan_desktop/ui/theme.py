"""Colours and shapes: one object of tokens, from which palette and style sheet are made.

All own painting reads the tokens; nothing else names a colour. The style sheet sets no
font size and no family: a sheet's font would beat setFont and freeze the text size.
"""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

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
    """The colours of one palette, as #RRGGBB."""

    paper: str
    ground: str
    field: str
    ink: str
    ink2: str
    ink3: str
    line: str
    strong: str
    accent: str
    on_accent: str
    tint: str
    hover: str
    press: str
    sel: str
    mark: str
    ok: str
    warn: str
    bad: str
    tint_share: float
    """How much of a kind's colour lies over the paper of a marked passage."""
    kinds: Mapping[str, str] = dataclasses.field(default_factory=dict)


LIGHT = Theme(
    paper="#FCFAF5",
    ground="#F4F1E9",
    field="#FFFEFB",
    ink="#211E1A",
    ink2="#565048",
    ink3="#696259",
    line="#DFD9CC",
    strong="#8D8577",
    accent="#9A2B20",
    on_accent="#FFFFFF",
    tint="#F1E2DA",
    hover="#EBE6DA",
    press="#E1DACB",
    sel="#EED9CF",
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


def blend(over: str, under: str, share: float) -> QColor:
    """Mix two colours: `share` (0…1) of the first over the second."""
    top, ground = QColor(over), QColor(under)
    return QColor(
        round(top.red() * share + ground.red() * (1 - share)),
        round(top.green() * share + ground.green() * (1 - share)),
        round(top.blue() * share + ground.blue() * (1 - share)),
    )


def palette(theme: Theme) -> QPalette:
    """Return the palette that standard widgets paint with."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.ground,
        roles.WindowText: theme.ink,
        roles.Base: theme.field,
        roles.AlternateBase: theme.paper,
        roles.Text: theme.ink,
        roles.PlaceholderText: theme.ink3,
        roles.Button: theme.field,
        roles.ButtonText: theme.ink,
        roles.Highlight: theme.sel,
        roles.HighlightedText: theme.ink,
        roles.Light: theme.field,
        roles.Midlight: theme.hover,
        roles.Mid: theme.line,
        roles.Dark: theme.strong,
        roles.Shadow: theme.strong,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.field,
        roles.ToolTipText: theme.ink,
        roles.BrightText: theme.on_accent,
        roles.Accent: theme.accent,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
    return result


def style_sheet(theme: Theme) -> str:
    """Return the sheet for standard widgets (no fonts in it: they would beat setFont)."""
    values = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    values["handle"] = blend(theme.strong, theme.ground, 0.55).name()
    return _SHEET % values


_SHEET = """
QToolTip { color: %(ink)s; background: %(field)s; border: 1px solid %(strong)s; padding: 6px 10px; }
QPushButton { background: %(field)s; border: 1px solid %(strong)s; border-radius: 5px;
  padding: 0 11px; color: %(ink)s; outline: none; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(press)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 0 10px; }
QPushButton:disabled { color: %(ink3)s; border-color: %(line)s; }
QPushButton[role="main"] { background: %(accent)s; border: 1px solid %(accent)s;
  color: %(on_accent)s; font-weight: bold; }
QPushButton[role="main"]:disabled { background: %(press)s; border-color: %(press)s;
  color: %(ink3)s; }
QPushButton[role="main"]:focus { border: 2px solid %(ink)s; }
QPushButton[role="flat"] { background: transparent; border: 1px solid transparent; }
QPushButton[role="flat"]:hover { background: %(hover)s; }
QPushButton[role="flat"]:focus { border: 2px solid %(accent)s; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent;
  color: %(accent)s; }
QPushButton[role="link"]:focus { border: 2px solid %(accent)s; }
QLineEdit, QPlainTextEdit, PaperView { background: %(field)s; border: 1px solid %(strong)s;
  border-radius: 5px; color: %(ink)s; padding: 3px 7px; selection-background-color: %(sel)s;
  selection-color: %(ink)s; }
QLineEdit:focus, QPlainTextEdit:focus, PaperView:focus { border: 2px solid %(accent)s;
  padding: 2px 6px; }
QMenu { background: %(field)s; border: 1px solid %(strong)s; padding: 6px 0; color: %(ink)s; }
QMenu::item { padding: 10px 28px 10px 20px; }
QMenu::item:selected { background: %(tint)s; }
QMenu::item:disabled { color: %(ink3)s; }
QMenu::separator { height: 1px; background: %(line)s; margin: 6px 0; }
QSplitter::handle { background: %(line)s; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: %(handle)s; border-radius: 4px; margin: 2px;
  min-height: 44px; }
QScrollBar::handle:vertical:hover { background: %(ink3)s; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QScrollBar:horizontal { height: 0; }
"""
