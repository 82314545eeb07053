"""All cards in one box: what is known of each, and what can be done with many at a time."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from studyapp.catalog.card import Card
from studyapp.ids import PERSONAL, ItemId, pack_of
from studyapp.learning.leech import is_leech
from studyapp.learning.memory import Memory, Phase
from studyapp.learning.scheduler import Scheduler
from studyapp.store import card_rows
from studyapp.store.fold_marks import FLAG, SUSPEND
from studyapp.store.fold_memory import RESET
from studyapp.store.ledger import Entry, Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.long_work import Work, at_once, parts
from studyapp.study.own_cards import OwnCards
from studyapp.study.question_cards import QuestionCard, called_cards
from studyapp.study.undo_trail import STEP


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card at a glance. ``due_at`` and ``recall``, the chance (0 to 1) to know it now, are None for a new card.

    ``words`` are what it is found by, in small letters: both sides, topic, tags, and what is true of it.
    """

    card: Card
    question: str
    topic: str
    phase: Phase
    due_at: datetime | None
    recall: float | None
    reviews: int
    lapses: int
    suspended: bool
    flagged: bool
    words: str

    @property
    def item(self) -> ItemId:
        """Its identifier."""
        return self.card.id

    @property
    def own(self) -> bool:
        """Whether the learner wrote it."""
        return pack_of(self.card.id) == PERSONAL


class CardBox:
    """Looks at all cards and does the same thing to several. Each verb is one step that can be undone.

    Verbs that end in -ing are done in parts, for whoever shows how far they are.
    """

    def __init__(
        self, library: Books, ledger: Ledger, scheduler: Scheduler, own: Callable[[], OwnCards]
    ) -> None:
        self._library, self._ledger, self._scheduler, self._own = library, ledger, scheduler, own

    def rows(self) -> tuple[CardRow, ...]:
        """Every card of the open packs and every question asked as a card, in the order of the files."""
        catalog = self._library.catalog
        made, _ = called_cards(catalog, self._ledger)
        cards = {**catalog.cards(), **made}
        topics = {topic.name: topic.title for topic in reversed(catalog.topics())}
        memories, marks = card_rows.memories(self._ledger, cards), card_rows.all_marks(self._ledger)
        today, now, none = self._ledger.today(), self._ledger.now(), card_rows.Marks()
        return tuple(
            self._row(
                card,
                topics.get(card.topic, card.topic),
                memories.get(item),
                marks.get(item, none),
                today.ends_at,
                now,
            )
            for item, card in cards.items()
        )

    def suspend(self, items: Iterable[ItemId], on: bool) -> Change:
        """Never ask these cards again, or ask them again; at once."""
        return at_once(self.suspending(items, on))

    def flag(self, items: Iterable[ItemId], on: bool) -> Change:
        """Set the flags of these cards, or take them off; at once."""
        return at_once(self.flagging(items, on))

    def reset(self, items: Collection[ItemId]) -> Change:
        """Forget what is known of these cards: they are new again; at once."""
        return at_once(self.resetting(items))

    def suspending(self, items: Iterable[ItemId], on: bool) -> Work:
        """Never ask these cards again, or ask them again."""
        marks = card_rows.all_marks(self._ledger)
        changed = [item for item in items if marks.get(item, card_rows.Marks()).suspended is not on]
        return self._record(SUSPEND, changed, on=on)

    def flagging(self, items: Iterable[ItemId], on: bool) -> Work:
        """Set the flags of these cards, or take them off."""
        marks = card_rows.all_marks(self._ledger)
        changed = [item for item in items if marks.get(item, card_rows.Marks()).flagged is not on]
        return self._record(FLAG, changed, on=on)

    def resetting(self, items: Collection[ItemId]) -> Work:
        """Forget what is known of these cards: they are new again. Their answers stay in the log."""
        seen = card_rows.seen_cards(self._ledger)
        return self._record(RESET, [item for item in items if item in seen])

    def move(self, items: Collection[ItemId], *, topic: str | None, tag: str) -> Change:
        """Put the learner's own among these cards under another topic, or give them a tag more.

        Raises OwnCardsFileError or OSError.
        """
        return self._own().move(items, topic=topic, tag=tag)

    def remove(self, items: Collection[ItemId]) -> Change:
        """Delete the learner's own among these cards. Raises OwnCardsFileError or OSError."""
        return self._own().remove(items)

    def _record(self, kind: str, items: Sequence[ItemId], **said: bool) -> Work:
        step, done = {STEP: self._ledger.next_name}, 0
        for part in parts(items):
            entries = [Entry(kind, item, self._revision(item), {**said, **step}) for item in part]
            self._ledger.record_all(entries)
            done += len(part)
            yield done / len(items)
        return Change.REVIEWS if items else Change.NOTHING

    def _revision(self, item: ItemId) -> int:
        card = self._library.catalog.cards().get(item)
        return card.revision if card else 1

    def _row(
        self,
        card: Card,
        topic: str,
        memory: Memory | None,
        marks: card_rows.Marks,
        today_ends: datetime,
        now: datetime,
    ) -> CardRow:
        question = " ".join(card.front.replace("**", "").split())
        due = memory is not None and memory.due_at < today_ends
        facts = (
            ("suspended", marks.suspended),
            ("flagged", marks.flagged),
            ("noted", bool(marks.note)),
            ("new", memory is None),
            ("due", due),
            ("leech", is_leech(memory)),
            ("own", pack_of(card.id) == PERSONAL),
            ("question", isinstance(card, QuestionCard)),
        )
        told = " ".join(word for word, holds in facts if holds)
        return CardRow(
            card=card,
            question=question,
            topic=topic,
            phase=memory.phase if memory else Phase.NEW,
            due_at=memory.due_at if memory else None,
            recall=self._scheduler.retrievability(memory, now) if memory else None,
            reviews=memory.reviews if memory else 0,
            lapses=memory.lapses if memory else 0,
            suspended=marks.suspended,
            flagged=marks.flagged,
            words=f"{question} {card.back} {topic} {' '.join(card.tags)} {marks.note} {told}".casefold(),
        )
