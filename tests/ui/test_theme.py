"""Three palettes: every word stands out from every ground it is written on."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.highlights import EMPHASIS
from beiguan_desktop.ui.scale import SCALE, SIZES, px
from beiguan_desktop.ui.sheet import palette, style_sheet
from beiguan_desktop.ui.theme import CONTRAST, DARK, LIGHT, PALETTES, SEALS, Worn

WORDS = 4.5
BORDERS = 3.0
SEEN = 2.0
"""How many times stronger words that can be used stand out, at least."""
GROUNDS = ("paper", "ground", "field")

PAIRS = [
    # words of the report, of panes and boxes, of rows under the pointer and of chosen ones
    *itertools.product(("ink", "ink2", "ink3"), (*GROUNDS, "tint", "hover")),
    *itertools.product(("ink",), ("press", "mark", "sel")),
    # counts, links, the current number, 「正在写」
    *itertools.product(("accent",), (*GROUNDS, "tint")),
    # what a state says: the status line, notes beside a box, the banner, 统计
    *itertools.product(("ok", "warn", "bad"), GROUNDS),
    # filled buttons and seals, the undo bar, selected words, a button that waits
    ("on_accent", "accent"),
    ("paper", "ink"),
    ("on_sel", "sel"),
    ("ink2", "press"),
    # what cannot be used now
    *itertools.product(("off",), GROUNDS),
]
"""Every pair of words and their ground that is painted, by the names of the tokens."""


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Return the ratio of WCAG 2, 1…21."""
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=PALETTES)
def theme(request):
    return PALETTES[request.param]


def test_the_ratio_is_the_one_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_word_stands_out_from_its_ground(theme):
    ratios = {(on, at): contrast(getattr(theme, on), getattr(theme, at)) for on, at in pairs(theme)}
    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < WORDS} == {}


def pairs(theme):
    """In high contrast words on marks and choices are black: `on_sel`, not `ink`."""
    dark_words = {("ink", "sel"), ("ink", "mark")} if theme.is_stark else set()
    return [pair for pair in PAIRS if pair not in dark_words]


def test_every_kind_can_be_read_as_a_word_as_a_seal_and_as_a_chosen_button(theme):
    for kind in SEALS:
        own = theme.kinds[kind]
        ratios = [
            *(contrast(own, getattr(theme, ground)) for ground in ("field", "hover")),
            contrast(theme.on_accent, own),  # the seal's character
            contrast(theme.field, own),  # the pill's word
            contrast(theme.field, theme.chosen(kind)),
        ]
        assert min(ratios) >= WORDS, kind


def test_what_cannot_be_used_is_told_from_what_can_by_its_lightness_and_its_frame(theme):
    assert contrast(theme.ink, theme.field) / contrast(theme.off, theme.field) >= SEEN
    sheet = style_sheet(theme)
    for rule in re.findall(r"QPushButton[^{]*:disabled [^}]*}", sheet):
        assert "dashed" in rule or "transparent" in rule


@pytest.mark.parametrize("role", ["", "main", "flat", "link"])
def test_a_button_that_cannot_be_pressed_looks_otherwise_in_every_palette(qapp, theme, role):
    try:
        dressing.wear(qapp, next(name for name, each in PALETTES.items() if each is theme), 14)
        button = QPushButton("重做")
        button.setProperty("role", role)
        button.resize(120, 48)
        usual = button.grab().toImage()
        button.setEnabled(False)
        assert button.grab().toImage() != usual
    finally:
        dressing.wear(qapp, "light", 14)


def test_borders_and_rings_stand_out(theme):
    for ground in GROUNDS:
        assert contrast(theme.strong, getattr(theme, ground)) >= BORDERS
        assert contrast(theme.accent, getattr(theme, ground)) >= BORDERS  # what has the focus


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_report_can_be_read_through_any_three_marks_one_over_the_other(theme):
    """The chosen passage below, then tints as `highlights` lays them, the current one stronger."""
    worst, mix = 21.0, max if theme.is_dark else min
    for ground in (theme.paper, theme.sel, theme.mark):
        for kinds in itertools.product(SEALS, repeat=3):
            laid = [QColor(ground)]
            laid += [theme.tint_of(kind, 1) for kind in kinds[:2]]
            laid += [theme.tint_of(kinds[2], EMPHASIS)]
            channels = zip(*(colour.getRgb()[:3] for colour in laid), strict=True)
            mixed = QColor(*(mix(channel) for channel in channels))
            worst = min(worst, contrast(theme.ink, mixed))
    assert worst >= WORDS


def test_high_contrast_tints_nothing_and_draws_thicker():
    assert CONTRAST.is_stark
    assert (CONTRAST.hairline, CONTRAST.stroke) == (2, 3.0)
    assert not LIGHT.is_stark
    assert not DARK.is_stark


def test_the_palettes_of_qt_say_the_same(theme):
    made, roles = palette(theme), QPalette.ColorRole
    assert made.color(roles.Text) == QColor(theme.ink)
    assert made.color(roles.Base) == QColor(theme.field)
    assert made.color(roles.HighlightedText) == QColor(theme.on_sel)
    assert made.color(QPalette.ColorGroup.Disabled, roles.Text) == QColor(theme.off)


@pytest.mark.parametrize("points", SIZES)
def test_the_sheet_sets_no_face_and_leaves_nothing_open(theme, points):
    SCALE.put_on(points)
    try:
        sheet = style_sheet(theme)
    finally:
        SCALE.put_on(14)
    assert not re.search(r"font-(size|family)|font:|%\(|None", sheet)
    assert {int(n) for n in re.findall(r"border: (\d)px", sheet)} <= {
        theme.hairline,
        theme.hairline + 1,
    }


def test_what_is_worn_changes_and_the_palettes_do_not():
    worn = Worn(**{name: getattr(LIGHT, name) for name in vars(LIGHT)})
    worn.put_on(DARK)
    assert vars(worn) == vars(DARK)
    worn.put_on(LIGHT)
    assert vars(worn) == vars(LIGHT) != vars(DARK)


@pytest.mark.parametrize(("points", "pixels"), [(14, 44), (18, 57), (22, 69), (15, 44), (0, 44)])
def test_lengths_grow_with_the_letters(points, pixels):
    SCALE.put_on(points)
    try:
        assert px(44) == pixels
    finally:
        SCALE.put_on(14)
