"""What is kept equals what is worked out anew from the log."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.store.diagnosis import diagnose
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile, open_profile
from studyapp.store.readings import read_on, reading_days
from tests.tools.clock import Clock
from tests.tools.histories import card, derived, live


def kept_and_rebuilt_agree(folder: Path, seed: int, actions: int) -> None:
    clock, dice = Clock(), random.Random(seed)
    with open_profile(folder, clock, dice) as profile:
        live(profile.ledger, clock, dice, actions)
        kept = derived(profile.ledger)
        profile.ledger.rebuild()
        assert derived(profile.ledger) == kept, f"seed {seed}"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 2**32))
def test_kept_and_rebuilt_agree_over_random_histories(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    kept_and_rebuilt_agree(tmp_path_factory.mktemp("history"), seed, 40)


@pytest.mark.prove
def test_kept_and_rebuilt_agree_over_a_thousand_random_histories(tmp_path: Path) -> None:
    for seed in range(1000):
        kept_and_rebuilt_agree(tmp_path / str(seed), seed, 60)


def test_folding_item_by_item_and_filling_at_once_come_to_the_same(log: Ledger, clock: Clock) -> None:
    live(log, clock, random.Random(3), 120)
    kept = derived(log)
    for each in {event.item for event in log.events(retracted=True)}:
        log.retract(log.retract(log.record("flag", each, 1, {"on": True})))
    assert {name: kept[name] for name in ("card_memory", "answer_day", "recall_bin", "answer_hour")} == {
        name: derived(log)[name] for name in ("card_memory", "answer_day", "recall_bin", "answer_hour")
    }


@pytest.mark.parametrize("seconds", [60, -0.5, -1, -3600.5, -5 * 3600, -86_400.25])
def test_a_clock_that_stands_before_1970_counts_the_same_in_a_rebuild(
    log: Ledger, clock: Clock, seconds: float
) -> None:
    clock.moment = datetime.fromtimestamp(seconds, UTC)
    for zone in (-9.5, -5, 0, 4):
        clock.travel(zone)
        log.record("review", card("a"), 1, {"rating": 3, "phase": "new", "took_ms": 5})
        log.record("reading", card("a"), 1, {"took_ms": 5})
        assert reading_days(log)[log.today().date] >= read_on(log, log.today())
    kept = derived(log)
    log.rebuild()
    assert derived(log) == kept


def test_a_rebuild_tells_how_far_it_is_and_ends_complete(log: Ledger) -> None:
    for number in range(2500):
        log._db.execute("BEGIN") if number == 0 else None
        log._db.execute(
            "INSERT INTO events VALUES (?, 'd', ?, 0, 0, 4, 'review', ?, 1, '{\"rating\": 3}', 1)",
            (number + 1, number + 1, f"p/card/{number % 90}"),
        )
    log._db.execute("COMMIT")
    told: list[tuple[int, int]] = []
    assert log.rebuild(lambda done, total: told.append((done, total))) == 2500
    assert told[-1] == (2500, 2500)
    assert len(told) > 2
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_rebuild_that_fails_leaves_everything_as_it_was(
    log: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    log.record("review", card("a"), 1, {"rating": 3, "phase": "new"})
    log.record("note", card("a"), 1, {"text": "mine"})
    kept = derived(log)
    monkeypatch.setattr("studyapp.store.fold_marks._said", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        log.rebuild()
    assert derived(log) == kept


def test_whoever_remembers_history_is_told_that_it_changed(log: Ledger) -> None:
    before = log.epoch
    log.rebuild()
    assert log.epoch == before + 1


def test_the_diagnosis_finds_nothing_wrong_after_a_random_history(
    opened: Callable[..., Profile], clock: Clock
) -> None:
    profile = opened()
    live(profile.ledger, clock, random.Random(5), 60)
    found = diagnose(profile.places.database)
    assert found.sound
    assert found.entries == 60


def test_the_diagnosis_names_tables_that_do_not_follow_from_the_log(opened: Callable[..., Profile]) -> None:
    profile = opened()
    profile.ledger.record("review", card("a"), 1, {"rating": 3, "phase": "new"})
    profile.ledger._db.execute("UPDATE card_memory SET stability = 99")
    assert diagnose(profile.places.database).stale == ("card_memory",)


def test_the_diagnosis_names_devices_with_missing_entries(opened: Callable[..., Profile]) -> None:
    profile = opened()
    profile.ledger._db.execute(
        "INSERT INTO events VALUES (9, 'dev', 2, 0, 0, 4, 'flag', 'p/card/z', 1, '{\"on\": true}', 1)"
    )
    assert diagnose(profile.places.database).gaps == ("dev",)
