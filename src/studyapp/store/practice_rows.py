"""Reads what the log says about question practice, as far as the day's plan must know it."""

from datetime import date

from studyapp.store.ledger import Ledger


def practised_on(ledger: Ledger, day: date) -> int:
    """How many practice questions were answered on a study day."""
    sql = "SELECT count(*) FROM practice_answer WHERE day = ?"
    return int(ledger.rows(sql, (day.isoformat(),))[0][0])
