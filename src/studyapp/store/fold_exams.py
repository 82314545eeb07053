"""What follows from the log about exams: attempts, their papers, and which questions have been shown.

Everything of an attempt is recorded under the attempt's own identifier. Places count from 0, options bear the
author's numbers, ``elapsed_ms`` is the exam clock's time.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.moment import to_ms

BEGUN: Final = "exam-begun"
"""``{"profile", "head":

{…}, "seed", "places": [[question, revision, area, [order]], …]}``: a paper was drawn.
"""

SHOWN: Final = "exam-shown"
"""``{"number", "elapsed_ms", "text"}``: a question came into sight; its whole text the first time."""

ANSWER: Final = "exam-answer"
"""``{"number", "elapsed_ms", "chosen": […]}``, or ``"words"`` for an answer in the learner's own words."""

FLAG: Final = "exam-flag"
"""``{"number", "elapsed_ms", "on"}``: flagged for review, or no longer."""

TICK: Final = "exam-tick"
"""``{"elapsed_ms"}``: time went by without anything else to write down."""

HANDED_IN: Final = "exam-handed-in"
"""``{"elapsed_ms", "by": "learner" or "time", "gaps"}``: the paper was handed in."""

DISPUTE: Final = "exam-dispute"
"""``{"number", "on", "reason"}``:

The learner takes the key for wrong; the question is not scored meanwhile.
"""

OWN_MARK: Final = "exam-own-mark"
"""``{"number", "levels": […]}``: the learner's own marks of a free-text answer, 0 to 2 for each criterion."""


_TIMED: Final = frozenset({TICK, HANDED_IN})
"""Kinds that bring the list's time up to date; the others would write one page more for a few seconds."""


class ExamFold:
    """Keeps the tables `exam_attempt` and `exam_sheet`."""

    kinds = frozenset({BEGUN, SHOWN, ANSWER, FLAG, TICK, HANDED_IN, DISPUTE, OWN_MARK})
    tables = ("exam_attempt", "exam_sheet")

    def apply(self, db: Connection, event: Event) -> None:
        """Take in the newest entry of an attempt."""
        if event.kind == BEGUN:
            _begin(db, event)
            return
        said = event.payload
        if event.kind in _TIMED:
            sql = "UPDATE exam_attempt SET elapsed_ms = max(elapsed_ms, ?) WHERE attempt = ?"
            db.execute(sql, (int(said["elapsed_ms"]), event.item))
        if event.kind == SHOWN:
            _show(db, event)
        elif event.kind == ANSWER:
            _answer(db, event, frozenset(said.get("chosen", ())))
        elif event.kind == HANDED_IN:
            sql = "UPDATE exam_attempt SET handed_in_at = ? WHERE attempt = ?"
            db.execute(sql, (to_ms(event.at), event.item))
        elif event.kind == DISPUTE:
            sql = "UPDATE exam_sheet SET scored = ? WHERE attempt = ? AND number = ?"
            db.execute(sql, (int(not said["on"]), event.item, int(said["number"])))
        elif event.kind == OWN_MARK:
            sql = "UPDATE exam_sheet SET part = ? WHERE attempt = ? AND number = ?"
            db.execute(sql, (_own_share(said["levels"]), event.item, int(said["number"])))

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Tell an attempt's story anew."""
        db.execute("DELETE FROM exam_attempt WHERE attempt = ?", (item,))
        db.execute("DELETE FROM exam_sheet WHERE attempt = ?", (item,))
        for event in after:
            self.apply(db, event)


def _begin(db: Connection, event: Event) -> None:
    said = event.payload
    db.execute(
        "INSERT OR REPLACE INTO exam_attempt"
        " (attempt, profile, began_at, day, elapsed_ms, handed_in_at, head) VALUES (?, ?, ?, ?, 0, NULL, ?)",
        (
            event.item,
            str(said["profile"]),
            to_ms(event.at),
            event.day.isoformat(),
            _json({**said["head"], "seed": said["seed"]}),
        ),
    )
    db.executemany(
        "INSERT OR REPLACE INTO exam_sheet (attempt, number, question, revision, area, shown_at, key, chosen,"
        " correct, part, scored) VALUES (?, ?, ?, ?, ?, NULL, '[]', '[]', 0, 0.0, 1)",
        [
            (event.item, number, question, revision, area)
            for number, (question, revision, area, _order) in enumerate(said["places"])
        ],
    )


def _show(db: Connection, event: Event) -> None:
    said = event.payload
    text: Mapping[str, Any] | None = said.get("text")
    if text is None:
        return
    key = [number for number, option in enumerate(text["options"]) if option["right"]]
    db.execute(
        "UPDATE exam_sheet SET shown_at = coalesce(shown_at, ?), shown_in = coalesce(shown_in, ?), key = ?,"
        " area = coalesce(?, area) WHERE attempt = ? AND number = ?",
        (to_ms(event.at), event.order, _json(key), text.get("area"), event.item, int(said["number"])),
    )


def _answer(db: Connection, event: Event, chosen: frozenset[int]) -> None:
    place = (event.item, int(event.payload["number"]))
    row = db.execute("SELECT key FROM exam_sheet WHERE attempt = ? AND number = ?", place).fetchone()
    if row is None:
        return
    from studyapp.learning.marking import mark  # no start needs it

    found = mark(frozenset(json.loads(row[0])), chosen)
    db.execute(
        "UPDATE exam_sheet SET chosen = ?, correct = ?, part = ? WHERE attempt = ? AND number = ?",
        (_json(sorted(chosen)), int(found.right), float(found.partial), *place),
    )


def _own_share(levels: Collection[int]) -> float:
    """The share of criteria that were met; exceeding counts as meeting."""
    return sum(min(level, 1) for level in levels) / len(levels) if levels else 0.0


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
