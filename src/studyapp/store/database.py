"""SQLite connections: one that writes, any number that only read.

Write-ahead log with ``synchronous=FULL``: a commit that has returned survives a power cut. One connection of
one process writes and checkpoints; all others are query-only, because SQLite before 3.51.3 can damage such a
database when two connections checkpoint at once (sqlite.org/wal.html#walresetbug).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

from studyapp.store import disk_words

APPLICATION_ID: Final = 0x53544459
"""Stands in the header of every progress database (``STDY``): another program's file is not taken for one."""

CHECKPOINT_PAGES: Final = 2000
"""Pages in the write-ahead log at which a commit also checkpoints: some two hundred answers."""

WRITER_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
)

_DISK: Final = {
    sqlite3.SQLITE_BUSY: disk_words.BUSY,
    sqlite3.SQLITE_CANTOPEN: disk_words.UNREADABLE,
    sqlite3.SQLITE_CORRUPT: disk_words.DAMAGED,
    sqlite3.SQLITE_FULL: disk_words.FULL,
    sqlite3.SQLITE_IOERR: disk_words.FAILED,
    sqlite3.SQLITE_LOCKED: disk_words.BUSY,
    sqlite3.SQLITE_NOTADB: disk_words.DAMAGED,
    sqlite3.SQLITE_PROTOCOL: disk_words.NOT_LOCKED,
    sqlite3.SQLITE_PERM: disk_words.UNREADABLE,
    sqlite3.SQLITE_READONLY: disk_words.READ_ONLY,
}
"""What SQLite may say about the disk, by its primary code, in our words."""

_FULL: Final = sqlite3.SQLITE_IOERR_SHMSIZE
"""How it calls a disk without room for the file that it keeps beside the write-ahead log."""


_ROTTEN: Final = ("malformed JSON", "Could not decode to UTF-8")


class StorageError(OSError):
    """The disk failed us: it is full, cannot be read or written, or holds a damaged database."""


class DamageError(StorageError):
    """What lies on the disk is damaged."""


SUSPICIOUS: Final = (DamageError, sqlite3.DatabaseError, ValueError, TypeError, KeyError)
"""What is raised where the database holds something else than was written; a fault of ours may raise the same."""


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes. The caller holds the profile's lock."""
    db = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in WRITER_PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read, also while another process writes."""
    way = "mode=ro&immutable=1" if _lies_still(path) else "mode=ro"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{way}", uri=True, isolation_level=None)
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "busy_timeout = 5000"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _lies_still(path: Path) -> bool:
    """Whether nobody can be writing here: the folder is read-only, and all that was committed is in the file.

    SQLite cannot read a write-ahead log without writing beside it; this is how it reads a database all the same.
    """
    beside = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not beside.exists()


def progress_stamp(path: Path) -> tuple[int, int, int]:
    """Version, number of entries and highest order key: equal stamps, equal progress."""
    with disk_faults(), closing(open_reader(path)) as db:
        return stamp(db)


def stamp(db: sqlite3.Connection) -> tuple[int, int, int]:
    """The same of an open database."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    entries, last = db.execute("SELECT count(*), coalesce(max(order_key), 0) FROM events").fetchone()
    return version, entries, last


@contextmanager
def disk_faults() -> Iterator[None]:
    """Turn what SQLite says about the disk into StorageError; faults of ours stay what they are."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        _raise_of_disk(error)
        raise


def said(error: sqlite3.Error) -> str:
    """What SQLite says about the disk in plain words, what it says otherwise as it is."""
    if _is_rotten(error):
        return disk_words.DAMAGED
    return disk_words.FULL if _extended(error) == _FULL else _DISK.get(_code(error), str(error))


def is_of_disk(error: sqlite3.Error) -> bool:
    """Whether the disk is at fault, or what lies on it."""
    return _code(error) in _DISK or _is_rotten(error)


def is_of_content(error: sqlite3.Error) -> bool:
    """Whether something that should be in the file is not, or is nothing that was written there."""
    return _code(error) == sqlite3.SQLITE_ERROR or _is_rotten(error)


def _code(error: sqlite3.Error) -> int:
    return _extended(error) & 0xFF


def _extended(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0))


def _is_rotten(error: sqlite3.Error) -> bool:
    """Whether a text that was written as JSON, or as letters, is none any more; neither has a code of its own."""
    return str(error).startswith(_ROTTEN)


class Transaction:
    """All or nothing: commits at the end, rolls back when anything is raised, the commit itself included.

    After a full disk or an I/O error SQLite has rolled back already; that is why the state is asked for. What SQLite
    says about the disk is raised as StorageError. Written out as a class, because every answer passes through it.
    """

    __slots__ = ("_db",)

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            _raise_of_disk(error)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._db.execute("COMMIT")
        except sqlite3.DatabaseError as fault:
            _raise_of_disk(fault)
            raise
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        _raise_of_disk(error)


def _raise_of_disk(error: BaseException | None) -> None:
    if isinstance(error, UnicodeDecodeError):  # of what SQLite quotes from the file
        raise DamageError(disk_words.DAMAGED) from error
    if isinstance(error, sqlite3.DatabaseError) and is_of_disk(error):
        words = said(error)
        raise (DamageError if words == disk_words.DAMAGED else StorageError)(words) from error
