"""What of a text another reading changes, in sentences for people."""

from dataclasses import replace

from beiguan_desktop.core.text_changes import changes_told
from tests.ui.page_parts import report_of

OLD = report_of("甲说了一句。", "乙说了一句。")


def test_with_the_same_letters_only_paragraphs_and_headings_differ():
    new = report_of("甲说了一句。乙说了一句。")
    assert changes_told(OLD, new, 0) == [
        "字一个也没有变，变的只是怎样分段、哪些是标题。",
        "段落原来 2 段，现在 1 段。",
        "标题还是 0 个。",
    ]


def test_other_letters_title_and_repairs_are_told():
    new = replace(report_of("甲说了两句。", "乙说了一句。", "丙也说了。"), title="新报告")
    assert changes_told(OLD, new, 3) == [
        "有些字变了：有 2 段和现在的不一样，现在的 1 段没有照原样留下。",
        "题目是《新报告》。",
        "段落原来 2 段，现在 3 段。",
        "标题还是 0 个。",
        "读的时候改正了 3 处明显的错字和写法，原文件没有动。",
    ]


def test_paragraphs_only_left_out_or_only_added_are_told_so():
    fewer = report_of("甲说了一句。")
    assert changes_told(OLD, fewer, 0)[0] == "有些字变了：现在的 1 段没有照原样留下。"
    assert changes_told(fewer, OLD, 0)[0] == "有些字变了：有 1 段和现在的不一样。"
