"""Reads the answers of every card as FSRS is fitted to them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from studyapp.ids import ItemId
from studyapp.store.entry_form import READABLE_ANSWER
from studyapp.store.ledger import Ledger
from studyapp.store.moment import DAY_MS

_ANSWERS: Final = f"""
    SELECT item, json_extract(payload, '$.rating'), at_utc FROM events AS e
    WHERE kind IN ('review', 'reset') AND {READABLE_ANSWER}
      AND NOT EXISTS (SELECT 1 FROM retracted AS r WHERE r.device = e.device AND r.seq = e.seq)
    ORDER BY +item, order_key, device, seq"""  # noqa: S608 - a constant


def histories(ledger: Ledger) -> Iterator[tuple[ItemId, list[tuple[int, int]]]]:
    """Every card's answers: a rating from 1 to 4, and the whole days since the answer before, never fewer than 0.

    A card that was reset has a history before that and one after it.
    """
    for item, rows in groupby(ledger.rows(_ANSWERS), key=itemgetter(0)):
        for fresh, answers in groupby(rows, key=lambda row: row[1] is None):
            if not fresh:
                yield item, _spaced(list(answers))


def _spaced(answers: Sequence[tuple[Any, ...]]) -> list[tuple[int, int]]:
    story, last = [], answers[0][2]
    for _, rating, at in answers:
        story.append((rating, max(0, at - last) // DAY_MS))
        last = max(last, at)
    return story
