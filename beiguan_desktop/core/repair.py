"""Repairs of words that are certainly wrong: listed, undoable, and without effect on letters."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_BEFORE = f"[{_HAN}0-9%％”’》）)]"
_AFTER = f"[{_HAN}“‘《（(]"
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_SUB = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_SUPER = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_NARROW = {ord("０") + i: str(i) for i in range(10)} | {ord("．"): ".", ord("，"): ","}

Patch = tuple[int, int, str, str]
"""start, end, what stands there instead, kind of the repair."""

_RULES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    (
        "half-width punctuation",
        re.compile(
            f"(?<={_BEFORE})[,;:!](?={_AFTER})|(?<=[{_HAN}”’》])[,;:!](?=[0-9]|$)|(?<=[吗呢])[?](?![?])"
        ),
        lambda found: found.translate(_WIDE),
    ),
    (
        "half-width brackets",
        re.compile(f"\\((?=[ \u3000]*[{_HAN}])|(?<=[{_HAN}])\\)|(?<=[{_HAN}] )\\)"),
        lambda found: found.translate(_WIDE),
    ),
    (
        "subscript",
        re.compile(r"_\{[0-9.+-]{1,6}\}"),
        lambda found: found[2:-1].translate(_SUB),
    ),
    (
        "superscript",
        re.compile(r"\^\{[0-9.+-]{1,6}\}"),
        lambda found: found[2:-1].translate(_SUPER),
    ),
    (
        "full-width digits",
        re.compile(
            "(?<![０-９，])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９，])(?=[元人户亩吨]|(?:．[０-９]+)?[万亿])"
            "|[０-９]+(?:．[０-９]+)?"
        ),
        lambda found: found.translate(_NARROW),
    ),
    (
        "full-width point",  # in a figure: not behind a label, as in 1．2026年
        re.compile(
            "(?:" + "|".join(rf"(?<=[^0-9\s][0-9]{{{n}}})" for n in range(1, 5)) + ")．"
            "(?=[0-9]{1,4}(?![0-9年]))"
        ),
        lambda found: found.translate(_NARROW),
    ),
    (
        "stray blank",
        re.compile(f"(?<=^[{_HAN}]) (?=[{_HAN}][^\n]{{18}})"),
        lambda _: "",
    ),
    ("residue", re.compile(r"<U\+00A0>|&nbsp;|&#160;"), lambda _: " "),
    ("residue", re.compile(r"\?{2,}"), lambda _: ""),
    ("residue", re.compile("[\u200b\u200c\u200d\u2060\ufeff]+"), lambda _: ""),
)


def patches(source_text: str, joints: Sequence[int]) -> list[Patch]:
    """Find what must be mended in the text of one unit.

    `joints` are the positions where parts were joined: nothing is mended across one.
    Positions are code points of `source_text`; the patches are in order and never overlap.
    """
    return sorted(
        (match.start(), match.end(), mend(match[0]), kind)
        for kind, pattern, mend in _RULES
        for match in pattern.finditer(source_text)
        if not _is_torn(match, joints)
    )


def _is_torn(match: re.Match[str], joints: Sequence[int]) -> bool:
    at = bisect_right(joints, match.start())
    return at < len(joints) and joints[at] < match.end()


def mended(source_text: str, found: Sequence[Patch]) -> str:
    """Return the text with its patches put in."""
    parts, last = [], 0
    for start, end, after, _ in found:
        parts += [source_text[last:start], after]
        last = end
    return "".join([*parts, source_text[last:]])


def moved(positions: Sequence[int], found: Sequence[Patch]) -> list[int]:
    """Carry positions of the source text, in order, over to the mended text."""
    out, shift, index = [], 0, 0
    for position in positions:
        while index < len(found) and found[index][1] <= position:
            start, end, after, _ = found[index]
            shift += len(after) - (end - start)
            index += 1
        out.append(position + shift)
    return out
