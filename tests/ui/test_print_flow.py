"""打印 and 大字稿: the pages, the file, the printer, and what is said when one of them fails."""

from itertools import groupby
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox

from beiguan_desktop.formats import gongwen_docx, pdf_back
from beiguan_desktop.ui.dialogs.print_report import SIZES
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.print_flow import PrintFlow
from beiguan_desktop.ui.printer_choice import chosen_pages, full_page
from tests.journeys.surroundings import read_only


@pytest.fixture
def flow(workspace, qtbot):
    window = QMessageBox()  # any widget to belong to
    qtbot.addWidget(window)
    made = PrintFlow(workspace, Jobs(is_synchronous=True), window)
    yield made
    made.page.close()


@pytest.fixture
def slow(workspace, qtbot):
    """A flow whose work goes on beside the window, as in the program."""
    window = QMessageBox()
    qtbot.addWidget(window)
    jobs = Jobs()
    made = PrintFlow(workspace, jobs, window)
    yield made
    made.page.close()
    jobs.finish()


def said(flow) -> str:
    return flow.page.result_label.accessibleName().lstrip("✓△ ")


def to_file(path: Path, *, first=0, last=0) -> QPrinter:
    """Return a printer that leaves its pages in a file."""
    printer = full_page("政府工作报告")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)
    return printer


def test_each_size_is_seen_at_once(flow):
    flow.open(22)
    page, counts = flow.page, []
    assert page.sizes.checkedId() == 22
    for points, _, _ in SIZES:
        page.sizes.button(points).click()
        counts.append(page.preview.count)
        assert page.place.text() == f"第 1 页，共 {page.preview.count} 页"
    assert counts == sorted(set(counts))
    assert "段号" in page.margins.text()
    assert "原件" in page.margins.text()


def test_the_size_is_kept_and_the_act_that_was_meant_has_the_focus(flow, qtbot):
    flow.open()
    assert flow.page.sizes.checkedId() == 16
    assert flow.page.focusWidget() is flow.page.print_button
    flow.page.close()
    flow.open(22)
    assert flow.page.focusWidget() is flow.page.pdf_button
    flow.page.close()
    flow.open()
    assert flow.page.sizes.checkedId() == 22


def test_pages_are_turned_by_buttons_and_keys(flow, qtbot):
    flow.open(28)
    page = flow.page
    assert not page.back_button.isEnabled()
    qtbot.mouseClick(page.on_button, Qt.MouseButton.LeftButton)
    assert page.place.text().startswith("第 2 页")
    for key, place in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, page.preview.count - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
    ):
        qtbot.keyClick(page.preview, key)
        assert page.preview.place == place
    qtbot.keyClick(page.pdf_button, Qt.Key.Key_PageDown)
    assert page.preview.place == 2
    qtbot.keyClick(page.pdf_button, Qt.Key.Key_PageUp)
    assert page.preview.place == 1
    qtbot.mouseClick(page.larger_button, Qt.MouseButton.LeftButton)
    assert not page.larger_button.isEnabled()
    qtbot.mouseClick(page.smaller_button, Qt.MouseButton.LeftButton)
    assert not page.smaller_button.isEnabled()


def test_arrow_keys_go_through_the_sizes(flow, qtbot):
    flow.open(18)
    flow.page.sizes.button(18).setFocus()
    qtbot.keyClick(flow.page.sizes.button(18), Qt.Key.Key_Down)
    qtbot.keyClick(flow.page.sizes.button(22), Qt.Key.Key_Space)
    assert flow._points == 22


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_the_file_is_stored_and_named(flow, tmp_path, suffix):
    flow.open(22)
    path = tmp_path / f"大字 稿{suffix}"
    flow.store_at(path)
    assert said(flow) == f"已存好：{path}"
    assert not flow.page.cancel_button.isVisible()
    data = path.read_bytes()
    if suffix == ".pdf":
        assert pdf_back.read_back(data)[0] == flow.page.preview.count
    else:
        assert "第63段" in "".join(gongwen_docx.read_back(data))


def test_the_next_name_and_folder_are_those_of_the_last_file(flow, tmp_path, monkeypatch):
    home = tmp_path / "文档"
    home.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(home))
    flow.open(22)
    flow.ask_file(".pdf")
    dialog = flow.page.findChild(QFileDialog)
    assert dialog.selectedFiles() == [str(home / "政府工作报告_审议稿_大字稿.pdf")]
    dialog.reject()
    other = tmp_path / "别处"
    other.mkdir()
    flow.store_at(other / "甲.pdf")
    flow.ask_file(".pdf")
    dialogs = [d for d in flow.page.findChildren(QFileDialog) if d.isVisible()]
    assert dialogs[0].selectedFiles() == [str(other / "甲.pdf")]
    dialogs[0].reject()


def test_a_name_that_is_taken_leads_to_the_next_one(flow, tmp_path):
    (tmp_path / "稿.pdf").mkdir()
    flow.open(22)
    flow.page.pdf_button.setFocus()
    flow.store_at(tmp_path / "稿.pdf")
    assert "是一个文件夹" in said(flow)
    assert flow.page.result_label.text().startswith("△")
    flow.ask_file(".pdf")
    dialog = next(d for d in flow.page.findChildren(QFileDialog) if d.isVisible())
    assert dialog.selectedFiles() == [str(tmp_path / "稿(2).pdf")]
    dialog.reject()


def test_a_folder_that_takes_no_file_is_told(flow, tmp_path):
    closed = tmp_path / "锁"
    closed.mkdir()
    flow.open(22)
    with read_only(closed):
        flow.store_at(closed / "稿.pdf")
    assert "不让写" in said(flow)
    assert flow.page.print_button.isVisible()


# -- paper


def test_without_a_printer_a_sentence_says_what_can_be_done(flow, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    flow.open()
    flow.page.print_button.click()
    assert "没有找到打印机" in said(flow)
    assert "存成 PDF" in said(flow)
    assert flow.page.focusWidget() is flow.page.pdf_button


def test_with_a_printer_it_is_asked_which_pages(flow, monkeypatch, qtbot):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["办公室"])
    flow.open(22)
    flow.page.print_button.click()
    dialog = flow.page.findChild(QPrintDialog)
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, flow.page.preview.count)
    assert dialog.windowTitle() == "打印"
    dialog.reject()
    assert not flow.page.result_label.isVisible()


def test_what_is_printed_is_what_was_seen(flow, tmp_path):
    flow.open(22)
    flow.print_on(to_file(tmp_path / "纸.pdf"))
    count = flow.page.preview.count
    assert said(flow) == f"已交给打印机，共 {count} 页。"
    document = pypdfium2.PdfDocument(tmp_path / "纸.pdf")
    assert len(document) == count
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = document[0].get_textpage()
    left = min(text.get_charbox(at)[0] for at in range(text.count_chars()))
    assert left > 10 * 72 / 25.4
    text.close()
    document.close()


def test_only_the_chosen_pages_are_printed(flow, tmp_path):
    flow.open(16)
    flow.print_on(to_file(tmp_path / "纸.pdf", first=3, last=4))
    document = pypdfium2.PdfDocument(tmp_path / "纸.pdf")
    assert len(document) == 2
    assert "— 3 —" in document[0].get_textpage().get_text_bounded()
    document.close()
    assert chosen_pages(to_file(tmp_path / "x", first=0), "abc") == "abc"


@pytest.mark.qt_log_ignore("QPainter::begin", "QPdfEngine")
def test_a_printer_that_takes_nothing_is_told(flow, tmp_path):
    flow.open(16)
    flow.print_on(to_file(tmp_path / "没有" / "纸.pdf"))
    assert "打印机没有接收" in said(flow)


# -- beside the window


def test_the_pages_come_while_the_window_goes_on(slow, qtbot):
    slow.open(22)
    assert slow.page.preview.count == 0
    slow._choose(28)
    qtbot.waitUntil(lambda: slow.page.preview.count > 0)
    slow._jobs.wait()
    qtbot.waitUntil(lambda: slow.page.preview.count == len(slow._set))
    assert slow.page.sizes.checkedId() == 28


@pytest.fixture
def at_once(slow, monkeypatch):
    """Do something when the work has been begun and none of it is done yet."""

    def arrange(act):
        run = slow._jobs.run

        def begin(*what):
            act()
            run(*what)

        monkeypatch.setattr(slow._jobs, "run", begin)

    return arrange


def test_storing_can_be_cancelled_and_leaves_nothing(slow, qtbot, tmp_path, at_once):
    page = slow.page
    slow.open(22)
    qtbot.waitUntil(lambda: page.preview.count > 0)
    page.pdf_button.setFocus()
    seen = []

    def cancel():
        seen.append((page.cancel_button.isVisible(), page.print_button.isVisible()))
        page.cancel_button.click()

    at_once(cancel)
    slow.store_at(tmp_path / "稿.pdf")
    qtbot.waitUntil(page.print_button.isVisible)
    assert seen == [(True, False)]
    assert said(slow) == "已取消，没有存。"
    assert list(tmp_path.glob("*.pdf")) == []
    assert page.focusWidget() is page.pdf_button


def test_printing_can_be_cancelled_by_closing_the_page(slow, qtbot, tmp_path, at_once):
    slow.open(28)
    qtbot.waitUntil(lambda: slow.page.preview.count > 0)
    at_once(slow.page.reject)
    slow.print_on(to_file(tmp_path / "纸.pdf"))
    qtbot.waitUntil(lambda: slow._stop is None)
    assert said(slow) == "已取消，没有打印完。"


def test_progress_is_told_in_pages(slow, qtbot, tmp_path):
    slow.open(22)
    qtbot.waitUntil(lambda: slow.page.preview.count > 0)
    with qtbot.waitSignal(slow._progressed):
        slow.store_at(tmp_path / "稿.pdf")
    qtbot.waitUntil(lambda: "已存好" in said(slow))
    slow._on_progress(1, 2)
    assert "已存好" in said(slow), "what comes late is not told any more"


def test_another_report_closes_the_page(flow, workspace):
    flow.open()
    assert flow.page.isVisible()
    workspace.show_report(workspace.report.id)
    assert not flow.page.isVisible()


def strip_words(page) -> list[str]:
    turning = (page.back_button, page.on_button, page.smaller_button, page.larger_button)
    return [button.text() for button in turning]


def test_where_the_window_is_narrow_the_strip_gives_up_words_one_pair_after_the_other(flow, qapp):
    flow.open(22)
    page = flow.page
    seen = []
    for width in range(1400, 680, -10):
        page.resize(width, 700)
        qapp.processEvents()
        seen.append(strip_words(page))
        right = page.larger_button.mapTo(page, page.larger_button.rect().topRight()).x()
        assert right < page.width()
        assert page.place.width() >= page.place.sizeHint().width()
    everything = ["上一页", "下一页", "缩小", "放大"]
    steps = [words for words, _ in groupby(seen)]
    assert steps == [everything, ["", "", *everything[2:]], [""] * 4]
    assert page.on_button.accessibleName() == "下一页"


def test_the_choices_end_where_the_buttons_do_also_when_they_scroll(flow, qapp):
    flow.open(22)
    page = flow.page
    for height in (900, 420):
        page.resize(1200, height)
        qapp.processEvents()
        rows = {row.mapTo(page, row.rect().topRight()).x() for row in page.sizes.buttons()}
        assert rows == {page.print_button.mapTo(page, page.print_button.rect().topRight()).x()}


def test_what_is_printed_before_its_pages_are_in_sight_is_the_size_chosen_last(
    slow, tmp_path, qtbot
):
    slow.open(22)
    slow._choose(28)
    printer = full_page("报告")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    slow.set_now()
    assert slow._set, "asking for the printer does not pass in silence"
    slow.print_on(printer)
    qtbot.waitUntil(lambda: not slow.page.is_busy)
    assert (tmp_path / "纸.pdf").exists()
    assert slow.page.preview.count == len(slow._set)
