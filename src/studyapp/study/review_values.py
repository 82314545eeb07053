"""What the flashcard desk shows: the card on it, counts, states and the end of a sitting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from studyapp.catalog.card import Card
from studyapp.catalog.question import Question
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating
from studyapp.learning.scheduler import Scheduler
from studyapp.store.card_rows import Marks


@dataclass(frozen=True, slots=True)
class DueCounts:
    """What is left of today's plan: cards due, new cards, cards on their learning steps.

    ``later`` cards are due as well but do not fit into the day's minutes; they belong to the days after. ``needed``
    is 0, or the seconds for cards that everything would take before the exam when there are not so many.
    """

    due: int
    new: int
    learning: int
    later: int = 0
    needed: float = 0.0

    @property
    def total(self) -> int:
        """All cards of the plan."""
        return self.due + self.new + self.learning


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The card on the desk.

    ``memory`` is None for a new card. ``intervals`` tells when each rating would bring it back. ``revised``
    means that its meaning changed since it was last answered. ``pace`` is what an answer takes lately, ``left`` how
    long the rest of the sitting takes at that pace. ``question`` has its options in the order to show them. ``held``
    cards are no part of ``total``: a sibling of theirs comes or came today.
    """

    card: Card
    memory: Memory | None
    position: int
    total: int
    intervals: Mapping[Rating, timedelta]
    can_undo: bool
    can_redo: bool
    flagged: bool
    note: str
    revised: bool
    pace: timedelta = timedelta()
    left: timedelta = timedelta()
    question: Question | None = None
    cram: bool = False
    """Whether the answer changes no memory; ``intervals`` is empty then."""
    leech: bool = False
    """Whether repeating alone does not help with it."""
    held: int = 0


@dataclass(frozen=True, slots=True)
class CardState:
    """What is known of a card at a glance.

    ``due_at`` is None for a new card, and so is ``recall``, the chance that it is recalled tomorrow, as
    `recall.py` tells it.
    """

    phase: Phase
    due_at: datetime | None
    recall: float | None
    suspended: bool
    flagged: bool


def state_of(memory: Memory | None, marks: Marks | None, scheduler: Scheduler, now: datetime) -> CardState:
    """What is known at a glance of a card with this memory and these marks."""
    said = marks or Marks()
    if memory is None:
        return CardState(Phase.NEW, None, None, said.suspended, said.flagged)
    days = (now - memory.reviewed_at).days
    recall = scheduler.recall_tomorrow(memory.phase, days, memory.stability)
    return CardState(memory.phase, memory.due_at, recall, said.suspended, said.flagged)


@dataclass(frozen=True, slots=True)
class StepsBack:
    """Whether a step can be undone, and one that was undone be done again."""

    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class SittingSummary:
    """What a sitting came to."""

    answered: int
    again: int
    took: timedelta
