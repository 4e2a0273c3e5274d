"""The main job done once by the program itself, through the real window.

Used by `selftest`: what a machine cannot do fails here, in words, before a deputy sits down.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QWidget

from beiguan_desktop.core.anchoring import passage, sentence_at
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import checking, clock, exporting, importing, library, rehearsing
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.paper_menu import show_printing
from beiguan_desktop.ui.print_flow import PrintFlow

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
        yield "画一处重点，加一个星标", lambda: _mark(self._window)
        yield "撤回一条意见，再撤销", self._withdraw
        yield "关闭窗口，再打开，意见、重点和星标还在", self._reopen
        yield "存成 Word 文件，读回核对", self._export
        yield "把大字稿存成 PDF，读回核对", lambda: print_large(self._window, self._folder)
        yield "画统计图，存成图片", self._draw
        yield "读一份 Word 文件和一份 PDF", self._read_documents
        yield "第二次打开，谢绝", self._refuse_second
        yield "检查资料库", self._check
        yield "备份，再从备份恢复", self._backup
        yield "升级一个旧资料库", self._upgrade

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

    def _expect(self, wanted: list[str]) -> None:
        found = [comment.text for comment in self._window.workspace.comments.values()]
        if found != wanted:
            raise RehearsalError(f"应当有 {len(wanted)} 条意见，却有 {len(found)} 条")

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
        _expect_marks(self._window)

    def _export(self) -> None:
        target = self._folder / "我的意见 自检.docx"
        self._window.open_hand_in()
        flow = self._window.hand_in
        if flow is None:
            raise RehearsalError("交意见的页面打不开")
        flow.store_at(target)
        result = flow.page.result_label.text()
        flow.page.close()
        if not target.exists():
            raise RehearsalError(result)
        if not any(WORDS in line for line in exporting.read_back(target)):
            raise RehearsalError("Word 文件里没有写下的意见")

    def _draw(self) -> None:
        target = self._folder / "统计 图.png"
        self._window.open_statistics()
        flow = self._window.statistics
        if flow is None:
            raise RehearsalError("统计打不开")
        flow.store_at(target)
        drawn = QImage(str(target))
        if drawn.isNull() or not flow.page.table.model().rowCount():
            raise RehearsalError("统计图没有画成")
        self._window.rooms.show_text()

    def _read_documents(self) -> None:
        lines = [unit.text for unit in self._report().paragraphs.values()][1:3]  # fit on a page
        word, pdf = self._folder / "报告 一.docx", self._folder / "报告 二.pdf"
        rehearsing.word_file(lines, word)
        print_pdf(lines, pdf)
        wanted = "".join(letters("".join(lines)))
        for file in (word, pdf):
            _source, reading = importing.read_report(file, now=clock.now())
            if "".join(letters("".join(unit.text for unit in reading.units))) != wanted:
                raise RehearsalError(f"{file.name} 读出来的字和写进去的不一样")

    def _refuse_second(self) -> None:
        try:
            library.open_library(self._database).close()
        except UserError:
            return
        raise RehearsalError("资料库被打开了两次")

    def _upgrade(self) -> None:
        before, after = rehearsing.upgrade_a_copy(self._database, self._folder)
        if before != after or not after:
            raise RehearsalError("升级以后意见和原来不一样")

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


def _mark(window: MainWindow) -> None:
    window.reading.my_marks.stroke(None)
    window.reading.my_marks.turn_star(None)
    _expect_marks(window)


def _expect_marks(window: MainWindow) -> None:
    marks = window.reading.my_marks
    if (len(marks.highlights()), len(marks.stars())) != (1, 1):
        raise RehearsalError("重点或星标没有存上")


def print_large(window: MainWindow, folder: Path) -> None:
    """Store the report in large type as a PDF; it is read back and compared there."""
    target = folder / "大字稿 自检.pdf"
    show_printing(window, points=28)
    flow = window.findChild(PrintFlow)
    if flow is None:
        raise RehearsalError("打印的页面打不开")
    flow.store_at(target)
    result = flow.page.result_label.text()
    flow.page.close()
    if not target.exists():
        raise RehearsalError(result)


def print_pdf(lines: list[str], target: Path) -> None:
    """Print a paragraph for each line into a PDF, first lines indented as in print."""
    writer = QPdfWriter(str(target))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setDefaultFont(faces.serif(16))
    cursor = QTextCursor(document)
    for number, line in enumerate(lines):
        form = QTextBlockFormat()
        form.setTextIndent(2 * QFontMetricsF(document.defaultFont()).horizontalAdvance("字"))
        if number:
            cursor.insertBlock(form)
        cursor.setBlockFormat(form)
        cursor.insertText(line)
    document.print_(writer)


def _type(box: QWidget, words: str) -> None:
    for character in words:
        _send(box, 0, character)


def _press(box: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    _send(box, key, "", control=control)


def _send(box: QWidget, key: int, text: str, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, key, held, text))
