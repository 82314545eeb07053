"""Fitting FSRS to a learner: the same model as py-fsrs, a true gradient, better forecasts."""

from datetime import UTC, datetime, timedelta
from math import log
from random import Random

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from studyapp.learning.fsrs_fit import ENOUGH, counted, fit, judge, mean_loss, split
from studyapp.learning.fsrs_gradient import PARAMETERS, Answer, add_gradient, loss
from studyapp.learning.schedule_rules import LOWER, UPPER

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
OTHER = (
    *(0.4, 1.2, 4.1, 15.0, 6.0, 0.5, 2.2, 0.05, 1.2, 0.1, 1.3),
    *(1.2, 0.15, 0.3, 2.2, 0.3, 2.4, 0.9, 0.3, 0.1, 0.3),
)
histories = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 60)), min_size=2, max_size=12)


def reference_loss(parameters: tuple[float, ...], history: list[Answer]) -> float:
    scheduler, card, at, total = Scheduler(parameters=parameters), Card(card_id=1, due=START), START, 0.0
    for number, (rating, days) in enumerate(history):
        at += timedelta(days=days, minutes=1)
        if number and days:
            recall = scheduler.get_card_retrievability(card, at)
            total -= log(recall if rating > 1 else 1 - recall)
        card, _ = scheduler.review_card(card, Rating(rating), at)
    return total


def learner(seed: int, cards: int, parameters: tuple[float, ...] = OTHER) -> list[list[Answer]]:
    """Histories of a learner whose memory follows given parameters, asked at spread intervals."""
    dice, found = Random(seed), []
    for _ in range(cards):
        history: list[Answer] = [(dice.choice((1, 3, 3, 4)), 0)]
        for _ in range(6):
            days = dice.choice((1, 2, 4, 8, 15, 30))
            total, _ = loss(parameters, [*history, (3, days)])
            before, _ = loss(parameters, history)
            recalled = dice.random() < 2.718281828459045 ** (before - total)
            history.append((dice.choice((2, 3, 3, 3, 4)) if recalled else 1, days))
        found.append(history)
    return found


def test_the_bounds_are_those_of_the_reference() -> None:
    assert pytest.approx(LOWER_BOUNDS_PARAMETERS) == LOWER
    assert pytest.approx(UPPER_BOUNDS_PARAMETERS) == UPPER


@given(histories, st.sampled_from([tuple(DEFAULT_PARAMETERS), OTHER]))
def test_the_loss_is_that_of_the_reference(history: list[Answer], parameters: tuple[float, ...]) -> None:
    assert loss(parameters, history)[0] == pytest.approx(reference_loss(parameters, history), rel=1e-6)


@given(st.integers(0, 10_000))
def test_the_gradient_is_the_slope_of_the_loss(seed: int) -> None:
    history = learner(seed, 1)[0]
    gradient = [0.0] * PARAMETERS
    add_gradient(OTHER, history, gradient)
    for at in range(PARAMETERS):
        step = 1e-6
        up, down = list(OTHER), list(OTHER)
        up[at] += step
        down[at] -= step
        slope = (loss(up, history)[0] - loss(down, history)[0]) / (2 * step)
        assert gradient[at] == pytest.approx(slope, rel=1e-3, abs=1e-4)


def test_fitted_parameters_forecast_held_back_answers_better() -> None:
    fitted, held_back = split(learner(1, 400))
    last = list(fit(fitted, DEFAULT_PARAMETERS, Random(1)))[-1]
    verdict = judge(held_back, DEFAULT_PARAMETERS, last.parameters)
    assert verdict.better
    assert verdict.after == pytest.approx(mean_loss(OTHER, held_back), rel=0.05)


def test_progress_rises_and_a_fit_can_be_left_at_any_time() -> None:
    steps = fit(learner(2, 300), DEFAULT_PARAMETERS, Random(1))
    first, second = next(steps), next(steps)
    assert 0 < first.done < second.done < 1


def test_too_few_answers_are_refused_with_their_number() -> None:
    few = learner(3, 20)
    assert counted(few) < ENOUGH
    with pytest.raises(ValueError, match=f"{counted(few)} answers are too few"):
        next(fit(few, DEFAULT_PARAMETERS, Random(1)))
