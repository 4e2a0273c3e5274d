"""查找 as somebody does it: typing, stepping, the list, opinions, the other reports, Esc."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.find_rows import Heading, Hit
from beiguan_desktop.ui.highlights import FRAME
from beiguan_desktop.ui.paragraph_flow import ParagraphFlow
from tests.journeys.test_accessible import nameless
from tests.ui.page_parts import colours

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OTHER = """政府工作报告

2019年1月20日

各位代表：

一、过去一年工作

去年新增学位200个，改善办学条件。

二、今年工作

（一）办好教育。今年再增学位500个，建设试验学校。
"""


@pytest.fixture
def reader(deputy):
    """Return somebody who has opened 查找."""
    deputy.starts()
    opens(deputy)
    return deputy


def opens(deputy) -> None:
    """Press Ctrl+F, once the window hears keys."""
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.key(Qt.Key.Key_F, CONTROL)


def flow(deputy) -> FindFlow:
    return deputy.window.findChild(FindFlow)


def pane(deputy):
    return flow(deputy).pane


def types(deputy, words):
    box = pane(deputy).bar.box
    box.selectAll()
    deputy.enters(box, words)


def count(deputy):
    return pane(deputy).bar.count.text()


def marked(deputy):
    """Return the words that are marked in the text, and those that are framed."""
    state, units = deputy.window.page.view.state, deputy.report.units
    words = [
        units[unit].text[start:end]
        for unit, spans in sorted(state.found.items())
        for start, end in spans
    ]
    now = state.found_now
    return words, now and units[now[0]].text[now[1] : now[2]]


def in_view(deputy):
    """Whether the framed hit stands in view."""
    view = deputy.window.page.view
    strips = view.lines.strips(*view.state.found_now)
    top = view.verticalScrollBar().value()
    return all(
        top <= strip.line.top and strip.line.bottom <= top + view.viewport().height()
        for strip in strips
    )


def test_what_is_typed_is_found_and_framed_at_once(reader):
    types(reader, "学位")
    assert count(reader) == "第 1 处，共 2 处"
    assert marked(reader) == (["学位", "学位"], "学位")
    assert in_view(reader)
    assert reader.window.focusWidget() is pane(reader).bar.box
    assert reader.window.page.panel.place.text() == "第17段　整段"


def test_enter_and_f3_lead_on_and_round_and_back(reader):
    types(reader, "学位")
    reader.key(Qt.Key.Key_Return)
    assert count(reader) == "第 1 处，共 2 处", "the first Enter ends the words"
    reader.key(Qt.Key.Key_Return)
    assert count(reader) == "第 2 处，共 2 处"
    assert in_view(reader)
    reader.key(Qt.Key.Key_F3)
    assert count(reader) == "第 1 处，共 2 处"
    reader.key(Qt.Key.Key_Return, SHIFT)
    assert count(reader) == "第 2 处，共 2 处"
    reader.key(Qt.Key.Key_F3, SHIFT)
    assert count(reader) == "第 1 处，共 2 处"
    reader.presses(pane(reader).bar.next)
    assert count(reader) == "第 2 处，共 2 处"
    reader.presses(pane(reader).bar.previous)
    assert count(reader) == "第 1 处，共 2 处"
    reader.clicks(30, reader.report.paragraphs[30].text[:2])
    reader.key(Qt.Key.Key_F3)  # in the writing box now
    assert count(reader) == "第 2 处，共 2 处"


def test_the_bar_pushes_the_text_and_covers_nothing(reader):
    page = reader.window.page
    bar, view, head = pane(reader), page.view, page.head
    assert head.geometry().bottom() < bar.geometry().top()
    assert bar.geometry().bottom() < view.geometry().top()
    assert bar.bar.height() == 54
    assert bar.bar.x() == view.measure.text
    assert bar.bar.width() == view.measure.width


def test_a_hairline_as_wide_as_the_text_closes_the_bar(reader):
    types(reader, "jyxj")
    there, measure = pane(reader), reader.window.page.view.measure
    foot = there.grab().toImage()
    line = {foot.pixelColor(x, there.height() - 1).name() for x in range(foot.width())}
    assert line == {there.theme.line.lower(), there.theme.paper.lower()}
    for x in (measure.text, measure.text + measure.width - 1):
        assert foot.pixelColor(x, there.height() - 1).name() == there.theme.line.lower()


def test_the_document_is_never_changed_by_marks(reader):
    view = reader.window.page.view
    revision = view.document().revision()
    types(reader, "改造")
    assert len(marked(reader)[0]) == 13
    assert view.document().revision() == revision
    assert view.extraSelections() == []


def test_hits_are_painted_in_the_colour_of_marks_and_the_current_one_is_framed(reader):
    types(reader, "改造")
    view = reader.window.page.view
    image = view.viewport().grab().toImage()
    top = view.verticalScrollBar().value()
    (strip,) = view.lines.strips(*view.state.found_now)
    y = strip.line.middle - top
    inside = colours(image, strip.left, y - 8, strip.right, y + 8)
    assert view.theme.mark.lower() in inside
    edge = colours(image, strip.left - 2, y - 2, strip.left - 2 + FRAME, y + 2)
    assert view.theme.accent.lower() in edge


def test_esc_stays_at_what_was_found(reader):
    types(reader, "学位")
    place = reader.window.page.view.top_place()
    reader.key(Qt.Key.Key_Escape)
    assert pane(reader).isHidden()
    assert marked(reader) == ([], None)
    assert reader.window.focusWidget() is reader.window.page.view
    assert reader.window.page.view.top_place() == place
    assert reader.window.page.view.state.current_unit == reader.report.paragraphs[17].ordinal


def test_esc_comes_back_where_nothing_was_found(reader):
    view = reader.window.page.view
    place = view.top_place()
    types(reader, "学位")
    assert view.top_place() != place
    types(reader, "没有的词语")
    assert count(reader) == "没有找到"
    assert pane(reader).sentence.text().startswith("正文里没有“没有的词语”。可以少打几个字")
    assert not pane(reader).bar.next.isEnabled()
    reader.key(Qt.Key.Key_Escape)
    assert view.top_place() == place


def test_esc_in_the_text_closes_the_bar_first(reader):
    types(reader, "学位")
    reader.window.page.view.setFocus()
    reader.key(Qt.Key.Key_Escape)
    assert pane(reader).isHidden()


def test_opened_again_nothing_moves_until_a_hit_is_asked_for(reader):
    types(reader, "学位")
    reader.key(Qt.Key.Key_Escape)
    view = reader.window.page.view
    view.show_place(0)
    reader.key(Qt.Key.Key_F, CONTROL)
    box = pane(reader).bar.box
    assert (box.text(), box.selectedText()) == ("学位", "学位")
    assert view.top_place() == (0, 0)
    assert count(reader) == "共 2 处"
    assert marked(reader) == (["学位", "学位"], None)
    reader.key(Qt.Key.Key_Return)
    assert count(reader) == "第 1 处，共 2 处"


def test_f3_alone_goes_on_with_the_last_words(reader):
    types(reader, "学位")
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_F3)
    assert pane(reader).isVisible()
    assert count(reader) == "第 2 处，共 2 处"


def test_f3_without_words_asks_for_some(deputy):
    deputy.starts()
    deputy.key(Qt.Key.Key_F3)
    assert deputy.window.focusWidget() is pane(deputy).bar.box


def test_selected_words_are_looked_for(deputy):
    deputy.starts()
    deputy.drags(52, "学位紧张")
    deputy.key(Qt.Key.Key_F, CONTROL)
    assert pane(deputy).bar.box.text() == "学位紧张"
    assert count(deputy) == "第 1 处，共 1 处"


def test_the_button_of_the_top_bar_leads_to_it_from_another_page(deputy):
    deputy.starts()
    deputy.window.actions_by_name["statistics"].trigger()
    buttons = deputy.window.top_bar.findChildren(QPushButton)
    deputy.presses(next(button for button in buttons if button.text() == "查找"))
    assert pane(deputy).isVisible()
    assert deputy.window.focusWidget() is pane(deputy).bar.box


def test_one_paragraph_at_a_time_shows_its_hits_too(deputy):
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.window.actions_by_name["one_by_one"].trigger()
    opens(deputy)
    types(deputy, "学位")
    alone = deputy.window.findChild(ParagraphFlow).pane.view
    assert deputy.window.focusWidget() is pane(deputy).bar.box
    assert alone.unit == deputy.report.paragraphs[17].ordinal
    _unit, start, end = alone.state.found_now
    assert deputy.report.units[alone.unit].text[start:end] == "学位"
    deputy.key(Qt.Key.Key_F3)
    assert alone.unit == deputy.report.paragraphs[52].ordinal
    assert alone.state.found == {0: [alone.state.found_now[1:]]}
    deputy.key(Qt.Key.Key_Escape)
    assert alone.state.found == {}
    assert deputy.window.findChild(ParagraphFlow).pane is not None


# -- the list


def rows(deputy):
    there = all_rows(deputy)
    return [(row.words, row.count) if isinstance(row, Heading) else row.place for row in there]


def all_rows(deputy):
    model = pane(deputy).rows
    return [model.row(at) for at in range(model.rowCount())]


def test_the_count_opens_a_list_by_section(reader):
    types(reader, "学位")
    reader.presses(pane(reader).bar.count)
    assert pane(reader).list.isVisible()
    assert reader.window.focusWidget() is pane(reader).list
    assert rows(reader) == [
        ("一、2025年和“十四五”时期工作回顾　——五年接续奋斗，民生福祉更加殷实", 1),
        "第17段　约第8页",
        ("三、2026年重点工作　（六）惠民生增福祉，提升群众幸福指数", 1),
        "第52段　约第21页",
    ]
    assert pane(reader).list.currentIndex().row() == 1


def test_the_list_is_walked_by_keys_past_the_headings(reader):
    types(reader, "学位")
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Down)
    assert count(reader) == "第 2 处，共 2 处"
    assert in_view(reader)
    reader.key(Qt.Key.Key_Return)
    assert reader.window.focusWidget() is reader.window.page.view
    assert pane(reader).isVisible()


def test_a_click_in_the_list_leads_to_its_place(reader, qtbot):
    types(reader, "学位")
    reader.presses(pane(reader).list_button)
    there = pane(reader).list
    spot = there.visualRect(pane(reader).rows.index(3)).center()
    qtbot.mouseClick(there.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert count(reader) == "第 2 处，共 2 处"
    assert in_view(reader)
    heading = there.visualRect(pane(reader).rows.index(0)).center()
    qtbot.mouseClick(there.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert count(reader) == "第 2 处，共 2 处"
    reader.presses(pane(reader).list_button)
    assert there.isHidden()
    assert reader.window.focusWidget() is pane(reader).bar.box


def test_the_hit_stays_in_sight_when_the_list_takes_room(reader):
    types(reader, "改造")
    view = reader.window.page.view
    reader.key(Qt.Key.Key_F3)
    unit, start, _ = view.state.found_now
    view.verticalScrollBar().setValue(view.lines.at(unit, start).bottom - 580)
    reader.key(Qt.Key.Key_Down)
    reader.qtbot.waitUntil(lambda: in_view(reader))
    assert reader.window.focusWidget() is pane(reader).list


def test_a_list_that_empties_gives_the_focus_back(reader):
    types(reader, "学位")
    reader.key(Qt.Key.Key_Down)
    pane(reader).bar.box.setText("没有的词语")
    assert reader.window.focusWidget() is pane(reader).bar.box


def test_each_row_says_itself_to_the_ear(reader):
    types(reader, "学位紧张")
    model = pane(reader).rows
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role).endswith("，1 处")
    assert "学位紧张" in model.index(1).data(role)
    assert model.index(1).data(role).endswith("，第52段　约第21页")


def test_everything_in_sight_has_a_name(reader):
    types(reader, "学位")
    reader.presses(pane(reader).list_button)
    assert nameless(reader.window) == []
    reader.key(Qt.Key.Key_G, CONTROL)
    assert nameless(reader.window) == []


@pytest.mark.parametrize(
    "text",
    [
        "没有标题的报告，增加学位，请予审议。",
        "请予审议。" + "增加学位。" * 12_000,
        "工作报告\n" + "（一）学位\n学位\n" * 1000,
    ],
)
def test_reports_of_any_shape_are_searched(reader, tmp_path, text):
    file = tmp_path / "别的.txt"
    file.write_text(text, encoding="utf-8")
    reader.window.import_report(file)
    types(reader, "学位")
    assert count(reader) == f"第 1 处，共 {text.count('学位')} 处"
    reader.key(Qt.Key.Key_F3, SHIFT)
    assert in_view(reader)
    reader.presses(pane(reader).list_button)
    last = pane(reader).list.currentIndex().row()
    assert last == pane(reader).rows.rowCount() - 1
    assert pane(reader).list.visualRect(pane(reader).rows.index(last)).isValid()


# -- what is similar


def test_one_wrong_character_is_forgiven_and_said(reader):
    types(reader, "试验室")
    assert count(reader) == "第 1 处，共 8 处"
    assert pane(reader).sentence.text() == "没有“试验室”，有 8 处只差一个字。"
    assert rows(reader)[0] == ("差一个字", 8)
    assert "实验室" in marked(reader)[0]


def test_initials_of_pinyin_find_words(reader):
    types(reader, "jyxj")
    assert pane(reader).sentence.text() == "按拼音首字母“jyxj”找到 3 处。"
    assert rows(reader)[0] == ("首字母相同", 3)


def test_similar_hits_stand_below_the_exact_ones(reader):
    types(reader, "十四五")
    assert count(reader).endswith("共 4 处")
    found = rows(reader)
    assert found[found.index(("差一个字", 13)) :][1:] == found[-13:]
    pane(reader).show_list(is_listing=True)
    flow(reader)._on_row(len(found) - 1)
    assert count(reader) == "第 13 处，共 13 处"
    reader.key(Qt.Key.Key_F3)
    assert count(reader) == "第 1 处，共 13 处"


@pytest.mark.parametrize("words", ["%", "(", "“", "𠮷", "  ", "", "[", "\\", "的" * 300])
def test_whatever_is_typed_is_answered(reader, words):
    types(reader, words)
    hits = [row for row in all_rows(reader) if isinstance(row, Hit)]
    assert bool(hits) == (words in "%(“" and bool(words))
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_Escape)


# -- opinions


@pytest.fixture
def writer(deputy):
    """Return somebody with two opinions, who has opened 查找."""
    deputy.starts()
    deputy.clicks(52, "学位紧张")
    deputy.types("建议在东部新建一所小学")
    deputy.finishes()
    deputy.clicks(30, deputy.report.paragraphs[30].text[:2])
    deputy.types("建议先公布名单")
    deputy.finishes()
    opens(deputy)
    return deputy


def test_words_of_opinions_lead_to_their_card(writer):
    types(writer, "小学")
    assert pane(writer).tabs[1].text() == "意见 1"
    writer.presses(pane(writer).tabs[1])
    assert count(writer) == "第 1 处，共 1 处"
    assert pane(writer).list.isVisible()
    assert rows(writer) == ["第52段　建议"]
    comment = next(c for c in writer.window.workspace.comments.values() if "小学" in c.text)
    assert writer.window.page.panel.current == comment.id
    assert writer.window.page.view.state.current == comment.id
    assert writer.window.page.view.state.current_unit == writer.report.paragraphs[52].ordinal


def test_quotes_of_opinions_are_looked_through_too(writer):
    types(writer, "学位紧张")
    writer.presses(pane(writer).tabs[1])
    assert rows(writer) == ["第52段　建议　原文"]


def test_what_is_not_in_the_text_may_be_in_the_opinions(writer):
    types(writer, "公布名单")
    assert pane(writer).sentence.text() == "正文里没有“公布名单”。意见里有 1 处。"


def test_a_new_opinion_is_found_at_once_and_a_withdrawn_one_no_more(writer):
    types(writer, "建议")
    writer.presses(pane(writer).tabs[1])
    assert count(writer) == "第 1 处，共 2 处"
    writer.window.undo()
    assert count(writer) == "共 1 处"
    assert pane(writer).tabs[1].text() == "意见 1"


def test_whoever_goes_on_writing_with_the_bar_open_is_not_led_away(writer):
    types(writer, "学位")
    writer.clicks(40, writer.report.paragraphs[40].text[:2])
    place = writer.window.page.view.top_place()
    writer.types("学位要够")
    writer.editor.finished.emit()
    assert abs(writer.window.page.view.top_place()[0] - place[0]) <= 1
    assert pane(writer).tabs[1].text() == "意见 2"
    assert count(writer) == "第 2 处，共 2 处"


def test_words_in_the_box_stay_while_one_looks_elsewhere(deputy):
    deputy.starts()
    deputy.clicks(30, deputy.report.paragraphs[30].text[:2])
    deputy.types("写到一半")
    deputy.key(Qt.Key.Key_F, CONTROL)
    types(deputy, "学位")
    deputy.key(Qt.Key.Key_Return)
    assert deputy.box.toPlainText() == "写到一半"
    assert deputy.window.workspace.comments == {}
    assert deputy.window.page.panel.place.is_away


# -- the whole library


@pytest.fixture
def librarian(deputy, tmp_path):
    """Return somebody with two reports, the shipped one shown, who has opened 查找."""
    deputy.starts()
    shipped = deputy.window.workspace.shown
    file = tmp_path / "去年.txt"
    file.write_text(OTHER, encoding="utf-8")
    deputy.window.import_report(file)
    deputy.window.change_report(shipped)
    opens(deputy)
    return deputy


def all_reports(deputy):
    deputy.presses(pane(deputy).tabs[2])
    deputy.qtbot.waitUntil(lambda: not flow(deputy)._pump.isActive())


def test_other_reports_are_listed_and_a_click_opens_them_there(librarian):
    shipped = librarian.window.workspace.shown
    types(librarian, "学位")
    all_reports(librarian)
    headings = [row for row in rows(librarian) if isinstance(row, tuple)]
    assert sorted(count for _, count in headings) == [2, 2]
    assert pane(librarian).tabs[2].text() == "全部报告 4"
    assert count(librarian) == "第 1 处，共 2 处"
    row = next(
        at
        for at, row in enumerate(all_rows(librarian))
        if isinstance(row, Hit) and row.source.report != shipped
    )
    there = pane(librarian).list
    there.scrollTo(pane(librarian).rows.index(row))
    QTest.mouseClick(
        there.viewport(),
        Qt.MouseButton.LeftButton,
        pos=there.visualRect(pane(librarian).rows.index(row)).center(),
    )
    assert librarian.window.workspace.shown != shipped
    assert count(librarian) == "第 1 处，共 2 处"
    assert marked(librarian) == (["学位", "学位"], "学位")
    assert in_view(librarian)
    assert pane(librarian).list.currentIndex().row() == row


def test_words_that_only_another_report_has_are_listed_and_nothing_moves(librarian):
    types(librarian, "试验学校")
    place = librarian.window.page.view.top_place()
    all_reports(librarian)
    assert count(librarian) == "共 1 处"
    assert librarian.window.page.view.top_place() == place
    librarian.key(Qt.Key.Key_F3)
    assert marked(librarian)[1] == "试验学校"


def test_in_all_reports_what_is_similar_stands_below_with_its_report(librarian):
    types(librarian, "实验学校")
    all_reports(librarian)
    (heading, _hit) = rows(librarian)
    assert heading == ("差一个字　政府工作报告　审议稿　2019年1月20日", 1)


def test_another_report_is_searched_when_it_comes(librarian):
    types(librarian, "学位")
    reports = [entry.report for entry in librarian.window.workspace.store.shelf.entries()]
    other = next(each for each in reports if each != librarian.window.workspace.shown)
    librarian.window.change_report(other)
    assert count(librarian) == "共 2 处"
    assert marked(librarian) == (["学位", "学位"], None)
    assert librarian.window.page.view.top_place() == (0, 0)


def test_a_report_that_is_opened_meanwhile_is_searched_with_the_others(librarian, tmp_path):
    types(librarian, "学位")
    all_reports(librarian)
    file = tmp_path / "前年.txt"
    file.write_text("政府工作报告\n\n前年增加学位一百个。\n", encoding="utf-8")
    librarian.window.import_report(file)
    librarian.qtbot.waitUntil(lambda: not flow(librarian)._pump.isActive())
    assert pane(librarian).tabs[2].text() == "全部报告 5"


def test_a_report_that_cannot_be_left_stays_and_so_does_the_row(librarian):
    types(librarian, "学位")
    all_reports(librarian)
    row = pane(librarian).list.currentIndex().row()
    shown = librarian.window.workspace.shown
    librarian.editor.words_box.setPlainText("很" * 100_001)
    other = next(
        at
        for at, each in enumerate(all_rows(librarian))
        if isinstance(each, Hit) and each.source.report != shown
    )
    flow(librarian)._on_row(other)
    assert librarian.window.workspace.shown == shown
    assert pane(librarian).list.currentIndex().row() == row


def test_whoever_clicks_a_hit_in_the_list_can_write_about_it_at_once(reader):
    types(reader, "学位")
    found = pane(reader)
    found.show_list(is_listing=True)
    row = next(at for at in range(found.rows.rowCount()) if found.rows.is_hit(found.rows.index(at)))
    point = found.list.visualRect(found.rows.index(row)).center()
    reader.qtbot.mouseClick(found.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    reader.types("请写明今年增加多少。")
    assert reader.box.toPlainText() == "请写明今年增加多少。"
    assert found.list.isVisible(), "the next hit is a click away"
