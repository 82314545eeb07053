"""The table as a learner dresses it: order, pins, marked words, what is known and mixed up, own notes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.store import card_rows
from studyapp.study.comparison_table import Order
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, press, window
from tests.journeys.test_compare_journey import columns, rows
from tests.study.roles_pack import write_roles
from tests.study.test_table_drill import scope, swapped
from tests.ui.exam_house import light_theme

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


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


def mix_up(page: ComparePage, row: str) -> None:
    """Drill a row as a learner who takes owner and manager for one another."""
    drill = page._desks.table_drill
    drill.begin(scope(rows=(row,)))
    while (view := drill.view()) is not None:
        drill.answer(swapped(view, {"owner": "manager", "manager": "owner"}), timedelta(seconds=1))
        drill.go_on()
    page.table.show_now()


def spoken(page: ComparePage, row: str, column: str) -> str:
    page.stage.go_to(row, column)
    return str(page.stage.view.currentIndex().data(_SPOKEN))


def test_a_column_dragged_beside_another_stays_there(page: ComparePage) -> None:
    page.stage.view.horizontalHeader().moveSection(0, 2)
    assert columns(page) == ["Project Manager", "Scrum Master", "Product Owner", "Developers"]
    page.stage.view.horizontalHeader().moveSection(3, 0)
    assert columns(page)[0] == "Developers"
    assert [page.stage.view.horizontalHeader().visualIndex(at) for at in range(4)] == [0, 1, 2, 3]


def test_a_pinned_column_stands_first_and_stays_in_a_narrow_window(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    page.stage.go_to("focus", "devs")
    press(qtbot, opened, "Pin the column")
    assert columns(page)[0] == "Developers"
    assert page.stage.view.cells.headerData(0, Qt.Orientation.Horizontal, _SPOKEN) == "Developers, pinned"
    opened.resize(640, 700)
    QApplication.processEvents()
    assert columns(page) == ["Developers", "Product Owner"]
    press(qtbot, opened, "Pin the column")
    assert columns(page)[0] == "Product Owner"


def test_the_words_that_differ_between_two_columns_are_marked(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    page.stage.go_to("success", "manager")
    press(qtbot, opened, "Mark the words that differ")
    assert spoken(page, "success", "manager").endswith("(common practice, unseen; differs in: project)")
    assert "differs" not in spoken(page, "success", "devs")
    page.grab()
    press(qtbot, opened, "Mark the words that differ")
    assert "differs" not in spoken(page, "success", "manager")


def test_a_cell_says_how_it_stands_and_what_it_is_mixed_up_with(page: ComparePage) -> None:
    assert "unseen" in spoken(page, "focus", "owner")
    assert "not drilled yet" in page.stage.panel.kind()
    mix_up(page, "focus")
    assert "shaky" in spoken(page, "focus", "owner")
    assert "shaky: right in 0 of 6 answers" in page.stage.panel.kind()
    assert page.stage.panel.kind().endswith("you mix it up with Project Manager")


def test_what_is_mixed_up_tints_cells_and_columns_on_demand(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    mix_up(page, "focus")
    assert "lately missed" not in spoken(page, "focus", "owner")
    press(qtbot, opened, "Tint what I mix up")
    assert "lately missed" in spoken(page, "focus", "owner")
    head = page.stage.view.cells.headerData(0, Qt.Orientation.Horizontal, _SPOKEN)
    assert str(head).startswith("Product Owner, taken for Project Manager")
    page.grab()


def test_rows_are_sorted_by_what_is_mixed_up_and_by_what_is_least_known(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    mix_up(page, "horizon")
    press(qtbot, opened, "Rows by what I mix up most")
    assert rows(page)[0] == "Horizon"
    assert "Purpose" not in rows(page)
    drill = page._desks.table_drill
    for _ in range(2):
        drill.begin(scope(rows=("focus",)))
        while (view := drill.view()) is not None:
            drill.answer(view.item.key, timedelta(seconds=1))
            drill.go_on()
        page._desks.ledger.now.tick(minutes=20)  # type: ignore[attr-defined]
    page.table.show_now()
    press(qtbot, opened, "Least known rows first")
    assert rows(page)[-1] == "Focus"
    press(qtbot, opened, "Rows by theme")
    assert rows(page)[:2] == ["Purpose", "Focus"]


def test_all_themes_fold_and_unfold(opened: MainWindow, page: ComparePage, qtbot: QtBot) -> None:
    press(qtbot, opened, "Fold all themes")
    assert rows(page) == ["Purpose", "Work"]
    press(qtbot, opened, "Unfold all themes")
    assert len(rows(page)) == 8


def test_the_view_menu_ticks_what_is_on_and_takes_a_choice(page: ComparePage) -> None:
    page.table._offer_looks()
    chosen = {text: look for text, look in page.controls.view.menu_items if text}
    page.controls.view.chosen.emit(chosen["Mark words that differ: Product Owner and Developers"])
    page.controls.view.chosen.emit(chosen["Least known rows first"])
    assert page.table.wish is not None
    assert page.table.wish.order is Order.LEAST_KNOWN
    page.table._offer_looks()
    assert [look.text for look in page.controls.view._ticked] == ["Least known rows first"]


def test_a_note_on_a_cell_is_written_by_keyboard_and_stays(
    opened: MainWindow, page: ComparePage, tmp_path: Path, theme: Theme
) -> None:
    page.stage.go_to("focus", "owner")
    page.stage.view.setFocus()
    key(opened, Qt.Key.Key_N)
    assert page.stage.note.isVisible()
    QTest.keyClicks(page.stage.note._paper, "why before how")
    key(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.stage.panel._own.text() == "Your note: why before how"
    assert page.stage.view.hasFocus()
    view = page.stage.current()
    assert view is not None
    assert view.note == "why before how"


def test_a_note_stays_with_the_cell_that_it_was_begun_on(opened: MainWindow) -> None:
    stage = compare_page(opened).stage
    first = stage.current()
    assert first is not None
    stage.write_note()
    stage.note._paper.setPlainText("about the first cell")
    stage.view.setCurrentIndex(stage.view.cells.index(2, 1))
    stage.write_note()
    assert stage.note._paper.toPlainText() == "about the first cell"
    second = stage.current()
    stage.note._keep.click()
    assert second is not None
    assert first.cell.id != second.cell.id
    assert card_rows.marks(opened.desks.comparisons._ledger, first.cell.id).note == "about the first cell"
    assert card_rows.marks(opened.desks.comparisons._ledger, second.cell.id).note == ""


def test_the_looks_come_back_with_the_next_start(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    write_roles(tmp_path / "w" / "p")
    with window(tmp_path / "w", theme, "compare") as first:
        page = compare_page(first)
        page.stage.go_to("focus", "master")
        press(qtbot, first, "Pin the column")
        press(qtbot, first, "Tint what I mix up")
        kept = first.preferences()
    with window(tmp_path / "w", theme, kept.page, kept) as again:
        wish = compare_page(again).table.wish
        assert wish is not None
        assert (wish.tinted, wish.pinned) == (True, frozenset({"master"}))


def test_at_twice_the_size_in_a_small_window_the_table_has_all_the_room(
    opened: MainWindow, page: ComparePage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    opened.resize(960, 600)
    QApplication.processEvents()
    view = page.stage.view
    assert len(columns(page)) == 2
    assert view.viewport().height() >= view.rowHeight(1) + view.rowHeight(0)
    assert not page.stage.panel.isVisible()
    press(qtbot, opened, "Turn between table and cell")
    assert (page.stage.panel.isVisible(), page.stage.card.isVisible()) == (True, False)
    press(qtbot, opened, "Turn between table and cell")
    assert (page.stage.panel.isVisible(), view.hasFocus()) == (False, True)
