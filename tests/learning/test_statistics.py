"""Figures from the answers of each day."""

from datetime import date, timedelta

import pytest

from studyapp.learning.day_plan import NextStep, Work, next_step, questions_in, share_out, whole_minutes
from studyapp.learning.statistics import AnswerDay, days_in_a_row, plausible, seconds_an_answer, totals

MONDAY = date(2026, 11, 23)


def answered(
    days_ago: int, answers: int = 10, seconds: int = 60, offset: int = 60, recalled: int = 8
) -> AnswerDay:
    took = timedelta(seconds=seconds)
    return AnswerDay(MONDAY - timedelta(days=days_ago), offset, answers, 2, took, 10, recalled)


def test_recall_is_the_share_of_reviews_not_forgotten() -> None:
    assert totals([answered(1), answered(2, recalled=6)]).recall == 0.7
    assert totals([]).recall is None


def test_the_pace_is_nine_seconds_until_there_are_enough_answers() -> None:
    assert seconds_an_answer([answered(1, answers=29, seconds=29)]) == 9
    assert seconds_an_answer([answered(1, answers=30, seconds=150)]) == 5


def test_the_pace_follows_the_latest_five_hundred_answers() -> None:
    slow, quick = answered(9, answers=500, seconds=10_000), answered(1, answers=500, seconds=2000)
    assert seconds_an_answer([slow, quick]) == 4


def test_days_in_a_row_end_at_the_first_gap() -> None:
    assert days_in_a_row([answered(3), answered(1), answered(0)], MONDAY) == 2


def test_today_without_an_answer_yet_does_not_end_a_row() -> None:
    assert days_in_a_row([answered(2), answered(1)], MONDAY) == 2
    assert days_in_a_row([answered(2)], MONDAY) == 0


def test_two_offsets_on_one_day_are_one_day() -> None:
    assert days_in_a_row([answered(1), answered(0, offset=60), answered(0, offset=0)], MONDAY) == 2


def test_a_date_that_a_flight_skipped_is_no_gap() -> None:
    home, away = answered(2, offset=-480), answered(0, offset=540)
    assert days_in_a_row([home, away], MONDAY) == 2
    assert days_in_a_row([answered(2, offset=540), away], MONDAY) == 1


def test_what_is_begun_comes_first_and_reading_last() -> None:
    work = Work(attempt_open=True, due=3, new=2, questions=1, reading=1)
    assert next_step(work) is NextStep.RESUME_EXAM
    assert next_step(Work(False, 3, 2, 1, 1)) is NextStep.DRILL_DUE
    assert next_step(Work(False, 0, 2, 1, 1)) is NextStep.LEARN_NEW
    assert next_step(Work(False, 0, 0, 1, 1)) is NextStep.PRACTISE
    assert next_step(Work(False, 0, 0, 0, 1)) is NextStep.READ
    assert next_step(Work(False, 0, 0, 0, 0)) is NextStep.DONE


def test_a_third_of_the_minutes_goes_to_questions_once_everything_is_read() -> None:
    shares = share_out(20, unread=False)
    assert (shares.cards, questions_in(shares.questions), shares.reading) == (800, 9, 0)
    assert [whole_minutes(seconds) for seconds in (0, 405, 1200.0000001)] == [0, 7, 20]


def test_reading_takes_half_of_that_while_there_is_something_to_read_but_not_in_the_last_week() -> None:
    assert share_out(30, unread=True).reading == pytest.approx(300)
    assert share_out(30, unread=True, left=8).reading == pytest.approx(300)
    assert share_out(30, unread=True, left=7).reading == 0


def test_a_share_is_plausible_about_what_was_seen() -> None:
    few, many = plausible(9, 10), plausible(900, 1000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1]
    assert plausible(0, 5)[0] == pytest.approx(0.0)
    assert plausible(5, 5)[1] == pytest.approx(1.0)
