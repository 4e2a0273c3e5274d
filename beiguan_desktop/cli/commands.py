"""The commands that do something without a window: each calls the service the window calls."""

import argparse
from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from beiguan_desktop.cli import addressing, printing
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.naming import name_in, plain
from beiguan_desktop.core.report import Read
from beiguan_desktop.core.text import clean, seen
from beiguan_desktop.services import clock, commenting, importing, library, recognizing_again

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


def finish(arguments: argparse.Namespace, result: dict[str, Any], words: str) -> int:
    """Print the result, as JSON or in a sentence."""
    if arguments.json:
        printing.show_json(result)
    else:
        printing.say(words)
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Put a report into the library."""
    edition = clean(arguments.edition or "").strip()
    if arguments.edition is not None and not edition:
        raise UserError("稿次不能空着。请写征求意见稿、审议稿或修改稿，或者去掉 --edition。")
    path, is_plain = addressing.database(arguments), arguments.plain
    read = None
    if not path.exists():
        # No library is made for a file that turns out to be none.
        read = addressing.read_file(arguments.file, is_plain=is_plain)
        if arguments.edition_of is not None:
            raise UserError(
                "这是新的资料库，里面还没有另一稿。请先导入那一稿，或者去掉 --edition-of。"
            )
    with library.filling(path) as store:
        older = arguments.edition_of and addressing.report_id(store, arguments.edition_of)
        read = read or addressing.read_file(arguments.file, is_plain=is_plain)
        _tell_likely(store, read, older)
        done = importing.put_read(store, read, edition=edition, edition_of=older)
        if older is not None:
            _tell_waiting(store, done.report)
    result = {
        "report": done.report,
        "title": done.title,
        "paragraphs": done.paragraphs,
        "already": done.already,
    }
    verb = "资料库里已经有这份报告，没有改动" if done.already else "已放进资料库"
    if done.is_paged:
        verb = "资料库里已经有这份报告，页码和行号现在以这份 PDF 为准"
    words = f"{verb}：{done.title}，{done.paragraphs}段。编号 {done.report}"
    return finish(arguments, result, words)


def _tell_likely(store: "Store", read: Read, older: str | None) -> None:
    """Say on standard error which report a file nearly is, and what is odd about its older one."""
    for like in recognizing_again.likely_same(store, read.source, read.reading):
        if like.report.report != older:
            share = int(like.share * 1000) / 10  # what differs is never rounded away
            printing.tell(
                f"这个文件和资料库里的{like.report.name}几乎一样"
                f"（{share}% 的字相同），已当作另一份报告。如果是同一份，请在窗口里打开它。"
            )
    for doubt in recognizing_again.doubts_of_edition(store, read, older) if older else ():
        printing.tell(doubt)


def _tell_waiting(store: "Store", report: str) -> None:
    """Tell how many opinions on the older edition could be taken over."""
    from beiguan_desktop.services import editions

    older = editions.older(store, store.shelf.load(report))
    if older is not None:
        waiting = editions.waiting(store, older.id, report)
        if waiting:
            printing.tell(f"上一稿有 {len(waiting)} 条意见还没有放到这一稿，请在窗口里看一看。")


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
    unseen = sum(seen(it)[1] for it in (words.text, words.replacement, words.reason))
    if unseen:
        printing.tell(f"去掉了 {unseen} 个看不见的字符。")
    return finish(arguments, {"comment": written}, f"已写下这条意见，编号 {written}")


_NEW_WORDS = {"增加": "增加的文字", "移位": "移到哪里"}


def _need_replacement(arguments: argparse.Namespace) -> None:
    """Refuse words to add, or a place to move to, that stand elsewhere than they belong."""
    what = _NEW_WORDS.get(arguments.act) if arguments.kind == "修改" else None
    if what and not clean(arguments.replacement).strip():
        raise UserError(f"还没有写{what}。请写在 --replacement 后面；别的话写在意见的文字里。")


def _writer(store: "Store", arguments: argparse.Namespace) -> Person:
    """Find who writes, or make a new person of that name."""
    name, delegation = name_in(arguments.author), plain(arguments.delegation)
    if not name:
        raise UserError("姓名还空着。请在 --author 后面写上是谁的意见。")
    known = commenting.choose_author(store.people(), name, delegation)
    return known or Person(clock.new_id(), name, delegation)


def check(arguments: argparse.Namespace) -> int:
    """Verify the library."""
    from beiguan_desktop.services import checking

    found = checking.check(addressing.database(arguments))
    result = {"ok": found.ok, "revisions": found.revisions, "problems": list(found.problems)}
    good = "资料库完好，没有发现问题。"
    finish(arguments, result, good if found.ok else "\n".join(found.problems))
    if not found.ok:
        printing.tell(
            f"资料库有 {len(found.problems)} 处问题。请先另存一份，再用 restore 从备份恢复。"
        )
    return 0 if found.ok else 1


def backup(arguments: argparse.Namespace) -> int:
    """Make a verified copy of the library."""
    made = library.backup(addressing.database(arguments), arguments.output)
    return finish(arguments, {"file": str(made)}, f"已备份并核对：{made}")


def restore(arguments: argparse.Namespace) -> int:
    """Take the library back from a copy."""
    path = addressing.database(arguments).absolute()
    kept = library.restore(path, arguments.file)
    there = "原来没有资料库。" if kept == path else f"原来的资料库留在：{kept}"
    if arguments.json:
        printing.tell(there)
    return finish(arguments, {"file": str(path)}, f"已恢复：{path}。{there}")


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": import_,
    "comment": comment,
    "check": check,
    "backup": backup,
    "restore": restore,
}
