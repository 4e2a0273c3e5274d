"""Labels made by eye, as the judge wants them: the words come from the report itself.

`tests/labels/` holds offsets, kinds and levels of reports that are no part of the project; a
file there names its report beside the checkout and the SHA-256 of its bytes.
"""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from beiguan_desktop.formats import docx_in, kinds, text_in

FOLDER = Path(__file__).parent / "labels"
FIGURES = ("tree", "starts", "joins", "kinds")


def judge_of(shared: Path) -> ModuleType:
    """Return the judge that lies beside the checkout."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def decoded(path: Path) -> str:
    """Return the text of a corpus file as the program gets to see it, in this process."""
    data = path.read_bytes()
    if kinds.media_of(data) == kinds.DOCX:
        return docx_in.read(data).text
    return text_in.decode(data)[0]


def labels() -> list[Path]:
    """Return the label files."""
    return sorted(FOLDER.glob("*.json"))


def gold_of(labels_file: Path, shared: Path) -> tuple[Path, dict[str, Any]]:
    """Return a labelled report and its labels with the words filled in."""
    gold = json.loads(labels_file.read_text(encoding="utf-8"))
    path = shared / "corpus" / gold["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == gold["sha256"]
    text = decoded(path)
    for unit in gold["units"]:
        words = "".join(text[start:end] for start, end in unit["spans"])
        assert words.startswith(unit["first"])
        if unit["kind"] == "heading":
            unit["text"] = words
        if unit.get("runin"):
            unit["runin"]["text"] = words[: unit["runin"]["end"]]
    return path, gold


def added(scores: list[dict[str, Any]]) -> dict[str, float]:
    """Return F1 of each figure, computed from the sums over several reports."""
    out = {}
    for figure in FIGURES:
        hit, miss, extra = (
            sum(score[figure][what] for score in scores) for what in ("hit", "miss", "extra")
        )
        out[figure] = 2 * hit / (2 * hit + miss + extra)
    return out
