"""Undo and redo over the whole sitting, after its last card, and after a restart."""

import random

import pytest

from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.review_desk import ReviewDesk
from tests.study.reviews.drilling import TOOK, Opened, drill, seen
from tests.tools.clock import Clock
from tests.tools.histories import derived


def test_undo_puts_the_card_back_on_the_desk_as_if_nothing_had_happened(
    desk: ReviewDesk, clock: Clock
) -> None:
    before, tables = seen(desk), derived(desk._ledger)
    desk.rate(Rating.AGAIN, TOOK)
    clock.tick(seconds=5)
    assert desk.undo() == Change.REVIEWS
    after = seen(desk)
    assert (after.card, after.memory, after.position, after.total) == (
        before.card,
        None,
        before.position,
        before.total,
    )
    assert (after.can_undo, after.can_redo) == (False, True)
    now = derived(desk._ledger)
    assert {name: rows for name, rows in now.items() if name != "retracted"} == {
        name: rows for name, rows in tables.items() if name != "retracted"
    }


def test_undo_reaches_back_over_the_whole_sitting_and_redo_forward_again(
    desk: ReviewDesk, clock: Clock
) -> None:
    asked = drill(desk, clock)
    end = derived(desk._ledger)["card_memory"]
    for item in reversed(asked):
        desk.undo()
        assert seen(desk).card.id == item
    assert derived(desk._ledger)["card_memory"] == []
    assert desk.undo() == Change.NOTHING
    for _ in asked:
        desk.redo()
    assert desk.view() is None
    assert desk.redo() == Change.NOTHING
    assert derived(desk._ledger)["card_memory"] == end


def test_undo_and_redo_survive_a_restart(desk: ReviewDesk, reopen: Opened, clock: Clock) -> None:
    first = seen(desk).card.id
    desk.rate(Rating.GOOD, TOOK)
    again = reopen()
    assert seen(again).can_undo
    again.undo()
    assert seen(again).card.id == first
    once_more = reopen()
    assert seen(once_more).can_redo
    once_more.redo()
    assert once_more.memory(first) is not None
    assert not seen(once_more).can_redo


def test_undo_after_the_last_card_brings_it_back(desk: ReviewDesk, clock: Clock) -> None:
    last = drill(desk, clock)[-1]
    desk.undo()
    assert seen(desk).card.id == last


def test_something_new_makes_redo_impossible(desk: ReviewDesk) -> None:
    seen(desk)
    desk.rate(Rating.GOOD, TOOK)
    desk.undo()
    desk.rate(Rating.AGAIN, TOOK)
    assert not seen(desk).can_redo
    assert desk.redo() == Change.NOTHING


@pytest.mark.parametrize("verb", ["suspend", "bury"])
def test_a_card_left_out_can_be_brought_back(desk: ReviewDesk, verb: str) -> None:
    before = seen(desk)
    getattr(desk, verb)()
    desk.undo()
    assert (seen(desk).card, seen(desk).total) == (before.card, before.total)
    assert not desk.states([before.card.id])[before.card.id].suspended


def test_flags_and_notes_can_be_undone_while_the_card_stays(desk: ReviewDesk) -> None:
    first = seen(desk).card
    desk.flag()
    desk.note("mine")
    assert desk.undo() == Change.NOTES
    assert desk.undo() == Change.REVIEWS
    view = seen(desk)
    assert (view.card, view.note, view.flagged) == (first, "", False)


def test_yesterdays_answers_are_not_undone_after_a_restart(
    desk: ReviewDesk, reopen: Opened, clock: Clock
) -> None:
    seen(desk)
    desk.rate(Rating.GOOD, TOOK)
    clock.tick(days=1)
    assert reopen().undo() == Change.NOTHING


def test_random_undo_and_redo_always_agree_with_the_log(desk: ReviewDesk, clock: Clock) -> None:
    dice = random.Random(12)
    desk._settings.change(minutes_a_day=200)
    for _ in range(150):
        clock.tick(seconds=dice.randrange(1, 400))
        verb = dice.choices(("rate", "undo", "redo", "bury", "suspend", "flag"), (50, 25, 15, 4, 2, 4))[0]
        if verb == "rate":
            desk.rate(Rating(dice.randint(1, 4)), TOOK)
        else:
            getattr(desk, verb)()
        view = desk.view()
        assert view is None or view.memory == desk.memory(view.card.id)
    kept = derived(desk._ledger)
    desk._ledger.rebuild()
    assert derived(desk._ledger) == kept


def everything(desk: ReviewDesk) -> dict[str, list[tuple[object, ...]]]:
    return {name: rows for name, rows in derived(desk._ledger).items() if name != "retracted"}


VERBS = ("rate", "suspend", "bury", "flag", "note")


@pytest.mark.parametrize("verb", VERBS)
def test_whatever_is_done_to_a_card_is_undone_and_redone_after_a_restart(
    desk: ReviewDesk, reopen: Opened, clock: Clock, verb: str
) -> None:
    card_before, before = seen(desk).card, everything(desk)
    given = {"rate": (Rating.GOOD, TOOK), "note": ("mine",)}.get(verb, ())
    getattr(desk, verb)(*given)
    after = everything(desk)
    assert after != before
    clock.tick(minutes=5)
    again = reopen()
    again.undo()
    assert (everything(again), seen(again).card) == (before, card_before)
    once_more = reopen()
    once_more.redo()
    assert everything(once_more) == after
    assert not once_more.steps().can_redo


def test_a_whole_evening_of_all_verbs_is_undone_after_its_last_card_and_after_a_restart(
    desk: ReviewDesk, reopen: Opened, clock: Clock
) -> None:
    before = everything(desk)
    steps = 0
    while desk.view() is not None:
        clock.tick(seconds=20)
        desk.flag()
        desk.note(f"note {steps}")
        verb = VERBS[steps % 3]
        getattr(desk, verb)(*((Rating.EASY, TOOK) if verb == "rate" else ()))
        steps += 3
    after = everything(desk)
    again = reopen()
    assert again.view() is None
    for _ in range(steps):
        assert again.undo()
    assert everything(again) == before
    assert again.undo() == Change.NOTHING
    for _ in range(steps):
        assert again.redo()
    assert everything(again) == after


def test_undo_and_redo_are_entries_of_the_log_that_only_grows(desk: ReviewDesk) -> None:
    seen(desk)
    desk.suspend()
    desk.undo()
    desk.redo()
    assert [event.kind for event in desk._ledger.events(retracted=True)] == ["suspend", "retract", "retract"]
