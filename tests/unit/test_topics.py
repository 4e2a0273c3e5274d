"""Topics: which first sentences are, and among which others."""

import pytest

from beiguan_desktop.core.topics import topic, topics


def test_a_first_sentence_may_be_a_topic():
    assert topic("提振消费能级。抢抓政策机遇。") == "提振消费能级。"


@pytest.mark.parametrize(
    "text",
    [
        "历尽天华成此景，人间万事出艰辛。各位代表！",
        "重任在肩，使命如山。我们前行。",
        "民富则国强，水清则鱼跃。我们要努力。",
        "农为国基，国以农安。我们要努力。",
        "居安而思危，在治而思乱，处盛而思衰。我们要努力。",
        "这些成绩来之不易。我们感谢。",
        "投资增长5个百分点。结构优化。",
        "农业是国民经济的基础。要抓好。",
        "要把握好以下几点。一是稳。",
        "只有一句。",
        "太短。后面。",
        "（一）有编号的。后面。",
        "各位代表！后面。",
    ],
)
def test_mottoes_figures_and_statements_are_no_topics(text):
    assert topic(text) == ""


def test_one_topic_alone_is_none_and_two_make_a_row():
    one = "提振消费能级。抢抓机遇。"
    two = "扩大有效投资。加快建设。"
    other = "面对新形势新任务，我们要把握大局、主动作为，扎实做好各方面的工作。"
    assert topics([one, other]) == ["", ""]
    assert topics([one, two, other]) == ["提振消费能级。", "扩大有效投资。", ""]
    assert topics([one, two] + [other] * 5) == [""] * 7


@pytest.mark.parametrize(
    "text",
    [
        "新征程新使命，对政府工作提出了更高要求。我们要担当作为。",
        "站在新起点上，要以更高标准要求自己。我们前行。",
        "改进作风，任务艰巨、责任重大。我们要努力。",
        "发展的动力取决于体制的不断完善。要深化改革。",
        "乡村建设事关大局。我们要努力。",
        "城市管理，共情才能共赢。我们要努力。",
        "发展生产，是改善生活的内在要求。我们要努力。",
        "投资完成“321”计划 5 项。加快建设。",
    ],
)
def test_openings_and_statements_are_no_topics(text):
    assert topic(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "转变观念，提升能力。加强学习。",
        "加快打造“321”产业体系。推进建设。",
        "推进5G全面覆盖。加快建设。",
        "坚持实事求是。反对空谈。",
    ],
)
def test_digits_of_a_name_and_is_of_a_phrase_do_no_harm(text):
    assert topic(text)


LONG = "坚持走可持续发展道路，实现经济发展与资源、环境、人口相协调。统筹推进。"
SHORT = ["提振消费能级。抢抓机遇。", "扩大有效投资。加快建设。"]
OTHER = "面对新形势新任务，我们要把握大局、主动作为，扎实做好各方面的工作。"


def test_a_long_sentence_is_a_topic_in_bold_or_between_others():
    assert topic(LONG) == ""
    assert topics([LONG, SHORT[0]]) == ["", ""]
    assert topics([LONG, SHORT[0]], [True, False])[0] == LONG[:30]
    assert topics([*SHORT, LONG, *SHORT])[2] == LONG[:30]
    assert topics([*SHORT, *SHORT, LONG])[4] == ""


def test_a_few_topics_must_stand_together():
    assert topics([OTHER, *SHORT, OTHER, OTHER, OTHER])[1:3] == ["提振消费能级。", "扩大有效投资。"]
    assert topics([OTHER, SHORT[0], OTHER, SHORT[1], OTHER]) == [""] * 5
    assert any(topics([SHORT[0], OTHER, SHORT[1], OTHER, SHORT[0], OTHER, OTHER]))
    assert topics([OTHER] * 8 + SHORT) == [""] * 10
    assert sum(map(bool, topics([OTHER] * 8 + [*SHORT, SHORT[0]]))) == 3


def test_a_topic_may_stand_in_quotation_marks():
    row = ["“提振消费能级。”抢抓机遇。", "扩大有效投资。加快建设。"]
    assert topics(row) == ["“提振消费能级。”", "扩大有效投资。"]
    assert topic("“重任在肩，使命如山。”我们前行。") == ""
    assert topic("有人说“提振消费能级。”我们前行。") == ""
