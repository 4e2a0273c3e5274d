"""What looking for words needs beside the text: initials of pinyin, opinions as pieces."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from beiguan_desktop import paths
from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.finding import Found, Initials, Query, Searchable


@lru_cache(maxsize=1)
def initials() -> Initials:
    """Return the table of initials, read once; an empty one when its file is missing.

    Without it everything else can still be found.
    """
    try:
        table = (paths.resources() / "pinyin" / "initials.txt").read_text(encoding="utf-8")
    except OSError:
        table = ""
    return Initials(table)


def search(text: Searchable, query: Query) -> tuple[Found, Found]:
    """Return what is written in a text as the query is, and what is similar."""
    exact = text.find(query)
    table = initials() if query.is_initials else Initials("")
    return exact, text.find_similar(query, exact, table)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an opinion: `part` names where they stand in it, empty for the opinion itself."""

    comment: Comment
    part: str
    text: str


def words_of(comments: Iterable[Comment]) -> list[Words]:
    """Return all words of opinions that can be looked for, in the order of the report."""
    return [
        Words(comment, part, text)
        for comment in sorted(comments, key=reading_order)
        for part, text in (
            ("", comment.text),
            ("原文", comment.anchor.quote),
            ("改为", comment.replacement),
            ("理由", comment.reason),
        )
        if text
    ]
