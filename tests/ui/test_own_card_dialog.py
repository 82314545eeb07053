"""Writing a card of one's own: by keys alone, and nothing is lost when something is missing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.catalog.card import CardKind
from studyapp.ids import ItemId
from studyapp.study.change import Change
from studyapp.study.desks import Desks
from studyapp.study.own_cards import OwnCard
from studyapp.ui.cards.own_card_dialog import OwnCardDialog
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from studyapp.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(
    theme: Theme, desks: Desks, card: OwnCard, window: MainWindow
) -> tuple[OwnCardDialog, list[Change]]:
    told: list[Change] = []
    dialog = OwnCardDialog(theme, desks, card, window)
    dialog.changed.connect(told.append)
    dialog.present()
    QApplication.processEvents()
    return dialog, told


def test_a_card_is_written_with_keys_alone(theme: Theme, desks: Desks, window: MainWindow) -> None:
    dialog, told = opened(theme, desks, OwnCard(), window)
    assert dialog._front.hasFocus()
    QTest.keyClicks(dialog._front, "Who?")
    QTest.keyClick(dialog._front, Qt.Key.Key_Tab)
    assert dialog._back.hasFocus()
    QTest.keyClicks(dialog._back, "The Product Owner.")
    QTest.keyClick(dialog._back, Qt.Key.Key_Return, CONTROL)
    assert told == [Change.CONTENT | Change.REVIEWS]
    assert desks.own_cards.cards()["who"].back == "The Product Owner."


def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    theme: Theme, desks: Desks, window: MainWindow
) -> None:
    dialog, told = opened(theme, desks, OwnCard(back="So."), window)
    QTest.keyClick(dialog._back, Qt.Key.Key_Return, CONTROL)
    assert (dialog._fault.text(), dialog._back.toPlainText()) == ("Write what is asked first.", "So.")
    assert not told


def test_ctrl_g_makes_a_gap_of_the_selected_words(theme: Theme, desks: Desks, window: MainWindow) -> None:
    dialog, _ = opened(theme, desks, OwnCard(kind=CardKind.CLOZE, front="eight hours"), window)
    assert not dialog._back.isVisible()
    dialog._front.selectAll()
    QTest.keyClick(dialog._front, Qt.Key.Key_G, CONTROL)
    assert dialog._front.toPlainText() == "{{c1::eight hours}}"


def test_a_file_that_resists_is_told_with_its_line(theme: Theme, desks: Desks, window: MainWindow) -> None:
    desks.own_cards.add(OwnCard(front="A?", back="B."))
    desks.own_cards.file.write_text("cards:\n  - name: 'x\n", "utf-8")
    dialog, _ = opened(theme, desks, OwnCard(front="C?", back="D."), window)
    dialog._keep()
    assert ", line 3:" in dialog._fault.text() or ", line 2:" in dialog._fault.text()
    assert "Nothing was altered." in dialog._fault.text()


def test_an_own_card_is_edited_and_deleted_from_the_cards_page_and_undo_brings_it_back(
    desks: Desks, window: MainWindow
) -> None:
    desks.own_cards.add(OwnCard(front="A?", back="B.", topic="mine"))
    window.go("page:cards?scope=topic:mine")
    page = window.page("cards")
    assert isinstance(page, CardsPage)
    page._edit.trigger()
    dialog = page.findChild(OwnCardDialog)
    assert dialog is not None
    dialog._remove()
    assert not desks.own_cards.cards()
    QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
    assert ItemId("my-cards/card/a") in desks.library.catalog.cards()
    assert page.stage.card.plain_question() == "A?"
