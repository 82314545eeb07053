"""Reads what the log says about reading."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from studyapp.ids import ItemId
from studyapp.learning.study_day import StudyDay
from studyapp.store.entry_form import IN_TIME
from studyapp.store.event_log import order_floor
from studyapp.store.fold_reading import READING
from studyapp.store.ledger import Ledger
from studyapp.store.moment import SECONDS, from_ms, to_ms

_ALL = "SELECT item, heading, position, reached, read, took_ms, left_at FROM reading"

_BY_DAY = f"""
    SELECT date({SECONDS} + offset_minutes * 60 - rollover_hour * 3600, 'unixepoch') AS day,
           sum(max(0, CAST(coalesce(json_extract(payload, '$.took_ms'), 0) AS INTEGER)))
    FROM events AS e
    WHERE kind <> 'review' AND kind = ?  -- the former lets the index on kinds serve
      AND json_valid(payload) AND {IN_TIME}
      AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    GROUP BY day"""  # noqa: S608 - a constant


@dataclass(frozen=True, slots=True)
class ReadingState:
    """Where an article was left.

    ``position`` is the share (0–1) of its text above the window, ``reached`` the share behind the reader.
    """

    heading: str
    position: float
    reached: float
    read: bool
    took: timedelta
    left_at: datetime


def reading_states(ledger: Ledger) -> Mapping[ItemId, ReadingState]:
    """Every article that was opened, the last one left first."""
    rows = ledger.rows(_ALL + " ORDER BY left_at DESC, item")
    return {row[0]: _state(*row[1:]) for row in rows}


def reading_state(ledger: Ledger, item: ItemId) -> ReadingState | None:
    """Where one article was left; None when it never was opened."""
    rows = ledger.rows(_ALL + " WHERE item = ?", (item,))
    return _state(*rows[0][1:]) if rows else None


def read_articles(ledger: Ledger) -> frozenset[ItemId]:
    """The articles that are read."""
    return frozenset(row[0] for row in ledger.rows("SELECT item FROM reading WHERE read"))


def bookmarks(ledger: Ledger) -> tuple[ItemId, ...]:
    """Bookmarked articles, the newest first."""
    return tuple(row[0] for row in ledger.rows("SELECT item FROM bookmark ORDER BY added_at DESC, item"))


def seen_passages(ledger: Ledger, article: ItemId) -> frozenset[str]:
    """The fingerprints of an article's paragraphs that were seen."""
    return frozenset(
        row[0] for row in ledger.rows("SELECT print FROM seen_passage WHERE item = ?", (article,))
    )


def read_on(ledger: Ledger, day: StudyDay) -> timedelta:
    """How long articles were read on a study day."""
    earliest = order_floor(to_ms(day.starts_at - timedelta(days=1)))
    entries = (event for event in ledger.events(READING, since=earliest) if event.day == day.date)
    return timedelta(milliseconds=sum(max(0, int(event.payload.get("took_ms", 0))) for event in entries))


def reading_days(ledger: Ledger) -> Mapping[date, timedelta]:
    """How long articles were read on each study day."""
    rows = ledger.rows(_BY_DAY, (READING,))
    return {date.fromisoformat(day): timedelta(milliseconds=took) for day, took in rows}


def _state(
    heading: str, position: float, reached: float, read: int, took_ms: int, left_at: int
) -> ReadingState:
    took = timedelta(milliseconds=took_ms)
    return ReadingState(heading, position, reached, bool(read), took, from_ms(left_at))
