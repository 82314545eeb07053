"""The exam's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from studyapp.learning.exam_clock import LONGEST_LOOK, ExamClock, Moment

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
BOOTED = START - timedelta(hours=7)
HOUR = timedelta(hours=1)


def second(n: float) -> timedelta:
    return timedelta(seconds=n)


def at(seconds: float, *, slept: float = 0, day_set_by: float = 0) -> Moment:
    """So many seconds after the start, after a sleep and a change of the time of day."""
    awake = START - BOOTED + second(seconds - slept)
    return Moment(awake, START + second(seconds + day_set_by))


def run(clock: ExamClock, seconds: int, first: int = 0) -> ExamClock:
    for n in range(first, seconds + 1):
        clock = clock.look(at(n))
    return clock


def test_looking_every_second_counts_every_second() -> None:
    assert run(ExamClock(HOUR), 90).left == HOUR - second(90)


@pytest.mark.parametrize("blocked", [0.3, 4, 5, 8, 30, 60])
def test_a_window_that_was_busy_gives_no_time_away(blocked: float) -> None:
    clock = run(ExamClock(HOUR), 10).look(at(10 + blocked))
    assert clock.elapsed == second(10 + blocked)
    assert clock.gaps == 0


@pytest.mark.parametrize("slept", [6, 60, 3600, 86_400 * 30])
def test_a_sleep_costs_nothing_and_is_counted_as_an_interruption(slept: float) -> None:
    clock = run(ExamClock(HOUR), 10).look(at(10.25 + slept, slept=slept))
    assert clock.elapsed == second(10.25)
    assert clock.gaps == 1


def test_seconds_of_work_on_either_side_of_a_sleep_count() -> None:
    clock = run(ExamClock(HOUR), 10).look(at(18 + 3600, slept=3600))
    assert clock.elapsed == second(18)
    assert clock.look(at(26 + 3600, slept=3600)).elapsed == second(26)


@pytest.mark.parametrize("set_by", [-86_400, -3600, -3, 3, 3600, 86_400])
def test_setting_the_time_of_day_neither_gives_nor_takes_time(set_by: float) -> None:
    clock = run(ExamClock(HOUR), 10).look(at(11, day_set_by=set_by))
    assert clock.elapsed == second(11)
    assert clock.look(at(12)).elapsed == second(12)


def test_a_window_that_was_stuck_takes_no_more_than_one_long_look() -> None:
    clock = run(ExamClock(HOUR), 10).look(at(10 + 1800))
    assert clock.elapsed == second(10) + LONGEST_LOOK
    assert clock.gaps == 1


def test_the_clock_stands_still_until_the_paper_is_opened_again() -> None:
    clock = run(ExamClock(HOUR), 10).stand(at(11))
    later = clock.look(at(3600))
    assert later.elapsed == second(11)
    assert later.gaps == 0


def test_time_is_up_exactly_at_the_limit_and_never_beyond() -> None:
    clock = run(ExamClock(second(20)), 19)
    assert not clock.out
    clock = clock.look(at(30))
    assert clock.out
    assert clock.left == timedelta(0)
    assert clock.elapsed == second(20)


def test_a_paper_without_a_limit_is_never_out_of_time() -> None:
    clock = run(ExamClock(None), 100)
    assert clock.left is None
    assert not clock.out


def test_elapsed_time_is_to_be_written_down_every_fifteen_seconds() -> None:
    clock = run(ExamClock(HOUR), 14)
    assert not clock.beat_due
    clock = clock.look(at(15))
    assert clock.beat_due
    assert not clock.wrote().beat_due
