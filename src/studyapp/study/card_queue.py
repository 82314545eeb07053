"""Gathers what a sitting asks: cards of the open content, dates of the log, and what the day's minutes carry."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Final

from studyapp.catalog.card import Card
from studyapp.ids import ItemId
from studyapp.learning.agenda import Course, DayRule, Standing
from studyapp.learning.due_queue import Asked, DueQueue, Pace, Spread, Step, arrange, urgency
from studyapp.learning.memory import Phase
from studyapp.learning.statistics import seconds_an_answer
from studyapp.learning.study_day import StudyDay
from studyapp.learning.worth import Candidate
from studyapp.store import card_rows
from studyapp.store.day_rows import answer_days
from studyapp.store.ledger import Ledger
from studyapp.store.moment import to_ms
from studyapp.study.new_order import NewOrder
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
        course: Course,
        called: Mapping[ItemId, datetime] | None = None,
        order: NewOrder | None = None,
    ) -> None:
        self._cards = cards
        self._order = order
        self._called = called or {}
        """Cards that something outside made due, and when: they come as due ones, never as new ones."""
        self._ledger = ledger
        self._course = course
        self._day = ledger.today()

    def gather(self, scope: Scope = DAY) -> DueQueue:
        """What the scope asks, in order."""
        may = self._may_be_asked(scope)
        if scope.cram:
            return self._crammed(may)
        answered = card_rows.answered_on(self._ledger, self._day.date)
        spread = self._spread(answered)
        due = [] if scope.kind == ScopeKind.NEW else [asked for asked in self._due() if may(asked.card)]
        steps = [step for step in card_rows.pending_steps(self._ledger) if may(step.card)]
        if scope.kind == ScopeKind.DUE:
            steps = self._carried(steps, answered)
            queue = self._planned(self._rule(answered, len(steps), may), due, steps, may, spread)
        else:
            queue = arrange(due, steps, self._unseen(may, None), None, self._day, spread)
        whole = self._extended(queue, due, may, spread) if scope.whole else queue
        return replace(whole, held=spread.held)

    def by_worth(self) -> bool:
        """Whether the day's cards are those that add most to the exam, as not all fit before it."""
        may = self._may_be_asked(DAY)
        answered = card_rows.answered_on(self._ledger, self._day.date)
        return self._rule(answered, 0, may).scarce

    def counts(self) -> DueCounts:
        """How long the day's queue is, without putting it in order where all that is due fits."""
        may = self._may_be_asked(DAY)
        answered = card_rows.answered_on(self._ledger, self._day.date)
        spread = self._spread(answered)
        pending = [step for step in card_rows.pending_steps(self._ledger) if may(step.card)]
        steps = self._carried(pending, answered)
        waiting = [item for item in self._due_cards() if may(item)]
        rule = self._rule(answered, len(steps), may)
        left = len(pending) - len(steps)
        if not rule.fits(len(waiting)):
            queue = self.gather()
            later = len(set(waiting).difference(queue.due))
            return DueCounts(len(queue.due), len(queue.new), len(queue.steps), later + left, rule.missing)
        learning = sum(spread.lets(step.card) for step in steps)
        due = sum(spread.lets(item) for item in waiting)
        share = rule.new(len(waiting))
        unseen = self._unseen(may, share, self._cards)  # how many there are is the same in any order
        new = sum(1 for _ in islice((c for c in unseen if spread.lets(c)), share))
        return DueCounts(due, new, learning, left)

    def pace(self) -> Pace:
        """The minutes for cards, and the learner's speed before today."""
        days = answer_days(self._ledger, self._day.date - PACE_DAYS)
        return Pace(
            self._course.today / 60, seconds_an_answer([day for day in days if day.day < self._day.date])
        )

    def _crammed(self, may: Callable[[ItemId], bool]) -> DueQueue:
        """Every card that may be asked, the least likely to be recalled first, at last those never seen."""
        until = to_ms(self._day.ends_at)
        known = {item: held for item, held in card_rows.strengths(self._ledger).items() if may(item)}
        weakest = sorted(known, key=lambda item: ((known[item][0] - until) / known[item][1], item))
        called = (item for item in self._called if item not in known and may(item))
        every = (item for source in (weakest, called, self._unseen(may, None)) for item in source)
        return DueQueue(ahead=tuple(islice(every, AHEAD_AT_ONCE)))

    def _carried(self, steps: Sequence[Step], answered: Mapping[ItemId, bool]) -> list[Step]:
        """The steps that were begun today, and those left from earlier days as far as the minutes carry them.

        Of those begun today no more at a time than the whole day carries; on a day off there is no such measure.
        """
        ordered = sorted(steps, key=lambda step: (step.due_at, step.card))
        begun = [step for step in ordered if step.card in answered]
        left = [step for step in ordered if step.card not in answered]
        most = int(self._course.today / self.pace().seconds)
        if self._course.today:
            begun = begun[: max(1, most)]
        return [*begun, *left[: max(0, most - len(answered) - len(begun))]]

    def _rule(self, answered: Mapping[ItemId, bool], steps: int, may: Callable[[ItemId], bool]) -> DayRule:
        """What decides the day: the course, where it stands, and the learner's parameters and pace."""
        introduced = sum(answered.values())
        unseen, met = self._holdings(may) if self._course.left is not None else (0, 0)
        standing = Standing(len(answered) - introduced, introduced, steps, unseen, met)
        return DayRule(self._course, standing, self._ledger.scheduler.parameters, self.pace().seconds)

    def _holdings(self, may: Callable[[ItemId], bool]) -> tuple[int, int]:
        """How many cards that count for the exam were never seen, and how many were."""
        seen, weight = card_rows.seen_cards(self._ledger), self._course.weight
        counting = [item for item, card in self._cards.items() if may(item) and weight(card.area) > 0]
        met = sum(item in seen for item in counting)
        return len(counting) - met, met

    def _planned(
        self,
        rule: DayRule,
        due: Sequence[Asked],
        steps: Sequence[Step],
        may: Callable[[ItemId], bool],
        spread: Spread,
    ) -> DueQueue:
        """What the day's plan asks of what is due and what is new."""
        if rule.fits(len(due)):
            share = rule.new(len(due))
            return arrange(due, steps, self._unseen(may, share), share, self._day, spread)
        pending = arrange((), steps, (), 0, self._day, spread)
        called = [self._candidate(each.card, None, 0) for each in due if each.stability == _UNKNOWN]
        met = chain(self._met(may), called)
        if rule.scarce:
            fresh = [self._candidate(item, None, 0) for item in self._unseen(may, None)]
            old, new = rule.for_the_exam(met, fresh, spread.lets)
            return replace(pending, due=old, new=new)
        waiting = {asked.card for asked in due}
        valued = (candidate for candidate in met if candidate.card in waiting)
        return replace(pending, due=rule.most_valuable(valued, spread.lets, rule.reviews))

    def _met(self, may: Callable[[ItemId], bool]) -> Iterator[Candidate]:
        """Cards past their steps that may be asked, due or not."""
        until = self._day.ends_at
        for strength in card_rows.review_strengths(self._ledger, until):
            if may(strength.card):
                yield self._candidate(strength.card, strength, strength.days)

    def _candidate(self, item: ItemId, strength: card_rows.Strength | None, days: int) -> Candidate:
        return Candidate(item, strength, days, self._course.weight(self._cards[item].area))

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
        seen = card_rows.seen_cards(self._ledger) if scope.kind == ScopeKind.NEW else ()
        return chooser(scope, flagged, lately, seen)

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

    def _unseen(
        self, may: Callable[[ItemId], bool], share: int | None, among: Iterable[ItemId] | None = None
    ) -> Iterator[ItemId]:
        """New cards in the order in which they come, or as they stand ``among`` others; none is sorted in vain."""
        if share == 0:
            return iter(())
        if among is None:
            among = self._cards if self._order is None else self._order.of(self._cards)
        seen = card_rows.seen_cards(self._ledger)
        kept = self._called
        return (card for card in among if card not in seen and card not in kept and may(card))

    def _extended(
        self, queue: DueQueue, due: Sequence[Asked], may: Callable[[ItemId], bool], spread: Spread
    ) -> DueQueue:
        """The queue with what comes after it: what is due and did not fit, more new cards, what is due soonest."""
        asked = {*queue.due, *queue.new, *(step.card for step in queue.steps)}
        waiting = (each.card for each in sorted(due, key=lambda each: urgency(each, self._day)))
        late = (card for card in waiting if card not in asked and spread.lets(card))
        more = (card for card in self._unseen(may, None) if card not in asked and spread.lets(card))
        later = card_rows.later_reviews(self._ledger, self._day.ends_at)
        soon = (card for card in later if card not in asked and may(card) and spread.lets(card))
        ahead = tuple(islice((card for source in (late, more, soon) for card in source), AHEAD_AT_ONCE))
        return DueQueue(queue.due, queue.steps, queue.new, ahead)

    def _note_of(self, item: ItemId) -> str:
        return item[: item.index("/") + 1] + self._cards[item].note

    @property
    def day(self) -> StudyDay:
        """The study day that the queue is for."""
        return self._day
