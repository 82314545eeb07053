"""What all answers so far come to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.statistics import totals
from studyapp.store.card_rows import all_marks, seen_cards
from studyapp.store.day_rows import answer_days
from studyapp.store.ledger import Ledger

MONTH: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """Figures on flashcards. ``recall_30_days`` is the share of reviews recalled, None without any."""

    cards_total: int
    cards_seen: int
    cards_suspended: int
    answers: int
    answers_today: int
    recall_30_days: float | None


def review_figures(ledger: Ledger, cards: Collection[ItemId]) -> ReviewFigures:
    """The figures over the cards of the open content and all answers."""
    today, days = ledger.today().date, answer_days(ledger)
    everything, marks = totals(days), all_marks(ledger)
    return ReviewFigures(
        cards_total=len(cards),
        cards_seen=sum(card in cards for card in seen_cards(ledger)),
        cards_suspended=sum(said.suspended and card in cards for card, said in marks.items()),
        answers=everything.answers,
        answers_today=totals(day for day in days if day.day == today).answers,
        recall_30_days=totals(day for day in days if day.day > today - MONTH).recall,
    )
