"""The real program over a frail disk: a connection that says of a failing disk what SQLite's own module would say."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, cast

import apsw

from studyapp.store.database import WRITER_PRAGMAS
from studyapp.store.ledger import Ledger
from studyapp.store.migrate import climb, ladder
from studyapp.store.places import Places
from studyapp.store.profile import Profile
from studyapp.study.desks import Desks
from studyapp.study.library import Library
from tests.tools.clock import Clock
from tests.tools.frail_disk import FrailDisk

_NUMBERS = count()
_CODES = {apsw.FullError: sqlite3.SQLITE_FULL, apsw.IOError: sqlite3.SQLITE_IOERR}
Image = dict[str, bytearray]
"""The files of a disk."""


def frail_disk(files: Image | None = None) -> FrailDisk:
    return FrailDisk(f"frail-{next(_NUMBERS)}", files)


def connected(disk: FrailDisk, synchronous: str = "FULL") -> Any:
    """The connection that the program would have, but for the shared memory that one connection needs not."""
    db = apsw.Connection("progress.db", vfs=disk.name)
    for pragma in (
        "locking_mode = EXCLUSIVE",
        *WRITER_PRAGMAS,
        "wal_autocheckpoint = 40",
        f"synchronous = {synchronous}",
    ):
        db.execute(f"PRAGMA {pragma}").fetchall()
    return db


class FrailConnection:
    """A connection of apsw with the faults of ``sqlite3``."""

    def __init__(self, db: Any) -> None:
        self._db = db

    @property
    def in_transaction(self) -> bool:
        return bool(self._db.in_transaction)

    def execute(self, sql: str, values: Any = ()) -> Any:
        return FrailRows(_translated(self._db.execute, sql, values))

    def executemany(self, sql: str, rows: Any) -> Any:
        return FrailRows(_translated(self._db.executemany, sql, rows))

    def close(self) -> None:
        _translated(self._db.close)


class FrailRows:
    """The rows of a statement; most of them are read only when they are asked for."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def __iter__(self) -> "FrailRows":
        return self

    def __next__(self) -> Any:
        return _translated(self._cursor.__next__)

    def fetchone(self) -> Any:
        return _translated(self._cursor.fetchone)

    def fetchall(self) -> Any:
        return _translated(self._cursor.fetchall)


def _translated(do: Callable[..., Any], *given: Any) -> Any:
    """What it gives, or the fault as ``sqlite3`` would raise it."""
    try:
        return do(*given)
    except tuple(_CODES) as fault:
        said = sqlite3.OperationalError(str(fault))
        said.sqlite_errorcode = _CODES[type(fault)]
        raise said from fault


@contextmanager
def frail_desks(disk: FrailDisk, library: Library, folder: Path, clock: Clock) -> Iterator[Desks]:
    """The desks of a learner whose log lies on a frail disk, and whose other files lie in a folder."""
    db = FrailConnection(connected(disk))
    climb(cast(Any, db), ladder())
    ledger = Ledger(cast(Any, db), "device", clock)
    profile = Profile(Places(folder), ledger, None, clock, random.Random(1))
    yield Desks(profile, library, clock, random.Random(1))
    disk.watch = lambda: None
    db.close()


class Failing:
    """Fails the operation of one number, once, and counts on."""

    def __init__(self, number: int, error: Callable[[], BaseException]) -> None:
        self.number, self._error, self.seen = number, error, 0

    def __call__(self) -> None:
        self.seen += 1
        if self.seen - 1 == self.number:
            raise self._error()

    @property
    def over(self) -> bool:
        """Whether the operation was never come to."""
        return self.seen <= self.number


def leave_room(log: Ledger, pages: int) -> None:
    """Let the database grow by so many pages and no more."""
    used = log._db.execute("PRAGMA page_count").fetchone()[0]
    log._db.execute(f"PRAGMA max_page_count = {used + pages}")
