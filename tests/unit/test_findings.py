"""What was done to a file, told one by one."""

from beiguan_desktop import paths
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Discard, NotWrong, Restore, Unrepair
from beiguan_desktop.core.doubts import found as doubts
from beiguan_desktop.core.findings import Finding, count_written, found, of_left_out
from beiguan_desktop.core.leaving_out import BY_HAND
from beiguan_desktop.core.report import Repair
from tests.unit.reading_checks import read
from tests.unit.test_correcting import READING, TEXT

SHIPPED = read(paths.shipped_report().read_text("utf-8-sig"))


def words(runs) -> str:
    return "".join(text for _, text in runs)


def of_kind(findings, kind) -> Finding:
    (one,) = (it for it in findings if it.kind == kind)
    return one


def test_a_repair_is_shown_before_and_after_with_some_words_around():
    one = of_kind(found(READING, []), "half-width punctuation")
    assert (one.group, one.grade, one.title) == ("written", "必错", "半角标点")
    assert ("deleted", ",") in one.before
    assert ("added", "，") in one.after
    assert words(one.after).startswith("…")
    assert "与全市持平" in words(one.before)
    assert one.answer == Unrepair(one.start, one.end)


def test_what_is_taken_away_leaves_nothing_in_its_place():
    text = TEXT.replace("就业形势", "就业&nbsp;&nbsp;形势\u200b")
    shown = [it for it in found(read(text), []) if it.kind == "residue"]
    assert len(shown) == 3
    assert {kind for kind, _ in shown[-1].after} == {"same"}


def test_a_join_says_whether_a_line_or_a_page_ended():
    shown = [it for it in found(SHIPPED, []) if it.group == "joined"]
    assert {it.title for it in shown} == {"段落被翻页切断，已接好", "段落被换行切断，已接好"}
    for one in shown:
        assert any(kind == "mark" and text.strip() in ("换页", "换行") for kind, text in one.before)
        assert any(kind == "changed" for kind, _ in one.after)


def test_words_put_right_are_counted_without_joins_and_what_was_left_out():
    assert count_written(SHIPPED) == sum(it.group == "written" for it in found(SHIPPED, []))
    made = corrected(TEXT, READING, [Discard(READING.units[-1].spans[0][0])])[0]
    assert len(made.repairs) == len(READING.repairs) + 1
    assert count_written(made) == count_written(READING) > 0


def test_what_was_left_out_is_listed_and_can_come_back():
    one = of_left_out(Repair("page number", 3, 9, "— 1 —\n", "", "必错"))
    assert (one.group, words(one.before), one.after) == ("out", "— 1 —", ())
    assert one.answer == Restore(3, 9)
    assert of_left_out(Repair("x", 0, 1, "字" * 99, "", "必错")).before == (
        ("same", "字" * 60 + "…"),
    )
    assert "您说" in of_left_out(Repair(BY_HAND, 0, 1, "字", "", "必错")).title


def test_what_lies_outside_of_units_is_left_out():
    text = f"分享到微信朋友圈\n\n{TEXT}"
    made = read(text)
    assert {it.group for it in found(made, []) if it.end <= text.index("政府")} <= {"out"}


def test_a_doubt_is_marked_and_says_why():
    text = TEXT.replace("就业形势", "就业就业形势的的")
    reading = read(text)
    one = of_kind(found(reading, doubts(reading.units, frozenset(text))), "said twice")
    assert (one.group, one.grade, one.after) == ("doubt", "疑似", ())
    assert ("mark", "的的") in one.before
    assert "两遍" in one.note
    assert one.answer == NotWrong(one.start, one.end)
    assert one.remark == "此处疑似同样的字写了两遍，请对照原件核对。"


def test_kinds_that_nobody_named_have_plain_words():
    start = TEXT.index("就业")
    odd = Repair("odd", start, start + 2, "就业", "就业", "疑似", "怪。")
    (one,) = (it for it in found(READING, [odd]) if it.kind == "odd")
    assert one.title == "请您看一下"
    assert one.remark == "此处疑似有误，请对照原件核对。"
