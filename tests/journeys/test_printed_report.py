"""A PDF of the report one reads: no page is 约 any more, today and after a restart."""

import pytest

from beiguan_desktop.core.paper import Paper, block
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import gongwen_pdf
from beiguan_desktop.ui.gongwen_page import laid_out

ROLES = {"title": "title", "meta": "byline", "salutation": "addressee"}


def print_of(report: Report) -> tuple[bytes, list[str]]:
    """Print a report by the standard; return the PDF file and the first words of each page."""
    blocks = (block(ROLES.get(unit.kind, "body"), unit.text) for unit in report.units)
    pages = tuple(laid_out(Paper("报告", "", tuple(blocks))))
    firsts = [next(words.text for words in page.words if not words.is_note) for page in pages]
    return gongwen_pdf.paint(pages, title="报告"), firsts


@pytest.fixture
def reader(deputy, tmp_path):
    """Return somebody with a print of his report in a file, and how its pages begin."""
    deputy.starts()
    data, firsts = print_of(deputy.report)
    file = tmp_path / "报告.pdf"
    file.write_bytes(data)
    return deputy, file, firsts


def head_of(deputy) -> str:
    return deputy.window.page.head.accessibleName()


def test_the_print_of_the_report_one_reads_brings_its_pages(reader):
    deputy, file, firsts = reader
    before = deputy.report
    deputy.clicks(12, "经济总量")
    deputy.types("请把口径写清楚")
    assert "约第" in head_of(deputy)
    assert deputy.window.reading.leave()
    deputy.window.import_report(file)
    assert "页码和行号现在以这份 PDF 为准" in deputy.window.status.words
    assert (deputy.report.id, deputy.report.units) == (before.id, before.units)
    assert "请把口径写清楚" in deputy.texts()
    for _ in range(2):
        pages = deputy.window.workspace.pages
        assert pages.count == len(firsts)
        for page, unit, position in pages.starts():
            words = deputy.report.units[unit].text[position:]
            assert words.replace(" ", "").startswith(firsts[page - 1][:3].strip())
        deputy.clicks(12, "经济总量")
        assert "原件第" in head_of(deputy)
        deputy.starts_again()
