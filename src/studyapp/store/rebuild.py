"""Throw away everything derived and fold the log anew."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from studyapp.store.database import Transaction
from studyapp.store.event import RETRACT
from studyapp.store.event_log import counting, stories
from studyapp.store.folds import Fold
from studyapp.store.rebuilding import Filling
from studyapp.store.reconcile import mark

Progress = Callable[[int, int], object]
"""Is told how many entries are done, and of how many."""

_EVERY: Final = 1000


def rebuild(db: sqlite3.Connection, folds: Sequence[Fold], progress: Progress | None = None) -> int:
    """Empty all derived tables and fill them from the log, in one transaction; returns how many entries."""
    total = int(db.execute("SELECT count(*) FROM events").fetchone()[0])
    telling = _Telling(progress, total)
    with Transaction(db):
        for table in ("retracted", *(table for fold in folds for table in fold.tables)):
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - names are constants of the folds
        for story in stories(db, {RETRACT}, answers=True):
            mark(db, (), story)
        for fold in folds:
            if isinstance(fold, Filling):
                fold.fill(db, telling.done)
        _refold(db, [fold for fold in folds if not isinstance(fold, Filling)])
    telling.finished()
    return total


def _refold(db: sqlite3.Connection, folds: Sequence[Fold]) -> None:
    kinds = frozenset(kind for fold in folds for kind in fold.kinds)
    for story in stories(db, kinds, answers=False):
        counts = counting(story)
        for fold in folds:
            own = [event for event in counts if event.kind in fold.kinds]
            if own:
                fold.refold(db, own[0].item, (), own)


class _Telling:
    """Tells of progress now and then."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._told = progress, total, 0

    def done(self, entries: int) -> None:
        if self._progress and entries - self._told >= _EVERY:
            self._told = entries
            self._progress(entries, self._total)

    def finished(self) -> None:
        if self._progress:
            self._progress(self._total, self._total)
