"""画重点 and 星标 as painted: under a choice, under an opinion, beside every kind of paragraph."""

import pytest
from PySide6.QtGui import QColor

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.ui.theme import CONTRAST, LIGHT
from tests.ui.page_parts import colours, is_near, report_of, shown, tint_of
from tests.ui.panes import on_paragraph, on_words, opinion, shipped, unit_of

UNIT = unit_of("（三）创新驱动")
WORDS = "创新平台能级"


@pytest.fixture
def view(qtbot):
    view = shown(qtbot)
    view.show_place(UNIT)
    return view


def stroked(view, *anchors) -> None:
    spans: dict[int, list[tuple[int, int]]] = {}
    for anchor in anchors:
        spans.setdefault(anchor.unit, []).append((anchor.start, anchor.end))
    view.set_marked(spans, frozenset())


def at(view, anchor, share: float) -> str:
    """Return the commonest colour at a height of the first line's band, 0 top … 1 foot."""
    image = view.viewport().grab().toImage()
    strip = view.lines.strips(anchor.unit, anchor.start, anchor.end)[0]
    y = round(strip.line.top - view.verticalScrollBar().value() + share * strip.line.height)
    row = [QColor(image.pixel(x, y)).name() for x in range(round(strip.left), round(strip.right))]
    return max(row, key=row.count)


def test_a_stroke_fills_the_line_so_that_lines_join(view):
    anchor = on_words(WORDS)
    stroked(view, anchor)
    for share in (0.02, 0.2, 0.5, 0.8, 0.97):
        assert is_near(QColor(at(view, anchor, share)), QColor(LIGHT.mark)), share


def test_a_chosen_stroke_shows_the_choice_above_and_below(view):
    anchor = on_words(WORDS)
    stroked(view, anchor)
    view.set_current(anchor)
    assert is_near(QColor(at(view, anchor, 0.05)), QColor(LIGHT.sel))
    assert is_near(QColor(at(view, anchor, 0.2)), QColor(LIGHT.mark))
    assert is_near(QColor(at(view, anchor, 0.95)), QColor(LIGHT.sel))


@pytest.mark.parametrize("kind", ["建议", "修改"])
def test_under_an_opinion_stroke_and_tint_are_both_what_they_are(view, kind):
    anchor = on_words(WORDS)
    stroked(view, anchor)
    view.set_comments([opinion("a", anchor, kind=kind)])
    assert is_near(QColor(at(view, anchor, 0.05)), tint_of(kind))
    assert is_near(QColor(at(view, anchor, 0.2)), QColor(LIGHT.mark))


def test_a_stroke_beside_an_opinion_and_one_that_reaches_out_of_it(view):
    inner, wide = on_words("平台能级"), on_words("创新平台能级不断跃升")
    stroked(view, wide)
    view.set_comments([opinion("a", inner)])
    outer = on_words("不断跃升")
    assert is_near(QColor(at(view, outer, 0.05)), QColor(LIGHT.mark))
    assert is_near(QColor(at(view, inner, 0.05)), tint_of("建议"))
    assert is_near(QColor(at(view, inner, 0.2)), QColor(LIGHT.mark))


def test_without_tints_a_stroke_is_a_line_above_the_letters(view):
    view.set_theme(CONTRAST)
    anchor = on_words(WORDS)
    stroked(view, anchor)
    view.set_comments([opinion("a", anchor)])
    assert is_near(QColor(at(view, anchor, 7 / 41)), QColor(CONTRAST.mark))
    for free in (1 / 41, 3 / 41, 0.26):  # nearer to its own letters than to those of the line above
        assert is_near(QColor(at(view, anchor, free)), QColor(CONTRAST.paper))
    view.set_current(anchor)
    assert is_near(QColor(at(view, anchor, 0.26)), QColor(CONTRAST.sel))
    assert QColor(at(view, anchor, 7 / 41)).lightness() < 40  # still to be seen


def test_nothing_is_left_when_strokes_are_taken_off(view):
    before = view.viewport().grab().toImage()
    stroked(view, on_words(WORDS), on_paragraph("（三）创新驱动"))
    assert view.viewport().grab().toImage() != before
    view.set_marked({}, frozenset())
    assert view.viewport().grab().toImage() == before


def star_colours(view, unit: int) -> set[str]:
    """Return what is painted between the margin's bar and the first letter of a unit."""
    image = view.viewport().grab().toImage()
    line = view.lines.first(unit)
    top = line.top - view.verticalScrollBar().value()
    left = view.measure.text - 12
    return colours(image, left, top, line.x(line.start) - 1, top + line.height)


def test_a_star_stands_before_the_first_word_and_changes_nothing_else(view):
    other = star_colours(view, UNIT + 1)
    assert LIGHT.warn.lower() not in star_colours(view, UNIT)
    view.set_marked({}, frozenset({UNIT}))
    assert LIGHT.warn.lower() in star_colours(view, UNIT)
    assert star_colours(view, UNIT + 1) == other
    view.set_marked({}, frozenset())
    assert LIGHT.warn.lower() not in star_colours(view, UNIT)


@pytest.mark.parametrize("points", [12, 18, 36])
def test_a_star_finds_room_at_every_size_and_beside_a_line_without_indent(qtbot, points):
    view = shown(qtbot)
    view.set_text_size(points)
    salutation = next(unit.ordinal for unit in shipped().units if unit.kind == "salutation")
    for unit in (UNIT, unit_of("二、"), salutation):
        view.show_place(unit)
        view.set_marked({}, frozenset({unit}))
        assert LIGHT.warn.lower() in star_colours(view, unit)


def test_another_report_begins_without_strokes(qtbot, view):
    stroked(view, on_words(WORDS))
    view.set_marked(dict(view.state.strokes), frozenset({UNIT}))
    from beiguan_desktop.core.pagination import Pages  # noqa: PLC0415

    report = report_of("第一段。", "第二段。")
    view.set_report(report, Pages(report.units, ()))
    assert not view.state.strokes
    assert not view.state.stars
    view.set_marked({1: [(0, 4)]}, frozenset())
    assert is_near(QColor(at(view, paragraph(report, 1), 0.1)), QColor(LIGHT.mark))
