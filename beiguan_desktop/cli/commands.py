"""The commands that do something without a window: each calls the service the window calls."""

import argparse
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from beiguan_desktop.cli import addressing, display, printing
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.text import clean
from beiguan_desktop.services import clock, commenting, importing, library

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


def _finish(arguments: argparse.Namespace, result: dict[str, Any], words: str) -> int:
    if arguments.json:
        printing.show_json(result)
    else:
        printing.say(words)
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Put a report into the library."""
    edition = clean(arguments.edition).strip()
    if not edition:
        raise UserError("稿次不能空着。请写征求意见稿、审议稿或修改稿，或者去掉 --edition。")
    read, path = None, addressing.database(arguments)
    if not path.exists():
        # No library is made for a file that turns out to be none.
        read = addressing.report_file(arguments.file)
        if arguments.edition_of is not None:
            raise UserError(
                "这是新的资料库，里面还没有另一稿。请先导入那一稿，或者去掉 --edition-of。"
            )
    with library.filling(path) as store:
        older = arguments.edition_of
        done = importing.put_report(
            store,
            *(read or addressing.report_file(arguments.file)),
            edition=edition,
            edition_of=None if older is None else addressing.report_id(store, older),
        )
    result = {
        "report": done.report,
        "title": done.title,
        "paragraphs": done.paragraphs,
        "already": done.already,
    }
    verb = "资料库里已经有这份报告，没有改动" if done.already else "已放进资料库"
    words = f"{verb}：{done.title}，{done.paragraphs}段。编号 {done.report}"
    return _finish(arguments, result, words)


def comment(arguments: argparse.Namespace) -> int:
    """Write one opinion."""
    _need_replacement(arguments)
    with addressing.store(arguments, write=True) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
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
        change = commenting.add(
            report,
            anchor,
            words,
            author=_writer(store, arguments),
            comment_id=clock.new_id(),
            change_id=clock.new_id(),
            now=clock.now(),
            more=commenting.More(
                **{it.name: getattr(arguments, it.name) for it in fields(commenting.More)}
            ),
        )
        (written,) = (e.record for e in store.apply(change).edits if isinstance(e.after, Comment))
    return _finish(arguments, {"comment": written}, f"已写下这条意见，编号 {written}")


_NEW_WORDS = {"增加": "增加的文字", "移位": "移到哪里"}


def _need_replacement(arguments: argparse.Namespace) -> None:
    """Refuse words to add, or a place to move to, that stand elsewhere than they belong."""
    what = _NEW_WORDS.get(arguments.act) if arguments.kind == "修改" else None
    if what and not clean(arguments.replacement).strip():
        raise UserError(f"还没有写{what}。请写在 --replacement 后面；别的话写在意见的文字里。")


def _writer(store: "Store", arguments: argparse.Namespace) -> Person:
    """Find who writes, or make a new person of that name."""
    name, delegation = (clean(it).strip() for it in (arguments.author, arguments.delegation))
    if not name:
        raise UserError("姓名还空着。请在 --author 后面写上是谁的意见。")
    known = commenting.choose_author(store.people(), name, delegation)
    return known or Person(clock.new_id(), name, delegation)


def export(arguments: argparse.Namespace) -> int:
    """Write a document."""
    from beiguan_desktop.services import exporting

    if arguments.document == "large":
        return _export_large(arguments)
    if arguments.document != "mine":
        raise UserError(
            f"“{arguments.document}”还没有做好，现在可以用 export mine 或 export large。"
        )
    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
        author = _author(store, report, arguments)
        written = store.comments(report.id)
    done = exporting.export_mine(
        report,
        written,
        author=author,
        output=arguments.output,
        today=clock.today(),
    )
    result = {"file": str(done.file), "comments": done.comments}
    return _finish(arguments, result, f"已存好 {done.comments} 条意见：{done.file}")


def _export_large(arguments: argparse.Namespace) -> int:
    """Write a report in large type; Qt paints a PDF without a screen."""
    from beiguan_desktop.services import report_printing

    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))

    def painted(paper: Paper) -> report_printing.PaintedPdf:
        with display.offscreen():
            from beiguan_desktop.ui import gongwen_pdf

            return gongwen_pdf.painted(paper)

    done = report_printing.export_large(
        report,
        arguments.output,
        points=arguments.text_size,
        today=clock.today(),
        pdf=painted,
    )
    result = {"file": str(done.file), "comments": done.comments}
    return _finish(arguments, result, f"已存好《{report.title}》的大字稿：{done.file}")


def _author(store: "Store", report: Report, arguments: argparse.Namespace) -> Person:
    """Choose whose opinions go out: who is named, else me, else the only one who wrote."""
    people = {person.id: person for person in store.people()}
    writers = {c.person for c in store.comments(report.id)}
    if arguments.author is not None:
        wrote = [people[one] for one in sorted(writers)]
        known = [arguments.author, arguments.delegation]
        found = commenting.choose_author(wrote, *known)
        found = found or commenting.choose_author(people.values(), *known)
        if found is None:
            raise UserError(
                f"没有“{arguments.author}”的意见。请用 comments 命令看有哪些人写了意见。"
            )
        return found
    me = store.desk.me()
    if me is not None:
        return me
    if len(writers) == 1:
        return people[writers.pop()]
    raise UserError("不知道要导出谁的意见。请用 --author 写上姓名。")


def check(arguments: argparse.Namespace) -> int:
    """Verify the library."""
    from beiguan_desktop.services import checking

    found = checking.check(addressing.database(arguments))
    result = {"ok": found.ok, "revisions": found.revisions, "problems": list(found.problems)}
    good = "资料库完好，没有发现问题。"
    _finish(arguments, result, good if found.ok else "\n".join(found.problems))
    if not found.ok:
        printing.tell(
            f"资料库有 {len(found.problems)} 处问题。请先另存一份，再用 restore 从备份恢复。"
        )
    return 0 if found.ok else 1


def backup(arguments: argparse.Namespace) -> int:
    """Make a verified copy of the library."""
    made = library.backup(addressing.database(arguments), arguments.output)
    return _finish(arguments, {"file": str(made)}, f"已备份并核对：{made}")


def restore(arguments: argparse.Namespace) -> int:
    """Take the library back from a copy."""
    path = addressing.database(arguments).absolute()
    kept = library.restore(path, arguments.file)
    there = "原来没有资料库。" if kept == path else f"原来的资料库留在：{kept}"
    if arguments.json:
        printing.tell(there)
    return _finish(arguments, {"file": str(path)}, f"已恢复：{path}。{there}")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": import_,
    "comment": comment,
    "export": export,
    "check": check,
    "backup": backup,
    "restore": restore,
}
