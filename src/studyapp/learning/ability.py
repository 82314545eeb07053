"""What first answers say about the chance of a right answer in each focus area, today.

The state is the log-odds of a right answer on a fresh question of each area, and a common slope a day. Before any
answer all areas are alike: a common level with `LEVEL_SD`, differences between areas with `AREA_SD`, and a tilt
towards areas whose cards are remembered better, whose strength is itself unknown. Between days the state drifts, so
that recent answers weigh more. Every batch of answers to one area on one day is taken in by matching the first two
moments of its posterior (assumed density filtering, Maybeck 1982, ch. 12; the one-dimensional integrals by a fixed
grid).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, log1p
from typing import Final

LEVEL: Final = 1.5
"""Log-odds before any answer: 82 % right, the middle of what learners bring to a mock."""

LEVEL_SD: Final = 1.0
AREA_SD: Final = 0.4
SLOPE_SD: Final = 0.01
"""Log-odds a day by which learners get better or worse, beforehand."""

LEVEL_DRIFT: Final = 0.01
"""Standard deviation a day (grows with the square root of time) of all areas together."""

AREA_DRIFT: Final = 0.012
"""The same of each area alone."""

TILT: Final = 1.0
"""Log-odds by which an area whose cards are all remembered stands above one whose cards are not, beforehand."""

TILT_SD: Final = 0.8

_GRID: Final = tuple(n / 4 for n in range(-18, 19))


@dataclass(frozen=True, slots=True)
class Answer:
    """A first answer: its area, whether it was right, and the day on any scale of days."""

    area: str
    right: bool
    day: float


@dataclass(frozen=True, slots=True)
class Ability:
    """Log-odds by area as a normal distribution: mean and covariance, in the order of ``areas``."""

    areas: tuple[str, ...]
    mean: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]


def ability(
    areas: Sequence[str], answers: Sequence[Answer], today: float, memory: Mapping[str, float] | None = None
) -> Ability:
    """What is known today. ``memory`` is the share of an area's cards that would be recalled now (0–1).

    Answers in areas that are not listed are passed over. Areas without memory stand in the middle of the others.
    """
    names = tuple(dict.fromkeys(areas))
    state = _State(names, memory or {})
    known = sorted((a for a in answers if a.area in state.place), key=lambda a: (a.day, a.area))
    for (day, area), batch in groupby(known, key=lambda a: (a.day, a.area)):
        taken = tuple(batch)
        state.advance(min(day, today))
        state.take(state.place[area], sum(a.right for a in taken), len(taken))
    state.advance(today)
    count = len(names)
    rows = tuple(tuple(state.cov[i][:count]) for i in range(count))
    return Ability(names, tuple(state.mean[:count]), rows)


class _State:
    """Mean and covariance while answers are taken in; the last component is the slope."""

    def __init__(self, areas: tuple[str, ...], memory: Mapping[str, float]) -> None:
        self.place = {area: number for number, area in enumerate(areas)}
        self._count = len(areas)
        self._day: float | None = None
        tilt = _tilt(areas, memory)
        self.mean = [LEVEL + TILT * t for t in tilt] + [0.0]
        self.cov = [
            [LEVEL_SD**2 + TILT_SD**2 * a * b + (AREA_SD**2 if i == j else 0.0) for j, b in enumerate(tilt)]
            + [0.0]
            for i, a in enumerate(tilt)
        ]
        self.cov.append([0.0] * self._count + [SLOPE_SD**2])

    def advance(self, day: float) -> None:
        """Let time go by: the slope moves every area, drift widens what is known."""
        before, self._day = self._day, day
        if before is None or day <= before:
            return
        span, count = day - before, self._count
        slope = self.mean[count]
        for i in range(count):
            self.mean[i] += span * slope
        across, own = self.cov[count][:count], self.cov[count][count]
        common = span * LEVEL_DRIFT**2
        for i in range(count):
            row = self.cov[i]
            for j in range(count):
                row[j] += span * (across[i] + across[j]) + span * span * own + common
            row[i] += span * AREA_DRIFT**2
        for i in range(count):
            self.cov[i][count] += span * own
            self.cov[count][i] = self.cov[i][count]

    def take(self, at: int, right: int, asked: int) -> None:
        """Take in ``right`` of ``asked`` answers in the area at a place."""
        mean, variance = self.mean[at], self.cov[at][at]
        new_mean, new_variance = _posterior(mean, variance, right, asked)
        column = [row[at] for row in self.cov]
        shift, shrink = (new_mean - mean) / variance, (new_variance - variance) / variance**2
        for i, c in enumerate(column):
            self.mean[i] += c * shift
            row = self.cov[i]
            for j, d in enumerate(column):
                row[j] += c * d * shrink


def _posterior(mean: float, variance: float, right: int, asked: int) -> tuple[float, float]:
    """Mean and variance of log-odds after a binomial outcome, from a normal before it."""
    sd, total, first, second, highest = variance**0.5, 0.0, 0.0, 0.0, None
    points = [mean + sd * z for z in _GRID]
    logs = [-0.5 * z * z + right * x - asked * _softplus(x) for z, x in zip(_GRID, points, strict=True)]
    highest = max(logs)
    for x, value in zip(points, logs, strict=True):
        weight = exp(value - highest)
        total += weight
        first += weight * x
        second += weight * x * x
    centre = first / total
    return centre, max(second / total - centre * centre, 1e-6)


def _softplus(x: float) -> float:
    return x + log1p(exp(-x)) if x > 0 else log1p(exp(x))


def _tilt(areas: tuple[str, ...], memory: Mapping[str, float]) -> list[float]:
    """How far each area's memory lies above the mean of all; zero where nothing is known."""
    known = [memory[area] for area in areas if area in memory]
    centre = sum(known) / len(known) if known else 0.0
    return [memory[area] - centre if area in memory else 0.0 for area in areas]
