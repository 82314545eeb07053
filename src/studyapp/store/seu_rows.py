"""Reads the learner's list of hours of learning."""

from dataclasses import dataclass
from datetime import date

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class SeuEntry:
    """Something learned on a day; an hour of it is one SEU."""

    id: ItemId
    day: date
    title: str
    category: str
    minutes: int
    note: str


def seu_entries(ledger: Ledger) -> tuple[SeuEntry, ...]:
    """All entries, the newest day first."""
    rows = ledger.rows(
        "SELECT item, day, title, category, minutes, note FROM seu_entry ORDER BY day DESC, title, item"
    )
    return tuple(SeuEntry(ItemId(item), date.fromisoformat(day), *rest) for item, day, *rest in rows)
