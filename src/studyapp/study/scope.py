"""What a sitting is about: the day's plan, or the cards of a topic, an article, an area and so on."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from studyapp.catalog.card import Card
from studyapp.ids import PERSONAL, ItemId, pack_of
from studyapp.study.question_cards import QuestionCard


class ScopeKind(StrEnum):
    """How cards are chosen."""

    DUE = "due"
    TOPIC = "topic"
    TAG = "tag"
    ARTICLE = "article"
    AREA = "area"
    OBJECTIVE = "objective"
    PASSAGES = "passages"
    PAIR = "pair"
    FLAGGED = "flagged"
    WRONG = "wrong"
    NEW = "new"
    CHOICE = "choice"
    CARD = "card"
    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which cards a sitting asks.

    ``due`` is the day's plan: what is due and the day's share of new cards. The other kinds choose cards by
    ``value`` and ask those that are due and all that are new; ``flagged``, ``wrong`` (forgotten in the last
    seven days), ``card`` (one or several) and ``all`` ask every card they choose, due or not, ``new`` only those never
    answered, ``choice`` practice questions, ``own`` those that the learner wrote. With ``ahead`` the sitting goes on
    past what is due. With ``cram`` it asks every card it chooses, the least likely to be recalled first,
    and its answers change no memory. The value of ``pair`` is two names joined by ``|`` (cards that have
    both as tags or speak of both), that of ``article`` an article's identifier, that of ``card`` any number
    of cards with spaces between, that of ``area`` one or several focus areas joined by ``|``, that of
    ``passages`` any number of ``article#heading`` with spaces between.
    """

    kind: str = ScopeKind.DUE
    value: str = ""
    ahead: bool = False
    cram: bool = False

    @property
    def whole(self) -> bool:
        """Whether cards are asked that are not due."""
        return self.ahead or self.kind in (ScopeKind.FLAGGED, ScopeKind.WRONG, ScopeKind.ALL, ScopeKind.CARD)


DAY: Final = Scope()
"""The day's plan."""

Chooser = Callable[[Card], bool]


def chooser(
    scope: Scope,
    flagged: Collection[ItemId],
    wrong: Collection[ItemId],
    seen: Collection[ItemId],
) -> Chooser:
    """The test that a card must pass to be in a scope. Raises ValueError for an unknown kind."""
    tags = {_tag(tag) for tag in scope.value.split("|")}
    areas = frozenset(scope.value.split("|"))
    listed = frozenset(scope.value.split())
    choosers: dict[ScopeKind, Chooser] = {
        ScopeKind.DUE: lambda _: True,
        ScopeKind.ALL: lambda _: True,
        ScopeKind.NEW: lambda card: card.id not in seen,
        ScopeKind.CARD: lambda card: card.id in listed,
        ScopeKind.OWN: lambda card: pack_of(card.id) == PERSONAL,
        ScopeKind.CHOICE: lambda card: isinstance(card, QuestionCard),
        ScopeKind.TOPIC: lambda card: card.topic == scope.value,
        ScopeKind.TAG: lambda card: tags <= {_tag(tag) for tag in card.tags},
        ScopeKind.PAIR: lambda card: all(_speaks_of(card, tag) for tag in tags),
        ScopeKind.ARTICLE: lambda card: card.proof.article == scope.value,
        ScopeKind.AREA: lambda card: card.area in areas,
        ScopeKind.PASSAGES: lambda card: f"{card.proof.article}#{card.proof.heading}" in listed,
        ScopeKind.OBJECTIVE: lambda card: scope.value in card.objectives,
        ScopeKind.FLAGGED: lambda card: card.id in flagged,
        ScopeKind.WRONG: lambda card: card.id in wrong,
    }
    return choosers[ScopeKind(scope.kind)]


def _speaks_of(card: Card, name: str) -> bool:
    """Whether a card has a name as a tag or in its words."""
    words = _tag(f"{card.front} {card.back} {card.why}")
    return name in words or any(name == _tag(tag) for tag in card.tags)


def _tag(text: str) -> str:
    return text.strip().casefold().replace("-", " ")
