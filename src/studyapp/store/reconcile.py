"""Put derived tables right when an item's entries changed otherwise than by one more at the end."""

import sqlite3
from collections.abc import Iterable, Sequence

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.event_log import counting, taken_back
from studyapp.store.folds import Fold


def reconcile(
    db: sqlite3.Connection,
    folds: Iterable[Fold],
    item: ItemId,
    before: Sequence[Event],
    after: Sequence[Event],
) -> None:
    """Bring retractions and all folds from an item's entries as they were to those that it has now."""
    mark(db, before, after)
    counted, counts = counting(before), counting(after)
    for fold in folds:
        was = [event for event in counted if event.kind in fold.kinds]
        now = [event for event in counts if event.kind in fold.kinds]
        if was != now:
            fold.refold(db, item, was, now)


def mark(db: sqlite3.Connection, before: Sequence[Event], after: Sequence[Event]) -> None:
    """Bring the table of entries that no longer count up to date for one item."""
    was, now = taken_back(before), taken_back(after)
    db.executemany("DELETE FROM retracted WHERE device = ? AND seq = ?", was - now)
    db.executemany("INSERT OR IGNORE INTO retracted (device, seq) VALUES (?, ?)", now - was)
