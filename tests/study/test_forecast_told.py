"""What was forecast is kept, and Today goes by it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from studyapp.learning.forecast import Forecast
from studyapp.learning.next_step import NextStep
from studyapp.learning.rating import Rating
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.glance import glance_at
from studyapp.study.past_forecasts import POINTS, past_forecasts
from studyapp.ui.today.wording import day_of
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import outlook, practise
from tests.tools.clock import Clock
from tests.tools.forecasts import EVEN
from tests.ui.exam_house import house


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), clock) as opened:
        yield opened


def test_without_evidence_enough_nothing_is_kept_and_today_says_nothing(desks: Desks) -> None:
    practise(desks, 20, right=0.8)
    assert desks.outlooks.keep(outlook(desks)) is Change.NOTHING
    assert desks.today.look().chance is None


def test_today_tells_the_forecast_that_was_kept_last(desks: Desks) -> None:
    practise(desks, 50, right=0.9)
    found = outlook(desks)
    assert desks.outlooks.keep(found) is Change.EXAMS
    told = desks.today.look().chance
    assert told is not None
    assert told.chance == pytest.approx(found.now.chance, abs=1e-4)  # type: ignore[union-attr]
    assert told.costs[0] in ("events", "value")


def test_a_forecast_that_stands_still_is_kept_once_a_day(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    kept = [desks.outlooks.keep(outlook(desks)) for _ in range(2)]
    clock.tick(days=1)
    assert [*kept, desks.outlooks.keep(outlook(desks))] == [Change.EXAMS, Change.NOTHING, Change.EXAMS]


def test_an_old_forecast_is_told_no_more(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    desks.outlooks.keep(outlook(desks))
    clock.tick(days=15)
    assert desks.today.look().chance is None


def test_looking_at_the_day_works_no_forecast_out(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    practise(desks, 50, right=0.9)
    monkeypatch.setattr("studyapp.study.outlook.forecast", None)
    assert desks.today.look().chance is None


def test_practice_goes_to_the_area_that_costs_most(desks: Desks) -> None:
    practise(desks, 50, right=1.0)
    desks.outlooks.keep(outlook(desks))
    desks.settings.change(minutes_a_day=240)
    look = desks.today.look()
    assert look.next_step is NextStep.PRACTISE
    assert look.chance is not None
    asked = f"practice=area%3A{look.chance.costs[0]}&questions={look.questions}"
    assert day_of(glance_at(look, "pspo-1")).target == f"page:exam?{asked}"


def test_over_time_stands_what_was_told_and_else_what_answers_alone_would_have_said(
    desks: Desks, clock: Clock
) -> None:
    practise(desks, 45, right=0.8)
    clock.tick(days=1)
    said = outlook(desks)
    desks.outlooks.keep(said)
    clock.tick(days=2)
    past = outlook(desks).past
    assert [(each.day.day, each.told) for each in past] == [(23, False), (24, True), (26, True)]
    assert isinstance(said.now, Forecast)
    assert past[1].chance == pytest.approx(said.now.chance, abs=1e-5)
    assert past[1].answers == 45


def test_of_many_days_some_are_drawn_the_last_one_among_them() -> None:
    def afterwards(_: date) -> Forecast:
        return EVEN

    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(200)]
    found = past_forecasts(days, {}, afterwards, days[-1])
    assert len(found) == POINTS
    assert found[-1].day == days[-2]


def test_cards_made_from_questions_do_not_move_the_forecast(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.5)
    before = outlook(desks).now
    desks.reviews.begin()
    answered = 0
    while desks.reviews.view() is not None and answered < 10:
        desks.reviews.rate(Rating.EASY, timedelta(seconds=5))
        answered += 1
    assert answered == 10
    assert outlook(desks).now == before
