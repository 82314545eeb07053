"""Flashcards: what is asked, what an answer does, and that everything can be undone."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.store.profile import Profile, open_profile
from studyapp.study.change import Change
from studyapp.study.review_desk import ReviewDesk, ReviewView, Scope
from studyapp.study.settings_desk import SettingsDesk
from tests.tools.clock import Clock
from tests.tools.drill_pack import Shelf, card
from tests.tools.histories import derived

TOOK = timedelta(seconds=6)
Opened = Callable[[], ReviewDesk]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "pack")


@pytest.fixture
def reopen(profile: Path, shelf: Shelf, clock: Clock) -> Iterator[Opened]:
    """Opens the desk as a start of the program does; what was open before is closed."""
    opened: list[Profile] = []

    def start() -> ReviewDesk:
        for each in opened:
            each.close()
        opened.append(open_profile(profile, clock, random.Random(3)))
        ledger = opened[-1].ledger
        return ReviewDesk(shelf, ledger, ledger.scheduler, SettingsDesk(ledger))

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def desk(reopen: Opened) -> ReviewDesk:
    return reopen()


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


# -- what is asked


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


# -- what an answer does


def test_an_answer_brings_the_card_back_after_the_interval_on_its_button(
    desk: ReviewDesk, clock: Clock
) -> None:
    view = seen(desk)
    assert desk.rate(Rating.HARD, TOOK) == Change.REVIEWS
    memory = desk.memory(view.card.id)
    assert memory is not None
    assert memory.due_at == clock.moment + view.intervals[Rating.HARD]
    assert memory.phase is Phase.LEARNING


def test_looking_ahead_alters_nothing(desk: ReviewDesk, clock: Clock) -> None:
    before = seen(desk)
    desk.prepare()
    assert desk.view() == before
    desk.rate(Rating.GOOD, TOOK)
    prepared = seen(desk)
    desk.undo()
    desk.redo()
    assert seen(desk).card == prepared.card


def test_the_summary_counts_answers_misses_and_time(desk: ReviewDesk) -> None:
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.EASY):
        seen(desk)
        desk.rate(rating, TOOK)
    summary = desk.summary()
    assert (summary.answered, summary.again, summary.took) == (3, 1, 3 * TOOK)


def test_without_a_card_on_the_desk_nothing_happens(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    events = len(list(desk._ledger.events()))
    done = [desk.rate(Rating.GOOD, TOOK), desk.suspend(), desk.bury(), desk.flag(), desk.note("x")]
    assert done == [Change.NOTHING] * 5
    assert len(list(desk._ledger.events())) == events


def test_a_suspended_card_is_never_asked_until_it_is_released(desk: ReviewDesk, clock: Clock) -> None:
    first = seen(desk).card.id
    assert desk.suspend() == Change.REVIEWS
    assert seen(desk).card.id != first
    clock.tick(days=3)
    assert first not in drill(desk, clock)
    assert desk.states([first])[first].suspended
    desk.release(first)
    assert desk.release(first) == Change.NOTHING
    clock.tick(days=1)
    assert first in drill(desk, clock)


def test_a_buried_card_comes_back_on_the_next_study_day(desk: ReviewDesk, clock: Clock) -> None:
    first = seen(desk).card.id
    desk.bury()
    assert first not in drill(desk, clock)
    clock.tick(hours=18)  # three in the morning
    assert desk.view() is None or seen(desk).card.id != first
    clock.tick(hours=2)
    assert first in drill(desk, clock)


def test_a_flag_is_set_and_taken_off_and_the_card_stays_on_the_desk(desk: ReviewDesk) -> None:
    first = seen(desk).card
    assert desk.flag() == Change.REVIEWS
    assert (seen(desk).card, seen(desk).flagged) == (first, True)
    desk.flag()
    assert not seen(desk).flagged


def test_a_note_is_kept_with_the_card(desk: ReviewDesk) -> None:
    assert desk.note("  think of the Sprint Goal ") == Change.NOTES
    assert seen(desk).note == "think of the Sprint Goal"
    assert desk.note("think of the Sprint Goal") == Change.NOTHING


def test_states_tell_many_cards_at_a_glance(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    states = desk.states([card("c00"), card("c15")])
    assert (states[card("c15")].phase, states[card("c15")].retrievability) == (Phase.NEW, None)
    assert states[card("c00")].retrievability == desk.retrievability(card("c00")) == 1
    many = {card("c00"): None, **{card(f"x{n}"): None for n in range(900)}}
    assert desk.states(many)[card("c00")] == states[card("c00")]


# -- undo


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


# -- days


def test_a_window_left_open_over_night_asks_for_the_new_day(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    assert desk.view() is None
    clock.tick(days=1)
    assert desk.view() is not None


def test_a_clock_set_back_brings_no_second_share_of_new_cards(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    clock.tick(hours=-3)
    assert desk.counts().new == 0


def test_neither_does_a_flight_west(desk: ReviewDesk, clock: Clock) -> None:
    clock.travel(hours=9)
    drill(desk, clock)
    clock.tick(hours=9)
    clock.travel(hours=-8)
    assert desk.counts().new == 0


def test_a_year_of_nights_with_daylight_saving_neither_loses_nor_doubles_a_share(
    desk: ReviewDesk, clock: Clock
) -> None:
    shares = []
    for day in range(0, 21, 1):
        clock.travel(hours=1 if day < 10 else 2)
        shares.append(desk.counts().new)
        drill(desk, clock)
        assert desk.counts().new == 0
        clock.tick(days=1)
    assert shares[:2] == [9, 9]
    assert all(later <= 9 for _, later in pairwise(shares))


def test_restored_history_is_looked_at_anew(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    assert desk.view() is None
    desk._ledger.epoch += 1
    clock.tick(days=1)
    assert desk.view() is not None
