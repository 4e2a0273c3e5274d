"""The document reads like print and leads back to the report's own words."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QTextCursor

from beiguan_desktop.core.report import Runin
from beiguan_desktop.ui import fonts
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.report_document import ReportDocument
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import report_of
from tests.ui.panes import shipped, unit_of


def made(report=None, points: float = 18, width: float = 764) -> ReportDocument:
    document = ReportDocument(report or shipped(), points, LIGHT)
    document.document.setTextWidth(width)
    document.document.size()
    return document


def font_at(document: ReportDocument, unit: int, position: int) -> QFont:
    cursor = QTextCursor(document.document)
    cursor.setPosition(document.document_position(unit, position) + 1)
    return cursor.charFormat().font()


def test_every_unit_is_one_block_and_nothing_can_be_undone(qapp):
    document = made()
    assert document.document.blockCount() == len(shipped().units)
    assert not document.document.isUndoRedoEnabled()
    assert document.block(3).text() == document.displays[3].shown


@pytest.mark.parametrize("points", [12, 18, 22, 24, 36])
def test_lines_of_a_paragraph_stand_evenly_and_their_bands_join(qapp, points):
    lines = PageLines(made(points=points))
    pitch = lines.document.pitch
    assert abs(pitch - 1.72 * points * 4 / 3) <= 0.5
    for unit in range(lines.count):
        if shipped().units[unit].kind == "paragraph":
            tops = [line.top for line in lines.of(unit)]
            assert tops == list(range(tops[0], tops[0] + pitch * len(tops), pitch))


@pytest.mark.parametrize(
    ("beginning", "family", "is_bold"),
    [
        ("政府工作报告", fonts.SERIF, True),
        ("——2026年2月", fonts.KAI, False),
        ("各位代表", fonts.SERIF, True),
        ("一、", fonts.SANS, True),
        ("现在，我代表", fonts.SERIF, False),
    ],
)
def test_each_kind_has_its_face(qapp, beginning, family, is_bold):
    font = font_at(made(), unit_of(beginning), 0)
    assert (font.family(), font.bold()) == (family, is_bold)


def test_a_heading_inside_its_paragraph_has_its_own_face(qapp):
    document = made()
    numbered = unit_of("（一）经济运行")
    turn = len(shipped().units[numbered].runin.text)
    assert font_at(document, numbered, turn - 1).family() == fonts.KAI
    assert font_at(document, numbered, turn).family() == fonts.SERIF
    topic = unit_of("抓实稳岗就业")
    assert font_at(document, topic, 0).bold()
    assert not font_at(document, topic, len(shipped().units[topic].runin.text)).bold()


def test_the_runs_turn_at_the_right_character_beyond_the_basic_plane(qapp):
    text = "𠮷祥。后面的字。"
    document = made(report_of(text, runin=Runin("𠮷祥。", 3, "topic")))
    assert font_at(document, 0, 2).bold()
    assert not font_at(document, 0, 3).bold()


def test_every_place_leads_there_and_back(qapp):
    document = made()
    for unit in (0, 1, unit_of("（一）经济运行"), len(shipped().units) - 1):
        text = shipped().units[unit].text
        for position, character in enumerate(text):
            if not character.isspace():
                at = document.document_position(unit, position)
                assert document.place(at) == (unit, position)


def test_a_copy_holds_the_reports_own_words(qapp):
    document = made(report_of("完成 189.3 亿元。", "𠮷日 3 个。"))
    end = document.document.characterCount()
    assert document.true_text(0, end) == "完成 189.3 亿元。\n𠮷日 3 个。"
    assert document.true_text(1, 4) == "成 18"
    assert document.place(10_000) == (1, len("𠮷日 3 个。"))


def test_a_report_with_signs_a_document_would_stumble_over_keeps_its_blocks(qapp):
    document = made(report_of("一\n二\u2029三\ufdd0四", "五"))
    assert document.document.blockCount() == 2
    assert document.place(document.document_position(1, 0)) == (1, 0)


def test_heights_find_their_lines(qapp):
    lines = PageLines(made())
    for unit in (0, 5, lines.count - 1):
        for line in lines.of(unit):
            assert lines.unit_at(line.middle) == unit
            assert lines.line_at(line.middle).index == line.index
    assert lines.line_at(-50) == lines.line_at(0)
    assert lines.unit_at(10**7) == lines.count - 1
    assert lines.beside(lines.first(0), -1) is None
    assert lines.beside(lines.last(lines.count - 1), 1) is None


def test_figures_stand_off_from_han_by_one_width(qapp):
    lines = PageLines(made(report_of("完成 8 项，完成8项，完成AA项")))
    em = lines.document.em
    widths = [lines.strips(0, at, at + 1)[0] for at in (1, 8)]  # 成 before a figure, both ways
    assert all(1.13 * em <= each.right - each.left <= 1.15 * em for each in widths)


@pytest.mark.parametrize(
    "long", ["关于2025年国民经济和社会发展计划执行情况的报告", "二00八年政府工作报告"]
)
def test_a_title_too_long_for_a_line_is_set_smaller_than_a_short_one(qapp, long):
    sizes = []
    for text in ("政府工作报告", long):
        units = (replace(report_of(text).units[0], kind="title", number=None),)
        document = made(replace(report_of(text), units=units))
        sizes.append(font_at(document, 0, 0).pointSizeF())
    assert sizes[0] > sizes[1] > 18
