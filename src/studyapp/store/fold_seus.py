"""What follows from the log about hours of learning for the renewal of a certificate (SEUs)."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.event import Event

SEU: Final = "seu"
"""``{"day", "title", "category", "minutes", "note"}``: one entry of the learner's list, or ``{"removed": true}``."""


class SeuFold:
    """Keeps the table `seu_entry`."""

    kinds = frozenset({SEU})
    tables = ("seu_entry",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take the newest account of an entry."""
        said = event.payload
        db.execute("DELETE FROM seu_entry WHERE item = ?", (event.item,))
        if said.get("removed"):
            return
        db.execute(
            "INSERT INTO seu_entry (item, day, title, category, minutes, note) VALUES (?, ?, ?, ?, ?, ?)",
            (
                event.item,
                date.fromisoformat(said["day"]).isoformat(),
                str(said["title"]),
                str(said.get("category", "")),
                int(said["minutes"]),
                str(said.get("note", "")),
            ),
        )

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Go back to the newest account that counts, or to none."""
        db.execute("DELETE FROM seu_entry WHERE item = ?", (item,))
        if after:
            self.apply(db, after[-1])
