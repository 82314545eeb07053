"""The append-only log in SQLite: how entries are written, named, ordered and read."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.store.entry_form import ANSWERS, READABLE_ANSWER, body_of, in_time
from studyapp.store.event import RETRACT, Event
from studyapp.store.moment import from_ms, to_ms

_INSERT: Final = """
    INSERT INTO events (order_key, device, seq, at_utc, offset_minutes, rollover_hour,
                        kind, item, revision, payload, payload_version)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SELECT: Final = """
    SELECT order_key, device, seq, at_utc, offset_minutes, rollover_hour,
           kind, item, revision, CAST(payload AS BLOB), payload_version
    FROM events AS e"""
_COUNTS: Final = "NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)"
_NAMED: Final = f"""
    SELECT CAST(device AS BLOB), seq, CAST(kind AS BLOB), CAST(item AS BLOB), at_utc, offset_minutes, rollover_hour,
           CAST(payload AS BLOB)
    FROM events WHERE kind NOT IN {ANSWERS} OR device || item GLOB '*[^ -~]*' OR NOT coalesce({READABLE_ANSWER}, 0)
    ORDER BY order_key, device, seq"""  # noqa: S608 - constants
_COUNTER_BITS: Final = 16
_WRITE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An entry that was damaged on the disk: what is left to name it by."""

    device: str
    seq: int
    kind: str
    item: str


def next_order(at_ms: int, highest: int) -> int:
    """The order key of a new entry, above every key seen: milliseconds of the clock, then a counter.

    A hybrid logical clock after Kulkarni et al., "Logical Physical Clocks" (2014): a clock set back goes on
    counting from the highest key, so history never changes its order.
    """
    return max(at_ms << _COUNTER_BITS, highest + 1)


def order_floor(at_ms: int) -> int:
    """The lowest order key that an entry of that moment or later can have."""
    return at_ms << _COUNTER_BITS


def insert(db: sqlite3.Connection, event: Event) -> None:
    """Write one entry. Raises IntegrityError when the device has used the number already."""
    db.execute(_INSERT, _row(event))


def highest_order(db: sqlite3.Connection) -> int:
    """The highest order key seen, 0 in an empty log."""
    return int(db.execute("SELECT coalesce(max(order_key), 0) FROM events").fetchone()[0])


def last_seq(db: sqlite3.Connection, device: str) -> int:
    """The number of a device's last entry, 0 when there is none."""
    return int(
        db.execute("SELECT coalesce(max(seq), 0) FROM events WHERE device = ?", (device,)).fetchone()[0]
    )


def find(db: sqlite3.Connection, name: str) -> Event | None:
    """The entry of that name (``device:seq``), or None, also when it cannot be read."""
    device, _, seq = name.rpartition(":")
    sql = f"{_SELECT} WHERE device = ? AND seq = ?"
    row = db.execute(sql, (device, int(seq))).fetchone()
    return _event(row) if row else None


def is_there(db: sqlite3.Connection, event: Event) -> bool:
    """Whether an entry of that name stands in the log, readable or not."""
    sql = "SELECT 1 FROM events WHERE device = ? AND seq = ?"
    return db.execute(sql, (event.device, event.seq)).fetchone() is not None


def unreadable(db: sqlite3.Connection) -> Iterator[Unreadable]:
    """The entries that cannot be read, in the order of the log; all others are looked at."""
    for device, seq, kind, item, *when, payload in db.execute(_NAMED):
        names = device, kind, item
        name, kind_, item_ = (raw.decode("utf-8", "replace") for raw in names)
        whole = tuple(each.encode() for each in (name, kind_, item_)) == names
        if not (whole and in_time(*when) and body_of(kind_, item_, payload) is not None):
            yield Unreadable(name, seq, kind_, item_)


def read(
    db: sqlite3.Connection,
    *,
    kind: str | None = None,
    item: ItemId | None = None,
    since: int = 0,
    newest_first: bool = False,
    retracted: bool = False,
    answers: bool = True,
) -> Iterator[Event]:
    """Entries in the order of the log; those taken back, and retractions, only with ``retracted``.

    Those that were damaged on the disk are left out, as are entries whose order key lies below ``since``. Without
    ``answers`` those to cards are passed over.
    """
    terms, values = ["e.order_key >= ?"], [since]
    query: list[Any] = values
    if kind is not None:
        terms.append("e.kind = ?" if kind == "review" else "e.kind <> 'review' AND e.kind = ?")
        query.append(kind)
    if item is not None:
        terms.append("e.item = ?")
        query.append(item)
    if not answers:
        terms.append("+e.kind <> 'review'")  # an item's own entries are fewer than all that are no answers
    if not retracted:
        terms += [_COUNTS, f"e.kind <> '{RETRACT}'"]
    way = "DESC" if newest_first else "ASC"
    order = f"e.order_key {way}, e.device {way}, e.seq {way}"
    sql = " ".join((_SELECT, "WHERE", " AND ".join(terms), "ORDER BY", order))
    return filter(None, map(_event, db.execute(sql, query)))


def stories(db: sqlite3.Connection, kinds: Collection[str], *, answers: bool) -> Iterator[list[Event]]:
    """For every item that has entries of these kinds, all its entries in order, with or without answers."""
    marks = ", ".join("?" * len(kinds))
    items = f"SELECT item FROM events WHERE kind <> 'review' AND kind IN ({marks})"  # noqa: S608 - only marks
    which = "" if answers else "AND kind <> 'review'"
    sql = f"{_SELECT} WHERE item IN ({items}) {which} ORDER BY item, order_key, device, seq"
    for _, rows in groupby(db.execute(sql, tuple(kinds)), key=itemgetter(7)):
        yield [event for event in map(_event, rows) if event is not None]


def counting(story: Sequence[Event]) -> list[Event]:
    """The entries of one item that count: not taken back by a retraction that itself counts.

    A retraction stands after what it takes back and carries the same item, so one look from the end settles
    all.
    """
    gone: set[str] = set()
    kept: list[Event] = []
    for event in reversed(story):
        if event.name in gone:
            continue
        if event.kind == RETRACT:
            gone.add(str(event.payload["target"]))
        else:
            kept.append(event)
    kept.reverse()
    return kept


def taken_back(story: Sequence[Event]) -> set[tuple[str, int]]:
    """Device and number of the entries of one item, retractions among them, that no longer count."""
    gone: set[str] = set()
    for event in reversed(story):
        if event.kind == RETRACT and event.name not in gone:
            gone.add(str(event.payload["target"]))
    return {(event.device, event.seq) for event in story if event.name in gone}


def insert_all(db: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Write many entries."""
    db.executemany(_INSERT, map(_row, events))


def _row(event: Event) -> tuple[object, ...]:
    payload = _WRITE(dict(event.payload))
    return (
        event.order,
        event.device,
        event.seq,
        to_ms(event.at),
        event.offset_minutes,
        event.rollover_hour,
        event.kind,
        event.item,
        event.revision,
        payload,
        event.payload_version,
    )


def _event(row: Sequence[Any]) -> Event | None:
    order, device, seq, at, offset, rollover, kind, item, revision, payload, version = row
    body = body_of(kind, item, payload)
    if body is None or not in_time(at, offset, rollover):
        return None
    return Event(device, seq, order, from_ms(at), offset, rollover, kind, item, revision, body, version)
