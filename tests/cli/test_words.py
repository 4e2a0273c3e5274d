"""The words of the command line: what is understood, what is wrong usage, and in which language."""

import re

import pytest

from beiguan_desktop import __version__
from beiguan_desktop.cli.main import run
from beiguan_desktop.cli.parser import parse
from beiguan_desktop.cli.usage import in_chinese

COMMANDS = [
    *("outline", "import", "reports", "comment", "comments", "export", "compare", "check"),
    *("backup", "restore", "screenshot", "selftest", "figures", "pack", "merge"),
]
ENGLISH = re.compile(
    r"\b(usage|error|required|arguments?|positional|options|show this|invalid|choose|expected"
    r"|and exit|unrecognized|default)\b"
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself_in_chinese(new, command):
    help_ = new.says(*command.split(), "--help").out
    assert help_.startswith(f"用法：beiguan-desktop {command}".rstrip())
    assert "--database PATH" in help_
    assert "--json" in help_
    assert not ENGLISH.search(help_), help_
    for line in help_.splitlines():  # every option and every word says what it is
        assert not re.fullmatch(r"  (--?[a-z-]+|[A-Z]+)( [A-Z]+)?", line), line


def test_the_help_names_every_command_of_the_contract(new):
    listed = re.findall(r"^  ([a-z]+) ", new.says("--help").out, re.MULTILINE)
    assert listed == COMMANDS


def test_the_version_is_told(new):
    assert new.says("--version").out == f"北关审议 {__version__}\n"
    assert new.says("--version", "--json").json == {"version": __version__}
    assert new.says("--json", "--version").json == {"version": __version__}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("outline", "还缺：REPORT"),
        ("outline a.txt b.txt", "不认识“b.txt”"),
        ("comments --kind 赞成", "--kind 不能用 '赞成'，只能用："),
        ("comments --kind", "--kind 后面要写一个值"),
        ("comments --kin 建议", "不认识"),
        ("comments --json=1", "--json 后面不能写值"),
        ("comment 好 --report 1 --kind 建议", "还缺：--author"),
        ("comment 好 --report 1 --kind 建议 --author 甲 --paragraph 三", "'三' 不是整数"),
        ("comment -5% --report 1 --kind 建议 --author 甲", "还缺：TEXT；意见的文字以 - 开头时"),
        ("comment -h5 --report 1 --kind 建议 --author 甲", "意见的文字以 - 开头时，先写 --"),
        ("comment 好 -5% --report 1 --kind 建议 --author 甲", "意见的文字以 - 开头时，先写 --"),
        ("export all --report 1 --output a.docx", "document 不能用 'all'"),
        ("export mine --report 1", "还缺：--output"),
        ("backup", "还缺：--output"),
        ("restore", "还缺：FILE"),
        ("reports --database", "--database 后面要写一个值"),
        ("screenshot reading --output a.png --window 宽x高", "“宽x高”不是窗口大小"),
        ("screenshot reading --output a.png --window 1440", "“1440”不是窗口大小"),
        ("screenshot reading --output a.png --window 99999x900", "“99999x900”太大"),
        ("screenshot reading --output a.png --theme pink", "--theme 不能用 'pink'"),
        ("repots", "没有“repots”这个命令"),
        ("--text-size 20 screenshot reading", "不认识"),
        ("reports.txt --quick", "不认识"),
    ],
)
def test_wrong_usage_is_told_in_chinese_and_ends_with_2(new, words, reason):
    answer = new.says(*words.split(), status=2)
    assert answer.out == ""
    assert reason in answer.err
    assert answer.err.startswith("用法：")
    assert answer.err.endswith("加 --help 看用法。\n")
    assert not ENGLISH.search(answer.err)


def test_a_message_that_argparse_may_say_one_day_is_passed_on():
    assert in_chinese("argument --x: something new") == "--x something new"
    assert in_chinese("expected at least one argument") == "后面的值不够（at least one）"


@pytest.mark.parametrize(
    "words",
    [
        ["--database", "a.db", "comments", "--json"],
        ["--json", "--database=a.db", "comments"],
        ["comments", "--json", "--database", "a.db"],
        ["--database", "b.db", "comments", "--database", "a.db", "--json"],
    ],
)
def test_the_database_may_stand_before_and_after_the_command(words):
    found = parse(words)
    assert (found.command, found.database, found.json) == ("comments", "a.db", True)


def test_the_value_of_database_is_no_command():
    assert parse(["--database", "comments", "reports"]).command == "reports"


def test_a_report_may_bear_the_name_of_a_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").touch()
    assert parse(["--", "reports"]).command == "window"
    assert str(parse(["./reports"]).report) == "reports"
    assert parse(["missing.txt"]).command == "window"


def test_without_words_the_window_opens():
    found = parse([])
    assert (found.command, found.report, found.exit_after_paint) == ("window", None, False)
    assert parse(["--exit-after-paint", "a.txt"]).exit_after_paint


@pytest.mark.parametrize(
    "words",
    [
        "figures 报告.txt --json",
        "pack --report 1 --author 甲 --output a.bgpkg",
        "merge a.bgpkg b.docx --preview",
    ],
)
def test_a_command_that_is_still_to_be_built_says_so(new, words):
    answer = new.says(*words.split(), status=1)
    assert (answer.out, answer.err) == (
        "",
        f"“{words.split()[0]}”还没有做好，以后的版本会有。\n",
    )


def test_the_end_of_patience_is_no_bug(new, monkeypatch):
    monkeypatch.setattr("pathlib.Path.open", interrupted)
    answer = new.says("outline", __file__, status=1)
    assert answer.err == "已中断，没有做完。\n"


def interrupted(path, mode):
    raise KeyboardInterrupt


def test_the_exit_status_is_always_returned(capsys):
    assert run(["--help"]) == 0
    assert run(["--no-such-option"]) == 2
    capsys.readouterr()
