"""The cards that the wrong answers of a paper have become."""

from collections.abc import Callable
from dataclasses import dataclass

from studyapp.catalog.catalog import Catalog
from studyapp.ids import ItemId
from studyapp.learning.memory import Memory
from studyapp.study.exam_result import Result
from studyapp.study.question_cards import card_of


@dataclass(frozen=True, slots=True)
class CalledCards:
    """``cards`` in the order of the paper; ``waiting`` are those that were not answered since it was handed in."""

    cards: tuple[ItemId, ...]
    waiting: tuple[ItemId, ...]


def cards_called(result: Result, catalog: Catalog, memory: Callable[[ItemId], Memory | None]) -> CalledCards:
    """What a paper has made due. A question that the program cannot mark, or that has left the content, has no card."""
    held = catalog.questions()
    wrong = (item.question for item in result.items if item.wrong and item.question is not None)
    cards = tuple(card_of(q.id) for q in wrong if q.options and q.id in held)
    known = {card: memory(card) for card in cards}
    waiting = (c for c, m in known.items() if m is None or m.reviewed_at < result.handed_in_at)
    return CalledCards(cards, tuple(waiting))
