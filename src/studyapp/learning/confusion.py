"""Which of several things a learner takes for another.

Evidence is a row of answers, each saying what was right and what was chosen. Old evidence is forgotten: an answer
counts half after `HALF_LIFE` further answers about the same pair and not at all after `WINDOW`; once a pair that was
mixed up is told apart `SOLVED` times running, it retires and begins anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from typing import Final

HALF_LIFE: Final = 8
"""Answers about a pair after which an older one counts half."""

WINDOW: Final = 3 * HALF_LIFE
"""Answers about a pair after which an older one is forgotten."""

_FADE: Final = float(0.5 ** (1 / HALF_LIFE))

SLIP: Final = 0.05
"""The share of answers that go wrong by mere carelessness."""

DOUBT: Final = 0.05
"""The chance, over all pairs together, of naming one that is not mixed up."""

SOLVED: Final = 4
"""Right answers in a row about a pair that retire it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One answer: what was right, what was chosen, and the other things it was chosen from."""

    right: str
    chosen: str
    others: frozenset[str] = frozenset()

    @property
    def slipped(self) -> bool:
        """Whether the wrong thing was chosen."""
        return self.right != self.chosen


@dataclass(frozen=True, slots=True)
class MixUp:
    """How often two things were mixed up, as far as it is not forgotten.

    ``weight`` is the faded count of mistakes, ``share`` that count over all faded chances, 0 to 1. ``named``
    says that the mistakes are more than slips explain and that the pair is not solved.
    """

    pair: tuple[str, str]
    mistakes: int
    chances: int
    weight: float
    share: float
    named: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    """The answers so far, in their order."""

    answers: tuple[Taken, ...] = ()

    def after(self, answer: Taken) -> "Confusion":
        """The same with one answer more."""
        return Confusion((*self.answers, answer))

    def among(self, things: Iterable[str]) -> "Confusion":
        """Only the answers about these things, and only these as what could be chosen."""
        wanted = frozenset(things)
        kept = (
            Taken(answer.right, answer.chosen, answer.others & wanted)
            for answer in self.answers
            if answer.right in wanted and answer.chosen in wanted
        )
        return Confusion(tuple(kept))

    def matrix(self) -> dict[tuple[str, str], int]:
        """How often each thing (first) was answered with each (second)."""
        counts: dict[tuple[str, str], int] = {}
        for answer in self.answers:
            counts[answer.right, answer.chosen] = counts.get((answer.right, answer.chosen), 0) + 1
        return counts

    def ranked(self) -> tuple[MixUp, ...]:
        """The pairs that are mixed up: named ones first, then by weight and share. Solved pairs are not among them."""
        chances = _by_pair(self.answers)
        found = (_weigh(pair, misses, len(chances)) for pair, misses in chances.items() if any(misses))
        mixed = (mix_up for mix_up in found if mix_up.mistakes)
        return tuple(sorted(mixed, key=lambda m: (not m.named, -m.weight, -m.share, m.pair)))

    def worst(self) -> MixUp | None:
        """The pair to drill now, if any is mixed up more than slips explain."""
        return next((mix_up for mix_up in self.ranked() if mix_up.named), None)


def faded(weight: float, *, miss: bool) -> float:
    """A count of mistakes after one answer more: what was before counts a little less."""
    return weight * _FADE + miss


def _by_pair(answers: Iterable[Taken]) -> dict[tuple[str, str], list[bool]]:
    """For each pair its chances in order: whether one was taken for the other."""
    chances: dict[tuple[str, str], list[bool]] = {}
    for answer in answers:
        rivals = (answer.others | {answer.chosen}) - {answer.right}
        for rival in rivals:
            first, second = sorted((answer.right, rival))
            chances.setdefault((first, second), []).append(rival == answer.chosen)
    return chances


def _weigh(pair: tuple[str, str], misses: Sequence[bool], pairs: int) -> MixUp:
    weight = total = 0.0
    kept, named = _in_force(misses, pairs)
    for miss in kept:
        weight, total = faded(weight, miss=miss), faded(total, miss=True)
    return MixUp(pair, sum(kept), len(kept), weight, weight / total if total else 0.0, named)


def _in_force(misses: Iterable[bool], pairs: int) -> tuple[Sequence[bool], bool]:
    """The answers about a pair that are not forgotten, and whether they name it."""
    kept: list[bool] = []
    named = False
    for miss in misses:
        kept = [*kept[1 - WINDOW :], miss]
        if miss:
            named = named or _more_than_slips(sum(kept), len(kept), pairs)
        elif named and not any(kept[-SOLVED:]):
            kept, named = [], False
    return kept, named


def _more_than_slips(mistakes: int, chances: int, pairs: int) -> bool:
    return _tail(mistakes, chances, SLIP) * pairs < DOUBT


def _tail(hits: int, tries: int, chance: float) -> float:
    """The probability of at least so many hits (upper tail of the binomial distribution)."""
    return sum(comb(tries, k) * chance**k * (1 - chance) ** (tries - k) for k in range(hits, tries + 1))
