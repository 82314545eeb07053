"""The minutes that Today tells are never more than those that the learner chose."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from studyapp.catalog.exam_profile import ExamProfile, Marking
from studyapp.catalog.question import Pool
from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.books import Books
from studyapp.study.review_desk import ReviewDesk
from studyapp.study.settings_desk import SettingsDesk
from studyapp.study.today_desk import TodayDesk
from tests.tools.clock import Clock
from tests.tools.many_cards import many_cards, opened

PRACTICE = ExamProfile(
    ItemId("many/exam/short"),
    title="Short paper",
    certification="pspo-1",
    level="pspo-1",
    questions=10,
    minutes=0,
    pass_mark=0,
    pool=Pool.PRACTICE,
    marking=Marking.PARTIAL,
    pause=True,
    quotas=(),
    as_of=None,
)


class Learner:
    """A new learner with 400 cards and questions to practise."""

    def __init__(self, folder: Path) -> None:
        self.clock, catalog = Clock(), many_cards(400).catalog
        books = cast(
            Books, SimpleNamespace(catalog=SimpleNamespace(**vars(catalog) | {"profiles": self.papers}))
        )
        self.profile = opened(folder, self.clock)
        ledger = self.profile.ledger
        self.settings = SettingsDesk(ledger)
        self.reviews = ReviewDesk(books, ledger, ledger.scheduler, self.settings)
        self.today = TodayDesk(books, ledger, ledger.scheduler, self.settings, self.reviews)

    def papers(self) -> tuple[ExamProfile, ...]:
        return (PRACTICE,)

    def aim(self, left: int | None, minutes: int) -> None:
        """Set an exam so many days ahead, and the minutes of a day."""
        today = self.clock.moment.date()
        self.settings.change(
            exam_date=None if left is None else today + timedelta(days=left), minutes_a_day=minutes
        )

    def answer(self, cards: int, seconds: int, rating: Rating = Rating.AGAIN) -> None:
        """Answer some cards, all alike."""
        for _ in range(cards):
            self.clock.tick(seconds=seconds)
            self.reviews.rate(rating, timedelta(seconds=seconds))


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    made = Learner(tmp_path)
    yield made
    made.profile.close()


@pytest.mark.parametrize("left", [None, 60, 3, 0])
def test_a_day_shows_no_more_minutes_than_were_chosen(learner: Learner, left: int | None) -> None:
    for minutes in (1, 2, 5, 7, 20, 33, 60):
        learner.aim(left, minutes)
        look = learner.today.look()
        assert look.new
        assert look.minutes <= minutes


def test_twenty_minutes_on_the_day_of_the_exam_are_twenty(learner: Learner) -> None:
    learner.aim(0, 20)
    look = learner.today.look()
    assert (look.new, look.questions, look.minutes) == (29, 9, 20)


@pytest.mark.parametrize("left", [None, 0])
def test_minutes_chosen_for_one_day_alone_are_kept_to_as_well(learner: Learner, left: int | None) -> None:
    learner.aim(left, 60)
    for minutes in (5, 15, 30):
        learner.settings.change(chosen_day=learner.clock.moment.date(), chosen_minutes=minutes)
        assert learner.today.look().minutes <= minutes


@pytest.mark.parametrize("left", [None, 0])
def test_cards_on_their_steps_count_among_the_minutes(learner: Learner, left: int | None) -> None:
    learner.aim(left, 20)
    for _ in range(4):
        learner.answer(5, seconds=9)
        look = learner.today.look()
        assert look.learning
        assert look.minutes <= 20


def test_more_cards_begun_than_the_day_carries_come_by_and_by(learner: Learner) -> None:
    learner.aim(0, 60)
    learner.answer(40, seconds=9, rating=Rating.GOOD)
    assert learner.today.look().learning > 30
    learner.aim(None, 5)
    learner.settings.change(new_a_day=0)
    minutes = []
    while (look := learner.today.look()).learning:
        minutes.append(look.minutes)
        learner.reviews.begin()
        learner.clock.tick(minutes=1)
        learner.reviews.rate(Rating.EASY, timedelta(seconds=9))
    assert len(minutes) > 30
    assert max(minutes) <= 5


def test_one_card_longer_than_the_whole_day_is_told_as_long_as_it_is(learner: Learner) -> None:
    learner.aim(0, 20)
    learner.answer(30, seconds=120)
    learner.clock.tick(days=1)
    learner.aim(0, 1)
    look = learner.today.look()
    assert (look.due + look.new + look.learning, look.minutes) == (1, 3)
