"""A sitting over nights, zones, daylight saving and clocks set back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from studyapp.learning.rating import Rating
from studyapp.store.card_rows import set_aside
from studyapp.study.review_desk import ReviewDesk, Scope
from tests.study.reviews.drilling import TOOK, Opened, drill, seen
from tests.tools.clock import Clock
from tests.tools.histories import derived


def test_a_window_left_open_over_night_asks_for_the_new_day(desk: ReviewDesk, clock: Clock) -> None:
    drill(desk, clock)
    assert desk.view() is None
    clock.tick(days=1)
    assert desk.view() is not None


def test_an_answer_given_after_the_day_has_ended_belongs_to_the_card_in_sight(
    desk: ReviewDesk, clock: Clock
) -> None:
    for _ in range(4):
        desk.rate(Rating.EASY, TOOK)
        card = seen(desk).card.id
        clock.tick(days=1)
        desk.rate(Rating.AGAIN, TOOK)
        memory = desk.memory(card)
        assert memory is not None
        assert memory.reviewed_at == clock()


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


# -- clocks as they are


def evenings(zone: str, month: int) -> list[datetime]:
    """Eight in the evening of the learner's own clock, ten days running; sums of days keep to that clock."""
    first = datetime(2026, month, 23, 20, tzinfo=ZoneInfo(zone))
    return [first + timedelta(days=n) for n in range(10)]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"])
@pytest.mark.parametrize("month", [3, 9, 10, 11])
def test_a_buried_card_comes_back_on_the_next_evening_of_the_learners_own_clock(
    desk: ReviewDesk, clock: Clock, zone: str, month: int
) -> None:
    desk._settings.change(minutes_a_day=5)
    for evening in evenings(zone, month):
        clock.moment = evening.astimezone(UTC).astimezone(evening.tzinfo)
        view = desk.view()
        assert not set_aside(desk._ledger, desk._ledger.today().date)
        if view is None:
            continue
        buried = view.card.id
        desk.bury()
        assert buried in set_aside(desk._ledger, desk._ledger.today().date)


def test_another_rollover_hour_neither_loses_nor_doubles_the_days_share(
    desk: ReviewDesk, clock: Clock
) -> None:
    drill(desk, clock)
    for hour in (0, 8, 4, 6):
        desk._settings.change(rollover_hour=hour)
        assert desk.counts().new == 0
    clock.tick(days=1)
    assert desk.counts().new > 0


def test_past_midnight_belongs_to_the_day_until_the_hour_that_the_learner_set(
    desk: ReviewDesk, clock: Clock
) -> None:
    desk._settings.change(rollover_hour=3)
    drill(desk, clock)
    clock.moment = datetime(2026, 11, 24, 2, 55, tzinfo=UTC)
    assert desk.counts().new == 0
    clock.tick(minutes=10)
    assert desk.counts().new > 0


def test_a_flight_east_over_the_date_line_loses_no_card(desk: ReviewDesk, clock: Clock) -> None:
    clock.travel(hours=-10)
    seen(desk)
    desk.rate(Rating.EASY, TOOK)
    due = desk._ledger.rows("SELECT item FROM card_memory")
    clock.tick(days=30)
    clock.travel(hours=13)
    assert due[0][0] in desk._queue(Scope()).due


def test_an_answer_under_a_clock_set_back_counts_as_given_at_once_and_keeps_its_place(
    desk: ReviewDesk, clock: Clock
) -> None:
    first = seen(desk).card.id
    desk.rate(Rating.GOOD, TOOK)
    clock.tick(days=-2)
    before = desk.memory(first)
    desk._ledger.record("review", first, 1, {"rating": 3, "took_ms": 5, "phase": "learning"})
    memory = desk.memory(first)
    assert before is not None
    assert memory is not None
    assert memory.reviewed_at == before.reviewed_at
    assert [event.item for event in desk._ledger.events()][-1] == first
    kept = derived(desk._ledger)
    desk._ledger.rebuild()
    assert derived(desk._ledger) == kept


def forget_all_but_the_last(desk: ReviewDesk, clock: Clock) -> None:
    """Leave the sitting with cards on their steps and nothing else."""
    while desk.counts().new or desk.counts().due:
        desk.rate(Rating.AGAIN, TOOK)
        clock.tick(seconds=1)


def test_a_clock_set_back_locks_nobody_out_of_cards_on_their_steps(desk: ReviewDesk, clock: Clock) -> None:
    forget_all_but_the_last(desk, clock)
    clock.tick(hours=-3)
    asked = desk.view()
    assert asked is not None
    for _ in range(40):
        desk.rate(Rating.GOOD, TOOK)
        clock.tick(minutes=1)
        if desk.counts().learning == 0:
            break
    assert desk.counts().learning == 0


def test_neither_does_it_at_the_next_start(desk: ReviewDesk, reopen: Opened, clock: Clock) -> None:
    forget_all_but_the_last(desk, clock)
    clock.tick(hours=-3)
    assert reopen().view() is not None


def test_a_step_keeps_its_length_under_a_clock_set_back(desk: ReviewDesk, clock: Clock) -> None:
    desk.rate(Rating.AGAIN, TOOK)
    forgotten = desk._at_hand().steps[0].card
    clock.tick(hours=-3)
    desk.view()
    while seen(desk).card.id != forgotten:
        desk.rate(Rating.EASY, TOOK)
    desk.rate(Rating.AGAIN, TOOK)
    (step,) = (step for step in desk._at_hand().steps if step.card == forgotten)
    assert step.due_at - clock() == timedelta(minutes=1)
