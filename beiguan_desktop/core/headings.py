"""Headings on a line of their own, and headings run into their paragraph."""

import re

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import begins_torn, ends_sentence, first_sentence, is_single, label
from beiguan_desktop.core.report import Runin

_FIGURE = re.compile(
    r"[0-9０-９]+(?:\.[0-9]+)?[ ]*(?:%|％|亿|万|个|家|项|人|公里|元|亩|倍|位|处|套|所|件|次|吨)"
)
_MAJOR = ("part", "section", "chinese", "bracket")
"""Styles of labels that nothing but a heading has."""
_COLON = re.compile("[：:]")
_MEANS = re.compile("[：:—](?:即|是?指)|是指")
"""What a note says of a term; no heading does."""
_LONGEST_TITLE = 22
"""Columns of a title with a colon, at most."""
_LEADS = re.compile("[如以]下|下列|包括|[是为有即][：:]$|[，；。]")


def is_standing(text: str, following: str) -> bool:
    """Tell whether a line with a label is a heading on a line of its own.

    A numbered or 一是 sentence alone on its line is one; a dash, an item that ends with ；
    and a sentence full of figures are not.
    """
    found = label(text)
    if not found or not is_single(text) or text.endswith(("；", ";", "，", ",", "、")):
        return False
    if text.endswith(("：", ":")) and not _is_title(text, following):
        return False
    words = text[found.length :]
    if len(words) < (2 if _begins(following) else 4) or found.style == "dash":
        return False
    if found.style in _MAJOR:
        return columns(text) <= 60
    if found.style == "ordinal":
        is_whole = text.endswith("。") or (columns(text) <= 20 and _starts(following))
        return columns(text) <= 40 and is_whole and not _FIGURE.search(text)
    neighbour = label(following)
    is_list = neighbour is not None and neighbour.style == found.style
    is_plain = not _FIGURE.search(text) and not _MEANS.search(text)
    return columns(text) <= 40 and not is_list and is_plain


def _is_title(text: str, following: str) -> bool:
    """Tell whether a line that ends with a colon is a chapter's title, and leads to no list."""
    found = label(text)
    is_chapter = found is not None and found.style in _MAJOR
    return is_chapter and is_short_title(text) and not begins_torn(following)


def is_short_title(text: str) -> bool:
    """Tell whether a line that ends with a colon is short, and leads to no list."""
    is_short = text.endswith(("：", ":")) and columns(text) <= _LONGEST_TITLE
    return is_short and not _LEADS.search(text)


def is_item(text: str, before: str) -> bool:
    """Tell whether a line goes on with a list: one ；after the other, or 9. and 10. alone."""
    found, last = label(text), label(before)
    if not found or not last or (last.style, last.number + 1) != (found.style, found.number):
        return False
    is_listed = found.style in ("arabic", "circled") and is_single(before) and before[-1] in "。；"
    return before.endswith(("；", ";")) or is_listed


def _begins(following: str) -> bool:
    """Tell whether a line is no torn piece: it holds a sentence's end, is long, or has a label."""
    return ends_sentence(following) or bool(label(following)) or columns(following) >= 24


def _starts(following: str) -> bool:
    """Tell whether a line is a sentence or more, from its beginning, without a label."""
    return ends_sentence(following) and not label(following)


def run_in(text: str, *, is_alike: bool = False) -> Runin | None:
    """Return the labelled heading a paragraph begins with; its level is that of its style.

    One among siblings that have such a heading may be longer (`is_alike`).
    """
    found = label(text)
    if not found:
        return None
    sentence = first_sentence(text)
    if sentence == text or not sentence.endswith("。") or len(sentence) <= found.length + 1:
        return None
    if found.style in (*_MAJOR, "arabic", "circled"):
        limit, kind = 60, "numbered"
    elif found.style == "ordinal":
        limit, kind = (60 if is_alike else 40), "ordinal"
    else:
        limit, kind = (60 if is_alike else 50), "dash"
    if columns(sentence) > limit or "；" in sentence:
        return None
    is_plain = found.style in _MAJOR
    if not is_plain and (_FIGURE.search(sentence) or _COLON.search(sentence)):
        return None
    return Runin(sentence, found.level, kind)  # type: ignore[arg-type]
