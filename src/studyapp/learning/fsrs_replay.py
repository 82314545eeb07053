"""A card's history under FSRS-6 told again at once, to the last bit as py-fsrs tells it answer by answer.

The library makes a copy, a log entry and some thirty calls for every answer. A rebuild goes through the answers of
years, so here its sums (`fsrs.Scheduler.review_card`, version 6.3.2) are written out, in the same order, because
floating point numbers depend on it. A test holds both against each other on random histories.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import e
from typing import Final

from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating

_STABILITY_MIN: Final = 0.001
_RATINGS: Final = (1, 2, 3, 4)

Answer = tuple[Rating, datetime]
"""A rating and the UTC moment at which it was given."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where a history led. ``wait`` is the interval of a step, None where the stability decides in whole days."""

    stability: float
    difficulty: float
    at: datetime
    phase: Phase
    step: int | None
    reviews: int
    lapses: int
    wait: timedelta | None


class Replay:
    """Tells histories by 21 parameters and the steps; what does not depend on the card is reckoned once."""

    def __init__(
        self, parameters: Sequence[float], learning: Sequence[timedelta], relearning: Sequence[timedelta]
    ) -> None:
        p = self._p = tuple(parameters)
        self._steps = {Phase.LEARNING: tuple(learning), Phase.RELEARNING: tuple(relearning)}
        self._decay = -p[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._first_stability = [0.0, *(max(p[rating - 1], _STABILITY_MIN) for rating in _RATINGS)]
        firsts = [p[4] - (e ** (p[5] * (rating - 1))) + 1 for rating in _RATINGS]
        self._first_difficulty = [0.0, *(min(max(first, 1.0), 10.0) for first in firsts)]
        self._mean: float = p[7] * firsts[3]
        self._drift = [0.0, *(-(p[6] * (rating - 3)) for rating in _RATINGS)]
        self._same_day = [0.0, *(e ** (p[17] * (rating - 3 + p[18])) for rating in _RATINGS)]
        self._growth: float = e ** p[8]
        self._ceiling: float = e ** (p[17] * p[18])
        self._grade = (0.0, 0.0, p[15], 1.0, p[16])

    def tell(self, answers: Iterable[Answer], memory: Memory | None = None) -> Told | None:
        """Where these answers lead from what was known before; None when there are none.

        An answer that seems to lie before the last one counts as given at the same moment.
        """
        stability, difficulty, phase, step, last, reviews, lapses = _begun(memory)
        before, wait = reviews, None
        for rating, moment in answers:
            if last is None:
                stability, difficulty = self._first_stability[rating], self._first_difficulty[rating]
                last = moment
            else:
                at = max(moment, last)
                stability = self._stability(stability, difficulty, (at - last).days, rating)
                difficulty = self._difficulty(difficulty, rating)
                last = at
            reviews += 1
            lapses += rating == 1 and phase is Phase.REVIEW
            phase, step, wait = self._moved(phase, step, rating)
        if reviews == before or last is None:
            return None
        return Told(stability, difficulty, last, phase, step, reviews, lapses, wait)

    def _stability(self, stability: float, difficulty: float, days: int, rating: int) -> float:
        p = self._p
        if days < 1:
            growth: float = self._same_day[rating] * (stability ** -p[19])
            return max(stability * (max(growth, 1.0) if rating > 1 else growth), _STABILITY_MIN)
        chance: float = (1 + self._factor * days / stability) ** self._decay
        if rating > 1:
            grown: float = self._growth * (11 - difficulty) * (stability ** -p[9])
            surprise: float = (e ** ((1 - chance) * p[10])) - 1
            return max(stability * (1 + grown * surprise * self._grade[rating]), _STABILITY_MIN)
        kept: float = ((stability + 1) ** p[13]) - 1
        left: float = p[11] * (difficulty ** -p[12]) * kept * (e ** ((1 - chance) * p[14]))
        return max(min(left, stability / self._ceiling), _STABILITY_MIN)

    def _difficulty(self, difficulty: float, rating: int) -> float:
        moved = difficulty + (10.0 - difficulty) * self._drift[rating] / 9.0
        return min(max(self._mean + (1 - self._p[7]) * moved, 1.0), 10.0)

    def _moved(
        self, phase: Phase, step: int | None, rating: int
    ) -> tuple[Phase, int | None, timedelta | None]:
        """Phase and step after an answer, and how long the step takes."""
        if phase is Phase.REVIEW:
            again = self._steps[Phase.RELEARNING]
            forgotten = rating == 1 and again
            return (Phase.RELEARNING, 0, again[0]) if forgotten else (Phase.REVIEW, None, None)
        steps, at = self._steps[phase], step or 0
        if not steps or rating == 4 or (at >= len(steps) and rating > 1):
            return Phase.REVIEW, None, None
        if rating == 1:
            return phase, 0, steps[0]
        if rating == 2:
            return phase, at, _hard(steps, at)
        return (phase, at + 1, steps[at + 1]) if at + 1 < len(steps) else (Phase.REVIEW, None, None)


def _hard(steps: tuple[timedelta, ...], at: int) -> timedelta:
    if at:
        return steps[at]
    return steps[0] * 1.5 if len(steps) == 1 else (steps[0] + steps[1]) / 2.0


def _begun(memory: Memory | None) -> tuple[float, float, Phase, int | None, datetime | None, int, int]:
    if memory is None:
        return 0.0, 0.0, Phase.LEARNING, 0, None, 0, 0
    known = memory.phase, memory.step, memory.reviewed_at, memory.reviews, memory.lapses
    return memory.stability, memory.difficulty, *known
