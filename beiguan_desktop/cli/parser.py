"""The words of the command line: which commands there are and what each takes."""

import argparse
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from beiguan_desktop import paths
from beiguan_desktop.cli.usage import Parser
from beiguan_desktop.core.comment import ACTS, CAPACITIES, KINDS, MANNERS

LATER = ("figures", "pack", "merge")
"""Commands of the contract that are still to be built."""
HIDDEN = "worker"
"""The command with which the program starts itself; nobody needs to know it."""

EXPORTS = ("mine", "digest", "table", "brief", "marked", "speech", "large", "blank")
_VIEWS = ("reading", "statistics", "figures", "digest", "compare")
_ABOUT = "北关审议：读政府工作报告，逐段写审议意见。不带命令就打开窗口。"
_LARGEST_WINDOW = 10_000  # pixels; a picture of more would not fit into memory


class _Command(NamedTuple):
    about: str
    add: Callable[[Parser], None]


def parse(words: Sequence[str]) -> argparse.Namespace:
    """Sort the words into a namespace; `command` is "window" when none is named.

    Exits with 2 on wrong usage, with 0 after --help.
    """
    at = _command_at(words)
    if at is None:
        return _parse_window(words)
    name, others = words[at], [*words[:at], *words[at + 1 :]]
    parser = Parser(name, _COMMANDS[name].about)
    _COMMANDS[name].add(parser)
    _add_common(parser)
    parser.set_defaults(command=name)
    if name in LATER:
        return parser.parse_known_args(others)[0]  # whatever it will take one day
    return parser.parse_args(others)


def opens_window(words: Sequence[str]) -> bool:
    """Tell whether these words open the window: no command is named, nor only asked something."""
    return _command_at(words) is None and not {"-h", "--help", "--version"} & set(words)


def _command_at(words: Sequence[str]) -> int | None:
    """Find the command: the first word that is neither an option nor the value of --database."""
    is_value = False
    for at, word in enumerate(words):
        if word == "--":
            return None
        if not is_value and not word.startswith("-"):
            return at if word in _COMMANDS else None
        is_value = word == "--database"
    return None


def _parse_window(words: Sequence[str]) -> argparse.Namespace:
    width = max(map(len, _COMMANDS))
    shown = ((name, about) for name, (about, _) in _COMMANDS.items() if name != HIDDEN)
    lines = [f"  {name:{width}}  {about}" for name, about in shown]
    closing = "每个命令加 --help 看用法。结束时返回：0 做好了，1 没做成，2 用法不对。"
    parser = Parser("", _ABOUT, epilog="\n".join(["命令：", *lines, "", closing]))
    parser.usage = "beiguan-desktop [选项] [REPORT]\n      beiguan-desktop 命令 …"
    parser.add_argument("report", nargs="?", type=Path, metavar="REPORT", help="先导入这份报告")
    parser.add_argument("--exit-after-paint", action="store_true", help="打开后就退出，报告用时")
    parser.add_argument("--version", action="store_true", help="看版本")
    _add_common(parser)
    parser.set_defaults(command="window")
    found = parser.parse_args(words)
    if found.version:
        found.command = "version"
    elif found.report is not None and not _may_be_file(found.report):
        parser.error(f"没有“{found.report}”这个命令，也没有叫这个名字的报告")
    return found


def _may_be_file(report: Path) -> bool:
    """Tell a file, even a missing one, from a command that was misspelt."""
    return bool(report.suffix) or len(report.parts) > 1 or os.path.lexists(report)


def _add_common(parser: Parser) -> None:
    parser.add_argument(
        "--database",
        default=str(paths.default_database()),
        metavar="PATH",
        help="资料库文件；不写就用自己的资料库",
    )
    parser.add_argument("--json", action="store_true", help="标准输出只有一份 JSON")


def _outline(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="REPORT", help="报告的 .txt、.docx 或 .pdf 文件")
    words = "不是报告也读：每一行是一段，不分章节，不修补"
    parser.add_argument("--plain", action="store_true", help=words)


def _import(parser: Parser) -> None:
    _outline(parser)
    parser.add_argument(
        "--edition", metavar="NAME", help="征求意见稿、审议稿、修改稿……；不写就照文件里说的"
    )
    parser.add_argument("--edition-of", metavar="ID", help="它是哪一份报告的另一稿")


def _report(parser: Parser, *, required: bool) -> None:
    words = "报告的编号，见 reports；可以只写前六位以上"
    parser.add_argument("--report", required=required, metavar="ID", help=words)


def _comment(parser: Parser) -> None:
    words = "意见的文字；以 - 开头时前面加 --；没有就写 ''"
    parser.add_argument("text", metavar="TEXT", help=words)
    _report(parser, required=True)
    parser.add_argument(
        "--paragraph", type=int, metavar="K", help="第几段，见 outline；不写就是对整份报告"
    )
    parser.add_argument("--quote", metavar="TEXT", help="段里的哪句话，照原文抄")
    parser.add_argument("--nth", type=int, metavar="N", help="这句话在段里有几处时，第几处")
    parser.add_argument("--kind", required=True, choices=KINDS, help="类型")
    parser.add_argument("--act", choices=ACTS, help="动作，只用于修改；不写就是修改")
    parser.add_argument(
        "--replacement", default="", metavar="TEXT", help="改成什么、增加什么、移到哪里"
    )
    parser.add_argument("--reason", default="", metavar="TEXT", help="理由")
    parser.add_argument("--author", required=True, metavar="NAME", help="谁的意见")
    parser.add_argument("--delegation", default="", metavar="NAME", help="哪个代表团的")
    _more(parser)


def _more(parser: Parser) -> None:
    """Take what stands under 更多 in the window, called as the fields of `commenting.More`."""
    for name, metavar, words in (
        ("field", "NAME", "领域"),
        ("departments", "NAMES", "涉及部门，用顿号分开"),
        ("weight", "WORD", "重要程度"),
        ("cosigners", "NAMES", "意见相同的代表，用顿号分开；要本人已同意"),
    ):
        parser.add_argument(f"--{name}", default="", metavar=metavar, help=words)
    parser.add_argument("--private", action="store_true", help="仅自己可见，不交")
    parser.add_argument("--apart", action="store_true", help="单独反映，不与别的合并")
    words = "以什么身份；不写就是他自己的"
    parser.add_argument("--capacity", choices=CAPACITIES, default="", help=words)
    words = "怎么提出的，默认会前书面"
    parser.add_argument("--manner", choices=MANNERS, default=MANNERS[0], help=words)
    parser.add_argument("--recorder", metavar="NAME", help="代录时，记录人")


def _comments(parser: Parser) -> None:
    _report(parser, required=False)
    parser.add_argument("--author", metavar="NAME", help="只看这个人的")
    parser.add_argument("--delegation", metavar="NAME", help="只看这个代表团的")
    parser.add_argument("--kind", choices=KINDS, help="只看这种类型的")
    words = "从表格（.csv、.xlsx）收意见，已有的不重复；批注稿还没有做好"
    parser.add_argument("--import", dest="import_file", type=Path, metavar="FILE", help=words)


def _export(parser: Parser) -> None:
    words = (
        "哪种文件：mine 我的意见，speech 发言提纲，blank 空白意见表，large 报告的大字稿，"
        "都存成 .docx 或 .pdf；别的还没有做好"
    )
    parser.add_argument("document", choices=EXPORTS, help=words)
    _report(parser, required=True)
    parser.add_argument("--author", metavar="NAME", help="谁的意见；不写就是自己的")
    parser.add_argument("--delegation", default="", metavar="NAME", help="同名时，哪个代表团的")
    parser.add_argument(
        "--text-size",
        type=int,
        default=22,
        metavar="POINTS",
        help="大字稿的字号，16 到 36；发言提纲的，20、22、24；默认都是 22",
    )
    _output(parser)


def _output(parser: Parser, metavar: str = "FILE") -> None:
    parser.add_argument("--output", required=True, type=Path, metavar=metavar, help="存成哪个文件")


def _restore(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="备份的文件")


def _screenshot(parser: Parser) -> None:
    words = "哪一页：reading 阅读，statistics 统计，compare 对照；别的还没有做好"
    parser.add_argument("view", choices=_VIEWS, help=words)
    _output(parser, "FILE.png")
    parser.add_argument(
        "--theme",
        choices=("light", "dark", "contrast"),
        default="light",
        help="light 浅色（默认），dark 深色，contrast 高对比",
    )
    parser.add_argument(
        "--text-size", type=int, default=18, metavar="POINTS", help="正文字号，12 到 36，默认 18"
    )
    parser.add_argument(
        "--window", type=_size, default=(1440, 900), metavar="1440x900", help="窗口大小，像素"
    )
    _report(parser, required=False)
    parser.add_argument("--paragraph", type=int, metavar="K", help="翻到第几段")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"“{text}”不是窗口大小，应当像 1440x900")
    if max(int(width[:9]), int(height[:9])) > _LARGEST_WINDOW:
        raise argparse.ArgumentTypeError(f"“{text}”太大，最多 {_LARGEST_WINDOW} 像素")
    return int(width), int(height)


def _worker(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="要读的文件")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="结果放在这个文件夹")
    parser.add_argument("--memory", type=int, required=True, metavar="BYTES", help="最多用的内存")
    parser.add_argument("--table", action="store_true", help="要读的是表格")
    parser.add_argument("--office", type=Path, metavar="PROGRAM", help="先用 LibreOffice 转换")


def _compare(parser: Parser) -> None:
    words = "报告文件，或资料库里报告的编号"
    parser.add_argument("old", metavar="OLD", help=f"前一稿：{words}")
    parser.add_argument("new", metavar="NEW", help=f"后一稿：{words}")
    parser.add_argument("--plain", action="store_true", help="文件不是报告也读，每一行是一段")


def _nothing(parser: Parser) -> None:
    del parser


_COMMANDS = {
    "outline": _Command("打印一份报告的结构，不碰资料库", _outline),
    "import": _Command("把一份报告放进资料库", _import),
    "reports": _Command("列出资料库里的报告", _nothing),
    "comment": _Command("写一条意见", _comment),
    "comments": _Command("按报告的顺序列出意见", _comments),
    "export": _Command("把意见、发言提纲、空白意见表或报告的大字稿写成文件", _export),
    "compare": _Command("对照两稿：哪些段落和文字改了", _compare),
    "check": _Command("检查资料库是否完好", _nothing),
    "backup": _Command("备份资料库，并打开备份核对", _output),
    "restore": _Command("从备份恢复，现在的资料库留在旁边", _restore),
    "screenshot": _Command("把窗口画成一张图", _screenshot),
    "selftest": _Command("在屏幕外打开窗口，把主要的事做一遍", _nothing),
    HIDDEN: _Command("替程序读一个 Word、PDF 或表格文件", _worker),
    **{name: _Command("还没有做好", _nothing) for name in LATER},
}
