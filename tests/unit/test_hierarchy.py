"""Levels by the styles a report uses, and paths."""

from tests.unit.reading_checks import kinds, read
from tests.unit.specimen import report

WORDS = "各项工作扎实推进，取得了新的成效，群众的获得感、幸福感、安全感不断增强。"


def levels(*lines):
    """Return (level, text) of the standing headings and run-ins between greeting and end."""
    reading = read(report(*lines))
    found = [(u.level or (u.runin.level if u.runin else 0), u.text[:8]) for u in reading.units]
    return [item for item in found if item[0]]


def test_a_chapter_without_label_stands_over_a_numbering_that_starts_anew():
    found = levels(
        "2030年工作回顾", WORDS, "一、经济发展", WORDS, "二、民生事业", WORDS,
        "2031年工作安排", WORDS, "一、创新驱动", WORDS, "（一）扩大投资", WORDS,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 1, 2, 3]


def test_brackets_may_be_chapters_over_a_chinese_numbering():
    found = levels(
        "（一）当前形势",
        WORDS,
        "（二）建设方针",
        WORDS,
        "一、依靠科学",
        WORDS,
        "二、发展生产",
        WORDS,
    )
    assert [level for level, _ in found] == [1, 1, 2, 2]


def test_parts_stand_over_chapters():
    found = levels("第一部分 工作回顾", WORDS, "一、经济发展", WORDS, "（一）工业发展", WORDS)
    assert [level for level, _ in found] == [1, 2, 3]
    found = levels("第一章 工作回顾", "第一节 经济", WORDS, "第二节 民生", WORDS, "一、教育", WORDS)
    assert [level for level, _ in found] == [1, 2, 2, 3]


def test_arabic_numbers_stand_directly_under_chapters_where_no_brackets_are_used():
    assert [level for level, _ in levels("一、工作回顾", WORDS, "1．主要工作", WORDS)] == [1, 2]


def test_headings_without_label_between_chapters_are_one_below():
    found = levels(
        "一、工作回顾", WORDS, "发展质量稳步提升", WORDS, "民生福祉日益增进", WORDS,
        "社会大局和谐稳定", WORDS, "二、工作安排", WORDS,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 2, 1]


def test_headings_without_any_label_are_chapters_and_what_stands_below():
    found = levels(
        "2030年工作回顾", WORDS, "发展质量稳步提升", WORDS, "民生福祉日益增进", WORDS,
        "2031年工作安排", WORDS,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 1]


def test_ordinals_stand_one_below_the_heading_over_them():
    item = "一是加快产业聚集。全力推进重点项目建设，完善配套设施，做好服务。"
    assert levels("一、工作安排", item)[1][0] == 2
    assert levels("一、工作安排", "（一）扩大投资", item)[2][0] == 3


def test_a_section_of_its_own_sentences_holds_the_topics_below_it():
    reading = read(
        report(
            "一、工作安排",
            "（一）扩大内需。把扩大内需作为战略基点，持续用力。",
            "提振消费能级。抢抓政策机遇，优化补贴范围。",
            "扩大有效投资。优化全过程管理，确保开工建设。",
        )
    )
    topic = reading.units[-2]
    assert topic.runin.level == 3
    assert topic.path == ("一、工作安排", "（一）扩大内需。")
    assert kinds(reading)[-2] == "paragraph"


def test_no_heading_stands_two_below_and_siblings_stand_together():
    found = levels(
        "2030年工作回顾", WORDS, "（一）经济向好。" + WORDS, "（二）民生改善。" + WORDS,
        "2031年工作安排", WORDS, "一、发展工业", WORDS, "（一）扩大投资", WORDS,
        "二、发展农业", WORDS,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 1, 2, 3, 2]


def test_a_closing_chapter_without_label_stands_beside_numbered_ones():
    found = levels("一、工作回顾", WORDS, "二、工作安排", WORDS, "2031年工作打算", WORDS)
    assert [level for level, _ in found] == [1, 1, 1]


def test_items_of_a_list_are_no_sections():
    found = levels(
        "一、工作安排", WORDS, "（一）节约能源；", "（二）改进管理；", "（三）加强监督。" + WORDS,
        "二、实事", WORDS, "1、修一条路。", "2、建一所学校。", "3、通一条河。", WORDS,
    )  # fmt: skip
    assert [text for _, text in found] == ["一、工作安排", "二、实事"]


def test_arabic_numbers_stand_under_sentences_alone_that_begin_alike():
    found = levels(
        "一、五年回顾", WORDS,
        "五年来，我们坚持质量引领，实力增强。", "1.工业发展。" + WORDS, "2.农业发展。" + WORDS,
        "五年来，我们坚持创新驱动，体系形成。", "1.科技进步。" + WORDS,
        "五年来，我们加强政府自身建设。", WORDS, "二、工作安排", WORDS,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 3, 3, 2, 3, 2, 1]


LONG_ITEM = (
    "三是坚持把科技创新摆在更加突出的位置，统筹推进教育科技人才一体发展，加快建设创新型城区。"
)


def test_a_long_item_is_like_its_siblings():
    items = ["一是发展工业。" + WORDS, "二是发展农业。" + WORDS]
    found = levels("一、工作安排", *items, LONG_ITEM + WORDS)
    assert [level for level, _ in found] == [1, 2, 2, 2]
    assert len(levels("一、工作安排", items[0], LONG_ITEM.replace("三", "二") + WORDS)) == 2
    assert len(levels("一、工作安排", *items, "二、实事", LONG_ITEM + WORDS)) == 4
