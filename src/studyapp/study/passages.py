"""What rests on the passages of an article, how it stands with the learner, and which passages nothing rests on."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studyapp.catalog.card import Card
from studyapp.catalog.comparison import Comparison
from studyapp.catalog.proof import Proof
from studyapp.ids import ItemId
from studyapp.store import exam_rows
from studyapp.store.ledger import Ledger
from studyapp.store.readings import seen_passages
from studyapp.study.books import Books
from studyapp.study.cell_knowledge import UNSEEN, CellKnowledge, CellState
from studyapp.study.paragraphs import Paragraph, paragraphs_of
from studyapp.study.question_pool import may_be_practised
from studyapp.study.quote_place import find_quote
from studyapp.study.review_values import CardState


class AnswerState(StrEnum):
    """How a question stands with the learner."""

    UNSEEN = "unseen"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class QuestionHere:
    """A question whose proof, or that of an option, lies in the article; ``stem`` is Markdown."""

    question: ItemId
    stem: str
    state: AnswerState


@dataclass(frozen=True, slots=True)
class CellHere:
    """A cell of a comparison whose proof lies in the article."""

    cell: ItemId
    column: str
    row: str
    state: CellState


@dataclass(frozen=True, slots=True)
class Covered:
    """A paragraph and what is known of it.

    ``cards`` rest on it, ``learned`` of them have been answered; ``recall`` is the share of them that would be recalled
    tomorrow (0 to 1), None while none was learned.
    """

    paragraph: Paragraph
    seen: bool
    cards: int = 0
    learned: int = 0
    recall: float | None = None

    @property
    def bare(self) -> bool:
        """Whether it says enough for a card and has none."""
        return not self.cards and self.paragraph.weighty


States = Callable[[Collection[ItemId]], Mapping[ItemId, CardState]]
"""Gives what is known of cards."""
CellsKnown = Callable[[Comparison], Mapping[ItemId, CellKnowledge]]
"""Gives what is known of a table's cells."""


class Passages:
    """Looks from an article at everything that its sentences prove. Held-back questions show once they are used up."""

    def __init__(self, books: Books, ledger: Ledger, states: States, cells_known: CellsKnown) -> None:
        self._books, self._ledger = books, ledger
        self._states, self._cells_known = states, cells_known

    def questions(self, article: ItemId) -> tuple[QuestionHere, ...]:
        """The questions that may be practised, in the order of the files."""
        catalog = self._books.catalog
        resting = [catalog.questions()[item] for item in catalog.resting_on(article).questions]
        if not resting:
            return ()
        used_up = exam_rows.shown_and_handed_in(self._ledger)
        answers = exam_rows.last_answers(self._ledger)
        return tuple(
            QuestionHere(question.id, question.stem, _state(answers.get(question.id)))
            for question in resting
            if may_be_practised(question, used_up)
        )

    def cells(self, article: ItemId) -> tuple[CellHere, ...]:
        """The cells, table by table."""
        wanted = set(self._books.catalog.resting_on(article).cells)
        found = []
        for table in self._books.catalog.comparisons().values() if wanted else ():
            places = [
                (row, column, cell)
                for row in table.rows
                for column, cell in zip(table.columns, row.cells, strict=True)
                if cell.id in wanted
            ]
            known = self._cells_known(table) if places else {}
            found += [
                CellHere(cell.id, column.title, row.title, known.get(cell.id, UNSEEN).state)
                for row, column, cell in places
            ]
        return tuple(found)

    def coverage(self, article: ItemId) -> tuple[Covered, ...]:
        """Every paragraph of an article. Raises KeyError when there is none."""
        paragraphs, on = self._carded(article)
        states = self._states(list({card for cards in on.values() for card in cards})) if on else {}
        seen = seen_passages(self._ledger, article)
        return tuple(
            _covered(paragraph, paragraph.print in seen, [states[card] for card in on.get(at, ())])
            for at, paragraph in enumerate(paragraphs)
        )

    def bare(self, article: ItemId) -> tuple[Paragraph, ...]:
        """The paragraphs that say enough for a card and have none. Raises KeyError when there is no such article."""
        paragraphs, on = self._carded(article)
        return tuple(each for at, each in enumerate(paragraphs) if at not in on and each.weighty)

    def _carded(self, article: ItemId) -> tuple[tuple[Paragraph, ...], Mapping[int, list[ItemId]]]:
        """The paragraphs of an article, and for the index of each that has cards those cards."""
        catalog = self._books.catalog
        rendered = catalog.rendered(article)
        paragraphs = paragraphs_of(rendered)
        cards = (catalog.cards()[item] for item in catalog.resting_on(article).cards)
        return paragraphs, _cards_on(paragraphs, cards, rendered.text)


def _state(right: bool | None) -> AnswerState:
    if right is None:
        return AnswerState.UNSEEN
    return AnswerState.RIGHT if right else AnswerState.WRONG


def _cards_on(paragraphs: tuple[Paragraph, ...], cards: Iterable[Card], text: str) -> dict[int, list[ItemId]]:
    """For the index of each paragraph the cards whose quote touches it."""
    found: dict[int, list[ItemId]] = {}
    starts = {each.heading: each.start for each in reversed(paragraphs)}
    for card in cards:
        span = _span(card.proof, text, starts.get(card.proof.heading, 0))
        for at, paragraph in enumerate(paragraphs) if span else ():
            if span and span[0] < paragraph.stop and paragraph.start < span[1]:
                found.setdefault(at, []).append(card.id)
    return found


def _span(proof: Proof, text: str, start: int) -> tuple[int, int] | None:
    return find_quote(text, proof.quote, start) or find_quote(text, proof.quote)


def _covered(paragraph: Paragraph, seen: bool, states: list[CardState]) -> Covered:
    recalled = [state.recall for state in states if state.recall is not None]
    recall = sum(recalled) / len(states) if recalled else None
    return Covered(paragraph, seen, len(states), len(recalled), recall)
