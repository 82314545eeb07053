"""What a learner does with flashcards: presses keys, until a card of a kind is asked."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.catalog.card import CardKind
from studyapp.ui.cards.page import CardsPage


def press(
    page: CardsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key, modifiers)
    QApplication.processEvents()


def at(page: CardsPage, kind: CardKind) -> None:
    """Rate cards until one of a kind is asked."""
    for _ in range(20):
        assert page._view is not None
        if page._view.card.kind is kind:
            return
        if not page._turned:
            page._go_on()
        press(page, Qt.Key.Key_4)
    raise AssertionError(kind)


def count(page: CardsPage) -> str:
    return page.stage._count.text().partition(" · ")[0]
