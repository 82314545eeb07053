"""The learner's settings, folded from the log: the newest value of each name counts."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Final

from studyapp.ids import ItemId, item_id, name_of
from studyapp.store.event import Event

KIND: Final = "setting"


def setting_item(name: str) -> ItemId:
    """What a setting's entries are kept by."""
    return item_id("studyapp", KIND, name)


def settings(db: sqlite3.Connection) -> Mapping[str, Any]:
    """Every setting that was ever changed, by name."""
    return {name: json.loads(value) for name, value in db.execute("SELECT name, value FROM setting")}


class SettingsFold:
    """Keeps the table `setting` from entries ``setting {value}``."""

    kinds = frozenset({KIND})
    tables = ("setting",)

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Take the new value."""
        value = json.dumps(event.payload["value"], ensure_ascii=False)
        db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", (name_of(event.item), value))

    def refold(
        self, db: sqlite3.Connection, item: ItemId, _before: Sequence[Event], after: Sequence[Event]
    ) -> None:
        """Go back to the newest value that counts, or to none."""
        db.execute("DELETE FROM setting WHERE name = ?", (name_of(item),))
        if after:
            self.apply(db, after[-1])
