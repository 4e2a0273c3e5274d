"""打开报告: what was read is seen, corrected, taken back and taken in, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop import paths
from beiguan_desktop.core.correction import Merge, NotWrong, described
from beiguan_desktop.storage.store import open_store
from beiguan_desktop.ui.correcting_flow import correct_report
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.opening_flow import OpeningFlow
from beiguan_desktop.ui.preview_finds import Role as FindRole
from beiguan_desktop.ui.replacing_flow import ReplacingFlow
from tests.formats import hostile
from tests.journeys.test_files_that_are_none import drops, local
from tests.journeys.watching import watching

LINES = (
    "北关区人民法院工作报告",
    "——2030年1月9日在北关区第十二届人民代表大会第四次会议上",
    "各位代表：",
    "现在，我代表区人民法院向大会报告工作，请予审议。",
    "一、2029年工作回顾",
    "全年受理案件5000件,审结4900件。案件质量稳步提升，群众满意度持续提高，审判执行工作取得新的成效。",
    "加强队伍建设，推进智慧法院法院建设的的各项工作，不断提高司法能力和水平。",
    "（一）服务大局",
    "依法审理各类案件，为全区经济社会发展提供有力司法保障，促进社会公平正义。",
    "二、2030年工作安排",
    "我们将坚持以人民为中心，努力让人民群众在每一个司法案件中感受到公平正义。",
    "区法院办公室 2030年1月",
)
TEXT = "\n\n".join(LINES)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Opening:
    """Somebody before the page that shows a file before it is opened."""

    def __init__(self, deputy, folder) -> None:
        self.deputy, self.folder = deputy, folder
        self.flow = flow_of(deputy.window, OpeningFlow)

    def opens(self, text: str = TEXT, name: str = "法院报告.txt"):
        file = self.folder / name
        file.write_text(text, "utf-8")
        self.flow._take(file)
        return self

    @property
    def page(self):
        return self.flow.preview.page

    @property
    def reading(self):
        return self.flow.preview.proof.reading

    def chooses(self, beginning: str) -> None:
        """Click on the row of a unit."""
        unit = next(u for u in self.reading.units if u.text.startswith(beginning))
        units = self.page.units
        self.page.show_view(False)
        units.scrollTo(units.rows.index(units.rows.row_of(unit.ordinal), 0))
        box = units.visualRect(units.rows.index(units.rows.row_of(unit.ordinal), 0))
        self.deputy.qtbot.mouseClick(
            units.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, box.center().y())
        )

    def presses(self, name: str) -> None:
        self.deputy.presses(self.page.unit.buttons[name])

    def shows(self, tab: str) -> None:
        self.deputy.presses(self.page.tabs[tab])

    def answers(self, at: int = 0) -> None:
        """Press a button of the current row."""
        self.deputy.presses(self.page.findings.acts.buttons[at])

    def takes(self) -> None:
        self.deputy.presses(self.page.foot.main_button)

    def texts(self) -> list[str]:
        return [unit.text for unit in self.reading.units]

    @property
    def told(self) -> str:
        return self.page.foot.told.words


@pytest.fixture
def opening(deputy, tmp_path):
    deputy.starts()
    return Opening(deputy, tmp_path)


def titles(deputy) -> list[str]:
    return [entry.title for entry in deputy.window.workspace.store.shelf.entries()]


def test_a_file_is_looked_at_and_opened(opening, deputy):
    opening.opens()
    page = opening.page
    assert page.isVisible()
    assert page.head.words == "打开“法院报告.txt”"
    assert len(titles(deputy)) == 1
    assert page.description.said().genre == "法院"
    assert "第四次会议" in page.description.said().meeting
    assert "整理了 1 处" in page.words.text()
    opening.takes()
    assert not page.isVisible()
    assert deputy.report.title == LINES[0]
    assert "已换到" in deputy.window.status.words


def test_what_was_corrected_is_in_the_library_and_in_the_window(opening, deputy):
    opening.opens()
    opening.chooses("（一）服务大局")
    opening.presses("paragraph")
    opening.chooses("加强队伍")
    opening.presses("merge")
    opening.chooses("二、2030")
    opening.presses("down")
    opening.chooses("我们将坚持")
    opening.page.unit.text.put_caret(len("我们将坚持以人民为中心，"))
    opening.presses("split")
    opening.chooses("区法院办公室")
    opening.presses("discard")
    opening.chooses("依法审理")
    deputy.enters(opening.page.unit.page_box, "7")
    deputy.presses(opening.page.unit.page_button)
    opening.page.description.title.clear()
    deputy.enters(opening.page.description.title, "法院工作报告")
    opening.takes()
    report = deputy.report
    texts = [unit.text for unit in report.units]
    assert report.title == "法院工作报告"
    assert next(u.kind for u in report.units if u.text == "（一）服务大局") == "paragraph"
    assert any("成效。加强队伍" in text for text in texts)
    assert texts[-2:] == ["我们将坚持以人民为中心，", LINES[10][12:]]
    assert next(u.level for u in report.units if u.text.startswith("二、")) == 2
    assert (7, "hand") in {(mark.page, mark.origin) for mark in report.marks}
    deputy.window.close()
    store = open_store(deputy.database)
    try:
        stored = store.shelf.load(report.id)
        assert [unit.text for unit in stored.units] == texts
        assert stored.title == "法院工作报告"
    finally:
        store.close()


def test_every_correction_can_be_taken_back_and_done_again(opening, deputy):
    opening.opens()
    before = opening.texts()
    opening.chooses("加强队伍")
    opening.presses("merge")
    after = opening.texts()
    assert opening.page.foot.undo_button.toolTip().startswith("撤销：与上一段合并")
    deputy.presses(opening.page.foot.undo_button)
    assert opening.texts() == before
    assert opening.told.startswith("撤销了：与上一段合并")
    deputy.presses(opening.page.foot.redo_button)
    assert opening.texts() == after
    deputy.window.undo()
    assert opening.texts() == before
    assert not opening.page.foot.undo_button.isVisible()
    deputy.key(Qt.Key.Key_Y, CONTROL)
    assert opening.texts() == after
    deputy.window.actions_by_name["undo"].trigger()
    assert opening.texts() == before
    deputy.window.undo()
    assert opening.told == "没有可以撤销的"


def test_by_keys_alone(opening, deputy):
    opening.opens()
    page = opening.page
    assert page.findings.hasFocus()
    deputy.key(Qt.Key.Key_Return)
    assert opening.told.startswith("还原")
    assert any("5000件,审结" in text for text in opening.texts())
    deputy.key(Qt.Key.Key_Return)
    assert not any("5000件,审结" in text for text in opening.texts())
    page.units.setFocus()
    deputy.key(Qt.Key.Key_End)
    deputy.key(Qt.Key.Key_H, CONTROL)
    assert opening.told.startswith("改成正文")
    deputy.key(Qt.Key.Key_Z, CONTROL)
    deputy.key(Qt.Key.Key_Right, ALT)
    assert opening.told.startswith("下一级")
    deputy.key(Qt.Key.Key_Left, ALT)
    deputy.key(Qt.Key.Key_Left, ALT)
    assert opening.told == "已经是最高一级了。"
    deputy.key(Qt.Key.Key_Return)
    assert page.unit.isVisible()
    page.unit.text.setFocus()
    page.unit.text.put_caret(2)
    deputy.key(Qt.Key.Key_Return)
    assert "二、" in opening.texts()
    deputy.key(Qt.Key.Key_Z, CONTROL)
    page.unit.text.put_caret(0)
    deputy.key(Qt.Key.Key_Backspace)
    assert opening.told.startswith("与上一段合并")
    deputy.key(Qt.Key.Key_Delete)
    assert opening.told.startswith("不是正文")
    page.foot.main_button.setFocus()
    deputy.key(Qt.Key.Key_Space)
    assert deputy.report.title == LINES[0]


def test_nothing_is_taken_in_and_nothing_is_left_behind(opening, deputy):
    before = deputy.database.read_bytes(), titles(deputy), deputy.report.id
    opening.opens()
    opening.chooses("加强队伍")
    opening.presses("merge")
    deputy.presses(opening.page.foot.leave_button)
    assert not opening.page.isVisible()
    assert "没有打开" in deputy.window.status.words
    assert (deputy.database.read_bytes(), titles(deputy), deputy.report.id) == before


def test_esc_leaves_an_untouched_file_and_keeps_one_that_somebody_worked_on(opening, deputy):
    opening.opens()
    deputy.key(Qt.Key.Key_Escape)
    assert opening.flow.preview.proof is None
    opening.opens()
    opening.chooses("加强队伍")
    opening.presses("merge")
    opening.page.units.setFocus()
    deputy.key(Qt.Key.Key_Escape)
    assert not opening.page.isVisible()
    assert "还没有看完" in deputy.window.status.words
    merged = opening.texts()
    opening.flow.ask()
    assert opening.page.isVisible()
    opening.opens(TEXT.replace("5000", "6000"), "另一份.txt")
    assert opening.texts() == merged
    assert opening.told == "请先点“打开这份报告”或“不打开”，再看下一份。"
    opening.takes()
    assert len(titles(deputy)) == 2


def test_a_doubt_is_no_misprint_or_becomes_an_opinion(opening, deputy):
    opening.opens(
        TEXT.replace("司法能力", "司法能能力力").replace("有力司法保障，", "有力司法保障，，")
    )
    opening.shows("doubt")
    count = opening.page.finds.rowCount()
    assert count >= 2
    opening.answers(0)
    assert opening.told.startswith("不是错")
    assert f"{count - 1} 处看着像错" in opening.page.words.text()
    deputy.key(Qt.Key.Key_Return)
    assert f"{count} 处看着像错" in opening.page.words.text()
    opening.page.findings.stand_at(0)
    opening.answers(1)
    assert f"{count - 1} 处看着像错" in opening.page.words.text()
    opening.page.findings.stand_at(1)
    opening.answers(1)
    opening.takes()
    comments = list(deputy.window.workspace.comments.values())
    assert len(comments) == 2
    assert all(it.reason.startswith("此处疑似") for it in comments)
    assert all(it.anchor.quote for it in comments)
    assert deputy.window.reading.writing.rewording in {it.id for it in comments}
    assert deputy.window.undo() is None
    deputy.window.reading.writing.cancel()


def test_what_was_left_out_is_listed_and_put_back(opening):
    opening.opens()
    opening.chooses("区法院办公室")
    opening.presses("discard")
    opening.shows("out")
    assert opening.page.finds.rowCount() == 1
    opening.answers()
    assert opening.told == "放回正文：您说不是正文"
    assert opening.texts()[-1] == LINES[-1]
    assert not opening.page.tabs["out"].isVisible()


def test_all_repairs_are_taken_back_at_once(opening, deputy):
    opening.opens(TEXT.replace("提高，审", "提高,审"))
    deputy.presses(opening.page.foot.all_button)
    assert any("提高,审" in text for text in opening.texts())
    assert "已还原 2 处" in opening.page.words.text()
    deputy.presses(opening.page.foot.all_button)
    assert opening.told == "没有可以还原的了。"
    opening.shows("written")
    opening.page.findings.stand_at(1)
    opening.answers()
    assert any("提高，审" in text for text in opening.texts())


def test_what_cannot_be_done_is_told(opening, deputy):
    opening.opens()
    opening.chooses("北关区人民法院")
    opening.page.act_asked.emit("merge")
    assert "第一行" in opening.told
    opening.presses("split")
    assert "点一下要分开的地方" in opening.told
    opening.page.act_asked.emit("up")
    assert "不是标题" in opening.told
    opening.page.act_asked.emit("title")
    assert "已经是报告题目" in opening.told
    deputy.enters(opening.page.unit.page_box, "第七")
    deputy.presses(opening.page.unit.page_button)
    assert "用数字" in opening.told
    opening.page.description.title.clear()
    opening.takes()
    assert "名称还空着" in opening.told
    assert opening.page.isVisible()
    assert opening.page.description.title.hasFocus()


def test_letters_that_are_known_are_told_and_shown(opening, deputy):
    opening.opens()
    opening.takes()
    first = deputy.report.id
    opening.opens(TEXT, "又一次.txt")
    assert not opening.page.isVisible()
    assert "已经打开" in deputy.window.status.words
    opening.opens(TEXT.replace("\n\n", "\n\n\n"), "换了空行.txt")
    assert deputy.report.id == first
    assert len(titles(deputy)) == 2


def test_a_known_report_takes_the_place_of_another_file_that_waits(opening, deputy):
    opening.opens()
    opening.takes()
    opening.opens(TEXT.replace("法院", "检察院"), "检察院报告.txt")
    assert opening.page.isVisible()
    opening.opens(TEXT, "又一次.txt")
    assert not opening.page.isVisible()
    assert opening.flow.preview.proof is None
    assert "已经打开" in deputy.window.status.words


@pytest.mark.parametrize("answer", ["same", "edition", "other"])
def test_letters_that_are_nearly_known_are_asked_about_once(opening, deputy, answer):
    before = deputy.report.id
    text = paths.shipped_report().read_text("utf-8-sig")
    opening.opens(text.replace("189.3", "189.4"), "报告.txt")
    page = opening.page
    assert page.band.isVisible()
    assert "99% 的字相同" in page.band.words.text()
    deputy.presses(page.band.buttons[answer])
    if answer == "same":
        assert deputy.report.id == before
        assert "已在资料库里" in deputy.window.status.words
        opening.opens(text.replace("189.3", "189.4"), "报告.txt")
        assert not page.isVisible()
        assert len(titles(deputy)) == 1
        return
    assert not page.band.isVisible()
    opening.takes()
    assert deputy.report.id != before
    assert deputy.report.edition_of == (before if answer == "edition" else None)
    assert deputy.report.edition == ("修改稿" if answer == "edition" else "审议稿")


def test_another_draft_is_proposed_and_never_forced(opening, deputy):
    opening.opens()
    opening.takes()
    first = deputy.report.id
    changed = [*LINES[:6], "新加的一段：完善审判管理，强化监督制约，提升办案质效。" * 3, *LINES[6:]]
    opening.opens("\n\n".join(changed), "新稿.txt")
    strip = opening.page.description
    assert strip.older.isVisible()
    assert strip.said().edition_of == first
    assert not strip.doubt.isVisible()
    strip.older.chosen.emit("")
    opening.takes()
    assert deputy.report.edition_of is None


def older_offered(opening) -> list:
    """Open the menu of the editions before; return its lines."""
    choice = opening.page.description.older
    opening.deputy.presses(choice)
    return choice.menu_of_choices.actions()


def test_the_edition_before_can_be_named_where_none_is_proposed(opening, deputy):
    shipped = deputy.report.id
    opening.opens()
    strip = opening.page.description
    assert strip.older.isVisible()
    assert strip.older.words == "不是新的一稿"
    none, report = older_offered(opening)
    assert none.isChecked()
    assert not strip.doubt.isVisible()
    report.trigger()
    strip.older.menu_of_choices.close()
    assert "不像同一份报告的两稿" in strip.doubt.text()
    assert strip.doubt.isVisible()
    opening.takes()
    assert deputy.report.title == LINES[0]
    assert deputy.report.edition_of == shipped


def test_who_thinks_better_of_the_edition_before_has_none(opening, deputy):
    opening.opens()
    strip = opening.page.description
    older_offered(opening)[1].trigger()
    assert strip.said().edition_of == deputy.report.id
    older_offered(opening)[0].trigger()
    strip.older.menu_of_choices.close()
    assert not strip.doubt.isVisible()
    opening.takes()
    assert deputy.report.edition_of is None


def test_what_somebody_chose_is_not_proposed_otherwise(deputy, opening, tmp_path):
    """The file is compared with the library while somebody is faster than that."""
    shipped = deputy.report.id
    opening.opens()
    opening.takes()
    changed = [*LINES[:6], "新加的一段：完善审判管理，强化监督制约，提升办案质效。" * 3, *LINES[6:]]
    jobs = deputy.window.jobs
    jobs.is_synchronous = False
    try:
        opening.opens("\n\n".join(changed), "新稿.txt")
        deputy.qtbot.waitUntil(opening.page.isVisible)
        strip = opening.page.description
        strip.older.chosen.emit(shipped)
        deputy.qtbot.waitUntil(lambda: "不像同一份报告的两稿" in strip.doubt.text())
        jobs.finish()
    finally:
        jobs.is_synchronous = True
    assert strip.said().edition_of == shipped


def test_a_report_that_is_corrected_keeps_the_edition_before(opening, deputy):
    opening.opens()
    older_offered(opening)[1].trigger()
    opening.page.description.older.menu_of_choices.close()
    opening.takes()
    older = deputy.report.edition_of
    deputy.chooses("报告", "校对这份报告")
    page = opening.page
    assert page.isVisible()
    assert not page.description.older.isVisible()
    assert not page.description.doubt.isVisible()
    assert page.description.said().edition_of == older


def test_words_that_are_being_written_are_left_alone(opening, deputy):
    deputy.clicks(16, "雨水")
    deputy.types("还没有写完")
    opening.opens()
    assert not opening.page.isVisible()
    assert "读好了" in deputy.window.status.words
    assert deputy.box.toPlainText() == "还没有写完"
    opening.flow.ask()
    assert opening.page.isVisible()
    opening.takes()
    assert deputy.report.title == LINES[0]
    assert any(it.text == "还没有写完" for it in deputy.window.workspace.store.every_comment())


def test_a_file_is_dropped_on_the_first_page_and_the_page_comes_back(deputy, tmp_path):
    deputy.window.open()
    opening = Opening(deputy, tmp_path)
    file = tmp_path / "法院.txt"
    file.write_text(TEXT, "utf-8")
    assert drops(deputy, local(file), on=deputy.window.stage)
    assert opening.page.isVisible()
    opening.takes()
    assert deputy.window.stage.is_asking
    assert deputy.report.title == LINES[0]


def test_a_file_that_looks_like_no_report_is_looked_at_all_the_same(opening, deputy):
    opening.opens("今天天气很好。\n我们去爬山。\n", "日记.txt")
    assert opening.flow._window.rooms.currentWidget() is not opening.page
    deputy.presses(deputy.window.taking_in.refusal.plain_button)
    assert opening.page.isVisible()
    opening.takes()
    assert [unit.text for unit in deputy.report.units][-1] == "我们去爬山。"


def test_parts_are_folded_and_the_whole_text_is_listed(opening, deputy):
    opening.opens()
    page = opening.page
    count = page.rows.rowCount()
    page.units.setFocus()
    page.units.stand_on(4)
    deputy.key(Qt.Key.Key_Left)
    assert page.rows.rowCount() == count - 1
    deputy.key(Qt.Key.Key_Right)
    assert page.rows.rowCount() == count
    deputy.presses(page.views[False])
    assert page.rows.rowCount() == len(LINES)
    index = page.rows.index(page.rows.row_of(4), 0)
    box = page.units.visualRect(index)
    pos = QPoint(20, box.center().y())
    deputy.qtbot.mouseClick(page.units.viewport(), Qt.MouseButton.LeftButton, pos=pos)
    assert page.rows.rowCount() < len(LINES)


def test_a_large_report_holds_nobody_up(opening, deputy):
    body = "\n\n".join(
        f"（{at}）第{at}件事\n\n{LINES[5]}{at}{LINES[8] * 2}" for at in range(1, 1001)
    )
    opening.opens("\n\n".join(LINES[:5]) + "\n\n" + body, "长.txt")
    page = opening.page
    assert len(opening.reading.units) > 1_800
    with watching() as watch:
        watch("to the whole text", lambda: page.show_view(False))
        watch("to a unit", lambda: page.units.stand_on(1500))
        watch("open it", page.units.opened.emit)
        watch("join", lambda: opening.presses("merge"))
        watch("undo", lambda: deputy.presses(page.foot.undo_button))


def test_what_was_said_of_a_file_is_kept_with_its_reading(opening, deputy):
    opening.opens()
    opening.chooses("加强队伍")
    opening.presses("merge")
    opening.page.description.genre._choose("其他")
    opening.page.description.edition.put("送阅稿")
    opening.page.description.meeting.put("第九次会议")
    opening.takes()
    store = deputy.window.workspace.store
    (made, *_) = store.readings.of(deputy.report.id)
    assert isinstance(made.corrections[0], Merge)
    assert described(made.corrections) == {
        "genre": "其他",
        "edition": "送阅稿",
        "meeting": "第九次会议",
    }
    entry = store.descriptions()[deputy.report.id]
    assert (entry.genre, entry.edition, entry.meeting) == ("其他", "送阅稿", "第九次会议")


def test_a_report_of_the_library_is_corrected_again(opening, deputy):
    opening.opens()
    opening.chooses("加强队伍")
    opening.presses("merge")
    opening.takes()
    number = next(u.number for u in deputy.report.units if u.text.startswith("我们将坚持"))
    deputy.clicks(number, "司法案件")
    deputy.types("这一句写得好。")
    deputy.finishes()
    before = deputy.report
    deputy.chooses("报告", "校对这份报告")
    page = opening.page
    assert page.isVisible()
    assert page.head.words == f"校对“{LINES[0]}”"
    assert any("成效。加强队伍" in text for text in opening.texts())
    deputy.presses(page.foot.main_button)
    assert "文字没有变" in deputy.window.status.words
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("（一）服务大局")
    opening.presses("paragraph")
    deputy.presses(page.foot.main_button)
    places = flow_of(deputy.window, ReplacingFlow)
    assert places.page.isVisible()
    places.accept()
    assert deputy.report.id == before.id
    assert deputy.report.reading != before.reading
    assert next(u.kind for u in deputy.report.units if "服务大局" in u.text) == "paragraph"
    (comment,) = deputy.window.workspace.comments.values()
    assert comment.reading == deputy.report.reading
    assert comment.anchor.quote in deputy.report.units[comment.anchor.unit].text


def test_what_is_corrected_again_is_given_up(opening, deputy):
    before = deputy.report.reading
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("三、")
    opening.presses("down")
    correct_report(deputy.window)
    assert opening.told == "请先点“换成改好的文字”或“不改了”，再校对另一份。"
    deputy.key(Qt.Key.Key_Escape)
    assert "点“不改了”" in deputy.window.status.words
    opening.flow.ask()
    deputy.presses(opening.page.foot.leave_button)
    assert deputy.window.status.words.startswith("没有改")
    assert deputy.report.reading == before


def test_a_text_that_is_not_put_in_place_yet_is_corrected_further(opening, deputy):
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("（一）经济运行")
    opening.presses("discard")
    opening.page.description.meeting.put("第七次会议")
    texts, written = opening.texts(), opening.page.finds.counts()["written"]
    deputy.presses(opening.page.foot.main_button)
    places = flow_of(deputy.window, ReplacingFlow).page
    assert f"改正了 {written} 处" in places.said.text()
    deputy.presses(places.leave_button)
    assert opening.page.isVisible()
    assert opening.told == "文字还没有换，刚才改的都还在。"
    assert opening.texts() == texts
    assert opening.page.description.said().meeting == "第七次会议"
    deputy.presses(opening.page.foot.undo_button)
    assert opening.texts() != texts
    deputy.key(Qt.Key.Key_Y, CONTROL)
    deputy.presses(opening.page.foot.main_button)
    flow_of(deputy.window, ReplacingFlow).accept()
    assert not any(unit.text.startswith("（一）经济运行") for unit in deputy.report.units)
    (entry,) = deputy.window.workspace.store.descriptions().values()
    assert entry.meeting == "第七次会议"


def test_a_text_is_not_corrected_further_where_another_report_is_shown(opening, deputy):
    first = deputy.report.id
    opening.opens()
    opening.takes()
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("（一）服务大局")
    opening.presses("paragraph")
    deputy.presses(opening.page.foot.main_button)
    places = flow_of(deputy.window, ReplacingFlow)
    deputy.window.change_report(first)
    places.leave()
    assert not opening.page.isVisible()


def test_a_page_that_was_told_is_taken_back_by_the_keys(opening, deputy):
    opening.opens()
    opening.chooses("加强队伍")
    deputy.enters(opening.page.unit.page_box, "12")
    opening.page.unit.page_box.setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert opening.told == "第12页从这里开始"
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert opening.told == "撤销了：第12页从这里开始"


def test_f6_goes_round_the_panes_and_never_leaves_the_page(opening, deputy):
    opening.opens()
    page = opening.page
    assert page.findings.hasFocus()
    deputy.key(Qt.Key.Key_F6)
    assert page.foot.main_button.hasFocus()
    deputy.key(Qt.Key.Key_F6)
    assert page.units.hasFocus()
    deputy.key(Qt.Key.Key_Return)
    deputy.key(Qt.Key.Key_F6)
    assert page.unit.text.hasFocus()
    deputy.key(Qt.Key.Key_F6)
    assert page.findings.hasFocus()
    assert page.isVisible()
    page.description.title.setFocus()
    deputy.key(Qt.Key.Key_F6)
    assert page.units.hasFocus()


def test_f6_leads_to_the_text_from_a_page_without_panes(opening, deputy):
    deputy.window.open_statistics()
    assert deputy.window.rooms.currentWidget() is not deputy.window.page
    deputy.key(Qt.Key.Key_F6)
    assert deputy.window.rooms.currentWidget() is deputy.window.page


def test_notes_are_counted_beside_the_paragraphs(opening):
    opening.opens()
    assert opening.page.left_words.text() == "2 个部分，6 段"
    opening.chooses("加强队伍")
    opening.page.unit.asked.emit("note")
    assert opening.page.left_words.text() == "2 个部分，5 段，1 条注释"


def test_a_row_stays_where_it_stands_while_it_is_corrected(opening, deputy):
    lines = [f"第{n}件事情已经办好，群众都说满意，还要接着往下办。" for n in range(60)]
    opening.opens("\n\n".join([*LINES, *lines]))
    opening.chooses("第30件")
    units = opening.page.units
    units.verticalScrollBar().setValue(units.verticalScrollBar().value() + 150)
    before = units.visualRect(units.currentIndex()).top()
    assert before > 0
    opening.presses("heading")
    assert units.unit().text.startswith("第30件")
    assert units.visualRect(units.currentIndex()).top() == before
    deputy.key(Qt.Key.Key_Z, CONTROL)
    assert units.visualRect(units.currentIndex()).top() == before


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1440, 900)])
@pytest.mark.parametrize("points", [14, 18, 22])
def test_nothing_lies_over_anything_at_any_size(opening, deputy, qtbot, size, points):
    deputy.window.resize(*size)
    try:
        deputy.window.looks.wear("dark", points)
        text = paths.shipped_report().read_text("utf-8-sig")
        opening.opens(text.replace("189.3", "189.4"), "报告.txt")
        page, pane = opening.page, opening.page.unit

        def is_well_laid() -> bool:
            strip = page.description
            return (
                are_apart(page.head, page.words, strip, page.band, page.findings, page.foot)
                and are_apart(page.head, page.words, pane, page.findings, page.foot)
                and are_apart(strip.title, strip.older)
                and are_apart(strip.edition, strip.older)
                and are_apart(pane.close_button, pane.text, pane.row, page.findings)
                and are_apart(pane.row, page.foot)
            )

        qtbot.waitUntil(is_well_laid)
        deputy.presses(page.band.buttons["edition"])
        qtbot.waitUntil(is_well_laid)
        opening.chooses("一、2025")
        assert pane.isVisible()
        qtbot.waitUntil(is_well_laid)
    finally:
        deputy.window.looks.wear("light", 14)


def are_apart(*widgets) -> bool:
    """Tell whether widgets that are seen follow one another downwards."""
    seen = [it for it in widgets if it.isVisible()]
    tops = [it.mapToGlobal(QPoint(0, 0)).y() for it in seen]
    ends = [top + it.height() for top, it in zip(tops, seen, strict=True)]
    return all(end <= top + 1 for end, top in zip(ends, tops[1:], strict=False))


def test_the_button_of_a_row_one_does_not_stand_on_is_pressed_at_once(opening, deputy):
    opening.opens(TEXT.replace("提高，审", "提高,审"))
    opening.shows("written")
    findings = opening.page.findings
    index = opening.page.finds.index(1, 0)
    row = index.data(FindRole.ROW)
    (place,) = findings._rows.buttons(row, findings.visualRect(index))
    left = Qt.MouseButton.LeftButton
    deputy.qtbot.mouseClick(findings.viewport(), left, pos=place.center())
    assert opening.told.startswith("还原：半角标点")
    assert findings.currentIndex().row() == 1
    deputy.qtbot.mousePress(findings.viewport(), left, pos=QPoint(60, 20))
    deputy.qtbot.mouseRelease(findings.viewport(), left, pos=place.center())
    assert findings.currentIndex().row() == 0
    assert len(opening.flow.preview.proof.said.corrections) == 1


def test_the_menu_of_a_row_offers_what_can_be_done(opening, deputy):
    opening.opens()
    page = opening.page
    opening.chooses("（一）服务大局")
    page.units.setFocus()
    where = page.units.visualRect(page.units.currentIndex()).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, where, page.units.viewport().mapToGlobal(where)
    )
    QApplication.sendEvent(page.units.viewport(), event)
    menu = QApplication.activePopupWidget()
    lines = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"改成正文", "上一级", "下一级", "与上一段合并", "不是正文", "改成落款"} <= set(lines)
    lines["第几页从这里开始……"].trigger()
    assert page.unit.page_box.hasFocus()
    lines["分成两段……"].trigger()
    assert page.unit.text.hasFocus()
    lines["改成注释"].trigger()
    menu.close()
    assert next(u.kind for u in opening.reading.units if "服务大局" in u.text) == "note"
    deputy.presses(page.unit.others)
    menu = QApplication.activePopupWidget()
    assert "改成注释" not in {action.text() for action in menu.actions()}
    menu.close()


def test_a_word_file_is_read_beside_the_window_and_can_be_cancelled(opening, deputy, qtbot):
    deputy.window.jobs.is_synchronous = False
    file = opening.folder / "慢.docx"
    file.write_bytes(hostile.slow_docx())
    opening.flow._take(file)
    qtbot.waitUntil(deputy.window.taking_in.bar.isVisible, timeout=20_000)
    deputy.presses(deputy.window.taking_in.bar.button)
    assert "已取消" in deputy.window.status.words
    (opening.folder / "报告.docx").write_bytes(hostile.sound_docx())
    opening.flow._take(opening.folder / "报告.docx")
    qtbot.waitUntil(opening.page.isVisible, timeout=20_000)
    opening.takes()
    assert any("请予审议" in unit.text for unit in deputy.report.units)


def test_a_corrected_text_is_put_into_its_own_report_whatever_is_shown(opening, deputy):
    first = deputy.report.id
    opening.opens()
    opening.takes()
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("（一）服务大局")
    opening.presses("paragraph")
    deputy.window.change_report(first)
    assert deputy.report.id == first
    assert opening.flow.preview.resume()
    deputy.presses(opening.page.foot.main_button)
    assert deputy.report.title == LINES[0]
    flow_of(deputy.window, ReplacingFlow).accept()
    assert next(u.kind for u in deputy.report.units if "服务大局" in u.text) == "paragraph"


def test_what_was_corrected_waits_for_the_next_day(deputy, tmp_path):
    deputy.starts()
    opening = Opening(deputy, tmp_path).opens()
    opening.chooses("加强队伍")
    opening.presses("merge")
    merged = opening.texts()
    deputy.starts_again()
    opening = Opening(deputy, tmp_path).opens()
    assert opening.texts() == merged
    assert opening.told.startswith("上次改到一半的 1 处已经接上")
    deputy.presses(opening.page.foot.leave_button)
    opening.opens()
    assert opening.texts() != merged


def test_pages_told_by_hand_alone_are_put_in_place_as_well(opening, deputy):
    deputy.chooses("报告", "校对这份报告")
    opening.chooses("（一）经济运行")
    deputy.enters(opening.page.unit.page_box, "3")
    deputy.presses(opening.page.unit.page_button)
    deputy.presses(opening.page.foot.main_button)
    flow_of(deputy.window, ReplacingFlow).accept()
    assert [mark.page for mark in deputy.report.marks if mark.origin == "hand"] == [3]
    deputy.window.undo()
    assert not any(mark.origin == "hand" for mark in deputy.report.marks)


def test_what_changes_no_text_is_kept_with_the_reading(opening, deputy):
    deputy.chooses("报告", "校对这份报告")
    opening.shows("doubt")
    opening.answers(0)
    opening.page.description.meeting.put("第七次会议")
    deputy.presses(opening.page.foot.main_button)
    (made, *_) = deputy.window.workspace.store.readings.of(deputy.report.id)
    assert any(isinstance(it, NotWrong) for it in made.corrections)
    (entry,) = deputy.window.workspace.store.descriptions().values()
    assert entry.meeting == "第七次会议"
    deputy.window.undo()
    (entry,) = deputy.window.workspace.store.descriptions().values()
    assert entry.meeting != "第七次会议"
