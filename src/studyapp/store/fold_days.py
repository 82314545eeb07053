"""Answers a study day, summed as they are given, so that no figure has to read the whole log."""

import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.store.entry_form import READABLE_ANSWER, took_ms
from studyapp.store.event import Event
from studyapp.store.fold_memory import CRAM, REVIEW
from studyapp.store.moment import SECONDS
from studyapp.store.rebuilding import Told

LONGEST_ANSWER: Final = timedelta(minutes=2)
"""No answer counts for more time than this: longer ones were a pause."""

_ADD: Final = """
    INSERT INTO answer_day (day, offset_minutes, answers, again, took_ms, reviews, recalled)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (day, offset_minutes) DO UPDATE SET
        answers = answers + excluded.answers, again = again + excluded.again,
        took_ms = took_ms + excluded.took_ms,
        reviews = reviews + excluded.reviews, recalled = recalled + excluded.recalled"""

_FILL: Final = f"""
    INSERT INTO answer_day (day, offset_minutes, answers, again, took_ms, reviews, recalled)
    SELECT date({SECONDS} + offset_minutes * 60 - rollover_hour * 3600, 'unixepoch') AS day, offset_minutes,
           count(*),
           sum(json_extract(payload, '$.rating') = 1),
           sum(CASE WHEN json_type(payload, '$.took_ms') IN ('integer', 'real')
               THEN min(max(0, CAST(json_extract(payload, '$.took_ms') AS INTEGER)), :longest) ELSE 0 END),
           sum(json_extract(payload, '$.phase') IS 'review'),
           sum(json_extract(payload, '$.phase') IS 'review' AND json_extract(payload, '$.rating') <> 1)
    FROM events AS e
    WHERE kind IN ('review', 'cram') AND {READABLE_ANSWER}
      AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    GROUP BY day, offset_minutes"""  # noqa: S608 - a constant
_LONGEST_MS: Final = LONGEST_ANSWER // timedelta(milliseconds=1)


class DaysFold:
    """Keeps the table `answer_day`."""

    kinds = frozenset({REVIEW, CRAM})
    tables = ("answer_day",)

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Count one more answer."""
        db.execute(_ADD, _share(event, 1))

    def fill(self, db: sqlite3.Connection, _told: Told) -> None:
        """Sum up the whole log."""
        db.execute(_FILL, {"longest": _LONGEST_MS})

    def refold(
        self, db: sqlite3.Connection, _item: ItemId, before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """Take off the answers that no longer count, add those that now do."""
        was, now = {event.place for event in before}, {event.place for event in after}
        db.executemany(_ADD, [_share(event, -1) for event in before if event.place not in now])
        db.executemany(_ADD, [_share(event, 1) for event in after if event.place not in was])
        if before:
            db.execute("DELETE FROM answer_day WHERE answers = 0")


def _share(event: Event, sign: int) -> tuple[object, ...]:
    again = event.payload["rating"] == Rating.AGAIN
    review = event.payload.get("phase") == Phase.REVIEW
    took = min(took_ms(event.payload), _LONGEST_MS)
    sums = (1, int(again), took, int(review), int(review and not again))
    return event.day.isoformat(), event.offset_minutes, *(sign * part for part in sums)
