"""`comments --import`: opinions from a table, with what is wrong in it by line."""

import argparse
from typing import TYPE_CHECKING

from beiguan_desktop.cli import addressing, printing
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import taking_tables

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


def take(arguments: argparse.Namespace) -> int:
    """Take opinions from a table; a line with a problem is left out and listed."""
    if arguments.author is not None or arguments.kind or arguments.delegation is not None:
        raise UserError("--import 把整张表都收进来，不能再用 --author、--delegation 或 --kind。")
    sheets = taking_tables.read_table(arguments.import_file)
    with addressing.store(arguments, write=True) as store:
        taking = taking_tables.prepare(sheets, _library(store, arguments))
        if taking.change is not None:
            store.apply(taking.change)
    for problem in taking.problems:
        printing.tell(problem)
    added, same, count = len(taking.added), taking.same, len(taking.problems)
    if arguments.json:
        printing.show_json({"added": added, "same": same, "problems": list(taking.problems)})
    else:
        printing.say(_words(added, same, count))
    if taking.unused:
        printing.tell(f"没有用到的列：{'、'.join(taking.unused)}。")
    if taking.unseen:
        printing.tell(f"去掉了 {taking.unseen} 个看不见的字符。")
    return 0 if added or same or not count else 1


def _library(store: "Store", arguments: argparse.Namespace) -> taking_tables.Library:
    """Return what a table comes to: the report that is named, or the only one there is."""
    known = [it.id for it in store.descriptions().values() if it.hidden_at is None]
    if arguments.report:
        report = addressing.report_id(store, arguments.report)
    elif len(known) == 1:
        report = known[0]
    else:
        raise UserError(f"资料库里有{len(known)}份报告。请用 --report 写明意见是对哪一份的。")
    return taking_tables.Library(
        store.shelf.load(report), store.people(), store.every_comment(report), store.desk.me()
    )


def _words(added: int, same: int, problems: int) -> str:
    words = [f"录入了 {added} 条意见"]
    words += [f"{same} 条已经有了，没有重复录"] if same else []
    words += [f"{problems} 行有问题，没有录入，请改好后再来一次"] if problems else []
    return "，".join(words) + "。"
