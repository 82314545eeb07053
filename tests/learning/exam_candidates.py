"""Simulated candidates whose chance to pass is known, to hold the forecast against.

Each has a log-odds of a right answer in every focus area on every day. Questions differ in difficulty inside an area.
Some candidates stay as they are, some get better, some wander, some guess more than they know, and some sit the same
mock again and again. The forecast sees their first answers and what their cards say; the truth is the chance on a
fresh paper on the last day.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import exp
from random import Random
from typing import Final

from studyapp.learning.ability import Answer
from studyapp.learning.forecast import Share, chance_of

QUOTAS: Final = {
    "scrum-team": 11,
    "backlog": 10,
    "stakeholders": 10,
    "forecasting": 9,
    "value": 9,
    "done": 8,
    "events": 8,
    "artifacts": 5,
    "self-managing-teams": 3,
    "vision": 3,
    "empiricism": 2,
    "strategy": 2,
}
"""The paper of the bundled mock for PSPO I as the forecast sees it."""

PASS_MARK: Final = 85
DIFFICULTY_SD: Final = 0.7
GUESS: Final = 0.25
REPEATS: Final = 3
"""So often a candidate who games sits the last mock again; the score that it comes to is the last one."""

_NODES: Final = tuple((z / 2, exp(-z * z / 8)) for z in range(-8, 9))
_WEIGHT: Final = sum(weight for _, weight in _NODES)


class Kind(StrEnum):
    """How a candidate behaves."""

    STEADY = "steady"
    IMPROVING = "improving"
    WANDERING = "wandering"
    GUESSING = "guessing"
    GAMING = "gaming"


@dataclass(frozen=True)
class Candidate:
    """What the forecast may see, what the baselines see besides, and the truth."""

    kind: Kind
    answers: tuple[Answer, ...]
    paper: tuple[Share, ...]
    today: float
    last_mock: float
    all_right: float
    truth: float


def candidate(seed: int) -> Candidate:
    """One candidate; everything follows from the seed."""
    dice = Random(seed)
    kind = list(Kind)[seed % len(Kind)]
    days = dice.randint(5, 60)
    path = _path(kind, days, dice)
    floor = GUESS if kind is Kind.GUESSING else 0.0
    answers, last_mock = _sessions(path, floor, days, dice)
    right, count = float(sum(answer.right for answer in answers)), len(answers)
    if kind is Kind.GAMING:
        last_mock = min(1.0, last_mock + (1 - last_mock) * dice.uniform(0.4, 0.9))
        again = REPEATS * sum(QUOTAS.values())
        right, count = right + again * last_mock, count + again
    today = path[-1]
    truth = chance_of(list(QUOTAS.values()), [_mean(today[area], floor) for area in QUOTAS], PASS_MARK)
    return Candidate(kind, tuple(answers), _paper(today, dice), days, last_mock, right / count, truth)


def _path(kind: Kind, days: int, dice: Random) -> list[dict[str, float]]:
    """Log-odds by area for each day, the last one first drawn."""
    level, spread = dice.gauss(1.75, 0.65), dice.uniform(0.2, 0.7)
    here = {area: level + dice.gauss(0, spread) for area in QUOTAS}
    slope = dice.uniform(0.005, 0.03) if kind is Kind.IMPROVING else 0.0
    step = 0.03 if kind is Kind.WANDERING else 0.01
    path = [here]
    for _ in range(days):
        common = dice.gauss(0, step) - slope
        here = {area: odds + common + dice.gauss(0, step) for area, odds in here.items()}
        path.append(here)
    path.reverse()
    return path


def _sessions(
    path: list[dict[str, float]], floor: float, days: int, dice: Random
) -> tuple[list[Answer], float]:
    """Practice on some days, in some areas more than in others, and one to three mocks of fresh questions."""
    liking = [dice.uniform(0.2, 1.0) for _ in QUOTAS]
    answers: list[Answer] = []
    for day in range(days + 1):
        if dice.random() < 0.35:
            areas = dice.choices(list(QUOTAS), liking, k=10)
            answers += [Answer(area, _answered(path[day][area], floor, dice), day) for area in areas]
    score = 0.0
    for day in sorted(dice.sample(range(days + 1), dice.randint(1, 3))):
        areas = [area for area, count in QUOTAS.items() for _ in range(count)]
        mock = [Answer(area, _answered(path[day][area], floor, dice), day) for area in areas]
        score = sum(answer.right for answer in mock) / len(mock)
        answers += mock
    return answers, score


def _answered(odds: float, floor: float, dice: Random) -> bool:
    known = _share(odds - dice.gauss(0, DIFFICULTY_SD))
    return dice.random() < floor + (1 - floor) * known


def _mean(odds: float, floor: float) -> float:
    """The chance on a fresh question of the area, over all difficulties."""
    known = sum(weight * _share(odds - DIFFICULTY_SD * z) for z, weight in _NODES) / _WEIGHT
    return floor + (1 - floor) * known


def _paper(today: dict[str, float], dice: Random) -> tuple[Share, ...]:
    """The paper; most candidates have cards, which say something about an area but not all."""
    if dice.random() < 0.3:
        return tuple(Share(area, count) for area, count in QUOTAS.items())
    centre = sum(today.values()) / len(today)
    honesty = dice.uniform(0.0, 0.35)
    return tuple(
        Share(
            area, count, min(1.0, max(0.0, 0.6 + honesty * (today[area] - centre) + dice.gauss(0, 0.15))), 40
        )
        for area, count in QUOTAS.items()
    )


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds))
