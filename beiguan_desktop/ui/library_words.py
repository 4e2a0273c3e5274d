"""What the page of the library says."""

from collections.abc import Sequence

from beiguan_desktop.core.change import Change
from beiguan_desktop.core.past import told
from beiguan_desktop.core.shelving import Listed
from beiguan_desktop.ui.library_model import (
    Row,
    day_words,
    edition_words,
    title_of,
    written_words,
)

DAMAGE = (
    "这份报告的文字在资料库里有损坏，写在上面的意见还在。请打开它：程序会照存着的原文件把文字补好；"
    "补不好的，请找管这台电脑的人，用以前的备份恢复资料库。"
)
MOST_OLDER = 10
"""Reports that are offered as the older edition."""
_SHOWN = 24
_FIELDS = {
    "title": "标题",
    "genre": "类别",
    "edition": "版本",
    "meeting": "会议",
    "edition_of": "上一稿",
}


def short(title: str) -> str:
    """Return a title for a line that names it."""
    return title if len(title) <= _SHOWN else f"{title[:_SHOWN]}…"


def name_of(report: Listed) -> str:
    """Tell a report from others of the same title, on one line."""
    parts = (title_of(report), report.edition, report.file)
    return "　".join(filter(None, parts))


def facts(row: Row, day: str, share: str) -> dict[str, str]:
    """Return what is said of a report at the side, by the names of `library_side`."""
    report = row.report
    return {
        "版本": edition_words(row.standing),
        "类别": report.genre,
        "会议": report.meeting,
        "报告日期": day,
        "放进资料库": day_words(report.received_at),
        "文件": report.file,
        "意见": written_words(report, is_staff=row.is_staff),
        "读过": share,
    }


def described(field: str, value: str | None, reports: Sequence[Listed]) -> str:
    """Say what has been changed of a description."""
    name = _FIELDS[field]
    if field == "edition_of":
        older = next((it for it in reports if it.id == value), None)
        return f"上一稿改成了“{short(name_of(older))}”" if older else "不再有上一稿"
    return f"{name}改成了“{short(value)}”" if value else f"{name}空着了"


def taken_back(change: Change, *, is_undone: bool) -> tuple[str, str]:
    """Say what was undone or done again, and by which sign."""
    if is_undone:
        return f"撤销了：{told(change)}", "undo-2"
    return f"重做了：{told(change)}", "redo-2"
