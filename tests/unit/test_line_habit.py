"""How files break their lines."""

import pytest

from beiguan_desktop.core.line_habit import habit, is_link, wrap_width
from beiguan_desktop.core.lines import cut

PROSE = (
    "始终把稳增长作为首要任务，系统施策、精准发力，推动经济持续回升向好，全区生产总值同比增长，"
    "财政运行总体平稳，重点项目完成年度投资计划，发展动能稳步增强，人民生活更加美好，前景广阔。"
)


def habit_of(text):
    return habit(cut(text)[0])


def test_files_of_few_or_long_lines_are_not_wrapped():
    assert wrap_width(cut("短\n" * 5)[0]) == 0
    assert wrap_width(cut(f"{PROSE}\n" * 30)[0]) == 0
    assert wrap_width(cut(f"{PROSE[:30]}\n短行。\n短行。\n" * 10)[0]) == 0
    assert (
        wrap_width(
            cut("（一）推进重点工作，提升群众幸福指数\n说明情况，内容写得长，免得认错。\n" * 20)[0]
        )
        == 0
    )


def test_blank_lines_and_indents_are_noticed():
    assert habit_of("\n\n".join([PROSE] * 12)).is_spaced
    assert not habit_of("\n".join([PROSE] * 12)).is_spaced
    assert habit_of("\n".join(["\u3000\u3000" + PROSE] * 12)).is_indented


def test_bold_first_sentences_make_a_file_soft():
    bold = f"加强农业的基础地位。\n{PROSE}"
    assert habit_of("\n\n".join([bold] * 6 + [PROSE] * 6)).is_soft
    assert not habit_of("\n\n".join([f"{PROSE}\n{PROSE}"] * 6 + [PROSE] * 6)).is_soft


def test_links_in_the_midst_of_sentences_are_noticed_and_counted():
    torn = [f"各地在{n}年里认真做好\n\n法制\n\n工作，{PROSE}" for n in (1, 2, 3)]
    found = habit_of("\n\n".join(torn))
    assert found.has_links
    assert found.links == {"法制"}
    assert not habit_of("\n\n".join([torn[0], PROSE])).links


@pytest.mark.parametrize("text", ["法制", "《公务员法》", "全面建设新农村"])
def test_a_word_or_two_may_be_a_link(text):
    assert is_link(text)


@pytest.mark.parametrize("text", ["——", "各位代表", "一、民生", "很长很长的一行没有标点", "好，"])
def test_dashes_addresses_labels_and_sentences_are_no_links(text):
    assert not is_link(text)
