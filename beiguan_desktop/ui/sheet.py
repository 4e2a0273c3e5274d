"""What standard widgets wear: a palette and one short style sheet, both made of tokens.

The sheet sets no font size and no family: a sheet's font would beat setFont and freeze the size.
"""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from beiguan_desktop.ui.faces import sans
from beiguan_desktop.ui.scale import SCALE, STANDARD, px
from beiguan_desktop.ui.theme import WORN, Theme, blend

_LEADING = 1.45
"""How high a line of letters is, in their size."""
_MENU_LINE, _AIR = 48, 6
"""How high a line of a menu is, and what at least is free above and below its letters: large
letters make it high enough, and a dozen lines must have room on a screen of 640 pixels."""


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
        roles.HighlightedText: theme.on_sel,
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
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.off))
    return result


def put_on(app: QGuiApplication) -> None:
    """Give the application palette and face, all but the style sheet."""
    app.setPalette(palette(WORN))
    app.setFont(sans(STANDARD))


def style_sheet(theme: Theme) -> str:
    """Return the sheet for standard widgets, at the size of the interface that holds now."""
    values: dict[str, object] = {
        name: value for name, value in vars(theme).items() if isinstance(value, str)
    }
    values["handle"] = blend(theme.strong, theme.ground, 0.55).name()
    values["inverse"] = blend(theme.accent, theme.paper, 0.35).name()
    values["flat"] = theme.field if theme.is_stark else theme.hover
    values["flat_edge"] = theme.strong if theme.is_stark else theme.hover
    values["chosen"] = theme.press if theme.is_stark else theme.tint
    values["round"] = px(_LENGTHS["mark"]) // 2 + 2
    edge = values["edge"] = theme.hairline
    letters = _LEADING * SCALE.points * 4 / 3
    values["item"] = max(_AIR, round((_MENU_LINE - letters) / 2))
    values["target"] = px(44) - 2 * edge
    focus = values["focus"] = theme.hairline + 1
    for name, length in (("beside", 12), ("above", 4), ("within", 8)):
        values[name] = px(length) - edge
        values[f"{name}_focus"] = px(length) - focus  # the border grows inwards: nothing moves
    values |= {name: px(length) for name, length in _LENGTHS.items()}
    return _SHEET % values


_LENGTHS = {
    "tip": 6,
    "tips": 10,
    "left": 40,
    "before": 14,
    "mark": 10,
    "right": 28,
    "cell": 8,
    "first": 12,
}

_SHEET = """
QToolTip { color: %(ink)s; background: %(field)s; border: %(edge)dpx solid %(strong)s;
  padding: %(tip)dpx %(tips)dpx; }
QPushButton { background: %(field)s; border: %(edge)dpx solid %(strong)s; border-radius: 5px;
  padding: 0 %(beside)dpx; color: %(ink)s; outline: none; }
QPushButton:hover { background: %(hover)s; }
QPushButton:pressed { background: %(press)s; }
QPushButton:focus { border: %(focus)dpx solid %(accent)s; padding: 0 %(beside_focus)dpx; }
QPushButton:disabled { color: %(off)s; border: %(edge)dpx dashed %(strong)s; }
QPushButton[role="main"] { background: %(accent)s; border: %(edge)dpx solid %(accent)s;
  color: %(on_accent)s; font-weight: bold; }
QPushButton[role="main"]:disabled { background: %(press)s; color: %(ink2)s;
  border: %(edge)dpx dashed %(strong)s; }
QPushButton[role="main"]:focus { border: %(focus)dpx solid %(ink)s; }
QPushButton[role="choice"]:checked { background: %(chosen)s; border-color: %(accent)s;
  font-weight: bold; }
QPushButton[role="flat"] { background: transparent; border: %(edge)dpx solid transparent; }
QPushButton[role="flat"]:disabled { border-color: transparent; }
QPushButton[role="flat"]:hover { background: %(hover)s; }
QPushButton[role="flat"]:focus { border: %(focus)dpx solid %(accent)s; }
QPushButton[role="link"] { background: transparent; border: %(edge)dpx solid transparent;
  color: %(accent)s; }
QPushButton[role="link"]:disabled { color: %(off)s; border-color: transparent; }
QPushButton[role="link"]:focus { border: %(focus)dpx solid %(accent)s; }
QPushButton[role="inverse"] { background: transparent; border: %(edge)dpx solid transparent;
  color: %(inverse)s; }
QPushButton[role="inverse"]:focus { border: %(focus)dpx solid %(inverse)s; }
QDialogButtonBox QPushButton { min-height: %(target)dpx; }
QLineEdit, QPlainTextEdit, PaperView { background: %(field)s; border: %(edge)dpx solid %(strong)s;
  border-radius: 5px; color: %(ink)s; padding: %(above)dpx %(within)dpx;
  selection-background-color: %(sel)s; selection-color: %(on_sel)s;
  placeholder-text-color: %(ink3)s; }
QLineEdit:focus, QPlainTextEdit:focus, PaperView:focus { border: %(focus)dpx solid %(accent)s;
  padding: %(above_focus)dpx %(within_focus)dpx; }
WordsView { background: %(flat)s; border-color: %(flat_edge)s; }
QMenu { background: %(field)s; border: %(edge)dpx solid %(strong)s; padding: %(tip)dpx 0;
  color: %(ink)s; menu-scrollable: 1; }
QMenu::item { padding: %(item)dpx %(right)dpx %(item)dpx %(left)dpx; }
QMenu::item:selected { background: %(chosen)s; }
QMenu::item:disabled { color: %(off)s; }
QMenu::indicator { width: %(mark)dpx; height: %(mark)dpx; left: %(before)dpx; }
QMenu::indicator:exclusive { border: 2px solid %(strong)s; border-radius: %(round)dpx; }
QMenu::indicator:non-exclusive { border: 2px solid %(strong)s; border-radius: 3px; }
QMenu::indicator:checked { border-color: %(accent)s; background: %(accent)s; }
QMenu::right-arrow { border: %(edge)dpx solid transparent; }
QMenu::separator { height: %(edge)dpx; background: %(line)s; margin: %(tip)dpx 0; }
QSplitter::handle { background: %(line)s; }
#hairline { background: %(line)s; min-height: %(edge)dpx; max-height: %(edge)dpx; }
#edge { background: %(strong)s; }
#page { background: %(paper)s; }
QHeaderView::section { background: %(paper)s; color: %(ink2)s; border: none;
  border-bottom: %(edge)dpx solid %(strong)s; padding: 0 %(cell)dpx; }
QHeaderView::section:first { padding-left: %(first)dpx; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: %(handle)s; border-radius: 4px; margin: 2px;
  min-height: 44px; }
QScrollBar::handle:vertical:hover { background: %(ink3)s; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
QScrollBar:horizontal { height: 0; }
"""
