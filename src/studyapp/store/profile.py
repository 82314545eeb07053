"""A learner's folder, opened: the lock, the database, and the ledger on it."""

import random
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from studyapp.learning.study_day import Clock
from studyapp.preferences import make_private
from studyapp.store import disk_words
from studyapp.store.closing import closed_well, note_closed
from studyapp.store.database import (
    StorageError,
    disk_faults,
    is_of_content,
    open_reader,
    open_writer,
    said,
)
from studyapp.store.device import device_name, known_device, renamed
from studyapp.store.disk_words import in_plain_words
from studyapp.store.durable import move
from studyapp.store.health import NOTHING_LEFT, SMALL, DamagedError, Depth, examine, is_damage, was_more
from studyapp.store.ledger import Ledger
from studyapp.store.lock import ProfileInUseError, ProfileLock, holder
from studyapp.store.migrate import Step, climb, ladder, version_of
from studyapp.store.places import Places
from studyapp.store.recovery import decide, put_aside_damaged, undecided
from studyapp.store.trouble import ProfileError, Trouble, TroubleKind

if TYPE_CHECKING:
    from studyapp.store.backup import Backup


class Profile:
    """One learner's folder while it is open; ``ledger`` is the way to what is in it.

    ``lock`` is None when the profile is only read.
    """

    def __init__(
        self, places: Places, ledger: Ledger, lock: ProfileLock | None, now: Clock, dice: random.Random
    ) -> None:
        self.places = places
        self.ledger = ledger
        self._lock = lock
        self._now = now
        self._dice = dice

    def reader(self) -> Ledger:
        """A ledger that only reads, for the thread that asks for it; close it there."""
        return Ledger(open_reader(self.places.database), self.ledger.device, self._now, read_only=True)

    def restore(self, path: Path) -> "Backup":
        """Put a verified backup in the place of the present log, which is kept under ``replaced``.

        From then on this computer writes under a new name, because numbers given out after the backup may be
        known elsewhere. Raises BackupError and changes nothing when the backup is not sound or from a newer
        program. Raises OSError when the disk fails: the log is then one of the two, whole, and open.
        """
        from studyapp.store.backup import unpack, unused, write_backup

        if self._lock is None:
            raise ProfileError(Trouble(TroubleKind.IN_USE, self.places.database))
        fresh = self.places.folder / "progress.restored"
        backup = unpack(path, fresh, newest=len(ladder()))
        try:
            kept = unused(self.places.replaced, self._now())
            write_backup(self.places.database, kept, self._now())
            self._exchange(fresh)
        finally:
            fresh.unlink(missing_ok=True)
        return backup

    def _exchange(self, fresh: Path) -> None:
        self.ledger.check_in()
        device = renamed(self.places.device, self._dice)
        try:
            if not self.ledger.close():
                raise StorageError(disk_words.FAILED)
            for beside in self.places.with_write_ahead()[1:]:
                beside.unlink(missing_ok=True)
            move(fresh, self.places.database)
        finally:
            with disk_faults():
                self.ledger.reconnect(_writer(self.places, ladder()), device)

    def close(self) -> None:
        """Check the write-ahead log into the database and let go of everything. Doing so twice is fine."""
        in_order = self.ledger.close()
        if self._lock is not None:
            if in_order:
                note_closed(self.places)
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_profile(
    folder: Path,
    now: Clock,
    dice: random.Random,
    *,
    read_only: bool = False,
    steps: tuple[Step, ...] | None = None,
    lock: ProfileLock | None = None,
) -> Profile:
    """Open a learner's folder, which is made when it does not exist. Raises ProfileError.

    With ``read_only`` no lock is taken: command line and threads read while another process writes. A profile
    that does not exist yet then reads as an empty one. Whoever holds the lock already hands it over; it is let go
    of when the profile cannot be opened.
    """
    places, ladder_ = Places(folder), ladder() if steps is None else steps
    try:
        if read_only:
            return _open_to_read(places, now, dice, ladder_)
        return _open_to_write(places, now, dice, ladder_, lock)
    except ProfileInUseError as error:
        raise ProfileError(Trouble(TroubleKind.IN_USE, places.database, pid=error.pid)) from error
    except OSError as error:
        raise ProfileError(Trouble(TroubleKind.UNUSABLE, places.database, in_plain_words(error))) from error
    except UnicodeDecodeError as error:
        unusable = Trouble(TroubleKind.UNUSABLE, places.database, disk_words.DAMAGED)
        raise ProfileError(look_again(folder, now) or unusable) from error
    except sqlite3.Error as error:
        found = look_again(folder, now) if is_of_content(error) else None
        unusable = Trouble(TroubleKind.UNUSABLE, places.database, said(error))
        raise ProfileError(found or unusable) from error


def recover(folder: Path, backup: Path | None) -> None:
    """Decide about a damaged database: put a backup in its place, or begin anew with None.

    Nothing is done when there is nothing to decide any more, because it was decided elsewhere or the file is back.
    Raises BackupError when the backup is not sound, ProfileError when another process writes.
    """
    places = Places(folder)
    try:
        with ProfileLock(places.lock):
            if undecided(places) is not None:
                decide(places, backup)
    except ProfileInUseError as error:
        raise ProfileError(Trouble(TroubleKind.IN_USE, places.database, pid=error.pid)) from error


def look_again(folder: Path, now: Clock) -> Trouble | None:
    """Look closely at a database that turned out damaged while it was used, and put it aside when it is.

    None when all of its pages are sound, so that the damage lies in what was written there, or when another process
    writes it.
    """
    places = Places(folder)
    try:
        with ProfileLock(places.lock):
            try:
                examine(places.database, Depth.ALL)
            except DamagedError as error:
                return put_aside_damaged(places, str(error), now())
    except (ProfileInUseError, OSError, sqlite3.Error):
        return None
    return None


def _open_to_write(
    places: Places, now: Clock, dice: random.Random, steps: tuple[Step, ...], lock: ProfileLock | None = None
) -> Profile:
    places.look()
    for needed in (places.folder, places.backups, places.replaced, places.cache, places.logs):
        make_private(needed)
    lock = lock or ProfileLock(places.lock)
    try:
        device = device_name(places.device, dice)
        ledger = _sound_ledger(places, device, now, steps)
    except BaseException:
        lock.release()
        raise
    return Profile(places, ledger, lock, now, dice)


def _sound_ledger(places: Places, device: str, now: Clock, steps: tuple[Step, ...]) -> Ledger:
    found = undecided(places)
    if found is not None:
        raise ProfileError(found)
    places.undecided.unlink(missing_ok=True)  # what it says has vanished is back
    try:
        _refuse_what_is_not_sound(places, len(steps))
        places.closed_well.unlink(missing_ok=True)
        return Ledger(_writer(places, steps), device, now)
    except DamagedError as error:
        raise ProfileError(put_aside_damaged(places, str(error), now())) from error
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise ProfileError(put_aside_damaged(places, str(error), now())) from error
        raise


def _open_to_read(places: Places, now: Clock, dice: random.Random, steps: tuple[Step, ...]) -> Profile:
    places.look()
    device = known_device(places.device) or ""
    if not (places.database.exists() or places.undecided.exists() or places.closed_well.exists()):
        empty = sqlite3.connect(":memory:", isolation_level=None)
        climb(empty, steps)
        return Profile(places, Ledger(empty, device, now, read_only=True), None, now, dice)
    _make_readable(places, now, dice, steps)
    ledger = Ledger(open_reader(places.database), device, now, read_only=True)
    return Profile(places, ledger, None, now, dice)


def _make_readable(places: Places, now: Clock, dice: random.Random, steps: tuple[Step, ...]) -> None:
    """Let a database climb that is behind, and have one that is damaged put aside, as whoever writes does."""
    detail = ""
    try:
        if examine(places.database, _depth_to_read(places)) == len(steps):
            return
    except (DamagedError, sqlite3.Error) as error:
        detail = f"{places.database.name}: {disk_words.DAMAGED}; " if isinstance(error, DamagedError) else ""
    try:
        _open_to_write(places, now, dice, steps).close()
    except OSError as error:
        trouble = Trouble(TroubleKind.UNUSABLE, places.database, detail + in_plain_words(error))
        raise ProfileError(trouble) from error


def _refuse_what_is_not_sound(places: Places, newest: int) -> None:
    lost, version = places.closed_well.exists(), 0
    if places.database.exists():
        version = examine(places.database, _depth(places))
        lost = lost or (version == 0 and was_more(places))
    if version == 0 and lost:
        raise DamagedError(NOTHING_LEFT)
    if version > newest:
        raise ProfileError(Trouble(TroubleKind.NEWER, places.database, version=version))


def _depth(places: Places) -> Depth:
    trusted = closed_well(places) and places.database.stat().st_size > SMALL
    return Depth.HEADER if trusted else Depth.PAGES


def _depth_to_read(places: Places) -> Depth:
    """Whoever writes has looked at the pages, so that nobody else needs to meanwhile."""
    written = not places.closed_well.exists() and holder(places.lock) is not None
    return Depth.HEADER if written else _depth(places)


def _writer(places: Places, steps: tuple[Step, ...]) -> sqlite3.Connection:
    """The writing connection to a database that has climbed the ladder."""
    db = open_writer(places.database)
    try:
        new = version_of(db) == 0
        climb(db, steps, None if new else lambda version: _lay_copy_beside(places, version))
    except BaseException:
        db.close()
        raise
    return db


def _lay_copy_beside(places: Places, version: int) -> None:
    from studyapp.store.backup import copy_database

    copy = places.database.with_name(f"progress.v{version}.db")
    copy.unlink(missing_ok=True)
    copy_database(places.database, copy)
