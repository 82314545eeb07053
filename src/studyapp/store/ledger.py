"""The one object through which every desk writes the learner's log and reads what is derived from it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.schedule_rules import Rules, rules_of
from studyapp.learning.scheduler import Scheduler
from studyapp.learning.study_day import DEFAULT_ROLLOVER, Clock, StudyDay, offset_of, study_day
from studyapp.store import event_log
from studyapp.store.database import Transaction, disk_faults, stamp
from studyapp.store.event import RETRACT, Event
from studyapp.store.fold_settings import setting_item, settings
from studyapp.store.folds import Fold, all_folds
from studyapp.store.merge import Merged, merge
from studyapp.store.moment import from_ms, to_ms
from studyapp.store.rebuild import Progress, rebuild
from studyapp.store.reconcile import reconcile
from studyapp.store.rescheduling import Foreseen, foresee, reschedule

_ROLLOVER: Final = setting_item("rollover_hour")
_ANSWER: Final = "review"
_MANY: Final = 25
"""So many transactions are worth a checkpoint while nobody waits."""


class LedgerReadOnlyError(Exception):
    """Something was to be recorded through a connection that may only read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded; the ledger adds device, number, order and time."""

    kind: str
    item: ItemId
    revision: int = 1
    payload: Mapping[str, Any] = field(default_factory=dict)


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
        scheduler: Scheduler | None = None,
        folds: Sequence[Fold] | None = None,
        read_only: bool = False,
    ) -> None:
        self.now = now
        self.read_only = read_only
        self._today: StudyDay | None = None
        self._unchecked = 0
        self.epoch = -1
        """Rises when history itself changed (restored, merged, rebuilt), or the rules by which it is read: what was
        remembered of it is void.
        """
        self.scheduler = scheduler or Scheduler()
        """By which card memory is folded."""
        self._rules = self.scheduler.rules
        self._foreseen: Foreseen | None = None
        self._folds = tuple(all_folds(self.scheduler) if folds is None else folds)
        self._by_kind: dict[str, tuple[Fold, ...]] = {}
        self.reconnect(db, device)

    def reconnect(self, db: sqlite3.Connection, device: str) -> None:
        """Go on with another database, under a name that may be another too."""
        self._db, self.device = db, device
        self.epoch += 1
        self._catch_up()

    def rest(self) -> None:
        """Nobody waits just now: check a log that has grown into the database, so that no answer has to.

        Where that fails nothing is lost; it comes to pass at another time.
        """
        if self._unchecked >= _MANY and not self.read_only:
            self._unchecked = 0
            with suppress(sqlite3.OperationalError):
                self._db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def check_in(self) -> None:
        """Check the write-ahead log into the database. Raises StorageError, and nothing is lost then."""
        with disk_faults():
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> bool:
        """Check the write-ahead log into the database and disconnect; whether all went well.

        Doing so again does nothing and says no.
        """
        try:
            if not self.read_only:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return not self.read_only
        except sqlite3.Error:
            return False
        finally:
            self._db.close()

    def record(
        self, kind: str, item: ItemId, revision: int = 1, payload: Mapping[str, Any] | None = None
    ) -> Event:
        """Write one entry and all that follows from it: durable when it returns, nothing when it raises.

        ``payload`` holds what JSON can hold. Raises LedgerReadOnlyError, or StorageError when the disk fails
        or is full.
        """
        return self.record_all([Entry(kind, item, revision, payload or {})])[0]

    def record_all(self, entries: Sequence[Entry]) -> tuple[Event, ...]:
        """Write several entries in one transaction: all of them or none."""
        events: list[Event] = []
        with self._writing():
            for entry in entries:
                event = self._next(entry, events)
                event_log.insert(self._db, event)
                for fold in self._folds_of(entry.kind):
                    fold.apply(self._db, event)
                events.append(event)
        self._wrote(events)
        return tuple(events)

    def retract(self, event: Event) -> Event:
        """Take an entry back, or, given a retraction, that retraction. Nothing is deleted."""
        return self.retract_all([event])[0]

    def retract_all(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Take several entries back in one transaction: all of them or none."""
        retractions: list[Event] = []
        with self._writing():
            for event in events:
                entry = Entry(RETRACT, event.item, event.revision, {"target": event.name})
                retraction = self._next(entry, retractions)
                story = self._story(event)
                event_log.insert(self._db, retraction)
                reconcile(self._db, self._folds, event.item, story, [*story, retraction])
                retractions.append(retraction)
        self._wrote(retractions)
        return tuple(retractions)

    def _story(self, event: Event) -> list[Event]:
        """The entries of an item that decide what follows from taking one of them back.

        Answers are many; they are left out where nothing that follows from them follows from the entry as well.
        """
        about: Event | None = event
        while about is not None and about.kind == RETRACT:
            about = event_log.find(self._db, str(about.payload["target"]))
        alone = about is not None and not any(_ANSWER in fold.kinds for fold in self._folds_of(about.kind))
        return list(event_log.read(self._db, item=event.item, retracted=True, answers=not alone))

    def foresee(self, rules: Rules) -> Foreseen:
        """Work out what other rules of scheduling make of the log; it may take a while, so ask a reader on a thread."""
        with disk_faults():
            return foresee(self._db, rules)

    def expect(self, foreseen: Foreseen) -> None:
        """The next write brings these rules: it need not work out again what they make of the log."""
        self._foreseen = foreseen

    def merge(self, events: Iterable[Event]) -> Merged:
        """Take in entries of other devices; those that are there already are passed over."""
        with self._history(), self._writing():
            return merge(self._db, self._folds, events)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Throw away everything derived and fold the log anew; how many entries there were."""
        with self._history():
            return rebuild(self._db, self._folds, progress)

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
        with disk_faults():
            yield from event_log.read(
                self._db, kind=kind, item=item, since=since, newest_first=newest_first, retracted=retracted
            )

    def find(self, name: str) -> Event | None:
        """The entry called ``device:seq``, or None."""
        with disk_faults():
            return event_log.find(self._db, name)

    def unreadable(self) -> tuple[event_log.Unreadable, ...]:
        """The entries that were damaged on the disk and are left out; every other entry is looked at."""
        with disk_faults():
            return tuple(event_log.unreadable(self._db))

    def taken_back(self) -> frozenset[str]:
        """The names of all entries that no longer count."""
        rows = self.rows("SELECT device, seq FROM retracted")
        return frozenset(f"{device}:{seq}" for device, seq in rows)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT on derived tables. SQL is written in ``store/`` only."""
        with disk_faults():
            return self._db.execute(sql, values).fetchall()

    @property
    def next_name(self) -> str:
        """What the next entry will be called; entries of one action may share it."""
        return f"{self.device}:{self._seq + 1}"

    @property
    def last_order(self) -> int:
        """The order key of the last entry; 0 in an empty log."""
        return self._order

    def today(self) -> StudyDay:
        """The study day of the present moment."""
        moment = self.now()
        if self._today is None or not self._today.holds(moment, self.rollover_hour):
            self._today = study_day(moment, self.rollover_hour)
        return self._today

    def date(self) -> date:
        """The calendar's date of the present moment; after midnight it is ahead of the study day's."""
        return self.now().date()

    def _next(self, entry: Entry, pending: Sequence[Event] = ()) -> Event:
        if (entry.kind == RETRACT) != ("target" in entry.payload):
            raise ValueError("entries are taken back by `retract`, which alone names a target")
        moment = self.now()
        at_ms = to_ms(moment)
        return Event(
            device=self.device,
            seq=self._seq + len(pending) + 1,
            order=event_log.next_order(at_ms, pending[-1].order if pending else self._order),
            at=from_ms(at_ms),
            offset_minutes=offset_of(moment),
            rollover_hour=self.rollover_hour,
            kind=entry.kind,
            item=entry.item,
            revision=entry.revision,
            payload=dict(entry.payload),
        )

    def _wrote(self, events: Sequence[Event]) -> None:
        self._sure = True
        self._unchecked += 1
        if events:
            self._order, self._seq = events[-1].order, events[-1].seq
        if any(event.item == _ROLLOVER for event in events):
            self.rollover_hour = _rollover(settings(self._db))
        if self.scheduler.rules is not self._rules:
            self._rules = self.scheduler.rules
            self.epoch += 1

    def _catch_up(self) -> None:
        self._order = event_log.highest_order(self._db)
        self._seq = event_log.last_seq(self._db, self.device)
        kept = settings(self._db)
        self.rollover_hour = _rollover(kept)
        self.scheduler.follow(rules_of(kept))
        self._rules = self.scheduler.rules
        self._sure = True

    @contextmanager
    def _history(self) -> Iterator[None]:
        if self.read_only:
            raise LedgerReadOnlyError
        try:
            with disk_faults():
                yield
        except BaseException:
            self.scheduler.follow(self._rules)
            raise
        self.epoch += 1
        self._catch_up()

    def _folds_of(self, kind: str) -> tuple[Fold, ...]:
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(fold for fold in self._folds if kind in fold.kinds)
        return self._by_kind[kind]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, at whose end all that is scheduled follows the rules that the log then holds.

        Should it fail, the next one looks its number up: it may have come about after all.
        """
        if self.read_only:
            raise LedgerReadOnlyError
        if not self._sure:
            with disk_faults():
                self._catch_up()
        self._sure = False
        foreseen, self._foreseen = self._foreseen, None
        try:
            with Transaction(self._db):
                if foreseen is not None and foreseen.stamp != stamp(self._db):
                    foreseen = None
                yield
                rules = self.scheduler.rules
                if rules is not self._rules:
                    fits = foreseen is not None and foreseen.rules == rules
                    reschedule(self._db, self._folds, foreseen if fits else None)
        except BaseException:
            self.scheduler.follow(self._rules)
            raise


def _rollover(kept: Mapping[str, Any]) -> int:
    hour = kept.get("rollover_hour")
    return hour if type(hour) is int and 0 <= hour < 24 else DEFAULT_ROLLOVER
