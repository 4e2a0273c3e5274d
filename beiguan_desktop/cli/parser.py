"""The words of the command line: which commands there are and what each takes."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from beiguan_desktop import __version__, paths
from beiguan_desktop.core.comment import ACTS, KINDS

LATER = ("figures", "pack", "merge", "compare")
"""Commands of the contract that are still to be built."""

_EXPORTS = ("mine", "digest", "table", "brief", "marked", "speech", "large", "blank")
_VIEWS = ("reading", "figures", "digest", "compare")
_ABOUT = "读政府工作报告，逐段写审议意见。不带命令就打开窗口。"


class Parser(argparse.ArgumentParser):
    """A parser that says in Chinese what is wrong with the words it was given."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and the reason; exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"用法不对：{message}\n加 --help 看用法。\n")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Sort the words into a namespace; `command` is "window" when none is named.

    Exits with 2 on wrong usage, with 0 after --help and --version.
    """
    name = next((word for word in _without_options(words) if word in _COMMANDS), None)
    is_first = name is not None and next(iter(_without_options(words)), None) == name
    return _commands().parse_args(words) if is_first else _window().parse_args(words)


def _without_options(words: Sequence[str]) -> list[str]:
    """Return the words that are no options and no value of --database."""
    values = {i + 1 for i, word in enumerate(words) if word == "--database"}
    return [w for i, w in enumerate(words) if i not in values and not w.startswith("-")]


def _common() -> Parser:
    common = Parser(add_help=False)
    common.add_argument("--database", default=argparse.SUPPRESS, metavar="PATH", help="资料库")
    common.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="只打印一份 JSON"
    )
    return common


def _window() -> Parser:
    names = "、".join(sorted(_COMMANDS))
    parser = Parser(
        prog="beiguan-desktop",
        description=_ABOUT,
        epilog=f"命令：{names}。每个命令加 --help 看用法。",
        parents=[_common()],
    )
    parser.add_argument("report", nargs="?", type=Path, metavar="REPORT", help="先导入这份报告")
    parser.add_argument("--exit-after-paint", action="store_true", help="打开后就退出，报告用时")
    parser.add_argument("--version", action="version", version=f"北关审议 {__version__}")
    parser.set_defaults(command="window", database=_default(), json=False)
    return parser


def _default() -> str:
    return str(paths.default_database())


def _commands() -> Parser:
    parser = Parser(prog="beiguan-desktop", description=_ABOUT, parents=[_common()])
    parser.set_defaults(database=_default(), json=False)
    sub = parser.add_subparsers(dest="command", required=True)
    for name, words, add in _COMMANDS.values():
        one = sub.add_parser(name, help=words, description=words, parents=[_common()])
        add(one)
    return parser


def _outline(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="REPORT")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="REPORT")
    parser.add_argument("--edition", default="审议稿", help="征求意见稿、审议稿、修改稿")
    parser.add_argument("--edition-of", metavar="ID", help="是哪一份报告的另一稿")


def _comment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT", help="意见")
    parser.add_argument("--report", required=True, metavar="ID")
    parser.add_argument("--paragraph", type=int, metavar="K", help="第几段；不写就是对整篇报告")
    parser.add_argument("--quote", metavar="TEXT", help="段里的哪句话")
    parser.add_argument("--nth", type=int, metavar="N", help="这句话在段里的第几处")
    parser.add_argument("--kind", required=True, choices=KINDS)
    parser.add_argument("--act", choices=ACTS, help="只用于修改")
    parser.add_argument("--replacement", default="", metavar="TEXT", help="改成什么，增加什么")
    parser.add_argument("--reason", default="", metavar="TEXT", help="理由")
    parser.add_argument("--author", required=True, metavar="NAME")
    parser.add_argument("--delegation", default="", metavar="NAME")


def _comments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--report", metavar="ID")
    parser.add_argument("--author", metavar="NAME")
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--import", dest="import_file", type=Path, metavar="FILE")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", choices=_EXPORTS)
    parser.add_argument("--report", required=True, metavar="ID")
    parser.add_argument("--output", required=True, type=Path, metavar="FILE")
    parser.add_argument("--author", metavar="NAME")


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", required=True, type=Path, metavar="FILE")


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def _screenshot(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("view", choices=_VIEWS)
    parser.add_argument("--output", required=True, type=Path, metavar="FILE.png")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--text-size", type=int, default=18, metavar="POINTS")
    parser.add_argument("--window", type=_size, default=(1440, 900), metavar="1440x900")
    parser.add_argument("--report", metavar="ID")
    parser.add_argument("--paragraph", type=int, metavar="K")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}”不是窗口大小，应当像 1440x900")
    return int(width), int(height)


def _nothing(parser: argparse.ArgumentParser) -> None:
    del parser


def _anything(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER)


_COMMANDS = {
    name: (name, words, add)
    for name, words, add in (
        ("outline", "打印一份报告的结构，不碰资料库", _outline),
        ("import", "把一份报告放进资料库", _import),
        ("reports", "列出资料库里的报告", _nothing),
        ("comment", "写一条意见", _comment),
        ("comments", "按报告的顺序列出意见", _comments),
        ("export", "把意见写成文件", _export),
        ("check", "检查资料库", _nothing),
        ("backup", "备份资料库，并打开备份核对", _output),
        ("restore", "从备份恢复，现在的资料库留在旁边", _file),
        ("screenshot", "画下窗口的一个页面", _screenshot),
        ("selftest", "在屏幕外打开窗口，把主要的事做一遍", _nothing),
        *((name, "还没有做好", _anything) for name in LATER),
    )
}
