"""After days away there is a choice; what will not fit before an exam is said with what would."""

from datetime import date, timedelta

from studyapp.learning.backlog import Offer, back, first_day, minutes_for

MONDAY = date(2026, 11, 23)
EXAM = MONDAY + timedelta(days=10)


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def always(_: date) -> bool:
    return True


def test_nobody_is_asked_who_was_not_away_or_whose_cards_fit() -> None:
    assert back(2, 500, 9, 800) is None
    assert back(14, 88, 9, 800) is None
    assert back(14, 89, 9, 800) is not None


def test_five_fifteen_or_thirty_minutes_carry_so_many_cards() -> None:
    found = back(14, 180, 9, 800)
    assert found is not None
    assert found.offers == (Offer(5, 33), Offer(15, 100), Offer(30, 180))
    assert (found.waiting, found.days) == (180, 3)


def test_the_minutes_that_would_do_are_told_in_steps_of_five() -> None:
    assert minutes_for(8000, MONDAY, EXAM, 40, always) == 20
    assert minutes_for(8001, MONDAY, EXAM, 40, always) == 25


def test_days_off_ask_more_of_the_others() -> None:
    assert minutes_for(8000, MONDAY, EXAM, 40, weekdays) == 25


def test_minutes_that_no_day_has_are_no_advice() -> None:
    assert minutes_for(1e6, MONDAY, EXAM, 40, always) is None
    assert minutes_for(10, MONDAY, EXAM, 40, lambda _: False) is None


def test_the_date_that_would_do_lies_after_the_exam() -> None:
    assert first_day(8000, MONDAY, EXAM, 500, always) == MONDAY + timedelta(days=16)
    assert first_day(1, MONDAY, EXAM, 500, always) == EXAM + timedelta(days=1)
    assert first_day(1e9, MONDAY, EXAM, 500, always) is None
