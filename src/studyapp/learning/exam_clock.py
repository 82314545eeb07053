"""The exam's clock: it counts the time in which the paper could be read, and no other.

The rule. What is counted is the time that the computer was awake while the paper lay open, which no clock that can
be set has a say in. A window that was busy for some seconds had its paper in sight: they count, at most `LONGEST_LOOK`
of them at a time. A sleeping computer, a clock set forward or back and a crash cost nothing and never give time back.
What has elapsed is written to the log with every answer and at least every `HEARTBEAT`; in between, every second is
kept beside it, and after a crash the paper goes on with the later of both.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LONGEST_LOOK = timedelta(seconds=60)
"""The most that one look may add: a window that was stuck for longer let nobody answer.

While a paper lies open the window looks several times a second.
"""

SLEEP = timedelta(seconds=5)
"""When the time of day ran on by so much more than the computer was awake, it slept."""

HEARTBEAT = timedelta(seconds=15)
"""How much time may elapse before it enters the log even if nothing is answered."""

_ZERO = timedelta(0)


@dataclass(frozen=True, slots=True)
class Moment:
    """What two clocks show: how long the computer has been ``awake`` since it was started, and the time of day."""

    awake: timedelta
    day: datetime


@dataclass(frozen=True, slots=True)
class ExamClock:
    """Time spent on one paper.

    ``looked_at`` is None while the clock stands still (paused, or not yet opened). ``gaps`` counts interruptions.
    """

    limit: timedelta | None
    elapsed: timedelta = _ZERO
    looked_at: Moment | None = None
    gaps: int = 0
    written: timedelta = _ZERO

    def look(self, at: Moment) -> "ExamClock":
        """Let the clock run until ``at``. A sleep, and what goes beyond `LONGEST_LOOK`, is an interruption."""
        if self.looked_at is None:
            return replace(self, looked_at=at)
        passed = max(at.awake - self.looked_at.awake, _ZERO)
        slept = at.day - self.looked_at.day - passed > SLEEP
        gaps = self.gaps + (slept or passed > LONGEST_LOOK)
        elapsed = self._bounded(self.elapsed + min(passed, LONGEST_LOOK))
        return replace(self, elapsed=elapsed, looked_at=at, gaps=gaps)

    def stand(self, at: Moment) -> "ExamClock":
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
