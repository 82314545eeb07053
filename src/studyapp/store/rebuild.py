"""Throw away everything derived and fold the log anew."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from studyapp.store.database import Transaction
from studyapp.store.event_log import stories
from studyapp.store.folds import Fold
from studyapp.store.reconcile import reconcile

Progress = Callable[[int, int], object]
"""Is told how many entries are done, and of how many."""

_EVERY: Final = 1000


def rebuild(db: sqlite3.Connection, folds: Sequence[Fold], progress: Progress | None = None) -> int:
    """Empty all derived tables and fill them from the log, in one transaction; returns how many entries."""
    total, done, told = int(db.execute("SELECT count(*) FROM events").fetchone()[0]), 0, 0
    with Transaction(db):
        for table in ("retracted", *(table for fold in folds for table in fold.tables)):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - names are constants of the folds
        for item, story in stories(db):
            reconcile(db, folds, item, (), story)
            done += len(story)
            if progress and done - told >= _EVERY:
                progress(done, total)
                told = done
    if progress:
        progress(total, total)
    return total
