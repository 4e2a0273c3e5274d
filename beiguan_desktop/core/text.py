"""The one door through which words enter the program: cleaned once, here, they stay as they are."""

import re

from beiguan_desktop.core.errors import UserError

LONGEST = 100_000
"""The most characters one field may hold."""

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029\u0085\u000b\u000c]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
    + "]"
)
_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]"
)
"""What takes no room and nobody sees: soft hyphens, blanks without width, turns of the direction of
writing, places of pictures. What joins letters and signs (U+200C, U+200D) is a part of them."""


def whole(text: str) -> str:
    """Return a text of a file with all its letters and blanks.

    Line ends become LF; NUL, control characters, lone surrogates and noncharacters go.
    """
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def legible(text: str) -> str:
    """Return a text of any length as the program keeps words.

    As `whole`, and a no-break space becomes a space (Qt does that anyway).
    """
    return whole(text).replace("\u00a0", " ")


def seen(text: str) -> tuple[str, int]:
    """Return a text that comes from elsewhere without what nobody sees, and how much that was.

    Such characters are left over from another program, or hide that words stand in another order.
    """
    kept = _UNSEEN.sub("", legible(text))
    return kept, len(_LINE_ENDS.sub("\n", text)) - len(kept)


def clean(text: str) -> str:
    """Return the words of one field as the program keeps them (`legible`).

    Raises UserError when more than LONGEST characters remain.
    """
    text = legible(text)
    if len(text) > LONGEST:
        raise UserError(
            f"文字有{len(text)}个字，超过了{LONGEST}个字的上限。请分成几条意见来写，现在的文字没有丢。"
        )
    return text


def worded(text: str) -> str:
    """Return somebody's own words as they are kept: as `clean`, without what nobody sees."""
    return seen(clean(text))[0]
