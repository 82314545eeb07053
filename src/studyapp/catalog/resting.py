"""Turns proofs round: for each article, what rests on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Protocol

from studyapp.catalog.address import Resting
from studyapp.catalog.card import Card
from studyapp.catalog.comparison import Comparison
from studyapp.catalog.question import Question
from studyapp.catalog.term import Term
from studyapp.ids import ItemId


class Proven(Protocol):
    """What holds items with proofs."""

    def cards(self) -> Mapping[ItemId, Card]:
        """The cards."""
        ...

    def questions(self) -> Mapping[ItemId, Question]:
        """The questions."""
        ...

    def comparisons(self) -> Mapping[ItemId, Comparison]:
        """The comparisons."""
        ...

    def terms(self) -> Mapping[ItemId, Term]:
        """The terms."""
        ...


def resting_by_article(content: Proven) -> dict[ItemId, Resting]:
    """For each article the items whose proof lies in it, each once, in the order of the files."""
    found: defaultdict[ItemId, tuple[dict[ItemId, None], ...]] = defaultdict(lambda: ({}, {}, {}, {}))
    for shelf, pairs in enumerate((_cards(content), _questions(content), _cells(content), _terms(content))):
        for article, item in pairs:
            found[article][shelf].setdefault(item)
    return {article: Resting(*map(tuple, shelves)) for article, shelves in found.items()}


def _cards(content: Proven) -> Iterator[tuple[ItemId, ItemId]]:
    return ((card.proof.article, card.id) for card in content.cards().values())


def _questions(content: Proven) -> Iterator[tuple[ItemId, ItemId]]:
    for question in content.questions().values():
        for proof in (question.proof, *(option.proof for option in question.options)):
            yield proof.article, question.id


def _cells(content: Proven) -> Iterator[tuple[ItemId, ItemId]]:
    for table in content.comparisons().values():
        for cell in (cell for row in table.rows for cell in row.cells):
            if cell.proof is not None:
                yield cell.proof.article, cell.id


def _terms(content: Proven) -> Iterator[tuple[ItemId, ItemId]]:
    return ((term.proof.article, term.id) for term in content.terms().values())
