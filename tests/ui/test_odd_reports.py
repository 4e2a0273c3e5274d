"""Reports as nobody writes them are shown, scrolled, clicked and resized like any other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from beiguan_desktop.core.outline import read
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import report_document
from tests.large import ODD_TEXTS, SENTENCE
from tests.ui.page_parts import point, report_of, shown

LEFT = Qt.MouseButton.LeftButton


def read_report(text: str) -> Report:
    reading = read(text, source="0" * 64)
    return Report("r1", reading.title, "审议", "审议稿", None, reading.id, reading.units, ())


ODD = {
    "no headings": report_of(*[SENTENCE * 3] * 40),
    "one paragraph": report_of(SENTENCE),
    "60,000 characters in one paragraph": report_of(SENTENCE * (60_000 // len(SENTENCE))),
    "2,000 sections": read_report(ODD_TEXTS["2,000 sections"]),
    "one letter": report_of("一"),
    "blanks only": report_of(" \u3000 "),
    "no end of a Latin word": report_of("A" * 5000),
    "brackets that never close": report_of("（“" * 3000),
    "marks only": report_of("，。" * 3000),
}


@pytest.fixture(params=ODD, scope="module")
def report(request) -> Report:
    return ODD[request.param]


def test_it_is_shown_scrolled_clicked_and_set_in_another_size(qtbot, report):
    view, told = shown(qtbot, report), []
    view.place_chosen.connect(told.append)
    assert not view.grab().isNull()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
    assert view.top_place()[0] == 0
    last = view.lines.last(view.lines.count - 1)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert last.bottom <= view.verticalScrollBar().value() + view.viewport().height()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.viewport().rect().center())
    assert told[-1].unit is None or 0 <= told[-1].unit < len(report.units)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    place = view.top_place()
    view.set_text_size(36)
    assert view.top_place()[0] == place[0]
    view.resize(420, 300)
    assert view.top_place()[0] == place[0]
    assert not view.grab().isNull()


def test_a_paragraph_without_end_is_clicked_where_it_stands(qtbot):
    report = ODD["60,000 characters in one paragraph"]
    view, told = shown(qtbot, report), []
    view.place_chosen.connect(told.append)
    at = report.units[0].text.index(SENTENCE, 40_000) + 3
    view.show_place(0, at)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 0, at))
    assert (told[0].start, told[0].quote) == (at - 3, SENTENCE)


def test_without_its_fonts_the_text_is_set_in_another(qtbot, monkeypatch):
    def missing(family: str, points: float) -> QFont:
        return QFont(f"Missing {family}", round(points))

    monkeypatch.setattr(report_document, "_font", missing)
    view, told = shown(qtbot, ODD["no headings"]), []
    view.place_chosen.connect(told.append)
    for unit in range(view.lines.count):
        lines = view.lines.of(unit)
        assert {line.height for line in lines} == {view.lines.document.pitch}
        assert max(line.x(line.end) for line in lines) <= view.viewport().width()
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 0, 5))
    assert told[0].quote == SENTENCE
