"""Reads what the log says about highlighted passages."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger
from studyapp.store.moment import from_ms

_ALL: Final = "SELECT mark, item, quote, before, after, place, heading, colour, note, made_at FROM highlight"


@dataclass(frozen=True, slots=True)
class HighlightRow:
    """A highlight as it was made. ``place`` is the share (0–1) of the article's text before it."""

    mark: str
    article: ItemId
    quote: str
    before: str
    after: str
    place: float
    heading: str
    colour: str
    note: str
    made_at: datetime


def highlights(ledger: Ledger) -> tuple[HighlightRow, ...]:
    """Every highlight, article by article, each in the order of its text."""
    return tuple(_row(row) for row in ledger.rows(f"{_ALL} ORDER BY item, place, made_at, mark"))


def highlights_of(ledger: Ledger, article: ItemId) -> tuple[HighlightRow, ...]:
    """The highlights of one article in the order of its text."""
    rows = ledger.rows(f"{_ALL} WHERE item = ? ORDER BY place, made_at, mark", (article,))
    return tuple(map(_row, rows))


def highlight(ledger: Ledger, mark: str) -> HighlightRow | None:
    """One highlight, or None."""
    rows = ledger.rows(f"{_ALL} WHERE mark = ?", (mark,))
    return _row(rows[0]) if rows else None


def card_notes(ledger: Ledger) -> tuple[tuple[ItemId, str], ...]:
    """The learner's notes on cards."""
    rows = ledger.rows("SELECT item, note FROM card_mark WHERE note <> '' ORDER BY item")
    return tuple((ItemId(item), note) for item, note in rows)


def _row(row: tuple[object, ...]) -> HighlightRow:
    mark, item, quote, before, after, place, heading, colour, note, made_at = row
    return HighlightRow(
        str(mark), ItemId(str(item)), str(quote), str(before), str(after), float(str(place)), str(heading),
        str(colour), str(note), from_ms(int(str(made_at))),
    )  # fmt: skip
