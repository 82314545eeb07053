"""What the log is told of an answer to a card."""

from datetime import timedelta
from typing import Any, Final

from studyapp.catalog.card import Card
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating
from studyapp.store.fold_marks import NOTE
from studyapp.store.fold_practice import PRACTICE
from studyapp.store.ledger import Entry
from studyapp.store.own_card_entries import OWN_CARD
from studyapp.study.change import Change
from studyapp.study.question_cards import QuestionCard, order_of, practice_said
from studyapp.study.undo_trail import STEP, Step

_MILLISECOND: Final = timedelta(milliseconds=1)


def answer_said(
    rating: Rating, took: timedelta, before: Memory | None, recall: float | None
) -> dict[str, Any]:
    """The payload of an answer: what was known ``before``, and the chance of ``recall`` that was expected then."""
    said = {**cram_said(rating, took), "phase": before.phase.value if before else Phase.NEW.value}
    return said if recall is None else {**said, "recall": round(recall, 4)}


def cram_said(rating: Rating, took: timedelta) -> dict[str, Any]:
    """The payload of an answer that no memory follows from."""
    return {"rating": int(rating), "took_ms": max(0, took // _MILLISECOND)}


def practised(
    card: Card, before: Memory | None, chosen: frozenset[int], took: timedelta, step: str
) -> tuple[Entry, ...]:
    """Options chosen of a question, counted as they were shown, are an answer to the practice question as well."""
    if not chosen or not isinstance(card, QuestionCard) or card.question is None:
        return ()
    order = order_of(card.question, before.reviews if before else 0)
    numbers = frozenset(order[position] for position in chosen)
    said = practice_said(card.question, numbers, took)
    return (Entry(PRACTICE, card.question.id, card.revision, {**said, STEP: step}),)


def altered(step: Step) -> Change:
    """What a step touched."""
    if step[-1].kind == OWN_CARD:
        return Change.CONTENT | Change.REVIEWS
    if step[-1].kind == NOTE:
        return Change.NOTES
    return Change.REVIEWS | Change.EXAMS if len(step) > 1 and step[0].kind == PRACTICE else Change.REVIEWS
