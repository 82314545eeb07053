"""What is known of each card, folded from its answers."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating
from studyapp.learning.scheduler import Scheduler
from studyapp.learning.study_day import day_of
from studyapp.store.entry_form import READABLE_ANSWER
from studyapp.store.event import Event
from studyapp.store.memory_row import read_memory
from studyapp.store.moment import from_ms, to_ms
from studyapp.store.rebuilding import Told

REVIEW: Final = "review"
"""``{"rating", "took_ms", "phase", "recall"}``: a card was answered. ``phase`` is where it stood before,
``recall`` the chance of recall that was expected then, absent for a new card.
"""

CRAM: Final = "cram"
"""``{"rating", "took_ms"}``: a card was answered before an exam, out of turn. It never changes a memory."""

RESET: Final = "reset"
"""``{}``: what was known of a card is forgotten; it is new again."""

_WRITE: Final = """
    INSERT INTO card_memory (item, phase, due_at, reviewed_at, stability, difficulty, step, reviews, lapses,
                             revision, first_day, last_day, wrong_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (item) DO UPDATE SET
        phase = excluded.phase, due_at = excluded.due_at, reviewed_at = excluded.reviewed_at,
        stability = excluded.stability, difficulty = excluded.difficulty, step = excluded.step,
        reviews = excluded.reviews, lapses = excluded.lapses, revision = excluded.revision,
        last_day = excluded.last_day, wrong_at = coalesce(excluded.wrong_at, wrong_at)"""

_ANSWERS: Final = f"""
    SELECT item, json_extract(payload, '$.rating'), at_utc, revision, offset_minutes, rollover_hour
    FROM events AS e
    WHERE kind IN ('review', 'reset') AND {READABLE_ANSWER}
      AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    ORDER BY +item, order_key, device, seq  -- sorting is quicker than looking up every row by the index"""  # noqa: S608 - a constant

RATINGS: Final = {int(rating): rating for rating in Rating}


class MemoryFold:
    """Keeps the table `card_memory`: the scheduler's state after the last answer that counts, since the last reset."""

    kinds = frozenset({REVIEW, RESET})
    tables = ("card_memory",)
    scheduled = tables

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """One more answer, or a fresh start."""
        if event.kind == RESET:
            db.execute("DELETE FROM card_memory WHERE item = ?", (event.item,))
            return
        before = read_memory(db, event.item)
        rating, day = rating_of(event), event.day
        after = self._scheduler.next(event.item, before, rating, event.at)
        wrong_at = to_ms(event.at) if rating is Rating.AGAIN else None
        _write(db, event.item, after, event.revision, day, day, wrong_at)

    def fill(self, db: sqlite3.Connection, told: Told) -> None:
        """Every card's answers, card after card."""
        rows, done = db.execute(_ANSWERS), 0
        for item, answers in groupby(rows, key=itemgetter(0)):
            entries = list(answers)
            done += len(entries)
            story = _since_reset(entries)
            if not story:
                continue
            memory = self._scheduler.replay(item, ((RATINGS[row[1]], from_ms(row[2])) for row in story))
            assert memory is not None
            first, last = _day(story[0]), _day(story[-1])
            wrong_at = next((row[2] for row in reversed(story) if row[1] == Rating.AGAIN), None)
            _write(db, item, memory, story[-1][3], first, last, wrong_at)
            told(done)

    def reschedule(self, db: sqlite3.Connection) -> None:
        """Every card's answers by the scheduler's present rules."""
        db.execute("DELETE FROM card_memory")
        self.fill(db, lambda _: None)

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """All answers since the last reset; a card that has none left is new again."""
        db.execute("DELETE FROM card_memory WHERE item = ?", (item,))
        at = max((n for n, event in enumerate(after) if event.kind == RESET), default=-1)
        answers = after[at + 1 :]
        memory = self._scheduler.replay(item, ((rating_of(event), event.at) for event in answers))
        if memory is not None:
            first, last = answers[0], answers[-1]
            _write(db, item, memory, last.revision, first.day, last.day, _wrong_at(answers))


def rating_of(event: Event) -> Rating:
    """The rating that an answer gave."""
    return RATINGS[event.payload["rating"]]


def _since_reset(entries: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The answers after the last entry without a rating, which is a reset."""
    for number in range(len(entries) - 1, -1, -1):
        if entries[number][1] is None:
            return entries[number + 1 :]
    return entries


def _wrong_at(answers: Sequence[Event]) -> int | None:
    wrong = (to_ms(event.at) for event in reversed(answers) if event.payload["rating"] == Rating.AGAIN)
    return next(wrong, None)


def _day(row: Sequence[Any]) -> date:
    return day_of(from_ms(row[2]), row[4], row[5])


def _write(
    db: sqlite3.Connection,
    item: ItemId,
    memory: Memory,
    revision: int,
    first_day: date,
    last_day: date,
    wrong_at: int | None,
) -> None:
    values = (
        item,
        memory.phase.value,
        to_ms(memory.due_at),
        to_ms(memory.reviewed_at),
        memory.stability,
        memory.difficulty,
        memory.step,
        memory.reviews,
        memory.lapses,
        revision,
        first_day.isoformat(),
        last_day.isoformat(),
        wrong_at,
    )
    db.execute(_WRITE, values)
