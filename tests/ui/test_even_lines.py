"""Figures stay whole in a loose line, the slack is even, and every line stays as Qt broke it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.display_text import DisplayText
from beiguan_desktop.ui.even_lines import EASY, LONGEST, LOOSEST, even_out, let_go
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.report_document import AIR, ReportDocument
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import report_of, shown
from tests.ui.panes import shipped, unit_of

LOOSE = "（一）经济运行稳中有进"
WIDTH = 672


def document_of(report, width: int = WIDTH, points: float = 18) -> ReportDocument:
    made = ReportDocument(report, points, LIGHT)
    made.document.setTextWidth(width)
    made.document.size()
    return made


def starts(document: ReportDocument, unit: int) -> list[tuple[int, int, float]]:
    layout = document.block(unit).layout()
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [(line.textStart(), line.textLength(), line.y()) for line in lines]


def steps(line) -> list[float]:
    """Return how far each character of a line stands from the next."""
    places = [line.x(at) for at in range(line.start, line.end)]
    return [after - before for before, after in pairwise(places)]


@pytest.fixture(scope="module")
def lines(qapp) -> PageLines:
    return PageLines(document_of(shipped()))


def line_with(lines: PageLines, unit: int, words: str):
    shown_text = lines.document.displays[unit].shown
    at = shown_text.index(words)
    line = next(line for line in lines.of(unit) if line.start <= at < line.end)
    return line, at - line.start


def test_the_digits_of_a_figure_stand_as_close_in_a_loose_line_as_in_any(lines):
    unit = unit_of(LOOSE)
    line, at = line_with(lines, unit, "79.38")
    natural = [QFontMetricsF(faces.serif(18)).horizontalAdvance(each) for each in "79.3"]
    assert steps(line)[at : at + 4] == pytest.approx(natural, abs=0.1)


def test_the_slack_is_shared_evenly_by_the_han_characters(lines):
    unit = unit_of(LOOSE)
    line, at = line_with(lines, unit, "消费品零售总额")
    gaps = steps(line)[at : at + 6]
    assert max(gaps) - min(gaps) < 0.1
    assert gaps[0] > lines.document.em  # the line is loose


@pytest.mark.parametrize("width", [440, WIDTH, 864])
@pytest.mark.parametrize("points", [12, 18, 28, 36])
def test_a_full_line_ends_at_the_edge_or_is_as_close_as_others_and_a_little_short(
    qapp, points, width
):
    document = document_of(shipped(), width, points)
    paragraphs = [
        unit for unit in range(len(document.displays)) if shipped().units[unit].kind == "paragraph"
    ]
    loose = {(unit, at) for unit in paragraphs for at in loose_lines(document, unit)}
    lines = PageLines(document)
    for unit in paragraphs:
        for line in lines.of(unit)[:-1]:
            end = line.x(line.end)
            if (unit, line.index) in loose:
                assert end < width
                gaps = [step / document.em_of(unit) - 1 for step in han_steps(lines, line)]
                assert max(gaps, default=0) <= EASY + 0.02
            else:
                assert end == pytest.approx(width, abs=1.0), (unit, line.index)


def loose_lines(document, unit) -> list[int]:
    """Return the lines of a unit, as Qt has set them, whose characters would stand too far."""
    layout, gaps = document.block(unit).layout(), document.displays[unit].gaps
    found = []
    for at in range(layout.lineCount() - 1):
        line = layout.lineAt(at)
        start, last = line.textStart(), line.textStart() + line.textLength() - 1
        count = sum(max(0, min(high, last) - max(low, start)) for low, high in gaps)
        slack = line.width() - line.naturalTextWidth()
        airs = document.displays[unit].airs
        slack += AIR * document.em_of(unit) * ((last, last + 1) in airs)
        if count and slack > count * LOOSEST * document.em_of(unit):
            found.append(at)
    return found


def han_steps(lines, line) -> list[float]:
    """Return how far Han characters stand from Han characters that follow them on a line."""
    text = lines.document.displays[line.unit].shown[line.start : line.end]
    bold = shipped().units[line.unit].runin
    begin = len(bold.text) + 2 if bold else 0  # another face, of another size
    return [
        step
        for at, (step, two) in enumerate(zip(steps(line), pairwise(text), strict=False))
        if line.start + at >= begin and all("\u4e00" <= each <= "\u9fff" for each in two)
    ]


def test_a_line_before_a_long_figure_is_not_torn_apart_to_reach_the_edge(qapp):
    lines = PageLines(document_of(shipped()))
    unit = unit_of(LOOSE)
    line, _ = line_with(lines, unit, "年度投资计划的")
    assert lines.document.displays[unit].shown[line.end :].startswith("107%")
    short = WIDTH - line.x(line.end)
    assert lines.document.em < short < 3 * lines.document.em


@settings(max_examples=60)
@given(
    st.text(st.sampled_from("增长亿元，。、“”0123456789.%ABC -（）—"), min_size=40, max_size=300),
    st.integers(200, 900),
)
def test_no_line_ends_elsewhere_than_qt_ended_it(qapp, text, width):
    document = document_of(report_of(text), width)
    before = starts(document, 0)
    even_out(document.block(0), document.displays[0], AIR * document.em, document.em)
    assert starts(document, 0) == before
    let_go(document.block(0))
    document.document.setTextWidth(width + 1)
    document.document.setTextWidth(width)
    document.document.size()
    assert starts(document, 0) == before


def test_what_has_no_figures_or_one_line_is_left_to_qt(qapp):
    texts = "全区经济" * 30, "共12项", "𠮷" + "全区12项" * 30, "增长12.5%，" * LONGEST
    document = document_of(report_of(*texts))
    done = [
        even_out(document.block(at), document.displays[at], AIR * document.em, document.em)
        for at in range(4)
    ]
    assert done == [False, False, False, False]


def test_a_line_that_cannot_be_evened_is_set_as_it_was(qapp):
    document = document_of(report_of("增长12.5个百分点，" * 20))
    before = starts(document, 0)
    assert not even_out(document.block(0), document.displays[0], 99.0, document.em)
    assert starts(document, 0) == before


def test_slack_may_follow_han_the_last_digit_and_a_closing_mark_but_not_before_one(qapp):
    display = DisplayText("增长12.5%，（共8项）好。”")
    free = [display.shown[at] for low, high in display.gaps for at in range(low, high)]
    assert "".join(free) == "增长，共8）”"
    assert [display.shown[low:high] for low, high in display.words] == ["12.5%"]


def test_a_new_width_breaks_lines_as_if_nothing_had_been_evened(qtbot):
    view, fresh = shown(qtbot), shown(qtbot, size=(640, 784))
    for unit in range(view.lines.count):
        view.lines.of(unit)
    view.resize(640, 784)
    for unit in range(view.lines.count):
        assert [line.end for line in view.lines.of(unit)] == [
            line.end for line in fresh.lines.of(unit)
        ]
    bars = view.verticalScrollBar(), fresh.verticalScrollBar()
    qtbot.waitUntil(lambda: bars[0].maximum() == bars[1].maximum())


def test_a_new_height_leaves_the_lines_even(qtbot):
    view = shown(qtbot)
    unit = unit_of(LOOSE)
    line, _at = line_with(view.lines, unit, "79.38")
    before = steps(line)
    view.resize(view.width(), 500)
    again, _ = line_with(view.lines, unit, "79.38")
    assert steps(again) == before


def test_what_is_painted_is_what_was_measured(qtbot):
    view = shown(qtbot)
    unit = unit_of(LOOSE)
    view.show_place(unit)
    line, at = line_with(view.lines, unit, "79.38")
    picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        view.viewport().render(painter, view.viewport().rect().topLeft())
    y = round(line.baseline) - view.verticalScrollBar().value() - 6
    left, right = line.x(line.start + at), line.x(line.start + at + 5)
    dark = [x for x in range(round(left), round(right)) if _is_ink(picture, x, y)]
    assert dark
    gap = [x for x in range(round(right) - 4, round(right) - 1) if _is_ink(picture, x, y)]
    assert gap == []  # air, and then the Han character


def _is_ink(picture: QImage, x: int, y: int) -> bool:
    return any((picture.pixel(x, y + dy) & 0xFF) < 128 for dy in range(-4, 5))
