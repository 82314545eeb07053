"""Flashcards: the card on the desk, the four ratings, and whatever else can be done with a card."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from studyapp.catalog.card import Card
from studyapp.catalog.catalog import Catalog
from studyapp.ids import ItemId
from studyapp.learning.due_queue import REVIEW_SECONDS, DueQueue, Pace
from studyapp.learning.leech import is_leech
from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating
from studyapp.learning.scheduler import Scheduler
from studyapp.learning.sitting import Sitting, sit_down
from studyapp.store import card_rows
from studyapp.store.event import Event
from studyapp.store.fold_marks import BURY, FLAG, NOTE, SUSPEND
from studyapp.store.fold_memory import CRAM, REVIEW
from studyapp.store.ledger import Entry, Ledger
from studyapp.store.own_card_entries import OWN_CARD
from studyapp.study.books import Books
from studyapp.study.card_queue import CardQueue
from studyapp.study.change import Change
from studyapp.study.long_work import Work, at_once
from studyapp.study.new_order import NewOrder
from studyapp.study.planner import Planner
from studyapp.study.question_cards import called_cards, latest_call, practice_cards, shown
from studyapp.study.review_answers import altered, answer_said, cram_said, practised
from studyapp.study.review_values import CardState, DueCounts, ReviewView, SittingSummary, StepsBack, state_of
from studyapp.study.scope import DAY, Scope, ScopeKind
from studyapp.study.settings_desk import LearnerSettings, SettingsDesk
from studyapp.study.undo_trail import STEP, Step, Undoing

__all__ = ["CardState", "DueCounts", "ReviewDesk", "ReviewView", "Scope", "SittingSummary"]

_MOVES_ON: Final = frozenset({REVIEW, CRAM, SUSPEND, BURY})
"""What takes a card off the desk; flags and notes leave it there."""

_STAYS: Final = frozenset({FLAG, NOTE})
"""What alters nothing about the order in which cards are asked."""

_MEANWHILE: Final = timedelta(minutes=1)
"""Few learners think longer about a rating."""

Restore = Callable[[Step, bool], None]
"""Brings the learner's own cards back to what they were before some entries (False) or after them (True)."""


class ReviewDesk:
    """One sitting with flashcards at a time.

    Every verb is durable when it returns. The desk notices by itself when the study day, the content or
    history changed and then gathers its cards anew.
    """

    def __init__(
        self,
        library: Books,
        ledger: Ledger,
        scheduler: Scheduler,
        settings: SettingsDesk,
        restore: Restore | None = None,
    ) -> None:
        self._library, self._ledger = library, ledger
        self._scheduler, self._settings = scheduler, settings
        self._scope = DAY
        self._sitting: Sitting | None = None
        self._footing: tuple[Catalog, int, date, LearnerSettings] | None = None
        self._undoing, self._restore = Undoing(ledger), restore
        self._order = NewOrder(library, ledger, scheduler, settings)
        self._deck: tuple[Mapping[ItemId, Card], Mapping[ItemId, Card]] | None = None
        self._heard: datetime | None = None
        self._looked_at = ledger.now()
        self._usual_pace = REVIEW_SECONDS
        self._past: dict[str, Sitting] = {}
        self._glances: dict[ItemId, tuple[card_rows.Known | None, card_rows.Marks]] = {}
        self._future: dict[str, Sitting] = {}

    # -- looking

    def counts(self) -> DueCounts:
        """What is left of today's plan."""
        return self._day_queue().counts()

    def seconds(self, counts: DueCounts) -> float:
        """How long that takes at the learner's own pace."""
        return self.pace().takes(counts.due, counts.learning, counts.new)

    def pace(self) -> Pace:
        """What today has for cards, and how fast the learner is."""
        return self._day_queue().pace()

    def by_worth(self) -> bool:
        """Whether the day's cards are those that add most to the exam, as not all fit before it."""
        return self._day_queue().by_worth()

    def view(self) -> ReviewView | None:
        """The card to answer now, None when nothing is left, or nothing yet."""
        sitting = self._at_hand()
        if sitting.card is None:
            return None
        card = self._cards[sitting.card]
        row, marks = self._glance(card.id)
        memory, now, trail = row.memory if row else None, self._ledger.now(), self._undoing.trail
        return ReviewView(
            card=card,
            memory=memory,
            position=sitting.position,
            total=sitting.total,
            intervals={} if self._scope.cram else self._scheduler.intervals(card.id, memory, now),
            can_undo=bool(trail.done),
            can_redo=bool(trail.undone),
            flagged=marks.flagged,
            note=marks.note,
            revised=row is not None and row.revision < card.revision,
            pace=(pace := sitting.tally.pace(self._usual_pace)),
            left=pace * sitting.answers_left,
            question=shown(card, memory.reviews if memory else 0),
            cram=self._scope.cram,
            leech=is_leech(memory),
            held=sitting.queue.held,
        )

    def steps(self) -> StepsBack:
        """Whether anything can be undone or redone, whatever is on the desk."""
        trail = self._undoing.trail
        return StepsBack(bool(trail.done), bool(trail.undone))

    def prepare(self) -> Card | None:
        """Look up what the next card needs while the learner thinks about this one: that card, if there is one.

        It alters nothing and may be left out; with it the next card is there at once, also where that turns out to
        be one whose step falls due meanwhile.
        """
        now, sitting = self._ledger.now(), self._at_hand()
        card, later = sitting.advance(now).card, sitting.advance(now + _MEANWHILE).card
        for likely in (card, later):
            if likely is not None:
                row, _ = self._glance(likely)
                self._scheduler.intervals(likely, row.memory if row else None, now)
        self._ledger.rest()
        return None if card is None else self._cards[card]

    def summary(self) -> SittingSummary:
        """What the sitting has come to so far."""
        tally = self._at_hand().tally
        return SittingSummary(tally.answered, tally.again, tally.took)

    def memory(self, card: ItemId) -> Memory | None:
        """What is known of a card, None when it was never answered."""
        row = card_rows.known(self._ledger, card)
        return row.memory if row else None

    def retrievability(self, card: ItemId) -> float | None:
        """The chance that a card is recalled now, None when it was never answered."""
        memory = self.memory(card)
        return self._scheduler.retrievability(memory, self._ledger.now()) if memory else None

    def states(self, cards: Collection[ItemId]) -> dict[ItemId, CardState]:
        """What is known at a glance of each of these cards."""
        memories, marks = card_rows.memories(self._ledger, cards), card_rows.all_marks(self._ledger)
        now = self._ledger.now()
        return {c: state_of(memories.get(c), marks.get(c), self._scheduler, now) for c in cards}

    # -- doing

    def begin(self, scope: Scope = DAY) -> None:
        """Sit down with the cards of a scope. Raises ValueError for a kind of scope that does not exist."""
        self._scope = scope
        self._sit_down()

    def rate(self, rating: Rating, took: timedelta, chosen: frozenset[int] = frozenset()) -> Change:
        """Answer the card on the desk; ``chosen`` are the options taken of a question, counted as they were shown.

        To choose is to answer the practice question as well: both are kept, and undone, together.
        """
        sitting = self._at_hand()
        if sitting.card is None:
            return Change.NOTHING
        if self._scope.cram:
            event = self._record(CRAM, sitting.card, cram_said(rating, took))
            self._sitting = sitting.crammed(rating, took, event.at)
            return Change.REVIEWS
        row, _ = self._glance(sitting.card)
        before = row.memory if row else None
        recall = self._scheduler.retrievability(before, self._ledger.now()) if before else None
        beside = practised(self._cards[sitting.card], before, chosen, took, self._ledger.next_name)
        event = self._record(REVIEW, sitting.card, answer_said(rating, took, before, recall), beside)
        after = self._scheduler.next(sitting.card, before, rating, event.at)
        self._sitting = sitting.answered(rating, took, after, event.at)
        return Change.REVIEWS | Change.EXAMS if beside else Change.REVIEWS

    def suspend(self) -> Change:
        """Never ask the card on the desk again, until it is released."""
        return self._leave_out(SUSPEND, {"on": True})

    def bury(self) -> Change:
        """Leave the card on the desk for the next study day."""
        tomorrow = self._ledger.today().date + timedelta(days=1)
        return self._leave_out(BURY, {"until": tomorrow.isoformat()})

    def release(self, card: ItemId) -> Change:
        """Ask a suspended card again."""
        if not card_rows.marks(self._ledger, card).suspended:
            return Change.NOTHING
        self._record(SUSPEND, card, {"on": False})
        return Change.REVIEWS

    def flag(self) -> Change:
        """Set the flag of the card on the desk, or take it off."""
        card = self._at_hand().card
        if card is None:
            return Change.NOTHING
        self._record(FLAG, card, {"on": not self._glance(card)[1].flagged})
        return Change.REVIEWS

    def note(self, text: str) -> Change:
        """Keep the learner's own words with the card on the desk; empty text takes them away."""
        card, text = self._at_hand().card, text.strip()
        if card is None or text == self._glance(card)[1].note:
            return Change.NOTHING
        self._record(NOTE, card, {"text": text})
        return Change.NOTES

    def undo(self) -> Change:
        """Take back at once what ``undoing`` takes back in parts."""
        return at_once(self.undoing())

    def redo(self) -> Change:
        """Do again at once what was undone last."""
        return at_once(self.redoing())

    def undoing(self) -> Work:
        """Take back what was done last today or in this sitting; the card is on the desk again.

        Raises OwnCardsFileError or OSError when that is a change of the learner's own cards and their file resists.
        """
        trail = self._undoing.trail
        if not trail.done:
            return Change.NOTHING
        step, here = trail.done[-1], self._at_hand()
        with self._brought_back(step, after=False):
            yield from self._undoing.undoing()
        return self._turned(step, here, self._past, self._future, step[-1].item)

    def redoing(self) -> Work:
        """Do again what was undone last. Raises as ``undoing`` does."""
        trail = self._undoing.trail
        if not trail.undone:
            return Change.NOTHING
        step, here = trail.undone[-1].step, self._at_hand()
        with self._brought_back(step, after=True):
            yield from self._undoing.redoing()
        return self._turned(step, here, self._future, self._past, None)

    @contextmanager
    def _brought_back(self, step: Step, *, after: bool) -> Iterator[None]:
        """The learner's own cards as they were before a step, or after it, unless the log refuses."""
        restore = self._restore if step[0].kind == OWN_CARD else None
        if restore is not None:
            restore(step, after)
        try:
            yield
        except OSError:
            if restore is not None:
                with suppress(OSError):
                    restore(step, not after)
            raise

    def _turned(
        self,
        step: Step,
        here: Sitting,
        there: dict[str, Sitting],
        back: dict[str, Sitting],
        card: ItemId | None,
    ) -> Change:
        """The sitting as it was ``there``, at the step; the way ``back`` leads here."""
        for entry in step:
            self._glances.pop(entry.item, None)
        last = step[-1]
        if last.kind in _MOVES_ON and (last.kind == REVIEW or STEP not in last.payload):
            back[last.name] = here
            self._turn_to(there.pop(last.name, None), card)
        elif last.kind not in _STAYS:
            self._gather_anew({entry.item for entry in step})
        return altered(step)

    # -- the sitting

    @property
    def _cards(self) -> Mapping[ItemId, Card]:
        """The cards of the content, and those made from questions as far as a queue has asked for them."""
        cards = self._library.catalog.cards()
        if self._deck is None or self._deck[0] is not cards:
            self._deck = cards, cards
        return self._deck[1]

    def _day_queue(self, scope: Scope = DAY) -> CardQueue:
        made, called = called_cards(self._library.catalog, self._ledger)
        if scope.kind == ScopeKind.CHOICE:
            made = {**practice_cards(self._library.catalog), **made}
        cards = {**self._cards, **made} if made else self._cards
        self._deck = self._library.catalog.cards(), cards
        course = Planner(self._library, self._ledger, self._settings).course()
        return CardQueue(cards, self._ledger, course, called, self._order)

    def _queue(self, scope: Scope) -> DueQueue:
        return self._day_queue(scope).gather(scope)

    def _sit_down(self, first: ItemId | None = None) -> Sitting:
        self._past, self._future, self._glances = {}, {}, {}
        self._footing, self._heard = self._ground(), latest_call(self._ledger)
        known = first if first in self._cards else None
        queue = self._day_queue(self._scope)
        self._usual_pace = queue.pace().seconds
        self._sitting = sit_down(queue.gather(self._scope), self._ledger.now(), known)
        return self._sitting

    def _ground(self) -> tuple[Catalog, int, date, LearnerSettings]:
        today = self._ledger.today().date
        return self._library.catalog, self._ledger.epoch, today, self._settings.settings

    def _at_hand(self) -> Sitting:
        if self._sitting is None or self._footing is None:
            return self._sit_down()
        if self._footing != self._ground():
            kept = self._footing[1:] == self._ground()[1:]  # only the content is another
            return self._gather_anew(()) if kept else self._sit_down(self._sitting.card)
        if self._clock_went_back():
            return self._gather_anew(())
        if others := self._undoing.others():
            for event in others:
                self._glances.pop(event.item, None)
            if any(event.kind not in _STAYS for event in others):
                return self._gather_anew({event.item for event in others})
        if self._sitting.card is None:
            self._sitting = self._sitting.advance(self._ledger.now())
        if self._sitting.card is None and latest_call(self._ledger) != self._heard:
            return self._sit_down()
        return self._sitting

    def _clock_went_back(self) -> bool:
        """Whether steps may wait for a moment that lies farther off than they are long."""
        before, self._looked_at = self._looked_at, self._ledger.now()
        return self._looked_at < before

    def _gather_anew(self, touched: Collection[ItemId]) -> Sitting:
        """The same sitting over what is to be asked now; the card on the desk stays there unless it was touched."""
        before = self._sitting
        card = before.card if before and before.card not in touched else None
        sitting = self._sit_down(card)
        self._sitting = replace(sitting, tally=before.tally) if before else sitting
        return self._sitting

    def _turn_to(self, sitting: Sitting | None, card: ItemId | None) -> None:
        """Go back to a sitting as it was; when it is not remembered, gather anew with the card on top."""
        if sitting is None:
            past, future = self._past, self._future
            self._sit_down(card)
            self._past, self._future = past, future
        else:
            self._sitting = sitting

    def _leave_out(self, kind: str, payload: dict[str, Any]) -> Change:
        sitting = self._at_hand()
        if sitting.card is None:
            return Change.NOTHING
        self._record(kind, sitting.card, payload)
        self._sitting = sitting.dropped(self._ledger.now())
        return Change.REVIEWS

    def _glance(self, card: ItemId) -> tuple[card_rows.Known | None, card_rows.Marks]:
        """What the log says of a card, looked up once."""
        if card not in self._glances:
            known, marks = card_rows.known(self._ledger, card), card_rows.marks(self._ledger, card)
            self._glances[card] = known, marks
        return self._glances[card]

    def _record(
        self, kind: str, card: ItemId, payload: dict[str, Any], beside: tuple[Entry, ...] = ()
    ) -> Event:
        """Write an entry about a card, and what happened ``beside`` it as one step with it."""
        sitting = self._sitting
        revision = self._cards[card].revision if card in self._cards else 1
        if beside:
            payload[STEP] = beside[0].payload[STEP]
        *_, event = self._undoing.record(*beside, Entry(kind, card, revision, payload))
        self._glances.pop(card, None)
        self._future = {}
        if sitting is not None:
            self._past[event.name] = sitting
        return event
