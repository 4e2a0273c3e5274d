"""What of a report's text another reading changes, in sentences for people."""

from beiguan_desktop.core.letters import letters_hash
from beiguan_desktop.core.report import Report


def changes_told(old: Report, new: Report, repairs: int) -> list[str]:
    """Say what of a report's text another reading changes: letters, paragraphs, titles, repairs."""
    said = [_letters_told(old, new)]
    if old.title != new.title:
        said.append(f"题目是《{new.title}》。")
    said.append(_counted("段落", "段", len(old.paragraphs), len(new.paragraphs)))
    said.append(_counted("标题", "个", _headings(old), _headings(new)))
    if repairs:
        said.append(f"读的时候改正了 {repairs} 处明显的错字和写法，原文件没有动。")
    return said


def _letters_told(old: Report, new: Report) -> str:
    if letters_hash(it.text for it in old.units) == letters_hash(it.text for it in new.units):
        return "字一个也没有变，变的只是怎样分段、哪些是标题。"
    before, after = ({unit.text for unit in report.units} for report in (old, new))
    parts = []
    if fresh := len(after - before):
        parts.append(f"有 {fresh} 段和现在的不一样")
    if gone := len(before - after):
        parts.append(f"现在的 {gone} 段没有照原样留下")
    return f"有些字变了：{'，'.join(parts)}。"


def _counted(what: str, unit: str, before: int, after: int) -> str:
    if before == after:
        return f"{what}还是 {after} {unit}。"
    return f"{what}原来 {before} {unit}，现在 {after} {unit}。"


def _headings(report: Report) -> int:
    return sum(unit.kind == "heading" or unit.runin is not None for unit in report.units)
