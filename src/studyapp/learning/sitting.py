"""One sitting with flashcards: what is asked now, what comes then, what was done."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from studyapp.ids import ItemId
from studyapp.learning.due_queue import FIRST_DAY_ANSWERS, DueQueue, Step
from studyapp.learning.memory import Memory
from studyapp.learning.rating import Rating

PATIENCE: Final = timedelta(minutes=20)
"""With nothing else left, a step due within this time is asked early."""


CRAM_AGAIN: Final = timedelta(minutes=1)
"""After so long a card that was forgotten while cramming comes again."""

_USUAL_COUNTS: Final = 10
"""The usual pace counts as much as so many answers of this sitting."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a sitting came to so far."""

    answered: int = 0
    again: int = 0
    took: timedelta = timedelta()
    longest: timedelta = timedelta()

    def pace(self, usual: float) -> timedelta:
        """What an answer takes: the usual seconds, moved towards this sitting's mean as its answers come in.

        The longest answer is left out, because a single interruption says nothing about those to come.
        """
        seconds = usual * _USUAL_COUNTS + (self.took - self.longest).total_seconds()
        return timedelta(seconds=seconds / (_USUAL_COUNTS + max(0, self.answered - 1)))

    def with_answer(self, rating: Rating, took: timedelta) -> "Tally":
        """The tally after one more answer."""
        again = self.again + (rating is Rating.AGAIN)
        return Tally(self.answered + 1, again, self.took + took, max(self.longest, took))


@dataclass(frozen=True, slots=True)
class Sitting:
    """A queue and how far it is worked off. A step returns the next sitting; queues are shared, never copied.

    ``card`` is what is asked now, None when nothing is (any more, or not yet). ``begun`` counts the cards that
    were on their steps, or on the desk, when the sitting began, ``waiting`` holds those of them that have not been
    asked since; ``left_out`` counts those that were dropped.
    """

    queue: DueQueue
    begun: int
    steps: tuple[Step, ...]
    card: ItemId | None = None
    due_asked: int = 0
    new_asked: int = 0
    ahead_asked: int = 0
    left_out: int = 0
    tally: Tally = field(default_factory=Tally)
    waiting: frozenset[ItemId] = frozenset()

    @property
    def total(self) -> int:
        """The cards of the sitting, whatever number of answers they take."""
        waiting = len(self.queue.due) + len(self.queue.new) + len(self.queue.ahead)
        return waiting + self.begun - self.left_out

    @property
    def position(self) -> int:
        """How many of them have been asked, the present one included; they may still be on their steps."""
        begun = self.begun - len(self.waiting)
        return begun + self.due_asked + self.new_asked + self.ahead_asked - self.left_out

    @property
    def answers_left(self) -> int:
        """About how many answers it still takes, the present one included; a new card takes several."""
        queue = self.queue
        once = len(queue.due) - self.due_asked + len(queue.ahead) - self.ahead_asked + len(self.steps)
        fresh = len(queue.new) - self.new_asked
        return once + FIRST_DAY_ANSWERS * fresh + (self.card is not None)

    def advance(self, now: datetime) -> "Sitting":
        """Ask what comes next. The choice holds until the card is answered or left out."""
        return self._with(now, self.steps)

    def answered(self, rating: Rating, took: timedelta, memory: Memory, now: datetime) -> "Sitting":
        """The present card was answered; while it is on its steps it comes again.

        The wait counts from now, also where the memory lies ahead of a clock that was set back.
        """
        steps = self.steps
        if self.card is not None and memory.phase.stepping:
            steps = _with_step(steps, Step(self.card, now + (memory.due_at - memory.reviewed_at)))
        return self._with(now, steps, tally=self.tally.with_answer(rating, took))

    def crammed(self, rating: Rating, took: timedelta, now: datetime) -> "Sitting":
        """The present card was answered without its memory being asked; one that was forgotten comes again soon."""
        steps = self.steps
        if self.card is not None and rating is Rating.AGAIN:
            steps = _with_step(steps, Step(self.card, now + CRAM_AGAIN))
        return self._with(now, steps, tally=self.tally.with_answer(rating, took))

    def dropped(self, now: datetime) -> "Sitting":
        """The present card is left out of the sitting."""
        return self._with(now, self.steps, left_out=1)

    def _with(
        self, now: datetime, steps: tuple[Step, ...], tally: Tally | None = None, left_out: int = 0
    ) -> "Sitting":
        """The sitting after a change, with the card that comes next on the desk.

        Written out rather than left to ``dataclasses.replace``, because every answer passes through it.
        """
        queue, card = self.queue, None
        due, new, ahead = self.due_asked, self.new_asked, self.ahead_asked
        if due < len(queue.due):
            card, due = queue.due[due], due + 1
        elif steps and steps[0].due_at <= now:
            card, steps = steps[0].card, steps[1:]
        elif new < len(queue.new):
            card, new = queue.new[new], new + 1
        elif ahead < len(queue.ahead):
            card, ahead = queue.ahead[ahead], ahead + 1
        elif steps and steps[0].due_at <= now + PATIENCE:
            card, steps = steps[0].card, steps[1:]
        dropped, said = self.left_out + left_out, tally or self.tally
        waiting = self.waiting - {card} if card in self.waiting else self.waiting
        return Sitting(queue, self.begun, steps, card, due, new, ahead, dropped, said, waiting)


def sit_down(queue: DueQueue, now: datetime, first: ItemId | None = None) -> Sitting:
    """Begin with a queue; ``first``, in the queue or not, is asked before everything else."""
    rest = queue if first is None else queue.without(first)
    waiting = frozenset(step.card for step in rest.steps)
    sitting = Sitting(rest, len(waiting) + (first is not None), rest.steps, card=first, waiting=waiting)
    return sitting if first is not None else sitting.advance(now)


def _with_step(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    at = bisect_right(steps, step.due_at, key=lambda other: other.due_at)
    return (*steps[:at], step, *steps[at:])
