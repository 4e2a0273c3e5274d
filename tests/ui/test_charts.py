"""The charts: bars as long as their numbers, and no word left out or lying on another."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from beiguan_desktop.core.comment import KINDS, Anchor
from beiguan_desktop.core.progress import reading_progress
from beiguan_desktop.ui.kind_legend import KindLegend
from beiguan_desktop.ui.opinion_chart import MOST, OpinionChart
from beiguan_desktop.ui.reading_chart import ReadingChart
from beiguan_desktop.ui.statistics_rows import numbers
from beiguan_desktop.ui.theme import LIGHT, SEALS
from tests.ui.panes import on_paragraph, opinion, shipped, unit_of

WIDTHS = [520, 640, 900, 1300]
TOPIC, THREE = "抓实稳岗就业。", "三、2026年重点工作"


def few():
    places = [on_paragraph(TOPIC), on_paragraph(TOPIC), opinion("x").anchor]
    kinds = ["建议", "询问", "修改"]
    drawn = enumerate(zip(places, kinds, strict=True))
    return numbers(shipped(), [opinion(str(at), place, kind=kind) for at, (place, kind) in drawn])


def many():
    """A hundred and forty, every kind, in every paragraph of the report in turn."""
    units = [unit.ordinal for unit in shipped().units if unit.number]
    return numbers(
        shipped(),
        [
            opinion(str(at), Anchor("paragraph", units[at % len(units)]), kind=KINDS[at % 7])
            for at in range(140)
        ],
    )


def one():
    return numbers(shipped(), [opinion("a", on_paragraph(TOPIC))])


@pytest.fixture
def chart(qtbot):
    result = OpinionChart(LIGHT)
    qtbot.addWidget(result)
    result.fit(640)
    result.show()
    return result


def settle():
    for _ in range(3):
        QApplication.processEvents()


def draw(chart, numbers_) -> None:
    chart.take(numbers_)
    chart.fit(chart.width())


@pytest.mark.parametrize("some", [few, many, one])
def test_bars_hold_the_very_numbers(chart, some):
    found = some()
    draw(chart, found)
    assert list(chart.bars) == list(found.kinds)
    for kind, bars in chart.bars.items():
        rows = [row for row in found.rows if row.counts[kind]]
        assert list(bars.opts["width"]) == [row.counts[kind] for row in rows]
        middles = {name.middle: at for at, name in enumerate(chart.names.names)}
        told = [found.rows[middles[y]] for y in bars.opts["y"]]
        assert told == rows
        for row, start in zip(rows, bars.opts["x0"], strict=True):
            before = list(found.kinds)[: list(found.kinds).index(kind)]
            assert start == sum(row.counts[each] for each in before)
        assert bars.opts["brush"] == QColor(LIGHT.kinds[kind])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("some", [few, many, one])
def test_every_word_is_within_the_chart_and_on_no_other(chart, some, width):
    draw(chart, some())
    chart.fit(width)
    settle()
    area = chart.sceneRect()
    found = chart.boxes()
    assert all(area.adjusted(0, 0, 1, 1).contains(box) for box in found)
    for at, box in enumerate(found):
        inner = box.adjusted(1, 3, -1, -3)
        assert not any(inner.intersects(other.adjusted(1, 3, -1, -3)) for other in found[at + 1 :])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("some", [few, many, one])
def test_every_kind_of_every_bar_is_told_by_its_seal(chart, some, width):
    numbers_ = some()
    draw(chart, numbers_)
    chart.fit(width)
    words = [(label.place[1], label.text) for label in chart.labels]
    for row, name in zip(numbers_.rows, chart.names.names, strict=True):
        here = " ".join(text for y, text in words if y == name.middle)
        assert str(row.total) in here
        assert all(SEALS[kind] in here for kind, count in row.counts.items() if count)


@pytest.mark.parametrize("width", WIDTHS)
def test_every_name_is_painted_whole_and_beside_the_bars(chart, width):
    draw(chart, many())
    chart.fit(width)
    settle()
    names = chart.names
    assert names.width() == pytest.approx(max(name.width for name in names.names) + 10)
    assert len(names.places()) == sum(len(name.lines) for name in names.names)
    shown = ["".join(name.lines) for name in names.names]
    assert shown == [row.name for row in many().rows]
    image = chart.grab().toImage()
    for place in names.places():
        on_scene = names.mapRectToScene(place)
        ink = {
            image.pixelColor(x, y).name()
            for x in range(int(on_scene.left()) + 2, int(on_scene.left()) + 60)
            for y in range(int(on_scene.top()) + 4, int(on_scene.bottom()) - 4)
        }
        assert len(ink) > 3


def test_nought_is_always_told(chart):
    draw(chart, few())
    assert chart.figures.figures[0.0] == "0"
    left = chart.plotItem.vb.viewRange()[0][0]
    assert left < 0, "at the very edge no line is seen"
    empty = [row for row in few().rows if not row.total]
    assert len([label for label in chart.labels if label.text == "0"]) == len(empty) > 0


def test_figures_of_the_axis_are_whole_and_apart(chart):
    for some in (few, many, one):
        draw(chart, some())
        pixels = 1 / chart.plotItem.vb.viewPixelSize()[0]
        values = list(chart.figures.figures)
        assert all(value == int(value) for value in values)
        steps = {b - a for a, b in pairwise(values)}
        assert all(step * pixels >= 40 for step in steps)


def test_one_opinion_is_no_long_bar(chart):
    draw(chart, one())
    settle()
    assert 1 / chart.plotItem.vb.viewPixelSize()[0] <= MOST + 0.5


def test_a_chart_without_rows_is_empty(chart):
    draw(chart, numbers(shipped(), []))
    assert list(chart.bars) == []
    assert chart.row_at(QPointF(300, 5000)) == -1


def middle_of(chart, row: int) -> QPoint:
    name = chart.names.names[row]
    scene = chart.plotItem.vb.mapViewToScene(QPointF(0.2, name.middle))
    return chart.mapFromScene(scene)


def test_a_click_tells_the_row(chart, qtbot):
    draw(chart, few())
    settle()
    for row, name in enumerate(chart.names.names):
        assert chart.row_at(QPointF(middle_of(chart, row))) == row, name
    at = next(at for at, row in enumerate(few().rows) if row.unit == unit_of(THREE))
    place = middle_of(chart, at)
    with qtbot.waitSignal(chart.chosen) as heard:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [at]
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.RightButton, pos=place)
        qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(chart, 0))
    with qtbot.waitSignal(chart.chosen):
        qtbot.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_mouse_moves_and_zooms_nothing(chart, qtbot):
    draw(chart, few())
    settle()
    before = chart.plotItem.vb.viewRange()
    place = middle_of(chart, 0)
    wheel = QWheelEvent(
        QPointF(place),
        QPointF(place),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart.viewport(), wheel)
    assert not wheel.isAccepted(), "the page scrolls"
    qtbot.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(chart.viewport(), pos=place + QPoint(80, 0))
    assert chart.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(80, 0))
    assert chart.plotItem.vb.viewRange() == before
    assert not chart.plotItem.menuEnabled()
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_tip_says_the_whole_row(chart):
    found = few()
    draw(chart, found)
    settle()
    place = middle_of(chart, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, place, chart.viewport().mapToGlobal(place))
    QApplication.sendEvent(chart.viewport(), event)
    assert QToolTip.text() == found.rows[0].words
    QToolTip.hideText()


# -- reading


def test_reading_is_drawn_by_part_with_its_percentage_at_the_mark(qtbot):
    chart = ReadingChart(LIGHT)
    qtbot.addWidget(chart)
    first = {unit.letter for number, unit in shipped().paragraphs.items() if number <= 18}
    _, *parts = reading_progress(shipped(), first)
    chart.show_parts(parts)
    for width in WIDTHS:
        chart.fit(width)
        chart.show()
        settle()
        assert list(chart.bars.opts["width"]) == [part.percent for part in parts]
        told = [label.text for label in chart.labels]
        assert told == [f"已读 {part.percent}%" for part in parts]
        assert all(chart.sceneRect().contains(box) for box in chart.boxes())
    assert parts[0].percent > 50
    assert "已读 0%" in told
    assert "一、2025年和" in chart.accessibleDescription()


# -- what colours mean


@pytest.mark.parametrize("width", [200, 320, 900])
def test_the_legend_names_every_kind_and_overlaps_nothing(qtbot, width):
    legend = KindLegend(LIGHT)
    qtbot.addWidget(legend)
    kinds = {kind: 10 * at + 1 for at, kind in enumerate(KINDS)}
    legend.set_kinds(kinds)
    legend.fit(width)
    places = list(legend.places().values())
    assert len(places) == len(KINDS)
    assert max(place.right() for place in places) <= width
    assert max(place.bottom() for place in places) == legend.height()
    for at, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[at + 1 :])
    assert "数据核实 51 条" in legend.accessibleName()
    image = legend.grab().toImage()
    for kind, place in legend.places().items():
        seal = image.pixelColor(int(place.x()) + 3, int(place.center().y()))
        assert seal.name().upper() == LIGHT.kinds[kind]


def luminance(name: str) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    red, green, blue = (part(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one_: str, other: str) -> float:
    light, dark = sorted((luminance(one_), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_and_bars_stand_out():
    for kind in KINDS:
        assert contrast(LIGHT.on_accent, LIGHT.kinds[kind]) >= 4.5
        assert contrast(LIGHT.kinds[kind], LIGHT.paper) >= 3
    for ink in (LIGHT.ink, LIGHT.ink2, LIGHT.ink3, LIGHT.ok, LIGHT.warn):
        assert contrast(ink, LIGHT.paper) >= 4.5
        assert contrast(ink, LIGHT.ground) >= 4.5
    assert contrast(LIGHT.accent, LIGHT.paper) >= 3
