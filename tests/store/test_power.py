"""The power may go at any moment: no acknowledged entry is lost, the database is sound, and nothing is half there."""

import random
from collections.abc import Iterator
from itertools import count
from typing import Any, cast

import apsw
import pytest

from studyapp.store.event_log import read
from studyapp.store.ledger import Entry, Ledger
from studyapp.store.migrate import climb, ladder
from tests.tools.clock import Clock
from tests.tools.frail_disk import FrailDisk
from tests.tools.frail_log import connected, frail_disk
from tests.tools.histories import card

Left = tuple[dict[str, bytearray], list[str], list[str]]
"""What is on the disk after a cut, the entries acknowledged by then, and those that were being written."""


def lives_with_cuts(cuts: int, seed: int, synchronous: str) -> Iterator[Left]:
    """Learners who answer, undo and change settings on a frail disk, and what power cuts would leave of it."""
    dice = random.Random(seed)
    while cuts > 0:
        disk, clock = frail_disk(), Clock()
        db = connected(disk)
        climb(db, ladder())
        ledger = Ledger(db, "device", clock)
        db.execute(f"PRAGMA synchronous = {synchronous}")
        done: list[str] = []
        left: list[tuple[dict[str, bytearray], int]] = []

        def cut(
            disk: FrailDisk = disk,
            done: list[str] = done,
            left: list[tuple[dict[str, bytearray], int]] = left,
        ) -> None:
            if dice.random() < 0.04:
                left.append((disk.after_power_cut(dice), len(done)))

        disk.watch = cut
        for _ in range(60):
            clock.tick(minutes=dice.randrange(2000))
            done.append(_act(ledger, dice))
        disk.watch = lambda: None
        cuts -= len(left)
        yield from ((files, done[:known], done[known : known + 1]) for files, known in left)
        db.close()
        disk.unregister()


def _act(ledger: Ledger, dice: random.Random) -> str:
    """Do something; the names of the entries that it wrote, as one word."""
    if ledger._seq and dice.random() < 0.2:
        return ledger.retract(next(iter(ledger.events(newest_first=True, retracted=True)))).name
    if dice.random() < 0.2:
        both = ledger.record_all(
            [Entry("flag", card("a"), 1, {"on": True}), Entry("note", card("b"), 1, {"text": "x" * 5000})]
        )
        return " ".join(event.name for event in both)
    said = {"rating": dice.randint(1, 4), "took_ms": 900, "phase": "review", "recall": 0.5}
    return ledger.record("review", card(str(dice.randrange(9))), 1, said).name


def fault(left: Left) -> str:
    """What is wrong with what a cut left; empty when nothing is."""
    files, acknowledged, under_way = left
    disk = frail_disk(files)
    try:
        db = connected(disk)
        if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return "damaged"
        names = [event.name for event in read(db, retracted=True)]
        db.close()
    except apsw.Error as error:
        return f"does not open: {error}"
    finally:
        disk.unregister()
    known = " ".join(acknowledged).split()
    if names[: len(known)] != known:
        return "acknowledged entries are lost"
    rest = names[len(known) :]
    return "" if rest in ([], " ".join(under_way).split()) else "half of something is there"


def faults(cuts: int, seed: int, synchronous: str = "FULL") -> list[str]:
    return [fault(left) for left in lives_with_cuts(cuts, seed, synchronous)]


def test_nothing_acknowledged_is_lost_in_power_cuts() -> None:
    found = faults(150, seed=1)
    assert len(found) >= 150
    assert not any(found)


def test_a_log_that_is_not_synced_would_lose_answers() -> None:
    assert any(faults(60, seed=2, synchronous="OFF"))


@pytest.mark.prove
def test_nothing_acknowledged_is_lost_in_two_thousand_power_cuts() -> None:
    found = faults(2000, seed=3)
    assert len(found) >= 2000
    assert not any(found)


@pytest.mark.prove
def test_neither_a_log_that_is_synced_less_nor_one_that_is_not_would_do() -> None:
    assert "acknowledged entries are lost" in faults(500, seed=4, synchronous="NORMAL")
    assert "damaged" in faults(500, seed=5, synchronous="OFF")


@pytest.mark.parametrize(("error", "seed"), [(apsw.FullError, 6), (apsw.IOError, 7)])
def test_what_a_failing_disk_did_not_acknowledge_never_half_happened(
    error: type[apsw.Error], seed: int
) -> None:
    """Every operation in turn fails once; the entry under way is refused, the next one goes through."""
    dice = random.Random(seed)
    for failing in range(0, 120, 3):
        disk, clock = frail_disk(), Clock()
        db = connected(disk)
        climb(db, ladder())
        ledger = Ledger(cast(Any, db), "device", clock)
        operations = count()

        def watch(operations: Iterator[int] = operations, failing: int = failing) -> None:
            if next(operations) == failing:
                raise error

        disk.watch = watch
        done: list[str] = []
        for _ in range(12):
            try:
                done.append(_act(ledger, dice))
            except apsw.Error:
                assert not db.in_transaction
        disk.watch = lambda: None
        done.append(_act(ledger, dice))
        names = [event.name for event in read(db, retracted=True)]
        assert set(" ".join(done).split()) <= set(names)
        assert names == [f"device:{seq}" for seq in range(1, len(names) + 1)]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
        disk.unregister()
