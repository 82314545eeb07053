"""Why a profile cannot be opened, as a value that the window and the command line put into words."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class TroubleKind(StrEnum):
    """What stands in the way."""

    IN_USE = "in-use"
    """Another process writes it; ``pid`` names that process."""
    NEWER = "newer"
    """A newer program wrote it; ``version`` is beyond ours. It was left as it is."""
    DAMAGED = "damaged"
    """It was put aside to ``put_aside``, or has vanished when that is None; ``backup`` is the newest good backup, if
    any. `recover` decides.
    """
    UNUSABLE = "unusable"
    """The disk is full, the folder cannot be written to, and the like; ``detail`` is the system's own
    word.
    """


class Trouble(NamedTuple):
    """What was found when a profile was to be opened."""

    kind: TroubleKind
    path: Path
    detail: str = ""
    pid: int = 0
    version: int = 0
    put_aside: Path | None = None
    backup: Path | None = None


class ProfileError(Exception):
    """A profile could not be opened, or a file is no backup that can be restored."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"{trouble.kind}: {trouble.path}: {trouble.detail}")
        self.trouble = trouble
