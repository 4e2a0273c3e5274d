"""The section tree: what its rows say, how they are set, how it leads and follows."""

import sys

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFontMetricsF
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from beiguan_desktop.core.sections import sections
from beiguan_desktop.ui.outline_model import WHOLE, OutlineModel, Role, read_words
from beiguan_desktop.ui.outline_row import MOST_SET, SCROLL_BAR
from beiguan_desktop.ui.outline_tree import OutlineTree
from tests.ui.panes import face, shipped, unit_of
from tests.unit.small_report import body, heading, report_of

REVIEW = "一、2025年和“十四五”时期工作回顾"
TOPIC = "抓实稳岗就业。"


@pytest.fixture
def model(qapp):
    result = OutlineModel()
    result.set_report(shipped())
    return result


@pytest.fixture
def tree(model, qtbot):
    window = QWidget()
    window.resize(400, 800)
    text = QLineEdit(window)
    result = OutlineTree(model, parent=window)
    result.setFont(face(14))
    result.resize(280, 760)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    result.text, result.around = text, window  # Python owns them both
    return result


def every_index(model, parent=None):
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from every_index(model, index)


def titled(model, words):
    return next(index for index in every_index(model) if index.data(Role.WORDS) == words)


def click(tree, index, x=120):
    tree.scrollTo(index)
    place = QPoint(x, tree.visualRect(index).center().y())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


# -- the model


def test_the_model_keeps_qts_rules_through_a_life(qapp):
    model = OutlineModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.set_report(shipped())
    model.set_counts({None: 1, unit_of(TOPIC): 2})
    model.set_read({unit_of(TOPIC)})
    model.set_report(None)
    assert model.rowCount() == 0
    assert tester.model() is model


def test_the_tree_holds_every_section_and_the_whole_report_first(model):
    def count(nodes):
        return sum(1 + count(node.children) for node in nodes)

    assert model.index(0, 0).data() == WHOLE
    assert len(list(every_index(model))) == 1 + count(sections(shipped().units))


def test_a_section_counts_the_opinions_in_its_range(model):
    model.set_counts({None: 3, unit_of(TOPIC): 2, unit_of("完善社会保障。"): 1})
    at = titled(model, "惠民生增福祉，提升群众幸福指数")
    assert at.data(Role.COUNT) == 3
    assert at.parent().data(Role.COUNT) == 3
    assert titled(model, "抓实稳岗就业").data(Role.COUNT) == 2
    assert model.index(0, 0).data(Role.COUNT) == 3
    assert titled(model, "经济运行稳中有进").data(Role.COUNT) == 0


def test_an_open_part_still_counts_what_lies_in_no_row_below_it(tree, model):
    direct = unit_of("一、2025年") + 1
    inner = unit_of("（一）经济运行稳中有进")
    model.set_counts({direct: 2, inner: 1, None: 3, 0: 1})
    part = model.index_of_unit(direct)
    assert (part.data(Role.COUNT), part.data(Role.OWN)) == (3, 2)
    whole = model.index(0, 0)
    assert whole.data(Role.OWN) == whole.data(Role.COUNT) == 4, "the title has no row of its own"
    tree.follow(None)
    assert chip(tree, whole)
    tree.expand(part)
    assert chip(tree, whole)
    assert chip(tree, part)
    model.set_counts({inner: 1})
    assert not chip(tree, part)
    tree.collapse(part)
    assert chip(tree, part)


def chip(tree, index) -> bool:
    """Tell whether a row shows a count: something is painted at its right."""
    image, rect = tree.grab().toImage(), tree.visualRect(index)
    columns = range(tree.width() - 40, tree.width() - 24)
    rows = range(rect.top() + 4, rect.bottom() - 4)
    found = {image.pixelColor(x, y).name() for x in columns for y in rows}
    return "#9a2b20" in found


def test_new_counts_repaint_only_the_rows_they_change(model, qtbot):
    heard = []
    model.dataChanged.connect(lambda index, *_: heard.append(index.data(Role.WORDS)))
    model.set_counts({unit_of("（一）经济运行稳中有进"): 1})
    assert len(heard) == 2
    model.set_counts({unit_of("（一）经济运行稳中有进"): 1})
    assert len(heard) == 2


def test_a_section_is_read_as_far_as_its_units_are(model):
    first = unit_of("（一）经济运行稳中有进")
    model.set_read({first})
    assert titled(model, "经济运行稳中有进").data(Role.READ) == 1
    assert 0 < model.index_of_unit(first).parent().data(Role.READ) < 1
    assert titled(model, "抓实稳岗就业").data(Role.READ) == 0
    assert model.index(0, 0).data(Role.READ) is None


def test_a_screen_reader_hears_title_count_and_what_was_read(model):
    first = unit_of("（一）经济运行稳中有进")
    model.set_counts({first: 2})
    index = model.index_of_unit(first)
    text = Qt.ItemDataRole.AccessibleTextRole
    assert index.data(text) == "（一）经济运行稳中有进，2 条意见"
    model.set_read(())
    assert index.data(text) == "（一）经济运行稳中有进，还没读，2 条意见"
    model.set_read({first})
    assert index.data(text) == "（一）经济运行稳中有进，读过了，2 条意见"
    assert index.parent().data(text) == f"{REVIEW}，读了一点，2 条意见"
    assert model.index(0, 0).data(text) == WHOLE
    assert titled(model, "抓实稳岗就业").data(text) == "抓实稳岗就业，还没读"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "读过了，2 条意见"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == ""


def test_a_screen_reader_finds_the_rows_with_these_words(tree, model):
    first = unit_of("（一）经济运行稳中有进")
    tree.follow(first)
    model.set_counts({first: 2})
    model.set_read(())
    seen = QAccessible.queryAccessibleInterface(tree)
    said = [
        seen.child(at).text(QAccessible.Text.Name)
        for at in range(seen.childCount())
        if seen.child(at) is not None
    ]
    assert "（一）经济运行稳中有进，还没读，2 条意见" in said
    assert WHOLE in said


def test_a_part_read_is_told_in_words_that_grow():
    shares = (0, 0.1, 0.34, 0.66, 0.7, 0.999, 1)
    words = ["还没读", "读了一点", "读了一半", "读了一半", "读了大半", "读了大半", "读过了"]
    assert list(map(read_words, shares)) == words


def test_a_heading_that_can_be_read_is_read_with_its_paragraphs(model):
    """The heading itself is no paragraph: it must not keep its section from being read."""
    index = titled(model, "惠民生增福祉，提升群众幸福指数")
    inside = [u for u in model.units_of(index) if shipped().units[u].number is not None]
    model.set_read(inside[:-1])
    assert 0 < index.data(Role.READ) < 1
    model.set_read(inside)
    assert index.data(Role.READ) == 1
    model.set_read(())
    assert index.data(Role.READ) == 0


def test_a_heading_over_nothing_has_no_read_mark(qapp):
    model = OutlineModel()
    two = (heading("二、有一段", 1), body("字。", "二、有一段"))
    model.set_report(report_of(heading("一、只有标题", 1), *two))
    model.set_read(())
    assert [index.data(Role.READ) for index in model.rows()] == [None, None, 0]


def test_a_row_knows_its_units(model):
    assert model.units_of(model.index(0, 0)) == range(len(shipped().units))
    assert model.units_of(QModelIndex()) == range(0)
    first = unit_of("（一）经济运行稳中有进")
    assert model.units_of(model.index_of_unit(first)) == range(first, first + 1)
    assert list(model.rows()) == list(every_index(model))


def test_counts_of_units_that_are_not_there_do_no_harm(qapp):
    model = OutlineModel()
    model.set_counts({None: 1, 7: 2})
    model.set_report(report_of(body("只有一段。")))
    model.set_counts({None: 1, 0: 2, 9: 1})
    assert model.index(0, 0).data(Role.COUNT) == 4
    assert not model.index_of_unit(9).isValid()


def test_a_unit_leads_to_its_innermost_section_and_back(model):
    for index in every_index(model):
        unit = model.unit_at(index)
        assert model.unit_at(model.index_of_unit(unit)) == unit
    assert model.index_of_unit(None).data() == WHOLE
    assert not model.index_of_unit(0).isValid()
    assert model.unit_at(QModelIndex()) is None


def test_twenty_thousand_edits_leave_no_reference_to_none_behind(model):
    first = unit_of("（一）经济运行稳中有进")
    before = sys.getrefcount(None)
    for number in range(20_000):
        model.set_counts({first: number})
        model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert abs(sys.getrefcount(None) - before) < 200


# -- how rows are set


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("width", [240, 280, 300, 340])
def test_every_character_of_every_title_is_painted_within_its_row(tree, model, points, width):
    tree.setFont(face(points))
    tree.resize(width, 760)
    bold = face(points)
    bold.setBold(True)
    ink = QFontMetricsF(bold)
    for counts in ({}, dict.fromkeys(range(len(shipped().units)), 1)):
        model.set_counts(counts)
        for index in every_index(model):
            row = tree.itemDelegate().row(index)
            assert row.label + "".join(row.lines) in (
                index.data(),
                index.data().replace("（", "(").replace("）", ")").replace("——", "—"),
            )
            for number, line in enumerate(row.lines):
                right = row.title_x + ink.tightBoundingRect(line).right()
                room = width - SCROLL_BAR
                if counts and number == row.chip_line:
                    room -= 10 + row.chip
                assert right <= room
            assert row.pitch * len(row.lines) + 10 < row.height


def test_rows_at_14_points_are_high_enough_for_a_finger(tree, model):
    def height(index):
        return tree.itemDelegate().row(index).height

    assert height(model.index(0, 0)) == 52
    assert height(model.index_of_unit(unit_of(REVIEW))) == 80
    assert height(titled(model, "经济运行稳中有进")) == 46
    assert height(titled(model, "五年接续奋斗，综合实力稳步提升")) == 66


@pytest.mark.parametrize("points", [14, 18, 22])
def test_rows_grow_with_the_letters_and_can_be_hit(tree, model, points):
    tree.setFont(face(points))
    heights = [tree.itemDelegate().row(index).height for index in every_index(model)]
    assert min(heights) >= 44 * points / 14


def test_a_count_moves_no_title_of_the_upper_levels_at_the_usual_width(tree, model):
    def lines():
        return [tree.itemDelegate().row(index).lines for index in every_index(model)]

    free = lines()
    model.set_counts(dict.fromkeys(range(len(shipped().units)), 1))
    moved = [
        index
        for index, one, two in zip(every_index(model), free, lines(), strict=True)
        if one != two and index.data(Role.LEVEL) < 3
    ]
    assert moved == []


def test_resizing_wraps_the_titles_anew(tree, model, qtbot):
    tree.follow(unit_of("（一）经济运行稳中有进"))
    index = titled(model, "经济运行稳中有进")
    tree.resize(340, 760)
    qtbot.waitUntil(lambda: tree.visualRect(index).height() == 46)
    tree.setFont(face(22))
    qtbot.waitUntil(lambda: tree.visualRect(index).height() > 60)


# -- leading and following


def test_a_click_goes_to_the_section_and_opens_what_it_holds(tree, model, qtbot):
    part = model.index_of_unit(unit_of("三、2026年重点工作"))
    with qtbot.waitSignal(tree.section_chosen) as heard:
        click(tree, part)
    assert heard.args == [unit_of("三、2026年重点工作")]
    assert tree.isExpanded(part)
    assert tree.is_here(part)


def test_opening_one_part_closes_the_others(tree, model):
    one, three = (model.index_of_unit(unit_of(t)) for t in (REVIEW, "三、2026年重点工作"))
    click(tree, one)
    click(tree, three)
    assert not tree.isExpanded(one)
    assert tree.isExpanded(three)


def test_the_chevron_opens_and_closes_without_going_there(tree, model, qtbot):
    part = model.index_of_unit(unit_of(REVIEW))
    with qtbot.assertNotEmitted(tree.section_chosen):
        click(tree, part, x=18)
        assert tree.isExpanded(part)
        click(tree, part, x=18)
    assert not tree.isExpanded(part)


def test_the_first_row_stands_for_the_whole_report(tree, model, qtbot):
    with qtbot.waitSignal(tree.section_chosen) as heard:
        click(tree, model.index(0, 0), x=18)
    assert heard.args == [None]


def test_following_the_text_says_nothing_and_opens_the_part(tree, model, qtbot):
    with qtbot.assertNotEmitted(tree.section_chosen):
        tree.follow(unit_of(TOPIC))
    here = tree.here()
    assert here.data(Role.WORDS) == "抓实稳岗就业"
    assert tree.visualRect(here).isValid()
    assert tree.viewport().rect().contains(tree.visualRect(here).center())
    assert tree.isExpanded(here.parent())
    tree.follow(None)
    assert tree.here().data() == WHOLE
    tree.follow(0)
    assert not tree.here().isValid()


def test_following_within_one_section_leaves_what_was_closed_closed(tree, model):
    tree.follow(unit_of(TOPIC))
    part = model.index_of_unit(unit_of("三、2026年重点工作"))
    tree.collapse(part)
    tree.follow(unit_of(TOPIC))
    assert not tree.isExpanded(part)
    assert tree.is_here(part)
    assert not tree.is_here(tree.here().parent().siblingAtRow(0))


def test_arrows_move_a_frame_and_enter_goes_there(tree, model, qtbot):
    tree.follow(unit_of("（一）经济运行稳中有进"))
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert framed(tree) == tree.here()
    with qtbot.assertNotEmitted(tree.section_chosen):
        QTest.keyClick(tree, Qt.Key.Key_Down)
    assert framed(tree) == tree.currentIndex()
    assert tree.currentIndex().data(Role.WORDS) == "产业结构持续优化"
    assert tree.here().data(Role.WORDS) == "经济运行稳中有进"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(tree.section_chosen) as heard:
            QTest.keyClick(tree, key)
        assert heard.args == [unit_of("（二）产业结构持续优化")]


def framed(tree):
    """Return the row round which the keyboard's frame is painted."""
    image, found = tree.grab().toImage(), []
    for index in tree._outline.rows():
        rect = tree.visualRect(index)
        if rect.isValid() and tree.viewport().rect().contains(rect.center()):
            edge = {image.pixelColor(x, rect.top() + 1).name() for x in range(60, 200)}
            found += [index] if edge == {"#9a2b20"} else []
    return found[0] if len(found) == 1 else None


def test_the_text_moves_the_bar_but_not_the_frame_of_somebody_in_the_tree(tree, model):
    tree.follow(unit_of("（一）经济运行稳中有进"))
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tree, Qt.Key.Key_End)
    far, scrolled = tree.currentIndex(), tree.verticalScrollBar().value()
    tree.follow(unit_of("（三）创新驱动纵深推进"))
    assert tree.here().data(Role.WORDS) == "创新驱动纵深推进"
    assert (tree.currentIndex(), tree.verticalScrollBar().value()) == (far, scrolled)
    tree.text.setFocus(Qt.FocusReason.PopupFocusReason)
    assert tree.currentIndex() == far, "a menu comes and goes"
    tree.setFocus(Qt.FocusReason.PopupFocusReason)
    tree.text.setFocus()
    assert tree.currentIndex() == tree.here()


def test_home_and_end_lead_to_the_first_and_the_last_row(tree, model):
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tree, Qt.Key.Key_End)
    assert tree.currentIndex() == model.index(model.rowCount() - 1, 0)
    QTest.keyClick(tree, Qt.Key.Key_Home)
    assert tree.currentIndex() == model.index(0, 0)


def test_letters_and_stars_do_nothing_in_the_tree(tree, model):
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    before = tree.currentIndex()
    for key in (Qt.Key.Key_2, Qt.Key.Key_A, Qt.Key.Key_Asterisk):
        QTest.keyClick(tree, key)
    assert tree.currentIndex() == before
    assert not any(tree.isExpanded(index) for index in model.rows())


def test_the_menu_of_a_row_is_asked_for_by_mouse_and_by_key(tree, model, qtbot):
    part = model.index_of_unit(unit_of(REVIEW))
    middle = tree.visualRect(part).center()
    by_mouse = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, middle, tree.viewport().mapToGlobal(middle)
    )
    with qtbot.waitSignal(tree.menu_asked) as heard:
        QApplication.sendEvent(tree.viewport(), by_mouse)
    assert heard.args[0] == part
    tree.setCurrentIndex(model.index(0, 0))
    reason = QContextMenuEvent.Reason
    by_key = QContextMenuEvent(reason.Keyboard, middle, middle)
    with qtbot.waitSignal(tree.menu_asked) as heard:
        QApplication.sendEvent(tree, by_key)
    index, place = heard.args
    assert index == model.index(0, 0)
    assert tree.visualRect(index).contains(tree.viewport().mapFromGlobal(place))
    nowhere = QContextMenuEvent(reason.Mouse, QPoint(100, 750), QPoint())
    with qtbot.assertNotEmitted(tree.menu_asked):
        QApplication.sendEvent(tree.viewport(), nowhere)


def test_the_right_button_goes_nowhere(tree, model, qtbot):
    middle = tree.visualRect(model.index(1, 0)).center()
    with qtbot.assertNotEmitted(tree.section_chosen):
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.RightButton, pos=middle)
    assert tree.currentIndex() != model.index(1, 0)


def test_opening_everything_at_once_closes_nothing_meanwhile(tree, model):
    tree.expandAll()
    above = [index for index in model.rows() if model.hasChildren(index)]
    assert all(tree.isExpanded(index) for index in above)
    assert not tree.opens_many


def test_of_very_many_titles_only_those_seen_are_set(model, tree, qtbot):
    title = "、推进重点工作，提升群众幸福指数"
    model.set_report(report_of(*(heading(f"{n}{title}", 1) for n in range(1000))))
    tree.grab()
    assert len(tree._delegate._rows) < 2 * MOST_SET
    for row in (0, 500, 1000):
        sees_whole(tree, model.index(row, 0), qtbot)


def test_a_title_higher_than_seemed_likely_gets_its_room_when_it_is_seen(tree, model, qtbot):
    wide = "“一二三四五六七八九十一二三四五”，" * 3
    model.set_report(report_of(*(heading(f"{n}、{wide}", 1) for n in range(2 * MOST_SET))))
    sees_whole(tree, model.index(2 * MOST_SET, 0), qtbot)


def sees_whole(tree, index, qtbot):
    """Scroll to a row and wait until it is as high as its title."""
    tree.scrollTo(index)
    tree.grab()
    qtbot.waitUntil(lambda: tree.visualRect(index).height() == tree._delegate.row(index).height)


def test_left_and_right_close_and_open(tree, model):
    part = model.index_of_unit(unit_of(REVIEW))
    tree.setCurrentIndex(part)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(part)
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert not tree.isExpanded(part)


def test_enter_without_a_row_goes_nowhere(tree, qtbot):
    tree.setCurrentIndex(QModelIndex())
    with qtbot.assertNotEmitted(tree.section_chosen):
        QTest.keyClick(tree, Qt.Key.Key_Return)


def test_another_report_forgets_the_place(tree, model):
    tree.follow(unit_of(TOPIC))
    model.set_report(shipped())
    assert not tree.here().isValid()


def test_current_count_and_read_marks_are_painted(tree, model, qtbot):
    first = unit_of("（一）经济运行稳中有进")
    tree.follow(first)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    plain = tree.grab().toImage()
    model.set_counts({first: 1, unit_of("三、2026年重点工作"): 4})
    model.set_read({first})
    assert tree.grab().toImage() != plain
    index = model.index_of_unit(first)
    image, rect = tree.grab().toImage(), tree.visualRect(index)
    assert image.pixelColor(rect.left() + 1, rect.center().y()).name() == "#9a2b20"
    assert image.pixelColor(rect.left() + 8, rect.center().y()).name() == "#f1e2da"


def mark_of(tree, index):
    """Return the colours where a row's read mark stands, and where its title begins."""
    row, rect = tree.itemDelegate().row(index), tree.visualRect(index)
    image = tree.grab().toImage()
    columns = range(int(row.mark_x), int(min(row.label_x, row.title_x)) - 1)
    rows = range(rect.top() + 2, rect.bottom() - 1)
    return {image.pixelColor(x, y).name() for x in columns for y in rows}, row.title_x


def test_nothing_is_drawn_about_reading_before_anything_is_known_of_it(tree, model, qtbot):
    tree.expand(model.index(1, 0))
    plain = titled(model, "创新驱动纵深推进")
    nothing, before = mark_of(tree, plain)
    assert len(nothing) == 1
    model.set_read(())
    ring, after = mark_of(tree, plain)
    assert len(ring) > 1
    assert before == after, "the titles stand where they stood"
    model.set_report(shipped())
    assert model.index_of_unit(unit_of(TOPIC)).data(Role.READ) is None


def test_headings_of_every_depth_have_their_rows(tree, model, qtbot):
    depths = [heading("一、总的情况", 1), heading("五、没有下级", 1), heading("（一）没有部分", 2)]
    deep = [heading(f"{n}.第{n}层的标题写得长一些才能换行", n) for n in (3, 4, 5, 6)]
    model.set_report(report_of(*depths, *deep, heading("无编号的题目", 2)))
    tree.expandAll()
    image = tree.grab().toImage()
    rows = [tree.itemDelegate().row(index) for index in every_index(model)]
    assert not image.isNull()
    assert max(row.title_x for row in rows) < 150
    assert rows[-1].title_x == 40
    click(tree, model.index(1, 0), x=18)
    assert tree.here() == model.index(1, 0)
