"""What the tree leaves out, how much that is, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from beiguan_desktop.ui.outline_filter import UNREAD, WITH_OPINIONS, Only, OutlineFilter
from beiguan_desktop.ui.outline_head import HEIGHT, OutlineHead
from beiguan_desktop.ui.outline_model import WHOLE, OutlineModel, Role
from beiguan_desktop.ui.outline_tree import OutlineTree
from tests.ui.panes import face, shipped, unit_of
from tests.unit.small_report import body, report_of, small
from tests.unit.small_report import unit_of as in_small

TOPIC = "抓实稳岗就业。"
SECTIONS = 59


class Pane(QWidget):
    """A tree under its head, as the window has it."""

    def __init__(self) -> None:
        super().__init__()
        self.model = OutlineModel(self)
        self.tree = OutlineTree(self.model)
        self.tree.setFont(face(14))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        self.filter = OutlineFilter(self.tree, self.model)
        self.head = OutlineHead(self.filter, row, column)
        self.model.set_report(shipped())
        self.resize(300, 780)

    def seen(self) -> list[str]:
        """Return the titles that can be seen or scrolled to."""
        found, index = [], self.model.index(0, 0)
        if self.tree.isRowHidden(0, index.parent()):
            index = self.tree.indexBelow(index)
        while index.isValid():
            found.append(index.data(Role.WORDS))
            index = self.tree.indexBelow(index)
        return [words for words in found if words is not None]

    def hidden(self) -> set[str]:
        return {
            index.data(Role.WORDS)
            for index in self.model.rows()
            if self.tree.isRowHidden(index.row(), index.parent())
        }


@pytest.fixture
def pane(qtbot):
    result = Pane()
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    result.head.button.setFocus()  # nobody is in the tree
    qtbot.waitUntil(result.head.button.hasFocus)
    return result


def test_only_sections_with_opinions_are_left_with_those_above_them(pane):
    pane.model.set_counts({unit_of(TOPIC): 2})
    pane.filter.choose(WITH_OPINIONS)
    assert pane.seen() == ["2026年重点工作", "惠民生增福祉，提升群众幸福指数", "抓实稳岗就业"]
    assert pane.filter.hidden == SECTIONS - 3
    assert pane.head.told.text() == f"只看有意见的，藏起 {SECTIONS - 3} 节"
    assert pane.head.told.isVisible()


def test_one_click_brings_everything_back(pane, qtbot):
    pane.model.set_counts({None: 1, unit_of(TOPIC): 2})
    pane.tree.follow(unit_of(TOPIC))
    before = pane.seen()
    assert pane.head.button.text() == "只看…"
    pane.filter.choose(WITH_OPINIONS)
    assert pane.seen()[0] == WHOLE
    assert pane.head.button.text() == "全部显示"
    qtbot.mouseClick(pane.head.button, Qt.MouseButton.LeftButton)
    assert pane.hidden() == set()
    assert pane.seen() == before
    assert pane.filter.hidden == 0
    assert not pane.head.told.isVisible()
    assert pane.tree.here().data(Role.WORDS) == "抓实稳岗就业"
    assert not pane.tree.opens_many


def test_rows_come_with_their_opinion_and_go_with_it(pane):
    pane.filter.choose(WITH_OPINIONS)
    assert pane.seen() == []
    assert pane.head.told.text() == f"还没有意见，藏起 {SECTIONS} 节"
    pane.model.set_counts({unit_of("（一）经济运行稳中有进"): 1})
    assert pane.seen() == ["2025年和“十四五”时期工作回顾", "经济运行稳中有进"]
    assert pane.head.told.text() == f"只看有意见的，藏起 {SECTIONS - 2} 节"
    pane.model.set_counts({})
    assert pane.seen() == []


def test_only_what_was_not_read_is_left_and_shrinks_as_one_reads(pane):
    numbered = {unit.ordinal for unit in shipped().paragraphs.values()}
    first = unit_of("（一）经济运行稳中有进")
    pane.model.set_read({first})
    pane.filter.choose(UNREAD)
    assert "经济运行稳中有进" not in pane.seen()
    assert "产业结构持续优化" in pane.seen()
    assert pane.filter.hidden == 1
    pane.model.set_read({first, first + 1})
    assert "产业结构持续优化" not in pane.seen()
    pane.model.set_read(numbered)
    assert pane.seen() == []
    assert pane.head.told.text() == f"都读过了，藏起 {SECTIONS} 节"
    pane.model.set_read(numbered - {unit_of(TOPIC)})
    assert pane.seen() == ["2026年重点工作", "惠民生增福祉，提升群众幸福指数", "抓实稳岗就业"]


def test_where_the_text_is_stays_in_sight(pane):
    pane.filter.choose(WITH_OPINIONS)
    pane.tree.follow(unit_of(TOPIC))
    assert pane.seen() == ["2026年重点工作", "惠民生增福祉，提升群众幸福指数", "抓实稳岗就业"]
    assert pane.filter.hidden == SECTIONS - 3
    pane.tree.follow(unit_of("（一）经济运行稳中有进"))
    assert pane.seen() == ["2025年和“十四五”时期工作回顾", "经济运行稳中有进"]
    pane.tree.follow(None)
    assert pane.seen() == [WHOLE]


def test_another_report_is_left_out_of_in_the_same_way(pane):
    pane.model.set_counts({unit_of(TOPIC): 1})
    pane.filter.choose(WITH_OPINIONS)
    report = small()
    pane.model.set_report(report)
    assert pane.seen() == []
    pane.model.set_counts({in_small(report, "优化公共服务"): 1})
    assert pane.seen()[-1] == "优化公共服务"
    pane.filter.choose(None)
    assert pane.hidden() == set()


def test_without_a_filter_another_report_hides_nothing(pane):
    pane.model.set_report(small())
    pane.tree.follow(3)
    assert pane.hidden() == set()


def test_others_can_offer_a_filter_that_changes(pane):
    mine = {unit_of("（一）经济运行稳中有进")}
    about_me = Only(
        "与我有关的",
        "没有与您有关的",
        lambda index: not mine.isdisjoint(pane.model.units_of(index)),
    )
    pane.filter.offers.append(about_me)
    menu = QMenu()
    pane.head.add_filters(menu)
    assert [action.text() for action in menu.actions()] == [
        "只看有意见的",
        "只看没读的",
        "只看与我有关的",
    ]
    menu.actions()[2].trigger()
    assert pane.filter.chosen is about_me
    assert pane.seen()[-1] == "经济运行稳中有进"
    mine.add(unit_of(TOPIC))
    pane.filter.renew()
    assert pane.seen()[-1] == "抓实稳岗就业"
    pane.head.add_filters(menu)
    assert menu.actions()[-1].text() == "全部显示"
    assert [action.isChecked() for action in menu.actions()[-4:-1]] == [False, False, True]
    menu.actions()[-1].trigger()
    assert pane.filter.chosen is None


def test_a_report_without_headings_has_one_row_and_can_be_filtered(pane):
    pane.model.set_report(None)
    assert pane.head.told is None
    pane.model.set_report(report_of(body("只有一段。")))
    assert "没有分章节" in pane.head.told.text()
    assert not pane.head.button.isVisible()
    for only in (WITH_OPINIONS, UNREAD, None):
        pane.filter.choose(only)
        assert pane.filter.hidden == 0
        assert "没有分章节" in pane.head.told.text()
    pane.model.set_report(small())
    assert not pane.head.told.isVisible()
    assert pane.head.button.isVisible()


def test_the_button_can_be_reached_and_hit(pane, qtbot):
    button = pane.head.button
    assert button.height() == HEIGHT >= 44
    assert button.width() >= 44
    assert button.accessibleName() == "目录里只看有意见的，或者没读的"
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = button.findChild(QMenu)
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert pane.filter.chosen is WITH_OPINIONS
    assert button.accessibleName() == "目录里的各节全部显示"


def test_arrows_pass_over_what_is_left_out(pane):
    pane.model.set_counts(
        {unit_of("（一）经济运行稳中有进"): 1, unit_of("（三）创新驱动纵深推进"): 1}
    )
    pane.filter.choose(WITH_OPINIONS)
    tree = pane.tree
    tree.setCurrentIndex(pane.model.index_of_unit(unit_of("（一）经济运行稳中有进")))
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex().data(Role.WORDS) == "创新驱动纵深推进"
