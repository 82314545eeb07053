"""What a sitting asks, in which order, and what is left for another day."""

import random

import pytest

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.review_desk import ReviewDesk, Scope
from tests.study.reviews.drilling import TOOK, Opened, drill, learn_everything, seen
from tests.tools.clock import Clock
from tests.tools.drill_pack import Shelf, card


def test_a_new_learner_gets_the_days_share_in_the_order_of_the_content(
    desk: ReviewDesk, clock: Clock
) -> None:
    assert desk.counts().new == 9
    assert drill(desk, clock) == [card(f"c{n:02}") for n in range(9)]
    assert desk.counts().total == 0


def test_more_minutes_a_day_bring_more_new_cards(desk: ReviewDesk) -> None:
    desk._settings.change(minutes_a_day=40)
    assert desk.counts().new == 19


def test_the_next_day_brings_the_next_cards(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    clock.tick(days=1)
    assert card("c09") in drill(desk, clock)


def test_due_cards_come_before_new_ones_and_the_least_likely_first(desk: ReviewDesk, clock: Clock) -> None:
    for rating in (Rating.EASY, Rating.GOOD, Rating.HARD):
        seen(desk)
        desk.rate(rating, TOOK)
    drill(desk, clock, Rating.GOOD)
    clock.tick(days=12)
    counts = desk.counts()
    asked = drill(desk, clock)
    chances = [desk.states(asked[: counts.due])[item] for item in asked[: counts.due]]
    assert all(state.phase is Phase.REVIEW for state in chances)
    assert counts.due >= 9


def test_the_order_within_a_day_can_be_told_again(desk: ReviewDesk, reopen: Opened, clock: Clock) -> None:
    learn_everything(desk, clock)
    clock.tick(days=40)
    first = desk._queue(Scope()).due
    clock.tick(hours=5)
    assert reopen()._queue(Scope()).due == first
    assert len(first) > 10


def test_siblings_never_come_on_the_same_day(desk: ReviewDesk, clock: Clock) -> None:
    desk.begin(Scope("topic", "one"))
    asked = drill(desk, clock)
    assert sum(item.startswith(card("pair")) for item in asked) == 1
    assert sum(item.startswith(card("gaps")) for item in asked) == 1
    clock.tick(days=1)
    desk.begin(Scope("topic", "one"))
    assert {card("pair~reversed"), card("gaps~c2")} & set(drill(desk, clock)) == {
        card("pair~reversed"),
        card("gaps~c2"),
    }


def test_a_forgotten_card_comes_again_after_its_step(desk: ReviewDesk, clock: Clock) -> None:
    first = seen(desk).card.id
    desk.rate(Rating.AGAIN, TOOK)
    assert desk.counts().learning == 1
    assert drill(desk, clock, Rating.EASY)[-1] == first or first in drill(desk, clock)


def test_a_card_out_of_the_content_is_not_asked_and_keeps_its_history(
    desk: ReviewDesk, shelf: Shelf, clock: Clock
) -> None:
    drill(desk, clock)
    shelf.remove("c00")
    clock.tick(days=60)
    assert card("c00") not in drill(desk, clock)
    assert desk.memory(card("c00")) is not None


def test_a_card_whose_meaning_changed_is_asked_again_and_says_so(
    desk: ReviewDesk, shelf: Shelf, clock: Clock
) -> None:
    drill(desk, clock)
    shelf.revise("c04")
    clock.tick(days=1)
    view = seen(desk)
    assert (view.card.id, view.revised) == (card("c04"), True)
    desk.rate(Rating.GOOD, TOOK)
    clock.tick(days=1)
    assert desk._queue(Scope()).due == ()


def test_a_leech_is_asked_like_any_other_card(desk: ReviewDesk, clock: Clock) -> None:
    for rating in (4, *(1, 3) * 9):
        desk._ledger.record("review", card("c00"), 1, {"rating": rating, "phase": "review"})
        clock.tick(days=2)
    memory = desk.memory(card("c00"))
    assert memory is not None
    assert memory.lapses == 9
    assert drill(desk, clock)[0] == card("c00")


@pytest.mark.parametrize(
    ("scope", "names"),
    [
        (Scope("topic", "two"), [f"c{n}" for n in range(10, 20)]),
        (Scope("area", "value"), [f"c{n}" for n in range(10, 20)]),
        (Scope("area", "nowhere|value"), [f"c{n}" for n in range(10, 20)]),
        (Scope("tag", "scrum master"), ["c03", "c13"]),
        (Scope("pair", "so it is|c07"), ["c07"]),
        (Scope("pair", "product-owner|scrum-master"), ["c03", "c13"]),
        (Scope("objective", "o-5"), ["c05", "c15"]),
        (Scope("article", "d/article/nowhere"), []),
    ],
)
def test_a_scope_chooses_its_cards(desk: ReviewDesk, clock: Clock, scope: Scope, names: list[str]) -> None:
    desk.begin(scope)
    assert drill(desk, clock) == [card(name) for name in names]


def test_everything_that_an_article_proves_can_be_drilled(desk: ReviewDesk, clock: Clock) -> None:
    desk.begin(Scope("article", "d/article/facts"))
    assert len(drill(desk, clock)) == 22


def test_only_new_cards_are_asked_when_only_those_are_wanted(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    clock.tick(days=60)
    desk.begin(Scope("new"))
    assert card("c00") not in drill(desk, clock)


def test_flagged_cards_are_asked_though_they_are_not_due(desk: ReviewDesk, clock: Clock) -> None:
    flagged = seen(desk).card.id
    desk.flag()
    drill(desk, clock)
    desk.begin(Scope("flagged"))
    assert drill(desk, clock) == [flagged]


def test_cards_forgotten_in_the_last_week_are_wrong_lately(desk: ReviewDesk, clock: Clock) -> None:
    wrong = seen(desk).card.id
    desk.rate(Rating.AGAIN, TOOK)
    drill(desk, clock)
    desk.begin(Scope("wrong"))
    assert drill(desk, clock) == [wrong]
    clock.tick(days=8)
    desk.begin(Scope("wrong"))
    assert desk.view() is None


def test_ahead_goes_on_past_todays_plan(desk: ReviewDesk, clock: Clock) -> None:
    plan = seen(desk).total
    desk.begin(Scope(ahead=True))
    assert seen(desk).total == 22 > plan
    drill(desk, clock)
    desk.begin(Scope(ahead=True))
    assert desk.view() is not None


def test_an_unknown_scope_is_refused(desk: ReviewDesk) -> None:
    with pytest.raises(ValueError, match="colour"):
        desk.begin(Scope("colour", "red"))


def test_counting_the_day_agrees_with_gathering_it(desk: ReviewDesk, shelf: Shelf, clock: Clock) -> None:
    dice = random.Random(4)
    for _ in range(12):
        desk.begin(Scope(dice.choice(("due", "all")), ahead=dice.random() < 0.3))
        for _ in range(dice.randrange(12)):
            clock.tick(seconds=30)
            desk.rate(Rating(dice.randint(1, 4)), TOOK)
            if dice.random() < 0.2:
                desk.bury()
        shelf.revise("c02")
        queue, counts = desk._queue(Scope()), desk.counts()
        assert (counts.due, counts.new, counts.learning) == (len(queue.due), len(queue.new), len(queue.steps))
        clock.tick(hours=dice.randrange(90))


# -- what the log may hold besides


STRANGERS = (
    ItemId("d/card/never-heard-of"),
    ItemId("gone/card/of-a-closed-pack~c2"),
    ItemId("d/card/question:lost"),
    ItemId("d/drill/table.row.column:gap"),
    ItemId("d/cell/table.row.column"),
)


def test_entries_about_items_that_nobody_knows_break_no_queue(
    desk: ReviewDesk, reopen: Opened, clock: Clock
) -> None:
    kinds = ("all", "flagged", "wrong", "new")
    plain, day = [desk._queue(Scope(kind)) for kind in kinds], desk._queue(Scope())
    for item in STRANGERS:
        desk._ledger.record("review", item, 3, {"rating": 1, "took_ms": 5, "phase": "new"})
        desk._ledger.record("flag", item, 1, {"on": True})
        desk._ledger.record("bury", item, 1, {"until": "2026-11-24"})
        desk._ledger.record("reset", item)
        desk._ledger.record("review", item, 3, {"rating": 4, "took_ms": 5, "phase": "new"})
        desk._ledger.record("unheard-of", item, 1, {"new": "kind"})
    again = reopen()
    assert [again._queue(Scope(kind)) for kind in kinds] == plain
    left = again._queue(Scope()).new  # what was answered today has taken of the day's share, whatever it was
    assert left == day.new[: len(left)] != ()
    assert again.counts().new == len(again._queue(Scope()).new)
    again.begin(Scope("due", cram=True))
    assert again.view() is not None
    clock.tick(days=90)
    again.begin()
    assert set(drill(again, clock)) <= set(again._library.catalog.cards())


def test_what_was_done_to_an_item_that_nobody_knows_can_be_undone(desk: ReviewDesk, clock: Clock) -> None:
    desk._ledger.record("suspend", STRANGERS[0], 1, {"on": True})
    seen(desk)
    assert desk.undo() == Change.REVIEWS
    assert seen(desk).card.id in desk._library.catalog.cards()


def test_new_cards_only_asks_none_that_is_on_its_steps_due_or_ahead(desk: ReviewDesk, clock: Clock) -> None:
    for rating in (Rating.AGAIN, Rating.HARD, Rating.EASY):
        seen(desk)
        desk.rate(rating, TOOK)
    clock.tick(hours=1)
    known = {card(f"c{n:02}") for n in range(3)}
    for scope in (Scope("new"), Scope("new", ahead=True), Scope("new", cram=True)):
        queue = desk._queue(scope)
        asked = {*queue.due, *queue.new, *queue.ahead, *(step.card for step in queue.steps)}
        assert (len(asked) > 15, asked & known) == (True, set())


def test_a_card_forgotten_in_a_sitting_with_new_cards_comes_again_in_it(
    desk: ReviewDesk, clock: Clock
) -> None:
    desk.begin(Scope("new"))
    first = seen(desk).card.id
    desk.rate(Rating.AGAIN, TOOK)
    clock.tick(minutes=2)
    assert first in drill(desk, clock)


def test_siblings_that_wait_account_for_what_the_sitting_does_not_ask(desk: ReviewDesk) -> None:
    total = len(desk._library.catalog.cards())
    for scope in (Scope("new"), Scope("all")):
        desk.begin(scope)
        view = seen(desk)
        assert (view.total + view.held, view.held) == (total, 2)
    desk.begin(Scope("new", cram=True))
    assert (seen(desk).total, seen(desk).held) == (total, 0)
