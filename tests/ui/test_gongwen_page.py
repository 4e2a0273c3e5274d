"""Pages are painted in millimetres, the same on every device."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from beiguan_desktop.core import large_print
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import Block, Paper, Run, block
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.ui import gongwen_page, theme
from beiguan_desktop.ui.page_preview import WHOLE, WIDE, PagePreview, paper_box
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.theme import LIGHT
from tests.unit.small_report import small

DOT = 4  # pixels in a millimetre


def painted(page: SetPage) -> QImage:
    image = QImage(210 * DOT, 297 * DOT, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.PRINT_PAPER))
    painter = QPainter(image)
    gongwen_page.paint_page(painter, page, DOT)
    painter.end()
    return image


def ink(image: QImage, left, top, width, height) -> bool:
    """Tell whether anything is painted in a box in millimetres."""
    part = image.copy(QRect(*(round(at * DOT) for at in (left, top, width, height))))
    small = part.scaled(64, 64).convertToFormat(QImage.Format.Format_Grayscale8)
    return any(QColor(small.pixel(x, y)).lightness() < 200 for x in range(64) for y in range(64))


def first(*blocks, points=16.0) -> SetPage:
    return next(gongwen_page.laid_out(Paper("", "", blocks, points=points)))


def test_the_text_stands_between_the_margins_of_the_standard(qapp):
    image = painted(first(block("body", "国" * 28 * 21)))
    assert ink(image, 29, 38, 154, 223)
    for empty in ((0, 0, 210, 37), (0, 37, 27.8, 225), (184.5, 37, 25, 225), (0, 282, 210, 15)):
        assert not ink(image, *empty)
    assert ink(image, 160, 265, 24, 12), "the number of an odd page stands on the right"
    assert not ink(image, 28, 265, 60, 12)


def test_every_shipped_face_is_found_and_a_character_is_one_wide(qapp):
    for face in ("宋体", "加粗", "黑体", "楷体"):
        font = gongwen_page.font(face, 16)
        assert font.family() in ("Noto Serif SC", "Noto Sans SC", "Beiguan Kai")
        assert gongwen_page._width("国", face) == 1
        assert 0.4 < gongwen_page._width("8", face) < 0.7
        assert gongwen_page._width("“", face) == 1
        assert gongwen_page._width("189.3", face) == pytest.approx(
            sum(gongwen_page._width(c, face) for c in "189.3"), abs=0.01
        )


def test_the_mark_of_a_page_is_ticked_at_the_foot_of_the_line(qapp):
    marked = Block("body", (Run("国" * 40),), "第1段", ((10, "原件约\n第2页"),))
    page = first(marked, points=22.0)
    image = painted(page)
    assert ink(image, 5, 30, 23, 14), "the number of the paragraph"
    assert ink(image, 181, 30, 25, 14), "the page of the print"
    tick = page.strokes[0]
    assert ink(image, tick.x1 - 0.5, tick.y1, 1, tick.y2 - tick.y1)


# -- the preview


@pytest.fixture
def preview(qtbot):
    view = PagePreview(LIGHT)
    qtbot.addWidget(view)
    view.resize(700, 800)
    view.show()
    return view


def three():
    return list(gongwen_page.laid_out(Paper("", "", (block("body", "国" * 28 * 60),))))


def test_pages_are_turned_and_never_beyond_the_last(preview, qtbot):
    preview.show_pages(three())
    seen = []
    preview.turned.connect(seen.append)
    assert (preview.count, preview.place) == (3, 0)
    for by in (1, 1, 1, -5):
        preview.turn(by)
    assert seen == [1, 2, 2, 0]
    assert "第 1 页，共 3 页" in preview.accessibleDescription()
    assert "国国" in preview.accessibleDescription()


def test_words_stand_where_there_are_no_pages(preview):
    preview.tell("正在排版……")
    preview.turn(1)
    preview.set_zoom(WIDE)
    assert preview.count == 0
    assert preview.accessibleDescription() == "正在排版……"
    assert not preview.grab().isNull()


def test_a_whole_page_is_seen_and_a_wide_one_scrolls(preview):
    preview.show_pages(three())
    assert preview.zoom == WHOLE
    assert preview.verticalScrollBar().maximum() == 0
    box = paper_box(preview.widget().size())
    assert box.height() / box.width() == pytest.approx(297 / 210)
    image = preview.grab().toImage()
    assert image.pixelColor(3, 3) == QColor(LIGHT.hover)
    assert image.pixelColor(box.center().toPoint()).lightness() > 0
    preview.set_zoom(WIDE)
    assert preview.verticalScrollBar().maximum() > 0
    assert paper_box(preview.widget().size()).width() > box.width()
    preview.set_zoom(WHOLE - 1)
    assert preview.zoom == WHOLE


def test_a_room_of_no_size_is_no_trouble(preview):
    preview.show_pages(three())
    preview.resize(10, 10)
    assert not preview.grab().isNull()


GOLDEN = Path(__file__).parents[1] / "formats" / "golden" / "large_print_pages.txt"


def as_read(pages) -> str:
    """Return what stands on pages, line by line, the margins' words apart."""
    told = []
    for page in pages:
        rows = {}
        for words in page.words:
            rows.setdefault((round(words.y, 2), words.is_note), []).append(words.text)
        told += [("  · " if is_note else "") + "".join(row) for (_, is_note), row in rows.items()]
        told.append("")
    return "\n".join(told)


def test_the_pages_of_the_large_print_read_as_the_golden_ones(qapp):
    report = small()
    pages = Pages(report.units, (PageMark(130, 2, 1, "seam"),))
    made = gongwen_page.laid_out(large_print.build(report, pages, points=22))
    assert as_read(made) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("points", [18, 22])
def test_what_is_printed_is_the_same_however_large_the_interface_is(qapp, points):
    before = painted(first(block("body", "北关区189.3亿元。" * 60)))
    SCALE.put_on(points)
    try:
        assert painted(first(block("body", "北关区189.3亿元。" * 60))) == before
    finally:
        SCALE.put_on(14)
