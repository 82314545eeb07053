"""Reads which forecasts were told, and how real exams went."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger
from studyapp.store.moment import from_ms, to_ms

_COLUMNS = "at, day, chance, low, high, answers, areas"


@dataclass(frozen=True, slots=True)
class AreaCost:
    """One area of a forecast: the questions that it was to cost, and the chance (0–1) that an hour was to gain."""

    area: str
    lost: float
    gain: float


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast that was told: the chance and its 80 % interval, from 0 to 1; ``areas`` the dearest first."""

    at: datetime
    day: date
    chance: float
    low: float
    high: float
    answers: int
    areas: tuple[AreaCost, ...]


@dataclass(frozen=True, slots=True)
class RealResult:
    """How a real exam went. ``score`` is in per cent, None when it is not known."""

    id: ItemId
    certification: str
    day: date
    passed: bool
    score: float | None


def last_told(ledger: Ledger, profile: ItemId, before: datetime | None = None) -> Told | None:
    """The forecast for a mock that was told last, or last before a moment."""
    rows = ledger.rows(
        f"SELECT {_COLUMNS} FROM forecast_told WHERE profile = ? AND (? IS NULL OR at < ?)"  # noqa: S608 - a constant
        " ORDER BY order_key DESC, device DESC, seq DESC LIMIT 1",
        (profile, *[to_ms(before) if before else None] * 2),
    )
    return _told(*rows[0]) if rows else None


def real_results(ledger: Ledger) -> tuple[RealResult, ...]:
    """All results of real exams, the newest first."""
    rows = ledger.rows(
        "SELECT item, certification, day, passed, score FROM real_result ORDER BY day DESC, item DESC"
    )
    return tuple(
        RealResult(ItemId(item), certification, date.fromisoformat(day), bool(passed), score)
        for item, certification, day, passed, score in rows
    )


def _told(at: int, day: str, chance: float, low: float, high: float, answers: int, areas: str) -> Told:
    costs = tuple(AreaCost(str(area), float(lost), float(gain)) for area, lost, gain in json.loads(areas))
    return Told(from_ms(at), date.fromisoformat(day), chance, low, high, answers, costs)
