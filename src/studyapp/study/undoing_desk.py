"""What the desks share whose steps can be taken back since the start: notes, and hours of learning."""

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger
from studyapp.study.change import Change
from studyapp.study.undo_trail import Step, UndoTrail


class UndoingDesk:
    """Writes entries and takes them back in turn. ``changed`` is what every step changes."""

    def __init__(self, ledger: Ledger, changed: Change) -> None:
        self._ledger, self._changed = ledger, changed
        self._trail, self._epoch = UndoTrail(), ledger.epoch

    def can_undo(self) -> bool:
        """Whether something was done since the start that can be taken back."""
        return bool(self._current_trail().done)

    def can_redo(self) -> bool:
        """Whether something was taken back that can be done again."""
        return bool(self._current_trail().undone)

    def undo(self) -> Change:
        """Take back what was done last."""
        trail = self._current_trail()
        return self._retract(trail.done[-1]) if trail.done else Change.NOTHING

    def redo(self) -> Change:
        """Do again what was taken back last."""
        trail = self._current_trail()
        return self._retract(trail.undone[-1].retractions) if trail.undone else Change.NOTHING

    def _record(self, kind: str, item: ItemId, payload: dict[str, object]) -> Change:
        entry = self._ledger.record(kind, item, 1, payload)
        self._trail = self._current_trail().with_entry(entry)
        return self._changed

    def _retract(self, step: Step) -> Change:
        for retraction in self._ledger.retract_all(step):
            self._trail = self._current_trail().with_retraction(retraction)
        return self._changed

    def _current_trail(self) -> UndoTrail:
        """What was remembered of a history that is another one now is void."""
        if self._epoch != self._ledger.epoch:
            self._epoch, self._trail = self._ledger.epoch, UndoTrail()
        return self._trail
