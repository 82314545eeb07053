"""How the forecasts have fared, against mocks taken later and results of real exams."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from studyapp.learning.forecast import Forecast
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.fared import verdict
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import outlook, practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=24, practice=60), clock) as opened:
        yield opened


def test_a_mock_is_held_against_what_was_told_before_it(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    said = outlook(desks)
    desks.outlooks.keep(said)
    clock.tick(days=2)
    sit(desks, right=4)
    (row,) = outlook(desks).fared
    assert isinstance(said.now, Forecast)
    assert row.chance == pytest.approx(said.now.chance, abs=1e-4)
    assert (row.told, row.passed, row.share) == (True, False, 0.5)


def test_what_was_told_after_the_mock_is_no_forecast_of_it(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    clock.tick(minutes=5)
    sit(desks, right=8)
    clock.tick(minutes=5)
    desks.outlooks.keep(outlook(desks))
    (row,) = outlook(desks).fared
    assert not row.told


def test_a_mock_without_evidence_before_it_says_nothing_of_forecasts(desks: Desks) -> None:
    sit(desks, right=8)
    practise(desks, 60, right=0.9)
    assert outlook(desks).fared == ()


def test_a_mocks_own_answers_never_feed_its_forecast(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.7)
    before = outlook(desks)
    clock.tick(minutes=1)
    sit(desks, right=8)
    (row,) = outlook(desks).fared
    assert isinstance(before.now, Forecast)
    assert row.chance == pytest.approx(before.now.chance, abs=1e-6)


def test_a_real_result_is_held_against_the_wide_interval(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    said = outlook(desks).now
    desks.outlooks.keep(outlook(desks))
    clock.tick(days=1)
    assert desks.results.enter("pspo-1", date(2026, 11, 24), passed=True, score=88.75) is Change.EXAMS
    (row,) = outlook(desks).fared
    assert isinstance(said, Forecast)
    assert (row.real, row.passed, row.share) == (True, True, 0.8875)
    assert row.interval.high == pytest.approx(said.wide.high, abs=1e-4)


def test_a_result_of_another_exam_is_kept_apart(desks: Desks) -> None:
    practise(desks, 50, right=0.9)
    desks.results.enter("pspo-3", TODAY, passed=False)
    assert outlook(desks).fared == ()
    assert [r.certification for r in desks.results.results()] == ["pspo-3"]


def test_a_result_can_be_mended_and_removed(desks: Desks) -> None:
    desks.results.enter("pspo-1", TODAY, passed=False, score=80.0)
    (result,) = desks.results.results()
    desks.results.mend(result.id, "pspo-1", TODAY, passed=True, score=None)
    (mended,) = desks.results.results()
    assert (mended.id, mended.passed, mended.score) == (result.id, True, None)
    desks.results.remove(result.id)
    assert desks.results.results() == ()


def test_two_exams_on_one_day_are_two_results(desks: Desks) -> None:
    desks.results.enter("pspo-1", TODAY, passed=False)
    desks.results.enter("pspo-1", TODAY, passed=True)
    assert len(desks.results.results()) == 2


@pytest.mark.parametrize(("day", "score"), [(date(2026, 11, 24), None), (TODAY, 101.0), (TODAY, -1.0)])
def test_a_result_that_cannot_be_is_refused(desks: Desks, day: date, score: float | None) -> None:
    with pytest.raises(ValueError, match=r"day to come|score"):
        desks.results.enter("pspo-1", day, passed=True, score=score)
    assert desks.results.results() == ()


def test_only_certifications_with_an_exam_can_be_entered(desks: Desks) -> None:
    assert [c.name for c in desks.results.certifications()] == ["pspo-1"]


def test_several_exams_come_to_a_verdict(desks: Desks, clock: Clock) -> None:
    practise(desks, 50, right=0.9)
    for right in (8, 4):
        clock.tick(days=1)
        sit(desks, right)
    found = verdict(outlook(desks).fared)
    assert (found.exams, found.passed) == (2, 1)
    assert 0 < found.error < 1


def test_forecasts_stand_at_the_learners_own_day_and_mocks_at_the_date(desks: Desks, clock: Clock) -> None:
    clock.travel(hours=13)
    clock.tick(hours=3)
    practise(desks, 50, right=0.9)
    clock.tick(minutes=5)
    sit(desks, right=8)
    found = outlook(desks)
    assert [past.day for past in found.past] == [date(2026, 11, 23)]
    assert [row.day for row in found.fared] == [date(2026, 11, 24)]
    mocks = desks.report.progress().figures.mocks
    assert [mock.began_at.date() for mock in mocks] == [date(2026, 11, 24)]
