"""从表格录入: staff look at what a table holds, take it in, and take it back."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from beiguan_desktop.services import checking, clock, commenting
from beiguan_desktop.ui.dressing import wear
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.more_menu import switch_staff
from beiguan_desktop.ui.scale import STANDARD
from beiguan_desktop.ui.tables_flow import TablesFlow
from tests.formats import hostile
from tests.formats.made_tables import words as excel
from tests.formats.made_tables import xlsx
from tests.journeys.surroundings import full_disk
from tests.journeys.watching import watching

HEAD = ["姓名", "代表团", "段落", "原文", "意见", "改为", "备注"]
ROWS = [
    ["代表甲", "第三代表团", "52", "学位紧张难题", "写明学位数", "", ""],
    ["代表乙", "第三代表团", "50", "3000 人次以上", "", "7000 人次以上", ""],
    ["代表丙", "第一代表团", "64", "", "没有这一段", "", "补"],
    ["", "第一代表团", "", "", "没有姓名", "", ""],
]


@pytest.fixture
def staff(deputy):
    """Return somebody of a delegation's staff before the window."""
    deputy.starts()
    switch_staff(deputy.window, is_on=True)
    return deputy


def write(folder: Path, rows, name="意见表.csv") -> Path:
    text = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in [HEAD, *rows])
    (folder / name).write_bytes(text.encode("gb18030"))
    return folder / name


def the_dialog(staff) -> QFileDialog:
    (dialog,) = (it for it in staff.window.findChildren(QFileDialog) if it.isVisible())
    return dialog


def chooses_file(staff, path: Path) -> None:
    """Open the act in 更多 and name a file in the dialog."""
    staff.chooses("意见", "从表格录入……")
    dialog = the_dialog(staff)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(path))
    dialog.close()


def page(staff):
    return flow_of(staff.window, TablesFlow).page


def texts(staff) -> set[str]:
    return {it.text or it.replacement for it in staff.window.workspace.comments.values()}


def test_only_staff_are_offered_it(deputy):
    deputy.starts()
    assert "从表格录入……" not in deputy.reads_menu("意见")
    switch_staff(deputy.window, is_on=True)
    assert "从表格录入……" in deputy.reads_menu("意见")


def test_a_table_is_looked_at_taken_in_and_taken_back(staff, tmp_path):
    chooses_file(staff, write(tmp_path, ROWS))
    asked = page(staff)
    assert asked.isVisible()
    assert asked.head == "要录入 2 条意见"
    assert asked.notes == "2 行有问题，不录入。没有用到的列：备注。"
    shown = asked.list.toPlainText()
    assert "第4行：没有第64段：这份报告一共63段。" in shown
    assert "第5行：没有写姓名" in shown
    assert "代表乙（第三代表团）　修改：" in shown
    assert "将“3000人次以上”改为“7000人次以上”" in shown
    assert texts(staff) == set(), "nothing is written before it is wanted"
    staff.presses(asked.take_button)
    assert texts(staff) == {"写明学位数", "7000 人次以上"}
    assert asked.head == "已从表格录入 2 条意见"
    assert "改好" in asked.notes
    assert "要录入" not in asked.list.toPlainText()
    assert "没有写姓名" in asked.list.toPlainText()
    staff.presses(asked.close_button)
    assert staff.window.page.undo_bar.words == "已从表格录入 2 条意见"
    staff.presses(staff.window.page.undo_bar.button)
    assert texts(staff) == set()
    assert staff.window.page.undo_bar.words.startswith("撤销了：从表格录入")
    assert [it.name for it in staff.window.workspace.store.people()] == ["张建国"]
    staff.window.redo()
    assert len(texts(staff)) == 2


def test_the_same_table_again_adds_what_was_mended(staff, tmp_path):
    chooses_file(staff, write(tmp_path, ROWS[:3]))
    staff.presses(page(staff).take_button)
    mended = [ROWS[0], ROWS[1], [*ROWS[2][:2], "63", *ROWS[2][3:]]]
    staff.presses(page(staff).other_button)
    dialog = the_dialog(staff)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.fileSelected.emit(str(write(tmp_path, mended)))
    dialog.close()
    assert page(staff).head == "要录入 1 条意见"
    assert "2 条已经有了，不重复录" in page(staff).notes
    staff.presses(page(staff).take_button)
    assert not page(staff).isVisible(), "nothing is left to be mended"
    assert len(texts(staff)) == 3
    flow_of(staff.window, TablesFlow).read(write(tmp_path, mended))
    assert page(staff).head == "没有新的意见"
    assert not page(staff).take_button.isVisible()
    page(staff).close()
    staff.window.close()
    assert checking.check(staff.database).ok


def test_what_was_reworded_in_the_window_does_not_come_again(staff, tmp_path):
    spelt = ["代　表　甲", "", *ROWS[0][2:]]
    chooses_file(staff, write(tmp_path, ROWS[:1]))
    staff.presses(page(staff).take_button)
    one = staff.the_comment()
    words = commenting.Words("意见", "写明学位数，分学段写", reason="便于核对")
    staff.window.workspace.do(
        commenting.reword(one, words, change_id=clock.new_id(), now=clock.now())
    )
    assert texts(staff) == {"写明学位数，分学段写"}
    flow_of(staff.window, TablesFlow).read(write(tmp_path, [ROWS[0], spelt]))
    assert page(staff).head == "没有新的意见"


def test_what_was_recorded_names_who_recorded_it(staff, tmp_path):
    row = [*ROWS[0][:4], "写\u200b明学位数", "", ""]
    chooses_file(staff, write(tmp_path, [row]))
    assert page(staff).notes == "没有用到的列：备注。去掉了 1 个看不见的字符。"
    assert page(staff).focusWidget() is page(staff).take_button
    staff.qtbot.keyClick(page(staff).focusWidget(), Qt.Key.Key_Return)
    one = staff.the_comment()
    assert (one.author_name, one.recorder, one.manner) == ("代表甲", "张建国", "书面意见")
    assert one.origin == "table"


def test_a_file_that_is_no_table_is_told_on_the_page_and_another_can_be_chosen(staff, tmp_path):
    (tmp_path / "空.csv").write_bytes(b"")
    chooses_file(staff, tmp_path / "空.csv")
    assert (page(staff).head, page(staff).notes) == ("没有读成", "这个表格是空的。请换一个文件。")
    assert page(staff).other_button.isVisible()
    assert not page(staff).list.isVisible()


def test_an_excel_file_is_read_beside_the_window_which_lives_on(staff, qtbot, tmp_path):
    staff.window.jobs.is_synchronous = False
    file = tmp_path / "表.xlsx"
    file.write_bytes(
        xlsx(excel([HEAD, *[[*row[:4], f"{at}"] for at in range(50) for row in ROWS[:1]]]))
    )
    flow_of(staff.window, TablesFlow).read(file)
    assert page(staff).head == "正在读表格……"
    qtbot.waitUntil(page(staff).take_button.isVisible, timeout=20_000)
    assert page(staff).head == "要录入 50 条意见"
    staff.presses(page(staff).take_button)
    assert len(texts(staff)) == 50


def test_a_reading_can_be_cancelled_and_changes_nothing(staff, qtbot, tmp_path):
    staff.window.jobs.is_synchronous = False
    file = tmp_path / "慢.xlsx"
    file.write_bytes(hostile.slow_docx())
    flow_of(staff.window, TablesFlow).read(file)
    qtbot.wait(50)
    staff.presses(page(staff).close_button)
    assert not page(staff).isVisible()
    staff.window.jobs.wait()
    QApplication.processEvents()
    assert not page(staff).isVisible()
    assert texts(staff) == set()


def test_progress_is_told_and_not_after_it_is_cancelled(staff, qtbot, tmp_path):
    staff.window.jobs.is_synchronous = False
    flow = flow_of(staff.window, TablesFlow)
    flow.read(write(tmp_path, ROWS * 300))
    qtbot.waitUntil(lambda: "核对了" in page(staff).notes, timeout=20_000)
    stopped = flow._stop
    staff.presses(page(staff).close_button)
    page(staff).show_busy("别的")
    flow._on_went(stopped, 1, 2)
    assert page(staff).head == "正在读表格……"
    staff.window.jobs.wait()


def test_a_full_disk_leaves_the_list_and_it_can_be_tried_again(staff, tmp_path):
    rows = [[*ROWS[0][:4], f"第{at}条，{'字' * 200}", "", ""] for at in range(100)]
    chooses_file(staff, write(tmp_path, rows))
    with full_disk(staff.database):
        staff.presses(page(staff).take_button)
        assert page(staff).head == "没有录入"
        assert "磁盘" in page(staff).notes
        assert texts(staff) == set()
    staff.presses(page(staff).take_button)
    assert len(texts(staff)) == 100


def test_another_report_takes_the_page_away(staff, tmp_path):
    chooses_file(staff, write(tmp_path, ROWS))
    staff.window.workspace.show_report(staff.window.workspace.shown)
    assert not page(staff).isVisible()
    flow_of(staff.window, TablesFlow).take()
    assert texts(staff) == set()


def test_a_long_table_holds_nothing_up(staff, tmp_path):
    rows = [
        [f"代表{at % 40}", "", f"{1 + at % 63}", "", f"第{at}条意见", "", ""] for at in range(300)
    ]
    flow = flow_of(staff.window, TablesFlow)
    taking = flow._prepared(write(tmp_path, rows), flow._library(), Event())
    with watching() as watch:
        watch("shown", lambda: flow._show(taking))
        watch("taken in", flow.take)
        watch("taken back", staff.window.undo)
    assert texts(staff) == set()


def test_it_is_dressed_anew_with_everything_else(staff, tmp_path, qapp):
    chooses_file(staff, write(tmp_path, ROWS))
    before = page(staff).take_button.minimumHeight()
    try:
        wear(qapp, "dark", 22)
        assert page(staff).take_button.minimumHeight() > before
    finally:
        wear(qapp, "light", STANDARD)
