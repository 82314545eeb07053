"""The work ahead: the day's rule followed day after day."""

import pytest

from studyapp.learning.agenda import Course, answers_a_new_card
from studyapp.learning.schedule_rules import Rules
from studyapp.learning.workload import Held, Load, Spacing, workload

SECONDS = 10.0


def loads(cards: list[Held], unseen: int, minutes: float, days: int = 28) -> tuple[Load, ...]:
    return workload(cards, unseen, [Course(minutes * 60)] * days, Rules(), SECONDS)


def strong(number: int, due: int) -> list[Held]:
    return [Held(20.0, 5.0, 20, due)] * number


def test_cards_come_on_the_day_on_which_they_are_due() -> None:
    found = loads(strong(3, due=0) + strong(2, due=4), 0, minutes=20, days=5)
    assert [load.reviews for load in found] == [3, 0, 0, 0, 2]


def test_no_day_takes_more_than_its_minutes_but_for_what_is_forgotten() -> None:
    found = loads(strong(600, due=0), 100, minutes=10)
    assert all(load.minutes <= 10 * 1.3 for load in found)
    assert found[0].waiting == 540


def test_what_does_not_fit_waits_and_is_worked_off() -> None:
    waiting = [load.waiting for load in loads(strong(200, due=0), 0, minutes=10)]
    assert waiting[0] > waiting[1] > 0
    assert waiting[-1] == 0


def test_more_minutes_meet_more_new_cards() -> None:
    few, many = (sum(load.new for load in loads([], 500, minutes)) for minutes in (10, 30))
    assert few < many <= 500


def test_new_cards_come_back_as_reviews() -> None:
    found = loads([], 30, minutes=60, days=10)
    assert found[0].new > 0
    assert sum(load.reviews for load in found) > 0


def test_a_day_off_holds_nothing() -> None:
    courses = [Course(600.0), Course(0.0), Course(600.0)]
    found = workload(strong(50, due=0), 10, courses, Rules(), SECONDS)
    assert (found[1].reviews, found[1].new, found[1].minutes) == (0, 0, 0.0)


def test_one_answer_in_ten_goes_wrong_at_ninety_per_cent() -> None:
    (day,) = loads(strong(100, due=0), 0, minutes=60, days=1)
    assert day.minutes == pytest.approx((100 + 10) * SECONDS / 60, abs=0.2)


def test_an_exam_ahead_brings_new_cards_sooner() -> None:
    steady = workload([], 300, [Course(1200.0)] * 20, Rules(), SECONDS)
    ahead = [Course(1200.0, left=20 - day, until=1200.0 * (20 - day)) for day in range(20)]
    assert sum(load.new for load in workload([], 300, ahead, Rules(), SECONDS)) > sum(
        load.new for load in steady
    )


def test_the_same_cards_always_give_the_same_days() -> None:
    assert loads(strong(77, due=1), 40, minutes=15) == loads(strong(77, due=1), 40, minutes=15)


def test_a_higher_wanted_recall_asks_for_more_reviews() -> None:
    course = [Course(600.0)] * 28
    usual, high = (workload([], 500, course, Rules(retention=r), SECONDS) for r in (0.9, 0.95))
    assert sum(day.reviews for day in usual[:10]) < sum(day.reviews for day in high[:10])


def test_no_card_stays_away_longer_than_the_longest_interval() -> None:
    assert Spacing(Rules(longest_interval=30)).days(90.0) == 30
    assert Spacing(Rules()).days(90.0) == 90


def answers_a_day(retention: float) -> float:
    """What one new card a day comes to after a year, by following it."""
    days = workload([], 10**6, [Course(1e6, new_a_day=1)] * 400, Rules(retention=retention), SECONDS)
    return sum(60 * day.minutes / SECONDS for day in days[-30:]) / 30


@pytest.mark.parametrize("retention", [0.8, 0.85, 0.95, 0.97])
def test_a_steady_flow_of_new_cards_costs_by_other_recall_what_following_it_shows(retention: float) -> None:
    followed = answers_a_day(retention) / answers_a_day(0.9)
    assert answers_a_new_card(Rules(retention=retention)) / answers_a_new_card(Rules()) == pytest.approx(
        followed, rel=0.15
    )


def test_a_higher_wanted_recall_brings_fewer_new_cards_in_the_long_run() -> None:
    course = Course(600.0, a_new_card=answers_a_new_card(Rules(retention=0.95)))
    few, usual = (workload([], 500, [each], Rules(), SECONDS)[0].new for each in (course, Course(600.0)))
    assert 0 < few < usual
