"""Where opinions belong after the text was read anew, or in another edition (reading.md 3).

Each gets a place with the rule that found it and how certain that is, 0…1, or none and the reason:
nothing is ever guessed, what has none is placed by hand.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import Anchor, Place
from beiguan_desktop.core.editions import PAIRED, Editions
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.letters import letter_count, letters
from beiguan_desktop.core.placed import Placed, Rule, told
from beiguan_desktop.core.placer import Placer
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.steps import OnProgress, Steps, Stop

__all__ = ["Placed", "Rule", "Way", "place", "told"]

_BATCH = 200
"""After how many opinions it is asked whether to go on."""


def place(
    old: Report,
    new: Report,
    anchors: Iterable[Anchor],
    *,
    folds: Mapping[int, str] | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress | None = None,
) -> list[Placed]:
    """Place anchors of an old report in a new one, each by itself, in the order given.

    Where both have the same letters each place is computed from them (following.py). `folds` leads
    from traditional characters to simplified ones, for an edition in the others. Raises
    CancelledError soon after `stop` says so; `on_progress` hears (done, of how much).
    """
    steps = Steps(stop, on_progress)
    steps.look()
    wanted = list(anchors)
    way = Way(old, new, folds=folds, steps=steps)
    found: list[Placed] = []
    for at, anchor in enumerate(wanted):
        if at % _BATCH == 0:
            steps.done(at, len(wanted), after=PAIRED)
        found.append(way.place(anchor))
    steps.done(1, 1)
    return found


class Way:
    """The way from one report to another: by letters, or by what became of the paragraphs."""

    def __init__(
        self,
        old: Report,
        new: Report,
        *,
        folds: Mapping[int, str] | None = None,
        steps: Steps | None = None,
    ) -> None:
        """Lay two reports beside one another; `folds` and CancelledError as in `place`."""
        self._old, self._new, self._folds = old, new, folds
        self._starts = [*(unit.letter for unit in old.units), _total(old.units)]
        is_equal = _is_equal(old.units, new.units)
        self._following = Following(old, new) if is_equal else None
        self._steps = Steps() if steps is None or is_equal else steps
        if not is_equal:
            self._placer = Placer(old, new, self.editions)

    @cached_property
    def editions(self) -> Editions:
        """What became of each paragraph."""
        texts = [[unit.text for unit in report.units] for report in (self._old, self._new)]
        return Editions(*texts, folds=self._folds, steps=self._steps)

    @cached_property
    def _placer(self) -> Placer:
        return Placer(self._old, self._new, self.editions)

    def place(self, anchor: Anchor) -> Placed:
        """Place one anchor."""
        if anchor.place == "report":
            return Placed(anchor, "report", 1.0)
        unit = self._unit(anchor)
        if unit is None:
            return self._placer.place(anchor, None)
        sound = self._sound(anchor, unit)
        if self._following is None:
            return self._placer.place(sound, unit)
        found = self._following.at(sound)
        if found is None:
            return Placed(None, _WHY[anchor.place], 0.0)
        return Placed(found, "letters", 1.0, self._new.units[found.unit or 0].number)

    def _unit(self, anchor: Anchor) -> int | None:
        """Return the unit that holds an anchor, None where it holds something else."""
        if anchor.unit is None or not 0 <= anchor.unit < len(self._old.units):
            return None
        text = self._old.units[anchor.unit].text
        if anchor.place == "passage" and (
            not 0 <= anchor.start < anchor.end or text[anchor.start : anchor.end] != anchor.quote
        ):
            return None
        return anchor.unit

    def _sound(self, anchor: Anchor, unit: int) -> Anchor:
        """Return an anchor whose letters are in its unit: a damaged one takes them from there."""
        low, high = self._starts[unit], self._starts[unit + 1]
        if low <= anchor.letter_start <= anchor.letter_end <= high:
            return anchor
        if anchor.place == "passage":
            return anchoring.passage(self._old, unit, anchor.start, anchor.end)
        make = anchoring.section if anchor.place == "section" else anchoring.paragraph
        return make(self._old, unit)


_WHY: dict[Place, Rule] = {"passage": "torn", "paragraph": "unlike", "section": "joined"}
"""Why a place has none in a reading with the same letters."""


def _is_equal(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Tell whether two readings have the same letters: all are read where there are as many."""
    return _total(old) == _total(new) and _letters(old) == _letters(new)


def _total(units: Sequence[Unit]) -> int:
    return units[-1].letter + letter_count(units[-1].text) if units else 0


def _letters(units: Sequence[Unit]) -> str:
    return letters("".join(unit.text for unit in units))
