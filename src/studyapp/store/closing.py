"""How the database was left: whether it is still as it was when it was last closed in good order."""

import json
from pathlib import Path

from studyapp.store.durable import write_text
from studyapp.store.places import Places

Left = dict[str, int]
"""Size and time of change of a database file."""


def left_well(places: Places) -> Left | None:
    """The note of the last closing, when the database is still exactly so; else None."""
    try:
        left: Left = json.loads(places.closed_well.read_text("utf-8"))
        _, write_ahead, _ = places.with_write_ahead()
        empty = not write_ahead.exists() or write_ahead.stat().st_size == 0
        return left if empty and left == _outside(places.database) else None
    except (OSError, ValueError):
        return None


def closed_well(places: Places) -> bool:
    """Whether the database is as it was left when it was last closed in good order."""
    return left_well(places) is not None


def note_closed(places: Places) -> None:
    """Keep in mind how the database was left."""
    write_text(places.closed_well, json.dumps(_outside(places.database)))


def _outside(path: Path) -> Left:
    seen = path.stat()
    return {"size": seen.st_size, "changed": seen.st_mtime_ns}
