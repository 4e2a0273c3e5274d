"""Which cards are shown, in what order; what is hidden is said, and nothing is hidden for long."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.handing_in import HandIn, contents
from beiguan_desktop.core.sifting import BY_KIND, NEWEST, Sieve
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.comment_model import Role
from beiguan_desktop.ui.sift_menu import SiftMenu
from tests.journeys.test_bin_and_past import hands_in, rewords, writes
from tests.journeys.watching import watching

LEFT = Qt.MouseButton.LeftButton


def puts(deputy, kind, words, number, more=commenting.NO_MORE, author=None):
    workspace, report = deputy.window.workspace, deputy.report
    change = commenting.add(
        report,
        commenting.place(report, paragraph=number, quote=None, nth=None),
        commenting.Words(kind, words),
        author=author or workspace.ensure_me(),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
        more=more,
    )
    assert workspace.do(change)
    return change.edits[-1].after


@pytest.fixture
def full(deputy):
    """A deputy with four opinions, all of them in sight."""
    deputy.starts()
    puts(deputy, "询问", "问一下", 9)
    puts(deputy, "建议", "只给自己看", 5, commenting.More(private=True))
    puts(deputy, "建议", "公开的", 3)
    puts(deputy, "批评", "批评一句", 7)
    deputy.presses(panel(deputy).tabs[2])
    return deputy


def panel(deputy):
    return deputy.window.page.panel


def cards(deputy) -> list[str]:
    shown = panel(deputy).list.shown
    return [shown.index(row, 0).data(Role.COMMENT).text for row in range(shown.rowCount())]


def opens(deputy) -> SiftMenu:
    deputy.presses(panel(deputy).sifting.button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, SiftMenu)
    return menu


def ticks(deputy, menu, words: str) -> None:
    """Click on a line of a menu, or of one below it."""
    if not any(it.text() == words for it in menu.actions()):
        below = (it.menu() for it in menu.actions() if it.menu() is not None)
        menu = next(it for it in below if words in [line.text() for line in it.actions()])
    action = next(it for it in menu.actions() if it.text() == words)
    menu.popup(menu.pos())
    deputy.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert menu.isVisible(), "it stays while one ticks several lines"


def test_kinds_are_ticked_one_after_another_and_what_is_hidden_is_said(full):
    menu = opens(full)
    ticks(full, menu, "询问")
    assert cards(full) == ["问一下"]
    ticks(full, menu, "批评")
    assert cards(full) == ["批评一句", "问一下"]
    menu.close()
    line = panel(full).sifting.line
    assert line.isVisible()
    assert line.button.accessibleName() == "只看批评、询问，藏起 2 条，点开改"
    assert "藏起 2 条" in line.button.text()
    full.presses(line.open_button)
    assert len(cards(full)) == 4
    assert not line.isVisible()
    assert panel(full).list.hasFocus()


def test_the_line_leads_to_the_menu_which_shows_what_is_ticked(full):
    menu = opens(full)
    ticks(full, menu, "只看仅自己可见的")
    menu.close()
    assert cards(full) == ["只给自己看"]
    full.presses(panel(full).sifting.line.button)
    menu = QApplication.activePopupWidget()
    ticked = [it.text() for it in menu.actions() if it.isChecked()]
    assert ticked == ["按位置", "只看仅自己可见的"]
    ticks(full, menu, "只看仅自己可见的")
    menu.close()
    assert len(cards(full)) == 4


def test_keys_tick_too(full):
    menu = opens(full)
    wanted = next(it for it in menu.actions() if it.text() == "新的在前")
    while menu.activeAction() is not wanted:
        full.qtbot.keyClick(menu, Qt.Key.Key_Down)
    full.qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    menu.close()
    assert cards(full) == ["批评一句", "公开的", "只给自己看", "问一下"]
    line = panel(full).sifting.line
    assert line.button.text() == "新的在前"
    assert panel(full).model.comments()[0].text == "公开的", (
        "margin and counts keep the report's order"
    )


def test_other_orders_follow_what_is_written_reworded_and_withdrawn(full):
    sifting = panel(full).sifting
    sifting.choose(BY_KIND, Sieve())
    assert cards(full) == ["公开的", "只给自己看", "批评一句", "问一下"]
    puts(full, "批评", "再批评", 4)
    assert cards(full) == ["公开的", "只给自己看", "再批评", "批评一句", "问一下"]
    sifting.choose(NEWEST, Sieve())
    assert cards(full)[0] == "再批评"
    panel(full).withdraw_asked.emit(panel(full).list.shown.index(0, 0).data(Role.ID))
    assert cards(full)[0] == "批评一句"
    sifting.show_all()
    assert cards(full) == ["公开的", "只给自己看", "批评一句", "问一下"]
    current = panel(full).list.current
    sifting.choose(NEWEST, Sieve())
    assert panel(full).list.current == current


def test_starred_paragraphs(full):
    menu = opens(full)
    ticks(full, menu, "只看加了星标的段")
    menu.close()
    assert cards(full) == []
    assert panel(full).list.accessibleDescription().startswith("这里没有要看的那几种")
    full.window.reading.my_marks.turn_star(full.report.paragraphs[7].ordinal)
    assert cards(full) == ["批评一句"]
    full.window.reading.my_marks.turn_star(full.report.paragraphs[7].ordinal)
    assert cards(full) == []


def test_what_is_not_handed_in(deputy):
    deputy.starts()
    sent = writes(deputy, "交了")
    writes(deputy, "没交", 4, "无人机产业加速")
    hands_in(deputy, sent)
    deputy.presses(panel(deputy).tabs[2])
    menu = opens(deputy)
    ticks(deputy, menu, "只看还没交的")
    menu.close()
    assert cards(deputy) == ["没交"]
    rewords(deputy, sent, "交了，又改了")
    assert cards(deputy) == ["交了，又改了", "没交"]


def test_natures_and_authors_are_offered_where_there_are_several(full):
    menu = opens(full)
    titles = [it.text() for it in menu.actions() if it.menu()]
    menu.close()
    assert titles == ["类型"]
    workspace = full.window.workspace
    workspace.is_staff = True
    puts(full, "修改", "改一句", 11, author=Person("p2", "李四", "第一代表团"))
    menu = opens(full)
    assert [it.text() for it in menu.actions() if it.menu()] == ["类型", "性质", "谁写的"]
    ticks(full, menu, "对报告文本的修改意见")
    assert cards(full) == ["改一句"]
    ticks(full, menu, "对报告文本的修改意见")
    ticks(full, menu, "李四")
    assert cards(full) == ["改一句"]
    assert panel(full).sifting.line.button.accessibleName().startswith("只看李四，藏起 4 条")
    menu.close()


def test_what_one_goes_to_is_never_hidden(full):
    panel(full).sifting.choose(NEWEST, Sieve(kinds=frozenset(["询问"])))
    hidden = next(it for it in panel(full).model.comments() if it.text == "公开的")
    panel(full).choose(hidden.id)
    assert panel(full).list.current == hidden.id
    assert panel(full).sifting.sieve.is_open
    assert panel(full).sifting.order == NEWEST


def test_another_report_is_shown_in_the_same_order(full):
    panel(full).sifting.choose(NEWEST, Sieve())
    first = full.report.id
    path = full.database.with_name("另一份.txt")
    path.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    full.window.import_report(path)
    assert cards(full) == []
    full.window.change_report(first)
    full.presses(panel(full).tabs[2])
    assert cards(full)[0] == "批评一句"


def test_five_thousand_cards_stay_quick(deputy):
    deputy.starts()
    me, report = deputy.window.workspace.ensure_me(), deputy.report
    one = puts(deputy, "建议", "第一条", 3)
    kinds = ("建议", "批评", "意见", "询问")
    made = [
        replace(one, id=f"{one.id}-{at:04}", kind=kinds[at % 4], text=f"第{at}条意见", version=0)
        for at in range(5_000)
    ]
    store, change = deputy.window.workspace.store, "many"
    edits = tuple(Edit(it.id, None, it) for it in made)
    store.apply(Change(change, "收件", clock.now(), me.id, edits))
    handed = contents(made[::2])
    store.out_tray.put([], HandIn("h1", report.id, me.id, 1, "打印", clock.now(), handed))
    deputy.window.workspace.show_report(report.id)
    deputy.presses(panel(deputy).tabs[2])
    QApplication.processEvents()
    sifting = panel(deputy).sifting
    with watching() as watch:
        watch("newest first", lambda: sifting.choose(NEWEST, Sieve()))
        watch("by kind", lambda: sifting.choose(BY_KIND, Sieve()))
        watch("one kind", lambda: sifting.choose(BY_KIND, Sieve(kinds=frozenset(["询问"]))))
        watch("not handed in", lambda: sifting.choose(BY_KIND, Sieve(is_unsent=True)))
        watch("menu", lambda: sifting.ask(sifting.button).close())
        watch("all", sifting.show_all)
    assert panel(deputy).list.shown.rowCount() == 5_001
