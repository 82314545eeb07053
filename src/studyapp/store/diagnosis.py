"""A thorough look at a learner's log: pages, numbering, and whether what is derived follows from it."""

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from studyapp.learning.scheduler import Scheduler
from studyapp.store.database import disk_faults, open_reader
from studyapp.store.disk_words import reason
from studyapp.store.event_log import Unreadable, unreadable
from studyapp.store.folds import Fold, all_folds
from studyapp.store.health import (
    NOTHING_LEFT,
    ODD_LETTERS,
    DamagedError,
    Depth,
    examine,
    is_damage,
    refuse_what_lacks_tables,
    was_more,
)
from studyapp.store.migrate import climb, ladder
from studyapp.store.places import Places
from studyapp.store.rebuild import rebuild


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found in a database.

    ``newer`` is the version of a database that a newer program wrote, which is not looked into; 0 for ours.
    ``pages`` is SQLite's own word, ``ok`` when all is well. ``gaps`` names devices whose entries are not numbered
    without gaps. ``stale`` names derived tables that differ from what the log says. ``unreadable`` are entries that
    were damaged on the disk; nothing is derived from them any more.
    """

    entries: int = 0
    pages: str = "ok"
    gaps: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    newer: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return self.pages == "ok" and not (self.gaps or self.stale or self.unreadable or self.newer)


def sqlite_version() -> str:
    """The version of SQLite that this Python runs on."""
    return sqlite3.sqlite_version


def diagnose(database: Path) -> Diagnosis:
    """Look at everything, in a copy. Nothing is altered.

    Raises OSError when it cannot be looked at.
    """
    with disk_faults(), _unaltered(database) as copy:
        try:
            return _diagnosed(copy, was_more=was_more(Places(database.parent)))
        except DamagedError as error:
            return Diagnosis(pages=str(error))
        except UnicodeDecodeError:
            return Diagnosis(pages=ODD_LETTERS)
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return Diagnosis(pages=str(error))
            raise


def _diagnosed(database: Path, *, was_more: bool) -> Diagnosis:
    steps, version = ladder(), examine(database, Depth.HEADER)
    if version == 0 and was_more:
        raise DamagedError(NOTHING_LEFT)
    if version > len(steps):
        return Diagnosis(newer=version)
    with (
        closing(open_reader(database)) as db,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        pages = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0])
        if pages != "ok":
            return Diagnosis(pages=pages)
        if version == len(steps):
            refuse_what_lacks_tables(db)
        db.backup(copy)
        if version < len(steps):
            climb(copy, steps)  # as the next start will; what is derived is made anew then
        copy.text_factory = _letters
        stale = _stale(copy, all_folds(Scheduler())) if version == len(steps) else ()
        return Diagnosis(_count(copy), gaps=_gaps(copy), stale=stale, unreadable=tuple(unreadable(copy)))


def _letters(text: bytes) -> str:
    """Text of the database, also where letters were damaged, so that the rest can be looked at."""
    return text.decode("utf-8", "replace")


def fault_in(path: Path) -> str:
    """What SQLite finds wrong with any database file; empty when nothing is."""
    try:
        with _unaltered(path) as copy, closing(open_reader(copy)) as db:
            found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    except UnicodeDecodeError:
        return ODD_LETTERS
    except sqlite3.DatabaseError as error:
        return str(error)
    except OSError as error:
        return reason(error)
    return "" if found == "ok" else found


@contextmanager
def _unaltered(database: Path) -> Iterator[Path]:
    """A copy to look at, because SQLite leaves files of its own beside what it reads.

    It is the database itself while another process writes it, which has those files anyway, and where there is no room.
    """
    try:
        folder = TemporaryDirectory(prefix="studyapp-")
    except OSError:
        yield database
        return
    with folder as name:
        copy = Path(name) / database.name
        yield copy if _copied(database, copy) else database


def _copied(database: Path, copy: Path) -> bool:
    """Copy a database with its write-ahead log; whether nobody wrote meanwhile and there was room."""
    beside = [path.with_name(f"{path.name}-wal") for path in (database, copy)]
    before = _seen(database), _seen(beside[0])
    try:
        copyfile(database, copy)
        if beside[0].exists():
            copyfile(*beside)
    except OSError as fault:
        if fault.errno in (
            errno.ENOSPC,
            errno.EDQUOT,
            errno.ENOENT,
        ):  # no room, or the log was just written away
            return False
        raise
    return before == (_seen(database), _seen(beside[0]))


def _seen(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM events").fetchone()[0])


def _gaps(db: sqlite3.Connection) -> tuple[str, ...]:
    rows = db.execute("SELECT device FROM events GROUP BY device HAVING max(seq) <> count(*) ORDER BY device")
    return tuple(row[0] for row in rows)


def _stale(db: sqlite3.Connection, folds: Sequence[Fold]) -> tuple[str, ...]:
    names = ("retracted", *(table for fold in folds for table in fold.tables))
    kept = {name: _content(db, name) for name in names}
    rebuild(db, folds)
    return tuple(name for name in names if _content(db, name) != kept[name])


def _content(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(db.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - names are constants of the folds
