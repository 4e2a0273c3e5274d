"""What the first paint waits for: the text, and nothing that can come after it."""

import json
import os
import subprocess
import sys

import pytest

from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Person
from beiguan_desktop.paths import shipped_report
from beiguan_desktop.services import importing
from beiguan_desktop.storage.store import open_store

NOW = "2026-02-27T09:00:00+08:00"
LATER = (
    "sqlalchemy",
    "pyqtgraph",
    "docx",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "beiguan_desktop.storage.store",
    "beiguan_desktop.ui.comment_panel",
    "beiguan_desktop.ui.outline_head",
    "beiguan_desktop.ui.progress_flow",
    "beiguan_desktop.ui.reading",
    "beiguan_desktop.ui.undo_bar",
)
"""Modules that take their time, with what would bring many others along."""

LOOK = f"""
import enum, json, sys
from pathlib import Path

made = []
create = enum.EnumType._create_

def watched(cls, name, names, **where):
    made.append(where.get("qualname") or name)
    return create(cls, name, names, **where)

enum.EnumType._create_ = watched
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.first_paint import FirstPaint
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.workspace import look_ahead

app = application.application(wears_sheet=False)
window = MainWindow(Path(sys.argv[1]))

def tell():
    print(json.dumps({{"later": [name for name in {LATER} if name in sys.modules], "made": made,
                       "text": window.page.view.toPlainText()[:20]}}))
    app.exit()

application.put_on_sheet()
window.show()
look_ahead(window.workspace)
paint = FirstPaint(window.page.view, window, needs_report=True)
paint.painted.connect(tell)
app.exec()
"""


@pytest.fixture
def seen(tmp_path):
    """Return what a process of its own had loaded when the text was painted."""
    database = tmp_path / "资料 库.db"
    me = Person("p-1", "张建国", "第三代表团")
    with open_store(database, create=True) as store:
        done = importing.import_report(store, shipped_report(), now=NOW)
        store.apply(Change("c-1", "填写姓名", NOW, me.id, (Edit(me.id, None, me),)), me=me.id)
        store.desk.put_setting("report", done.report)
    answer = subprocess.run(
        [sys.executable, "-c", LOOK, str(database)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(answer.stdout)


def test_the_report_is_painted_before_anything_is_loaded_that_can_wait(seen):
    assert seen["later"] == []
    assert seen["text"].startswith("北关区十一届人大六次会议文件")


def test_qt_prepares_no_widget_that_nobody_shows(seen):
    """One call that names a widget of Qt's own making would prepare all of them: 20 ms."""
    prepared = set(seen["made"])
    assert "LineWrapMode" in prepared  # the text's own: the watch works
    assert not prepared & {"WindowOrder", "WizardStyle", "HorizontalHeaderFormat", "ProcessState"}
