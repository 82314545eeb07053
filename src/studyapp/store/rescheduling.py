"""What is scheduled follows the rules of scheduling: made anew when they change, for a long log worked out ahead."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from studyapp.learning.schedule_rules import Rules
from studyapp.learning.scheduler import Scheduler
from studyapp.store.database import stamp
from studyapp.store.folds import Fold, all_folds
from studyapp.store.rebuilding import Scheduled


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What other rules make of a log: rows by table. It holds as long as the log has this ``stamp``."""

    rules: Rules
    stamp: tuple[int, int, int]
    rows: Mapping[str, Sequence[tuple[Any, ...]]]


def reschedule(db: sqlite3.Connection, folds: Sequence[Fold], foreseen: Foreseen | None = None) -> None:
    """Make anew what is scheduled, by the rules that the folds' scheduler has, within a transaction."""
    if foreseen is not None:
        for table, rows in foreseen.rows.items():
            _fill(db, table, rows)
        return
    for fold in folds:
        if isinstance(fold, Scheduled):
            fold.reschedule(db)


def foresee(db: sqlite3.Connection, rules: Rules) -> Foreseen:
    """Work out what rules make of a log, in a copy of it held in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        db.backup(copy)
        copy.execute("BEGIN")
        rows: dict[str, Sequence[tuple[Any, ...]]] = {}
        for fold in all_folds(Scheduler(rules)):
            if isinstance(fold, Scheduled):
                fold.reschedule(copy)
                rows |= {table: _rows(copy, table) for table in fold.scheduled}
        return Foreseen(rules, stamp(copy), rows)


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - names are constants of the folds


def _fill(db: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    db.execute(f"DELETE FROM {table}")  # noqa: S608 - the same
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - only marks
