"""Gathers what a sitting asks: cards of the open content, dates of the log, the day's share of new cards."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from studyapp.catalog.card import Card
from studyapp.ids import ItemId
from studyapp.learning.day_plan import CARD_SHARE
from studyapp.learning.due_queue import Asked, DueQueue, Pace, Spread, arrange
from studyapp.learning.memory import Phase
from studyapp.learning.statistics import seconds_an_answer
from studyapp.learning.study_day import StudyDay
from studyapp.store import card_rows
from studyapp.store.day_rows import answer_days
from studyapp.store.ledger import Ledger
from studyapp.study.review_values import DueCounts
from studyapp.study.scope import DAY, Chooser, Scope, ScopeKind, chooser

LATELY: Final = timedelta(days=7)
"""How long ago a card may have been forgotten to count as wrong lately."""

AHEAD_AT_ONCE: Final = 1000
"""A sitting goes no more cards ahead than this; the next one goes on from there."""

PACE_DAYS: Final = timedelta(days=60)
"""Older answers say nothing about how fast the learner is now."""


_UNKNOWN: Final = 0.1
"""The stability, in days, by which a card that was called and never answered is put in order."""


class CardQueue:
    """The queue of one study day over one catalog."""

    def __init__(
        self,
        cards: Mapping[ItemId, Card],
        ledger: Ledger,
        minutes_a_day: int,
        called: Mapping[ItemId, datetime] | None = None,
    ) -> None:
        self._cards = cards
        self._called = called or {}
        """Cards that something outside made due, and when: they come as due ones, never as new ones."""
        self._ledger = ledger
        self._minutes = minutes_a_day
        self._day = ledger.today()

    def gather(self, scope: Scope = DAY) -> DueQueue:
        """What the scope asks, in order."""
        may = self._may_be_asked(scope)
        answered = card_rows.answered_on(self._ledger, self._day.date)
        spread = self._spread(answered)
        due = [] if scope.kind == ScopeKind.NEW else [asked for asked in self._due() if may(asked.card)]
        steps = [step for step in card_rows.pending_steps(self._ledger) if may(step.card)]
        share = self._share(len(due), answered) if scope.kind == ScopeKind.DUE else None
        queue = arrange(due, steps, self._unseen(may, share), share, self._day, spread)
        return self._extended(queue, may, spread) if scope.whole else queue

    def counts(self) -> DueCounts:
        """How long the day's queue is, without putting it in order."""
        may = self._may_be_asked(DAY)
        answered = card_rows.answered_on(self._ledger, self._day.date)
        spread = self._spread(answered)
        steps = [item for item in card_rows.stepping_cards(self._ledger) if may(item) and spread.lets(item)]
        waiting = [item for item in self._due_cards() if may(item)]
        due = sum(spread.lets(item) for item in waiting)
        share = self._share(len(waiting), answered)
        new = sum(1 for _ in islice((c for c in self._unseen(may, share) if spread.lets(c)), share))
        return DueCounts(due, new, len(steps))

    def pace(self) -> Pace:
        """What the share of new cards follows from: the minutes, and the learner's speed before today."""
        days = answer_days(self._ledger, self._day.date - PACE_DAYS)
        return Pace(
            self._minutes * CARD_SHARE, seconds_an_answer([day for day in days if day.day < self._day.date])
        )

    def _share(self, due: int, answered: Mapping[ItemId, bool]) -> int:
        introduced = sum(answered.values())
        return self.pace().share(due, len(answered) - introduced, introduced)

    def _may_be_asked(self, scope: Scope) -> Callable[[ItemId], bool]:
        """Whether an identifier is a card of the open content, in the scope, and not set aside."""
        aside = card_rows.set_aside(self._ledger, self._day.date)
        chosen = self._chooser(scope)
        cards = self._cards
        return lambda item: item in cards and item not in aside and chosen(cards[item])

    def _chooser(self, scope: Scope) -> Chooser:
        marks, wrong = card_rows.all_marks, card_rows.wrong_since
        flagged = (
            {card for card, said in marks(self._ledger).items() if said.flagged}
            if scope.kind == ScopeKind.FLAGGED
            else ()
        )
        lately = wrong(self._ledger, self._ledger.now() - LATELY) if scope.kind == ScopeKind.WRONG else ()
        return chooser(scope, flagged, lately)

    def _spread(self, answered: Iterable[ItemId]) -> Spread:
        return Spread(self._note_of, (card for card in answered if card in self._cards))

    def _due(self) -> list[Asked]:
        """Cards that are due today, and those whose meaning changed since they were answered."""
        due = card_rows.due_reviews(self._ledger, self._day.ends_at)
        asked = {asked.card for asked in due}
        return [*due, *self._revised(asked), *self._recalled(asked)]

    def _due_cards(self) -> list[ItemId]:
        """The same cards without their dates."""
        due = card_rows.due_cards(self._ledger, self._day.ends_at)
        asked = set(due)
        return [*due, *(each.card for source in (self._revised, self._recalled) for each in source(asked))]

    def _recalled(self, due: set[ItemId]) -> Iterator[Asked]:
        """Cards that were made due after they were last answered, if ever."""
        memories = card_rows.memories(self._ledger, self._called) if self._called else {}
        for card, at in self._called.items():
            memory = memories.get(card)
            if memory is None:
                yield Asked(card, at, at, _UNKNOWN)
            elif card not in due and memory.phase is Phase.REVIEW and memory.reviewed_at < at:
                yield Asked(card, at, memory.reviewed_at, memory.stability)

    def _revised(self, due: set[ItemId]) -> Iterator[Asked]:
        newer = [card.id for card in self._cards.values() if card.revision > 1 and card.id not in due]
        for card in newer:
            row = card_rows.known(self._ledger, card)
            if row and row.revision < self._cards[card].revision and row.memory.phase is Phase.REVIEW:
                yield Asked(card, row.memory.due_at, row.memory.reviewed_at, row.memory.stability)

    def _unseen(self, may: Callable[[ItemId], bool], share: int | None) -> Iterator[ItemId]:
        """New cards in the order of the content; nothing is read when none is wanted."""
        if share == 0:
            return iter(())
        seen = card_rows.seen_cards(self._ledger)
        kept = self._called
        return (card for card in self._cards if card not in seen and card not in kept and may(card))

    def _extended(self, queue: DueQueue, may: Callable[[ItemId], bool], spread: Spread) -> DueQueue:
        """The queue with what comes after today: more new cards, then what is due soonest."""
        asked = {*queue.due, *queue.new, *(step.card for step in queue.steps)}
        more = (card for card in self._unseen(may, None) if card not in asked and spread.lets(card))
        later = card_rows.later_reviews(self._ledger, self._day.ends_at)
        soon = (card for card in later if card not in asked and may(card) and spread.lets(card))
        ahead = tuple(islice((card for source in (more, soon) for card in source), AHEAD_AT_ONCE))
        return DueQueue(queue.due, queue.steps, queue.new, ahead)

    def _note_of(self, item: ItemId) -> str:
        return item[: item.index("/") + 1] + self._cards[item].note

    @property
    def day(self) -> StudyDay:
        """The study day that the queue is for."""
        return self._day
