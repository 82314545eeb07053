"""Take in entries that other devices wrote: logs merge as sets."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studyapp.ids import ItemId
from studyapp.store import event_log
from studyapp.store.event import Event
from studyapp.store.folds import Fold
from studyapp.store.reconcile import reconcile


@dataclass(frozen=True, slots=True)
class Merged:
    """How many entries were new. ``clashes`` are entries whose name stands for something else here.

    That happens when two computers wrote under one name, after a profile was copied; they are not taken in.
    """

    added: int
    clashes: tuple[Event, ...]


def merge(db: sqlite3.Connection, folds: Sequence[Fold], events: Iterable[Event]) -> Merged:
    """Add the entries that are not there yet and put right all that follows from them, within a transaction."""
    fresh: dict[str, Event] = {}
    clashes: list[Event] = []
    for event in events:
        there = fresh.get(event.name) or event_log.find(db, event.name)
        if there is None and not event_log.is_there(db, event):
            fresh[event.name] = event
        elif there != event:
            clashes.append(event)
    for item, added in _by_item(fresh.values()).items():
        before = list(event_log.read(db, item=item, retracted=True))
        event_log.insert_all(db, added)
        reconcile(db, folds, item, before, sorted([*before, *added], key=lambda event: event.place))
    return Merged(len(fresh), tuple(clashes))


def _by_item(events: Iterable[Event]) -> dict[ItemId, list[Event]]:
    found: dict[ItemId, list[Event]] = defaultdict(list)
    for event in events:
        found[event.item].append(event)
    return found
