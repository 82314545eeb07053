"""FSRS-6 as plain functions of its 21 parameters ``w``: what fitting and planning reckon with.

The formulas are those of py-fsrs 6 (`fsrs.scheduler`); a test compares both on random histories. Stability is
in days, difficulty from 1 to 10, ratings from 1 (again) to 4 (easy), elapsed time in whole days.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

STABILITY_MIN: Final = 0.001
"""No stability is lower than this."""

Parameters = Sequence[float]


def recall(w: Parameters, stability: float, days: float) -> float:
    """The chance of recall so many days after the last answer, 0 to 1."""
    return float((1 + (0.9 ** (-1 / w[20]) - 1) * days / stability) ** -w[20])


def first_stability(w: Parameters, rating: int) -> float:
    """Stability after the first answer to a card."""
    return max(w[rating - 1], STABILITY_MIN)


def first_difficulty(w: Parameters, rating: int) -> float:
    """Difficulty after the first answer, not yet limited."""
    return w[4] - exp(w[5] * (rating - 1)) + 1


def limited(difficulty: float) -> float:
    """A difficulty kept between 1 and 10."""
    return min(max(difficulty, 1.0), 10.0)


def moved_difficulty(w: Parameters, difficulty: float, rating: int) -> float:
    """Difficulty moved by an answer, less the nearer it is to 10, before it is drawn back to the mean."""
    return difficulty - (10 - difficulty) * w[6] * (rating - 3) / 9


def next_difficulty(w: Parameters, difficulty: float, rating: int) -> float:
    """Difficulty after a further answer, not yet limited."""
    return w[7] * first_difficulty(w, 4) + (1 - w[7]) * moved_difficulty(w, difficulty, rating)


def next_stability(
    w: Parameters, stability: float, difficulty: float, days: int, chance: float, rating: int
) -> float:
    """Stability after a further answer, given when recall had that ``chance``, not yet limited."""
    if not days:
        return stability * same_day_growth(w, stability, rating)
    if rating == 1:
        return min(forgotten(w, stability, difficulty, chance), stability / exp(w[17] * w[18]))
    return stability * (1 + gain(w, stability, difficulty, chance) * grade(w, rating))


def same_day_growth(w: Parameters, stability: float, rating: int) -> float:
    """The factor by which an answer on the same day changes stability; only a wrong one lowers it."""
    growth: float = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
    return max(growth, 1.0) if rating > 1 else growth


def forgotten(w: Parameters, stability: float, difficulty: float, chance: float) -> float:
    """Stability left after forgetting, before its ceiling."""
    kept: float = (stability + 1) ** w[13] - 1
    return w[11] * float(difficulty ** -w[12]) * kept * exp((1 - chance) * w[14])


def gain(w: Parameters, stability: float, difficulty: float, chance: float) -> float:
    """The share by which recall raises stability, for a rating of good."""
    grown: float = exp(w[8]) * (11 - difficulty) * stability ** -w[9]
    return grown * (exp((1 - chance) * w[10]) - 1)


def grade(w: Parameters, rating: int) -> float:
    """The factor on `gain` for hard and easy answers."""
    return w[15] if rating == 2 else w[16] if rating == 4 else 1.0
