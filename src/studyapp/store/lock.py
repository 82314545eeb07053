"""One process writes a profile: a lock that the operating system lets go of when its holder ends."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_BEYOND = 1 << 30
"""Where Windows locks a byte: far behind the text, which stays readable for others."""


class ProfileInUseError(Exception):
    """Another process writes this profile; ``pid`` names it, 0 when it did not say."""

    def __init__(self, pid: int) -> None:
        super().__init__(f"in use by process {pid}")
        self.pid = pid


class ProfileLock:
    """Holds a lock file that names the process which holds it.

    The file stays behind after a crash; the lock does not.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock at once. Raises ProfileInUseError, or OSError when the file cannot be written."""
        self._file: IO[bytes] = open(path, "a+b")  # noqa: PTH123, SIM115 - held open until `release`
        try:
            _lock(self._file)
        except OSError as error:
            pid = _named(self._file)
            self._file.close()
            if isinstance(error, BlockingIOError | PermissionError):
                raise ProfileInUseError(pid) from error
            raise
        self._file.seek(0)
        self._file.truncate()
        self._file.write(f"{os.getpid()}\n".encode())
        self._file.flush()

    def release(self) -> None:
        """Let go. Doing so twice is fine."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def holder(path: Path) -> int | None:
    """The process that holds the lock, 0 when it did not say; None when nobody does. The file is only read."""
    try:
        file = path.open("rb")
    except OSError:
        return None  # no lock was ever taken here, or none that this user may look at
    with file:
        try:
            _lock(file)
        except OSError:
            return _named(file)
    return None


def _named(file: IO[bytes]) -> int:
    file.seek(0)
    text = file.read(32).strip()
    return int(text) if text.isdigit() else 0


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(_BEYOND)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
