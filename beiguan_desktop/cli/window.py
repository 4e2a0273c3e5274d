"""The commands that open the window: for the user, for a picture, for a test of itself."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from beiguan_desktop.cli import printing
from beiguan_desktop.core.errors import UserError

_STARTED = time.monotonic()


def age_ms() -> int:
    """Return the milliseconds since this process began; to 10 ms on Linux."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
        return round((up - int(fields[19]) / os.sysconf("SC_CLK_TCK")) * 1000)
    except (OSError, ValueError, IndexError, AttributeError):
        return round((time.monotonic() - _STARTED) * 1000)  # since the command line was read


def _database(arguments: argparse.Namespace) -> Path:
    if "://" in arguments.database:
        raise UserError("还不支持网络数据库的地址。请用 --database 给出一个文件。")
    return Path(arguments.database)


def _go_offscreen() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _need_display() -> None:
    """Refuse in words where Qt would abort the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UserError("这里没有图形界面，打不开窗口。请在桌面上运行，或先用 selftest 试一遍。")


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window on the user's library."""
    _need_display()
    database = _database(arguments)
    from beiguan_desktop.ui import session

    if arguments.exit_after_paint:
        timing = session.time_to_ready(database, arguments.report, age_ms)
        if arguments.json:
            printing.show_json(timing)
        else:
            words = f"画出报告 {timing['painted_ms']} 毫秒，可以写字 {timing['ready_ms']} 毫秒"
            printing.say(words)
        return 0
    return session.run(database, arguments.report)


def screenshot(arguments: argparse.Namespace) -> int:
    """Draw a view of the real window into a PNG file."""
    if arguments.view != "reading" or arguments.theme != "light":
        raise UserError("现在只能画“reading”页的浅色样子，别的以后会有。")
    database = _database(arguments)
    if not database.is_file():
        raise UserError(f"没有这个资料库：{database}。请先打开一次窗口，或用 import 放一份报告。")
    _go_offscreen()
    from beiguan_desktop.ui import picture

    picture.draw_reading(
        database,
        arguments.output,
        size=arguments.window,
        text_size=arguments.text_size,
        report=arguments.report,
        paragraph=arguments.paragraph,
    )
    if arguments.json:
        printing.show_json({"file": str(arguments.output)})
    else:
        printing.say(f"已画好：{arguments.output}")
    return 0


def selftest(arguments: argparse.Namespace) -> int:
    """Do the main job once, off-screen, in a library of its own."""
    _go_offscreen()
    from beiguan_desktop import paths

    named = _database(arguments)
    is_default = named == paths.default_database()
    if not is_default and named.exists():
        raise UserError(f"自检要用一个新的资料库，“{named}”已经有了。请换一个文件名。")
    with tempfile.TemporaryDirectory(prefix="beiguan-", ignore_cleanup_errors=True) as folder:
        database = Path(folder) / "自检 资料库.db" if is_default else named
        steps, problem = _rehearse(database, Path(folder))
    if arguments.json:
        printing.show_json({"ok": problem is None, "steps": steps})
    else:
        printing.say("\n".join(f"✓ {step}" for step in steps))
        if problem is None:
            printing.say("ok 自检通过")
    if problem is not None:
        printing.tell(f"自检没有通过：{problem}。请把这句话交给工作人员。")
    return 0 if problem is None else 1


def _rehearse(database: Path, folder: Path) -> tuple[list[str], str | None]:
    """Do every step; return those done and what went wrong with the next one."""
    from beiguan_desktop.ui.rehearsal import Rehearsal, RehearsalError

    done: list[str] = []
    rehearsal = Rehearsal(database, folder)
    try:
        for words, act in rehearsal.steps():
            printing.tell(f"{words}……")
            act()
            done.append(words)
    except (UserError, RehearsalError) as error:
        return done, f"{words}：{error}"
    finally:
        rehearsal.close()
    return done, None
