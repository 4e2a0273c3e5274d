"""Odd words, odd places, odd orders of doing things, in the box and on the cards."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from beiguan_desktop.cli import main
from beiguan_desktop.core.comment import Draft
from beiguan_desktop.core.text import LONGEST
from beiguan_desktop.services import clock, commenting
from tests.ui.page_parts import point

PLACE = (3, "规模以上工业增加值")
CONTROL = Qt.KeyboardModifier.ControlModifier


def pastes(deputy, text: str = "", html: str = "", files=()) -> None:
    """Put something on the clipboard and press Ctrl+V."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    deputy.key(Qt.Key.Key_V, CONTROL)


def drops(widget, data: QMimeData) -> None:
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def stack_of(deputy):
    stack = deputy.window.workspace.stack
    return stack.index(), [stack.text(at) for at in range(stack.count())]


def recorded(deputy, *words: str, place: tuple[int, str] = PLACE, author: str = "张建国") -> None:
    """Write an opinion by the command line while the window is closed; open it again."""
    report = deputy.report.id
    deputy.window.close()
    where = ["--paragraph", str(place[0]), "--quote", place[1]]
    who = ["--author", author, "--delegation", "第三代表团"]
    common = ["comment", "--database", str(deputy.database), "--report", report]
    assert main.run([*common, *where, *who, *words]) == 0
    deputy.window = deputy._new_window()
    deputy.starts()


# -- odd words


def test_too_many_words_stay_in_the_box_until_they_are_fewer(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    deputy.box.insertPlainText("字" * (LONGEST + 1))
    deputy.finishes()
    status = deputy.window.status
    assert status.is_amber
    assert "超过了100000个字的上限" in status.words
    assert deputy.window.width() == 1440, "a long reason does not widen the window"
    assert len(deputy.box.toPlainText()) == LONGEST + 1
    assert deputy.texts() == []
    assert not deputy.window.close()
    deputy.box.moveCursor(deputy.box.textCursor().MoveOperation.End)
    deputy.key(Qt.Key.Key_Backspace)
    deputy.finishes()
    assert not status.is_amber
    assert deputy.the_comment().text == "字" * LONGEST


def test_nul_and_half_characters_are_left_out_and_nothing_else(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    pastes(deputy, "甲\x00乙\ud800丙\udc00丁𠮷\x07\ufffe戊\r\n己\u00a0庚")
    deputy.finishes()
    assert deputy.the_comment().text == "甲乙丙丁𠮷戊\n己 庚"
    deputy.starts_again()
    assert deputy.the_comment().text == "甲乙丙丁𠮷戊\n己 庚"


def test_a_name_is_cleaned_as_words_are(deputy):
    deputy.window.open()
    page = deputy.window.stage.first_start
    page.name_edit.setFocus()
    pastes(deputy, "张\x00建\ud800国")
    deputy.presses(page.start_button)
    assert deputy.window.workspace.me.name == "张建国"


def test_rich_text_arrives_as_plain_text(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    pastes(deputy, "粗体和图片", '<b>粗体</b>和<img src="file:///etc/passwd">图片')
    assert deputy.box.toPlainText() == "粗体和图片"
    deputy.box.clear()
    deputy.types("<b>不是粗体</b>")
    deputy.finishes()
    assert deputy.texts() == ["<b>不是粗体</b>"]


def test_files_and_pages_dropped_anywhere_do_nothing_bad(deputy, tmp_path):
    deputy.starts()
    deputy.clicks(*PLACE)
    page = deputy.window.page
    before = page.view.toPlainText()
    file = tmp_path / "秘密.txt"
    file.write_text("秘密", "utf-8")
    files, rich = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(file))])
    rich.setHtml("<h1>大字</h1>")
    for widget in (page.view.viewport(), page.tree.viewport(), page.panel.list.viewport()):
        for data in (files, rich):
            drops(widget, data)
    drops(deputy.box.viewport(), files)
    assert deputy.box.toPlainText() == ""
    drops(deputy.box.viewport(), rich)
    assert "<" not in deputy.box.toPlainText()
    pastes(deputy, files=[file])
    assert str(file) not in deputy.box.toPlainText()
    assert page.view.toPlainText() == before


@pytest.mark.parametrize("words", ["𠮷林路改造", "前𠮷后", "改造完成𠮷", "再加固"])
def test_characters_of_two_units_are_placed_and_tinted_right(deputy, tmp_path, words):
    text = "年初完成𠮷林路改造，前𠮷后都好，改造完成𠮷，再加固堤防。"
    file = tmp_path / "𠮷报告.txt"
    file.write_text(f"政府工作报告\n各位代表：\n一、回顾\n{text}请予审议。\n", "utf-8")
    deputy.starts()
    deputy.window.import_report(file)
    number = next(n for n, unit in deputy.report.paragraphs.items() if text in unit.text)
    unit = deputy.report.paragraphs[number]
    deputy.drags(number, words)
    assert deputy.window.reading.writing.anchor.quote == words
    deputy.box.setFocus()
    deputy.types("看𠮷字")
    deputy.finishes()
    anchor = deputy.the_comment().anchor
    assert (anchor.quote, unit.text[anchor.start : anchor.end]) == (words, words)
    assert is_tinted(deputy, unit, anchor)
    deputy.starts_again()
    assert deputy.texts() == ["看𠮷字"]
    assert deputy.the_comment().anchor.quote == words
    assert is_tinted(deputy, unit, anchor)


def is_tinted(deputy, unit, anchor) -> bool:
    """Tell whether the first and last character are tinted and their neighbours are not."""
    view = deputy.window.page.view
    view.set_current(None)
    view.show_place(unit.ordinal)
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()

    def ground(position: int) -> str:
        at = point(view, unit.ordinal, position)
        strip = view.lines.strips(unit.ordinal, position, position + 1)[0]
        top = round(strip.line.middle - view.verticalScrollBar().value() - 17)
        return image.pixelColor(round(at.x() * ratio), round(top * ratio)).name()

    inside = {ground(anchor.start), ground(anchor.end - 1)}
    outside = {ground(anchor.end), *([ground(anchor.start - 1)] if anchor.start else [])}
    return len(inside) == 1 and len(outside) == 1 and inside != outside


# -- kinds and acts without a button


@pytest.mark.parametrize("kind", ["批评", "意见", "肯定", "数据核实"])
def test_a_kind_without_a_button_is_kept_when_its_words_are_changed(deputy, kind):
    deputy.starts()
    recorded(deputy, "原来的话", "--kind", kind)
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    assert not any(b.isChecked() for b in deputy.editor.kind_buttons.values())
    deputy.box.selectAll()
    deputy.types("新的话")
    deputy.finishes()
    assert (deputy.the_comment().kind, deputy.the_comment().text) == (kind, "新的话")


@pytest.mark.parametrize(
    ("act", "replacement"), [("增加", "并公开"), ("移位", "第5段后面"), ("删除", "")]
)
def test_an_act_without_a_button_is_kept_when_its_words_are_changed(deputy, act, replacement):
    deputy.starts()
    written = ["--replacement", replacement] if replacement else []
    recorded(deputy, "", "--kind", "修改", "--act", act, "--reason", "旧理由", *written)
    identity = deputy.the_comment().id
    deputy.window.page.panel.edit_asked.emit(identity)
    new = deputy.editor.replacement_box.toPlainText()
    assert new == replacement if act == "移位" else (PLACE[1] in new) == (act == "增加")
    assert deputy.box.toPlainText() == "旧理由"
    deputy.presses(deputy.editor.kind_buttons["修改"])  # pressed again, for no reason
    deputy.box.setFocus()
    deputy.box.selectAll()
    deputy.types("新理由")
    deputy.finishes()
    now = deputy.the_comment()
    assert (now.id, now.act, now.reason) == (identity, act, "新理由")
    assert now.replacement == replacement
    assert not deputy.window.status.is_amber


def test_an_emptied_rewording_keeps_the_old_words(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    deputy.types("别删我")
    deputy.finishes()
    before, identity = stack_of(deputy), deputy.the_comment().id
    deputy.window.page.panel.edit_asked.emit(identity)
    deputy.box.selectAll()
    deputy.key(Qt.Key.Key_Delete)
    deputy.finishes()
    assert deputy.editor.fields.warning.text().startswith("意见空着。不要了，请点“撤回”")
    assert deputy.window.reading.writing.rewording == identity, "the next words are this opinion's"
    deputy.clicks(4, "无人机产业加速")
    assert not deputy.editor.fields.warning.isVisible()
    assert deputy.texts() == ["别删我"]
    assert stack_of(deputy) == before
    assert deputy.window.workspace.drafts() == []


# -- undo and redo


def test_everything_can_be_undone_and_done_again(deputy):
    deputy.starts(name="张建国")
    deputy.clicks(*PLACE)
    deputy.types("一")
    deputy.finishes()
    panel, identity = deputy.window.page.panel, deputy.the_comment().id
    panel.edit_asked.emit(identity)
    deputy.types("二")
    deputy.finishes()
    deputy.window.ask_person()
    page = deputy.window.stage.first_start
    page.name_edit.clear()
    deputy.enters(page.name_edit, "李四")
    deputy.presses(page.start_button)
    panel.withdraw_asked.emit(identity)

    status = deputy.window.status

    def state() -> tuple:
        return deputy.texts(), deputy.window.workspace.me.name, status.person_button.text()[:2]

    states = [state()]
    for _ in range(4):
        deputy.window.undo()
        states.append(state())
    assert [texts for texts, *_ in states] == [[], ["一二"], ["一二"], ["一"], []]
    assert [name for _, name, _ in states] == ["李四", "李四", "张建国", "张建国", "张建国"]
    assert all(shown == name[:2] for _, name, shown in states)
    for before in reversed(states[:-1]):
        deputy.window.redo()
        assert state() == before
    assert deputy.window.page.undo_bar.words == "重做了：撤回意见“一二”"


def rewords_twice(deputy) -> None:
    """Write an opinion, give it other words, and have it in the box once more."""
    deputy.starts()
    deputy.clicks(*PLACE)
    deputy.types("一")
    deputy.finishes()
    panel, identity = deputy.window.page.panel, deputy.the_comment().id
    panel.edit_asked.emit(identity)
    deputy.types("二")
    deputy.finishes()
    panel.edit_asked.emit(identity)


def test_undo_while_the_box_holds_the_opinion_shows_what_is_there_now(deputy):
    rewords_twice(deputy)
    deputy.window.undo()
    assert deputy.box.toPlainText() == "一"
    deputy.types("三")
    deputy.finishes()
    assert deputy.texts() == ["一三"]


def test_words_being_reworded_outlive_an_undo(deputy):
    rewords_twice(deputy)
    deputy.types("三")
    deputy.window.undo()
    assert deputy.texts() == ["一"]
    assert deputy.box.toPlainText() == "一二三"
    deputy.window.undo()
    assert deputy.texts() == []
    assert deputy.box.toPlainText() == "一二三"
    assert not deputy.editor.cancel_button.isVisible()
    deputy.loses_power()
    assert deputy.box.toPlainText() == "一二三"
    deputy.finishes()
    assert deputy.texts() == ["一二三"]


def test_withdrawing_what_is_being_reworded_keeps_the_last_words(deputy):
    deputy.starts()
    deputy.clicks(*PLACE)
    deputy.types("一")
    deputy.finishes()
    panel, identity = deputy.window.page.panel, deputy.the_comment().id
    panel.edit_asked.emit(identity)
    deputy.types("二")
    panel.withdraw_asked.emit(identity)
    assert deputy.texts() == []
    assert deputy.box.toPlainText() == ""
    deputy.window.undo()
    assert deputy.texts() == ["一二"]


def test_a_draft_of_what_is_gone_or_written_already_is_put_right(deputy):
    deputy.starts()
    for words in ("留着", "撤掉"):
        deputy.clicks(*PLACE)
        deputy.types(words)
        deputy.finishes()
    workspace = deputy.window.workspace
    kept, gone = sorted(workspace.comments.values(), key=lambda c: c.text == "撤掉")
    for base in (kept, gone):  # as if the power had gone before the drafts were dropped
        draft = draft_of(base, base.text if base is kept else "撤掉的新写法")
        assert workspace.put_draft(draft)
    workspace.store.apply(commenting.withdraw(gone, change_id=clock.new_id(), now=clock.now()))
    deputy.loses_power()
    assert deputy.texts() == ["留着"]
    assert deputy.box.toPlainText() == "撤掉的新写法"
    deputy.finishes()
    assert sorted(deputy.texts()) == ["撤掉的新写法", "留着"]
    assert deputy.window.workspace.drafts() == []


def draft_of(comment, words):
    return Draft(replace(comment, text=words), comment.version, clock.now())


# -- the opinions of others


def test_nobody_edits_the_words_of_another(deputy):
    deputy.starts()
    deputy.chooses("意见", "我是工作人员")  # whoever is none does not see them
    recorded(deputy, "李四的话", "--kind", "建议", author="李四")
    panel = deputy.window.page.panel
    other = deputy.the_comment()
    deputy.clicks(*PLACE)
    deputy.types("自己的话")
    deputy.finishes()
    panel.choose(other.id)
    cards = panel.list
    assert cards.current == other.id
    assert cards.indexWidget(cards.currentIndex()) is None
    cards.setFocus()
    deputy.key(Qt.Key.Key_Return)
    deputy.key(Qt.Key.Key_Delete)
    panel.edit_asked.emit(other.id)
    panel.withdraw_asked.emit(other.id)
    assert deputy.box.toPlainText() == ""
    assert sorted(deputy.texts()) == ["李四的话", "自己的话"]
    assert "李四" in cards.itemDelegate().card(cards.currentIndex()).stamp
    deputy.key(Qt.Key.Key_Down)
    own = cards.itemDelegate().card(cards.currentIndex())
    assert own.comment.text == "自己的话"
    assert "张建国" not in own.stamp
    assert cards.indexWidget(cards.currentIndex()) is not None


def test_one_finds_ones_own_opinions_again_by_name(deputy):
    deputy.window.open()
    deputy.presses(deputy.window.stage.first_start.skip_button)
    deputy.window.close()
    deputy.database.unlink()
    deputy.window = deputy._new_window()
    deputy.window.open()
    recorded_before_anybody_sat_down(deputy)
    deputy.starts()
    assert deputy.texts() == ["先录的话"]
    deputy.window.page.panel.edit_asked.emit(deputy.the_comment().id)
    assert deputy.box.toPlainText() == "先录的话"
    assert [person.name for person in deputy.window.workspace.store.people()] == ["张建国"]


def recorded_before_anybody_sat_down(deputy) -> None:
    report = deputy.report.id
    deputy.window.close()
    who = ["--author", "张建国", "--delegation", "第三代表团", "--kind", "建议"]
    where = ["--database", str(deputy.database), "--report", report]
    assert main.run(["comment", "先录的话", *where, *who]) == 0
    deputy.window = deputy._new_window()
