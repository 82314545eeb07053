"""A card's memory as a row of the table `card_memory`."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory, Phase
from studyapp.store.moment import from_ms

MEMORY_COLUMNS: Final = "stability, difficulty, due_at, reviewed_at, phase, step, reviews, lapses"
_READ: Final = f"SELECT {MEMORY_COLUMNS} FROM card_memory WHERE item = ?"  # noqa: S608 - a constant


def read_memory(db: sqlite3.Connection, item: ItemId) -> Memory | None:
    """What is known of a card, None when it was never answered."""
    row = db.execute(_READ, (item,)).fetchone()
    return memory_from(row) if row else None


def memory_from(row: Sequence[Any]) -> Memory:
    """The memory that a row of `MEMORY_COLUMNS` holds."""
    stability, difficulty, due_at, reviewed_at, phase, step, reviews, lapses = row
    return Memory(
        stability, difficulty, from_ms(due_at), from_ms(reviewed_at), Phase(phase), step, reviews, lapses
    )
