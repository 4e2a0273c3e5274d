"""The parts of the library's page: rows, tabs of meetings, the side, the boxes."""

import pytest
from PySide6.QtCore import Qt

from beiguan_desktop.core.report import Description
from beiguan_desktop.core.shelving import Listed, in_order
from beiguan_desktop.services import clock
from beiguan_desktop.ui.description_form import DescriptionForm
from beiguan_desktop.ui.library_list import LibraryList
from beiguan_desktop.ui.library_model import (
    LibraryModel,
    Role,
    Row,
    came_words,
    day_words,
    edition_words,
    what_words,
    written_words,
)
from beiguan_desktop.ui.library_side import LibrarySide, breakable
from beiguan_desktop.ui.library_words import described, facts, name_of, short
from beiguan_desktop.ui.meeting_tabs import MeetingTabs, short_meeting, shorter_meetings
from beiguan_desktop.ui.older_choice import NONE, OlderChoice
from beiguan_desktop.ui.theme import LIGHT

SIXTH = "北关区第七届人民代表大会第六次会议"
TEN = "一二三四五六七八九十"


def report(name="a", **more):
    return Listed(name, f"报告{name}", reader=1, **more)


def row_of(*reports, at=0, **more):
    return Row(in_order(reports)[at], **{"is_here": False, "is_staff": False, **more})


# -- what rows say


@pytest.mark.parametrize(
    ("counts", "is_staff", "words"),
    [
        ((0, 0, 0), False, "还没有意见"),
        ((2, 2, 0), False, "我的意见 2 条"),
        ((2, 2, 1), False, "我的意见 2 条　草稿 1 条"),
        ((5, 2, 0), True, "意见 5 条，其中我的 2 条"),
        ((5, 0, 0), True, "意见 5 条"),
        ((0, 0, 1), True, "还没有意见　草稿 1 条"),
    ],
)
def test_a_deputy_hears_of_his_own_opinions_and_staff_of_everybodys(counts, is_staff, words):
    comments, mine, drafts = counts
    listed = report(comments=comments, mine=mine, drafts=drafts)
    assert written_words(listed, is_staff=is_staff) == words


def test_an_older_edition_names_the_one_that_took_its_place():
    old, new = report("a", edition="征求意见稿"), report("b", edition="审议稿", edition_of="a")
    standings = in_order([old, new])
    assert [edition_words(it) for it in standings] == ["审议稿", "征求意见稿（已有审议稿）"]
    bare = in_order([report("a"), report("b", edition_of="a")])
    assert edition_words(bare[1]) == "旧的一稿（已有新的一稿）"


def test_the_meeting_is_not_said_again_under_its_own_tab():
    listed = report(genre="计划", meeting=SIXTH)
    assert what_words(row_of(listed), "2026年1月8日") == f"计划　2026年1月8日　{SIXTH}"
    assert what_words(row_of(listed, names_meeting=False), "") == "计划"


def test_the_year_is_told_unless_it_is_this_one():
    year = clock.today().year
    assert day_words(f"{year}-03-05T12:00:00+08:00") == "3月5日"
    assert day_words("2019-03-05T12:00:00+08:00") == "2019年3月5日"
    assert day_words("") == ""
    assert came_words(report(received_at="2019-03-05T12:00:00+08:00", file="a.txt")) == (
        "2019年3月5日放进资料库　a.txt"
    )
    assert came_words(report()) == ""


def test_what_has_been_changed_is_said_in_words():
    older = report("old", edition="审议稿", file="a.txt")
    assert described("title", "计划报告", []) == "标题改成了“计划报告”"
    assert described("edition", "", []) == "版本空着了"
    assert described("edition_of", "old", [older]) == "上一稿改成了“报告old　审议稿　a.txt”"
    assert described("edition_of", None, [older]) == "不再有上一稿"
    assert short("字" * 30) == "字" * 24 + "…"
    assert name_of(Listed("x", " ")) == "（没有标题）"


# -- the list


@pytest.fixture
def model(qapp):
    return LibraryModel()


@pytest.fixture
def view(model, qtbot):
    made = LibraryList(model, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def test_days_are_asked_for_some_at_a_time(model):
    asked = []

    def days_of(reports):
        asked.append(list(reports))
        return {it: f"{it}日" for it in reports[:-1]}

    model.days_of = days_of
    model.set_rows(row_of(report(str(at))) for at in range(100))
    assert len(asked) == 1
    assert model.day(0) == "0日"
    assert model.day(39) == ""
    assert len(asked) == 1
    assert model.index(50).data(Role.DAY) == "50日"
    assert len(asked) == 2
    assert model.known_day("99") is None
    model.forget_days()
    assert model.known_day("0") is None


def test_no_index_is_no_report(model):
    assert model.data(model.index(-1)) is None
    assert model.at("unknown") is None
    model.set_rows([row_of(report())])
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(0).data() == "报告a"


def test_a_long_title_makes_its_row_higher_and_a_narrow_list_every_row(view, model):
    long = Listed("b", "关于促进民营经济高质量发展情况的报告" * 11, reader=1)
    model.set_rows([row_of(report()), row_of(long)])
    low, high = (view.sizeHintForRow(at) for at in range(2))
    assert high > low + 50
    view.resize(420, 500)
    assert view.sizeHintForRow(1) > high


def test_rows_are_painted_with_their_signs_in_every_state(view, model):
    damaged = Listed("c", "坏了的", edition="审议稿")
    hidden = report("d", hidden_at="2026-01-01", file="长" * 80)
    rows = [row_of(report(), is_here=True), row_of(damaged), row_of(hidden)]
    model.set_rows(rows)
    view.setFocus()
    assert [row.sign for row in rows] == ["现在打开的", "", "已隐藏"]
    view.setCurrentIndex(model.index(1))
    assert not view.grab().isNull()
    assert "读不出来" in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_row_in_its_place_is_stood_on_when_a_report_is_gone(view, model):
    model.set_rows(row_of(report(str(at))) for at in range(3))
    view.stand_on("1")
    assert view.current.report.id == "1"
    view.stand_on("gone", 7)
    assert view.current.report.id == "2"
    model.set_rows([])
    view.stand_on("gone")
    assert view.current is None


def test_keys_and_clicks_say_what_is_wanted(view, model, qtbot):
    model.set_rows([row_of(report())])
    view.stand_on("a")
    told = []
    for name in ("opened", "hide_asked", "describe_asked"):
        getattr(view, name).connect(lambda it, name=name: told.append((name, it)))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_A):
        qtbot.keyClick(view, key)
    at = view.visualRect(model.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    names = ["opened", "hide_asked", "describe_asked", "opened"]
    assert told == [(name, "a") for name in names]


# -- meetings


def test_a_meeting_is_named_as_people_say_it():
    assert short_meeting(SIXTH) == "北关区第七届人大第六次会议"
    assert short_meeting("") == "没有写明"
    assert len(short_meeting("某" * 60)) == 24


def test_whose_meeting_it_is_is_left_out_only_where_all_are_of_one():
    ours = ["北关区第七届人大第六次会议", "北关区第七届人大第五次会议", "没有写明"]
    assert shorter_meetings(ours) == ["第七届人大第六次会议", "第七届人大第五次会议", "没有写明"]
    both = ["北关区第七届人大第六次会议", "青石县第七届人大第六次会议"]
    assert shorter_meetings(both) == both


def test_meetings_without_room_are_in_a_menu_and_the_chosen_one_is_always_seen(qtbot):
    tabs = MeetingTabs(LIGHT)
    qtbot.addWidget(tabs)
    tabs.resize(700, 44)
    tabs.show()
    tabs.show_meetings({f"北关区第七届人民代表大会第{it}次会议": 2 for it in TEN} | {"": 1})
    told = []
    tabs.chosen.connect(told.append)
    assert tabs.tabs[0].text() == "全部 21"
    assert tabs.more.isVisible()
    tabs.more.setFocus()
    tabs.more.click()
    line = tabs.menu.actions()[-1]
    assert line.text() == "没有写明 1"
    line.trigger()
    tabs.menu.close()
    assert told == [""]
    assert tabs.tabs[-1].isVisible()
    assert tabs.tabs[-1].isChecked()
    rights = [it.geometry().right() for it in tabs.tabs if it.isVisible()]
    assert max(rights) < tabs.more.x() <= tabs.width()


def test_a_meeting_that_has_no_report_any_more_gives_way_to_all(qtbot):
    tabs = MeetingTabs(LIGHT)
    qtbot.addWidget(tabs)
    tabs.resize(900, 44)
    tabs.show()
    tabs.show_meetings({SIXTH: 2, "": 1})
    tabs.tabs[1].click()
    tabs.show_meetings({SIXTH: 1, "": 1})
    assert tabs.wanted == SIXTH
    assert tabs.tabs[1].accessibleName() == "北关区第七届人大第六次会议的报告，1份"
    tabs.show_meetings({"": 1})
    assert tabs.wanted is None
    assert tabs.tabs[0].isChecked()
    assert not tabs.more.isVisible()


# -- the side and the boxes


def test_the_side_shows_what_there_is_and_offers_what_can_be_done(qtbot):
    side = LibrarySide()
    qtbot.addWidget(side)
    side.show()
    told = []
    side.asked.connect(told.append)
    row = row_of(report(genre="计划"))
    side.show_report("计划报告", facts(row, "", ""), "", ["open"])
    assert side.facts["类别"][1].text() == "计划"
    assert not side.facts["会议"][0].isVisible()
    assert [name for name, it in side.acts.items() if it.isVisible()] == ["open"]
    side.acts["open"].click()
    assert told == ["open"]
    side.tell("请先打开另一份。")
    assert side.notice.isVisible()


def test_letters_without_blanks_may_be_broken():
    assert breakable("beiguan-2026-report.txt").replace("\u200b", "") == "beiguan-2026-report.txt"
    assert "\u200b" in breakable("beiguan-2026-report.txt")
    assert breakable("政府工作报告") == "政府工作报告"


@pytest.fixture
def form(qtbot):
    made = DescriptionForm()
    qtbot.addWidget(made)
    made.show()
    made.put(Description("a", "政府工作报告", "政府工作报告", "审议稿"), [SIXTH], [("b", "另一份")])
    return made


def test_each_box_tells_what_is_new_once_it_is_left(form):
    told = []
    form.described.connect(lambda field, value: told.append((field, value)))
    form.leave()
    assert told == []
    form.title.setText("  报告的\u3000题目 ")
    form.edition.picked.emit("修改稿")
    form.older.chosen.emit("b")
    form.older.chosen.emit("")
    assert told == [("edition", "修改稿"), ("edition_of", "b"), ("edition_of", None)]
    form.leave()
    assert ("title", "报告的 题目") in told


def test_words_being_written_stay_when_the_description_changes(form, qtbot):
    qtbot.waitUntil(form.isActiveWindow)
    form.title.setFocus()
    qtbot.waitUntil(form.title.hasFocus)
    form.title.setText("写到一半")
    form.put(Description("a", "政府工作报告", "计划", "审议稿"), [], [])
    assert form.title.text() == "写到一半"
    assert form.genre.line.text() == "计划"
    form.put(Description("b", "另一份", "计划", ""), [], [])
    assert form.title.text() == "另一份"


def test_a_form_without_a_report_says_nothing(qtbot):
    form = DescriptionForm()
    qtbot.addWidget(form)
    told = []
    form.described.connect(lambda *_: told.append(1))
    form.leave()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.keyClick(form, Qt.Key.Key_A)
    assert told == []


def test_the_older_edition_is_chosen_from_a_menu(qtbot):
    choice = OlderChoice()
    qtbot.addWidget(choice)
    choice.resize(200, 44)
    choice.show()
    choice.put("", [("b", "关于某事的报告　审议稿　<很长的>文件名.txt")])
    assert choice.words == NONE
    told = []
    choice.chosen.connect(told.append)
    choice.click()
    first, second = choice.menu_of_choices.actions()
    assert first.isChecked()
    second.trigger()
    choice.menu_of_choices.close()
    assert told == ["b"]
    choice.put("b", [("b", "另一份")])
    assert choice.accessibleName() == "上一稿：另一份，按空格换"
    assert not choice.grab().isNull()
