"""大字稿: a report on paper, in type as large as its reader needs."""

from datetime import date
from pathlib import Path

from beiguan_desktop.core import large_print
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.page_form import LEAST, MOST
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import POINTS, Paper
from beiguan_desktop.core.report import Report
from beiguan_desktop.services.exporting import Exported, safe_name
from beiguan_desktop.services.paper_files import PdfPainter, check_suffix, store


def on_paper(report: Report, points: float) -> Paper:
    """Lay a report out in type of so many points, with its paragraph numbers and page marks.

    Raises UserError for a size that no page can be set in.
    """
    if not LEAST <= points <= MOST:
        raise UserError(f"大字稿的字号只能是 {LEAST} 到 {MOST}。请换一个字号。")
    return large_print.build(report, Pages(report.units, report.marks), points=points)


def export_large(
    report: Report, output: Path, *, points: float, today: date, pdf: PdfPainter
) -> Exported:
    """Store a report in large type, as PDF or Word by the suffix of the file.

    `pdf` paints, and may raise CancelledError. Raises UserError for another suffix, another size,
    and when the file cannot be written; what was there then stays.
    """
    check_suffix("大字稿", output)
    store(on_paper(report, points), output, today=today, pdf=pdf)
    return Exported(output, 0)


def file_name(report: Report, points: float, suffix: str) -> str:
    """Propose a file name: 政府工作报告_审议稿_大字稿.pdf."""
    what = "大字稿" if points > POINTS else "打印稿"
    return safe_name("_".join(filter(None, (report.title, report.edition, what))), suffix)
