"""Draw the pictures of the README with the program itself.

    .venv/bin/python docs/pictures/draw_pictures.py    the Python that `go.py` has set up

The name and the opinions are invented; the report is the one that ships.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from beiguan_desktop.core.anchoring import passage  # noqa: E402 - after the path is known
from beiguan_desktop.ui import app, offscreen, picture  # noqa: E402
from beiguan_desktop.ui.main_window import MainWindow  # noqa: E402
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


if __name__ == "__main__":
    main()
