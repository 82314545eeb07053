"""Fitting FSRS to a learner: the same model as py-fsrs, a true gradient, better forecasts."""

import json
from datetime import UTC, datetime, timedelta
from math import log
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from studyapp.learning.fsrs_fit import fit, judge, mean_loss, split
from studyapp.learning.fsrs_gradient import PARAMETERS, Answer, add_gradient, loss
from studyapp.learning.schedule_rules import LOWER, UPPER
from tests.tools.reference_fit import read_answers

FITTED = Path(__file__).parent / "fitted"
START = datetime(2026, 1, 1, 12, tzinfo=UTC)
OTHER = (
    *(0.4, 1.2, 4.1, 15.0, 6.0, 0.5, 2.2, 0.05, 1.2, 0.1, 1.3),
    *(1.2, 0.15, 0.3, 2.2, 0.3, 2.4, 0.9, 0.3, 0.1, 0.3),
)
FORGETFUL = (0.1, 0.5, 1.0, 3.0, *OTHER[4:8], 0.8, *OTHER[9:])
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
    fitted, held_back = split((f"p/card/{n}", story) for n, story in enumerate(learner(1, 400, FORGETFUL)))
    last = list(fit(fitted, DEFAULT_PARAMETERS, Random(1)))[-1]
    verdict = judge(held_back, DEFAULT_PARAMETERS, last.parameters)
    assert verdict.better
    assert verdict.after == pytest.approx(mean_loss(FORGETFUL, held_back), rel=0.05)


def test_progress_rises_and_a_fit_can_be_left_at_any_time() -> None:
    steps = fit(learner(2, 300), DEFAULT_PARAMETERS, Random(1))
    first, second = next(steps), next(steps)
    assert 0 < first.done < second.done < 1


def test_the_same_cards_are_held_back_however_many_others_there_are() -> None:
    some = [(f"p/card/{n}", [(n, 0)]) for n in range(200)]
    fitted, held_back = split(some[:100])
    more_fitted, more_held_back = split(some)
    assert fitted == more_fitted[: len(fitted)]
    assert held_back == more_held_back[: len(held_back)]
    assert 25 < len(more_held_back) < 55


def reference(name: str) -> Any:
    return json.loads((FITTED / "py-fsrs.json").read_text("ascii"))[name]


def test_the_gradient_over_a_log_is_that_of_automatic_differentiation() -> None:
    gradient = [0.0] * PARAMETERS
    for story in read_answers(FITTED):
        add_gradient(DEFAULT_PARAMETERS, story, gradient)
    assert gradient == pytest.approx(reference("gradient"), rel=1e-6, abs=1e-6)


def test_a_log_is_fitted_as_well_as_the_optimiser_of_py_fsrs_fits_it() -> None:
    """Both go through the same batches in orders of their own, so the numbers differ a little; the forecasts do not."""
    stories, losses = read_answers(FITTED), reference("loss")
    *_, last = fit(stories, DEFAULT_PARAMETERS, Random(42))
    assert mean_loss(DEFAULT_PARAMETERS, stories) == pytest.approx(losses["before"], rel=1e-9)
    assert mean_loss(reference("parameters"), stories) == pytest.approx(losses["after"], rel=1e-9)
    assert last.loss == pytest.approx(losses["after"], rel=0.005)
    assert last.loss < losses["before"] - 0.8 * (losses["before"] - losses["after"])
