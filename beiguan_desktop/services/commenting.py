"""Writing opinions: each verb returns a Change and touches nothing.

Words of people are cleaned here, once, at the entrance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import ACTS, KINDS, WHOLE_REPORT, Anchor, Comment, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.naming import check_free, known, name_in, plain
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.text import clean, worded


@dataclass(frozen=True, slots=True)
class Words:
    """What an author writes. `act` and `replacement` belong to kind 修改 alone.

    `replacement`: the new words for 修改, the added words for 增加, where it goes, in words,
    for 移位, nothing for 删除. The fields are called as those of an opinion.
    """

    kind: str
    text: str
    act: str = ""
    replacement: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class More:
    """What stands under 更多, called as the fields of an opinion; presets say nothing.

    An empty `capacity` means the author's own. `recorder` is who wrote it down for him.
    """

    field: str = ""
    departments: str = ""
    weight: str = ""
    cosigners: str = ""
    private: bool = False
    apart: bool = False
    capacity: str = ""
    manner: str = "会前书面"
    recorder: str | None = None

    @classmethod
    def of(cls, comment: Comment) -> "More":
        """Return what an opinion says under 更多."""
        return cls(*(getattr(comment, it.name) for it in fields(cls)))

    @property
    def count(self) -> int:
        """How many things an author has set: what a recorder adds is not among them."""
        own = (self.field, self.departments, self.weight, self.cosigners, self.private, self.apart)
        return sum(map(bool, own))

    def as_kept(self, capacity: str) -> dict[str, Any]:
        """Return it as an opinion keeps it: cleaned; `capacity` is the author's own."""
        kept = {
            name: worded(it).strip() if isinstance(it, str) else it
            for name, it in asdict(self).items()
        }
        return kept | {
            "capacity": kept["capacity"] or capacity,
            "recorder": kept["recorder"] or None,
        }


NO_MORE = More()


def place(report: Report, *, paragraph: int | None, quote: str | None, nth: int | None) -> Anchor:
    """Find the place that is meant by a paragraph's number and a quote from it.

    Neither = the whole report; a quote alone is looked for in the whole report. `nth`
    counts from 1. Raises UserError for a number that does not exist and for a quote that
    is not there or is there more than once.
    """
    quote = clean(quote or "").strip()
    if nth is not None and not quote:
        raise UserError("--nth（第几处）要和 --quote（原文）一起用。请补上原文，或者去掉 --nth。")
    if paragraph is None and not quote:
        return WHOLE_REPORT
    units = report.units if paragraph is None else (_numbered(report, paragraph),)
    if not quote:
        return anchoring.paragraph(report, units[0].ordinal)
    where = "报告" if paragraph is None else f"第{paragraph}段"
    found = [
        (unit.ordinal, *span) for unit in units for span in anchoring.occurrences(unit.text, quote)
    ]
    return anchoring.passage(report, *_chosen(found, nth, quote=quote, where=where))


def _numbered(report: Report, number: int) -> Unit:
    count = len(report.paragraphs)
    if number not in report.paragraphs:
        raise UserError(
            f"没有第{number}段：这份报告的段落是第1段到第{count}段。请改段落编号。"
            if count
            else "这份报告没有读出正文段落。请不写段落编号，对整份报告提意见。"
        )
    return report.paragraphs[number]


def _chosen(
    found: Sequence[tuple[int, int, int]], nth: int | None, *, quote: str, where: str
) -> tuple[int, int, int]:
    if not found:
        raise UserError(f"{where}里没有找到“{quote}”（0处）。请照原文抄写，或者不写原文。")
    if nth is None and len(found) > 1:
        raise UserError(
            f"“{quote}”在{where}里有{len(found)}处。请用 --nth 1…{len(found)} 指明第几处，"
            "或者把原文抄长一些。"
        )
    if nth is not None and not 1 <= nth <= len(found):
        raise UserError(
            f"“{quote}”在{where}里只有{len(found)}处，没有第{nth}处。"
            f"请把 --nth 改成1到{len(found)}。"
        )
    return found[(nth or 1) - 1]


def add(  # noqa: PLR0913 - where, what, and what a pure function cannot know
    report: Report,
    anchor: Anchor,
    words: Words,
    *,
    author: Person,
    comment_id: str,
    change_id: str,
    now: str,
    more: More = NO_MORE,
) -> Change:
    """Write a new opinion; its author is written with it when not yet stored.

    `now` is ISO-8601 with offset. Raises UserError for words that are none, too many, or do
    not fit their kind.
    """
    words = checked(words, anchor)
    comment = Comment(
        id=comment_id,
        report=report.id,
        reading=report.reading,
        anchor=anchor,
        person=author.id,
        author_name=author.name,
        author_delegation=author.delegation,
        created_at=now,
        changed_at=now,
        **asdict(words),
        **more.as_kept(author.capacity),
    )
    who = () if author.version else (Edit(author.id, before=None, after=author),)
    edits = (*who, Edit(comment.id, before=None, after=comment))
    return Change(change_id, "写意见", now, author.id, edits)


def reword(
    comment: Comment,
    words: Words,
    *,
    anchor: Anchor | None = None,
    more: More | None = None,
    change_id: str,
    now: str,
) -> Change:
    """Give an opinion other words and, if wanted, another place and other things under 更多.

    Raises UserError as `add` does, and for an opinion that was withdrawn.
    """
    if comment.withdrawn_at is not None:
        raise UserError("这条意见已经撤回，不能再改。请先把它找回来。")
    anchor = anchor or comment.anchor
    words = checked(words, anchor)
    kept = {} if more is None else more.as_kept(comment.capacity)
    after = replace(comment, anchor=anchor, changed_at=now, **asdict(words), **kept)
    return _edit(comment, after, label="改意见", change_id=change_id, now=now)


def withdraw(comment: Comment, *, change_id: str, now: str) -> Change:
    """Put an opinion into the bin, from which it can be taken back."""
    if comment.withdrawn_at is not None:
        raise UserError("这条意见已经撤回过了，不用再撤。")
    after = replace(comment, withdrawn_at=now)
    return _edit(comment, after, label="撤回意见", change_id=change_id, now=now)


def _edit(before: Comment, after: Comment, *, label: str, change_id: str, now: str) -> Change:
    return Change(change_id, label, now, before.person, (Edit(before.id, before, after),))


def checked(words: Words, anchor: Anchor) -> Words:
    """Return words as they are kept: cleaned, with the preset act, fit for their kind."""
    words = Words(
        words.kind,
        worded(words.text).strip(),
        words.act,
        worded(words.replacement).strip(),
        worded(words.reason).strip(),
    )
    if words.kind not in KINDS:
        raise UserError(f"没有“{words.kind}”这种意见。类型请用：{'、'.join(KINDS)}。")
    words = _with_act(words)
    if not (words.text or words.replacement or words.reason):
        _check_wordless(words, anchor)
    if words.act == "修改" and words.replacement and _is_as_it_was(words.replacement, anchor):
        raise UserError("改成的文字和原文一样。请把要改的地方改一下，或者改为提建议。")
    return words


def _is_as_it_was(new: str, anchor: Anchor) -> bool:
    from beiguan_desktop.core.differing import is_alike  # noqa: PLC0415 - not for the start

    return is_alike(new, anchor.quote)


def _check_wordless(words: Words, anchor: Anchor) -> None:
    """Let a deletion pass: its place says all there is to say, unless it is the whole report."""
    if words.act != "删除":
        raise UserError("这条意见还没有写字。请写上内容再保存；不要的话，撤回就行。")
    if anchor.unit is None:
        raise UserError("整份报告不能删去。请写明删去哪些内容，或者指明是哪一段、哪一句。")


def _with_act(words: Words) -> Words:
    if words.kind != "修改":
        if words.act or words.replacement:
            raise UserError(
                f"只有“修改”才有动作和改成的文字，这条的类型是“{words.kind}”。"
                "请把类型换成“修改”，或者去掉它们。"
            )
        return words
    act = words.act or "修改"
    if act not in ACTS:
        raise UserError(f"没有“{act}”这种动作。动作请用：{'、'.join(ACTS)}。")
    if act == "删除" and words.replacement:
        raise UserError("删去不用写改成的文字。请去掉它，或者把动作换成“修改”。")
    return replace(words, act=act)


def in_document_order(comments: Iterable[Comment]) -> list[Comment]:
    """Sort opinions by place, those on the whole report first, then by age."""
    return sorted(comments, key=anchoring.reading_order)


def choose_author(
    people: Iterable[Person], name: str, delegation: str | None = None
) -> Person | None:
    """Find the person of a name, None when there is none yet.

    Raises UserError when it cannot be told which of two is meant (`naming.known`).
    """
    how = "请用 --delegation 写明是哪个代表团的。"
    return known(people, plain(name), plain(delegation or ""), how=how)


def describe_person(  # noqa: PLR0913 - who, how named, what of his, who else, when
    person: Person,
    name: str,
    delegation: str,
    mine: Sequence[Comment],
    *,
    others: Iterable[Person] = (),
    change_id: str,
    now: str,
) -> Change:
    """Name a person, and sign with that name the opinions not signed yet.

    `mine` are the person's opinions; one that already bears a name keeps it. Raises UserError
    for a name that is none, and for one that could be that of one of the `others`.
    """
    name, delegation = name_in(name), plain(delegation)
    if not name:
        raise UserError("姓名还空着。请写上姓名；暂时不写，点“以后再填”就行。")
    check_free([it for it in others if it.id != person.id], name, delegation)
    named = replace(person, name=name, delegation=delegation)
    before = person if person.version else None
    signed = tuple(
        Edit(
            comment.id,
            comment,
            replace(comment, author_name=name, author_delegation=delegation),
        )
        for comment in mine
        if comment.person == person.id and not comment.author_name
    )
    edits = (Edit(person.id, before, named), *signed)
    return Change(change_id, "写上姓名", now, person.id, edits)
