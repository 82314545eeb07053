"""What follows from the log about forecasts: those that were told, and how real exams went."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from sqlite3 import Connection
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.store.event import Event
from studyapp.store.moment import to_ms

TOLD: Final = "forecast"
"""``{"chance", "low", "high", "wide": [low, high], "answers", "areas": [[area, lost, gain], …]}``:

The learner was told this chance to pass a mock; kept by the mock's profile.
"""

RESULT: Final = "exam-result"
"""``{"certification", "day", "passed", "score"}``: how a real exam went, or ``{"removed": true}``.

``score`` is in per cent, None when it is not known.
"""

_TELL: Final = (
    "INSERT INTO forecast_told (profile, order_key, device, seq, at, day, chance, low, high, wide_low, wide_high,"
    " answers, areas) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class ForecastFold:
    """Keeps the table `forecast_told`."""

    kinds = frozenset({TOLD})
    tables = ("forecast_told",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take in one more forecast."""
        db.execute(_TELL, _told(event, event.payload))

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Take in all forecasts for one mock anew."""
        db.execute("DELETE FROM forecast_told WHERE profile = ?", (item,))
        db.executemany(_TELL, [_told(event, event.payload) for event in after])


class ResultFold:
    """Keeps the table `real_result`."""

    kinds = frozenset({RESULT})
    tables = ("real_result",)

    def apply(self, db: Connection, event: Event) -> None:
        """Take the newest account of an exam."""
        said = event.payload
        db.execute("DELETE FROM real_result WHERE item = ?", (event.item,))
        if said.get("removed"):
            return
        score = said.get("score")
        db.execute(
            "INSERT INTO real_result (item, certification, day, passed, score) VALUES (?, ?, ?, ?, ?)",
            (
                event.item,
                str(said["certification"]),
                date.fromisoformat(said["day"]).isoformat(),
                int(bool(said["passed"])),
                None if score is None else float(score),
            ),
        )

    def refold(self, db: Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]) -> None:
        """Go back to the newest account that counts, or to none."""
        db.execute("DELETE FROM real_result WHERE item = ?", (item,))
        if after:
            self.apply(db, after[-1])


def _told(event: Event, said: Mapping[str, Any]) -> tuple[object, ...]:
    shares = (said["chance"], said["low"], said["high"], *said["wide"])
    areas = json.dumps(said.get("areas", []), ensure_ascii=False, separators=(",", ":"))
    return (
        *(event.item, event.order, event.device, event.seq, to_ms(event.at), event.day.isoformat()),
        *map(float, shares),
        int(said["answers"]),
        areas,
    )
