"""Parts of 打开报告: what fits into a line, which rows there are, how a row of buttons wraps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.core.report import Runin, Unit
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.preview_rows import Role, UnitRows, place_words
from beiguan_desktop.ui.preview_runs import fitted
from beiguan_desktop.ui.wrapped_row import WrappedRow


@pytest.fixture
def metrics(qapp):
    return QFontMetricsF(faces.serif(16))


def test_the_words_around_give_way_on_both_sides_and_the_middle_stays(metrics):
    runs = (("same", "左" * 20), ("mark", "中间"), ("same", "右" * 20))
    shown = fitted(runs, metrics, 12 * metrics.horizontalAdvance("字"))
    assert shown[1] == ("mark", "中间")
    assert shown[0][1].startswith("…左")
    assert shown[2][1].endswith("右…")
    assert abs(len(shown[0][1]) - len(shown[2][1])) <= 1
    assert fitted(runs, metrics, 9_999) == runs


def test_words_alone_are_cut_at_their_end_and_a_long_middle_is_left(metrics):
    em = metrics.horizontalAdvance("字")
    ((_, words),) = fitted((("same", "字" * 30),), metrics, 8 * em)
    assert words.endswith("…")
    assert len(words) <= 8
    middle = (("mark", "中" * 30),)
    assert fitted(middle, metrics, 8 * em) == middle


def unit(ordinal, kind, text, level=0, number=None, runin=None) -> Unit:
    spans = ((ordinal * 100, ordinal * 100 + len(text)),)
    return Unit(ordinal, kind, level, text, text, spans, number=number, runin=runin)


UNITS = (
    unit(0, "title", "报告"),
    unit(1, "salutation", "各位代表："),
    unit(2, "heading", "一、回顾", 1),
    unit(
        3,
        "paragraph",
        "（一）稳中有进。各项工作",
        number=1,
        runin=Runin("（一）稳中有进。", 2, "numbered"),
    ),
    unit(4, "paragraph", "第二段", number=2),
    unit(5, "heading", "二、安排", 1),
    unit(6, "footer", "秘书处"),
)


@pytest.fixture
def rows(qapp):
    model = UnitRows()
    model.set_units(UNITS)
    return model


def texts(rows) -> list[str]:
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def test_the_contents_are_headings_and_run_ins_without_their_stops(rows):
    assert texts(rows) == ["报告", "一、回顾", "（一）稳中有进", "二、安排"]
    rows.show_contents(is_contents=False)
    assert len(texts(rows)) == len(UNITS)
    assert rows.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("第2级标题")
    assert rows.index(4, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "第2段，第二段"


def test_a_part_is_folded_with_what_is_in_it_and_no_more(rows):
    rows.show_contents(is_contents=False)
    assert rows.index(2, 0).data(Role.FOLDED) is False
    assert rows.index(5, 0).data(Role.FOLDED) is None
    assert rows.turn(2)
    assert texts(rows) == ["报告", "各位代表：", "一、回顾", "二、安排", "秘书处"]
    assert rows.row_of(4) == 2
    assert not rows.turn(0)
    assert not rows.turn(99)
    rows.set_units(())
    assert (rows.rowCount(), rows.row_of(0)) == (0, -1)


def test_a_unit_is_named_by_its_number_or_by_what_it_is():
    assert [place_words(it) for it in UNITS[3:]] == ["第1段", "第2段", "小标题", "落款"]


def test_buttons_go_on_in_the_next_line(qtbot):
    row = WrappedRow()
    qtbot.addWidget(row)
    buttons = [QPushButton(f"按钮{at}") for at in range(6)]
    for button in buttons:
        button.setFixedSize(100, 40)
    row.set_parts(buttons)
    row.resize(330, 40)
    row.show()
    assert [it.y() for it in buttons] == [0, 0, 0, 48, 48, 48]
    assert row.height() == 88
    buttons[0].hide()
    row.lay()
    assert buttons[3].y() == 0
    row.resize(1_000, row.height())
    assert row.height() == 40
    assert row.sizeHint().height() == 40
