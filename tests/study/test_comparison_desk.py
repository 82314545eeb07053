from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.study.change import Change
from studyapp.study.comparison_desk import ComparisonDesk
from studyapp.study.comparison_export import Format
from studyapp.study.comparison_table import Table
from studyapp.study.desks import Desks
from studyapp.ui.compare.wording import EXPORT
from tests.study.reading_pack import write_pack
from tests.tools.clock import Clock
from tests.ui.exam_house import house


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with house(tmp_path / "profile", write_pack(tmp_path / "p"), Clock()) as opened:
        yield opened


@pytest.fixture
def desk(desks: Desks) -> ComparisonDesk:
    return desks.comparisons


@pytest.fixture
def table(desk: ComparisonDesk) -> Table:
    return desk.table(desk.first_wish(desk.comparisons()[0]))


def test_the_first_look_shows_all_columns_of_few(table: Table) -> None:
    assert [column.short for column in table.columns] == ["PO", "SM", "Dev"]


def test_a_cell_tells_its_passage_source_and_note(desk: ComparisonDesk, table: Table) -> None:
    view = desk.look(table, 1, 0)
    assert view is not None
    assert (view.column.title, view.row.title) == ("Product Owner", "Orders the Product Backlog")
    assert (view.article, view.heading) == ("The Product Owner", "Decisions")
    assert view.source == "The Guide (2020), Team"


def test_a_silent_cell_rests_on_nothing_and_a_theme_is_no_cell(desk: ComparisonDesk, table: Table) -> None:
    view = desk.look(table, 1, 2)
    assert view is not None
    assert (view.article, view.source) == ("", "")
    assert desk.look(table, 0, 0) is None


def test_drilling_names_the_passages_that_cards_rest_on_too(desk: ComparisonDesk, table: Table) -> None:
    assert desk.passages(table) == ("p/article/the-product-owner#decisions",)
    assert desk.cards(table) == ("p/card/orders",)


def test_the_cards_of_the_passages_can_be_drilled(desks: Desks, table: Table) -> None:
    from studyapp.study.scope import Scope

    desks.reviews.begin(Scope("passages", " ".join(desks.comparisons.passages(table))))
    view = desks.reviews.view()
    assert view is not None
    assert (view.card.id, view.total) == ("p/card/orders", 1)


def test_a_cell_is_found_by_its_identifier(desk: ComparisonDesk) -> None:
    found = desk.find("p/cell/two-roles.orders.master")
    assert found is not None
    assert (found[0].id, found[1], found[2]) == ("p/comparison/two-roles", "orders", "master")
    assert desk.find("p/cell/two-roles.orders.nobody") is None


def test_an_own_note_stays_with_its_cell(desk: ComparisonDesk, table: Table) -> None:
    cell = table.lines[1].cells[0]
    assert desk.note(cell.id, cell.revision, "  remember  ") is Change.NOTES
    assert desk.note(cell.id, cell.revision, "remember") is Change.NOTHING
    view = desk.look(table, 1, 0)
    assert view is not None
    assert view.note == "remember"


@pytest.mark.parametrize("form", Format)
def test_every_export_names_source_kind_and_licence(desk: ComparisonDesk, table: Table, form: Format) -> None:
    text = desk.written(table, EXPORT, form)
    assert "The Guide (2020), Team" in text
    assert "rule of the Guide" in text
    assert "CC BY-SA 4.0" in text
