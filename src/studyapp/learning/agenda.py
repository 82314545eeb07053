"""Which cards a day asks, so that they fit its minutes: the most valuable first where there are too many.

With an exam ahead and minutes scarce, the cards come that add most to the exam day in each second, due or not. With
minutes to spare, what is due comes, then new cards while there is time. Without an exam ahead, what is due comes and a
steady flow of new cards that the minutes can carry for good. Whenever more is due than fits, the cards come that an
answer helps most; what is left is owed to nobody and competes again on the next day.

The choice rests on nothing but the log and the day.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.due_queue import ANSWERS_A_NEW_CARD, FIRST_DAY_ANSWERS, REVIEW_SECONDS, Pace
from studyapp.learning.fsrs_model import Parameters
from studyapp.learning.schedule_rules import RETENTION, Rules
from studyapp.learning.scheduler import Scheduler
from studyapp.learning.worth import Candidate, Effort, Worth, best_first, enough, scarce

LONG_RUN: Final = 90.0
"""Without an exam ahead, an answer is worth what it adds to recall so many days from now."""

_SHRINKING: Final = 0.45


@dataclass(frozen=True, slots=True)
class Course:
    """What a day's cards serve, and the time there is for them, in seconds."""

    today: float
    """What the whole day has for cards."""
    left: int | None = None
    """Days to the exam; None when none lies ahead."""
    until: float = 0.0
    """What there is for cards from today to the exam, days off left out."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """What a card counts for on the exam day, by its focus area; empty when all count alike."""
    new_a_day: int | None = None
    reviews_a_day: int | None = None
    """Limits that the learner set; None leaves it to the plan."""
    a_new_card: float = ANSWERS_A_NEW_CARD
    """Answers a day, in the long run, that a flow of one new card a day asks for."""

    def weight(self, area: str) -> float:
        """What a card of a focus area counts for."""
        return self.weights.get(area, 0.0) if self.weights else 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the day stands."""

    reviewed: int = 0
    """Cards answered today that were met before."""
    introduced: int = 0
    """New cards answered today."""
    steps: int = 0
    """Cards on their steps."""
    unseen: int = 0
    met: int = 0
    """Cards of the content that count and were never, or were, seen; needed only with an exam ahead."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The cards of a day in order; ``later`` counts cards that are due and must wait for another day."""

    due: tuple[ItemId, ...] = ()
    new: tuple[ItemId, ...] = ()
    later: int = 0


class DayRule:
    """Decides one day's cards by a course, the learner's parameters and pace (seconds an answer)."""

    def __init__(
        self, course: Course, standing: Standing, parameters: Parameters, seconds: float = REVIEW_SECONDS
    ) -> None:
        self.course, self.standing = course, standing
        self._seconds = seconds
        self._effort = effort_at(seconds)
        horizon = LONG_RUN if course.left is None else float(course.left)
        self._worth = Worth(parameters, horizon, self._effort)

    @property
    def scarce(self) -> bool:
        """Whether an exam is ahead and there is too little time for going through all cards often enough."""
        at = self.standing
        return self.course.left is not None and scarce(at.unseen, at.met, self.course.until, self._effort)

    @property
    def missing(self) -> float:
        """The seconds that going through all cards often enough takes, when there is too little time; else 0."""
        at = self.standing
        return enough(at.unseen, at.met, self._effort) if self.scarce else 0.0

    @property
    def room(self) -> float:
        """Seconds that today has left, once what was answered and what is on its steps is taken off."""
        at = self.standing
        answers = at.reviewed + at.steps + FIRST_DAY_ANSWERS * at.introduced
        return max(0.0, self.course.today - answers * self._seconds)

    @property
    def reviews(self) -> int:
        """How many cards that are due fit into the room."""
        return int(max(0, min(self.room / self._seconds, self._free_for_reviews())))

    def fits(self, due: int) -> bool:
        """Whether all that is due is asked today, in its usual order."""
        return due <= self.reviews and not self.scarce

    def new(self, due: int) -> int:
        """How many new cards come beside so many that are due and fit."""
        at = self.standing
        if self.course.today <= 0:
            return 0
        if self.course.left is None:
            pace = Pace(self.course.today / 60, self._seconds, self.course.a_new_card)
            most = (self.course.today / self._seconds - due - at.steps) / FIRST_DAY_ANSWERS
            wanted = min(pace.share(due, at.reviewed, at.introduced), int(most))
        else:
            wanted = int((self.room - due * self._seconds) / (FIRST_DAY_ANSWERS * self._seconds))
        return int(max(0, min(wanted, self._free_for_new())))

    def most_valuable(
        self, due: Iterable[Candidate], lets: Callable[[ItemId], bool], count: int
    ) -> tuple[ItemId, ...]:
        """Of cards that are due but too many, those that an answer helps most. ``count`` is at most asked."""
        return best_first(due, self._worth, self.room, lets)[:count]

    def for_the_exam(
        self, met: Iterable[Candidate], unseen: Sequence[Candidate], lets: Callable[[ItemId], bool]
    ) -> tuple[tuple[ItemId, ...], tuple[ItemId, ...]]:
        """When time is scarce: cards met before, due or not, and new ones, those that add most to the exam day.

        They fit into the room at the pace by which the day is told; one longer than the whole day may come alone.
        """
        fresh = {candidate.card for candidate in unseen}
        free = {True: self._free_for_new(), False: self._free_for_reviews()}
        left = self.room

        def wanted(card: ItemId) -> bool:
            nonlocal left
            is_new = card in fresh
            takes = self._seconds * (FIRST_DAY_ANSWERS if is_new else 1)
            fits = takes <= left or left == self.course.today
            if free[is_new] <= 0 or not fits or not lets(card):
                return False
            free[is_new] -= 1
            left -= takes
            return True

        chosen = best_first([*met, *unseen], self._worth, self.room, wanted)
        return tuple(c for c in chosen if c not in fresh), tuple(c for c in chosen if c in fresh)

    def _free_for_new(self) -> float:
        limit = self.course.new_a_day
        return inf if limit is None else limit - self.standing.introduced

    def _free_for_reviews(self) -> float:
        limit = self.course.reviews_a_day
        return inf if limit is None else limit - self.standing.reviewed


def effort_at(seconds: float) -> Effort:
    """What answers take at a pace; ``seconds`` is the mean of all answers."""
    usual, share = Effort(), seconds / REVIEW_SECONDS
    return Effort(usual.review * share, usual.new * share, usual.again * share)


def answers_a_new_card(rules: Rules) -> float:
    """Answers a day that a flow of one new card a day asks for by other rules, in the long run.

    What comes after the first day grows as intervals shrink, with the power that following such a flow for 400 days
    shows; steps and parameters play no part in it.
    """
    age = 1.0 if rules.retention == RETENTION else Scheduler().age_at(rules.retention)
    return FIRST_DAY_ANSWERS + (ANSWERS_A_NEW_CARD - FIRST_DAY_ANSWERS) * float(age**-_SHRINKING)
