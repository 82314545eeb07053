"""The work that the coming weeks hold, by the learner's choices or by others that are only tried."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.agenda import Course, answers_a_new_card
from studyapp.learning.day_plan import CARD_SHARE
from studyapp.learning.schedule_rules import Rules
from studyapp.learning.statistics import seconds_an_answer
from studyapp.learning.workload import Held, Load, Spacing, workload
from studyapp.store.day_rows import answer_days
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.store.report_rows import held_cards
from studyapp.study.books import Books
from studyapp.study.card_queue import PACE_DAYS
from studyapp.study.planner import days_left, weights
from studyapp.study.settings_desk import LearnerSettings, SettingsDesk

DAYS: Final = 28
"""So many days are told, day by day."""

FARTHEST: Final = 366
"""An exam farther away than this many days is reckoned with only so far."""

_MOST_CARDS: Final = 4000
"""Of more cards than this every second, third … stands for its neighbours."""


@dataclass(frozen=True, slots=True)
class Workload:
    """The coming days from ``today`` on, by settings.

    ``minutes`` is what a usual day has for cards. ``met`` of ``total`` cards are met ``until`` a day: the exam, or the
    day after the last of ``days`` where none is ahead.
    """

    today: date
    settings: LearnerSettings
    days: tuple[Load, ...]
    minutes: float
    until: date
    met: int
    total: int

    @property
    def due_a_day(self) -> float:
        """Reviews that fall due on a day, on average of ``days``, whether they fit or wait."""
        return (sum(load.reviews for load in self.days) + self.days[-1].waiting) / len(self.days)


class Workloads:
    """Asks how much work is ahead."""

    def __init__(self, library: Books, profile: Profile, settings: SettingsDesk) -> None:
        self._library, self._profile, self._settings = library, profile, settings

    def inquiry(self, **changes: Any) -> "WorkloadInquiry":
        """An inquiry by the learner's settings, with fields of `LearnerSettings` changed for this question alone."""
        catalog = self._library.catalog
        settings = replace(self._settings.settings, **changes)
        return WorkloadInquiry(
            reader=self._profile.reader,
            settings=settings,
            cards={item: card.area for item, card in catalog.cards().items()},
            weights=weights(catalog, settings.certification),
        )


@dataclass(frozen=True, slots=True)
class WorkloadInquiry:
    """A question to the log; calling it opens a connection and closes it."""

    reader: Callable[[], Ledger]
    settings: LearnerSettings
    cards: Mapping[ItemId, str]
    weights: Mapping[str, float]

    def __call__(self) -> Workload:
        """Read the log and follow the plan."""
        ledger = self.reader()
        try:
            return self._workload(ledger)
        finally:
            ledger.close()

    def _workload(self, ledger: Ledger) -> Workload:
        today = ledger.today().date
        rules = self.settings.rules
        met, unseen = held_cards(ledger, self.cards)
        if rules != ledger.scheduler.rules:
            met = _respaced(met, rules)
        lately = answer_days(ledger, today - PACE_DAYS)
        before = [day for day in lately if day.day < today]
        spent = sum(day.took.total_seconds() for day in lately if day.day == today)
        courses = self._courses(today, spent)
        counts = sum(self.weights.get(area, 0) > 0 for area in self.cards.values()) if self.weights else None
        every = max(1, ceil((len(met) + unseen) / _MOST_CARDS))
        loads = workload(
            met[::every],
            unseen // every,
            [_thinned(course, every) for course in courses],
            rules,
            seconds_an_answer(before),
            None if counts is None else counts // every,
        )
        until = max(1, courses[0].left) if courses[0].left is not None else DAYS
        found = sum(load.new for load in loads[:until]) * every + len(met)
        days = tuple(_thickened(load, every) for load in loads[:DAYS])
        minutes = CARD_SHARE * self.settings.minutes_a_day
        end = today + timedelta(days=until)
        return Workload(today, self.settings, days, minutes, end, found, len(met) + unseen)

    def _courses(self, today: date, spent: float) -> list[Course]:
        """The course of each day up to the exam, at least of so many as are told."""
        left = days_left(self.settings, today)
        ahead = left if left is not None and left >= 0 else None
        count = max(DAYS, min(ahead or 0, FARTHEST))
        dates = [today + timedelta(days=n) for n in range(count)]
        seconds = [60.0 * CARD_SHARE * self.settings.minutes_on(day) for day in dates]
        seconds[0] = max(0.0, seconds[0] - spent)
        return [self._course(seconds, number, ahead) for number in range(count)]

    def _course(self, seconds: Sequence[float], number: int, ahead: int | None) -> Course:
        before_exam = ahead is not None and number <= ahead
        until = sum(seconds[number : max(number + 1, ahead)]) if before_exam and ahead is not None else 0.0
        return Course(
            today=seconds[number],
            left=ahead - number if before_exam and ahead is not None else None,
            until=until,
            weights=self.weights if before_exam else {},
            new_a_day=self.settings.new_a_day,
            reviews_a_day=self.settings.reviews_a_day,
            a_new_card=answers_a_new_card(self.settings.rules),
        )


def _respaced(cards: Sequence[Held], rules: Rules) -> tuple[Held, ...]:
    """Cards with the dates that other rules give them; how well they are remembered stays the same."""
    spacing = Spacing(rules)
    return tuple(replace(card, due=max(0, spacing.days(card.stability) - card.since)) for card in cards)


def _thinned(course: Course, every: int) -> Course:
    """The course of a day on which only every so many-th card stands for all."""
    if every == 1:
        return course
    new, reviews = course.new_a_day, course.reviews_a_day
    return replace(
        course,
        today=course.today / every,
        until=course.until / every,
        new_a_day=None if new is None else new // every,
        reviews_a_day=None if reviews is None else reviews // every,
    )


def _thickened(load: Load, every: int) -> Load:
    parts = load.reviews * every, load.new * every, load.waiting * every
    return Load(*parts, load.minutes * every, load.for_new * every)
