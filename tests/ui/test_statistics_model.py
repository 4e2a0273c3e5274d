"""The numbers of the statistics page: rows by name, a table that adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from beiguan_desktop.core.comment import KINDS, Anchor
from beiguan_desktop.ui.statistics_model import PLACE, Role, StatisticsModel
from beiguan_desktop.ui.statistics_rows import (
    OUTSIDE,
    REST,
    TOTAL,
    WHOLE,
    Numbers,
    numbers,
    row_height,
    wrapped,
)
from beiguan_desktop.ui.statistics_table import StatisticsTable
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.panes import face, on_paragraph, opinion, shipped, unit_of

TOPIC = "抓实稳岗就业。"
SIX = "（六）惠民生增福祉，提升群众幸福指数"


def some():
    return numbers(
        shipped(),
        [
            opinion("a", on_paragraph(TOPIC), kind="询问"),
            opinion("b", on_paragraph(TOPIC)),
            opinion("c"),
            opinion("d", Anchor("paragraph", unit_of("三、2026年重点工作")), kind="修改"),
            opinion("e", Anchor("paragraph", 0)),
        ],
    )


@pytest.fixture
def model(qapp):
    result = StatisticsModel()
    result.set_numbers(some())
    return result


def cells(model) -> list[list]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_table_says_places_kinds_and_sums(model):
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == [PLACE, "建议", "询问", "修改", TOTAL]
    assert cells(model) == [
        [WHOLE, 1, 0, 0, 1],
        [OUTSIDE, 1, 0, 0, 1],
        ["一、2025年和“十四五”时期工作回顾", 0, 0, 0, 0],
        ["二、“十五五”时期主要目标任务", 0, 0, 0, 0],
        ["三、2026年重点工作", 1, 1, 1, 3],
        [SIX, 1, 1, 0, 2],
        [REST, 0, 0, 1, 1],
        ["四、加强政府自身建设", 0, 0, 0, 0],
        [TOTAL, 3, 1, 1, 5],
    ]


def test_sections_without_an_opinion_are_left_out_and_numbered():
    found = some()
    sections = 13 + 6 + 7 + 4
    assert found.silent == sections - 1


@given(st.lists(st.tuples(st.integers(0, 80), st.sampled_from(KINDS)), max_size=40))
def test_every_column_of_bold_rows_adds_up(qapp, drawn):
    comments = [
        opinion(str(at), Anchor("paragraph", unit), kind=kind)
        for at, (unit, kind) in enumerate(drawn)
    ]
    model = StatisticsModel()
    model.set_numbers(numbers(shipped(), comments))
    *rows, total = range(model.rowCount())
    bold = [row for row in rows if model.index(row, 0).data(Role.IS_BOLD)]
    for column in range(1, model.columnCount()):
        added = sum(model.index(row, column).data() for row in bold)
        assert added == model.index(total, column).data()
    assert model.index(total, model.columnCount() - 1).data() == len(comments)


def test_the_model_keeps_qts_rules_through_a_life(qapp):
    model = StatisticsModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal, model)
    model.set_numbers(some())
    model.set_numbers(numbers(shipped(), []))
    model.set_numbers(Numbers())
    assert model.rowCount() == 0
    assert model.row(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert tester.model() is model


def test_numbers_stand_at_the_right_and_names_at_the_left(model):
    for column in range(model.columnCount()):
        wanted = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        role = Qt.ItemDataRole.TextAlignmentRole
        assert model.index(0, column).data(role) & wanted
        assert model.headerData(column, Qt.Orientation.Horizontal, role) & wanted


def test_a_screen_reader_hears_every_cell_with_its_place_and_kind(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(5, 0).data(role) == f"{SIX}：建议 1 条、询问 1 条"
    assert model.index(5, 2).data(role) == f"{SIX}，询问 1 条"
    assert model.index(5, 4).data(role) == f"{SIX}，合计 2 条"
    assert model.index(2, 0).data(role).endswith("：没有意见")


def test_a_row_leads_to_its_place_and_the_sum_nowhere(model):
    assert model.row(model.index(0, 0)).unit is None
    assert model.row(model.index(5, 3)).unit == unit_of(SIX)
    assert model.row(model.index(8, 0)) is None
    assert model.index(8, 0).data(Role.IS_SUM)


# -- names


@pytest.mark.parametrize("width", [120, 180, 240, 320])
def test_names_are_broken_and_never_cut_without_a_sign(qapp, width):
    for name in (SIX, "一、2025年和“十四五”时期工作回顾", "很长的" * 40, "A" * 90):
        lines = wrapped(name, face(14), width)
        assert 1 <= len(lines) <= 3
        whole = "".join(lines) == name
        assert whole or lines[-1].endswith("…") or any(line.endswith("…") for line in lines)
    assert "".join(wrapped(SIX, face(14), 320)) == SIX


def test_rows_can_be_hit_and_grow_with_their_names():
    assert row_height(1) >= 44
    assert row_height(2) == 66


# -- the table as a widget


@pytest.fixture
def table(model, qtbot):
    result = StatisticsTable(model, LIGHT)
    qtbot.addWidget(result)
    result.fit(720)
    result.show()
    return result


def test_the_table_is_as_high_as_its_rows_and_needs_no_scroll_bar(table, model):
    for width in (table.least_width(), 720, 1000):
        table.fit(width)
        rows = sum(table.rowHeight(row) for row in range(model.rowCount()))
        assert table.height() == rows + table.horizontalHeader().height()
        columns = sum(table.columnWidth(at) for at in range(model.columnCount()))
        assert columns == width
        assert all(table.rowHeight(row) >= 44 for row in range(model.rowCount()))


def test_every_heading_has_room(table, model):
    metrics = table.horizontalHeader().fontMetrics()
    for column in range(1, model.columnCount()):
        words = model.headerData(column, Qt.Orientation.Horizontal)
        assert metrics.horizontalAdvance(words) <= table.columnWidth(column) - 16


def test_enter_and_double_click_open_a_row_and_the_sum_does_not(table, model, qtbot):
    table.setCurrentIndex(model.index(5, 0))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(table.chosen) as heard:
            qtbot.keyClick(table, key)
        assert heard.args == [unit_of(SIX)]
    place = table.visualRect(model.index(0, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.chosen) as heard:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [None]
    table.setCurrentIndex(model.index(8, 0))
    with qtbot.assertNotEmitted(table.chosen):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_the_current_row_is_seen_when_the_table_has_the_keys(table, model):
    table.activateWindow()
    table.setFocus()
    table.setCurrentIndex(model.index(5, 0))
    rect = table.visualRect(model.index(5, 0))
    head = table.horizontalHeader().height()
    image = table.grab().toImage()
    at = rect.center().y() + head
    assert image.pixelColor(1, at).name().upper() == LIGHT.accent
    assert image.pixelColor(8, at).name().upper() == LIGHT.tint
    other = table.visualRect(model.index(4, 0)).center().y() + head
    assert image.pixelColor(1, other).name().upper() == LIGHT.paper
