"""Tints, lines and the margin, sampled where they must be; no trace after withdrawing."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.ui.gutter import SEAL
from beiguan_desktop.ui.page_measure import PRINT
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import (
    colours,
    is_near,
    report_of,
    seal_point,
    shown,
    tint_of,
    withdrawn,
)
from tests.ui.panes import on_paragraph, on_words, opinion, shipped, unit_of

UNIT = unit_of("（三）创新驱动")
WORDS = "创新平台能级"


@pytest.fixture
def view(qtbot):
    view = shown(qtbot)
    view.show_place(UNIT)
    return view


def inside(view, anchor) -> set[str]:
    """Return the colours where a passage's first line stands."""
    image = view.viewport().grab().toImage()
    strip = view.lines.strips(anchor.unit, anchor.start, anchor.end)[0]
    top = strip.line.top - view.verticalScrollBar().value()
    return colours(image, strip.left + 1, top, strip.right - 1, top + strip.line.height)


def has(found: set[str], wanted: QColor | str) -> bool:
    return any(is_near(QColor(each), QColor(wanted)) for each in found)


@pytest.mark.parametrize("kind", list(LIGHT.kinds))
def test_a_passage_has_the_tint_and_the_line_of_its_kind(view, kind):
    mine = opinion("a", on_words(WORDS), kind=kind)
    assert LIGHT.paper.lower() in inside(view, mine.anchor)
    view.apply_comments([], [mine])
    found = inside(view, mine.anchor)
    assert has(found, tint_of(kind))
    assert has(found, LIGHT.kinds[kind])
    assert LIGHT.paper.lower() not in found


def test_nothing_is_left_after_withdrawing(view):
    mine = opinion("a", on_words(WORDS))
    before = view.viewport().grab().toImage()
    view.apply_comments([], [mine])
    assert view.viewport().grab().toImage() != before
    view.apply_comments([mine], [withdrawn(mine)])
    assert view.viewport().grab().toImage() == before


def test_the_tint_of_two_lines_has_no_gap(view):
    start = shipped().units[UNIT].text.index("创新平台")
    mine = opinion("a", passage(shipped(), UNIT, start, start + 90), kind="肯定")
    view.set_comments([mine])
    image = view.viewport().grab().toImage()
    whole = view.lines.strips(UNIT, start, start + 90)[1]
    top = whole.line.top - view.verticalScrollBar().value()
    bottom = top + 2 * whole.line.height
    for x in (whole.left + 1, whole.left + 100):
        assert LIGHT.paper.lower() not in colours(image, x, top, x + 1, bottom)


def test_overlapping_tints_mix_and_grow_no_darker_with_their_number(view):
    first = opinion("a", on_words("创新平台能级不断"), kind="建议")
    second = opinion("b", on_words("能级不断"), kind="肯定")
    view.set_comments([first, second])
    pairs = zip(tint_of("肯定").getRgb(), tint_of("建议").getRgb(), strict=True)
    mixed = QColor(*[min(pair) for pair in pairs][:3])
    assert has(inside(view, second.anchor), mixed)
    view.apply_comments([], [opinion("c", on_words("能级不断"), kind="肯定")])
    assert has(inside(view, second.anchor), mixed)


def test_the_current_opinion_stands_out(view):
    mine = opinion("a", on_words(WORDS))
    view.set_comments([mine])
    plain = inside(view, mine.anchor)
    view.set_current_comment("a")
    strong = inside(view, mine.anchor)
    assert not has(strong, tint_of("建议"))
    view.set_current_comment(None)
    assert inside(view, mine.anchor) == plain


def test_the_chosen_passage_lies_on_its_own_ground(view):
    anchor = on_words(WORDS)
    view.set_current(anchor)
    assert has(inside(view, anchor), LIGHT.sel)
    view.set_current(None)
    assert not has(inside(view, anchor), LIGHT.sel)


def test_a_paragraph_that_was_pointed_at_is_tinted_whole_until_another_is_chosen(view):
    anchor = paragraph(shipped(), UNIT)
    view.set_current(anchor)
    assert not has(inside(view, anchor), LIGHT.sel), "reading on by keys tints nothing"
    view.state.is_pointed = True
    assert has(inside(view, anchor), LIGHT.sel)
    view.set_current(anchor)
    assert has(inside(view, anchor), LIGHT.sel)
    view.set_current(paragraph(shipped(), UNIT + 1))
    view.set_current(anchor)
    assert not has(inside(view, anchor), LIGHT.sel)


def test_a_selection_looks_like_a_choice(view):
    anchor = on_words(WORDS)
    cursor = view.textCursor()
    document = view.lines.document
    cursor.setPosition(document.document_position(UNIT, anchor.start))
    cursor.setPosition(
        document.document_position(UNIT, anchor.end), QTextCursor.MoveMode.KeepAnchor
    )
    view.setTextCursor(cursor)
    assert has(inside(view, anchor), LIGHT.sel)
    assert has(inside(view, anchor), LIGHT.ink)


def test_the_bar_stands_beside_the_current_paragraph_only(view):
    view.set_current(on_paragraph("（三）创新驱动"))
    image = view.viewport().grab().toImage()
    value = view.verticalScrollBar().value()
    first, last = view.lines.first(UNIT), view.lines.last(UNIT)
    bar = colours(image, PRINT.bar, first.top - value, PRINT.bar + 4, last.bottom - value)
    assert bar == {LIGHT.accent.lower()}
    below = colours(image, PRINT.bar, last.bottom - value, PRINT.bar + 4, last.bottom - value + 5)
    assert below == {LIGHT.paper.lower()}


def test_the_whole_report_has_its_bar_at_the_title(view):
    view.show_place(0)
    view.set_current(WHOLE_REPORT)
    title = view.lines.first(unit_of("政府工作报告"))
    image = view.viewport().grab().toImage()
    assert colours(image, PRINT.bar, title.top + 1, PRINT.bar + 4, title.bottom) == {
        LIGHT.accent.lower()
    }


def test_the_number_and_the_page_mark_stand_right_in_their_column(view):
    image = view.viewport().grab().toImage()
    seam = shipped().units[UNIT].seams[0]
    value = view.verticalScrollBar().value()
    for line in (view.lines.first(UNIT), view.lines.at(UNIT, seam)):
        top = line.top - value
        assert has(colours(image, 20, top, PRINT.numbers, top + line.height), LIGHT.ink3)
        assert colours(image, PRINT.numbers + 1, top, 91, top + line.height) == {
            LIGHT.paper.lower()
        }


def torn(points: int, qtbot):
    """Show a paragraph of one line within which page 2 begins, and one below it."""
    report = report_of("一行字，接着写。", "下面一段。")
    torn_one, other = report.units
    units = replace(torn_one, number=28, seams=(4,)), replace(other, number=29, letter=6)
    report = replace(report, units=units)
    view = shown(qtbot, report)
    view.set_report(report, Pages(report.units, (PageMark(3, 2, 1, "seam"),)))
    view.set_text_size(points)
    return view


@pytest.mark.parametrize(("points", "has_room"), [(12, False), (18, True), (36, True)])
def test_a_paragraph_of_one_line_shows_number_and_page_mark_if_there_is_room(
    qtbot, points, has_room
):
    view = torn(points, qtbot)
    image = view.viewport().grab().toImage()
    first, second = view.lines.first(0), view.lines.first(1)
    numbers = range(round(first.middle) - 8, round(first.middle) + 8)
    right = view.measure.numbers
    beside = colours(image, right - 24, numbers.start, right, numbers.stop)
    assert has(beside, LIGHT.ink3)
    seal = second.middle - SEAL / 2 - 3
    below = colours(image, right - 60, numbers.stop, right, min(seal, first.middle + 40))
    assert has(below, LIGHT.ink3) == has_room
    assert view._hit(seal_point(view, 0, 0)).words == "原件约第2页从这里开始"


def test_where_the_print_is_known_pages_are_marked_at_first_words_too_and_are_not_about(qtbot):
    report = report_of("一行字，接着写。", "下面一段。")
    first, second = report.units
    report = replace(report, units=(first, replace(second, letter=6)))
    view = shown(qtbot, report)
    print_ = [
        PageMark(letter, *at, "pdf") for letter, at in ((0, (1, 1)), (3, (1, 2)), (6, (2, 1)))
    ]
    view.set_report(report, Pages(report.units, print_))
    assert dict(view.state.page_marks(view.lines, 0)) == {0: "第1页"}
    assert dict(view.state.page_marks(view.lines, 1)) == {0: "第2页"}
    spot = seal_point(view, 1, 0)
    assert view._hit(spot).words == "原件第2页从这里开始"


def test_a_tear_that_is_no_page_border_is_not_ticked(qtbot):
    report = report_of("一行字，接着写。")
    report = replace(report, units=(replace(report.units[0], seams=(4,)),))
    view = shown(qtbot, report)
    line = view.lines.first(0)
    area = (PRINT.text, line.top, PRINT.text + 200, line.bottom + 4)
    assert not has(colours(view.viewport().grab().toImage(), *area), LIGHT.strong)
    view.set_report(report, Pages(report.units, (PageMark(3, 2, 1, "seam"),)))
    assert has(colours(view.viewport().grab().toImage(), *area), LIGHT.strong)


def test_a_page_mark_below_the_last_paragraph_has_room(qtbot):
    report = report_of("一行字，接着写。")
    report = replace(report, units=(replace(report.units[0], seams=(4,)),))
    view = shown(qtbot, report)
    before = view.viewport().grab().toImage()
    view.set_report(report, Pages(report.units, (PageMark(3, 2, 1, "seam"),)))
    image = view.viewport().grab().toImage()
    top = view.lines.first(0).middle + 14
    area = (2, top, PRINT.numbers, top + 24)
    assert has(colours(image, *area), LIGHT.ink3)
    assert not has(colours(before, *area), LIGHT.ink3)


def test_the_number_stands_on_the_first_line_where_a_page_begins(qtbot):
    view = shown(qtbot, size=(1286, 700))
    unit = unit_of("2026年是“十五五”开局之年")
    seam = shipped().units[unit].seams[0]
    view.show_place(unit)
    assert view.lines.at(unit, seam).index == 0
    margin = view.state.margin(view.lines, unit, len(view.lines.of(unit)))
    assert dict(margin.pages) == {1: "第12页"}
    image = view.viewport().grab().toImage()
    value, right = view.verticalScrollBar().value(), view.measure.numbers
    first, second = view.lines.of(unit)[:2]
    mark = right - 50, right - 30  # so far left only a page mark reaches
    tops = [line.top - value for line in (first, second)]
    found = [colours(image, mark[0], y, mark[1], y + first.height) for y in tops]
    assert [has(each, LIGHT.ink3) for each in found] == [False, True]
    assert has(colours(image, right - 22, tops[0], right, tops[0] + first.height), LIGHT.ink3)


def test_a_tick_stands_at_the_very_place_of_the_seam(view):
    seam = shipped().units[UNIT].seams[0]
    line = view.lines.at(UNIT, seam)
    x = round(line.x(view.lines.document.displays[UNIT].start(seam)))
    top = line.top - view.verticalScrollBar().value()
    found = colours(view.viewport().grab().toImage(), x - 1, top, x + 1, top + line.height)
    assert LIGHT.strong.lower() in found
    letters = colours(view.viewport().grab().toImage(), x - 1, top, x + 1, top + line.height // 2)
    assert LIGHT.strong.lower() not in letters, "beside the letters it would look like a caret"


def test_a_seal_is_centred_on_its_line_in_the_kinds_colour(view):
    view.set_comments([opinion("a", on_paragraph("（三）创新驱动"), kind="数据核实")])
    image = view.viewport().grab().toImage()
    middle = seal_point(view, UNIT, 0)
    colour = LIGHT.kinds["数据核实"].lower()
    column = [y for y in range(image.height()) if image.pixelColor(8, y).name() == colour]
    assert len(column) >= 20
    assert abs((column[0] + column[-1]) / 2 - middle.y()) <= 1.5


def test_opinions_without_room_are_counted(qtbot):
    view = shown(qtbot, report_of("一行字。"))
    before = view.viewport().grab().toImage()
    several = [opinion(f"{at}", paragraph(report_of("一行字。"), 0)) for at in range(12)]
    view.set_comments(several)
    middle = seal_point(view, 0, 0)
    image = view.viewport().grab().toImage()
    assert image != before
    area = colours(image, 2, middle.y() - 13, 40, middle.y() + 13)
    assert has(area, LIGHT.strong)
    assert not has(area, LIGHT.kinds["建议"])
    view.set_current_comment("7")
    image = view.viewport().grab().toImage()
    assert has(colours(image, 2, middle.y() - 13, 40, middle.y() + 13), LIGHT.accent)


class Painted(QObject):
    """Remembers how much of a widget was painted."""

    def __init__(self):
        super().__init__()
        self.heights = []

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.heights.append(event.rect().height())
        return False


def test_a_change_paints_its_own_paragraph_only(view):
    QApplication.processEvents()
    painted = Painted()
    view.viewport().installEventFilter(painted)
    view.apply_comments([], [opinion("a", on_words(WORDS))])
    QApplication.processEvents()
    band = view.lines.last(UNIT).bottom - view.lines.first(UNIT).top
    assert len(painted.heights) == 1
    assert painted.heights[0] <= band + 3 * view.lines.document.pitch
    far = opinion("b", on_paragraph("抓实稳岗就业"))
    view.apply_comments([], [far])
    QApplication.processEvents()
    assert len(painted.heights) == 1


def test_twenty_thousand_edits_and_many_paints_drop_no_reference(view):
    anchors = [on_words(WORDS), on_paragraph("（三）创新驱动"), on_words("国家高新技术企业")]
    opinions = [opinion(f"{at}", anchors[at % 3]) for at in range(6)]
    view.set_comments(opinions)
    view.viewport().repaint()
    before = sys.getrefcount(None)
    for turn in range(20_000):
        mine = opinions[turn * 7 % 6]
        view.apply_comments([mine], [mine])
        if turn % 4 == 0:
            view.set_current(anchors[turn % 3])
            view.set_current_comment(mine.id)
        if turn % 200 == 0:
            view.viewport().repaint()
    assert abs(sys.getrefcount(None) - before) < 500


def test_no_caret_stands_in_the_text(qtbot, view):
    view.set_current(on_words(WORDS))
    view.set_current(None)
    view.clearFocus()
    away = view.viewport().grab().toImage()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.viewport().grab().toImage() == away


def test_seals_of_two_lines_never_touch_however_small_the_letters(view):
    from beiguan_desktop.ui.gutter import SEAL_AIR  # noqa: PLC0415

    view.set_text_size(12)
    view.show_place(UNIT)
    anchors = (on_paragraph("（三）创新驱动"), on_words("创新平台能级"))
    view.set_comments([opinion(str(at), anchor) for at, anchor in enumerate(anchors)])
    image, down = view.viewport().grab().toImage(), view.verticalScrollBar().value()
    first, second = view.lines.of(UNIT)[:2]
    seam = round((first.middle + second.middle) / 2) - down
    half = SEAL_AIR // 2
    left = view.measure.seals
    between = colours(image, left, seam - half + 1, left + SEAL, seam + half - 1)
    assert between == {LIGHT.paper.lower()}
