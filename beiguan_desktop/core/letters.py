"""Letters: what identity and positions rest on.

The letters of a text are its letters and digits (Unicode L*, N*) after NFKC. Joins,
splits, blanks and punctuation cannot move them, so a letter offset names the same place
in every file made from one print.
"""

import unicodedata
from collections.abc import Iterable
from itertools import accumulate

_INVISIBLE = "\u200b\u2060\ufeff"


def letters(text: str) -> str:
    """Return the letters of a text.

    `isalnum` means just L* and N*, four times as fast as asking for each category.
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def letter_count(text: str) -> int:
    """Count the letters of a text."""
    return len(letters(text))


def letter_offsets(text: str) -> list[int]:
    """Return, for each position 0…len(text), how many letters lie before it.

    Characters are folded one by one; a character that folds into several letters moves
    its end by as many.
    """
    return list(accumulate(map(_COUNTS.__getitem__, text), initial=0))


def letter_offset(text: str, position: int) -> int:
    """Return how many letters lie before one position, as `letter_offsets` counts them."""
    return sum(map(_COUNTS.__getitem__, text[:position]))


def is_blank(character: str) -> bool:
    """Tell whether a character takes room at most."""
    return character.isspace() or character in _INVISIBLE


class _Counts(dict[str, int]):
    """How many letters each character is; filled as characters are met."""

    def __missing__(self, character: str) -> int:
        self[character] = count = letter_count(character)
        return count


_COUNTS = _Counts()


def letters_hash(texts: Iterable[str]) -> str:
    """Return the SHA-256 of the letters of all texts in order, as 64 hex digits."""
    import hashlib  # noqa: PLC0415 - brings OpenSSL: 3 ms that the first paint need not wait for

    digest = hashlib.sha256()
    for text in texts:
        digest.update(letters(text).encode())
    return digest.hexdigest()
