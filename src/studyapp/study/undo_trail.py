"""What can be undone and redone, told from the log, so that it outlives the window."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice, takewhile
from typing import Final

from studyapp.ids import kind_of
from studyapp.store.event import RETRACT, Event
from studyapp.store.fold_marks import BURY, FLAG, NOTE, SUSPEND
from studyapp.store.fold_memory import CRAM, RESET, REVIEW
from studyapp.store.ledger import Entry, Ledger
from studyapp.store.own_card_entries import OWN_CARD
from studyapp.study.long_work import parts

UNDOABLE: Final = frozenset({REVIEW, CRAM, RESET, SUSPEND, BURY, FLAG, NOTE, OWN_CARD})
STEP: Final = "step"
"""The key under which entries of one action share a name: they are undone and redone together."""

_ASKED: Final = frozenset({"card", "question", "cell"})
"""The kinds of item that are asked like cards; marks on others have nothing to do with this trail."""

_FARTHEST: Final = 100_000
"""No day has more entries than this, not even one on which every card of a large pack was changed at once."""

Step = tuple[Event, ...]
"""What one action wrote, nearly always a single entry."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A step that was taken back, and the retractions that did it."""

    step: Step
    retractions: Step

    def lacks(self, target: object) -> bool:
        """Whether the next entry of the step that is to be taken back is the one of that name."""
        done = len(self.retractions)
        return done < len(self.step) and self.step[done].name == target

    def with_retraction(self, retraction: Event) -> "Undone":
        """With one more entry of the step taken back."""
        return Undone(self.step, (*self.retractions, retraction))


@dataclass(frozen=True, slots=True)
class UndoTrail:
    """Steps that can be taken back and steps that can be taken again, the newest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Undone, ...] = ()

    def with_entry(self, entry: Event) -> "UndoTrail":
        """Something new was done: nothing can be redone any more."""
        step = entry.payload.get(STEP)
        if step and self.done and self.done[-1][-1].payload.get(STEP) == step:
            return UndoTrail((*self.done[:-1], (*self.done[-1], entry)))
        return UndoTrail((*self.done, (entry,)))

    def with_retraction(self, retraction: Event) -> "UndoTrail":
        """An entry was taken back, or a retraction was; what lies before the trail changes nothing.

        The entries of a step are taken back in their order, so that the first of them stands for the step.
        """
        target = retraction.payload["target"]
        if self.undone and self.undone[-1].lacks(target):
            return UndoTrail(self.done, (*self.undone[:-1], self.undone[-1].with_retraction(retraction)))
        step = next((step for step in reversed(self.done) if step[0].name == target), None)
        if step is not None:
            rest = tuple(other for other in self.done if other is not step)
            return UndoTrail(rest, (*self.undone, Undone(step, (retraction,))))
        back = next((undone for undone in self.undone if undone.retractions[0].name == target), None)
        if back is not None:
            return UndoTrail((*self.done, back.step), tuple(u for u in self.undone if u is not back))
        return self

    def after(self, event: Event) -> "UndoTrail":
        """The trail after one more entry of this device."""
        if event.kind == RETRACT:
            return self.with_retraction(event)
        if _counts(event):
            return self.with_entry(event)
        return self


class Undoing:
    """Writes what is done to cards, and takes it back step by step. Whoever else writes the log is noticed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept = UndoTrail()
        self._told = -1, -1
        self._others: list[Event] = []

    def others(self) -> Step:
        """What others wrote about cards since this was last asked."""
        if not self._others and self._told == (self._ledger.epoch, self._ledger.last_order):
            return ()
        self.trail  # noqa: B018 - being looked at it hears of what others wrote
        others, self._others = tuple(self._others), []
        return others

    @property
    def trail(self) -> UndoTrail:
        """What can be undone and redone now."""
        ledger = self._ledger
        epoch, order = self._told
        if epoch != ledger.epoch:
            self._kept = trail_of(ledger, ledger.today().date)
        elif order != ledger.last_order:
            news = list(ledger.events(since=order + 1, retracted=True))
            self._kept = _followed(news, ledger.device, self._kept)
            self._others += [event for event in news if _about_cards(event)]
        self._told = ledger.epoch, ledger.last_order
        return self._kept

    def record(self, *entries: Entry) -> tuple[Event, ...]:
        """Write entries, all of them or none."""
        trail = self.trail
        events = self._ledger.record_all(entries)
        self._keep(_followed(events, self._ledger.device, trail))
        return events

    def undoing(self) -> Iterator[float]:
        """Take the last step back, part by part. Raises IndexError when there is none."""
        trail = self.trail
        step = trail.done[-1]
        retractions: Step = ()
        for part in parts(step):
            retractions += self._ledger.retract_all(part)
            self._keep(UndoTrail(trail.done[:-1], (*trail.undone, Undone(step, retractions))))
            yield len(retractions) / len(step)

    def redoing(self) -> Iterator[float]:
        """Take the step again that was taken back last, part by part. Raises IndexError when there is none."""
        trail, done = self.trail, 0
        undone = trail.undone[-1]
        for part in parts(undone.retractions):
            self._ledger.retract_all(part)
            self._keep(UndoTrail((*trail.done, undone.step), trail.undone[:-1]))
            done += len(part)
            yield done / len(undone.retractions)

    def _keep(self, trail: UndoTrail) -> None:
        self._kept = trail
        self._told = self._ledger.epoch, self._ledger.last_order


def trail_of(ledger: Ledger, day: date) -> UndoTrail:
    """The trail of what this device wrote about cards on a study day."""
    newest_first = ledger.events(newest_first=True, retracted=True)
    own = takewhile(lambda event: event.day == day or event.device != ledger.device, newest_first)
    return _followed(reversed(list(islice(own, _FARTHEST))), ledger.device)


def _followed(events: Iterable[Event], device: str, trail: UndoTrail | None = None) -> UndoTrail:
    followed = trail or UndoTrail()
    own = (event for event in events if event.device == device)
    for _, run in groupby(own, key=_step_of):
        first, *rest = run
        followed = followed.after(first)
        if rest and followed.done and followed.done[-1][-1] is first:  # thousands may belong to one step
            more = tuple(event for event in rest if _counts(event))
            followed = UndoTrail((*followed.done[:-1], (*followed.done[-1], *more)))
        else:
            for event in rest:
                followed = followed.after(event)
    return followed


def _step_of(event: Event) -> object:
    """What entries share that belong together; nothing is equal to that of an entry that stands alone."""
    return event.payload.get(STEP) or event.name


def _counts(event: Event) -> bool:
    """Whether an entry is something that this trail takes back."""
    return kind_of(event.item) in _ASKED and (event.kind in UNDOABLE or STEP in event.payload)


def _about_cards(event: Event) -> bool:
    return kind_of(event.item) in _ASKED and (event.kind in UNDOABLE or event.kind == RETRACT)
