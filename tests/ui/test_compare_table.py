"""The table of a comparison and what is around it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from studyapp.study.comparison_table import Table, Wish, lay_out
from studyapp.ui.compare.column_window import ColumnWindow
from studyapp.ui.compare.controls import Controls
from studyapp.ui.compare.table_card import TableCard
from studyapp.ui.compare.table_model import ComparisonModel
from studyapp.ui.compare.table_view import ComparisonView
from studyapp.ui.compare.wish_state import read_wish, written_wish
from studyapp.ui.theme import Theme
from tests.study.comparison_samples import THREE
from tests.ui.exam_house import light_theme

NAMES = ("owner", "master", "devs")
ALL = Wish(THREE.id, NAMES)
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def theme(qapp: object) -> Theme:
    return light_theme()


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ComparisonView:
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_table(lay_out(THREE, ALL))
    view.show()
    return view


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = ComparisonModel()
    model.show_table(lay_out(THREE, ALL.refolded("work")))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_cell_is_announced_with_its_headers_and_kind() -> None:
    model = ComparisonModel()
    model.show_table(lay_out(THREE, ALL))
    assert model.index(1, 0).data(_SPOKEN) == "Owner, Focus: What and why (rule of a guide, unseen)"
    assert model.index(2, 1).data(_SPOKEN) == "Master, Money: the sources are silent"
    assert model.headerData(1, Qt.Orientation.Vertical) == "Focus"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Devs"


def test_themes_span_the_table_and_only_they(view: ComparisonView) -> None:
    assert view.columnSpan(0, 0) == 3
    assert view.columnSpan(1, 0) == 1
    view.show_table(lay_out(THREE, replace(ALL, words="takes")))
    assert [view.columnSpan(row, 0) for row in range(2)] == [3, 1]


def test_rows_are_as_high_as_their_longest_text(view: ComparisonView) -> None:
    before = view.rowHeight(1)
    view.resize(330, 500)
    assert view.rowHeight(1) > before


def test_the_header_and_the_first_column_stay_when_it_scrolls(view: ComparisonView) -> None:
    view.resize(900, 150)
    view.verticalScrollBar().setValue(60)
    assert view.horizontalHeader().mapTo(view, QPoint()).y() <= 1
    assert view.verticalHeader().isVisible()
    assert view.horizontalScrollBar().maximum() == 0


def test_the_current_cell_stays_when_columns_and_rows_change(view: ComparisonView) -> None:
    view.go_to("money", "devs")
    view.show_table(lay_out(THREE, Wish(THREE.id, ("devs", "owner"), differing=True)))
    assert view.current_cell() == ("money", "devs")


def test_enter_and_e_ask_for_the_passage(view: ComparisonView, qtbot: QtBot) -> None:
    view.go_to("focus", "owner")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_E):
        with qtbot.waitSignal(view.passage_wanted):
            QTest.keyClick(view, key)


def test_a_theme_folds_by_key_and_by_a_press_on_its_title(view: ComparisonView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.cells.index(0, 0))
    with qtbot.waitSignal(view.theme_turned) as told:
        QTest.keyClick(view, Qt.Key.Key_Space)
    assert told.args == ["purpose"]
    with qtbot.waitSignal(view.theme_turned):
        QTest.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.theme_turned):
        view.verticalHeader().sectionClicked.emit(0)


def test_going_past_the_last_column_is_told(view: ComparisonView, qtbot: QtBot) -> None:
    view.go_to("focus", "devs")
    with qtbot.waitSignal(view.edge_pressed) as told:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert told.args == [1]


def test_the_chosen_cell_is_there_again_after_no_row_was_left(view: ComparisonView) -> None:
    view.go_to("focus", "devs")
    whole = view.cells.table
    assert whole is not None
    view.show_table(replace(whole, lines=()))
    view.show_table(whole)
    assert view.current_cell() == ("focus", "devs")


def test_tab_leads_from_the_filter_to_the_table_below(theme: Theme, qtbot: QtBot) -> None:
    card = TableCard(theme)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    card.ask()
    QTest.keyClick(card.filter, Qt.Key.Key_Tab)
    assert card.focusWidget() is card.view


def test_a_thousand_rows_measure_only_those_in_sight(
    view: ComparisonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = replace(THREE, rows=tuple(replace(THREE.rows[0], name=f"r{number}") for number in range(1000)))
    measured, height_of = set[int](), view._delegate.height_of

    def counted(row: int) -> float:
        measured.add(row)
        return height_of(row)

    monkeypatch.setattr(view._delegate, "height_of", counted)
    view.show_table(lay_out(many, ALL))
    assert len(measured) < 60


def test_chips_tell_and_say_what_is_hidden(theme: Theme, qtbot: QtBot) -> None:
    controls = Controls(theme)
    chips = controls.chips
    qtbot.addWidget(chips)
    chips.show_columns(THREE.columns, ["owner", "devs"])
    shown = {chip.column.name: chip for chip in chips._chips}
    assert shown["master"]._shown() == "+ Master"
    assert shown["master"].accessibleDescription() == "hidden"
    with qtbot.waitSignal(chips.turned) as told:
        shown["master"].click()
    assert told.args == ["master"]


def test_all_columns_are_in_sight_while_they_have_room() -> None:
    assert ColumnWindow(6).places(6) == (0, 1, 2, 3, 4, 5)


def test_one_against_one_goes_through_the_others_and_stops_at_the_ends() -> None:
    window = ColumnWindow(1)
    assert window.places(4) == (0, 1)
    assert window.moved(1, 4).places(4) == (0, 2)
    assert window.moved(9, 4).places(4) == (0, 3)
    assert window.moved(9, 4).moved(-9, 4).places(4) == (0, 1)


def test_a_column_that_is_asked_for_is_brought_into_sight() -> None:
    assert ColumnWindow(3).showing(5, 6).places(6) == (0, 4, 5)
    assert ColumnWindow(3, 3).showing(1, 6).places(6) == (0, 1, 2)


def test_a_wish_survives_being_written_down() -> None:
    wish = Wish(THREE.id, ("devs",), differing=True, words="a b", folded=frozenset({"work"}))
    assert read_wish(written_wish(wish)) == wish
    assert read_wish({"columns": 3}) is None
    assert read_wish(None) is None


def test_an_empty_table_shows_nothing_and_breaks_nothing(view: ComparisonView) -> None:
    empty: Table = lay_out(THREE, replace(ALL, words="nowhere"))
    view.show_table(empty)
    view.go_to_first()
    assert view.current_cell() is None
