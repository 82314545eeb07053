"""The forecast on earlier days: what the learner was told, else what the first answers alone would have made of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from studyapp.learning.evidence import TooLittle
from studyapp.learning.forecast import Forecast, Interval
from studyapp.store.forecast_rows import Told

POINTS: Final = 16
"""At most so many earlier days are drawn."""


@dataclass(frozen=True, slots=True)
class PastForecast:
    """The forecast at the end of a study day: the chance with its 80 % interval, from so many first answers.

    ``told`` is False where nobody was told and it was worked out afterwards.
    """

    day: date
    chance: float
    interval: Interval
    answers: int
    told: bool


def past_forecasts(
    answered: Sequence[date],
    told: Mapping[date, Told],
    afterwards: Callable[[date], Forecast | TooLittle],
    today: date,
) -> tuple[PastForecast, ...]:
    """Forecasts of some days before today with first answers or something told, spread evenly, the last included."""
    days = sorted({day for day in (*answered, *told) if day < today})
    chosen = days if len(days) <= POINTS else [days[len(days) * (n + 1) // POINTS - 1] for n in range(POINTS)]
    found = (_told(told[day]) if day in told else _worked_out(day, afterwards(day)) for day in chosen)
    return tuple(past for past in found if past is not None)


def as_told(day: date, now: Forecast | TooLittle) -> tuple[PastForecast, ...]:
    """The forecast that the learner is told on a day, if there is one."""
    if isinstance(now, TooLittle):
        return ()
    return (PastForecast(day, now.chance, now.interval, now.answers, told=True),)


def _told(found: Told) -> PastForecast:
    return PastForecast(found.day, found.chance, Interval(*found.near), found.answers, told=True)


def _worked_out(day: date, found: Forecast | TooLittle) -> PastForecast | None:
    if isinstance(found, TooLittle):
        return None
    return PastForecast(day, found.chance, found.interval, found.answers, told=False)
