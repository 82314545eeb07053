"""Reads which results of guided choices were kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A result that was kept: ``answers`` are names of answers by names of factors, ``day`` is the calendar's date."""

    id: ItemId
    choice: ItemId
    title: str
    day: date
    answers: Mapping[str, str]


def choice_rows(ledger: Ledger) -> tuple[ChoiceRow, ...]:
    """All results that were kept, the newest first."""
    rows = ledger.rows(
        "SELECT item, choice, title, (SELECT date(e.at_utc / 1000 + e.offset_minutes * 60, 'unixepoch')"
        " FROM events AS e WHERE e.item = k.item ORDER BY e.order_key LIMIT 1) AS kept_on, answers"
        " FROM choice_kept AS k ORDER BY kept_on DESC, item DESC"
    )
    return tuple(
        ChoiceRow(ItemId(item), ItemId(choice), title, date.fromisoformat(day), json.loads(answers))
        for item, choice, title, day, answers in rows
    )
