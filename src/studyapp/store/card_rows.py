"""Reads what the log says about cards: memory, marks, what is due, what was answered today."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from studyapp.ids import ItemId
from studyapp.learning.due_queue import Asked, Step
from studyapp.learning.memory import Memory, Phase
from studyapp.store.event_log import order_floor
from studyapp.store.fold_memory import CRAM, REVIEW
from studyapp.store.ledger import Ledger
from studyapp.store.memory_row import MEMORY_COLUMNS, memory_from
from studyapp.store.moment import DAY_MS, from_ms, to_ms

_WIDEST_OFFSET: Final = timedelta(hours=15)
"""No clock in the world is farther ahead of UTC."""

_FEW: Final = 500
"""Up to so many cards are looked up one by one; for more, the whole table is read."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the learner has said about a card. A buried card comes back on the study day ``buried_until``."""

    suspended: bool = False
    buried_until: date | None = None
    flagged: bool = False
    note: str = ""

    def aside(self, day: date) -> bool:
        """Whether the card is not to be asked on a day."""
        return self.suspended or (self.buried_until is not None and self.buried_until > day)


@dataclass(frozen=True, slots=True)
class Known:
    """A card's memory, and the card's revision when it was last answered."""

    memory: Memory
    revision: int


def known(ledger: Ledger, card: ItemId) -> Known | None:
    """What is known of one card; None when it was never answered."""
    rows = ledger.rows(f"SELECT {MEMORY_COLUMNS}, revision FROM card_memory WHERE item = ?", (card,))  # noqa: S608 - constants
    return Known(memory_from(rows[0][:-1]), rows[0][-1]) if rows else None


def known_from(ledger: Ledger, start: str) -> list[ItemId]:
    """The cards ever answered whose identifiers begin in some way."""
    rows = ledger.rows(
        "SELECT item FROM card_memory WHERE item >= ? AND item < ?", (start, f"{start}\U0010ffff")
    )
    return [row[0] for row in rows]


def sights_from(ledger: Ledger, start: str) -> Mapping[ItemId, tuple[int, int]]:
    """The place in the log at which each card was asked first, and how often it was.

    Of the cards whose identifiers begin in some way. What was taken back counts: it was seen all the same.
    """
    rows = ledger.rows(
        "SELECT item, min(order_key), count(*) FROM events"
        " WHERE item >= ? AND item < ? AND kind IN (?, ?) GROUP BY item",
        (start, f"{start}\U0010ffff", REVIEW, CRAM),
    )
    return {ItemId(item): (first, times) for item, first, times in rows}


def memories(ledger: Ledger, cards: Collection[ItemId]) -> Mapping[ItemId, Memory]:
    """What is known of those among these cards that were ever answered."""
    if len(cards) <= _FEW:
        found = ((card, known(ledger, card)) for card in cards)
        return {card: row.memory for card, row in found if row}
    wanted = frozenset(cards)
    rows = ledger.rows(f"SELECT item, {MEMORY_COLUMNS} FROM card_memory")  # noqa: S608 - constants
    return {row[0]: memory_from(row[1:]) for row in rows if row[0] in wanted}


def due_reviews(ledger: Ledger, before: datetime) -> list[Asked]:
    """Cards past their steps that are due before a moment."""
    rows = ledger.rows(
        "SELECT item, due_at, reviewed_at, stability FROM card_memory WHERE phase = ? AND due_at < ?",
        (Phase.REVIEW.value, to_ms(before)),
    )
    return [
        Asked(item, from_ms(due), from_ms(reviewed), stability) for item, due, reviewed, stability in rows
    ]


def due_cards(ledger: Ledger, before: datetime) -> list[ItemId]:
    """The same cards without their dates, which the index alone tells."""
    sql = "SELECT item FROM card_memory WHERE phase = ? AND due_at < ?"
    return [row[0] for row in ledger.rows(sql, (Phase.REVIEW.value, to_ms(before)))]


def later_reviews(ledger: Ledger, since: datetime) -> list[ItemId]:
    """Cards past their steps that are due at a moment or later, the soonest first."""
    rows = ledger.rows(
        "SELECT item FROM card_memory WHERE phase = ? AND due_at >= ? ORDER BY due_at, item",
        (Phase.REVIEW.value, to_ms(since)),
    )
    return [row[0] for row in rows]


def pending_steps(ledger: Ledger) -> list[Step]:
    """Cards on their learning or relearning steps.

    One that was answered by a clock since set back is due at once: nobody knows how long it has waited.
    """
    now = to_ms(ledger.now())
    rows = ledger.rows(
        "SELECT item, iif(reviewed_at > ?, min(due_at, ?), due_at) FROM card_memory WHERE phase IN (?, ?)",
        (now, now, Phase.LEARNING.value, Phase.RELEARNING.value),
    )
    return [Step(item, from_ms(due)) for item, due in rows]


def seen_cards(ledger: Ledger) -> frozenset[ItemId]:
    """Every card that was ever answered."""
    return frozenset(row[0] for row in ledger.rows("SELECT item FROM card_memory"))


def answered_on(ledger: Ledger, day: date) -> Mapping[ItemId, bool]:
    """The cards last answered on a study day, and whether they were new then.

    They are found among the entries since that day began: an order key never lies below its own moment, so entries
    of the day cannot stand before it, whatever clock or zone they were written under.
    """
    earliest = datetime.combine(day, time(), tzinfo=UTC) - _WIDEST_OFFSET
    rows = ledger.rows(
        "SELECT item, first_day = last_day FROM card_memory WHERE last_day = ? AND item IN"
        " (SELECT item FROM events WHERE order_key >= ? AND kind = 'review')",
        (day.isoformat(), order_floor(to_ms(earliest))),
    )
    return {item: bool(fresh) for item, fresh in rows}


def set_aside(ledger: Ledger, day: date) -> frozenset[ItemId]:
    """Cards that are suspended, or buried beyond a study day."""
    sql = "SELECT item FROM card_mark WHERE suspended OR buried_until > ?"
    return frozenset(row[0] for row in ledger.rows(sql, (day.isoformat(),)))


def marks(ledger: Ledger, card: ItemId) -> Marks:
    """What the learner has said about one card."""
    sql = "SELECT suspended, buried_until, flagged, note FROM card_mark WHERE item = ?"
    rows = ledger.rows(sql, (card,))
    return _marks(*rows[0]) if rows else Marks()


def all_marks(ledger: Ledger) -> Mapping[ItemId, Marks]:
    """What the learner has said about any card."""
    rows = ledger.rows("SELECT item, suspended, buried_until, flagged, note FROM card_mark")
    return {row[0]: _marks(*row[1:]) for row in rows}


def seen_count(ledger: Ledger) -> int:
    """How many cards were ever answered."""
    return int(ledger.rows("SELECT count(*) FROM card_memory")[0][0])


def wrong_since(ledger: Ledger, moment: datetime) -> frozenset[ItemId]:
    """Cards that were forgotten at a moment or later."""
    return frozenset(
        row[0] for row in ledger.rows("SELECT item FROM card_memory WHERE wrong_at >= ?", (to_ms(moment),))
    )


def revisions(ledger: Ledger, cards: Collection[ItemId]) -> Mapping[ItemId, int]:
    """The revision at which each of these cards was last answered; cards never answered are left out."""
    found = ((card, known(ledger, card)) for card in cards)
    return {card: row.revision for card, row in found if row}


def _marks(suspended: int, buried_until: str | None, flagged: int, note: str) -> Marks:
    until = date.fromisoformat(buried_until) if buried_until else None
    return Marks(bool(suspended), until, bool(flagged), note)


def strengths(ledger: Ledger) -> Mapping[ItemId, tuple[int, float, Phase]]:
    """When each card was last answered (milliseconds since 1970), its stability in days, and its phase."""
    rows = ledger.rows("SELECT item, reviewed_at, stability, phase FROM card_memory")
    phases = {phase.value: phase for phase in Phase}
    return {item: (reviewed_at, stability, phases[phase]) for item, reviewed_at, stability, phase in rows}


class Strength(NamedTuple):
    """How well a card past its steps is remembered; ``days`` are whole days since its last answer."""

    card: ItemId
    stability: float
    difficulty: float
    days: int


def review_strengths(ledger: Ledger, at: datetime) -> Iterator[Strength]:
    """Every card past its learning steps, as it stands at a moment."""
    sql = "SELECT item, stability, difficulty, max(0, (? - reviewed_at) / ?) FROM card_memory WHERE phase = ?"
    return map(Strength._make, ledger.rows(sql, (to_ms(at), DAY_MS, Phase.REVIEW.value)))
