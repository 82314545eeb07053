"""Where columns have no room beside one another: one against one, by keys, by swipes and from the menu."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from studyapp.study.comparison_export import Format
from studyapp.ui.compare.arrangement import Arrangement, arranged
from studyapp.ui.compare.page import ComparePage
from studyapp.ui.compare.way_out import COPY
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme
from tests.journeys.reading_house import compare_page, key, press, window
from tests.journeys.test_compare_journey import columns, rows
from tests.study.roles_pack import write_roles
from tests.ui.exam_house import light_theme


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
    opened.resize(640, 700)
    QApplication.processEvents()
    page = compare_page(opened)
    page.stage.go_to("focus", "owner")
    page.stage.view.setFocus()
    return page


def drag(view: QWidget, start: QPoint, stop: QPoint) -> None:
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, stop)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)
    QApplication.processEvents()


def turn_sideways(view: QWidget, angle: int) -> None:
    at = QPointF(40, 40)
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(angle, 0),
        Qt.MouseButton.NoButton,
        none,
        phase,
        False,
    )
    QApplication.sendEvent(view, wheel)


def test_columns_that_do_not_all_fit_stand_one_against_one() -> None:
    assert arranged(1100, 5) == Arrangement(5)
    assert arranged(1100, 6) == Arrangement(5)
    assert arranged(776, 3) == Arrangement(3)
    assert arranged(776, 4) == Arrangement(2, against=True)
    assert arranged(360, 2, low=True) == Arrangement(2, against=True, stacked=True, tight=True)
    assert arranged(1100, 3, forced=True).against
    assert not arranged(1100, 1, forced=True).against


def test_left_and_right_go_from_side_to_side_and_past_the_edge_change_the_second_column(
    opened: MainWindow, page: ComparePage
) -> None:
    key(opened, Qt.Key.Key_Right)
    assert page.stage.view.current_cell() == ("focus", "manager")
    key(opened, Qt.Key.Key_Right)
    assert columns(page) == ["Product Owner", "Scrum Master"]
    assert page.stage.pair_bar.title.text() == "Product Owner against Scrum Master"
    assert page.stage.view.current_cell() == ("focus", "master")
    key(opened, Qt.Key.Key_Left)
    assert page.stage.view.current_cell() == ("focus", "owner")
    key(opened, Qt.Key.Key_Left)
    assert columns(page) == ["Product Owner", "Project Manager"]
    assert page.stage.view.current_cell() == ("focus", "owner")


def test_a_swipe_by_pointer_or_touchpad_goes_on_and_a_scroll_does_not(page: ComparePage) -> None:
    viewport = page.stage.view.viewport()
    drag(viewport, QPoint(200, 60), QPoint(90, 70))
    assert columns(page)[1] == "Scrum Master"
    drag(viewport, QPoint(90, 60), QPoint(200, 60))
    assert columns(page)[1] == "Project Manager"
    drag(viewport, QPoint(200, 20), QPoint(120, 160))
    assert columns(page)[1] == "Project Manager"
    turn_sideways(viewport, -80)
    turn_sideways(viewport, -80)
    assert columns(page)[1] == "Scrum Master"


def test_a_finger_swipes_too(page: ComparePage) -> None:
    finger = QTest.createTouchDevice()
    viewport = page.stage.view.viewport()
    QTest.touchEvent(viewport, finger).press(0, QPoint(200, 60), viewport)
    QTest.touchEvent(viewport, finger).move(0, QPoint(120, 62), viewport)
    QTest.touchEvent(viewport, finger).release(0, QPoint(60, 62), viewport)
    QApplication.processEvents()
    assert columns(page)[1] == "Scrum Master"


def test_a_title_stands_above_its_cells_and_a_press_on_a_theme_folds_it(page: ComparePage) -> None:
    view = page.stage.view
    assert not view.verticalHeader().isVisible()
    assert view.columnWidth(0) == view.viewport().width() // 2
    before = len(rows(page))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.cells.index(0, 0)).center()
    )
    assert len(rows(page)) < before
    page.grab()


def test_one_against_one_can_be_wished_for_in_any_room_and_is_remembered(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    opened.resize(1280, 800)
    QApplication.processEvents()
    assert len(columns(page)) == 4
    press(qtbot, opened, "One against one")
    assert columns(page) == ["Product Owner", "Project Manager"]
    assert page.stage.pair_bar.isVisible()
    assert page.state()["wishes"][-1]["against"] is True
    press(qtbot, opened, "One against one")
    assert len(columns(page)) == 4


def test_a_panel_that_has_no_room_is_scrolled_by_keyboard(
    opened: MainWindow, page: ComparePage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    opened.resize(960, 600)
    QApplication.processEvents()
    page.stage.noted.emit(page.stage.current(), "why before how " * 30)
    page.table.show_now()
    press(qtbot, opened, "Turn between table and cell")
    scroll = page.stage._scroll
    assert scroll.hasFocus()
    assert scroll.verticalScrollBar().maximum() > 0
    key(opened, Qt.Key.Key_Down)
    assert scroll.verticalScrollBar().value() > 0


def test_rows_that_differ_are_those_in_which_the_two_in_sight_differ(
    opened: MainWindow, page: ComparePage
) -> None:
    page.controls.differing.click()
    assert "Events" in rows(page)
    for _ in range(3):
        key(opened, Qt.Key.Key_Right)
    assert columns(page) == ["Product Owner", "Developers"]
    assert "Events" not in rows(page)
    assert page.stage.view.current_cell() == ("focus", "devs")


def test_marked_words_follow_the_two_that_stand_against_each_other(
    opened: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    press(qtbot, opened, "Mark the words that differ")
    key(opened, Qt.Key.Key_Right)
    key(opened, Qt.Key.Key_Right)
    page.stage.go_to("success", "master")
    spoken = page.stage.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).endswith("differs in: an effective team)")
    page.grab()


def test_one_against_one_those_two_are_exported(opened: MainWindow, page: ComparePage) -> None:
    key(opened, Qt.Key.Key_Right)
    key(opened, Qt.Key.Key_Right)
    page.controls.export.chosen.emit((COPY, Format.MARKDOWN))
    assert "| Dimension | Product Owner | Scrum Master |" in QApplication.clipboard().text()


def test_at_twice_the_size_three_rows_can_be_read_and_one_menu_holds_the_rest(
    opened: MainWindow, page: ComparePage, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_zoom(200)
    opened.resize(960, 600)
    QApplication.processEvents()
    view = page.stage.view
    assert sum(view.rowHeight(row) for row in range(4)) <= view.viewport().height()
    assert not page.controls.isVisible()
    page.table.folded.open_menu()
    menus = page.table.folded.findChildren(QMenu)
    assert {"Columns", "View", "Drill", "Export"} <= {menu.title() for menu in menus}
    assert page.chooser.width() >= page.chooser.minimumSizeHint().width()
    press(qtbot, opened, "Filter rows")
    field = page.stage.card.filter
    assert field.isVisible()
    QTest.keyClicks(field, "success")
    assert rows(page) == ["Purpose", "Success"]
    assert field.geometry().bottom() < page.stage.view.y()
    key(opened, Qt.Key.Key_Escape)
    assert (field.isVisible(), field.text(), view.hasFocus()) == (False, "", True)
