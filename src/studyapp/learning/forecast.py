"""The chance to reach the pass mark on a fresh paper today, with how sure that is.

What is known of each area comes from `ability`; a paper is so many questions of each area; the chance of a state of
knowledge is that of the sum of right answers reaching the mark, exactly. Over the uncertainty of the state the chance
becomes a distribution: its mean is the forecast, its middle four fifths the 80 % interval. Nobody knows how our
questions compare with the real ones: `wide` adds that step as a common shift with `REAL_SD`.

Only first answers count, so that repeating questions never moves the forecast.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, exp, log, pi, sqrt
from typing import Final

from studyapp.learning.ability import TILT, Ability, Answer, ability
from studyapp.learning.evidence import TooLittle, too_little

REAL_SD: Final = 0.35
"""Log-odds by which the real exam may be easier or harder than our mocks (one standard deviation). A judgement."""

HOUR_CARDS: Final = 60
"""Cards that an hour of study can bring to mind; an assumption, stated where the gain of an hour is shown."""

_DRAWS: Final = 400
_LOW, _HIGH = 0.1, 0.9
_ROOT_2, _ROOT_2_PI = sqrt(2), sqrt(2 * pi)


@dataclass(frozen=True, slots=True)
class Share:
    """A focus area's part of the paper, and of the cards: ``memory`` (0–1) over ``cards``, None without cards."""

    area: str
    questions: int
    memory: float | None = None
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """An 80 % interval, both ends from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """One area: the chance of a right answer, the questions it is expected to cost, and what an hour would gain.

    ``gain`` is how much higher the chance to pass would be, 0 to 1.
    """

    area: str
    right: float
    lost: float
    gain: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """The chance to pass a fresh paper of ours today. ``areas`` stand by what they cost, the dearest first."""

    chance: float
    interval: Interval
    wide: Interval
    answers: int
    areas: tuple[Outlook, ...]


def forecast(
    paper: Sequence[Share], pass_mark: int, answers: Sequence[Answer], today: float
) -> Forecast | TooLittle:
    """Forecast the paper made of these shares. Days are on the scale of ``answers``."""
    sizes = {share.area: share.questions for share in paper}
    counted = Counter(answer.area for answer in answers)
    missing = too_little(sizes, counted)
    if missing is not None:
        return missing
    memory = {share.area: share.memory for share in paper if share.memory is not None}
    state = ability([share.area for share in paper], answers, today, memory)
    return _forecast(paper, pass_mark, state, sum(counted[area] for area in sizes))


def chance_of(sizes: Sequence[int], right: Sequence[float], pass_mark: int) -> float:
    """The chance that right answers reach the pass mark (per cent), given the chance of each in each area.

    Exact: the number of wrong answers is a sum of binomials, followed only as far as it may go.
    """
    size = sum(sizes)
    allowed = size - -(-pass_mark * size // 100)
    spread = [1.0] + [0.0] * allowed
    for count, share in zip(sizes, right, strict=True):
        if count:
            spread = _convolved(spread, _binomial(count, 1.0 - share, allowed))
    return min(1.0, sum(spread))


def _forecast(paper: Sequence[Share], pass_mark: int, state: Ability, answers: int) -> Forecast:
    sizes = [share.questions for share in paper]
    dice = random.Random(20261123)
    root = _cholesky(state.covariance)
    chances, wide = [], []
    for _ in range(_DRAWS // 2):
        normal = [dice.gauss(0, 1) for _ in sizes]
        step = dice.gauss(0, REAL_SD)
        for sign in (1, -1):
            odds = [
                mean + sign * sum(row[j] * normal[j] for j in range(i + 1))
                for i, (mean, row) in enumerate(zip(state.mean, root, strict=True))
            ]
            chances.append(_near_chance(sizes, odds, pass_mark))
            wide.append(_near_chance(sizes, [x + sign * step for x in odds], pass_mark))
    middle = [
        _mean_share(m, row[i]) for i, (m, row) in enumerate(zip(state.mean, state.covariance, strict=True))
    ]
    outlooks = _outlooks(paper, pass_mark, middle)
    return Forecast(sum(chances) / len(chances), _interval(chances), _interval(wide), answers, outlooks)


def _near_chance(sizes: Sequence[int], odds: Sequence[float], pass_mark: int) -> float:
    """`chance_of` by an Edgeworth series with one term: within 0.003 of it, at a fraction of the time."""
    size = sum(sizes)
    allowed = size - -(-pass_mark * size // 100)
    mean = variance = third = 0.0
    for count, x in zip(sizes, odds, strict=True):
        wrong = 1 - _share(x)
        spread = count * wrong * (1 - wrong)
        mean += count * wrong
        variance += spread
        third += spread * (1 - 2 * wrong)
    if variance < 1e-9:
        return float(mean <= allowed)
    deviation = sqrt(variance)
    z = (allowed + 0.5 - mean) / deviation
    skew = third / (6 * deviation * variance)
    chance = 0.5 * erfc(-z / _ROOT_2) - skew * (z * z - 1) * exp(-z * z / 2) / _ROOT_2_PI
    return min(1.0, max(0.0, chance))


def _outlooks(paper: Sequence[Share], pass_mark: int, middle: Sequence[float]) -> tuple[Outlook, ...]:
    sizes = [share.questions for share in paper]
    today = chance_of(sizes, middle, pass_mark)
    found = []
    for number, share in enumerate(paper):
        lifted = list(middle)
        lifted[number] = _share(_log_odds(middle[number]) + _hour(share))
        gain = chance_of(sizes, lifted, pass_mark) - today
        lost = share.questions * (1 - middle[number])
        found.append(Outlook(share.area, middle[number], lost, max(0.0, gain)))
    return tuple(sorted(found, key=lambda o: (-o.lost, o.area)))


def _hour(share: Share) -> float:
    """Log-odds that an hour on an area's cards would win: the part of them that it can bring to mind."""
    if share.memory is None or not share.cards:
        return 0.0
    reached = min(1.0, HOUR_CARDS / share.cards)
    return TILT * reached * max(0.0, 0.95 - share.memory)


def _interval(chances: Sequence[float]) -> Interval:
    ordered = sorted(chances)
    last = len(ordered) - 1
    return Interval(ordered[round(_LOW * last)], ordered[round(_HIGH * last)])


def _binomial(count: int, share: float, most: int) -> list[float]:
    """Chances of 0, 1, … up to ``most`` of ``count``."""
    if share >= 1.0:
        return [0.0] * (most + 1) if count > most else [0.0] * count + [1.0]
    odds, value = share / (1.0 - share), (1.0 - share) ** count
    found = [value]
    for n in range(min(count, most)):
        value *= odds * (count - n) / (n + 1)
        found.append(value)
    return found


def _convolved(one: list[float], other: list[float]) -> list[float]:
    size = len(one)
    found = [0.0] * size
    for i, a in enumerate(one):
        if a:
            for j, b in enumerate(other[: size - i]):
                found[i + j] += a * b
    return found


def _cholesky(matrix: Sequence[Sequence[float]]) -> list[list[float]]:
    """The lower root of a positive matrix."""
    size = len(matrix)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            value = matrix[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = sqrt(max(value, 1e-12)) if i == j else value / root[j][j]
    return root


def _mean_share(mean: float, variance: float) -> float:
    """The expected chance of a right answer under normal log-odds (MacKay 1992, eq. 10)."""
    return _share(mean / sqrt(1 + 0.392699 * variance))


def _share(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds > -700 else 0.0


def _log_odds(share: float) -> float:
    bounded = min(max(share, 1e-9), 1 - 1e-9)
    return log(bounded / (1 - bounded))
