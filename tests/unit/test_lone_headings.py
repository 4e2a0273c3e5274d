"""Headings without a label: those that look so, and those that stand apart."""

from beiguan_desktop.core.line_habit import habit
from beiguan_desktop.core.lines import cut
from beiguan_desktop.core.lone_headings import lone_headings

PROSE = "各项工作扎实推进，取得了新的成效，群众的获得感、幸福感、安全感不断增强，社会大局保持稳定。"


def found_in(text):
    lines = cut(text)[0]
    return [lines[i].text for i in sorted(lone_headings(lines, habit(lines)))]


def test_one_open_line_is_a_heading_only_if_it_says_so():
    assert found_in(f"2030年工作回顾\n{PROSE}\n{PROSE}") == ["2030年工作回顾"]
    assert found_in(f"{PROSE}\n今后一年的主要任务\n{PROSE}") == ["今后一年的主要任务"]
    assert found_in(f"收入\t10\n2031年工作安排\n{PROSE}") == ["2031年工作安排"]
    assert found_in(f"{PROSE}\n发展质量稳步提升\n{PROSE}") == []
    assert found_in(f"2030年工作回顾\n2030年是极不平凡的一年，形势\n{PROSE}") == ["2030年工作回顾"]
    assert found_in("2030年工作回顾\n成效显著\n好") == []


def test_three_open_lines_over_prose_are_headings():
    heads = ["发展质量稳步提升", "民生福祉日益增进", "社会大局和谐稳定"]
    assert found_in("\n".join(f"{head}\n{PROSE}" for head in heads)) == heads


def test_a_line_met_twice_or_before_a_comma_is_none():
    heads = ["发展质量稳步提升", "民生福祉日益增进", "社会大局和谐稳定"]
    text = "\n".join(f"{head}\n{PROSE}" for head in heads)
    assert "新能源" not in found_in(f"{text}\n新能源\n{PROSE}\n新能源\n{PROSE}")
    assert "新能源" not in found_in(f"{text}\n新能源\n，{PROSE}")


def apart(*heads, gap="\n\n\n\n"):
    """Put each head, however long, between more blank lines than the paragraphs have."""
    body = "\n\n".join([PROSE] * 4)
    return gap.join([body, *(part for head in heads for part in (head, body))])


HEADS = [
    "几年来工业生产持续发展，农业生产稳步增长，总的形势是令人十分满意的",
    "二",
    "关于今后的工作",
]


def test_open_lines_that_stand_apart_are_headings_of_any_length():
    assert found_in(apart(*HEADS)) == HEADS


def test_two_lines_or_torn_paragraphs_apart_say_nothing():
    assert found_in(apart(*HEADS[:2])) == []
    torn = PROSE.rstrip("。") + "\n\n\n" + PROSE + "\n\n"
    assert HEADS[0] not in found_in(torn * 12 + apart(*HEADS))
    assert HEADS[0] not in found_in("\n\n\n".join([PROSE, *HEADS] * 6))


def test_a_heading_may_stand_right_under_one_with_a_label():
    heads = ["发展质量稳步提升", "民生福祉日益增进", "社会大局和谐稳定"]
    rest = [f"{head}\n{PROSE}" for head in heads[1:]]
    assert found_in("\n".join(["一、工作回顾", heads[0], PROSE, *rest])) == heads


ALIKE = ["五年来，我们坚持质量引领，综合实力增强。", "五年来，我们坚持创新，产业体系形成。"]


def test_sentences_alone_that_begin_alike_are_headings():
    heads = [*ALIKE, "五年来，我们坚持发展为民，群众更加满意。"]
    assert found_in("\n".join(f"{head}\n{PROSE}" for head in heads)) == heads
    assert found_in("\n".join(f"{head}\n{PROSE}" for head in ALIKE)) == []
    assert found_in("\n".join([*heads, PROSE])) == []
