"""Where a sentence stands, in the words people use: paragraph, page of the print, section."""

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.running_head import section_path


def place_words(report: Report, pages: Pages | None, unit: int, position: int) -> str:
    """Return 第51段　约第17页　（三）促改革优环境，释放发展内生动力."""
    number = report.units[unit].number
    at = pages.at(unit, position) if pages else None
    about = "约" if at and at.about else ""
    path = section_path(report, unit)
    parts = (
        f"第{number}段" if number is not None else "标题",
        f"{about}第{at.page}页" if at else "",
        path[-1] if path else "",
    )
    return "　".join(part for part in parts if part)
