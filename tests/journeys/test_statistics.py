"""From opinions to their numbers, to a picture, and back to the text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.progress import seconds_to_read
from beiguan_desktop.services import checking
from beiguan_desktop.ui.statistics_rows import TOTAL

SIX = "（六）惠民生增福祉，提升群众幸福指数"
THREE = "三、2026年重点工作"


def writes_three(deputy) -> None:
    """One of each kind a deputy sees, in two parts of the report."""
    deputy.clicks(3, "规模以上工业增加值")
    deputy.types("写得好，请坚持。")
    deputy.finishes()
    deputy.presses(deputy.editor.kind_buttons["询问"])
    deputy.clicks(50, "职业技能培训")
    deputy.types("比去年少，为什么？")
    deputy.finishes()
    deputy.drags(50, "全年完成职业技能培训 3000 人次以上")
    deputy.presses(deputy.editor.kind_buttons["修改"])
    deputy.editor.replacement_box.selectAll()
    deputy.types("全年完成职业技能培训7000人次以上")
    deputy.box.setFocus()
    deputy.finishes()


def said(model) -> dict[str, list[int]]:
    """Return the table as a person reads it."""
    columns = range(1, model.columnCount())
    return {
        model.index(row, 0).data(): [model.index(row, column).data() for column in columns]
        for row in range(model.rowCount())
    }


def test_from_three_opinions_to_their_picture_and_back_to_the_section(deputy, tmp_path):
    deputy.starts()
    writes_three(deputy)
    count = deputy.window.status.count_button
    assert count.text() == "意见 3 条，还没交"
    deputy.presses(count)
    page = deputy.window.statistics.page
    assert page.isVisible()
    assert not deputy.window.page.isVisible()
    QApplication.processEvents()

    table = said(page.model)
    assert table[THREE] == table[SIX] == [0, 1, 1, 2]
    assert table["一、2025年和“十四五”时期工作回顾"] == [1, 0, 0, 1]
    assert table["整篇报告"] == [0, 0, 0, 0]
    assert table[TOTAL] == [1, 1, 1, 3]
    bars = page.sheet.opinions.bars
    assert {kind: list(item.opts["width"]) for kind, item in bars.items()} == {
        "建议": [1, 1],
        "询问": [1, 1],
        "修改": [1, 1],
    }
    rows = list(table)
    six = page.sheet.opinions.names.names[rows.index(SIX)].middle
    assert bars["询问"].opts["x0"][list(bars["询问"].opts["y"]).index(six)] == 0
    assert bars["修改"].opts["x0"][list(bars["修改"].opts["y"]).index(six)] == 1

    target = tmp_path / "意见 统计.png"
    deputy.window.statistics.store_at(target)
    image = QImage(str(target))
    assert image.width() == 2 * (page.sheet.width() + 64)
    assert str(target) in page.result.accessibleName()

    place = page.table.visualRect(page.model.index(rows.index(SIX), 0)).center()
    port = page.table.viewport()
    deputy.qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=place)
    deputy.qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place)
    assert deputy.window.page.isVisible()
    top = deputy.report.units[deputy.window.page.view.top_place()[0]]
    assert top.text.replace(" ", "") == SIX
    assert deputy.window.page.view.hasFocus()


def test_by_keyboard_alone(deputy):
    deputy.starts()
    writes_three(deputy)
    window = deputy.window
    window.status.count_button.setFocus(Qt.FocusReason.TabFocusReason)
    deputy.key(Qt.Key.Key_Return)
    page = window.statistics.page
    assert page.table.hasFocus()
    rows = list(said(page.model))
    for _ in range(rows.index(SIX)):
        deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert window.page.isVisible()
    assert window.reading.writing.anchor.unit == window.page.view.top_place()[0]
    window.actions_by_name["statistics"].trigger()
    assert page.isVisible()
    deputy.key(Qt.Key.Key_Backtab)
    deputy.key(Qt.Key.Key_Escape)
    assert window.page.view.hasFocus()


def test_what_is_withdrawn_counts_no_more_and_comes_back_with_undo(deputy):
    deputy.starts()
    writes_three(deputy)
    window = deputy.window
    window.open_statistics()
    page = window.statistics.page
    deputy.presses(page.back_button)
    question = next(c for c in window.workspace.comments.values() if c.kind == "询问")
    window.page.panel.withdraw_asked.emit(question.id)
    deputy.presses(window.status.count_button)
    assert said(page.model)[TOTAL] == [1, 1, 2]
    assert list(page.sheet.opinions.bars) == ["建议", "修改"]
    deputy.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(page.model)[TOTAL] == [1, 1, 1, 3]


def test_what_was_read_is_known_after_the_next_start(deputy):
    deputy.starts()
    window = deputy.window
    first = deputy.report.paragraphs[1]
    window.activateWindow()
    deputy.qtbot.waitUntil(window.isActiveWindow)
    window.page.view.show_place(first.ordinal)
    watch = window.reading.time
    for _ in range(int(seconds_to_read(first.text)) + 2):
        watch._looked -= 1.0
        watch.look()
    assert first.letter in window.reading.marks.marks
    deputy.starts_again()
    assert first.letter in deputy.window.reading.marks.marks
    deputy.presses(deputy.window.status.count_button)
    sentence = deputy.window.statistics.page.sheet.sentence.text()
    assert "全文已读" in sentence
    assert "已读 0%" not in sentence
    assert checking.check(deputy.database).ok
