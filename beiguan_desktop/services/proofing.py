"""Before a report is taken in: which of the library it may be, and opinions on its misprints."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from beiguan_desktop.core import anchoring, canonical
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.correction import (
    About,
    Correction,
    Described,
    Plainly,
    parsed,
    spelt,
)
from beiguan_desktop.core.findings import Finding
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.likeness import overlap, share
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Description, Reading, Report
from beiguan_desktop.core.traditional import is_traditional
from beiguan_desktop.services.commenting import Words, add
from beiguan_desktop.services.comparing import simplified
from beiguan_desktop.services.recognizing_again import Known

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

_OLDER = 0.4
"""Share of its runs of letters from which on a text is another draft of one that is known; reports
of two years share a tenth."""
_ASIDE, _AGAIN = "proofing", "上次改的"
"""Under which setting something is put aside, and what its acts are called."""
_NEXT = {"征求意见稿": "审议稿", "审议稿": "修改稿"}


@dataclass(frozen=True, slots=True)
class Kin:
    """What a file is like: the very same report perhaps, or one it may be a new draft of.

    `share` of the letters agree with `same`. `older` is proposed, None for none.
    """

    same: Known | None
    share: float
    older: Known | None


def kin(reports: Sequence[Known], reading: Reading, said: Description) -> Kin:
    """Compare a reading with what is known; takes a while, touches no library.

    It may be a new draft of what is of its kind and like it, else of its kind and meeting.
    """
    own = [letters(unit.text) for unit in reading.units]
    marked = [([letters(text) for text in it.texts], it) for it in reports]
    shares = [(share(own, texts), it) for texts, it in marked]
    most, same = max(shares, key=lambda it: it[0], default=(0.0, None))
    runs = [(_overlap(own, texts), it) for texts, it in marked if it.genre == said.genre]
    kinds = [it for _, it in sorted(runs, key=lambda it: -it[0])]
    near = max((it[0] for it in runs), default=0.0)
    older = kinds[0] if near >= _OLDER else None
    if older is None and said.meeting:
        older = next((it for it in kinds if it.meeting == said.meeting), None)
    return Kin(same if most else None, most, older)


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much two texts share, whichever characters (繁体, 简体) either is in."""
    if is_traditional(one) == is_traditional(other):
        return overlap(one, other)
    left, right = ([text.translate(simplified()) for text in texts] for texts in (one, other))
    return overlap(left, right)


def next_edition(older: str, guess: str) -> str:
    """Return which draft follows another one, where nothing better is known."""
    return _NEXT.get(older, guess) if guess == older else guess


def kept(proof: Proof, begun: Description, said: Description) -> tuple[Correction, ...]:
    """Return what was said of a reading and holds, and what somebody called it otherwise.

    `begun` is what it was called when he began, `said` what he calls it.
    """
    named: dict[About, str] = {
        what: getattr(said, what)
        for what in get_args(About)
        if getattr(said, what) != getattr(begun, what)
    }
    plain = (Plainly(),) if proof.read.is_plain else ()
    others = (
        it
        for it in proof.kept
        if it != Plainly() and not (isinstance(it, Described) and it.what in named)
    )
    return (*plain, *others, *(Described(what, value) for what, value in named.items()))


def put_aside(store: "Store", proof: Proof) -> None:
    """Keep what was said of a file that is not taken in yet: the program ends."""
    said = spelt(proof.kept) or "[]"
    places = [[it.start, it.end] for it in proof.said.opinions]
    cells = {"source": proof.read.source.sha256, "corrections": said, "opinions": places}
    store.desk.put_setting(_ASIDE, canonical.dumps(cells))


def taken_up(store: "Store", proof: Proof) -> int:
    """Say again of a file what was put aside, each an act to be undone; return how much it was.

    What was put aside of any file is forgotten then.
    """
    aside = store.desk.setting(_ASIDE)
    if not aside:
        return 0
    store.desk.put_setting(_ASIDE, "")
    try:
        cells = json.loads(aside)
        is_same = cells["source"] == proof.read.source.sha256
        corrections = parsed(cells["corrections"]) if is_same else ()
        places = {tuple(it) for it in cells["opinions"]} if is_same else set()
    except (ValueError, TypeError, LookupError):  # it is mere comfort
        return 0
    count = sum(proof.do(_AGAIN, it) for it in corrections)
    for finding in proof.findings():
        if finding.group == "doubt" and (finding.start, finding.end) in places:
            proof.want(_AGAIN, finding, is_wanted=True)
            count += 1
    return count


def opinions(
    report: Report, proof: Proof, *, author: Person, ids: Sequence[str], change_id: str, now: str
) -> Change | None:
    """Return the opinions on what looks like a misprint, each begun for a person to go on with.

    `ids` are as many new ids as there are doubts chosen. None where nothing was chosen.
    """
    edits: list[Edit] = []
    who = [] if author.version else [Edit(author.id, before=None, after=author)]
    for finding, comment_id in zip(proof.said.opinions, ids, strict=True):
        made = _opinion(report, proof, finding, author, comment_id, now)
        edits.append(Edit(comment_id, None, made))
    return Change(change_id, "写成意见", now, author.id, (*who, *edits)) if edits else None


def _opinion(
    report: Report, proof: Proof, finding: Finding, author: Person, comment_id: str, now: str
) -> Comment:
    ordinal, start, end = proof.place_of(finding)
    text = report.units[ordinal].text
    low, high = anchoring.clause_at(text, start)
    anchor = anchoring.passage(report, ordinal, min(low, start), max(high, end))
    words = Words("修改", "", act="修改", reason=finding.remark)
    change = add(report, anchor, words, author=author, comment_id=comment_id, change_id="", now=now)
    return next(it.after for it in change.edits if isinstance(it.after, Comment))
