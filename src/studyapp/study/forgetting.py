"""The forgetting curve of the memory model, and what the learner really recalled along it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from studyapp.learning.scheduler import Scheduler
from studyapp.learning.statistics import plausible
from studyapp.store.report_rows import RecallRow

STABILITY: Final = 10
"""The curve is drawn for a card that is recalled with 90 % after so many days; others are stretched to it."""

_SOONEST, _MOST = 0.3, 365.0
_PIECES: Final = 40


@dataclass(frozen=True, slots=True)
class Recalled:
    """Reviews that came at one place of the curve.

    ``day`` is when they would have come for a card of `STABILITY` days; ``low`` and ``high`` hold the true share
    of recall in four of five cases.
    """

    day: float
    expected: float
    reviews: int
    recalled: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Forgetting:
    """The model's curve as (day, chance of recall), and what was recalled along it, both from soon to late."""

    curve: tuple[tuple[float, float], ...]
    recalled: tuple[Recalled, ...]


def forgetting(rows: Iterable[RecallRow], scheduler: Scheduler) -> Forgetting:
    """Stretch what was recalled, by expected chance, along the curve of one card."""
    points = tuple(_point(row, scheduler) for row in rows)
    found = tuple(sorted(points, key=lambda point: point.day))
    last = max([3.0 * STABILITY, *(point.day for point in found)])
    step = (last / _SOONEST) ** (1 / _PIECES)
    days = (_SOONEST * step**n for n in range(_PIECES + 1))
    return Forgetting(tuple((day, scheduler.recall_at(day / STABILITY)) for day in days), found)


def _point(row: RecallRow, scheduler: Scheduler) -> Recalled:
    day = STABILITY * scheduler.age_at(row.expected)
    low, high = plausible(row.recalled, row.reviews)
    return Recalled(min(_MOST, max(_SOONEST, day)), row.expected, row.reviews, row.recalled, low, high)
