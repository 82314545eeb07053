"""The one object through which every desk writes the learner's log and reads what is derived from it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.study_day import DEFAULT_ROLLOVER, Clock, StudyDay, offset_of, study_day
from studyapp.store import event_log
from studyapp.store.database import transaction
from studyapp.store.event import RETRACT, Event
from studyapp.store.fold_settings import setting_item, settings
from studyapp.store.folds import Fold, all_folds
from studyapp.store.moment import from_ms, to_ms
from studyapp.store.reconcile import reconcile

_ROLLOVER: Final = setting_item("rollover_hour")


class LedgerReadOnlyError(Exception):
    """Something was to be recorded through a connection that may only read."""


class Ledger:
    """Log and derived tables behind one connection; it never leaves the thread that made it.

    ``record`` writes the entry and everything derived from it in one transaction that is durable when it
    returns.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        device: str,
        now: Clock,
        *,
        folds: Sequence[Fold] | None = None,
        read_only: bool = False,
    ) -> None:
        self.device = device
        self.now = now
        self.read_only = read_only
        self.epoch = 0
        """Rises when history itself was changed (restored, merged, rebuilt): what was remembered of it is
        void.
        """
        self._db = db
        self._folds = tuple(all_folds() if folds is None else folds)
        self._by_kind: dict[str, tuple[Fold, ...]] = {}
        self._order = event_log.highest_order(db)
        self._seq = event_log.last_seq(db, device)
        self.rollover_hour = self._rollover()

    def record(
        self, kind: str, item: ItemId, revision: int = 1, payload: Mapping[str, Any] | None = None
    ) -> Event:
        """Write one entry and all that follows from it: durable when it returns, nothing when it raises.

        ``payload`` holds what JSON can hold. Raises LedgerReadOnlyError, or sqlite3.Error when the disk fails
        or is full.
        """
        if kind == RETRACT:
            raise ValueError("entries are taken back by `retract`")
        event = self._next(kind, item, revision, dict(payload or {}))
        with self._writing():
            event_log.insert(self._db, event)
            for fold in self._folds_of(kind):
                fold.apply(self._db, event)
        self._wrote(event)
        return event

    def retract(self, event: Event) -> Event:
        """Take an entry back, or, given a retraction, that retraction. Nothing is deleted."""
        retraction = self._next(RETRACT, event.item, event.revision, {"target": event.name})
        with self._writing():
            story = list(event_log.read(self._db, item=event.item, retracted=True))
            event_log.insert(self._db, retraction)
            reconcile(self._db, self._folds, event.item, story, [*story, retraction])
        self._wrote(retraction)
        return retraction

    def events(
        self,
        kind: str | None = None,
        item: ItemId | None = None,
        *,
        since: int = 0,
        newest_first: bool = False,
        retracted: bool = False,
    ) -> Iterator[Event]:
        """Entries in the order of the log; those taken back, and retractions, only with ``retracted``."""
        return event_log.read(
            self._db, kind=kind, item=item, since=since, newest_first=newest_first, retracted=retracted
        )

    def find(self, name: str) -> Event | None:
        """The entry called ``device:seq``, or None."""
        return event_log.find(self._db, name)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT on derived tables. SQL is written in ``store/`` only."""
        return self._db.execute(sql, values).fetchall()

    def today(self) -> StudyDay:
        """The study day of the present moment."""
        return study_day(self.now(), self.rollover_hour)

    def _next(self, kind: str, item: ItemId, revision: int, payload: dict[str, Any]) -> Event:
        moment = self.now()
        at_ms = to_ms(moment)
        return Event(
            device=self.device,
            seq=self._seq + 1,
            order=event_log.next_order(at_ms, self._order),
            at=from_ms(at_ms),
            offset_minutes=offset_of(moment),
            rollover_hour=self.rollover_hour,
            kind=kind,
            item=item,
            revision=revision,
            payload=payload,
        )

    def _wrote(self, event: Event) -> None:
        self._order, self._seq = event.order, event.seq
        if event.item == _ROLLOVER:
            self.rollover_hour = self._rollover()

    def _rollover(self) -> int:
        return int(settings(self._db).get("rollover_hour", DEFAULT_ROLLOVER))

    def _folds_of(self, kind: str) -> tuple[Fold, ...]:
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(fold for fold in self._folds if kind in fold.kinds)
        return self._by_kind[kind]

    def _writing(self) -> AbstractContextManager[None]:
        if self.read_only:
            raise LedgerReadOnlyError
        return transaction(self._db)
