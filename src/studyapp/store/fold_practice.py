"""What follows from the log about question practice: every answer to every question."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.moment import to_ms

PRACTICE: Final = "practice-answer"
"""``{"area", "chosen": […], "right", "sure", "took_ms"}``: a question was answered in practice."""


class PracticeFold:
    """Keeps the table `practice_answer`."""

    kinds = frozenset({PRACTICE})
    tables = ("practice_answer",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take in an answer."""
        said = event.payload
        sure = said.get("sure")
        db.execute(
            "INSERT INTO practice_answer"
            " (question, order_key, device, seq, at, day, area, correct, sure, took_ms)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.item,
                event.order,
                event.device,
                event.seq,
                to_ms(event.at),
                event.day.isoformat(),
                str(said["area"]),
                int(bool(said["right"])),
                None if sure is None else int(bool(sure)),
                max(0, int(said.get("took_ms", 0))),
            ),
        )

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Take in all answers to one question anew."""
        db.execute("DELETE FROM practice_answer WHERE question = ?", (item,))
        for event in after:
            self.apply(db, event)
