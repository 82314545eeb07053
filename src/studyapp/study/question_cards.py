"""Cards made from questions that were answered wrong, so that each comes back until it is known.

Only what was seen becomes a card: a practice question that was answered, or a question of a paper that was handed in.
They are no part of the content, count as no card of it, and say nothing to the forecast.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from studyapp.catalog.card import Card, CardKind
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Option, Question, QuestionKind
from studyapp.ids import ItemId, item_id, name_of, pack_of
from studyapp.store.exam_rows import wrong_at
from studyapp.store.ledger import Ledger

_FROM: Final = "question:"


@dataclass(frozen=True, slots=True)
class QuestionCard(Card):
    """A card that asks a question with all its options; ``question`` is where it comes from."""

    question: Question | None = None


def card_of(question: ItemId) -> ItemId:
    """The identifier of the card that a question becomes."""
    return item_id(pack_of(question), "card", f"{_FROM}{name_of(question)}")


def called_cards(catalog: Catalog, ledger: Ledger) -> tuple[Mapping[ItemId, Card], Mapping[ItemId, datetime]]:
    """Cards of all questions of the content that were ever answered wrong, and when each was for the last time."""
    wrong = wrong_at(ledger)
    questions = catalog.questions() if wrong else {}
    found = [questions[item] for item in wrong if item in questions and questions[item].options]
    articles = catalog.articles() if found else {}
    topics = {item: article.topic for item, article in articles.items()}
    cards = {
        card_of(question.id): question_card(question, topics.get(question.proof.article, ""))
        for question in found
    }
    return cards, {card_of(question.id): wrong[question.id] for question in found}


def latest_call(ledger: Ledger) -> datetime | None:
    """When a question was last answered wrong, None when none ever was."""
    return max(wrong_at(ledger).values(), default=None)


def question_card(question: Question, topic: str) -> QuestionCard:
    """The card that a question becomes: stem and options in front; the right ones behind, with their reasons."""
    options = list(question.options)
    if not question.fixed_order:
        random.Random(question.id).shuffle(options)
    right = [option for option in options if option.right]
    return QuestionCard(
        id=card_of(question.id),
        note=f"{_FROM}{name_of(question.id)}",
        kind=CardKind.BASIC,
        topic=topic,
        area=question.area,
        front=_front(question, options),
        back=_lines(option.text for option in right),
        why=" ".join(dict.fromkeys(option.reason for option in right)),
        proof=question.proof,
        source=question.source,
        objectives=question.objectives,
        revision=question.revision,
        question=question,
    )


def _front(question: Question, options: Iterable[Option]) -> str:
    if question.kind is QuestionKind.TRUE_FALSE:
        return question.stem
    return f"{question.stem}\n\n{_lines(option.text for option in options)}"


def _lines(texts: Iterable[str]) -> str:
    found = list(texts)
    return "\n".join(f"- {text}" for text in found) if len(found) > 1 else "".join(found)
