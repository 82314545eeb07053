"""Whether a progress database is sound."""

import sqlite3
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import Final

from studyapp.store.database import APPLICATION_ID, open_reader
from studyapp.store.migrate import climb, ladder, version_of
from studyapp.store.places import Places

SMALL: Final = 4_000_000
"""A database of so many bytes is checked at every start; that takes a few milliseconds."""

NOTHING_LEFT: Final = "nothing is left of it"
"""What is wrong with an empty database that was more."""

ODD_LETTERS: Final = "there are letters in it that are none"
"""What is wrong where its very names are damaged."""

_COLUMNS: Final = """
    SELECT CAST(tables.name || '.' || columns.name AS BLOB)
    FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"""

_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class DamagedError(Exception):
    """A file is no sound progress database."""


class Depth(Enum):
    """How closely a database is looked at."""

    HEADER = auto()
    PAGES = auto()
    ALL = auto()
    """Pages, whether every index agrees with its table, and whether every table is there with its columns."""


def examine(path: Path, depth: Depth) -> int:
    """The schema version of a sound database, 0 when it is empty. It is only read.

    Raises DamagedError, or sqlite3.Error when it could not be looked at.
    """
    try:
        return _examine(path, depth)
    except UnicodeDecodeError as error:  # of what SQLite quotes from the file
        raise DamagedError(ODD_LETTERS) from error
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise DamagedError(str(error)) from error
        raise


def refuse_what_lacks_tables(db: sqlite3.Connection) -> None:
    """Raises DamagedError when a table or column of the present version is not there. The database has that version."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        climb(fresh, ladder())
        needed = set(fresh.execute(_COLUMNS))
    missing = sorted(column.decode() for (column,) in needed.difference(db.execute(_COLUMNS)))
    if missing:
        raise DamagedError(f"it lacks {', '.join(missing)}")


def was_more(places: Places) -> bool:
    """Whether an empty database cannot be a new one: one was closed here in good order, or backed up."""
    return places.closed_well.exists() or any(places.backups.glob("*.backup"))


def is_damage(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is at fault, rather than the disk or the system."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def _examine(path: Path, depth: Depth) -> int:
    db = open_reader(path)
    try:
        version = version_of(db)
        application = db.execute("PRAGMA application_id").fetchone()[0]
        tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if application != APPLICATION_ID and (version or tables):
            raise DamagedError("not a progress database")
        if depth is not Depth.HEADER:
            check = "quick_check" if depth is Depth.PAGES else "integrity_check"
            found = db.execute(f"PRAGMA {check}(1)").fetchone()[0]
            if found != "ok":
                raise DamagedError(str(found))
        if depth is Depth.ALL and version == len(ladder()):
            refuse_what_lacks_tables(db)
    finally:
        db.close()
    return version
