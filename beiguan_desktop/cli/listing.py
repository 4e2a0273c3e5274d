"""The commands that only look: the structure of a report, the reports, the opinions."""

import argparse
from collections.abc import Callable
from typing import Any

from beiguan_desktop.cli import addressing, printing
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.naming import plain
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.unplaced import is_lost
from beiguan_desktop.services import commenting, editions, older_texts, outlining


def outline(arguments: argparse.Namespace) -> int:
    """Print the structure of a report."""
    source, reading = addressing.report_file(arguments.file, is_plain=arguments.plain)
    if arguments.json:
        printing.show_json(outlining.outline_json(source, reading))
        return 0
    pages = Pages(reading.units, reading.marks)
    rows = [_outline_row(unit, pages) for unit in reading.units]
    printing.say(printing.table(("段", "类别", "页", "文字"), rows))
    return 0


def _outline_row(unit: Unit, pages: Pages) -> tuple[object, ...]:
    at = pages.at(unit.ordinal)
    place = f"{'约' if at.about else ''}第{at.page}页" if at else ""
    name = unit.runin.text if unit.runin else unit.text
    level = unit.level or (unit.runin.level if unit.runin else 0)
    indent = "　" * (level - 1)
    return unit.number or "", unit.kind, place, indent + printing.shortened(name)


def reports(arguments: argparse.Namespace) -> int:
    """List the reports of the library."""
    with addressing.store(arguments) as store:
        entries = store.shelf.entries()
    result = [
        {
            "report": entry.report,
            "title": entry.title,
            "edition": entry.edition,
            "paragraphs": entry.paragraphs,
            "comments": entry.comments,
        }
        for entry in entries
    ]
    rows = [(e.report, e.title, e.edition, e.paragraphs, e.comments) for e in entries]
    words = printing.table(("编号", "报告", "稿次", "段", "意见"), rows)
    if arguments.json:
        printing.show_json({"reports": result})
    else:
        printing.say(words if rows else "资料库里还没有报告。用 import 命令放一份进来。")
    return 0


def comments(arguments: argparse.Namespace) -> int:
    """List opinions in document order."""
    if arguments.import_file is not None:
        from beiguan_desktop.cli import tables

        return tables.take(arguments)
    with addressing.store(arguments) as store:
        only = addressing.report_id(store, arguments.report) if arguments.report else None
        wanted = [c for c in store.comments(only) if _is_wanted(c, arguments)]
        reports = {r: store.shelf.load(r) for r in sorted({c.report for c in wanted})}
        wanted = [
            one
            for report in reports.values()
            for one in older_texts.seen_here(store, report, _of(report, wanted))
        ]
        numbers = {it.comment: it.number for r in reports for it in store.out_tray.printed(r)}
        outcomes = editions.outcomes(store)
    rows = []
    for report in reports.values():
        pages = Pages(report.units, report.marks)
        rows += [
            _row(one, report, pages)
            | {"number": numbers.get(one.id), "decision": outcomes.get(one.id)}
            | _more(one)
            for one in commenting.in_document_order(_of(report, wanted))
        ]
    if arguments.json:
        printing.show_json({"comments": rows})
    else:
        printing.say(_comment_table(rows, wanted) if rows else "没有这样的意见。")
    return 0


def _of(report: Report, comments: list[Comment]) -> list[Comment]:
    return [comment for comment in comments if comment.report == report.id]


def _is_wanted(one: Comment, arguments: argparse.Namespace) -> bool:
    pairs = (
        (arguments.author, one.author_name),
        (arguments.delegation, one.author_delegation),
        (arguments.kind, one.kind),
    )
    return all(wanted is None or plain(wanted) == plain(found) for wanted, found in pairs)


def _row(one: Comment, report: Report, pages: Pages) -> dict[str, Any]:
    anchor = one.anchor
    unit = None if anchor.unit is None else report.units[anchor.unit]
    at = None if unit is None else pages.at(unit.ordinal, anchor.start)
    return {
        "comment": one.id,
        "report": one.report,
        "paragraph": unit.number if unit else None,
        "page": at.page if at else None,
        "line": at.line if at else None,
        "quote": anchor.quote,
        "kind": one.kind,
        "act": one.act,
        "text": one.text,
        "replacement": one.replacement,
        "reason": one.reason,
        "author": one.author_name,
        "delegation": one.author_delegation,
        "conflict": False,
        "decision": None,
        "number": None,
        "capacity": one.capacity,
        "manner": one.manner,
        "recorder": one.recorder,
    }


def _more(one: Comment) -> dict[str, Any]:
    """Return what stands under 更多 and in no row of `_row`."""
    shown = ("field", "departments", "weight", "cosigners", "private", "apart")
    return {name: getattr(one, name) for name in shown}


def _comment_table(rows: list[dict[str, Any]], found: list[Comment]) -> str:
    is_whole = {c.id for c in found if c.anchor.place == "report"}
    is_away = {c.id for c in found if is_lost(c.anchor)}
    where = dict.fromkeys(is_whole, "整篇") | dict.fromkeys(is_away, "没找到位置")
    cells = [
        (
            row["paragraph"] or where.get(row["comment"], "标题"),
            row["act"] or row["kind"],
            row["author"],
            printing.shortened(row["quote"], 12),
            ("（仅自己可见）" if row["private"] else "")
            + printing.shortened(row["text"] or row["replacement"] or row["reason"], 30),
        )
        for row in rows
    ]
    return printing.table(("段", "类型", "代表", "原文", "意见"), cells)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "outline": outline,
    "reports": reports,
    "comments": comments,
}
