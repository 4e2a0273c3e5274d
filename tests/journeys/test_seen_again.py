"""What was opened, closed and opened again after a change of looks is as if it were new.

Qt's style sheet keeps the face and the palette that it found at a widget first, and gives them
back whenever it meets the widget anew: above all what is hidden while everything changes.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.go_to_flow import GoToFlow
from beiguan_desktop.ui.scale import SCALE
from tests.journeys.conftest import Deputy

PAGES = ("statistics", "my_marks", "bin", "concerns", "terms")
BARS = {"find": FindFlow, "listing": FindFlow, "go_to": GoToFlow}
DIALOGS = ("print", "hand_in", "speech", "blank_sheet", "about")
COMMANDS = {"listing": "find", "alone": "one_by_one"}
VIEWS = (
    *("text", "alone", "form", "drawer", "menu", "submenu", "tip"),
    *(*BARS, *PAGES, *DIALOGS),
)
MENUS = {"menu": (), "submenu": ("外观",)}
SMALL, USUAL = (1024, 640), (1440, 900)


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put everything off again: colours and sizes belong to the whole process."""
    qapp.setCursorFlashTime(0)
    yield
    dressing.wear(qapp, "light", 14)
    qapp.setCursorFlashTime(1000)


@pytest.fixture
def reader(deputy):
    """Return somebody with an opinion, a stroke and nothing that could be undone."""
    deputy.starts()
    deputy.clicks(5, "国家高新技术企业")
    deputy.types("请公开名单")
    deputy.finishes()
    deputy.drags(5, "创新平台")
    deputy.window.actions_by_name["highlight"].trigger()
    return deputy.starts_again()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


class Views:
    """Opens and closes whatever can be opened, and looks at it."""

    def __init__(self, deputy: Deputy) -> None:
        self.deputy, self.window = deputy, deputy.window

    def look_again(self, name: str) -> QImage:
        """Look at a view, at others and again at it: what opens it once more finds it hidden."""
        for each in (name, "alone", name, "alone"):
            self.look(each)
        return self.look(name)

    def look(self, name: str) -> QImage:
        """Open a view, take a picture of it and close it again."""
        self.window.looks.set_text_size(28 if name == "drawer" else 18)
        self._stand(SMALL if name in ("form", "drawer") else USUAL)
        shown = self._open(name)
        settle()
        if name in BARS:
            self._place()
        picture = shown.grab().toImage()
        self._close(name)
        settle()
        return picture

    def _stand(self, size: tuple[int, int]) -> None:
        self.window.setMinimumSize(*SMALL)
        self.window.resize(*size)
        settle()
        self._place()
        self.window.page.view.setFocus()

    def _place(self) -> None:
        """Stand at the same place as ever."""
        window = self.window
        window.reading.cards.look_at(window.page.panel.model.comments()[0].anchor)
        settle()
        window.page.view.show_place(self.deputy.report.paragraphs[5].ordinal)
        window.status.set_saved("09:41")
        settle()

    def _open(self, name: str) -> QWidget:
        window = self.window
        if name in MENUS:
            return self.deputy.opens_menu(*MENUS[name])
        if name == "tip":
            QToolTip.showText(window.mapToGlobal(QPoint(400, 300)), "到某一页、某一段", window)
            tips = [each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel")]
            return next(each for each in tips if each.isVisible())
        if name == "form":
            window.page.panel.editor.turn_to("修改")
        elif name == "drawer":
            window.page.rail.click()
            window.page.tree.verticalScrollBar().setValue(0)  # else it stays where one was
        elif name != "text":
            window.actions_by_name[COMMANDS.get(name, name)].trigger()
        if name in BARS:
            self._look_for("段12" if name == "go_to" else "教育", BARS[name])
        if name == "listing":
            window.findChild(FindFlow).pane.show_list(is_listing=True)
        return self._dialog() if name in DIALOGS else window

    def _look_for(self, words: str, flow: type) -> None:
        box = self.window.findChild(flow).pane.bar.box
        box.clear()
        box.setText(words)

    def _dialog(self) -> QDialog:
        return next(each for each in self.window.findChildren(QDialog) if each.isVisible())

    def _close(self, name: str) -> None:
        window = self.window
        if name in MENUS:
            window.top_bar.menu.close()
        elif name in DIALOGS:
            self._dialog().close()
        elif name in PAGES:
            window.rooms.show_text()
        elif name in BARS:
            window.findChild(BARS[name]).close()
        elif name in self._ways_back:
            self._ways_back[name]()

    @property
    def _ways_back(self) -> dict[str, Callable[[], object]]:
        window = self.window
        return {
            "form": lambda: window.page.panel.editor.turn_to("建议"),
            "drawer": window.page.close_tree,
            "tip": self._leave_tip,
            "alone": window.actions_by_name["one_by_one"].trigger,
        }

    def _leave_tip(self) -> None:
        QToolTip.hideText()
        self.deputy.qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(
    ("palette", "points", "before"), [("dark", 14, ()), ("contrast", 18, ("one", "alone"))]
)
def test_what_is_opened_again_looks_as_if_it_were_new(reader, name, palette, points, before):
    views = Views(reader)
    for each in before:
        views.look(name if each == "one" else each)
    reader.window.looks.wear(palette, points)
    changed = views.look_again(name)
    reader.starts_again()
    assert SCALE.points == points
    born = Views(reader).look_again(name)
    assert changed == born
