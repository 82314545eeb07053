"""What follows from the log about results of guided choices that were kept."""

import json
from collections.abc import Sequence
from sqlite3 import Connection
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.event import Event

CHOICE: Final = "choice"
"""``{"choice", "title", "answers": {factor: answer}}``: a result that was kept, or ``{"removed": true}``."""


class ChoiceFold:
    """Keeps the table `choice_kept`."""

    kinds = frozenset({CHOICE})
    tables = ("choice_kept",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take the newest word on a result."""
        said = event.payload
        db.execute("DELETE FROM choice_kept WHERE item = ?", (event.item,))
        if said.get("removed"):
            return
        answers = {str(factor): str(answer) for factor, answer in said["answers"].items()}
        db.execute(
            "INSERT INTO choice_kept (item, choice, title, day, answers) VALUES (?, ?, ?, ?, ?)",
            (
                event.item,
                str(said["choice"]),
                str(said["title"]),
                event.day.isoformat(),
                json.dumps(answers, ensure_ascii=False),
            ),
        )

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Go back to the newest word that counts, or to nothing."""
        db.execute("DELETE FROM choice_kept WHERE item = ?", (item,))
        if after:
            self.apply(db, after[-1])
