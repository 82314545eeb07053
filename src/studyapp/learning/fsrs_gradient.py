"""FSRS-6 as a function of its 21 parameters, with the gradient of its log loss worked out by hand.

Formulas are those of py-fsrs 6 (`fsrs.scheduler`), a test compares both. The gradient is reverse-mode
differentiation over one card's history: about 10 µs an answer, so no tensor library is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

PARAMETERS: Final = 21
_STABILITY_MIN: Final = 0.001
_SURE: Final = 1e-9

Answer = tuple[int, int]
"""A rating from 1 to 4, and the whole days since the answer before it."""


@dataclass(slots=True)
class _Step:
    """What the way back needs to know of one answer."""

    rating: int
    days: int
    stability: float
    difficulty: float
    recall: float
    after: float


def loss(w: Sequence[float], history: Sequence[Answer]) -> tuple[float, int]:
    """The summed log loss of a card's history, and how many answers it counts: those after at least a day."""
    steps = _forward(w, history)
    counted = [s for s in steps[1:] if s.days]
    return sum(-log(s.recall if s.rating > 1 else 1 - s.recall) for s in counted), len(counted)


def add_gradient(w: Sequence[float], history: Sequence[Answer], gradient: list[float]) -> tuple[float, int]:
    """Add the gradient of a history's summed log loss to ``gradient``; returns what `loss` does."""
    steps = _forward(w, history)
    total, counted, by_stability, by_difficulty = 0.0, 0, 0.0, 0.0
    for step in reversed(steps[1:]):
        by_recall = 0.0
        if step.days:
            total -= log(step.recall if step.rating > 1 else 1 - step.recall)
            counted += 1
            by_recall = -1 / step.recall if step.rating > 1 else 1 / (1 - step.recall)
        by_stability, by_difficulty = _back(w, step, by_stability, by_difficulty, by_recall, gradient)
    if steps:
        _back_to_first(w, steps[0], by_stability, by_difficulty, gradient)
    return total, counted


def _forward(w: Sequence[float], history: Sequence[Answer]) -> list[_Step]:
    steps: list[_Step] = []
    stability = difficulty = 0.0
    factor = 0.9 ** (-1 / w[20]) - 1
    for rating, days in history:
        if not steps:
            after = max(w[rating - 1], _STABILITY_MIN)
            step = _Step(rating, days, 0.0, 0.0, 1.0, after)
            difficulty = _clamped(_first_difficulty(w, rating))
        else:
            recall = (1 + factor * days / stability) ** -w[20] if days else 1.0
            recall = min(max(recall, _SURE), 1 - _SURE)
            step = _Step(rating, days, stability, difficulty, recall, 0.0)
            step.after = after = max(_next_stability(w, step), _STABILITY_MIN)
            difficulty = _clamped(_next_difficulty(w, difficulty, rating))
        stability = after
        steps.append(step)
    return steps


def _clamped(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def _first_difficulty(w: Sequence[float], rating: int) -> float:
    return w[4] - exp(w[5] * (rating - 1)) + 1


def _moved(w: Sequence[float], difficulty: float, rating: int) -> float:
    return difficulty - (10 - difficulty) * w[6] * (rating - 3) / 9


def _next_difficulty(w: Sequence[float], difficulty: float, rating: int) -> float:
    return w[7] * _first_difficulty(w, 4) + (1 - w[7]) * _moved(w, difficulty, rating)


def _next_stability(w: Sequence[float], step: _Step) -> float:
    if not step.days:
        return step.stability * _same_day(w, step)
    if step.rating == 1:
        return min(_forgotten(w, step), step.stability / exp(w[17] * w[18]))
    return step.stability * (1 + _gain(w, step))


def _same_day(w: Sequence[float], step: _Step) -> float:
    growth: float = exp(w[17] * (step.rating - 3 + w[18])) * step.stability ** -w[19]
    return max(growth, 1.0) if step.rating > 1 else growth


def _forgotten(w: Sequence[float], step: _Step) -> float:
    kept: float = (step.stability + 1) ** w[13] - 1
    return w[11] * float(step.difficulty ** -w[12]) * kept * exp((1 - step.recall) * w[14])


def _gain(w: Sequence[float], step: _Step) -> float:
    return _plain_gain(w, step) * (w[15] if step.rating == 2 else w[16] if step.rating == 4 else 1.0)


def _plain_gain(w: Sequence[float], step: _Step) -> float:
    grown: float = exp(w[8]) * (11 - step.difficulty) * step.stability ** -w[9]
    return grown * (exp((1 - step.recall) * w[10]) - 1)


def _back(
    w: Sequence[float], step: _Step, a_s: float, a_d: float, a_r: float, g: list[float]
) -> tuple[float, float]:
    """From the loss's slope by the state after an answer to its slope by the state before it."""
    back_d = _back_difficulty(w, step, a_d, g)
    if step.after <= _STABILITY_MIN:
        a_s = 0.0
    if not step.days:
        return _back_same_day(w, step, a_s, g), back_d
    if step.rating == 1:
        by_s, by_d, by_r = _back_forgotten(w, step, a_s, g)
    else:
        by_s, by_d, by_r = _back_recalled(w, step, a_s, g)
    return by_s + _back_recall(w, step, a_r + by_r, g), back_d + by_d


def _back_recall(w: Sequence[float], step: _Step, a_r: float, g: list[float]) -> float:
    grown = 0.9 ** (-1 / w[20])
    share = step.days / step.stability
    base = 1 + (grown - 1) * share
    slope = grown * log(0.9) / w[20] ** 2
    g[20] += a_r * step.recall * (-log(base) - w[20] * share * slope / base)
    return float(a_r * step.recall * w[20] * (grown - 1) * share / step.stability / base)


def _back_recalled(w: Sequence[float], step: _Step, a_s: float, g: list[float]) -> tuple[float, float, float]:
    s, gain = step.stability, _gain(w, step)
    slope = a_s * s
    grown = exp((1 - step.recall) * w[10])
    g[8] += slope * gain
    g[9] -= slope * gain * log(s)
    g[10] += slope * gain * (1 - step.recall) * grown / (grown - 1)
    if step.rating in (2, 4):
        g[15 if step.rating == 2 else 16] += slope * _plain_gain(w, step)
    by_r = -slope * gain * w[10] * grown / (grown - 1)
    return a_s * (1 + gain * (1 - w[9])), -slope * gain / (11 - step.difficulty), by_r


def _back_forgotten(
    w: Sequence[float], step: _Step, a_s: float, g: list[float]
) -> tuple[float, float, float]:
    s, d = step.stability, step.difficulty
    left, ceiling = _forgotten(w, step), s / exp(w[17] * w[18])
    if ceiling < left:
        g[17] -= a_s * ceiling * w[18]
        g[18] -= a_s * ceiling * w[17]
        return a_s * ceiling / s, 0.0, 0.0
    kept: float = (s + 1) ** w[13]
    slope = a_s * left
    g[11] += slope / w[11]
    g[12] -= slope * log(d)
    g[13] += slope * kept * log(s + 1) / (kept - 1)
    g[14] += slope * (1 - step.recall)
    return slope * w[13] * kept / ((s + 1) * (kept - 1)), -slope * w[12] / d, -slope * w[14]


def _back_same_day(w: Sequence[float], step: _Step, a_s: float, g: list[float]) -> float:
    growth: float = exp(w[17] * (step.rating - 3 + w[18])) * step.stability ** -w[19]
    if step.rating > 1 and growth <= 1:
        return a_s
    slope = a_s * step.stability * growth
    g[17] += slope * (step.rating - 3 + w[18])
    g[18] += slope * w[17]
    g[19] -= slope * log(step.stability)
    return a_s * growth * (1 - w[19])


def _back_difficulty(w: Sequence[float], step: _Step, a_d: float, g: list[float]) -> float:
    d, rating = step.difficulty, step.rating
    if not 1 < _next_difficulty(w, d, rating) < 10:
        return 0.0
    g[4] += a_d * w[7]
    g[5] -= a_d * w[7] * 3 * exp(3 * w[5])
    g[6] -= a_d * (1 - w[7]) * (rating - 3) * (10 - d) / 9
    g[7] += a_d * (_first_difficulty(w, 4) - _moved(w, d, rating))
    return a_d * (1 - w[7]) * (1 + w[6] * (rating - 3) / 9)


def _back_to_first(w: Sequence[float], step: _Step, a_s: float, a_d: float, g: list[float]) -> None:
    if w[step.rating - 1] > _STABILITY_MIN:
        g[step.rating - 1] += a_s
    if 1 < _first_difficulty(w, step.rating) < 10:
        g[4] += a_d
        g[5] -= a_d * (step.rating - 1) * exp(w[5] * (step.rating - 1))
