"""How much work the coming days hold: the day's rule followed day after day, with outcomes as they are expected.

Every answer turns out as its chance says, evenly and not by lot: of ten answers with a chance of 90 % the tenth goes
wrong. So the same cards always give the same days. Days are counted from today as 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Final

from studyapp.learning import fsrs_model as fsrs6
from studyapp.learning.agenda import Course, DayRule, Standing
from studyapp.learning.due_queue import FIRST_DAY_ANSWERS
from studyapp.learning.schedule_rules import Rules
from studyapp.learning.scheduler import Scheduler

_FIRST_ANSWERS: Final = (3, 1, 3, 1, 4, 3, 1, 2, 3, 1, 3, 3, 1, 4, 3, 1, 2, 3, 1, 4)
"""First answers in the shares that the plan expects of them."""


@dataclass(frozen=True, slots=True)
class Held:
    """A card as it stands: stability in days, difficulty, days since its last answer, days until it is due."""

    stability: float
    difficulty: float
    since: int
    due: int


@dataclass(frozen=True, slots=True)
class Load:
    """One day's work with cards. ``waiting`` are due and do not fit.

    ``minutes`` is what it all takes, ``for_new`` the part of it that new cards take.
    """

    reviews: int
    new: int
    waiting: int
    minutes: float
    for_new: float


def workload(
    cards: Iterable[Held],
    unseen: int,
    courses: Sequence[Course],
    rules: Rules,
    seconds: float,
    counts: int | None = None,
) -> tuple[Load, ...]:
    """The work of each day that has a course, by rules of scheduling. ``seconds`` is what an answer takes.

    ``unseen`` is how many cards are new; ``counts`` how many cards count for the exam in all, new ones included, where
    an exam is ahead (by default all).
    """
    known = tuple(cards)
    story = _Story(known, unseen, rules, seconds, counts or len(known) + unseen)
    return tuple(story.day(number, course) for number, course in enumerate(courses))


class Spacing:
    """After how many days a card comes back, by its stability: 90 % of recall are left after just that many."""

    def __init__(self, rules: Rules) -> None:
        self._age, self._longest = Scheduler(rules).age_at(rules.retention), rules.longest_interval

    def days(self, stability: float) -> int:
        """The interval in whole days, at least one."""
        return min(max(1, round(stability * self._age)), self._longest)


class _Story:
    """Cards by the day on which they come back."""

    def __init__(self, cards: Sequence[Held], unseen: int, rules: Rules, seconds: float, counts: int) -> None:
        self._due = defaultdict[int, list[Held]](list)
        for card in cards:
            self._due[max(0, card.due)].append(replace(card, since=-card.since))
        self._unseen, self._counts = unseen, counts
        self._parameters, self._seconds = rules.parameters, seconds
        self._spacing = Spacing(rules)
        self._first = cycle(_FIRST_ANSWERS)
        self._missed = 0.0

    def day(self, number: int, course: Course) -> Load:
        """Study one day; from now on ``since`` is the number of the day of the last answer."""
        due = self._due.pop(number, [])
        met = max(0, self._counts - self._unseen)
        rule = DayRule(course, Standing(unseen=self._unseen, met=met), self._parameters, self._seconds)
        asked = len(due) if rule.fits(len(due)) else min(len(due), rule.reviews)
        new = min(self._unseen, rule.new(asked))
        missed = sum(self._answer(card, number) for card in due[:asked])
        for _ in range(new):
            self._meet(number)
        self._unseen -= new
        self._due[number + 1] += due[asked:]
        for_new = FIRST_DAY_ANSWERS * new * self._seconds / 60
        minutes = (asked + missed) * self._seconds / 60 + for_new
        return Load(asked, new, len(due) - asked, minutes, for_new)

    def _answer(self, card: Held, day: int) -> bool:
        """Answer a card; whether it was forgotten."""
        w, days = self._parameters, max(0, day - card.since)
        chance = fsrs6.recall(w, card.stability, days)
        self._missed += 1 - chance
        forgotten = self._missed >= 1
        self._missed -= forgotten
        rating = 1 if forgotten else 3
        stability = fsrs6.next_stability(w, card.stability, card.difficulty, days, chance, rating)
        difficulty = fsrs6.limited(fsrs6.next_difficulty(w, card.difficulty, rating))
        if forgotten:
            stability *= fsrs6.same_day_growth(w, stability, 3)
        self._keep(stability, difficulty, day)
        return forgotten

    def _meet(self, day: int) -> None:
        """Answer a new card for the first time."""
        w, rating = self._parameters, next(self._first)
        stability = fsrs6.first_stability(w, rating)
        if rating == 1:
            stability *= fsrs6.same_day_growth(w, stability, 3)
        self._keep(stability, fsrs6.limited(fsrs6.first_difficulty(w, rating)), day)

    def _keep(self, stability: float, difficulty: float, day: int) -> None:
        kept = max(stability, fsrs6.STABILITY_MIN)
        self._due[day + self._spacing.days(kept)].append(Held(kept, difficulty, day, 0))
