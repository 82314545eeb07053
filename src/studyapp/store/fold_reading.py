"""What follows from the log about reading: where each article was left, what is read, what is bookmarked."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.moment import to_ms

READING: Final = "reading"
"""``{"heading", "position", "reached", "took_ms", "read", "seen"}``: it was left there; ``read`` only where it changed,
``seen`` the fingerprints of paragraphs that were seen for the first time. Where older entries lack ``reached``, the
share behind the reader, ``position`` stands for it."""

BOOKMARK: Final = "bookmark"
"""``{"on"}``: an article was bookmarked or no longer is."""


class ReadingFold:
    """Keeps the tables `reading`, `bookmark` and `seen_passage`."""

    kinds = frozenset({READING, BOOKMARK})
    tables = ("reading", "bookmark", "seen_passage")

    def apply(self, db: Connection, event: Event) -> None:
        """Take in the newest entry of an article."""
        if event.kind == BOOKMARK:
            _keep_bookmark(db, event)
        else:
            _keep_position(db, event)
            _keep_seen(db, event)

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Tell an article's story anew."""
        db.execute("DELETE FROM reading WHERE item = ?", (item,))
        db.execute("DELETE FROM bookmark WHERE item = ?", (item,))
        db.execute("DELETE FROM seen_passage WHERE item = ?", (item,))
        for event in after:
            self.apply(db, event)


def _keep_position(db: Connection, event: Event) -> None:
    said = event.payload
    position = _share(said.get("position", 0.0))
    db.execute(
        "INSERT INTO reading (item, heading, position, reached, read, took_ms, left_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (item) DO UPDATE SET heading = excluded.heading, position = excluded.position,"
        " reached = excluded.reached, read = coalesce(?, reading.read), took_ms = reading.took_ms + excluded.took_ms,"
        " left_at = excluded.left_at",
        (
            event.item,
            str(said.get("heading", "")),
            position,
            _share(said.get("reached", position)),
            int(bool(said.get("read"))),
            max(0, int(said.get("took_ms", 0))),
            to_ms(event.at),
            int(bool(said["read"])) if "read" in said else None,
        ),
    )


def _share(told: Any) -> float:
    return min(1.0, max(0.0, float(told)))


def _keep_seen(db: Connection, event: Event) -> None:
    seen = event.payload.get("seen", ())
    sql = "INSERT INTO seen_passage (item, print) VALUES (?, ?) ON CONFLICT DO NOTHING"
    db.executemany(sql, [(event.item, str(each)) for each in seen] if isinstance(seen, list | tuple) else ())


def _keep_bookmark(db: Connection, event: Event) -> None:
    if event.payload.get("on"):
        sql = "INSERT INTO bookmark (item, added_at) VALUES (?, ?) ON CONFLICT (item) DO NOTHING"
        db.execute(sql, (event.item, to_ms(event.at)))
    else:
        db.execute("DELETE FROM bookmark WHERE item = ?", (event.item,))
