"""What is known of each card, folded from its answers."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating
from studyapp.learning.scheduler import Scheduler
from studyapp.store.event import Event
from studyapp.store.memory_row import read_memory
from studyapp.store.moment import to_ms

REVIEW: Final = "review"
"""``{"rating", "took_ms", "phase", "recall"}``: a card was answered. ``phase`` is where it stood before,
``recall`` the chance of recall that was expected then, absent for a new card.
"""

_WRITE: Final = """
    INSERT INTO card_memory (item, phase, due_at, reviewed_at, stability, difficulty, step, reviews, lapses,
                             revision, first_day, last_day, wrong_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (item) DO UPDATE SET
        phase = excluded.phase, due_at = excluded.due_at, reviewed_at = excluded.reviewed_at,
        stability = excluded.stability, difficulty = excluded.difficulty, step = excluded.step,
        reviews = excluded.reviews, lapses = excluded.lapses, revision = excluded.revision,
        last_day = excluded.last_day, wrong_at = coalesce(excluded.wrong_at, wrong_at)"""


class MemoryFold:
    """Keeps the table `card_memory`: the scheduler's state after the last answer that counts."""

    kinds = frozenset({REVIEW})
    tables = ("card_memory",)

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """One more answer."""
        before = read_memory(db, event.item)
        after = self._scheduler.next(event.item, before, rating_of(event), event.at)
        _write(db, after, event, event, _wrong_at([event]))

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """All answers from the first; a card that has none left is new again."""
        db.execute("DELETE FROM card_memory WHERE item = ?", (item,))
        memory = self._scheduler.replay(item, ((rating_of(event), event.at) for event in after))
        if memory is not None:
            _write(db, memory, after[0], after[-1], _wrong_at(after))


def rating_of(event: Event) -> Rating:
    """The rating that an answer gave."""
    return Rating(event.payload["rating"])


def _wrong_at(answers: Sequence[Event]) -> int | None:
    wrong = (to_ms(event.at) for event in reversed(answers) if event.payload["rating"] == Rating.AGAIN)
    return next(wrong, None)


def _write(db: sqlite3.Connection, memory: Memory, first: Event, last: Event, wrong_at: int | None) -> None:
    values = (
        last.item,
        memory.phase.value,
        to_ms(memory.due_at),
        to_ms(memory.reviewed_at),
        memory.stability,
        memory.difficulty,
        memory.step,
        memory.reviews,
        memory.lapses,
        last.revision,
        first.day.isoformat(),
        last.day.isoformat(),
        wrong_at,
    )
    db.execute(_WRITE, values)
