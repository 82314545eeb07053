"""Planning by worth: what it prefers, and that it beats studying by due dates on simulated learners."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from multiprocessing import get_context
from statistics import mean

import pytest

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.schedule_rules import PARAMETERS
from studyapp.learning.worth import Candidate, Worth, best_first
from tests.tools.learners import by_plan, by_retention, learner, rested

RETENTIONS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
"""Where the best constant retention is searched; below 0.4 hardly anything falls due before the exam any more."""
FEW = (0.4, 0.7, 0.9)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CARD = ItemId("p/card/one")
OTHER = ItemId("p/card/two")


def known(stability: float, difficulty: float = 5.0) -> Memory:
    return Memory(stability, difficulty, NOW, NOW, Phase.REVIEW, None, 3, 0)


def test_a_heavier_card_comes_before_a_lighter_one() -> None:
    worth = Worth(PARAMETERS, 10)
    pair = [Candidate(CARD, None, weight=1.0), Candidate(OTHER, None, weight=2.0)]
    assert best_first(pair, worth, 600) == (OTHER, CARD)


def test_a_fading_card_comes_before_a_firm_one() -> None:
    worth = Worth(PARAMETERS, 10)
    pair = [Candidate(CARD, known(200.0), 5), Candidate(OTHER, known(4.0), 5)]
    assert best_first(pair, worth, 600)[0] == OTHER


def test_a_card_answered_today_is_worth_nothing_more() -> None:
    assert best_first([Candidate(CARD, known(1.0), 0)], Worth(PARAMETERS, 10), 600) == ()


def test_no_more_is_chosen_than_fits_the_time() -> None:
    cards = [Candidate(ItemId(f"p/card/{number}"), None) for number in range(50)]
    assert len(best_first(cards, Worth(PARAMETERS, 10), 60)) == 3


@dataclass(frozen=True)
class Outcome:
    plan: float
    constant: dict[float, float]
    load: float
    """The longest day after a gap of 14 days, as a share of the minutes chosen."""

    @property
    def standard(self) -> float:
        return self.constant[0.9]


def outcome(seed: int, retentions: tuple[float, ...] = RETENTIONS) -> Outcome:
    who = learner(seed)
    constant = {r: by_retention(who, r).score() for r in retentions}
    return Outcome(by_plan(who).score(), constant, longest_day(seed))


def longest_day(seed: int) -> float:
    who = rested(learner(seed), 7, 14)
    return max(by_plan(who).spent) / who.seconds


def best_constant(found: Iterable[Outcome]) -> float:
    outcomes = list(found)
    return max(mean(each.constant[r] for each in outcomes) for r in outcomes[0].constant)


def told(outcomes: Iterable[Outcome]) -> str:
    """The table that docs/plan.md keeps."""
    found = list(outcomes)
    lines = ["| way of planning | mean recall on the exam day, per cent |", "| --- | ---: |"]
    lines += [f"| FSRS at {r:.2f} | {mean(o.constant[r] for o in found):.1f} |" for r in RETENTIONS]
    lines.append(f"| the plan | {mean(o.plan for o in found):.1f} |")
    gains = sorted(o.plan - o.standard for o in found)
    better = mean(gain > 0 for gain in gains)
    lines += ["", f"{len(found)} learners; the plan is better than FSRS at 0.90 for {better:.1%} of them; "]
    lines.append(
        f"the gain lies between {gains[0]:+.2f} and {gains[-1]:+.1f} points, median {gains[len(gains) // 2]:+.1f}."
    )
    lines.append(
        f"The longest day after a gap of 14 days takes {max(o.load for o in found):.1%} of its minutes."
    )
    return "\n".join(lines)


@cache
def outcomes(number: int) -> tuple[Outcome, ...]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return tuple(pool.map(outcome, range(number), chunksize=5))


@pytest.mark.oldest
def test_the_plan_beats_due_dates_for_a_few_learners() -> None:
    found = [outcome(seed, FEW) for seed in range(4)]
    assert mean(o.plan for o in found) > best_constant(found)
    assert max(o.load for o in found) <= 1.1


@pytest.mark.prove
def test_the_plan_beats_due_dates_for_nearly_every_learner() -> None:
    found = outcomes(200)
    print("\n" + told(found))
    assert mean(o.plan > o.standard for o in found) >= 0.95
    assert min(o.plan - o.standard for o in found) >= -1.0


@pytest.mark.prove
def test_the_plan_beats_the_best_constant_retention_in_the_mean() -> None:
    found = outcomes(200)
    assert mean(o.plan for o in found) > best_constant(found)


@pytest.mark.prove
def test_after_two_weeks_away_no_day_asks_for_more_than_the_minutes() -> None:
    assert max(o.load for o in outcomes(200)) <= 1.1
