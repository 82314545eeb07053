"""What a screen reader is told about a comparison: through Qt's own interface, as a reader asks for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from studyapp.ui.compare.page import ComparePage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, window
from tests.study.roles_pack import write_roles
from tests.ui.exam_house import light_theme

_NAME = QAccessible.Text.Name


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def opened(tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    write_roles(tmp_path / "p")
    with window(tmp_path, theme, "compare") as made:
        yield made


@pytest.fixture
def page(opened: MainWindow) -> ComparePage:
    return compare_page(opened)


def current(page: ComparePage, row: str, column: str) -> QAccessibleInterface:
    """The cell that has the reader's attention."""
    page.stage.go_to(row, column)
    page.stage.view.setFocus()
    return QAccessible.queryAccessibleInterface(page.stage.view).focusChild()


def headers(cell: QAccessibleInterface) -> tuple[list[str], list[str]]:
    found = cell.tableCellInterface()
    rows, columns = found.rowHeaderCells(), found.columnHeaderCells()
    return [each.text(_NAME) for each in rows], [each.text(_NAME) for each in columns]


def test_a_cell_has_its_row_and_its_column_for_headers(page: ComparePage) -> None:
    cell = current(page, "success", "manager")
    assert cell.role() == QAccessible.Role.Cell
    assert headers(cell) == (["Success"], ["Project Manager"])


def test_the_name_of_a_cell_says_both_headers_kind_and_state(page: ComparePage) -> None:
    assert current(page, "success", "manager").text(_NAME) == (
        "Project Manager, Success: a successful project (common practice, unseen)"
    )


def test_headers_are_announced_one_against_one_too(opened: MainWindow, page: ComparePage) -> None:
    opened.resize(640, 700)
    QApplication.processEvents()
    assert headers(current(page, "horizon", "owner")) == (["Horizon"], ["Product Owner"])
    bar = QAccessible.queryAccessibleInterface(page.stage.pair_bar)
    assert bar.text(_NAME) == "Product Owner against Project Manager"
