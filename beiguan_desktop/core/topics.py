"""Topics: first sentences that say what their paragraphs are about, as in 提振消费能级。"""

import re
from collections.abc import Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import first_sentence, label
from beiguan_desktop.core.lines import runs

_LONGEST = 27
_LONGEST_SURE = 50
"""Columns of a topic at most, and of one in bold type or between others."""
_NO_TOPIC = re.compile(
    "这|这些|以上|各位|我们|同志|让我们|在此|对此|今年|去年|过去|当前|一年来|五年来|同时|此外|为此|其中|总的|成绩|我国|回顾|回首|展望"
)
_OPENING = re.compile(
    "站在|踏上|迈入|新的?(?:起点|征程|形势|时代|任务|使命|目标|阶段)[、，新]"
    "|.*(?:任务|使命|责任).{0,2}(?:艰巨|光荣|重大|如山|在肩)"
)
_STATEMENT = re.compile(
    "(?<![别尤总或凡但国求])是(?!否|非)|取决于|关乎|^.{2,12}事关|离不开|提出了?.{0,8}要求|才能|方能|，而|没有.*就没有|寄托着|重点在"
    "|以下|如下|下列"
)
_NAME = re.compile("“[^”]*”|《[^》]*》|[0-9]+[A-Z]")
_QUOTED = re.compile("“[^“”]+。”")
_VERSE = 5
_POETRY = re.compile(
    "艰辛|岁月|征程|时代|路|梦|初心|使命|山|海|风|春|重任|奋进|未来|远方|希望|天下|关天|国本|万里"
)
_DIGIT = re.compile("[0-9０-９]")


def topic(text: str, longest: int = _LONGEST) -> str:
    """Return the first sentence of a paragraph if it could be a topic, else nothing.

    Not topics, for no editor would put them into a table of contents: sentences with figures,
    mottoes, statements, 新征程新使命…, 这些成绩…, 各位代表！ A topic may stand in quotation marks.
    """
    sentence = first_sentence(text)
    said = sentence.removeprefix("“").removesuffix("”") if _QUOTED.fullmatch(sentence) else sentence
    if sentence == text or not said.endswith("。") or columns(said) > longest:
        return ""
    if label(text) or _NO_TOPIC.match(said) or len(said) < 5:
        return ""
    words = said if longest > _LONGEST else _NAME.sub("", said)
    if _DIGIT.search(words) or text[len(sentence) :].startswith("各位"):
        return ""
    if _OPENING.match(said) or _STATEMENT.search(said) or _is_motto(said):
        return ""
    return sentence


def _is_motto(sentence: str) -> bool:
    """Tell clauses of one length, as verses have, from a topic: 历尽天华成此景，人间万事出艰辛。"""
    clauses = re.split("[，；、]", sentence.rstrip("。"))
    length = len(clauses[0])
    if len(clauses) < 2 or length not in (4, 5, 7) or any(len(one) != length for one in clauses):
        return False
    is_echo = len(set(clauses[0]) & set(clauses[1])) >= 2
    return length == _VERSE or is_echo or bool(_POETRY.search(sentence))


def topics(texts: Sequence[str], leads: Sequence[bool] = ()) -> list[str]:
    """Return the topics of the paragraphs of one section, empty where there is none.

    A first sentence is a topic only where two or more paragraphs of a section begin so. One
    that stood in bold type (`leads`), or between others, may be longer.
    """
    found = [topic(text) for text in texts]
    for i, is_lead in enumerate(leads):
        found[i] = found[i] or (topic(texts[i], _LONGEST_SURE) if is_lead else "")
    places = [i for i, sentence in enumerate(found) if sentence]
    if len(places) > 3 and 2 * len(places) >= len(found):
        for i in range(places[0], places[-1]):
            found[i] = found[i] or topic(texts[i], _LONGEST_SURE)
        return found
    row = _row(places, len(found))
    return [sentence if i in row else "" for i, sentence in enumerate(found)]


def _row(places: Sequence[int], count: int) -> set[int]:
    """Return which of the places make a row among so many paragraphs.

    Half of them do, or a third if there are three; else only some that stand together.
    """
    size = len(places)
    if size >= 2 and (2 * size >= count or (size >= 3 and 3 * size >= count)):
        return set(places)
    least = 2 if 3 * size >= count else 3
    return {place for run in runs(places) if len(run) >= least for place in run}
