"""Simulated learners with FSRS memories of their own, to compare ways of planning with."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from math import exp
from random import Random

from studyapp.ids import ItemId
from studyapp.learning import fsrs_model as fsrs6
from studyapp.learning.fsrs_model import STABILITY_MIN
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.schedule_rules import LOWER, PARAMETERS, UPPER
from studyapp.learning.worth import FIRST_RATINGS, Candidate, Effort, Worth, best_first, scarce

CARDS = 1000
WEIGHTS = (0.5, 1.0, 1.0, 1.5, 2.0)
RECALL_RATINGS = ((2, 0.15), (3, 0.7), (4, 0.15))
EFFORT = Effort()
_THEN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Learner:
    """Memory, time and habits of one learner; everything follows from the seed."""

    seed: int
    truth: tuple[float, ...]
    days: int
    seconds: float
    off: frozenset[int]


@dataclass
class Card:
    """One card: what the program believes of its memory, and what is true."""

    weight: float
    memory: Memory | None = None
    stability: float = 0.0
    difficulty: float = 0.0
    last: int = 0
    due: int = 0


@dataclass
class Studies:
    """One learner's cards over the days."""

    learner: Learner
    cards: list[Card]
    dice: Random
    spent: list[float] = field(default_factory=list)

    def answer(self, card: Card, day: int) -> float:
        """One card studied on a day: belief and truth move on; returns the seconds it took."""
        seconds = EFFORT.new if card.memory is None else EFFORT.review
        rating = self._rating(card, day)
        self._move(card, day, rating)
        if rating == 1:
            self._move(card, day, 3)
            seconds += EFFORT.again
        card.last = day
        return seconds

    def score(self) -> float:
        """The expected share of exam-weighted cards recalled on the exam day, in per cent."""
        day, truth = self.learner.days, self.learner.truth
        known = sum(c.weight * fsrs6.recall(truth, c.stability, day - c.last) for c in self.cards if c.memory)
        return 100 * known / sum(c.weight for c in self.cards)

    def _rating(self, card: Card, day: int) -> int:
        if card.memory is None:
            return _drawn(self.dice, FIRST_RATINGS)
        recalled = self.dice.random() < fsrs6.recall(self.learner.truth, card.stability, day - card.last)
        return _drawn(self.dice, RECALL_RATINGS) if recalled else 1

    def _move(self, card: Card, day: int, rating: int) -> None:
        believed = (card.memory.stability, card.memory.difficulty) if card.memory else None
        actual = (card.stability, card.difficulty) if card.memory else None
        days = day - card.last
        stability, difficulty = after(PARAMETERS, believed, days, rating)
        card.memory = Memory(stability, difficulty, _THEN, _THEN, Phase.REVIEW, None, 1, 0)
        card.stability, card.difficulty = after(self.learner.truth, actual, days, rating)
        card.last = day


def after(
    w: tuple[float, ...], state: tuple[float, float] | None, days: int, rating: int
) -> tuple[float, float]:
    """Stability and difficulty after an answer."""
    if state is None:
        return fsrs6.first_stability(w, rating), fsrs6.limited(fsrs6.first_difficulty(w, rating))
    stability, difficulty = state
    chance = fsrs6.recall(w, stability, days)
    grown = fsrs6.next_stability(w, stability, difficulty, days, chance, rating)
    return max(grown, STABILITY_MIN), fsrs6.limited(fsrs6.next_difficulty(w, difficulty, rating))


def learner(seed: int) -> Learner:
    """A learner drawn from a wide range: memory, days to the exam, minutes a day, days missed."""
    dice = Random(seed)
    varied = [w * exp(dice.gauss(0, 0.2)) for w in PARAMETERS]
    truth = tuple(min(max(w, low), high) for w, low, high in zip(varied, LOWER, UPPER, strict=True))
    days = dice.randint(14, 60)
    missed = dice.choice((0.0, 0.1, 0.3))
    off = frozenset(day for day in range(days) if dice.random() < missed)
    return Learner(seed, truth, days, 60.0 * dice.choice((10, 15, 20, 30)), off)


def studies(who: Learner) -> Studies:
    """A learner before the first day."""
    dice = Random(f"{who.seed} cards")
    return Studies(who, [Card(dice.choice(WEIGHTS)) for _ in range(CARDS)], Random(f"{who.seed} answers"))


def by_retention(who: Learner, retention: float) -> Studies:
    """What is due by lowest retrievability, then new cards in order, then ahead, until the minutes are spent."""
    course = studies(who)
    for day in range(who.days):
        if day in who.off:
            continue
        left = who.seconds
        for card in _due_then_new_then_ahead(course.cards, day):
            if left <= 0:
                break
            left -= course.answer(card, day)
            assert card.memory is not None
            card.due = day + interval(card.memory.stability, retention)
        course.spent.append(who.seconds - left)
    return course


def by_plan(who: Learner) -> Studies:
    """When due while there is time to spare; then what adds most to the exam day in each second."""
    course = studies(who)
    for day in range(who.days):
        if day in who.off:
            continue
        left = who.seconds
        for card in _planned(course, day):
            if left <= 0:
                break
            left -= course.answer(card, day)
            assert card.memory is not None
            card.due = day + interval(card.memory.stability, 0.9)
        course.spent.append(who.seconds - left)
    return course


def _planned(course: Studies, day: int) -> list[Card]:
    who, cards = course.learner, course.cards
    new = sum(card.memory is None for card in cards)
    if not scarce(new, len(cards) - new, (who.days - day) * who.seconds, EFFORT):
        return _due_then_new_then_ahead(cards, day)
    worth = Worth(PARAMETERS, who.days - day, EFFORT)
    by_name = {ItemId(f"{at:05}"): card for at, card in enumerate(cards)}
    candidates = [
        Candidate(name, card.memory, day - card.last, card.weight) for name, card in by_name.items()
    ]
    return [by_name[name] for name in best_first(candidates, worth, 2 * who.seconds)]


@cache
def _stretch(retention: float) -> float:
    w = PARAMETERS[20]
    return float((retention ** (-1 / w) - 1) / (0.9 ** (-1 / w) - 1))


def interval(stability: float, retention: float) -> int:
    """Days until recall has fallen to a retention."""
    return max(1, round(stability * _stretch(retention)))


def rested(who: Learner, start: int, length: int) -> Learner:
    """The same learner with a gap of so many days."""
    return replace(who, off=who.off | frozenset(range(start, start + length)))


def _due_then_new_then_ahead(cards: list[Card], day: int) -> list[Card]:
    def recall(card: Card) -> float:
        assert card.memory is not None
        return fsrs6.recall(PARAMETERS, card.memory.stability, day - card.last)

    met = sorted((c for c in cards if c.memory), key=recall)
    due = [c for c in met if c.due <= day]
    ahead = [c for c in met if c.due > day and c.last < day]
    return [*due, *(c for c in cards if c.memory is None), *ahead]


def _drawn(dice: Random, shares: tuple[tuple[int, float], ...]) -> int:
    return dice.choices([rating for rating, _ in shares], [share for _, share in shares])[0]
