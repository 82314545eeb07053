"""The exercises of every open comparison, made when they are first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Comparison
from studyapp.catalog.table_item import Table, TableItem, Task, table_items
from studyapp.ids import ItemId
from studyapp.learning.drill_order import Exercise
from studyapp.study.books import Books
from studyapp.study.confusions import thing_name
from studyapp.study.table_evidence import cells_of, rivals

_RANKS = {
    Task.WHICH_COLUMN: 0,
    Task.WHICH_STATEMENT: 0,
    Task.ODD_ONE_OUT: 2,
    Task.FALSE: 3,
    Task.TRUE: 4,
    Task.MATCH_ROW: 5,
    Task.FILL_TABLE: 6,
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """The exercises of one comparison."""

    table: Table
    items: Mapping[ItemId, TableItem]
    exercises: tuple[Exercise, ...]
    revisions: Mapping[ItemId, int]
    """Of every cell."""


class TableBook:
    """Keeps the chapters as long as the catalog stays."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._catalog: Catalog | None = None
        self._chapters: dict[ItemId, Chapter] = {}

    def chapter(self, comparison: Comparison) -> Chapter:
        """The exercises of a comparison."""
        if self._catalog is not self._books.catalog:
            self._catalog, self._chapters = self._books.catalog, {}
        if comparison.id not in self._chapters:
            self._chapters[comparison.id] = _chapter(comparison)
        return self._chapters[comparison.id]


def _chapter(comparison: Comparison) -> Chapter:
    table, items = Table(comparison), table_items(comparison)
    exercises = tuple(exercise_of(table, item) for item in items)
    revisions = {cell.id: cell.revision for cell in table.cells.values()}
    return Chapter(table, {item.id: item for item in items}, exercises, revisions)


def exercise_of(table: Table, item: TableItem) -> Exercise:
    """An exercise as far as its order depends on it. Which of two plain tasks comes first, the cell's name decides."""
    rank, cells = _RANKS[item.task], cells_of(table, item)
    if not rank:
        rank = (crc32(cells[0].encode()) + (item.task is Task.WHICH_COLUMN)) % 2
    row, column = item.gaps[0]
    thing = thing_name(table.comparison.id, column)
    row = row or item.choices[item.key[0]].row
    return Exercise(item.id, cells, row, thing, rivals(table, item), rank)
