"""换类型: what stands in the boxes is taken along, whatever kind and act follow one another.

A box that goes away gives its words to the box of words, behind what stands there; as long as
they stand there, they go back into a box of their own once there is one again.

The box of words holds the words of an opinion, but the reason of a change of text; where an
opinion has both, what is not in it stands aside, and the two are exchanged.
"""

from dataclasses import dataclass, replace

from beiguan_desktop.ui.composing import ADDING, CHANGE, DELETING, as_words


@dataclass(frozen=True, slots=True)
class Boxes:
    """What stands in the editor; `aside` is a 说明 beside a change of text, else a 理由."""

    kind: str
    act: str
    words: str
    wording: str = ""
    aside: str = ""

    @property
    def has_wording(self) -> bool:
        """Whether the box of the new wording is there."""
        return self.kind == CHANGE and self.act != DELETING

    def told(self, original: str) -> str:
        """Say what the box of the new wording says; the report's words in it say nothing."""
        return as_words(original, self.wording, self.act).strip() if self.has_wording else ""


@dataclass(frozen=True, slots=True)
class Tail:
    """What was put behind the words, and where it came from.

    `is_exchanged`: what stands aside has become the words, and nothing stands aside now.
    """

    text: str = ""
    act: str = ""
    wording: str = ""
    is_exchanged: bool = False


def turned(
    boxes: Boxes, tail: Tail, kind: str, act: str, *, original: str = ""
) -> tuple[Boxes, Tail]:
    """Return what stands in the boxes under another kind and act, and what was put behind.

    A new wording stays in its box only where the box means the same; words that are added may
    become the sentence with them, and the other way round.
    """
    words, aside, told = boxes.words, boxes.aside, boxes.told(original)
    wording, from_act = (boxes.wording if told else ""), boxes.act
    if tail.text and tail.text in words and not told:
        words, wording, from_act = _without(words, tail.text), tail.wording, tail.act
        told = as_words(original, wording, from_act).strip() if wording else ""
    is_exchanged = tail.is_exchanged
    if CHANGE in (kind, boxes.kind) and kind != boxes.kind:
        is_exchanged = bool(aside) or is_exchanged
        if is_exchanged:
            words, aside = aside, words
            is_exchanged = not aside
    if kind == CHANGE:
        fitting = _fitting(wording, from_act, act, original) if told else ""
        if fitting or not told:
            return Boxes(kind, act, words, fitting, aside), Tail(is_exchanged=is_exchanged)
    text = f"\n{told}" if words and told else told
    is_emptied = bool(told) and not wording.strip()  # a sentence struck out: only words say so
    behind = Tail(text, from_act, wording) if text and not is_emptied else Tail()
    there = Boxes(kind, act, words + text, "", aside)
    return there, replace(behind, is_exchanged=is_exchanged)


def _without(words: str, tail: str) -> str:
    """Take out what was put behind words; what was written behind it stays."""
    before, _, after = words.rpartition(tail)
    return before + after if before else after.lstrip("\n")


def _fitting(wording: str, from_act: str, act: str, original: str) -> str:
    """Return a wording as the box of another act would hold it; empty where it would not."""
    if act == from_act:
        return wording
    if (from_act, act) == (ADDING, CHANGE) and original:
        whole = original + wording
        return whole if as_words(original, whole, CHANGE).strip() else ""
    if (from_act, act) == (CHANGE, ADDING) and original and wording.startswith(original):
        return wording.removeprefix(original)
    return ""
