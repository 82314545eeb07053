"""After days away, and before an exam that comes too soon: what to offer instead of a reproach."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Final

CHOICES: Final = (5, 15, 30)
"""Minutes that are offered on the day of the return."""

AWAY: Final = 3
"""The last answer lies at least so many days back when somebody has been away."""

_STEP: Final = 5
_MOST: Final = 240
"""More minutes a day are no advice."""

_FARTHEST: Final = 365


@dataclass(frozen=True, slots=True)
class Offer:
    """So many minutes today, and the cards that they carry."""

    minutes: int
    cards: int


@dataclass(frozen=True, slots=True)
class Return:
    """Somebody is back: ``waiting`` cards are due, done within about ``days`` at the usual minutes."""

    waiting: int
    days: int
    offers: tuple[Offer, ...]


def back(away: int, waiting: int, seconds: float, usual: float) -> Return | None:
    """What to offer after so many days away; None when nobody was away or all that waits fits the usual day.

    ``seconds`` is what a card takes and ``usual`` what a usual day has for cards.
    """
    needed = waiting * seconds
    if away < AWAY or needed <= usual:
        return None
    offers = tuple(Offer(minutes, min(waiting, int(minutes * 60 / seconds))) for minutes in CHOICES)
    return Return(waiting, ceil(needed / max(usual, 1.0)), offers)


def minutes_for(
    needed: float, today: date, exam: date, seconds: float, works: Callable[[date], bool]
) -> int | None:
    """The minutes a day that carry ``needed`` seconds of cards before an exam; None when no day has so many.

    ``seconds`` is what a minute of a day's time has for cards; ``works`` tells days that are not off.
    """
    days = sum(works(today + timedelta(days=n)) for n in range(max(1, (exam - today).days)))
    minutes = ceil(needed / seconds / days / _STEP) * _STEP if days else None
    return minutes if minutes is not None and minutes <= _MOST else None


def first_day(
    needed: float, today: date, exam: date, seconds: float, works: Callable[[date], bool]
) -> date | None:
    """The first exam date by which ``needed`` seconds fit at ``seconds`` a day; None within a year."""
    spent = 0.0
    for number in range(_FARTHEST):
        day = today + timedelta(days=number)
        if spent >= needed and day > exam:
            return day
        spent += seconds if works(day) else 0.0
    return None
