"""When a card comes back: FSRS-6 in our own words. The only module that knows the library `fsrs`.

The library decides about every answer; whole histories are told by `fsrs_replay.py`, which comes to the same quicker.

Parameters, retention and steps are handed to both (`schedule_rules`), because the defaults change between versions.
Its fuzz is off; ours is in `fuzz.py`. Elapsed time is clamped at zero: an answer that seems to lie before the
last one counts as given at the same moment. The library counts elapsed days in whole spans of 24 hours.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.ids import ItemId
from studyapp.learning.fuzz import fuzzed
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.rating import Rating
from studyapp.learning.schedule_rules import Rules

if TYPE_CHECKING:
    import fsrs

    from studyapp.learning.fsrs_replay import Answer, Replay, Told

_LATELY: Final = 16
"""Outcomes of so many cards are remembered: those shown on the buttons serve again for the answer."""

_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


class _Lately(NamedTuple):
    """What answers to a card lead to, so many whole days after the last one; nothing finer matters."""

    memory: Memory | None
    days: int
    outcomes: dict[Rating, Memory]
    waits: dict[Rating, timedelta]


class Scheduler:
    """Turns what is known of a card and an answer into what is known after it."""

    def __init__(self, rules: Rules | None = None) -> None:
        self._lately: dict[ItemId, _Lately] = {}
        self._take(rules or Rules())

    def follow(self, rules: Rules) -> None:
        """Go by other rules from now on. What was worked out by the former ones is for whoever kept it to renew."""
        if rules != self.rules:
            self._take(rules)

    def _take(self, rules: Rules) -> None:
        self.rules = rules
        self._decay = -rules.parameters[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._loaded: fsrs.Scheduler | None = None
        self._retelling: Replay | None = None
        self._lately.clear()

    @property
    def parameters(self) -> tuple[float, ...]:
        """The 21 parameters of FSRS-6 that memory follows."""
        return self.rules.parameters

    @property
    def retention(self) -> float:
        """The chance of recall at which a card is asked again."""
        return self.rules.retention

    def next(self, card: ItemId, memory: Memory | None, rating: Rating, at: datetime) -> Memory:
        """What is known of a card after one more answer; ``memory`` is None for a card never answered."""
        at = _not_before(at.astimezone(UTC), memory)
        return _given_at(at, self._outcome(card, memory, rating, at))

    def preview(self, card: ItemId, memory: Memory | None, at: datetime) -> dict[Rating, Memory]:
        """What each of the four answers would lead to."""
        return {rating: self.next(card, memory, rating, at) for rating in Rating}

    def intervals(self, card: ItemId, memory: Memory | None, at: datetime) -> dict[Rating, timedelta]:
        """After how long each of the four answers would bring the card back."""
        at = _not_before(at.astimezone(UTC), memory)
        lately = self._of_late(card, memory, at)
        if not lately.waits:
            outcomes = ((rating, self._outcome(card, memory, rating, at)) for rating in Rating)
            lately.waits.update((rating, known.due_at - known.reviewed_at) for rating, known in outcomes)
        return dict(lately.waits)

    def replay(
        self, card: ItemId, answers: "Iterable[Answer]", memory: Memory | None = None
    ) -> Memory | None:
        """What is known of a card after all these answers, in their order; None when there are none."""
        from studyapp.learning.fsrs_replay import Replay

        if self._retelling is None:
            self._retelling = Replay(
                self.rules.parameters, _spans(self.rules.learning_steps), _spans(self.rules.relearning_steps)
            )
        told = self._retelling.tell(answers, memory)
        return self._remembered(card, told) if told else None

    def retrievability(self, memory: Memory, at: datetime) -> float:
        """The chance that the card is recalled at a moment, from 0 to 1."""
        return self.recall_after((at - memory.reviewed_at).days, memory.stability)

    def recall_after(self, days: int, stability: float) -> float:
        """The chance of recall so many whole days after the last answer."""
        return float((1 + self._factor * max(0, days) / stability) ** self._decay)

    def recall_tomorrow(self, phase: Phase, days: int, stability: float) -> float:
        """The chance of recall a day from now, so many whole days after the last answer; none on the steps."""
        return 0.0 if phase.stepping else self.recall_after(max(0, days) + 1, stability)

    def recall_at(self, age: float) -> float:
        """The chance of recall at an age: days since the last answer divided by the stability."""
        return float((1 + self._factor * max(0.0, age)) ** self._decay)

    def age_at(self, recall: float) -> float:
        """The age at which the chance of recall has fallen to a share above 0; the opposite of `recall_at`."""
        return float((min(1.0, recall) ** (1 / self._decay) - 1) / self._factor)

    def _outcome(self, card: ItemId, memory: Memory | None, rating: Rating, at: datetime) -> Memory:
        """What an answer leads to; the moments in it may be those of another time on the same day of the interval."""
        outcomes = self._of_late(card, memory, at).outcomes
        known = outcomes.get(rating)
        if known is None:
            known = outcomes[rating] = self._answered(card, memory, rating, at)
        return known

    def _of_late(self, card: ItemId, memory: Memory | None, at: datetime) -> "_Lately":
        days = (at - memory.reviewed_at).days if memory else 0
        lately = self._lately.get(card)
        if lately is None or lately.days != days or lately.memory != memory:
            if len(self._lately) >= _LATELY:
                self._lately.clear()
            lately = self._lately[card] = _Lately(memory, days, {}, {})
        return lately

    def _answered(self, card: ItemId, memory: Memory | None, rating: Rating, at: datetime) -> Memory:
        """What the library makes of one more answer."""
        import fsrs

        before = _opened(memory)
        after, _ = self._engine().review_card(before, fsrs.Rating(rating), at)
        lapsed = rating is Rating.AGAIN and memory is not None and memory.phase is Phase.REVIEW
        reviews, lapses = (memory.reviews, memory.lapses) if memory else (0, 0)
        return _closed(card, after, reviews + 1, lapses + lapsed, self.rules.longest_interval)

    def _remembered(self, card: ItemId, told: "Told") -> Memory:
        """What is known of a card at the end of a history, with the fuzz laid on."""
        wait, longest = told.wait, self.rules.longest_interval
        if wait is None:
            span = (told.stability / self._factor) * ((self.rules.retention ** (1 / self._decay)) - 1)
            days = min(max(round(span), 1), longest)
            wait = timedelta(days=fuzzed(days, card, told.reviews, longest))
        return Memory(
            told.stability,
            told.difficulty,
            told.at + wait,
            told.at,
            told.phase,
            told.step,
            told.reviews,
            told.lapses,
        )

    def _engine(self) -> "fsrs.Scheduler":
        if self._loaded is None:
            import fsrs

            self._loaded = fsrs.Scheduler(
                parameters=self.rules.parameters,
                desired_retention=self.rules.retention,
                learning_steps=_spans(self.rules.learning_steps),
                relearning_steps=_spans(self.rules.relearning_steps),
                maximum_interval=self.rules.longest_interval,
                enable_fuzzing=False,
            )
        return self._loaded


_PHASES: Final = (Phase.NEW, Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)
"""Our phases by the library's numbers."""


def _spans(steps: Iterable[int]) -> tuple[timedelta, ...]:
    return tuple(timedelta(seconds=step) for step in steps)


def _not_before(at: datetime, memory: Memory | None) -> datetime:
    """Elapsed time is never negative."""
    return max(at, memory.reviewed_at) if memory else at


def _given_at(at: datetime, known: Memory) -> Memory:
    """The same outcome of an answer given at another moment."""
    if known.reviewed_at == at:
        return known
    return Memory(
        known.stability,
        known.difficulty,
        at + (known.due_at - known.reviewed_at),
        at,
        known.phase,
        known.step,
        known.reviews,
        known.lapses,
    )


def _opened(memory: Memory | None) -> "fsrs.Card":
    """The library's view of a card. The number and the due date play no part in its sums."""
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=1, due=_LONG_AGO)
    return fsrs.Card(
        card_id=1,
        state=fsrs.State(_PHASES.index(memory.phase)),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due_at,
        last_review=memory.reviewed_at,
    )


def _closed(card: ItemId, state: "fsrs.Card", reviews: int, lapses: int, longest: int) -> Memory:
    """Our view of a card after its last answer, with the fuzz laid on."""
    assert state.stability is not None
    assert state.difficulty is not None
    assert state.last_review is not None
    phase, interval = _PHASES[state.state], state.due - state.last_review
    if phase is Phase.REVIEW:
        interval = timedelta(days=fuzzed(interval.days, card, reviews, longest))
    return Memory(
        stability=state.stability,
        difficulty=state.difficulty,
        due_at=state.last_review + interval,
        reviewed_at=state.last_review,
        phase=phase,
        step=state.step,
        reviews=reviews,
        lapses=lapses,
    )
