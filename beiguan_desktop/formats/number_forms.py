"""How Word writes a number of a list: 一, （1）'s 1, ①, 甲, IV, b (ECMA-376 part 1, 17.18.59).

Beyond what a way of writing has signs for, Word falls back to plain figures; so does this.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CHINESE = "〇一二三四五六七八九"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_MOST_ROMAN, _MOST_LETTERS, _MOST_COUNTED = 3_999, 26 * 30, 99_999_999
_PADDED = re.compile("0+1")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"

Form = Callable[[int], str]


def written(number: int, form: str) -> str:
    """Write a number as `form` says: a value of ST_NumberFormat, or how 1 looks (001).

    Plain figures for any other form.
    """
    if _PADDED.fullmatch(form):
        return str(number).zfill(len(form))
    write = FORMS.get(form)
    return (write(number) if write else "") or str(number)


def _in_a_row(signs: str) -> Form:
    """Take one sign for each number from 1 on, as many as there are."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _enclosed(first: str, count: int) -> Form:
    return _in_a_row("".join(chr(ord(first) + at) for at in range(count)))


def _cycle(number: int) -> str:
    """Count the years of a cycle of sixty: 甲子, 乙丑 …"""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 0 < number <= 60 else ""


def _digits(signs: str) -> Form:
    """Replace figure by figure: 10 is 一〇."""
    return lambda number: str(number).translate({ord("0") + at: c for at, c in enumerate(signs)})


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts in tens, hundreds, thousands and ten thousands.

    `places` are the signs of 10, 100, 1000 and 10000; before the powers of ten in `silent` a one
    is not said, in the others only at the front (`is_front_silent`). Chinese says its zero once
    for a gap: 101 is 一百零一, 110 一百一十; Japanese (`has_zero` false) says 百一 and 百十.
    """

    digits: str
    places: str
    silent: tuple[int, ...] = ()
    is_front_silent: bool = False
    has_zero: bool = True

    def __call__(self, number: int) -> str:
        """Write a number; nothing when it is too large."""
        if not 0 < number <= _MOST_COUNTED:
            return self.digits[0] if number == 0 else ""
        high, low = divmod(number, 10_000)
        many = self._below(high, "") + self.places[3] if high else ""
        return self._below(low, many)

    def _below(self, number: int, out: str) -> str:
        """Write a number below ten thousand after what was written before it."""
        gap = False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if not digit:
                gap = bool(out)
                continue
            is_silent = power in self.silent or (power == 1 and self.is_front_silent and not out)
            if gap and self.has_zero:
                out += self.digits[0]
            out += "" if digit == 1 and is_silent else self.digits[digit]
            out += self.places[power - 1] if power else ""
            gap = False
        return out


def _counted_to_ninety_nine(zero: str) -> Form:
    """Count 十, 十一 … 九十九 and then figure by figure: 100 is 一○○."""
    spelt = _digits(zero + _CHINESE[1:])
    return lambda number: _THOUSANDS(number) if 0 < number < 100 else spelt(number)


def _roman(number: int) -> str:
    if not 0 < number <= _MOST_ROMAN:
        return ""
    out = ""
    for value, sign in _ROMAN:
        out, number = out + sign * (number // value), number % value
    return out


def _letters(number: int) -> str:
    """Write a … z, then aa, bb …: the letter again, not the next place."""
    if not 0 < number <= _MOST_LETTERS:
        return ""
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number // 10 % 10 == 1 else ending}"


_THOUSANDS = _Counting("零" + _CHINESE[1:], "十百千万", is_front_silent=True)
_FULL_WIDTH = _digits("０１２３４５６７８９")
_CIRCLES = _enclosed("①", 20)

FORMS: dict[str, Form] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "decimalEnclosedCircle": _CIRCLES,
    "decimalEnclosedCircleChinese": _CIRCLES,
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "chineseCounting": _counted_to_ninety_nine("○"),
    "taiwaneseCounting": _counted_to_ninety_nine("○"),
    "chineseCountingThousand": _THOUSANDS,
    "taiwaneseCountingThousand": _Counting(
        "零" + _CHINESE[1:], "十百千\u842c", is_front_silent=True
    ),
    "japaneseCounting": _Counting(_CHINESE, "十百千万", silent=(1, 2, 3), has_zero=False),
    "chineseLegalSimplified": _Counting("零壹贰叁肆伍陆柒捌玖", "拾佰仟万"),
    "ideographLegalTraditional": _Counting("零壹\u8cb3\u53c3肆伍陸柒捌玖", "拾佰仟\u842c"),
    "japaneseLegal": _Counting("〇\u58f1\u5f10参四伍六七八九", "拾百阡\u842c", has_zero=False),
    "ideographDigital": _digits(_CHINESE),
    "japaneseDigitalTenThousand": _digits(_CHINESE),
    "taiwaneseDigital": _digits("○" + _CHINESE[1:]),
    "ideographEnclosedCircle": _enclosed("㈠", 10),
    "ideographTraditional": _in_a_row(_STEMS),
    "ideographZodiac": _in_a_row(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
}
"""How each form writes a number; an empty text where it has no sign for it."""
