"""Draw the pictures of the README with the program itself.

    .venv/bin/python docs/pictures/draw_pictures.py    the Python that `go.py` has set up

The name and the opinions are invented; the report is the one that ships.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QMimeData, QUrl  # noqa: E402 - after the platform is known

from beiguan_desktop.core.anchoring import passage  # noqa: E402 - after the path is known
from beiguan_desktop.ui import app, offscreen, picture  # noqa: E402
from beiguan_desktop.ui.flows import flow_of  # noqa: E402
from beiguan_desktop.ui.main_window import MainWindow  # noqa: E402
from beiguan_desktop.ui.opening_flow import OpeningFlow  # noqa: E402
from beiguan_desktop.ui.window_acts import look_for  # noqa: E402

OPINIONS = (
    (5, "申报专利8项、形成样机9套", "建议", "建议补充蓝天实验室成果在区内企业转化的数量和产值。"),
    (5, "市级及以上研发平台总量增至55家", "询问", "这55家里，去年真正有研发投入的有多少家？"),
    (7, "", "建议", "建议把20个老旧小区改造后的物业管理也写进来，改得好还要管得住。"),
    (52, "", "建议", "建议为高龄老人增设上门办理服务。"),
)
STROKES = ((5, "国家高新技术企业"), (7, "老旧小区改造"), (7, "农村基础设施"))
STARRED = 7
LOOKED_FOR, STEPS = "企业", 2
REVISED = (
    ("申报专利 8 项、形成样机 9 套", "申报专利 8 项、形成样机 9 套，转化成果 3 项"),
    ("市级及以上研发平台总量增至 55 家", "市级及以上研发平台总量增至 56 家"),
    ("完成 20 个老旧小区改造", "完成 24 个老旧小区改造并全部移交物业管理"),
    ("城市空间绿意更浓", "新增口袋公园 6 处"),
    ("基础功能与空间品质同步提升", "基础功能和空间品质同步提升"),
)
"""What the next edition says otherwise."""
LEFT_OUT = "六是文化繁荣兴盛取得显著成效"
SIZE = (1440, 900)


def run(*words: str, database: Path) -> str:
    """Run a command of the program and return what it prints."""
    command = [sys.executable, "-m", "beiguan_desktop", *words, "--database", str(database)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - the program itself
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def write(database: Path) -> None:
    """Write a library with a few opinions."""
    report = ROOT / "resources" / "report" / "beiguan-2026.txt"
    key = json.loads(run("import", str(report), "--json", database=database))["report"]
    for paragraph, quote, kind, words in OPINIONS:
        place = ["--paragraph", str(paragraph), *(["--quote", quote] if quote else [])]
        who = ["--author", "张建国", "--delegation", "第三代表团"]
        run(
            *("comment", "--report", key, *place, "--kind", kind, *who, words),
            database=database,
        )


def mark(database: Path) -> None:
    """Put strokes and a star on the report, which no command does."""
    window = MainWindow(database)
    window.open()
    window.workspace.be(window.workspace.store.people()[0])
    report, marks = window.workspace.report, window.reading.my_marks
    assert report is not None  # noqa: S101 - imported above
    for number, words in STROKES:
        unit = report.paragraphs[number]
        at = unit.text.index(words)
        marks.stroke([passage(report, unit.ordinal, at, at + len(words))])
    marks.turn_star(report.paragraphs[STARRED].ordinal)
    window.close()


def revise(folder: Path) -> Path:
    """Write the next edition into a file."""
    report = ROOT / "resources" / "report" / "beiguan-2026.txt"
    text = report.read_text(encoding="utf-8")
    for old, new in REVISED:
        assert text.count(old) == 1, old  # noqa: S101 - imported above
        text = text.replace(old, new)
    kept = [part for part in text.split("\n\n") if LEFT_OUT not in part]
    file = folder / "政府工作报告（修改稿）.txt"
    file.write_text("\n\n".join(kept), encoding="utf-8")
    return file


def opens(file: Path) -> Callable[[MainWindow], None]:
    """Return what drops a file on the window, and stands on the first finding."""

    def act(window: MainWindow) -> None:
        brought = QMimeData()
        brought.setUrls([QUrl.fromLocalFile(str(file))])
        flow_of(window, OpeningFlow).bring(brought)

    return act


def find(window: MainWindow) -> None:
    """Look for words and go on to a further hit."""
    look_for(window, LOOKED_FOR)
    for _ in range(STEPS):
        window.actions_by_name["find_next"].trigger()


def main() -> None:
    """Write a library and draw every picture."""
    with tempfile.TemporaryDirectory() as folder, offscreen.quiet():
        app.application()
        database = Path(folder) / "beiguan.db"
        write(database)
        for name, wanted, act in (
            ("reading", picture.Wanted(size=SIZE, paragraph=5), None),
            ("dark", picture.Wanted(theme="dark", text_size=28, size=SIZE, paragraph=5), None),
            ("find", picture.Wanted(size=SIZE, paragraph=5), find),
        ):
            picture.draw(database, HERE / f"{name}.png", wanted, act)
        mark(database)
        marked = picture.Wanted(size=SIZE, paragraph=7)
        picture.draw(database, HERE / "marks.png", marked)
        file = revise(Path(folder))
        picture.draw(database, HERE / "preview.png", picture.Wanted(size=SIZE), opens(file))
        known = json.loads(run("reports", "--json", database=database))["reports"]
        run("import", str(file), "--edition-of", known[0]["report"], database=database)
        compared = picture.Wanted("compare", size=SIZE)
        picture.draw(database, HERE / "compare.png", compared)


if __name__ == "__main__":
    main()
