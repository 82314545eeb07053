"""Which cards a day asks: never more than its minutes carry, the most valuable first."""

import pytest

from studyapp.ids import ItemId
from studyapp.learning.agenda import Course, DayRule, Standing, effort_at
from studyapp.learning.due_queue import REVIEW_SECONDS
from studyapp.learning.schedule_rules import PARAMETERS
from studyapp.learning.worth import Candidate, Effort
from studyapp.store.card_rows import Strength


def card(number: int) -> ItemId:
    return ItemId(f"p/card/{number:03}")


def met(number: int, stability: float, days: int = 10, weight: float = 1.0) -> Candidate:
    return Candidate(card(number), Strength(card(number), stability, 5.0, days), days, weight)


def rule(course: Course, standing: Standing | None = None) -> DayRule:
    return DayRule(course, standing or Standing(), PARAMETERS)


def everything(_: ItemId) -> bool:
    return True


def test_what_fits_is_asked_in_its_usual_order() -> None:
    assert rule(Course(900)).fits(100)
    assert not rule(Course(900)).fits(101)


def test_more_than_fits_is_cut_to_the_minutes_and_the_rest_waits() -> None:
    day = rule(Course(900))
    chosen = day.most_valuable([met(n, 5.0) for n in range(400)], everything, day.reviews)
    assert 80 <= len(chosen) <= 100


def test_of_too_many_the_ones_that_an_answer_helps_most_come() -> None:
    day = rule(Course(60))
    firm, fading = [met(n, 900.0) for n in range(50)], [met(n, 4.0) for n in range(50, 60)]
    assert set(day.most_valuable([*firm, *fading], everything, 6)) <= {c.card for c in fading}


def test_a_backlog_leaves_no_room_for_new_cards() -> None:
    assert rule(Course(900)).new(100) == 0
    assert rule(Course(900, left=100, until=90_000)).new(100) == 0


def test_with_an_exam_far_away_the_day_is_filled_with_new_cards() -> None:
    course = Course(900, left=100, until=90_000)
    day = rule(course, Standing(unseen=100))
    assert not day.scarce
    assert day.new(10) == int((900 - 90) / 27)


def test_close_to_the_exam_time_is_scarce_and_heavy_new_cards_push_out_light_ones() -> None:
    day = rule(Course(300, left=5, until=1500), Standing(unseen=200))
    assert day.scarce
    light = [Candidate(card(n), None, weight=0.5) for n in range(100)]
    heavy = [Candidate(card(n), None, weight=2.0) for n in range(100, 200)]
    old, new = day.for_the_exam([], [*light, *heavy], everything)
    assert old == ()
    assert set(new) <= {c.card for c in heavy}
    assert len(new) == int(300 / 27)


def test_a_card_that_is_longer_than_the_day_comes_alone() -> None:
    day = rule(Course(20, left=0, until=20), Standing(unseen=200))
    assert day.for_the_exam([], [Candidate(card(n), None) for n in range(9)], everything) == ((), (card(0),))
    begun = rule(Course(20, left=0, until=20), Standing(unseen=200, steps=1))
    assert begun.for_the_exam([], [Candidate(card(n), None) for n in range(9)], everything) == ((), ())


def test_a_card_that_the_exam_does_not_ask_for_is_left_alone_when_time_is_scarce() -> None:
    day = rule(Course(300, left=5, until=1500), Standing(unseen=200))
    assert day.for_the_exam([met(1, 3.0, weight=0.0)], [], everything) == ((), ())


def test_what_was_answered_today_is_taken_off_the_days_room() -> None:
    assert rule(Course(900), Standing(reviewed=40, introduced=10, steps=5)).room == 900 - 9 * (40 + 30 + 5)
    assert rule(Course(100), Standing(reviewed=40)).room == 0


def test_a_day_off_asks_nothing() -> None:
    day = rule(Course(0))
    assert (day.fits(0), day.fits(1), day.new(0)) == (True, False, 0)
    assert day.most_valuable([met(1, 2.0)], everything, day.reviews) == ()


def test_limits_of_the_learners_own_are_kept() -> None:
    course = Course(9000, new_a_day=4, reviews_a_day=30)
    assert rule(course).new(0) == 4
    assert rule(course, Standing(introduced=3)).new(0) == 1
    assert not rule(course).fits(31)
    assert rule(course, Standing(reviewed=10)).reviews == 20


def test_limits_hold_when_time_is_scarce() -> None:
    day = rule(Course(3000, left=2, until=6000, new_a_day=3, reviews_a_day=2), Standing(unseen=500))
    fresh = [Candidate(card(n), None) for n in range(100, 300)]
    old, new = day.for_the_exam([met(n, 3.0) for n in range(100)], fresh, everything)
    assert (len(old), len(new)) == (2, 3)


def test_the_effort_grows_with_the_learners_own_pace() -> None:
    assert effort_at(REVIEW_SECONDS) == Effort()
    assert effort_at(18.0).new == pytest.approx(40.0)


def test_a_weight_is_one_for_all_where_the_exam_has_no_areas() -> None:
    assert Course(1).weight("any") == 1.0
    assert Course(1, weights={"value": 0.4}).weight("events") == 0.0
