"""A month of plausible study, made by the same verbs that a learner uses, at a clock that is handed in."""

import random
from datetime import date, datetime, timedelta

from studyapp.catalog.question import Pool
from studyapp.learning.rating import Rating
from studyapp.study.confusions import compares_roles
from studyapp.study.desks import Desks
from studyapp.study.practice_desk import PracticeScope
from studyapp.study.reading_room import Visit
from studyapp.study.scope import Scope
from studyapp.study.table_drill import DrillScope

DAYS = 26
_EXAM_IN = 23
_CARDS_A_DAY = 24
_DAYS_OFF = 0.15
_SKILL = {Rating.AGAIN: 0.09, Rating.HARD: 0.13, Rating.GOOD: 0.66, Rating.EASY: 0.12}
_PRACTICE_SKILL = 0.82
_SWAPS = 0.6
_MOCKS = {12: 0.74, 22: 0.88}
"""On which day a paper is sat, and how likely each question of it is answered rightly."""
_HASTE, _CHANGES, _FLAGS = 0.06, 0.1, 0.08
"""How many questions of a paper are answered without reading, changed, and flagged."""


class StudyClock:
    """Tells the time that it is set to."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """The moment it is set to; aware."""
        return self.moment

    def go_on(self, **span: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**span)


def study_a_month(desks: Desks, clock: StudyClock, dice: random.Random) -> None:
    """Study for DAYS days up to the present moment of the clock, with some days off."""
    now = clock.moment
    exam: date = (now + timedelta(days=_EXAM_IN)).date()
    clock.moment = now - timedelta(days=DAYS)
    desks.settings.change(greeted=True, certification="pspo-1", exam_date=exam, minutes_a_day=20)
    for day in range(DAYS):
        clock.moment = now - timedelta(days=DAYS - day) + timedelta(minutes=dice.randrange(90))
        if day not in _MOCKS and dice.random() < _DAYS_OFF:
            continue
        _hear_the_forecast(desks)
        _drill(desks, clock, dice)
        _read(desks, clock, dice, day)
        if day % 3 == 0:
            _practise(desks, clock, dice)
        if day % 4 == 1:
            _drill_a_table(desks, clock, dice)
        if day in _MOCKS:
            _sit_a_paper(desks, clock, dice, _MOCKS[day])
    clock.moment = now


def _hear_the_forecast(desks: Desks) -> None:
    """What Today tells whoever opens it."""
    inquiry = desks.outlooks.inquiry(past=False)
    if inquiry is not None:
        desks.outlooks.keep(inquiry())


def _drill(desks: Desks, clock: StudyClock, dice: random.Random) -> None:
    desks.reviews.begin(Scope("due"))
    for _ in range(_CARDS_A_DAY):
        if desks.reviews.view() is None:
            return
        took = timedelta(seconds=dice.uniform(5, 25))
        clock.moment += took
        rating = dice.choices(list(_SKILL), list(_SKILL.values()))[0]
        desks.reviews.rate(rating, took)


def _read(desks: Desks, clock: StudyClock, dice: random.Random, day: int) -> None:
    articles = list(desks.library.catalog.articles().values())
    article = articles[day % len(articles)]
    finished = dice.random() < 0.7
    took = timedelta(minutes=article.minutes * (1.0 if finished else 0.5))
    clock.moment += took
    position = 1.0 if finished else dice.uniform(0.15, 0.75)
    desks.reading.leave(article.id, Visit("", position, took, finished, position))


def _practise(desks: Desks, clock: StudyClock, dice: random.Random) -> None:
    desks.practice.begin(PracticeScope(), desks.settings.settings.certification)
    while (view := desks.practice.view()) is not None:
        options, key = range(len(view.question.options)), view.question.key
        right = dice.random() < _PRACTICE_SKILL
        clock.go_on(seconds=40)
        chosen = key if right else frozenset(dice.sample(options, len(key)))
        desks.practice.answer(chosen, sure=dice.random() < 0.6, took=timedelta(seconds=40))
        desks.practice.go_on()


def _drill_a_table(desks: Desks, clock: StudyClock, dice: random.Random) -> None:
    """Drill the first table that sets roles side by side; the first two columns are taken for one another."""
    tables = desks.library.catalog.comparisons().values()
    table = max((t for t in tables if compares_roles(t)), key=lambda t: len(t.columns), default=None)
    if table is None:
        return
    first, second = (column.name for column in table.columns[:2])
    desks.table_drill.begin(DrillScope(table.id))
    while (view := desks.table_drill.view()) is not None:
        clock.go_on(seconds=9)
        given = list(view.item.key)
        swapped = {first: second, second: first}.get(view.item.gaps[0][1])
        wrong = [n for n, choice in enumerate(view.item.choices) if choice.column == swapped]
        if wrong and len(given) == 1 and dice.random() < _SWAPS:
            given = wrong[:1]
        desks.table_drill.answer(given, timedelta(seconds=9))
        desks.table_drill.go_on()


def _sit_a_paper(desks: Desks, clock: StudyClock, dice: random.Random, skill: float) -> None:
    offers = [
        o
        for o in desks.exams.offers()
        if o.ready and o.profile.pool is Pool.HELD_BACK and o.profile.pass_mark
    ]
    if not offers:
        return
    desks.exams.begin(offers[0].profile.id)
    for number in range(1, offers[0].profile.questions + 1):
        desks.exams.go(number)
        view = desks.exams.view()
        hasty = dice.random() < _HASTE
        clock.go_on(seconds=dice.uniform(4, 7) if hasty else dice.uniform(20, 55))
        if view is None or view.question is None:
            continue
        options, key = range(len(view.question.options)), view.question.key
        other = frozenset(dice.sample(options, len(key)))
        knows = dice.random() < (skill - 0.3 if hasty else skill)
        if dice.random() < _CHANGES:
            desks.exams.choose(other if knows else key)
        if dice.random() < _FLAGS:
            desks.exams.flag()
        desks.exams.choose(key if knows else other)
    desks.exams.hand_in()
