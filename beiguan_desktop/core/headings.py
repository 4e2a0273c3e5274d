"""Headings on a line of their own, headings run into their paragraph, and topics."""

import re
from collections.abc import Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import first_sentence, is_single, label
from beiguan_desktop.core.report import Runin

_FIGURE = re.compile(
    r"[0-9０-９]+(?:\.[0-9]+)?[ ]*(?:%|％|亿|万|个|家|项|人|公里|元|亩|倍|位|处|套|所|件|次|吨)"
)
_NO_TOPIC = re.compile(
    "这|这些|以上|各位|我们|同志|让我们|在此|对此|今年|去年|过去|当前|一年来|五年来|同时|此外|为此|其中|总的|成绩|我国|回顾|回首|展望"
)
_STOP = re.compile("[。！？!?；;][”’」』）)】]*$")
_COLON = re.compile("[：:]")
_STATEMENT = re.compile("^.{1,8}是(?!否)|以下|如下|下列")
_DIGIT = re.compile("[0-9０-９]")


def is_standing(text: str, following: str) -> bool:
    """Tell whether a line with a label is a heading on a line of its own.

    A numbered or 一是 sentence alone on its line is one; a dash, an item that ends with ；
    and a sentence full of figures are not.
    """
    found = label(text)
    if not found or not is_single(text) or text.endswith(("；", ";", "，", ",", "、", "：", ":")):
        return False
    words = text[found.length :]
    if len(words) < (2 if _begins(following) else 4) or found.style == "dash":
        return False
    if found.style in ("part", "chinese", "bracket"):
        return columns(text) <= 60
    if found.style == "ordinal":
        is_whole = text.endswith("。") or (columns(text) <= 20 and _starts(following))
        return columns(text) <= 40 and is_whole and not _FIGURE.search(text)
    neighbour = label(following)
    is_list = neighbour is not None and neighbour.style == found.style
    return columns(text) <= 40 and not is_list and not _FIGURE.search(text)


def _begins(following: str) -> bool:
    """Tell whether a line is no torn piece: it holds a sentence's end, is long, or has a label."""
    return bool(_STOP.search(following) or label(following)) or columns(following) >= 24


def _starts(following: str) -> bool:
    """Tell whether a line is a sentence or more, from its beginning, without a label."""
    return bool(_STOP.search(following)) and not label(following)


def run_in(text: str) -> Runin | None:
    """Return the labelled heading a paragraph begins with; its level is that of its style."""
    found = label(text)
    if not found:
        return None
    sentence = first_sentence(text)
    if sentence == text or not sentence.endswith("。") or len(sentence) <= found.length + 1:
        return None
    if found.style in ("part", "chinese", "bracket", "arabic", "circled"):
        limit, kind = 60, "numbered"
    elif found.style == "ordinal":
        limit, kind = 40, "ordinal"
    else:
        limit, kind = 50, "dash"
    if columns(sentence) > limit or "；" in sentence:
        return None
    is_plain = found.style in ("part", "chinese", "bracket")
    if not is_plain and (_FIGURE.search(sentence) or _COLON.search(sentence)):
        return None
    return Runin(sentence, found.level, kind)  # type: ignore[arg-type]


def topic(text: str) -> str:
    """Return the first sentence of a paragraph if it could be a topic, else nothing.

    Not topics, for no editor would put them into a table of contents: sentences with figures,
    mottoes, 这些成绩…, 各位代表！
    """
    sentence = first_sentence(text)
    if sentence == text or not sentence.endswith("。") or columns(sentence) > 27:
        return ""
    if label(text) or _NO_TOPIC.match(sentence) or _DIGIT.search(sentence) or len(sentence) < 5:
        return ""
    if text[len(sentence) :].startswith("各位") or _STATEMENT.search(sentence):
        return ""
    return "" if _is_motto(sentence) else sentence


def _is_motto(sentence: str) -> bool:
    """Tell two clauses of one length apart from a topic: 历尽天华成此景，人间万事出艰辛。"""
    clauses = re.split("[，；、]", sentence.rstrip("。"))
    return (
        len(clauses) == 2
        and len(clauses[0]) == len(clauses[1])
        and len(clauses[0]) in (4, 5, 7)
        and bool(
            re.search(
                "艰辛|岁月|征程|时代|路|梦|初心|使命|山|海|风|春|重任|奋进|未来|远方|希望", sentence
            )
        )
    )


def topics(texts: Sequence[str]) -> list[str]:
    """Return the topics of the paragraphs of one section, empty where there is none.

    A first sentence is a topic only where two or more paragraphs of a section begin so.
    """
    found = [topic(text) for text in texts]
    count = sum(map(bool, found))
    return found if count >= 2 and 3 * count >= len(found) else [""] * len(found)
