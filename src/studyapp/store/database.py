"""SQLite connections: one that writes, any number that only read.

Write-ahead log with ``synchronous=FULL``: a commit that has returned survives a power cut. One connection of
one process writes and checkpoints; all others are query-only, because SQLite before 3.51.3 can damage such a
database when two connections checkpoint at once (sqlite.org/wal.html#walresetbug).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x53544459
"""Stands in the header of every progress database (``STDY``), so that another program's file is not taken
for one.
"""

CHECKPOINT_PAGES: Final = 4000
"""Pages in the write-ahead log at which a commit also checkpoints; quiet moments do so before."""


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes. The caller holds the profile's lock."""
    db = sqlite3.connect(path, isolation_level=None, cached_statements=256)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
    ):
        db.execute(f"PRAGMA {pragma}")
    return db


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read, also while another process writes."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON", "busy_timeout = 5000"):
        db.execute(f"PRAGMA {pragma}")
    return db


def progress_stamp(path: Path) -> tuple[int, int, int]:
    """Version, number of entries and highest order key: equal stamps, equal progress."""
    with closing(open_reader(path)) as db:
        return stamp(db)


def stamp(db: sqlite3.Connection) -> tuple[int, int, int]:
    """The same of an open database."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    entries, last = db.execute("SELECT count(*), coalesce(max(order_key), 0) FROM events").fetchone()
    return version, entries, last


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back when anything is raised, the commit itself included.

    After a full disk or an I/O error SQLite has rolled back already; that is why the state is asked for.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
