"""Why a card is asked now, what is known of it, and how it came to that: told from the numbers actually used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final

from studyapp.catalog.card import Card
from studyapp.ids import pack_of
from studyapp.learning.leech import is_leech, most_alike
from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating
from studyapp.learning.scheduler import Scheduler
from studyapp.store import card_rows
from studyapp.store.event import Event
from studyapp.store.exam_rows import wrong_at
from studyapp.store.fold_memory import RESET, REVIEW, rating_of
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.question_cards import QuestionCard
from studyapp.study.scope import DAY, Scope, ScopeKind
from studyapp.study.settings_desk import SettingsDesk

_DAY: Final = timedelta(days=1)
_SAMPLES: Final = 12
"""So many points are drawn between two answers."""

_LOOKED_AT: Final = 2000
"""At most so many cards are compared with one that is forgotten again and again."""


class Reason(StrEnum):
    """Why a card is asked now."""

    NEW = "new"
    NEW_ASKED = "new-asked"
    NEW_AHEAD = "new-ahead"
    WORTH = "worth"
    STEP = "step"
    DUE = "due"
    REVISED = "revised"
    ANSWERED_WRONG = "answered-wrong"
    FLAGGED = "flagged"
    WRONG_LATELY = "wrong-lately"
    AHEAD = "ahead"
    WAITS = "waits"
    CRAM = "cram"


@dataclass(frozen=True, slots=True)
class WhyNow:
    """The reason and its numbers: the chance of recall now, that at which cards come back, and whole days.

    ``recall`` is None for a new card; ``since`` is how long ago it was last answered, ``overdue`` how many days ago it
    was due (0: today; negative: it is not due before so many days). ``weakest_first`` tells the order of new cards:
    from the weakest focus area to the strongest, or that of the content.
    """

    reason: Reason
    recall: float | None
    retention: float
    since: timedelta = timedelta()
    overdue: int = 0
    weakest_first: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One answer: when, how it was rated, the chance of recall before it, and what was known after it."""

    at: datetime
    rating: Rating
    expected: float | None
    after: Memory


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The chance of recall (0 to 1) at a moment."""

    at: datetime
    recall: float


@dataclass(frozen=True, slots=True)
class CardStory:
    """Everything that can be told of one card. ``curve`` runs from the first answer to today or the day it is due."""

    card: Card
    why: WhyNow
    memory: Memory | None
    answers: tuple[Given, ...]
    curve: tuple[CurvePoint, ...]
    leech: bool
    now: datetime


class CardStories:
    """Looks into the log for one card at a time. ``by_worth`` says whether the day's cards are those that add most."""

    def __init__(
        self,
        library: Books,
        ledger: Ledger,
        scheduler: Scheduler,
        settings: SettingsDesk,
        by_worth: Callable[[], bool],
    ) -> None:
        self._library, self._ledger, self._scheduler = library, ledger, scheduler
        self._settings, self._by_worth = settings, by_worth

    def tell(self, card: Card, scope: Scope | None) -> CardStory:
        """The story of a card that is asked in a scope, or None: that is looked up."""
        row = card_rows.known(self._ledger, card.id)
        memory = row.memory if row else None
        answers = tuple(self._answers(card))
        return CardStory(
            card=card,
            why=self._why(card, memory, row.revision if row else card.revision, scope),
            memory=memory,
            answers=answers,
            curve=tuple(self._curve(answers)),
            leech=is_leech(memory),
            now=self._ledger.now(),
        )

    def taken_for(self, card: Card) -> Card | None:
        """The card of the same topic or focus area that this one is most easily taken for, if any."""
        near = (
            other
            for other in self._library.catalog.cards().values()
            if (other.topic == card.topic or (other.area and other.area == card.area))
            and (pack_of(other.id), other.note) != (pack_of(card.id), card.note)
        )
        texts = ((other, f"{other.front} {other.back}") for other in islice(near, _LOOKED_AT))
        return most_alike(f"{card.front} {card.back}", texts)

    def _why(self, card: Card, memory: Memory | None, answered_as: int, scope: Scope | None) -> WhyNow:
        retention = self._scheduler.retention
        if memory is None:
            weakest_first = self._settings.settings.weakest_first
            return WhyNow(self._reason_for_new(card, scope), None, retention, weakest_first=weakest_first)
        now, today = self._ledger.now(), self._ledger.today()
        recall, since = (
            self._scheduler.retrievability(memory, now),
            max(timedelta(), now - memory.reviewed_at),
        )
        overdue = (today.starts_at - memory.due_at) // _DAY + 1
        return WhyNow(
            self._reason(card, memory, answered_as, scope, overdue), recall, retention, since, overdue
        )

    def _reason_for_new(self, card: Card, scope: Scope | None) -> Reason:
        scope = scope or DAY
        if scope.cram:
            return Reason.CRAM
        if self._wrong_since(card, None):
            return Reason.ANSWERED_WRONG
        if scope.kind != ScopeKind.DUE:
            return Reason.NEW_ASKED
        if scope.ahead:
            return Reason.NEW_AHEAD
        return Reason.WORTH if self._by_worth() else Reason.NEW

    def _reason(
        self, card: Card, memory: Memory, answered_as: int, scope: Scope | None, overdue: int
    ) -> Reason:
        if scope is not None and scope.cram:
            return Reason.CRAM
        if memory.phase.stepping:
            return Reason.STEP
        if answered_as < card.revision:
            return Reason.REVISED
        if self._wrong_since(card, memory.reviewed_at):
            return Reason.ANSWERED_WRONG
        if overdue >= 0:
            return Reason.DUE
        if scope is None:
            return Reason.WAITS
        if scope == DAY and self._by_worth():
            return Reason.WORTH
        return _BY_SCOPE.get(scope.kind, Reason.AHEAD)

    def _wrong_since(self, card: Card, moment: datetime | None) -> bool:
        """Whether the question that a card was made from was answered wrong after a moment."""
        if not isinstance(card, QuestionCard) or card.question is None:
            return False
        wrong = wrong_at(self._ledger).get(card.question.id)
        return wrong is not None and (moment is None or wrong > moment)

    def _answers(self, card: Card) -> Iterator[Given]:
        memory: Memory | None = None
        for event in self._told(card):
            expected = self._scheduler.retrievability(memory, event.at) if memory else None
            memory = self._scheduler.next(card.id, memory, rating_of(event), event.at)
            yield Given(event.at, rating_of(event), expected, memory)

    def _told(self, card: Card) -> list[Event]:
        """The answers since the last reset."""
        told: list[Event] = []
        for event in self._ledger.events(item=card.id):
            if event.kind == RESET:
                told.clear()
            elif event.kind == REVIEW:
                told.append(event)
        return told

    def _curve(self, answers: tuple[Given, ...]) -> Iterator[CurvePoint]:
        """Recall falls from each answer to the next, at last to the day on which the card is due, or to today."""
        now = self._ledger.now()
        for number, given in enumerate(answers):
            last = number + 1 == len(answers)
            until = max(given.after.due_at, now) if last else answers[number + 1].at
            span = max(timedelta(), until - given.at)
            days = sorted({round(span / _DAY * part / _SAMPLES) for part in range(_SAMPLES + 1)})
            for day in days:
                at = min(given.at + day * _DAY, until)
                yield CurvePoint(at, self._scheduler.recall_after(day, given.after.stability))


_BY_SCOPE: Final = {ScopeKind.FLAGGED.value: Reason.FLAGGED, ScopeKind.WRONG.value: Reason.WRONG_LATELY}
