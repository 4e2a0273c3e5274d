"""转到 as somebody does it: a page, a paragraph, the first words of one."""

import pytest
from PySide6.QtCore import Qt

from beiguan_desktop.ui.go_to_flow import GoToFlow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(deputy):
    """Return somebody who has opened 转到."""
    deputy.starts()
    deputy.qtbot.waitUntil(deputy.window.isActiveWindow)
    deputy.key(Qt.Key.Key_G, CONTROL)
    return deputy


def pane(deputy):
    return deputy.window.findChild(GoToFlow).pane


def says(deputy, words: str) -> str:
    box = pane(deputy).bar.box
    box.selectAll()
    deputy.enters(box, words)
    return pane(deputy).understood.text()


def top(deputy):
    return deputy.window.page.view.top_place()


def test_it_says_what_it_understands_and_goes_there(reader):
    assert says(reader, "20") == "到原件约第20页，在第49段里：“能源使用规模。支持企业开…”"
    before = top(reader)
    reader.key(Qt.Key.Key_Return)
    assert top(reader) > before
    view, report = reader.window.page.view, reader.report
    assert view.state.current_unit == report.paragraphs[49].ordinal
    assert reader.window.workspace.pages.at(*top(reader)).page in (19, 20)
    assert pane(reader).isHidden()
    assert reader.window.focusWidget() is reader.box, "one may write at once"


def test_a_paragraph_stands_at_the_top(reader):
    assert says(reader, "段12") == "到第12段（约第5页）：“——五年接续奋斗，综合实…”"
    reader.presses(pane(reader).go)
    assert top(reader) == (reader.report.paragraphs[12].ordinal, 0)


def test_first_words_lead_to_their_paragraph(reader):
    assert says(reader, "优化公共服务") == "到第52段（约第20页）：“优化公共服务。推进教育优…”"
    reader.key(Qt.Key.Key_Return)
    assert top(reader) == (reader.report.paragraphs[52].ordinal, 0)


def test_of_several_the_first_is_named_and_how_many_there_are(reader):
    assert says(reader, "各位代表").endswith("，这样开头的共 5 处，这是第一处")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("", "打页码（20）、段号（段12），或者一段开头的几个字，按回车就到。"),
        ("99", "没有第99页，这份报告共24页。"),
        ("60", "没有第60页，这份报告共24页。要到第60段，请打：段60。"),
        ("段99", "没有第99段，这份报告共63段。"),
        ("没有这样开头", "没有哪一段这样开头。找段落中间的字，请用查找（Ctrl+F）。"),
    ],
)
def test_what_leads_nowhere_is_answered_and_enter_stays(reader, words, answer):
    assert says(reader, words) == answer
    place = top(reader)
    reader.key(Qt.Key.Key_Return)
    assert pane(reader).isVisible()
    assert not pane(reader).go.isEnabled()
    assert top(reader) == place


def test_esc_leads_back_to_the_text(reader):
    says(reader, "20")
    place = top(reader)
    reader.key(Qt.Key.Key_Escape)
    assert pane(reader).isHidden()
    assert reader.window.focusWidget() is reader.window.page.view
    assert top(reader) == place


def test_of_both_bars_one_is_seen(reader):
    reader.key(Qt.Key.Key_F, CONTROL)
    assert pane(reader).isHidden()
    reader.key(Qt.Key.Key_G, CONTROL)
    assert pane(reader).isVisible()
    assert reader.window.focusWidget() is pane(reader).bar.box


def test_a_report_without_pages_is_counted_in_paragraphs(reader, tmp_path):
    file = tmp_path / "一段.txt"
    file.write_text("只有一段话的报告，请予审议。", encoding="utf-8")
    reader.window.import_report(file)
    reader.key(Qt.Key.Key_G, CONTROL)
    assert says(reader, "1") == "到第1段：“只有一段话的报告，请予审…”"
    assert says(reader, "第1页") == "这份报告没有页码。可以打段号，例如：段12。"
    assert says(reader, "2") == "没有第2段，这份报告共1段。"
    assert says(reader, "只有") == "到第1段：“只有一段话的报告，请予审…”"


def test_the_box_keeps_its_words_when_one_goes_elsewhere(deputy):
    deputy.starts()
    deputy.clicks(30, deputy.report.paragraphs[30].text[:2])
    deputy.types("写到一半")
    deputy.key(Qt.Key.Key_G, CONTROL)
    says(deputy, "段12")
    deputy.key(Qt.Key.Key_Return)
    assert deputy.box.toPlainText() == "写到一半"
    assert top(deputy) == (deputy.report.paragraphs[12].ordinal, 0)
