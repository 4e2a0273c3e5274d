"""`export`: the documents, each by the service that the window calls."""

import argparse
from typing import TYPE_CHECKING

from beiguan_desktop.cli import addressing, display, printing
from beiguan_desktop.cli.commands import finish
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.naming import name_in, plain
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import clock, commenting

if TYPE_CHECKING:
    from beiguan_desktop.services.handing_in import Outgoing
    from beiguan_desktop.services.opinion_papers import Sheet
    from beiguan_desktop.services.paper_files import PaintedPdf
    from beiguan_desktop.storage.store import Store

_BUILT = "mine、speech、blank 或 large"


def export(arguments: argparse.Namespace) -> int:
    """Write a document."""
    if arguments.document == "large":
        return _export_large(arguments)
    make = _MAKERS.get(arguments.document)
    if make is None:
        raise UserError(f"“{arguments.document}”还没有做好，现在可以用 export {_BUILT}。")
    from beiguan_desktop.services import opinion_papers, paper_files

    paper_files.check_suffix(_NAMES[arguments.document], arguments.output)
    done = opinion_papers.export(
        make(arguments), arguments.output, today=clock.today(), pdf=_painted
    )
    result = {"file": str(done.file), "comments": done.comments}
    words = {
        "mine": f"已存好 {done.comments} 条意见：{done.file}",
        "speech": f"已存好 {done.comments} 条意见的发言提纲：{done.file}",
        "blank": f"已存好空白意见表：{done.file}",
    }
    return finish(arguments, result, words[arguments.document])


def _mine(arguments: argparse.Namespace) -> "Sheet":
    """Lay out 我的意见; the numbers that are given now are kept, or nothing is written.

    It is a document and no hand-in: that is recorded where one hands in.
    """
    from beiguan_desktop.services import handing_in, opinion_papers

    outgoing = _outgoing(arguments)
    if outgoing.chosen - {each.comment for each in outgoing.printed}:
        with addressing.store(arguments, write=True) as store:
            if store.read_only:
                printing.tell("这个资料库只能看，不能写：这次的编号没有记下来。")
            else:
                handing_in.give_numbers(store, outgoing, now=clock.now())
        outgoing = _outgoing(arguments)
    return opinion_papers.mine(
        outgoing.report,
        outgoing.comments,
        author=outgoing.author,
        today=clock.today(),
        printed=outgoing.printed,
        chosen=outgoing.chosen,
    )


def _outgoing(arguments: argparse.Namespace) -> "Outgoing":
    from beiguan_desktop.services import handing_in

    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
        return handing_in.look(store, report, _author(store, report, arguments))


def _speech(arguments: argparse.Namespace) -> "Sheet":
    """Lay out 发言提纲 from the opinions that are chosen in the window, in their order there."""
    from beiguan_desktop.services import opinion_papers, speaking

    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
        author = _author(store, report, arguments)
        choices = speaking.choices(store, report, author, store.comments(report.id))
    chosen = [comment for comment, is_chosen in choices if is_chosen]
    points = arguments.text_size
    return opinion_papers.to_speak(report, chosen, author=author, points=points)


def _blank(arguments: argparse.Namespace) -> "Sheet":
    """Lay out 空白意见表, with the name of an author who is named."""
    from beiguan_desktop.services import opinion_papers

    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
        author = None
        if arguments.author is not None:
            name, team = name_in(arguments.author), plain(arguments.delegation)
            known = commenting.choose_author(store.people(), name, team)
            author = known or Person("", name, team)
    return opinion_papers.blank(report, today=clock.today(), author=author)


def _export_large(arguments: argparse.Namespace) -> int:
    """Write a report in large type."""
    from beiguan_desktop.services import report_printing

    with addressing.store(arguments) as store:
        report = store.shelf.load(addressing.report_id(store, arguments.report))
    done = report_printing.export_large(
        report, arguments.output, points=arguments.text_size, today=clock.today(), pdf=_painted
    )
    result = {"file": str(done.file), "comments": done.comments}
    return finish(arguments, result, f"已存好《{report.title}》的大字稿：{done.file}")


def _painted(paper: Paper) -> "PaintedPdf":
    """Let Qt paint a PDF without a screen."""
    with display.offscreen():
        from beiguan_desktop.ui import gongwen_pdf

        return gongwen_pdf.painted(paper)


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


_NAMES = {"mine": "我的意见", "speech": "发言提纲", "blank": "空白意见表"}
_MAKERS = {"mine": _mine, "speech": _speech, "blank": _blank}
