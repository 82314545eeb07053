"""A statement of a table that opens another one on its row would be true of both, yet be marked wrong for one."""

from itertools import permutations

from studyapp.catalog.catalog import Catalog
from studyapp.catalog.comparison import Row


def openings(row: Row) -> list[tuple[str, str]]:
    stated = {cell.said for cell in row.cells if cell.stated}
    return [
        (short, long)
        for short, long in permutations(stated, 2)
        if long.startswith((f"{short};", f"{short}:"))
    ]


def test_no_statement_is_the_beginning_of_another_on_its_row(catalog: Catalog) -> None:
    tables = catalog.comparisons().values()
    assert {row.name: found for table in tables for row in table.rows if (found := openings(row))} == {}


def test_no_statement_leans_on_its_neighbour(catalog: Catalog) -> None:
    cells = [cell for table in catalog.comparisons().values() for row in table.rows for cell in row.cells]
    assert [cell.text for cell in cells if cell.said.startswith("the same;")] == []
