"""Fit the 21 parameters of FSRS to one learner's answers, on this machine.

The method is that of py-fsrs's optimiser (Adam, batches of 512 answers, cosine annealing, five rounds); the
gradient is ours (`fsrs_gradient`), so that it needs no tensor library. New parameters are accepted only when
they forecast held-back answers better than the ones in use.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, inf, pi, sqrt
from random import Random
from typing import Final
from zlib import crc32

from studyapp.learning.fsrs_gradient import PARAMETERS, Answer, add_gradient, loss
from studyapp.learning.schedule_rules import LOWER, UPPER

ENOUGH: Final = 640
"""Answers, each at least a day after the one before on the same card, below which nothing is fitted.

A fifth of them is held back to judge by; the rest are about 512, a batch of the reference.
"""

_ROUNDS: Final = 5
_BATCH: Final = 512
_RATE: Final = 0.04
_LONGEST: Final = 64
_HELD_BACK: Final = 5

History = Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fit has come (0 to 1), and the best parameters and their mean log loss so far."""

    done: float
    parameters: tuple[float, ...]
    loss: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Mean log loss on held-back answers, with the parameters in use and with the fitted ones."""

    before: float
    after: float
    answers: int

    @property
    def better(self) -> bool:
        """Whether the fitted parameters forecast better."""
        return self.after < self.before


def counted(histories: Sequence[History]) -> int:
    """How many answers a fit can learn from."""
    return sum(days > 0 for history in histories for _, days in history[1:_LONGEST])


def split(histories: Iterable[tuple[str, History]]) -> tuple[list[History], list[History]]:
    """Part histories of named cards into those to fit and a fifth to judge by.

    Which card is held back follows from its name alone, so that a later fit is never judged by what an earlier one saw.
    """
    fitted: list[History] = []
    held_back: list[History] = []
    for name, history in histories:
        (fitted if crc32(name.encode()) % _HELD_BACK else held_back).append(history)
    return fitted, held_back


def judge(held_back: Sequence[History], in_use: Sequence[float], fitted: Sequence[float]) -> Verdict:
    """Compare two sets of parameters on answers that neither was fitted to."""
    return Verdict(mean_loss(in_use, held_back), mean_loss(fitted, held_back), counted(held_back))


def mean_loss(parameters: Sequence[float], histories: Sequence[History]) -> float:
    """The mean log loss over the answers that count; 0 when there are none."""
    losses = [loss(parameters, history[:_LONGEST]) for history in histories]
    number = sum(count for _, count in losses)
    return sum(total for total, _ in losses) / number if number else 0.0


def fit(histories: Sequence[History], start: Sequence[float], dice: Random) -> Iterator[Progress]:
    """Fit parameters, telling the progress every few hundred answers; stop iterating to cancel.

    The last progress holds the best parameters found.
    """
    number = counted(histories)
    order = [history[:_LONGEST] for history in histories]
    descent = _Descent(list(start), steps=-(-number // _BATCH) * _ROUNDS)
    best = Progress(0.0, tuple(start), inf)
    best = replace(best, loss=(yield from _judged(start, order, best)))
    for _ in range(_ROUNDS):
        dice.shuffle(order)
        for batch in _batches(order):
            descent.step(batch)
            best = replace(best, done=min(descent.done, 1.0))
            yield best
        found = yield from _judged(descent.parameters, order, best)
        if found < best.loss:
            best = replace(best, parameters=tuple(descent.parameters), loss=found)
    yield replace(best, done=1.0)


def _judged(
    parameters: Sequence[float], histories: Sequence[History], progress: Progress
) -> Generator[Progress, None, float]:
    """The mean log loss over all answers, repeating the progress meanwhile."""
    total, number = 0.0, 0
    for at, history in enumerate(histories, 1):
        added, answers = loss(parameters, history)
        total, number = total + added, number + answers
        if at % _BATCH == 0:
            yield progress
    return total / number if number else 0.0


def _batches(histories: Sequence[History]) -> Iterator[list[History]]:
    batch: list[History] = []
    size = 0
    for history in histories:
        batch.append(history)
        size += sum(days > 0 for _, days in history[1:])
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if size:
        yield batch


class _Descent:
    """Adam with cosine annealing and clipping to the bounds."""

    def __init__(self, parameters: list[float], steps: int) -> None:
        self.parameters = parameters
        self._steps = steps
        self._taken = 0
        self._mean = [0.0] * PARAMETERS
        self._square = [0.0] * PARAMETERS

    @property
    def done(self) -> float:
        return self._taken / self._steps

    def step(self, batch: Sequence[History]) -> None:
        gradient = [0.0] * PARAMETERS
        for history in batch:
            add_gradient(self.parameters, history, gradient)
        rate = _RATE * (1 + cos(pi * min(self.done, 1.0))) / 2
        self._taken += 1
        for at, slope in enumerate(gradient):
            self._mean[at] = 0.9 * self._mean[at] + 0.1 * slope
            self._square[at] = 0.999 * self._square[at] + 0.001 * slope * slope
            mean = self._mean[at] / (1 - 0.9**self._taken)
            square = self._square[at] / (1 - 0.999**self._taken)
            moved = self.parameters[at] - rate * mean / (sqrt(square) + 1e-8)
            self.parameters[at] = min(max(moved, LOWER[at]), UPPER[at])
