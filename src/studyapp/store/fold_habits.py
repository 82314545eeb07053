"""Answers by hour of the day, and what was recalled against what was expected, summed as they are given."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.store.entry_form import READABLE_ANSWER
from studyapp.store.event import Event
from studyapp.store.fold_memory import REVIEW
from studyapp.store.moment import SECONDS
from studyapp.store.rebuilding import Told

BINS: Final = 20
"""The expected chance of recall is sorted into so many bins of equal width."""

PRECISION: Final = 10_000
"""Expected chances are summed in whole parts of so many, so that the order of adding does not matter."""

_ADD_HOUR: Final = """
    INSERT INTO answer_hour (hour, answers, reviews, recalled) VALUES (?, ?, ?, ?)
    ON CONFLICT (hour) DO UPDATE SET answers = answers + excluded.answers,
        reviews = reviews + excluded.reviews, recalled = recalled + excluded.recalled"""
_ADD_BIN: Final = """
    INSERT INTO recall_bin (bin, reviews, recalled, expected) VALUES (?, ?, ?, ?)
    ON CONFLICT (bin) DO UPDATE SET reviews = reviews + excluded.reviews,
        recalled = recalled + excluded.recalled, expected = expected + excluded.expected"""

_FILL_HOURS: Final = f"""
    INSERT INTO answer_hour (hour, answers, reviews, recalled)
    SELECT (({SECONDS} + offset_minutes * 60) % 86400 + 86400) % 86400 / 3600 AS hour, count(*),
           sum(json_extract(payload, '$.phase') IS 'review'),
           sum(json_extract(payload, '$.phase') IS 'review' AND json_extract(payload, '$.rating') <> 1)
    FROM events AS e
    WHERE kind = 'review' AND {READABLE_ANSWER}
      AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    GROUP BY hour"""  # noqa: S608 - a constant
_FILL_BINS: Final = f"""
    INSERT INTO recall_bin (bin, reviews, recalled, expected)
    SELECT min(:last, CAST(share * :bins AS INTEGER)) AS bin, count(*), sum(recalled), sum(round(share * :precision))
    FROM (
        SELECT min(1.0, max(0.0, json_extract(payload, '$.recall'))) AS share, json_extract(payload, '$.rating') <> 1
        AS recalled FROM events AS e WHERE kind = 'review' AND {READABLE_ANSWER}
          AND CASE WHEN json_valid(payload) THEN json_extract(payload, '$.phase') = 'review'
              AND json_type(payload, '$.recall') IN ('integer', 'real') END
          AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    )
    GROUP BY bin"""  # noqa: S608 - a constant


class HabitsFold:
    """Keeps the tables `answer_hour` and `recall_bin`."""

    kinds = frozenset({REVIEW})
    tables = ("answer_hour", "recall_bin")

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Count one more answer."""
        _count(db, event, 1)

    def fill(self, db: sqlite3.Connection, _told: Told) -> None:
        """Sum up the whole log."""
        db.execute(_FILL_HOURS)
        db.execute(_FILL_BINS, {"bins": BINS, "last": BINS - 1, "precision": PRECISION})

    def refold(
        self, db: sqlite3.Connection, _item: ItemId, before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """Take off the answers that no longer count, add those that now do."""
        was, now = {event.place for event in before}, {event.place for event in after}
        for event in before:
            if event.place not in now:
                _count(db, event, -1)
        for event in after:
            if event.place not in was:
                _count(db, event, 1)
        if before:
            db.execute("DELETE FROM answer_hour WHERE answers = 0")
            db.execute("DELETE FROM recall_bin WHERE reviews = 0")


def _count(db: sqlite3.Connection, event: Event, sign: int) -> None:
    said = event.payload
    review = said.get("phase") == Phase.REVIEW
    recalled = review and said["rating"] != Rating.AGAIN
    hour = (event.at + timedelta(minutes=event.offset_minutes)).hour
    db.execute(_ADD_HOUR, (hour, sign, sign * review, sign * recalled))
    expected = said.get("recall")
    if review and isinstance(expected, int | float):
        share = min(1.0, max(0.0, float(expected)))
        bin_ = min(BINS - 1, int(share * BINS))
        db.execute(_ADD_BIN, (bin_, sign, sign * recalled, sign * round(share * PRECISION)))
