"""对照: from one edition to the next, through the window, by mouse and by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, importing
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.compare_door import offer_compare, open_compare
from beiguan_desktop.ui.compare_flow import CompareFlow
from beiguan_desktop.ui.compare_page import MERGED, SIDES
from beiguan_desktop.ui.more_menu import switch_staff
from tests.journeys.watching import watching

HEAD = "政府工作报告\n——2026年2月{}日在北关区第六届人民代表大会上\n\n各位代表：\n\n"
ONE = "一年来，全区经济运行总体平稳，各项指标顺利实现，群众满意度进一步提高，社会大局和谐稳定。"
SCHOOLS = "办好民生实事，新增公办幼儿园学位一千二百个，改造老旧小区二十八个，完善养老服务网络。"
FIELDS = "推进乡村全面振兴，建成高标准农田两万亩，粮食总产量保持稳定，农民收入稳步增长。"
ROADS = "加快城区道路改造，新建停车位三千个，打通断头路五条，缓解群众出行难的问题。"
AIR = "加强生态环境保护，空气优良天数比例达到百分之八十以上，河湖水质持续改善。"
MARKETS = "优化营商环境，全面清理涉企收费，为小微企业减轻负担，支持民营经济健康发展。"

OLD = HEAD.format(10) + "\n\n".join(
    ("一、工作回顾", ONE, "二、今年任务", SCHOOLS, FIELDS, ROADS, AIR)
)
NEW = HEAD.format(14) + "\n\n".join(
    (
        "一、工作回顾",
        ONE,
        "二、今年工作",
        ROADS,
        SCHOOLS.replace("二十八", "三十二"),
        FIELDS,
        MARKETS,
    )
)
COURT = "法院工作报告\n\n各位代表：\n\n" + "\n\n".join(
    f"第{at}项，审结各类案件{at}万件，结案率百分之九十{at}，服判息诉率持续提高，公正高效。"
    for at in "一二三四五六"
)


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put other sizes off again: they belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


def put(deputy, folder, text, edition, older=None) -> str:
    """Put a report into the library, as importing does."""
    file = folder / f"{edition}.txt"
    file.write_text(text, "utf-8")
    found = importing.import_report(
        deputy.window.workspace.store, file, now=clock.now(), edition=edition, edition_of=older
    )
    return found.report


@pytest.fixture
def editions(deputy, tmp_path):
    """Return somebody of the staff who reads the second of two editions."""
    deputy.starts()
    switch_staff(deputy.window, is_on=True)
    deputy.old = put(deputy, tmp_path, OLD, "征求意见稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿", deputy.old)
    deputy.window.change_report(deputy.new)
    return deputy


def tab(deputy):
    return offer_compare(deputy.window).tab


def page(deputy):
    found = deputy.window.rooms.currentWidget()
    assert found is deputy.window.findChild(CompareFlow).page
    return found


def shown(deputy) -> list[tuple[str, str]]:
    """Return status and beginning of the rows that are shown."""
    model = page(deputy).body.model
    return [(row.status, model.index(at).data()[:4]) for at, row in enumerate(model.rows)]


CHANGES = [
    ("edited", "——20"),
    ("edited", "二、今年"),
    ("moved", "加快城区"),
    ("edited", "办好民生"),
    ("deleted", "加强生态"),
    ("added", "优化营商"),
]


def test_staff_go_from_the_tab_to_what_changed_and_back(editions):
    assert tab(editions).isVisible()
    assert not tab(editions).isChecked()
    editions.presses(tab(editions))
    found = page(editions)
    assert sorted(shown(editions)) == sorted(CHANGES)
    assert found.side.head.text() == "修改了 6 处"
    assert tab(editions).isChecked()
    assert not editions.window.top_bar.reading_tab.isChecked()
    names = (found.body.head.old.text(), found.body.head.new.text())
    assert names == ("征求意见稿　2026年2月10日", "修改稿　2026年2月14日")
    counts = {key: row.count for key, row in found.side.rows.items()}
    assert counts == {"all": 6, "added": 1, "edited": 3, "deleted": 1, "moved": 1, "same": 2}
    editions.key(Qt.Key.Key_Escape)
    assert editions.window.rooms.currentWidget() is editions.window.page
    assert editions.window.top_bar.reading_tab.isChecked()
    assert not tab(editions).isChecked()


def test_the_rows_are_chosen_at_the_left(editions):
    editions.presses(tab(editions))
    found = page(editions)
    editions.presses(found.side.rows["added"])
    assert shown(editions) == [("added", "优化营商")]
    assert found.top.place.text().endswith("共 1 处")
    editions.presses(found.side.rows["same"])
    assert shown(editions) == [("same", "一年来，"), ("same", "推进乡村")]
    assert found.top.place.text() == ""
    assert not found.next_button.isVisible()
    found.side.rows["same"].setFocus()
    editions.key(Qt.Key.Key_Down)  # the last one
    assert found.side.choice == "same"
    editions.key(Qt.Key.Key_Up)
    assert found.side.choice == "moved"
    editions.key(Qt.Key.Key_Space)
    assert shown(editions) == [("moved", "加快城区")]
    editions.presses(found.side.rows["all"])
    found.side.only_changes.click()
    assert len(shown(editions)) > len(CHANGES)
    assert ("same", "一、工作") in shown(editions)


def test_f7_goes_from_change_to_change_and_leaves_the_text_alone(editions, qtbot):
    editions.presses(tab(editions))
    found = page(editions)
    assert found.top.place.text() == "第 1 处，共 6 处"
    for number in (2, 3, 4, 5, 6, 1):
        editions.key(Qt.Key.Key_F7)
        assert found.top.place.text() == f"第 {number} 处，共 6 处"
    editions.key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert found.top.place.text() == "第 6 处，共 6 处"
    editions.presses(found.previous_button)
    assert found.top.place.text() == "第 5 处，共 6 处"
    editions.presses(found.next_button)
    assert found.top.place.text() == "第 6 处，共 6 处"
    assert page(editions) is found
    found.side.rows["same"].click()
    found.step(1)  # there is none
    assert found.top.place.text() == ""


def test_enter_leads_to_the_paragraph_in_its_edition(editions):
    editions.presses(tab(editions))
    body = page(editions).body
    at = [row.status for row in body.model.rows].index("added")
    body.list.stand_on(at)
    editions.key(Qt.Key.Key_Return)
    window = editions.window
    assert window.rooms.currentWidget() is window.page
    assert editions.report.id == editions.new
    assert editions.report.units[window.reading.writing.anchor.unit].text == MARKETS
    editions.presses(tab(editions))
    gone = [row.status for row in page(editions).body.model.rows].index("deleted")
    page(editions).body.list.stand_on(gone)
    editions.key(Qt.Key.Key_Return)
    assert editions.report.id == editions.old  # there alone it stands
    assert window.rooms.currentWidget() is window.page
    editions.presses(tab(editions))  # the same two, whichever of them is shown
    assert page(editions).body.head.new.report == editions.new


def test_one_text_shows_both_as_a_reviser_writes(editions):
    editions.presses(tab(editions))
    found = page(editions)
    before = found.body.list.grab().toImage()
    found.top.choose(MERGED)
    assert found.top.tab == MERGED
    assert found.body.list.sizes.is_merged
    assert found.body.list.grab().toImage() != before
    found.top.choose(SIDES)
    assert found.body.list.grab().toImage() == before


def test_what_was_said_of_the_old_edition_is_counted(editions):
    editions.window.change_report(editions.old)
    editions.clicks(2, "公办幼儿园")
    editions.types("多建几所幼儿园")
    editions.finishes()
    editions.window.change_report(editions.new)
    editions.presses(tab(editions))
    found = page(editions)
    assert found.side.under.text() == "其中 1 处有代表提过意见"
    model = found.body.model
    assert [model.notes(row) for row in model.rows if model.opinions(row)] == [
        ["原第2段", "1条意见"]
    ]
    editions.window.undo()
    assert editions.report.id == editions.old  # there it was
    editions.presses(tab(editions))
    assert found.side.under.text() == ""


def test_other_reports_are_chosen_above_the_columns(editions, tmp_path):
    put(editions, tmp_path, COURT, "法院稿")
    editions.presses(tab(editions))
    found = page(editions)
    editions.presses(found.body.head.old)
    menu = found.body.head.old.menu_of_choices
    lines = [action.text() for action in menu.actions()]
    assert {"征求意见稿　政府工作报告", "修改稿　政府工作报告"} <= set(lines)
    assert [it.text() for it in menu.actions() if it.isChecked()] == ["征求意见稿　政府工作报告"]
    next(it for it in menu.actions() if it.text().startswith("法院稿")).trigger()
    menu.close()
    assert found.body.head.old.text().startswith("法院稿")
    assert "不像同一份报告的两稿" in found.body.warning.text()
    found.body.head.old.chosen.emit(editions.new)  # the one at the right: they change sides
    assert found.body.head.old.report == editions.new
    assert found.body.head.new.text().startswith("法院稿")
    found.body.head.new.chosen.emit(editions.old)
    assert found.body.warning.text() == ""


def test_two_equal_texts_and_a_kind_of_change_there_is_none_of_say_so(editions, tmp_path):
    again = put(editions, tmp_path, NEW.replace(MARKETS, ""), "又一稿")
    open_compare(editions.window, editions.new, editions.new)
    found = page(editions)
    assert found.body.message.text() == "两稿的文字相同"
    assert found.body.message.isVisible()
    open_compare(editions.window, editions.new, again)
    assert shown(editions) == [("deleted", "优化营商")]
    editions.presses(found.side.rows["moved"])
    assert found.body.message.text() == "没有移位的地方"
    assert not found.body.list.isVisible()


def hides(deputy, report: str, *, until: str | None) -> None:
    """Put a report out of sight, or back, as the library does."""
    workspace = deputy.window.workspace
    described = workspace.store.descriptions()[report]
    edit = Edit(report, described, replace(described, hidden_at=until))
    change = Change(clock.new_id(), "收起报告", clock.now(), workspace.me.id, (edit,))
    assert workspace.do(change)


def test_an_edition_that_is_put_out_of_sight_is_compared_no_more(editions):
    editions.presses(tab(editions))
    hides(editions, editions.old, until=clock.now())
    found = page(editions)  # with the report that ships: there is no better one
    assert found.body.head.old.report not in {editions.old, ""}
    assert "不像同一份报告的两稿" in found.body.warning.text()
    assert editions.old not in {choice.report for choice in found.body.head.old.choices()}
    editions.presses(found.back_button)
    assert not tab(editions).isVisible()
    hides(editions, editions.old, until=None)
    assert tab(editions).isVisible()
    editions.presses(tab(editions))
    assert page(editions).body.head.old.report != ""


def test_reports_of_one_name_are_told_apart_by_their_files(editions, tmp_path):
    folder = tmp_path / "又"
    folder.mkdir()
    put(editions, folder, NEW.replace(MARKETS, ""), "修改稿")
    editions.presses(tab(editions))
    words = [choice.words for choice in page(editions).body.head.new.choices()]
    assert words.count("修改稿　政府工作报告　修改稿.txt") == 2
    assert "征求意见稿　政府工作报告" in words


def test_deputies_have_no_tab_but_a_line_in_the_menu(editions):
    switch_staff(editions.window, is_on=False)
    assert not tab(editions).isVisible()
    editions.chooses("报告", "和上一稿对照")
    assert sorted(shown(editions)) == sorted(CHANGES)
    assert tab(editions).isVisible()  # while one is there
    editions.presses(page(editions).back_button)
    assert not tab(editions).isVisible()


def test_a_library_with_one_report_has_nothing_to_compare(deputy):
    deputy.starts()
    switch_staff(deputy.window, is_on=True)
    assert tab(deputy) is None
    deputy.window.actions_by_name["compare"].trigger()
    assert "只有这一份报告" in deputy.window.status.words


def test_a_report_that_is_unknown_is_refused(editions):
    told = []
    editions.window.workspace.refused.connect(told.append)
    open_compare(editions.window, "0" * 64, editions.new)
    assert "没有报告" in told[0]
    with pytest.raises(UserError):
        editions.window.workspace.store.shelf.load("0" * 64)


def test_one_who_does_not_want_to_wait_is_back_at_the_report(editions):
    jobs = editions.window.jobs
    jobs.is_synchronous = False
    editions.presses(tab(editions))
    found = page(editions)
    found.show_working(42)
    assert found.body.message.text() == "正在对照… 42%"
    editions.presses(found.body.message_button)
    assert editions.window.rooms.currentWidget() is editions.window.page
    jobs.finish()
    assert found.body.model.rowCount() == 0  # nobody looks at what the job found
    editions.presses(tab(editions))
    editions.qtbot.waitUntil(lambda: found.body.model.rowCount() == len(CHANGES))
    assert found.side.isEnabled()


def test_who_chooses_others_meanwhile_sees_those(editions, tmp_path):
    court = put(editions, tmp_path, COURT, "法院稿")
    editions.window.jobs.is_synchronous = False
    open_compare(editions.window, editions.old, editions.new)
    open_compare(editions.window, editions.new, court)
    found = page(editions)
    editions.qtbot.waitUntil(lambda: found.body.model.rowCount() > 0)
    editions.window.jobs.finish()
    assert found.body.head.old.report == editions.new
    assert "不像同一份报告的两稿" in found.body.warning.text()
    assert editions.window.rooms.currentWidget() is found  # and nothing was refused


def test_what_others_add_has_its_tab_and_its_place_at_the_left(editions):
    editions.presses(tab(editions))
    found, own, note = page(editions), QLabel("采纳了哪些"), QLabel("2 条找不准")
    found.set_slot(note)
    added = found.add_tab("采纳对照", own)
    QApplication.processEvents()
    assert found.side.slot_title.isVisible()
    assert note.isVisible()
    editions.presses(added)
    assert (found.top.tab, own.isVisible(), found.body.isVisible()) == ("采纳对照", True, False)
    editions.key(Qt.Key.Key_F7)  # there is no change here
    assert (found.top.tab, own.isVisible(), found.body.isVisible()) == ("采纳对照", True, False)


def test_another_report_or_another_palette_leaves_the_page_true(editions, qapp):
    editions.presses(tab(editions))
    before = page(editions).grab().toImage()
    editions.window.looks.wear("dark", 22)
    QApplication.processEvents()
    dark = page(editions).grab().toImage()
    assert dark != before
    editions.window.looks.larger()
    assert page(editions).body.list.sizes.points == 18
    for _ in range(3):
        editions.window.looks.larger()
    assert page(editions).body.list.sizes.points > 18
    editions.window.workspace.show_report(editions.old)
    assert page(editions).body.head.new.report == editions.new


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1024, 640)])
def test_bars_and_column_have_room_on_every_screen(editions, size, points):
    editions.window.resize(*size)
    editions.window.looks.wear("light", points)
    editions.presses(tab(editions))
    QApplication.processEvents()
    found, bar = page(editions), editions.window.top_bar
    assert editions.window.width() == size[0]
    for button in (found.back_button, found.previous_button, found.next_button):
        assert found.rect().contains(button.geometry())
        assert button.accessibleName()
    shown_tabs = [it for it in (bar.reading_tab, tab(editions)) if it.isVisible()]
    for one in shown_tabs:
        assert one.fontMetrics().horizontalAdvance(one.text()) <= one.width()
        assert one.geometry().right() < bar.last.geometry().left()
    assert found.side.width() <= max(240, 0.29 * found.width())


def test_the_pair_of_2017_is_read_as_a_job_that_does_not_hold_the_window_up(deputy, shared):
    deputy.starts()
    store, folder = deputy.window.workspace.store, shared / "corpus" / "national"
    ids = [
        importing.import_report(store, folder / f"国务院-2017-{name}.txt", now=clock.now()).report
        for name in ("rop", "zz")
    ]
    with watching() as watch:
        watch("compare", lambda: open_compare(deputy.window, *ids))
        found = page(deputy)
        for _ in range(found.body.model.rowCount()):
            watch("next", lambda: found.step(1))
        watch("all", found.side.only_changes.click)
        watch("one", lambda: found.top.choose(MERGED))
    assert found.side.rows["all"].count > 40
    assert found.body.warning.text() == ""
