"""Drilling from the table: every exercise by keyboard, its proof, undo, the pair mixed up, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.study.table_drill import DrillScope, DrillView
from studyapp.ui.address import page_address
from studyapp.ui.compare.choice_row import Fate
from studyapp.ui.compare.drills import Offer
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from studyapp.ui.widgets.dialog import tell
from tests.journeys.reading_house import compare_page, key, press, window
from tests.study.roles_pack import write_roles
from tests.study.test_table_drill import swapped
from tests.tools.hand import Hand
from tests.ui.exam_house import light_theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SWAP = {"owner": "manager", "manager": "owner"}


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


def on_desk(page: ComparePage) -> DrillView:
    view = page._desks.table_drill.view()
    assert view is not None
    return view


def digit(number: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_0 + number)


def answer(opened: MainWindow, page: ComparePage, given: tuple[int, ...] = ()) -> None:
    """Answer by number keys, rightly unless told otherwise."""
    for choice in given or on_desk(page).item.key:
        key(opened, digit((-choice if choice < 0 else choice) + 1))


def drill_to_the_end(opened: MainWindow, page: ComparePage, swap: dict[str, str] | None = None) -> None:
    while (view := page._desks.table_drill.view()) is not None:
        answer(opened, page, swapped(view, swap) if swap else ())
        key(opened, Qt.Key.Key_Space)


def test_the_rows_in_sight_are_drilled_by_keyboard_to_the_end(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Drill these rows")
    assert page.is_drilling
    assert page.drilling.card.isVisible()
    drill_to_the_end(opened, page)
    summary = page._desks.table_drill.summary()
    assert summary is not None
    assert (summary.right, page.drilling.end.isVisible()) == (summary.answered, True)
    key(opened, Qt.Key.Key_Escape)
    assert page.drilling.isHidden()
    assert page.stage.view.hasFocus()


def test_a_wrong_answer_shows_what_holds_and_leads_to_the_passage_and_back(
    opened: MainWindow, page: ComparePage
) -> None:
    page.controls.drill.click()
    item = on_desk(page).item
    answer(
        opened,
        page,
        tuple(0 if k else 1 if item.key[0] == 0 and len(item.choices) > 1 else -1 for k in item.key),
    )
    fates = [row.fate for row in page.drilling.card.rows if row.isVisible()]
    assert fates.count(Fate.RIGHT) == fates.count(Fate.WRONG) == 1
    assert "Read the passage → Roles" in page.drilling.card.proof.toPlainText()
    key(opened, Qt.Key.Key_E)
    assert opened.current == "read"
    key(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (opened.current, page.is_drilling) == ("compare", True)
    assert on_desk(page).given is not None


def test_an_answer_is_taken_back_with_undo(opened: MainWindow, page: ComparePage) -> None:
    page.controls.drill.click()
    item = on_desk(page).item
    answer(opened, page)
    key(opened, Qt.Key.Key_Z, CONTROL)
    assert (on_desk(page).item, on_desk(page).given) == (item, None)
    assert list(opened.desks.ledger.events("drill")) == []


def test_a_row_is_matched_place_by_place_and_backspace_empties_the_last(
    opened: MainWindow, page: ComparePage
) -> None:
    page._drill(DrillScope(page._desks.comparisons.comparisons()[0].id, (), ("horizon",)))
    while len(on_desk(page).gaps) == 1:
        answer(opened, page)
        key(opened, Qt.Key.Key_Space)
    gaps = page.drilling.card.gaps
    assert [cell.isChecked() for cell in gaps.cells] == [True, False, False, False]
    key(opened, digit(2))
    assert gaps.cells[1].isChecked()
    key(opened, Qt.Key.Key_Backspace)
    assert gaps.cells[0].isChecked()
    answer(opened, page)
    assert on_desk(page).solved
    assert all(cell.accessibleName().split(": ")[1] == "right" for cell in gaps.cells)


def test_the_pair_mixed_up_is_offered_drilled_and_retires(opened: MainWindow, page: ComparePage) -> None:
    page.controls.drill.click()
    drill_to_the_end(opened, page, SWAP)
    assert page.drilling.end._pair.text() == "Tell apart: Product Owner and Project Manager"
    page.drilling.end._pair.click()
    assert page.drilling.scope is not None
    assert page.drilling.scope.pair
    drill_to_the_end(opened, page)
    assert "You tell Product Owner and Project Manager apart now." in page.drilling.end._retired.text()


def test_missed_cells_lead_back_into_the_table(opened: MainWindow, page: ComparePage) -> None:
    page.controls.drill.click()
    drill_to_the_end(opened, page, SWAP)
    link = page.drilling.end._missed.children()[1]
    link.click()  # type: ignore[attr-defined]
    assert page.stage.view.current_cell() == link.place  # type: ignore[attr-defined]


def test_more_drills_offer_pairs_row_column_and_the_whole_table(page: ComparePage) -> None:
    page.stage.go_to("success", "manager")
    page.table._offer_drills()
    words = [text for text, _ in page.controls.drills.menu_items]
    assert "Project Manager or Scrum Master?" in words
    assert words[-3:] == ["This row: Success", "This column: Project Manager", "The whole table"]


def test_an_address_begins_the_drill_of_a_pair(opened: MainWindow, page: ComparePage) -> None:
    opened.go(page_address("compare", table="p/comparison/roles", pair="owner master"))
    assert page.drilling.scope == DrillScope(
        page._desks.comparisons.comparisons()[0].id, ("owner", "master"), pair=True
    )
    QApplication.processEvents()
    assert {on_desk(page).gaps[0].column.name} <= {"owner", "master"}


def test_the_keys_of_the_table_sleep_while_exercises_are_in_sight(
    opened: MainWindow, page: ComparePage
) -> None:
    page.controls.drill.click()
    assert "Filter rows" not in [each.text() for each in opened.commands() if each.isEnabled()]
    assert Offer.CARDS not in [value for _, value in page.controls.drills.menu_items]


def test_the_overview_tells_the_keys_of_an_exercise_and_of_its_answer(
    opened: MainWindow, page: ComparePage
) -> None:
    assert opened.own_keys() == ()
    page.controls.drill.click()
    asked = [line.text for line in opened.own_keys()]
    assert asked[:2] == ["Choose answer 1", "Choose answer 2"]
    assert "Next" not in asked
    while on_desk(page).given is None:
        page.drilling.card.choose(next(n for n in range(1, 9) if n - 1 not in page.drilling.card._given))
    done = [line.text for line in opened.own_keys()]
    assert (done[0], done[-2:]) == ("Next", ["Undo", "Back to the table"])


def test_time_in_a_dialog_over_an_exercise_is_no_time_of_answering(
    opened: MainWindow, page: ComparePage, theme: Theme, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Drill these rows")
    looked, hand = page.drilling.card.looked, Hand()
    looked._now = hand
    looked.start()
    hand.move(3)
    dialog = tell(theme, opened, "A dialog", "over the exercise")
    hand.move(25)
    dialog.close()
    opened.activateWindow()
    answer(opened, page)
    drilled = page._desks.ledger.events(kind="drill")
    assert [event.payload["took_ms"] for event in drilled] == [3000]
