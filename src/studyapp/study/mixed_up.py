"""What is mixed up with what, from exercises of tables and answers to questions, and where it can be drilled."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Comparison
from studyapp.catalog.question import Question
from studyapp.ids import ItemId, pack_of
from studyapp.learning.confusion import Taken
from studyapp.store import drill_rows
from studyapp.store.exam_rows import Choice, choices
from studyapp.store.ledger import Ledger
from studyapp.store.profile import Profile
from studyapp.study.books import Books
from studyapp.study.confusions import Confusions, confusions, thing_name

_LATELY: Final = 2000
"""So many of the last answers to questions are looked at; older ones have faded."""


@dataclass(frozen=True, slots=True)
class Drill:
    """Two columns of a table, by their names there."""

    comparison: ItemId
    columns: tuple[str, str]


@dataclass(frozen=True, slots=True)
class MixedUp:
    """The evidence on one group of things, and where the pair that is mixed up most can be drilled."""

    confusions: Confusions
    drill: Drill | None


@dataclass(frozen=True, slots=True)
class Lures:
    """The options of a question that take one thing for another, by the author's number: (right, taken for)."""

    revision: int
    key: frozenset[int]
    pairs: Mapping[int, tuple[str, str]]


class MixUps:
    """Asks what is mixed up."""

    def __init__(self, library: Books, profile: Profile) -> None:
        self._library, self._profile = library, profile

    def inquiry(self) -> "MixUpInquiry":
        """An inquiry into the log as it will be when it is called."""
        catalog = self._library.catalog
        return MixUpInquiry(self._profile.reader, tuple(catalog.comparisons().values()), dict(lures(catalog)))


@dataclass(frozen=True, slots=True)
class MixUpInquiry:
    """A question to the log; calling it opens a connection and closes it."""

    reader: Callable[[], Ledger]
    comparisons: tuple[Comparison, ...]
    lures: Mapping[ItemId, Lures]

    def __call__(self) -> tuple[MixedUp, ...]:
        """Read the log and say what is mixed up."""
        ledger = self.reader()
        try:
            return mixed_up(self.comparisons, ledger, self.lures)
        finally:
            ledger.close()


def mixed_up(
    comparisons: Sequence[Comparison], ledger: Ledger, lures: Mapping[ItemId, Lures]
) -> tuple[MixedUp, ...]:
    """The roles, then the columns of every other table, as far as any answer tells of them."""
    told = [(choice.place, taken) for choice in choices(ledger, _LATELY) for taken in _taken(choice, lures)]
    told += drill_rows.taken_in_order(ledger)
    evidence = [taken for _, taken in sorted(told, key=lambda pair: pair[0])]
    found = confusions(comparisons, ledger, evidence)
    return tuple(MixedUp(each, _drill(comparisons, each)) for each in found)


def lures(catalog: Catalog) -> Iterator[tuple[ItemId, Lures]]:
    """Every question with an option that takes one thing for another."""
    mixing = {
        name: belief.mixes for name, belief in catalog.misconceptions().items() if len(belief.mixes) == 2
    }
    for item, question in catalog.questions().items() if mixing else ():
        pairs = dict(_pairs(question, mixing))
        if pairs:
            yield item, Lures(question.revision, question.key, pairs)


def _pairs(
    question: Question, mixing: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, tuple[str, str]]]:
    for number, option in enumerate(question.options):
        if option.misconception in mixing:
            right, taken = (f"{pack_of(question.id)}/{name}" for name in mixing[option.misconception])
            yield number, (right, taken)


def _taken(choice: Choice, lures: Mapping[ItemId, Lures]) -> Iterator[Taken]:
    """What an answer tells of each pair once: that it was mixed up, or that it was told apart."""
    found = lures.get(choice.question)
    if found is None or found.revision != choice.revision:
        return
    fallen = {found.pairs[number] for number in choice.options if number in found.pairs}
    for right, taken in dict.fromkeys(found.pairs.values()):
        if (right, taken) in fallen:
            yield Taken(right, taken)
        elif choice.options == found.key:
            yield Taken(right, right, frozenset({taken}))


def _drill(comparisons: Iterable[Comparison], found: Confusions) -> Drill | None:
    worst = found.worst
    for comparison in comparisons if worst else ():
        columns = {thing_name(comparison.id, column.name): column.name for column in comparison.columns}
        if worst and all(name in columns for name in worst.pair):
            first, second = worst.pair
            return Drill(comparison.id, (columns[first], columns[second]))
    return None
