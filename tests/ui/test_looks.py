"""What the window remembers, whatever became of the file; Chinese, fonts, names, nothing cut."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSplitter,
    QWidget,
)

from beiguan_desktop.core.anchoring import passage, sentence_at
from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import clock
from beiguan_desktop.ui.dialogs.about import About
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from tests.ui.sight import cut, name_of

ROOT = Path(__file__).resolve().parents[2]
FULL = "磁盘已满，这次没有写进去，以前写好的还在。请腾出一些空间再试。"
SIZES = [(1024, 640), (1366, 768), (1440, 900)]


@pytest.fixture
def database(tmp_path):
    return tmp_path / "资料库.db"


@pytest.fixture
def make(qtbot, database):
    """Return what opens a window on the library, somebody sitting before it."""

    def open_one(size: tuple[int, int] | None = None) -> MainWindow:
        window = MainWindow(database, jobs=Jobs(is_synchronous=True))
        qtbot.addWidget(window)
        if size:
            window.resize(*size)
        window.show()
        window.open()
        if window.stage.first_start.isVisible():
            window.workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
            window.show_hall()
        QApplication.processEvents()
        return window

    return open_one


# -- what is remembered


def test_size_panes_and_letters_are_remembered(make, database):
    window = make((1200, 700))
    window.looks.larger()
    drag(window.page.down, 400)
    widths = window.page.widths
    window.close()
    again = make()
    assert (again.width(), again.height()) == (min(1200, screen()[0]), min(700, screen()[1]))
    assert again.looks.text_size == 20
    assert vars(again.page.widths) == vars(widths)
    assert widths.writing == pytest.approx(400, abs=2)


def drag(splitter: QSplitter, width: int) -> None:
    """Draw the handle so that what stands last is so wide."""
    handle = splitter.handle(1)
    at = handle.mapFromParent(QPoint(splitter.width() - width, 40))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 40))
    QTest.mouseMove(handle, at)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()


def screen() -> tuple[int, int]:
    """Return what the screen has room for, less a title bar."""
    size = QApplication.primaryScreen().availableSize()
    return size.width() - 16, size.height() - 40


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"\x00\xff\xfe garbage [[[ \n = = \n",
        b"[window]\nsize=@Size(9999999 99999999)\npanes=abc\nmaximized=maybe\n",
        b"[window]\nsize=@Size(-5 -7)\npanes=@ByteArray(\\0\\0)\n[text]\nsize=1e9\n",
        b"[window]\npanes=1, 2, 3\n[text]\nsize=5, 6\n",
        "[text]\nsize=²\n".encode("latin-1"),
        b"[text]\nsize=999999999999\n",
        b"[window]\ntree=-3\nwriting=99999999999\nshare=x\n[look]\npalette=pink\ninterface=15\n",
    ],
)
def test_a_damaged_settings_file_is_as_good_as_none(make, database, damaged):
    database.with_suffix(".ini").write_bytes(damaged)
    window = make()
    assert 12 <= window.looks.text_size <= 36
    assert min(1024, screen()[0]) <= window.width() <= screen()[0]
    assert min(640, screen()[1]) <= window.height() <= screen()[1]
    page = window.page
    assert all(pane.width() > 0 for pane in (page.view, page.panel))
    assert window.looks.palette == "light"


def test_a_picture_leaves_the_settings_alone(make, database, qtbot):
    make().close()
    before = database.with_suffix(".ini").read_bytes()
    picture = MainWindow(database, is_picture=True)
    qtbot.addWidget(picture)
    picture.open()
    picture.looks.set_text_size(30)
    picture.close()
    assert database.with_suffix(".ini").read_bytes() == before


# -- what belongs to the program


@pytest.mark.parametrize("missing", ["everything", "icons"])
def test_missing_files_of_the_program_are_told_in_words(tmp_path, missing):
    if missing == "icons":
        (tmp_path / "resources").mkdir()
        (tmp_path / "resources" / "fonts").symlink_to(ROOT / "resources" / "fonts")
    start = (
        "import sys; sys._MEIPASS = sys.argv.pop(1);"
        "from beiguan_desktop.cli.main import run; sys.exit(run(sys.argv[1:]))"
    )
    words = ["--database", str(tmp_path / "资料库.db"), "--exit-after-paint"]
    command = [sys.executable, "-c", start, str(tmp_path), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "程序文件不完整，请重新安装" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_dialogs_of_qt_speak_chinese(qtbot):
    buttons = QMessageBox.StandardButton
    box = QMessageBox()
    qtbot.addWidget(box)
    for name in ("Ok", "Cancel", "Yes", "No", "Save", "Open", "Close", "Discard", "Retry"):
        box.addButton(getattr(buttons, name))
    assert [b.text() for b in box.buttons() if b.text().isascii()] == []
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [b.text() for b in dialog.findChildren(QPushButton) if b.text()]
    assert words
    assert [word for word in words if word.isascii()] == []
    edit = QLineEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert [word for word in words if word.isascii()] == []


def test_whose_work_it_rests_on_can_be_read(qtbot):
    page = About()
    qtbot.addWidget(page)
    page.show()
    words = "".join(view.toPlainText() for view in page.findChildren(QAbstractScrollArea))
    for work in ("MIT", "LGPL", "OFL", "ISC", "Noto Serif SC"):
        assert work in words


# -- everybody can use it


def controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QAbstractScrollArea)
    return [w for kind in kinds for w in window.findChildren(kind) if w.isVisible()]


def test_every_control_has_a_name_that_can_be_read_aloud(make):
    window = make()
    window.page.panel.editor.kind_buttons["修改"].click()
    QApplication.processEvents()
    nameless = [widget for widget in controls(window) if not name_of(widget)]
    assert nameless == []
    window.ask_person()
    QApplication.processEvents()
    nameless = [w for w in controls(window) if not name_of(w) and type(w).__name__ != "QScrollArea"]
    assert nameless == []


def test_targets_are_large_enough_for_every_hand(make):
    window = make()
    small = [
        (b.text() or b.accessibleName(), b.width(), b.height())
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and min(b.width(), b.height()) < 44
    ]
    assert small == []


def test_tab_leads_through_the_window_as_one_reads_it(make, qtbot):
    window = make((1440, 900))
    window.page.view.setFocus()
    order, widget = [], window.page.view
    while True:
        widget = widget.nextInFocusChain()
        if widget is window.page.view:
            break
        if (
            widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ):
            order.append(widget)
    editor = window.page.panel.editor
    wanted = [*editor.kind_buttons.values(), editor.words_box, editor.finish_button]
    wanted += [window.page.panel.list, window.status.person_button, window.page.tree]
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_whatever_the_size_of_the_window(make, size):
    window = make(size)
    assert (window.width(), window.height()) == size
    report = window.workspace.report
    window.page.view.place_chosen.emit(long_place(report))
    for kind in ("建议", "修改", "询问"):
        window.page.panel.editor.kind_buttons[kind].click()
        window.page.panel.editor.words_box.setPlainText("建议写明。\n" * 3)
        QApplication.processEvents()
        QApplication.processEvents()
        assert cut(window) == [], kind
        window.status.set_trouble(FULL, words_kept=True)
        QApplication.processEvents()
        QApplication.processEvents()
        assert cut(window) == [], kind
        window.status.set_saved("09:41")
    window.status.set_trouble(FULL, words_kept=True)
    window.page.show_banner("资料库所在的位置不能写，现在只能看，不能写意见。请复制到别处。" * 2)
    QApplication.processEvents()
    QApplication.processEvents()
    assert cut(window) == []
    assert (window.width(), window.height()) == size
    window._is_giving_up = True


def long_place(report):
    unit = report.paragraphs[3]
    return passage(report, unit.ordinal, *sentence_at(unit.text, 40))


def test_what_is_chosen_is_remembered_before_the_window_is_closed(make, database):
    window = make((1440, 900))
    window.looks.larger()
    window.looks.larger()
    window.looks.set_calm(is_calm=True)
    kept = QSettings(str(database.with_suffix(".ini")), QSettings.Format.IniFormat)
    assert (int(kept.value("text/size")), kept.value("look/calm")) == (22, "true")
