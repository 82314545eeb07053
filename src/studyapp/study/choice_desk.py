"""Guided choices: weighing answers, keeping what they come to, taking it back, and writing it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from studyapp.catalog.guided_choice import GuidedChoice
from studyapp.ids import ItemId, item_id
from studyapp.store.choice_rows import ChoiceRow, choice_rows
from studyapp.store.event import Event
from studyapp.store.fold_choices import CHOICE
from studyapp.store.ledger import Ledger
from studyapp.study.books import Books
from studyapp.study.change import Change
from studyapp.study.choice_export import ChoiceWording, write_choice
from studyapp.study.comparison_export import Format, source_line
from studyapp.study.weighing import Weighing, weigh


@dataclass(frozen=True, slots=True)
class KeptChoice:
    """A result in the list. ``weighing`` is None while no open pack holds the choice."""

    id: ItemId
    title: str
    day: date
    weighing: Weighing | None


class ChoiceDesk:
    """Every step that changes the list is an entry of the log."""

    def __init__(self, books: Books, ledger: Ledger) -> None:
        self._books, self._ledger = books, ledger
        self._removal: tuple[Event, int] | None = None

    def choices(self) -> tuple[GuidedChoice, ...]:
        """All guided choices, in the order of the packs."""
        return tuple(self._books.catalog.choices().values())

    def weigh(self, choice: GuidedChoice, answers: Mapping[str, str]) -> Weighing:
        """What answers come to, so far."""
        return weigh(choice, answers)

    def kept(self) -> tuple[KeptChoice, ...]:
        """All results that were kept, the newest first."""
        return tuple(map(self._kept, choice_rows(self._ledger)))

    def keep(self, weighing: Weighing) -> Change:
        """Keep a result. Raises ValueError while a factor lacks its answer."""
        if not weighing.complete:
            raise ValueError("a factor has no answer yet")
        answers = {each.factor.name: each.answer.name for each in weighing.given if each.answer}
        said = {"choice": weighing.choice.id, "title": weighing.choice.title, "answers": answers}
        self._ledger.record(CHOICE, self._free_name(), 1, said)
        return Change.NOTES

    def remove(self, kept: ItemId) -> Change:
        """Take a result out of the list; the log keeps what was said."""
        event = self._ledger.record(CHOICE, kept, 1, {"removed": True})
        self._removal = event, self._ledger.epoch
        return Change.NOTES

    @property
    def can_undo(self) -> bool:
        """Whether a removal can be taken back."""
        return self._removal is not None and self._removal[1] == self._ledger.epoch

    def undo(self) -> Change:
        """Bring back what was removed last."""
        if self._removal is None or not self.can_undo:
            return Change.NOTHING
        self._ledger.retract(self._removal[0])
        self._removal = None
        return Change.NOTES

    def written(self, weighing: Weighing, wording: ChoiceWording, form: Format) -> str:
        """A result as a text to export or copy: Markdown or HTML."""
        sources = self._books.catalog.sources()
        titles = {item: article.title for item, article in self._books.catalog.articles().items()}
        cited = [each.factor.source for each in weighing.given]
        cited += [note.source for note in weighing.choice.notes]
        lines = tuple(dict.fromkeys(filter(None, (source_line(each, sources) for each in cited))))
        return write_choice(weighing, wording, form, lines, titles)

    def _kept(self, row: ChoiceRow) -> KeptChoice:
        choice = self._books.catalog.choices().get(row.choice)
        weighing = weigh(choice, row.answers) if choice else None
        return KeptChoice(row.id, choice.title if choice else row.title, row.day, weighing)

    def _free_name(self) -> ItemId:
        """A name that no entry of any device has."""
        return item_id("studyapp", CHOICE, self._ledger.next_name.replace(":", "-"))
