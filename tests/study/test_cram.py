"""Cramming before an exam asks everything and harms no schedule."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from studyapp.ids import ItemId
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.scope import DAY, Scope
from tests.tools.clock import Clock

TOOK = timedelta(seconds=5)
CRAM = Scope("due", cram=True)


def asked(desks: Desks, clock: Clock, rating: Rating, most: int = 40) -> list[ItemId]:
    found: list[ItemId] = []
    while (view := desks.reviews.view()) is not None and len(found) < most:
        found.append(view.card.id)
        clock.tick(seconds=9)
        desks.reviews.rate(rating, TOOK)
    return found


def memories(desks: Desks) -> list[tuple[object, ...]]:
    return desks.ledger.rows("SELECT * FROM card_memory ORDER BY item")


def test_everything_is_asked_siblings_too_the_least_known_first(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin(DAY)
    known = asked(desks, clock, Rating.EASY)
    clock.tick(days=2)
    desks.reviews.begin(CRAM)
    every = asked(desks, clock, Rating.GOOD)
    assert sorted(every) == sorted(desks.library.catalog.cards())
    assert set(every[: len(known)]) == set(known)


def test_no_answer_changes_a_memory_but_each_is_in_the_log(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin(DAY)
    asked(desks, clock, Rating.EASY)
    before = memories(desks)
    desks.reviews.begin(CRAM)
    given = asked(desks, clock, Rating.AGAIN, most=7)
    assert memories(desks) == before
    assert [event.item for event in desks.ledger.events(kind="cram")] == given
    desks.ledger.rebuild()
    assert memories(desks) == before


def test_what_was_forgotten_comes_again_soon(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin(CRAM)
    first = asked(desks, clock, Rating.AGAIN, most=1)[0]
    assert first in asked(desks, clock, Rating.GOOD)


def test_no_interval_is_promised_while_cramming(desks: Desks) -> None:
    desks.reviews.begin(CRAM)
    view = desks.reviews.view()
    assert view is not None
    assert (view.cram, view.intervals) == (True, {})


def test_a_crammed_answer_is_undone_and_redone_even_after_a_restart(
    desks: Desks, clock: Clock, open_small: Callable[[], Desks]
) -> None:
    desks.reviews.begin(CRAM)
    asked(desks, clock, Rating.GOOD, most=2)
    assert desks.reviews.undo() == Change.REVIEWS
    again = open_small()
    assert len(list(again.ledger.events(kind="cram"))) == 1
    again.reviews.redo()
    assert len(list(again.ledger.events(kind="cram"))) == 2


def test_a_day_of_cramming_is_a_day_of_study(desks: Desks, clock: Clock) -> None:
    desks.reviews.begin(CRAM)
    asked(desks, clock, Rating.GOOD, most=3)
    assert desks.ledger.rows("SELECT answers, took_ms, reviews FROM answer_day") == [(3, 15_000, 0)]


@pytest.mark.parametrize("scope", [Scope("topic", "events", cram=True), Scope("all", cram=True)])
def test_any_set_of_cards_can_be_crammed(desks: Desks, clock: Clock, scope: Scope) -> None:
    desks.reviews.begin(scope)
    assert asked(desks, clock, Rating.GOOD)
