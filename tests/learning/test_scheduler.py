"""Our scheduler says what py-fsrs says, step by step, but for the spread of intervals, which is our own."""

import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.ids import ItemId, item_id
from studyapp.learning.fuzz import fuzz_range, fuzzed
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating
from studyapp.learning.schedule_rules import LONGEST, LOWER, PARAMETERS, RETENTIONS, UPPER, Rules
from studyapp.learning.scheduler import Scheduler

CARD = item_id("p", "card", "c")
BEGIN = datetime(2026, 1, 1, 8, tzinfo=UTC)
GAPS = st.one_of(st.integers(-5000, 90_000), st.integers(86_400, 400 * 86_400))
HISTORIES = st.lists(st.tuples(st.sampled_from(Rating), GAPS), min_size=1, max_size=25)


STEPS = st.lists(st.integers(1, 86_399), max_size=4).map(tuple)
RULES = st.one_of(
    st.just(Rules()),
    st.builds(
        Rules,
        st.floats(*RETENTIONS),
        STEPS,
        STEPS,
        st.integers(1, LONGEST),
        st.tuples(*(st.floats(low, high) for low, high in zip(LOWER, UPPER, strict=True))),
    ),
)


def reference(rules: Rules | None = None) -> fsrs.Scheduler:
    chosen = rules or Rules()
    return fsrs.Scheduler(
        parameters=chosen.parameters,
        desired_retention=chosen.retention,
        learning_steps=[timedelta(seconds=step) for step in chosen.learning_steps],
        relearning_steps=[timedelta(seconds=step) for step in chosen.relearning_steps],
        maximum_interval=chosen.longest_interval,
        enable_fuzzing=False,
    )


@given(HISTORIES, RULES)
def test_a_history_leads_to_the_state_that_py_fsrs_has(
    history: list[tuple[Rating, int]], rules: Rules
) -> None:
    ours, theirs, at = None, fsrs.Card(card_id=1, due=BEGIN), BEGIN
    scheduler, engine = Scheduler(rules), reference(rules)
    for rating, seconds in history:
        at += timedelta(seconds=seconds)
        ours = scheduler.next(CARD, ours, rating, at)
        at = max(at, theirs.last_review or at)
        theirs, _ = engine.review_card(theirs, fsrs.Rating(rating), at)
        assert (ours.stability, ours.difficulty, ours.step) == (
            theirs.stability,
            theirs.difficulty,
            theirs.step,
        )
        assert ours.phase.value == theirs.state.name.lower()
        assert ours.reviewed_at == theirs.last_review
        if ours.phase is Phase.REVIEW:
            low, high = fuzz_range((theirs.due - at).days, rules.longest_interval)
            assert low <= (ours.due_at - at).days <= high
        else:
            assert ours.due_at == theirs.due


@given(HISTORIES, st.integers(-10, 4000))
def test_the_chance_of_recall_is_that_of_py_fsrs(history: list[tuple[Rating, int]], days: int) -> None:
    scheduler, engine, theirs, at = Scheduler(), reference(), fsrs.Card(card_id=1, due=BEGIN), BEGIN
    memory = scheduler.replay(CARD, [(rating, at) for rating, _ in history])
    for rating, _ in history:
        theirs, _ = engine.review_card(theirs, fsrs.Rating(rating), at)
    assert memory is not None
    later = at + timedelta(days=days, hours=1)
    assert scheduler.retrievability(memory, later) == pytest.approx(
        engine.get_card_retrievability(theirs, later)
    )


@given(HISTORIES)
def test_a_replay_equals_the_answers_one_by_one(history: list[tuple[Rating, int]]) -> None:
    moments, at = [], BEGIN
    for rating, seconds in history:
        at += timedelta(seconds=seconds)
        moments.append((rating, at))
    scheduler, memory = Scheduler(), None
    for rating, moment in moments:
        memory = scheduler.next(CARD, memory, rating, moment)
    assert Scheduler().replay(CARD, moments) == memory


def test_a_life_of_a_card_is_pinned() -> None:
    """The figures of the library's version 6.3.2; another version that changes them is a decision."""
    scheduler, memory, at = Scheduler(), None, BEGIN
    stabilities = []
    for rating in (Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.GOOD, Rating.EASY):
        memory = scheduler.next(ItemId("a"), memory, rating, at)
        at = at + scheduler_interval(memory)
        stabilities.append(round(memory.stability, 4))
    assert memory is not None
    assert stabilities[:2] == [2.3065, 2.3065]
    assert (memory.reviews, memory.lapses, memory.phase) == (6, 1, Phase.REVIEW)
    assert PARAMETERS == fsrs.scheduler.DEFAULT_PARAMETERS


def scheduler_interval(memory: Memory) -> timedelta:
    return memory.due_at - memory.reviewed_at


def test_the_first_answers_come_after_the_learning_steps() -> None:
    intervals = Scheduler().intervals(CARD, None, BEGIN)
    minutes = [span / timedelta(minutes=1) for span in list(intervals.values())[:3]]
    assert minutes == [1, 5.5, 10]
    assert intervals[Rating.EASY] >= timedelta(days=2)


def test_the_intervals_on_the_buttons_are_those_that_an_answer_brings() -> None:
    scheduler = Scheduler()
    memory = scheduler.next(CARD, None, Rating.EASY, BEGIN)
    later = BEGIN + timedelta(days=9, minutes=3)
    for rating, span in scheduler.intervals(CARD, memory, later).items():
        answered = scheduler.next(CARD, memory, rating, later + timedelta(seconds=40))
        assert answered.due_at - answered.reviewed_at == span
        assert answered == Scheduler().next(CARD, memory, rating, later + timedelta(seconds=40))


def test_an_answer_before_the_last_one_counts_as_given_at_the_same_moment() -> None:
    scheduler = Scheduler()
    memory = scheduler.next(CARD, None, Rating.EASY, BEGIN)
    early = scheduler.next(CARD, memory, Rating.GOOD, BEGIN - timedelta(days=400))
    assert early == scheduler.next(CARD, memory, Rating.GOOD, BEGIN)
    assert scheduler.retrievability(memory, BEGIN - timedelta(days=3)) == 1


def test_intervals_are_spread_over_the_documented_range_and_no_farther() -> None:
    drawn = [fuzzed(50, item_id("p", "card", str(n)), 3, LONGEST) for n in range(4000)]
    assert (min(drawn), max(drawn)) == fuzz_range(50, LONGEST) == (46, 54)
    shares = [drawn.count(day) / len(drawn) for day in range(46, 55)]
    assert all(abs(share - 1 / 9) < 0.025 for share in shares)


@given(st.integers(1, LONGEST))
def test_the_range_is_the_one_that_py_fsrs_draws_from(days: int) -> None:
    engine, edge = fsrs.Scheduler(), fuzz_range(days, LONGEST)
    dice = random.Random(days)
    fsrs.scheduler.random = dice.random  # type: ignore[attr-defined]
    try:
        drawn = engine._get_fuzzed_interval(interval=timedelta(days=days)).days
    finally:
        fsrs.scheduler.random = random.random  # type: ignore[attr-defined]
    assert edge[0] <= drawn <= min(edge[1] + 1, LONGEST)  # the library's own draw reaches one day too far


def test_short_intervals_are_left_alone_and_the_same_answer_always_gives_the_same() -> None:
    assert [fuzzed(days, CARD, 1, LONGEST) for days in (1, 2)] == [1, 2]
    assert fuzzed(9, CARD, 4, LONGEST) == fuzzed(9, CARD, 4, LONGEST)
    assert len({fuzzed(90, CARD, review, LONGEST) for review in range(20)}) > 3


def test_neither_making_a_scheduler_nor_the_chance_of_recall_loads_the_library() -> None:
    code = (
        "import sys; from datetime import *; from studyapp.learning.scheduler import *;"
        "from studyapp.learning.memory import *; t = datetime(2026, 1, 1, tzinfo=UTC);"
        "Scheduler().retrievability(Memory(3.0, 5.0, t, t, Phase.REVIEW, None, 1, 0), t);"
        "sys.exit('fsrs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("recall", [0.3, 0.7, 0.9, 0.99, 1.0])
def test_age_and_recall_are_two_ways_to_say_the_same(recall: float) -> None:
    scheduler = Scheduler()
    assert scheduler.recall_at(scheduler.age_at(recall)) == pytest.approx(recall)
    assert scheduler.recall_at(7 / 2.5) == pytest.approx(scheduler.recall_after(7, 2.5))
