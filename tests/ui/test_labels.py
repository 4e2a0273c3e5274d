"""Words that more than one view says."""

from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.ui.labels import head_words, passage_words, place_words, report_date
from tests.ui.panes import on_paragraph, on_words, shipped


def test_the_line_above_the_buttons_repeats_what_one_writes_about():
    report = shipped()
    assert passage_words(report, None) == ""
    assert passage_words(report, WHOLE_REPORT) == "", "the head names it"
    assert passage_words(report, on_words("申报专利 8 项")) == "“申报专利8项”"
    assert passage_words(report, on_paragraph("提振消费能级")).startswith("提振消费能级。")


def test_a_place_has_a_short_name():
    report = shipped()
    assert place_words(report, None) == "请先点一段"
    assert place_words(report, WHOLE_REPORT) == "整篇报告"
    assert head_words(report, WHOLE_REPORT) == "对整篇报告"
    assert place_words(report, on_paragraph("提振消费能级")) == "第32段"
    assert place_words(report, on_paragraph("三、2026年")) == "这一节"
    assert place_words(report, on_paragraph("政府工作报告")) == "这一行"


def test_the_day_of_the_report_stands_in_its_own_lines():
    assert report_date(shipped()) == "2026年2月27日"
