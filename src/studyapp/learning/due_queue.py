"""Which cards a study day holds, and in which order.

Due cards come first, the least likely to be recalled before the others; then learning steps whose time has
come; then new cards in the order of the content, up to the day's share. Two cards of one entry (siblings)
never come on the same day. The order depends on nothing but the log and the day, so it can be told again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final
from zlib import crc32

from studyapp.ids import ItemId
from studyapp.learning.study_day import StudyDay

NoteOf = Callable[[ItemId], str]
"""Names the entry that a card was made from."""

REVIEW_SECONDS: Final = 9.0
"""What an answer takes until the learner's own answers tell."""

ANSWERS_A_NEW_CARD: Final = 9
"""Answers that a steady flow of one new card a day asks for every day, in the long run, at 90 % retention."""

FIRST_DAY_ANSWERS: Final = 3
"""Answers that a new card asks for on its first day."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A card with a date, as far as the queue must know it. ``stability`` is in days."""

    card: ItemId
    due_at: datetime
    reviewed_at: datetime
    stability: float


@dataclass(frozen=True, slots=True)
class Step:
    """A card on its learning or relearning steps, and when the next one is due."""

    card: ItemId
    due_at: datetime


@dataclass(frozen=True, slots=True)
class DueQueue:
    """What is to be asked: cards in order, and steps by the time at which they are due."""

    due: tuple[ItemId, ...] = ()
    steps: tuple[Step, ...] = ()
    new: tuple[ItemId, ...] = ()
    ahead: tuple[ItemId, ...] = ()
    held: int = 0
    """How many more there would be, were it not for a sibling that comes or came today."""

    def without(self, card: ItemId) -> "DueQueue":
        """The same queue without a card that is asked elsewhere."""
        return DueQueue(
            tuple(c for c in self.due if c != card),
            tuple(s for s in self.steps if s.card != card),
            tuple(c for c in self.new if c != card),
            tuple(c for c in self.ahead if c != card),
            self.held,
        )


def urgency(asked: Asked, day: StudyDay) -> tuple[float, datetime, int]:
    """Sorts the least likely to be recalled first, then the longest overdue, then evenly mixed.

    Recall falls with elapsed time over stability alone, so the ratio serves as well as the chance itself. It
    is taken at the end of the day, so that the order does not change within it.
    """
    elapsed = max(0, (day.ends_at - asked.reviewed_at).days)
    return -elapsed / asked.stability, asked.due_at, crc32(f"{asked.card}{day.date}".encode())


class Spread:
    """Lets only one card of every entry through on a day, besides those answered already."""

    def __init__(self, note_of: NoteOf, answered: Iterable[ItemId]) -> None:
        self._note_of = note_of
        self._answered = frozenset(answered)
        self._taken = {note_of(card): card for card in self._answered}
        self._held: set[ItemId] = set()

    @property
    def held(self) -> int:
        """How many of the cards that were asked about may not come today."""
        return len(self._held)

    def lets(self, card: ItemId) -> bool:
        """Whether the card may come today; if so, its siblings no longer may."""
        if card in self._answered:
            return True
        let = self._taken.setdefault(self._note_of(card), card) == card
        if not let:
            self._held.add(card)
        return let


def arrange(
    due: Iterable[Asked],
    steps: Iterable[Step],
    new: Iterable[ItemId],
    share: int | None,
    day: StudyDay,
    spread: Spread,
) -> DueQueue:
    """The day's queue. ``new``, in the order of the content, is read no further than ``share``; None: all."""
    pending = sorted(
        (step for step in steps if spread.lets(step.card)), key=lambda step: (step.due_at, step.card)
    )
    ordered = sorted(due, key=lambda asked: urgency(asked, day))
    first = tuple(asked.card for asked in ordered if spread.lets(asked.card))
    fresh = tuple(islice((card for card in new if spread.lets(card)), share))
    return DueQueue(first, tuple(pending), fresh)


@dataclass(frozen=True, slots=True)
class Pace:
    """What the day's share of new cards follows from."""

    minutes_a_day: float
    """What a day leaves for cards."""
    seconds: float = REVIEW_SECONDS
    """One answer, as the learner has taken on average before today."""
    a_new_card: float = ANSWERS_A_NEW_CARD
    """Answers a day, in the long run, that a flow of one new card a day asks for."""

    def share(self, due: int, reviewed: int, introduced: int) -> int:
        """How many new cards are left for today.

        No more than a steady flow that the learner's minutes can carry: a card a day comes to nine answers a
        day in the long run, more where a higher recall is wanted. And no more than fit today beside what is due
        (``due``) and was due (``reviewed``), at three answers a card. ``introduced`` cards of today's share were
        seen already.
        """
        budget = self.minutes_a_day * 60.0
        steady = int(budget / (self.a_new_card * self.seconds))
        room = int((budget - (due + reviewed) * self.seconds) / (FIRST_DAY_ANSWERS * self.seconds))
        return max(0, min(max(1, steady), room) - introduced)

    def takes(self, due: int, steps: int, new: int) -> float:
        """How many seconds a queue takes."""
        return (due + steps + FIRST_DAY_ANSWERS * new) * self.seconds
