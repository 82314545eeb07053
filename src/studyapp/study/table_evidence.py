"""What an answer to an exercise of a table tells: which cells were known, and what was taken for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from studyapp.catalog.table_item import Statement, Table, TableItem, Task
from studyapp.ids import ItemId
from studyapp.learning.confusion import Taken
from studyapp.study.confusions import thing_name


@dataclass(frozen=True, slots=True)
class Place:
    """A cell that was asked about. ``taken`` is None where the answer tells nothing about a pair."""

    cell: ItemId
    right: bool
    taken: Taken | None

    def written(self) -> Mapping[str, Any]:
        """The place as an entry of the log holds it."""
        said: dict[str, Any] = {"cell": self.cell, "right": self.right}
        if self.taken is not None:
            others = sorted(self.taken.others - {self.taken.chosen})
            said |= {"asked": self.taken.right, "taken": self.taken.chosen, "others": others}
        return said


def cells_of(table: Table, item: TableItem) -> tuple[ItemId, ...]:
    """The cells that an exercise asks about, in the order of its gaps."""
    return tuple(table.cells[gap].id if gap[0] else item.cell for gap in item.gaps)


def places(table: Table, item: TableItem, given: Sequence[int]) -> tuple[Place, ...]:
    """What the answer ``given`` tells: the choice taken for each gap; for `Task.TRUE` and `Task.FALSE` 0 or -1.

    An exercise of several gaps tells of each pair once, so that one swap does not count twice. Raises ValueError when
    a gap is left open.
    """
    if len(given) != len(item.gaps):
        raise ValueError("every gap takes one choice")
    told = _single(table, item, given[0]) if len(item.gaps) == 1 else _several(table, item, given)
    cells, right = cells_of(table, item), [got == key for got, key in zip(given, item.key, strict=True)]
    return tuple(Place(*parts) for parts in zip(cells, right, told, strict=True))


def rivals(table: Table, item: TableItem) -> frozenset[str]:
    """The things that an exercise sets against its own."""
    names = {choice.column for choice in item.choices} | {column for _, column in item.gaps}
    return frozenset(_thing(table, name) for name in names) - {_thing(table, item.gaps[0][1])}


def _single(table: Table, item: TableItem, given: int) -> tuple[Taken | None]:
    own, right = _thing(table, item.gaps[0][1]), given == item.key[0]
    if item.task is Task.TRUE:
        return (None,)
    if item.task in (Task.FALSE, Task.ODD_ONE_OUT):
        strange = item.choices[0] if item.task is Task.FALSE else item.choices[item.key[0]]
        other = _thing(table, strange.column)
        return (Taken(other, other if right else own, frozenset({own})),)
    others = frozenset(_thing(table, choice.column) for choice in item.choices) - {own}
    return (Taken(own, own if right else _thing(table, item.choices[given].column), others),)


def _several(table: Table, item: TableItem, given: Sequence[int]) -> tuple[Taken | None, ...]:
    told: list[Taken | None] = []
    seen: set[frozenset[str]] = set()
    for at, ((_, column), got) in enumerate(zip(item.gaps, given, strict=True)):
        own, chosen = _thing(table, column), _thing(table, item.choices[got].column)
        later = {_thing(table, each) for _, each in item.gaps[at + 1 :]}
        pair = frozenset({own, chosen})
        told.append(None if pair in seen else Taken(own, chosen, frozenset(later) - {own}))
        if own != chosen:
            seen.add(pair)
    return tuple(told)


def _thing(table: Table, column: str) -> str:
    return thing_name(table.comparison.id, column)


def said_of(table: Table, item: TableItem) -> Statement:
    """The statement of the cell that an exercise with one gap is about."""
    row, column = item.gaps[0]
    row = row or item.choices[item.key[0]].row
    return Statement(row, column, table.cells[row, column].text)
