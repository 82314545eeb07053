"""Figures worked out from the answers of each study day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from studyapp.learning.due_queue import REVIEW_SECONDS

_ENOUGH_ANSWERS: Final = 30
_RECENT: Final = 500
_SHORT_DAY: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class AnswerDay:
    """The answers of one study day given at one UTC offset.

    ``reviews`` are answers to cards past their learning steps, ``recalled`` those of them that were not
    forgotten.
    """

    day: date
    offset_minutes: int
    answers: int
    again: int
    took: timedelta
    reviews: int
    recalled: int


@dataclass(frozen=True, slots=True)
class AnswerTotals:
    """Sums over some days."""

    answers: int = 0
    again: int = 0
    took: timedelta = timedelta()
    reviews: int = 0
    recalled: int = 0

    @property
    def recall(self) -> float | None:
        """The share of reviews that were recalled, None without any."""
        return self.recalled / self.reviews if self.reviews else None


def totals(days: Iterable[AnswerDay]) -> AnswerTotals:
    """The sums over these days."""
    kept = tuple(days)
    return AnswerTotals(
        answers=sum(day.answers for day in kept),
        again=sum(day.again for day in kept),
        took=sum((day.took for day in kept), timedelta()),
        reviews=sum(day.reviews for day in kept),
        recalled=sum(day.recalled for day in kept),
    )


def seconds_an_answer(days: Sequence[AnswerDay]) -> float:
    """How long an answer takes, from the latest days with some 500 answers; nine seconds at first."""
    answers, took = 0, timedelta()
    for day in reversed(days):
        answers, took = answers + day.answers, took + day.took
        if answers >= _RECENT:
            break
    if answers < _ENOUGH_ANSWERS:
        return REVIEW_SECONDS
    return min(60.0, max(2.0, took.total_seconds() / answers))


def plausible(hits: int, tries: int) -> tuple[float, float]:
    """The 80 % interval of the share behind some outcomes, from 0 to 1 (Wilson 1927). ``tries`` is at least 1."""
    z, share = 1.2816, hits / tries
    centre = (share + z * z / (2 * tries)) / (1 + z * z / tries)
    reach = z * sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries)) / (1 + z * z / tries)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def days_in_a_row(days: Sequence[AnswerDay], today: date) -> int:
    """Study days without a gap up to today, or up to yesterday while today has no answer yet.

    A date that a journey skipped is no gap: one is forgiven when the clock was put forward by so much between
    the days on both sides of it that less than twelve hours of it were left.
    """
    ordered = sorted(days, key=lambda day: day.day, reverse=True)
    count, later, offset = 0, today + timedelta(days=1), None
    for day in ordered:
        if day.day > today or day.day == later:
            continue
        gap = (later - day.day).days - 1
        if gap > (1 if count == 0 else 0) and not _skipped(gap, day.offset_minutes, offset):
            break
        count, later, offset = count + 1, day.day, day.offset_minutes
    return count


def _skipped(gap: int, before: int, after: int | None) -> bool:
    return (
        gap == 1 and after is not None and timedelta(minutes=after - before) > timedelta(days=1) - _SHORT_DAY
    )
