"""Reads ``comparisons/<name>.yaml``: one table a file."""

from studyapp.catalog.comparison import Cell, CellKind, Column, Comparison, Row, Theme
from studyapp.catalog.disagreement import Disagreement, Verdict
from studyapp.catalog.fields import Fields
from studyapp.catalog.nearest import mend
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.slug import clean
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId


def read_comparison(file: Fields, reading: Reading) -> None:
    """Keep the comparison of one file."""
    name, title = file.name(), clean(file.needed("title"))
    own_id = reading.id("comparison", name)
    columns = tuple(_column(column, reading, own_id) for column in file.named("columns"))
    themes = tuple(_theme(theme) for theme in file.named("themes"))
    if not columns:
        file.wrong("columns", "missing", "a comparison without columns", "add `columns:`")
    rows = tuple(_row(row, reading, name, columns) for row in file.named("rows"))
    reading.places.note(own_id, file, "name")
    reading.keep("comparison", Comparison(own_id, title, columns, themes, rows, file.text("description")))
    file.finish()


def _column(column: Fields, reading: Reading, table: ItemId) -> Column:
    name, title = column.name(), clean(column.needed("title"))
    reading.places.note(table, column, "colour", prefix=f"{name} ")
    value = Column(name, title, clean(column.text("short")) or title, column.text("colour"))
    column.finish()
    return value


def _theme(theme: Fields) -> Theme:
    value = Theme(theme.name(), clean(theme.needed("title")))
    theme.finish()
    return value


def _row(row: Fields, reading: Reading, comparison: str, columns: tuple[Column, ...]) -> Row:
    name, title = row.name(), clean(row.needed("title"))
    reading.places.note(reading.id("comparison", comparison), row, "theme", "dimensions", prefix=f"{name} ")
    given = row.entries("cells")
    cells = tuple(
        _cell(given.pop(column.name, None), reading, f"{comparison}.{name}.{column.name}")
        for column in columns
    )
    for left, cell in given.items():
        hint = mend(left, [column.name for column in columns], "the columns above")
        cell.wrong("", "unknown-column", f"there is no column {left!r}", hint)
    value = Row(name, title, row.text("theme"), cells, row.texts("dimensions"))
    row.finish()
    return value


def _cell(cell: Fields | None, reading: Reading, name: str) -> Cell:
    own_id = reading.id("cell", name)
    if cell is None:
        return _silent(own_id)
    reading.places.note(own_id, cell, "", "proof", "source", "text", "disagreements")
    kind = cell.choice("kind", CellKind)
    silent = kind is CellKind.SILENT
    value = Cell(
        own_id,
        cell.text("text") if silent else cell.needed("text"),
        kind,
        None if silent else read_proof(cell, reading),
        UNSETTLED if silent else read_citation(cell),
        cell.text("note"),
        cell.within("revision", 1, 1_000_000, default=1),
        tuple(_disagreement(each) for each in cell.mappings("disagreements")),
    )
    cell.finish()
    return value


def _disagreement(entry: Fields) -> Disagreement:
    value = Disagreement(
        entry.needed("claim"),
        entry.needed("by"),
        entry.needed("says"),
        read_citation(entry),
        entry.needed("exam"),
        entry.choice("verdict", Verdict),
    )
    entry.finish()
    return value


def _silent(own_id: ItemId) -> Cell:
    return Cell(own_id, "", CellKind.SILENT, None, UNSETTLED)
