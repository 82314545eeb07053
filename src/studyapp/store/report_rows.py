"""Reads the sums that the report rests on."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from studyapp.ids import ItemId
from studyapp.learning.memory import Phase
from studyapp.learning.workload import Held
from studyapp.store.card_rows import memories
from studyapp.store.ledger import Ledger
from studyapp.store.moment import DAY_MS, to_ms


@dataclass(frozen=True, slots=True)
class HourRow:
    """The answers of one hour of the day."""

    hour: int
    answers: int
    reviews: int
    recalled: int


@dataclass(frozen=True, slots=True)
class RecallRow:
    """Reviews whose expected chance of recall was alike.

    The mean expected (0–1), how many, how many recalled.
    """

    expected: float
    reviews: int
    recalled: int


def due_by_day(
    ledger: Ledger, cards: Collection[ItemId], called: Mapping[ItemId, datetime], days: int
) -> tuple[int, ...]:
    """How many of these cards come back on each of the next days; the first holds what is overdue too.

    Those ``called`` were made due at a moment, by a question answered wrong; they are due unless answered since.
    """
    today = to_ms(ledger.today().starts_at)
    until = today + days * DAY_MS
    rows = ledger.rows(
        "SELECT item, due_at FROM card_memory WHERE phase IN (?, ?, ?) AND due_at < ?"
        " AND item NOT IN (SELECT item FROM card_mark WHERE suspended)",
        (Phase.REVIEW.value, Phase.LEARNING.value, Phase.RELEARNING.value, until),
    )
    waiting = _waiting(ledger, called)
    found = Counter(
        max(0, (due_at - today) // DAY_MS) for item, due_at in rows if item in cards and item not in waiting
    )
    found[0] += len(waiting)
    return tuple(found[day] for day in range(days))


def _waiting(ledger: Ledger, called: Mapping[ItemId, datetime]) -> frozenset[ItemId]:
    """Those called that were not answered since, and are not suspended."""
    aside = {item for (item,) in ledger.rows("SELECT item FROM card_mark WHERE suspended")}
    known = memories(ledger, called) if called else {}
    answered = (item for item, memory in known.items() if memory.reviewed_at >= called[item])
    return frozenset(called).difference(aside, answered)


def held_cards(ledger: Ledger, cards: Collection[ItemId]) -> tuple[tuple[Held, ...], int]:
    """Those of these cards that were ever answered, as they stand today, and how many never were.

    Suspended cards are in neither.
    """
    today = to_ms(ledger.today().starts_at)
    aside = {item for (item,) in ledger.rows("SELECT item FROM card_mark WHERE suspended") if item in cards}
    rows = ledger.rows(
        "SELECT item, stability, difficulty, (? - reviewed_at) / ?, (due_at - ?) / ? FROM card_memory"
        " ORDER BY due_at, item",
        (today, DAY_MS, today, DAY_MS),
    )
    seen = [row for row in rows if row[0] in cards]
    met = tuple(
        Held(stability, difficulty, max(0, since), max(0, due))
        for item, stability, difficulty, since, due in seen
        if item not in aside
    )
    return met, len(cards) - len({row[0] for row in seen} | aside)


def learned(ledger: Ledger, cards: Collection[ItemId], since: date) -> tuple[int, int]:
    """How many of these cards are past their learning steps, and how many of those were new since a day."""
    rows = ledger.rows(
        "SELECT item, first_day FROM card_memory WHERE phase IN (?, ?)",
        (Phase.REVIEW.value, Phase.RELEARNING.value),
    )
    days = [date.fromisoformat(first) for item, first in rows if item in cards]
    return len(days), sum(day >= since for day in days)


def exam_time(ledger: Ledger) -> Mapping[date, tuple[int, timedelta]]:
    """Questions answered in papers and the exam time used, by the study day on which the paper began."""
    rows = ledger.rows(
        "SELECT a.day, a.elapsed_ms, sum(s.chosen <> '[]') FROM exam_attempt AS a"
        " JOIN exam_sheet AS s USING (attempt) GROUP BY a.attempt"
    )
    return _by_day((day, answered, elapsed) for day, elapsed, answered in rows)


def practice_time(ledger: Ledger) -> Mapping[date, tuple[int, timedelta]]:
    """Questions answered in practice and the time they took, by study day."""
    return _by_day(ledger.rows("SELECT day, count(*), sum(took_ms) FROM practice_answer GROUP BY day"))


def hours(ledger: Ledger) -> tuple[HourRow, ...]:
    """Answers by hour of the day, hours without any left out."""
    rows = ledger.rows("SELECT hour, answers, reviews, recalled FROM answer_hour ORDER BY hour")
    return tuple(HourRow(*row) for row in rows)


def recall_rows(ledger: Ledger) -> tuple[RecallRow, ...]:
    """What was recalled against what was expected, the least likely first."""
    rows = ledger.rows(
        "SELECT expected / reviews / 10000, reviews, recalled FROM recall_bin WHERE reviews > 0 ORDER BY bin"
    )
    return tuple(RecallRow(*row) for row in rows)


def _by_day(rows: Iterable[tuple[Any, ...]]) -> Mapping[date, tuple[int, timedelta]]:
    found: dict[date, tuple[int, timedelta]] = {}
    for day, answered, took_ms in rows:
        before, spent = found.get(date.fromisoformat(day), (0, timedelta()))
        found[date.fromisoformat(day)] = (
            before + int(answered or 0),
            spent + timedelta(milliseconds=int(took_ms or 0)),
        )
    return found
