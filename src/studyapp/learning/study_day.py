"""The learner's day: it ends at the rollover hour of the learner's own clock, not at midnight.

A day is named by a date. The date of a moment depends on three things that every log entry carries: the
moment in UTC, the UTC offset of the learner's clock and the rollover hour in force. So the day of an entry
never changes afterwards, whatever happens to the clock, the zone or the setting; a clock set back or a flight
west continues a day that has a name already instead of opening a second one.

What was studied is planned and counted by that day (`day_of`). Wherever a date is told as people tell it, that of a
paper, of an exam, of something written down, it is the calendar's (`on_the_calendar`): after midnight the next one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

Clock = Callable[[], datetime]
"""Gives the present moment, aware. Its UTC offset is taken as that of the learner's wall clock."""

DEFAULT_ROLLOVER: Final = 4
"""The hour at which a day ends until the learner sets another."""


@dataclass(frozen=True, slots=True)
class StudyDay:
    """One day of study: its name, and where it lies as far as the present offset tells."""

    date: date
    starts_at: datetime
    ends_at: datetime
    offset: timedelta
    rollover_hour: int

    def holds(self, moment: datetime, rollover_hour: int) -> bool:
        """Whether a moment, given in the learner's own offset, lies in this very day."""
        if self.rollover_hour != rollover_hour or self.offset != moment.utcoffset():
            return False
        return self.starts_at <= moment < self.ends_at


def offset_of(moment: datetime) -> int:
    """The UTC offset of an aware moment in whole minutes. Raises ValueError when it is naive."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone cannot be ordered")
    return offset // timedelta(minutes=1)


def day_of(at: datetime, offset_minutes: int, rollover_hour: int) -> date:
    """The name of the study day in which a moment falls."""
    if at.tzinfo is not UTC:
        at = at.astimezone(UTC)
    return (at + timedelta(0, 60 * offset_minutes - 3600 * rollover_hour)).date()


def on_the_calendar(at: datetime, offset_minutes: int) -> datetime:
    """A moment as the learner's own clock and calendar showed it; its date is the one that people call it by."""
    return at.astimezone(timezone(timedelta(minutes=offset_minutes)))


def next_midnight(moment: datetime) -> datetime:
    """When the calendar's date of a moment, given in the learner's own offset, ends."""
    return datetime.combine(moment.date() + timedelta(days=1), time(), tzinfo=moment.tzinfo)


def study_day(moment: datetime, rollover_hour: int) -> StudyDay:
    """The study day around a moment given in the learner's own offset."""
    minutes = offset_of(moment)
    name = day_of(moment, minutes, rollover_hour)
    midnight = datetime.combine(name, time(), tzinfo=UTC)
    starts_at = midnight + timedelta(hours=rollover_hour, minutes=-minutes)
    offset = moment.utcoffset() or timedelta()
    return StudyDay(name, starts_at, starts_at + timedelta(days=1), offset, rollover_hour)
