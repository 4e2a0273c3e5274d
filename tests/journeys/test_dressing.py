"""Somebody changes colours and sizes in the middle of writing, and goes on as if nothing were."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.go_to_flow import GoToFlow
from beiguan_desktop.ui.motion import SWITCH
from beiguan_desktop.ui.print_flow import PrintFlow
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.terms_flow import terms_of
from beiguan_desktop.ui.theme import CONTRAST, DARK, LIGHT, PALETTES, WORN
from tests.journeys.conftest import Deputy
from tests.ui.sight import cut

WORDS = "国家高新技术企业"
SENTENCE = "建议写明居民人均可支配收入的预期增幅"


@pytest.fixture(autouse=True)
def in_light(qapp):
    """Put everything off again: colours and sizes belong to the whole process."""
    qapp.setCursorFlashTime(0)
    yield
    dressing.wear(qapp, "light", 14)
    SWITCH.is_reduced = True
    qapp.setCursorFlashTime(1000)


@pytest.fixture
def writer(deputy):
    """Return somebody with two opinions and a third half written."""
    deputy.starts()
    deputy.clicks(5, WORDS)
    deputy.types("第一条")
    deputy.finishes()
    deputy.clicks(7, "老旧小区")
    deputy.types("第二条")
    deputy.finishes()
    deputy.clicks(5, WORDS)
    deputy.types(SENTENCE)
    return deputy


def state(deputy: Deputy):
    """Return what must not change: words, cursor, focus, place, card, what can be undone."""
    window = deputy.window
    return (
        deputy.box.toPlainText(),
        deputy.box.textCursor().position(),
        window.focusWidget(),
        deputy.box.document().isUndoAvailable(),
        window.reading.writing.anchor,
        window.page.panel.current,
        deputy.editor.kind,
        window.page.view.top_place(),
    )


def ground(deputy: Deputy) -> QColor:
    return deputy.window.grab().toImage().pixelColor(700, 2)


@pytest.mark.parametrize(("word", "theme"), [("深色", DARK), ("高对比", CONTRAST)])
def test_another_palette_leaves_the_open_words_as_they_are(writer, word, theme):
    before = state(writer)
    writer.chooses("外观", word)
    assert state(writer) == before
    assert ground(writer) == QColor(theme.ground)
    writer.types("。")
    writer.finishes()
    assert f"{SENTENCE}。" in writer.texts()
    writer.chooses("外观", "浅色")
    assert ground(writer) == QColor(LIGHT.ground)


def test_dressing_writes_nothing_into_the_library(writer):
    writer.window.reading.writing.save_draft()
    written = writer.database.read_bytes()
    writer.window.looks.wear("dark", 22)
    writer.window.looks.wear("light", 14)
    assert writer.database.read_bytes() == written


@pytest.mark.parametrize(("word", "points"), [("大字", 18), ("特大", 22)])
def test_a_larger_interface_leaves_them_too_and_everything_grows(writer, word, points):
    before = state(writer)[:-1]
    button = writer.editor.finish_button
    height, face = button.height(), writer.window.status.person_button.font().pointSizeF()
    writer.chooses("外观", f"界面字号：{word}")
    assert state(writer)[:-1] == before
    assert button.height() == round(height * points / 14)
    assert writer.window.status.person_button.font().pointSizeF() == face * points / 14
    small = [
        (b.text(), b.width(), b.height())
        for b in writer.window.findChildren(QAbstractButton)
        if b.isVisible() and min(b.width(), b.height()) < 44 * points // 14
    ]
    assert small == []
    assert writer.window.looks.text_size == 18  # the report's own size is another matter
    writer.chooses("外观", "界面字号：标准")
    assert state(writer)[:-1] == before
    assert button.height() == height


def test_what_was_chosen_is_there_again_at_the_next_start(writer):
    writer.chooses("外观", "深色")
    writer.chooses("外观", "界面字号：大字")
    writer.chooses("外观", "减少动画")
    writer.starts_again()
    looks = writer.window.looks
    assert (looks.palette, looks.interface, looks.is_calm) == ("dark", 18, True)
    assert (WORN.ground, SCALE.points) == (DARK.ground, 18)
    assert ground(writer) == QColor(DARK.ground)


def test_the_menu_marks_what_holds_now(deputy):
    deputy.starts()
    deputy.chooses("外观", "高对比")
    deputy.chooses("外观", "减少动画")
    lines = deputy.reads_menu("外观")
    marked = [words for words, action in lines.items() if action.isChecked()]
    assert marked == ["高对比", "界面字号：标准", "减少动画"]
    assert SWITCH.is_reduced
    deputy.chooses("外观", "减少动画")
    assert not SWITCH.is_reduced


@pytest.mark.parametrize(("palette", "points"), [("dark", 18), ("contrast", 22)])
@pytest.mark.parametrize("view", ["reading", "statistics", "my_marks", "bin", "one_by_one"])
def test_a_window_that_has_changed_looks_as_one_that_was_born_so(writer, palette, points, view):
    """Whatever keeps a colour, a face or a length beyond its painting is found out by this."""
    writer.finishes()
    writer.window.page.panel.withdraw_asked.emit(writer.window.page.panel.model.comments()[-1].id)
    for name in ("statistics", "my_marks", "bin"):  # pages that are out of sight while all changes
        writer.window.actions_by_name[name].trigger()
        QApplication.processEvents()
    writer.window.rooms.show_text()
    writer.drags(5, "创新平台")
    writer.window.actions_by_name["highlight"].trigger()
    writer.window.looks.wear("light", 22)
    writer.window.looks.wear("contrast", 14)
    writer.window.looks.wear(palette, points)
    changed = seen(writer, view)
    writer.starts_again()
    assert (writer.window.looks.palette, SCALE.points) == (palette, points)
    assert seen(writer, view) == changed


@pytest.mark.parametrize(("palette", "points"), [("dark", 22), ("contrast", 18), ("light", 14)])
@pytest.mark.parametrize("bar", ["find", "listing", "go_to"])
def test_a_bar_that_is_open_while_all_changes_looks_as_one_opened_so(writer, palette, points, bar):
    writer.finishes()
    window = writer.window
    window.looks.wear("dark", 14)
    seen(writer, bar)
    before = "light" if palette == "contrast" else "contrast"  # whose hairlines are others
    for other in (("light", 18), ("contrast", 22), (before, points), (palette, points)):
        window.looks.wear(*other)
        QApplication.processEvents()
    changed = settled(writer)
    small = [
        (b.text() or b.accessibleName(), b.width(), b.height())
        for b in window.findChildren(QAbstractButton)
        if b.isVisible() and (b.width() < 44 or b.height() < 44 * points // 14)
    ]
    assert small == []
    writer.starts_again()
    assert (writer.window.looks.palette, SCALE.points) == (palette, points)
    seen(writer, bar)
    assert settled(writer) == changed


def settled(deputy: Deputy) -> QImage:
    """Return what is seen once the text stands at the same place as ever."""
    unit = deputy.report.paragraphs[5].ordinal
    for _ in range(4):  # what lies above the text keeps the hit in sight while it finds its room
        QApplication.processEvents()
    deputy.window.page.view.show_place(unit)
    for _ in range(4):
        QApplication.processEvents()
    return deputy.window.grab().toImage()


def opens(deputy: Deputy, bar: str) -> None:
    """Open 查找, with its list or without, or 转到, and type."""
    window = deputy.window
    if bar == "go_to":
        window.actions_by_name["go_to"].trigger()
        window.findChild(GoToFlow).pane.bar.box.setText("段12")
        return
    window.actions_by_name["find"].trigger()
    pane = window.findChild(FindFlow).pane
    pane.bar.box.setText("教育")
    if bar == "listing":
        deputy.key(Qt.Key.Key_Down)


def seen(deputy: Deputy, view: str):
    window = deputy.window
    window.setMinimumSize(1024, 640)
    window.resize(1440, 900)
    unit = deputy.report.paragraphs[5].ordinal
    window.reading.cards.look_at(deputy.window.page.panel.model.comments()[0].anchor)
    window.page.view.show_place(unit)
    window.page.view.setFocus()
    if view in ("find", "listing", "go_to"):
        opens(deputy, view)
    elif view != "reading":
        window.actions_by_name[view].trigger()
    window.status.set_saved("09:41")
    for _ in range(4):
        QApplication.processEvents()
    return window.grab().toImage()


@pytest.mark.parametrize("points", [14, 18, 22])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_at_any_size_of_window_report_and_interface(writer, size, points):
    window = writer.window
    window.setMinimumSize(1024, 640)
    window.looks.wear(points=points)
    for letters in (18, 28, 30):
        window.looks.set_text_size(letters)
        window.resize(*size)
        for kind in ("修改", "建议"):
            writer.editor.kind_buttons[kind].click()
            for _ in range(3):
                QApplication.processEvents()
            assert (window.width(), window.height()) == size
            assert cut(window) == [], (letters, kind)
    window.ask_person()
    for _ in range(3):
        QApplication.processEvents()
    assert cut(window) == []


@pytest.mark.parametrize(
    ("size", "letters", "points"), [((1024, 640), 28, 14), ((1366, 768), 28, 22)]
)
def test_the_main_job_is_done_where_the_writing_pane_lies_under_the_text(
    deputy, size, letters, points
):
    deputy.window.setMinimumSize(1024, 640)
    deputy.window.looks.wear(points=points)
    deputy.window.looks.set_text_size(letters)
    deputy.window.resize(*size)
    deputy.starts()
    assert deputy.window.page.arrangement.is_lying
    deputy.clicks(5, WORDS)
    assert deputy.box.hasFocus()
    deputy.types("请公开名单")
    deputy.presses(deputy.editor.finish_button)
    assert deputy.texts() == ["请公开名单"]
    deputy.clicks(5, WORDS)
    cards = deputy.window.page.panel.list
    assert cards.isVisible()
    assert not cards.is_empty
    deputy.presses(deputy.editor.kind_buttons["修改"])
    assert deputy.editor.replacement_box.hasFocus()
    deputy.presses(deputy.editor.cancel_button)
    assert deputy.box.hasFocus()


def test_the_folded_tree_leads_to_a_section_by_keys_alone(deputy):
    deputy.starts()
    deputy.window.resize(1366, 768)
    deputy.window.looks.set_text_size(22)
    QApplication.processEvents()
    page = deputy.window.page
    page.rail.setFocus()
    deputy.key(Qt.Key.Key_Return)
    assert page.is_tree_open
    assert page.tree.hasFocus()
    here = page.tree.here()
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert page.is_tree_open  # on a part, its sections before one's eyes
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert not page.is_tree_open
    assert page.tree.here() != here
    assert page.view.top_place()[0] == page.model.unit_at(page.tree.here())


def test_esc_closes_the_folded_tree_and_leads_to_the_text(deputy):
    deputy.starts()
    deputy.window.resize(1366, 768)
    deputy.window.looks.set_text_size(22)
    QApplication.processEvents()
    deputy.presses(deputy.window.page.rail)
    deputy.key(Qt.Key.Key_Escape)
    assert not deputy.window.page.is_tree_open
    assert deputy.window.page.view.hasFocus()


def test_selected_words_are_black_on_yellow_in_high_contrast(deputy):
    deputy.starts()
    deputy.window.looks.wear("contrast")
    deputy.drags(5, WORDS)
    image = deputy.window.page.view.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name().upper() for x in range(92, 780) for y in range(0, 700, 2)
    }
    assert CONTRAST.sel in colours
    assert CONTRAST.ink in colours


@pytest.mark.parametrize("name", PALETTES)
def test_the_picture_of_the_numbers_is_for_paper_whatever_is_worn(writer, tmp_path, name):
    writer.finishes()
    writer.window.looks.wear(name)
    writer.window.open_statistics()
    QApplication.processEvents()
    before = writer.window.grab().toImage()
    flow = writer.window.statistics
    flow.store_at(tmp_path / "图.png")
    flow.page.result.setText("")
    QApplication.processEvents()
    assert QImage(str(tmp_path / "图.png")).pixelColor(4, 4) == QColor(LIGHT.paper)
    assert writer.window.grab().toImage() == before


def test_what_was_out_of_sight_while_all_changed_looks_right_when_it_comes_back(writer):
    writer.finishes()
    writer.window.open_statistics()
    QApplication.processEvents()
    writer.window.looks.wear("dark", 18)
    writer.window.rooms.show_text()
    changed = seen(writer, "reading")
    writer.starts_again()
    assert seen(writer, "reading") == changed


def test_one_paragraph_stands_alone_without_the_rail_and_the_rail_comes_back(deputy):
    deputy.starts()
    deputy.window.resize(1366, 768)
    deputy.window.looks.set_text_size(22)
    QApplication.processEvents()
    page, act = deputy.window.page, deputy.window.actions_by_name["one_by_one"]
    before = page.view.geometry()
    act.trigger()
    QApplication.processEvents()
    assert not page.rail.isVisible()
    assert not page.tree.isVisible()
    act.trigger()
    QApplication.processEvents()
    assert page.rail.isVisible()
    assert not page.tree.isVisible()
    assert page.view.geometry() == before


def test_a_page_that_was_closed_meanwhile_has_room_for_larger_letters(deputy, qapp):
    deputy.starts()
    deputy.window.actions_by_name["print"].trigger()
    page = deputy.window.findChild(PrintFlow).page
    page.close()
    dressing.wear(qapp, "light", 22)
    deputy.window.actions_by_name["print"].trigger()
    rows = [row.geometry() for row in page.sizes.buttons()]
    assert all(above.bottom() < below.top() for above, below in pairwise(rows))


def test_the_words_about_a_term_are_whole_in_the_least_window_and_the_largest_letters(deputy, qapp):
    deputy.starts()
    deputy.window.setMinimumSize(1, 1)
    deputy.window.resize(1024, 640)
    dressing.wear(qapp, "light", 22)
    deputy.window.actions_by_name["terms"].trigger()
    terms_of(deputy.window).page.names.setFocus()
    deputy.key(Qt.Key.Key_Down)  # nothing is chosen where no term is explained
    qapp.processEvents()
    label = terms_of(deputy.window).page.words
    assert label.isVisible()
    assert label.height() >= label.heightForWidth(label.width())
