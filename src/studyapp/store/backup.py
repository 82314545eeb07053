"""Backups: one file that holds a whole progress database, verified before it is trusted.

A backup is a zip archive of ``progress.db`` and ``backup.json`` (format, schema version, entries, SHA-256).
It is written beside its target and renamed, so that a half-written one never bears the name of a backup.
"""

import errno
import hashlib
import json
import os
import re
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from studyapp.store.database import disk_faults, open_reader, stamp
from studyapp.store.durable import move, sync
from studyapp.store.health import DamagedError, Depth, examine

FORMAT: Final = 1
LARGEST: Final = 8 << 30
"""No database of more bytes is taken out of a backup."""

_DRAFT, _TRIAL = ".backup-", ".verify-"
_DATABASE: Final = "progress.db"
_LABEL: Final = "backup.json"
_STAMP: Final = "%Y-%m-%dT%H-%M-%SZ"
_NAME: Final = re.compile(r"studyapp-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.backup")
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
"""What `zipfile` and `json` raise over an archive that is damaged, cut off, encrypted or packed in another way."""

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.ENOENT)
"""What the system says where its passing files have no room, or no place."""

_STARTS, _DAYS, _WEEKS = 10, 14, 26


class BackupError(Exception):
    """A file is no backup, or a damaged one."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file and what its label says. ``last_order`` is the order key of the newest entry in it."""

    path: Path
    made_at: datetime
    version: int
    entries: int
    last_order: int


def write_backup(database: Path, target: Path, at: datetime) -> Backup:
    """Copy a database, also one that is being written, into a backup file that replaces ``target``.

    It opens a connection of its own, so any thread may do it. Raises OSError when the disk fails.
    """
    with disk_faults(), TemporaryDirectory(prefix=_DRAFT, dir=target.parent) as folder:
        copy, packed = Path(folder) / _DATABASE, Path(folder) / "packed"
        copy_database(database, copy)
        backup = _label_of(copy, target, at)
        _pack(copy, packed, backup)
        move(packed, target)
    return backup


def copy_database(database: Path, target: Path) -> None:
    """One consistent copy of a database with all that is committed, as a file that stands alone."""
    with closing(open_reader(database)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    sync(target)


def read_label(path: Path) -> Backup:
    """What a backup says about itself, without looking into the database. Raises BackupError."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _backup(path, json.loads(archive.read(_LABEL)))
    except (*_UNREADABLE, OSError, TypeError) as error:
        raise BackupError(f"{path} is no backup") from error


def unpack(path: Path, target: Path, newest: int | None = None) -> Backup:
    """Take the database out of a backup and verify it.

    Raises BackupError and leaves nothing when it is not sound, or of a version beyond ``newest``.
    """
    backup = read_label(path)
    if newest is not None and backup.version > newest:
        raise BackupError(f"{path} was made by a newer program")
    try:
        _take_out(path, target)
        examine(target, Depth.PAGES)
    except BaseException as error:
        target.unlink(missing_ok=True)
        if isinstance(error, (*_UNREADABLE, DamagedError, sqlite3.DatabaseError)):
            raise BackupError(f"{path} is damaged") from error
        raise
    return backup


def clear_away_drafts(folder: Path) -> None:
    """Remove what a program that was killed left of a backup it was making or verifying."""
    for draft in (*folder.glob(f"{_DRAFT}*"), *folder.glob(f"{_TRIAL}*")):
        shutil.rmtree(draft, ignore_errors=True)


def is_good(path: Path, newest: int | None = None) -> bool:
    """Whether a backup could be restored; one of a version beyond ``newest`` could not.

    It is tried among the system's passing files, so that nothing is altered; beside the backup where no room is there.
    """
    try:
        return _unpacks(path, None, newest)
    except OSError as fault:
        if fault.errno not in _NO_ROOM or not os.access(path.parent, os.W_OK):
            raise
        return _unpacks(path, path.parent, newest)


def _unpacks(path: Path, beside: Path | None, newest: int | None) -> bool:
    with TemporaryDirectory(prefix=_TRIAL, dir=beside) as folder:
        try:
            unpack(path, Path(folder) / _DATABASE, newest)
        except BackupError:
            return False
    return True


def automatic_name(at: datetime) -> str:
    """What a backup made without being asked is called."""
    return f"studyapp-{at.astimezone(UTC).strftime(_STAMP)}.backup"


def unused(folder: Path, at: datetime) -> Path:
    """A path for an automatic backup at which there is nothing yet."""
    while (path := folder / automatic_name(at)).exists():
        at += timedelta(seconds=1)
    return path


def automatic_backups(folder: Path) -> tuple[Path, ...]:
    """The backups in a folder that were made without being asked, the newest first."""
    found = (path for path in folder.glob("studyapp-*.backup") if _NAME.fullmatch(path.name))
    return tuple(sorted(found, key=lambda path: path.name, reverse=True))


def superfluous(newest_first: Sequence[Path]) -> tuple[Path, ...]:
    """Which automatic backups may go: all but the last ten, and the last of each of 14 days and 26 weeks."""
    keep = set(newest_first[:_STARTS])
    keep |= _last_of_each(newest_first, "%Y-%m-%d", _DAYS) | _last_of_each(newest_first, "%G-%V", _WEEKS)
    return tuple(path for path in newest_first if path not in keep)


def _last_of_each(newest_first: Iterable[Path], span: str, count: int) -> set[Path]:
    last: dict[str, Path] = {}
    for path in newest_first:
        last.setdefault(_moment(path).strftime(span), path)
    return set(list(last.values())[:count])


def _moment(path: Path) -> datetime:
    found = _NAME.fullmatch(path.name)
    assert found
    return datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC)


def _label_of(copy: Path, target: Path, at: datetime) -> Backup:
    with closing(sqlite3.connect(copy)) as db:
        version, entries, last = stamp(db)
    return Backup(target, at.astimezone(UTC), version, entries, last)


def _pack(copy: Path, packed: Path, backup: Backup) -> None:
    label = {
        "format": FORMAT,
        "made_at": backup.made_at.isoformat(),
        "version": backup.version,
        "entries": backup.entries,
        "last_order": backup.last_order,
        "sha256": _digest(copy),
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(_LABEL, json.dumps(label, indent=1))
        archive.write(copy, _DATABASE)
    sync(packed)


def _take_out(path: Path, target: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        label = json.loads(archive.read(_LABEL))
        entry = archive.getinfo(_DATABASE)
        if entry.file_size > LARGEST:
            raise ValueError("too large")
        with archive.open(entry) as source, target.open("wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
    sync(target)
    if _digest(target) != label["sha256"]:
        raise ValueError("the database is not the one that was backed up")


def _backup(path: Path, label: dict[str, object]) -> Backup:
    if label["format"] != FORMAT:
        raise ValueError(f"format {label['format']}")
    made_at = datetime.fromisoformat(str(label["made_at"]))
    numbers = (int(str(label[name])) for name in ("version", "entries", "last_order"))
    return Backup(path, made_at, *numbers)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
