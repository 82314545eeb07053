"""Exercises from a comparison: each has exactly the answers that the table gives it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studyapp.catalog.comparison import Cell, CellKind, Column, Comparison, Row, Theme
from studyapp.catalog.source import UNSETTLED
from studyapp.catalog.table_item import Table, Task, answers, table_items
from studyapp.ids import ItemId


def comparison(texts: list[list[str]]) -> Comparison:
    """A comparison of the given texts; an empty text is a silent cell."""
    columns = tuple(Column(f"c{i}", f"Column {i}", f"C{i}") for i in range(len(texts[0])))
    rows = tuple(
        Row(f"r{y}", f"Row {y}", f"t{y // 3}", tuple(cell(y, x, text) for x, text in enumerate(line)))
        for y, line in enumerate(texts)
    )
    themes = tuple(Theme(f"t{i}", f"Theme {i}") for i in range((len(rows) + 2) // 3))
    return Comparison(ItemId("p/comparison/table"), "Table", columns, themes, rows)


def cell(y: int, x: int, text: str) -> Cell:
    kind = CellKind.RULE if text else CellKind.SILENT
    return Cell(ItemId(f"p/cell/table.r{y}.c{x}"), text, kind, None, UNSETTLED)


words = st.sampled_from(["", "Value", "value.", "Plan", "Order", "Quality", "Coach", "Sprint Goal"])
tables = st.integers(2, 6).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=7)
)
ROLES = comparison(
    [["Value", "Plan", "Scrum"], ["Backlog", "Project plan", ""], ["Goal", "Budget", "Team"], ["A", "B", "C"]]
)


@given(tables)
def test_no_item_has_two_keys_or_none(texts: list[list[str]]) -> None:
    made = comparison(texts)
    for item in table_items(made):
        found = answers(Table(made), item)
        wanted = tuple(frozenset({key} - {-1}) for key in item.key)
        assert found == wanted, item


@given(tables)
def test_a_silent_cell_is_neither_asked_about_nor_offered(texts: list[list[str]]) -> None:
    made = comparison(texts)
    cells = Table(made).cells
    for item in table_items(made):
        assert all(cells[choice.row, choice.column].stated for choice in item.choices)
        assert all(cells[gap].stated for gap in item.gaps if gap[0])
        asked = item.gaps[0][1]
        if item.task is Task.ODD_ONE_OUT:
            assert all(cells[choice.row, asked].stated for choice in item.choices)


@given(tables)
def test_the_same_table_yields_the_same_items_with_names_of_their_own(texts: list[list[str]]) -> None:
    first, second = table_items(comparison(texts)), table_items(comparison(texts))
    assert first == second
    assert len({item.id for item in first}) == len(first)


def test_every_task_is_made_of_a_full_table() -> None:
    assert {item.task for item in table_items(ROLES)} == set(Task)


def test_every_stated_cell_is_asked_about() -> None:
    asked = {item.cell for item in table_items(ROLES)}
    assert asked == {c.id for row in ROLES.rows for c in row.cells if c.stated}


def test_rewording_a_cell_keeps_every_identifier() -> None:
    first = ROLES.rows[0]
    reworded = replace(first, cells=(replace(first.cells[0], text="Worth to users"), *first.cells[1:]))
    changed = replace(ROLES, rows=(reworded, *ROLES.rows[1:]))
    assert [item.id for item in table_items(changed)] == [item.id for item in table_items(ROLES)]
