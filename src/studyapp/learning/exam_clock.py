"""The exam's clock: it counts the time in which the paper could be read, and no other.

The rule. Every look at the clock adds the wall time since the look before, never less than zero and never
more than `LONGEST_LOOK`. While a paper lies open the window looks several times a second, so that ordinary
running counts in full. A sleeping computer, a clock set forward or back and a crash therefore cost at most
`LONGEST_LOOK` and never give time back. What has elapsed is written down with every answer and at least every
`HEARTBEAT`; after a crash the paper goes on with what was written last.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LONGEST_LOOK = timedelta(seconds=5)
"""The most that one look may add. More than that between two looks means that nobody could read the paper."""

HEARTBEAT = timedelta(seconds=15)
"""How much time may elapse before it is written down even if nothing is answered."""

_ZERO = timedelta(0)


@dataclass(frozen=True, slots=True)
class ExamClock:
    """Time spent on one paper.

    ``looked_at`` is None while the clock stands still (paused, or not yet opened).
    """

    limit: timedelta | None
    elapsed: timedelta = _ZERO
    looked_at: datetime | None = None
    gaps: int = 0
    written: timedelta = _ZERO

    def look(self, at: datetime) -> "ExamClock":
        """Let the clock run until ``at``. A gap longer than `LONGEST_LOOK` is counted as an interruption."""
        if self.looked_at is None:
            return replace(self, looked_at=at)
        passed = at - self.looked_at
        counted = min(max(passed, _ZERO), LONGEST_LOOK)
        gaps = self.gaps + (passed > LONGEST_LOOK)
        return replace(self, elapsed=self._bounded(self.elapsed + counted), looked_at=at, gaps=gaps)

    def stand(self, at: datetime) -> "ExamClock":
        """Let the clock run until ``at`` and then stand still."""
        return replace(self.look(at), looked_at=None)

    def wrote(self) -> "ExamClock":
        """Note that the elapsed time is on the disk."""
        return replace(self, written=self.elapsed)

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self.looked_at is not None

    @property
    def left(self) -> timedelta | None:
        """The time left, never below zero; None without a limit."""
        return None if self.limit is None else max(self.limit - self.elapsed, _ZERO)

    @property
    def out(self) -> bool:
        """Whether the time is up."""
        return self.limit is not None and self.elapsed >= self.limit

    @property
    def beat_due(self) -> bool:
        """Whether the elapsed time should be written down now."""
        return self.elapsed - self.written >= HEARTBEAT

    def _bounded(self, elapsed: timedelta) -> timedelta:
        return elapsed if self.limit is None else min(elapsed, self.limit)
