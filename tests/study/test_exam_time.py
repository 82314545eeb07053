"""The time of a paper: crashes, sleep, pauses, and zero."""

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp import bundle
from studyapp.app import awake
from studyapp.catalog.catalog import Catalog
from studyapp.store.ledger import Ledger
from studyapp.study.desks_to_come import lay_desks
from studyapp.study.exam_desk import ExamDesk
from tests.study.exam_pack import write_pack
from tests.study.exam_story import MOCK, SHORT, seen, wait
from tests.tools.clock import Clock


def test_after_a_crash_the_paper_goes_on_with_the_time_that_was_left(
    desk: ExamDesk, start: Callable[[], ExamDesk], clock: Clock
) -> None:
    desk.begin(MOCK)
    wait(desk, clock, 20)
    desk.choose(frozenset({2}))
    clock.tick(seconds=3600)
    again = start()
    assert again.running()
    assert seen(again).standing_still
    again.resume()
    assert seen(again).time_left == timedelta(minutes=6, seconds=-20)
    assert seen(again).chosen == {2}


def test_a_crash_without_an_answer_costs_less_than_a_heartbeat(
    desk: ExamDesk, start: Callable[[], ExamDesk], clock: Clock
) -> None:
    desk.begin(MOCK)
    wait(desk, clock, 100)
    again = start()
    assert seen(again).elapsed >= timedelta(seconds=85)


def test_a_sleep_costs_nothing_and_is_told_in_the_result(
    catalog: Catalog, db: sqlite3.Connection, clock: Clock
) -> None:
    hours = [timedelta(hours=7)]
    ledger = Ledger(db, "device", clock)
    desk = ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7), lambda: hours[0])
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    clock.tick(seconds=3608)
    hours[0] += timedelta(seconds=8)
    desk.look()
    assert seen(desk).elapsed == timedelta(seconds=8)
    desk.hand_in()
    assert desk.result(attempt).gaps == 1


def test_the_paper_is_handed_in_at_zero(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(MOCK)
    attempt = seen(desk).attempt
    wait(desk, clock, 360)
    assert not desk.running()
    result = desk.result(attempt)
    assert result.ran_out
    assert result.elapsed == timedelta(minutes=6)


def test_a_paused_paper_stands_still(desk: ExamDesk, clock: Clock) -> None:
    desk.begin(SHORT)
    wait(desk, clock, 10)
    desk.pause()
    wait(desk, clock, 100)
    assert seen(desk).elapsed == timedelta(seconds=10)
    desk.resume()
    wait(desk, clock, 5)
    assert seen(desk).elapsed == timedelta(seconds=15)


def test_the_clock_runs_on_when_the_log_is_folded_anew_beside_an_open_paper(
    catalog: Catalog, db: sqlite3.Connection, clock: Clock
) -> None:
    ledger = Ledger(db, "device", clock)
    desk = ExamDesk(SimpleNamespace(catalog=catalog), ledger, clock, random.Random(7))
    desk.begin(MOCK)
    wait(desk, clock, 10)
    ledger.reconnect(db, "device")
    wait(desk, clock, 20)
    assert not seen(desk).standing_still
    assert seen(desk).elapsed == timedelta(seconds=30)


def test_the_desks_of_the_window_hand_on_how_long_the_computer_was_awake(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, hours = write_pack(tmp_path / "p"), [timedelta(hours=7)]
    monkeypatch.setattr(bundle, "content_dir", lambda: pack)
    desks = lay_desks(tmp_path / "profile", [], clock, random.Random(1), lambda: hours[0])
    desks.exams.begin(MOCK)
    clock.tick(hours=-1)
    hours[0] += timedelta(seconds=12)
    desks.exams.look()
    assert seen(desks.exams).elapsed == timedelta(seconds=12)
    desks.close()


def test_the_computers_own_clock_of_waking_hours_goes_on() -> None:
    first = awake()
    assert awake() >= first > timedelta(0)
