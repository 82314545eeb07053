"""What follows from the log about exercises made from tables: memory by exercise, and every place asked about."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Memory
from studyapp.learning.scheduler import Scheduler
from studyapp.store.entry_form import took_ms
from studyapp.store.event import Event
from studyapp.store.event_log import counting, stories
from studyapp.store.fold_memory import rating_of
from studyapp.store.memory_row import MEMORY_COLUMNS, memory_from
from studyapp.store.moment import to_ms

DRILL: Final = "drill"
"""``{"rating", "took_ms", "places": [{"cell", "right", "asked", "taken", "others": […]}]}``: an exercise was
answered. A place is a cell asked about and whether it was right; ``asked`` is the thing whose statement it was,
``taken`` the thing that the learner took it for, both absent where the answer tells nothing about a pair.
"""

_READ: Final = f"SELECT {MEMORY_COLUMNS} FROM drill_memory WHERE item = ?"  # noqa: S608 - a constant
_KEEP: Final = (
    f"REPLACE INTO drill_memory (item, {MEMORY_COLUMNS}, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
)
_ADD: Final = "INSERT INTO drill_answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class DrillFold:
    """Keeps the tables `drill_memory` and `drill_answer`."""

    kinds = frozenset({DRILL})
    tables = ("drill_memory", "drill_answer")
    scheduled = ("drill_memory",)

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """One more answer."""
        row = db.execute(_READ, (event.item,)).fetchone()
        before = memory_from(row) if row else None
        _keep(db, event, self._scheduler.next(event.item, before, rating_of(event), event.at))
        _add(db, event)

    def reschedule(self, db: sqlite3.Connection) -> None:
        """Every exercise's answers by the scheduler's present rules; the places asked about stay as they are."""
        db.execute("DELETE FROM drill_memory")
        for story in stories(db, self.kinds, answers=False):
            self._remember(db, [event for event in counting(story) if event.kind == DRILL])

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """All answers from the first; an exercise that has none left was never asked."""
        for table in self.tables:
            db.execute(f"DELETE FROM {table} WHERE item = ?", (item,))  # noqa: S608 - constants
        self._remember(db, after)
        for event in after:
            _add(db, event)

    def _remember(self, db: sqlite3.Connection, story: Sequence[Event]) -> None:
        if story:
            answers = ((rating_of(event), event.at) for event in story)
            memory = self._scheduler.replay(story[0].item, answers)
            assert memory is not None
            _keep(db, story[-1], memory)


def _keep(db: sqlite3.Connection, event: Event, memory: Memory) -> None:
    due, reviewed = to_ms(memory.due_at), to_ms(memory.reviewed_at)
    state = memory.phase.value, memory.step, memory.reviews, memory.lapses
    db.execute(
        _KEEP, (event.item, memory.stability, memory.difficulty, due, reviewed, *state, event.revision)
    )


def _add(db: sqlite3.Connection, event: Event) -> None:
    name = event.item, event.order, event.device, event.seq
    answer_took = took_ms(event.payload)
    for number, place in enumerate(event.payload["places"]):
        said = str(place["cell"]), int(bool(place["right"])), str(place.get("asked", ""))
        others = json.dumps(place.get("others", []), ensure_ascii=False)
        when = to_ms(event.at), event.day.isoformat()
        took = 0 if number else answer_took
        db.execute(_ADD, (*name, number, *when, *said, str(place.get("taken", "")), others, took))
