"""Which roles and which concepts a learner takes for one another, from every answer to an exercise of a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studyapp.catalog.comparison import Column, Comparison
from studyapp.ids import ItemId, pack_of
from studyapp.learning.confusion import Confusion, MixUp, Taken
from studyapp.store import drill_rows
from studyapp.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Thing:
    """What a column of one or more tables is about; columns of one name in a pack are about the same thing."""

    name: str
    column: Column
    comparison: ItemId
    """The first table that has it, where it can be drilled."""


@dataclass(frozen=True, slots=True)
class Confusions:
    """What was taken for what among things that stand side by side: all roles, or the columns of one other table.

    ``title`` is that table's, empty for the roles. ``counts`` says how often the first thing of a pair was answered
    with the second, by ``Thing.name``. ``mix_ups`` are the pairs in which something was taken for the other, named
    ones first; solved ones have left it.
    """

    title: str
    things: tuple[Thing, ...]
    counts: Mapping[tuple[str, str], int]
    mix_ups: tuple[MixUp, ...]

    @property
    def worst(self) -> MixUp | None:
        """The pair mixed up most, if it is more than slips explain."""
        return next((mix_up for mix_up in self.mix_ups if mix_up.named), None)

    def thing(self, name: str) -> Thing | None:
        """One of the things by its name."""
        return next((thing for thing in self.things if thing.name == name), None)


def thing_name(comparison: ItemId, column: str) -> str:
    """The name that the things of a pack go by in the log."""
    return f"{pack_of(comparison)}/{column}"


def compares_roles(comparison: Comparison) -> bool:
    """Whether a table sets roles side by side: every column of it wears a role's colour."""
    return all(column.colour for column in comparison.columns)


def confusions(
    comparisons: Iterable[Comparison], ledger: Ledger, evidence: Iterable[Taken] | None = None
) -> tuple[Confusions, ...]:
    """The roles, then every other table; those of which nothing was asked yet are left out.

    ``evidence`` is what was taken for what; by default what the exercises of the tables tell.
    """
    answers = Confusion(drill_rows.taken(ledger) if evidence is None else tuple(evidence))
    asked = {name for answer in answers.answers for name in (answer.right, answer.chosen)}
    found = (
        _confusions(title, things, answers)
        for title, things in _groups(comparisons)
        if any(thing.name in asked for thing in things)
    )
    return tuple(found)


def confusions_in(comparison: Comparison, taken: Iterable[Taken]) -> Confusions:
    """What was taken for what among the columns of one table."""
    return _confusions(comparison.title, tuple(_things(comparison)), Confusion(tuple(taken)))


def _confusions(title: str, things: tuple[Thing, ...], answers: Confusion) -> Confusions:
    own = answers.among(thing.name for thing in things)
    return Confusions(title, things, own.matrix(), own.ranked())


def _groups(comparisons: Iterable[Comparison]) -> list[tuple[str, tuple[Thing, ...]]]:
    roles: dict[str, Thing] = {}
    others: list[tuple[str, tuple[Thing, ...]]] = []
    for comparison in comparisons:
        if compares_roles(comparison):
            for thing in _things(comparison):
                roles.setdefault(thing.name, thing)
        else:
            others.append((comparison.title, tuple(_things(comparison))))
    return [("", tuple(roles.values())), *others]


def _things(comparison: Comparison) -> Iterable[Thing]:
    for column in comparison.columns:
        yield Thing(thing_name(comparison.id, column.name), column, comparison.id)
