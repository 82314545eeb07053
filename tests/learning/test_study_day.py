"""A learner's day ends at the rollover hour of their own clock, and none is lost or lived twice."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.learning.study_day import day_of, offset_of, study_day

MOMENTS = st.integers(0, 4_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
OFFSETS = st.integers(-12 * 60, 14 * 60)
HOURS = st.integers(0, 23)


def hour_by_hour(zone: str, first: datetime, hours: int) -> list[datetime]:
    return [(first + timedelta(hours=n)).astimezone(ZoneInfo(zone)) for n in range(hours)]


def names(moments: list[datetime]) -> list[tuple[date, int]]:
    """Each day's name and its length in hours, in the order in which the days are lived."""
    days = (study_day(moment, 4).date for moment in moments)
    return [(day, sum(1 for _ in hours)) for day, hours in groupby(days)]


def test_an_evening_past_midnight_belongs_to_the_day_before() -> None:
    assert study_day(datetime(2026, 11, 24, 3, 59, tzinfo=UTC), 4).date == date(2026, 11, 23)
    assert study_day(datetime(2026, 11, 24, 4, 0, tzinfo=UTC), 4).date == date(2026, 11, 24)


@given(MOMENTS, OFFSETS, HOURS)
def test_a_moment_lies_within_its_day(moment: datetime, offset: int, hour: int) -> None:
    local = moment.astimezone(timezone(timedelta(minutes=offset)))
    day = study_day(local, hour)
    assert day.starts_at <= moment < day.ends_at
    assert day.holds(local, hour)
    assert day.date == day_of(moment, offset, hour)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata"])
def test_a_year_with_daylight_saving_has_every_day_once(zone: str) -> None:
    days = names(hour_by_hour(zone, datetime(2026, 1, 1, tzinfo=UTC), 366 * 24))[1:-1]
    assert [day for day, _ in days] == [days[0][0] + timedelta(days=n) for n in range(len(days))]
    assert {hours for _, hours in days} <= {23, 24, 25}


def test_a_clock_set_back_goes_on_with_a_day_that_has_its_name() -> None:
    before, after = datetime(2026, 11, 23, 10, tzinfo=UTC), datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert study_day(before, 4).date == study_day(after, 4).date


def test_a_flight_west_makes_the_day_longer_instead_of_opening_a_second_one() -> None:
    boarding = datetime(2026, 11, 23, 20, tzinfo=timezone(timedelta(hours=9)))
    landing = (boarding + timedelta(hours=10)).astimezone(timezone(timedelta(hours=-8)))
    assert study_day(boarding, 4).date == study_day(landing, 4).date == date(2026, 11, 23)


def test_a_day_does_not_hold_another_offset_or_rollover_hour() -> None:
    moment = datetime(2026, 11, 23, 12, tzinfo=UTC)
    day = study_day(moment, 4)
    assert not day.holds(moment, 5)
    assert not day.holds(moment.astimezone(timezone(timedelta(hours=1))), 4)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        offset_of(datetime(2026, 11, 23, 12, tzinfo=UTC).replace(tzinfo=None))
