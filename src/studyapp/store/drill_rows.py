"""Reads what the log says about exercises made from tables."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.confusion import Taken, faded
from studyapp.learning.memory import Memory
from studyapp.store.ledger import Ledger
from studyapp.store.memory_row import MEMORY_COLUMNS, memory_from

LATELY: Final = 2000
"""So many of the last answers are looked at to tell what is mixed up; older ones have faded."""


@dataclass(frozen=True, slots=True)
class Drilled:
    """An exercise's memory, and the revision of its cell when it was last answered."""

    memory: Memory
    revision: int


@dataclass(frozen=True, slots=True)
class CellAnswers:
    """How often a cell was asked about, how often that was right, and whether it was the last time."""

    answers: int
    right: int
    last_right: bool


def drilled(ledger: Ledger) -> Mapping[ItemId, Drilled]:
    """Every exercise that was ever answered."""
    rows = ledger.rows(f"SELECT item, {MEMORY_COLUMNS}, revision FROM drill_memory")  # noqa: S608 - constants
    return {row[0]: Drilled(memory_from(row[1:-1]), row[-1]) for row in rows}


def cell_answers(ledger: Ledger) -> Mapping[ItemId, CellAnswers]:
    """Every cell that was ever asked about."""
    rows = ledger.rows(
        "SELECT cell, count(*), sum(correct), correct, max(order_key) FROM drill_answer GROUP BY cell"
    )  # SQLite takes a bare column from the row that has the maximum
    return {cell: CellAnswers(count, right, bool(last)) for cell, count, right, last, _ in rows}


def missed_lately(ledger: Ledger) -> Mapping[ItemId, float]:
    """How much each cell was lately missed: 1 for a miss, fading with every further answer about it."""
    rows = ledger.rows(
        "SELECT cell, correct FROM (SELECT * FROM drill_answer ORDER BY order_key DESC LIMIT ?) ORDER BY order_key",
        (LATELY,),
    )
    found: dict[ItemId, float] = {}
    for cell, correct in rows:
        found[cell] = faded(found.get(cell, 0.0), miss=not correct)
    return found


def taken_in(ledger: Ledger, cell: ItemId) -> tuple[Taken, ...]:
    """What was taken for what in the answers about one cell that were wrong, the last one first."""
    rows = ledger.rows(
        "SELECT asked, taken FROM drill_answer WHERE cell = ? AND asked <> taken ORDER BY order_key DESC",
        (cell,),
    )
    return tuple(Taken(asked, chosen) for asked, chosen in rows)


def taken(ledger: Ledger) -> tuple[Taken, ...]:
    """What was lately taken for what, in the order of the log."""
    return tuple(answer for _, answer in taken_in_order(ledger))


def taken_in_order(ledger: Ledger) -> tuple[tuple[int, Taken], ...]:
    """The same, each with its place in the log."""
    rows = ledger.rows(
        "SELECT order_key, asked, taken, others FROM (SELECT * FROM drill_answer WHERE asked <> ''"
        " ORDER BY order_key DESC, device DESC, seq DESC, place DESC LIMIT ?)"
        " ORDER BY order_key, device, seq, place",
        (LATELY,),
    )
    return tuple(
        (place, Taken(asked, chosen, frozenset(json.loads(others)))) for place, asked, chosen, others in rows
    )


def drill_time(ledger: Ledger) -> Mapping[date, tuple[int, timedelta]]:
    """Exercises answered and the time they took, by study day."""
    rows = ledger.rows("SELECT day, sum(place = 0), sum(took_ms) FROM drill_answer GROUP BY day ORDER BY day")
    return {
        date.fromisoformat(day): (int(count), timedelta(milliseconds=int(took))) for day, count, took in rows
    }
