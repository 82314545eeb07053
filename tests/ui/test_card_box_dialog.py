"""The table of all cards: searched and sorted without stutter, changed by keys, every change undone."""

from time import perf_counter

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.learning.memory import Phase
from studyapp.learning.rating import Rating
from studyapp.study.card_box import CardRow
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.ui.cards.box import BoxDialog
from studyapp.ui.cards.box_model import CardTable
from studyapp.ui.cards.card_info import CardInfo
from studyapp.ui.cards.mover import Mover
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.widgets.dialog import Dialog
from tests.tools.clock import Clock
from tests.tools.many_cards import many_cards

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def box(window: MainWindow, desks: Desks) -> BoxDialog:
    desks.own_cards.add(OwnCard(front="Mine?", back="Yes.", topic="events"))
    window.go("page:cards")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    page._browse.trigger()
    QApplication.processEvents()
    found = page.findChild(BoxDialog)
    assert found is not None
    return found


def press(box: BoxDialog, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(box.table, key, held)
    QApplication.processEvents()


def accept(box: BoxDialog, title: str) -> None:
    asked = next(d for d in box.findChildren(Dialog) if d.isVisible() and d.windowTitle() == title)
    asked.accept()
    box.activateWindow()
    assert QTest.qWaitForWindowActive(box)


def row(number: int) -> CardRow:
    card = next(iter(many_cards(number + 1).catalog.cards().values()))
    words = f"question {number} topic {number % 10}"
    recall = None if number % 3 else number / 20_000
    return CardRow(
        card, f"Question {number}", f"Topic {number % 10}", Phase.NEW, None, recall, 0, 0, False, False, words
    )


def test_enter_on_a_row_that_is_not_chosen_tells_of_its_card(box: BoxDialog) -> None:
    box.table.setFocus()
    box.table.selectionModel().setCurrentIndex(
        box.model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    press(box, Qt.Key.Key_Return)
    assert any(told.isVisible() for told in box.findChildren(CardInfo))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_typing_narrows_and_enter_or_down_leads_into_the_table(
    key: Qt.Key, box: BoxDialog, desks: Desks
) -> None:
    total = len(desks.library.catalog.cards())
    assert box._count.text() == f"{total} cards"
    QTest.keyClicks(box.field, "own mine")
    assert box._count.text() == f"1 of {total} cards"
    QTest.keyClick(box.field, key)
    assert [row.question for row in box.chosen()] == ["Mine?"]


def test_letters_typed_into_the_field_are_no_commands(box: BoxDialog, desks: Desks) -> None:
    before = len(list(desks.ledger.events()))
    QTest.keyClicks(box.field, "s f r m i")
    assert len(list(desks.ledger.events())) == before


def test_all_cards_are_suspended_with_two_keys_and_released_by_undo(box: BoxDialog, desks: Desks) -> None:
    box.table.setFocus()
    press(box, Qt.Key.Key_A, CONTROL)
    desks.box.suspend([box.chosen()[0].item], on=True)
    box.refresh()
    press(box, Qt.Key.Key_S)
    assert all(row.suspended for row in desks.box.rows())
    total = box.model.rowCount()
    assert box._count.text().endswith(f"{total} chosen · {total - 1} cards suspended; Ctrl+Z takes it back")
    assert len(box.chosen()) == box.model.rowCount()
    assert box._suspend.text() == "Release"
    press(box, Qt.Key.Key_Z, CONTROL)
    assert box._count.text().endswith("Taken back; Ctrl+Shift+Z does it again")
    assert sum(row.suspended for row in desks.box.rows()) == 1
    press(box, Qt.Key.Key_Z, CONTROL)
    assert not any(row.suspended for row in desks.box.rows())
    box.table.clearSelection()
    assert box._count.text().startswith(f"{total} cards")
    assert "again" not in box._count.text()


def test_cards_are_flagged_reset_moved_and_deleted_from_the_table(box: BoxDialog, desks: Desks) -> None:
    desks.reviews.begin()
    desks.reviews.rate(Rating.EASY, desks.reviews.summary().took)
    box.refresh()
    box._to_table()
    box.table.selectAll()
    press(box, Qt.Key.Key_F)
    press(box, Qt.Key.Key_R)
    assert any(row.phase is not Phase.NEW for row in desks.box.rows())  # it asks first
    accept(box, f"Reset {len(box.chosen())} cards?")
    assert all(row.flagged and row.phase is Phase.NEW for row in desks.box.rows())
    press(box, Qt.Key.Key_M)
    mover = box.findChild(Mover)
    assert mover is not None
    mover._tag.setText("exam")
    mover._move()
    box.activateWindow()
    assert QTest.qWaitForWindowActive(box)
    assert desks.own_cards.cards()["mine"].tags == ("exam",)
    press(box, Qt.Key.Key_Delete)
    accept(box, "Delete 1 card of your own?")
    assert not desks.own_cards.cards()
    for _ in range(4):
        box._take_back()
    assert (desks.own_cards.cards()["mine"].tags, any(row.flagged for row in desks.box.rows())) == ((), False)
    assert sum(row.phase is not Phase.NEW for row in desks.box.rows()) == 1


def test_what_is_unknown_comes_last_whichever_way_the_table_is_sorted(qtbot: QtBot, clock: Clock) -> None:
    model = CardTable()
    model.show_rows([row(number) for number in range(9)], clock())
    for order in Qt.SortOrder:
        model.sort(4, order)
        known = [model.row_at(at) for at in range(3)]
        assert all(each is not None and each.recall is not None for each in known)


def test_ten_thousand_cards_are_searched_and_sorted_without_stutter(qtbot: QtBot, clock: Clock) -> None:
    model, one = CardTable(), row(0)
    rows = [
        CardRow(one.card, f"Question {n}", "T", Phase.NEW, None, n / 1e4, n, 0, False, False, f"q {n}")
        for n in range(10_000)
    ]
    model.show_rows(rows, clock())
    began = perf_counter()
    model.search("99")
    model.sort(4, Qt.SortOrder.DescendingOrder)
    assert perf_counter() - began < 0.25
    assert model.rowCount() == sum("99" in str(n) for n in range(10_000))


@pytest.mark.each
def test_the_model_keeps_qts_own_rules(qtbot: QtBot, clock: Clock) -> None:
    model = CardTable()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows([row(number) for number in range(5)], clock())
    model.search("topic 3")
    model.sort(0)
    assert (model.rowCount(), tester.model()) == (1, model)
