"""Reads ``comparisons/<name>.yaml``: one table a file."""

from studyapp.catalog.comparison import Cell, CellKind, Column, Comparison, Row, Theme
from studyapp.catalog.fields import Fields
from studyapp.catalog.reading import Reading, read_citation, read_proof
from studyapp.catalog.source import UNSETTLED
from studyapp.ids import ItemId


def read_comparison(file: Fields, reading: Reading) -> None:
    """Keep the comparison of one file."""
    name, title = file.name(), file.needed("title")
    columns = tuple(_column(column) for column in file.mappings("columns"))
    themes = tuple(_theme(theme) for theme in file.mappings("themes"))
    if not columns:
        file.wrong("columns", "missing", "a comparison without columns", "add `columns:`")
    rows = tuple(_row(row, reading, name, columns) for row in file.mappings("rows"))
    own_id = reading.id("comparison", name)
    reading.places.note(own_id, file, "name")
    reading.keep("comparison", Comparison(own_id, title, columns, themes, rows, file.text("description")))
    file.finish()


def _column(column: Fields) -> Column:
    name, title = column.name(), column.needed("title")
    value = Column(name, title, column.text("short") or title, column.text("colour"))
    column.finish()
    return value


def _theme(theme: Fields) -> Theme:
    value = Theme(theme.name(), theme.needed("title"))
    theme.finish()
    return value


def _row(row: Fields, reading: Reading, comparison: str, columns: tuple[Column, ...]) -> Row:
    name, title = row.name(), row.needed("title")
    given = row.entries("cells")
    cells = tuple(
        _cell(given.pop(column.name, None), reading, f"{comparison}.{name}.{column.name}")
        for column in columns
    )
    for left, cell in given.items():
        cell.wrong("", "unknown-column", f"there is no column {left!r}", "name one of the columns above")
    value = Row(name, title, row.text("theme"), cells, row.texts("dimensions"))
    row.finish()
    return value


def _cell(cell: Fields | None, reading: Reading, name: str) -> Cell:
    own_id = reading.id("cell", name)
    if cell is None:
        return _silent(own_id)
    reading.places.note(own_id, cell, "", "proof", "source", "text")
    kind = cell.choice("kind", CellKind)
    note, revision = cell.text("note"), cell.whole("revision", 1)
    if kind is CellKind.SILENT:
        value = Cell(own_id, cell.text("text"), kind, None, UNSETTLED, note, revision)
    else:
        proof, source = read_proof(cell, reading), read_citation(cell)
        value = Cell(own_id, cell.needed("text"), kind, proof, source, note, revision)
    cell.finish()
    return value


def _silent(own_id: ItemId) -> Cell:
    return Cell(own_id, "", CellKind.SILENT, None, UNSETTLED)
