"""The commands that need no window: each calls the service that the window calls."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beiguan_desktop.cli import printing
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import clock, commenting, importing, library

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


def _database(arguments: argparse.Namespace) -> Path:
    if "://" in arguments.database:
        raise UserError("还不支持网络数据库的地址。请用 --database 给出一个文件。")
    return Path(arguments.database)


def _store(arguments: argparse.Namespace, *, write: bool = False, create: bool = False) -> "Store":
    path = _database(arguments)
    return library.open_library(path, create=create, read_only=not write)


def _finish(arguments: argparse.Namespace, result: dict[str, Any], words: str) -> int:
    if arguments.json:
        printing.show_json(result)
    else:
        printing.say(words)
    return 0


def outline(arguments: argparse.Namespace) -> int:
    """Print the structure of a report."""
    source, reading = importing.read_report(arguments.file, now=clock.now())
    if arguments.json:
        printing.show_json(importing.outline_json(source, reading))
        return 0
    pages = Pages(reading.units, reading.marks)
    rows = []
    for unit in reading.units:
        at = pages.at(unit.ordinal)
        place = f"第{at.page}页" if at else ""
        about = "约" if at and at.about else ""
        name = unit.runin.text if unit.runin else unit.text
        level = unit.level or (unit.runin.level if unit.runin else 0)
        indent = "　" * (level - 1) if level else ""
        rows.append(
            (unit.number or "", unit.kind, about + place, indent + printing.shortened(name))
        )
    printing.say(printing.table(("段", "类别", "页", "文字"), rows))
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Put a report into the library."""
    with _store(arguments, write=True, create=True) as store:
        done = importing.import_report(
            store,
            arguments.file,
            now=clock.now(),
            edition=arguments.edition,
            edition_of=_report_id(store, arguments.edition_of) if arguments.edition_of else None,
        )
    result = {
        "report": done.report,
        "title": done.title,
        "paragraphs": done.paragraphs,
        "already": done.already,
    }
    verb = "资料库里已经有这份报告，没有改动" if done.already else "已放进资料库"
    return _finish(
        arguments, result, f"{verb}：{done.title}，{done.paragraphs}段。编号 {done.report}"
    )


def reports(arguments: argparse.Namespace) -> int:
    """List the reports of the library."""
    with _store(arguments) as store:
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
    return _finish(arguments, {"reports": result}, words if rows else "资料库里还没有报告。")


def _report_id(store: "Store", wanted: str) -> str:
    """Find a report by its id or by an unmistakable beginning of it (six characters)."""
    known = [entry.report for entry in store.shelf.entries()]
    found = [r for r in known if r == wanted or (len(wanted) >= 6 and r.startswith(wanted))]
    if len(found) == 1:
        return found[0]
    raise UserError(f"资料库里没有编号为“{wanted}”的报告。用 reports 命令看有哪些。")


def comment(arguments: argparse.Namespace) -> int:
    """Write one opinion."""
    with _store(arguments, write=True) as store:
        report = store.shelf.load(_report_id(store, arguments.report))
        anchor = commenting.place(
            report, paragraph=arguments.paragraph, quote=arguments.quote, nth=arguments.nth
        )
        words = commenting.Words(
            kind=arguments.kind,
            text=arguments.text,
            act=arguments.act or "",
            replacement=arguments.replacement,
            reason=arguments.reason,
        )
        people = store.people()
        author = commenting.choose_author(people, arguments.author, arguments.delegation)
        if author is None:
            author = Person(clock.new_id(), arguments.author, arguments.delegation)
        change = commenting.add(
            report,
            anchor,
            words,
            author=author,
            comment_id=clock.new_id(),
            change_id=clock.new_id(),
            now=clock.now(),
        )
        written = [e.record for e in store.apply(change).edits if isinstance(e.after, Comment)]
    return _finish(arguments, {"comment": written[0]}, f"已写下这条意见，编号 {written[0]}")


def comments(arguments: argparse.Namespace) -> int:
    """List opinions in document order."""
    if arguments.import_file is not None:
        raise UserError("从表格或批注稿收意见还没有做好，以后的版本会有。")
    with _store(arguments) as store:
        only = _report_id(store, arguments.report) if arguments.report else None
        loaded = {c.report for c in store.comments(only)}
        reports = {report: store.shelf.load(report) for report in sorted(loaded)}
        pages = {r: Pages(report.units, report.marks) for r, report in reports.items()}
        wanted = [c for c in store.comments(only) if _is_wanted(c, arguments)]
    rows = [
        _row(one, reports[report], pages[report])
        for report in reports
        for one in commenting.in_document_order([c for c in wanted if c.report == report])
    ]
    heads = ("段", "类型", "代表", "原文", "意见")
    cells = [
        (
            row["paragraph"] or "整篇",
            row["act"] or row["kind"],
            row["author"],
            printing.shortened(row["quote"], 12),
            printing.shortened(row["text"] or row["replacement"] or row["reason"], 30),
        )
        for row in rows
    ]
    words = printing.table(heads, cells) if rows else "还没有意见。"
    return _finish(arguments, {"comments": rows}, words)


def _is_wanted(one: Comment, arguments: argparse.Namespace) -> bool:
    is_author = arguments.author in (None, one.author_name)
    return is_author and arguments.kind in (None, one.kind)


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


def export(arguments: argparse.Namespace) -> int:
    """Write a document."""
    from beiguan_desktop.services import exporting

    if arguments.document != "mine":
        raise UserError(f"“{arguments.document}”还没有做好，现在可以用 export mine。")
    if arguments.output.suffix.lower() != ".docx":
        raise UserError("现在只能存成 .docx 文件。请把文件名的结尾写成 .docx。")
    with _store(arguments) as store:
        report = store.shelf.load(_report_id(store, arguments.report))
        author = _author(store, report, arguments.author)
        own = [c for c in store.comments(report.id) if c.person == author.id]
    done = exporting.export_mine(
        report,
        commenting.in_document_order(own),
        author=author,
        output=arguments.output,
        today=date.today(),  # noqa: DTZ011 - the day on the user's calendar
    )
    result = {"file": str(done.file), "comments": done.comments}
    return _finish(arguments, result, f"已存好 {done.comments} 条意见：{done.file}")


def _author(store: "Store", report: Report, name: str | None) -> Person:
    """Choose whose opinions go out: who is named, else me, else the only one who wrote."""
    people = {person.id: person for person in store.people()}
    writers = {c.person for c in store.comments(report.id)}
    if name is not None:
        found = [p for p in people.values() if p.name == name]
        found = [p for p in found if p.id in writers] or found
        if len(found) == 1:
            return found[0]
        many = (
            f"有{len(found)}位叫“{name}”的代表，请在窗口里导出" if found else f"没有“{name}”的意见"
        )
        raise UserError(f"{many}。用 comments 命令看有哪些人写了意见。")
    me = store.desk.me()
    if me is not None:
        return me
    if len(writers) == 1:
        return people[writers.pop()]
    raise UserError("不知道要导出谁的意见。请用 --author 写上姓名。")


def check(arguments: argparse.Namespace) -> int:
    """Verify the library."""
    from beiguan_desktop.services import checking

    found = checking.check(_database(arguments))
    result = {"ok": found.ok, "revisions": found.revisions, "problems": list(found.problems)}
    good = "资料库完好，没有发现问题。"
    _finish(arguments, result, good if found.ok else "\n".join(found.problems))
    return 0 if found.ok else 1


def backup(arguments: argparse.Namespace) -> int:
    """Make a verified copy of the library."""
    made = library.backup(_database(arguments), arguments.output)
    return _finish(arguments, {"file": str(made)}, f"已备份并核对：{made}")


def restore(arguments: argparse.Namespace) -> int:
    """Take the library back from a copy."""
    kept = library.restore(_database(arguments), arguments.file)
    there = kept is not None and kept.exists()
    tail = f"原来的资料库留在：{kept}" if there else "原来没有资料库。"
    return _finish(arguments, {"file": str(_database(arguments))}, f"已恢复。{tail}")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "outline": outline,
    "import": import_,
    "reports": reports,
    "comment": comment,
    "comments": comments,
    "export": export,
    "check": check,
    "backup": backup,
    "restore": restore,
}
