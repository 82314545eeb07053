"""The exam's clock."""

from datetime import UTC, datetime, timedelta

from studyapp.learning.exam_clock import LONGEST_LOOK, ExamClock

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def second(n: float) -> timedelta:
    return timedelta(seconds=n)


def run(clock: ExamClock, start: datetime, seconds: int) -> ExamClock:
    for n in range(seconds + 1):
        clock = clock.look(start + second(n))
    return clock


def test_looking_every_second_counts_every_second() -> None:
    assert run(ExamClock(HOUR), START, 90).left == HOUR - second(90)


def test_a_sleep_of_an_hour_costs_one_look_and_is_counted_as_an_interruption() -> None:
    clock = run(ExamClock(HOUR), START, 10).look(START + HOUR)
    assert clock.elapsed == second(10) + LONGEST_LOOK
    assert clock.gaps == 1


def test_a_clock_set_back_gives_no_time_back() -> None:
    clock = run(ExamClock(HOUR), START, 10).look(START - HOUR)
    assert clock.elapsed == second(10)
    assert run(clock, START - HOUR, 10).elapsed == second(20)


def test_a_clock_set_forward_takes_no_more_than_one_look() -> None:
    clock = run(ExamClock(HOUR), START, 10).look(START + timedelta(days=1))
    assert clock.elapsed <= second(10) + LONGEST_LOOK


def test_the_clock_stands_still_until_the_paper_is_opened_again() -> None:
    clock = run(ExamClock(HOUR), START, 10).stand(START + second(11))
    later = clock.look(START + HOUR)
    assert later.elapsed == second(11)
    assert later.gaps == 0


def test_time_is_up_exactly_at_the_limit_and_never_beyond() -> None:
    clock = run(ExamClock(second(20)), START, 19)
    assert not clock.out
    clock = clock.look(START + second(30))
    assert clock.out
    assert clock.left == timedelta(0)
    assert clock.elapsed == second(20)


def test_a_paper_without_a_limit_is_never_out_of_time() -> None:
    clock = run(ExamClock(None), START, 100)
    assert clock.left is None
    assert not clock.out


def test_elapsed_time_is_to_be_written_down_every_fifteen_seconds() -> None:
    clock = run(ExamClock(HOUR), START, 14)
    assert not clock.beat_due
    clock = clock.look(START + second(15))
    assert clock.beat_due
    assert not clock.wrote().beat_due
