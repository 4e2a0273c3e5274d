"""交意见: what goes and what stays, the file stored, and what is offered when it is not."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT, Draft, Person
from beiguan_desktop.formats import gongwen_docx, pdf_back
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.hand_in_flow import HandInFlow
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.printer_choice import full_page
from tests.journeys.surroundings import full_disk, read_only

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DESKTOP = QStandardPaths.StandardLocation.DesktopLocation


@pytest.fixture
def flow(workspace, qtbot):
    window = QMessageBox()  # any widget to belong to
    qtbot.addWidget(window)
    workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    made = HandInFlow(workspace, Jobs(is_synchronous=True), window)
    yield made
    made.page.close()


def write(workspace, text: str, *, author: Person | None = None, is_private: bool = False) -> None:
    change = commenting.add(
        workspace.report,
        paragraph(workspace.report, workspace.report.paragraphs[5].ordinal),
        commenting.Words("建议", text),
        author=author or workspace.ensure_me(),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    last = change.edits[-1]
    edits = (*change.edits[:-1], replace(last, after=replace(last.after, private=is_private)))
    assert workspace.do(replace(change, edits=edits))


def rows(flow):
    return flow.page.list.model_of_rows.rows


def ticked(flow) -> list[str]:
    return [row.text for row in rows(flow) if row.is_ticked]


def staying(flow) -> dict[str, str]:
    return {row.text: row.note for row in rows(flow) if row.id and not row.is_ticked}


def on_pages(flow) -> str:
    return "".join(words.text for page in flow._set for words in page.words)


def said(flow) -> str:
    return flow.page.result_label.accessibleName().lstrip("✓△ ")


def tick(flow, text: str) -> None:
    flow.page.list.tick(next(at for at, row in enumerate(rows(flow)) if row.text == text))


def asked(flow) -> QMessageBox:
    (box,) = [box for box in flow.page.findChildren(QMessageBox) if box.isVisible()]
    return box


def button(box, word: str):
    return next(b for b in box.buttons() if b.text().startswith(word))


def test_without_an_opinion_every_button_says_what_to_do(flow, qapp):
    qapp.clipboard().setText("以前的")
    flow.open()
    assert flow.page.head.text() == "交意见"
    for button_ in (flow.page.print_button, flow.page.save_button, flow.page.copy_button):
        flow.page.forget_result()
        button_.click()
        assert "还没有可以交的意见" in said(flow)
    assert qapp.clipboard().text() == "以前的"
    assert flow.page.findChildren(QFileDialog) == []


def test_private_ones_drafts_and_those_of_others_stay_here(flow, workspace):
    write(workspace, "交上去的话")
    write(workspace, "只给自己看的话", is_private=True)
    write(workspace, "李四的话", author=Person(clock.new_id(), "李四"))
    draft = replace(next(iter(workspace.comments.values())), id=clock.new_id(), text="没写完的话")
    workspace.put_draft(Draft(replace(draft, anchor=WHOLE_REPORT), 0, clock.now()))
    flow.open()
    assert ticked(flow) == ["交上去的话"]
    notes = staying(flow)
    assert notes["只给自己看的话"].startswith("仅自己可见。")
    assert notes["没写完的话"].startswith("还没写完。")
    assert "李四的话" not in "".join(row.text for row in rows(flow))
    assert flow.page.head.text() == "要交 1 条意见"
    assert [row.text for row in rows(flow) if not row.id] == ["要交的 1 条", "留下的 2 条"]
    assert "交上去的话" in on_pages(flow)
    assert "只给自己看的话" not in on_pages(flow)
    assert not flow.page.is_asking_name


def test_one_whose_tick_is_taken_away_stays_at_home_until_it_is_set_again(flow, workspace):
    for text in ("一", "二"):
        write(workspace, text)
    flow.open()
    tick(flow, "二")
    assert ticked(flow) == ["一"]
    assert staying(flow) == {"二": "您留着，这次不交。"}
    assert "国2" not in on_pages(flow)
    assert [row.text for row in rows(flow) if row.id] == ["一", "二"], "no row jumps away"
    flow.page.close()
    flow.open()
    assert [row.text for row in rows(flow)] == ["要交的 1 条", "一", "留下的 1 条", "二"]
    tick(flow, "一")
    assert "一条都没有勾" in flow.page.preview.accessibleDescription()
    flow.page.copy_button.click()
    assert "一条都没有勾" in said(flow)
    tick(flow, "二")
    assert ticked(flow) == ["二"]
    assert "国1" in on_pages(flow)


def test_nothing_but_opinions_can_be_ticked(flow, workspace):
    write(workspace, "只给自己看的话", is_private=True)
    flow.open()
    for at in range(-1, len(rows(flow)) + 1):
        flow.page.list.tick(at)
    assert ticked(flow) == []


def test_the_name_is_asked_in_the_same_screen(qtbot, workspace, tmp_path):
    window = QMessageBox()
    qtbot.addWidget(window)
    flow = HandInFlow(workspace, Jobs(is_synchronous=True), window)
    write(workspace, "无名的话<b>&")
    flow.open()
    assert flow.page.is_asking_name
    assert flow.page.focusWidget() is flow.page.name_edit
    flow.page.name_edit.setText("  ")
    flow.store_at(tmp_path / "意见.docx")
    assert "请先在上面填姓名" in said(flow)
    assert not (tmp_path / "意见.docx").exists()
    assert flow.page.focusWidget() is flow.page.name_edit
    flow.page.name_edit.setText("王五、赵六")
    flow.store_at(tmp_path / "意见.docx")
    assert "不止一个人" in said(flow)
    assert not (tmp_path / "意见.docx").exists()
    flow.page.name_edit.setText("张建国")
    qtbot.keyClick(flow.page.name_edit, Qt.Key.Key_Return)
    assert flow.page.focusWidget() is flow.page.team_edit, "Enter hands nothing in"
    flow.page.team_edit.setText("第三代表团")
    flow.store_at(tmp_path / "意见.docx")
    assert not flow.page.is_asking_name
    assert (workspace.me.name, workspace.me.delegation) == ("张建国", "第三代表团")
    text = "".join(gongwen_docx.read_back((tmp_path / "意见.docx").read_bytes()))
    assert "国1. " in text
    assert "无名的话<b>&" in text
    assert "姓名：张建国" in on_pages(flow)
    flow.page.close()


def test_the_text_is_one_line_an_opinion(flow, workspace, qapp):
    for text in ("一", "二\n三"):
        write(workspace, text)
    flow.open()
    flow.page.copy_button.click()
    head, *lines = qapp.clipboard().text().split("\n")
    assert "共2条" in head
    assert [line[:3] for line in lines] == ["国1.", "国2."]
    assert "已复制，共 2 条" in said(flow)
    assert "这是第1次交" in said(flow)


def test_of_an_internal_paper_no_word_is_copied(flow, workspace, qapp):
    workspace.report = replace(workspace.report, edition="征求意见稿")
    write(workspace, "自己的话")
    flow.open()
    flow.page.copy_button.click()
    assert qapp.clipboard().text().startswith("内部材料，不要发到群里\n")
    assert "优化" not in qapp.clipboard().text()
    assert "不要发到群里" in said(flow)


def test_each_hand_in_is_told_from_the_last(flow, workspace, tmp_path):
    write(workspace, "一")
    write(workspace, "二")
    flow.open()
    assert "还没有交过" in flow.page.history.text()
    handed = []
    flow.handed.connect(lambda: handed.append(True))
    flow.store_at(tmp_path / "意见.docx")
    assert "这是第1次交" in said(flow)
    assert "和上次交的一样" in flow.page.history.text()
    flow.store_at(tmp_path / "意见.pdf")
    assert "不算再交一次" in said(flow)
    assert pdf_back.read_back((tmp_path / "意见.pdf").read_bytes())[0] == 1
    one, two = workspace.comments.values()
    words = commenting.Words("建议", "一，改了")
    workspace.do(commenting.reword(one, words, change_id=clock.new_id(), now=clock.now()))
    workspace.do(commenting.withdraw(two, change_id=clock.new_id(), now=clock.now()))
    write(workspace, "三")
    write(workspace, "四")
    flow.open()
    assert "（第1次）。这次比上次多 2 条，改 1 条，撤回 1 条。" in flow.page.history.text()
    sides = {row.text: (row.head, row.side) for row in rows(flow) if row.id}
    assert sides["一，改了"] == ("国1", "交过，又改了")
    assert sides["三"] == ("国3", "没交过")
    flow.page.copy_button.click()
    assert "这是第2次交" in said(flow)
    assert {row.side for row in rows(flow) if row.id} == {"已交（第2次）"}
    assert "（第2次交）" in on_pages(flow)
    assert len(handed) == 3


def test_a_hand_in_of_another_day_is_named_by_its_day(flow, workspace, monkeypatch):
    then = datetime(2026, 2, 27, 9, 41).astimezone().isoformat()
    monkeypatch.setattr(clock, "now", lambda: then)
    write(workspace, "一")
    flow.open()
    flow.page.copy_button.click()
    assert "和上次交的一样（2月27日 09:41，第1次）" in flow.page.history.text()


def test_numbers_that_cannot_be_kept_let_nothing_out(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    small = tmp_path / "small"
    small.write_bytes(b"x")
    with full_disk(small):
        flow.store_at(tmp_path / "意见.docx")
    assert not (tmp_path / "意见.docx").exists()
    assert said(flow)
    flow.store_at(tmp_path / "意见.docx")
    assert (tmp_path / "意见.docx").exists()


def test_a_place_that_cannot_be_written_gets_a_reason_and_another_name(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    target = tmp_path / "A&B <b>意见.docx"
    target.mkdir()
    flow.store_at(target)
    box = asked(flow)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "是一个文件夹" in box.text()
    assert said(flow) == box.text()
    again = button(box, "存成")
    assert again.text() == "存成“A&&B <b>意见(2).docx”"
    again.click()
    assert (tmp_path / "A&B <b>意见(2).docx").is_file()
    assert "已存好" in said(flow)


def test_a_full_disk_leaves_the_file_that_was_there(flow, workspace, tmp_path):
    write(workspace, "一")
    target, small = tmp_path / "意见.docx", tmp_path / "small"
    target.write_bytes(b"before")
    small.write_bytes(b"x")
    flow.open()
    flow.copy()  # the numbers are kept
    with full_disk(small):
        flow.store_at(target)
        assert "磁盘满了" in asked(flow).text()
    assert target.read_bytes() == b"before"
    assert sorted(file.name for file in tmp_path.glob("*.docx")) == ["意见.docx"]
    button(asked(flow), "先不存").click()


def test_another_place_is_asked_for_in_chinese(flow, workspace, tmp_path, qapp):
    write(workspace, "一")
    flow.open()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    flow.store_at(tmp_path / "没有" / "意见.docx")
    button(asked(flow), "换个地方存").click()
    (dialog,) = flow.page.findChildren(QFileDialog)
    assert dialog.defaultSuffix() == "docx"
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    for label in (QFileDialog.DialogLabel.LookIn, QFileDialog.DialogLabel.FileType):
        assert not dialog.labelText(label).isascii()
    (name,) = [Path(chosen).name for chosen in dialog.selectedFiles()]
    assert name == "意见.docx"
    dialog.fileSelected.emit(str(tmp_path / "意见.docx"))
    dialog.close()
    assert (tmp_path / "意见.docx").is_file()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_the_page_is_filled_anew_each_time(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    flow.store_at(tmp_path / "意见.docx")
    flow.page.close_button.click()
    write(workspace, "二")
    flow.open()
    assert flow.page.head.text() == "要交 2 条意见"
    assert flow.page.result_label.isHidden()
    assert flow.page.folder_button.isHidden()


@pytest.fixture
def homes(monkeypatch, tmp_path, qapp):
    """Give the user a home with no folder in it; its file dialogs are Qt's own."""
    home = tmp_path / "家"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield home
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def proposed(flow) -> Path:
    """Return the file that the open file dialog proposes, and close it."""
    (dialog,) = [each for each in flow.page.findChildren(QFileDialog) if each.isVisible()]
    (chosen,) = dialog.selectedFiles()
    dialog.close()
    return Path(chosen)


def test_a_folder_that_lets_nobody_write_offers_another_place(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
    flow.copy()  # the numbers are kept
    (homes / "只读").mkdir()
    with read_only(homes / "只读"):
        flow.store_at(homes / "只读" / "意见.docx")
    box = asked(flow)
    assert [each.text() for each in box.buttons() if "存成" in each.text()] == []
    assert box.defaultButton().text() == "换个地方存"
    box.defaultButton().click()
    assert proposed(flow) == homes / "意见.docx"


def test_another_place_is_first_the_documents_then_the_desktop(flow, workspace, homes):
    documents = Path(QStandardPaths.writableLocation(DOCUMENTS))
    desktop = Path(QStandardPaths.writableLocation(DESKTOP))
    if homes not in documents.parents or homes not in desktop.parents:
        pytest.skip("this system keeps these folders elsewhere")
    write(workspace, "一")
    flow.open()
    flow.ask_file()
    assert proposed(flow).parent == homes
    desktop.mkdir()
    flow.ask_file()
    assert proposed(flow).parent == desktop
    documents.mkdir()
    flow.ask_file()
    assert proposed(flow).parent == documents
    flow._on_refused(documents / "意见.docx", "不让写", None)
    button(asked(flow), "换个地方存").click()
    assert proposed(flow) == desktop / "意见.docx"


def test_a_full_disk_is_no_reason_for_another_name_on_it(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    flow.copy()  # the numbers are kept
    small = tmp_path / "small"
    small.write_bytes(b"x")
    with full_disk(small):
        flow.store_at(tmp_path / "意见.docx")
    assert asked(flow).defaultButton().text() == "换个地方存"


def test_the_dialog_begins_where_the_last_file_was_stored(flow, workspace, homes, tmp_path):
    write(workspace, "一")
    flow.open()
    flow.store_at(tmp_path / "上次.docx")
    flow.ask_file()
    assert proposed(flow) == tmp_path / "上次.docx"
    workspace.be(Person(clock.new_id(), "李四"))
    write(workspace, "二")
    flow.open()
    flow.ask_file()
    other = proposed(flow)
    assert other.parent == tmp_path
    assert "李四" in other.name, "another person's file is not proposed for replacing"


def test_a_name_that_is_no_word_file_is_not_proposed_again(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
    (homes / "会议").mkdir()
    flow.store_at(homes / "会议" / "意见.xlsx")
    button(asked(flow), "换个地方存").click()
    other = proposed(flow)
    assert other.name.startswith("代表审议意见")
    assert other.parent == homes / "会议", "the folder was no obstacle"


def test_a_folder_that_has_gone_is_not_proposed(flow, workspace, homes, tmp_path):
    write(workspace, "一")
    flow.open()
    stick = tmp_path / "优盘"
    stick.mkdir()
    flow.store_at(stick / "意见.docx")
    (stick / "意见.docx").unlink()
    stick.rmdir()
    flow.ask_file()
    assert proposed(flow) == homes / "意见.docx"


def test_no_page_is_larger_than_the_screen(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
    flow.ask_file()
    dialog = flow.page.findChild(QFileDialog)
    room = QApplication.primaryScreen().availableSize()
    for page in (dialog, flow.page):
        assert page.width() < room.width()
        assert page.height() < room.height()
    dialog.close()


def test_after_storing_the_folder_is_offered(flow, workspace, tmp_path, monkeypatch):
    write(workspace, "一")
    flow.open()
    page, opened = flow.page, []
    assert page.print_button.isDefault()
    assert not page.close_button.autoDefault(), "Enter prints, it does not close"
    assert page.folder_button.isHidden()
    flow.store_at(tmp_path / "意见.docx")
    assert said(flow).startswith("已存好，共 1 条")
    assert str(tmp_path / "意见.docx") in said(flow)
    assert not page.folder_button.isHidden()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page.folder_button.click()
    assert opened == [str(tmp_path)]


def test_without_a_printer_a_sentence_says_what_can_be_done(flow, workspace, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    write(workspace, "一")
    flow.open()
    flow.page.print_button.click()
    assert "没有找到打印机" in said(flow)
    assert flow.page.focusWidget() is flow.page.save_button
    assert flow._look().printed == (), "nothing is on paper yet"


def test_what_is_printed_is_what_was_seen_and_is_handed_in(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    printer = full_page("我的意见")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    flow.print_on(printer)
    assert "已交给打印机，共 1 页。请签名" in said(flow)
    assert [(it.ordinal, it.manner) for it in flow._look().hand_ins] == [(1, "打印")]
    assert "国1" in pdf_back.read_back((tmp_path / "纸.pdf").read_bytes())[1]


@pytest.fixture
def slow(workspace, qtbot):
    """Return a flow whose work is done in threads, as for users."""
    window = QMessageBox()
    qtbot.addWidget(window)
    workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    jobs = Jobs()
    made = HandInFlow(workspace, jobs, window)
    for text in ("一", "二"):
        write(workspace, text)
    made.open()
    qtbot.waitUntil(lambda: "二" in on_pages(made))
    yield made
    jobs.finish()
    made.page.close()


def clicks_first(flow, qtbot) -> None:
    """Click on the first opinion of the list."""
    view = flow.page.list
    at = view.visualRect(view.model_of_rows.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def is_busy(page) -> bool:
    offered = (page.print_button, page.save_button, page.copy_button)
    return page.cancel_button.isVisible() and not any(it.isVisible() for it in offered)


def printer_to(path) -> QPrinter:
    printer = full_page("我的意见")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_nothing_is_ticked_while_it_goes_out(slow, qtbot, tmp_path):
    for number, act in enumerate((slow.store_at, slow.print_on)):
        file = tmp_path / f"意见{number}.pdf"
        act(file if number == 0 else printer_to(file))
        clicks_first(slow, qtbot)
        slow.page.list.tick(1)  # as a screen reader might
        assert is_busy(slow.page)
        qtbot.waitUntil(lambda: not slow.page.is_busy)
        assert "以上共2条" in pdf_back.read_back(file.read_bytes())[1]
        hand_in = slow._look().last
        assert len(hand_in.contents) == 2, "what is on the paper is what was handed in"
        assert slow.page.head.text() == "要交 1 条意见"
        assert slow.page.list.isEnabled()
        clicks_first(slow, qtbot)
        assert slow.page.head.text() == "要交 2 条意见"


def test_a_page_closed_and_opened_again_goes_on_to_offer_nothing_but_to_cancel(
    slow, qtbot, tmp_path
):
    slow.store_at(tmp_path / "意见.pdf")
    slow.page.close()
    slow.open()
    assert is_busy(slow.page)
    assert slow.page.focusWidget() is slow.page.cancel_button
    slow.store_at(tmp_path / "另一份.pdf")
    slow.print_on(printer_to(tmp_path / "第三份.pdf"))
    qtbot.waitUntil(lambda: not slow.page.is_busy)
    assert not (tmp_path / "另一份.pdf").exists()
    assert not (tmp_path / "第三份.pdf").exists()
    assert slow.page.print_button.isVisible()


def test_what_is_printed_is_what_was_ticked_last(slow, qtbot, tmp_path):
    clicks_first(slow, qtbot)
    slow.print_on(printer_to(tmp_path / "纸.pdf"))  # before the pages are in sight
    qtbot.waitUntil(lambda: not slow.page.is_busy)
    assert "以上共1条" in pdf_back.read_back((tmp_path / "纸.pdf").read_bytes())[1]
    assert len(slow._look().last.contents) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine")
def test_a_printer_that_takes_nothing_is_no_hand_in(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    printer = full_page("我的意见")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "没有" / "纸.pdf"))
    flow.print_on(printer)
    assert "打印机没有接收" in said(flow)
    assert flow._look().hand_ins == ()


def test_a_low_window_keeps_the_list_and_the_three_buttons(flow, workspace, qapp):
    write(workspace, "一")
    flow.open()
    page = flow.page
    page.resize(1000, 400)
    qapp.processEvents()
    assert not page._more.isVisible()
    assert page.history.isVisible()
    flow.page.copy_button.click()
    assert not page.history.isVisible(), "what has just happened comes first"
    for button_ in (page.print_button, page.save_button, page.copy_button):
        assert button_.isVisible()
        assert button_.mapTo(page, button_.rect().bottomLeft()).y() < page.height()


def test_the_suffix_follows_the_kind_of_file(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
    flow.page.save_button.click()
    (dialog,) = [each for each in flow.page.findChildren(QFileDialog) if each.isVisible()]
    assert dialog.nameFilters() == ["Word 文件 (*.docx)", "PDF 文件 (*.pdf)"]
    dialog.selectNameFilter("PDF 文件 (*.pdf)")
    dialog.filterSelected.emit("PDF 文件 (*.pdf)")
    assert dialog.defaultSuffix() == "pdf"
    assert proposed(flow).suffix == ".pdf"
