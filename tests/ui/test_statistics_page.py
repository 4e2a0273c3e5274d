"""统计 as a page: shown in place of the text, true while it is seen, stored as a picture."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import KINDS, WHOLE_REPORT, Person
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.statistics_rows import TOTAL, WHOLE
from beiguan_desktop.ui.theme import LIGHT
from tests.journeys.surroundings import full_disk, read_only

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def window(qtbot, tmp_path):
    result = MainWindow(tmp_path / "资料 库.db", jobs=Jobs(is_synchronous=True))
    qtbot.addWidget(result)
    result.resize(1440, 900)
    result.show()
    result.open()
    result.workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    result.show_hall()
    yield result
    result._is_giving_up = True
    result.close()


def write(window, number: int | None, kind: str = "建议") -> str:
    workspace = window.workspace
    anchor = WHOLE_REPORT
    if number is not None:
        anchor = paragraph(workspace.report, workspace.report.paragraphs[number].ordinal)
    change = commenting.add(
        workspace.report,
        anchor,
        commenting.Words("建议", "写明。"),
        author=workspace.me,
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    last = change.edits[-1]
    act = "修改" if kind == "修改" else ""
    after = replace(last.after, kind=kind, act=act, replacement="新的话" if act else "")
    assert workspace.do(replace(change, edits=(*change.edits[:-1], replace(last, after=after))))
    return after.id


def opened(window):
    window.status.count_button.click()
    settle()
    return window.statistics.page


def settle():
    for _ in range(4):
        QApplication.processEvents()


def total(page) -> int:
    model = page.model
    return model.index(model.rowCount() - 1, model.columnCount() - 1).data()


def test_the_window_alone_loads_no_charts(tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from beiguan_desktop.ui import app\n"
        "run = app.application()\n"
        "from beiguan_desktop.ui.main_window import MainWindow\n"
        "window = MainWindow(Path(sys.argv[1]))\n"
        "window.show()\n"
        "window.open()\n"
        "window.show_hall()\n"
        "run.processEvents()\n"
        "print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])\n"
        "window.open_statistics()\n"
        "print(window.statistics, window.rooms.currentWidget() is window.page)\n"
        "while window.statistics is None:\n"
        "    run.processEvents()\n"
        "print(window.statistics.page.isVisible())\n"
        "print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])\n"
        "window.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(tmp_path / "库.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["[]", "None True", "True", "['pyqtgraph', 'numpy']"]
    assert done.stderr == ""


def test_without_an_opinion_the_page_says_what_to_do(window):
    page = opened(window)
    assert page.isVisible()
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    assert not page.sheet.opinions.isVisible()
    assert page.sheet.reading.isVisible()
    assert page.back_button.hasFocus()
    assert "还没有意见" in page.empty.accessibleName()
    page.save_button.click()
    assert "还没有意见" in page.result.accessibleName()


def test_the_page_follows_every_change_while_it_is_seen(window):
    write(window, 3)
    page = opened(window)
    assert page.table.hasFocus()
    assert total(page) == 1
    write(window, 40, "询问")
    assert total(page) == 2
    assert list(page.sheet.opinions.bars) == ["建议", "询问"]
    window.undo()
    assert total(page) == 1
    window.undo()
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    window.redo()
    assert total(page) == 1
    assert page.sheet.opinions.isVisible()


def test_the_page_rests_while_it_is_not_seen_and_is_true_when_it_comes_back(window):
    write(window, 3)
    page = opened(window)
    window.rooms.show_text()
    write(window, 4)
    assert total(page) == 1
    assert window.statistics._is_stale
    opened(window)
    assert total(page) == 2
    assert not window.statistics._is_stale


def test_the_row_that_was_current_stays_so(window, qtbot):
    write(window, 3)
    page = opened(window)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 2
    write(window, 60)
    assert page.table.currentIndex().row() == 2


def test_the_page_follows_the_keys_down_the_table(window, qtbot):
    for number in range(1, 60, 3):
        write(window, number)
    window.resize(1024, 640)
    page = opened(window)
    for _ in range(page.model.rowCount() - 1):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
        row = page.table.visualRect(page.table.currentIndex())
        port = page.area.viewport()
        top = page.table.viewport().mapTo(page.area.widget(), row.topLeft()).y()
        top -= page.area.verticalScrollBar().value()
        assert top >= 0
        assert top + row.height() <= port.height()


def test_a_draft_is_told_and_not_counted(window, qtbot):
    write(window, 3)
    window.reading.writing.choose(WHOLE_REPORT)
    window.page.panel.editor.words_box.setPlainText("没写完")
    assert "其中草稿 1 条" in window.status.count_button.text()
    page = opened(window)
    assert total(page) == 1
    assert "1 条草稿" in page.drafts.text()
    assert page.drafts.isVisible()
    window.rooms.show_text()
    assert window.page.panel.editor.words_box.toPlainText() == "没写完"


def test_there_are_three_ways_back(window, qtbot):
    write(window, 3)
    for act in (
        lambda page: page.back_button.click(),
        lambda page: qtbot.keyClick(page.table, Qt.Key.Key_Escape),
        lambda _page: window.top_bar.reading_tab.click(),
    ):
        page = opened(window)
        assert not window.page.isVisible()
        assert not window.top_bar.reading_tab.isChecked()
        act(page)
        assert window.page.isVisible()
        assert window.page.view.hasFocus()
        assert window.top_bar.reading_tab.isChecked()


def test_escape_leads_back_from_the_status_line_too(window, qtbot):
    opened(window)
    window.status.person_button.setFocus()
    qtbot.keyClick(window.status.person_button, Qt.Key.Key_Escape)
    assert window.page.view.hasFocus()


@pytest.mark.parametrize("name", ["whole_report", "next", "next_pane", "kind_2"])
def test_what_is_done_to_the_text_is_done_in_sight_of_it(window, name):
    write(window, 3)
    opened(window)
    window.actions_by_name[name].trigger()
    assert window.page.isVisible()


def test_a_click_on_a_bar_leads_to_the_section(window, qtbot):
    write(window, 50)
    page = opened(window)
    chart = page.sheet.opinions
    rows = [row for row in range(page.model.rowCount()) if page.model.index(row, 0).data()]
    row = next(r for r in rows if page.model.index(r, 0).data().startswith("（六）惠民生"))
    unit = page.model.row(page.model.index(row, 0)).unit
    chart.chosen.emit(row)
    assert window.page.isVisible()
    assert window.page.view.top_place()[0] == unit
    assert window.reading.writing.anchor.unit == unit
    page = opened(window)
    page.sheet.reading.chosen.emit(3)
    part = window.workspace.report.units[window.page.view.top_place()[0]]
    assert part.text.startswith("四、")


def test_the_first_row_leads_to_the_whole_report(window, qtbot):
    write(window, None)
    page = opened(window)
    assert page.model.index(0, 0).data() == WHOLE
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.page.isVisible()
    assert window.reading.writing.anchor == WHOLE_REPORT


def test_another_report_has_its_own_numbers(window, tmp_path):
    write(window, 3)
    page = opened(window)
    assert total(page) == 1
    first = window.workspace.report.id
    file = tmp_path / "另一份.txt"
    file.write_text("政府工作报告\n各位代表：\n这一段是另一份报告的正文，请予审议。\n", "utf-8")
    window.import_report(file)
    assert page.isVisible()
    assert page.empty.isVisible()
    assert "全文已读 0%" in page.sheet.sentence.text()
    assert not page.sheet.reading.isVisible(), "it has no parts"
    window.change_report(first)
    assert total(page) == 1
    assert page.sheet.reading.isVisible()


def test_reading_is_told_in_a_sentence(window):
    reading, report = window.reading, window.workspace.report
    page = opened(window)
    assert "全文已读 0%" in page.sheet.sentence.text()
    assert "约剩" in page.sheet.sentence.text()
    reading.marks.mark({unit.ordinal for unit in report.paragraphs.values()})
    assert page.sheet.sentence.text() == "全文已经读完。"


def test_no_time_of_reading_counts_behind_the_page(window):
    assert window.reading.time.timer.isActive() == window.isActiveWindow()
    opened(window)
    assert not window.reading.time.timer.isActive()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1440, 900), (1920, 1080)])
@pytest.mark.parametrize("kinds", [KINDS[:1], KINDS])
def test_everything_has_room_in_every_window(window, size, kinds):
    for at in range(28):
        write(window, 1 + (at * 9) % 63, kinds[at % len(kinds)])
    page = opened(window)
    for other in ((1440, 900), size):  # the way a window grows and shrinks
        window.resize(*other)
        settle()
    assert (page.width(), window.width()) == (size[0], size[0])
    room = page.area.viewport().width()
    sheet = page.sheet.mapTo(page, page.sheet.rect().topLeft()).x()
    table = page.table.mapTo(page, page.table.rect().topLeft()).x()
    assert sheet >= 0
    assert max(sheet + page.sheet.width(), table + page.table.width()) <= room
    label = page.result
    page.tell(f"已存好：{'很长的文件夹/' * 12}图.png", is_done=True)
    settle()
    assert window.width() == size[0]
    assert label.height() >= label.heightForWidth(label.width())
    if kinds is KINDS:
        assert (table > sheet + page.sheet.width()) == (size[0] >= 1366)
    chart = page.sheet.opinions
    assert chart.height() == round(chart._bottom) + 32
    assert chart.plotItem.vb.height() == pytest.approx(chart._bottom)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width())
    for bar in (page.table.verticalScrollBar(), page.table.horizontalScrollBar()):
        assert not bar.isVisible()


def test_many_opinions_get_the_whole_width_and_the_table_goes_below(window):
    for at in range(60):
        write(window, 29 + at % 30, KINDS[at % 7])
    page = opened(window)
    assert page.sheet.opinions.scale >= 8
    assert page.table.mapTo(page, page.table.rect().topLeft()).x() == 24
    assert page.sheet.width() > 1300


# -- the picture


def test_the_picture_is_whole_and_twice_as_sharp(window, tmp_path):
    for at, kind in enumerate(KINDS):
        write(window, 9 * at + 1, kind)
    page = opened(window)
    target = tmp_path / "图 100%.png"
    window.statistics.store_at(target)
    assert page.result.accessibleName() == f"✓ 已存好：{target}"
    image = QImage(str(target))
    assert image.width() == 2 * (page.sheet.width() + 64)
    assert image.height() > 2 * page.sheet.height()
    seen = {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }
    assert {LIGHT.paper, *LIGHT.kinds.values()} <= seen
    assert image.pixelColor(1, 1).name().upper() == LIGHT.paper
    assert image.pixelColor(image.width() - 2, image.height() - 2).name().upper() == LIGHT.paper


def test_what_cannot_be_stored_is_refused_in_words(window, tmp_path):
    write(window, 3)
    page = opened(window)
    (tmp_path / "图.png").write_bytes(b"before")
    (tmp_path / "夹.png").mkdir()
    (tmp_path / "只读").mkdir()
    small = tmp_path / "small"
    small.write_bytes(b"x")
    window.statistics.store_at(tmp_path / "图.jpg")
    assert page.result.accessibleName().startswith("△ 图片只能存成 .png")
    window.statistics.store_at(tmp_path / "夹.png")
    assert "是一个文件夹" in page.result.accessibleName()
    window.statistics.store_at(tmp_path / "没有" / "图.png")
    assert "这个文件夹" in page.result.accessibleName()
    with read_only(tmp_path / "只读"):
        window.statistics.store_at(tmp_path / "只读" / "图.png")
    assert "不让写" in page.result.accessibleName()
    with full_disk(small):
        window.statistics.store_at(tmp_path / "图.png")
    assert "磁盘满了" in page.result.accessibleName()
    assert (tmp_path / "图.png").read_bytes() == b"before"
    assert page.save_button.isEnabled()


def test_the_place_is_asked_for_in_chinese_and_remembered(window, tmp_path, qapp):
    write(window, 3)
    page = opened(window)
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    page.save_button.click()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "把图存成图片"
    assert dialog.defaultSuffix() == "png"
    (name,) = [Path(chosen).name for chosen in dialog.selectedFiles()]
    assert name.startswith("意见统计_")
    assert name.endswith(".png")
    dialog.fileSelected.emit(str(tmp_path / "甲.png"))
    dialog.close()
    dialog.deleteLater()
    settle()
    assert (tmp_path / "甲.png").is_file()
    window.statistics.ask_picture()
    again = [each for each in window.findChildren(QFileDialog) if each.isVisible()][-1]
    assert Path(again.selectedFiles()[0]).parent == tmp_path
    again.close()
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_the_count_leads_nowhere_while_the_first_page_asks(qtbot, tmp_path):
    window = MainWindow(tmp_path / "库.db", jobs=Jobs(is_synchronous=True))
    qtbot.addWidget(window)
    window.show()
    window.open_statistics()
    window.open()
    window.open_statistics()
    assert window.statistics is None
    window.close()


def test_the_sum_stands_last(window):
    write(window, 3)
    page = opened(window)
    assert page.model.index(page.model.rowCount() - 1, 0).data() == TOTAL
