"""A mark grows and shrinks, an opinion goes elsewhere, and what was taken back is named."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.placing_flow import PlacingFlow
from tests.ui.page_parts import point

QUOTE = "规模以上工业增加值"
LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def adds(deputy, words="写清楚", quote=QUOTE, number=3, form=None):
    """Write an opinion on a passage, and make its card the current one."""
    workspace, report = deputy.window.workspace, deputy.report
    change = commenting.add(
        report,
        commenting.place(report, paragraph=number, quote=quote, nth=1 if quote else None),
        form or commenting.Words("建议", words),
        author=workspace.ensure_me(),
        comment_id=clock.new_id(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    assert workspace.do(change)
    comment = workspace.comments[change.edits[-1].record]
    deputy.window.reading.cards.go_to(comment.id)
    deputy.window.page.panel.choose(comment.id)
    return comment


def flow(deputy) -> PlacingFlow:
    return deputy.window.findChild(PlacingFlow)


def now(deputy, comment):
    return deputy.window.workspace.comments[comment.id]


def drags_knob(deputy, end: int, to: QPoint, release=True) -> None:
    """Take hold of the mark's beginning (0) or end (1) and draw it to a point."""
    port, view = deputy.window.page.view.viewport(), deputy.window.page.view
    middle = flow(deputy).handles.middles()[end].toPoint()
    deputy.qtbot.mouseMove(port, middle)
    deputy.qtbot.mousePress(port, LEFT, pos=middle)
    deputy.qtbot.mouseMove(port, (middle + to) / 2)
    deputy.qtbot.mouseMove(port, to)
    if release:
        deputy.qtbot.mouseRelease(port, LEFT, pos=to)
    view.viewport().update()


def asks(deputy, words: str) -> None:
    menu = deputy.opens_card_menu()
    next(it for it in menu.actions() if it.text() == words).trigger()
    menu.close()


def knob_at(deputy, end: int, words: str, at: int, number=3) -> QPoint:
    """Return where a knob is drawn so that its border comes before a character of some words."""
    view, unit = deputy.window.page.view, deputy.report.paragraphs[number]
    place = point(view, unit.ordinal, unit.text.index(words) + at)
    half = round(view.lines.of(unit.ordinal)[0].height / 2)
    return place + QPoint(-6, half if end else -half)


def test_the_end_of_a_mark_is_drawn_to_the_end_of_the_clause(deputy):
    deputy.starts()
    comment = adds(deputy)
    drags_knob(deputy, 1, knob_at(deputy, 1, "增长 15.2%，社会", 6))
    assert now(deputy, comment).anchor.quote == f"{QUOTE}增长 15.2%"
    assert deputy.window.page.undo_bar.words == "位置已改"
    assert deputy.window.page.panel.current == comment.id
    assert flow(deputy).handles.shown.end == now(deputy, comment).anchor.end
    deputy.window.undo()
    assert now(deputy, comment).anchor.quote == QUOTE
    assert deputy.window.page.undo_bar.words == "撤销了：改位置“写清楚”"
    assert flow(deputy).handles.shown.end == comment.anchor.end


def test_the_beginning_of_a_mark_is_drawn_too_and_never_over_its_end(deputy):
    deputy.starts()
    comment = adds(deputy)
    drags_knob(deputy, 0, knob_at(deputy, 0, QUOTE, 4))
    assert now(deputy, comment).anchor.quote == QUOTE[4:]
    drags_knob(deputy, 0, knob_at(deputy, 0, "社会消费品", 3))
    assert now(deputy, comment).anchor.quote == QUOTE[4:]


def test_a_mark_stays_within_its_paragraph(deputy):
    deputy.starts()
    comment = adds(deputy)
    view, following = deputy.window.page.view, deputy.report.paragraphs[4]
    drags_knob(deputy, 1, point(view, following.ordinal, 60))
    anchor = now(deputy, comment).anchor
    assert anchor.unit == comment.anchor.unit
    assert anchor.end <= len(deputy.report.paragraphs[3].text)


def test_a_click_beside_a_knob_is_a_click_in_the_text(deputy):
    deputy.starts()
    adds(deputy)
    port = deputy.window.page.view.viewport()
    middle = flow(deputy).handles.middles()[1].toPoint() + QPoint(10, -16)
    deputy.qtbot.mouseClick(port, LEFT, pos=middle)
    assert deputy.editor.words_box.hasFocus()
    assert deputy.window.reading.writing.anchor.unit == deputy.report.paragraphs[3].ordinal


def test_a_change_of_the_report_tells_that_its_original_words_change_too(deputy):
    deputy.starts()
    words = commenting.Words("修改", "", "修改", "工业增加值", "用语统一。")
    comment = adds(deputy, form=words)
    drags_knob(deputy, 1, knob_at(deputy, 1, "增长 15.2%，社会", 3))
    assert now(deputy, comment).anchor.quote == f"{QUOTE}增长"
    assert deputy.window.page.undo_bar.words == f"位置已改，原文也换成了“{QUOTE}增长”"


def test_the_arrows_move_the_ends(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "改位置")
    bar = flow(deputy).bar
    assert bar.isVisible()
    assert bar.hasFocus()
    deputy.key(Qt.Key.Key_Right, SHIFT)
    assert bar.accessibleDescription() == f"现在是“{QUOTE}增”"
    deputy.key(Qt.Key.Key_Right, SHIFT | CONTROL)
    assert bar.accessibleDescription() == f"现在是“{QUOTE}增长 15.2%”"
    deputy.key(Qt.Key.Key_Left)
    deputy.key(Qt.Key.Key_Right, SHIFT)
    deputy.key(Qt.Key.Key_Right, SHIFT)
    assert now(deputy, comment).anchor == comment.anchor, "not before Enter"
    deputy.key(Qt.Key.Key_Return)
    assert now(deputy, comment).anchor.quote == f"{QUOTE[2:]}增长 15.2%"
    assert not bar.isVisible()


def test_an_end_is_dragged_while_the_arrows_are_asked_and_esc_gives_all_up(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "改位置")
    drags_knob(deputy, 1, knob_at(deputy, 1, "增长 15.2%，社会", 3))
    bar = flow(deputy).bar
    assert bar.accessibleDescription() == f"现在是“{QUOTE}增长”"
    deputy.key(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert now(deputy, comment).anchor == comment.anchor
    assert flow(deputy).handles.shown.end == comment.anchor.end
    asks(deputy, "改位置")
    for _ in range(12):
        deputy.key(Qt.Key.Key_Left, SHIFT)
    assert bar.accessibleDescription() == f"现在是“{QUOTE[0]}”", "a mark is never empty"
    deputy.presses(bar.cancel_button)
    assert now(deputy, comment).anchor == comment.anchor


def test_a_whole_paragraph_is_narrowed_by_keys(deputy):
    deputy.starts()
    comment = adds(deputy, quote=None)
    assert flow(deputy) is None or flow(deputy).handles.shown is None
    asks(deputy, "改位置")
    deputy.key(Qt.Key.Key_Left, SHIFT | CONTROL)
    deputy.key(Qt.Key.Key_Return)
    assert now(deputy, comment).anchor.place == "passage"


def test_an_opinion_goes_where_one_clicks(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "换地方")
    bar = flow(deputy).bar
    assert "“写清楚”就放到那里" in bar.words.text()
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])
    assert not bar.isVisible()
    anchor = now(deputy, comment).anchor
    assert (anchor.unit, anchor.place) == (deputy.report.paragraphs[10].ordinal, "passage")
    assert deputy.window.page.undo_bar.words == "已换到第10段"
    assert deputy.window.page.panel.current == comment.id
    assert deputy.texts() == ["写清楚"]
    deputy.window.undo()
    assert now(deputy, comment).anchor == comment.anchor
    assert deputy.window.page.undo_bar.words == "撤销了：换地方“写清楚”"


def test_esc_and_another_bar_leave_an_opinion_where_it_is(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "换地方")
    deputy.key(Qt.Key.Key_Escape)
    assert not flow(deputy).bar.isVisible()
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])
    assert now(deputy, comment).anchor == comment.anchor
    deputy.window.reading.cards.go_to(comment.id)
    deputy.window.page.panel.choose(comment.id)
    asks(deputy, "换地方")
    deputy.window.actions_by_name["find"].trigger()
    assert not flow(deputy).bar.isVisible()
    assert now(deputy, comment).anchor == comment.anchor


def test_by_keys_alone_an_opinion_goes_to_the_next_paragraph(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "换地方")
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert now(deputy, comment).anchor == paragraph(
        deputy.report, deputy.report.paragraphs[4].ordinal
    )
    asks(deputy, "换地方")
    deputy.key(Qt.Key.Key_Return)
    assert deputy.window.status.words.startswith("这条意见已经在这里了")


def test_the_button_settles_on_words_that_were_dragged(deputy):
    deputy.starts()
    comment = adds(deputy)
    asks(deputy, "换地方")
    deputy.drags(4, "无人机产业")
    assert now(deputy, comment).anchor == comment.anchor
    deputy.presses(flow(deputy).bar.accept_button)
    assert now(deputy, comment).anchor.quote == "无人机产业"


def test_a_change_does_not_go_to_the_whole_report(deputy):
    deputy.starts()
    words = commenting.Words("修改", "", "修改", "工业增加值", "用语统一。")
    comment = adds(deputy, form=words)
    asks(deputy, "换地方")
    title = next(unit for unit in deputy.report.units if unit.kind == "title")
    view = deputy.window.page.view
    view.show_place(title.ordinal)
    deputy.qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, title.ordinal, 1))
    assert "要放在一句话或者一段上" in deputy.window.status.words
    assert now(deputy, comment).anchor == comment.anchor


def test_words_being_reworded_are_kept_before_the_opinion_moves(deputy):
    deputy.starts()
    comment = adds(deputy)
    deputy.key_on_card(Qt.Key.Key_Return)
    deputy.types("，还要及时")
    deputy.window.page.panel.choose(comment.id)
    asks(deputy, "换地方")
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])
    assert deputy.texts() == ["写清楚，还要及时"]
    assert now(deputy, comment).anchor.unit == deputy.report.paragraphs[10].ordinal


def test_another_report_ends_it(deputy):
    deputy.starts()
    adds(deputy)
    asks(deputy, "改位置")
    path = deputy.database.with_name("另一份.txt")
    path.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    deputy.window.import_report(path)
    assert not flow(deputy).bar.isVisible()
    assert flow(deputy).handles.shown is None


def test_nobody_takes_hold_of_somebody_elses_mark(deputy):
    deputy.starts()
    comment = adds(deputy)
    workspace = deputy.window.workspace
    workspace.is_staff = True
    others = replace(comment, id="other", person=workspace.me.id, version=0)
    person = replace(workspace.me, id="p2", name="李四", version=0)
    others = replace(others, person="p2", author_name="李四")
    edits = (Edit("p2", None, person), Edit("other", None, others))
    assert workspace.do(Change("k", "写意见", clock.now(), "p2", edits))
    deputy.window.reading.cards.go_to("other")
    assert flow(deputy).handles.shown is None
    flow(deputy).begin_move("other")
    assert flow(deputy).bar is None or not flow(deputy).bar.isVisible()


def test_the_menu_opens_by_the_other_button_and_by_the_key(deputy):
    deputy.starts()
    adds(deputy)
    cards = deputy.window.page.panel.list
    spot = cards.visualRect(cards.currentIndex()).center()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, spot, cards.viewport().mapToGlobal(spot))
        QApplication.sendEvent(cards.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert [it.text() for it in menu.actions() if it.text()] == [
            "改位置",
            "换地方",
            "以前的写法",
        ]
        menu.close()


@pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
def test_the_bar_has_room_in_small_windows(deputy, size):
    deputy.starts()
    deputy.window.resize(*size)
    adds(deputy)
    asks(deputy, "改位置")
    bar = flow(deputy).bar
    QApplication.processEvents()
    for button in (bar.accept_button, bar.cancel_button):
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= 44
    assert bar.words.heightForWidth(bar.words.width()) <= bar.words.height()
