"""Backups: made on request and by themselves, looked at, restored."""

import errno
import os
from pathlib import Path

from studyapp.learning.study_day import Clock
from studyapp.store.backup import (
    Backup,
    BackupError,
    automatic_backups,
    automatic_name,
    clear_away_drafts,
    read_label,
    superfluous,
    unused,
    write_backup,
)
from studyapp.store.database import progress_stamp
from studyapp.store.profile import Profile
from studyapp.study.change import Change

__all__ = ["Backup", "BackupDesk", "BackupError"]

ENDING = ".backup"
"""What a backup inside the profile is called at the end."""

EVERYTHING = Change.REVIEWS | Change.EXAMS | Change.READING | Change.NOTES | Change.SETTINGS
"""What another log in place of the present one alters."""


class BackupDesk:
    """Copies of the progress, and the way back to one."""

    def __init__(self, profile: Profile, now: Clock) -> None:
        self._profile, self._now = profile, now

    def suggested_name(self) -> str:
        """What a backup made now might be called."""
        return automatic_name(self._now())

    def backup(self, to: Path) -> Backup:
        """Write all progress to a file, or into a folder under a name of its own; an older backup is replaced.

        Raises OSError when it cannot be written; a file that was there is as it was then. Raises BackupError when it
        would take the place of anything but a backup, or of what belongs to the profile.
        """
        target = unused(to, self._now()) if to.is_dir() else to
        self._refuse_what_is_needed(target)
        if target.exists() and not target.is_file():
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(target))
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
        if target.exists() and target.stat().st_size:
            self._refuse_what_is_no_backup(target)
        return write_backup(self._profile.places.database, target, self._now())

    def _refuse_what_is_needed(self, target: Path) -> None:
        """Inside the profile only files that are called a backup have a place, and there none that is kept already."""
        places, whole = self._profile.places, target.resolve()
        if whole in {path.resolve() for path in (*places.with_write_ahead(), places.lock)}:
            raise BackupError(f"{target} is your progress itself; name another file")
        own = places.folder.resolve()
        if not whole.is_relative_to(own):
            return
        free = whole.parent == own or (whole.parent == places.backups.resolve() and not whole.exists())
        if not free or whole.suffix != ENDING:
            raise BackupError(f"{target} lies among the files of your progress; name a file elsewhere")

    def _refuse_what_is_no_backup(self, target: Path) -> None:
        try:
            read_label(target)
        except BackupError as error:
            raise BackupError(f"{target} is there already and is no backup; name another file") from error

    def look(self, path: Path) -> Backup:
        """What a backup says about itself. Raises BackupError when it is none."""
        return read_label(path)

    def restore(self, path: Path) -> Change:
        """Put a backup in the place of the present progress, which is kept as a backup in ``replaced``.

        It is verified first. Raises BackupError, and has changed nothing then.
        """
        self._profile.restore(path)
        return EVERYTHING

    def automatic(self) -> Backup | None:
        """Make the backup of this start and clear away old ones; None when nothing changed since the last.

        Any thread may call it: it reads through a connection of its own.
        """
        places = self._profile.places
        clear_away_drafts(places.backups)
        kept = automatic_backups(places.backups)
        if kept and _stamp_of(kept[0]) == progress_stamp(places.database):
            return None
        made = write_backup(places.database, unused(places.backups, self._now()), self._now())
        for path in superfluous(automatic_backups(places.backups)):
            path.unlink()
        return made

    def made(self) -> tuple[Path, ...]:
        """The backups that were made by themselves, the newest first."""
        return automatic_backups(self._profile.places.backups)


def _stamp_of(path: Path) -> tuple[int, int, int] | None:
    try:
        backup = read_label(path)
    except BackupError:
        return None
    return backup.version, backup.entries, backup.last_order
