"""画重点 and 星标: marked in the text, kept, undone, listed, and never handed in."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from beiguan_desktop.cli.main import run
from beiguan_desktop.core.wording import canonical
from beiguan_desktop.services import library
from beiguan_desktop.ui.labels import closed_up
from beiguan_desktop.ui.marks_flow import MarksFlow
from beiguan_desktop.ui.my_marks import NO_STAR
from tests.journeys.surroundings import full_disk
from tests.ui.page_parts import point

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SENTENCE = (3, "规模以上工业增加值")


def marks(deputy):
    return deputy.window.reading.my_marks


def marked(deputy) -> list[str]:
    return [mark.quote for mark, _ in marks(deputy).highlights()]


def bar(deputy):
    """Return the bar over the selected words; None while none was ever selected."""
    flow = marks(deputy).bar
    return flow and flow.bar


def asks(deputy, word: str) -> None:
    deputy.presses(bar(deputy).buttons[word])


def presses_keys(deputy, key, held=CONTROL | ALT) -> None:
    deputy.key(key, held)


def menu_at(deputy, number: int, words: str) -> dict:
    """Click with the right button on words of a paragraph; return the menu's entries."""
    view, unit = deputy.window.page.view, deputy.report.paragraphs[number]
    view.show_place(unit.ordinal)
    spot = point(view, unit.ordinal, unit.text.index(words))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), asked)
    return entries(view)


def entries(view) -> dict:
    menu = view.findChildren(QMenu)[-1]
    menu.close()
    return {action.text(): action for action in menu.actions() if action.text()}


def ground_at(deputy, number: int, words: str) -> str:
    """Return the colour at the upper edge of the letters of some words."""
    view, unit = deputy.window.page.view, deputy.report.paragraphs[number]
    strip = view.lines.strips(unit.ordinal, *_span(unit.text, words))[0]
    y = round(strip.line.middle - strip.line.height * 0.28 - view.verticalScrollBar().value())
    image = view.viewport().grab().toImage()
    counts = {}
    for x in range(round(strip.left) + 1, round(strip.right) - 1):
        name = QColor(image.pixel(x, y)).name().upper()
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.get)


def _span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


# -- 画重点


def test_selected_words_are_marked_from_the_bar_and_stay_marked(deputy):
    deputy.starts()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    view = deputy.window.page.view
    assert marked(deputy) == ["规模以上工业"]
    assert not view.textCursor().hasSelection(), "the stroke is seen as it will stand there"
    assert deputy.window.status.words.startswith("已画重点，已自动保存")
    mark = view.theme.mark
    assert ground_at(deputy, 3, "规模以上工业") == mark
    deputy.starts_again()
    assert marked(deputy) == ["规模以上工业"]
    deputy.window.page.view.show_place(deputy.report.paragraphs[3].ordinal)
    deputy.qtbot.wait(20)
    assert ground_at(deputy, 3, "规模以上工业") == mark


def test_the_key_marks_the_chosen_sentence_and_takes_it_off(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    sentence = deputy.window.reading.writing.anchor.quote
    presses_keys(deputy, Qt.Key.Key_H)
    assert marked(deputy) == [sentence]
    presses_keys(deputy, Qt.Key.Key_H)
    assert marked(deputy) == []
    assert deputy.window.status.words.startswith("已去掉重点")


def test_a_chosen_paragraph_and_a_heading_are_marked_whole(deputy):
    deputy.starts()
    for _ in range(3):
        deputy.clicks(*SENTENCE)
    presses_keys(deputy, Qt.Key.Key_H)
    heading = next(unit for unit in deputy.report.units if unit.kind == "heading")
    deputy.window.page.tree.section_chosen.emit(heading.ordinal)
    deputy.window.actions_by_name["highlight"].trigger()
    assert sorted(marked(deputy)) == sorted([deputy.report.paragraphs[3].text, heading.text])


def test_marking_is_undone_and_redone_and_the_place_is_shown(deputy):
    deputy.starts()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    view = deputy.window.page.view
    view.show_place(deputy.report.paragraphs[40].ordinal)
    deputy.window.actions_by_name["undo"].trigger()
    assert marked(deputy) == []
    assert deputy.window.page.undo_bar.words == "撤销了：画重点“规模以上工业”"
    unit = deputy.report.paragraphs[3]
    top = view.verticalScrollBar().value()
    line = view.lines.at(unit.ordinal, unit.text.index("规模以上工业"))
    assert top <= line.top < top + view.viewport().height()
    deputy.window.actions_by_name["redo"].trigger()
    assert marked(deputy) == ["规模以上工业"]


def test_marks_and_opinions_do_not_disturb_one_another(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    sentence = deputy.window.reading.writing.anchor.quote
    deputy.types("写明口径。")
    deputy.finishes()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    assert deputy.texts() == ["写明口径。"]
    deputy.window.undo()
    assert (marked(deputy), deputy.texts()) == ([], ["写明口径。"])
    deputy.window.undo()
    deputy.window.redo()
    deputy.window.redo()
    assert (marked(deputy), deputy.texts()) == (["规模以上工业"], ["写明口径。"])
    assert deputy.the_comment().anchor.quote == sentence


def test_a_selection_over_paragraphs_is_marked_in_each(deputy):
    deputy.starts()
    view = deputy.window.page.view
    first, second = deputy.report.paragraphs[5], deputy.report.paragraphs[6]
    cursor = view.textCursor()
    document = view.lines.document
    cursor.setPosition(document.document_position(first.ordinal, len(first.text) - 3))
    end = document.document_position(second.ordinal, 5)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    view.setFocus()
    view.put_cursor(cursor)
    presses_keys(deputy, Qt.Key.Key_H)
    assert marked(deputy) == [first.text[-3:], second.text[:5]]
    view.put_cursor(cursor)
    asks(deputy, "画重点")
    assert marked(deputy) == []


def test_with_nothing_chosen_the_next_step_is_said(deputy):
    deputy.starts()
    deputy.window.actions_by_name["whole_report"].trigger()
    deputy.window.actions_by_name["highlight"].trigger()
    assert "请先选中要画的字" in deputy.window.status.words
    assert marked(deputy) == []


def test_the_menu_marks_the_sentence_under_the_pointer_and_takes_a_stroke_off(deputy):
    deputy.starts()
    found = menu_at(deputy, *SENTENCE)
    assert list(found) == ["复制", "全选", "画重点", "加星标"]
    found["画重点"].trigger()
    assert marked(deputy)[0].startswith("规模以上工业增加值")
    menu_at(deputy, *SENTENCE)["去掉重点"].trigger()
    assert marked(deputy) == []
    deputy.drags(3, "规模以上")
    menu_at(deputy, 3, "工业增加值")["画重点"].trigger()
    assert marked(deputy) == ["规模以上"], "what is selected comes first"


def test_whoever_sits_here_sees_his_own_marks_only(deputy):
    deputy.starts()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    marks(deputy).turn_star(deputy.report.paragraphs[3].ordinal)
    workspace = deputy.window.workspace
    mine, workspace.me = workspace.me, None
    assert workspace.ensure_me() != mine
    assert (marked(deputy), marks(deputy).stars()) == ([], [])
    workspace.be(mine)
    assert marked(deputy) == ["规模以上工业"]
    assert marks(deputy).stars() == [deputy.report.paragraphs[3].ordinal]


def test_another_report_has_marks_of_its_own(deputy, tmp_path):
    deputy.starts()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    first = deputy.report.id
    file = tmp_path / "第二份.txt"
    file.write_text("计划报告\n各位代表：\n第一段写得清楚明白，请予审议。\n", "utf-8")
    deputy.window.import_report(file)
    assert marked(deputy) == []
    deputy.window.undo()  # turns to the report again where the step was done
    assert (deputy.report.id, marked(deputy)) == (first, [])
    deputy.window.redo()
    assert marked(deputy) == ["规模以上工业"]


# -- 星标


def test_a_star_is_put_on_and_taken_off_by_key_and_stays(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    unit = deputy.report.paragraphs[3].ordinal
    deputy.key(Qt.Key.Key_D, CONTROL)
    assert marks(deputy).stars() == [unit]
    assert deputy.window.status.words.startswith("第3段加了星标")
    deputy.starts_again()
    assert marks(deputy).stars() == [unit]
    assert deputy.window.page.view.state.stars == {unit}
    deputy.clicks(*SENTENCE)
    deputy.window.actions_by_name["star"].trigger()
    assert marks(deputy).stars() == []
    assert deputy.window.status.words.startswith("第3段去掉了星标")


def test_the_menu_stars_the_paragraph_under_the_pointer_not_the_current_one(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    unit = deputy.report.paragraphs[6]
    menu_at(deputy, 6, unit.text[8:12])["加星标"].trigger()
    assert marks(deputy).stars() == [unit.ordinal]
    menu_at(deputy, 6, unit.text[8:12])["去掉星标"].trigger()
    assert marks(deputy).stars() == []


def test_by_keyboard_the_menu_is_about_the_chosen_place(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    view = deputy.window.page.view
    spot = view.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, spot)
    QApplication.sendEvent(view.viewport(), asked)
    found = entries(view)
    found["加星标"].trigger()
    found["画重点"].trigger()
    assert marks(deputy).stars() == [deputy.report.paragraphs[3].ordinal]
    assert marked(deputy)[0].startswith("规模以上工业增加值")


def test_the_title_bears_no_star_and_the_next_step_is_said(deputy):
    deputy.starts()
    deputy.window.actions_by_name["whole_report"].trigger()
    deputy.window.actions_by_name["star"].trigger()
    assert deputy.window.status.words == NO_STAR.rstrip("。")
    view = deputy.window.page.view
    view.show_place(0)
    title = next(unit for unit in deputy.report.units if unit.kind == "title")
    spot = point(view, title.ordinal, 1)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view.viewport(), asked)
    assert "加星标" not in entries(view)


# -- the list


def shows_list(deputy):
    """Open 我的重点和星标 from 更多 and return its page."""
    found = deputy.reads_menu("阅读")
    assert found["画重点"].shortcut().toString() == "Ctrl+Alt+H"
    assert found["加星标"].shortcut().toString() == "Ctrl+D"
    deputy.chooses("阅读", "我的重点和星标")
    return deputy.window.findChild(MarksFlow).page


def shown(page) -> list[str]:
    model = page.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def with_marks(deputy):
    deputy.starts()
    deputy.drags(6, deputy.report.paragraphs[6].text[10:16])
    asks(deputy, "画重点")
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    marks(deputy).turn_star(deputy.report.paragraphs[3].ordinal)
    marks(deputy).turn_star(next(u for u in deputy.report.units if u.kind == "heading").ordinal)
    return shows_list(deputy)


def test_the_list_leads_to_what_is_marked(deputy):
    page = with_marks(deputy)
    assert page.isVisible()
    paragraphs = deputy.report.paragraphs
    heading = next(u for u in deputy.report.units if u.kind == "heading")
    assert shown(page) == [
        closed_up(heading.text),
        closed_up(paragraphs[3].text),
        "规模以上工业",
        paragraphs[6].text[10:16],
    ]
    page.tabs["重点"].click()
    assert shown(page) == ["规模以上工业", paragraphs[6].text[10:16]]
    deputy.key(Qt.Key.Key_Tab) if deputy.window.focusWidget() is None else None
    page.list.setFocus()
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    view = deputy.window.page.view
    assert view.isVisible()
    assert view.state.chosen.quote == paragraphs[6].text[10:16]
    assert deputy.window.reading.writing.anchor == view.state.chosen, "words belong there now"


def test_a_click_in_the_list_leads_there_and_words_in_the_box_stay_where_they_belong(deputy):
    page = with_marks(deputy)
    deputy.window.rooms.show_text()
    deputy.clicks(10, deputy.report.paragraphs[10].text[4:8])
    deputy.types("还没写完")
    before = deputy.window.reading.writing.anchor
    shows_list(deputy)
    row = page.list.visualRect(page.model.index(2, 0))
    deputy.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert deputy.window.page.view.state.chosen.quote == "规模以上工业"
    assert deputy.window.reading.writing.anchor == before
    assert deputy.box.toPlainText() == "还没写完"


def test_marks_are_taken_off_in_the_list_and_the_undo_brings_them_back(deputy):
    page = with_marks(deputy)
    page.list.setCurrentIndex(page.model.index(2, 0))
    deputy.key(Qt.Key.Key_Delete)
    assert "规模以上工业" not in shown(page)
    assert page.list.currentIndex().row() == 2, "one goes on from where one was"
    deputy.window.undo()
    assert "规模以上工业" in shown(page)
    index = page.model.index(1, 0)
    box = page.list.itemDelegate().off_box(page.list.visualRect(index))
    deputy.qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert len(shown(page)) == 3
    assert page.isVisible()
    assert len(marks(deputy).stars()) == 1


def test_the_empty_list_says_what_to_do_and_esc_leads_back(deputy):
    deputy.starts()
    page = shows_list(deputy)
    assert page.empty.isVisible()
    assert page.empty.accessibleName().startswith("还没有画重点，也没有加星标，选中几个字")
    page.tabs["星标"].click()
    assert page.empty.accessibleName().startswith("还没有加星标")
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.page.view.isVisible()
    assert not page.isVisible()


# -- private


def words_of(file) -> str:
    with zipfile.ZipFile(file) as parts:
        return "\n".join(
            parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")
        )


def test_nothing_that_is_handed_in_tells_what_was_marked_or_read(deputy, tmp_path):
    """The same file comes out with and without marks, read or unread: byte for byte."""
    deputy.starts()
    deputy.clicks(*SENTENCE)
    deputy.types("写明口径。")
    deputy.finishes()
    before, after = tmp_path / "前.docx", tmp_path / "后.docx"

    def hands_in(file) -> None:
        deputy.window.open_hand_in()
        deputy.window.hand_in.store_at(file)
        deputy.window.hand_in.page.close()

    hands_in(before)
    canary = deputy.report.paragraphs[40].text[3:15]
    deputy.drags(40, canary)
    asks(deputy, "画重点")
    marks(deputy).turn_star(deputy.report.paragraphs[41].ordinal)
    assert marked(deputy) == [canary]
    deputy.window.reading.marks.mark(range(len(deputy.report.units)))
    assert deputy.window.reading.marks.read
    hands_in(after)
    assert after.read_bytes() == before.read_bytes()
    assert canary not in words_of(after)
    assert canary not in canonical(deputy.report, deputy.the_comment())


def test_no_command_tells_what_was_marked(deputy, tmp_path, capsys):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    deputy.types("写明口径。")
    deputy.finishes()
    target = tmp_path / "交.docx"
    large = tmp_path / "大字稿.docx"
    here = ["--report", deputy.report.id]
    commands = (
        ["export", "mine", "--output", str(target), *here],
        ["export", "large", "--output", str(large), *here],
        ["comments", *here],
        ["reports"],
    )

    def answer() -> str:
        for words in commands:
            assert run([*words, "--database", str(deputy.database), "--json"]) == 0
        return capsys.readouterr().out + words_of(target) + words_of(large)

    deputy.window.close()
    before = answer()
    deputy.starts_again()
    deputy.drags(40, deputy.report.paragraphs[40].text[3:15])
    asks(deputy, "画重点")
    marks(deputy).turn_star(deputy.report.paragraphs[41].ordinal)
    deputy.window.reading.marks.mark(range(len(deputy.report.units)))
    deputy.window.close()
    assert answer() == before


# -- trouble


def test_a_library_that_is_only_read_shows_marks_and_offers_none(deputy):
    with_marks(deputy)
    deputy.window.close()
    deputy.window = deputy._new_window()
    deputy.window.workspace._only_read = True
    deputy.window.open()
    assert "规模以上工业" in marked(deputy)
    assert len(marks(deputy).stars()) == 2
    assert not deputy.window.actions_by_name["highlight"].isEnabled()
    assert not deputy.window.actions_by_name["star"].isEnabled()
    assert list(menu_at(deputy, *SENTENCE)) == ["复制", "全选"]
    deputy.drags(3, "规模以上工业")
    assert bar(deputy) is None
    page = shows_list(deputy)
    page.list.setFocus()
    deputy.key(Qt.Key.Key_Delete)
    marks(deputy).take_off(marks(deputy).highlights()[0][0].id)
    marks(deputy).stroke(None)
    marks(deputy).turn_star(None)
    assert len(shown(page)) == 4


def test_a_full_disk_is_told_and_nothing_is_marked(deputy):
    deputy.starts()
    deputy.clicks(*SENTENCE)
    with full_disk(Path(__file__)):  # a few kB: not even a star finds room
        deputy.window.actions_by_name["highlight"].trigger()
        assert deputy.window.status.is_amber
        deputy.window.actions_by_name["star"].trigger()
    assert (marked(deputy), marks(deputy).stars()) == ([], [])
    assert not deputy.window.workspace.stack.canUndo()
    deputy.window.actions_by_name["highlight"].trigger()
    assert len(marked(deputy)) == 1


def test_words_that_a_better_reading_has_no_more_are_listed_without_a_place(deputy):
    page = with_marks(deputy)
    workspace = deputy.window.workspace
    mark = next(m for m, _ in marks(deputy).highlights() if m.quote == "规模以上工业")
    store = workspace.store
    with store._database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO reading SELECT 'other', report, source, reader, corrections, letters,"
            " made_at FROM reading LIMIT 1"
        )
        connection.exec_driver_sql(
            "UPDATE highlight SET reading = 'other', quote = '别的话' WHERE id = ?", (mark.id,)
        )
    marks(deputy).load()
    rows = [page.model.index(row, 0) for row in range(page.model.rowCount())]
    (row,) = [index for index in rows if index.data() == "别的话"]
    assert "没有找到" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    page.list.setCurrentIndex(row)
    page.list.setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert page.isVisible(), "there is nowhere to go"
    deputy.key(Qt.Key.Key_Delete)
    assert "别的话" not in shown(page)


def test_marks_survive_the_power(deputy):
    deputy.starts()
    deputy.drags(3, "规模以上工业")
    asks(deputy, "画重点")
    marks(deputy).turn_star(deputy.report.paragraphs[3].ordinal)
    deputy.loses_power()
    assert marked(deputy) == ["规模以上工业"]
    assert len(marks(deputy).stars()) == 1
    deputy.window.close()
    assert library.open_library(deputy.database, read_only=True).people()
