"""What was withdrawn comes back or goes for good; what was said before can be said again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.handing_in import HandIn, Printed, contents
from beiguan_desktop.services import clock
from beiguan_desktop.services.library import backup
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.ui.bin_flow import BinFlow
from beiguan_desktop.ui.past_flow import PastFlow

QUOTE = "规模以上工业增加值"
ANGRY = "这种空话谁看得懂"


def writes(deputy, words, number=3, quote=QUOTE):
    deputy.clicks(number, quote)
    deputy.types(words)
    deputy.finishes()
    return next(
        it for it in deputy.window.workspace.comments.values() if words in (it.text, it.replacement)
    )


def rewords(deputy, comment, words):
    """Press 修改 on the card, write other words, done."""
    deputy.window.page.panel.choose(comment.id)
    deputy.key_on_card(Qt.Key.Key_Return)
    deputy.box.selectAll()
    deputy.types(words)
    deputy.finishes()
    return deputy.window.workspace.comments[comment.id]


def withdraws(deputy, comment):
    deputy.window.page.panel.choose(comment.id)
    deputy.key_on_card(Qt.Key.Key_Delete)


def hands_in(deputy, comment, number="甲1", manner="打印"):
    """As the window for handing in does."""
    workspace = deputy.window.workspace
    report, me = workspace.shown, workspace.me.id
    workspace.store.out_tray.put(
        [Printed(report, me, number, comment.id, clock.now())],
        HandIn(clock.new_id(), report, me, 1, manner, clock.now(), contents([comment])),
    )


def opens_bin(deputy):
    deputy.chooses("意见", "回收站")
    page = deputy.window.findChild(BinFlow).page
    assert page.isVisible()
    return page


def opens_past(deputy, comment):
    deputy.window.page.panel.choose(comment.id)
    menu = deputy.opens_card_menu()
    next(it for it in menu.actions() if it.text() == "以前的写法").trigger()
    menu.close()
    page = deputy.window.findChild(PastFlow).page
    assert page.isVisible()
    return page


def test_d9_softer_words_and_the_other_one_gone_but_to_be_found(deputy):
    deputy.starts()
    one, other = writes(deputy, ANGRY), writes(deputy, "另一条", 4, "无人机产业加速")
    rewords(deputy, one, "请把口径说明白")
    assert deputy.window.status.words.startswith("还没有交过，以后只交现在的写法")
    withdraws(deputy, other)
    bar = deputy.window.page.undo_bar
    assert bar.words == "已撤回 1 条“建议”，在回收站里；没有交过，别人没有看到"
    assert deputy.texts() == ["请把口径说明白"]
    page = opens_bin(deputy)
    assert page.title.text() == "回收站　1 条"
    assert page.list.current == other.id
    assert page.fate.text() == "这一条没有交过，别人没有看到。"
    deputy.presses(page.restore_button)
    assert page.told.text() == "已找回“另一条”，放回了原来的地方。"
    assert page.empty.isVisible()
    deputy.presses(page.back_button)
    assert deputy.window.page.isVisible()
    assert deputy.texts() == ["请把口径说明白", "另一条"]
    deputy.window.undo()
    assert bar.words == "撤销了：找回意见“另一条”"
    assert deputy.texts() == ["请把口径说明白"]


def test_what_was_handed_in_is_told_truthfully_and_cannot_be_purged(deputy):
    deputy.starts()
    comment = writes(deputy, ANGRY)
    hands_in(deputy, comment)
    bar = deputy.window.page.undo_bar
    rewords(deputy, comment, "请把口径说明白")
    assert bar.isVisible()
    assert bar.words.startswith("意见已改。第1次交")
    assert bar.words.endswith("打印的纸上还是原来的写法，请再交一次")
    withdraws(deputy, comment)
    assert "请您自己告诉记录员：甲1不要了" in bar.words
    page = opens_bin(deputy)
    assert "打印的纸上已经有这一条（甲1）" in page.fate.text()
    assert "不能彻底清除" in page.kept.text()
    assert not page.purge_button.isVisible()
    deputy.presses(page.restore_button)
    assert deputy.texts() == ["请把口径说明白"]


@pytest.mark.parametrize("way", ["copies too", "copies stay", "changed my mind"])
def test_what_never_went_out_goes_for_good(deputy, way):
    deputy.starts()
    kept, angry = writes(deputy, "留下的"), writes(deputy, ANGRY, 4, "无人机产业加速")
    rewords(deputy, angry, "还是气话")
    rewords(deputy, kept, "留下的，改过")
    withdraws(deputy, angry)
    copy = backup(deputy.database, deputy.database.with_name("资料 库.v2-20260227-090000.db"))
    page = opens_bin(deputy)
    deputy.presses(page.purge_button)
    assert "不能" not in page.kept.text()
    assert "谁也找不回来" in page.warning.text()
    assert "v2" in page.warning.text()
    button = {
        "copies too": page.copies_button,
        "copies stay": page.sure_button,
        "changed my mind": page.no_button,
    }[way]
    deputy.presses(button)
    if way == "changed my mind":
        assert page.purge_button.isVisible()
        assert ANGRY.encode() in deputy.database.read_bytes()
        return
    assert page.told.text().startswith("已彻底清除 1 条。")
    assert ("旧备份里还有" in page.told.text()) == copy.exists() == (way == "copies stay")
    assert page.empty.isVisible()
    assert ANGRY.encode() not in deputy.database.read_bytes()
    assert "还是气话".encode() not in deputy.database.read_bytes()
    deputy.presses(page.back_button)
    while deputy.window.workspace.stack.canUndo():
        deputy.window.undo()
    assert deputy.texts() == [], "what was purged does not come back, nor does it bar the way"
    while deputy.window.workspace.stack.canRedo():
        deputy.window.redo()
    assert deputy.texts() == ["留下的，改过"]
    deputy.window.close()
    assert inspect(deputy.database)[1] == []


def test_a_purge_that_fails_says_why_and_leaves_it_there(deputy):
    deputy.starts()
    comment = writes(deputy, ANGRY)
    withdraws(deputy, comment)
    page = opens_bin(deputy)
    deputy.presses(page.purge_button)
    assert not page.copies_button.isVisible()
    hands_in(deputy, comment)  # meanwhile
    deputy.presses(page.sure_button)
    assert "不能彻底清除" in deputy.window.status.words
    assert [it.id for it in page.model.comments()] == [comment.id]


def test_the_bin_is_walked_by_keys_and_left_by_esc(deputy):
    deputy.starts()
    for number, words in enumerate(("一", "二", "三")):
        withdraws(
            deputy,
            writes(deputy, words, 3 + number, deputy.report.paragraphs[3 + number].text[20:26]),
        )
    page = opens_bin(deputy)
    assert page.list.hasFocus()
    first = page.list.current
    deputy.key(Qt.Key.Key_Down)
    assert page.list.current != first
    deputy.key(Qt.Key.Key_Return)
    deputy.key(Qt.Key.Key_Delete)
    assert len(page.model.comments()) == 3
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.page.isVisible()


def test_an_empty_bin_says_what_it_is_for(deputy):
    deputy.starts()
    page = opens_bin(deputy)
    assert page.empty.accessibleName() == "回收站是空的，撤回的意见会放在这里，随时可以找回。"
    assert not page.area.isVisible()
    assert page.back_button.hasFocus()


def test_every_state_is_shown_with_what_changed_and_can_be_gone_back_to(deputy):
    deputy.starts()
    comment = writes(deputy, "头一稿，太硬")
    rewords(deputy, comment, "头一稿，太软")
    now = rewords(deputy, comment, "第三稿")
    page = opens_past(deputy, now)
    titles = [page.list.row(at)[0].split("　", 1)[1] for at in range(3)]
    assert titles == ["改意见　现在的写法", "改意见", "写意见"]
    assert page.list.row(1)[1] == "改了意见"
    assert page.list.row(2)[1] == "头一稿，太硬"
    assert not page.restore_button.isVisible(), "that is how it is now"
    deputy.key(Qt.Key.Key_Down)
    assert "删去" in page.boxes["text"].accessibleDescription()
    assert not page.boxes["reason"].isVisible()
    deputy.key(Qt.Key.Key_Down)
    assert page.boxes["text"].toPlainText() == "头一稿，太硬"
    assert page.boxes["text"].accessibleDescription() == ""
    deputy.presses(page.restore_button)
    assert deputy.texts() == ["头一稿，太硬"]
    assert deputy.window.page.isVisible()
    assert deputy.window.page.panel.current == comment.id
    assert deputy.window.page.undo_bar.words == "已换回以前的写法"
    deputy.window.undo()
    assert deputy.texts() == ["第三稿"]
    assert deputy.window.page.undo_bar.words == "撤销了：换回以前的写法“第三稿”"


def test_kinds_and_places_are_told_beside_the_words(deputy):
    deputy.starts()
    comment = writes(deputy, "头一稿")
    workspace = deputy.window.workspace
    after = replace(comment, kind="询问", private=True)
    workspace.do(
        Change("k", "改意见", clock.now(), comment.person, (Edit(comment.id, comment, after),))
    )
    page = opens_past(deputy, after)
    assert page.others.text() == "类型：建议 → 询问\n仅自己可见：否 → 是"
    deputy.key(Qt.Key.Key_Escape)
    assert deputy.window.page.isVisible()
    assert deputy.window.page.panel.current == comment.id


def test_the_past_is_reached_from_the_bin_and_leads_back_there(deputy):
    deputy.starts()
    comment = rewords(deputy, writes(deputy, "旧"), "新")
    withdraws(deputy, comment)
    page = opens_bin(deputy)
    deputy.presses(page.past_button)
    past = deputy.window.findChild(PastFlow).page
    assert [past.list.row(at)[1] for at in range(3)] == ["放进了回收站", "改了意见", "旧"]
    assert past.back_button.text() == "回到回收站"
    deputy.key(Qt.Key.Key_Escape)
    assert page.isVisible()
    deputy.presses(page.past_button)
    deputy.key(Qt.Key.Key_End)
    deputy.presses(past.restore_button)
    assert deputy.texts() == ["旧"]
    withdraws(deputy, comment)
    deputy.window.undo()
    assert opens_past(deputy, comment).list.row(0)[1] == "从回收站拿了回来"


def test_words_in_the_box_are_kept_before_the_past_is_shown(deputy):
    deputy.starts()
    comment = writes(deputy, "旧")
    deputy.window.page.panel.choose(comment.id)
    deputy.key_on_card(Qt.Key.Key_Return)
    deputy.box.selectAll()
    deputy.types("新")
    page = opens_past(deputy, comment)
    assert [page.list.row(at)[1] for at in range(2)] == ["改了意见", "旧"]
    deputy.window.import_report(another_report(deputy.database.parent))
    assert not page.isVisible()
    QApplication.processEvents()


def another_report(folder):
    path = folder / "另一份.txt"
    path.write_text("另一份报告\n\n各位代表：\n\n现在报告工作，请予审议。\n", encoding="utf-8")
    return path
