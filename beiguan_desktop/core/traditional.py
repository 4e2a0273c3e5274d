"""Whether a text is in traditional characters (繁体字)."""

from collections import Counter
from collections.abc import Iterable

_LEAST = 0.05
"""Of all characters, how many must be traditional ones; a name or a quotation has fewer."""


def is_traditional(texts: Iterable[str]) -> bool:
    """Tell whether texts are in traditional characters.

    A character of Big5 that GB 2312 has not is traditional, one of GB 2312 that Big5 has not is
    simplified; all others tell nothing.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(text)
    others = [each for each in counts if "\u4e00" <= each <= "\u9fff"]
    rare = [each for each in others if not _is_in(each, "gb2312") and _is_in(each, "big5")]
    total = sum(counts[each] for each in others)
    return sum(counts[each] for each in rare) > _LEAST * total


def _is_in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
