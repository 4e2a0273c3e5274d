"""D9: told truthfully what the secretary will see."""

import pytest

from beiguan_desktop.core.handing_in import HandIn, Printed
from beiguan_desktop.core.paper_trail import (
    NEVER_OUT,
    Trail,
    reworded_words,
    trail,
    why_kept,
    withdrawn_shortly,
    withdrawn_words,
)
from tests.unit.test_sifting import NOW

LATER = "2026-02-27T10:00:00+08:00"


def hand_in(ordinal=1, manner="打印", *held, at=NOW):
    return HandIn(f"h{ordinal}", "r1", "p1", ordinal, manner, at, dict.fromkeys(held or ["c1"], ""))


def when(stamp):
    return stamp[5:16].replace("T", " ")


def number(text="甲1", comment="c1"):
    return Printed("r1", "p1", text, comment, NOW)


def test_what_never_went_out_was_seen_by_nobody():
    found = trail("c1", [number("甲2", "c2")], [hand_in(1, "打印", "c2")])
    assert not found.was_out
    assert withdrawn_shortly(found, when) == "没有交过，别人没有看到"
    assert withdrawn_words(found, when) == NEVER_OUT
    assert reworded_words(found, when) == why_kept(found) == ""


@pytest.mark.parametrize(
    ("manner", "where"),
    [
        ("打印", "打印的纸上"),
        ("Word", "Word 文件里"),
        ("PDF", "PDF 文件里"),
        ("文字", "复制出去的文字里"),
    ],
)
def test_what_was_handed_in_cannot_be_called_back(manner, where):
    found = trail("c1", [number()], [hand_in(1, manner)])
    words = withdrawn_words(found, when)
    assert words.startswith(f"第1次交（02-27 09:41）{where}已经有这一条（甲1）。")
    assert "请您自己告诉记录员" in words
    assert words.endswith("下次再交，就不含它了。")
    assert reworded_words(found, when) == f"第1次交（02-27 09:41）{where}还是原来的写法，请再交一次"
    assert withdrawn_shortly(found, when).endswith("已经有它，请您自己告诉记录员：甲1不要了")
    assert "不能彻底清除" in why_kept(found)


def test_a_later_hand_in_without_it_is_told():
    found = trail("c1", [], [hand_in(1), hand_in(2, "打印", "c2", at=LATER)])
    assert withdrawn_words(found, when).endswith("第2次交的已经不含它。")
    assert "（甲" not in withdrawn_words(found, when)
    assert withdrawn_shortly(found, when).endswith("这一条不要了")


def test_a_number_alone_means_that_it_was_printed():
    found = trail("c1", [number()], [])
    assert withdrawn_words(found, when).startswith("印出来的纸上已经有这一条（甲1）。")
    assert withdrawn_words(found, when).endswith("下次再交，就不含它了。")
    assert found == Trail(("甲1",))
