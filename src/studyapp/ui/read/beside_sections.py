"""What stands beside an article in words: its cards, questions, cells, relatives and bare paragraphs as tiles."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from studyapp.catalog.card import Card
from studyapp.ids import ItemId
from studyapp.study.cell_knowledge import CellState
from studyapp.study.passages import AnswerState, CellHere, Covered, QuestionHere
from studyapp.study.related import Related
from studyapp.study.review_values import CardState
from studyapp.ui.read.beside_model import Kind, Section, Tile
from studyapp.ui.read.wording import card_state, plain, shortened

_ANSWERS = {
    AnswerState.UNSEEN: ("unseen", "muted"),
    AnswerState.RIGHT: ("right last time", "good"),
    AnswerState.WRONG: ("wrong last time", "bad"),
}
_CELLS = {
    CellState.UNSEEN: ("unseen", "muted"),
    CellState.SHAKY: ("shaky", "warn"),
    CellState.KNOWN: ("known", "good"),
}
_LONGEST = 140


def card_section(cards: Sequence[Card], states: Mapping[ItemId, CardState], now: datetime) -> Section:
    """The cards, each with how well it is remembered."""
    tiles = (
        Tile(
            Kind.CARD,
            card.id,
            plain(card.front),
            *card_state(states[card.id], now),
            card.proof.heading,
            card.proof.quote,
        )
        for card in cards
    )
    return Section(Kind.CARD, "CARDS", tuple(tiles))


def passage_sections(questions: Iterable[QuestionHere], cells: Iterable[CellHere]) -> list[Section]:
    """The questions and the cells, each with how it stands."""
    asked = (
        Tile(Kind.QUESTION, each.question, shortened(plain(each.stem), _LONGEST), *_ANSWERS[each.state])
        for each in questions
    )
    told = (Tile(Kind.CELL, each.cell, f"{each.row} · {each.column}", *_CELLS[each.state]) for each in cells)
    return [
        Section(Kind.QUESTION, "PRACTICE QUESTIONS", tuple(asked)),
        Section(Kind.CELL, "COMPARISON CELLS", tuple(told)),
    ]


def related_section(related: Iterable[Related]) -> Section:
    """Other articles, each with what it has to do with this one."""
    tiles = (Tile(Kind.RELATED, each.article.id, each.article.title, _reason(each)) for each in related)
    return Section(Kind.RELATED, "RELATED ARTICLES", tuple(tiles))


def bare_section(covered: Iterable[Covered]) -> Section:
    """The paragraphs that no card covers."""
    tiles = (
        Tile(
            Kind.BARE,
            "",
            shortened(each.paragraph.text, _LONGEST),
            "no card yet · Alt+C makes one",
            "muted",
            each.paragraph.heading,
            each.paragraph.text,
        )
        for each in covered
        if each.bare
    )
    return Section(Kind.BARE, "NO CARD YET", tuple(tiles))


def _reason(related: Related) -> str:
    """``links here · both on: Product Goal, Sprint Goal``."""
    parts = []
    if related.links_here and related.linked:
        parts.append("linked both ways")
    elif related.links_here:
        parts.append("links here")
    elif related.linked:
        parts.append("linked from here")
    if related.both_on:
        parts.append("both on: " + ", ".join(related.both_on))
    return " · ".join(parts)
