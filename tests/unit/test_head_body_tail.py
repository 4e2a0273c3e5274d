"""Any head above any body above any tail: each is read as it is alone."""

from itertools import product

import pytest

from tests.unit.reading_checks import assert_whole, kinds, read

PROSE = (
    "过去一年，全区上下同心协力，奋力推动经济平稳健康发展，各项工作取得了新的成效，"
    "群众生活持续改善，发展基础更加稳固，前进信心更加坚定，成绩来之不易。"
)
OCCASION = "——2031年1月9日在青石区第五届人民代表大会第三次会议上"
SPEAKER = "青石区人民政府区长 石 青"
FIRST = "现在，我代表区人民政府向大会报告工作，请予审议。"
CHAPTERS = ["一、2030年工作回顾", PROSE, "二、2031年工作安排", "今年的事还很多。" + PROSE]
LAST = "各位代表！" + PROSE + "让我们团结起来，为谱写青石新篇章而努力奋斗！"
NOTE = "1.某工程：指为了说明而写下来的一个词条，并不存在。"
PAGE = ["首页", "当前位置：", "政务公开", "【字体：大 中 小】"]
FOOT = ["责任编辑：石红", "分享到：", "某空间", "上一篇：", "别的报告"]

T, M, S, P, H, N = "title", "meta", "salutation", "paragraph", "heading1", "note"

HEADS = {
    "none": ([], []),
    "plain": (["政府工作报告", OCCASION, SPEAKER], [T, M, M]),
    "spaced, with a date": (["政 府 工 作 报 告", "（2031年1月9日）", "石\u3000青"], [T, M, M]),
    "a web page": ([*PAGE, "政府工作报告", OCCASION, SPEAKER], [T, M, M]),
    "an extraction": (
        ["标题：青石区政府工作报告", "年份：2031", "正文：", OCCASION, SPEAKER],
        [M, M],
    ),
    "the source": (["2031年青石区政府工作报告", "来源：青石日报", OCCASION, SPEAKER], [T, M, M]),
}
BODIES = {
    "salutation": (["各位代表：", FIRST, *CHAPTERS, LAST], [S, P, H, P, H, P, P]),
    "first words": ([FIRST, *CHAPTERS, LAST], [P, H, P, H, P, P]),
    "chapters": ([*CHAPTERS, LAST], [H, P, H, P, P]),
    "no usual last words": (["各位代表：", FIRST, *CHAPTERS], [S, P, H, P, H, P]),
}
TAILS = {
    "none": ([], []),
    "a glossary": (["※名词解释※", NOTE, NOTE.replace("1.", "2.")], [N, N, N]),
    "an annex and a foot": (["附件1", "某区十件实事", NOTE, *FOOT], [N, N, N]),
    "a foot": (FOOT, []),
    "a licence": (["本作品是某国的", "法律", "，不适用于该法。"], []),
    "a watermark": (["来自某 数 据 网"], []),
}


@pytest.mark.parametrize("joint", ["\n", "\r\n\r\n", "\n\u3000\u3000", "&nbsp;\\r\\n"])
@pytest.mark.parametrize(("head", "body"), list(product(HEADS, BODIES)))
def test_head_body_and_tail_do_not_change_one_another(head, body, joint):
    above, first = HEADS[head]
    middle, second = BODIES[body]
    for below, third in TAILS.values():
        text = joint.join([*above, *middle, *below])
        reading = read(text)
        assert kinds(reading) == [*first, *second, *third], below
        assert_whole(text, reading)


@pytest.mark.parametrize("head", HEADS)
def test_every_copy_after_the_first_is_noise(head):
    above, first = HEADS[head]
    middle, second = BODIES["salutation"]
    text = "\n".join([*above, *middle, "首页", *above, *middle, *FOOT, *middle])
    reading = read(text)
    assert kinds(reading) == [*first, *second]
    assert_whole(text, reading)
