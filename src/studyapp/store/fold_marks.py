"""What the learner has said about each card: suspended, buried, flagged, noted. The newest word counts."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.event import Event

SUSPEND: Final = "suspend"
"""``{"on"}``: never to be asked, or to be asked again."""

BURY: Final = "bury"
"""``{"until"}``: not to be asked before that study day, written as ``YYYY-MM-DD``."""

FLAG: Final = "flag"
"""``{"on"}``: marked by the learner to be found again."""

NOTE: Final = "note"
"""``{"text"}``: the learner's own words; empty text takes them away."""

_SET: Final = {
    SUSPEND: "INSERT INTO card_mark (item, suspended) VALUES (?, ?)"
    " ON CONFLICT (item) DO UPDATE SET suspended = excluded.suspended",
    BURY: "INSERT INTO card_mark (item, buried_until) VALUES (?, ?)"
    " ON CONFLICT (item) DO UPDATE SET buried_until = excluded.buried_until",
    FLAG: "INSERT INTO card_mark (item, flagged) VALUES (?, ?)"
    " ON CONFLICT (item) DO UPDATE SET flagged = excluded.flagged",
    NOTE: "INSERT INTO card_mark (item, note) VALUES (?, ?)"
    " ON CONFLICT (item) DO UPDATE SET note = excluded.note",
}


class MarksFold:
    """Keeps the table `card_mark`."""

    kinds = frozenset(_SET)
    tables = ("card_mark",)

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Take the newest word."""
        db.execute(_SET[event.kind], (event.item, _said(event)))

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """Hear all words again."""
        db.execute("DELETE FROM card_mark WHERE item = ?", (item,))
        for event in after:
            self.apply(db, event)


def _said(event: Event) -> object:
    if event.kind == BURY:
        return str(event.payload["until"])
    if event.kind == NOTE:
        return str(event.payload["text"])
    return int(bool(event.payload["on"]))
