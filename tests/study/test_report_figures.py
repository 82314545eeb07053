"""Figures and forecasts worked out through a connection of their own."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from studyapp.ids import ItemId
from studyapp.learning.evidence import TooLittle
from studyapp.learning.exam_paper import Standing
from studyapp.learning.forecast import Forecast
from studyapp.learning.rating import Rating
from studyapp.store.fold_memory import REVIEW
from studyapp.study.desks import Desks
from studyapp.study.forgetting import STABILITY
from tests.study.exam_pack import write_pack
from tests.study.forecast_story import leave_open, outlook, practise, sit
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desks(tmp_path: Path, clock: Clock) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p", held=80, practice=60), clock) as opened:
        yield opened


def answer(desks: Desks, card: str, rating: Rating = Rating.GOOD, **said: object) -> None:
    payload = {"rating": int(rating), "took_ms": 10_000, **said}
    desks.ledger.record(REVIEW, ItemId(f"p/card/{card}"), 1, payload)


def test_an_empty_profile_has_figures_without_a_fault(desks: Desks) -> None:
    found = desks.report.progress()
    assert found.figures.recall_30_days is None
    assert not [*found.days, *found.hours, *found.recall]
    assert set(found.ahead) == {0}


def test_recall_counts_reviews_of_the_last_thirty_days_alone(desks: Desks, clock: Clock) -> None:
    answer(desks, "old", Rating.AGAIN, phase="review", recall=0.9)
    clock.tick(days=31)
    answer(desks, "new", Rating.GOOD, phase="review", recall=0.9)
    figures = desks.report.progress().figures
    assert (figures.recall_30_days, figures.reviews_30_days) == (1.0, 1)


def test_what_was_recalled_is_sorted_by_what_was_expected(desks: Desks) -> None:
    answer(desks, "a", Rating.GOOD, phase="review", recall=0.92)
    answer(desks, "b", Rating.AGAIN, phase="review", recall=0.94)
    (row,) = desks.report.progress().recall
    assert (row.reviews, row.recalled) == (2, 1)
    assert row.expected == pytest.approx(0.93)


def test_what_was_recalled_lies_along_the_models_curve(desks: Desks) -> None:
    for number in range(10):
        rating = Rating.AGAIN if number == 0 else Rating.GOOD
        answer(desks, f"c{number}", rating, phase="review", recall=0.9)
    found = desks.report.progress().forgetting
    (point,) = found.recalled
    assert point.day == pytest.approx(STABILITY)
    assert point.low < 0.9 < point.high
    assert [chance for _, chance in found.curve] == sorted((c for _, c in found.curve), reverse=True)


def test_an_answer_taken_back_leaves_every_sum(desks: Desks) -> None:
    answer(desks, "a", phase="review", recall=0.9)
    (event,) = desks.ledger.events(kind=REVIEW)
    desks.ledger.retract(event)
    found = desks.report.progress()
    assert not [*found.days, *found.hours, *found.recall]


def test_cards_papers_practice_and_their_time_make_a_day(desks: Desks, clock: Clock) -> None:
    answer(desks, "a")
    practise(desks, 3, right=1.0)
    found = desks.report.progress()
    (day,) = found.days
    assert (day.day, day.cards, day.questions, day.took) == (
        date(2026, 11, 23),
        1,
        3,
        timedelta(seconds=10 + 27),
    )
    assert found.figures.studied == day.took


def test_a_rebuilt_profile_tells_the_same(desks: Desks) -> None:
    answer(desks, "a", phase="review", recall=0.9)
    practise(desks, 5, right=0.6)
    sit(desks, right=6)
    before = desks.report.progress()
    desks.ledger.rebuild()
    assert desks.report.progress() == before


def test_there_is_no_forecast_below_the_minimum(desks: Desks) -> None:
    practise(desks, 20, right=0.8)
    found = outlook(desks)
    assert isinstance(found.now, TooLittle)
    assert found.past == ()


def test_first_answers_in_practice_and_mocks_make_a_forecast(desks: Desks) -> None:
    practise(desks, 50, right=0.9)
    sit(desks, right=8)
    found = outlook(desks)
    assert isinstance(found.now, Forecast)
    assert found.now.answers == 58
    assert [past.day for past in found.past] == [date(2026, 11, 23)]
    assert set(found.titles) == {"events", "value"}


def test_answering_the_same_questions_again_never_moves_the_forecast(desks: Desks, clock: Clock) -> None:
    practise(desks, 60, right=0.7)
    before = outlook(desks).now
    for seed in range(3):
        practise(desks, 60, right=1.0, seed=seed)
    assert outlook(desks).now == before


def test_sitting_a_used_up_mock_again_never_moves_the_forecast(desks: Desks) -> None:
    for _ in range(10):
        sit(desks, right=6)
    assert not desks.exams.offers()[0].available
    before = outlook(desks).now
    sit(desks, right=8)
    assert outlook(desks).now == before


def test_a_repeat_never_feeds_the_forecast_even_with_its_last_new_question(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "p", held=17, practice=60)
    with house(tmp_path / "profile", pack, Clock()) as desks:
        practise(desks, 50, right=0.8)
        for _ in range(2):
            sit(desks, right=6)
        mock, before = desks.exams.offers()[0], outlook(desks).now
        assert (mock.available, mock.supply.standing) == (1, Standing.REPEAT)
        sit(desks, right=8)
        assert len(desks.exams.used_up()) == 17
        assert outlook(desks).now == before


def test_a_disputed_question_is_no_evidence(desks: Desks) -> None:
    practise(desks, 50, right=0.8)
    sit(desks, right=4)
    attempt = desks.exams.attempts()[0].id
    before = outlook(desks).now
    desks.exams.dispute(attempt, 8, "the key is wrong")
    after = outlook(desks).now
    assert isinstance(before, Forecast)
    assert isinstance(after, Forecast)
    assert after.answers == before.answers - 1


def test_an_unknown_certification_has_no_forecast(desks: Desks) -> None:
    desks.settings.change(certification="cspo")
    assert desks.outlooks.inquiry() is None


def test_every_kind_of_answer_keeps_a_row_of_days(desks: Desks, clock: Clock) -> None:
    answer(desks, "a")
    clock.tick(days=1)
    practise(desks, 3, right=1.0)
    clock.tick(days=1)
    sit(desks, right=6)
    figures = desks.report.progress().figures
    assert (figures.study_days, figures.days_in_a_row) == (3, 3)
    clock.tick(days=2)
    assert desks.report.progress().figures.days_in_a_row == 0


@pytest.mark.parametrize(("answered", "evidence", "mocks"), [(0, 0, 0), (1, 1, 0), (2, 8, 1)])
def test_a_paper_that_was_given_up_is_no_mock_and_what_was_left_open_no_evidence(
    answered: int, evidence: int, mocks: int, desks: Desks, clock: Clock
) -> None:
    practise(desks, 50, right=0.9)
    clock.tick(days=1)
    leave_open(desks, answered)
    found = outlook(desks)
    assert isinstance(found.now, Forecast)
    assert found.now.answers == 50 + evidence
    assert len(desks.report.progress().figures.mocks) == len(found.fared) == mocks


def test_a_mock_of_which_nothing_counts_is_no_mock_score(desks: Desks) -> None:
    sit(desks, right=7)
    (attempt,) = desks.exams.attempts()
    for number in range(1, 9):
        desks.exams.dispute(attempt.id, number, "the key is wrong")
    assert desks.report.progress().figures.mocks == ()
    desks.exams.dispute(attempt.id, 8, "")
    assert [row.share for row in desks.report.progress().figures.mocks] == [0.0]


def test_what_was_left_open_in_a_paper_given_up_is_no_first_answer_later(desks: Desks) -> None:
    desks.exams.begin(ItemId("p/exam/short"))
    for number in range(1, 6):
        desks.exams.go(number)
    desks.exams.hand_in()
    practise(desks, 60, right=1.0)
    found = outlook(desks).now
    assert isinstance(found, Forecast)
    assert found.answers == 55
