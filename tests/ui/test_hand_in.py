"""交意见: what goes and what stays, the file stored, and what is offered when it is not."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import Person
from beiguan_desktop.formats import gongwen_docx
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.hand_in_flow import HandInFlow
from beiguan_desktop.ui.jobs import Jobs
from tests.journeys.surroundings import full_disk, read_only

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
DESKTOP = QStandardPaths.StandardLocation.DesktopLocation


@pytest.fixture
def flow(workspace, qtbot):
    window = QMessageBox()  # any widget to belong to
    qtbot.addWidget(window)
    return HandInFlow(workspace, Jobs(is_synchronous=True), window)


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


def shown(flow) -> str:
    return flow.page._list.toPlainText()


def asked(flow) -> QMessageBox:
    (box,) = [box for box in flow.page.findChildren(QMessageBox) if box.isVisible()]
    return box


def button(box, word: str):
    return next(b for b in box.buttons() if b.text().startswith(word))


def test_without_an_opinion_it_says_what_to_do(flow):
    flow.open()
    assert "还没有写意见" in shown(flow)
    assert not flow.page.save_button.isEnabled()
    assert "还没有写意见" in flow.page.save_button.toolTip()


def test_private_ones_and_those_of_others_stay_here(flow, workspace):
    workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    write(workspace, "交上去的话")
    write(workspace, "只给自己看的话", is_private=True)
    write(workspace, "李四的话", author=Person(clock.new_id(), "李四"))
    flow.open()
    assert "交上去的话" in shown(flow)
    assert "只给自己看的话" not in shown(flow)
    assert "李四的话" not in shown(flow)
    assert flow.page._head.text() == "要交 1 条意见"
    assert "仅自己可见的 1 条不在里面" in flow.page._notes.text()
    assert "还没有填姓名" not in flow.page._notes.text()


def test_only_private_ones_are_nothing_to_hand_in(flow, workspace):
    write(workspace, "只给自己看的话", is_private=True)
    flow.open()
    assert not flow.page.save_button.isEnabled()
    assert "仅自己可见的 1 条不在里面" in flow.page._notes.text()


def test_an_unsigned_one_can_be_stored_and_is_told(flow, workspace, tmp_path):
    write(workspace, "无名的话<b>&")
    flow.open()
    assert "还没有填姓名" in flow.page._notes.text()
    assert "无名的话<b>&" in shown(flow)
    target = tmp_path / "意见.docx"
    flow.store_at(target)
    assert any("无名的话<b>&" in line for line in gongwen_docx.read_back(target.read_bytes()))
    assert "已存好，共 1 条" in flow.page.result_label.text()
    assert str(target) in flow.page.result_label.text()
    assert not flow.page.folder_button.isHidden()


def test_a_place_that_cannot_be_written_gets_a_reason_and_another_name(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    target = tmp_path / "A&B <b>意见.docx"
    target.mkdir()
    flow.store_at(target)
    box = asked(flow)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "是一个文件夹" in box.text()
    assert flow.page.result_label.text() == box.text()
    again = button(box, "存成")
    assert again.text() == "存成“A&&B <b>意见(2).docx”"
    again.click()
    assert (tmp_path / "A&B <b>意见(2).docx").is_file()
    assert "已存好" in flow.page.result_label.text()


def test_a_full_disk_leaves_the_file_that_was_there(flow, workspace, tmp_path):
    write(workspace, "一")
    target, small = tmp_path / "意见.docx", tmp_path / "small"
    target.write_bytes(b"before")
    small.write_bytes(b"x")
    flow.open()
    with full_disk(small):
        flow.store_at(target)
        assert "磁盘满了" in asked(flow).text()
    assert target.read_bytes() == b"before"
    assert sorted(file.name for file in tmp_path.glob("*.docx")) == ["意见.docx"]
    assert flow.page.save_button.isEnabled()
    button(asked(flow), "先不存").click()


def test_another_place_is_asked_for_in_chinese(flow, workspace, tmp_path, qapp):
    write(workspace, "一")
    flow.open()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    flow.store_at(tmp_path / "没有" / "意见.docx")
    button(asked(flow), "换个地方存").click()
    (dialog,) = flow._window.findChildren(QFileDialog)
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
    assert flow.page._head.text() == "要交 2 条意见"
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
    (dialog,) = [each for each in flow._window.findChildren(QFileDialog) if each.isVisible()]
    (chosen,) = dialog.selectedFiles()
    dialog.close()
    return Path(chosen)


def test_a_folder_that_lets_nobody_write_offers_another_place(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
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
    flow._on_failed(documents / "意见.docx", "不让写", None)
    button(asked(flow), "换个地方存").click()
    assert proposed(flow) == desktop / "意见.docx"


def test_a_full_disk_is_no_reason_for_another_name_on_it(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
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
    flow.ask_file()
    other = proposed(flow)
    assert other.parent == tmp_path
    assert "李四" in other.name, "another person's file is not proposed for replacing"


def test_a_name_that_is_no_word_file_is_not_proposed_again(flow, workspace, homes):
    write(workspace, "一")
    flow.open()
    (homes / "会议").mkdir()
    flow.store_at(homes / "会议" / "意见.pdf")
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
    dialog = flow._window.findChild(QFileDialog)
    room = QApplication.primaryScreen().availableSize()
    for page in (dialog, flow.page):
        assert page.width() < room.width()
        assert page.height() < room.height()
    dialog.close()


def test_after_storing_the_folder_comes_first(flow, workspace, tmp_path):
    write(workspace, "一")
    flow.open()
    page = flow.page
    assert page.save_button.isDefault()
    assert not page.close_button.autoDefault(), "Enter stores, it does not close"
    flow.store_at(tmp_path / "意见.docx")
    assert page.result_label.text().startswith("✓ 已存好")
    assert (page.save_button.text(), page.save_button.property("role")) == ("再存一份", "flat")
    assert page.folder_button.property("role") == "main"
    assert page.folder_button.isDefault()
    assert page.folder_button.x() > page.save_button.x() > page.close_button.x()
    (tmp_path / "夹").mkdir()
    flow.store_at(tmp_path / "夹")
    assert page.save_button.text() == "存成 Word 文件"
    assert page.save_button.property("role") == "main"
    assert not page.folder_button.isVisible()
    assert "✓" not in page.result_label.text()


def test_the_sheet_is_shown_as_it_will_look(flow, workspace):
    workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    write(workspace, "交上去的话")
    flow.open()
    view = flow.page._list
    first = view.document().firstBlock()
    assert first.text() == "代表审议意见"
    assert first.blockFormat().alignment() & Qt.AlignmentFlag.AlignHCenter
    size = first.begin().fragment().charFormat().font().pointSizeF()
    assert size == 22
    heads = [block for block in blocks(view) if block.text().startswith("一、")]
    assert all(block.begin().fragment().charFormat().font().bold() for block in heads)
    opinion_block = next(block for block in blocks(view) if block.text().startswith("国1. "))
    assert opinion_block.blockFormat().textIndent() > 0
    assert opinion_block.blockFormat().topMargin() > 0
    assert view.verticalScrollBar().value() == 0


def blocks(view):
    block = view.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def test_no_row_is_broken_whatever_comes_below_it(flow, workspace):
    """A bar that appears once all is written takes room from the rows that were spread."""
    for number in range(12):
        write(workspace, f"第{number}条" * 12)
    flow.open()
    for _ in range(3):
        QApplication.processEvents()
    view = flow.page._list
    assert view.verticalScrollBar().isVisible()
    rows = [block for block in blocks(view) if "\t" in block.text()]
    assert len(rows) > 1
    assert [row.text() for row in rows if row.layout().lineCount() > 1] == []
