"""Cards: never cut, one of them current with its buttons, an empty list that says what to do."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import KINDS, WHOLE_REPORT
from beiguan_desktop.ui.card_buttons import CardButtons
from beiguan_desktop.ui.comment_card import EMPTY, CommentList
from beiguan_desktop.ui.comment_model import EVERYTHING, CommentModel, Scope
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.panes import face, on_paragraph, on_words, opinion, shipped, unit_of

FIRST = "（一）经济运行稳中有进"
LONG = "请说明“十五五”期间每年要达到的数字、由哪个部门负责、什么时候向代表报告。" * 6


@pytest.fixture
def model(qapp):
    result = CommentModel()
    result.set_comments(
        [
            opinion("a", WHOLE_REPORT, "报告实事求是。", kind="肯定"),
            opinion("b", on_words("经济运行稳中有进"), LONG),
            opinion("c", on_paragraph(FIRST), "第一行\n第二行\n\n𠮷<b>第四行</b>", kind="询问"),
        ],
        shipped(),
    )
    return result


@pytest.fixture
def cards(model, qtbot):
    result = CommentList(model)
    result.setFont(face(14))
    result.resize(352, 500)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitUntil(result.isActiveWindow)
    return result


def index_of(cards, identity):
    model = cards.model()
    source = model.sourceModel()
    return model.mapFromSource(source.index(source.row_of(identity)))


def click(cards, identity):
    rect = cards.visualRect(index_of(cards, identity))
    place = QPoint(rect.center().x(), max(2, rect.top() + 20))
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)


def buttons(cards):
    return [b for b in cards.viewport().findChildren(CardButtons) if b.isVisible()]


def painted(layout):
    text = layout.text()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    utf16 = text.encode("utf-16-le")
    return b"".join(
        utf16[2 * line.textStart() : 2 * (line.textStart() + line.textLength())] for line in lines
    ).decode("utf-16-le")


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("width", [320, 352, 420])
@pytest.mark.parametrize("scope", [EVERYTHING, Scope.paragraph(None)])
def test_no_word_is_cut_and_no_line_too_wide(cards, model, points, width, scope):
    cards.setFont(face(points))
    cards.resize(width, 500)
    cards.set_scope(scope)
    for comment in model.comments():
        if not scope.holds(comment.anchor):
            continue
        card = cards.itemDelegate().card(index_of(cards, comment.id))
        shown = painted(card.words).replace("\u200b", "").replace("\u2028", "\n")
        assert shown == comment.text
        for layout in filter(None, (card.words, card.quote)):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                assert line.position().x() + line.naturalTextWidth() <= width - 40 + 1
                assert card.words_top + card.words.lineAt(0).position().y() >= 0
        last = card.words.lineAt(card.words.lineCount() - 1)
        assert card.words_top + last.position().y() + last.height() <= card.height
        assert card.pill.right() < width - 40


def test_a_row_is_laid_out_once(cards, model):
    delegate = cards.itemDelegate()
    one = delegate.card(index_of(cards, "b"))
    assert delegate.card(index_of(cards, "b")) is one
    cards.resize(400, 500)
    assert delegate.card(index_of(cards, "b")) is not one


def test_cards_follow_the_width(cards, qtbot):
    wide = cards.visualRect(index_of(cards, "b")).height()
    cards.resize(320, 500)
    qtbot.waitUntil(lambda: cards.visualRect(index_of(cards, "b")).height() > wide)


def test_a_click_makes_a_card_current_and_gives_it_buttons(cards, qtbot):
    before = cards.visualRect(index_of(cards, "a")).height()
    with qtbot.waitSignal(cards.chosen) as heard:
        click(cards, "a")
    assert heard.args == ["a"]
    assert cards.current == "a"
    assert [b.text() for b in buttons(cards)[0].findChildren(QPushButton)] == [
        "修改",
        "撤回",
        "更多",
    ]
    assert all(b.height() >= 44 for b in buttons(cards)[0].findChildren(QPushButton))
    assert cards.visualRect(index_of(cards, "a")).height() == before + 53
    rect = cards.visualRect(index_of(cards, "a"))
    assert rect.contains(buttons(cards)[0].geometry())


def test_the_buttons_go_with_the_current_card(cards, qtbot):
    click(cards, "a")
    cards.show_comment("c")
    qtbot.waitUntil(lambda: len(buttons(cards)) == 1)
    with qtbot.waitSignal(cards.edit_asked) as heard:
        buttons(cards)[0].edit.click()
    assert heard.args == ["c"]
    with qtbot.waitSignal(cards.withdraw_asked) as heard:
        buttons(cards)[0].withdraw.click()
    assert heard.args == ["c"]
    assert buttons(cards)[0].edit.accessibleName() == "修改这条询问"


def test_the_second_press_of_a_double_click_presses_nothing(cards, qtbot):
    cards.show_comment("a")
    withdraw = buttons(cards)[0].withdraw
    with qtbot.assertNotEmitted(cards.withdraw_asked):
        withdraw.mouseDoubleClickEvent(_double_click(withdraw))
    with qtbot.assertNotEmitted(cards.chosen):
        cards.mouseDoubleClickEvent(_double_click(cards))


def _double_click(widget):
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(5, 5),
        QPointF(5, 5),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )


def test_showing_an_opinion_says_nothing_and_brings_it_into_view(cards, qtbot):
    cards.resize(352, 260)
    with qtbot.assertNotEmitted(cards.chosen):
        assert cards.show_comment("c")
    assert cards.viewport().rect().contains(buttons(cards)[0].geometry())
    assert not cards.show_comment("nobody")
    assert not cards.show_comment(None)
    assert cards.current is None


def test_the_buttons_of_a_card_higher_than_the_list_are_seen_when_it_is_chosen(cards):
    cards.resize(352, 150)
    model = cards.model().sourceModel()
    model.set_comments(
        [opinion("a"), opinion("long", text="很长。" * 200), opinion("z")], shipped()
    )
    for identity in ("z", "long"):
        assert cards.show_comment(identity)
        assert cards.viewport().rect().contains(buttons(cards)[0].geometry())


def test_arrows_choose_enter_rewords_delete_withdraws(cards, qtbot):
    cards.clearFocus()
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert cards.current == "a"
    with qtbot.waitSignal(cards.chosen) as heard:
        QTest.keyClick(cards, Qt.Key.Key_Down)
    assert heard.args == [cards.current]
    with qtbot.waitSignal(cards.edit_asked):
        QTest.keyClick(cards, Qt.Key.Key_Return)
    with qtbot.waitSignal(cards.withdraw_asked):
        QTest.keyClick(cards, Qt.Key.Key_Delete)


def test_tab_leads_from_the_list_to_its_buttons(cards):
    cards.clearFocus()
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    at = buttons(cards)[0]
    QTest.keyClick(cards, Qt.Key.Key_Tab)
    assert at.edit.hasFocus()
    QTest.keyClick(at.edit, Qt.Key.Key_Tab)
    assert at.withdraw.hasFocus()
    QTest.keyClick(at.withdraw, Qt.Key.Key_Backtab)
    assert at.edit.hasFocus()


def test_a_withdrawn_card_leaves_no_other_current(cards, model):
    click(cards, "a")
    buttons(cards)[0].withdraw.setFocus()
    comment = model.comments()[0]
    model.apply(Change("c1", "撤回意见", "", None, (Edit("a", comment, None),)))
    assert cards.current is None
    assert cards.hasFocus()


def test_nothing_can_be_done_where_nothing_can_be_written(cards, qtbot):
    cards.set_read_only(True)
    click(cards, "a")
    assert cards.current == "a"
    assert buttons(cards) == []


def test_acts_are_offered_on_ones_own_opinions_only(cards, model, qtbot):
    cards.set_author("p2")
    click(cards, "a")
    assert cards.current == "a"
    assert buttons(cards) == []
    cards.setFocus()
    with qtbot.assertNotEmitted(cards.withdraw_asked), qtbot.assertNotEmitted(cards.edit_asked):
        QTest.keyClick(cards, Qt.Key.Key_Delete)
        QTest.keyClick(cards, Qt.Key.Key_Return)
    cards.set_author("p1")
    assert len(buttons(cards)) == 1
    cards.set_author(None)
    assert len(buttons(cards)) == 1, "while nobody is known, nobody is a stranger"


@pytest.mark.parametrize("width", [320, 352])
def test_the_opinions_of_others_bear_their_names(cards, model, width):
    names = {"a": "欧阳建国", "b": "买买提·艾力·阿不都热合曼江" * 3, "c": ""}
    model.set_comments(
        [replace(comment, author_name=names[comment.id]) for comment in model.comments()],
        shipped(),
    )
    cards.resize(width, 500)
    delegate = cards.itemDelegate()
    for author, expected in (("p2", True), ("p1", False), (None, False)):
        cards.set_author(author)
        stamps = {name: delegate.card(index_of(cards, name)).stamp for name in names}
        assert ("欧阳建国" in stamps["a"]) == expected
        assert ("未署名" in stamps["c"]) == expected
        spoken = index_of(cards, "b").data(Qt.ItemDataRole.AccessibleTextRole)
        assert (names["b"] in spoken) == expected
        for name in names:
            card = delegate.card(index_of(cards, name))
            room = QFontMetricsF(cards.font()).horizontalAdvance(card.stamp)
            assert card.time.x() + room <= width - 40 + 1
            assert card.time.x() > card.pill.right() or card.time.y() > card.pill.bottom()


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_list_says_what_is_so_and_what_to_do(qtbot, name):
    cards = CommentList(CommentModel())
    qtbot.addWidget(cards)
    cards.setFont(face(14))
    cards.resize(352, 300)
    scopes = {
        "paragraph": Scope.paragraph(3),
        "section": Scope.section(3, 9),
        "report": Scope.paragraph(None),
        "all": EVERYTHING,
    }
    cards.set_scope(scopes[name])
    assert cards.is_empty
    assert cards.accessibleDescription() == "，".join(EMPTY[name])
    image = cards.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(100, 250) for y in range(30, 140)}
    assert "#211e1a" in colours


def test_the_first_card_ends_the_empty_state(qtbot):
    model = CommentModel()
    cards = CommentList(model)
    qtbot.addWidget(cards)
    assert cards.accessibleDescription() != ""
    model.apply(Change("c1", "写意见", "", None, (Edit("a", None, opinion("a")),)))
    assert cards.accessibleDescription() == ""


def test_every_kind_has_a_pill_in_its_colour(qtbot):
    model = CommentModel()
    cards = CommentList(model)
    qtbot.addWidget(cards)
    cards.setFont(face(14))
    cards.resize(352, 900)
    model.set_comments([opinion(str(n), WHOLE_REPORT, kind=kind) for n, kind in enumerate(KINDS)])
    image = cards.grab().toImage()
    for row, kind in enumerate(KINDS):
        rect = cards.visualRect(cards.model().index(row, 0))
        assert image.pixelColor(26, rect.top() + 30).name().upper() == LIGHT.kinds[kind]


def test_a_thousand_cards_come_in_turn_and_the_last_is_there_when_it_is_asked_for(qtbot):
    model = CommentModel()
    place = on_paragraph(FIRST)
    model.set_comments([opinion(f"{n:04}", place, "好。") for n in range(1000)], shipped())
    cards = CommentList(model)
    qtbot.addWidget(cards)
    cards.resize(352, 500)
    cards.show()
    cards.set_scope(EVERYTHING)
    cards.grab()
    assert not cards.visualRect(cards.shown.index(999, 0)).isValid()
    cards.show_comment("0999")
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()))
    cards.set_scope(Scope.paragraph(unit_of(FIRST)))
    last = cards.shown.index(999, 0)
    qtbot.waitUntil(lambda: cards.visualRect(last).isValid())


def test_three_hundred_cards_scroll_within_a_frame(qtbot):
    model = CommentModel()
    place = on_paragraph(FIRST)
    model.set_comments([opinion(f"{n:03}", place, LONG) for n in range(300)], shipped())
    cards = CommentList(model)
    qtbot.addWidget(cards)
    cards.setFont(face(14))
    cards.resize(352, 500)
    cards.set_scope(Scope.paragraph(unit_of(FIRST)))
    cards.show()
    cards.grab()
    bar, times = cards.verticalScrollBar(), []
    for value in range(0, bar.maximum(), max(1, bar.maximum() // 60)):
        start = time.perf_counter()
        bar.setValue(value)
        cards.grab()
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 0.05
