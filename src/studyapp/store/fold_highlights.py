"""What follows from the log about highlighted passages. A highlight is named by the entry that made it."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.moment import to_ms

HIGHLIGHT: Final = "highlight"
"""``{"quote", "before", "after", "place", "heading", "colour", "note"}``: a passage of an article was highlighted."""

HIGHLIGHT_CHANGED: Final = "highlight-changed"
"""``{"mark", "colour", "note"}``: it has another colour or note; what is not named stays."""

HIGHLIGHT_REMOVED: Final = "highlight-removed"
"""``{"mark"}``: it was taken away."""

_TEXTS: Final = ("quote", "before", "after", "heading", "colour", "note")


class HighlightsFold:
    """Keeps the table `highlight`."""

    kinds = frozenset({HIGHLIGHT, HIGHLIGHT_CHANGED, HIGHLIGHT_REMOVED})
    tables = ("highlight",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take in the newest entry of an article."""
        if event.kind == HIGHLIGHT:
            _make(db, event)
        elif event.kind == HIGHLIGHT_CHANGED:
            _change(db, event)
        else:
            db.execute("DELETE FROM highlight WHERE mark = ?", (str(event.payload.get("mark", "")),))

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Highlight an article anew."""
        db.execute("DELETE FROM highlight WHERE item = ?", (item,))
        for event in after:
            self.apply(db, event)


def _make(db: Connection, event: Event) -> None:
    said = event.payload
    quote, before, after, heading, colour, note = (str(said.get(name, "")) for name in _TEXTS)
    place = min(1.0, max(0.0, float(said.get("place", 0.0))))
    db.execute(
        "INSERT OR REPLACE INTO highlight"
        " (mark, item, quote, before, after, place, heading, colour, note, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (event.name, event.item, quote, before, after, place, heading, colour, note, to_ms(event.at)),
    )


def _change(db: Connection, event: Event) -> None:
    said = event.payload
    db.execute(
        "UPDATE highlight SET colour = coalesce(?, colour), note = coalesce(?, note) WHERE mark = ?",
        (said.get("colour"), said.get("note"), str(said.get("mark", ""))),
    )
