"""The running head says where the top of the page stands."""

import pytest
from PySide6.QtGui import QFontMetricsF

from beiguan_desktop.ui.faces import kai
from beiguan_desktop.ui.running_head import RunningHead, fitting, section_path
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import pages, shown
from tests.ui.panes import shipped, unit_of


@pytest.mark.parametrize(
    ("beginning", "path"),
    [
        ("政府工作报告", ()),
        ("一、", ("一、2025年和“十四五”时期工作回顾",)),
        ("（三）创新驱动", ("一、2025年和“十四五”时期工作回顾", "（三）创新驱动纵深推进")),
        ("抓实稳岗就业", ("三、2026年重点工作", "（六）惠民生增福祉，提升群众幸福指数")),
    ],
)
def test_the_path_names_part_and_section(beginning, path):
    assert section_path(shipped(), unit_of(beginning)) == path


def test_a_path_without_room_keeps_the_section(qapp):
    metrics = QFontMetricsF(kai(14))
    path = ("一、部分", "（三）节")
    assert fitting(path, 1000, metrics) == path
    assert fitting(path, 100, metrics) == path[1:]
    assert fitting(path, 40, metrics)[0].endswith("…")
    assert fitting((), 100, metrics) == ()


def test_it_follows_the_page(qtbot):
    view = shown(qtbot)
    head = RunningHead(view)
    qtbot.addWidget(head)
    head.set_pages(pages())
    assert head.accessibleName() == "原件约第1页"
    view.show_place(unit_of("（三）创新驱动"))
    assert "（三）创新驱动纵深推进 原件约第2页" in head.accessibleName()
    head.resize(806, 48)
    assert not head.grab().isNull()
    head.set_pages(None)
    assert "原件" not in head.accessibleName()


def test_its_hairline_shows_whether_the_keys_go_to_the_page(qtbot):
    view = shown(qtbot)
    head = RunningHead(view)
    qtbot.addWidget(head)
    head.resize(806, 48)
    view.clearFocus()
    below = head.grab().toImage()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    focused = head.grab().toImage()
    assert below.pixelColor(200, 47).name() == LIGHT.line.lower()
    assert focused.pixelColor(200, 47).name() == LIGHT.accent.lower()
