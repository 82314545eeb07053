"""Reads which forecasts were told, and how real exams went."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger
from studyapp.store.moment import from_ms, to_ms

_TOLD = "SELECT at, day, chance, low, high, wide_low, wide_high, answers, areas FROM forecast_told WHERE profile = ?"
_NEWEST = " ORDER BY order_key DESC, device DESC, seq DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class AreaCost:
    """One area of a forecast: the questions that it was to cost, and the chance (0–1) that an hour was to gain."""

    area: str
    lost: float
    gain: float


@dataclass(frozen=True, slots=True)
class Told:
    """A forecast that was told: the chance and its intervals, from 0 to 1; ``areas`` the dearest first.

    ``near`` is the 80 % interval on our mocks, ``wide`` the one that allows for the step to the real exam.
    """

    at: datetime
    day: date
    chance: float
    near: tuple[float, float]
    wide: tuple[float, float]
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


def last_told(ledger: Ledger, profile: ItemId) -> Told | None:
    """The forecast for a mock that was told last."""
    rows = ledger.rows(_TOLD + _NEWEST, (profile,))
    return _told(*rows[0]) if rows else None


def told_days(ledger: Ledger, profile: ItemId) -> Mapping[date, Told]:
    """The last forecast for a mock that was told on each study day."""
    rows = ledger.rows(_TOLD + " ORDER BY order_key, device, seq", (profile,))
    return {told.day: told for told in (_told(*row) for row in rows)}


def told_before(ledger: Ledger, profile: ItemId, until: datetime, since: datetime) -> Told | None:
    """The forecast for a mock that was told last before a moment, but not before another."""
    rows = ledger.rows(_TOLD + " AND at < ? AND at >= ?" + _NEWEST, (profile, to_ms(until), to_ms(since)))
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


def _told(at: int, day: str, chance: float, *rest: Any) -> Told:
    low, high, wide_low, wide_high, answers, areas = rest
    costs = tuple(AreaCost(str(area), float(lost), float(gain)) for area, lost, gain in json.loads(areas))
    day_told = date.fromisoformat(day)
    return Told(from_ms(at), day_told, chance, (low, high), (wide_low, wide_high), answers, costs)
