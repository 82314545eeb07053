"""Reads the answers of each study day."""

from datetime import date, timedelta

from studyapp.learning.statistics import AnswerDay
from studyapp.store.ledger import Ledger


def last_answer_day(ledger: Ledger) -> date | None:
    """The last study day with answers, None before the first."""
    day = ledger.rows("SELECT max(day) FROM answer_day")[0][0]
    return date.fromisoformat(day) if day else None


def answer_days(ledger: Ledger, since: date = date.min) -> tuple[AnswerDay, ...]:
    """The study days with answers since a day, the oldest first."""
    rows = ledger.rows(
        "SELECT day, offset_minutes, answers, again, took_ms, reviews, recalled FROM answer_day"
        " WHERE day >= ? ORDER BY day, offset_minutes",
        (since.isoformat(),),
    )
    return tuple(
        AnswerDay(
            date.fromisoformat(day), offset, answers, again, timedelta(milliseconds=took), reviews, recalled
        )
        for day, offset, answers, again, took, reviews, recalled in rows
    )
