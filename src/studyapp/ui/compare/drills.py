"""What can be drilled from a table as it is in sight."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any

from studyapp.study.comparison_desk import CellView, ComparisonDesk
from studyapp.study.comparison_table import Table
from studyapp.study.table_drill import DrillScope


class Offer(Enum):
    """What is no exercise of the table."""

    CARDS = auto()


def rows_in_sight(table: Table) -> DrillScope:
    """The rows and columns of the table, those under folded themes left out."""
    columns = tuple(column.name for column in table.columns)
    return DrillScope(table.comparison.id, columns, tuple(line.row.name for line in table.lines if line.row))


def drillable(table: Table) -> bool:
    """Whether any row in sight has something to tell apart."""
    return any(
        len({cell.said for cell in line.row.cells if cell.stated}) > 1
        and any(cell.stated for cell in line.cells)
        for line in table.lines
        if line.row
    )


def offers(desk: ComparisonDesk, table: Table, view: CellView | None) -> list[tuple[str, Any]]:
    """Words and scope of every drill, the pair mixed up most first; an empty text is a line between them."""
    found = [*_pairs(desk, table, view), ("", None), *_parts(table, view)]
    cards = len(desk.cards(table))
    if cards:
        words = "1 card that rests" if cards == 1 else f"{cards} cards that rest"
        found += [("", None), (f"{words} on these rows", Offer.CARDS)]
    return found if found[0][0] else found[1:]


def _pairs(desk: ComparisonDesk, table: Table, view: CellView | None) -> Iterator[tuple[str, Any]]:
    comparison = table.comparison
    worst = desk.confusions_in(comparison).worst
    if worst is not None:
        first, second = desk.pair_of(comparison, worst)
        scope = DrillScope(comparison.id, (first.name, second.name), pair=True)
        yield f"What you mix up most: {first.title} or {second.title}?", scope
    if view is None or len(table.columns) < 2:
        return
    for other in table.columns:
        if other.name != view.column.name:
            scope = DrillScope(comparison.id, (view.column.name, other.name), pair=True)
            yield f"{view.column.title} or {other.title}?", scope


def _parts(table: Table, view: CellView | None) -> Iterator[tuple[str, Any]]:
    comparison = table.comparison
    yield "The rows in sight", rows_in_sight(table)
    if view is not None:
        yield f"This row: {view.row.title}", DrillScope(comparison.id, (), (view.row.name,))
        yield f"This column: {view.column.title}", DrillScope(comparison.id, (view.column.name,))
    yield "The whole table", DrillScope(comparison.id)
