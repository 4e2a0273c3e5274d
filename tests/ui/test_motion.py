"""Only the picture glides and glows, the page itself is where it is; and one switch stops it."""

import pytest
from PySide6.QtGui import QColor

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.ui import motion
from beiguan_desktop.ui.motion import FARTHEST, SWITCH
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import shown
from tests.ui.panes import on_words, shipped, unit_of


@pytest.fixture
def view(qtbot, monkeypatch):
    view = shown(qtbot)
    monkeypatch.setattr(SWITCH, "is_reduced", False)
    return view


def animation(view, name: str):
    return view.motion._animations[name]


def ends(view, name: str) -> None:
    animation(view, name).setCurrentTime(animation(view, name).duration())


def test_a_near_place_is_glided_to_and_the_page_stands_there_at_once(view):
    before = view.grab().toImage()
    view.show_place(2)
    assert view.top_place()[0] == 2
    assert view.motion.shift == view.verticalScrollBar().value() > 0
    assert view.grab().toImage().copy(0, 0, 790, 784) == before.copy(0, 0, 790, 784)
    ends(view, "glide")
    assert view.motion.shift == 0
    assert view.grab().toImage() != before


def test_halfway_the_picture_is_more_than_half_there(view):
    view.show_place(2)
    whole = view.motion.shift
    animation(view, "glide").setCurrentTime(motion.GLIDE // 2)
    assert 0 < view.motion.shift < whole / 2


@pytest.mark.parametrize(("there", "sign"), [(60, 1), (0, -1)])
def test_a_far_jump_glides_its_last_stretch_only(view, there, sign):
    view.show_place(30, settle=False)
    assert view.motion.shift == 0
    view.show_place(there)
    assert view.motion.shift == sign * FARTHEST


def test_going_where_one_is_moves_nothing(view):
    view.show_place(2)
    ends(view, "glide")
    view.show_place(2)
    assert view.motion.shift == 0


def test_a_found_passage_glows_once_and_fades(view):
    anchor = on_words("创新平台能级")
    view.show_place(anchor.unit, settle=False)
    strip = view.lines.strips(anchor.unit, anchor.start, anchor.end)[0]
    y = strip.line.top - view.verticalScrollBar().value() + 2

    def ground() -> str:
        return QColor(view.viewport().grab().toImage().pixel(round(strip.left) + 3, y)).name()

    assert ground() == LIGHT.paper.lower()
    view.glow(anchor)
    assert ground() == LIGHT.mark.lower()
    ends(view, "glow")
    assert ground() == LIGHT.paper.lower()
    assert view.motion.found is None


def test_the_whole_report_does_not_glow(view):
    view.glow(WHOLE_REPORT)
    assert view.motion.found is None


def test_another_report_stops_what_moves(view):
    view.show_place(60)
    view.glow(passage(shipped(), 60, 0, 3))
    view.set_text_size(22)
    assert (view.motion.shift, view.motion.found) == (0, None)


def test_with_reduced_motion_nothing_moves(view, monkeypatch):
    monkeypatch.setattr(SWITCH, "is_reduced", True)
    view.show_place(unit_of("（三）创新驱动"))
    view.glow(on_words("创新平台能级"))
    assert (view.motion.shift, view.motion.found) == (0, None)
    assert view.motion._animations == {}


def test_what_nobody_sees_does_not_move(view):
    view.hide()
    view.show_place(60)
    assert view.motion.shift == 0
