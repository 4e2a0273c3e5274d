"""The commands that open the window: for the user, for a picture, for a test of itself."""

import argparse
import gc
import os
from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.cli import addressing, printing
from beiguan_desktop.cli.age import age_ms
from beiguan_desktop.cli.display import has_display, need_display
from beiguan_desktop.core.errors import UserError

_DRAWN = {"reading": "阅读", "statistics": "统计", "compare": "对照"}
"""The views that can be drawn, by their names on the screen."""


def _go_offscreen() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window on the user's library."""
    database = addressing.database(arguments)
    report = arguments.report
    if report is not None and not os.path.lexists(report):
        raise UserError(f"没有找到“{report}”。请核对文件名和所在的文件夹。")
    if arguments.exit_after_paint:
        return _time(arguments, database)
    need_display()
    gc.disable()  # what is made until the window is ready stays; looking through it takes 50 ms
    from beiguan_desktop.ui import app

    app.begin()
    from beiguan_desktop.ui import session

    return session.run(database, report)


def _time(arguments: argparse.Namespace, database: Path) -> int:
    import sys

    if not has_display(sys.platform, os.environ):
        printing.tell("这里没有图形界面，改在屏幕外测。")
        _go_offscreen()
    gc.disable()  # as for a user
    from beiguan_desktop.ui import app

    app.begin()
    from beiguan_desktop.ui import offscreen, session

    with offscreen.quiet():
        timing = session.time_to_ready(database, arguments.report, age_ms)
    if arguments.json:
        printing.show_json(timing)
    else:
        words = f"画出报告 {timing['painted_ms']} 毫秒，可以写字 {timing['ready_ms']} 毫秒"
        printing.say(words)
    return 0


def screenshot(arguments: argparse.Namespace) -> int:
    """Draw a view of the real window into a PNG file."""
    if arguments.view not in _DRAWN:
        words = "、".join(f"{view}（{name}）" for view, name in _DRAWN.items())
        raise UserError(f"{arguments.view} 这一页还没有做好，以后的版本会有。现在可以画 {words}。")
    with addressing.store(arguments) as store:
        report = addressing.report_id(store, arguments.report) if arguments.report else None
        if not store.descriptions():
            raise UserError("资料库里还没有报告，没有可画的。请先用 import 命令放一份进来。")
    _go_offscreen()
    from beiguan_desktop.ui import offscreen, picture

    with offscreen.quiet():
        wanted = picture.Wanted(
            arguments.view,
            arguments.theme,
            arguments.window,
            arguments.text_size,
            report,
            arguments.paragraph,
        )
        picture.draw(addressing.database(arguments), arguments.output, wanted)
    if arguments.json:
        printing.show_json({"file": str(arguments.output)})
    else:
        printing.say(f"已画好：{arguments.output}")
    return 0


def selftest(arguments: argparse.Namespace) -> int:
    """Do the main job once, off-screen, in a library of its own."""
    named = _own_library(arguments)
    _go_offscreen()
    import tempfile

    from beiguan_desktop.ui import offscreen

    with (
        tempfile.TemporaryDirectory(prefix="beiguan-", ignore_cleanup_errors=True) as folder,
        offscreen.quiet(),
    ):
        database = named or Path(folder) / "自检 资料库.db"
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


def _own_library(arguments: argparse.Namespace) -> Path | None:
    """Return the library that was named; None for the user's own, which is left alone."""
    if arguments.database == str(paths.default_database()):
        return None
    named = addressing.database(arguments)
    if named == paths.default_database().absolute():
        return None
    if named.exists():
        raise UserError(f"自检要用一个新的资料库，“{named}”已经有了。请换一个文件名。")
    return named


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
        return done, f"{words}：{str(error).rstrip('。')}"
    finally:
        rehearsal.close()
    return done, None
