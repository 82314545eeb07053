"""A card made ready for the screen."""

from dataclasses import dataclass
from html import escape

from studyapp.catalog.card import Card, CardKind
from studyapp.catalog.catalog import Catalog
from studyapp.catalog.question import Question
from studyapp.study.question_cards import QuestionCard
from studyapp.study.review_values import ReviewView
from studyapp.ui.cards.options import Choice
from studyapp.ui.exam.wording import choose_how_many


@dataclass(frozen=True, slots=True)
class CardSides:
    """Both sides as house-dialect HTML, and the words around them."""

    kind: CardKind
    place: str
    area: str
    front: str
    back: str
    why: str
    note: str
    flagged: bool
    revised: bool
    proven: bool
    quote: str = ""
    choices: tuple[Choice, ...] = ()


def front_of(card: Card) -> str:
    """What stands in front of a card: of a question the stem alone, for its options follow by themselves."""
    return card.question.stem if isinstance(card, QuestionCard) and card.question else card.front


def sides_of(view: ReviewView, catalog: Catalog) -> CardSides:
    """Render the card of a view."""
    card = view.card
    area = catalog.area(card.area)
    why = f"**Why** · {card.why}" if card.why and view.question is None else ""
    return CardSides(
        card.kind,
        _asked(card) or _place(card, catalog),
        area.title if area else "",
        catalog.inline(front_of(card)),
        catalog.inline(card.back)
        if card.kind is not CardKind.TYPE_IN
        else f"<p><b>{escape(card.back)}</b></p>",
        catalog.inline(why) if why else "",
        view.note,
        view.flagged,
        view.revised,
        card.proof.given,
        card.proof.quote,
        _choices(view.question, catalog),
    )


def _choices(question: Question | None, catalog: Catalog) -> tuple[Choice, ...]:
    options = question.options if question else ()
    return tuple(Choice(catalog.inline(o.text), catalog.inline(o.reason), o.right, o.proof) for o in options)


def _asked(card: Card) -> str:
    """A card made from a question says so, and how many options it asks for."""
    if not isinstance(card, QuestionCard) or card.question is None:
        return ""
    return f"Practice question · {choose_how_many(card.question.kind, len(card.question.key))}"


def _place(card: Card, catalog: Catalog) -> str:
    topics = {topic.name: topic.title for topic in catalog.topics()}
    article = catalog.articles().get(card.proof.article)
    parts = [topics.get(card.topic, ""), article.title if article else ""]
    return " › ".join(part for part in parts if part)
