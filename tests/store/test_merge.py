"""Two devices' logs merge as sets and come to one state."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile, open_profile
from tests.tools.clock import Clock
from tests.tools.histories import card, derived, live, shuffled

GOOD = {"rating": 3, "took_ms": 4000, "phase": "review", "recall": 0.9}


def devices_agree(folder: Path, seed: int, rounds: int) -> None:
    """Two devices live their own lives with clocks of their own, and now and then one hears from the other."""
    dice = random.Random(seed)
    clocks = (Clock(), Clock())
    clocks[1].tick(hours=dice.randrange(-30, 30))
    ours = open_profile(folder / "ours", clocks[0], random.Random(1))
    theirs = open_profile(folder / "theirs", clocks[1], random.Random(2))
    with ours, theirs:
        logs = ours.ledger, theirs.ledger
        for _ in range(rounds):
            for log, clock in zip(logs, clocks, strict=True):
                live(log, clock, dice, dice.randrange(1, 12))
            hearing, telling = dice.sample(logs, 2)
            told = list(telling.events(retracted=True))
            hearing.merge(shuffled(told[: dice.randrange(len(told) + 1)], dice))
        for one, other in (logs, logs[::-1]):
            one.merge(shuffled(list(other.events(retracted=True)), dice))
        assert list(logs[0].events(retracted=True)) == list(logs[1].events(retracted=True))
        assert derived(logs[0]) == derived(logs[1]), f"seed {seed}"
        kept = derived(logs[0])
        logs[0].rebuild()
        assert derived(logs[0]) == kept, f"seed {seed}"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_two_devices_agree_in_the_end(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    devices_agree(tmp_path_factory.mktemp("devices"), seed, 3)


@pytest.mark.prove
def test_two_devices_agree_in_the_end_over_three_hundred_lives(tmp_path: Path) -> None:
    for seed in range(300):
        devices_agree(tmp_path / str(seed), seed, 4)


def other_device(opened: Callable[..., Profile], tmp_path: Path) -> Ledger:
    return opened(tmp_path / "other", seed=99).ledger


def test_what_is_there_already_is_passed_over(
    log: Ledger, opened: Callable[..., Profile], tmp_path: Path
) -> None:
    other = other_device(opened, tmp_path)
    other.record("review", card("a"), 1, GOOD)
    events = list(other.events())
    assert log.merge(events).added == 1
    assert log.merge(events).added == 0


def test_an_entry_after_a_merge_stands_behind_everything_heard(
    log: Ledger, opened: Callable[..., Profile], clock: Clock, tmp_path: Path
) -> None:
    other = other_device(opened, tmp_path)
    clock.tick(days=500)
    heard = other.record("note", card("a"), 1, {"text": "from the future"})
    clock.tick(days=-500)
    log.merge([heard])
    mine = log.record("note", card("a"), 1, {"text": "mine"})
    assert mine.place > heard.place
    assert all(a.place < b.place for a, b in pairwise(log.events()))


def test_a_retraction_heard_before_its_entry_still_counts(
    log: Ledger, opened: Callable[..., Profile], tmp_path: Path
) -> None:
    other = other_device(opened, tmp_path)
    answer = other.record("review", card("a"), 1, GOOD)
    retraction = other.retract(answer)
    log.merge([retraction])
    log.merge([answer])
    assert list(log.events()) == []
    assert derived(log)["card_memory"] == []


def test_two_entries_under_one_name_are_a_clash_and_change_nothing(
    log: Ledger, opened: Callable[..., Profile], tmp_path: Path
) -> None:
    event = other_device(opened, tmp_path).record("review", card("a"), 1, GOOD)
    log.merge([event])
    other = replace(event, payload={**GOOD, "rating": 1})
    assert log.merge([other]).clashes == (other,)
    assert list(log.events()) == [event]
