"""A month of plausible study, made by the same verbs that a learner uses, at a clock that is handed in."""

import random
from datetime import date, datetime, timedelta

from studyapp.catalog.question import Pool
from studyapp.learning.rating import Rating
from studyapp.study.desks import Desks
from studyapp.study.reading_room import Visit
from studyapp.study.scope import Scope

DAYS = 26
_EXAM_IN = 23
_CARDS_A_DAY = 24
_DAYS_OFF = 0.15
_SKILL = {Rating.AGAIN: 0.09, Rating.HARD: 0.13, Rating.GOOD: 0.66, Rating.EASY: 0.12}
_MOCKS = {12: 0.74, 22: 0.88}
"""On which day a paper is sat, and how likely each question of it is answered rightly."""


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
        if dice.random() < _DAYS_OFF:
            continue
        _drill(desks, clock, dice)
        _read(desks, clock, dice, day)
        if day in _MOCKS:
            _sit_a_paper(desks, clock, dice, _MOCKS[day])
    clock.moment = now


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
    desks.reading.leave(article.id, Visit("", position, took, finished))


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
        clock.go_on(seconds=dice.uniform(20, 55))
        if view is None or view.question is None:
            continue
        options = range(len(view.question.options))
        right = (
            view.question.key
            if dice.random() < skill
            else frozenset(dice.sample(options, len(view.question.key)))
        )
        desks.exams.choose(frozenset(right))
    desks.exams.hand_in()
