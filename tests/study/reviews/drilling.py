"""What tests of the flashcard desk do with it."""

from collections.abc import Callable
from datetime import timedelta

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.review_desk import ReviewDesk, ReviewView, Scope
from tests.tools.clock import Clock

TOOK = timedelta(seconds=6)
Opened = Callable[[], ReviewDesk]


def seen(desk: ReviewDesk) -> ReviewView:
    view = desk.view()
    assert view is not None
    return view


def drill(desk: ReviewDesk, clock: Clock, rating: Rating = Rating.EASY) -> list[ItemId]:
    """Answer until nothing is left; the cards in the order in which they were asked."""
    asked = []
    while (view := desk.view()) is not None:
        asked.append(view.card.id)
        clock.tick(seconds=8)
        desk.rate(rating, TOOK)
    return asked


def learn_everything(desk: ReviewDesk, clock: Clock) -> None:
    """Answer every card once with ease, the siblings on the next day."""
    for _ in range(2):
        desk.begin(Scope("all"))
        drill(desk, clock)
        clock.tick(days=1)
