"""For people who use the keys alone, or hear the window: everything has a name and a way to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from beiguan_desktop.core.sifting import NEWEST, Sieve
from beiguan_desktop.ui.bin_flow import BinFlow
from beiguan_desktop.ui.concern_flow import concerns_of
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.go_to_flow import GoToFlow
from beiguan_desktop.ui.more_menu import switch_staff
from beiguan_desktop.ui.past_flow import PastFlow
from beiguan_desktop.ui.placing_flow import PlacingFlow
from beiguan_desktop.ui.tables_flow import TablesFlow
from beiguan_desktop.ui.terms_flow import terms_of

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
LEAST = 44
SHIFT = Qt.KeyboardModifier.ShiftModifier


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def nameless(window: QWidget) -> list[str]:
    """Return the controls in sight that would be announced without a name."""
    controls = [widget for kind in CONTROLS for widget in window.findChildren(kind)]
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in controls
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not spoken(widget)
    ]


def writes(deputy, number: int, words: str, opinion: str) -> None:
    deputy.clicks(number, words)
    deputy.types(opinion)
    deputy.finishes()


@pytest.fixture
def two(deputy):
    """Return a deputy with two opinions, the second far below the first."""
    deputy.starts()
    writes(deputy, 3, "经济", "写得好")
    writes(deputy, 40, "。", "再具体一些")
    return deputy


def acts(name: str):
    """Return what opens a page by an action of the window."""

    def act(deputy) -> None:
        deputy.window.actions_by_name[name].trigger()

    return act


def changes(deputy) -> None:
    deputy.clicks(5, "。")
    deputy.presses(deputy.editor.kind_buttons["修改"])


def finds(deputy) -> None:
    acts("find")(deputy)
    pane = deputy.window.findChild(FindFlow).pane
    pane.bar.box.setText("学位")
    deputy.presses(pane.list_button)
    pane.bar.box.setFocus()


def goes(deputy) -> None:
    acts("go_to")(deputy)
    deputy.enters(deputy.window.findChild(GoToFlow).pane.bar.box, "20")


def ticks(deputy) -> None:
    acts("concerns")(deputy)
    page = concerns_of(deputy.window).page
    page.search.setText("柏庄镇")
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Space)


def asks_a_term(deputy) -> None:
    acts("terms")(deputy)
    page = terms_of(deputy.window).page
    page.search.setText(page.model.index(1).data()[:2])
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)


def marks(deputy) -> None:
    deputy.clicks(3, "经济")
    for name in ("highlight", "star", "my_marks"):
        acts(name)(deputy)


def records(deputy) -> None:
    switch_staff(deputy.window, is_on=True)
    acts("record")(deputy)


def looks_at_a_table(deputy) -> None:
    file = deputy.database.with_name("意见.csv")
    file.write_text("姓名,意见\n代表甲,写明\n,没有姓名\n", "utf-8")
    flow_of(deputy.window, TablesFlow).read(file)


def withdraws(deputy) -> None:
    deputy.window.page.panel.withdraw_asked.emit(deputy.window.page.panel.model.comments()[0].id)
    acts("bin")(deputy)


def purges(deputy) -> None:
    withdraws(deputy)
    deputy.presses(deputy.window.findChild(BinFlow).page.purge_button)


def asks_card(act: str):
    """Return what does something with the first opinion, as its menu does."""

    def do(deputy) -> None:
        window, panel = deputy.window, deputy.window.page.panel
        first = panel.model.comments()[0].id
        panel.choose(first)
        flow = flow_of(window, PastFlow if act == "open" else PlacingFlow)
        getattr(flow, act)(first)
        QApplication.processEvents()

    return do


def sifts(deputy) -> None:
    sifting = deputy.window.page.panel.sifting
    sifting.choose(NEWEST, Sieve(kinds=frozenset(["询问"])))


PLACES = {
    "阅读": lambda _deputy: None,
    "改报告": changes,
    "查找": finds,
    "转到": goes,
    "与我有关": acts("concerns"),
    "与我有关, with a tick": ticks,
    "名词": acts("terms"),
    "名词, one of them": asks_a_term,
    "我的重点和星标, none": acts("my_marks"),
    "我的重点和星标": marks,
    "回收站, none": acts("bin"),
    "回收站": withdraws,
    "回收站, 彻底清除": purges,
    "以前的写法": asks_card("open"),
    "改位置": asks_card("begin_resize"),
    "换地方": asks_card("begin_move"),
    "筛选": sifts,
    "一段一段看": acts("one_by_one"),
    "代录": records,
    "从表格录入": looks_at_a_table,
    "统计": acts("statistics"),
    "打印报告": acts("print"),
    "大字稿": acts("large_print"),
    "交意见": acts("hand_in"),
    "发言提纲": acts("speech"),
    "空白意见表": acts("blank_sheet"),
    "姓名和代表团": acts("person"),
    "关于北关审议": acts("about"),
}
"""Everything one can come to, and how."""


@pytest.fixture(params=PLACES)
def place(two, request) -> QWidget:
    """Return a window at one of the places, the focus in it."""
    two.qtbot.waitUntil(two.window.isActiveWindow)
    two.window.page.view.setFocus()
    PLACES[request.param](two)
    dialogs = [each for each in two.window.findChildren(QDialog) if each.isVisible()]
    top = dialogs[0] if dialogs else two.window
    two.qtbot.waitUntil(top.isActiveWindow)
    assert QApplication.focusWidget().window() is top
    return top


def walk(deputy, held=Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Press Tab until the focus is where it was before; return where it has been."""
    found: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in found:
        found.append(focused)
        deputy.qtbot.keyClick(focused, Qt.Key.Key_Tab, held)
    assert focused is found[0], f"{type(focused).__name__} {spoken(focused)} holds the focus"
    return found


def in_sight(top: QWidget, kinds=QWidget) -> list[QWidget]:
    return [each for each in top.findChildren(kinds) if each.isVisible() and each.window() is top]


def test_every_control_has_a_name(place):
    assert nameless(place) == []


def test_tab_comes_to_everything_and_back_again(two, place):
    there = walk(two)
    missed = [
        f"{type(each).__name__} {spoken(each)}"
        for each in in_sight(place)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and (each.isEnabled() and each.focusProxy() is None and each not in there)
    ]
    assert missed == []
    assert set(walk(two, SHIFT)) == set(there)


def test_every_button_and_box_is_large_enough_for_every_hand(place):
    controls = [each for kind in CONTROLS for each in in_sight(place, kind)]
    small = [
        f"{spoken(each)}: {each.width()} × {each.height()}"
        for each in controls
        if min(each.width(), each.height()) < LEAST and not isinstance(each, QHeaderView)
    ]
    assert small == []


def names_by_tab(deputy) -> list[str]:
    """Return what is said of each control from the one that has the focus, in Tab's order."""
    return [spoken(each) for each in walk(deputy)]


def test_tab_goes_through_a_page_as_the_eye_does(two):
    two.qtbot.waitUntil(two.window.isActiveWindow)
    ticks(two)
    page = concerns_of(two.window).page
    page.back_button.setFocus()
    here = ["回到报告", "目录只看这些", page.search.accessibleName(), "清空", "与我有关"]
    there = [*here, "全部不勾", "报告里的句子", "政府工作报告，看资料库", "阅读"]
    assert names_by_tab(two)[:9] == there
    two.window.rooms.show_text()
    acts("one_by_one")(two)
    two.window.focusWidget().previousInFocusChain().setFocus()
    alone = ["回到全文（Esc）", "这一段", "上一段（←）", "对这一段写意见（回车）", "下一段（→）"]
    assert names_by_tab(two)[:6] == [*alone, "提建议：请政府做"]


def test_the_top_bar_is_gone_through_from_left_to_right(two):
    bar = two.window.top_bar
    bar.name.setFocus()
    there = walk(two)
    lefts = [each.mapTo(bar, each.rect().topLeft()).x() for each in there if bar.isAncestorOf(each)]
    assert len(lefts) == 7
    assert lefts == sorted(lefts)
    assert all(map(bar.isAncestorOf, there[:7]))


def test_what_was_typed_to_find_a_name_is_cleared_by_a_button(two):
    acts("concerns")(two)
    page = concerns_of(two.window).page
    assert not page.clear_button.isVisible()
    two.enters(page.search, "没有这个村")
    assert page.model.rowCount() == 0
    two.presses(page.clear_button)
    assert page.search.text() == ""
    assert page.model.rowCount() > 0
    assert not page.clear_button.isVisible()
    assert two.window.focusWidget() is page.search


def test_the_seals_are_walked_by_the_keys_and_lead_to_their_cards(two):
    window, seals = two.window, two.window.page.seals
    window.page.view.setFocus()
    two.key(Qt.Key.Key_Tab)
    assert window.focusWidget() is seals
    seals.begin_with(None)
    first, second = window.workspace.comments
    assert window.page.view.state.pointed == first
    two.key(Qt.Key.Key_Down)
    assert window.page.view.state.pointed == second
    assert window.page.view.top_place()[0] > window.workspace.comments[first].anchor.unit
    two.key(Qt.Key.Key_Return)
    assert window.page.panel.current == second
    assert window.focusWidget() is window.page.panel.list
    assert window.page.view.state.pointed is None


def test_esc_leads_from_the_seals_back_to_the_text(two):
    two.window.page.seals.setFocus(Qt.FocusReason.TabFocusReason)
    two.key(Qt.Key.Key_Escape)
    assert two.window.focusWidget() is two.window.page.view


def test_a_screen_reader_hears_every_seal(two):
    seals = QAccessible.queryAccessibleInterface(two.window.page.seals)
    rows = [seals.child(at).text(QAccessible.Text.Name) for at in range(seals.childCount())]
    assert len(rows) == 2
    assert [row for row in rows if "第3段" in row and "写得好" in row] == rows[:1]
    assert [row for row in rows if "第40段" in row and "再具体一些" in row] == rows[1:]


def test_without_an_opinion_the_keys_pass_the_margin_by(deputy):
    deputy.starts()
    assert not deputy.window.page.seals.isVisible()


def test_a_screen_reader_hears_the_text_and_follows_the_caret(two):
    text = QAccessible.queryAccessibleInterface(two.window.page.view)
    assert text.role() == QAccessible.Role.EditableText or text.state().readOnly
    assert text.textInterface().characterCount() > 10_000
    two.window.page.view.setFocus()
    two.window.page.view.show_place(0)
    before = text.textInterface().cursorPosition()
    two.key(Qt.Key.Key_Down)
    assert text.textInterface().cursorPosition() != before
