"""Cards that wait for words, and cards with a gap."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.catalog.card import CardKind
from studyapp.study.desks import Desks
from studyapp.ui.cards.page import CardsPage
from studyapp.ui.main_window import MainWindow
from tests.journeys.cards_steps import at, press


@pytest.fixture
def page(window: MainWindow) -> CardsPage:
    window.go("page:cards?scope=all")
    QApplication.processEvents()
    found = window.page("cards")
    assert isinstance(found, CardsPage)
    return found


@pytest.mark.parametrize(
    ("typed", "verdict", "suggested"),
    [
        ("Sprint Goal", "Right", "Good"),
        ("the sprnit goals", "Taken as right; the differences are marked", "Good"),
        ("Product Goal", "Not the expected answer; rate it as you see it", "Again"),
        ("", "Nothing typed", "Again"),
    ],
)
def test_a_typed_answer_is_compared_kindly(typed: str, verdict: str, suggested: str, page: CardsPage) -> None:
    at(page, CardKind.TYPE_IN)
    field = QApplication.focusWidget()
    assert field is page.stage.card._field
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    marked = [b.text() for b in page.stage.ratings._buttons.values() if b._suggested]
    assert (page.stage.card._verdict.text(), marked) == (verdict, [suggested])
    assert page.stage.card._quote.isVisible() == (suggested == "Again")


def test_letters_and_figures_typed_as_an_answer_are_no_commands(page: CardsPage, desks: Desks) -> None:
    at(page, CardKind.TYPE_IN)
    before = len(list(desks.ledger.events()))
    QTest.keyClicks(page.stage.card._field, "s b f n e 1 2 3 4")
    assert len(list(desks.ledger.events())) == before
    assert page.stage.card.typed_text() == "s b f n e 1 2 3 4"


def test_a_typed_card_names_the_key_that_shows_the_answer_and_escape_gives_the_letters_back(
    page: CardsPage, desks: Desks
) -> None:
    assert page.stage.show_button._key == "Space"
    at(page, CardKind.TYPE_IN)
    assert page.stage.show_button._key == "Enter"
    press(page, Qt.Key.Key_X)
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_F)
    assert page._view is not None
    assert (page._view.flagged, page.stage.card.typed_text()) == (True, "x")
    press(page, Qt.Key.Key_Space)
    assert page._turned


def test_undo_is_the_fields_while_something_typed_is_left_and_then_the_cards(
    page: CardsPage, desks: Desks
) -> None:
    at(page, CardKind.TYPE_IN)
    answers = len(list(desks.ledger.events(kind="review")))
    press(page, Qt.Key.Key_X)
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.stage.card.typed_text() == ""
    assert len(list(desks.ledger.events(kind="review"))) == answers
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(list(desks.ledger.events(kind="review"))) == answers - 1


def test_what_was_typed_before_does_not_come_back_with_the_next_showing(page: CardsPage) -> None:
    at(page, CardKind.TYPE_IN)
    press(page, Qt.Key.Key_X)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_1)
    page._take_back()
    at(page, CardKind.TYPE_IN)
    assert page.stage.card.typed_text() == ""
    assert not page.stage.card._field.isUndoAvailable()


def test_no_key_is_offered_that_the_field_of_a_typed_card_takes_for_itself(page: CardsPage) -> None:
    at(page, CardKind.TYPE_IN)
    hints = page.stage._foot._keys
    assert not any(hint._key for hint, _ in hints)
    press(page, Qt.Key.Key_Escape)
    assert [hint._key for hint, _ in hints] == [key for _, key in hints]
    assert page.stage.show_button._key == "Space"


def test_the_learner_may_overrule_the_verdict_on_a_typed_answer(page: CardsPage, desks: Desks) -> None:
    at(page, CardKind.TYPE_IN)
    QTest.keyClick(page.stage.card._field, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_4)
    assert [e.payload["rating"] for e in desks.ledger.events(kind="review")][-1] == 4


def test_a_cloze_asks_with_a_gap_and_answers_with_the_whole_sentence(page: CardsPage) -> None:
    at(page, CardKind.CLOZE)
    assert page.stage.card.plain_question() == "Sprint Planning takes at most [how long?]."
    press(page, Qt.Key.Key_Space)
    assert page.stage.card.plain_answer() == "Sprint Planning takes at most eight hours."


def test_a_card_that_waits_for_words_has_the_cursor_from_the_first_moment(
    window: MainWindow, page: CardsPage
) -> None:
    at(page, CardKind.TYPE_IN)
    window.show_page("today")
    window.show_page("cards")
    assert QApplication.focusWidget() is page.stage.card._field


def test_the_marks_of_a_typed_answer_change_colour_with_the_theme(
    page: CardsPage, window: MainWindow
) -> None:
    at(page, CardKind.TYPE_IN)
    QTest.keyClicks(page.stage.card._field, "Sprint Goa")
    QTest.keyClick(page.stage.card._field, Qt.Key.Key_Return)
    light, dark = window.theme.colour("good").name(), ""
    assert light in page.stage.card._typed._html
    window.theme.set_mode("dark")
    dark = window.theme.colour("good").name()
    assert dark in page.stage.card._typed._html
    assert light not in page.stage.card._typed._html
