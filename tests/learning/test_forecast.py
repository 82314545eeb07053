"""The forecast: what moves it, what does not, and how it fares on candidates whose chance is known."""

from math import comb
from pathlib import Path
from random import Random

import pytest

from studyapp.learning.ability import Answer, ability
from studyapp.learning.evidence import FEWEST_ANSWERS, TooLittle, shares_of
from studyapp.learning.forecast import Forecast, Share, chance_of, forecast
from tests.learning.exam_candidates import PASS_MARK, QUOTAS
from tests.learning.forecast_trial import brier, coverage, sitting_once, table, trial, undecided

DOCUMENT = Path(__file__).parents[2] / "docs" / "forecast.md"
PAPER = tuple(Share(area, count) for area, count in QUOTAS.items())


def answers(right: float, number: int = 160, day: float = 0, seed: int = 1) -> list[Answer]:
    dice = Random(seed)
    areas = [area for area, count in QUOTAS.items() for _ in range(count)]
    return [Answer(areas[n % len(areas)], dice.random() < right, day) for n in range(number)]


def told(paper: tuple[Share, ...], given: list[Answer], today: float = 0) -> Forecast:
    found = forecast(paper, PASS_MARK, given, today)
    assert isinstance(found, Forecast)
    return found


def test_the_chance_of_a_paper_is_that_of_its_binomials() -> None:
    assert chance_of([2], [0.5], 100) == pytest.approx(0.25)
    assert chance_of([1, 1], [0.5, 1.0], 50) == pytest.approx(1.0)
    exactly = sum(comb(80, n) * 0.85**n * 0.15 ** (80 - n) for n in range(68, 81))
    assert chance_of([80], [0.85], 85) == pytest.approx(exactly)


def test_it_says_nothing_below_the_stated_minimum() -> None:
    found = forecast(PAPER, PASS_MARK, answers(0.9, FEWEST_ANSWERS - 1), 0)
    assert isinstance(found, TooLittle)
    assert found.answers == FEWEST_ANSWERS - 1


def test_it_says_nothing_while_most_of_the_paper_is_untried() -> None:
    found = forecast(PAPER, PASS_MARK, [Answer("events", True, 0)] * 100, 0)
    assert isinstance(found, TooLittle)
    assert found.covered < 0.2


def test_more_right_answers_raise_the_chance() -> None:
    chances = [told(PAPER, answers(right)).chance for right in (0.7, 0.8, 0.9, 0.97)]
    assert chances == sorted(chances)
    assert chances[0] < 0.1
    assert chances[-1] > 0.9


def test_more_answers_make_it_surer() -> None:
    few, many = (told(PAPER, answers(0.85, number)).interval for number in (60, 600))
    assert many.high - many.low < few.high - few.low


def test_the_step_to_the_real_exam_widens_the_interval() -> None:
    found = told(PAPER, answers(0.87, 400))
    assert found.wide.low < found.interval.low
    assert found.wide.high > found.interval.high


def test_recent_answers_weigh_more() -> None:
    old, new = answers(0.75, 100, day=0, seed=1), answers(0.95, 100, day=60, seed=2)
    rising = told(PAPER, old + new, today=60).chance
    falling = told(PAPER, [Answer(a.area, a.right, 60 - a.day) for a in old + new], today=60).chance
    assert rising > falling


def test_time_without_answers_makes_it_less_sure() -> None:
    soon, late = (ability(list(QUOTAS), answers(0.85), today).covariance[0][0] for today in (0, 100))
    assert late > soon


def test_what_cards_say_of_an_area_moves_that_area() -> None:
    strong = tuple(Share(s.area, s.questions, 0.9 if s.area == "events" else 0.4, 40) for s in PAPER)
    weak = tuple(Share(s.area, s.questions, 0.1 if s.area == "events" else 0.4, 40) for s in PAPER)
    known, unknown = (
        {o.area: o.right for o in told(paper, answers(0.85)).areas}["events"] for paper in (strong, weak)
    )
    assert known > unknown


def test_the_dearest_area_comes_first_and_an_hour_there_gains() -> None:
    given = [Answer(a.area, a.right and a.area != "backlog", a.day) for a in answers(0.95, 320)]
    paper = tuple(Share(s.area, s.questions, 0.5, 60) for s in PAPER)
    first = told(paper, given).areas[0]
    assert first.area == "backlog"
    assert first.gain > 0


def test_the_same_evidence_always_gives_the_same_forecast() -> None:
    assert told(PAPER, answers(0.85)) == told(PAPER, answers(0.85))


def test_a_paper_is_made_of_quotas_and_the_rest_comes_from_what_is_left_in_stock() -> None:
    assert shares_of({"events": 3}, 7, {"events": 4, "value": 9}) == {"events": 3, "value": 4}
    assert shares_of({"events": 3}, 5, {"events": 3, "value": 0}) == {"events": 4, "value": 1}


def test_an_area_without_questions_is_no_part_of_the_paper() -> None:
    assert shares_of({"gone": 2}, 4, {"events": 8}) == {"events": 4}


@pytest.mark.oldest
def test_intervals_are_honest_on_a_hundred_candidates() -> None:
    rows = trial(range(100))
    assert 0.70 <= coverage(rows) <= 0.92
    assert brier(rows, lambda r: r.chance) < min(
        brier(rows, lambda r: r.by_last_mock), brier(rows, lambda r: r.by_all_answers)
    )


@pytest.mark.prove
def test_intervals_cover_the_true_chance_four_times_in_five_as_the_document_says() -> None:
    rows = trial(range(3000))
    assert len(rows) >= 2900
    assert table(rows) in DOCUMENT.read_text("utf-8")
    assert 0.76 <= coverage(rows) <= 0.84
    assert 0.76 <= coverage(undecided(rows)) <= 0.84
    for group in (rows, sitting_once(rows)):
        ours = brier(group, lambda r: r.chance)
        assert ours < brier(group, lambda r: r.by_last_mock)
        assert ours < brier(group, lambda r: r.by_all_answers)
