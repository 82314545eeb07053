"""Which cards a day holds, and in which order."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studyapp.ids import ItemId
from studyapp.learning.due_queue import Asked, DueQueue, Pace, Spread, Step, arrange
from studyapp.learning.scheduler import Scheduler
from studyapp.learning.study_day import study_day

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = study_day(NOW, 4)


def card(name: str) -> ItemId:
    return ItemId(f"p/card/{name}")


def asked(name: str, days_ago: float, stability: float, overdue: float = 0) -> Asked:
    return Asked(card(name), NOW - timedelta(days=overdue), NOW - timedelta(days=days_ago), stability)


def queue(
    due: list[Asked] | None = None,
    steps: list[Step] | None = None,
    new: list[str] | None = None,
    share: int | None = None,
    answered: list[str] | None = None,
) -> DueQueue:
    spread = Spread(lambda item: item.split("~")[0], [card(name) for name in answered or ()])
    return arrange(due or (), steps or (), (card(name) for name in new or ()), share, DAY, spread)


@given(st.lists(st.tuples(st.integers(1, 400), st.floats(0.01, 500)), min_size=2, max_size=30))
def test_the_least_likely_to_be_recalled_comes_first(states: list[tuple[int, float]]) -> None:
    due = [asked(str(n), days, stability) for n, (days, stability) in enumerate(states)]
    chance = {a.card: Scheduler().recall_after((DAY.ends_at - a.reviewed_at).days, a.stability) for a in due}
    chances = [chance[item] for item in queue(due).due]
    assert all(before <= after + 1e-12 for before, after in pairwise(chances))


def test_of_cards_equally_likely_the_longest_overdue_comes_first() -> None:
    due = [asked("late", 10, 10, overdue=1), asked("later", 10, 10, overdue=4), asked("on-time", 10, 10)]
    assert queue(due).due == (card("later"), card("late"), card("on-time"))


def test_the_order_does_not_depend_on_the_order_in_which_cards_were_read() -> None:
    due = [asked(str(n), 10, 10) for n in range(50)]
    shuffled = random.Random(3).sample(due, len(due))
    assert queue(due).due == queue(shuffled).due != tuple(a.card for a in due)


def test_new_cards_come_in_the_order_of_the_content_up_to_the_share() -> None:
    assert queue(new=["c", "a", "b"], share=2).new == (card("c"), card("a"))
    assert len(queue(new=["c", "a", "b"]).new) == 3


def test_new_cards_beyond_the_share_are_not_even_looked_at() -> None:
    names = iter(["a", "b", "c"])
    arrange((), (), (card(name) for name in names), 1, DAY, Spread(str, ()))
    assert next(names) == "b"


def test_siblings_never_come_on_the_same_day() -> None:
    day = queue([asked("x", 9, 3), asked("x~c2", 9, 2)], new=["x~c3", "y", "y~reversed"])
    assert day.due == (card("x~c2"),)
    assert day.new == (card("y"),)


def test_a_sibling_answered_today_keeps_the_others_away_but_not_its_own_steps() -> None:
    day = queue([asked("x~c2", 9, 2)], [Step(card("x"), NOW)], answered=["x"])
    assert day.due == ()
    assert [step.card for step in day.steps] == [card("x")]


def test_steps_stand_in_the_order_in_which_they_are_due() -> None:
    steps = [Step(card("b"), NOW + timedelta(minutes=5)), Step(card("a"), NOW + timedelta(minutes=1))]
    assert [step.card for step in queue(steps=steps).steps] == [card("a"), card("b")]


def test_the_share_of_new_cards_is_what_the_minutes_carry_in_the_long_run() -> None:
    assert Pace(20).share(due=0, reviewed=0, introduced=0) == int(20 * 60 / (9 * 9))
    assert Pace(20, seconds=4.5).share(0, 0, 0) == int(20 * 60 / (9 * 4.5))
    assert Pace(1).share(0, 0, 0) == 1


def test_a_backlog_leaves_no_room_for_new_cards_and_answering_it_does_not_make_room_again() -> None:
    assert Pace(20).share(due=134, reviewed=0, introduced=0) == 0
    assert Pace(20).share(due=0, reviewed=134, introduced=0) == 0


def test_new_cards_seen_today_are_taken_off_the_share() -> None:
    assert Pace(20).share(0, 0, introduced=10) == 4
    assert Pace(20).share(0, 0, introduced=99) == 0


def test_minutes_are_rounded_up() -> None:
    assert Pace(20).takes(due=0, steps=0, new=0) == 0
    assert Pace(20).takes(due=1, steps=0, new=0) == 9
    assert Pace(20).takes(due=31, steps=2, new=7) == 54 * 9
