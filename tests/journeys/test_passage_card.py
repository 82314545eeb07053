"""From a sentence in an article to a card of one's own, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ids import ItemId
from studyapp.study.desks import Desks
from studyapp.ui.address import article_address
from studyapp.ui.cards.own_card_dialog import OwnCardDialog
from studyapp.ui.main_window import MainWindow
from studyapp.ui.read.page import ReadPage

QUOTE = "Only the Product Owner may cancel a Sprint."


def reading(window: MainWindow, desks: Desks, quote: str) -> ReadPage:
    card = next(c for c in desks.library.catalog.cards().values() if c.proof.quote == QUOTE)
    window.go(article_address(card.proof.article, card.proof.heading, quote))
    QApplication.processEvents()
    page = window.page("read")
    assert isinstance(page, ReadPage)
    return page


def test_a_passage_becomes_a_card_that_rests_on_it(window: MainWindow, desks: Desks) -> None:
    page = reading(window, desks, QUOTE)
    place = page.lectern.share()
    QTest.keyClick(page.lectern.view, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    dialog = page.findChild(OwnCardDialog)
    assert dialog is not None
    assert (dialog._front.toPlainText(), dialog._back.toPlainText()) == ("Who decides", QUOTE)
    QTest.keyClicks(dialog._front, "Who may cancel a Sprint?")
    QTest.keyClick(dialog._front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    card = desks.library.catalog.cards()[ItemId("my-cards/card/who-may-cancel-a-sprint")]
    assert (card.proof.quote, page.lectern.share()) == (QUOTE, place)
    assert card.id in desks.library.catalog.resting_on(card.proof.article).cards


def test_without_a_passage_the_page_says_how_to_choose_one(window: MainWindow, desks: Desks) -> None:
    page = reading(window, desks, "")
    QTest.keyClick(page.lectern.view, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert page.findChild(OwnCardDialog) is None
