"""go.py: what it refuses, what it installs, when it does nothing."""

import ast
import importlib.util
import os
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def go(tmp_path, monkeypatch):
    specification = importlib.util.spec_from_file_location("go_under_test", ROOT / "go.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    venv = tmp_path / "一 个文件夹" / ".venv"
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    locks = {"run": tmp_path / "run.lock", "test": tmp_path / "test.lock"}
    for lock in locks.values():
        lock.write_text("# nothing to install\n", "utf-8")
    monkeypatch.setattr(module, "LOCKS", locks)
    return module


@pytest.fixture
def pip_calls(go, monkeypatch):
    """Stand in for the package index only: the environment that is made is a real one."""
    calls = []
    monkeypatch.setattr(go, "_install", lambda lock: calls.append(lock.name) or True)
    return calls


@pytest.fixture
def environment(go):
    """Lay an environment that works, as an earlier start left it."""
    go.PYTHON.parent.mkdir(parents=True)
    go.PYTHON.symlink_to(sys.executable)
    return go.VENV


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (2, 7)])
def test_an_old_python_is_refused_in_one_sentence_in_both_languages(go, version):
    sentence = go.refusal(version)
    assert "需要 Python 3.11" in sentence
    assert f"this is {version[0]}.{version[1]}" in sentence
    assert "\n" not in sentence


def test_a_new_enough_python_is_accepted(go):
    assert go.refusal((3, 11)) is None
    assert go.refusal((3, 14)) is None


def test_the_script_can_be_read_by_a_python_that_it_refuses():
    ast.parse((ROOT / "go.py").read_text("utf-8"), feature_version=(3, 7))


def test_the_libraries_of_x11_are_wanted_for_a_window_on_x11_only(go):
    assert go.is_for_x11("linux", {"DISPLAY": ":0"})
    assert not go.is_for_x11("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"})
    assert not go.is_for_x11("linux", {})
    assert not go.is_for_x11("win32", {"DISPLAY": ":0"})


@pytest.mark.parametrize(
    "words",
    [
        *([], ["报告.txt"], ["--database", "x.db"], ["--database=x.db"], ["--", "outline"]),
        *(["--database", "x.db", "--exit-after-paint"], ["--database", "x.db", "报告.txt"]),
        ["--database", "outline"],
    ],
)
def test_the_window_opens_where_no_command_is_named(go, words):
    assert go.opens_window(words)


@pytest.mark.parametrize(
    "words",
    [
        *(["outline", "报告.txt"], ["--database", "x.db", "reports"], ["selftest"]),
        *(["--json", "check"], ["--help"], ["-h"], ["--version", "--json"], ["compare"]),
    ],
)
def test_a_command_and_a_question_open_no_window(go, words):
    assert not go.opens_window(words)


def test_what_is_asked_of_the_program_needs_the_standard_library_alone():
    words = "import sys; sys.path.insert(0, sys.argv[1]);"
    words += "import beiguan_desktop.cli.display, beiguan_desktop.cli.parser"
    command = [sys.executable, "-I", "-S", "-c", words, str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_root_the_exact_line_is_printed(go, monkeypatch):
    monkeypatch.setattr(go, "as_root", lambda: False)
    with pytest.raises(go.SetUpError, match=r"apt-get install .* libb1 libz1$"):
        go.install_system(["libz1", "libb1", "libb1"], "缺少组件")


def test_the_list_of_what_is_installed_comes_from_the_lock(go, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    lock = (
        "a==1.0 \\\n    --hash=sha256:00\n"
        "colorama==0.4 ; sys_platform == 'win32' \\\n    --hash=sha256:11\n"
        "b==2 ; python_version < '3.12' \\\n"
    )
    assert go.pinned(lock) == ["a 1.0", "b 2"]


def test_the_real_locks_name_their_packages():
    specification = importlib.util.spec_from_file_location("go_real", ROOT / "go.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    run, test = (set(module.pinned(lock.read_text("utf-8"))) for lock in module.LOCKS.values())
    assert any(part.startswith("pyside6-essentials 6.") for part in run)
    assert run < test


def test_a_second_start_installs_nothing(go, pip_calls):
    go.ensure_environment("run")
    assert go.PYTHON.exists()
    assert pip_calls == ["run.lock"]
    go.ensure_environment("run")
    assert pip_calls == ["run.lock"]


def test_a_changed_lock_is_installed_into_the_same_environment(go, environment, pip_calls):
    go.ensure_environment("run")
    marker = environment / "still here"
    marker.touch()
    go.LOCKS["run"].write_text("# another\n", "utf-8")
    go.ensure_environment("run")
    assert pip_calls == ["run.lock", "run.lock"]
    assert marker.exists()


def test_the_environment_of_the_tests_serves_the_program_too(go, environment, pip_calls):
    go.ensure_environment("test")
    go.ensure_environment("run")
    assert pip_calls == ["test.lock"]


def test_an_interrupted_set_up_is_redone(go, environment, monkeypatch):
    def interrupted(lock):
        raise KeyboardInterrupt

    monkeypatch.setattr(go, "_install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        go.ensure_environment("run")
    calls = []
    monkeypatch.setattr(go, "_install", lambda lock: calls.append(lock.name) or True)
    go.ensure_environment("run")
    assert calls == ["run.lock"]


def test_a_broken_environment_is_made_anew(go, pip_calls):
    go.PYTHON.parent.mkdir(parents=True)
    go.PYTHON.write_text("#!/bin/false\n", "utf-8")
    go.PYTHON.chmod(0o755)
    go.ensure_environment("run")
    answer = subprocess.run([go.PYTHON, "-c", "print('works')"], capture_output=True, check=True)
    assert answer.stdout.strip() == b"works"


def test_a_failed_installation_leaves_no_stamp_and_says_what_to_do(go, monkeypatch):
    monkeypatch.setattr(go, "_install", lambda _lock: False)
    with pytest.raises(go.SetUpError, match="请检查网络后再运行一次"):
        go.ensure_environment("run")
    assert list(go.VENV.glob("*.stamp")) == []


@pytest.fixture
def tool(go, monkeypatch):
    """Put a tool of the test into the table; its status is its first word."""

    def add(programs):
        command = ["-c", "import sys; sys.exit(int(sys.argv[1]))"]
        monkeypatch.setattr(go, "TOOLS", {"bench": ("test", command, programs)})
        monkeypatch.setattr(go, "ensure_libraries", lambda **_: None)
        monkeypatch.setattr(go, "ensure_environment", lambda _purpose: None)
        monkeypatch.setattr(go, "PYTHON", Path(sys.executable))

    return add


@pytest.mark.parametrize("status", [0, 3])
def test_a_tool_runs_with_its_words_and_its_status_is_the_answer(go, tool, status):
    tool({"sh": "dash"} if os.name == "posix" else {})
    assert go.main(["bench", str(status)]) == status


def test_a_program_that_a_tool_needs_is_named_with_its_package(go, tool, monkeypatch, capsys):
    tool({"no-such-program-9": "no-such-package-9"})
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(go, "as_root", lambda: False)
    assert go.main(["bench", "0"]) == 1
    assert "apt-get install -y --no-install-recommends no-such-package-9" in capsys.readouterr().err


def test_every_tool_has_a_lock_and_something_to_run(go):
    assert set(go.TOOLS) == {"build", "test-frozen", "bench", "study"}
    for purpose, command, _programs in go.TOOLS.values():
        assert purpose in go.LOCKS
        assert (ROOT / Path(*command[1].split("."))).with_suffix(".py").is_file() or (
            ROOT / Path(*command[1].split(".")) / "__main__.py"
        ).is_file()


def test_an_error_of_the_set_up_is_a_sentence_and_status_1(go, monkeypatch, capsys):
    def fail(words):
        raise go.SetUpError("请先连上网络。")

    monkeypatch.setattr(go, "run_program", fail)
    assert go.main(["reports"]) == 1
    assert capsys.readouterr().err == "请先连上网络。\n"


def test_the_program_runs_from_this_checkout_and_from_any_folder(go, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    environment = go.program_environment()
    assert environment["PYTHONPATH"].split(os.pathsep) == [str(ROOT), "elsewhere"]
    assert environment["PYTHONSAFEPATH"] == "1"


def test_every_check_is_named_and_stands_in_order(go):
    assert [name.split(" of ")[0] for name in go.steps()] == [
        *("ruff check", "ruff format", "mypy", "lint-imports", "pytest", "coverage"),
    ]


def test_the_layers_whose_branches_are_counted_are_those_that_are_traced(go):
    traced = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]["run"]
    assert traced["source"] == [f"beiguan_desktop.{layer}" for layer in go.LAYERS]
    assert traced["branch"] is True
    assert "--fail-under=100" in list(go.steps().values())[-1]


@pytest.mark.parametrize(("status", "expected"), [(0, 0), (5, 1)])
def test_all_checks_run_and_one_failure_fails_all(go, monkeypatch, capsys, status, expected):
    monkeypatch.setattr(go, "ensure_libraries", lambda **_: None)
    monkeypatch.setattr(go, "ensure_environment", lambda _purpose: None)
    monkeypatch.setattr(go, "PYTHON", Path(sys.executable))
    checks = {
        "first": ["-c", f"import sys; print('one'); sys.exit({status})"],
        "pytest": ["-c", "print('3 passed in 1 s')"],
        "last": ["-c", "print('report')"],
    }
    monkeypatch.setattr(go, "steps", lambda: checks)
    assert go.run_tests([]) == expected
    printed = capsys.readouterr().out.splitlines()
    assert printed[-1] == "3 passed in 1 s"
    assert printed[-2] == ("没有通过：first" if status else "全部通过。")


class Started(BaseException):
    """Carries what would have become the process."""


@pytest.fixture
def started(go, monkeypatch):
    """Catch the last step, in which this process becomes the program."""

    def catch(path, command, environment):
        raise Started(command, environment)

    monkeypatch.setattr(go, "ensure_libraries", lambda **_: None)
    monkeypatch.setattr(go, "ensure_environment", lambda _purpose: None)
    monkeypatch.setattr(go.os, "execve", catch)
    monkeypatch.setattr(go.sys, "platform", "linux")
    monkeypatch.setattr(go.sys, "path", [*sys.path])
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return go


@pytest.mark.parametrize("display", ["", ":5077", "no display"])
def test_without_a_display_the_main_job_is_rehearsed_and_it_says_how_to_get_a_window(
    started, monkeypatch, capsys, display
):
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(Started) as end:
        started.main([])
    command, environment = end.value.args
    assert command[1:] == ["-m", "beiguan_desktop", "selftest"]
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    said = capsys.readouterr().err
    assert "没有显示器" in said
    assert "xvfb-run python3 go.py" in said
    assert said.count("\n") == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a socket of Linux")
def test_with_a_display_the_window_opens(started, monkeypatch, capsys):
    monkeypatch.setenv("DISPLAY", ":4244")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4244")
        server.listen()
        with pytest.raises(Started) as end:
            started.main([])
    assert end.value.args[0][1:] == ["-m", "beiguan_desktop"]
    assert capsys.readouterr().err == ""


def test_words_reach_the_program_as_they_are(started, capsys):
    words = ["comment", "--report", "r", "=1+1 “甲”"]
    with pytest.raises(Started) as end:
        started.main(words)
    assert end.value.args[0][1:] == ["-m", "beiguan_desktop", *words]
    assert capsys.readouterr().err == ""
