"""The rule of a guided choice: weights are summed, and a side is ahead from a clear difference on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.guided_choice import EVEN, Answer, Factor, GuidedChoice, Outcome, Scale, Side

CLEAR: Final = 2
"""A side is ahead from so many points on; a smaller difference settles nothing."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How a scale stands: the points of its two sides in their order, and what they come to."""

    scale: Scale
    points: tuple[int, int]
    ahead: Side | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Given:
    """A factor with the answer that was given, None while there is none."""

    factor: Factor
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the answers so far come to."""

    choice: GuidedChoice
    given: tuple[Given, ...]
    balances: tuple[Balance, ...]

    @property
    def complete(self) -> bool:
        """Whether every factor has its answer."""
        return all(each.answer is not None for each in self.given)

    def side(self, name: str) -> Side:
        """A side by its name. Raises StopIteration for a name that no scale has."""
        return next(side for balance in self.balances for side in balance.scale.sides if side.name == name)


def weigh(choice: GuidedChoice, answers: Mapping[str, str]) -> Weighing:
    """Weigh answers, given by name for the names of factors; a name that is not known (any more) is passed over."""
    given = tuple(Given(factor, _answer(factor, answers.get(factor.name))) for factor in choice.factors)
    points: dict[str, int] = {}
    for each in given:
        for weight in each.answer.weights if each.answer else ():
            points[weight.side] = points.get(weight.side, 0) + weight.points
    return Weighing(choice, given, tuple(_balance(scale, points) for scale in choice.scales))


def _answer(factor: Factor, name: str | None) -> Answer | None:
    return next((answer for answer in factor.answers if answer.name == name), None)


def _balance(scale: Scale, points: Mapping[str, int]) -> Balance:
    first, second = scale.sides
    ours = points.get(first.name, 0), points.get(second.name, 0)
    difference = ours[0] - ours[1]
    ahead = None if abs(difference) < CLEAR else first if difference > 0 else second
    name = ahead.name if ahead else EVEN
    return Balance(scale, ours, ahead, next(each for each in scale.outcomes if each.side == name))
