"""The main job done once by the program itself, through the real window.

Used by `selftest`: what a machine cannot do fails here, in words, before a deputy sits down.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from beiguan_desktop.core.anchoring import passage, sentence_at
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import checking, exporting, library
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow

WORDS = "建议写明完成时限和负责部门。=1+1 𠮷"


class RehearsalError(Exception):
    """A step did not do what it should; the message says which."""


class Rehearsal:
    """The steps in order; each is a Chinese sentence and what it does."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._app = application.application()
        self._database, self._folder = database, folder
        self._window = self._new_window()
        self._is_open = True

    def _new_window(self) -> MainWindow:
        return MainWindow(self._database, jobs=Jobs(is_synchronous=True))

    def steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield what to say and what to do."""
        yield "打开窗口，读出报告", self._open
        yield "写上姓名和代表团", self._introduce
        yield "点一句话，写一条意见", self._write
        yield "撤销，再重做", self._undo_and_redo
        yield "撤回一条意见，再撤销", self._withdraw
        yield "关闭窗口，再打开，意见还在", self._reopen
        yield "存成 Word 文件，读回核对", self._export
        yield "检查资料库", self._check
        yield "备份，再从备份恢复", self._backup

    def close(self) -> None:
        """Close the window whatever happened; a second time does nothing."""
        if self._is_open:
            self._is_open = False
            self._window.close()
            self._window.deleteLater()
            self._app.processEvents()

    def _start_again(self) -> None:
        self._window = self._new_window()
        self._is_open = True
        self._open()

    def _report(self) -> Report:
        report = self._window.workspace.report
        if report is None:
            raise RehearsalError("没有打开报告")
        return report

    def _texts(self) -> list[str]:
        return [c.text for c in self._window.workspace.comments.values()]

    def _expect(self, wanted: list[str]) -> None:
        if self._texts() != wanted:
            raise RehearsalError(f"应当有 {len(wanted)} 条意见，却有 {len(self._texts())} 条")

    def _open(self) -> None:
        self._window.show()
        self._window.open()
        self._app.processEvents()
        if len(self._report().paragraphs) < 2:
            raise RehearsalError("报告没有读出段落")

    def _introduce(self) -> None:
        self._window.stage.first_start.name_edit.setText("自检")
        self._window.stage.first_start.delegation_edit.setText("第一代表团")
        self._window.stage.first_start.start_button.click()
        self._app.processEvents()
        me = self._window.workspace.me
        if me is None or me.name != "自检":
            raise RehearsalError("姓名没有存上")

    def _write(self) -> None:
        report, window = self._report(), self._window
        unit = report.paragraphs[2]
        start, end = sentence_at(unit.text, 0)
        window.page.view.place_chosen.emit(passage(report, unit.ordinal, start, end))
        _type(window.page.panel.editor.words_box, WORDS)
        _press(window.page.panel.editor.words_box, Qt.Key.Key_Return, control=True)
        self._expect([WORDS])

    def _undo_and_redo(self) -> None:
        self._window.undo()
        self._expect([])
        self._window.redo()
        self._expect([WORDS])

    def _withdraw(self) -> None:
        (comment_id,) = self._window.workspace.comments
        self._window.page.panel.withdraw_asked.emit(comment_id)
        self._expect([])
        self._window.undo()
        self._expect([WORDS])

    def _reopen(self) -> None:
        self.close()
        self._start_again()
        self._expect([WORDS])

    def _export(self) -> None:
        target = self._folder / "我的意见 自检.docx"
        self._window.open_hand_in()
        flow = self._window.hand_in
        if flow is None:
            raise RehearsalError("交意见的页面打不开")
        flow.store_at(target)
        flow.page.close()
        if not any(WORDS in line for line in exporting.read_back(target)):
            raise RehearsalError("Word 文件里没有写下的意见")

    def _check(self) -> None:
        found = checking.check(self._database)
        if not found.ok:
            raise RehearsalError(found.problems[0])

    def _backup(self) -> None:
        copy = self._folder / "备份.db"
        library.backup(self._database, copy)
        self.close()
        library.restore(self._database, copy)
        self._start_again()
        self._expect([WORDS])


def _type(box: QWidget, words: str) -> None:
    for character in words:
        _send(box, 0, character)


def _press(box: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    _send(box, key, "", control=control)


def _send(box: QWidget, key: int, text: str, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, key, held, text))
