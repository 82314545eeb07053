"""All cards in one box: what is told of each, and bulk changes that are one step each."""

from collections.abc import Callable
from datetime import timedelta

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.study.card_box import CardRow
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from tests.tools.clock import Clock

TOOK = timedelta(seconds=5)


def rows(desks: Desks) -> dict[ItemId, CardRow]:
    return {row.item: row for row in desks.box.rows()}


def answered(desks: Desks, clock: Clock, count: int = 3) -> list[ItemId]:
    found: list[ItemId] = []
    desks.reviews.begin()
    while len(found) < count and (view := desks.reviews.view()) is not None:
        found.append(view.card.id)
        desks.reviews.rate(Rating.EASY, TOOK)
        clock.tick(seconds=5)
    return found


def test_every_card_has_a_row_that_tells_what_is_known_of_it(desks: Desks, clock: Clock) -> None:
    first, *_ = answered(desks, clock)
    told = rows(desks)
    assert set(told) == set(desks.library.catalog.cards())
    state = desks.reviews.states([first])[first]
    assert (told[first].phase, told[first].due_at) == (state.phase, state.due_at)


def test_recall_is_what_card_information_tells_also_on_the_steps(desks: Desks, clock: Clock) -> None:
    first, *_ = answered(desks, clock)
    desks.ledger.record("review", first, 1, {"rating": 1, "phase": "review"})
    for days in (0, 3):
        clock.tick(days=days)
        row = rows(desks)[first]
        assert row.phase is Phase.RELEARNING
        assert (
            row.recall == desks.stories.tell(row.card, None).why.recall == desks.reviews.retrievability(first)
        )


def test_many_cards_are_suspended_in_one_step_and_released_by_undo(
    desks: Desks, open_small: Callable[[], Desks]
) -> None:
    every = list(desks.library.catalog.cards())
    assert desks.box.suspend(every, on=True) == Change.REVIEWS
    assert desks.reviews.counts().total == 0
    again = open_small()
    again.reviews.undo()
    assert not any(row.suspended for row in again.box.rows())
    again.reviews.redo()
    assert all(row.suspended for row in again.box.rows())


def test_what_is_so_already_leaves_no_trace(desks: Desks) -> None:
    every = list(desks.library.catalog.cards())
    assert desks.box.flag(every, on=False) == desks.box.suspend(every, on=False) == Change.NOTHING
    assert desks.box.reset(every) == Change.NOTHING


def test_a_reset_card_is_new_again_and_undo_brings_its_memory_back(desks: Desks, clock: Clock) -> None:
    known = answered(desks, clock)
    before = desks.ledger.rows("SELECT * FROM card_memory ORDER BY item")
    desks.box.reset(known[:2])
    assert {item for item in known if rows(desks)[item].phase is Phase.NEW} == set(known[:2])
    assert len(list(desks.ledger.events(kind="review"))) == len(known)
    desks.reviews.undo()
    assert desks.ledger.rows("SELECT * FROM card_memory ORDER BY item") == before


def test_a_reset_card_is_learnt_from_the_beginning(desks: Desks, clock: Clock) -> None:
    known = answered(desks, clock, 1)
    clock.tick(days=30)
    desks.box.reset(known)
    desks.ledger.record("review", known[0], 1, {"rating": 3, "phase": "new"})
    memory = desks.reviews.memory(known[0])
    assert memory is not None
    assert (memory.reviews, memory.phase) == (1, Phase.LEARNING)
    assert len(desks.stories.tell(desks.library.catalog.cards()[known[0]], desks.reviews._scope).answers) == 1


def test_the_sitting_goes_on_without_cards_suspended_in_the_box(desks: Desks) -> None:
    desks.reviews.begin()
    view = desks.reviews.view()
    assert view is not None
    desks.box.suspend([view.card.id], on=True)
    after = desks.reviews.view()
    assert after is None or after.card.id != view.card.id


def test_only_cards_of_ones_own_are_moved_and_removed(desks: Desks) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes."))
    every = list(desks.library.catalog.cards())
    desks.box.move(every, topic="events", tag="exam")
    assert desks.own_cards.cards()["mine"].tags == ("exam",)
    desks.box.remove(every)
    assert len(rows(desks)) == len(every) - 1
    desks.reviews.undo()
    assert len(rows(desks)) == len(every)


def test_rows_are_found_by_words_and_by_what_is_true_of_them(desks: Desks) -> None:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes.", tags=("Exam",)))
    desks.box.flag([ItemId("my-cards/card/mine")], on=True)
    words = rows(desks)[ItemId("my-cards/card/mine")].words
    assert all(word in words for word in ("mine?", "yes.", "exam", "flagged", "own", "new"))


def test_what_was_answered_stays_counted_when_the_box_changes_the_sitting(desks: Desks, clock: Clock) -> None:
    answered(desks, clock, 2)
    view = desks.reviews.view()
    assert view is not None
    others = [item for item in desks.library.catalog.cards() if item != view.card.id]
    desks.box.suspend(others, on=True)
    assert desks.reviews.summary().answered == 2
    after = desks.reviews.view()
    assert after is not None
    assert after.card.id == view.card.id
    desks.box.flag([view.card.id], on=True)
    after = desks.reviews.view()
    assert after is not None
    assert after.flagged
