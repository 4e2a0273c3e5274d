"""argparse in Chinese: usage, headings and what is wrong with the words that were given."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

_DASH = "意见的文字以 - 开头时，先写 -- 再写意见"
_MISTAKES = (
    (r"the following arguments are required: (.*TEXT)", f"还缺：{{}}；{_DASH}"),
    (r"the following arguments are required: (.+)", "还缺：{}"),
    (r"unrecognized arguments: (.+)", f"不认识“{{}}”；{_DASH}"),
    (r"expected (?:one|1) argument", "后面要写一个值"),
    (r"expected (.+) arguments?", "后面的值不够（{}）"),
    (r"invalid choice: (.+?) \(choose from (.+)\)", "不能用 {}，只能用：{}"),
    (r"invalid int value: (.+)", "{} 不是整数"),
    (r"ignored explicit argument (.+)", "后面不能写值（{}）"),
)
"""What argparse says, as patterns; Python 3.11 to 3.14 spell them alike."""


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Headings in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with 用法 instead of "usage"."""
        super().add_usage(usage, actions, groups, prefix or "用法：")


class Parser(argparse.ArgumentParser):
    """A parser that speaks Chinese and takes options only as they are written in the help."""

    def __init__(self, name: str, about: str, *, epilog: str = "") -> None:
        """Make a parser for `beiguan-desktop` or, with a name, for one of its commands."""
        super().__init__(
            prog=f"beiguan-desktop {name}".strip(),
            description=about,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "要写的"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="看这份用法")

    def error(self, message: str) -> NoReturn:
        """Print the usage and the reason; exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"用法不对：{in_chinese(message)}。\n加 --help 看用法。\n")


def in_chinese(message: str) -> str:
    """Translate a message of argparse; what is unknown stays as it is."""
    where, words = re.fullmatch(r"(?:argument (\S+): )?(.*)", message, re.DOTALL).groups()  # type: ignore[union-attr]
    for pattern, sentence in _MISTAKES:
        found = re.fullmatch(pattern, words, re.DOTALL)
        if found:
            words = sentence.format(*found.groups())
            break
    if where == "-h/--help":  # nobody gives it a value: these are words like -hello
        words = f"{words}；{_DASH}"
    return f"{where} {words}" if where else words
