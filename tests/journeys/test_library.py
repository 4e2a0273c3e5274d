"""资料库: the reports of two meetings side by side; opened, described, hidden and brought back."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.correction import Merge
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.compare_flow import CompareFlow
from beiguan_desktop.ui.library_flow import LibraryFlow
from beiguan_desktop.ui.library_model import Role
from beiguan_desktop.ui.preview_flow import PreviewFlow
from beiguan_desktop.ui.replacing_flow import ReplacingFlow
from tests.journeys.surroundings import read_only

FIFTH, SIXTH = "北关区第七届人民代表大会第五次会议", "北关区第七届人民代表大会第六次会议"
REPORTS = (
    ("法院2025.txt", "北关区人民法院工作报告", FIFTH, "2025年1月9日", "审判执行工作稳步推进，"),
    ("预算2025.txt", "关于北关区2025年财政预算草案的报告", FIFTH, "2025年1月8日", "收支总体平衡，"),
    ("政府2025.txt", "政府工作报告", FIFTH, "2025年1月8日", "城市更新步伐加快，"),
    ("征求意见稿.txt", "政府工作报告", SIXTH, "2026年1月8日", "民生持续改善，"),
    ("审议稿.txt", "政府工作报告", SIXTH, "2026年1月8日", "民生持续明显改善，结构更优，"),
    ("检察院2026.txt", "北关区人民检察院工作报告", SIXTH, "2026年1月9日", "法律监督扎实，"),
)
CTRL = Qt.KeyboardModifier.ControlModifier


def text_of(title, meeting, day, body):
    return (
        f"{title}\n——{day}在{meeting}上\n各位代表：\n一、过去一年工作\n"
        f"{body}完成了年初确定的各项任务，成效明显。\n二、今年工作安排\n"
        f"今年要做好各项工作，{body}取得新的进展。\n各位代表！让我们团结一心，努力奋斗！\n"
    )


@pytest.fixture
def librarian(deputy, tmp_path):
    """Return somebody whose library holds the shipped report and those of two meetings."""
    deputy.starts()
    for name, *facts in REPORTS:
        file = tmp_path / name
        file.write_text(text_of(*facts), "utf-8")
        deputy.window.import_report(file)
    return deputy


def page_of(deputy):
    return deputy.window.findChild(LibraryFlow).page


def goes_to_library(deputy):
    deputy.chooses("报告", "资料库")
    page = page_of(deputy)
    assert page.isVisible()
    return page


def rows(page):
    return [page.model.index(at).data(Role.ROW) for at in range(page.model.rowCount())]


def files(page):
    return [row.report.file for row in rows(page)]


def stands_on(page, file):
    page.list.stand_on(next(it.report.id for it in rows(page) if it.report.file == file))


def presses(deputy, page, words):
    """Press a button that can be seen by what stands on it."""
    (button,) = (it for it in page.buttons() if it.text() == words)
    deputy.presses(button)


def makes_edition(deputy, page, newer, older):
    """Say by the form that a report is another edition of one."""
    stands_on(page, newer)
    presses(deputy, page, "改说明")
    choice = page.form.older
    deputy.presses(choice)
    menu = choice.menu_of_choices
    (line,) = (it for it in menu.actions() if older in it.text())
    line.trigger()
    menu.close()
    presses(deputy, page, "完成")


def bar_says(deputy):
    return deputy.window.top_bar.name.title.text()


def test_menu_key_and_the_reports_name_lead_to_the_library_and_esc_back(librarian):
    page = goes_to_library(librarian)
    librarian.key(Qt.Key.Key_Escape)
    assert librarian.window.page.isVisible()
    librarian.key(Qt.Key.Key_L, CTRL)
    assert page.isVisible()
    assert page.list.hasFocus()
    presses(librarian, page, "回到报告")
    librarian.presses(librarian.window.top_bar.name)
    assert page.isVisible()
    assert page.list.current.report.id == librarian.window.workspace.shown


def test_reports_lie_side_by_side_by_meeting(librarian):
    page = goes_to_library(librarian)
    assert page.title.text() == "资料库　7 份"
    shown = [tab.text() for tab in page.tabs.tabs]
    assert shown[0] == "全部 7"
    assert "北关区第七届人大第六次会议 3" in shown
    librarian.presses(page.tabs.tabs[shown.index("北关区第七届人大第五次会议 3")])
    assert files(page) == ["政府2025.txt", "预算2025.txt", "法院2025.txt"]
    librarian.presses(page.tabs.tabs[0])
    assert len(files(page)) == 7


def test_a_row_says_what_the_report_is_and_which_one_is_open(librarian):
    page = goes_to_library(librarian)
    stands_on(page, "检察院2026.txt")
    index = page.list.currentIndex()
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("现在打开的，北关区人民检察院工作报告，")
    assert "2026年1月9日" in said
    assert SIXTH in said
    assert page.about.facts["会议"][1].text() == SIXTH
    assert page.about.acts["open"].text() == "接着看"


def test_a_report_is_opened_by_a_double_click(librarian, qtbot):
    page = goes_to_library(librarian)
    stands_on(page, "预算2025.txt")
    at = page.list.visualRect(page.list.currentIndex()).center()
    qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert librarian.report.title == "关于北关区2025年财政预算草案的报告"
    assert librarian.window.page.isVisible()


def test_words_in_the_open_box_stay_while_one_looks_and_are_kept_when_one_opens_another(librarian):
    librarian.clicks(2, "取得新的进展")
    librarian.types("请写明什么时候完成。")
    goes_to_library(librarian)
    librarian.key(Qt.Key.Key_Escape)
    assert librarian.box.toPlainText() == "请写明什么时候完成。"
    page = goes_to_library(librarian)
    assert "草稿 1 条" in page.list.current.title + page.about.facts["意见"][1].text()
    stands_on(page, "法院2025.txt")
    presses(librarian, page, "打开")
    page = goes_to_library(librarian)
    stands_on(page, "检察院2026.txt")
    assert page.about.facts["意见"][1].text() == "我的意见 1 条"


def test_editions_stand_together_and_say_which_took_the_place_of_which(librarian):
    page = goes_to_library(librarian)
    stands_on(page, "征求意见稿.txt")
    presses(librarian, page, "改说明")
    page.form.edition.line.selectAll()
    page.form.edition.line.setFocus()
    librarian.types("征求意见稿")
    presses(librarian, page, "完成")
    makes_edition(librarian, page, "审议稿.txt", "征求意见稿.txt")
    found = rows(page)
    at = [row.report.file for row in found].index("审议稿.txt")
    assert found[at + 1].report.file == "征求意见稿.txt"
    assert (found[at].standing.depth, found[at + 1].standing.depth) == (0, 1)
    stands_on(page, "征求意见稿.txt")
    assert page.about.facts["版本"][1].text() == "征求意见稿（已有审议稿）"
    librarian.starts_again()
    page = goes_to_library(librarian)
    assert rows(page)[at + 1].standing.newer.file == "审议稿.txt"


def test_hiding_is_undone_redone_and_holds_after_a_new_start(librarian):
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    librarian.key(Qt.Key.Key_Delete)
    assert "法院2025.txt" not in files(page)
    assert page.undo_bar.isVisible()
    librarian.key(Qt.Key.Key_Z, CTRL)
    assert "法院2025.txt" in files(page)
    assert page.undo_bar.words == "撤销了：隐藏报告“北关区人民法院工作报告”"
    librarian.presses(page.undo_bar.button)  # 重做
    assert "法院2025.txt" not in files(page)
    assert page.undo_bar.words.startswith("重做了：隐藏报告")
    assert not any("法院" in line for line in librarian.reads_menu("报告"))
    librarian.starts_again()
    page = goes_to_library(librarian)
    assert "法院2025.txt" not in files(page)
    presses(librarian, page, "看隐藏的 1")
    assert files(page) == ["法院2025.txt"]
    presses(librarian, page, "放回来")
    assert "法院2025.txt" in files(page)
    assert page.title.text() == "资料库　7 份"
    assert page.list.current.report.file == "法院2025.txt"


def test_of_several_hidden_reports_one_comes_back_by_enter(librarian):
    page = goes_to_library(librarian)
    for file in ("法院2025.txt", "预算2025.txt"):
        stands_on(page, file)
        presses(librarian, page, "隐藏")
    presses(librarian, page, "看隐藏的 2")
    librarian.key(Qt.Key.Key_Delete)  # hidden already
    librarian.key(Qt.Key.Key_Return)
    assert page.title.text() == "隐藏的报告　1 份"
    presses(librarian, page, "看没隐藏的")
    assert page.title.text() == "资料库　6 份"


def test_the_open_report_and_the_last_one_are_not_hidden_and_it_is_said_why(librarian):
    page = goes_to_library(librarian)
    stands_on(page, "检察院2026.txt")
    librarian.key(Qt.Key.Key_Delete)
    assert "正打开着" in page.about.notice.text()
    assert len(files(page)) == 7
    for file in files(page):
        if file != "检察院2026.txt":
            stands_on(page, file)
            librarian.key(Qt.Key.Key_Delete)
    assert files(page) == ["检察院2026.txt"]
    librarian.key(Qt.Key.Key_Delete)
    assert "最后一份" in page.about.notice.text()
    assert files(page) == ["检察院2026.txt"]
    assert not page.tabs.isVisible()


def test_a_library_of_one_report_has_no_tabs_and_keeps_it(deputy):
    deputy.starts()
    page = goes_to_library(deputy)
    assert page.title.text() == "资料库　1 份"
    assert not page.tabs.isVisible()
    assert not page.hidden_button.isVisible()
    deputy.key(Qt.Key.Key_Delete)
    assert "最后一份" in page.about.notice.text()
    assert deputy.reads_menu("报告").keys() >= {"资料库"}


def test_a_report_that_is_hidden_again_while_it_is_open_is_said_so(librarian):
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    librarian.key(Qt.Key.Key_Delete)
    presses(librarian, page, "看隐藏的 1")
    librarian.key(Qt.Key.Key_Return)
    librarian.key(Qt.Key.Key_Return)
    assert librarian.report.title == "北关区人民法院工作报告"
    librarian.key(Qt.Key.Key_Z, CTRL)
    assert "现在还开着" in librarian.window.status.words
    page = goes_to_library(librarian)
    assert "法院2025.txt" not in files(page)
    librarian.starts_again()
    assert librarian.report.title != "北关区人民法院工作报告"


def test_one_writes_on_under_another_name(librarian):
    goes_to_library(librarian)
    librarian.key(Qt.Key.Key_F2)
    librarian.types("检察院的报告")
    librarian.key(Qt.Key.Key_Return)
    librarian.key(Qt.Key.Key_Escape)
    librarian.key(Qt.Key.Key_Escape)
    assert librarian.window.page.isVisible()
    librarian.clicks(2, "取得新的进展")
    librarian.types("请写明什么时候完成。")
    librarian.finishes()
    assert librarian.the_comment().report == librarian.report.id
    assert librarian.report.title == "检察院的报告"
    librarian.starts_again()
    assert bar_says(librarian) == "检察院的报告"
    assert librarian.texts() == ["请写明什么时候完成。"]


def test_another_name_is_seen_at_once_in_bar_and_menu_and_taken_back(librarian):
    page = goes_to_library(librarian)
    librarian.key(Qt.Key.Key_F2)
    assert page.form.title.hasFocus()
    librarian.types("检察院的报告")
    librarian.key(Qt.Key.Key_Return)
    assert bar_says(librarian) == "检察院的报告"
    assert librarian.window.windowTitle() == "检察院的报告 - 北关审议"
    assert page.list.current.title == "检察院的报告"
    librarian.key(Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert any(line.startswith("检察院的报告") for line in librarian.reads_menu("报告"))
    page.list.setFocus()
    librarian.key(Qt.Key.Key_Z, CTRL)
    assert bar_says(librarian) == "北关区人民检察院工作报告"


def test_kind_and_meeting_are_chosen_and_what_cannot_be_is_said(librarian):
    page = goes_to_library(librarian)
    presses(librarian, page, "改说明")
    form = page.form
    form.genre.picked.emit("其他")
    assert page.list.current.report.genre == "其他"
    form.genre.line.setFocus()
    form.genre.line.selectAll()
    librarian.types("小说")
    presses(librarian, page, "完成")
    assert "只能从这几样里选" in form.told.text()
    assert form.genre.line.text() == "其他"
    assert form.isVisible()
    form.title.setFocus()
    form.title.selectAll()
    librarian.key(Qt.Key.Key_Backspace)
    librarian.key(Qt.Key.Key_Return)
    assert form.isVisible()
    assert "请写几个字" in form.told.text()
    assert form.title.text() == "北关区人民检察院工作报告"
    assert FIFTH in list(form.meeting.choices())
    form.meeting.picked.emit(FIFTH)
    presses(librarian, page, "完成")
    assert not form.isVisible()
    assert page.list.current.report.meeting == FIFTH


def test_esc_gives_up_what_was_being_written(librarian):
    page = goes_to_library(librarian)
    presses(librarian, page, "改说明")
    librarian.types("写错了")
    librarian.key(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert not page.form.isVisible()
    assert bar_says(librarian) == "北关区人民检察院工作报告"


def test_keys_alone_lead_through_the_library(librarian):
    page = goes_to_library(librarian)
    first = page.list.current.report.id
    librarian.key(Qt.Key.Key_Down)
    wanted = page.list.current.report.id
    assert wanted != first
    librarian.key(Qt.Key.Key_Return)
    assert librarian.window.workspace.shown == wanted
    assert librarian.window.page.isVisible()


def test_a_library_that_can_only_be_read_offers_opening_alone(librarian):
    librarian.window.close()
    librarian.window = librarian._new_window()
    librarian.window.workspace._only_read = True
    librarian.starts()
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    assert [name for name, it in page.about.acts.items() if it.isVisible()] == ["open"]
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        librarian.key(key)
    assert not page.form.isVisible()
    assert len(files(page)) == 7
    librarian.key(Qt.Key.Key_Return)
    assert librarian.report.title == "北关区人民法院工作报告"


def changes_file(deputy, statement, *values):
    """Change the library's file between two runs, as nobody should."""
    deputy.window.close()
    with closing(sqlite3.connect(deputy.database)) as file:
        file.execute(statement, values)
        file.commit()
    deputy.window = deputy._new_window()
    return deputy.starts()


def test_where_all_is_hidden_the_last_report_is_shown_and_the_page_says_what_to_do(librarian):
    shown = librarian.window.workspace.shown
    changes_file(librarian, "UPDATE report SET hidden_at = '2026-01-01'")
    assert librarian.window.workspace.shown == shown
    page = goes_to_library(librarian)
    assert page.empty.isVisible()
    assert "看隐藏的" in page.empty.accessibleName()
    assert librarian.window.focusWidget() is page.back_button
    presses(librarian, page, "看隐藏的 7")
    assert len(files(page)) == 7


def test_titles_of_every_length_are_shown_whole(librarian):
    long = "关于促进民营经济高质量发展情况的报告" * 11
    changes_file(librarian, "UPDATE report SET title = ? WHERE title LIKE '%法院%'", long)
    changes_file(librarian, "UPDATE report SET title = '' WHERE title LIKE '%预算%'")
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    assert page.list.current.title == long
    assert page.about.title.text() == long
    tall = page.list.visualRect(page.list.currentIndex()).height()
    stands_on(page, "预算2025.txt")
    assert page.list.current.title == "（没有标题）"
    assert tall > 1.5 * page.list.visualRect(page.list.currentIndex()).height()


def test_a_report_whose_text_is_gone_says_so_in_its_row_and_is_made_whole_when_it_is_opened(
    librarian,
):
    changes_file(
        librarian,
        "DELETE FROM unit WHERE reading ="
        " (SELECT current_reading FROM report WHERE title LIKE '%法院%')",
    )
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    said = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "读不出来" in said
    assert "补好" in page.about.notice.text()
    librarian.key(Qt.Key.Key_Return)
    assert librarian.window.page.isVisible()
    assert librarian.report.title == "北关区人民法院工作报告"
    page = goes_to_library(librarian)
    assert not page.list.current.report.is_damaged
    assert not page.about.notice.isVisible()


def test_a_text_that_cannot_be_made_whole_says_what_to_do(librarian):
    changes_file(
        librarian,
        "UPDATE unit SET text = '别的字' WHERE reading ="
        " (SELECT current_reading FROM report WHERE title LIKE '%法院%')",
    )
    changes_file(librarian, "UPDATE source SET bytes = x'00' WHERE name = '法院2025.txt'")
    shown = librarian.window.workspace.shown
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    librarian.key(Qt.Key.Key_Return)
    assert page.isVisible()
    assert page.about.notice.text()
    assert librarian.window.workspace.shown == shown


def test_the_program_starts_with_another_report_where_the_last_one_cannot_be_made_whole(librarian):
    changes_file(librarian, "UPDATE source SET bytes = x'00' WHERE name = '检察院2026.txt'")
    assert librarian.report.title == "北关区人民检察院工作报告"
    changes_file(
        librarian,
        "DELETE FROM unit WHERE reading = (SELECT current_reading FROM report WHERE id = ?)",
        librarian.window.workspace.shown,
    )
    assert librarian.report.title != "北关区人民检察院工作报告"
    page = goes_to_library(librarian)
    stands_on(page, "检察院2026.txt")
    assert "备份" in page.about.notice.text()


def test_an_edition_is_read_beside_the_other_one(librarian):
    page = goes_to_library(librarian)
    makes_edition(librarian, page, "审议稿.txt", "征求意见稿.txt")
    for file in ("征求意见稿.txt", "审议稿.txt"):
        page = goes_to_library(librarian)
        stands_on(page, file)
        presses(librarian, page, "和另一稿对照")
        flow = librarian.window.findChild(CompareFlow)
        assert flow.page.isVisible()
        assert (len(flow.old.units), len(flow.new.units)) != (0, 0)
    stands_on(goes_to_library(librarian), "法院2025.txt")
    assert not page.about.acts["compare"].isVisible()


def test_a_better_reading_is_offered_where_the_rules_are_newer(librarian):
    page = goes_to_library(librarian)
    assert not page.about.acts["better"].isVisible()
    changes_file(
        librarian,
        "UPDATE reading SET reader = 0 WHERE report ="
        " (SELECT id FROM report WHERE title LIKE '%法院%')",
    )
    page = goes_to_library(librarian)
    stands_on(page, "法院2025.txt")
    presses(librarian, page, "换成更好的文字")
    assert librarian.window.findChild(ReplacingFlow).page.isVisible()
    assert librarian.report.title == "北关区人民法院工作报告"


def corrects(librarian, file):
    page = goes_to_library(librarian)
    stands_on(page, file)
    presses(librarian, page, "校对文字")
    flow = librarian.window.findChild(PreviewFlow)
    assert flow.page.isVisible()
    return flow


def test_what_was_recognised_is_corrected_from_the_library(librarian):
    flow = corrects(librarian, "法院2025.txt")
    second = librarian.report.paragraphs[2]
    assert flow.proof.do("合并", Merge(second.spans[0][0]))
    librarian.presses(flow.page.foot.main_button)
    assert librarian.window.findChild(ReplacingFlow).page.isVisible()


def test_another_name_from_looking_through_is_kept_without_another_text(librarian):
    flow = corrects(librarian, "法院2025.txt")
    flow.page.description.title.setText("法院的报告")
    librarian.presses(flow.page.foot.main_button)
    assert bar_says(librarian) == "法院的报告"
    librarian.key(Qt.Key.Key_Z, CTRL)
    assert bar_says(librarian) == "北关区人民法院工作报告"


def test_nothing_happens_where_nothing_was_corrected(librarian):
    flow = corrects(librarian, "法院2025.txt")
    librarian.presses(flow.page.foot.main_button)
    assert librarian.window.page.isVisible()
    assert not librarian.window.workspace.stack.canUndo()


def test_the_menu_shows_the_newest_and_leads_to_all(librarian, tmp_path):
    librarian.window.resize(1366, 768)
    for number in range(4):
        file = tmp_path / f"专题{number}.txt"
        body = "甲乙丙丁"[number] * 90
        file.write_text(text_of(f"专题报告{number}", SIXTH, "2026年1月9日", body), "utf-8")
        librarian.window.import_report(file)
    changes_file(
        librarian,
        "UPDATE reading SET made_at = ? WHERE report ="
        " (SELECT id FROM report WHERE title LIKE '%法院%')",
        "2001-01-01T09:00:00+08:00",
    )
    lines = librarian.reads_menu("报告")
    assert sum(line.isCheckable() for line in lines.values()) == 8
    assert not any("法院" in words for words in lines)
    librarian.chooses("报告", "全部 11 份报告…")
    page = page_of(librarian)
    assert page.isVisible()
    stands_on(page, "法院2025.txt")
    presses(librarian, page, "打开")
    lines = librarian.reads_menu("报告")
    (here,) = (words for words, line in lines.items() if line.isChecked())
    assert "法院" in here


@pytest.mark.parametrize("palette", ["light", "contrast"])
def test_everything_on_the_page_has_a_name_and_a_hand_can_hit_it(librarian, palette, qapp):
    librarian.window.resize(1366, 768)
    librarian.window.looks.wear(palette, 22)
    try:
        page = goes_to_library(librarian)
        QApplication.processEvents()
        for button in [*page.buttons(), *(tab for tab in page.tabs.tabs if tab.isVisible())]:
            assert button.accessibleName() or button.text()
            assert min(button.width(), button.height()) >= 44
        for at in range(page.model.rowCount()):
            assert page.list.sizeHintForRow(at) >= 44
        assert page.area.widget().width() <= page.area.viewport().width()
    finally:
        dressing.wear(qapp, "light", 14)


def test_where_nothing_can_be_written_no_file_is_offered_to_be_opened(deputy, open_folder):
    deputy.starts()
    assert goes_to_library(deputy).file_button.isVisible()
    deputy.window.close()
    shutil.copyfile(deputy.database, open_folder / "资料库.db")
    deputy.database = open_folder / "资料库.db"
    with read_only(open_folder):
        deputy.window = deputy._new_window()
        deputy.starts()
        assert not goes_to_library(deputy).file_button.isVisible()
