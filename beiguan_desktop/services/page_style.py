"""页码写法: whether papers name the page of the print, and the line; kept in the library."""

from collections.abc import Callable

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import seen
from beiguan_desktop.storage.store import Store

NONE, PAGE, LINE = "无", "页", "页和行"
STYLES = (NONE, PAGE, LINE)

_KEY = "page style"


def style(store: Store) -> str:
    """Return how papers name the page: one of STYLES, preset 页."""
    kept = store.desk.setting(_KEY)
    return kept if kept in STYLES else PAGE


def keep(store: Store, wanted: str) -> None:
    """Remember how papers shall name the page; raises UserError for what is none of STYLES."""
    if wanted not in STYLES:
        raise UserError(f"没有“{wanted}”这种页码写法。请用：{'、'.join(STYLES)}。")
    store.desk.put_setting(_KEY, wanted)


def pages_of(report: Report, wanted: str = PAGE) -> Callable[[Comment], str]:
    """Return what names the page of the print on paper: 第20页, 约第20页, 第20页第3行, or nothing.

    The page where the print is known on both sides, the line only where it is exact.
    """
    pages = Pages(report.units, report.marks)

    def page(comment: Comment) -> str:
        anchor = seen(report, comment).anchor
        found = None if anchor.unit is None else pages.at(anchor.unit, anchor.start)
        if wanted == NONE or found is None or not found.is_bounded:
            return ""
        line = "" if wanted == PAGE or found.about else f"第{found.line}行"
        return f"{'约' if found.is_near else ''}第{found.page}页{line}"

    return page
