"""A window on a library of its own, and hands to use it."""

import shutil
import tempfile
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from beiguan_desktop.ui.card_buttons import CardButtons
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from tests.ui.page_parts import point


class Deputy:
    """Somebody before the window: clicks and types, nothing else."""

    def __init__(self, qtbot, database: Path) -> None:
        self.qtbot, self.database = qtbot, database
        self.window = self._new_window()

    def _new_window(self) -> MainWindow:
        window = MainWindow(self.database, jobs=Jobs(is_synchronous=True))
        self.qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        self.qtbot.waitExposed(window)
        return window

    # -- starting and ending

    def starts(self, name: str = "张建国", delegation: str = "第三代表团") -> "Deputy":
        """Open the window, and answer the first page when it is shown."""
        self.window.open()
        if self.window.stage.first_start.isVisible():
            page = self.window.stage.first_start
            self.enters(page.name_edit, name)
            self.enters(page.delegation_edit, delegation)
            self.presses(page.start_button)
        return self

    def starts_again(self) -> "Deputy":
        """Close the program and open it anew."""
        self.window.close()
        self.window = self._new_window()
        return self.starts()

    def loses_power(self) -> "Deputy":
        """Go on with what is on disk now: nothing is closed, nothing is said goodbye to."""
        kept = self.database.with_name("after the power cut.db")
        kept.write_bytes(self.database.read_bytes())
        self.left_behind = self.window
        self.database = kept
        self.window = self._new_window()
        return self.starts()

    # -- acts

    def clicks(self, number: int, words: str, offset: int = 1) -> None:
        """Click on a character of some words in a paragraph."""
        unit = self.report.paragraphs[number]
        self.window.page.view.show_place(unit.ordinal)
        view = self.window.page.view
        at = unit.text.index(words) + offset
        self.qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, unit.ordinal, at)
        )

    def drags(self, number: int, words: str) -> None:
        """Draw the mouse over some words in a paragraph."""
        view, unit = self.window.page.view, self.report.paragraphs[number]
        view.show_place(unit.ordinal)
        at = unit.text.index(words)
        first, last = point(view, unit.ordinal, at), point(view, unit.ordinal, at + len(words) - 1)
        first.setX(first.x() - 8)
        last.setX(last.x() + 8)
        port = view.viewport()
        self.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
        self.qtbot.mouseMove(port, pos=(first + last) / 2)
        self.qtbot.mouseMove(port, pos=last)
        self.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)

    def presses(self, button) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def types(self, words: str) -> None:
        """Type into whatever has the focus."""
        self.enters(self.window.focusWidget(), words)

    def enters(self, widget, words: str) -> None:
        """Type as people do: letters by key, Han characters through the input method."""
        for ascii_, run in groupby(words, str.isascii):
            text = "".join(run)
            if ascii_:
                self.qtbot.keyClicks(widget, text)
            else:
                event = QInputMethodEvent()
                event.setCommitString(text)
                QApplication.sendEvent(widget, event)

    def key(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.focusWidget(), key, held)

    def finishes(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def opens_menu(self, *words: str) -> QMenu:
        """Open 更多 by the mouse, and by keys from line to line what opens beside it."""
        bar = self.window.top_bar
        self.presses(next(b for b in bar.findChildren(QPushButton) if b.text() == "更多"))
        menu = bar.menu
        for line in words:
            menu = self._takes(menu, line).menu()
        return menu

    def _takes(self, menu: QMenu, words: str) -> QAction:
        """Go to a line of a menu by what stands there, without its keys, and press Enter."""
        action = next(a for a in menu.actions() if a.text().split("\t")[0] == words)
        while menu.activeAction() is not action:
            self.qtbot.keyClick(menu, Qt.Key.Key_Down)
        self.qtbot.keyClick(menu, Qt.Key.Key_Return)
        QApplication.processEvents()
        return action

    def chooses(self, *words: str) -> None:
        """Choose in 更多: the names of the menus on the way, and of the line at the end."""
        self._takes(self.opens_menu(*words[:-1]), words[-1])

    def reads_menu(self, *words: str) -> dict[str, QAction]:
        """Look what stands in 更多, or in a menu of it, and close it."""
        found = {action.text(): action for action in self.opens_menu(*words).actions()}
        self.window.top_bar.menu.close()
        return found

    def key_on_card(self, key) -> None:
        """Press a key on the current card."""
        self.window.page.panel.list.setFocus()
        self.key(key)

    def opens_card_menu(self) -> QMenu:
        """Press 更多 on the current card."""
        cards = self.window.page.panel.list
        (buttons,) = (it for it in cards.findChildren(CardButtons) if it.isVisible())
        self.presses(buttons.more)
        return QApplication.activePopupWidget()

    # -- what can be seen

    @property
    def report(self):
        return self.window.workspace.report

    @property
    def editor(self):
        return self.window.page.panel.editor

    @property
    def box(self):
        return self.editor.words_box

    def texts(self) -> list[str]:
        """Return the words on the cards, in order."""
        return [comment.text for comment in self.window.page.panel.model.comments()]

    def the_comment(self):
        (comment,) = self.window.workspace.comments.values()
        return comment


@pytest.fixture
def database(tmp_path) -> Path:
    """Return a path as people have them: Chinese, a blank, a percent sign."""
    return tmp_path / "张 三 100%" / "资料 库.db"


@pytest.fixture
def open_folder():
    """Return a folder that others may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="beiguan-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def deputy(qtbot, database):
    """Return somebody before a window whose library does not exist yet."""
    somebody = Deputy(qtbot, database)
    yield somebody
    somebody.window._is_giving_up = True  # a test may end with words that cannot be saved
    somebody.window.close()
