"""The list of 对照 by itself: rows of any height, by mouse, by keys, for screen readers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from beiguan_desktop.core.report import Unit
from beiguan_desktop.services.comparing import side_by_side
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.compare_list import CompareList
from beiguan_desktop.ui.compare_model import CompareModel
from beiguan_desktop.ui.compare_row import measure
from beiguan_desktop.ui.theme import WORN
from tests.unit.test_placing import ALL, FOUR, ONE, THREE, TWO, edition
from tests.unit.test_side_by_side import LONG

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def _paragraph(number: int) -> str:
    """Return a long paragraph that is like no other."""
    letters = [chr(0x4E00 + (number * 577 + at * at * 31) % 5000) for at in range(180)]
    clauses = ("".join(letters[at : at + 12]) for at in range(0, 180, 12))
    return f"第{number}项工作，{'，'.join(clauses)}，网络提速降费要迈出更大步伐。"


MANY = tuple(map(_paragraph, range(60)))
CHANGED = tuple(text.replace("网络提速", f"网络再提速{at}次") for at, text in enumerate(MANY))


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put other sizes off again: they belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


def model_of(old, new, opinions=None) -> CompareModel:
    found = side_by_side(edition(*old).units, edition(*new).units)
    model = CompareModel()
    model.put(found, found.rows, opinions)
    return model


@pytest.fixture
def rows(qtbot):
    """Return a list of sixty long paragraphs, each with one word changed."""
    made = CompareList(model_of(MANY, CHANGED), WORN)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_as(points=16, is_merged=False, is_short=False)
    made.setFocus()
    return made


def test_a_screen_reader_hears_number_status_and_words(qtbot):
    fresh = "全新的一段，讲的是营商环境。"
    model = model_of(ALL, (ONE.replace("三千", "五百"), THREE, TWO, fresh), {0: 2})
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    said = [model.index(at).data(ACCESSIBLE) for at in range(model.rowCount())]
    assert said == [
        "第1段，改过，2条意见，删去“三千”，加上“五百”",
        f"第2段，{THREE}",
        f"第4段，删去，原稿段号，{FOUR}",
        f"第3段，移位，原第2段，{TWO}",
        f"第4段，增加，{fresh}",
    ]
    assert model.index(4).data() == fresh
    assert model.index(4).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rowCount(model.index(0)) == 0


def test_parts_and_headings_have_their_names(qtbot):
    first, second = LONG[: LONG.index("支持")], LONG[LONG.index("支持") :]
    split = model_of((ONE, LONG), (ONE, first, second))
    assert [(split.name(row), split.notes(row)) for row in split.rows] == [
        ("1", []),
        ("2-3", ["原第2段", "分成2段"]),
    ]
    assert [split.tag(row) for row in split.rows] == ["", "分段"]
    joined = model_of((ONE, first, second), (ONE, LONG))
    assert joined.tag(joined.rows[1]) == "合段"
    assert joined.notes(joined.rows[1]) == ["原第2段起", "2段合并"]
    heading = Unit(0, "heading", 1, "一、工作回顾", "一、工作回顾", ((0, 6),))
    found = side_by_side((heading,), (replace(heading, text="一、工作总结"),))
    joined.put(found, found.rows)
    assert {joined.name(row) for row in joined.rows} == {"标题"}
    assert joined.index(0).data(ACCESSIBLE).startswith("标题，")


def test_only_rows_in_view_are_laid_out(rows):
    laid = sum(rows.heights.is_known(at) for at in range(60))
    assert 2 <= laid < 15
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert rows.heights.is_known(59)
    assert rows.visualRect(rows.model().index(59)).bottom() + 1 == rows.viewport().height()
    assert not rows.visualRect(rows.model().index(-1)).isValid()


def test_what_is_read_stays_when_a_guess_above_it_was_wrong(rows):
    bar = rows.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = rows.indexAt(QPoint(5, 0))
    below = rows.model().index(top.row() + 1)
    before = rows.visualRect(below).top()
    rows.heights.guess([150] * 60)  # as wrong as can be
    rows.scrollTo(below)
    bar.setValue(rows.heights.tops[below.row()])
    at = rows.visualRect(below).top()
    assert at == 0 != before
    bar.setValue(bar.value() - 20)
    assert rows.visualRect(below).top() == 20


def test_keys_go_from_row_to_row_and_through_one_that_is_higher_than_the_window(rows, qtbot):
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_End, 59),
        (Qt.Key.Key_Up, 58),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ):
        qtbot.keyClick(rows, key)
        assert rows.currentIndex().row() == row
        assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))
    qtbot.keyClick(rows, Qt.Key.Key_PageDown)
    down = rows.currentIndex().row()
    assert 1 <= down < 10
    qtbot.keyClick(rows, Qt.Key.Key_PageUp)
    assert rows.currentIndex().row() < down
    rows.resize(1000, 120)
    rows.stand_on(3)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 3  # its rest comes first
    for _ in range(9):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() > 3


def test_enter_and_a_click_show_a_row_whole_and_enter_again_opens_it(rows, qtbot):
    opened = []
    rows.opened.connect(opened.append)
    rows.show_as(points=16, is_merged=False, is_short=True)
    rows.stand_on(0)
    short = rows.heights.height(0)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert rows.heights.height(0) > short
    assert opened == []
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened == [rows.model().rows[0]]
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.heights.height(0) == short
    middle = rows.visualRect(rows.model().index(1)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert rows.heights.height(1) > short
    qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened[1:] == [rows.model().rows[1]]


def test_nothing_is_shortened_where_nothing_was_left_out(rows, qtbot):
    rows.stand_on(0)
    high = rows.heights.height(0)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert rows.heights.height(0) == high


def test_where_there_is_little_room_the_two_stand_one_below_the_other(qapp):
    wide, narrow = (measure(width, 16, is_merged=False) for width in (1100, 480))
    assert (wide.is_stacked, narrow.is_stacked) == (False, True)
    assert wide.second > wide.margin + wide.column
    assert narrow.second == narrow.margin
    one = measure(1400, 16, is_merged=True)
    assert one.column == 40 * one.em  # longer lines are hard to follow


def test_other_sizes_and_colours_lay_everything_out_anew(rows, qapp):
    rows.stand_on(30)
    before = rows.heights.total
    rows.show_as(points=22, is_merged=True, is_short=False)
    assert rows.heights.total != before
    assert rows.viewport().rect().intersects(rows.visualRect(rows.model().index(30)))
    plain = rows.grab().toImage()
    dressing.wear(qapp, "contrast", 22)
    assert rows.grab().toImage() != plain
    assert rows.sizes.margin > measure(10, 16, is_merged=True).margin - 1


def test_a_list_without_rows_is_empty(qtbot):
    made = CompareList(CompareModel(), WORN)
    qtbot.addWidget(made)
    made.show()
    assert not made.indexAt(QPoint(4, 4)).isValid()
    qtbot.keyClick(made, Qt.Key.Key_Down)
    qtbot.keyClick(made, Qt.Key.Key_Return)
    qtbot.mouseDClick(made.viewport(), Qt.MouseButton.LeftButton)
    assert not made.currentIndex().isValid()
