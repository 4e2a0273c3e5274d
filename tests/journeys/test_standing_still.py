"""While somebody works in the writing pane no button moves from under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import Deputy

LONG = "请把这一句的口径写清楚，去年是多少，今年是多少，都列出来，便于代表审议。" * 6


def places(deputy: Deputy) -> dict[str, tuple[int, ...]]:
    """Return where the buttons of the pane stand: corner and size; of the tabs the height only."""
    for _ in range(4):
        QApplication.processEvents()
    editor, panel, window = deputy.editor, deputy.window.page.panel, deputy.window
    found = {
        button.text(): (*button.mapTo(window, QPoint()).toTuple(), *button.size().toTuple())
        for button in (*editor.kind_buttons.values(), editor.finish_button)
    }
    found |= {f"tab {n}": (tab.mapTo(window, QPoint()).y(),) for n, tab in enumerate(panel.tabs)}
    return found


@pytest.fixture(params=[(1440, 900, 18), (1366, 768, 18), (1024, 640, 28), (800, 600, 28)])
def writer(deputy, request):
    """Return somebody before windows with the pane beside the text, and under it."""
    width, height, letters = request.param
    deputy.window.setMinimumSize(640, 480)
    deputy.window.resize(width, height)
    deputy.starts()
    deputy.window.looks.set_text_size(letters)
    deputy.clicks(5, "国家高新技术企业")
    return deputy


def test_nothing_moves_while_words_grow(writer):
    before = places(writer)
    writer.types("请")
    assert places(writer) == before
    writer.types(LONG)
    assert places(writer) == before
    writer.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    writer.key(Qt.Key.Key_Delete)
    assert places(writer) == before


def test_nothing_moves_from_one_opinion_to_the_next(writer):
    before = places(writer)
    for _ in range(3):
        writer.types(LONG)
        writer.finishes()
        assert places(writer) == before
    writer.window.undo()
    assert places(writer) == before


def test_nothing_moves_wherever_one_looks(writer):
    before = places(writer)
    for number, words in ((1, "各位代表"), (12, "地区生产总值"), (44, "")):
        unit = writer.report.paragraphs[number]
        writer.clicks(number, words if words in unit.text else unit.text[:4])
        assert places(writer) == before
    writer.window.actions_by_name["whole_report"].trigger()
    assert {k: v for k, v in places(writer).items() if "tab" not in k} == {
        k: v for k, v in before.items() if "tab" not in k
    }
    writer.types("总的意见")
    writer.clicks(12, "地区生产总值")
    assert places(writer) == before


def test_nothing_moves_when_something_is_said_about_the_box(writer):
    writer.types("请公开名单")
    writer.finishes()
    writer.clicks(5, "国家高新技术企业")
    writer.window.page.panel.list.edit_asked.emit(writer.the_comment().id)
    before = places(writer)
    writer.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    writer.key(Qt.Key.Key_Delete)
    writer.presses(writer.editor.finish_button)
    assert writer.editor.fields.warning.isVisible()
    assert places(writer) == before
    writer.types("请公开全部名单")
    assert not writer.editor.fields.warning.isVisible()
    assert places(writer) == before


def test_the_form_keeps_its_buttons_while_its_boxes_grow(writer):
    writer.presses(writer.editor.kind_buttons["修改"])
    before = places(writer)
    writer.types(LONG)
    writer.box.setFocus()
    writer.types(LONG)
    assert places(writer) == before
