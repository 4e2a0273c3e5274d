"""换类型: what stands in the boxes is taken along, whatever kind and act follow one another.

A box that goes away gives its words to the box of words, behind what stands there; as long as
they are left as they are, they go back into a box of their own once there is one again.
"""

from dataclasses import dataclass

from beiguan_desktop.ui.composing import ADDING, CHANGE, DELETING, as_words


@dataclass(frozen=True, slots=True)
class Boxes:
    """What stands in the editor; `remark` is said beside a change of text and not in sight."""

    kind: str
    act: str
    words: str
    wording: str = ""
    remark: str = ""

    @property
    def has_wording(self) -> bool:
        """Whether the box of the new wording is there."""
        return self.kind == CHANGE and self.act != DELETING

    def told(self, original: str) -> str:
        """Say what the box of the new wording says; the report's words in it say nothing."""
        return as_words(original, self.wording, self.act).strip() if self.has_wording else ""


@dataclass(frozen=True, slots=True)
class Tail:
    """What was put behind the words, and where it came from."""

    text: str = ""
    act: str = ""
    wording: str = ""
    remark: str = ""


def turned(
    boxes: Boxes, tail: Tail, kind: str, act: str, *, original: str = ""
) -> tuple[Boxes, Tail]:
    """Return what stands in the boxes under another kind and act, and what was put behind.

    A new wording stays in its box only where the box means the same; words that are added may
    become the sentence with them, and the other way round.
    """
    words, told, remark = boxes.words, boxes.told(original), boxes.remark
    wording, from_act = (boxes.wording if told else ""), boxes.act
    if tail.text and words.endswith(tail.text) and not told:
        words, remark = words.removesuffix(tail.text), remark or tail.remark
        wording, from_act = tail.wording, tail.act
        told = as_words(original, wording, from_act).strip() if wording else ""
    if kind == CHANGE:
        fitting = _fitting(wording, from_act, act, original) if told else ""
        if fitting or not told:
            return Boxes(kind, act, words, fitting, remark), Tail()
    along = "\n".join(filter(None, (told,) if kind == CHANGE else (remark, told)))
    text = f"\n{along}" if words and along else along
    kept, said = (remark, "") if kind == CHANGE else ("", remark)
    is_emptied = bool(told) and not wording.strip()  # a sentence struck out: only words say so
    behind = Tail(text, from_act, wording, said) if text and not is_emptied else Tail()
    return Boxes(kind, act, words + text, "", kept), behind


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
