"""What is mixed up with what, and where it can be drilled."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyapp.catalog.comparison import Comparison
from studyapp.ids import ItemId
from studyapp.store.ledger import Ledger
from studyapp.study.confusions import Confusions, confusions, thing_name


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


def mixed_up(comparisons: Sequence[Comparison], ledger: Ledger) -> tuple[MixedUp, ...]:
    """The roles, then the columns of every other table, as far as anything was asked of them."""
    return tuple(MixedUp(found, _drill(comparisons, found)) for found in confusions(comparisons, ledger))


def _drill(comparisons: Sequence[Comparison], found: Confusions) -> Drill | None:
    worst = found.worst
    for comparison in comparisons if worst else ():
        columns = {thing_name(comparison.id, column.name): column.name for column in comparison.columns}
        if worst and all(name in columns for name in worst.pair):
            first, second = worst.pair
            return Drill(comparison.id, (columns[first], columns[second]))
    return None
