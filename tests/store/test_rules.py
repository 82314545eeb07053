"""The rules of scheduling are entries of the log: what is known of cards always follows those that hold now."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from studyapp.learning.memory import Phase
from studyapp.learning.schedule_rules import PARAMETERS, Rules
from studyapp.learning.scheduler import Scheduler
from studyapp.store import card_rows
from studyapp.store.database import StorageError
from studyapp.store.diagnosis import diagnose
from studyapp.store.fold_memory import MemoryFold
from studyapp.store.fold_settings import setting_item
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from tests.tools.clock import Clock
from tests.tools.histories import card, derived

CARD = card("a")


def answer(log: Ledger, clock: Clock, *days: int) -> None:
    for span in days:
        clock.tick(days=span)
        log.record("review", CARD, 1, {"rating": 3, "took_ms": 4000, "phase": "review"})


def choose(log: Ledger, name: str, value: Any) -> None:
    log.record("setting", setting_item(name), 1, {"value": value})


def interval(log: Ledger) -> int:
    known = card_rows.known(log, CARD)
    assert known is not None
    return (known.memory.due_at - known.memory.reviewed_at).days


def test_a_higher_wanted_recall_brings_cards_back_sooner_at_once(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0, 3, 9)
    before = interval(log)
    choose(log, "retention", 0.95)
    assert 0 < interval(log) < before / 2


def test_what_is_kept_is_what_the_answers_come_to_by_the_rules_of_now(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0, 3)
    choose(log, "parameters", [value * 1.05 for value in PARAMETERS])
    answer(log, clock, 9)
    choose(log, "learning_steps", [60])
    answer(log, clock, 20)
    rules = Rules(parameters=tuple(value * 1.05 for value in PARAMETERS), learning_steps=(60,))
    answers = [(3, event.at) for event in log.events("review")]
    known = card_rows.known(log, CARD)
    assert known is not None
    assert known.memory == Scheduler(rules).replay(CARD, answers)  # type: ignore[arg-type]


def test_no_interval_is_longer_than_the_longest_wanted(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0, 5, 20, 90)
    choose(log, "longest_interval", 30)
    assert 27 <= interval(log) <= 30  # fuzz may take off a little


def test_rules_that_are_taken_back_leave_everything_as_if_they_had_never_held(
    log: Ledger, clock: Clock
) -> None:
    answer(log, clock, 0, 0, 3, 9)
    before = derived(log)["card_memory"]
    choose(log, "relearning_steps", [])
    choose(log, "retention", 0.8)
    for event in [*log.events("setting")]:
        log.retract(event)
    assert derived(log)["card_memory"] == before
    assert log.scheduler.rules == Rules()


def test_rules_hold_at_the_next_start_and_for_whoever_only_reads(
    opened: Callable[..., Profile], clock: Clock
) -> None:
    first = opened()
    choose(first.ledger, "retention", 0.8)
    reader = first.reader()
    assert reader.scheduler.retention == 0.8
    reader.close()
    first.close()
    assert opened().ledger.scheduler.retention == 0.8


def test_rules_from_another_device_hold_here_too(
    opened: Callable[..., Profile], log: Ledger, clock: Clock, tmp_path: Path
) -> None:
    answer(log, clock, 0, 0, 3, 9)
    before, other = interval(log), opened(tmp_path / "other", seed=9).ledger
    choose(other, "retention", 0.97)
    log.merge(other.events(retracted=True))
    assert interval(log) < before
    kept = derived(log)
    log.rebuild()
    assert derived(log) == kept


def test_exercises_of_tables_follow_the_rules_as_cards_do(log: Ledger, clock: Clock) -> None:
    for days in (0, 0, 4):
        clock.tick(days=days)
        log.record(
            "drill", card("x"), 1, {"rating": 3, "took_ms": 1, "places": [{"cell": "c", "right": True}]}
        )
    before = derived(log)
    choose(log, "retention", 0.8)
    after = derived(log)
    assert after["drill_memory"] != before["drill_memory"]
    assert after["drill_answer"] == before["drill_answer"]


def test_rules_that_could_not_be_written_do_not_hold(
    log: Ledger, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(log, clock, 0, 0, 3)
    before = derived(log)

    def refuse(_: object) -> None:
        full = sqlite3.OperationalError("full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise full

    monkeypatch.setattr(MemoryFold, "reschedule", lambda _, db: refuse(db))
    with pytest.raises(StorageError):
        choose(log, "retention", 0.8)
    assert (derived(log), log.scheduler.rules) == (before, Rules())


def test_rules_that_cannot_be_understood_are_passed_over(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0, 3)
    before = derived(log)["card_memory"]
    for name, value in (("retention", "much"), ("learning_steps", [-1]), ("parameters", [1, 2])):
        choose(log, name, value)
    assert derived(log)["card_memory"] == before


def test_whoever_remembers_what_is_scheduled_is_told_of_other_rules(log: Ledger) -> None:
    before = log.epoch
    choose(log, "retention", 0.8)
    assert log.epoch == before + 1


def test_a_card_in_review_may_be_back_on_its_steps_by_other_rules(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0)
    choose(log, "learning_steps", [60, 600, 3600])
    known = card_rows.known(log, CARD)
    assert known is not None
    assert known.memory.phase is Phase.LEARNING
    assert known.memory.due_at - known.memory.reviewed_at == timedelta(hours=1)


def test_the_diagnosis_finds_nothing_wrong_with_other_rules(
    opened: Callable[..., Profile], clock: Clock
) -> None:
    profile = opened()
    answer(profile.ledger, clock, 0, 0, 3)
    choose(profile.ledger, "retention", 0.8)
    assert diagnose(profile.places.database).sound


@pytest.mark.parametrize("answered_since", [False, True])
def test_what_was_foreseen_serves_only_as_long_as_the_log_is_the_same(
    opened: Callable[..., Profile], clock: Clock, answered_since: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile, worked = opened(), []
    log, usual = profile.ledger, MemoryFold.reschedule
    answer(log, clock, 0, 0, 3)
    reader = profile.reader()
    foreseen = reader.foresee(Rules(retention=0.8))
    reader.close()

    def reschedule(fold: MemoryFold, db: sqlite3.Connection) -> None:
        worked.append(db)
        usual(fold, db)

    monkeypatch.setattr(MemoryFold, "reschedule", reschedule)
    if answered_since:
        answer(log, clock, 4)
    log.expect(foreseen)
    choose(log, "retention", 0.8)
    assert len(worked) == answered_since
    kept = derived(log)
    log.rebuild()
    assert derived(log) == kept


def test_what_was_foreseen_of_other_rules_is_not_used(log: Ledger, clock: Clock) -> None:
    answer(log, clock, 0, 0, 3)
    log.expect(log.foresee(Rules(retention=0.8)))
    choose(log, "retention", 0.95)
    kept = derived(log)
    log.rebuild()
    assert derived(log) == kept
