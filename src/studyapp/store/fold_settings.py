"""The learner's settings, folded from the log: the newest value of each name counts."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, Final

from studyapp.ids import ItemId, item_id, name_of
from studyapp.learning.schedule_rules import NAMES, rules_of
from studyapp.learning.scheduler import Scheduler
from studyapp.store import event_log
from studyapp.store.event import Event
from studyapp.store.rebuilding import Told

KIND: Final = "setting"


def setting_item(name: str) -> ItemId:
    """What a setting's entries are kept by."""
    return item_id("studyapp", KIND, name)


def settings(db: sqlite3.Connection) -> Mapping[str, Any]:
    """Every setting that was ever changed, by name; one that the disk damaged is passed over until a rebuild."""
    kept = {}
    for name, value in db.execute("SELECT CAST(name AS BLOB), CAST(value AS BLOB) FROM setting"):
        with suppress(ValueError):
            kept[name.decode()] = json.loads(value.decode())
    return kept


class SettingsFold:
    """Keeps the table `setting` from entries ``setting {value}``, and the scheduler by the rules among them.

    What was scheduled by other rules is made anew by the ledger, at the end of the same transaction.
    """

    kinds = frozenset({KIND})
    tables = ("setting",)

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Take the new value."""
        _keep(db, event)
        self._follow(db, name_of(event.item))

    def fill(self, db: sqlite3.Connection, _told: Told) -> None:
        """All values that count, in the order of the log, before anything is scheduled by them."""
        for event in event_log.read(db, kind=KIND):
            _keep(db, event)
        self._scheduler.follow(rules_of(settings(db)))

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """Go back to the newest value that counts, or to none."""
        db.execute("DELETE FROM setting WHERE name = ?", (name_of(item),))
        if after:
            _keep(db, after[-1])
        self._follow(db, name_of(item))

    def _follow(self, db: sqlite3.Connection, name: str) -> None:
        if name in NAMES:
            self._scheduler.follow(rules_of(settings(db)))


def _keep(db: sqlite3.Connection, event: Event) -> None:
    value = json.dumps(event.payload["value"], ensure_ascii=False)
    db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name_of(event.item), value))
