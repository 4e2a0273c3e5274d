"""Whatever is taken back is named in the bar, scrolled to, and its card is current."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.bin_flow import BinFlow
from beiguan_desktop.ui.past_flow import PastFlow
from beiguan_desktop.ui.placing_flow import PlacingFlow
from tests.journeys.test_bin_and_past import opens_bin, opens_past, rewords, withdraws
from tests.journeys.test_bin_and_past import writes as writes_at


def writes(deputy) -> Comment:
    return writes_at(deputy, "口径要说明")


def written(deputy):
    writes(deputy)


def reworded(deputy):
    rewords(deputy, writes(deputy), "口径请写清楚")


def withdrawn(deputy):
    withdraws(deputy, writes(deputy))


def taken_back(deputy):
    withdrawn(deputy)
    page = opens_bin(deputy)
    deputy.presses(page.restore_button)
    deputy.presses(page.back_button)


def gone_back(deputy):
    page = opens_past(deputy, rewords(deputy, writes(deputy), "口径请写清楚"))
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    deputy.presses(page.restore_button)


def moved(deputy):
    comment = writes(deputy)
    deputy.window.page.panel.choose(comment.id)
    menu = deputy.opens_card_menu()
    next(it for it in menu.actions() if it.text() == "换地方").trigger()
    menu.close()
    deputy.clicks(10, deputy.report.paragraphs[10].text[20:26])


def resized(deputy):
    comment = writes(deputy)
    deputy.window.reading.cards.go_to(comment.id)
    shown = deputy.window.findChild(PlacingFlow).handles
    shown.released.emit(comment.anchor.start + 2, comment.anchor.end)


def given_fields(deputy):
    comment = writes(deputy)
    words = commenting.Words("询问", comment.text)
    more = commenting.More(departments="住建局", private=True)
    change = commenting.reword(comment, words, more=more, change_id="k", now=clock.now())
    assert deputy.window.workspace.do(change)


def marked(deputy):
    deputy.clicks(3, "规模以上工业增加值")
    deputy.window.actions_by_name["highlight"].trigger()


def unmarked(deputy):
    marked(deputy)
    deputy.window.actions_by_name["highlight"].trigger()


def named(deputy):
    writes(deputy)
    deputy.window.ask_person()
    page = deputy.window.stage.first_start
    page.name_edit.clear()
    deputy.enters(page.name_edit, "李四")
    deputy.presses(page.start_button)


def several(deputy):
    comment = writes(deputy)
    workspace = deputy.window.workspace
    both = [replace(comment, id=f"{comment.id}-{end}", version=0) for end in "ab"]
    edits = tuple(Edit(it.id, None, it) for it in both)
    assert workspace.do(Change("k", "收件", clock.now(), comment.person, edits))


@pytest.mark.parametrize(
    ("act", "words", "has_card"),
    [
        (written, "写意见“口径要说明”", False),
        (reworded, "改意见“口径要说明”", True),
        (withdrawn, "撤回意见“口径要说明”", True),
        (taken_back, "找回意见“口径要说明”", False),
        (gone_back, "换回以前的写法“口径请写清楚”", True),
        (moved, "换地方“口径要说明”", True),
        (resized, "改位置“口径要说明”", True),
        (given_fields, "改意见“口径要说明”", True),
        (marked, "画重点“", False),
        (unmarked, "去掉重点“", False),
        (named, "写上姓名“张建国”", False),
        (several, "收件（2 条）", False),
    ],
)
def test_it_is_named_shown_and_can_be_done_again(deputy, act, words, has_card):
    deputy.starts()
    act(deputy)
    state = dict(deputy.window.workspace.comments)
    view, unit = deputy.window.page.view, deputy.report.paragraphs[3].ordinal
    view.show_place(deputy.report.paragraphs[50].ordinal)
    deputy.window.actions_by_name["undo"].trigger()
    bar = deputy.window.page.undo_bar
    assert bar.isVisible()
    assert bar.words.startswith(f"撤销了：{words}")
    assert bar.button.text().startswith("重做")
    if act is not named:
        assert any(line.unit == unit for line in view_lines(view))
    current = deputy.window.page.panel.current
    assert (current is not None and current == view.state.current) == has_card
    deputy.presses(bar.button)
    assert bar.words.startswith(f"重做了：{words.split('“')[0]}")
    assert bar.button.text().startswith("撤销")
    again = deputy.window.workspace.comments
    assert {it.id: replace(it, version=0) for it in again.values()} == {
        it.id: replace(it, version=0) for it in state.values()
    }
    deputy.presses(bar.button)
    assert bar.words.startswith("撤销了")


def view_lines(view):
    """Return the lines in view."""
    top = view.verticalScrollBar().value()
    bottom = top + view.viewport().height()
    units = view.lines.between(top, bottom)
    every = (line for unit in units for line in view.lines.of(unit))
    return [line for line in every if top <= line.top < bottom]


def test_on_another_page_the_status_line_says_it(deputy):
    deputy.starts()
    withdraws(deputy, writes(deputy))
    opens_bin(deputy)
    deputy.window.actions_by_name["undo"].trigger()
    assert deputy.window.status.words.startswith("撤销了：撤回意见“口径要说明”")
    page = deputy.window.findChild(BinFlow).page
    assert page.isVisible()
    assert page.empty.isVisible()
    assert deputy.window.findChild(PastFlow) is None


def test_nothing_to_take_back_is_said(deputy):
    deputy.starts()
    deputy.window.undo()
    assert deputy.window.status.words.startswith("没有可以撤销的")
