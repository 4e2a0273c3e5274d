"""A new edition: older opinions are offered and taken over; what was adopted is confirmed."""

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.services import clock, commenting, importing
from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.adoption_flow import NAME, AdoptionFlow
from beiguan_desktop.ui.card_tags import FOLLOWS, tag_words
from beiguan_desktop.ui.compare_door import open_compare
from beiguan_desktop.ui.compare_flow import CompareFlow
from beiguan_desktop.ui.compare_page import MERGED, SIDES
from beiguan_desktop.ui.crossing_flow import CrossingFlow
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.people_flow import PeopleFlow
from beiguan_desktop.ui.place_seeking import PlaceSeeker
from tests.journeys.surroundings import full_disk, read_only
from tests.journeys.test_comparing import AIR, COURT, NEW, OLD
from tests.journeys.watching import watching

CONTROL = Qt.KeyboardModifier.ControlModifier
STAYS, GONE = "粮食总产量保持稳定", "河湖水质持续改善"


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put other looks off again: they belong to the whole process."""
    yield
    dressing.wear(qapp, "light", 14)


def put(deputy, folder, text, edition, older=None) -> str:
    """Put a report into the library, as importing does."""
    file = folder / f"{edition}.txt"
    file.write_text(text, "utf-8")
    store = deputy.window.workspace.store
    done = importing.import_report(store, file, now=clock.now(), edition=edition, edition_of=older)
    return done.report


def writes(deputy, quote: str, kind: str, text: str = "", act: str = "", new: str = "") -> str:
    """Write an opinion on words of the report that is shown."""
    workspace = deputy.window.workspace
    unit = next(it for it in workspace.report.units if quote in it.text)
    at = unit.text.index(quote)
    comment_id = clock.new_id()
    change = commenting.add(
        workspace.report,
        anchoring.passage(workspace.report, unit.ordinal, at, at + len(quote)),
        commenting.Words(kind, text, act, new),
        author=workspace.me,
        comment_id=comment_id,
        change_id=clock.new_id(),
        now=clock.now(),
    )
    assert workspace.do(change)
    return comment_id


@pytest.fixture
def reader(deputy, tmp_path):
    """Somebody with three opinions on the older of two editions, who opens the newer one."""
    deputy.starts()
    deputy.old = put(deputy, tmp_path, OLD, "审议稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿", deputy.old)
    deputy.window.change_report(deputy.old)
    deputy.asked = writes(deputy, STAYS, "建议", "请写明亩产。")
    deputy.lost = writes(deputy, GONE, "建议", "请点名哪几条河。")
    deputy.done = writes(deputy, "二十八个", "修改", act="修改", new="三十二个")
    opens_newer(deputy)
    return deputy


def opens_newer(deputy) -> None:
    deputy.window.change_report(deputy.new)
    QApplication.processEvents()


def crossing(deputy) -> CrossingFlow:
    return flow_of(deputy.window, CrossingFlow)


def bar(deputy):
    return crossing(deputy).bar


def place_of(deputy, words: str) -> tuple[int, str]:
    """Return where words stand: the number of their paragraph, and themselves."""
    found = next(it for it in deputy.report.paragraphs.values() if words in it.text)
    return found.number, words


def looks(deputy):
    """Open the list by the bar; return its page."""
    deputy.presses(bar(deputy).look_button)
    page = crossing(deputy).page
    assert deputy.window.rooms.currentWidget() is page
    return page


def texts(deputy) -> list[str]:
    return sorted(it.text for it in deputy.window.workspace.comments.values())


def undoes(deputy) -> None:
    deputy.key(Qt.Key.Key_Z, CONTROL)


def stands_on(page, key: str) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index_of(key))


# -- offered and taken over


def test_older_opinions_are_offered_quietly_and_taken_over(reader):
    assert bar(reader).isVisible()
    assert bar(reader).words.text() == (
        "上一稿有 3 条意见：1 条已找到位置，1 条要的话已写进新稿，1 条找不准。"
    )
    page = looks(reader)
    rows = {row.key: row for row in page.model.rows()}
    assert (rows[reader.asked].section, rows[reader.asked].decision) == ("exact", "就放这里")
    assert (rows[reader.lost].section, rows[reader.lost].decision) == ("lost", "")
    assert (rows[reader.done].section, rows[reader.done].decision) == ("changed", "先不放")
    assert rows[reader.done].told == "“三十二个”已写进第3段，不必再提。"
    assert page.main_button.text() == "把 1 条放到这一稿"
    reader.presses(page.main_button)
    (new,) = reader.window.workspace.comments.values()
    assert (new.text, new.follows, new.report) == ("请写明亩产。", reader.asked, reader.new)
    assert new.anchor.quote == STAYS
    assert reader.window.page.undo_bar.words == "已把 1 条意见放到这一稿，还有 2 条没有放"
    undoes(reader)
    assert texts(reader) == []
    reader.key(Qt.Key.Key_Y, CONTROL)
    assert texts(reader) == ["请写明亩产。"]
    reader.starts_again()
    QApplication.processEvents()
    assert texts(reader) == ["请写明亩产。"]
    assert bar(reader).words.text() == ("上一稿还有 2 条意见：1 条要的话已写进新稿，1 条找不准。")
    reader.window.change_report(reader.old)
    assert len(reader.window.workspace.comments) == 3
    assert not bar(reader).isVisible()


def test_one_that_has_no_place_gets_it_by_a_click(reader):
    page = looks(reader)
    stands_on(page, reader.lost)
    reader.key(Qt.Key.Key_Right)
    hand = flow_of(reader.window, PlaceSeeker).bar
    assert hand.isVisible()
    assert GONE in hand.stood.text()
    reader.clicks(5, "为小微企业减轻负担")
    assert texts(reader) == ["请点名哪几条河。"]
    assert not hand.isVisible()
    assert reader.window.rooms.currentWidget() is page
    assert reader.lost not in {row.key for row in page.model.rows()}
    reader.presses(page.main_button)
    assert texts(reader) == ["请写明亩产。", "请点名哪几条河。"]
    undoes(reader)
    undoes(reader)
    assert texts(reader) == []
    reader.starts_again()
    assert texts(reader) == []


def test_placing_by_hand_can_be_given_up_and_refuses_what_does_not_fit(reader):
    page = looks(reader)
    stands_on(page, reader.lost)
    reader.key(Qt.Key.Key_Right)
    reader.key(Qt.Key.Key_Escape)
    assert reader.window.rooms.currentWidget() is page
    stands_on(page, reader.done)
    reader.key(Qt.Key.Key_Right)
    hand = flow_of(reader.window, PlaceSeeker).bar
    assert "二十八个" in hand.stood.text()
    assert "“…一千二百个" in hand.stood.text()
    assert hand.words.text() == "修改：将“二十八个”改为“三十二个”。"
    reader.presses(hand.whole_button)
    assert "改报告的意见要放在一句话或者一段上" in reader.window.status.words
    assert hand.isVisible()
    assert texts(reader) == []


def test_a_change_put_on_other_words_is_told_as_it_reads_now(reader):
    page = looks(reader)
    stands_on(page, reader.lost)
    reader.key(Qt.Key.Key_Right)
    reader.clicks(*place_of(reader, STAYS))
    assert not page.told.isVisible()
    stands_on(page, reader.done)
    reader.key(Qt.Key.Key_Right)
    reader.clicks(*place_of(reader, STAYS))
    assert page.told.isVisible()
    assert "改为“三十二个”。不合适" in page.told.text()
    assert STAYS in page.told.text()
    undoes(reader)
    assert texts(reader) == ["请点名哪几条河。"]


def test_f6_goes_from_the_list_to_what_puts_it_in_place(reader):
    page = looks(reader)
    stands_on(page, reader.lost)
    reader.key(Qt.Key.Key_F6)
    assert page.main_button.hasFocus()
    reader.key(Qt.Key.Key_F6)
    assert page.list.hasFocus()


def test_the_places_where_words_may_be_now_are_walked_through(reader):
    page = looks(reader)
    stands_on(page, reader.asked if page.model.is_folded("exact") is False else reader.lost)
    page.model.fold("exact")
    stands_on(page, reader.asked)
    reader.key(Qt.Key.Key_Right)
    hand = flow_of(reader.window, PlaceSeeker).bar
    assert hand.found.text().startswith("可能在这里：第4段")
    reader.key(Qt.Key.Key_Return)
    assert texts(reader) == ["请写明亩产。"]


def test_each_row_can_be_left_or_taken(reader):
    page = looks(reader)
    page.model.fold("exact")
    stands_on(page, reader.asked)
    reader.key(Qt.Key.Key_Delete)
    assert not page.main_button.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert page.main_button.isVisible()
    reader.presses(page.back_button)
    assert reader.window.page.isVisible()
    assert texts(reader) == []


def test_it_is_not_offered_again_once_refused(reader):
    reader.presses(bar(reader).no_button)
    assert not bar(reader).isVisible()
    reader.starts_again()
    QApplication.processEvents()
    assert bar(reader) is None
    crossing(reader).open()
    assert len(crossing(reader).page.model.rows()) == 3


def test_it_is_offered_when_somebody_says_later_which_edition_was_before(deputy, tmp_path):
    deputy.starts()
    deputy.old = put(deputy, tmp_path, OLD, "审议稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿")
    deputy.window.change_report(deputy.old)
    writes(deputy, STAYS, "建议", "请写明亩产。")
    opens_newer(deputy)
    workspace = deputy.window.workspace
    was = workspace.store.descriptions()[deputy.new]
    named = Edit(was.id, was, replace(was, edition_of=deputy.old))
    workspace.do(Change(clock.new_id(), "改报告的上一稿", clock.now(), None, (named,)))
    QApplication.processEvents()
    assert bar(deputy).words.text() == "上一稿有 1 条意见，都已找到位置。"


def test_a_meeting_named_by_hand_stands_on_the_paper_at_once(reader):
    workspace = reader.window.workspace
    was = workspace.store.descriptions()[reader.new]
    named = Edit(was.id, was, replace(was, meeting="南桥区第二次会议"))
    workspace.do(Change(clock.new_id(), "改报告的会议", clock.now(), None, (named,)))
    assert workspace.report.meeting == "南桥区第二次会议"


def test_another_report_named_as_the_edition_before_is_told_before_anything_moves(deputy, tmp_path):
    deputy.starts()
    deputy.old = put(deputy, tmp_path, COURT, "审议稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿", deputy.old)
    deputy.window.change_report(deputy.old)
    writes(deputy, "第三项", "建议", "请写明。")
    opens_newer(deputy)
    page = looks(deputy)
    assert page.told.text().startswith("这两份不像同一份报告的两稿")
    assert page.told.isVisible()


def test_nothing_waits_any_more(reader):
    for key in (reader.asked, reader.lost, reader.done):
        reader.window.change_report(reader.old)
        comments = reader.window.workspace.comments
        done = commenting.withdraw(comments[key], change_id=clock.new_id(), now=clock.now())
        reader.window.workspace.do(done)
    opens_newer(reader)
    assert not bar(reader).isVisible()
    crossing(reader).open()
    assert crossing(reader).page.head.text() == "上一稿的意见都放过来了"


def test_a_full_disk_leaves_the_list_as_it_is(reader):
    page = looks(reader)
    with full_disk(reader.database):
        reader.presses(page.main_button)
    assert texts(reader) == []
    assert page.main_button.isVisible()
    reader.presses(page.main_button)
    assert texts(reader) == ["请写明亩产。"]


def test_what_is_undone_meanwhile_comes_back_into_the_list(reader):
    reader.presses(looks(reader).main_button)
    page = crossing(reader).page
    crossing(reader).open()
    assert len(page.model.rows()) == 2
    reader.window.undo()
    assert len(page.model.rows()) == 3


def test_a_card_says_that_it_goes_on_and_leads_to_the_older_one(reader):
    reader.presses(looks(reader).main_button)
    (new,) = reader.window.workspace.comments.values()
    assert tag_words(new) == (FOLLOWS,)
    reader.window.page.panel.choose(new.id)
    menu = reader.opens_card_menu()
    (way,) = (it for it in menu.actions() if it.text() == "看上一稿的那条意见")
    way.trigger()
    menu.close()
    assert reader.window.workspace.shown == reader.old
    assert reader.window.page.panel.current == reader.asked


def test_the_older_one_that_was_withdrawn_is_told(reader):
    reader.presses(looks(reader).main_button)
    workspace = reader.window.workspace
    (new,) = workspace.comments.values()
    old = workspace.store.present([reader.asked])[reader.asked]
    workspace.do(commenting.withdraw(old, change_id=clock.new_id(), now=clock.now()))
    reader.window.page.panel.choose(new.id)
    menu = reader.opens_card_menu()
    next(it for it in menu.actions() if it.text() == "看上一稿的那条意见").trigger()
    menu.close()
    assert "已经撤回了" in reader.window.status.words
    assert workspace.shown == reader.new


# -- 采纳对照


def adoption(deputy):
    """Open 采纳对照; return its tab."""
    open_compare(deputy.window, deputy.old, deputy.new)
    deputy.window.findChild(CompareFlow).page.top.choose(NAME)
    return flow_of(deputy.window, AdoptionFlow).tab


def decisions(deputy):
    found = deputy.window.workspace.store.decisions(deputy.new)
    return [(it.outcome, it.note) for it in found]


def test_what_was_adopted_is_confirmed_and_undone(reader):
    tab = adoption(reader)
    assert tab.head.text() == "上一稿有 1 条意见要改文字。看来采纳 1 条。"
    (row,) = tab.model.rows()
    assert (row.key, row.told) == (reader.done, "看来采纳了：“三十二个”已写进第3段。")
    assert ("二十八个" in row.old, "三十二个" in row.new) == (True, True)
    stands_on(tab, reader.done)
    reader.key(Qt.Key.Key_1)
    assert decisions(reader) == [("采纳", "")]
    (row,) = tab.model.rows()
    assert (row.section, row.decision, row.told) == ("exact", "采纳", "已确认：采纳")
    assert tab.head.text().endswith("已确认 1 条。")
    reader.window.undo()
    assert decisions(reader) == []
    assert tab.model.rows()[0].section == "changed"
    reader.window.redo()
    stands_on(tab, reader.done)
    reader.enters(tab.note, "已经写进民生实事")
    reader.presses(tab.note_button)
    assert decisions(reader) == [("采纳", "已经写进民生实事")]
    stands_on(tab, reader.done)
    reader.key(Qt.Key.Key_2)
    assert decisions(reader) == [("部分采纳", "已经写进民生实事")]
    reader.starts_again()
    tab = adoption(reader)
    assert tab.model.rows()[0].told == "已确认：部分采纳。说明：已经写进民生实事"
    stands_on(tab, reader.done)
    assert tab.note.text() == "已经写进民生实事"
    reader.key(Qt.Key.Key_Delete)
    assert decisions(reader) == []


def two_suggestions(deputy) -> tuple[str, str]:
    """Ask for another word in the older edition as well; return both in their order."""
    deputy.window.change_report(deputy.old)
    first = writes(deputy, STAYS, "修改", act="修改", new="粮食产量只增不减")
    return first, deputy.done


def test_what_was_undone_is_the_one_to_go_on_with(reader):
    first, second = two_suggestions(reader)
    tab = adoption(reader)
    keys = [row.key for row in tab.model.rows()]
    assert sorted(keys) == sorted((first, second))
    stands_on(tab, keys[0])
    reader.key(Qt.Key.Key_3)
    assert tab.key == keys[1]
    undoes(reader)
    assert tab.key == keys[0]
    reader.window.redo()
    assert tab.key == keys[0]
    stands_on(tab, keys[1])
    reader.key(Qt.Key.Key_1)
    assert sorted(decisions(reader)) == [("未见", ""), ("采纳", "")]
    stands_on(tab, keys[0])
    undoes(reader)
    assert tab.key == keys[1]
    tab.model.fold("exact")
    reader.window.redo()  # all are confirmed, and put away under their head
    assert tab.key == ""
    undoes(reader)
    assert tab.key == keys[1]
    undoes(reader)
    assert tab.key == keys[0]
    reader.window.redo()
    assert tab.key == keys[1]  # the one that is left


def test_what_chooses_among_changes_is_not_offered_beside_suggestions(reader):
    two_suggestions(reader)
    tab = adoption(reader)
    page = reader.window.findChild(CompareFlow).page
    changes = (page.top.place, page.previous_button, page.next_button, page.side.only_changes)
    choices = (*changes, *page.side.rows.values())
    slot = flow_of(reader.window, AdoptionFlow).slot
    page.set_points(18)  # letters of another size bring nothing back
    assert page.top.place.text() == ""
    assert not any(it.isVisible() for it in choices[1:])
    assert slot.isVisible()
    assert page.side.slot_title.isVisible()
    keys = [row.key for row in tab.model.rows()]
    stands_on(tab, keys[0])
    for key in (keys[1], keys[0]):
        reader.key(Qt.Key.Key_F7)
        assert tab.key == key
    reader.key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert tab.key == keys[1]
    assert tab.isVisible()
    for name in (SIDES, MERGED):
        page.top.choose(NAME)
        page.top.choose(name)
        assert all(it.isVisible() for it in choices)
        assert page.top.place.text().startswith("第 1 处，共")


def test_f7_leads_nowhere_without_suggestions(deputy, tmp_path):
    deputy.starts()
    deputy.old = put(deputy, tmp_path, OLD, "审议稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿", deputy.old)
    tab = adoption(deputy)
    deputy.window.findChild(CompareFlow).page.step(1)
    assert tab.isVisible()
    assert tab.key == ""


def test_a_note_can_be_given_up(reader):
    tab = adoption(reader)
    stands_on(tab, reader.done)
    tab.note.setFocus()
    reader.types("写错了")
    reader.key(Qt.Key.Key_Escape)
    assert (tab.note.text(), tab.list.hasFocus()) == ("", True)
    tab.note.setFocus()
    reader.types("看过了")
    reader.key(Qt.Key.Key_Return)
    assert decisions(reader) == []
    reader.key(Qt.Key.Key_3)
    assert decisions(reader) == [("未见", "看过了")]


def test_the_places_are_told_beside_the_changes_and_lead_to_the_list(reader):
    adoption(reader)
    slot = flow_of(reader.window, AdoptionFlow).slot
    assert slot.words.text() == (
        "1 条已找到位置，还没有放；1 条要的话已写进新稿；1 条找不准，没有猜。"
    )
    assert slot.button.text() == "看没有放的 3 条"
    reader.presses(slot.button)
    page = crossing(reader).page
    assert reader.window.rooms.currentWidget() is page
    reader.presses(page.main_button)
    open_compare(reader.window, reader.old, reader.new)
    assert slot.words.text().startswith("1 条已放到新稿；")


def test_editions_without_opinions_say_so(deputy, tmp_path):
    deputy.starts()
    deputy.old = put(deputy, tmp_path, OLD, "审议稿")
    deputy.new = put(deputy, tmp_path, NEW, "修改稿", deputy.old)
    opens_newer(deputy)
    assert bar(deputy) is None
    tab = adoption(deputy)
    assert tab.head.text() == "上一稿没有要改文字的意见。"
    assert flow_of(deputy.window, AdoptionFlow).slot.words.text() == "上一稿没有意见。"


def test_who_sits_down_sees_nothing_of_what_another_asked_for(reader):
    tab, slot = adoption(reader), flow_of(reader.window, AdoptionFlow).slot
    assert len(tab.model.rows()) == 1
    other = Person(clock.new_id(), "李秀英", "第二代表团")
    assert flow_of(reader.window, PeopleFlow).sit_down(other)
    assert (tab.model.rows(), slot.words.text()) == ([], "上一稿没有意见。")
    reader.window.rooms.show_text()
    me = next(it for it in reader.window.workspace.store.people() if it.name != "李秀英")
    assert flow_of(reader.window, PeopleFlow).sit_down(me)
    tab = adoption(reader)
    assert len(tab.model.rows()) == 1


def test_what_is_asked_for_meanwhile_comes_into_the_list(reader):
    tab = adoption(reader)
    reader.window.change_report(reader.old)
    reader.window.rooms.show_text()
    more = writes(reader, STAYS, "修改", act="修改", new="粮食总产量稳中有增")
    tab = adoption(reader)
    assert {row.key for row in tab.model.rows()} == {reader.done, more}
    reader.window.undo()
    assert {row.key for row in tab.model.rows()} == {reader.done}


def test_where_nothing_can_be_written_one_looks_and_is_offered_nothing(reader, qtbot, open_folder):
    shutil.copyfile(reader.database, open_folder / "资料库.db")
    other = reader.window
    with read_only(open_folder):
        window = MainWindow(open_folder / "资料库.db", jobs=Jobs(is_synchronous=True))
        qtbot.addWidget(window)
        window.show()
        window.open()
        reader.window = window
        tab = adoption(reader)
        (row,) = tab.model.rows()
        assert (row.key, row.acts, tab.note.isEnabled()) == (reader.done, (), False)
        slot = flow_of(window, AdoptionFlow).slot
        assert "还没有放" in slot.words.text()
        assert slot.button.isHidden()
        window.close()
    reader.window = other


def test_it_is_dressed_anew_with_everything_else(reader, qapp):
    page, tab = looks(reader), adoption(reader)
    before = [it.minimumHeight() for it in (bar(reader).look_button, tab.note)]
    dressing.wear(qapp, "dark", 22)
    after = [it.minimumHeight() for it in (bar(reader).look_button, tab.note)]
    assert all(one < other for one, other in zip(before, after, strict=True))
    assert page.list.palette().base().color().name() == "#1d1b19"


# -- very many


def test_ten_thousand_opinions_do_not_hold_the_window_up(reader, qtbot):
    workspace = reader.window.workspace
    old = workspace.store.shelf.load(reader.old)
    unit = next(it for it in old.units if STAYS in it.text)
    other = next(it for it in old.units if AIR in it.text)
    edits = []
    for at in range(10_000):
        start = at % 10
        where = unit if at % 50 else other
        anchor = anchoring.passage(old, where.ordinal, start, start + 12)
        made = Comment(
            clock.new_id(), old.id, old.reading, anchor, "建议", f"第{at}条", workspace.me.id,
            "张建国", "第三代表团", clock.now(), clock.now(),
        )  # fmt: skip
        edits.append(Edit(made.id, None, made))
    workspace.store.apply(Change(clock.new_id(), "写", clock.now(), None, tuple(edits)))
    reader.window.close()
    busy = reader.window = MainWindow(reader.database, jobs=Jobs())
    qtbot.addWidget(busy)
    busy.show()
    busy.open()
    flow = crossing(reader)
    qtbot.waitUntil(lambda: flow.bar is not None and flow.bar.isVisible(), timeout=30_000)
    assert flow.bar.words.text().startswith("上一稿有 10003 条意见：")
    with watching() as watch:
        watch("opened", flow.open)
    qtbot.waitUntil(lambda: flow.page.model.rowCount() > 0, timeout=30_000)
    with watching() as watch:
        watch("taken over", flow.page.accepted.emit)
    qtbot.waitUntil(lambda: len(workspace_of(reader).comments) > 9_000, timeout=30_000)
    assert busy.isEnabled()


def workspace_of(deputy):
    return deputy.window.workspace
