"""The paper on the screen while its window is drawn wider and narrower."""

import pytest

from beiguan_desktop.core.paper import Block, Paper, Run
from beiguan_desktop.ui.dialogs.paper_view import PaperView

WORDS = tuple(f"国{at}. 建议写明牵头单位和完成时间，半年报告一次进展。" for at in range(1, 7))


@pytest.fixture
def view(qtbot):
    """Return a view of six opinions under a head of three cells."""
    view = PaperView("要交的意见")
    qtbot.addWidget(view)
    head = Block("row", (Run("代表团：第三代表团\t姓名：张建国\t单位职务：________"),))
    opinions = (Block("body", (Run(words[:3], "黑体"), Run(words[3:]))) for words in WORDS)
    view.show_paper(Paper("意见", "张建国", (Block("title", (Run("意见"),)), head, *opinions)))
    view.show()
    return view


def test_every_word_stands_there_once_at_every_size(view, qapp):
    whole = view.toPlainText()
    assert all(whole.count(words) == 1 for words in WORDS)
    for height in (300, 420, 520):  # at some widths the bar comes, at others it goes
        for width in (*range(400, 1100, 23), *range(1100, 400, -23)):
            view.resize(width, height)
            qapp.processEvents()
            assert view.toPlainText() == whole


def test_the_last_cell_of_a_row_ends_at_the_margin_at_every_width(view, qapp):
    for width in (1000, 640, 820):
        view.resize(width, 300)
        qapp.processEvents()
        row = view.document().firstBlock().next()
        (*_, last) = row.blockFormat().tabPositions()
        room = view.viewport().width() - 2 * view.document().documentMargin()
        assert room - 4 <= last.position <= room
        assert row.layout().lineCount() == 1
