"""What can be undone and redone, told from the log, so that it outlives the window."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice, takewhile
from typing import Final

from studyapp.ids import kind_of
from studyapp.store.event import RETRACT, Event
from studyapp.store.fold_marks import BURY, FLAG, NOTE, SUSPEND
from studyapp.store.fold_memory import REVIEW
from studyapp.store.ledger import Ledger

UNDOABLE: Final = frozenset({REVIEW, SUSPEND, BURY, FLAG, NOTE})
_FARTHEST: Final = 5000


@dataclass(frozen=True, slots=True)
class Undone:
    """An entry that was taken back, and the retraction that did it."""

    entry: Event
    retraction: Event


@dataclass(frozen=True, slots=True)
class UndoTrail:
    """Entries that can be taken back and retractions that can be, the newest last."""

    done: tuple[Event, ...] = ()
    undone: tuple[Undone, ...] = ()

    def with_entry(self, entry: Event) -> "UndoTrail":
        """Something new was done: nothing can be redone any more."""
        return UndoTrail((*self.done, entry))

    def with_retraction(self, retraction: Event) -> "UndoTrail":
        """An entry was taken back, or a retraction was; what lies before the trail changes nothing."""
        target = retraction.payload["target"]
        entry = next((event for event in reversed(self.done) if event.name == target), None)
        if entry is not None:
            rest = tuple(event for event in self.done if event is not entry)
            return UndoTrail(rest, (*self.undone, Undone(entry, retraction)))
        back = next((undone for undone in self.undone if undone.retraction.name == target), None)
        if back is not None:
            return UndoTrail((*self.done, back.entry), tuple(u for u in self.undone if u is not back))
        return self


def trail_of(ledger: Ledger, day: date) -> UndoTrail:
    """The trail of what this device wrote about cards on a study day."""
    newest_first = ledger.events(newest_first=True, retracted=True)
    own = takewhile(lambda event: event.day == day or event.device != ledger.device, newest_first)
    return _followed(reversed(list(islice(own, _FARTHEST))), ledger.device)


def _followed(events: Iterable[Event], device: str) -> UndoTrail:
    trail = UndoTrail()
    for event in events:
        if event.device != device or kind_of(event.item) != "card":
            continue
        if event.kind == RETRACT:
            trail = trail.with_retraction(event)
        elif event.kind in UNDOABLE:
            trail = trail.with_entry(event)
    return trail
