"""From the opinions to the signed sheet: what goes, the numbers, the next hand-in, the speech."""

from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.sifting import BY_PLACE, NEWEST, OPEN
from beiguan_desktop.formats import gongwen_docx, pdf_back
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.blank_flow import BlankFlow
from beiguan_desktop.ui.comment_model import Role
from beiguan_desktop.ui.hand_in_words import FRESH
from beiguan_desktop.ui.handed import CHANGED_SINCE, handed_of
from beiguan_desktop.ui.more_menu import switch_staff
from beiguan_desktop.ui.speech_flow import SpeechFlow

CONTROL = Qt.KeyboardModifier.ControlModifier
PLACES = ((3, "规模以上工业增加值"), (5, "全力支持蓝天实验室发展"), (10, "社会"))


@pytest.fixture
def writer(deputy):
    """Return somebody who has written three opinions."""
    deputy.starts()
    for number, words in (("一", PLACES[0]), ("二", PLACES[1])):
        deputy.clicks(*words)
        deputy.types(f"第{number}条意见。")
        deputy.finishes()
    deputy.window.reading.write_on_whole_report()
    deputy.types("整篇的意见。")
    deputy.finishes()
    return deputy


def page(deputy):
    return deputy.window.hand_in.page


def opens(deputy):
    deputy.window.activateWindow()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.window.page.view.setFocus()
    deputy.key(Qt.Key.Key_E, CONTROL)
    assert page(deputy).isVisible()
    return page(deputy)


def row_at(view, text: str) -> QPoint:
    rows = view.model_of_rows.rows
    at = next(at for at, row in enumerate(rows) if text in row.text)
    index = view.model_of_rows.index(at)
    view.scrollTo(index)
    return view.visualRect(index).center()


def clicks_row(deputy, view, text: str) -> None:
    point = row_at(view, text)
    deputy.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def stores(deputy, dialog_of, button, path) -> None:
    deputy.presses(button)
    dialog = next(d for d in dialog_of.findChildren(QFileDialog) if d.isVisible())
    line = dialog.findChild(QLineEdit)
    line.setText(str(path))
    deputy.qtbot.keyClick(line, Qt.Key.Key_Return)


def count_words(deputy) -> str:
    return deputy.window.status.count_button.text()


def test_three_acts_hand_everything_in(writer, tmp_path):
    assert count_words(writer) == "意见 3 条，还没交"
    shown = opens(writer)
    assert shown.head.text() == "要交 3 条意见"
    stores(writer, shown, shown.save_button, tmp_path / "我的 意见.docx")
    assert "这是第1次交" in shown.result_label.accessibleName()
    lines = gongwen_docx.read_back((tmp_path / "我的 意见.docx").read_bytes())
    assert [line[:3] for line in lines if line.startswith("国")] == ["国1.", "国2.", "国3."]
    writer.presses(shown.close_button)
    assert count_words(writer) == "意见 3 条，都交了"


def test_one_stays_at_home_and_goes_the_next_time(writer, tmp_path):
    shown = opens(writer)
    clicks_row(writer, shown.list, "第二条意见")
    stores(writer, shown, shown.save_button, tmp_path / "一.pdf")
    _, letters = pdf_back.read_back((tmp_path / "一.pdf").read_bytes())
    assert "第二条意见" not in letters
    assert "整篇的意见" in letters
    writer.presses(shown.close_button)
    assert count_words(writer) == "意见 3 条，还有 1 条没交"
    assert [c.text for c in handed_of(writer.window).waiting()] == ["第二条意见。"]
    writer.starts_again()
    assert count_words(writer) == "意见 3 条，还有 1 条没交"
    shown = opens(writer)
    rows = [(row.text, row.is_ticked) for row in shown.list.model_of_rows.rows]
    assert rows[-2:] == [("留下的 1 条", None), ("第二条意见。", False)]
    clicks_row(writer, shown.list, "第二条意见")
    assert "这次比上次多 1 条。" in shown.history.text()
    writer.presses(shown.copy_button)
    lines = QApplication.clipboard().text().split("\n")[1:]
    assert [line.split(". ")[0] for line in lines] == ["国1", "国2", "国3"]
    assert next(line for line in lines if "第二条意见" in line).startswith("国3")


def test_a_withdrawn_and_a_changed_one_are_told_and_no_number_comes_again(writer):
    shown = opens(writer)
    writer.presses(shown.copy_button)
    writer.presses(shown.close_button)
    window = writer.window
    first = next(c for c in window.workspace.comments.values() if "第一条" in c.text)
    window.page.panel.withdraw_asked.emit(first.id)
    writer.clicks(*PLACES[1], offset=3)
    writer.clicks(1, "现在")
    writer.types("后来的意见。")
    writer.finishes()
    assert count_words(writer) == "意见 3 条，还有 1 条没交，1 条要撤回"
    shown = opens(writer)
    assert "这次比上次多 1 条，撤回 1 条。" in shown.history.text()
    writer.presses(shown.copy_button)
    text = QApplication.clipboard().text()
    assert "国4. " in text.replace("\n", " ")
    number = next(row.head for row in shown.list.model_of_rows.rows if "后来" in row.text)
    assert number == "国4"
    window.hand_in.page.close()
    window.undo()
    window.undo()
    assert "还有" in count_words(writer)


def test_what_was_handed_in_can_be_taken_back_when_nothing_else_is_left(deputy, tmp_path):
    deputy.starts()
    for words in (PLACES[0], PLACES[1]):
        deputy.clicks(*words)
        deputy.types("说重了的话。")
        deputy.finishes()
    shown = opens(deputy)
    deputy.presses(shown.copy_button)
    deputy.presses(shown.close_button)
    assert count_words(deputy) == "意见 2 条，都交了"
    workspace = deputy.window.workspace
    one, two = workspace.comments.values()
    edit = Edit(one.id, one, replace(one, private=True))
    workspace.do(Change(clock.new_id(), "改意见", clock.now(), one.person, (edit,)))
    deputy.window.page.panel.withdraw_asked.emit(two.id)
    assert count_words(deputy) == "意见 1 条，2 条要撤回"
    shown = opens(deputy)
    assert shown.head.text() == "要撤回 2 条意见"
    assert "撤回 2 条。" in shown.history.text()
    assert [r.side for r in shown.list.model_of_rows.rows if r.id] == ["交过，这次撤回"]
    stores(deputy, shown, shown.save_button, tmp_path / "撤回.docx")
    said = shown.result_label.accessibleName()
    assert "已存好，撤回 2 条" in said
    assert "这是第2次交" in said
    lines = gongwen_docx.read_back((tmp_path / "撤回.docx").read_bytes())
    assert "撤回：以前交的国1—国2，共2条，请不再列入。" in lines
    assert "没有别的意见（第2次交）。" in lines
    assert "说重了的话" not in "".join(lines)
    deputy.presses(shown.copy_button)
    assert "还没有可以交的意见" in shown.result_label.accessibleName(), "it is done"
    deputy.presses(shown.close_button)
    assert count_words(deputy) == "意见 1 条"
    deputy.starts_again()
    assert count_words(deputy) == "意见 1 条"


def test_the_sheet_names_the_page_as_the_setting_says(writer, tmp_path):
    found = {}
    for style in ("", "不写页码", "写页和行：第20页第3行（行数确切时）", "写页：第20页"):
        if style:
            writer.chooses("意见", "页码写法", style)
        assert writer.reads_menu("意见", "页码写法")[style or "写页：第20页"].isChecked()
        shown = opens(writer)
        writer.presses(shown.copy_button)
        found[style] = QApplication.clipboard().text()
        writer.presses(shown.close_button)
    assert "一段（第2页）" in found[""], "the print is known there"
    assert "页）" not in found["不写页码"]
    assert set(found.values()) == {found[""], found["不写页码"]}, "no line is exact here"
    writer.chooses("意见", "页码写法", "不写页码")
    writer.starts_again()
    assert writer.reads_menu("意见", "页码写法")["不写页码"].isChecked()
    writer.chooses("打印", "发言提纲")
    assert not any("页）" in said.heading for said in speech(writer)._said.values())
    speech(writer).page.close()


def test_by_the_keys_alone(writer, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    shown = opens(writer)
    assert shown.focusWidget() is shown.print_button
    writer.qtbot.keyClick(shown.print_button, Qt.Key.Key_Return)
    assert "没有找到打印机" in shown.result_label.text().replace("\u200b", "")
    shown.list.setFocus(Qt.FocusReason.TabFocusReason)
    writer.qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    writer.qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.head.text() == "要交 2 条意见"
    writer.qtbot.keyClick(shown.list, Qt.Key.Key_Space)
    assert shown.head.text() == "要交 3 条意见"
    writer.qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_every_palette_and_size_shows_the_page_whole(writer):
    shown = opens(writer)
    looks = writer.window.looks
    before = (looks.palette, looks.interface)
    seen = set()
    for palette, points in (("dark", 14), ("contrast", 18), ("light", 22)):
        looks.wear(palette=palette, points=points)
        shown.resize(1000, 600)
        QApplication.processEvents()
        image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen.add(image.pixelColor(4, 4).name())
        for button in (shown.print_button, shown.save_button, shown.copy_button):
            right = button.mapTo(shown, button.rect().topRight()).x()
            assert right < shown._side.width()
    looks.wear(palette=before[0], points=before[1])
    assert len(seen) == 3


# -- 发言提纲


def speech(deputy):
    return deputy.window.findChild(SpeechFlow)


def test_from_handing_in_to_the_words_one_speaks(writer, tmp_path):
    shown = opens(writer)
    writer.presses(shown.speech_button)
    flow = speech(writer)
    assert flow.page.isVisible()
    assert flow.page.head.text() == "讲 3 条，约30秒"
    view = flow.page.list
    assert [row.side for row in view.model_of_rows.rows] == ["约10秒"] * 3
    clicks_row(writer, view, "第一条")
    assert flow.page.head.text() == "讲 2 条，约20秒"
    clicks_row(writer, view, "第一条")
    stores(writer, flow.page, flow.page.save_button, tmp_path / "讲 话.docx")
    assert "已存好" in flow.page.result_label.accessibleName()
    paragraphs = docx.Document(tmp_path / "讲 话.docx").paragraphs
    assert sum(bool(p.paragraph_format.page_break_before) for p in paragraphs) == 2
    writer.presses(flow.page.speak_button)
    speaking = flow.view
    assert speaking.isVisible()
    writer.qtbot.waitUntil(lambda: speaking.count == 3)
    for key, place in (
        (Qt.Key.Key_Space, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Return, 2),
        (Qt.Key.Key_Left, 1),
    ):
        writer.qtbot.keyClick(speaking, key)
        assert speaking.place == place
    writer.qtbot.mouseClick(speaking, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert speaking.place == 2
    writer.qtbot.mouseClick(speaking, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    assert speaking.place == 1
    writer.qtbot.keyClick(speaking, Qt.Key.Key_Escape)
    flow.page.close()


def texts(flow) -> list[str]:
    return [row.text for row in flow.page.list.model_of_rows.rows]


def test_the_order_is_changed_by_button_key_and_hand_and_kept(writer):
    writer.chooses("打印", "发言提纲")
    flow = speech(writer)
    view = flow.page.list
    a, b, c = texts(flow)
    view.setCurrentIndex(view.model_of_rows.index(0))
    writer.presses(flow.page.down_button)
    assert texts(flow) == [b, a, c]
    writer.presses(flow.page.up_button)
    assert texts(flow) == [a, b, c]
    writer.presses(flow.page.up_button)
    assert texts(flow) == [a, b, c]
    writer.qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(flow) == [b, a, c]
    start, end = (view.visualRect(view.model_of_rows.index(at)) for at in (0, 2))
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    writer.qtbot.mousePress(port, left, pos=start.center())
    for y in range(start.center().y(), end.bottom() - 2, 6):
        writer.qtbot.mouseMove(port, pos=QPoint(start.center().x(), y))
        QApplication.processEvents()
    writer.qtbot.mouseRelease(port, left, pos=end.center())
    assert texts(flow)[-1] == b
    assert all(row.is_ticked for row in view.model_of_rows.rows), "a drag ticks nothing"
    kept = texts(flow)
    flow.page.close()
    writer.starts_again()
    writer.chooses("打印", "发言提纲")
    assert texts(speech(writer)) == kept
    speech(writer).page.close()


def test_what_is_made_private_after_the_speech_was_ordered_is_not_spoken(writer, tmp_path):
    writer.chooses("打印", "发言提纲")
    flow = speech(writer)
    flow.page.list.setCurrentIndex(flow.page.list.model_of_rows.index(0))
    writer.presses(flow.page.down_button)  # the order and the ticks are kept
    flow.page.close()
    workspace = writer.window.workspace
    one = next(c for c in workspace.comments.values() if "第二条" in c.text)
    edit = Edit(one.id, one, replace(one, private=True))
    workspace.do(Change(clock.new_id(), "改意见", clock.now(), one.person, (edit,)))
    writer.chooses("打印", "发言提纲")
    assert flow.page.head.text() == "讲 2 条，约20秒"
    stores(writer, flow.page, flow.page.save_button, tmp_path / "讲.docx")
    assert "第二条" not in "".join(gongwen_docx.read_back((tmp_path / "讲.docx").read_bytes()))
    flow.page.close()


def test_without_opinions_the_speech_says_what_to_do(deputy):
    deputy.starts()
    deputy.chooses("打印", "发言提纲")
    flow = speech(deputy)
    for button in (flow.page.speak_button, flow.page.print_button, flow.page.save_button):
        flow.page.forget_result()
        deputy.presses(button)
        assert "还没有可以讲的意见" in flow.page.result_label.accessibleName()
    flow.page.close()


# -- 空白意见表


def test_the_empty_sheet_is_stored_to_be_filled_by_hand(deputy, tmp_path):
    deputy.starts()
    deputy.chooses("打印", "空白意见表")
    flow = deputy.window.findChild(BlankFlow)
    assert flow.page.isVisible()
    assert flow.page.preview.count == 2
    stores(deputy, flow.page, flow.page.save_button, tmp_path / "空白 表.docx")
    text = "".join(gongwen_docx.read_back((tmp_path / "空白 表.docx").read_bytes()))
    assert "北关区十一届人大六次会议" in text
    assert "张建国" not in text
    flow.page.close()


def test_cards_say_what_was_handed_in_and_changed_since(writer):
    model = writer.window.page.panel.model

    def tags():
        rows = range(model.rowCount())
        return {model.at(row).text: model.index(row).data(Role.TAGS) for row in rows}

    assert set(tags().values()) == {()}
    shown = opens(writer)
    clicks_row(writer, shown.list, "第二条意见")
    writer.presses(shown.copy_button)
    writer.presses(shown.close_button)
    assert tags() == {
        "整篇的意见。": ("已交（第1次）",),
        "第一条意见。": ("已交（第1次）",),
        "第二条意见。": (),
    }
    card = writer.window.page.panel.list.itemDelegate().card
    writer.window.page.panel.tabs[2].click()
    index = writer.window.page.panel.list.model().index(0, 0)
    assert [tag.words for tag in card(index).tags] == ["已交（第1次）"]
    sifting = writer.window.page.panel.sifting
    sifting.choose(NEWEST, OPEN)
    shown_now = writer.window.page.panel.list.model()
    words = {shown_now.index(at, 0).data(Role.TAGS) for at in range(shown_now.rowCount())}
    assert words == {("已交（第1次）",), ()}, "in every order"
    sifting.choose(BY_PLACE, OPEN)
    one = next(c for c in writer.window.workspace.comments.values() if "第一条" in c.text)
    writer.window.page.panel.edit_asked.emit(one.id)
    writer.box.selectAll()
    writer.types("改轻了。")
    writer.finishes()
    assert tags()["改轻了。"] == (CHANGED_SINCE,)


def test_words_that_were_in_the_open_box_are_told_of_and_can_stay(writer):
    writer.clicks(12, "地区生产总值")
    writer.types("防范化解风险这一段，我想问的是")
    shown = opens(writer)
    assert shown.head.text() == "要交 4 条意见"
    (row,) = (it for it in shown.list.model_of_rows.rows if "防范化解" in it.text)
    assert (row.is_ticked, row.note) == (True, FRESH)
    clicks_row(writer, shown.list, "防范化解")
    assert shown.head.text() == "要交 3 条意见"
    writer.presses(shown.copy_button)
    assert "防范化解" not in QApplication.clipboard().text()
    writer.presses(shown.close_button)
    assert count_words(writer) == "意见 4 条，还有 1 条没交"
    assert not any(it.note == FRESH for it in opens(writer).list.model_of_rows.rows)


def test_the_foot_counts_what_could_go_and_names_whose_it_is(writer):
    writer.presses(opens(writer).copy_button)
    writer.window.hand_in.page.close()
    writer.clicks(12, "地区生产总值")
    writer.types("写了一半")
    assert count_words(writer) == "意见 4 条，其中草稿 1 条，要交的都交了"
    writer.finishes()
    assert count_words(writer) == "意见 4 条，还有 1 条没交"
    one = next(c for c in writer.window.workspace.comments.values() if c.text == "写了一半")
    words, more = commenting.Words("建议", one.text), commenting.More(private=True)
    ids = {"change_id": clock.new_id(), "now": clock.now()}
    writer.window.workspace.do(commenting.reword(one, words, more=more, **ids))
    assert count_words(writer) == "意见 4 条，要交的都交了"
    switch_staff(writer.window, is_on=True)
    report, author = writer.report, Person(clock.new_id(), "李梅", "第一代表团")
    ids |= {"change_id": clock.new_id(), "comment_id": clock.new_id()}
    words = commenting.Words("建议", "李梅的话。")
    change = commenting.add(report, paragraph(report, 20), words, author=author, **ids)
    writer.window.workspace.do(change)
    assert count_words(writer) == "意见 5 条，我的要交的都交了"
