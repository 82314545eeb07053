"""The gradient of FSRS-6's log loss by its 21 parameters, worked out by hand.

It is reverse-mode differentiation over one card's history, through the formulas of `fsrs_model`: about 10 µs
an answer, so no tensor library is needed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from studyapp.learning import fsrs_model as fsrs6
from studyapp.learning.fsrs_model import STABILITY_MIN

PARAMETERS: Final = 21
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
    for rating, days in history:
        if not steps:
            after = fsrs6.first_stability(w, rating)
            step = _Step(rating, days, 0.0, 0.0, 1.0, after)
            difficulty = fsrs6.limited(fsrs6.first_difficulty(w, rating))
        else:
            chance = min(max(fsrs6.recall(w, stability, days), _SURE), 1 - _SURE)
            after = fsrs6.next_stability(w, stability, difficulty, days, chance, rating)
            after = max(after, STABILITY_MIN)
            step = _Step(rating, days, stability, difficulty, chance, after)
            difficulty = fsrs6.limited(fsrs6.next_difficulty(w, difficulty, rating))
        stability = after
        steps.append(step)
    return steps


def _back(
    w: Sequence[float], step: _Step, a_s: float, a_d: float, a_r: float, g: list[float]
) -> tuple[float, float]:
    """From the loss's slope by the state after an answer to its slope by the state before it."""
    back_d = _back_difficulty(w, step, a_d, g)
    if step.after <= STABILITY_MIN:
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
    plain = fsrs6.gain(w, step.stability, step.difficulty, step.recall)
    gain = plain * fsrs6.grade(w, step.rating)
    slope = a_s * step.stability
    grown = exp((1 - step.recall) * w[10])
    g[8] += slope * gain
    g[9] -= slope * gain * log(step.stability)
    g[10] += slope * gain * (1 - step.recall) * grown / (grown - 1)
    if step.rating in (2, 4):
        g[15 if step.rating == 2 else 16] += slope * plain
    by_r = -slope * gain * w[10] * grown / (grown - 1)
    return a_s * (1 + gain * (1 - w[9])), -slope * gain / (11 - step.difficulty), by_r


def _back_forgotten(
    w: Sequence[float], step: _Step, a_s: float, g: list[float]
) -> tuple[float, float, float]:
    s, d = step.stability, step.difficulty
    left, ceiling = fsrs6.forgotten(w, s, d, step.recall), s / exp(w[17] * w[18])
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
    growth = fsrs6.same_day_growth(w, step.stability, step.rating)
    if step.rating > 1 and growth <= 1:
        return a_s
    slope = a_s * step.stability * growth
    g[17] += slope * (step.rating - 3 + w[18])
    g[18] += slope * w[17]
    g[19] -= slope * log(step.stability)
    return a_s * growth * (1 - w[19])


def _back_difficulty(w: Sequence[float], step: _Step, a_d: float, g: list[float]) -> float:
    d, rating = step.difficulty, step.rating
    if not 1 < fsrs6.next_difficulty(w, d, rating) < 10:
        return 0.0
    g[4] += a_d * w[7]
    g[5] -= a_d * w[7] * 3 * exp(3 * w[5])
    g[6] -= a_d * (1 - w[7]) * (rating - 3) * (10 - d) / 9
    g[7] += a_d * (fsrs6.first_difficulty(w, 4) - fsrs6.moved_difficulty(w, d, rating))
    return a_d * (1 - w[7]) * (1 + w[6] * (rating - 3) / 9)


def _back_to_first(w: Sequence[float], step: _Step, a_s: float, a_d: float, g: list[float]) -> None:
    if w[step.rating - 1] > STABILITY_MIN:
        g[step.rating - 1] += a_s
    if 1 < fsrs6.first_difficulty(w, step.rating) < 10:
        g[4] += a_d
        g[5] -= a_d * (step.rating - 1) * exp(w[5] * (step.rating - 1))
