"""What may be a misprint: told with its place and a reason, changed never."""

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.doubts import found
from beiguan_desktop.services.importing import doubts
from tests.unit.reading_checks import read
from tests.unit.specimen import TEXT

STANDARD = frozenset("".join(map(chr, range(0x4E00, 0xA000)))) - {"涇"}
HEAD = "政府工作报告\n各位代表：\n一、2025年工作回顾\n"


def doubted(*paragraphs, standard=STANDARD):
    text = HEAD + "\n".join(paragraphs)
    finds = found(read(text).units, standard)
    assert all(text[it.start : it.end] == it.before == it.after for it in finds)
    assert all(it.grade == "疑似" and it.note.endswith("请对照原件。") for it in finds)
    return [(it.kind, it.before) for it in finds]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("投资的英利?光伏项目已经开工。", "lost character", "?"),
        ("比重达到47?5%，比上年高。", "lost character", "?"),
        ("二\ufffd\ufffd三五年远景目标已经定下。", "lost character", "\ufffd\ufffd"),
        ("道路修好了，，桥也修好了。", "double mark", "，，"),
        ("建设先行示范区先行示范区的任务已经完成。", "said twice", "先行示范区先行示范区"),
        ("群众的的生活更加方便。", "said twice", "的的"),
        ("城市品质在建管并重申中加速提质。", "two words in one", "建管并重申"),
        ("培育“小巨人企业十四家，都已投产。", "lonely mark", "“"),
        ("足球中心）建成投入使用，大家都去。", "lonely mark", "）"),
        ("实施“涇泉涌流”计划，引进人才。", "rare character", "涇"),
    ],
)
def test_what_nobody_writes_so_is_told(sentence, kind, words):
    assert doubted(sentence) == [(kind, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "达到目的的办法很多，大家都在想。",
        "一项一项抓落实，一件一件办好。",
        "让好政策实实在在落地，群众了了解解。",
        "推进（一期)工程，投资“两个”项目。",
        "还有别的路可走吗？当然有……",
    ],
)
def test_what_people_do_write_is_left_alone(sentence):
    assert doubted(sentence) == []


def test_words_torn_by_a_page_that_do_not_fit_are_told():
    torn = "推进“保交房”项目不\n\n房产证办理，推动长期烂尾项目盘活。"
    assert doubted(torn) == [("torn words", "不")]
    assert doubted(torn.replace("房产证办理", "断加快办理")) == []


def test_a_rare_character_that_comes_again_and_again_is_meant():
    line = "沙涇社区的改造已经完成，群众满意。"
    assert doubted(line, line) == [("rare character", "涇")] * 2
    assert doubted(line, line, line) == []


def test_what_a_report_does_all_the_time_is_its_manner():
    lines = [f"毛病第{n}种：“引文没有完。" for n in "一二三四五六七八"]
    assert len(doubted(*lines)) == 8
    assert doubted(*lines, "毛病第九种：“引文没有完。") == []


def test_the_program_knows_the_standard_characters():
    text = paths.shipped_report().read_text(encoding="utf-8-sig")
    finds = doubts(read(text))
    assert {it.before for it in finds} == {"涇", "建管并重申", "不"}
    assert doubts(read(TEXT)) == []
