"""Where everything of one learner lies."""

import errno
import os
from pathlib import Path
from typing import NamedTuple


class Places(NamedTuple):
    """The files and folders of a profile."""

    folder: Path

    @property
    def database(self) -> Path:
        """Log and derived tables."""
        return self.folder / "progress.db"

    @property
    def lock(self) -> Path:
        """Names the process that writes."""
        return self.folder / "progress.lock"

    @property
    def closed_well(self) -> Path:
        """Written when the database is closed in good order: its size and time of change."""
        return self.folder / "progress.closed"

    @property
    def device(self) -> Path:
        """The name under which this computer writes its entries."""
        return self.folder / "device.json"

    @property
    def undecided(self) -> Path:
        """Stands while the learner has not said what is to become of a damaged database."""
        return self.folder / "damaged.json"

    @property
    def damaged(self) -> Path:
        """Damaged databases, as they were found."""
        return self.folder / "damaged"

    @property
    def replaced(self) -> Path:
        """Databases in whose place a backup was put."""
        return self.folder / "replaced"

    @property
    def backups(self) -> Path:
        """Backups made without being asked."""
        return self.folder / "backups"

    @property
    def cache(self) -> Path:
        """What can be made again from content."""
        return self.folder / "cache"

    @property
    def own_cards(self) -> Path:
        """The pack of cards that the learner wrote."""
        return self.folder / "my-cards"

    @property
    def draft(self) -> Path:
        """What the paper being sat has that is not in the log yet."""
        return self.folder / "exam-draft.json"

    @property
    def logs(self) -> Path:
        """The program's own diary for finding faults."""
        return self.folder / "log"

    def look(self) -> None:
        """See that a profile lies or may lie here. Raises OSError with the place that stands in the way."""
        own = self.folder.absolute()
        nearest = next(path for path in (own, *own.parents) if _is_there(path))
        if not nearest.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(nearest))
        if nearest == own:
            os.scandir(own).close()  # refused where reading is
        if self.database.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(self.database))

    def with_write_ahead(self) -> tuple[Path, ...]:
        """The database and the files that SQLite keeps beside it; they belong together."""
        name = self.database.name
        return tuple(self.folder / (name + end) for end in ("", "-wal", "-shm"))


def _is_there(path: Path) -> bool:
    """Whether something bears this name, a link to nothing included. Raises PermissionError."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
