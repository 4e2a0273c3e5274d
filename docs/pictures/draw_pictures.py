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
OPINIONS = (
    (5, "申报专利8项、形成样机9套", "建议", "建议补充蓝天实验室成果在区内企业转化的数量和产值。"),
    (5, "市级及以上研发平台总量增至55家", "询问", "这55家里，去年真正有研发投入的有多少家？"),
    (7, "", "建议", "建议把20个老旧小区改造后的物业管理也写进来，改得好还要管得住。"),
    (52, "", "建议", "建议为高龄老人增设上门办理服务。"),
)


def run(*words: str, database: Path) -> str:
    """Run a command of the program and return what it prints."""
    command = [sys.executable, "-m", "beiguan_desktop", *words, "--database", str(database)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - the program itself
        command, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def main() -> None:
    """Write a library with a few opinions and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "beiguan.db"
        report = ROOT / "resources" / "report" / "beiguan-2026.txt"
        printed = run("import", str(report), "--json", database=database)
        key = json.loads(printed)["report"]
        for paragraph, quote, kind, words in OPINIONS:
            place = ["--paragraph", str(paragraph), *(["--quote", quote] if quote else [])]
            who = ["--author", "张建国", "--delegation", "第三代表团"]
            run(
                *("comment", "--report", key, *place, "--kind", kind, *who, words),
                database=database,
            )
        picture = ["--output", str(HERE / "reading.png"), "--window", "1440x900"]
        run("screenshot", "reading", *picture, "--paragraph", "5", database=database)


if __name__ == "__main__":
    main()
