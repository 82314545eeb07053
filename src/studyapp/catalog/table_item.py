"""Exercises made from the cells of a comparison, each proven by the table itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import groupby
from typing import Final

from studyapp.catalog.comparison import Cell, Comparison, Row
from studyapp.ids import ItemId, item_id, name_of, pack_of

MOST_CHOICES: Final = 6
"""Choices of an item at most; a learner cannot weigh more."""

_ODD_CHOICES: Final = 4
_FILL_ROWS: Final = 2
_FILL_COLUMNS: Final = 3


class Task(StrEnum):
    """What an item asks."""

    WHICH_COLUMN = "which-column"
    WHICH_STATEMENT = "which-statement"
    TRUE = "true"
    FALSE = "false"
    ODD_ONE_OUT = "odd-one-out"
    MATCH_ROW = "match-row"
    FILL_TABLE = "fill-table"


@dataclass(frozen=True, slots=True)
class Statement:
    """A cell as a choice: what it says, and the row and column that say it."""

    row: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class TableItem:
    """One exercise.

    ``gaps`` are the (row, column) places asked about and ``key`` the index of the right choice for each of
    them. For `TRUE` and `FALSE` the one choice is the statement shown, true (0) or not (-1) of the gap; for
    `ODD_ONE_OUT` the gap's row is empty and the key is the choice that the gap's column does not say.
    """

    id: ItemId
    task: Task
    comparison: ItemId
    gaps: tuple[tuple[str, str], ...]
    choices: tuple[Statement, ...]
    key: tuple[int, ...]
    cell: ItemId
    """The cell whose proof decides the item."""


class Table:
    """A comparison looked up by row and column names."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.columns = tuple(column.name for column in comparison.columns)
        self.cells = {
            (row.name, column): cell
            for row in comparison.rows
            for column, cell in zip(self.columns, row.cells, strict=True)
        }

    def stated(self, row: str) -> tuple[Statement, ...]:
        """What the columns say on one row; silent cells are left out."""
        return tuple(
            Statement(row, column, self.cells[row, column].text)
            for column in self.columns
            if self.cells[row, column].stated
        )

    def alone(self, row: str) -> tuple[Statement, ...]:
        """What exactly one column says on a row."""
        said = [self.cells[row, s.column].said for s in self.stated(row)]
        return tuple(s for s, text in zip(self.stated(row), said, strict=True) if said.count(text) == 1)


def table_items(comparison: Comparison) -> tuple[TableItem, ...]:
    """Every exercise a comparison yields, in the order of its rows and columns.

    The same table always yields the same items. An identifier depends on the names of comparison, row, column
    and task alone, so rewording a cell keeps it.
    """
    table = Table(comparison)
    return tuple(_items(table))


def answers(table: Table, item: TableItem) -> tuple[frozenset[int], ...]:
    """For each gap the choices that are right by the table: found anew, without looking at the item's key."""
    return tuple(
        frozenset(i for i, choice in enumerate(item.choices) if _fits(table, item.task, gap, choice))
        for gap in item.gaps
    )


def _fits(table: Table, task: Task, gap: tuple[str, str], choice: Statement) -> bool:
    if task is Task.WHICH_COLUMN:
        return _says(table, gap[0], choice.column) == _says(table, *gap)
    if task is Task.ODD_ONE_OUT:
        return _says(table, choice.row, gap[1]) != _said(choice.text)
    return _says(table, *gap) == _said(choice.text)


def _says(table: Table, row: str, column: str) -> str:
    return table.cells[row, column].said


def _said(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _items(table: Table) -> Iterator[TableItem]:
    for row in table.comparison.rows:
        for statement in table.stated(row.name):
            yield from _about(table, row, statement)
        yield from _match(table, row)
    for column in table.columns:
        yield from _odd(table, column)
    for _, rows in groupby(table.comparison.rows, key=lambda row: row.theme):
        yield from _fill(table, tuple(rows))


def _about(table: Table, row: Row, own: Statement) -> Iterator[TableItem]:
    """The items about one stated cell."""
    others = _distinct(own, [s for s in table.stated(row.name) if s.column != own.column])
    if not others:
        return
    gap = ((row.name, own.column),)
    alone = own in table.alone(row.name)
    for task in (Task.WHICH_COLUMN, Task.WHICH_STATEMENT) if alone else (Task.WHICH_STATEMENT,):
        mark = _name(table, task, row.name, own.column)
        choices = _shuffled(mark, [own, *_shuffled(mark, others)[: MOST_CHOICES - 1]])
        yield _item(table, task, mark, gap, choices, (choices.index(own),))
    yield _item(table, Task.TRUE, _name(table, Task.TRUE, row.name, own.column), gap, (own,), (0,))
    mark = _name(table, Task.FALSE, row.name, own.column)
    yield _item(table, Task.FALSE, mark, gap, (_shuffled(mark, others)[0],), (-1,))


def _distinct(own: Statement, others: list[Statement]) -> list[Statement]:
    """Those of ``others`` that say something else than ``own`` and than each other."""
    seen = {_said(own.text)}
    found = []
    for other in others:
        if _said(other.text) not in seen:
            seen.add(_said(other.text))
            found.append(other)
    return found


def _match(table: Table, row: Row) -> Iterator[TableItem]:
    """Match every column with what it says on a row."""
    alone = table.alone(row.name)[:MOST_CHOICES]
    if len(alone) < 3:
        return
    mark = _name(table, Task.MATCH_ROW, row.name)
    choices = _shuffled(mark, alone)
    gaps = tuple((s.row, s.column) for s in alone)
    yield _item(table, Task.MATCH_ROW, mark, gaps, choices, tuple(choices.index(s) for s in alone))


def _odd(table: Table, column: str) -> Iterator[TableItem]:
    """For every row a column differs on, pick out the statement that is not its own."""
    own = [
        Statement(row.name, column, table.cells[row.name, column].text)
        for row in table.comparison.rows
        if table.cells[row.name, column].stated
    ]
    for at, statement in enumerate(own):
        strange = _distinct(statement, [s for s in table.stated(statement.row) if s.column != column])
        if not strange or len(own) < _ODD_CHOICES:
            continue
        neighbours = [own[(at + 1 + step) % len(own)] for step in range(_ODD_CHOICES - 1)]
        mark = _name(table, Task.ODD_ONE_OUT, statement.row, column)
        odd = _shuffled(mark, strange)[0]
        choices = _shuffled(mark, [odd, *neighbours])
        yield _item(table, Task.ODD_ONE_OUT, mark, (("", column),), choices, (choices.index(odd),))


def _fill(table: Table, rows: tuple[Row, ...]) -> Iterator[TableItem]:
    """A few rows of one theme with every place blank, for columns that say something of their own on each."""
    for first in range(0, len(rows) - _FILL_ROWS + 1, _FILL_ROWS):
        block = rows[first : first + _FILL_ROWS]
        alone = [{s.column: s for s in table.alone(row.name)} for row in block]
        shared = [column for column in table.columns if all(column in row for row in alone)]
        places = [row[column] for row in alone for column in shared[:_FILL_COLUMNS]]
        if len(shared) < 2 or len({_said(s.text) for s in places}) < len(places):
            continue
        mark = _name(table, Task.FILL_TABLE, block[0].name)
        choices = _shuffled(mark, places)
        gaps = tuple((s.row, s.column) for s in places)
        yield _item(table, Task.FILL_TABLE, mark, gaps, choices, tuple(choices.index(s) for s in places))


def _item(
    table: Table,
    task: Task,
    mark: ItemId,
    gaps: tuple[tuple[str, str], ...],
    choices: tuple[Statement, ...],
    key: tuple[int, ...],
) -> TableItem:
    return TableItem(
        mark, task, table.comparison.id, gaps, choices, key, _deciding(table, gaps[0], choices, key).id
    )


def _deciding(
    table: Table, gap: tuple[str, str], choices: tuple[Statement, ...], key: tuple[int, ...]
) -> Cell:
    """The cell that settles the first gap; for the odd one out, what the column says on that row."""
    row, column = gap
    return table.cells[row or choices[key[0]].row, column]


def _name(table: Table, task: Task, *parts: str) -> ItemId:
    comparison = table.comparison.id
    return item_id(pack_of(comparison), "drill", ".".join((name_of(comparison), *parts)) + f"~{task}")


def _shuffled(mark: ItemId, statements: list[Statement] | tuple[Statement, ...]) -> tuple[Statement, ...]:
    """An order that depends on the item and on names, never on wording or chance."""

    def place(statement: Statement) -> bytes:
        return blake2b(f"{mark} {statement.row} {statement.column}".encode(), digest_size=8).digest()

    return tuple(sorted(statements, key=place))
