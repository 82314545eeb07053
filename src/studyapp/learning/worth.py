"""What studying a card now is worth on the day of the exam.

The worth of an answer is the expected rise of the chance to recall the card on the exam day, times the card's
weight, per second that the answer takes. Recall follows FSRS-6 (`fsrs_model`); a wrong answer is followed by one
right answer on the same day, as learning steps ask for.

While the minutes until the exam are plenty, cards are best asked when they are due, because waiting makes an answer
worth more. Once they are scarce, cards of the highest worth come first, until the day's time is spent: so minutes go
where they move the result most, and no backlog is owed to anybody. What is scarce was found by simulation
(`docs/plan.md`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import exp
from typing import Final, NamedTuple, Protocol

from studyapp.ids import ItemId
from studyapp.learning import fsrs_model as fsrs6
from studyapp.learning.fsrs_model import STABILITY_MIN, Parameters

FIRST_RATINGS: Final = ((1, 0.35), (2, 0.1), (3, 0.4), (4, 0.15))
"""How first answers are expected to turn out: a rating and its share."""


FORGOTTEN: Final = 0.15
"""The share of answers that is expected to be wrong."""

ROUNDS: Final = 2.5
"""Minutes are scarce when they do not suffice for going through all cards so many times."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds that answers take: to a card met before, to a new one, and on top for one that was forgotten."""

    review: float = 8.0
    new: float = 20.0
    again: float = 10.0


class Strength(Protocol):
    """How well a card is remembered: stability in days, difficulty from 1 to 10."""

    @property
    def stability(self) -> float:
        """Days until recall has fallen to 90 %."""

    @property
    def difficulty(self) -> float:
        """From 1 to 10."""


class Candidate(NamedTuple):
    """A card that could be studied. ``days`` are whole days since its last answer; ``memory`` None means new."""

    card: ItemId
    memory: Strength | None
    days: int = 0
    weight: float = 1.0


class Worth:
    """Values answers by what they add on the exam day, ``left`` days from now (0 on the day itself)."""

    def __init__(self, parameters: Parameters, left: float, effort: Effort | None = None) -> None:
        self._w = parameters
        self._left = left
        self._effort = effort or Effort()
        self._new: float | None = None
        self._decay = -parameters[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._grown = exp(parameters[8])
        self._ceiling = exp(-parameters[17] * parameters[18])
        self._again = exp(parameters[17] * parameters[18])

    def of(self, candidate: Candidate) -> float:
        """The worth per second of studying a card now; nothing for one answered today."""
        if candidate.memory is None:
            return candidate.weight * self._worth_of_new()
        if candidate.days < 1:
            return 0.0
        return candidate.weight * self._worth_of_review(candidate.memory, candidate.days)

    def seconds(self, candidate: Candidate) -> float:
        """How long studying a card is expected to take."""
        if candidate.memory is None:
            return self._effort.new + FIRST_RATINGS[0][1] * self._effort.again
        chance = fsrs6.recall(self._w, candidate.memory.stability, candidate.days)
        return self._effort.review + (1 - chance) * self._effort.again

    def _worth_of_new(self) -> float:
        if self._new is None:
            gained = sum(
                share * self._recalled(fsrs6.first_stability(self._w, rating), again=rating == 1)
                for rating, share in FIRST_RATINGS
            )
            self._new = gained / (self._effort.new + FIRST_RATINGS[0][1] * self._effort.again)
        return self._new

    def _worth_of_review(self, memory: Strength, days: int) -> float:
        """The same sums as in `fsrs_model`, in one piece, because a day may have to weigh 100,000 cards."""
        w, stability, difficulty = self._w, memory.stability, memory.difficulty
        factor, decay, left = self._factor, self._decay, self._left
        chance = (1 + factor * days / stability) ** decay
        missed = 1 - chance
        gain = self._grown * (11 - difficulty) * stability ** -w[9] * (exp(missed * w[10]) - 1)
        right = max(stability * (1 + gain), STABILITY_MIN)
        kept = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp(missed * w[14])
        wrong = max(min(kept, stability * self._ceiling), STABILITY_MIN)
        wrong *= max(self._again * wrong ** -w[19], 1.0)
        after = chance * (1 + factor * left / right) ** decay + missed * (1 + factor * left / wrong) ** decay
        gained = after - (1 + factor * (days + left) / stability) ** decay
        return float(gained / (self._effort.review + missed * self._effort.again))

    def _recalled(self, stability: float, *, again: bool) -> float:
        """Recall on the exam day; after a wrong answer the card is answered right once more on the same day."""
        if again:
            stability *= fsrs6.same_day_growth(self._w, stability, 3)
        return fsrs6.recall(self._w, stability, self._left)


def scarce(new: int, met: int, seconds: float, effort: Effort) -> bool:
    """Whether so many seconds until the exam are scarce for a number of new cards and of cards met before."""
    return seconds <= enough(new, met, effort)


def enough(new: int, met: int, effort: Effort) -> float:
    """The seconds from which on they are no longer scarce."""
    return new * effort.new + ROUNDS * (new + met) * (effort.review + FORGOTTEN * effort.again)


def best_first(
    candidates: Iterable[Candidate],
    worth: Worth,
    seconds: float,
    lets: Callable[[ItemId], bool] = lambda _: True,
) -> tuple[ItemId, ...]:
    """The cards to study in so many seconds, the most valuable first; none of them worth nothing.

    ``lets`` is asked of each in that order and may refuse it. The last one may end after the time is over.
    """
    valued = sorted(((-worth.of(c), c.card, c) for c in candidates), key=lambda v: v[:2])
    chosen: list[ItemId] = []
    for loss, card, candidate in valued:
        if seconds <= 0 or loss >= 0:
            break
        if lets(card):
            chosen.append(card)
            seconds -= worth.seconds(candidate)
    return tuple(chosen)
