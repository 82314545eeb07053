"""What an answer does, and whatever else can be done with a card."""

from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.review_desk import ReviewDesk
from tests.study.reviews.drilling import TOOK, drill, seen
from tests.tools.clock import Clock
from tests.tools.drill_pack import card


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
    assert (states[card("c15")].phase, states[card("c15")].recall) == (Phase.NEW, None)
    assert desk.retrievability(card("c00")) == 1
    assert 0.9 <= (states[card("c00")].recall or 0) < 1
    many = {card("c00"): None, **{card(f"x{n}"): None for n in range(900)}}
    assert desk.states(many)[card("c00")] == states[card("c00")]
