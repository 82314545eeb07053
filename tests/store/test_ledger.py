"""The log: append-only, in one order, durable with all that follows from it."""

import json
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, timedelta

import pytest

from studyapp.store import card_rows
from studyapp.store.day_rows import answer_days
from studyapp.store.fold_memory import rating_of
from studyapp.store.fold_settings import setting_item
from studyapp.store.ledger import Entry, Ledger, LedgerReadOnlyError
from studyapp.store.profile import Profile
from studyapp.store.setting_rows import all_settings
from tests.tools.clock import Clock
from tests.tools.histories import card

GOOD = {"rating": 3, "took_ms": 4000, "phase": "new"}
AGAIN = {"rating": 1, "took_ms": 4000, "phase": "review", "recall": 0.8}


def test_an_entry_keeps_what_was_said_when_and_where(log: Ledger, clock: Clock) -> None:
    clock.travel(hours=5.5)
    event = log.record("review", card("a"), 2, GOOD)
    assert list(log.events()) == [event]
    assert (event.seq, event.revision, event.payload) == (1, 2, GOOD)
    assert event.at == clock.moment.astimezone(UTC)
    assert (event.offset_minutes, event.rollover_hour) == (330, 4)


def test_entries_of_a_device_are_numbered_without_gaps(log: Ledger) -> None:
    assert [log.record("flag", card("a"), 1, {"on": True}).seq for _ in range(3)] == [1, 2, 3]


def test_a_clock_set_back_does_not_reorder_history(log: Ledger, clock: Clock) -> None:
    first = log.record("note", card("a"), 1, {"text": "before"})
    clock.tick(days=-400)
    second = log.record("note", card("a"), 1, {"text": "after"})
    assert second.at < first.at
    assert list(log.events()) == [first, second]
    assert card_rows.marks(log, card("a")).note == "after"


def test_the_order_goes_on_after_a_restart_with_a_wrong_clock(
    opened: Callable[..., Profile], clock: Clock
) -> None:
    with opened() as before:
        first = before.ledger.record("flag", card("a"), 1, {"on": True})
    clock.tick(days=-1)
    second = opened().ledger.record("flag", card("a"), 1, {"on": False})
    assert second.place > first.place
    assert second.seq == 2


def test_the_log_itself_cannot_be_altered(log: Ledger) -> None:
    log.record("review", card("a"), 1, GOOD)
    for statement in ("UPDATE events SET item = 'x'", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            log._db.execute(statement)


def test_nothing_is_kept_of_an_entry_whose_fold_fails(log: Ledger) -> None:
    with pytest.raises(KeyError):
        log.record("review", card("a"), 1, {"rating": 9})
    assert list(log.events()) == []
    assert log.record("review", card("a"), 1, GOOD).seq == 1


def test_several_entries_are_kept_together_or_not_at_all(log: Ledger) -> None:
    with pytest.raises(KeyError):
        log.record_all([Entry("flag", card("a"), 1, {"on": True}), Entry("flag", card("b"), 1, {})])
    assert list(log.events()) == []
    both = log.record_all(
        [Entry("flag", card("a"), 1, {"on": True}), Entry("flag", card("b"), 1, {"on": True})]
    )
    assert [event.seq for event in both] == [1, 2]
    assert both[0].order < both[1].order


def test_an_answer_is_folded_into_memory_marks_and_days(log: Ledger, clock: Clock) -> None:
    log.record("review", card("a"), 3, GOOD)
    known = card_rows.known(log, card("a"))
    assert known is not None
    assert (known.revision, known.memory.reviews) == (3, 1)
    assert known.memory.due_at == clock.moment + timedelta(minutes=10)
    [day] = answer_days(log)
    assert (day.day, day.answers, day.again, day.took) == (date(2026, 11, 23), 1, 0, timedelta(seconds=4))


def test_taking_an_answer_back_makes_the_card_new_again(log: Ledger) -> None:
    log.retract(log.record("review", card("a"), 1, GOOD))
    assert card_rows.known(log, card("a")) is None
    assert answer_days(log) == ()
    assert list(log.events()) == []
    assert len(list(log.events(retracted=True))) == 2


def test_taking_the_retraction_back_brings_the_answer_back(log: Ledger) -> None:
    answer = log.record("review", card("a"), 1, GOOD)
    before = card_rows.known(log, card("a"))
    log.retract(log.retract(answer))
    assert card_rows.known(log, card("a")) == before
    assert log.taken_back() == {f"{log.device}:2"}


def test_an_answer_in_the_middle_can_be_taken_back(log: Ledger, clock: Clock) -> None:
    kept = [log.record("review", card("a"), 1, GOOD)]
    wrong = log.record("review", card("a"), 1, AGAIN)
    clock.tick(minutes=10)
    kept.append(log.record("review", card("a"), 1, GOOD))
    log.retract(wrong)
    known = card_rows.known(log, card("a"))
    assert known is not None
    assert known.memory == log.scheduler.replay(card("a"), [(rating_of(e), e.at) for e in kept])


def test_a_retraction_is_written_by_its_own_verb_only(log: Ledger) -> None:
    with pytest.raises(ValueError, match="retract"):
        log.record("retract", card("a"), 1, {})
    with pytest.raises(ValueError, match="retract"):
        log.record("flag", card("a"), 1, {"target": "x:1"})


def test_the_newest_value_of_a_setting_counts(log: Ledger) -> None:
    log.record("setting", setting_item("minutes_a_day"), 1, {"value": 5})
    newest = log.record("setting", setting_item("minutes_a_day"), 1, {"value": 30})
    assert all_settings(log) == {"minutes_a_day": 30}
    log.retract(newest)
    assert all_settings(log) == {"minutes_a_day": 5}


def test_the_rollover_hour_in_force_is_written_into_later_entries(log: Ledger, clock: Clock) -> None:
    log.record("setting", setting_item("rollover_hour"), 1, {"value": 10})
    assert log.record("flag", card("a"), 1, {"on": True}).rollover_hour == 10
    assert log.today().date == date(2026, 11, 22)


def test_entries_are_found_by_kind_item_and_name(log: Ledger) -> None:
    answer = log.record("review", card("a"), 1, GOOD)
    flag = log.record("flag", card("a"), 1, {"on": True})
    log.record("flag", card("b"), 1, {"on": True})
    assert list(log.events("review")) == [answer]
    assert list(log.events("flag", card("a"))) == [flag]
    assert log.find(flag.name) == flag
    assert log.find("nobody:1") is None


def test_the_newest_entries_can_be_read_first(log: Ledger) -> None:
    events = [log.record("review", card("a"), 1, GOOD) for _ in range(3)]
    assert list(log.events(newest_first=True)) == events[::-1]
    assert list(log.events(since=events[1].order)) == events[1:]


def test_a_reader_sees_what_is_committed_and_can_write_nothing(opened: Callable[..., Profile]) -> None:
    writing = opened()
    reading = opened(read_only=True).ledger
    writing.ledger.record("review", card("a"), 1, GOOD)
    assert len(list(reading.events())) == 1
    with pytest.raises(LedgerReadOnlyError):
        reading.record("review", card("a"), 1, GOOD)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reading._db.execute("DELETE FROM card_mark")


def test_the_days_cards_are_found_whatever_the_clock_did(log: Ledger, clock: Clock) -> None:
    clock.tick(days=3000)
    log.record("review", card("future"), 1, GOOD)
    clock.tick(days=-3000)
    log.record("review", card("now"), 1, GOOD)
    clock.travel(hours=14)
    log.record("review", card("far"), 1, GOOD)
    today = log.today().date
    assert set(card_rows.answered_on(log, today)) == {card("now"), card("far")}


def test_only_the_days_own_entries_are_read_for_it(log: Ledger) -> None:
    plan = log.rows(
        "EXPLAIN QUERY PLAN SELECT item FROM card_memory WHERE last_day = ? AND item IN"
        " (SELECT item FROM events WHERE order_key >= ? AND kind = 'review')",
        ("2026-11-23", 1),
    )
    told = " ".join(row[3] for row in plan)
    assert "SEARCH card_memory USING PRIMARY KEY" in told
    assert "SEARCH events USING PRIMARY KEY (order_key>?)" in told


def test_payloads_survive_as_they_were(log: Ledger) -> None:
    text = {"text": "„Grüße“ \n\t\\ \u2028 😀" * 50}
    log.record("note", card("a"), 1, text)
    [event] = log.events()
    assert event.payload == text
    assert json.loads(json.dumps(event.payload)) == text


def test_a_device_writes_under_its_own_name(opened: Callable[..., Profile]) -> None:
    with opened(seed=1) as first:
        name = first.ledger.device
    assert name == f"{random.Random(1).getrandbits(48):012x}"
    assert opened(seed=2).ledger.device == name
