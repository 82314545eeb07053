"""Cards made from questions that were answered wrong, so that each comes back until it is known.

Only what was seen becomes a card: a practice question that was answered, or a question of a paper that was handed in.
They are no part of the content, count as no card of it, and say nothing to the forecast.
"""

import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from studyapp.catalog.card import Card, CardKind
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Option, Pool, Question, QuestionKind
from studyapp.ids import ItemId, item_id, name_of, pack_of
from studyapp.store.card_rows import known_from, sights_from
from studyapp.store.exam_rows import FirstAnswer, first_answers, times_seen, wrong_at
from studyapp.store.ledger import Ledger
from studyapp.study.question_text import in_order

_FROM: Final = "question:"


@dataclass(frozen=True, slots=True)
class QuestionCard(Card):
    """A card that asks a question with all its options; ``question`` is where it comes from."""

    question: Question | None = None


def card_of(question: ItemId) -> ItemId:
    """The identifier of the card that a question becomes."""
    return item_id(pack_of(question), "card", f"{_FROM}{name_of(question)}")


def shown(card: Card, reviews: int) -> Question | None:
    """The question of a card with its options as they stand the next time; None for a card without one."""
    if not isinstance(card, QuestionCard) or card.question is None:
        return None
    return in_order(card.question, order_of(card.question, reviews))


def order_of(question: Question, reviews: int) -> tuple[int, ...]:
    """The author's numbers of the options in the order to show them: each time another, on every device the same."""
    from studyapp.learning.exam_paper import option_order  # no start needs it

    return option_order(
        len(question.options), question.fixed_order, random.Random(f"{question.id}:{reviews}")
    )


def practice_said(question: Question, chosen: frozenset[int], took: timedelta) -> dict[str, Any]:
    """What the log says of a practice question that was answered as a card; ``chosen`` are the author's numbers."""
    from studyapp.learning.marking import mark  # no start needs it

    return {
        "area": question.area,
        "chosen": sorted(chosen),
        "right": mark(question.key, chosen).right,
        "sure": None,
        "took_ms": took // timedelta(milliseconds=1),
    }


def practice_cards(catalog: Catalog) -> Mapping[ItemId, Card]:
    """A card of every practice question that the program can mark."""
    articles = catalog.articles()
    topics = {item: article.topic for item, article in articles.items()}
    found = (q for q in catalog.questions().values() if q.pool is Pool.PRACTICE and q.options)
    return {card_of(q.id): question_card(q, topics.get(q.proof.article, "")) for q in found}


def called_cards(catalog: Catalog, ledger: Ledger) -> tuple[Mapping[ItemId, Card], Mapping[ItemId, datetime]]:
    """Cards of the questions ever answered wrong or asked as cards, and when the former were wrong last."""
    wrong = wrong_at(ledger)
    asked = {_question_of(card) for card in _asked(catalog, ledger)}
    questions = catalog.questions() if wrong or asked else {}
    found = [questions[item] for item in {**wrong, **dict.fromkeys(asked)} if item in questions]
    found = [question for question in found if question.options]
    articles = catalog.articles() if found else {}
    topics = {item: article.topic for item, article in articles.items()}
    cards = {
        card_of(question.id): question_card(question, topics.get(question.proof.article, ""))
        for question in found
    }
    return cards, {card_of(question.id): wrong[question.id] for question in found if question.id in wrong}


def _asked(catalog: Catalog, ledger: Ledger) -> list[ItemId]:
    """Cards made from questions that have an answer as cards."""
    return [
        card for pack in catalog.packs for card in known_from(ledger, str(item_id(pack.id, "card", _FROM)))
    ]


def _question_of(card: ItemId) -> ItemId:
    return item_id(pack_of(card), "question", name_of(card).removeprefix(_FROM))


def fresh_answers(questions: Collection[ItemId], ledger: Ledger) -> tuple[FirstAnswer, ...]:
    """First answers to these questions that had not been asked as cards before, in the order in which they were given.

    Whoever turned the card without choosing, crammed it, or took an answer to it back had seen what is right.
    """
    given = [answer for answer in first_answers(ledger) if answer.question in questions]
    sights = _sights({pack_of(answer.question) for answer in given}, ledger)
    never = (0, 0)
    return tuple(a for a in given if not 0 < sights.get(a.question, never)[0] < a.place)


def times_met(catalog: Catalog, ledger: Ledger) -> Mapping[ItemId, int]:
    """How often each question was seen, in papers, in practice or else as a card; unseen ones are left out."""
    sights = _sights((pack.id for pack in catalog.packs), ledger)
    return {**{question: times for question, (_, times) in sights.items()}, **times_seen(ledger)}


def _sights(packs: Iterable[str], ledger: Ledger) -> Mapping[ItemId, tuple[int, int]]:
    """Where in the log each question was asked as a card first, and how often it was."""
    return {
        _question_of(card): sight
        for pack in packs
        for card, sight in sights_from(ledger, str(item_id(pack, "card", _FROM))).items()
    }


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
