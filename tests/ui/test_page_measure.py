"""The text never leaves the view, whatever the size of its letters."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QTextFrameFormat

from beiguan_desktop.ui.faces import sans
from beiguan_desktop.ui.gutter import BAR, POINTS, SEAL
from beiguan_desktop.ui.page_measure import FEW, LONGEST, PRINT, measure
from beiguan_desktop.ui.report_document import ReportDocument
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import report_of, shown
from tests.ui.panes import face


@given(st.integers(200, 3000), st.integers(12, 36))
def test_text_and_margin_fit_into_any_view(width, points):
    em = points * 96 / 72
    found = measure(width, em)
    letters = round(found.width / em)
    assert 1 <= letters <= LONGEST
    assert letters == 1 or found.text + found.width + 12 < width
    assert found.seals < found.numbers < found.bar < found.bar + BAR < found.text


def test_at_twenty_eight_letters_the_page_is_as_printed():
    assert measure(806, 24) == PRINT.moved(0, 28 * 24)


def test_a_wide_page_grows_margins_not_lines():
    found = measure(1600, 24)
    assert found.width == LONGEST * 24
    assert found.text - PRINT.text == found.bar - PRINT.bar == (1600 - 128 - 36 * 24) // 2


def test_the_margin_shrinks_in_steps_once_there_is_little_room():
    texts = [measure(400, em).text for em in range(16, 49)]
    assert texts == sorted(texts, reverse=True)
    assert set(texts) == {92, 82, 76}
    assert measure(400, 24).width == FEW * 24
    assert measure(400, 48).width == 6 * 48


def test_a_page_mark_and_a_seal_have_room_in_every_margin(qapp):
    mark = QFontMetricsF(face(POINTS)).horizontalAdvance("第12页")
    number = QFontMetricsF(sans(POINTS, bold=True)).horizontalAdvance("99")
    for em in (16, 24, 48):
        found = measure(400, em)
        assert mark <= found.numbers
        assert found.seals + SEAL + 5.5 <= found.numbers - number


@pytest.mark.parametrize("points", range(12, 37))
def test_a_line_holds_as_many_letters_as_the_measure_promises(qapp, points):
    document = ReportDocument(report_of("审" * 100), points, LIGHT)
    width = measure(ceil(92 + 36 + 28 * document.em), document.em).width
    document.document.rootFrame().setFrameFormat(QTextFrameFormat())
    document.document.setTextWidth(width)
    document.document.size()
    layout = document.block(0).layout()
    assert [layout.lineAt(at).textLength() for at in range(3)] == [26, 28, 28]


@pytest.mark.parametrize("points", [12, 18, 24, 30, 36])
@pytest.mark.parametrize("width", [400, 732, 806])
def test_no_line_is_cut_at_the_right(qtbot, points, width):
    view = shown(qtbot, size=(width, 500))
    view.set_text_size(points)
    room = view.viewport().width()
    rights = [
        line.left + line.set_line.x() + line.set_line.naturalTextWidth()
        for unit in range(view.lines.count)
        for line in view.lines.of(unit)
    ]
    assert max(rights) <= room
    assert view.measure.text + view.measure.width <= room
    assert view.horizontalScrollBar().maximum() == 0
