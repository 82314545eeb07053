"""Counts the time in which somebody is reading: the page is in sight and was touched not long ago."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

IDLE = 90.0
"""Seconds without a touch after which nobody is taken to be reading: a screenful of text takes less."""


class ReadingClock:
    """Runs between ``start`` and ``stop``; ``touch`` says that somebody is there."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._since: float | None = None
        self._touched = 0.0
        self._counted = self._ever = 0.0

    def start(self) -> None:
        """Reading begins or goes on."""
        if self._since is None:
            self._since = self._touched = self._now()

    def stop(self) -> None:
        """Reading pauses."""
        self._settle()
        self._since = None

    def touch(self) -> None:
        """Somebody scrolled, typed or moved the pointer."""
        if self._since is not None:
            self._settle()
            self._touched = self._since

    def take(self) -> timedelta:
        """The time counted since the last take."""
        self._settle()
        counted, self._counted = self._counted, 0.0
        return timedelta(seconds=counted)

    def counted(self) -> float:
        """All seconds ever counted, taken or not."""
        self._settle()
        return self._ever

    def give_back(self, took: timedelta) -> None:
        """Count a time that was taken once more."""
        self._counted += took.total_seconds()

    def _settle(self) -> None:
        if self._since is None:
            return
        now = self._now()
        counted = max(0.0, min(now, self._touched + IDLE) - self._since)
        self._counted += counted
        self._ever += counted
        self._since = now
