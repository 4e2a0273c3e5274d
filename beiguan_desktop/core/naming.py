"""Names of people: the one door they come in by, and the one rule about whom a name means."""

import re
import unicodedata
from collections.abc import Iterable

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.text import clean

_HAN = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_BLANK_WITHIN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_SPACED = re.compile(rf"[{_HAN}]{{2,}}(?:\s+[{_HAN}]{{2,}})+")
"""Two names with a blank between; 张　三 is one."""
_ONE_HAN = re.compile(f"[{_HAN}]")
_SEVERAL = re.compile("[、，,;；/／]")
_NUMBER = re.compile("[0-9０-９]{5}")
"""More figures than stand in 第12组: a telephone."""
_LOOKS_EMPTY = "\u115f\u1160\u2800\u3164\uffa0\ufffc"
"""Letters, as they say, that nobody sees."""


def plain(typed: str) -> str:
    """Return a name or a delegation as it looks: without what nobody sees, blanks made one.

    Raises UserError as `clean`.
    """
    shown = (it for it in clean(typed) if unicodedata.category(it) != "Cf")
    return " ".join("".join(it for it in shown if it not in _LOOKS_EMPTY).split())


def name_in(typed: str) -> str:
    """Return the name of one person as it is written elsewhere: 张　三 is 张三; empty for none.

    Raises UserError for several names and for figures.
    """
    said = plain(typed)
    if _SEVERAL.search(said) or _SPACED.fullmatch(said):
        raise UserError(
            f"姓名里不止一个人：“{said[:30]}”。请只写提出意见的一位；意见相同的人写在"
            "“意见相同的代表”里，或者每人写一条。"
        )
    if said and (_NUMBER.search(said) or not any(map(str.isalpha, said))):
        raise UserError(f"“{said[:30]}”不像姓名。请写姓名，电话和编号不用写。")
    return _joined(said)


def _joined(name: str) -> str:
    """Return a name without blanks between its characters."""
    return _BLANK_WITHIN.sub("", plain(name))


def parted(typed: str) -> tuple[str, str]:
    """Part a line into name and delegation at its first blank, whichever blank that is.

    A single character after it belongs to the name (张　三). Neither is checked yet.
    """
    first, *rest = plain(typed).split(" ")
    if rest and _ONE_HAN.fullmatch(rest[0]) and _ONE_HAN.match(first):
        first += rest.pop(0)
    return first, " ".join(rest)


def known(people: Iterable[Person], name: str, delegation: str, *, how: str) -> Person | None:
    """Return who is meant by a name, and by a delegation where one is told; None: nobody yet.

    Raises UserError where that could be one of two: for several of the name without a
    delegation told (`how` says how to tell it), and for a delegation where somebody of the
    name has none, who may be the same.
    """
    name = _joined(name)
    alike = [person for person in people if _joined(person.name) == name]
    exact = [person for person in alike if plain(person.delegation) == delegation]
    if delegation and exact:
        return exact[0]
    if not delegation:
        if len(alike) > 1:
            raise UserError(f"叫“{name}”的有{len(alike)}位（{teams(alike)}）。{how}")
        return alike[0] if alike else None
    if any(not person.delegation for person in alike):
        raise UserError(
            f"这里已经有一位“{name}”，没有写代表团。是同一位，请不写代表团；"
            "不是同一位，请先给那一位写上代表团。"
        )
    return None


def teams(people: Iterable[Person]) -> str:
    """Name the delegations of people, in a row."""
    return "、".join(person.delegation or "未写代表团" for person in people)


def check_free(others: Iterable[Person], name: str, delegation: str) -> None:
    """Raise UserError for a name under which somebody else is known here, or could be."""
    found = known(others, name, delegation, how="请写上代表团，好分清是哪一位。")
    if found is None:
        return
    if delegation or not found.delegation:
        team = f"（{found.delegation}）" if found.delegation else ""
        raise UserError(
            f"这里已经有一位“{name}”{team}。您就是这一位，请用“换人”点这个名字；"
            "是同名的另一位，请写上自己的代表团。"
        )
    raise UserError(f"这里已经有“{name}”（{found.delegation}）。请写上代表团，好分清是哪一位。")
